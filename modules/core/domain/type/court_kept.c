/* SPDX-License-Identifier: MIT */
/* The courts of the store, and what was counted by them. */
#include "domain/type/court_kept.h"

#include <stdlib.h>
#include <string.h>

#include "base/digest.h"
#include "domain/spine/event.h"
#include "model/right.h"
#include "store/store_court.h"
#include "text/date.h"
#include "text/message.h"
#include "xml/xml_court.h"

#define WORDS 7		/* of what was counted */

static enum err
model(struct ctx *cx, const struct store_court *row, struct court **out)
{
	struct reader_fault *faults = NULL;

	*out = xml_court_read(cx->arena, row->code, row->source,
	    strlen(row->source), NULL, &faults);
	if (*out == NULL)
		return refuse(cx, ERR_LOST, "the court “%s”, version %d, of "
		    "the store cannot be read", row->code, row->version);
	(*out)->id = row->id;
	(*out)->version = row->version;
	return OK;
}

enum err
court_kept_all(struct ctx *cx, const struct court **out)
{
	struct store_court *row;
	struct court *c;
	enum err e;

	*out = NULL;
	if ((e = store_court_list(cx, &row)) != OK)
		return e;
	for (; row != NULL; row = row->next) {
		if ((e = model(cx, row, &c)) != OK)
			return e;
		*out = c;
		out = (const struct court **)&c->next;
	}
	return OK;
}

enum err
court_kept_offers(struct ctx *cx, const struct casetype *t,
    const struct court **out)
{
	struct store_court *row;
	struct court *c;
	enum err e;

	*out = NULL;
	if (t == NULL || t->courts[0] == '\0')
		return OK;
	if ((e = store_court_list(cx, &row)) != OK)
		return e;
	for (; row != NULL; row = row->next) {
		if (!courtcount_has(t->courts, row->code))
			continue;
		if ((e = model(cx, row, &c)) != OK)
			return e;
		*out = c;
		out = (const struct court **)&c->next;
	}
	return OK;
}

enum err
court_kept_find(struct ctx *cx, const char *code, int version,
    const struct court **out)
{
	struct store_court *row;
	struct court *c;
	enum err e;

	*out = NULL;
	if ((e = store_court_find(cx, code, version, &row)) != OK)
		return e;
	if (row == NULL)
		return refuse(cx, ERR_MISSING, "%s",
		    _("This site has no such court."));
	if ((e = model(cx, row, &c)) == OK)
		*out = c;
	return e;
}

static enum err
tell(struct ctx *cx, const struct store_court *c, const char *kind)
{
	struct event_body *b = event_body(cx);

	event_fact(b, "court", c->code);
	event_number(b, "version", c->version);
	event_fact(b, "sha256", c->sha256);
	return event_add_topic(cx, "settings", kind, b);
}

static enum err
put(struct ctx *cx, const struct court *c, const char *source,
    const struct court **out)
{
	unsigned char sum[DIGEST_SIZE];
	struct store_court row = { .code = c->code, .source = source };
	struct store_court *newest;
	struct court *kept;
	enum err e;

	if ((e = store_court_find(cx, c->code, 0, &newest)) != OK)
		return e;
	digest_of(row.source, strlen(row.source), sum);
	row.sha256 = digest_hex(cx->arena, sum, sizeof(sum));
	if (newest != NULL && strcmp(newest->sha256, row.sha256) == 0)
		return court_kept_find(cx, newest->code, 0, out);
	row.version = newest == NULL ? 1 : newest->version + 1;
	if ((e = store_court_add(cx, &row)) != OK ||
	    (e = model(cx, &row, &kept)) != OK)
		return e;
	*out = kept;
	return tell(cx, &row, "court.installed");
}

enum err
court_kept_install(struct ctx *cx, const char *path,
    const struct court **out)
{
	const char *source;
	enum err e;

	if ((e = court_file(cx, path, &source, out)) != OK)
		return e;
	return put(cx, *out, source, out);
}

