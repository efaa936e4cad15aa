/* SPDX-License-Identifier: MIT */
/* 5.4.3.2 Timers: what their text means, and what is due. */
#include "rules/cmmn/cmmn_timer.h"

#include <string.h>

#include "rules/cmmn/cmmn_rule.h"
#include "rules/cmmn/cmmn_stage.h"
#include "rules/feel/feel_temporal.h"
#include "text/blank.h"

#define RINGS 1000		/* in one event */
#define LATEST 253402300798	/* before 10000: later is never */

struct plan {			/* of a timer */
	int64_t rings;
	int64_t left;		/* rounds after that */
	const char *cycle;	/* "" none */
};

struct at {			/* where and when it is read */
	struct arena *arena;
	int64_t now;
	const char *zone;
};

/* A local moment is one of the zone. */
static int64_t
second_of(const struct at *at, struct feel_value v)
{
	struct feel_moment m = *v.moment;
	const struct feel_zone zone = { .id = at->zone };

	if (m.time.zone == NULL)
		m.time.zone = &zone;
	return feel_temporal_second(&m);
}

static bool
after(const struct at *at, int64_t from, struct feel_value duration,
    int64_t *out)
{
	struct feel_value then;

	if (duration.kind == FEEL_DAYS)
		return !__builtin_add_overflow(from, duration.days.second,
		    out);
	then = feel_temporal_moment(at->arena, from, at->zone);
	if (duration.kind != FEEL_MONTHS || then.kind != FEEL_DATE_TIME ||
	    !feel_temporal_add(at->arena, then, duration, &then) ||
	    then.kind != FEEL_DATE_TIME)
		return false;
	*out = second_of(at, then);
	return true;
}

/* The next one of that time of the day. */
static bool
next_time(const struct at *at, struct feel_time time, int64_t *out)
{
	const char *zone = time.zone != NULL && time.zone->id != NULL ?
	    time.zone->id : at->zone;
	struct feel_value today = feel_temporal_moment(at->arena, at->now,
	    zone);
	struct feel_date d;
	int i;

	if (today.kind != FEEL_DATE_TIME)
		return false;
	d = today.moment->date;
	for (i = 0; i < 3; i++) {
		*out = second_of(at, feel_temporal_at(at->arena, d, time));
		if (*out > at->now)
			return true;
		d = feel_temporal_civil(feel_temporal_day(d) + 1);
	}
	return false;
}

static bool
moment(const struct at *at, struct feel_value v, int64_t *out)
{
	static const struct feel_time midnight;

	switch (v.kind) {
	case FEEL_DATE_TIME:
		*out = second_of(at, v);
		return true;
	case FEEL_DATE:
		*out = second_of(at, feel_temporal_at(at->arena, v.date,
		    midnight));
		return true;
	case FEEL_TIME:
		return next_time(at, v.time, out);
	case FEEL_DAYS:
	case FEEL_MONTHS:
		return after(at, at->now, v, out);
	default:
		return false;
	}
}

/* A cycle must lead on. */
static bool
leads_on(struct feel_value v)
{
	return v.kind == FEEL_DAYS ? v.days.second > 0 :
	    v.kind == FEEL_MONTHS && v.months > 0;
}

static bool
piece(const struct at *at, const char *s, size_t len, struct feel_value *out)
{
	return len > 0 && (feel_temporal_duration(s, len, out) ||
	    feel_temporal_date_time(at->arena, s, len, out) ||
	    feel_temporal_time(at->arena, s, len, out));
}

/* R, R3: how often; without a number for ever. */
static bool
times(const char *s, size_t len, int64_t *out)
{
	size_t i;

	if (len == 0 || s[0] != 'R' || len > 10)
		return false;
	*out = len == 1 ? -1 : 0;
	for (i = 1; i < len; i++) {
		if (s[i] < '0' || s[i] > '9')
			return false;
		*out = *out * 10 + (s[i] - '0');
	}
	return true;
}

/* R3/PT1H, R3/2026-01-01T08:00:00/P1D, R/P1D/2026-12-31 */
static bool
cycle(const struct at *at, const char *s, size_t len, int64_t n,
    struct plan *out)
{
	const char *slash = memchr(s, '/', len);
	size_t one = slash == NULL ? len : (size_t)(slash - s);
	struct feel_value a, b = feel_value_null, d;
	int64_t end, t;

	if (!piece(at, s, one, &a) || (slash != NULL &&
	    !piece(at, slash + 1, len - one - 1, &b)))
		return false;
	out->left = n == -1 ? -1 : n > 0 ? n - 1 : 0;
	d = leads_on(a) ? a : b;
	if (!leads_on(d))
		return false;
	out->cycle = feel_temporal_write(at->arena, d);
	if (!leads_on(a))	/* it begins then */
		return moment(at, a, &out->rings);
	if (!after(at, at->now, a, &out->rings))
		return false;
	if (slash == NULL)
		return true;
	if (!moment(at, b, &end))
		return false;
	/* It ends then: so many fit, counted as far as it could ring. */
	for (n = 0, t = out->rings; t <= end && n < RINGS &&
	    (out->left < 0 || n <= out->left); n++)
		if (!after(at, t, a, &t))
			break;
	if (n == 0)
		out->rings = 0;
	if (t > end)
		out->left = n > 0 ? n - 1 : 0;
	return true;
}

static bool
iso(const struct at *at, const char *s, size_t len, struct plan *out)
{
	const char *slash = memchr(s, '/', len);
	struct feel_value v;
	int64_t n;

	if (slash != NULL && times(s, (size_t)(slash - s), &n))
		return cycle(at, slash + 1, len - (size_t)(slash - s) - 1, n,
		    out);
	return piece(at, s, len, &v) && moment(at, v, &out->rings);
}

