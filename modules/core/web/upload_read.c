/* SPDX-License-Identifier: MIT */
/*
 * multipart/form-data as RFC 7578 and browsers have it, read in pieces: a
 * file goes to disk as it arrives, under a name of ours, and is hashed on
 * the way.
 */
#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/config.h"
#include "base/file.h"
#include "base/log.h"
#include "text/fold.h"
#include "text/message.h"
#include "web/turn.h"

#define PIECE ((size_t)64 * 1024)
#define HEAD_MAX ((size_t)4096)		/* the headers of one part */
#define SNIFF 4096			/* first bytes, to tell the kind */

struct parser {
	struct request *rq;
	bool keep;			/* files; else they are only counted */
	char mark[80];			/* "\r\n--boundary" */
	size_t marklen;
	char *window;			/* read and not yet used up */
	size_t len, size;
	/* the part under way */
	char *name;
	bool is_file;
	struct buf text;
	struct upload *upload;		/* NULL: not kept */
	enum err over;			/* why the rest is read, not kept */
	struct digest *digest;
	unsigned char first[SNIFF];
	size_t firstlen, bytes;
	int fd;
};

static enum err
malformed(struct request *rq)
{
	refuse(&rq->cx, ERR_REQUEST, _("The form arrived damaged. Nothing was "
	    "written; send it again."));
	return ERR_REQUEST;
}

/* The texts of the form may come after it, so the rest is still read. */
static void
give_up(struct parser *p, enum err e, const char *why)
{
	if (p->over != OK || !p->keep)
		return;
	p->over = e;
	refuse(&p->rq->cx, e, "%s", why);
}

static void
disk(struct parser *p, const char *what)
{
	log_error("upload: %s: %s", what, strerror(errno));
	give_up(p, ERR_BUSY, _("The file could not be stored. Tell your "
	    "administrator, and try again later."));
}

/* More of the body into the window; ERR_REQUEST at its end. */
static enum err
fill(struct parser *p)
{
	size_t got;
	enum err e;

	if (p->rq->state->left == 0 || p->len == p->size)
		return malformed(p->rq);
	if ((e = request_body(p->rq, p->window + p->len, p->size - p->len,
	    &got)) == OK)
		p->len += got;
	return e;
}

static void
used(struct parser *p, size_t n)
{
	memmove(p->window, p->window + n, p->len - n);
	p->len -= n;
}

/* A new file; the folder is made by the first one. */
static int
file_new(struct request *rq, char **path)
{
	const char *dir = upload_path(rq, "");
	int fd, i;

	for (i = 0; i < 2; i++) {
		*path = arena_printf(rq->cx.arena, "%s%ld-XXXXXX", dir,
		    (long)getpid());
		fd = mkostemp(*path, O_CLOEXEC);
		if (fd >= 0 || errno != ENOENT || mkdir(dir, 0770) != 0)
			break;
	}
	return fd;
}

static void
file_start(struct parser *p, const char *name)
{
	struct request *rq = p->rq;
	char *path;

	p->fd = -1;
	p->bytes = p->firstlen = 0;
	p->upload = NULL;
	if (++rq->form->files > (size_t)rq->cx.conf->files)
		give_up(p, ERR_LARGE, arena_printf(rq->cx.arena,
		    _("At most %d files can be sent at once. Nothing was "
		    "written; send fewer."), rq->cx.conf->files));
	if (!p->keep || p->over != OK)
		return;
	if ((p->fd = file_new(rq, &path)) < 0) {
		disk(p, path);
		return;
	}
	fchmod(p->fd, 0640);
	p->digest = digest_new(rq->cx.arena);
	p->upload = arena_alloc(rq->cx.arena, sizeof(*p->upload));
	p->upload->field = p->name;
	p->upload->name = upload_name(rq->cx.arena, name);
	p->upload->path = path;
	*rq->form->tail = p->upload;
	rq->form->tail = &p->upload->next;
}

static void
file_add(struct parser *p, const char *s, size_t n)
{
	struct request *rq = p->rq;
	size_t take;

	if ((p->bytes += n) > rq->cx.conf->file_bytes)
		give_up(p, ERR_LARGE, arena_printf(rq->cx.arena,
		    _("A file may have at most %zu MB. Nothing was written; "
		    "send a smaller one."),
		    rq->cx.conf->file_bytes / 1024 / 1024));
	if (p->upload == NULL || p->over != OK)
		return;
	take = n < SNIFF - p->firstlen ? n : SNIFF - p->firstlen;
	memcpy(p->first + p->firstlen, s, take);
	p->firstlen += take;
	digest_add(p->digest, s, n);
	if (!file_write(p->fd, s, n))
		disk(p, p->upload->path);
}

