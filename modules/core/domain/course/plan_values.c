/* SPDX-License-Identifier: MIT */
/* A case as the expressions of its plan and forms see it. */
#include "domain/course/plan_values.h"

#include <string.h>

#include "base/config.h"
#include "domain/course/decision_input.h"
#include "domain/course/filled_feel.h"
#include "domain/type/casetype_feel.h"
#include "rules/feel/feel_temporal.h"
#include "text/date.h"

#define STEPS 100000	/* of what one run evaluates: others wait */

const struct feel_value *
plan_values(struct ctx *cx, const struct feel_scope *scope,
    const struct casetype *type, const struct dossier *d,
    struct feel_value forms, bool tells)
{
	size_t n = scope->n - 2;
	struct feel_value *all = arena_array(cx->arena, n + 2, sizeof(*all));

	if (n > 0)
		memcpy(all, casetype_feel_values(cx->arena, type, NULL, 0,
		    d->values), n * sizeof(*all));
	all[n++] = forms;
	all[n] = tells ? decision_input_case(cx, cx->arena, d, true,
	    false) : feel_value_null;
	return all;
}

void
plan_values_frame(struct ctx *cx, const struct plan_model *m,
    const struct dossier *d, struct feel_frame *out)
{
	*out = (struct feel_frame){ NULL, plan_values(cx, &m->scope,
	    m->type, d, m->forms ? filled_feel(cx, cx->arena, d,
	    FILLED_FEEL_ALL) : feel_value_null, m->tells) };
}

static const char *
zone_of(const struct ctx *cx)
{
	return cx->conf != NULL ? cx->conf->timezone : cx->zone;
}

void
plan_values_eval(struct ctx *cx, const struct calendar *calendar,
    struct feel_eval *ev)
{
	feel_eval_start(ev, cx->arena, cx->now, zone_of(cx));
	ev->steps = STEPS;
	ev->calendar = calendar;
}

/* The last second of a civil day, where the site is. */
static int64_t
day_end(struct ctx *cx, struct feel_date date)
{
	int64_t start;

	return date_start(zone_of(cx), arena_printf(cx->arena,
	    "%04d-%02d-%02d", date.year, date.month, date.day), &start) ?
	    start + 24 * 3600 - 1 : 0;
}

int64_t
plan_values_moment(struct ctx *cx, struct feel_eval *ev,
    const struct plan_formula *f, const struct feel_frame *frame)
{
	struct feel_value v, now;

	if (f->feel == NULL)
		return 0;
	v = feel_run(f->feel, ev, frame);
	if (v.kind == FEEL_DAYS || v.kind == FEEL_MONTHS) {
		now = feel_temporal_moment(cx->arena, cx->now, zone_of(cx));
		if (!feel_temporal_add(cx->arena, now, v, &v))
			return 0;
	}
	if (v.kind == FEEL_DATE)
		return day_end(cx, v.date);
	return v.kind == FEEL_DATE_TIME ? feel_temporal_second(v.moment) : 0;
}
