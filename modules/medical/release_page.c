/* SPDX-License-Identifier: MIT */
/* One request for records: where it stands, what comes next, its letters. */
#include <string.h>

#include "base/config.h"
#include "domain/desk/disclosure.h"
#include "domain/desk/disclosure_request.h"
#include "domain/desk/disclosure_step.h"
#include "domain/dossier/consent.h"
#include "domain/dossier/consent_words.h"
#include "domain/dossier/disclosure_words.h"
#include "domain/spine/keep.h"
#include "domain/story/look.h"
#include "medical/releases.h"
#include "text/date.h"
#include "text/message.h"

#define ROOM_DAYS 30	/* unless another day is chosen */
#define DAY INT64_C(86400)

static const char *const grounds[] = { "", DISCLOSURE_GROUNDS, NULL };
static const char *const hows[] = { "", "portal", "post", "person", NULL };
static const char *const letters[] = { "received", "extended", "refused",
    "cover", NULL };

const struct field release_ground_form[] = {
	{ "ground", FIELD_CHOICE, .choices = grounds },
	{ "ground_why", FIELD_LINES, .max = KEEP_REASON },
	{ 0 }
};
const struct field release_why_form[] = {
	{ "why", FIELD_LINES, .max = KEEP_REASON },
	{ 0 }
};
const struct field release_deliver_form[] = {
	{ "how", FIELD_CHOICE, .choices = hows },
	{ "address", FIELD_LINES, .max = 500 },
	{ "seen", FIELD_TEXT, .max = 500 },
	{ "until", FIELD_DATE },
	{ 0 }
};
const struct field release_letter_form[] = {
	{ "of", FIELD_CHOICE, .choices = letters },
	{ 0 }
};

enum err
release_page_reach(struct request *rq, struct dossier **d,
    struct disclosure_request **out)
{
	enum err e = medical_open(&rq->cx, rq->number, rq->level, d);

	return e != OK ? e : disclosure_request_find(&rq->cx, *d, rq->no,
	    out);
}

/* Where each step stands. */
static void
show_step(struct view *v, const char *label, int64_t when, const char *who,
    bool now)
{
	struct view *s = view_item(v, "steps");

	view_text(s, "label", label);
	view_moment(s, "when", when);
	view_text(s, "who", who);
	view_flag(s, "now", now);
}

static void
show_steps(struct view *v, const struct disclosure_request *r)
{
	show_step(v, _("Authorisation checked"), r->authorised,
	    r->authoriser_name, r->state == DISCLOSURE_RECEIVED);
	show_step(v, _("Collected"), r->collected, r->collector_name,
	    r->state == DISCLOSURE_AUTHORISED);
	show_step(v, _("Reviewed by a second person"), r->reviewed,
	    r->reviewer_name, r->state == DISCLOSURE_COLLECTED);
	show_step(v, r->state == DISCLOSURE_REFUSED ? _("Refused") :
	    r->state == DISCLOSURE_WITHDRAWN ? _("Withdrawn") :
	    _("Delivered"), r->ended, r->ender_name,
	    r->state == DISCLOSURE_REVIEWED);
}

static void
show_one(struct request *rq, const struct dossier *d,
    const struct disclosure_request *r)
{
	struct view *v = view_part(rq->view, "release");

	releases_show(rq, v, r);
	view_text(v, "address", r->address);
	view_text(v, "way", disclosure_words_came(r->way));
	view_text(v, "purpose", consent_words_purposes(&rq->cx, rq->cx.lang,
	    r->purpose, ""));
	view_text(v, "what", consent_words_whats(&rq->cx, rq->cx.lang,
	    d->type, r->what, ""));
	view_text(v, "asked", r->asked);
	view_text(v, "since", r->since);
	view_text(v, "until", r->until);
	view_text(v, "first_due", disclosure_request_plus(&rq->cx,
	    r->received, DISCLOSURE_REQUEST_DAYS));
	view_moment(v, "extended", r->extended);
	view_text(v, "extended_why", r->extended_why);
	view_int(v, "deadline", r->deadline_no);
	view_text(v, "ground", r->ground[0] == '\0' ? "" :
	    disclosure_words_ground(r->ground));
	view_text(v, "ground_why", r->ground_why);
	view_text(v, "why", r->why);
	view_flag(v, "refused", r->state == DISCLOSURE_REFUSED);
	show_steps(v, r);
}

enum err
release_page_open(struct request *rq, struct dossier **d,
    struct disclosure_request **out)
{
	enum err e;

	if ((e = patient_page_open(rq, d)) != OK ||
	    (e = disclosure_request_find(&rq->cx, *d, rq->no, out)) != OK)
		return e;
	show_one(rq, *d, *out);
	return OK;
}

