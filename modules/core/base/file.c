/* SPDX-License-Identifier: MIT */
/* Whole files and folders: what is cut short or interrupted goes on here. */
#include "base/file.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/arena.h"
#include "base/buf.h"

bool
file_write(int fd, const void *bytes, size_t n)
{
	const char *p = bytes;
	ssize_t done;

	for (; n > 0; p += done, n -= (size_t)done) {
		done = write(fd, p, n);
		if (done == -1 && errno == EINTR)
			done = 0;
		else if (done == -1)
			return false;
	}
	return true;
}

void
file_close(int fd)
{
	int no = errno;

	if (fd != -1)
		close(fd);
	errno = no;
}

bool
file_flush_folder(const char *path)
{
	int fd = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
	bool ok = fd != -1 && fsync(fd) == 0;

	file_close(fd);
	return ok;
}

bool
file_is_empty_folder(const char *path)
{
	struct dirent *f;
	DIR *d = opendir(path);
	bool empty = d != NULL;

	while (d != NULL && (f = readdir(d)) != NULL)
		if (strcmp(f->d_name, ".") != 0 &&
		    strcmp(f->d_name, "..") != 0)
			empty = false;
	if (d != NULL)
		closedir(d);
	return empty;
}

bool
file_folders(struct arena *a, const char *path, mode_t mode)
{
	char *part = arena_text(a, path), *end = part;

	while (*end != '\0' && (end = strchr(end + 1, '/')) != NULL) {
		*end = '\0';
		if (mkdir(part, mode) != 0 && errno != EEXIST)
			return false;
		*end = '/';
	}
	return true;
}

char *
file_text(struct arena *a, const char *path)
{
	int fd = open(path, O_RDONLY | O_CLOEXEC);
	struct buf b = { 0 };
	char piece[4096], *text = NULL;
	ssize_t n = -1;

	while (fd != -1 && (n = read(fd, piece, sizeof(piece))) != 0)
		if (n > 0)
			buf_add(&b, piece, (size_t)n);
		else if (errno != EINTR)
			break;
	if (n == 0)
		text = arena_textn(a, b.data == NULL ? "" : b.data, b.len);
	file_close(fd);
	buf_free(&b);
	return text;
}

bool
file_copy(int from, int to, struct file_sum *out)
{
	struct arena *a = arena_new();
	struct digest *h = digest_new(a);
	char block[64 * 1024];
	bool ok = true;
	ssize_t n;

	out->bytes = 0;
	while (ok && (n = read(from, block, sizeof(block))) != 0) {
		if (n == -1 && errno == EINTR)
			continue;
		ok = n > 0 && (to == -1 || file_write(to, block, (size_t)n));
		if (!ok)
			break;
		digest_add(h, block, (size_t)n);
		out->bytes += n;
	}
	digest_end(h, out->sha256);
	arena_free(a);
	return ok;
}

bool
file_sum(const char *path, struct file_sum *out)
{
	int fd = open(path, O_RDONLY | O_CLOEXEC);
	bool ok = fd != -1 && file_copy(fd, -1, out);

	file_close(fd);
	return ok;
}
