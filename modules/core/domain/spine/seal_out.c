/* SPDX-License-Identifier: MIT */
/* Seals outside: the file and the system's log. */
#include "domain/spine/seal_out.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <syslog.h>
#include <time.h>
#include <unistd.h>

#include "base/config.h"
#include "base/count.h"
#include "base/file.h"
#include "store/db.h"
#include "store/store_seal.h"
#include "text/date.h"
#include "text/message.h"

#define PAGE 1000		/* seals read at a time */
#define TAIL ((off_t)8192)	/* of the file, where its last line is */

void
seal_out_write(struct ctx *cx, const struct seal *s, char out[SEAL_OUT_LINE])
{
	time_t when = (time_t)s->sealed;
	char iso[40] = "";
	struct tm tm;

	if (gmtime_r(&when, &tm) != NULL)
		strftime(iso, sizeof(iso), "%Y-%m-%dT%H:%M:%SZ", &tm);
	snprintf(out, SEAL_OUT_LINE, "seal %lld at %s heads %lld chains %lld "
	    "events %lld root %s hash %s", (long long)s->number, iso,
	    (long long)s->heads, (long long)s->chains, (long long)s->events,
	    digest_hex(cx->arena, s->root, DIGEST_SIZE),
	    digest_hex(cx->arena, s->hash, DIGEST_SIZE));
}

/* The word that must come, and the blank behind it. */
static bool
word(const char **s, const char *is)
{
	size_t n = strlen(is);

	if (strncmp(*s, is, n) != 0 || (*s)[n] != ' ')
		return false;
	*s += n + 1;
	return true;
}

static bool
number(const char **s, const char *name, int64_t *out)
{
	char *end;

	if (!word(s, name) || **s < '0' || **s > '9')
		return false;
	*out = strtoll(*s, &end, 10);
	if (*end != ' ')
		return false;
	*s = end + 1;
	return true;
}

static bool
moment(const char **s, int64_t *out)
{
	char iso[32];
	size_t n;

	if (!word(s, "at") || (n = strcspn(*s, " ")) >= sizeof(iso) ||
	    (*s)[n] != ' ')
		return false;
	memcpy(iso, *s, n);
	iso[n] = '\0';
	*s += n + 1;
	return date_stamp(iso, out);
}

static bool
hash(const char **s, const char *name, unsigned char out[DIGEST_SIZE])
{
	char hex[2 * DIGEST_SIZE + 1] = "";

	if (!word(s, name) || strnlen(*s, sizeof(hex)) < sizeof(hex) - 1)
		return false;
	memcpy(hex, *s, sizeof(hex) - 1);
	*s += sizeof(hex) - 1;
	return digest_unhex(hex, out, DIGEST_SIZE);
}

bool
seal_out_read(const char *line, struct seal *out)
{
	memset(out, 0, sizeof(*out));
	if (!number(&line, "seal", &out->number) ||
	    !moment(&line, &out->sealed) ||
	    !number(&line, "heads", &out->heads) ||
	    !number(&line, "chains", &out->chains) ||
	    !number(&line, "events", &out->events) ||
	    !hash(&line, "root", out->root) || *line++ != ' ')
		return false;
	return hash(&line, "hash", out->hash) && *line == '\0' &&
	    out->number > 0;
}

static enum err
cannot(struct ctx *cx)
{
	return refuse(cx, ERR_BUSY, _("The file of seals %s cannot be "
	    "written: %s."), cx->conf->seal_file, strerror(errno));
}

/* The last whole line that is a seal; *whole: the file ends with a line's
 * end. A line that a full disk cut short is followed by it once more. */
static enum err
last_line(struct ctx *cx, int fd, struct seal *out, bool *whole)
{
	char *tail = arena_alloc(cx->arena, (size_t)TAIL + 1), *line;
	struct stat st;
	ssize_t n;

	memset(out, 0, sizeof(*out));
	*whole = true;
	if (fstat(fd, &st) != 0)
		return cannot(cx);
	if (st.st_size == 0)
		return OK;
	n = pread(fd, tail, (size_t)TAIL,
	    st.st_size > TAIL ? st.st_size - TAIL : 0);
	if (n <= 0)
		return cannot(cx);
	*whole = tail[n - 1] == '\n';
	if (!*whole)
		while (n > 0 && tail[n - 1] != '\n')
			n--;
	while (n > 0) {
		tail[n - 1] = '\0';
		line = strrchr(tail, '\n');
		line = line == NULL ? tail : line + 1;
		if (seal_out_read(line, out))
			return OK;
		n = line - tail;
	}
	return *whole || st.st_size > SEAL_OUT_LINE ? refuse(cx,
	    ERR_CONFLICT, _("%s is no file of seals."),
	    cx->conf->seal_file) : OK;
}

