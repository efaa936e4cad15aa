/* SPDX-License-Identifier: MIT */
/* Correspondence: with whom documents and notes were exchanged. */
#include "domain/dossier/exchange.h"

#include <string.h>

#include "base/config.h"
#include "domain/dossier/compartment_part.h"
#include "domain/dossier/undo.h"
#include "domain/spine/keep.h"
#include "domain/spine/medium.h"
#include "store/db.h"
#include "store/store_exchange.h"
#include "store/store_party.h"
#include "text/date.h"
#include "text/fold.h"
#include "text/message.h"

#define NAME 200	/* characters of whom it was exchanged with */

const char *const exchange_media[] = { EXCHANGE_MEDIA, NULL };

const char *
exchange_way(const char *code)
{
	return strcmp(code, "in") == 0 ? _("Received") :
	    strcmp(code, "out") == 0 ? _("Sent") : "";
}

const char *
exchange_medium(const char *code)
{
	if (strcmp(code, "meeting") == 0)
		return _("Meeting");
	if (strcmp(code, "court") == 0)
		return _("Through the court");
	return medium_word(code);
}

static const char *
text_of(const char *typed)
{
	return typed == NULL ? "" : typed;
}

/* Of the house, for what comes in by itself. */
static const char *
house_day(struct ctx *cx, int64_t when)
{
	return date_today(cx->arena, cx->conf != NULL ? cx->conf->timezone :
	    cx->zone, when);
}

static const char *
today(struct ctx *cx)
{
	return date_today(cx->arena, cx->zone, cx->now);
}

/* Neither here nor in the house is it that day yet. */
static bool
to_come(struct ctx *cx, const char *day)
{
	return strcmp(day, today(cx)) > 0 &&
	    strcmp(day, house_day(cx, cx->now)) > 0;
}

static bool
medium_ok(const char *code)
{
	const char *const *m = exchange_media;

	while (*m != NULL && strcmp(*m, code) != 0)
		m++;
	return *m != NULL || code[0] == '\0';
}

/* With whom: one of the case, else somebody by name. */
static enum err
with(struct ctx *cx, struct dossier *d, const struct exchange_new *n,
    struct exchange *x)
{
	const struct party *p;
	enum err e;

	x->number = "";
	if (n->party == 0)
		return keep_text(cx, "who", text_of(n->who), 0, NAME, false,
		    &x->name);
	x->name = "";
	if (d->parties == NULL && (e = store_party_list(cx, d)) != OK)
		return e;
	for (p = d->parties; p != NULL && p->no != n->party;)
		p = p->next;
	if (p == NULL || strcmp(p->role, "lead") == 0)
		return refuse_field(cx, "party", "%s",
		    _("Choose one of the people of this case."));
	if (text_of(n->who)[0] != '\0')
		return refuse_field(cx, "who", "%s", _("Choose somebody, or "
		    "write a name: not both."));
	x->person = p->person;
	x->number = p->number;
	x->name = p->name;
	return OK;
}

/* Which way, by what, when. */
static enum err
how(struct ctx *cx, const struct exchange_new *n, struct exchange *x)
{
	enum err bad = OK;

	x->way = text_of(n->way);
	x->medium = text_of(n->medium);
	x->exchanged = text_of(n->exchanged);
	if (x->way[0] != '\0' && exchange_way(x->way)[0] == '\0')
		bad = refuse_field(cx, "way", "%s",
		    _("Choose whether it was sent or received."));
	if (!medium_ok(x->medium))
		bad = refuse_field(cx, "medium", "%s",
		    _("Choose how it came or went."));
	if (x->exchanged[0] != '\0' && (!date_civil_ok(x->exchanged) ||
	    to_come(cx, x->exchanged)))
		bad = refuse_field(cx, "exchanged", "%s",
		    _("Write the day on which it was sent or received, today "
		    "at the latest."));
	return bad;
}

enum err
exchange_typed(struct ctx *cx, struct dossier *d,
    const struct exchange_new *n, struct exchange *out)
{
	bool said;
	enum err e, f;

	*out = (struct exchange){ .number = "", .name = "", .way = "",
	    .medium = "", .exchanged = "" };
	if (n == NULL)
		return OK;
	e = with(cx, d, n, out);
	f = how(cx, n, out);
	if (e != OK || f != OK)
		return e != OK ? e : f;
	said = out->way[0] != '\0' || out->medium[0] != '\0' ||
	    out->exchanged[0] != '\0';
	if (out->name[0] == '\0')
		return !said ? OK : refuse_field(cx, "party", "%s",
		    _("Choose with whom, or write a name."));
	if (out->exchanged[0] == '\0')
		out->exchanged = today(cx);
	return OK;
}

/* Two of one name: neither. The same person in two roles: the first. */
static int64_t
called(struct ctx *cx, const struct dossier *d, const char *name)
{
	const char *key = fold(cx->arena, name);
	const struct party *p, *hit = NULL;

	for (p = d->parties; p != NULL; p = p->next) {
		if (p->ended != 0 || strcmp(p->role, "lead") == 0 ||
		    strcmp(fold(cx->arena, p->name), key) != 0)
			continue;
		if (hit != NULL && hit->person != p->person)
			return 0;
		hit = hit == NULL ? p : hit;
	}
	return hit == NULL ? 0 : hit->no;
}

