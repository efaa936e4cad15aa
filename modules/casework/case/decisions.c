/* SPDX-License-Identifier: MIT */
/* What tables decide on a case: the box on its page, and the acts. */
#include "casework/case/decisions.h"

#include "casework/case/pages_case.h"
#include "domain/course/decision_make.h"
#include "domain/course/decision_show.h"
#include "domain/dossier/dossier.h"
#include "domain/type/casetype.h"
#include "text/message.h"
#include "web/facts.h"

const struct field other_form[] = {
	{ "reason", FIELD_LINES, .max = REASON_MAX },
	FACTS_FIELD,
	{ 0 }
};

void
decisions_show_one(struct request *rq, struct view *v,
    const struct dossier *d, const struct decision *x)
{
	struct ctx *cx = &rq->cx;
	bool proposed = x->state == DECISION_PROPOSED;

	view_int(v, "no", x->no);
	view_text(v, "name", x->of == NULL ? x->code :
	    decision_show_name(cx, x->of));
	view_flag(v, "is_proposed", proposed);
	view_flag(v, "is_made", x->state == DECISION_MADE);
	view_flag(v, "is_past", x->state == DECISION_SUPERSEDED);
	view_flag(v, "is_undone", x->state == DECISION_UNDONE);
	view_flag(v, "never_made", x->decided == 0 && !proposed);
	view_flag(v, "automatic", x->automatic);
	view_flag(v, "overridden", x->overridden);
	view_text(v, "proposed", decision_show(cx, x->type, x->of,
	    x->proposed));
	view_text(v, "result", decision_show(cx, x->type, x->of,
	    x->result[0] == '\0' ? x->proposed : x->result));
	view_text(v, "score", decision_show_score(cx, x->result[0] == '\0' ?
	    x->proposed : x->result));
	view_text(v, "reason", x->reason);
	view_moment(v, "asked", x->asked);
	view_text(v, "asked_by", x->asked_by);
	view_moment(v, "decided", x->decided);
	view_text(v, "decided_by", x->decided_by);
	view_flag(v, "confirmed", !x->automatic && !x->overridden &&
	    x->decided != 0);
	view_text(v, "number", d->number);
}

enum err
decisions_show(struct request *rq, struct dossier *d)
{
	struct decision_slot *s;
	struct view *v;
	enum err e;

	if ((e = decision_slots(&rq->cx, d, &s)) != OK)
		return e;
	/* a table lacked facts: where they are filled in */
	if (rq->method == POST && d->closed == 0 &&
	    request_part(rq, "decision")[0] != '\0')
		view_text(rq->view, "mend", d->number);
	for (; s != NULL; s = s->next) {
		v = view_item(rq->view, "decisions");
		view_text(v, "code", s->of->code);
		view_text(v, "name", decision_show_name(&rq->cx, s->of));
		view_flag(v, "stale", s->stale);
		if (s->made != NULL)
			decisions_show_one(rq, view_part(v, "made"), d,
			    s->made);
		if (s->proposed != NULL)
			decisions_show_one(rq, view_part(v, "waiting"), d,
			    s->proposed);
		view_flag(v, "ask", (s->made == NULL && s->proposed == NULL) ||
		    s->stale);
	}
	return OK;
}

static enum err
opened(struct request *rq, struct dossier **d)
{
	return dossier_open(&rq->cx, rq->number, rq->level, d);
}

static enum err
to_decision(struct request *rq, const struct dossier *d, int64_t no)
{
	return reply_redirect(rq, "/dossiers/%s/decisions/%lld", d->number,
	    (long long)no);
}

enum err
post_decision(struct request *rq)
{
	struct dossier *d;
	int64_t no = 0;
	enum err e;

	if ((e = opened(rq, &d)) != OK ||
	    (e = decision_make(&rq->cx, d, request_part(rq, "decision"),
	    &no)) != OK)
		return e;
	reply_notice(rq, "%s", casetype_decision(d->type, request_part(rq,
	    "decision"))->automatic ? _("The table decided.") :
	    _("The table made a proposal. Confirm it, or override it."));
	return to_decision(rq, d, no);
}

enum err
post_decision_confirm(struct request *rq)
{
	struct dossier *d;
	enum err e;

	if ((e = opened(rq, &d)) != OK ||
	    (e = decision_make_confirmed(&rq->cx, d, rq->no)) != OK)
		return e;
	reply_notice(rq, "%s", _("The decision was confirmed."));
	return to_decision(rq, d, rq->no);
}

enum err
post_decision_override(struct request *rq)
{
	struct dossier *d;
	int64_t no;
	enum err e;

	if ((e = opened(rq, &d)) != OK ||
	    (e = decision_make_other(&rq->cx, d, rq->no,
	    form_text(rq, "f.result"), form_text(rq, "reason"), &no)) != OK)
		return e;
	reply_notice(rq, "%s", _("The decision was overridden."));
	return to_decision(rq, d, no);
}
