/* SPDX-License-Identifier: MIT */
/* Rows of deadlines and their spans, and what follows from these. */
#include "domain/course/deadline_keep.h"

#include <string.h>

#include "base/day.h"
#include "domain/spine/calendar.h"
#include "store/store_deadline.h"
#include "store/store_dossier.h"
#include "text/message.h"

#define PASSED_ON DAY	/* after that the managers hear of it */

struct event_body *
deadline_keep_body(struct ctx *cx, const struct deadline *x)
{
	struct event_body *b = event_body(cx);

	event_number(b, "no", x->no);
	event_fact(b, "title", x->title);
	if (x->code[0] != '\0')
		event_fact(b, "deadline", x->code);
	return b;
}

/* A rule that its spans share is compiled once. */
static const struct reckon_rule *
rule_of(struct ctx *cx, const struct deadline_span *s)
{
	struct feel_fault *faults[3];

	return reckon_compile(cx->arena, s->due, s->early, s->warn, faults);
}

static bool
same_rule(const struct deadline_span *a, const struct deadline_span *b)
{
	return strcmp(a->due, b->due) == 0 &&
	    strcmp(a->early, b->early) == 0 && strcmp(a->warn, b->warn) == 0;
}

struct reckon_span *
deadline_keep_spans(struct ctx *cx, const struct deadline *x, size_t *n)
{
	const struct deadline_span *s, *last = NULL;
	struct reckon_span *out;
	size_t i = 0;

	for (*n = 0, s = x->spans; s != NULL; s = s->next)
		(*n)++;
	out = arena_array(cx->arena, *n + 1, sizeof(*out));
	for (s = x->spans; s != NULL; last = s, s = s->next, i++) {
		out[i] = (struct reckon_span){ .begun = s->begun,
		    .ended = s->ended, .paused = s->paused };
		out[i].rule = last != NULL && same_rule(last, s) ?
		    out[i - 1].rule : rule_of(cx, s);
	}
	return out;
}

static struct deadline_span *
last_of(const struct deadline *x)
{
	struct deadline_span *s = x->spans;

	while (s != NULL && s->next != NULL)
		s = s->next;
	return s;
}

enum err
deadline_keep_span(struct ctx *cx, struct deadline *x, bool paused,
    const struct deadline_span *rule, const char *reason)
{
	struct deadline_span *last = last_of(x);
	struct deadline_span *s = arena_alloc(cx->arena, sizeof(*s));

	*s = rule != NULL ? *rule : *last;
	s->next = NULL;
	s->begun = last == NULL ? x->started : cx->now;
	if (last != NULL && s->begun < last->begun)
		s->begun = last->begun;
	s->ended = 0;
	s->paused = paused;
	s->reason = reason;
	s->actor = cx->viewer == 0 ? "" : cx->name;
	if (last == NULL) {
		x->spans = s;
	} else {
		last->next = s;
		last->ended = s->begun;
	}
	return store_deadline_span_add(cx, x, s);
}

/* When somebody is told next, 0 never. */
static int64_t
tells(const struct deadline *x)
{
	int64_t near = x->warns != 0 ? x->warns : x->early;

	if (x->due == 0 || (x->state != DEADLINE_RUNNING &&
	    x->state != DEADLINE_UNCHECKED))
		return 0;
	if (x->told == DEADLINE_TOLD_NOBODY && near != 0)
		return near;
	return x->told < DEADLINE_TOLD_LATE ? x->due :
	    x->told < DEADLINE_TOLD_MANAGERS ? x->due + PASSED_ON : 0;
}

/* Who was told what does not hold any more has it in no list. */
static enum err
take_back(struct ctx *cx, struct deadline *x)
{
	int64_t near = x->warns != 0 ? x->warns : x->early;
	bool open = x->state == DEADLINE_RUNNING ||
	    x->state == DEADLINE_UNCHECKED;

	if (x->told == DEADLINE_TOLD_NOBODY || (open && x->due <= cx->now &&
	    x->due != 0) || (open && x->told == DEADLINE_TOLD_WARNED &&
	    near <= cx->now))
		return OK;
	x->told = DEADLINE_TOLD_NOBODY;
	return store_deadline_told_drop(cx, x);
}

enum err
deadline_keep_make(struct ctx *cx, const struct dossier *d,
    struct deadline *x)
{
	const struct calendar *calendar;
	struct reckon_span *spans;
	struct reckon r;
	size_t n;
	enum err e;

	if ((e = calendar_of(cx, d, &calendar)) != OK)
		return e;
	spans = deadline_keep_spans(cx, x, &n);
	reckon(cx->arena, calendar, spans, n, cx->now, NULL, &r);
	x->due = x->state == DEADLINE_PAUSED ? 0 : r.due;
	x->early = x->state == DEADLINE_PAUSED ? 0 : r.early;
	x->warns = x->state == DEADLINE_PAUSED ? 0 : r.warn;
	return OK;
}

enum err
deadline_keep_save(struct ctx *cx, const struct dossier *d,
    struct deadline *x)
{
	enum err e;

	if ((e = deadline_keep_make(cx, d, x)) != OK ||
	    (e = take_back(cx, x)) != OK)
		return e;
	return store_deadline_save(cx, x, tells(x));
}

enum err
deadline_keep_add(struct ctx *cx, struct dossier *d, struct deadline *x,
    const struct deadline_span *rule)
{
	enum err e;

	x->state = DEADLINE_RUNNING;
	x->reason = "";
	if ((e = store_dossier_next(cx, d, &x->no)) != OK ||
	    (e = store_deadline_add(cx, d, x)) != OK ||
	    (e = deadline_keep_span(cx, x, false, rule,
	    rule->reason)) != OK)
		return e;
	return deadline_keep_save(cx, d, x);
}

enum err
deadline_keep_end(struct ctx *cx, struct deadline *x,
    enum deadline_state state, int64_t by, const char *reason)
{
	struct deadline_span *last = last_of(x);
	int64_t now = cx->now > last->begun ? cx->now : last->begun;

	x->state = state;
	x->reason = reason;
	x->said = now;
	x->said_by = by;
	x->said_by_name = by == 0 ? "" : cx->name;
	x->checked = x->checked_by = 0;
	x->checked_by_name = "";
	last->ended = now;
	return store_deadline_span_end(cx, x, now);
}

/* The span that ended last goes on to where the pause begins. */
enum err
deadline_keep_again(struct ctx *cx, struct deadline *x, const char *reason)
{
	struct deadline_span *last = last_of(x), pause = *last;
	struct deadline_span *s = arena_alloc(cx->arena, sizeof(*s));
	enum err e;

	*s = pause;
	s->next = NULL;
	s->begun = last->ended;
	s->ended = 0;
	s->paused = true;
	s->reason = x->reason;
	s->actor = cx->viewer == 0 ? "" : cx->name;
	x->state = DEADLINE_RUNNING;
	x->said = x->said_by = x->checked = x->checked_by = 0;
	x->said_by_name = x->checked_by_name = x->reason = "";
	x->with_case = false;
	last->next = s;
	if ((e = store_deadline_span_add(cx, x, s)) != OK)
		return e;
	return deadline_keep_span(cx, x, false, NULL, reason);
}
