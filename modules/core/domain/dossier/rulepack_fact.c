/* SPDX-License-Identifier: MIT */
/* How each rule of the care models stands on a dossier. */
#include "domain/dossier/rulepack_fact.h"

#include "domain/dossier/rulepack_gate.h"
#include "domain/spine/calendar.h"
#include "rules/time/worktime.h"
#include "rules/type/rulepack_span.h"
#include "store/store_rulepack.h"
#include "text/date.h"
#include "text/message.h"

static enum err
load(struct ctx *cx, const struct dossier *d, struct rulepack_fact *f)
{
	int64_t n;
	enum err e;

	if (d->lead == 0)
		return OK;
	if ((e = store_rulepack_load(cx, d->type->code, d->lead, 0,
	    &n)) != OK)
		return e;
	f->state = n > f->held->rule->n ? RULEPACK_LACKS : RULEPACK_KEPT;
	f->now = arena_printf(cx->arena, "%s: %s", d->lead_name,
	    rulepack_gate_load_words(cx, d->type, n));
	return OK;
}

static enum err
assessment(struct ctx *cx, const struct dossier *d, struct rulepack_fact *f)
{
	const struct rulepack_rule *r = f->held->rule;
	const struct calendar *c;
	int64_t n, last, day;
	enum err e;

	if ((e = store_rulepack_count(cx, d, r->subject[0] == '\0' ?
	    "form" : arena_printf(cx->arena, "form:%s", r->subject), &n,
	    &last)) != OK || (e = calendar_of(cx, d, &c)) != OK)
		return e;
	f->now = n == 0 ? _("none yet") : arena_printf(cx->arena,
	    _("last on %s"), date_civil(cx->arena, cx->lang,
	    date_today(cx->arena, cx->zone, last)));
	if (!rulepack_span_add(c, worktime_day_of(c, n == 0 ? d->opened :
	    last), r->span, &day))
		return OK;
	f->due = worktime_start_of(c, day + 1) - 1;
	f->state = f->due < cx->now ? RULEPACK_LACKS : RULEPACK_KEPT;
	return OK;
}

static enum err
record(struct ctx *cx, const struct dossier *d, struct rulepack_fact *f)
{
	const struct rulepack_rule *r = f->held->rule;
	int64_t n, last;
	enum err e = store_rulepack_count(cx, d, r->subject, &n, &last);

	f->state = n >= r->n ? RULEPACK_KEPT : RULEPACK_LACKS;
	f->now = arena_printf(cx->arena, _("%lld of %d"), (long long)n,
	    r->n);
	return e;
}

/* So many of something are not as the rule wants them. */
static enum err
amiss(struct ctx *cx, const struct dossier *d, struct rulepack_fact *f)
{
	const struct rulepack_rule *r = f->held->rule;
	const char *today = date_today(cx->arena, cx->zone, cx->now);
	const char *fmt = NULL;
	int64_t n = 0;
	enum err e;

	switch (r->kind) {
	case RULEPACK_CERTIFIED:
		if ((e = store_rulepack_unskilled(cx, d, r->subject,
		    r->target, &n)) != OK)
			return e;
		fmt = message_plural("%lld of them lacks it",
		    "%lld of them lack it", n);
		break;
	case RULEPACK_ANSWER:
		if ((e = store_rulepack_unanswered(cx, d, today, &n)) != OK)
			return e;
		fmt = message_plural("%lld answer is overdue",
		    "%lld answers are overdue", n);
		break;
	default:
		if ((e = store_rulepack_unreported(cx, d, today, &n)) != OK)
			return e;
		fmt = message_plural("%lld report is overdue",
		    "%lld reports are overdue", n);
		break;
	}
	f->state = n > 0 ? RULEPACK_LACKS : RULEPACK_KEPT;
	if (n > 0)
		f->now = arena_printf(cx->arena, fmt, (long long)n);
	return OK;
}

static enum err
judge(struct ctx *cx, const struct dossier *d, struct rulepack_fact *f)
{
	switch (f->held->rule->kind) {
	case RULEPACK_CASELOAD:
		return load(cx, d, f);
	case RULEPACK_RHYTHM:
		if (d->quiet == 0)
			return OK;
		f->due = d->quiet - 1;
		f->state = d->quiet <= cx->now ? RULEPACK_LACKS :
		    RULEPACK_KEPT;
		return OK;
	case RULEPACK_ASSESSMENT:
		return assessment(cx, d, f);
	case RULEPACK_BEFORE:
		return record(cx, d, f);
	case RULEPACK_CERTIFIED:
	case RULEPACK_ANSWER:
	case RULEPACK_REPORTS:
		return amiss(cx, d, f);
	default:
		return OK;
	}
}

enum err
rulepack_fact_list(struct ctx *cx, const struct dossier *d,
    struct rulepack_fact **out)
{
	const struct rulepack_held *h;
	struct rulepack_fact *f;
	enum err e;

	*out = NULL;
	h = d->type == NULL || d->type->rules == NULL ? NULL :
	    d->type->rules->held;
	for (; h != NULL; h = h->next) {
		f = *out = arena_alloc(cx->arena, sizeof(*f));
		f->held = h;
		f->now = "";
		if (d->closed == 0 && (e = judge(cx, d, f)) != OK)
			return e;
		out = &f->next;
	}
	return OK;
}
