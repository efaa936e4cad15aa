/* SPDX-License-Identifier: MIT */
/* Where the rules of care models say no. */
#include "domain/dossier/rulepack_gate.h"

#include <string.h>

#include "domain/type/casetype.h"
#include "domain/type/rulepack_words.h"
#include "rules/type/rulepack.h"
#include "store/store_rulepack.h"
#include "store/store_skill.h"
#include "text/message.h"

/* "1 strength (Strengths-based)", behind those before it. */
static const char *
add(struct ctx *cx, const struct dossier *d, const char *list,
    const struct rulepack_rule *r)
{
	return arena_printf(cx->arena, "%s%s%s (%s)", list,
	    list[0] == '\0' ? "" : ", ", rulepack_words_record(cx, d->type,
	    r->subject, r->n), rulepack_words_pack(cx, r->pack));
}

enum err
rulepack_gate(struct ctx *cx, const struct dossier *d, const char *target,
    const char *field)
{
	const struct rulepack_held *h;
	const char *lacks = "";
	int64_t n, last;
	enum err e;

	if (d->type == NULL || d->type->rules == NULL)
		return OK;
	for (h = d->type->rules->held; h != NULL; h = h->next) {
		if (h->rule->kind != RULEPACK_BEFORE ||
		    strcmp(h->rule->target, target) != 0)
			continue;
		if ((e = store_rulepack_count(cx, d, h->rule->subject, &n,
		    &last)) != OK)
			return e;
		if (n < h->rule->n)
			lacks = add(cx, d, lacks, h->rule);
	}
	return lacks[0] == '\0' ? OK : refuse_field(cx, field,
	    _("Before %s, this is to be there: %s."),
	    rulepack_words_target(cx, d->type, target), lacks);
}

enum err
rulepack_gate_phase(struct ctx *cx, const struct dossier *d,
    const char *phase, const char *field)
{
	if (cx->viewer == 0 || d->type == NULL || d->type->rules == NULL)
		return OK;
	return rulepack_gate(cx, d, arena_printf(cx->arena, "phase:%s",
	    phase), field);
}

enum err
rulepack_gate_lead(struct ctx *cx, const struct dossier *d, int64_t person,
    bool reason)
{
	const struct rulepack_rule *r;
	int64_t n;
	enum err e;

	if (person == 0 || person == d->lead || d->type == NULL ||
	    d->type->rules == NULL ||
	    rulepack_least(d->type->rules) == NULL)
		return OK;
	if ((e = store_rulepack_load(cx, d->type->code, person, d->id,
	    &n)) != OK)
		return e;
	r = rulepack_load(d->type->rules, n + 1);
	if (r == NULL || r->above == RULEPACK_WARNS ||
	    (r->above == RULEPACK_ASKS && reason))
		return OK;
	return refuse_field(cx, "lead", r->above == RULEPACK_REFUSES ?
	    _("They lead %lld cases of this type, and %d is the most (%s). "
	    "Choose somebody else.") :
	    _("They lead %lld cases of this type; more than %d asks for a "
	    "reason (%s). Choose somebody else, or hand the case over with "
	    "a reason."), (long long)n, r->n,
	    rulepack_words_pack(cx, r->pack));
}

enum err
rulepack_gate_role(struct ctx *cx, const struct dossier *d, int64_t person,
    const char *name, const char *role)
{
	const struct rulepack_held *h;
	struct skill *s;
	bool has;
	enum err e;

	h = d->type == NULL || d->type->rules == NULL ? NULL :
	    d->type->rules->held;
	for (; h != NULL; h = h->next) {
		if (h->rule->kind != RULEPACK_CERTIFIED ||
		    strcmp(h->rule->subject, role) != 0)
			continue;
		if ((e = store_rulepack_skilled(cx, person, h->rule->target,
		    &has)) != OK ||
		    (!has && (e = store_skill_find(cx, h->rule->target, NULL,
		    &s)) != OK))
			return e;
		if (!has)
			return refuse_field(cx, "person", _("%s lacks the "
			    "skill “%s”, which is asked of this role (%s). "
			    "Administrators write down who has it."), name,
			    s == NULL ? h->rule->target : s->name,
			    rulepack_words_pack(cx, h->rule->pack));
	}
	return OK;
}

enum err
rulepack_gate_leads(struct ctx *cx, const struct casetype *t,
    struct rulepack_gate_lead **out)
{
	struct store_rulepack_leads *x;
	enum err e;

	*out = NULL;
	if (t->rules == NULL || rulepack_least(t->rules) == NULL)
		return OK;
	if ((e = store_rulepack_leads(cx, t->code, &x)) != OK)
		return e;
	for (; x != NULL; x = x->next) {
		*out = arena_alloc(cx->arena, sizeof(**out));
		(*out)->person = x->person;
		(*out)->cases = x->cases;
		out = &(*out)->next;
	}
	return OK;
}

const char *
rulepack_gate_load_words(struct ctx *cx, const struct casetype *t,
    int64_t cases)
{
	const struct rulepack_rule *r = t->rules == NULL ? NULL :
	    rulepack_least(t->rules);

	return r == NULL ? "" : arena_printf(cx->arena,
	    cases >= r->n ? _("%lld cases, %d are the most") :
	    _("%lld of %d cases"), (long long)cases, r->n);
}
