/* SPDX-License-Identifier: MIT */
/* A request for records on its way: nothing leaves that was not authorised and
 * reviewed, nor what is not authorised any more. */
#include "domain/desk/disclosure_step.h"

#include <string.h>

#include "base/buf.h"
#include "base/words.h"
#include "domain/desk/disclosure.h"
#include "domain/desk/disclosure_item.h"
#include "domain/desk/disclosure_request.h"
#include "domain/desk/share.h"
#include "domain/dossier/consent.h"
#include "domain/dossier/part2.h"
#include "domain/spine/keep.h"
#include "store/store_disclosure_request.h"
#include "store/store_party.h"
#include "text/message.h"

#define ADDRESS 500
#define WHAT 3000	/* bytes of what the account says of one */

enum err
disclosure_step_items(struct ctx *cx, const struct dossier *d,
    const struct disclosure_request *r, struct disclosure_item **out)
{
	return store_disclosure_request_items(cx, d, r, out);
}

/* What is to leave: of what was collected, or so far of what was asked for. */
static enum err
what_leaves(struct ctx *cx, const struct dossier *d,
    const struct disclosure_request *r, const struct disclosure_item *i,
    struct consent_ask *ask)
{
	int64_t *papers;
	const struct disclosure_item *x;
	size_t n = 0;

	ask->what = i == NULL ? r->what : 0;
	if (i == NULL)
		return part2_what(cx, d, NULL, 0, &ask->what);
	for (x = i; x != NULL; x = x->next)
		n++;
	papers = arena_array(cx->arena, n + 1, sizeof(*papers));
	for (n = 0; i != NULL; i = i->next) {
		if (i->left_out)
			continue;
		if (i->part2)
			ask->what |= i->counselling ? CONSENT_COUNSELLING :
			    CONSENT_PART2;
		else if (i->instead != 0 || strcmp(i->kind, "document") == 0)
			papers[n++] = i->instead != 0 ? i->instead : i->no;
		else
			ask->what |= disclosure_item_what(i->kind);
	}
	return consent_allows_documents(cx, d, papers, n, ask);
}

static enum err
by_consent(struct ctx *cx, struct dossier *d,
    const struct disclosure_request *r, const struct consent_ask *ask,
    struct disclosure_standing *out)
{
	struct consent_answer answer;
	enum err e = consent_allows_look(cx, d, ask, &answer);

	if (e != OK)
		return e;
	out->lacks = answer.lacks;
	out->consents = answer.carried;
	if (!answer.asked && strcmp(r->ground, "consent") == 0)
		out->lacks = _("Cases of this type keep no consents. Choose "
		    "another right.");
	return OK;
}

enum err
disclosure_step_stands(struct ctx *cx, struct dossier *d,
    const struct disclosure_request *r, const struct disclosure_item *items,
    struct disclosure_standing *out)
{
	struct consent_ask ask = { .receiver = r->person, .name = r->name,
	    .purpose = r->purpose, .way = CONSENT_BY_RELEASE };
	enum err e;

	*out = (struct disclosure_standing){ .lacks = "", .consents = "" };
	if ((e = what_leaves(cx, d, r, items, &ask)) != OK)
		return e;
	out->guarded = (ask.what & CONSENT_NAMED) != 0;
	if (r->ground[0] == '\0')
		out->lacks = _("Nobody checked yet by which right they ask.");
	else if (strcmp(r->ground, "consent") == 0 ||
	    strcmp(r->ground, "patient") == 0)
		return by_consent(cx, d, r, &ask, out);
	else if (out->guarded && strcmp(r->ground, "court") != 0)
		out->lacks = _("Records under 42 CFR part 2 leave only by a "
		    "consent that names them, or by order of a court.");
	return OK;
}

/* Refuses the field with what lacks. */
static enum err
holds(struct ctx *cx, struct dossier *d, struct disclosure_request *r,
    const struct disclosure_item *items, const char *field,
    struct disclosure_standing *s)
{
	enum err e = disclosure_step_stands(cx, d, r, items, s);

	if (e != OK || s->lacks[0] == '\0') {
		r->consents = e == OK ? s->consents : "";
		return e;
	}
	return refuse_field(cx, field, "%s", s->lacks);
}

static enum err
only(struct ctx *cx, const struct dossier *d,
    const struct disclosure_request *r, enum disclosure_state least,
    enum disclosure_state most)
{
	enum err e = keep_level(cx, d, LEVEL_WORK);

