/* SPDX-License-Identifier: MIT */
/* Deadlines go along with what happens to their dossier. */
#include "domain/course/deadline_follow.h"

#include <string.h>

#include "base/count.h"
#include "domain/course/deadline_keep.h"
#include "domain/course/promise.h"
#include "domain/dossier/dossier.h"
#include "domain/dossier/dossier_keep.h"
#include "domain/dossier/undo.h"
#include "domain/spine/event_get.h"
#include "store/store_deadline.h"
#include "store/store_dossier.h"
#include "text/message.h"
#include "text/number.h"

/* What an act of a kind may mean. */
enum meaning {
	BEGINS = 1,	/* the case */
	ACCEPTS = 2, MOVES = 4, ENDS = 8, REOPENS = 16,
	WAITS = 32, GOES_ON = 64,
	RENEWS = 128,	/* another calendar may hold, or another state */
	VALUES = 256,	/* of fields */
	VERSION = 512	/* another version of the type holds */
};

static const struct {
	const char *kind;
	unsigned int meaning;
} kinds[] = {
	{ "dossier.registered", BEGINS },
	{ "dossier.split", BEGINS },
	{ "dossier.accepted", ACCEPTS | MOVES | RENEWS | VALUES },
	{ "dossier.changed", VALUES },
	{ "decision.made", VALUES },
	{ "decision.overridden", VALUES },
	{ "decision.withdrawn", VALUES },
	{ "dossier.version_moved", VERSION },
	{ "phase.moved", MOVES },
	{ "dossier.waiting", WAITS },
	{ "dossier.resumed", GOES_ON },
	{ "dossier.handed_over", RENEWS },
	{ "dossier.closed", ENDS },
	{ "dossier.solved", ENDS },
	{ "dossier.declined", ENDS },
	{ "dossier.merged", RENEWS | VALUES },	/* those that came */
	{ "dossier.merged_away", ENDS },
	{ "dossier.reopened", REOPENS | MOVES },
	{ "act.undone", RENEWS }
};

static unsigned int
meaning_of(const char *kind)
{
	size_t i;

	for (i = 0; i < COUNT(kinds); i++)
		if (strcmp(kinds[i].kind, kind) == 0)
			return kinds[i].meaning;
	return 0;
}

/* One act, looked at. */
struct following {
	struct ctx *cx;
	struct dossier *d;
	const struct event *event;
	struct deadline *open;	/* under way before it, and with_case */
	const char *why;
	struct undo *undo;
};

/* Part of an act that can be undone, or of none. */
static enum err
watch(struct following *f)
{
	f->undo = NULL;
	return f->cx->act == NULL ? OK : undo_watch(f->cx, f->d,
	    UNDO_DEADLINES, &f->undo);
}

static enum err
tell(struct following *f, const struct deadline *x, const char *kind,
    int64_t due)
{
	struct event_body *b = deadline_keep_body(f->cx, x);
	struct arena *a = f->cx->arena;
	enum err e;

	event_actor(b, 0);
	event_fact(b, "follows", "1");
	if (deadline_is_open(x))
		event_change(b, "due", due == 0 ? "" : number_plain(a, due,
		    0), x->due == 0 ? "" : number_plain(a, x->due, 0));
	else if (x->state == DEADLINE_DONE && deadline_is_late(f->cx, x))
		event_fact(b, "late", "1");
	event_why(b, f->why);
	if ((e = dossier_keep_due(f->cx, f->d)) != OK ||
	    (e = undo_step(f->cx, f->undo, kind)) != OK)
		return e;
	return event_add(f->cx, f->d, kind, b);
}

static bool
is_under_way(const struct following *f, const char *code)
{
	const struct deadline *x;

	for (x = f->open; x != NULL; x = x->next)
		if (deadline_is_open(x) && strcmp(x->code, code) == 0)
			return true;
	return false;
}

/* The field whose date it is, "" none. */
static const char *
field_of(const struct type_deadline *y)
{
	return strncmp(y->start, "field:", 6) == 0 ? y->start + 6 : "";
}

static const char *
rule_due(const struct following *f, const struct type_deadline *y)
{
	return field_of(y)[0] == '\0' ? y->due : arena_printf(f->cx->arena,
	    "date(\"%s\")", dossier_value(f->d, field_of(y)));
}

static enum err
start(struct following *f, const struct type_deadline *y, int64_t from)
{
	struct deadline *x = arena_alloc(f->cx->arena, sizeof(*x));
	struct deadline_span rule = { .due = rule_due(f, y), .early = y->early,
	    .warn = y->warn, .court = "", .reason = "" };
	enum err e;

	x->code = y->code;
	x->title = y->label.text[0];
	x->second = y->second;
	x->pauses = y->pauses;
	x->stops = y->stops;
	x->started = from;
	if ((e = watch(f)) != OK ||
	    (e = deadline_keep_add(f->cx, f->d, x, &rule)) != OK)
		return e;
	if ((e = tell(f, x, "deadline.started", 0)) != OK || !y->promised ||
	    strcmp(f->event->kind, "dossier.split") == 0)
		return e;
	return promise_follow(f->cx, f->d, message_label(&y->label,
	    f->cx->lang), x->due);
}

