/* SPDX-License-Identifier: MIT */
/* Files and folders of a backup: written, flushed, removed. */
#include "domain/house/backup_file.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/statvfs.h>
#include <unistd.h>

#include "base/file.h"
#include "text/message.h"
#include "text/number.h"

#define SLACK (INT64_C(4) << 20)	/* what a disk needs to breathe */

enum err
backup_file_failed(struct ctx *cx, const char *path)
{
	if (errno == ENOSPC || errno == EDQUOT || errno == EFBIG)
		return refuse(cx, ERR_BUSY, _("%s cannot be written: the "
		    "disk is full. Make room, and run it again."), path);
	return refuse(cx, ERR_BUSY, _("%s: %s."), path, strerror(errno));
}

bool
backup_file_copy(const char *from, const char *to, mode_t mode,
    struct file_sum *out)
{
	int in = open(from, O_RDONLY | O_CLOEXEC), made = -1, no;
	bool ok;

	ok = in != -1 && (made = open(to, O_WRONLY | O_CREAT | O_EXCL |
	    O_CLOEXEC, 0600)) != -1 && file_copy(in, made, out) &&
	    fchmod(made, mode) == 0;
	file_close(in);
	if (!ok && made != -1) {
		no = errno;
		unlink(to);
		errno = no;
	}
	file_close(made);
	return ok;
}

enum err
backup_file_write(struct ctx *cx, const char *path, const void *bytes,
    size_t n, mode_t mode)
{
	const char *part = arena_printf(cx->arena, "%s.part", path);
	enum err e = OK;
	int fd;

	unlink(part);
	fd = open(part, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
	if (fd == -1 || !file_write(fd, bytes, n) || fchmod(fd, mode) != 0 ||
	    fsync(fd) != 0 || rename(part, path) != 0) {
		e = backup_file_failed(cx, path);
		unlink(part);
	}
	file_close(fd);
	return e;
}

bool
backup_file_folders(struct arena *a, const char *root, const char *sha256,
    mode_t mode)
{
	const char *first = arena_printf(a, "%s/%.2s", root, sha256);
	const char *second = arena_printf(a, "%s/%.2s", first, sha256 + 2);

	if (mkdir(second, mode) == 0 || errno == EEXIST)
		return true;
	return errno == ENOENT && (mkdir(first, mode) == 0 ||
	    errno == EEXIST) && (mkdir(second, mode) == 0 ||
	    errno == EEXIST);
}

bool
backup_file_flush_all(const char *folder)
{
	int fd = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
	bool ok = fd != -1 && syncfs(fd) == 0;

	file_close(fd);
	return ok;
}

static bool
remove_inside(struct arena *a, const char *path)
{
	DIR *d = opendir(path);
	struct dirent *f;
	bool ok = d != NULL;

	while (d != NULL && (f = readdir(d)) != NULL)
		if (strcmp(f->d_name, ".") != 0 &&
		    strcmp(f->d_name, "..") != 0)
			ok = backup_file_remove(a, arena_printf(a, "%s/%s",
			    path, f->d_name)) && ok;
	if (d != NULL)
		closedir(d);
	return ok;
}

bool
backup_file_remove(struct arena *a, const char *path)
{
	struct stat st;

	if (lstat(path, &st) != 0)
		return errno == ENOENT;
	if (!S_ISDIR(st.st_mode))
		return unlink(path) == 0;
	return remove_inside(a, path) && rmdir(path) == 0;
}

int64_t
backup_file_room(const char *folder)
{
	struct statvfs v;

	if (statvfs(folder, &v) != 0)
		return -1;
	return (int64_t)v.f_bavail * (int64_t)v.f_frsize;
}

enum err
backup_file_fits(struct ctx *cx, const char *folder, int64_t bytes)
{
	int64_t room = backup_file_room(folder);

	if (room < 0)
		return backup_file_failed(cx, folder);
	if (room >= bytes + SLACK)
		return OK;
	return refuse(cx, ERR_BUSY, _("%s has room for %s, and %s are "
	    "needed. Nothing was begun; make room, or choose another "
	    "folder."), folder, number_bytes(cx->arena, cx->lang, room),
	    number_bytes(cx->arena, cx->lang, bytes + SLACK));
}