	if (e != OK || (r->state >= least && r->state <= most))
		return e;
	return refuse(cx, ERR_CONFLICT, "%s", r->state > most ?
	    _("This request is further than that by now. Look at it "
	    "again.") : _("Something comes before this. Look at the request "
	    "again."));
}

enum err
disclosure_step_authorise(struct ctx *cx, struct dossier *d,
    struct disclosure_request *r, const char *ground, const char *why)
{
	static const char *const grounds[] = { DISCLOSURE_GROUNDS };
	struct event_body *b = event_body(cx);
	struct disclosure_standing s;
	struct disclosure_item *items;
	enum err e, bad;

	if ((e = only(cx, d, r, DISCLOSURE_RECEIVED,
	    DISCLOSURE_REVIEWED)) != OK)
		return e;
	r->ground = ground;
	if (!words_among(grounds, sizeof(grounds) / sizeof(grounds[0]),
	    ground))
		return refuse_field(cx, "ground", "%s",
		    _("Choose by which right they ask."));
	if (strcmp(ground, "patient") == 0 &&
	    strcmp(r->asker, "patient") != 0)
		return refuse_field(cx, "ground", "%s", _("It is not the "
		    "patient who asks. Choose another right."));
	bad = keep_text(cx, "ground_why", why,
	    strcmp(ground, "consent") == 0 ? 0 : 1, KEEP_REASON, true,
	    &r->ground_why);
	if ((e = disclosure_step_items(cx, d, r, &items)) != OK ||
	    (e = bad) != OK || (e = holds(cx, d, r, items, "ground",
	    &s)) != OK)
		return e;
	if (r->state == DISCLOSURE_RECEIVED)
		r->state = DISCLOSURE_AUTHORISED;
	r->authorised = cx->now;
	r->authoriser = cx->viewer;
	event_fact(b, "ground", ground);
	event_fact(b, "consents", r->consents);
	event_why(b, r->ground_why);
	return disclosure_request_step(cx, d, r, "disclosure.authorised", b);
}

/* As the account calls it later: of a note nobody reads a word there. */
static const char *
name_of(struct ctx *cx, const struct disclosure_thing *t)
{
	return strcmp(t->kind, "note") == 0 ? arena_printf(cx->arena, "%s %s",
	    disclosure_item_word(t->kind), t->day) : t->name;
}

static enum err
keep_chosen(struct ctx *cx, struct dossier *d, struct disclosure_request *r,
    const struct disclosure_chosen *c, size_t n)
{
	struct disclosure_item item = { .why = "" };
	const struct disclosure_thing *t;
	struct disclosure_thing *all;
	enum err e;
	size_t i;

	if ((e = disclosure_item_things(cx, d, r, &all)) != OK ||
	    (e = store_disclosure_request_items_drop(cx, r)) != OK)
		return e;
	for (i = 0; i < n; i++) {
		t = disclosure_item_of(all, c[i].kind, c[i].no);
		if (t == NULL)
			return refuse_field(cx, "items", "%s", _("Something "
			    "that you chose cannot be given away any more. "
			    "Look at the list again."));
		item.place = (int64_t)i + 1;
		item.kind = t->kind;
		item.no = t->no;
		item.name = name_of(cx, t);
		if ((e = store_disclosure_request_item_add(cx, r,
		    &item)) != OK)
			return e;
	}
	return OK;
}

enum err
disclosure_step_collect(struct ctx *cx, struct dossier *d,
    struct disclosure_request *r, const struct disclosure_chosen *c, size_t n)
{
	struct event_body *b = event_body(cx);
	struct disclosure_standing s;
	struct disclosure_item *items;
	enum err e;

	if ((e = only(cx, d, r, DISCLOSURE_AUTHORISED,
	    DISCLOSURE_REVIEWED)) != OK)
		return e;
	if (n == 0)
		return refuse_field(cx, "items", "%s", _("Choose at least "
		    "one record, or refuse the request."));
	if ((e = keep_chosen(cx, d, r, c, n)) != OK ||
	    (e = disclosure_step_items(cx, d, r, &items)) != OK ||
	    (e = holds(cx, d, r, items, "items", &s)) != OK)
		return e;
	r->state = DISCLOSURE_COLLECTED;
	r->collected = cx->now;
	r->collector = cx->viewer;
	r->reviewed = r->reviewer = 0;
	event_number(b, "records", (int64_t)n);
	return disclosure_request_step(cx, d, r, "disclosure.collected", b);
}

