/* SPDX-License-Identifier: MIT */
/* Fields: decoded, and handed out. */
#include "web/form.h"

#include <string.h>

#include "base/config.h"
#include "text/fold.h"
#include "text/message.h"
#include "web/turn.h"

#define FIELDS_MAX 1000

static int
hex(char c)
{
	return c >= '0' && c <= '9' ? c - '0' :
	    c >= 'a' && c <= 'f' ? c - 'a' + 10 :
	    c >= 'A' && c <= 'F' ? c - 'A' + 10 : -1;
}

bool
form_decode(char *s, size_t *len, bool plus)
{
	size_t i, o = 0;

	for (i = 0; i < *len; i++) {
		if (s[i] == '%') {
			if (*len - i < 3 || hex(s[i + 1]) < 0 ||
			    hex(s[i + 2]) < 0)
				return false;
			s[o] = (char)(hex(s[i + 1]) * 16 + hex(s[i + 2]));
			i += 2;
		} else
			s[o] = plus && s[i] == '+' ? ' ' : s[i];
		if (s[o++] == '\0')
			return false;
	}
	s[*len = o] = '\0';
	return true;
}

static enum err
broken(struct request *rq)
{
	return refuse(&rq->cx, ERR_REQUEST,
	    _("What was sent is not text in UTF-8. Nothing was written; type "
	    "it again."));
}

static enum err
too_large(struct request *rq)
{
	return refuse(&rq->cx, ERR_LARGE,
	    _("This is more than one form may hold. Nothing was written; "
	    "send less at once."));
}

/* One decoded field; name and text are in the arena. */
enum err
form_add(struct request *rq, char *name, size_t namelen, char *text,
    size_t textlen)
{
	struct form *f = rq->form;
	struct typed *more;
	struct held *h;

	if (!fold_utf8_ok(name, namelen) || !fold_utf8_ok(text, textlen))
		return broken(rq);
	f->bytes += namelen + textlen;
	if (f->n == FIELDS_MAX || f->bytes > rq->cx.conf->form_bytes)
		return too_large(rq);
	if (rq->method == POST && strcmp(name, "csrf") == 0) {
		f->csrf = text;
		return OK;
	}
	if (rq->method == POST && strcmp(name, "form_key") == 0) {
		f->key = text;
		return OK;
	}
	if (rq->method == POST && strcmp(name, "held") == 0 &&
	    rq->route->files > 0) {
		h = arena_alloc(rq->cx.arena, sizeof(*h));
		h->token = text;
		h->next = f->held;
		f->held = h;
		return OK;
	}
	if (f->n == f->cap) {
		more = arena_array(rq->cx.arena, f->cap * 2 + 16,
		    sizeof(*more));
		if (f->n > 0)
			memcpy(more, f->typed, f->n * sizeof(*more));
		f->typed = more;
		f->cap = f->cap * 2 + 16;
	}
	f->typed[f->n++] = (struct typed){ .name = name, .text = text };
	return OK;
}

/* a=b&c=d, of a query or a body. */
static enum err
read_encoded(struct request *rq, const char *s, size_t len)
{
	const char *end = s + len, *amp, *eq;
	char *name, *text;
	size_t n, t;
	enum err e;

	for (; s < end; s = amp + 1) {
		if ((amp = memchr(s, '&', (size_t)(end - s))) == NULL)
			amp = end;
		if (amp == s)
			continue;
		if ((eq = memchr(s, '=', (size_t)(amp - s))) == NULL)
			eq = amp;
		n = (size_t)(eq - s);
		t = eq == amp ? 0 : (size_t)(amp - eq - 1);
		name = arena_textn(rq->cx.arena, s, n);
		text = arena_textn(rq->cx.arena, eq == amp ? "" : eq + 1, t);
		if (!form_decode(name, &n, true) ||
		    !form_decode(text, &t, true))
			return broken(rq);
		if ((e = form_add(rq, name, n, text, t)) != OK)
			return e;
	}
	return OK;
}

static enum err
read_body(struct request *rq)
{
	size_t len = rq->state->length, at, got;
	char *s;
	enum err e;

	if (!upload_charset_ok(request_param(rq, "CONTENT_TYPE")))
		return refuse(&rq->cx, ERR_MEDIA,
		    _("What was sent is not text in UTF-8. Nothing was "
		    "written."));
	if (len > rq->cx.conf->form_bytes)
		return too_large(rq);
	s = arena_alloc(rq->cx.arena, len + 1);
	for (at = 0; at < len; at += got)
		if ((e = request_body(rq, s + at, len - at, &got)) != OK)
			return e;
	return read_encoded(rq, s, len);
}

enum err
form_read(struct request *rq, bool keep_files)
{
	rq->form->sent = rq->method == POST;
	if (rq->method == GET)
		return read_encoded(rq, rq->state->query,
		    strlen(rq->state->query));
	if (strcmp(rq->state->media, "application/x-www-form-urlencoded")
	    == 0 || (rq->state->length == 0 && *rq->state->media == '\0'))
		return read_body(rq);
	if (strcmp(rq->state->media, "multipart/form-data") == 0)
		return upload_read(rq, keep_files);
	return refuse(&rq->cx, ERR_MEDIA,
	    _("A form was expected here, and something else was sent."));
}

