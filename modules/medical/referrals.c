/* SPDX-License-Identifier: MIT */
/* What providers are asked for, what they answer, and what they report. */
#include <string.h>

#include "domain/dossier/document.h"
#include "domain/dossier/referral.h"
#include "domain/people/provider.h"
#include "domain/spine/keep.h"
#include "domain/type/rulepack_words.h"
#include "medical/models.h"
#include "text/date.h"
#include "text/message.h"
#include "text/number.h"

#define MOST INT64_C(1000000000)
#define PAPERS 50	/* documents to choose from */
#define PROVIDERS 200	/* the same of providers */
#define FEW 5		/* on the summary */

static const char *const acts[] = { "", REFERRAL_ACTS, NULL };

const struct field referral_page_form[] = {
	{ "provider", FIELD_TEXT, .max = 40 },
	{ 0 }
};
const struct field referral_form[] = {
	{ "provider", FIELD_TEXT, .max = 40 },
	{ "service", FIELD_TEXT, .max = 200 },
	{ "purpose", FIELD_LINES, .max = KEEP_TEXT },
	{ "send", FIELD_FLAG },
	{ "day", FIELD_DATE },
	{ "answer_by", FIELD_DATE },
	{ 0 }
};
const struct field referral_act_form[] = {
	{ "act", FIELD_CHOICE, .choices = acts },
	{ "day", FIELD_DATE },
	{ "reason", FIELD_LINES, .max = KEEP_REASON },
	{ 0 }
};
const struct field referral_report_form[] = {
	{ "received", FIELD_DATE },
	{ "document", FIELD_INT, .min = 0, .max = MOST },
	{ "note", FIELD_LINES, .max = KEEP_REASON },
	{ 0 }
};

static void
show_one(struct request *rq, struct view *v, const struct referral *x)
{
	view_int(v, "no", x->no);
	view_text(v, "provider", x->provider_name);
	view_text(v, "number", x->provider_number);
	view_text(v, "service", x->service);
	view_text(v, "purpose", x->purpose);
	view_text(v, "state", referral_state(x));
	view_text(v, "asked", x->asked);
	view_text(v, "sent", x->sent);
	view_text(v, "answer_by", x->state == REFERRAL_SENT ? x->answer_by :
	    "");
	view_text(v, "answered", x->answered);
	view_text(v, "started", x->started);
	view_text(v, "ended", x->ended);
	view_text(v, "reason", x->reason);
	view_text(v, "report_due", x->report_due);
	view_text(v, "every", x->every.n == 0 ? "" :
	    rulepack_words_span(&rq->cx, x->every));
	view_int(v, "reports", x->reports);
	view_text(v, "made_by", x->made_by);
	view_flag(v, "late", referral_is_unanswered(&rq->cx, x) ||
	    referral_is_unreported(&rq->cx, x));
	view_text(v, "late_words", referral_is_unanswered(&rq->cx, x) ?
	    _("No answer in time") : referral_is_unreported(&rq->cx, x) ?
	    _("Report overdue") : "");
}

enum err
referrals_show(struct request *rq, const struct dossier *d)
{
	struct referral *x;
	enum err e;
	int n = 0;

	if ((e = referral_list(&rq->cx, d, &x)) != OK)
		return e;
	for (; x != NULL && n < FEW; x = x->next)
		if (x->state != REFERRAL_ENDED &&
		    x->state != REFERRAL_REFUSED &&
		    x->state != REFERRAL_WITHDRAWN && ++n <= FEW)
			show_one(rq, view_item(rq->view, "referrals"), x);
	return OK;
}

enum err
get_referrals(struct request *rq)
{
	struct referral *x;
	struct dossier *d;
	enum err e;

	if ((e = patient_page_open(rq, &d)) != OK ||
	    (e = referral_list(&rq->cx, d, &x)) != OK)
		return e;
	for (; x != NULL; x = x->next)
		show_one(rq, view_item(rq->view, "referrals"), x);
	return reply_page(rq, "medical/referrals.html");
}

/* "Nordwind GmbH (Physiotherapy, Home visits)" */
static enum err
show_providers(struct request *rq)
{
	const struct provider_filter f = { .text = "", .service = "",
	    .area = "", .language = "", .accepting = true, .after = "",
	    .limit = PROVIDERS };
	const struct provider_word *w;
	struct provider_word *all;
	struct provider *v;
	const char *does;
	enum err e;

	if ((e = provider_list(&rq->cx, &f, &v)) != OK ||
	    (e = provider_words(&rq->cx, "service", &all)) != OK)
		return e;
	for (; v != NULL; v = v->next) {
		does = "";
		for (w = v->words; w != NULL; w = w->next)
			if (strcmp(w->what, "service") == 0)
				does = arena_printf(rq->cx.arena, "%s%s%s",
				    does, does[0] == '\0' ? "" : ", ",
				    w->words);
		view_option(rq->view, "providers", v->number,
		    arena_printf(rq->cx.arena, provider_is_full(v) ?
		    _("%s (%s) – full") : "%s (%s)", v->name, does));
	}
	for (; all != NULL; all = all->next)
		view_option(rq->view, "services", all->words, all->words);
	return OK;
}

