/* SPDX-License-Identifier: MIT */
/* Title, risk and the fields of the type: changed by one form. */
#include <string.h>

#include "casework/case/compare.h"
#include "casework/case/pages_case.h"
#include "casework/shared/show.h"
#include "domain/course/dossier_change.h"
#include "domain/course/dossier_reconcile.h"
#include "domain/dossier/dossier.h"
#include "domain/type/casetype.h"
#include "text/message.h"
#include "web/facts.h"

const struct field change_form[] = {
	{ "title", FIELD_TEXT, .min = 1, .max = 200 },
	{ "risk", FIELD_INT, .min = 0, .max = 20 },
	{ "why", FIELD_LINES, .max = REASON_MAX },
	CONFLICT_FIELDS,
	FACTS_FIELD,
	{ 0 }
};

/* All that was typed, and of it what is to be saved. */
static enum err
typed(struct request *rq, struct conflict *c, struct dossier *d,
    struct dossier_change *out)
{
	struct value *values;
	enum err e;

	*out = (struct dossier_change){
		.title = form_text(rq, "title"),
		.risk = (int)form_int(rq, "risk"),
		.version = d->version,
		.why = form_text(rq, "why")
	};
	if ((e = facts_typed(rq, d->type, &values)) != OK)
		return e;
	out->values = values;
	/* By its seals also where an act changed facts beside the version. */
	return conflict_stale(c) || form_has(rq, "was") ?
	    compare_typed(rq, c, d, out) : OK;
}

/* Whether a refused form is shown as what is to be chosen of it. */
static bool
to_choose(struct request *rq, struct conflict *c, struct dossier *d)
{
	struct dossier_change change;

	return conflict_again(c) && !facts_more(rq) &&
	    strcmp(d->status, "closed") != 0 &&
	    typed(rq, c, d, &change) == ERR_CONFLICT;
}

enum err
get_dossier_change(struct request *rq)
{
	struct ctx *cx = &rq->cx;
	const struct term *t;
	struct conflict *c;
	struct dossier *d;
	struct view *v;
	int64_t step = 0;
	enum err e;

	if ((e = show_open(rq, &d)) != OK)
		return e;
	c = conflict_new(rq, d->version);
	if (to_choose(rq, c, d))
		return conflict_page(c, arena_printf(cx->arena,
		    "/dossiers/%s", d->number));
	conflict_begun(c, dossier_reconcile_seals(cx, d));
	form_start(rq, "title", d->title);
	form_start(rq, "risk", arena_printf(cx->arena, "%d", d->risk));
	for (t = d->type->risks; t != NULL; t = t->next) {
		v = view_item(rq->view, "risks");
		view_int(v, "step", ++step);
		view_text(v, "label", message_label(&t->label, cx->lang));
	}
	view_flag(rq->view, "by_table",
	    casetype_decision(d->type, TYPE_DECISION_RISK) != NULL);
	facts_form(rq, rq->view, d->type, d->values);
	return reply_page(rq, "casework/change.html");
}

enum err
post_dossier_change(struct request *rq)
{
	struct dossier_change change;
	struct conflict *c;
	struct dossier *d;
	enum err e;

	if (facts_more(rq))
		return get_dossier_change(rq);
	if ((e = dossier_open(&rq->cx, rq->number, rq->level, &d)) != OK)
		return e;
	c = conflict_new(rq, d->version);
	if ((e = typed(rq, c, d, &change)) != OK ||
	    (e = dossier_change(&rq->cx, d, &change)) != OK)
		return e;
	conflict_notice(c, _("The facts were saved."));
	return reply_redirect(rq, "/dossiers/%s", d->number);
}
