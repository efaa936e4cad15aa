/* SPDX-License-Identifier: MIT */
/* Consents, and what left by them, against the log. */
#include "domain/house/verify_consents.h"

#include <stdlib.h>
#include <string.h>

#include "base/config.h"
#include "domain/dossier/consent.h"
#include "domain/spine/event_get.h"
#include "store/store_event.h"
#include "store/store_person.h"
#include "store/store_verify_consents.h"
#include "text/date.h"
#include "text/message.h"

struct told {		/* of one consent */
	struct told *next;
	int64_t dossier, no;
	const char *sum, *state, *how, *witness;
	const char *whose, *signer, *to;	/* numbers of then */
	int64_t document, taken, taker, ended, ender;
	const char *ended_how, *ended_why;
	/* of its row, once it is seen */
	bool seen;
	unsigned int what, purpose;
	const char *begins, *until;
};
struct left {		/* by consents */
	struct left *next;
	int64_t dossier, recorded;
	const char *consents;
	unsigned int what, purpose;
};

struct verify_consents {
	struct ctx *cx;
	struct arena *kept;
	struct told *told;	/* the newest first */
	struct told **sorted;	/* at the end, in the order of the rows */
	size_t n, at;
	struct left *left;
	const char *fault;
};

struct verify_consents *
verify_consents_begin(struct ctx *cx)
{
	struct verify_consents *v = arena_alloc(cx->arena, sizeof(*v));

	v->cx = cx;
	v->kept = arena_new();
	return v;
}

void
verify_consents_end(struct verify_consents *v)
{
	arena_free(v->kept);
}

/* chains come one after the other: the list is searched little */
static struct told *
find(struct verify_consents *v, int64_t dossier, int64_t no)
{
	struct told *t = v->told;

	while (t != NULL && t->dossier == dossier && t->no != no)
		t = t->next;
	return t != NULL && t->dossier == dossier ? t : NULL;
}

static const char *
kept(struct verify_consents *v, struct ctx *small, const struct event *ev,
    const char *fact)
{
	return arena_text(v->kept, event_get(small, ev, "fact", fact));
}

static int64_t
number(struct ctx *small, const struct event *ev, const char *fact)
{
	return strtoll(event_get(small, ev, "fact", fact), NULL, 10);
}

/* Prepared, or said: the last that says what it is counts. */
static void
say(struct verify_consents *v, struct ctx *small,
    const struct store_event *e, const struct event *ev)
{
	int64_t no = number(small, ev, "consent");
	struct told *t = find(v, e->dossier, no);

	if (t == NULL) {
		t = arena_alloc(v->kept, sizeof(*t));
		t->dossier = e->dossier;
		t->no = no;
		t->ended_how = t->ended_why = "";
		t->next = v->told;
		v->told = t;
		v->n++;
	}
	t->sum = kept(v, small, ev, "sha256");
	t->state = arena_text(v->kept, strchr(e->kind, '.') + 1);
	t->how = kept(v, small, ev, "how");
	t->witness = kept(v, small, ev, "witness");
	t->whose = kept(v, small, ev, "whose");
	t->signer = kept(v, small, ev, "signer");
	t->to = kept(v, small, ev, "to");
	t->document = number(small, ev, "document");
	if (strcmp(t->state, "prepared") == 0)
		return;
	t->taken = e->recorded;
	t->taker = e->actor;
}

static void
end(struct verify_consents *v, struct ctx *small,
    const struct store_event *e, const struct event *ev)
{
	struct told *t = find(v, e->dossier, number(small, ev, "consent"));

	if (t == NULL || t->ended != 0)
		return;
	t->ended = e->recorded;
	t->ender = e->actor;
	t->ended_how = kept(v, small, ev, "how");
	t->ended_why = arena_text(v->kept, event_get(small, ev, "why", ""));
}

static void
leave(struct verify_consents *v, struct ctx *small,
    const struct store_event *e, const struct event *ev)
{
	const char *by = event_get(small, ev, "fact", "consents");
	struct left *l;

	if (by[0] == '\0' || strcmp(by, "self") == 0)
		return;
	l = arena_alloc(v->kept, sizeof(*l));
	l->dossier = e->dossier;
	l->recorded = e->recorded;
	l->consents = arena_text(v->kept, by);
	l->what = (unsigned int)number(small, ev, "consent_what");
	l->purpose = (unsigned int)number(small, ev, "consent_purpose");
	l->next = v->left;
	v->left = l;
}

void
verify_consents_event(struct verify_consents *v, struct ctx *small,
    const struct store_event *e)
{
	const struct event ev = { .kind = e->kind, .body = e->body };

	if (e->dossier == 0)
		return;
	if (strcmp(e->kind, "consent.ended") == 0)
		end(v, small, e, &ev);
	else if (strncmp(e->kind, "consent.", 8) == 0)
		say(v, small, e, &ev);
	else
		leave(v, small, e, &ev);
}

static int
compare(const void *a, const void *b)
{
	const struct told *x = *(struct told *const *)a,
	    *y = *(struct told *const *)b;

	if (x->dossier != y->dossier)
		return x->dossier < y->dossier ? -1 : 1;
	return x->no < y->no ? -1 : x->no > y->no;
}