enum err
get_referral_new(struct request *rq)
{
	const char *provider = form_text(rq, "provider");
	struct dossier *d;
	enum err e;

	if ((e = patient_page_open(rq, &d)) != OK ||
	    (e = show_providers(rq)) != OK)
		return e;
	form_start(rq, "provider", provider);
	form_start(rq, "day", date_today(rq->cx.arena, rq->cx.zone,
	    rq->cx.now));
	form_start(rq, "send", "1");
	return reply_page(rq, "medical/referral-new.html");
}

enum err
post_referral_add(struct request *rq)
{
	const struct referral_new n = {
	    .provider = form_text(rq, "provider"),
	    .service = form_text(rq, "service"),
	    .purpose = form_text(rq, "purpose"),
	    .send = form_flag(rq, "send"), .day = form_date(rq, "day"),
	    .answer_by = form_date(rq, "answer_by") };
	struct referral *x;
	struct dossier *d;
	enum err e;

	if ((e = medical_open(&rq->cx, rq->number, rq->level, &d)) != OK ||
	    (e = referral_add(&rq->cx, d, &n, &x)) != OK)
		return e;
	reply_notice(rq, "%s", n.send ? _("The referral is written down as "
	    "sent.") : _("The referral is kept as a draft."));
	return reply_redirect(rq, MEDICAL "/%s/referrals/%lld", d->number,
	    (long long)x->no);
}

static enum err
show_papers(struct request *rq, const struct dossier *d)
{
	const struct document_filter newest = { .limit = PAPERS };
	struct document *f;
	enum err e;

	if ((e = document_list(&rq->cx, d, &newest, &f)) != OK)
		return e;
	for (; f != NULL; f = f->next)
		if (f->withdrawn == 0)
			view_option(rq->view, "papers", number_plain(
			    rq->cx.arena, f->no, 0), f->name);
	return OK;
}

static enum err
show_reports(struct request *rq, const struct dossier *d,
    const struct referral *x)
{
	struct referral_report *r;
	struct view *v;
	enum err e;

	if ((e = referral_reports(&rq->cx, d, x, &r)) != OK)
		return e;
	for (; r != NULL; r = r->next) {
		v = view_item(rq->view, "reports");
		view_text(v, "due", r->due);
		view_text(v, "received", r->received);
		view_text(v, "note", r->note);
		view_int(v, "document", r->document);
		view_text(v, "document_name", r->document_name);
		view_text(v, "noted_by", r->noted_by);
	}
	return OK;
}

enum err
get_referral(struct request *rq)
{
	const char *today = date_today(rq->cx.arena, rq->cx.zone,
	    rq->cx.now);
	struct referral *x;
	struct dossier *d;
	enum err e;
	int i;

	if ((e = patient_page_open(rq, &d)) != OK ||
	    (e = referral_open(&rq->cx, d, rq->no, &x)) != OK ||
	    (e = show_reports(rq, d, x)) != OK ||
	    (e = show_papers(rq, d)) != OK)
		return e;
	show_one(rq, view_part(rq->view, "x"), x);
	for (i = 0; i <= REFERRAL_WITHDRAW; i++)
		if (referral_may(x, (enum referral_act)i))
			view_option(rq->view, "acts", acts[i + 1],
			    referral_act((enum referral_act)i));
	form_start(rq, "day", today);
	form_start(rq, "received", today);
	return reply_page(rq, "medical/referral.html");
}

enum err
post_referral_act(struct request *rq)
{
	const char *act = form_text(rq, "act");
	struct referral *x;
	struct dossier *d;
	enum err e;
	int i = 0;

	if ((e = medical_open(&rq->cx, rq->number, rq->level, &d)) != OK ||
	    (e = referral_open(&rq->cx, d, rq->no, &x)) != OK)
		return e;
	while (acts[i + 1] != NULL && strcmp(acts[i + 1], act) != 0)
		i++;
	if (acts[i + 1] == NULL)
		return refuse_field(&rq->cx, "act", "%s",
		    _("Choose what happened."));
	if ((e = referral_move(&rq->cx, d, x, (enum referral_act)i,
	    form_date(rq, "day"), form_text(rq, "reason"))) != OK)
		return e;
	reply_notice(rq, "%s", _("It is written down."));
	return reply_redirect(rq, MEDICAL "/%s/referrals/%lld", d->number,
	    (long long)x->no);
}

enum err
post_referral_report(struct request *rq)
{
	struct referral *x;
	struct dossier *d;
	enum err e;

	if ((e = medical_open(&rq->cx, rq->number, rq->level, &d)) != OK ||
	    (e = referral_open(&rq->cx, d, rq->no, &x)) != OK ||
	    (e = referral_report(&rq->cx, d, x, form_date(rq, "received"),
	    form_int(rq, "document"), form_text(rq, "note"))) != OK)
		return e;
	reply_notice(rq, _("The report is taken in. The next one is expected "
	    "by %s."), date_civil(rq->cx.arena, rq->cx.lang,
	    x->report_due));
	return reply_redirect(rq, MEDICAL "/%s/referrals/%lld", d->number,
	    (long long)x->no);
}
