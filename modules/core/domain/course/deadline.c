/* SPDX-License-Identifier: MIT */
/* Deadlines: added, paused, changed, met and confirmed by people. */
#include "domain/course/deadline.h"

#include <string.h>

#include "domain/course/deadline_court.h"
#include "domain/course/deadline_keep.h"
#include "domain/dossier/dossier_keep.h"
#include "domain/dossier/undo.h"
#include "domain/spine/calendar.h"
#include "domain/spine/keep.h"
#include "store/store_deadline.h"
#include "text/date.h"
#include "text/message.h"
#include "text/number.h"

#define DAYS 3660	/* of a rule, at the most */

bool
deadline_is_open(const struct deadline *x)
{
	return x->state < DEADLINE_DONE;
}

bool
deadline_is_late(const struct ctx *cx, const struct deadline *x)
{
	return x->due != 0 && x->due < (x->said != 0 ? x->said : cx->now);
}

bool
deadline_may_confirm(const struct ctx *cx, const struct deadline *x)
{
	return x->state == DEADLINE_UNCHECKED && x->said_by != cx->viewer;
}

static const struct type_deadline *
of_type(const struct casetype *t, const char *code)
{
	const struct type_deadline *y = t == NULL ? NULL : t->deadlines;

	while (y != NULL && strcmp(y->code, code) != 0)
		y = y->next;
	return y;
}

const char *
deadline_title(struct ctx *cx, const struct casetype *t,
    const struct deadline *x)
{
	const struct type_deadline *y = of_type(t, x->code);

	return y == NULL ? x->title : message_label(&y->label, cx->lang);
}

enum err
deadline_list(struct ctx *cx, const struct dossier *d, struct deadline **out)
{
	return store_deadline_list(cx, d, out);
}

enum err
deadline_open(struct ctx *cx, const struct dossier *d, int64_t no,
    struct deadline **out)
{
	enum err e;

	if ((e = store_deadline_find(cx, d, no, out)) != OK)
		return e;
	return *out != NULL ? OK : refuse(cx, ERR_MISSING, "%s",
	    _("This case has no such deadline."));
}

enum err
deadline_told(struct ctx *cx, int limit, struct deadline **out,
    int64_t *count)
{
	return store_deadline_told(cx, limit, out, count);
}

enum err
deadline_reckon(struct ctx *cx, const struct dossier *d,
    const struct deadline *x, const struct calendar **calendar,
    struct reckon *out, struct reckon **each)
{
	struct reckon_span *spans;
	size_t n, i;
	enum err e;

	if ((e = calendar_of(cx, d, calendar)) != OK)
		return e;
	spans = deadline_keep_spans(cx, x, &n);
	*each = arena_array(cx->arena, n + 1, sizeof(**each));
	for (i = 0; i < n; i++)
		reckon(cx->arena, *calendar, spans, i + 1, spans[i].begun,
		    NULL, &(*each)[i]);
	reckon(cx->arena, *calendar, spans, n, cx->now, cx->lang, out);
	return OK;
}

static const char *
before_text(struct ctx *cx, const char *field, int64_t n, enum err *bad)
{
	if (n == 0)
		return "";
	if (n < 0 || n > DAYS)
		*bad = refuse_field(cx, field, _("Say a number of days, %d "
		    "at the most."), DAYS);
	return number_plain(cx->arena, n, 0);
}

/* By a court: *ask is what was counted. */
static enum err
court_rule(struct ctx *cx, const struct dossier *d,
    const struct deadline_rule *r, struct courtcount_ask *ask,
    struct deadline_span *out)
{
	enum err e = deadline_court_ask(cx, d, r->court, &r->said, ask);

	return e != OK ? e : deadline_court_rule(cx, ask, out);
}

/* What people choose, as FEEL. */
static enum err
write_rule(struct ctx *cx, const struct deadline_rule *r,
    struct deadline_span *out)
{
	enum err bad = OK;