/* What may be done next, and what stands in the way of it. */
static enum err
show_next(struct request *rq, struct dossier *d,
    const struct disclosure_request *r, const struct disclosure_item *items)
{
	struct disclosure_standing s;
	struct view *v = rq->view;
	bool work = d->level >= LEVEL_WORK && disclosure_request_is_open(r);
	enum err e;

	if (!work)
		return OK;
	if (r->state != DISCLOSURE_RECEIVED) {
		if ((e = disclosure_step_stands(&rq->cx, d, r, items,
		    &s)) != OK)
			return e;
		view_text(v, "lacks", s.lacks);
		view_flag(v, "guarded", s.guarded);
	}
	view_flag(v, "may_work", true);
	view_flag(v, "next_authorise", r->state == DISCLOSURE_RECEIVED);
	view_flag(v, "next_collect", r->state == DISCLOSURE_AUTHORISED);
	view_flag(v, "next_review", r->state == DISCLOSURE_COLLECTED &&
	    r->collector != rq->cx.viewer);
	view_flag(v, "next_other", r->state == DISCLOSURE_COLLECTED &&
	    r->collector == rq->cx.viewer);
	view_flag(v, "next_deliver", r->state == DISCLOSURE_REVIEWED);
	view_flag(v, "may_extend", r->extended == 0 &&
	    disclosure_request_left(&rq->cx, r) >= 0);
	return OK;
}

static void
show_grounds(struct request *rq, const struct disclosure_request *r)
{
	size_t i;

	for (i = 1; grounds[i] != NULL; i++)
		if (strcmp(grounds[i], "patient") != 0 ||
		    strcmp(r->asker, "patient") == 0)
			view_option(rq->view, "grounds", grounds[i],
			    disclosure_words_ground(grounds[i]));
	form_start(rq, "ground", r->ground[0] != '\0' ? r->ground :
	    strcmp(r->asker, "patient") == 0 ? "patient" :
	    strcmp(r->asker, "court") == 0 ? "court" : "consent");
	form_start(rq, "ground_why", r->ground_why);
	form_start(rq, "address", r->address);
	form_start(rq, "how", "post");
	form_start(rq, "until", date_text(rq->cx.arena, "en", rq->cx.zone,
	    rq->cx.now + ROOM_DAYS * DAY, rq->cx.now, DATE_INPUT_DAY));
}

/* The consents by which it goes, and their words. */
static enum err
show_consents(struct request *rq, const struct dossier *d,
    const struct disclosure_request *r)
{
	struct consent *c;
	struct view *v;
	enum err e = disclosure_consents(&rq->cx, d, r->consents, &c);

	for (; e == OK && c != NULL; c = c->next) {
		v = view_item(rq->view, "consents");
		view_int(v, "no", c->no);
		view_text(v, "words", c->words);
	}
	return e;
}

enum err
get_release(struct request *rq)
{
	struct disclosure_request *r;
	struct disclosure_item *items;
	struct dossier *d;
	enum err e;

	if ((e = release_page_open(rq, &d, &r)) != OK ||
	    (e = disclosure_step_items(&rq->cx, d, r, &items)) != OK ||
	    (e = release_records_show(rq, d, items, false)) != OK ||
	    (e = show_consents(rq, d, r)) != OK ||
	    (e = show_next(rq, d, r, items)) != OK)
		return e;
	show_grounds(rq, r);
	return reply_page(rq, "medical/release.html");
}

static enum err
back(struct request *rq, const struct dossier *d, const char *said)
{
	reply_notice(rq, "%s", said);
	return reply_redirect(rq, MEDICAL "/%s/releases/%lld", d->number,
	    (long long)rq->no);
}

enum err
post_release_authorise(struct request *rq)
{
	struct disclosure_request *r;
	struct dossier *d;
	enum err e;

	if ((e = release_page_reach(rq, &d, &r)) != OK ||
	    (e = disclosure_step_authorise(&rq->cx, d, r,
	    form_text(rq, "ground"), form_text(rq, "ground_why"))) != OK)
		return e;
	return back(rq, d, _("The authorisation is written down."));
}

enum err
post_release_extend(struct request *rq)
{
	struct disclosure_request *r;
	struct dossier *d;
	enum err e;

	if ((e = release_page_reach(rq, &d, &r)) != OK ||
	    (e = disclosure_request_extend(&rq->cx, d, r,
	    form_text(rq, "why"))) != OK)
		return e;
	return back(rq, d, _("There are 30 more days. Now send the letter "
	    "that tells them why."));
}

