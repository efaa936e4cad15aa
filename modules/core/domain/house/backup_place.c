/* SPDX-License-Identifier: MIT */
/* The folder of the backups: looked at, locked, swept. */
#include "domain/house/backup_place.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

#include "base/config.h"
#include "domain/house/backup.h"
#include "domain/house/backup_file.h"
#include "domain/house/backup_manifest.h"
#include "text/message.h"

/* Ours are "2026-11-22T021500Z", perhaps with "-2" behind. */
static bool
is_name(const char *s)
{
	static const char shape[] = "dddd-dd-ddTddddddZ";
	size_t i;

	for (i = 0; shape[i] != '\0'; i++)
		if (shape[i] == 'd' ? s[i] < '0' || s[i] > '9' :
		    s[i] != shape[i])
			return false;
	return s[i] == '\0' || s[i] == '-';
}

static int
by_name(const void *a, const void *b)
{
	return strcmp(*(const char *const *)a, *(const char *const *)b);
}

static void
add_name(struct arena *a, struct backup_place *p, const char *name)
{
	const char **more;

	if ((p->n & (p->n - 1)) == 0) {		/* 0 1 2 4 8 ... */
		more = arena_array(a, p->n == 0 ? 1 : p->n * 2,
		    sizeof(*more));
		if (p->n > 0)
			memcpy(more, p->names, p->n * sizeof(*more));
		p->names = more;
	}
	p->names[p->n++] = arena_text(a, name);
}

enum err
backup_place_list(struct ctx *cx, const char *dir, struct backup_place *out)
{
	struct dirent *f;
	DIR *d;

	*out = (struct backup_place){ .lock = -1 };
	out->dir = arena_text(cx->arena, dir);
	out->documents = arena_printf(cx->arena, "%s/" BACKUP_DOCUMENTS, dir);
	if ((d = opendir(dir)) == NULL)
		return refuse(cx, ERR_INVALID, _("%s: %s."), dir,
		    strerror(errno));
	while ((f = readdir(d)) != NULL)
		if (is_name(f->d_name))
			add_name(cx->arena, out, f->d_name);
	closedir(d);
	if (out->n > 0)
		qsort(out->names, out->n, sizeof(*out->names), by_name);
	return OK;
}

/* What a run that was killed left behind. */
static void
sweep(struct ctx *cx, const char *dir)
{
	struct dirent *f;
	DIR *d = opendir(dir);

	while (d != NULL && (f = readdir(d)) != NULL)
		if (strncmp(f->d_name, ".new-", 5) == 0 ||
		    strncmp(f->d_name, ".scratch-", 9) == 0)
			backup_file_remove(cx->arena, arena_printf(cx->arena,
			    "%s/%s", dir, f->d_name));
		else if (is_name(f->d_name))
			unlink(arena_printf(cx->arena,
			    "%s/%s/" BACKUP_VERIFIED ".part", dir, f->d_name));
	if (d != NULL)
		closedir(d);
}

/* Does a path, which may not be there yet, lie in a folder or above? */
static bool
within(struct arena *a, const char *path, const char *folder)
{
	char *part = arena_text(a, path), *end;
	char real[PATH_MAX], root[PATH_MAX];
	size_t len;

	if (realpath(folder, root) == NULL)
		return false;
	while (realpath(part, real) == NULL) {
		if ((end = strrchr(part, '/')) == NULL || end == part)
			return false;
		*end = '\0';
	}
	len = strlen(root);
	return strncmp(real, root, len) == 0 &&
	    (real[len] == '/' || real[len] == '\0');
}

/* A backup's documents beside the store's own: one would prune the other. */
static bool
is_apart(struct ctx *cx, const char *dir)
{
	const char *documents = cx->conf == NULL ? "" : cx->conf->documents;

	return *documents == '\0' || (!within(cx->arena, dir, documents) &&
	    !within(cx->arena, documents, arena_printf(cx->arena,
	    "%s/" BACKUP_DOCUMENTS, dir)));
}

static enum err
look_at(struct ctx *cx, const char *dir, bool make)
{
	struct stat st;

	if (*dir != '/')
		return refuse(cx, ERR_INVALID, _("“%s” is not an absolute "
		    "path."), dir);
	if (!is_apart(cx, dir))
		return refuse(cx, ERR_INVALID, _("%s is no place for backups: "
		    "the documents of the store lie there. Choose another "
		    "folder."), dir);
	if (make && mkdir(dir, 0700) != 0 && errno != EEXIST)
		return refuse(cx, ERR_INVALID, _("%s cannot be made: %s. "
		    "Choose another folder, or make it by hand."),
		    dir, strerror(errno));
	if (stat(dir, &st) != 0)
		return refuse(cx, ERR_INVALID, _("%s: %s."), dir,
		    strerror(errno));
	if (!S_ISDIR(st.st_mode))
		return refuse(cx, ERR_INVALID, _("%s is not a folder."), dir);
	if ((st.st_mode & (S_IRWXG | S_IRWXO)) != 0)
		return refuse(cx, ERR_INVALID, _("%s can be read by others, "
		    "and a backup holds all that the store does; run "
		    "“chmod 700 %s”."), dir, dir);
	return OK;
}

/* One that was killed needs a moment until its last write is through. */
static bool
locked(int fd)
{
	static const struct timespec moment = { .tv_nsec = 100000000 };
	int i;

	for (i = 0; i < 30; i++) {
		if (flock(fd, LOCK_EX | LOCK_NB) == 0)
			return true;
		nanosleep(&moment, NULL);
	}
	return false;
}

enum err
backup_place_open(struct ctx *cx, const char *dir, bool make,
    struct backup_place *out)
{
	const char *path;
	enum err e;
	int fd;

	*out = (struct backup_place){ .lock = -1 };
	if ((e = look_at(cx, dir, make)) != OK)
		return e;
	path = arena_printf(cx->arena, "%s/lock", dir);
	if ((fd = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0600)) == -1)
		return backup_file_failed(cx, path);
	if (!locked(fd)) {
		close(fd);
		return refuse(cx, ERR_BUSY, _("Another backup is at work in "
		    "%s. Wait until it is done."), dir);
	}
	sweep(cx, dir);
	if ((e = backup_place_list(cx, dir, out)) != OK) {
		close(fd);
		return e;
	}
	out->lock = fd;
	return OK;
}

void
backup_place_close(struct backup_place *p)
{
	if (p->lock != -1)
		close(p->lock);
	p->lock = -1;
}

const char *
backup_place_begin(struct ctx *cx, const struct backup_place *p,
    const char *kind)
{
	char *path = arena_printf(cx->arena, "%s/.%s-XXXXXX", p->dir, kind);

	if (mkdtemp(path) != NULL)
		return path;
	backup_file_failed(cx, path);
	return NULL;
}

const char *
backup_place_of(struct ctx *cx, const struct backup_place *p,
    const char *name)
{
	return arena_printf(cx->arena, "%s/%s", p->dir, name);
}