static void
file_end(struct parser *p)
{
	struct upload *u = p->upload;
	unsigned char sum[DIGEST_SIZE];
	int fd = p->fd;

	if (u == NULL)
		return;
	digest_end(p->digest, sum);
	u->sha256 = digest_hex(p->rq->cx.arena, sum, sizeof(sum));
	u->bytes = p->bytes;
	u->media_type = upload_type(u->name, p->first, p->firstlen);
	p->fd = -1;
	if (fsync(fd) != 0)
		disk(p, u->path);
	close(fd);
}

/* The value of name="..." in a header line, with what browsers escape:
 * %22, %0D and %0A, in older ones \" . NULL when it is not there. */
static char *
parameter(struct parser *p, const char *line, const char *name)
{
	size_t n = strlen(name);
	char *out, *o;

	for (line = strchr(line, ';'); line != NULL;
	    line = strchr(line + 1, ';')) {
		line += 1 + strspn(line + 1, " \t");
		if (strncasecmp(line, name, n) != 0 || line[n] != '=' ||
		    line[n + 1] != '"') {
			line--;
			continue;
		}
		out = o = arena_text(p->rq->cx.arena, line + n + 2);
		for (line = out; *line != '"' && *line != '\0'; line++) {
			if (*line == '\\' && line[1] == '"')
				line++;
			else if (strncmp(line, "%22", 3) == 0) {
				*o++ = '"';
				line += 2;
				continue;
			} else if (strncasecmp(line, "%0D", 3) == 0 ||
			    strncasecmp(line, "%0A", 3) == 0) {
				*o++ = ' ';
				line += 2;
				continue;
			}
			*o++ = *line;
		}
		if (*line != '"')
			return NULL;
		*o = '\0';
		return out;
	}
	return NULL;
}

/* The headers of a part, NUL-terminated, lines ended by CRLF. */
static enum err
part_start(struct parser *p, char *head)
{
	struct request *rq = p->rq;
	const char *disposition = NULL;
	char *line, *next, *file;

	for (line = head; line != NULL && *line != '\0'; line = next) {
		if ((next = strstr(line, "\r\n")) != NULL) {
			*next = '\0';
			next += 2;
		}
		if (strncasecmp(line, "content-disposition:", 20) == 0) {
			if (disposition != NULL)
				return malformed(rq);
			disposition = line + 20 + strspn(line + 20, " \t");
		} else if (strncasecmp(line, "content-type:", 13) == 0 &&
		    !upload_charset_ok(line))
			return refuse(&rq->cx, ERR_MEDIA, _("What was sent "
			    "is not text in UTF-8. Nothing was written."));
	}
	if (disposition == NULL ||
	    strncasecmp(disposition, "form-data", 9) != 0 ||
	    (p->name = parameter(p, disposition, "name")) == NULL)
		return malformed(rq);
	file = parameter(p, disposition, "filename");
	p->is_file = file != NULL;
	buf_reset(&p->text);
	p->upload = NULL;
	p->bytes = 0;
	if (file == NULL)
		return OK;
	if (!fold_utf8_ok(file, strlen(file)) ||
	    !fold_utf8_ok(p->name, strlen(p->name)))
		return malformed(rq);
	if (*file == '\0') {		/* nothing was chosen */
		p->name = NULL;
		return OK;
	}
	if (rq->route->files == 0)
		return refuse(&rq->cx, ERR_REQUEST,
		    _("The field “%.60s” takes no file. Nothing was "
		    "written."), p->name);
	file_start(p, file);
	return OK;
}

static enum err
part_add(struct parser *p, const char *s, size_t n)
{
	if (p->is_file && p->name == NULL)
		return n == 0 ? OK : malformed(p->rq);
	if (p->is_file) {
		file_add(p, s, n);
		return OK;
	}
	if (p->text.len + n > p->rq->cx.conf->form_bytes)
		return refuse(&p->rq->cx, ERR_LARGE,
		    _("This is more than one form may hold. Nothing was "
		    "written; send less at once."));
	buf_add(&p->text, s, n);
	return OK;
}