static bool
understood(const struct at *at, struct feel_value v, struct plan *out)
{
	*out = (struct plan){ 0, 0, "" };
	return v.kind == FEEL_STRING ? iso(at, v.string.text, v.string.len,
	    out) : moment(at, v, &out->rings);
}

const struct cmmn_code *
cmmn_timer_make(struct cmmn_maker *m, const struct cmmn_definition *d)
{
	struct at at = { m->arena, 0, "UTC" };
	struct cmmn_text *text;
	struct plan p;
	const char *s = d->timer.text;

	if (s == NULL || blank_only(s)) {
		cmmn_code_fault(m, d->line, d->id, true,
		    "The timer has no time, and never rings.");
		return NULL;
	}
	s = blank_trim(m->arena, s);
	if (!understood(&at, feel_value_string(s, strlen(s)), &p))
		return cmmn_code_make(m, &d->timer, d->id);
	text = arena_alloc(m->arena, sizeof(*text));
	text->text = arena_printf(m->arena, "\"%s\"", s);
	text->written = d->timer.written != NULL ? d->timer.written :
	    d->timer.text;
	text->line = d->timer.line;
	return cmmn_code_make(m, text, d->id);
}

void
cmmn_timer_set(struct cmmn_work *w, struct cmmn_live *l)
{
	struct at at = { w->run->arena, w->eval.now, w->eval.zone };
	struct cmmn_item *i = l->item;
	struct plan p;

	if (l->node->timer == NULL || i->state != CMMN_AVAILABLE ||
	    i->rings != 0 || !understood(&at, cmmn_code_value(w,
	    l->node->timer), &p) || p.rings == 0 || p.rings > LATEST)
		return;
	i = cmmn_run_touch(w, l);
	i->rings = p.rings < 1 ? 1 : p.rings;
	i->rounds_left = p.left;
	i->cycle = p.cycle;
}

/* The next of a cycle after a moment; 0: none. */
static int64_t
next_ring(struct cmmn_work *w, const struct cmmn_item *i)
{
	struct at at = { w->run->arena, w->eval.now, w->eval.zone };
	struct feel_value d;
	int64_t next;

	if (i->cycle == NULL || i->cycle[0] == '\0' || i->rounds_left == 0 ||
	    !feel_temporal_duration(i->cycle, strlen(i->cycle), &d) ||
	    !leads_on(d) || !after(&at, i->rings, d, &next) ||
	    next > LATEST)
		return 0;
	return next;
}

/* Slept through more than is made up for: on to what is to come. */
static void
skip(struct cmmn_work *w, struct cmmn_live *l)
{
	struct at at = { w->run->arena, w->eval.now, w->eval.zone };
	struct cmmn_item *i = cmmn_run_touch(w, l);
	int64_t missed = 0, next;
	struct feel_value d;

	if (i->cycle == NULL || !feel_temporal_duration(i->cycle,
	    strlen(i->cycle), &d) || !leads_on(d))
		return;
	if (d.kind == FEEL_DAYS) {
		missed = (w->eval.now - i->rings) / d.days.second;
		i->rings += missed * d.days.second;
	} else {
		for (; after(&at, i->rings, d, &next) && next <= at.now;
		    missed++)
			i->rings = next;
	}
	if (i->rounds_left > 0)
		i->rounds_left -= missed < i->rounds_left ? missed :
		    i->rounds_left;
}

static void
ring(struct cmmn_work *w, struct cmmn_live *l)
{
	int64_t next = next_ring(w, l->item);
	struct cmmn_live *k;
	struct cmmn_item *i;

	if (!cmmn_stage_make(w, l, CMMN_OCCUR, (struct cmmn_cause){
	    CMMN_BY_TIMER, NULL, l->item->no }) || next == 0)
		return;
	k = cmmn_rule_renew(w, l, (struct cmmn_cause){ CMMN_BY_REPETITION,
	    NULL, l->item->no });
	if (k == NULL)
		return;
	i = cmmn_run_touch(w, k);
	i->rings = next;
	i->cycle = l->item->cycle;
	i->rounds_left = l->item->rounds_left > 0 ?
	    l->item->rounds_left - 1 : l->item->rounds_left;
}

/* The one that should have rung first; NULL: none is due. */
static struct cmmn_live *
due(struct cmmn_work *w)
{
	struct cmmn_live *first = NULL, *l;
	size_t i;

	for (i = 0; i < w->n; i++) {
		l = w->by_no[i];
		if (l != NULL && l->item->rings != 0 &&
		    l->item->rings <= w->eval.now &&
		    l->item->kind == CMMN_TIMER_LISTENER &&
		    l->item->state == CMMN_AVAILABLE && l->node != NULL &&
		    l->parent != NULL &&
		    l->parent->item->state == CMMN_ACTIVE &&
		    (first == NULL || l->item->rings < first->item->rings))
			first = l;
	}
	return first;
}

/* Those that begin timers whose time has passed too may go in circles. */
void
cmmn_timer_ring(struct cmmn_work *w)
{
	const size_t most = w->n + 2 * RINGS;
	struct cmmn_live *l;
	size_t n;

	for (n = 0; !w->endless && (l = due(w)) != NULL; n++) {
		if (n >= most) {
			w->endless = true;
			break;
		}
		if (n >= RINGS)
			skip(w, l);
		w->changes = w->steps = 0;	/* each is a step of its own */
		ring(w, l);
		cmmn_run_settle(w);
	}
}