/* The same person, or who that record became part of since. */
static bool
same_person(struct verify_consents *v, const char *was, const char *is)
{
	const char *into = "";

	return strcmp(was, is) == 0 || (was[0] != '\0' &&
	    store_person_merge_into(v->cx, was, &into) == OK &&
	    strcmp(into, is) == 0);
}

static bool
same(struct verify_consents *v, const struct store_verify_consent *r,
    const struct told *t)
{
	static const char *const states[] = { CONSENT_STATES };
	struct consent c = r->c;

	if (r->dossier != t->dossier || c.no != t->no ||
	    strcmp(states[c.state], t->state) != 0 ||
	    !same_person(v, t->whose, c.number) ||
	    !same_person(v, t->signer, c.signer_number) ||
	    !same_person(v, t->to, c.receiver_number))
		return false;
	c.number = t->whose;
	c.signer_number = t->signer;
	c.receiver_number = t->to;
	return strcmp(consent_sum(v->cx, r->number, &c), t->sum) == 0 &&
	    strcmp(c.how, t->how) == 0 && c.document == t->document &&
	    strcmp(c.witness, t->witness) == 0 && c.taken == t->taken &&
	    r->taker == t->taker && c.ended == t->ended &&
	    r->ender == t->ender && strcmp(c.ended_how, t->ended_how) == 0 &&
	    strcmp(c.ended_why, t->ended_why) == 0;
}

static bool
see(void *to, const struct store_verify_consent *r)
{
	struct verify_consents *v = to;
	struct told *t;

	if (v->at < v->n && same(v, r, v->sorted[v->at])) {
		t = v->sorted[v->at++];
		t->seen = true;
		t->what = r->c.what;
		t->purpose = r->c.purpose;
		t->begins = arena_text(v->kept, r->c.begins);
		t->until = arena_text(v->kept, r->c.until);
		return true;
	}
	v->fault = arena_printf(v->cx->arena, _("%s: consent %lld is not as "
	    "its history says."), r->number, (long long)r->c.no);
	return false;
}

static struct told *
sorted_find(struct verify_consents *v, int64_t dossier, int64_t no)
{
	struct told key = { .dossier = dossier, .no = no }, *k = &key, **hit;

	hit = bsearch(&k, v->sorted, v->n, sizeof(*v->sorted), compare);
	return hit == NULL ? NULL : *hit;
}

/* Did it hold when that left, for that purpose? */
static bool
held(struct verify_consents *v, const struct told *t, const struct left *l)
{
	struct ctx *cx = v->cx;
	const char *day = date_today(cx->arena, cx->conf != NULL ?
	    cx->conf->timezone : cx->zone, l->recorded);

	return strcmp(t->state, "given") == 0 && t->taken <= l->recorded &&
	    (t->ended == 0 || t->ended >= l->recorded) &&
	    strcmp(t->begins, day) <= 0 && (t->until[0] == '\0' ||
	    strcmp(day, t->until) <= 0) &&
	    (l->purpose == 0 || (t->purpose & l->purpose) != 0);
}

/* Everything is all that need not be named. */
static unsigned int
spelt_out(unsigned int what)
{
	return (what & CONSENT_ALL) == 0 ? what :
	    (what | (CONSENT_WHATS & ~(unsigned int)CONSENT_NAMED)) &
	    ~(unsigned int)CONSENT_ALL;
}

/* All consents that carried it, and together all of it. */
static bool
carried(struct verify_consents *v, const struct left *l)
{
	const char *at = l->consents;
	unsigned int what = 0;
	struct told *t;
	char *rest;
	int64_t no;

	for (; (no = strtoll(at, &rest, 10)) > 0; at = rest) {
		t = sorted_find(v, l->dossier, no);
		if (t == NULL || !t->seen || !held(v, t, l))
			return false;
		what |= spelt_out(t->what);
	}
	/* documents may be asked for as what a type says they are */
	if ((what & CONSENT_NAMED) != 0)
		what |= CONSENT_DOCUMENTS;
	return (spelt_out(l->what) & ~what) == 0;
}

enum err
verify_consents_last(struct verify_consents *v, const char **fault)
{
	const struct left *l;
	struct told *t;
	size_t i = 0;
	enum err e;

	v->sorted = arena_array(v->kept, v->n + 1, sizeof(*v->sorted));
	for (t = v->told; t != NULL; t = t->next)
		v->sorted[i++] = t;
	if (i > 0)
		qsort(v->sorted, i, sizeof(*v->sorted), compare);
	e = store_verify_consents(v->cx, see, v);
	if (e == OK && v->fault == NULL && v->at < v->n)
		v->fault = _("A consent that the history tells of is gone.");
	for (l = v->left; e == OK && v->fault == NULL && l != NULL;
	    l = l->next)
		if (!carried(v, l))
			v->fault = arena_printf(v->cx->arena, _("Something "
			    "left by consent %s, which did not carry it "
			    "then."), l->consents);
	*fault = v->fault;
	return e;
}