/* One that the second person said something about. */
static enum err
redact(struct ctx *cx, const struct disclosure_thing *all,
    struct disclosure_item *i, const struct disclosure_redaction *x)
{
	const char *field = arena_printf(cx->arena, "why.%lld",
	    (long long)i->place);

	i->left_out = x->left_out;
	i->instead = x->left_out ? 0 : x->instead;
	i->why = "";
	if (i->instead != 0 && disclosure_item_of(all, "document",
	    i->instead) == NULL)
		return refuse_field(cx, arena_printf(cx->arena, "instead.%lld",
		    (long long)i->place), "%s", _("Choose a document of this "
		    "case."));
	if (!i->left_out && i->instead == 0)
		return OK;
	return keep_text(cx, field, x->why, 1, KEEP_REASON, true, &i->why);
}

static enum err
keep_redacted(struct ctx *cx, struct dossier *d,
    struct disclosure_request *r, struct disclosure_item *items,
    const struct disclosure_redaction *x, size_t n, int64_t *out)
{
	struct disclosure_thing *all;
	struct disclosure_item *i;
	enum err e, bad = OK;
	size_t k;

	*out = 0;
	if ((e = disclosure_item_things(cx, d, r, &all)) != OK)
		return e;
	for (i = items; i != NULL; i = i->next) {
		i->left_out = false;
		i->instead = 0;
		i->why = "";
		for (k = 0; k < n; k++)
			if (x[k].place == i->place &&
			    (e = redact(cx, all, i, &x[k])) != OK)
				bad = e;
		if ((e = store_disclosure_request_item_save(cx, r, i)) != OK)
			return e;
		*out += !i->left_out;
	}
	return bad;
}

enum err
disclosure_step_review(struct ctx *cx, struct dossier *d,
    struct disclosure_request *r, const struct disclosure_redaction *x,
    size_t n)
{
	struct event_body *b = event_body(cx);
	struct disclosure_standing s;
	struct disclosure_item *items;
	int64_t left;
	enum err e;

	if ((e = only(cx, d, r, DISCLOSURE_COLLECTED,
	    DISCLOSURE_COLLECTED)) != OK)
		return e;
	if (r->collector == cx->viewer)
		return refuse(cx, ERR_FORBIDDEN, "%s", _("You collected "
		    "these records. Another person reviews them."));
	if ((e = disclosure_step_items(cx, d, r, &items)) != OK ||
	    (e = keep_redacted(cx, d, r, items, x, n, &left)) != OK)
		return e;
	if (left == 0)
		return refuse_field(cx, "review", "%s", _("Nothing is left. "
		    "Refuse the request instead, with the reason."));
	/* what goes instead may be guarded, too */
	if ((e = disclosure_step_items(cx, d, r, &items)) != OK ||
	    (e = holds(cx, d, r, items, "review", &s)) != OK)
		return e;
	r->state = DISCLOSURE_REVIEWED;
	r->reviewed = cx->now;
	r->reviewer = cx->viewer;
	event_number(b, "records", left);
	return disclosure_request_step(cx, d, r, "disclosure.reviewed", b);
}

const char *
disclosure_step_summary(struct ctx *cx, const struct disclosure_item *i)
{
	struct buf b = { 0 };
	const char *text;
	int64_t more = 0;

	for (; i != NULL; i = i->next) {
		if (i->left_out)
			continue;
		if (b.len > WHAT) {
			more++;
			continue;
		}
		buf_text(&b, b.len == 0 ? "" : "; ");
		buf_text(&b, i->name);
		if (i->instead != 0)
			buf_text(&b, _(" (redacted)"));
	}
	text = arena_textn(cx->arena, b.data == NULL ? "" : b.data, b.len);
	buf_free(&b);
	return more == 0 ? text : arena_printf(cx->arena, _("%s; %lld more"),
	    text, (long long)more);
}