static enum err
may(struct ctx *cx)
{
	return (cx->rights & RIGHT_ADMIN) != 0 ? OK : refuse(cx,
	    ERR_FORBIDDEN, "%s", _("Only administrators change the rules of "
	    "courts."));
}

enum err
court_kept_look(struct ctx *cx, const char *source,
    const struct court **fresh, const struct court **newest)
{
	enum err e;

	*newest = NULL;
	if ((e = may(cx)) != OK ||
	    (e = court_text(cx, "court.xml", source, fresh)) != OK)
		return e;
	e = court_kept_find(cx, (*fresh)->code, 0, newest);
	if (e == ERR_MISSING)
		cx->why = NULL;
	return e == ERR_MISSING ? OK : e;
}

enum err
court_kept_put(struct ctx *cx, const char *source, int seen,
    const struct court **out)
{
	const struct court *newest;
	enum err e;

	if ((e = court_kept_look(cx, source, out, &newest)) != OK)
		return e;
	if ((newest == NULL ? 0 : newest->version) != seen)
		return refuse(cx, ERR_CONFLICT, "%s", _("Another version was "
		    "installed meanwhile. Look at what changes once more."));
	return put(cx, *out, source, out);
}

enum err
court_kept_uses(struct ctx *cx, const char *code,
    struct court_kept_use **out)
{
	struct store_court_use *row;
	struct court_kept_use *u;
	enum err e;

	*out = NULL;
	if ((e = may(cx)) != OK ||
	    (e = store_court_uses(cx, code, &row)) != OK)
		return e;
	for (; row != NULL; row = row->next) {
		u = arena_alloc(cx->arena, sizeof(*u));
		u->code = row->code;
		u->version = row->version;
		u->installed = row->installed;
		u->sha256 = row->sha256;
		u->open = row->open;
		u->used = row->used;
		*out = u;
		out = &u->next;
	}
	return OK;
}

enum err
court_kept_drop(struct ctx *cx, const char *code, int version)
{
	struct store_court_use *u;
	struct store_court *row;
	enum err e;

	if ((e = may(cx)) != OK ||
	    (e = store_court_uses(cx, code, &u)) != OK)
		return e;
	while (u != NULL && u->version != version)
		u = u->next;
	if (u == NULL)
		return refuse(cx, ERR_MISSING, "%s",
		    _("This site has no such court."));
	if (u->used)
		return refuse(cx, ERR_CONFLICT, "%s", _("Deadlines were "
		    "counted by this version, so it stays."));
	if ((e = store_court_find(cx, code, version, &row)) != OK ||
	    (e = store_court_drop(cx, row)) != OK)
		return e;
	return tell(cx, row, "court.removed");
}

static const char *
or_none(const char *code)
{
	return code == NULL || code[0] == '\0' ? "-" : code;
}

const char *
court_kept_write(struct ctx *cx, const struct courtcount_ask *k)
{
	return arena_printf(cx->arena, "%s %d %s %s %s %s %s",
	    k->court->code, k->court->version, k->rule->code,
	    date_iso(cx->arena, k->day), or_none(k->service == NULL ? NULL :
	    k->service->code), or_none(k->more == NULL ? NULL :
	    k->more->code), k->region);
}

enum err
court_kept_read(struct ctx *cx, const char *text, struct courtcount_ask *out)
{
	const char *word[WORDS], *at = text;
	const struct court *c;
	struct court_said said;
	size_t i, len;
	enum err e;

	for (i = 0; i < WORDS; i++, at += len + (at[len] == ' ')) {
		len = strcspn(at, " ");
		word[i] = len == 1 && *at == '-' ? "" :
		    arena_textn(cx->arena, at, len);
	}
	if ((e = court_kept_find(cx, word[0], (int)strtol(word[1], NULL, 10),
	    &c)) != OK)
		return e;
	said = (struct court_said){ word[2], word[3], word[4], word[5],
	    word[6] };
	return court_ask(cx, c, &said, out) == OK ? OK : refuse(cx, ERR_LOST,
	    "“%s” cannot be counted again", text);
}