enum err
exchange_came(struct ctx *cx, struct dossier *d, int64_t person,
    const char *name, const char *medium, int64_t received,
    struct exchange_new *out)
{
	const struct party *p;
	enum err e;

	*out = (struct exchange_new){ .who = "" };
	if ((e = store_party_list(cx, d)) != OK)
		return e;
	for (p = d->parties; p != NULL && out->party == 0; p = p->next)
		if (p->person == person && p->ended == 0 &&
		    strcmp(p->role, "lead") != 0)
			out->party = p->no;
	if (out->party == 0 && name[0] != '\0' &&
	    (out->party = called(cx, d, name)) == 0)
		out->who = name;
	if (out->party == 0 && out->who[0] == '\0')
		return OK;
	out->way = "in";
	out->medium = medium_ok(medium) ? medium : "";
	out->exchanged = house_day(cx, received);
	return OK;
}

enum err
exchange_add(struct ctx *cx, const struct dossier *d, int64_t no,
    struct exchange *x)
{
	x->no = no;
	return x->exchanged[0] == '\0' ? OK : store_exchange_add(cx, d, x);
}

void
exchange_tell(struct event_body *b, const struct exchange *x)
{
	if (x->exchanged[0] == '\0')
		return;
	event_fact(b, "with_whom", x->name);
	event_fact(b, "sent_way", x->way);
	event_fact(b, "sent_by", x->medium);
	event_fact(b, "sent_on", x->exchanged);
}

enum err
exchange_open(struct ctx *cx, const struct dossier *d, int64_t no,
    struct exchange **out)
{
	struct compartment_part *p;
	enum err e;

	if ((e = compartment_part(cx, d, no, &p)) != OK)
		return e;
	if (p->kind != COMPARTMENT_DOCUMENT && p->kind != COMPARTMENT_NOTE)
		return refuse(cx, ERR_MISSING, "%s",
		    _("This case has no such document or note."));
	if ((e = store_exchange_find(cx, d, no, out)) != OK || *out != NULL)
		return e;
	*out = arena_alloc(cx->arena, sizeof(**out));
	**out = (struct exchange){ .no = no, .number = "", .name = "",
	    .way = "", .medium = "", .exchanged = "",
	    .note = p->kind == COMPARTMENT_NOTE, .title = p->name,
	    .compartment = p->compartment,
	    .compartment_name = p->compartment_name };
	return OK;
}

static enum err
tell_change(struct ctx *cx, struct dossier *d, const struct exchange *old,
    const struct exchange *x)
{
	struct event_body *b = event_body(cx);

	event_number(b, "no", old->no);
	event_within(b, old->no, old->compartment);
	if (!old->note)
		event_fact(b, "name", old->title);
	event_change(b, "with_whom", old->name, x->name);
	event_change(b, "sent_way", old->way, x->way);
	event_change(b, "sent_by", old->medium, x->medium);
	event_change(b, "sent_on", old->exchanged, x->exchanged);
	return event_add(cx, d, old->note ? "note.exchanged" :
	    "document.exchanged", b);
}

enum err
exchange_change(struct ctx *cx, struct dossier *d, struct exchange *old,
    const struct exchange_new *n)
{
	struct undo *u = NULL;
	struct exchange x;
	enum err e;

	if ((e = keep_level(cx, d, LEVEL_WORK)) != OK ||
	    (e = exchange_typed(cx, d, n, &x)) != OK)
		return e;
	if (x.person == 0 && strcmp(x.name, old->name) == 0)
		x.person = old->person;	/* who is on the case no more */
	x.no = old->no;
	if (x.person == old->person && strcmp(x.name, old->name) == 0 &&
	    strcmp(x.way, old->way) == 0 &&
	    strcmp(x.medium, old->medium) == 0 &&
	    strcmp(x.exchanged, old->exchanged) == 0)
		return OK;
	x.id = old->id;
	x.version = old->version;
	if ((e = undo_watch(cx, d, UNDO_EXCHANGES, &u)) != OK ||
	    (e = x.id == 0 ? store_exchange_add(cx, d, &x) :
	    store_exchange_save(cx, &x)) != OK ||
	    (e = undo_step(cx, u, old->note ? "note.exchanged" :
	    "document.exchanged")) != OK)
		return e;
	return tell_change(cx, d, old, &x);
}

enum err
exchange_person(struct ctx *cx, struct dossier *d, int64_t party,
    int64_t *out)
{
	const struct party *p;
	enum err e;

	*out = 0;
	if (party == 0)
		return OK;
	if (d->parties == NULL && (e = store_party_list(cx, d)) != OK)
		return e;
	for (p = d->parties; p != NULL && p->no != party;)
		p = p->next;
	*out = p == NULL ? -1 : p->person;
	return OK;
}

enum err
exchange_list(struct ctx *cx, struct dossier *d,
    const struct exchange_filter *f, struct exchange **out)
{
	struct store_exchange_filter s = { .others = f->others,
	    .way = f->way, .after = f->after,
	    .limit = f->limit == 0 ? INT64_MAX : f->limit };
	enum err e = exchange_person(cx, d, f->party, &s.person);

	return e != OK ? e : store_exchange_list(cx, d, &s, out);
}
