/* SPDX-License-Identifier: MIT */
/* What arrived and is on no dossier yet. */
#include "domain/desk/arrival.h"

#include <string.h>

#include "base/config.h"
#include "domain/spine/document_bytes.h"
#include "domain/spine/dossier_number.h"
#include "domain/spine/event.h"
#include "domain/spine/keep.h"
#include "domain/spine/medium.h"
#include "store/store_arrival.h"
#include "store/store_person.h"
#include "text/date.h"
#include "text/message.h"

#define COUNTED 1001

static enum err
tell(struct ctx *cx, const struct arrival *a, const char *kind,
    struct event_body *b)
{
	event_fact(b, "number", a->number);
	return event_add_topic(cx, "arrivals", kind, b);
}

/* One of the teams whose arrivals the viewer sees. */
static enum err
team_of(struct ctx *cx, const char *code, struct arrival *a)
{
	struct team *t;
	enum err e;

	if ((e = store_arrival_teams(cx, &t)) != OK)
		return e;
	for (; t != NULL; t = t->next)
		if (strcmp(t->code, code) == 0) {
			a->team = t->id;
			a->team_code = t->code;
			a->team_name = t->name;
			return OK;
		}
	return refuse_field(cx, "team", "%s",
	    _("Choose one of your teams."));
}

/* One of those who could look after it. */
static enum err
owner_of(struct ctx *cx, const char *number, struct arrival *a)
{
	struct person *p;
	enum err e;

	a->owner = 0;
	a->owner_name = "";
	if (number[0] == '\0')
		return OK;
	if ((e = store_arrival_people(cx, a->team, &p)) != OK)
		return e;
	for (; p != NULL; p = p->next)
		if (strcmp(p->number, number) == 0) {
			a->owner = p->id;
			a->owner_name = p->name;
			return OK;
		}
	return refuse_field(cx, "owner", "%s",
	    _("Choose somebody who registers requests for this team."));
}

static enum err
check(struct ctx *cx, const struct arrival_new *n, struct arrival *a)
{
	enum err e, bad = OK;

	if ((e = keep_text(cx, "title", n->title, 1, 200, false,
	    &a->title)) != OK)
		bad = e;
	if ((e = keep_text(cx, "sender", n->sender, 0, 200, false,
	    &a->sender)) != OK)
		bad = e;
	a->medium = n->medium;
	if (!medium_known(n->medium))
		bad = refuse_field(cx, "medium", "%s",
		    _("Choose how it arrived."));
	a->received = n->received == 0 ? cx->now : n->received;
	if (a->received > cx->now)
		bad = refuse_field(cx, "received", "%s",
		    _("The arrival lies in the future. Correct it."));
	if ((e = team_of(cx, n->team, a)) != OK ||
	    (e = owner_of(cx, n->owner, a)) != OK)
		bad = e;
	return bad;
}

enum err
arrival_add(struct ctx *cx, const struct arrival_new *n,
    struct arrival **out)
{
	struct arrival *a = arena_alloc(cx->arena, sizeof(*a));
	struct event_body *b = event_body(cx);
	enum err e;
	int i;

	*out = NULL;
	*a = (struct arrival){ .added = cx->now, .added_by = "",
	    .dossier_number = "", .reason = "" };
	if ((e = check(cx, n, a)) != OK)
		return e;
	for (i = 0; i < DOSSIER_NUMBER_TRIES && a->id == 0; i++) {
		a->number = dossier_number_arrival(cx);
		if ((e = store_arrival_add(cx, a)) != OK)
			return e;
	}
	if (a->id == 0)
		return dossier_number_none(cx);
	event_fact(b, "title", a->title);
	event_fact(b, "sender", a->sender);
	event_fact(b, "medium", a->medium);
	event_fact(b, "team", a->team_name);
	event_fact(b, "owner", a->owner_name);
	event_happened(b, a->received);
	*out = a;
	return tell(cx, a, "arrival.logged", b);
}

enum err
arrival_keep(struct ctx *cx, struct arrival *a, const struct document_new *n)
{
	struct arrival_file f = { .no = ++a->nfiles,
	    .media_type = n->media_type, .sha256 = n->sha256,
	    .bytes = n->bytes };
	struct event_body *b = event_body(cx);
	enum err e;

	if ((e = keep_text(cx, "files", n->name, 1, 200, false,
	    &f.name)) != OK ||
	    (e = document_bytes_keep(cx, n->path, n->sha256)) != OK ||
	    (e = store_arrival_file_add(cx, a, &f)) != OK)
		return e;
	event_number(b, "no", f.no);
	event_fact(b, "name", f.name);
	event_number(b, "bytes", (int64_t)f.bytes);
	event_fact(b, "sha256", f.sha256);
	return tell(cx, a, "arrival.file_added", b);
}

enum err
arrival_open(struct ctx *cx, const char *number, struct arrival **out)
{
	enum err e;

	if ((e = store_arrival_find(cx, number, out)) != OK || *out != NULL)
		return e;
	return refuse(cx, ERR_MISSING, "%s",
	    _("There is no such arrival, or it is not for you."));
}

