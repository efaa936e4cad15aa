/* SPDX-License-Identifier: MIT */
/* The rules of care models as sentences. */
#include "domain/type/rulepack_words.h"

#include <string.h>

#include "domain/type/casetype.h"
#include "domain/type/form_model.h"
#include "store/store_skill.h"
#include "text/message.h"

const char *
rulepack_words_span(struct ctx *cx, struct rulepack_span s)
{
	const char *fmt = s.unit == RULEPACK_MONTHS ?
	    message_plural("%ld month", "%ld months", s.n) :
	    s.unit == RULEPACK_WORKING_DAYS ?
	    message_plural("%ld working day", "%ld working days", s.n) :
	    message_plural("%ld day", "%ld days", s.n);

	return arena_printf(cx->arena, fmt, (long)s.n);
}

const char *
rulepack_words_pack(struct ctx *cx, const struct rulepack *p)
{
	return p->code[0] == '\0' ? _("This case type") :
	    message_label(&p->name, cx->lang);
}

/* A file has no store beside it: then a code has to do. */
static const char *
form_name(struct ctx *cx, const struct casetype *t, const char *code)
{
	const struct form_model *m;

	if (cx->db == NULL || t->id == 0 ||
	    form_model(cx, t, code, &m) != OK || m == NULL)
		return code;
	return message_label(&m->form->label, cx->lang);
}

static const char *
skill_name(struct ctx *cx, const char *code)
{
	struct skill *s;

	return cx->db == NULL || store_skill_find(cx, code, NULL, &s) != OK ||
	    s == NULL ? code : s->name;
}

/* Those with a code behind the colon. */
static const char *
coded(struct ctx *cx, const struct casetype *t, const char *record, int n)
{
	const char *code = strchr(record, ':') + 1;

	if (strncmp(record, "form:", 5) == 0)
		return arena_printf(cx->arena, message_plural("“%s”, filled "
		    "in", "“%s”, filled in %ld times", n), form_name(cx, t,
		    code), (long)n);
	if (strncmp(record, "role:", 5) == 0)
		return arena_printf(cx->arena, message_plural("somebody as "
		    "“%s”", "“%s”: %ld people", n), casetype_word(cx,
		    t->roles, code), (long)n);
	return arena_printf(cx->arena, message_plural("a document of the "
	    "kind “%s”", "“%s”: %ld documents", n), casetype_word(cx,
	    t->papers, code), (long)n);
}

const char *
rulepack_words_record(struct ctx *cx, const struct casetype *t,
    const char *record, int n)
{
	const char *fmt = NULL;

	if (strchr(record, ':') != NULL)
		return coded(cx, t, record, n);
	if (strcmp(record, "strengths") == 0)
		fmt = message_plural("%ld strength", "%ld strengths", n);
	else if (strcmp(record, "wishes") == 0)
		fmt = message_plural("%ld personal goal in the patient's own "
		    "words", "%ld personal goals in the patient's own words",
		    n);
	else if (strcmp(record, "problems") == 0)
		fmt = message_plural("%ld problem", "%ld problems", n);
	else if (strcmp(record, "goals") == 0)
		fmt = message_plural("%ld agreed goal", "%ld agreed goals",
		    n);
	else if (strcmp(record, "referrals") == 0)
		fmt = message_plural("%ld referral", "%ld referrals", n);
	else if (strcmp(record, "form") == 0)
		fmt = message_plural("%ld completed form",
		    "%ld completed forms", n);
	else
		return _("an agreed plan");
	return arena_printf(cx->arena, fmt, (long)n);
}

const char *
rulepack_words_target(struct ctx *cx, const struct casetype *t,
    const char *target)
{
	if (strncmp(target, "phase:", 6) == 0)
		return arena_printf(cx->arena, _("the phase “%s”"),
		    casetype_word(cx, t->phases, target + 6));
	if (strcmp(target, "closing") == 0)
		return _("closing");
	if (strcmp(target, "referrals") == 0)
		return _("a referral");
	return _("agreeing the plan");
}

