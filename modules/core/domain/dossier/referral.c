/* SPDX-License-Identifier: MIT */
/* What providers are asked for, what they say, and what they report. */
#include "domain/dossier/referral.h"

#include <string.h>

#include "domain/dossier/rulepack_gate.h"
#include "domain/dossier/undo.h"
#include "domain/people/provider.h"
#include "domain/spine/calendar.h"
#include "domain/spine/event.h"
#include "domain/spine/keep.h"
#include "rules/type/rulepack.h"
#include "rules/type/rulepack_span.h"
#include "store/store_document.h"
#include "store/store_dossier.h"
#include "store/store_provider.h"
#include "store/store_referral.h"
#include "text/date.h"
#include "text/message.h"

#define SERVICE 200	/* characters */

/* From which states, to which, and what is told of it. */
static const struct {
	unsigned int from;	/* bits of states */
	enum referral_state to;
	const char *kind;
	bool reason;		/* says why */
} acts[] = {
	[REFERRAL_SEND] = { 1u << REFERRAL_DRAFT, REFERRAL_SENT,
	    "referral.sent", false },
	[REFERRAL_ACCEPT] = { 1u << REFERRAL_SENT, REFERRAL_ACCEPTED,
	    "referral.accepted", false },
	[REFERRAL_REFUSE] = { 1u << REFERRAL_SENT, REFERRAL_REFUSED,
	    "referral.refused", true },
	[REFERRAL_START] = { 1u << REFERRAL_SENT | 1u << REFERRAL_ACCEPTED,
	    REFERRAL_STARTED, "referral.started", false },
	[REFERRAL_END] = { 1u << REFERRAL_STARTED, REFERRAL_ENDED,
	    "referral.ended", false },
	[REFERRAL_WITHDRAW] = { 1u << REFERRAL_DRAFT | 1u << REFERRAL_SENT |
	    1u << REFERRAL_ACCEPTED, REFERRAL_WITHDRAWN,
	    "referral.withdrawn", true }
};

const char *
referral_state(const struct referral *x)
{
	switch (x->state) {
	case REFERRAL_DRAFT:
		return _("Draft");
	case REFERRAL_SENT:
		return _("Waits for an answer");
	case REFERRAL_ACCEPTED:
		return _("Accepted");
	case REFERRAL_REFUSED:
		return _("Refused");
	case REFERRAL_STARTED:
		return _("Under way");
	case REFERRAL_ENDED:
		return _("Ended");
	default:
		return _("Withdrawn");
	}
}

const char *
referral_act(enum referral_act act)
{
	static const char *const words[] = { N_("Sent"), N_("Accepted"),
	    N_("Refused"), N_("Begun"), N_("Ended"), N_("Withdrawn") };

	return _(words[act]);
}

static const char *
today(struct ctx *cx)
{
	return date_today(cx->arena, cx->zone, cx->now);
}

bool
referral_is_unanswered(struct ctx *cx, const struct referral *x)
{
	return x->state == REFERRAL_SENT && x->answer_by[0] != '\0' &&
	    strcmp(x->answer_by, today(cx)) < 0;
}

bool
referral_is_unreported(struct ctx *cx, const struct referral *x)
{
	return x->report_due[0] != '\0' &&
	    strcmp(x->report_due, today(cx)) < 0;
}

bool
referral_may(const struct referral *x, enum referral_act act)
{
	return (acts[act].from & 1u << x->state) != 0;
}

enum err
referral_list(struct ctx *cx, const struct dossier *d,
    struct referral **out)
{
	return store_referral_list(cx, d, out);
}

enum err
referral_open(struct ctx *cx, const struct dossier *d, int64_t no,
    struct referral **out)
{
	enum err e = store_referral_find(cx, d, no, out);

	return e != OK || *out != NULL ? e : refuse(cx, ERR_MISSING, "%s",
	    _("This case has no such referral."));
}

enum err
referral_reports(struct ctx *cx, const struct dossier *d,
    const struct referral *x, struct referral_report **out)
{
	return store_referral_reports(cx, d, x, out);
}

/* A day so much after another one, by the calendar of the team. */
static enum err
later(struct ctx *cx, const struct dossier *d, const char *from,
    struct rulepack_span s, const char **out)
{
	const struct calendar *c;
	int64_t start, day;
	enum err e;

