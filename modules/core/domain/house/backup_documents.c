/* SPDX-License-Identifier: MIT */
/* Bytes of documents: listed, copied once, compared. */
#include "domain/house/backup_documents.h"

#include <dirent.h>
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "domain/spine/document_bytes.h"
#include "text/message.h"

#define TOGETHER 1000		/* files that are flushed together */

/* Size of the bytes under a hash; -1 when they are not there. */
static int64_t
size_of(struct arena *a, const char *root, const char *sha256)
{
	struct stat st;

	return stat(document_bytes_path(a, root, sha256), &st) == 0 ?
	    (int64_t)st.st_size : -1;
}

struct listing {
	struct arena *small;
	const char *from, *to;
	FILE *file;
	int64_t missing;
};

static bool
list_one(void *to, const char *sha256)
{
	struct listing *l = to;
	int64_t n = size_of(l->small, l->to, sha256);

	if (n == -1 && (n = size_of(l->small, l->from, sha256)) != -1)
		l->missing += n;
	fprintf(l->file, "%s %lld\n", sha256, (long long)n);
	arena_reset(l->small);
	return ferror(l->file) == 0;
}

enum err
backup_documents_write(struct ctx *cx, int64_t schema, const char *from,
    const char *to, const char *list, int64_t *missing)
{
	struct listing l = { .from = from, .to = to };
	enum err e;
	int bad;

	if ((l.file = fopen(list, "wex")) == NULL)
		return backup_file_failed(cx, list);
	l.small = arena_new();
	e = store_backup_documents(cx, schema, list_one, &l);
	arena_free(l.small);
	bad = ferror(l.file) != 0 || fflush(l.file) != 0 ||
	    fsync(fileno(l.file)) != 0;
	if (bad && e == OK)
		e = backup_file_failed(cx, list);
	fclose(l.file);
	*missing = l.missing;
	return e;
}

static bool
parse(const char *s, struct backup_documents_line *out)
{
	char *end;

	if (strspn(s, "0123456789abcdef") != 64 || s[64] != ' ')
		return false;
	memcpy(out->sha256, s, 64);
	out->sha256[64] = '\0';
	out->bytes = strtoll(s + 65, &end, 10);
	return end != s + 65 && *end == '\n';
}

void
backup_documents_open(struct ctx *cx, const char *path,
    struct backup_documents_list *out)
{
	*out = (struct backup_documents_list){ .cx = cx, .path = path };
	if ((out->file = fopen(path, "re")) == NULL)
		out->err = backup_file_failed(cx, path);
}

bool
backup_documents_next(struct backup_documents_list *l,
    struct backup_documents_line *out)
{
	char text[128];

	if (l->err != OK || fgets(text, sizeof(text), l->file) == NULL)
		return false;
	if (!parse(text, out))
		l->err = refuse(l->cx, ERR_INVALID, _("%s is not as it was "
		    "written. This backup cannot be trusted; take another "
		    "one."), l->path);
	return l->err == OK;
}

enum err
backup_documents_close(struct backup_documents_list *l)
{
	if (l->file != NULL) {
		if (l->err == OK && ferror((FILE *)l->file) != 0)
			l->err = backup_file_failed(l->cx, l->path);
		fclose(l->file);
	}
	l->file = NULL;
	return l->err;
}

struct copying {
	struct ctx *cx;
	struct arena *small;
	const struct backup_documents_way *way;
	struct backup_documents *out;
	FILE *lost;
	enum err err;
	int n;			/* of those that wait for their flush */
	char held[TOGETHER][2 * DIGEST_SIZE + 1];
};

static void
lose(struct ctx *cx, struct backup_documents *out, const char *sha256)
{
	if (out->lost++ == 0)
		out->first_lost = arena_text(cx->arena, sha256);
}

/* Left out, and listed where a list is wanted. */
static bool
leave_out(struct copying *c, const struct backup_documents_line *line)
{
	const char *list = c->way->lost;

	lose(c->cx, c->out, line->sha256);
	if (list == NULL)
		return true;
	if ((c->lost == NULL && (c->lost = fopen(list, "wxe")) == NULL) ||
	    fprintf(c->lost, "%s %lld\n", line->sha256,
	    (long long)line->bytes) < 0) {
		c->err = backup_file_failed(c->cx, list);
		return false;
	}
	return true;
}

/* False: the disk that holds them is not there. */
static bool
holds_any(const char *root)
{
	const struct dirent *entry;
	DIR *d = opendir(root);
	bool any = false;

	while (d != NULL && !any && (entry = readdir(d)) != NULL)
		any = entry->d_name[0] != '.';
	if (d != NULL)
		closedir(d);
	return any;
}

/* One that is gone is left out; where none can be had, there is no backup. */
static bool
not_there(struct copying *c, const struct backup_documents_line *line,
    const char *path)
{
	if (errno == EACCES)
		c->err = backup_file_failed(c->cx, path);
	else if (!holds_any(c->way->from))
		c->err = refuse(c->cx, ERR_BUSY, _("%s holds no documents, "
		    "and the store names some. Is its disk mounted?"),
		    c->way->from);
	return c->err == OK && leave_out(c, line);
}