/* The page that asks for the reason; also where it lacked. */
static enum err
show_end(struct request *rq, const char *as)
{
	struct disclosure_request *r;
	struct dossier *d;
	enum err e;

	if ((e = release_page_open(rq, &d, &r)) != OK)
		return e;
	view_text(rq->view, "as", as);
	view_flag(rq->view, as, true);
	return reply_page(rq, "medical/release-end.html");
}

enum err
get_release_refuse(struct request *rq)
{
	return show_end(rq, "refuse");
}

enum err
get_release_withdraw(struct request *rq)
{
	return show_end(rq, "withdraw");
}

enum err
post_release_refuse(struct request *rq)
{
	struct disclosure_request *r;
	struct dossier *d;
	enum err e;

	if ((e = release_page_reach(rq, &d, &r)) != OK ||
	    (e = disclosure_request_refuse(&rq->cx, d, r,
	    form_text(rq, "why"))) != OK)
		return e;
	return back(rq, d, _("The request is refused. Now send the letter "
	    "that tells them why."));
}

enum err
post_release_withdraw(struct request *rq)
{
	struct disclosure_request *r;
	struct dossier *d;
	enum err e;

	if ((e = release_page_reach(rq, &d, &r)) != OK ||
	    (e = disclosure_request_withdraw(&rq->cx, d, r,
	    form_text(rq, "why"))) != OK)
		return e;
	return back(rq, d, _("The request is withdrawn."));
}

/* End of the day that was typed; 0 none. */
static int64_t
day_end(struct request *rq, const char *field)
{
	const char *day = form_date(rq, field);
	int64_t out;

	return day[0] != '\0' && date_start(rq->cx.zone,
	    disclosure_request_plus(&rq->cx, day, 1), &out) ? out - 1 : 0;
}

enum err
post_release_deliver(struct request *rq)
{
	const struct disclosure_delivery how = {
	    .how = form_text(rq, "how"),
	    .address = form_text(rq, "address"),
	    .seen = form_text(rq, "seen"),
	    .until = day_end(rq, "until") };
	struct share_secret secret;
	struct disclosure_request *r;
	struct dossier *d;
	struct share *s;
	enum err e;

	if ((e = release_page_reach(rq, &d, &r)) != OK ||
	    (e = disclosure_step_deliver(&rq->cx, d, r, &how, &s,
	    &secret)) != OK)
		return e;
	if (s == NULL)
		return back(rq, d, _("The records are delivered. It stands in "
		    "the account of disclosures."));
	if ((e = release_page_open(rq, &d, &r)) != OK)
		return e;
	view_text(rq->view, "link", arena_printf(rq->cx.arena,
	    "%s/portal/share/%s", rq->cx.conf->base_url, secret.token));
	view_text(rq->view, "code", secret.code);
	view_moment(rq->view, "until", s->until);
	return reply_page(rq, "medical/release-link.html");
}

enum err
get_release_letter(struct request *rq)
{
	const char *of = form_text(rq, "of");
	struct disclosure_standing s;
	struct disclosure_request *r;
	struct disclosure_item *items;
	struct dossier *d;
	bool cover;
	enum err e;

	if (of[0] == '\0')
		of = "received";
	cover = strcmp(of, "cover") == 0;
	if ((e = release_page_open(rq, &d, &r)) != OK ||
	    (e = disclosure_step_items(&rq->cx, d, r, &items)) != OK)
		return e;
	if ((cover && r->state != DISCLOSURE_REVIEWED &&
	    r->state != DISCLOSURE_DELIVERED) ||
	    (strcmp(of, "refused") == 0 && r->state != DISCLOSURE_REFUSED) ||
	    (strcmp(of, "extended") == 0 && r->extended == 0))
		return refuse(&rq->cx, ERR_CONFLICT, "%s", _("This letter is "
		    "not to be written as the request stands now."));
	if ((e = disclosure_step_stands(&rq->cx, d, r, items, &s)) != OK)
		return e;
	if (cover && s.lacks[0] != '\0' && disclosure_request_is_open(r))
		return refuse(&rq->cx, ERR_CONFLICT, "%s", s.lacks);
	if (cover && ((e = release_records_show(rq, d, items, true)) != OK ||
	    (e = show_consents(rq, d, r)) != OK))
		return e;
	view_flag(rq->view, "guarded", s.guarded);
	view_flag(rq->view, of, true);
	view_text(rq->view, "today", consent_today(&rq->cx));
	look_report(&rq->cx, d, arena_printf(rq->cx.arena, "release %lld: %s",
	    (long long)r->no, of));
	return reply_page(rq, "medical/release-letter.html");
}