/* Those that begin with something; the phase is what follows the colon. */
static enum err
start_all(struct following *f, const char *with, const char *phase,
    int64_t from)
{
	const struct type_deadline *y;
	size_t n = strlen(with);
	enum err e;

	for (y = f->d->type->deadlines; y != NULL; y = y->next) {
		if (strncmp(y->start, with, n) != 0 ||
		    strcmp(y->start + n, phase) != 0 ||
		    is_under_way(f, y->code))
			continue;
		if ((e = start(f, y, from)) != OK)
			return e;
	}
	return OK;
}

static enum err
end(struct following *f, struct deadline *x, enum deadline_state state,
    bool with_case)
{
	enum err e;

	if ((e = watch(f)) != OK || (e = deadline_keep_end(f->cx, x, state,
	    0, f->why)) != OK)
		return e;
	x->with_case = with_case;
	if ((e = deadline_keep_save(f->cx, f->d, x)) != OK)
		return e;
	return tell(f, x, state == DEADLINE_DONE ? "deadline.done" :
	    "deadline.stopped", 0);
}

/* Entering a phase is what some wait for. */
static enum err
follow_phase(struct following *f, const char *phase)
{
	struct deadline *x;
	enum err e;

	for (x = f->open; x != NULL; x = x->next)
		if (deadline_is_open(x) &&
		    strncmp(x->stops, "phase:", 6) == 0 &&
		    strcmp(x->stops + 6, phase) == 0 &&
		    (e = end(f, x, DEADLINE_DONE, false)) != OK)
			return e;
	return start_all(f, "phase:", phase, f->cx->now);
}

static enum err
follow_end(struct following *f)
{
	struct deadline *x;
	enum err e;

	for (x = f->open; x != NULL; x = x->next)
		if (deadline_is_open(x) && (e = end(f, x,
		    strcmp(x->stops, "closed") == 0 ? DEADLINE_DONE :
		    DEADLINE_STOPPED, true)) != OK)
			return e;
	return OK;
}

static enum err
follow_reopen(struct following *f)
{
	struct deadline *x;
	enum err e;

	for (x = f->open; x != NULL; x = x->next) {
		if (deadline_is_open(x))
			continue;
		if ((e = watch(f)) != OK ||
		    (e = deadline_keep_again(f->cx, x, f->why)) != OK ||
		    (e = deadline_keep_save(f->cx, f->d, x)) != OK ||
		    (e = tell(f, x, "deadline.reopened", 0)) != OK)
			return e;
	}
	return OK;
}

/* While it waits, those that pause with it do. */
static enum err
follow_waiting(struct following *f, bool waits)
{
	struct deadline *x;
	int64_t due;
	enum err e;

	for (x = f->open; x != NULL; x = x->next) {
		if (!x->pauses || x->state != (waits ? DEADLINE_RUNNING :
		    DEADLINE_PAUSED))
			continue;
		due = x->due;
		x->state = waits ? DEADLINE_PAUSED : DEADLINE_RUNNING;
		if ((e = watch(f)) != OK ||
		    (e = deadline_keep_span(f->cx, x, waits, NULL,
		    f->why)) != OK ||
		    (e = deadline_keep_save(f->cx, f->d, x)) != OK ||
		    (e = tell(f, x, waits ? "deadline.paused" :
		    "deadline.resumed", due)) != OK)
			return e;
	}
	return OK;
}

/* Another calendar may hold now: only what moved is told. */
static enum err
follow_calendar(struct following *f)
{
	struct deadline *x, was;
	enum err e;

	for (x = f->open; x != NULL; x = x->next) {
		was = *x;
		if (!deadline_is_open(x))
			continue;
		if ((e = watch(f)) != OK ||
		    (e = deadline_keep_make(f->cx, f->d, x)) != OK)
			return e;
		if (x->due == was.due && x->early == was.early &&
		    x->warns == was.warns)
			continue;
		if ((e = deadline_keep_save(f->cx, f->d, x)) != OK ||
		    (x->due != was.due && (e = tell(f, x, "deadline.moved",
		    was.due)) != OK))
			return e;
	}
	return OK;
}

enum err
deadline_follow_calendar(struct ctx *cx, struct dossier *d)
{
	struct following f = { .cx = cx, .d = d, .why = "" };
	enum err e = store_deadline_open(cx, d, &f.open);

	return e != OK ? e : follow_calendar(&f);
}

/* The date of a field is another one: so is the deadline. */
static enum err
restart(struct following *f, const struct type_deadline *y,
    struct deadline *x)
{
	struct deadline_span rule = { .due = rule_due(f, y),
	    .early = y->early, .warn = y->warn, .court = "" };
	int64_t due = x->due;
	enum err e;

	if ((e = watch(f)) != OK || (e = deadline_keep_span(f->cx, x,
	    x->state == DEADLINE_PAUSED, &rule, f->why)) != OK ||
	    (e = deadline_keep_save(f->cx, f->d, x)) != OK)
		return e;
	return tell(f, x, "deadline.changed", due);
}