/* Does the store still know what the file knows? */
static enum err
compare(struct ctx *cx, const struct seal *of_file)
{
	struct seal s;
	enum err e;

	if (of_file->number == 0)
		return OK;
	if ((e = store_seal_find(cx, of_file->number, &s)) != OK)
		return e;
	if (s.number != 0 &&
	    digest_same(s.hash, of_file->hash, DIGEST_SIZE))
		return OK;
	if (s.number != 0)
		return refuse(cx, ERR_CONFLICT, _("Seal %lld of the store is "
		    "not the one in %s: the history was rewritten, or the "
		    "store is another."), (long long)s.number,
		    cx->conf->seal_file);
	if ((e = store_seal_last(cx, &s)) != OK)
		return e;
	return refuse(cx, ERR_CONFLICT, _("The store ends at seal %lld, the "
	    "file %s knows %lld: the store was exchanged for an older one. "
	    "If that was meant, move the file away."), (long long)s.number,
	    cx->conf->seal_file, (long long)of_file->number);
}

/* Shows every seal after *last, page by page, and moves it. */
static enum err
each_after(struct ctx *cx, int64_t *last,
    bool (*show)(struct ctx *, void *, const struct seal *), void *to)
{
	struct seal *list;
	size_t n = PAGE, i;
	enum err e;

	while (n == PAGE) {
		if ((e = store_seal_list(cx, *last, PAGE, &list, &n)) != OK)
			return e;
		for (i = 0; i < n; i++) {
			if (!show(cx, to, &list[i]))
				return cannot(cx);
			*last = list[i].number;
		}
	}
	return OK;
}

struct file {
	int fd;
	int64_t added;
};

static bool
write_line(struct ctx *cx, void *to, const struct seal *s)
{
	char line[SEAL_OUT_LINE + 1];
	struct file *f = to;
	size_t n;

	seal_out_write(cx, s, line);
	n = strlen(line);
	line[n] = '\n';	/* in one write with it */
	f->added++;
	return file_write(f->fd, line, n + 1);
}

static enum err
bring_up(struct ctx *cx, struct file *f, int64_t *last)
{
	struct seal of_file;
	bool whole;
	enum err e;

	if (flock(f->fd, LOCK_EX) != 0)
		return cannot(cx);
	if ((e = last_line(cx, f->fd, &of_file, &whole)) != OK ||
	    (e = compare(cx, &of_file)) != OK)
		return e;
	*last = of_file.number;
	if (!whole && !file_write(f->fd, "\n", 1))
		return cannot(cx);
	if ((e = each_after(cx, last, write_line, f)) != OK)
		return e;
	return (f->added == 0 && whole) || fsync(f->fd) == 0 ? OK :
	    cannot(cx);
}

/* The name of a new file is on disk as well. */
static void
sync_folder(struct ctx *cx, const char *path)
{
	const char *end = strrchr(path, '/');

	file_flush_folder(end == path ? "/" : arena_textn(cx->arena, path,
	    (size_t)(end - path)));
}

enum err
seal_out_file(struct ctx *cx, int64_t *last, int64_t *added)
{
	const char *path = cx->conf->seal_file;
	bool made = access(path, F_OK) != 0;
	struct file f = { .fd = open(path, O_RDWR | O_APPEND | O_CREAT |
	    O_CLOEXEC, 0640) };
	enum err e;

	*last = *added = 0;
	if (f.fd < 0)
		return cannot(cx);
	if ((e = db_begin(cx, DB_READ)) == OK)
		e = bring_up(cx, &f, last);
	db_rollback(cx);
	close(f.fd);
	if (made)
		sync_folder(cx, path);
	*added = f.added;
	return e;
}

/* -1: none */
static int
facility(const char *name)
{
	static const struct { const char *name; int number; } known[] = {
		{ "auth", LOG_AUTH }, { "authpriv", LOG_AUTHPRIV },
		{ "daemon", LOG_DAEMON }, { "local0", LOG_LOCAL0 },
		{ "local1", LOG_LOCAL1 }, { "local2", LOG_LOCAL2 },
		{ "local3", LOG_LOCAL3 }, { "local4", LOG_LOCAL4 },
		{ "local5", LOG_LOCAL5 }, { "local6", LOG_LOCAL6 },
		{ "local7", LOG_LOCAL7 },
	};
	size_t i;

	for (i = 0; i < COUNT(known); i++)
		if (strcmp(known[i].name, name) == 0)
			return known[i].number;
	return -1;
}

static bool
send_line(struct ctx *cx, void *to, const struct seal *s)
{
	char line[SEAL_OUT_LINE];

	seal_out_write(cx, s, line);
	if (*(int *)to >= 0)
		syslog(*(int *)to | LOG_NOTICE, "%s", line);
	return true;
}

enum err
seal_out_syslog(struct ctx *cx, int64_t *last)
{
	int to = facility(cx->conf->seal_syslog);
	enum err e;

	if (to >= 0)
		openlog("dossier-clock", LOG_PID, to);
	if ((e = db_begin(cx, DB_READ)) == OK)
		e = each_after(cx, last, send_line, &to);
	db_rollback(cx);
	if (to >= 0)
		closelog();
	return e;
}