	if ((e = calendar_of(cx, d, &c)) != OK)
		return e;
	*out = date_start("UTC", from, &start) && rulepack_span_add(c,
	    date_day(start), s, &day) ? date_iso(cx->arena, day) : "";
	return OK;
}

static enum err
day_ok(struct ctx *cx, const char *field, const char *typed,
    const char *least, const char **out)
{
	*out = typed[0] == '\0' ? today(cx) : typed;
	if (!date_civil_ok(*out) || strcmp(*out, today(cx)) > 0 ||
	    strcmp(*out, least) < 0)
		return refuse_field(cx, field, least[0] == '\0' ?
		    _("Write a day, today at the latest.") :
		    _("Write a day, today at the latest, and not before "
		    "%s."), date_civil(cx->arena, cx->lang, least[0] == '\0' ?
		    today(cx) : least));
	return OK;
}

/* It is sent: by when is an answer expected? */
static enum err
send(struct ctx *cx, struct dossier *d, struct referral *x,
    const char *answer_by)
{
	const struct rulepack_rule *r = rulepack_find(d->type->rules,
	    RULEPACK_ANSWER, NULL);
	enum err e;

	if ((e = rulepack_gate(cx, d, "referrals", "provider")) != OK)
		return e;
	x->state = REFERRAL_SENT;
	x->answer_by = answer_by;
	if (answer_by[0] == '\0')
		return r == NULL ? OK : later(cx, d, x->sent, r->span,
		    &x->answer_by);
	return date_civil_ok(answer_by) && strcmp(answer_by, x->sent) >= 0 ?
	    OK : refuse_field(cx, "answer_by", "%s", _("An answer cannot "
	    "come before the question. Correct the day."));
}

static enum err
provider_of(struct ctx *cx, const char *number, struct referral *x)
{
	struct provider *v;
	enum err e;

	if ((e = store_provider_find(cx, number, &v)) != OK)
		return e;
	if (v == NULL || v->ended != 0)
		return refuse_field(cx, "provider", "%s",
		    _("Choose a provider of the directory."));
	if (!v->accepts)
		return refuse_field(cx, "provider", _("%s takes nobody new "
		    "at present. Choose another provider."), v->name);
	x->provider = v->id;
	x->provider_name = v->name;
	x->provider_number = v->number;
	return OK;
}

static enum err
tell(struct ctx *cx, struct dossier *d, struct undo *u, const char *kind,
    const struct referral *x, const char *day)
{
	struct event_body *b = event_body(cx);
	enum err e;

	event_number(b, "no", x->no);
	event_fact(b, "provider", x->provider_name);
	event_fact(b, "number", x->provider_number);
	event_fact(b, "service", x->service);
	event_fact(b, "day", day);
	if (x->state == REFERRAL_SENT)
		event_fact(b, "answer_by", x->answer_by);
	event_why(b, x->reason);
	if ((e = undo_step(cx, u, kind)) != OK)
		return e;
	return event_add(cx, d, kind, b);
}

enum err
referral_add(struct ctx *cx, struct dossier *d, const struct referral_new *n,
    struct referral **out)
{
	struct referral *x = arena_alloc(cx->arena, sizeof(*x));
	struct undo *u = NULL;
	enum err e, bad;

	*out = NULL;
	*x = (struct referral){ .asked = today(cx), .sent = "",
	    .answer_by = "", .answered = "", .started = "", .ended = "",
	    .reason = "", .report_due = "" };
	if ((e = keep_open(cx, d)) != OK)
		return e;
	bad = provider_of(cx, n->provider, x);
	if ((e = keep_text(cx, "service", n->service, 1, SERVICE, false,
	    &x->service)) != OK)
		bad = e;
	if ((e = keep_text(cx, "purpose", n->purpose, 1, KEEP_TEXT, true,
	    &x->purpose)) != OK)
		bad = e;
	if (n->send && ((e = day_ok(cx, "day", n->day, "",
	    &x->sent)) != OK || (e = send(cx, d, x, n->answer_by)) != OK))
		bad = e;
	if (bad != OK)
		return bad;
	if ((e = undo_watch(cx, d, UNDO_REFERRALS, &u)) != OK ||
	    (e = store_dossier_next(cx, d, &x->no)) != OK ||
	    (e = store_referral_add(cx, d, x)) != OK)
		return e;
	*out = x;
	return tell(cx, d, u, n->send ? "referral.sent" : "referral.written",
	    x, n->send ? x->sent : x->asked);
}

