/* SPDX-License-Identifier: MIT */
/* Dockets of courts: taken over onto a case, and read. */
#include "domain/desk/docket.h"

#include <string.h>

#include "domain/desk/proceeding.h"
#include "domain/spine/event.h"
#include "domain/type/casetype.h"
#include "store/store_docket.h"
#include "store/store_dossier.h"
#include "store/store_proceeding.h"
#include "text/message.h"

#define STEP 500	/* entries that are compared at once */

enum err
docket_list(struct ctx *cx, const struct proceeding *p,
    const struct docket_filter *f, struct docket_entry **out)
{
	const struct store_docket_filter s = { .text = f->text,
	    .newest = f->newest, .after = f->after, .limit = f->limit };
	enum err e = store_docket_list(cx, p, &s, out);

	return e != OK ? e : store_docket_documents(cx, p, *out);
}

enum err
docket_find(struct ctx *cx, const struct proceeding *p, int64_t place,
    struct docket_entry **out)
{
	enum err e;

	if ((e = store_docket_find(cx, p, place, out)) != OK)
		return e;
	return *out != NULL ? store_docket_documents(cx, p, *out) :
	    refuse(cx, ERR_MISSING, "%s",
	    _("This docket has no such entry."));
}

enum err
docket_parties(struct ctx *cx, const struct proceeding *p,
    struct docket_party **out)
{
	return store_docket_parties(cx, p, out);
}

/* As the system has it: an operator asks for it, and sees none of it. */
enum err
docket_case(struct ctx *cx, const char *number, struct dossier **out)
{
	int64_t id;
	enum err e;

	if ((e = store_docket_case(cx, number, &id)) != OK)
		return e;
	*out = NULL;
	if (id != 0 && (e = store_dossier_known(cx, id, out)) != OK)
		return e;
	if (*out == NULL || (*out)->closed != 0)
		return refuse(cx, ERR_MISSING, _("There is no open case “%s”."),
		    number);
	(*out)->level = LEVEL_MANAGE;
	return casetype_by_id(cx, (*out)->type_id, &(*out)->type);
}

/* The proceeding with the court's number, made where there is none. */
static enum err
proceeding_of(struct ctx *cx, struct dossier *d, const struct docket *k,
    struct proceeding **out)
{
	const struct proceeding_new n = { .court = k->court,
	    .reference = k->number, .judge = k->judges, .filed = k->filed,
	    .ended = k->ended, .result = "" };
	struct proceeding *p;
	enum err e;

	if ((e = proceeding_list(cx, d, &p)) != OK)
		return e;
	while (p != NULL && strcmp(p->reference, k->number) != 0)
		p = p->next;
	*out = p;
	if (p == NULL)
		return proceeding_add(cx, d, &n, out);
	return proceeding_change(cx, d, p, &(struct proceeding_new){
	    .court = p->court, .reference = p->reference, .judge = k->judges,
	    .filed = k->filed, .ended = k->ended, .result =
	    k->ended[0] == '\0' ? "" : p->result }, p->version);
}

static bool
same(const struct docket_entry *a, const struct docket_entry *b)
{
	return a->place == b->place && a->attached == b->attached &&
	    strcmp(a->number, b->number) == 0 &&
	    strcmp(a->filed, b->filed) == 0 &&
	    strcmp(a->entered, b->entered) == 0 &&
	    strcmp(a->text, b->text) == 0;
}

/* What is in already says the same; *rest: the entries behind it. */
static enum err
compare(struct ctx *cx, const struct proceeding *p, const struct docket *k,
    const struct docket_entry **rest)
{
	const struct docket_entry *x = k->entries;
	struct docket_entry *old;
	int64_t after = 0;
	enum err e;

	do {
		if ((e = store_docket_taken(cx, p, after, STEP,
		    &old)) != OK)
			return e;
		for (after = 0; old != NULL; old = old->next,
		    x = x->next) {
			if (x == NULL || !same(x, old))
				return refuse(cx, ERR_CONFLICT, _("Entry "
				    "%lld of this docket is in already and "
				    "says something else. Nothing was "
				    "changed."), (long long)old->place);
			after = old->place;
		}
	} while (after != 0);
	*rest = x;
	return OK;
}

static enum err
write_parties(struct ctx *cx, const struct proceeding *p,
    const struct docket *k)
{
	const struct docket_party *y;
	enum err e = store_docket_parties_drop(cx, p);

	for (y = k->parties; e == OK && y != NULL; y = y->next)
		e = store_docket_party_add(cx, p, y);
	return e;
}

static enum err
tell(struct ctx *cx, struct dossier *d, const struct proceeding *p,
    const struct docket *k, int64_t fresh)
{
	struct event_body *b = event_body(cx);
	const struct docket_fact *f;

	event_number(b, "no", p->no);
	event_fact(b, "court", p->court);
	event_fact(b, "reference", p->reference);
	event_number(b, "entries", fresh);
	event_fact(b, "title", k->title);
	for (f = k->facts; f != NULL; f = f->next)
		event_fact(b, arena_printf(cx->arena, "docket.%s", f->name),
		    f->text);
	return event_add(cx, d, "proceeding.docketed", b);
}

enum err
docket_import(struct ctx *cx, const char *dossier, const struct docket *k,
    int64_t *fresh)
{
	const struct docket_entry *x = k->entries;
	struct proceeding *p;
	struct dossier *d;
	enum err e;

	*fresh = 0;
	if ((e = docket_case(cx, dossier, &d)) != OK ||
	    (e = proceeding_of(cx, d, k, &p)) != OK ||
	    (e = compare(cx, p, k, &x)) != OK)
		return e;
	for (; x != NULL; x = x->next, ++*fresh)
		if ((e = store_docket_entry_add(cx, p, x, 0)) != OK)
			return e;
	if ((e = write_parties(cx, p, k)) != OK || *fresh == 0)
		return e;
	return tell(cx, d, p, k, *fresh);
}