/* The line of the table for a name; a final '*' takes what begins so. */
const struct field *
form_field(const struct request *rq, const char *name)
{
	const struct field *f = rq->route == NULL ? NULL : rq->route->form;
	size_t n;

	for (; f != NULL && f->name != NULL; f++) {
		n = strlen(f->name);
		if (n > 0 && f->name[n - 1] == '*' ?
		    strncmp(f->name, name, n - 1) == 0 && name[n - 1] != '\0' :
		    strcmp(f->name, name) == 0)
			return f;
	}
	return NULL;
}

static void
content_add(struct digest *d, const char *s)
{
	digest_add(d, s, strlen(s) + 1);
}

void
form_content(const struct request *rq, unsigned char out[DIGEST_SIZE])
{
	struct digest *d = digest_new(rq->cx.arena);
	const struct upload *u;
	size_t i;

	for (i = 0; i < rq->form->n; i++) {
		content_add(d, rq->form->typed[i].name);
		content_add(d, rq->form->typed[i].text);
	}
	for (u = rq->form->uploads; u != NULL; u = u->next) {
		content_add(d, u->field);
		content_add(d, u->name);
		content_add(d, u->sha256);
	}
	digest_end(d, out);
}

static const struct typed *
typed_find(const struct request *rq, const char *name)
{
	size_t i;

	for (i = 0; i < rq->form->n; i++)
		if (strcmp(rq->form->typed[i].name, name) == 0)
			return &rq->form->typed[i];
	return NULL;
}

const char *
form_text(const struct request *rq, const char *name)
{
	const struct typed *t = typed_find(rq, name);

	return t == NULL ? "" : t->text;
}

bool
form_has(const struct request *rq, const char *name)
{
	return *form_text(rq, name) != '\0' || form_files(rq, name) != NULL;
}

int64_t
form_int(const struct request *rq, const char *name)
{
	const struct typed *t = typed_find(rq, name);

	return t == NULL ? 0 : t->number;
}

bool
form_flag(const struct request *rq, const char *name)
{
	return form_int(rq, name) != 0;
}

const char *
form_date(const struct request *rq, const char *name)
{
	return form_text(rq, name);
}

int64_t
form_moment(const struct request *rq, const char *name)
{
	return form_int(rq, name);
}

/* Uploads of one field stand together: the list is cut at the others. */
struct upload *
form_files(const struct request *rq, const char *name)
{
	struct upload *u, *first = NULL, **tail = &first, *copy;

	for (u = rq->form->uploads; u != NULL; u = u->next) {
		if (strcmp(u->field, name) != 0)
			continue;
		copy = arena_copy(rq->cx.arena, u, sizeof(*u));
		copy->next = NULL;
		*tail = copy;
		tail = &copy->next;
	}
	return first;
}

bool
form_each(const struct request *rq, const char *beginning, size_t n,
    const char **name, const char **text)
{
	size_t i, len = strlen(beginning);

	for (i = 0; i < rq->form->n; i++) {
		if (strncmp(rq->form->typed[i].name, beginning, len) != 0 ||
		    n-- > 0)
			continue;
		*name = rq->form->typed[i].name;
		*text = rq->form->typed[i].text;
		return true;
	}
	return false;
}

void
form_start(struct request *rq, const char *name, const char *text)
{
	struct form *f = rq->form;
	struct typed *more;

	if (f->starts == f->starts_cap) {
		more = arena_array(rq->cx.arena, f->starts_cap * 2 + 16,
		    sizeof(*more));
		if (f->starts > 0)
			memcpy(more, f->start, f->starts * sizeof(*more));
		f->start = more;
		f->starts_cap = f->starts_cap * 2 + 16;
	}
	f->start[f->starts++] = (struct typed){
		.name = arena_text(rq->cx.arena, name),
		.text = arena_text(rq->cx.arena, text)
	};
}

void
form_rescue(struct request *rq, const char *name)
{
	const char *text = form_text(rq, name);

	if (rq->form->sent && *text != '\0')
		view_text(view_item(rq->view, "typed"), "text", text);
}

/* What stands in a field of the page: typed, else what it starts with. A
 * box that was not ticked in the form just sent stays so. */
const char *
form_value(void *request, const char *name)
{
	const struct request *rq = request;
	const struct field *f = form_field(rq, name);
	const struct typed *t = typed_find(rq, name);
	size_t i;

	if (f != NULL && (f->kind == FIELD_SECRET || f->kind == FIELD_FILE))
		return NULL;
	if (t != NULL && f != NULL)
		return t->text;
	if (rq->form->sent && f != NULL && f->name[strlen(f->name) - 1] != '*')
		return "";
	for (i = rq->form->starts; i > 0; i--)
		if (strcmp(rq->form->start[i - 1].name, name) == 0)
			return rq->form->start[i - 1].text;
	return NULL;
}

const char *
form_mistake(void *request, const char *name)
{
	const struct request *rq = request;
	const struct mistake *m;

	for (m = rq->cx.mistakes; m != NULL; m = m->next)
		if (strcmp(m->field, name) == 0)
			return m->text;
	return NULL;
}
