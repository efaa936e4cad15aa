/* SPDX-License-Identifier: MIT */
/* Who asked for records of patients: all that are open, and those of one. */
#include "medical/releases.h"

#include <string.h>

#include "domain/desk/disclosure_request.h"
#include "domain/dossier/consent_words.h"
#include "domain/dossier/disclosure_words.h"
#include "domain/spine/keep.h"
#include "text/date.h"
#include "text/message.h"
#include "text/number.h"
#include "web/pager.h"

#define MOST INT64_C(1000000000)
#define ROWS 50

static const char *const askers[] = { "", DISCLOSURE_ASKERS, NULL };
static const char *const cames[] = { "", DISCLOSURE_CAME, NULL };

const struct field releases_form[] = {
	{ "after", FIELD_INT, .min = 1, .max = INT64_MAX },
	{ 0 }
};
const struct field release_form[] = {
	{ "asker", FIELD_CHOICE, .choices = askers },
	{ "party", FIELD_INT, .min = 0, .max = MOST },
	{ "number", FIELD_TEXT, .max = 20 },
	{ "name", FIELD_TEXT, .max = 200 },
	{ "address", FIELD_LINES, .max = 500 },
	{ "received", FIELD_DATE },
	{ "way", FIELD_CHOICE, .choices = cames },
	{ "purpose", FIELD_CHOICE, .choices = release_choices_purposes },
	RELEASE_WHAT_FIELDS,
	{ "asked", FIELD_LINES, .max = KEEP_REASON },
	{ "since", FIELD_DATE },
	{ "until", FIELD_DATE },
	{ 0 }
};

/* What is to be done with it next, in a few words. */
static const char *
next_of(const struct disclosure_request *r)
{
	switch (r->state) {
	case DISCLOSURE_RECEIVED:
		return _("Check the authorisation");
	case DISCLOSURE_AUTHORISED:
		return _("Collect the records");
	case DISCLOSURE_COLLECTED:
		return _("Review by a second person");
	case DISCLOSURE_REVIEWED:
		return _("Deliver");
	default:
		return "";
	}
}

void
releases_show(struct request *rq, struct view *v,
    const struct disclosure_request *r)
{
	int64_t left = disclosure_request_left(&rq->cx, r);
	bool open = disclosure_request_is_open(r);

	view_int(v, "no", r->no);
	view_text(v, "number", r->number);
	view_text(v, "title", r->title);
	view_text(v, "patient", r->patient);
	view_text(v, "name", r->name);
	view_text(v, "asker", disclosure_words_asker(r->asker));
	view_text(v, "received", r->received);
	view_text(v, "due", r->due);
	view_flag(v, "open", open);
	view_flag(v, "late", open && left < 0);
	view_flag(v, "soon", open && left >= 0 &&
	    left <= DISCLOSURE_REQUEST_SOON);
	view_int(v, "left", left < 0 ? -left : left);
	view_text(v, "state", disclosure_words_state(r->state));
	view_text(v, "next", next_of(r));
	view_flag(v, "delivered", r->state == DISCLOSURE_DELIVERED);
	view_moment(v, "ended", r->ended);
}

enum err
get_releases(struct request *rq)
{
	struct disclosure_request *r, *last = NULL;
	struct disclosure_request_counts n;
	struct view *v;
	enum err e;
	int i;

	if ((e = medical_member(&rq->cx)) != OK ||
	    (e = disclosure_request_count(&rq->cx, &n)) != OK ||
	    (e = disclosure_request_open(&rq->cx, form_int(rq, "after"),
	    ROWS + 1, &r)) != OK)
		return e;
	for (i = 0; r != NULL && i < ROWS; r = r->next, i++) {
		releases_show(rq, view_item(rq->view, "releases"), r);
		last = r;
	}
	v = view_part(rq->view, "count");
	view_int(v, "open", n.open);
	view_int(v, "late", n.late);
	view_int(v, "soon", n.soon);
	view_int(v, "received", n.received);
	view_int(v, "authorised", n.authorised);
	view_int(v, "collected", n.collected);
	view_int(v, "reviewed", n.reviewed);
	pager_show_no(rq, MEDICAL "/releases", r == NULL || last == NULL ?
	    0 : last->id);
	return reply_page(rq, "medical/releases.html");
}

enum err
get_patient_releases(struct request *rq)
{
	struct disclosure_request *r;
	struct dossier *d;
	enum err e;

	if ((e = patient_page_open(rq, &d)) != OK ||
	    (e = disclosure_request_list(&rq->cx, d, &r)) != OK)
		return e;
	for (; r != NULL; r = r->next)
		releases_show(rq, view_item(rq->view, "releases"), r);
	view_flag(rq->view, "may_work", d->level >= LEVEL_WORK);
	return reply_page(rq, "medical/patient-releases.html");
}

enum err
get_release_new(struct request *rq)
{
	struct dossier *d;
	enum err e;
	size_t i;

	if ((e = patient_page_open(rq, &d)) != OK)
		return e;
	release_choices(rq, d);
	for (i = 1; askers[i] != NULL; i++)
		view_option(rq->view, "askers", askers[i],
		    disclosure_words_asker(askers[i]));
	for (i = 1; cames[i] != NULL; i++)
		view_option(rq->view, "cames", cames[i],
		    disclosure_words_came(cames[i]));
	form_start(rq, "received", date_today(rq->cx.arena, rq->cx.zone,
	    rq->cx.now));
	form_start(rq, "way", "letter");
	return reply_page(rq, "medical/release-new.html");
}

enum err
post_release_add(struct request *rq)
{
	const struct disclosure_request_new n = {
	    .asker = form_text(rq, "asker"), .party = form_int(rq, "party"),
	    .number = form_text(rq, "number"),
	    .name = form_text(rq, "name"),
	    .address = form_text(rq, "address"),
	    .received = form_date(rq, "received"),
	    .way = form_text(rq, "way"),
	    .purpose = release_choices_purpose(rq),
	    .what = release_choices_what(rq),
	    .asked = form_text(rq, "asked"),
	    .since = form_date(rq, "since"),
	    .until = form_date(rq, "until") };
	struct disclosure_request *r;
	struct dossier *d;
	enum err e;

	if ((e = medical_open(&rq->cx, rq->number, rq->level, &d)) != OK ||
	    (e = disclosure_request_add(&rq->cx, d, &n, &r)) != OK)
		return e;
	reply_notice(rq, _("The request is written down. It is to be answered "
	    "by %s."), date_civil(rq->cx.arena, rq->cx.lang, r->due));
	return reply_redirect(rq, MEDICAL "/%s/releases/%lld", d->number,
	    (long long)r->no);
}
