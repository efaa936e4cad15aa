/* SPDX-License-Identifier: MIT */
/* The account of what left the house. */
#include "domain/desk/disclosure.h"

#include <stdlib.h>
#include <string.h>

#include "base/buf.h"
#include "base/words.h"
#include "domain/desk/medical.h"
#include "domain/desk/share.h"
#include "domain/dossier/consent.h"
#include "domain/dossier/disclosure_words.h"
#include "domain/dossier/part2.h"
#include "domain/spine/keep.h"
#include "store/store_disclosure.h"
#include "store/store_dossier.h"
#include "store/store_party.h"
#include "store/store_share.h"
#include "text/date.h"
#include "text/message.h"

#define NAME 200
#define ADDRESS 500

static bool
among(const char *const *list, const char *word)
{
	while (*list != NULL && strcmp(*list, word) != 0)
		list++;
	return *list != NULL;
}

enum err
disclosure_write(struct ctx *cx, struct dossier *d, struct disclosure *x,
    struct event_body *b)
{
	enum err e;

	if ((e = store_dossier_next(cx, d, &x->no)) != OK ||
	    (e = store_disclosure_add(cx, d, x)) != OK)
		return e;
	event_number(b, "disclosure", x->no);
	if (x->request == 0)	/* the step of a request names them */
		event_fact(b, "receiver", x->receiver);
	event_fact(b, "address", x->address);
	event_fact(b, "disclosed", x->disclosed);
	event_fact(b, "what", x->what);
	event_fact(b, "way", x->way);
	event_fact(b, "ground", x->ground);
	event_fact(b, "consents", x->consents);
	event_number(b, "purpose", x->purpose);
	event_number(b, "part2", x->part2);
	return OK;
}

static enum err
who_gets_it(struct ctx *cx, struct dossier *d,
    const struct disclosure_new *n, struct disclosure *x, int64_t *person)
{
	const struct party *p;
	enum err e;

	*person = 0;
	if ((e = keep_text(cx, "address", n->address, 0, ADDRESS, true,
	    &x->address)) != OK || (e = store_party_list(cx, d)) != OK)
		return e;
	if (n->party == 0) {
		x->receiver = "";
		if ((e = keep_text(cx, "receiver", n->receiver, 0, NAME,
		    false, &x->receiver)) != OK || x->receiver[0] != '\0')
			return e;
		return refuse_field(cx, "receiver", "%s",
		    _("Choose somebody, or write who gets it."));
	}
	for (p = d->parties; p != NULL; p = p->next)
		if (p->no == n->party && p->ended == 0)
			break;
	if (p == NULL)
		return refuse_field(cx, "party", "%s",
		    _("Choose one of the people of this case."));
	x->receiver = p->name;
	*person = p->person;
	return OK;
}

static enum err
why_it_may(struct ctx *cx, struct dossier *d, const struct disclosure_new *n,
    struct disclosure *x, int64_t person)
{
	bool consent = strcmp(n->ground, "consent") == 0 ||
	    strcmp(n->ground, "patient") == 0;
	struct consent_ask ask = { .what = n->kinds, .receiver = person,
	    .name = x->receiver, .purpose = n->purpose,
	    .way = CONSENT_BY_PRINT, .field = "ground" };
	struct consent_answer answer;
	enum err e;

	x->ground = n->ground;
	x->consents = "";
	if (!among(disclosure_words_grounds, n->ground) &&
	    strcmp(n->ground, DISCLOSURE_NONE) != 0)
		return refuse_field(cx, "ground", "%s",
		    _("Choose by which right."));
	if ((e = keep_text(cx, "ground_why", n->ground_why, consent ? 0 : 1,
	    KEEP_REASON, true, &x->ground_why)) != OK ||
	    (e = part2_what(cx, d, NULL, 0, &ask.what)) != OK)
		return e;
	x->part2 = (ask.what & CONSENT_NAMED) != 0;
	if (!consent)
		return !x->part2 || strcmp(n->ground, "court") == 0 ||
		    strcmp(n->ground, DISCLOSURE_NONE) == 0 ? OK :
		    refuse_field(cx, "ground", "%s", _("Records under 42 CFR "
		    "part 2 leave only by a consent that names them, or by "
		    "order of a court."));
	if ((e = consent_allows(cx, d, &ask, &answer)) == OK)
		x->consents = answer.carried;
	return e;
}

static enum err
when_and_how(struct ctx *cx, const struct disclosure_new *n,
    struct disclosure *x)
{
	const char *today = consent_today(cx);
	enum err e, bad = OK;