static const char *
load(struct ctx *cx, const struct rulepack_rule *r)
{
	const char *fmt = r->above == RULEPACK_REFUSES ?
	    message_plural("At most %ld case of this type a lead",
	    "At most %ld cases of this type a lead", r->n) :
	    r->above == RULEPACK_ASKS ?
	    message_plural("At most %ld case of this type a lead; more only "
	    "with a reason", "At most %ld cases of this type a lead; more "
	    "only with a reason", r->n) :
	    message_plural("At most %ld case of this type a lead; more are "
	    "pointed out", "At most %ld cases of this type a lead; more are "
	    "pointed out", r->n);

	return arena_printf(cx->arena, fmt, (long)r->n);
}

static const char *
rhythm(struct ctx *cx, const struct type_rhythm *w)
{
	struct rulepack_span s = { w->days, w->works ?
	    RULEPACK_WORKING_DAYS : RULEPACK_DAYS };
	const char *text;

	if (w->days == 0)
		return w->dated ? _("Always a next date") :
		    _("Contact as the phase and the risk ask for it");
	text = arena_printf(cx->arena, _("Contact at least every %s"),
	    rulepack_words_span(cx, s));
	return !w->dated ? text : arena_printf(cx->arena,
	    _("%s; always a next date"), text);
}

static const char *
every(struct ctx *cx, const struct casetype *t,
    const struct rulepack_rule *r)
{
	const char *span = rulepack_words_span(cx, r->span);

	switch (r->kind) {
	case RULEPACK_ASSESSMENT:
		return r->subject[0] == '\0' ? arena_printf(cx->arena,
		    _("A form is filled in at least every %s"), span) :
		    arena_printf(cx->arena, _("“%s” is filled in at least "
		    "every %s"), form_name(cx, t, r->subject), span);
	case RULEPACK_SIGNED:
		return arena_printf(cx->arena, _("Notes are signed within "
		    "%s"), span);
	case RULEPACK_ANSWER:
		return arena_printf(cx->arena, _("Providers answer a "
		    "referral within %s"), span);
	case RULEPACK_REPORTS:
		return arena_printf(cx->arena, _("Providers report every "
		    "%s"), span);
	default:
		return arena_printf(cx->arena, _("What is overdue for more "
		    "than %s is a gap"), span);
	}
}

const char *
rulepack_words(struct ctx *cx, const struct casetype *t,
    const struct rulepack_rule *r)
{
	switch (r->kind) {
	case RULEPACK_CASELOAD:
		return load(cx, r);
	case RULEPACK_RHYTHM:
		return rhythm(cx, r->rhythm);
	case RULEPACK_BEFORE:
		return arena_printf(cx->arena, _("Before %s: %s"),
		    rulepack_words_target(cx, t, r->target),
		    rulepack_words_record(cx, t, r->subject, r->n));
	case RULEPACK_CERTIFIED:
		return arena_printf(cx->arena, _("Only who has the skill "
		    "“%s” is “%s”"), skill_name(cx, r->target),
		    casetype_word(cx, t->roles, r->subject));
	case RULEPACK_FIRST:
		return strcmp(r->subject, "strengths") == 0 ?
		    _("Strengths and personal goals stand first") :
		    _("Referrals stand first");
	default:
		return every(cx, t, r);
	}
}

const char *
rulepack_words_yield(struct ctx *cx, const struct casetype *t,
    const struct rulepack_held *h, const struct rulepack_yield *y)
{
	if (y->same)
		return arena_printf(cx->arena, _("%s asks for the same."),
		    rulepack_words_pack(cx, y->rule->pack));
	return arena_printf(cx->arena, _("%s asks for less: “%s”. The "
	    "stricter of the two holds, that of %s."),
	    rulepack_words_pack(cx, y->rule->pack), rulepack_words(cx, t,
	    y->rule), rulepack_words_pack(cx, h->rule->pack));
}