	out->court = "";
	out->early = before_text(cx, "early", r->early, &bad);
	out->warn = before_text(cx, "warn", r->warn, &bad);
	if (r->by == DEADLINE_BY_DATE) {
		if (r->date == NULL || !date_civil_ok(r->date))
			return refuse_field(cx, "date", "%s",
			    _("Say by which day."));
		out->due = arena_printf(cx->arena, "date(\"%s\")", r->date);
		return bad;
	}
	if (r->days < 1 || r->days > DAYS)
		return refuse_field(cx, "days", _("Say a number of days, %d "
		    "at the most."), DAYS);
	out->due = arena_printf(cx->arena, r->by == DEADLINE_BY_DAYS ?
	    "date(start) + duration(\"P%lldD\")" :
	    "add working days(date(start), %lld)", (long long)r->days);
	return bad;
}

/* It is called as the rule is, in the language of who adds it. */
static enum err
fill_court(struct ctx *cx, const struct dossier *d,
    const struct deadline_new *n, struct deadline *x,
    struct deadline_span *rule)
{
	struct courtcount_ask ask;
	enum err e;

	if ((e = court_rule(cx, d, &n->rule, &ask, rule)) != OK)
		return e;
	x->title = message_label(&ask.rule->label, cx->lang);
	x->second = n->second || ask.rule->second;
	x->started = deadline_court_start(cx, &ask);
	return OK;
}

static enum err
fill(struct ctx *cx, const struct dossier *d, const struct deadline_new *n,
    struct deadline *x, struct deadline_span *rule)
{
	const struct type_deadline *y = of_type(d->type, n->code);
	enum err e, f;

	if (n->code[0] != '\0' && y == NULL)
		return refuse(cx, ERR_MISSING, "%s",
		    _("Cases of this type have no such deadline."));
	x->code = "";
	x->stops = "hand";
	x->second = n->second;
	x->started = n->started == 0 ? cx->now : n->started;
	rule->reason = rule->court = "";
	if (n->rule.by == DEADLINE_BY_COURT)
		return fill_court(cx, d, n, x, rule);
	if (y != NULL) {
		x->code = y->code;
		x->title = y->label.text[0];
		x->second = y->second;
		x->pauses = y->pauses;
		x->stops = y->stops;
		rule->due = y->due;
		rule->early = y->early;
		rule->warn = y->warn;
		return OK;
	}
	e = keep_text(cx, "title", n->title, 1, 200, false,
	    &x->title);
	f = write_rule(cx, &n->rule, rule);
	if (x->started > cx->now)
		f = refuse_field(cx, "started", "%s",
		    _("It cannot begin later than now."));
	return e != OK ? e : f;
}

static void
tell_due(struct ctx *cx, struct event_body *b, const char *what,
    int64_t before, int64_t after)
{
	event_change(b, what, before == 0 ? "" : number_plain(cx->arena,
	    before, 0), after == 0 ? "" : number_plain(cx->arena, after, 0));
}

enum err
deadline_add(struct ctx *cx, struct dossier *d, const struct deadline_new *n,
    struct deadline **out)
{
	struct deadline *x = arena_alloc(cx->arena, sizeof(*x));
	struct deadline_span rule = { 0 };
	struct event_body *b;
	struct undo *u = NULL;
	enum err e;

	*out = NULL;
	if ((e = keep_screened(cx, d)) != OK ||
	    (e = fill(cx, d, n, x, &rule)) != OK ||
	    (e = undo_watch(cx, d, UNDO_DEADLINES, &u)) != OK ||
	    (e = deadline_keep_add(cx, d, x, &rule)) != OK)
		return e;
	if (x->due == 0)
		return refuse_field(cx, "days", "%s", _("This leads to no "
		    "day of the calendar. Choose another."));
	if ((e = dossier_keep_due(cx, d)) != OK ||
	    (e = undo_step(cx, u, "deadline.started")) != OK)
		return e;
	b = deadline_keep_body(cx, x);
	tell_due(cx, b, "due", 0, x->due);
	event_fact(b, "rule", rule.due);
	if (rule.court[0] != '\0')
		event_fact(b, "court", rule.court);
	*out = x;
	return event_add(cx, d, "deadline.started", b);
}