static const char *
scratch_of(const struct copying *c, int i)
{
	return arena_printf(c->small, "%s/%d.bytes", c->way->scratch, i);
}

/* On the disk first, then under its name: a name never lies. */
static bool
give_names(struct copying *c)
{
	const char *root = c->way->to;
	bool ok = c->n == 0 || backup_file_flush_all(root);
	int i;

	for (i = 0; ok && i < c->n; i++)
		ok = backup_file_folders(c->small, root, c->held[i],
		    c->way->folder) && rename(scratch_of(c, i),
		    document_bytes_path(c->small, root, c->held[i])) == 0;
	if (!ok && c->err == OK)
		c->err = backup_file_failed(c->cx, root);
	c->n = 0;
	return ok;
}

/* Only the writing side ends the copying. */
static bool
copy_one(struct copying *c, const struct backup_documents_line *line)
{
	const char *from = document_bytes_path(c->small, c->way->from,
	    line->sha256);
	const char *to = scratch_of(c, c->n);
	unsigned char want[DIGEST_SIZE];
	struct file_sum seen;

	if (access(from, R_OK) != 0)
		return not_there(c, line, from);
	if (!backup_file_copy(from, to, c->way->file, &seen)) {
		if (errno == EIO)
			return leave_out(c, line);
		c->err = backup_file_failed(c->cx, c->way->to);
		return false;
	}
	if (!digest_unhex(line->sha256, want, sizeof(want)) ||
	    !digest_same(want, seen.sha256, sizeof(want))) {
		unlink(to);
		return leave_out(c, line);
	}
	memcpy(c->held[c->n++], line->sha256, sizeof(line->sha256));
	c->out->copied++;
	c->out->copied_bytes += seen.bytes;
	c->out->n++;
	c->out->bytes += seen.bytes;
	return c->n < TOGETHER || give_names(c);
}

static bool
see_line(struct copying *c, const struct backup_documents_line *line)
{
	int64_t there = size_of(c->small, c->way->to, line->sha256);
	bool go_on = true;

	if (there != -1) {
		c->out->n++;
		c->out->bytes += there;
	} else
		go_on = copy_one(c, line);
	arena_reset(c->small);
	return go_on;
}

enum err
backup_documents_copy(struct ctx *cx, const char *list,
    const struct backup_documents_way *way, struct backup_documents *out)
{
	struct copying *c = arena_alloc(cx->arena, sizeof(*c));
	struct backup_documents_line line;
	struct backup_documents_list l;
	enum err e;

	*out = (struct backup_documents){ 0 };
	*c = (struct copying){ .cx = cx, .way = way, .out = out,
	    .small = arena_new() };
	if (mkdir(way->to, way->folder) != 0 && errno != EEXIST)
		c->err = backup_file_failed(cx, way->to);
	backup_documents_open(cx, list, &l);
	while (c->err == OK && backup_documents_next(&l, &line) &&
	    see_line(c, &line))
		continue;
	e = backup_documents_close(&l);
	give_names(c);
	if (c->lost != NULL && fclose(c->lost) != 0 && c->err == OK)
		c->err = backup_file_failed(cx, way->lost);
	arena_free(c->small);
	return e != OK ? e : c->err;
}

/* Are the bytes what their name says? A damaged file is put aside. */
static bool
is_good(struct arena *a, const char *root, const char *sha256,
    int64_t *bytes)
{
	const char *path = document_bytes_path(a, root, sha256);
	unsigned char want[DIGEST_SIZE];
	struct file_sum seen;

	if (!file_sum(path, &seen) ||
	    !digest_unhex(sha256, want, sizeof(want)))
		return false;
	*bytes = seen.bytes;
	if (digest_same(want, seen.sha256, sizeof(want)))
		return true;
	(void)rename(path, arena_printf(a, "%s.damaged", path));
	return false;
}

enum err
backup_documents_check(struct ctx *cx, const char *list, const char *lost,
    const char *root, struct backup_documents *out)
{
	struct backup_documents_line line, gone = { "", 0 };
	struct arena *small = arena_new();
	struct backup_documents_list l, k = { 0 };
	bool known;
	int64_t bytes;

	*out = (struct backup_documents){ 0 };
	backup_documents_open(cx, list, &l);
	if (lost != NULL) {
		backup_documents_open(cx, lost, &k);
		backup_documents_next(&k, &gone);
	}
	while (k.err == OK && backup_documents_next(&l, &line)) {
		/* both lists are in the same order */
		known = strcmp(line.sha256, gone.sha256) == 0;
		if (known && !backup_documents_next(&k, &gone))
			gone.sha256[0] = '\0';
		if (is_good(small, root, line.sha256, &bytes)) {
			out->n++;
			out->bytes += bytes;
		} else if (known)
			out->known++;
		else
			lose(cx, out, line.sha256);
		arena_reset(small);
	}
	arena_free(small);
	backup_documents_close(&l);
	backup_documents_close(&k);
	return l.err != OK ? l.err : k.err;
}