static enum err
part_end(struct parser *p)
{
	struct arena *a = p->rq->cx.arena;

	if (p->is_file) {
		if (p->name != NULL)
			file_end(p);
		return OK;
	}
	return form_add(p->rq, p->name, strlen(p->name),
	    arena_textn(a, p->text.len == 0 ? "" : p->text.data, p->text.len),
	    p->text.len);
}

/* The headers end with an empty line, within HEAD_MAX bytes. */
static enum err
read_head(struct parser *p)
{
	char *end, *head;
	size_t n;
	enum err e;

	while ((end = memmem(p->window, p->len, "\r\n\r\n", 4)) == NULL) {
		if (p->len > HEAD_MAX)
			return malformed(p->rq);
		if ((e = fill(p)) != OK)
			return e;
	}
	n = (size_t)(end - p->window);
	if (n > HEAD_MAX || memchr(p->window, '\0', n) != NULL)
		return malformed(p->rq);
	head = arena_textn(p->rq->cx.arena, p->window, n);
	used(p, n + 4);
	return part_start(p, head);
}

/* The content up to the mark; what may be its beginning is kept back. */
static enum err
read_content(struct parser *p)
{
	char *end;
	size_t n;
	enum err e;

	while ((end = memmem(p->window, p->len, p->mark, p->marklen))
	    == NULL) {
		if (p->len >= p->marklen) {
			n = p->len - p->marklen + 1;
			if ((e = part_add(p, p->window, n)) != OK)
				return e;
			used(p, n);
		}
		if ((e = fill(p)) != OK)
			return e;
	}
	n = (size_t)(end - p->window);
	if ((e = part_add(p, p->window, n)) != OK)
		return e;
	used(p, n + p->marklen);
	return part_end(p);
}

/* After a mark: CRLF for one more part, "--" and nothing else for the end. */
static enum err
read_parts(struct parser *p)
{
	enum err e;

	for (;;) {
		while (p->len < 2)
			if ((e = fill(p)) != OK)
				return e;
		if (memcmp(p->window, "--", 2) == 0)
			break;
		if (memcmp(p->window, "\r\n", 2) != 0)
			return malformed(p->rq);
		used(p, 2);
		if ((e = read_head(p)) != OK || (e = read_content(p)) != OK)
			return e;
	}
	while (p->rq->state->left > 0 && p->len < 5)
		if ((e = fill(p)) != OK)
			return e;
	if (p->rq->state->left > 0 || (p->len != 2 &&
	    (p->len != 4 || memcmp(p->window + 2, "\r\n", 2) != 0)))
		return malformed(p->rq);
	return OK;
}

static enum err
read_all(struct parser *p)
{
	size_t n = p->marklen - 2;	/* the first mark has no CRLF */
	enum err e;

	while (p->len < n)
		if ((e = fill(p)) != OK)
			return e;
	if (memcmp(p->window, p->mark + 2, n) != 0)
		return malformed(p->rq);
	used(p, n);
	return read_parts(p);
}

enum err
upload_read(struct request *rq, bool keep_files)
{
	struct parser p = { .rq = rq, .keep = keep_files, .fd = -1 };
	size_t most = rq->cx.conf->form_bytes;
	enum err e;

	if (__builtin_add_overflow(most, rq->route->files, &most) ||
	    rq->state->length > most)
		return refuse(&rq->cx, ERR_LARGE,
		    _("These files are too large for one form: %zu MB "
		    "at most. Nothing was written."),
		    most / 1024 / 1024);
	p.mark[0] = '\r', p.mark[1] = '\n', p.mark[2] = p.mark[3] = '-';
	p.marklen = 4 + strlen(rq->state->boundary);
	memcpy(p.mark + 4, rq->state->boundary, p.marklen - 4);
	p.size = PIECE;
	p.window = arena_alloc(rq->cx.arena, p.size);
	e = read_all(&p);
	if (p.fd >= 0)
		close(p.fd);
	buf_free(&p.text);
	if (e == OK && p.over != OK) {
		rq->form->whole = true;
		e = p.over;
	}
	if (e != OK) {
		upload_forget(rq);
		rq->form->uploads = NULL;
		rq->form->tail = &rq->form->uploads;
	}
	return e;
}