/* One act on it under way. */
struct acting {
	struct ctx *cx;
	struct dossier *d;
	struct deadline *x;
	const char *reason;
	struct undo *undo;
	int64_t due;		/* as it was */
};

static enum err
begin(struct acting *a, struct ctx *cx, struct dossier *d,
    struct deadline *x, const char *field, const char *reason, bool needed)
{
	enum err e;

	*a = (struct acting){ .cx = cx, .d = d, .x = x, .due = x->due };
	if ((e = keep_open(cx, d)) != OK ||
	    (e = needed ? keep_reason(cx, field, reason,
	    &a->reason) : keep_text(cx, field, reason, 0, KEEP_REASON,
	    true, &a->reason)) != OK)
		return e;
	return undo_watch(cx, d, UNDO_DEADLINES, &a->undo);
}

static enum err
end(struct acting *a, const char *kind, struct event_body *b)
{
	enum err e;

	if ((e = deadline_keep_save(a->cx, a->d, a->x)) != OK ||
	    (e = dossier_keep_due(a->cx, a->d)) != OK ||
	    (e = undo_step(a->cx, a->undo, kind)) != OK)
		return e;
	if (deadline_is_open(a->x))
		tell_due(a->cx, b, "due", a->due, a->x->due);
	event_why(b, a->reason);
	return event_add(a->cx, a->d, kind, b);
}

static enum err
only(struct ctx *cx, bool may)
{
	return may ? OK : refuse(cx, ERR_CONFLICT, "%s", _("This cannot be "
	    "done with the deadline as it stands now. Look at it again."));
}

enum err
deadline_pause(struct ctx *cx, struct dossier *d, struct deadline *x,
    const char *reason)
{
	struct acting a;
	enum err e;

	if ((e = only(cx, x->state == DEADLINE_RUNNING)) != OK ||
	    (e = begin(&a, cx, d, x, "reason", reason, true)) != OK ||
	    (e = deadline_keep_span(cx, x, true, NULL, a.reason)) != OK)
		return e;
	x->state = DEADLINE_PAUSED;
	return end(&a, "deadline.paused", deadline_keep_body(cx, x));
}

enum err
deadline_resume(struct ctx *cx, struct dossier *d, struct deadline *x,
    const char *reason)
{
	struct acting a;
	enum err e;

	if ((e = only(cx, x->state == DEADLINE_PAUSED)) != OK ||
	    (e = begin(&a, cx, d, x, "reason", reason, false)) != OK ||
	    (e = deadline_keep_span(cx, x, false, NULL, a.reason)) != OK)
		return e;
	x->state = DEADLINE_RUNNING;
	return end(&a, "deadline.resumed", deadline_keep_body(cx, x));
}

enum err
deadline_change(struct ctx *cx, struct dossier *d, struct deadline *x,
    const struct deadline_rule *r, const char *reason)
{
	struct deadline_span rule = { 0 }, *last = x->spans;
	struct courtcount_ask ask;
	struct event_body *b;
	struct acting a;
	enum err e, f;

	while (last->next != NULL)
		last = last->next;
	if ((e = only(cx, x->state == DEADLINE_RUNNING ||
	    x->state == DEADLINE_PAUSED)) != OK)
		return e;
	e = r->by == DEADLINE_BY_COURT ? court_rule(cx, d, r, &ask, &rule) :
	    write_rule(cx, r, &rule);
	f = begin(&a, cx, d, x, "reason", reason, true);
	if (e != OK || f != OK)
		return e != OK ? e : f;
	b = deadline_keep_body(cx, x);
	event_change(b, "rule", last->due, rule.due);
	if (rule.court[0] != '\0')
		event_fact(b, "court", rule.court);
	if ((e = deadline_keep_span(cx, x, x->state == DEADLINE_PAUSED,
	    &rule, a.reason)) != OK)
		return e;
	return end(&a, "deadline.changed", b);
}