/* The day of an act, and what follows from it. */
static enum err
act_on(struct ctx *cx, struct dossier *d, struct referral *x,
    enum referral_act act, const char *day)
{
	const struct rulepack_rule *r = rulepack_find(d->type->rules,
	    RULEPACK_REPORTS, NULL);

	switch (act) {
	case REFERRAL_SEND:
		x->sent = day;
		return send(cx, d, x, "");
	case REFERRAL_ACCEPT:
	case REFERRAL_REFUSE:
		x->answered = day;
		return OK;
	case REFERRAL_START:
		if (x->answered[0] == '\0')
			x->answered = day;
		x->started = day;
		if (r == NULL)
			return OK;
		x->every = r->span;
		return later(cx, d, day, r->span, &x->report_due);
	case REFERRAL_END:
		x->ended = day;
		x->report_due = "";
		return OK;
	default:
		return OK;
	}
}

enum err
referral_move(struct ctx *cx, struct dossier *d, struct referral *x,
    enum referral_act act, const char *day, const char *reason)
{
	const char *least = x->started[0] != '\0' ? x->started :
	    x->answered[0] != '\0' ? x->answered : x->sent;
	struct undo *u = NULL;
	enum err e, bad = OK;

	if ((e = keep_open(cx, d)) != OK)
		return e;
	if (!referral_may(x, act))
		return refuse(cx, ERR_CONFLICT, "%s", _("This referral is "
		    "further on already. Look at it again."));
	if ((e = day_ok(cx, "day", day, least, &day)) != OK)
		bad = e;
	if ((e = acts[act].reason ? keep_reason(cx, "reason", reason,
	    &x->reason) : keep_text(cx, "reason", reason, 0, KEEP_REASON,
	    true, &x->reason)) != OK)
		bad = e;
	if (bad != OK || (e = act_on(cx, d, x, act, day)) != OK)
		return bad != OK ? bad : e;
	x->state = acts[act].to;
	if ((e = undo_watch(cx, d, UNDO_REFERRALS, &u)) != OK ||
	    (e = store_referral_save(cx, d, x)) != OK)
		return e;
	return tell(cx, d, u, acts[act].kind, x, day);
}

enum err
referral_report(struct ctx *cx, struct dossier *d, struct referral *x,
    const char *received, int64_t document, const char *note)
{
	struct referral_report r = { .due = x->report_due };
	struct document *f = NULL;
	struct undo *u = NULL;
	enum err e, bad;

	if ((e = keep_open(cx, d)) != OK)
		return e;
	if (x->report_due[0] == '\0')
		return refuse(cx, ERR_CONFLICT, "%s",
		    _("No report is expected of this provider."));
	bad = day_ok(cx, "received", received, x->started, &r.received);
	if (document != 0) {
		if ((e = store_document_find(cx, d, document, &f)) != OK)
			return e;
		if (f == NULL)
			bad = refuse_field(cx, "document", "%s",
			    _("Choose a document of this case."));
		r.document = document;
	}
	if ((e = keep_text(cx, "note", note, 0, KEEP_REASON, true,
	    &r.note)) != OK)
		bad = e;
	else if (document == 0 && r.note[0] == '\0')
		bad = refuse_field(cx, "note", "%s", _("Choose the report "
		    "among the documents, or write what was reported."));
	if (bad != OK || (e = later(cx, d, x->report_due, x->every,
	    &x->report_due)) != OK)
		return bad != OK ? bad : e;
	if ((e = undo_watch(cx, d, UNDO_REFERRALS, &u)) != OK ||
	    (e = store_referral_report_add(cx, x, &r)) != OK ||
	    (e = store_referral_save(cx, d, x)) != OK)
		return e;
	x->reason = "";
	return tell(cx, d, u, "referral.reported", x, r.due);
}
