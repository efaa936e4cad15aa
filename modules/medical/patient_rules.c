/* SPDX-License-Identifier: MIT */
/* Which rules of the care models hold on a case, why, and how they stand. */
#include "domain/dossier/rulepack_fact.h"
#include "domain/type/rulepack_words.h"
#include "medical/models.h"
#include "text/message.h"

static void
show_rule(struct request *rq, struct view *v, const struct dossier *d,
    const struct rulepack_fact *f)
{
	const struct rulepack_rule *r = f->held->rule;
	const struct rulepack_yield *y;

	view_text(v, "words", rulepack_words(&rq->cx, d->type, r));
	view_text(v, "model", rulepack_words_pack(&rq->cx, r->pack));
	view_text(v, "now", f->now);
	view_moment(v, "due", f->due);
	view_flag(v, "kept", f->state == RULEPACK_KEPT);
	view_flag(v, "lacks", f->state == RULEPACK_LACKS);
	for (y = f->held->yields; y != NULL; y = y->next)
		view_text(view_item(v, "yields"), "words",
		    rulepack_words_yield(&rq->cx, d->type, f->held, y));
}

enum err
get_patient_rules(struct request *rq)
{
	const struct rulepack *p;
	struct rulepack_fact *f;
	struct dossier *d;
	enum err e;

	if ((e = patient_page_open(rq, &d)) != OK ||
	    (e = rulepack_fact_list(&rq->cx, d, &f)) != OK)
		return e;
	for (p = d->type->rules == NULL ? NULL : d->type->rules->packs;
	    p != NULL; p = p->next)
		if (p->code[0] != '\0')
			view_text(view_option(rq->view, "models", p->code,
			    rulepack_words_pack(&rq->cx, p)), "help",
			    message_label(&p->help, rq->cx.lang));
	for (; f != NULL; f = f->next)
		show_rule(rq, view_item(rq->view, "rules"), d, f);
	view_text(rq->view, "type", message_label(&d->type->label,
	    rq->cx.lang));
	view_int(rq->view, "version", d->type->version);
	return reply_page(rq, "medical/rules.html");
}

/* What the rules miss, and the sections that they ask for. */
enum err
patient_rules_show(struct request *rq, const struct dossier *d)
{
	struct rulepack_fact *f;
	enum err e;

	if ((e = strengths_show(rq, d)) != OK ||
	    (e = referrals_show(rq, d)) != OK ||
	    (e = rulepack_fact_list(&rq->cx, d, &f)) != OK)
		return e;
	view_flag(rq->view, "has_rules", f != NULL);
	for (; f != NULL; f = f->next)
		if (f->state == RULEPACK_LACKS)
			show_rule(rq, view_item(rq->view, "lacking"), d, f);
	return OK;
}