	x->disclosed = n->disclosed[0] == '\0' ? today : n->disclosed;
	if (!date_civil_ok(x->disclosed) || strcmp(x->disclosed, today) > 0)
		bad = refuse_field(cx, "disclosed", "%s",
		    _("Write the day, today at the latest."));
	x->way = n->way;
	if (!among(disclosure_words_ways, n->way))
		bad = refuse_field(cx, "way", "%s",
		    _("Choose how it leaves."));
	x->purpose = n->purpose;
	if (n->purpose == 0 || (n->purpose & (n->purpose - 1)) != 0 ||
	    n->purpose > CONSENT_PURPOSES)
		bad = refuse_field(cx, "purpose", "%s",
		    _("Choose what it is for."));
	if (n->kinds == 0)
		bad = refuse_field(cx, "kinds", "%s",
		    _("Choose what it is about."));
	if ((e = keep_text(cx, "words", n->what, 1, KEEP_TEXT, true,
	    &x->what)) != OK)
		bad = e;
	if ((e = keep_text(cx, "why", n->why, 0, KEEP_REASON, true,
	    &x->why)) != OK)
		bad = e;
	return bad;
}

enum err
disclosure_add(struct ctx *cx, struct dossier *d,
    const struct disclosure_new *n, struct disclosure **out)
{
	struct disclosure *x = arena_alloc(cx->arena, sizeof(*x));
	struct event_body *b = event_body(cx);
	int64_t person;
	enum err e, bad;

	*out = NULL;
	if ((e = keep_level(cx, d, LEVEL_WORK)) != OK)
		return e;
	x->seen = "";
	bad = who_gets_it(cx, d, n, x, &person);
	if ((e = when_and_how(cx, n, x)) != OK)
		bad = e;
	if (bad != OK || (e = why_it_may(cx, d, n, x, person)) != OK)
		return bad != OK ? bad : e;
	if ((e = disclosure_write(cx, d, x, b)) != OK)
		return e;
	event_why(b, x->why);
	*out = x;
	return event_add(cx, d, "disclosure.made", b);
}

/* What stands in a room, by name; what of it is guarded. */
static enum err
what_of(struct ctx *cx, const struct dossier *d, const struct share *s,
    const char **out, unsigned int *what)
{
	int64_t *numbers = arena_array(cx->arena, SHARE_DOCUMENTS,
	    sizeof(*numbers));
	struct share_document *f;
	struct buf b = { 0 };
	size_t n = 0;
	enum err e = store_share_documents(cx, s, &f);

	for (; e == OK && f != NULL; f = f->next)
		if (!f->hidden && n < SHARE_DOCUMENTS) {
			buf_text(&b, b.len == 0 ? "" : "; ");
			buf_text(&b, f->name);
			numbers[n++] = f->document;
		}
	if (s->parts != 0) {
		buf_text(&b, b.len == 0 ? "" : "; ");
		buf_text(&b, _("Facts of the case"));
	}
	*out = arena_textn(cx->arena, b.data == NULL ? "" : b.data, b.len);
	buf_free(&b);
	return e != OK ? e : part2_what(cx, d, numbers, n, what);
}

enum err
disclosure_opened(struct ctx *cx, struct dossier *d, const struct share *s)
{
	struct event_body *b = event_body(cx);
	struct disclosure x = { .share = s->id, .disclosed =
	    consent_today(cx), .receiver = s->name, .address = s->email,
	    .way = "portal", .seen = "", .why = s->purpose,
	    .purpose = s->aim, .consents = s->consents, .ground_why = "" };
	unsigned int what = 0;
	struct disclosure *known;
	enum err e;

	if (!medical_is(d->type))
		return OK;
	x.ground = strcmp(s->consents, "self") == 0 ? "patient" : "consent";
	if ((e = store_disclosure_of_share(cx, d, s->id, &known)) != OK ||
	    known != NULL || (e = what_of(cx, d, s, &x.what, &what)) != OK)
		return e;
	x.part2 = (what & CONSENT_NAMED) != 0;
	if ((e = disclosure_write(cx, d, &x, b)) != OK)
		return e;
	event_number(b, "share", s->no);
	return event_add(cx, d, "disclosure.made", b);
}