/* A room is for somebody of the case, and shows documents. */
static enum err
room_for(struct ctx *cx, struct dossier *d,
    const struct disclosure_request *r, const struct disclosure_item *i,
    int64_t *party)
{
	const struct party *p;
	enum err e;

	if ((e = store_party_list(cx, d)) != OK)
		return e;
	for (p = d->parties; p != NULL; p = p->next)
		if (p->ended == 0 && p->person == r->person &&
		    strcmp(p->role, "lead") != 0)
			break;
	if (p == NULL || (strcmp(r->ground, "consent") != 0 &&
	    strcmp(r->ground, "patient") != 0))
		return refuse_field(cx, "how", "%s", _("A sharing room is for "
		    "people of this case, who get the records by consent or "
		    "whose they are. Choose another way."));
	*party = p->no;
	for (; i != NULL; i = i->next)
		if (!i->left_out && i->instead == 0 &&
		    strcmp(i->kind, "document") != 0)
			return refuse_field(cx, "how", "%s", _("A sharing room "
			    "shows documents alone. Notes and forms go on "
			    "paper: choose another way."));
	return OK;
}

static enum err
open_room(struct ctx *cx, struct dossier *d,
    const struct disclosure_request *r, const struct disclosure_item *i,
    const struct disclosure_delivery *how, struct share **share,
    struct share_secret *secret)
{
	struct share_new n = { .name = "", .purpose = r->asked,
	    .send = { .way = SHARE_BY_HAND, .email = "", .apart = "",
	    .lang = "" }, .until = how->until, .aim = r->purpose };
	int64_t *papers = arena_array(cx->arena, SHARE_DOCUMENTS + 1,
	    sizeof(*papers));
	enum err e;

	if ((e = room_for(cx, d, r, i, &n.party)) != OK)
		return e;
	for (; i != NULL && n.n <= SHARE_DOCUMENTS; i = i->next)
		if (!i->left_out)
			papers[n.n++] = i->instead != 0 ? i->instead : i->no;
	n.documents = papers;
	return share_make(cx, d, &n, share, secret);
}

/* How they get it. */
static enum err
fill(struct ctx *cx, const struct disclosure_request *r,
    const struct disclosure_delivery *how, struct disclosure *x)
{
	static const char *const hows[] = { "portal", "post",
	    "person" };
	bool post = strcmp(how->how, "post") == 0;
	enum err e;

	x->way = how->how;
	x->seen = "";
	x->address = r->address;
	if (!words_among(hows, sizeof(hows) / sizeof(hows[0]), how->how))
		return refuse_field(cx, "how", "%s",
		    _("Choose how they get it."));
	if (post && how->address[0] != '\0' && (e = keep_text(cx, "address",
	    how->address, 1, ADDRESS, true, &x->address)) != OK)
		return e;
	if (post && x->address[0] == '\0')
		return refuse_field(cx, "address", "%s",
		    _("Write the address that it goes to."));
	return strcmp(how->how, "person") != 0 ? OK : keep_text(cx, "seen",
	    how->seen, 1, ADDRESS, false, &x->seen);
}

enum err
disclosure_step_deliver(struct ctx *cx, struct dossier *d,
    struct disclosure_request *r, const struct disclosure_delivery *how,
    struct share **share, struct share_secret *secret)
{
	struct disclosure x = { .request = r->id, .disclosed =
	    consent_today(cx), .receiver = r->name, .purpose = r->purpose,
	    .why = r->asked, .ground = r->ground,
	    .ground_why = r->ground_why };
	struct event_body *b = event_body(cx);
	struct disclosure_standing s;
	struct disclosure_item *items;
	const char *gone;
	enum err e;

	*share = NULL;
	if ((e = only(cx, d, r, DISCLOSURE_REVIEWED,
	    DISCLOSURE_REVIEWED)) != OK ||
	    (e = disclosure_step_items(cx, d, r, &items)) != OK ||
	    (e = disclosure_item_gone(cx, d, items, &gone)) != OK)
		return e;
	if (gone[0] != '\0')
		return refuse_field(cx, "how", _("“%s” is not here any more, "
		    "or must not leave. Collect the records again."), gone);
	if ((e = holds(cx, d, r, items, "how", &s)) != OK ||
	    (e = fill(cx, r, how, &x)) != OK ||
	    (strcmp(how->how, "portal") == 0 && (e = open_room(cx, d, r,
	    items, how, share, secret)) != OK))
		return e;
	x.share = *share == NULL ? 0 : (*share)->id;
	x.part2 = s.guarded;
	x.consents = s.consents;
	x.what = disclosure_step_summary(cx, items);
	if ((e = disclosure_write(cx, d, &x, b)) != OK ||
	    (e = disclosure_request_end(cx, d, r, DISCLOSURE_DELIVERED,
	    "")) != OK)
		return e;
	return disclosure_request_step(cx, d, r, "disclosure.delivered", b);
}