enum err
arrival_file_open(struct ctx *cx, const struct arrival *a, int64_t no,
    const struct arrival_file **out)
{
	struct event_body *b = event_body(cx);
	const struct arrival_file *f = a->files;

	while (f != NULL && f->no != no)
		f = f->next;
	if ((*out = f) == NULL)
		return refuse(cx, ERR_MISSING, "%s",
		    _("This arrival has no such file (any more)."));
	event_fact(b, "number", a->number);
	event_number(b, "no", no);
	event_fact(b, "name", f->name);
	event_look_topic(cx, "arrivals", "document.sent", b);
	return OK;
}

enum err
arrival_page(struct ctx *cx, enum arrival_list which, const char *team,
    const char *after, int limit, struct arrival_page *out)
{
	static const enum store_arrival_list lists[] = {
		STORE_ARRIVAL_ALL, STORE_ARRIVAL_MINE, STORE_ARRIVAL_NOBODY,
		STORE_ARRIVAL_AWAY
	};
	struct arrival of = { .team = 0 }, *a;
	enum err e;
	int n;

	out->next = "";
	out->arrivals = NULL;
	if (team[0] != '\0' && (e = team_of(cx, team, &of)) != OK)
		return e;
	if ((e = store_arrival_list(cx, lists[which], of.team, after,
	    limit + 1, &out->arrivals)) != OK)
		return e;
	for (a = out->arrivals, n = 1; a != NULL; a = a->next, n++)
		if (n == limit && a->next != NULL) {
			out->next = a->number;
			a->next = NULL;
		}
	return OK;
}

enum err
arrival_count(struct ctx *cx, int64_t out[3])
{
	return store_arrival_count(cx, COUNTED, out);
}

enum err
arrival_teams(struct ctx *cx, struct team **out)
{
	return store_arrival_teams(cx, out);
}

enum err
arrival_people(struct ctx *cx, int64_t team, struct person **out)
{
	return store_arrival_people(cx, team, out);
}

static enum err
give(struct ctx *cx, struct arrival *a, int64_t owner, const char *name)
{
	struct event_body *b = event_body(cx);
	enum err e;

	if ((e = store_arrival_give(cx, a, owner)) != OK)
		return e;
	event_change(b, "owner", a->owner_name, name);
	a->owner = owner;
	a->owner_name = name;
	return tell(cx, a, "arrival.given", b);
}

enum err
arrival_give(struct ctx *cx, struct arrival *a, const char *person)
{
	struct arrival to = *a;
	enum err e;

	if ((e = owner_of(cx, person, &to)) != OK)
		return e;
	return give(cx, a, to.owner, to.owner_name);
}

enum err
arrival_take(struct ctx *cx, struct arrival *a)
{
	struct person *me;
	enum err e;

	if ((e = store_person_get(cx, cx->viewer, &me)) != OK)
		return e;
	return give(cx, a, cx->viewer, me == NULL ? "" : me->name);
}

/* The files are the dossier's from now on: the same bytes. */
static enum err
move_files(struct ctx *cx, const struct arrival *a, struct dossier *d)
{
	const char *zone = cx->conf != NULL ? cx->conf->timezone : cx->zone;
	const struct arrival_file *f;
	struct exchange_new came;
	struct document_new n;
	struct document *added;
	enum err e;

	if (a->files != NULL && (e = exchange_came(cx, d, 0, a->sender,
	    a->medium, a->received, &came)) != OK)
		return e;
	for (f = a->files; f != NULL; f = f->next) {
		n = (struct document_new){ .name = f->name,
		    .media_type = f->media_type, .sha256 = f->sha256,
		    .bytes = f->bytes, .exchange = &came,
		    .dated = date_today(cx->arena, zone, a->received) };
		if ((e = document_add(cx, d, &n, &added)) != OK)
			return e;
	}
	return OK;
}

enum err
arrival_file(struct ctx *cx, struct arrival *a, struct dossier *d)
{
	struct event_body *own = event_body(cx), *b = event_body(cx);
	enum err e;

	if ((e = keep_level(cx, d, LEVEL_WORK)) != OK ||
	    (e = store_arrival_leave(cx, a, d->id, "")) != OK ||
	    (e = move_files(cx, a, d)) != OK)
		return e;
	event_fact(own, "dossier", d->number);
	if ((e = tell(cx, a, "arrival.filed", own)) != OK)
		return e;
	a->left = cx->now;
	a->dossier = d->id;
	a->dossier_number = d->number;
	event_fact(b, "number", a->number);
	event_fact(b, "title", a->title);
	event_fact(b, "sender", a->sender);
	event_fact(b, "medium", a->medium);
	event_number(b, "files", a->nfiles);
	event_happened(b, a->received);
	return event_add(cx, d, "arrival.filed", b);
}

enum err
arrival_put_away(struct ctx *cx, struct arrival *a, const char *reason)
{
	struct event_body *b = event_body(cx);
	enum err e;

	if ((e = keep_reason(cx, "reason", reason, &reason)) != OK ||
	    (e = store_arrival_leave(cx, a, 0, reason)) != OK)
		return e;
	a->left = cx->now;
	event_why(b, reason);
	return tell(cx, a, "arrival.put_away", b);
}

enum err
arrival_take_back(struct ctx *cx, struct arrival *a)
{
	enum err e;

	if ((e = store_arrival_back(cx, a)) != OK)
		return e;
	a->left = 0;
	return tell(cx, a, "arrival.taken_back", event_body(cx));
}