enum err
disclosure_consents(struct ctx *cx, const struct dossier *d,
    const char *numbers, struct consent **out)
{
	struct consent *all, *c;
	enum err e = consent_list(cx, d, &all);

	for (*out = NULL; e == OK && (c = all) != NULL;) {
		all = c->next;
		if (!words_have(numbers, arena_printf(cx->arena, "%lld",
		    (long long)c->no)))
			continue;
		*out = c;
		out = &c->next;
		c->next = NULL;
	}
	return e;
}

enum err
disclosure_room(struct ctx *cx, const struct dossier *d,
    const struct share *s, bool *guarded, struct consent **out)
{
	struct disclosure *x;
	enum err e;

	*guarded = false;
	*out = NULL;
	if ((e = store_disclosure_of_share(cx, d, s->id, &x)) != OK ||
	    x == NULL || !x->part2)
		return e;
	*guarded = true;
	return disclosure_consents(cx, d, x->consents, out);
}

enum err
disclosure_find(struct ctx *cx, const struct dossier *d, int64_t no,
    struct disclosure **out)
{
	enum err e;

	if ((e = store_disclosure_find(cx, d, no, out)) != OK || *out != NULL)
		return e;
	return refuse(cx, ERR_MISSING, "%s",
	    _("The account has no such line."));
}

bool
disclosure_is_own(const struct disclosure *x)
{
	return (x->purpose & CONSENT_ROUTINE) != 0;
}

bool
disclosure_is_suspended(struct ctx *cx, const struct disclosure *x)
{
	return x->suspended[0] != '\0' &&
	    strcmp(x->suspended, consent_today(cx)) >= 0;
}

enum err
disclosure_suspend(struct ctx *cx, struct dossier *d, struct disclosure *x,
    const char *until, const char *by, const char *why)
{
	struct event_body *b = event_body(cx);
	bool on = until[0] != '\0';
	enum err e, bad = OK;

	if ((e = keep_level(cx, d, LEVEL_MANAGE)) != OK)
		return e;
	if (on && (!date_civil_ok(until) ||
	    strcmp(until, consent_today(cx)) < 0))
		bad = refuse_field(cx, "until", "%s",
		    _("Choose a day in the future."));
	if ((e = keep_text(cx, "by", by, on, NAME, false,
	    &x->suspended_by)) != OK ||
	    (e = keep_reason(cx, "why", why, &x->suspended_why)) != OK ||
	    (e = bad) != OK)
		return e;
	event_number(b, "disclosure", x->no);
	event_fact(b, "receiver", x->receiver);
	event_change(b, "suspended", x->suspended, until);
	event_fact(b, "by", x->suspended_by);
	event_why(b, x->suspended_why);
	x->suspended = until;
	if ((e = store_disclosure_suspend(cx, x)) != OK)
		return e;
	return event_add(cx, d, "disclosure.suspended", b);
}

const char *
disclosure_from(struct ctx *cx)
{
	const char *today = consent_today(cx);
	const char *from = arena_printf(cx->arena, "%04lld%s",
	    strtoll(today, NULL, 10) - DISCLOSURE_YEARS, today + 4);

	return date_civil_ok(from) ? from : arena_printf(cx->arena,
	    "%.4s-02-28", from);	/* it was a leap day */
}

/* The oldest of a kind stands for all, with how often and when last. */
static void
sum_up(struct disclosure *list)
{
	struct disclosure *x, **at;

	for (; list != NULL; list = list->next)
		for (at = &list->next; (x = *at) != NULL;) {
			if (strcmp(x->receiver, list->receiver) != 0 ||
			    x->purpose != list->purpose ||
			    strcmp(x->ground, list->ground) != 0 ||
			    x->dossier != list->dossier ||
			    x->part2 != list->part2 ||
			    strcmp(x->suspended, list->suspended) != 0) {
				at = &x->next;
				continue;
			}
			*at = x->next;
			x->times = list->times + 1;
			x->last = list->last;
			x->next = list->next;
			*list = *x;
			at = &list->next;
		}
}

enum err
disclosure_account(struct ctx *cx, int64_t patient,
    const struct disclosure_filter *f, struct disclosure **out)
{
	struct disclosure **at = out;
	enum err e;

	if ((e = store_disclosure_account(cx, patient, f->from[0] == '\0' ?
	    disclosure_from(cx) : f->from, f->until[0] == '\0' ?
	    consent_today(cx) : f->until, out)) != OK)
		return e;
	while (f->patient && *at != NULL)
		if (disclosure_is_suspended(cx, *at))
			*at = (*at)->next;
		else
			at = &(*at)->next;
	if (!f->each)
		sum_up(*out);
	return OK;
}