static bool
is_changed(const struct following *f, const char *field)
{
	const char *name = arena_printf(f->cx->arena, "f.%s", field);

	return strcmp(event_get(f->cx, f->event, "before", name),
	    event_get(f->cx, f->event, "after", name)) != 0;
}

static enum err
follow_field(struct following *f, const struct type_deadline *y)
{
	struct deadline *x = f->open;

	while (x != NULL && (!deadline_is_open(x) ||
	    strcmp(x->code, y->code) != 0))
		x = x->next;
	if (dossier_value(f->d, field_of(y))[0] == '\0')
		return x == NULL ? OK : end(f, x, DEADLINE_STOPPED, false);
	return x == NULL ? start(f, y, f->cx->now) : restart(f, y, x);
}

/* Has there ever been one of it? */
static enum err
is_new(struct following *f, const struct type_deadline *y, bool *out)
{
	struct deadline *x;
	enum err e = store_deadline_list(f->cx, f->d, &x);

	while (e == OK && x != NULL && strcmp(x->code, y->code) != 0)
		x = x->next;
	*out = e == OK && x == NULL && dossier_value(f->d,
	    field_of(y))[0] != '\0';
	return e;
}

/* all: whatever has a date, not what got another one just now. */
static enum err
follow_fields(struct following *f, bool all)
{
	const struct type_deadline *y;
	bool due;
	enum err e;

	if ((e = store_dossier_values(f->cx, f->d)) != OK)
		return e;
	for (y = f->d->type->deadlines; y != NULL; y = y->next) {
		if (field_of(y)[0] == '\0')
			continue;
		due = !all && is_changed(f, field_of(y));
		if ((all && (e = is_new(f, y, &due)) != OK) ||
		    (due && (e = follow_field(f, y)) != OK))
			return e;
	}
	return OK;
}

/* It has another type now, whose deadlines are others. */
static enum err
follow_type(struct following *f)
{
	struct deadline *x;
	enum err e;

	for (x = f->open; x != NULL; x = x->next)
		if (deadline_is_open(x) && x->code[0] != '\0' &&
		    (e = end(f, x, DEADLINE_STOPPED, false)) != OK)
			return e;
	if ((e = start_all(f, "received", "", f->d->received)) != OK)
		return e;
	return follow_fields(f, true);
}

/* What a change of fields can mean. */
static unsigned int
by_fields(const struct following *f, unsigned int m)
{
	const struct type_deadline *y;

	for (y = f->d->type->deadlines; y != NULL; y = y->next)
		if (field_of(y)[0] != '\0' && ((m & VERSION) != 0 ||
		    is_changed(f, field_of(y))))
			return m;
	return m & ~(unsigned int)(VALUES | VERSION);
}

static enum err
run(struct following *f, unsigned int m)
{
	const char *phase = event_get(f->cx, f->event, "after", "phase");
	enum err e = OK;

	if ((m & BEGINS) != 0)
		e = start_all(f, "received", "", f->d->received);
	if (e == OK && (m & ACCEPTS) != 0 && event_get(f->cx, f->event,
	    "after", "type")[0] != '\0')
		e = follow_type(f);
	if (e == OK && (m & ACCEPTS) != 0)
		e = start_all(f, "accepted", "", f->cx->now);
	if (e == OK && (m & REOPENS) != 0)
		e = follow_reopen(f);
	if (e == OK && (m & (BEGINS | REOPENS)) != 0)
		phase = f->d->phase;
	if (e == OK && phase[0] != '\0' && (m & (BEGINS | MOVES)) != 0)
		e = follow_phase(f, phase);
	if (e == OK && (m & (BEGINS | VERSION | VALUES)) != 0)
		e = follow_fields(f, (m & (BEGINS | VERSION)) != 0);
	if (e == OK && (m & ENDS) != 0)
		e = follow_end(f);
	if (e == OK && (m & (WAITS | GOES_ON)) != 0)
		e = follow_waiting(f, (m & WAITS) != 0);
	if (e == OK && (m & RENEWS) != 0)
		e = follow_calendar(f);
	/* what was put back may be due again, or not any more */
	return e == OK && (m & RENEWS) != 0 ? dossier_keep_due(f->cx, f->d) :
	    e;
}

enum err
deadline_follow(struct ctx *cx, struct dossier *d, const struct event *ev)
{
	struct following f = { .cx = cx, .d = d, .event = ev };
	unsigned int m = meaning_of(ev->kind);
	enum err e;

	if (m == 0 || d->type == NULL || (m = by_fields(&f, m)) == 0)
		return OK;
	/* A log tells what happened, and had no deadlines. */
	if ((m & BEGINS) != 0 && (d->type->deadlines == NULL ||
	    event_get(cx, ev, "fact", "trace")[0] != '\0'))
		return OK;
	f.why = event_get(cx, ev, "why", "");
	if ((m & BEGINS) == 0 &&
	    (e = store_deadline_open(cx, d, &f.open)) != OK)
		return e;
	if (f.open == NULL && d->type->deadlines == NULL)
		return OK;
	return run(&f, m);
}