/* Others are to look at it now: they hear that it is near. */
static void
tell_anew(struct deadline *x)
{
	if (x->told == DEADLINE_TOLD_WARNED)
		x->told = DEADLINE_TOLD_NOBODY;
}

enum err
deadline_done(struct ctx *cx, struct dossier *d, struct deadline *x,
    const char *note)
{
	struct event_body *b = deadline_keep_body(cx, x);
	struct acting a;
	enum err e;

	if ((e = only(cx, x->state == DEADLINE_RUNNING ||
	    x->state == DEADLINE_PAUSED)) != OK ||
	    (e = begin(&a, cx, d, x, "reason", note, false)) != OK)
		return e;
	if (x->second) {
		x->state = DEADLINE_UNCHECKED;
		tell_anew(x);
		x->said = cx->now;
		x->said_by = cx->viewer;
		x->said_by_name = cx->name;
		x->reason = a.reason;
		if (x->due == 0 && (e = deadline_keep_span(cx, x, false,
		    NULL, "")) != OK)
			return e;
	} else if ((e = deadline_keep_end(cx, x, DEADLINE_DONE, cx->viewer,
	    a.reason)) != OK)
		return e;
	if (deadline_is_late(cx, x))
		event_fact(b, "late", "1");
	return end(&a, x->second ? "deadline.unchecked" : "deadline.done", b);
}

enum err
deadline_confirm(struct ctx *cx, struct dossier *d, struct deadline *x,
    const char *note)
{
	struct event_body *b = deadline_keep_body(cx, x);
	int64_t said = x->said, by = x->said_by;
	const char *name = x->said_by_name;
	struct acting a;
	enum err e;

	if ((e = only(cx, x->state == DEADLINE_UNCHECKED)) != OK)
		return e;
	if (!deadline_may_confirm(cx, x))
		return refuse(cx, ERR_FORBIDDEN, "%s", _("You said yourself "
		    "that it is done. Another person confirms it."));
	if ((e = begin(&a, cx, d, x, "reason", note, false)) != OK ||
	    (e = deadline_keep_end(cx, x, DEADLINE_DONE, by,
	    x->reason)) != OK)
		return e;
	x->said = said;
	x->said_by_name = name;
	x->checked = cx->now;
	x->checked_by = cx->viewer;
	x->checked_by_name = cx->name;
	if (deadline_is_late(cx, x))
		event_fact(b, "late", "1");
	return end(&a, "deadline.confirmed", b);
}

enum err
deadline_refuse(struct ctx *cx, struct dossier *d, struct deadline *x,
    const char *reason)
{
	struct acting a;
	enum err e;

	if ((e = only(cx, x->state == DEADLINE_UNCHECKED)) != OK ||
	    (e = begin(&a, cx, d, x, "reason", reason, true)) != OK)
		return e;
	x->state = DEADLINE_RUNNING;
	tell_anew(x);
	x->said = x->said_by = 0;
	x->said_by_name = x->reason = "";
	return end(&a, "deadline.refused", deadline_keep_body(cx, x));
}

enum err
deadline_stop(struct ctx *cx, struct dossier *d, struct deadline *x,
    const char *reason)
{
	struct acting a;
	enum err e;

	if ((e = only(cx, deadline_is_open(x))) != OK ||
	    (e = begin(&a, cx, d, x, "reason", reason, true)) != OK ||
	    (e = deadline_keep_end(cx, x, DEADLINE_STOPPED, cx->viewer,
	    a.reason)) != OK)
		return e;
	return end(&a, "deadline.stopped", deadline_keep_body(cx, x));
}

enum err
deadline_reopen(struct ctx *cx, struct dossier *d, struct deadline *x,
    const char *reason)
{
	struct acting a;
	enum err e;

	if ((e = only(cx, !deadline_is_open(x))) != OK ||
	    (e = begin(&a, cx, d, x, "reason", reason, true)) != OK ||
	    (e = deadline_keep_again(cx, x, a.reason)) != OK)
		return e;
	a.due = 0;
	return end(&a, "deadline.reopened", deadline_keep_body(cx, x));
}
