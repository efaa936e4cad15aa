/* SPDX-License-Identifier: MIT */
/* Promises: made, kept, moved with notice. */
#include "domain/course/promise.h"

#include <stdlib.h>
#include <string.h>

#include "base/day.h"
#include "domain/dossier/document.h"
#include "domain/dossier/dossier_keep.h"
#include "domain/dossier/undo.h"
#include "domain/spine/calendar.h"
#include "domain/spine/event.h"
#include "domain/spine/keep.h"
#include "domain/spine/medium.h"
#include "rules/time/worktime.h"
#include "store/store_dossier.h"
#include "store/store_party.h"
#include "store/store_promise.h"
#include "text/date.h"
#include "text/message.h"

#define NEAR DAY
#define FARTHEST (3660 * DAY)

bool
promise_is_broken(const struct ctx *cx, const struct promise *x)
{
	return x->due < (x->state == PROMISE_OPEN ? cx->now : x->said);
}

bool
promise_is_soon(const struct ctx *cx, const struct promise *x)
{
	return x->state == PROMISE_OPEN && x->due >= cx->now &&
	    x->due < cx->now + DATE_SOON;
}

enum err
promise_list(struct ctx *cx, const struct dossier *d, struct promise **out)
{
	return store_promise_list(cx, d, out);
}

enum err
promise_open(struct ctx *cx, const struct dossier *d, int64_t no,
    struct promise **out)
{
	enum err e;

	if ((e = store_promise_find(cx, d, no, out)) != OK || *out != NULL)
		return e;
	return refuse(cx, ERR_MISSING, "%s",
	    _("This case has no such promise."));
}

/* A day that is still to come, or today. */
static enum err
day_ok(struct ctx *cx, int64_t due)
{
	if (due == 0)
		return refuse_field(cx, "day", "%s",
		    _("Say which day was promised."));
	if (due < cx->now)
		return refuse_field(cx, "day", "%s", _("This day is past. "
		    "Choose one that is still to come."));
	if (due > cx->now + FARTHEST)
		return refuse_field(cx, "day", "%s",
		    _("This day is too far away. Correct it."));
	return OK;
}

static enum err
medium_ok(struct ctx *cx, const char *field, const char *medium)
{
	if (medium != NULL && medium_known(medium))
		return OK;
	return refuse_field(cx, field, "%s",
	    _("Say how the person was told."));
}

static enum err
person_ok(struct ctx *cx, struct dossier *d, struct promise *x)
{
	const struct party *p;
	enum err e;

	x->person_name = "";
	if (x->person == 0)
		return OK;
	if (d->parties == NULL && (e = store_party_list(cx, d)) != OK)
		return e;
	for (p = d->parties; p != NULL; p = p->next)
		if (p->person == x->person && p->ended == 0 &&
		    strcmp(p->role, "lead") != 0)
			break;
	if (p == NULL)
		return refuse_field(cx, "person", "%s",
		    _("Choose one of the people of this case."));
	x->person_name = p->name;
	return OK;
}

static struct event_body *
body(struct ctx *cx, const struct promise *x)
{
	struct event_body *b = event_body(cx);

	event_number(b, "no", x->no);
	event_fact(b, "title", x->text);
	if (x->person_name[0] != '\0')
		event_fact(b, "person", x->person_name);
	return b;
}

static const char *
number(struct ctx *cx, int64_t n)
{
	return arena_printf(cx->arena, "%lld", (long long)n);
}

/* Its row; no event. */
static enum err
write_row(struct ctx *cx, struct dossier *d, struct promise *x)
{
	enum err e;

	x->made = cx->now;
	x->state = PROMISE_OPEN;
	x->made_by = cx->name;
	x->said_by_name = x->how = x->note = "";
	if ((e = store_dossier_next(cx, d, &x->no)) != OK ||
	    (e = store_promise_add(cx, d, x)) != OK)
		return e;
	return dossier_keep_due(cx, d);
}

static enum err
tell_made(struct ctx *cx, struct dossier *d, struct promise *x, bool follows,
    struct undo *u)
{
	struct event_body *b;
	enum err e;

	if ((e = write_row(cx, d, x)) != OK ||
	    (e = undo_step(cx, u, "promise.made")) != OK)
		return e;
	b = body(cx, x);
	event_fact(b, "medium", x->medium);
	if (follows)
		event_fact(b, "follows", "1");
	event_after(b, "due", number(cx, x->due));
	return event_add(cx, d, "promise.made", b);
}

enum err
promise_add(struct ctx *cx, struct dossier *d, const struct promise_new *n,
    struct promise **out)
{
	struct promise *x = arena_alloc(cx->arena, sizeof(*x));
	struct undo *u = NULL;
	enum err e, bad;

	*out = NULL;
	if ((e = keep_open(cx, d)) != OK)
		return e;
	x->person = n->person;
	x->medium = n->medium;
	x->due = n->due;
	bad = keep_text(cx, "text", n->text, 1, 200, false, &x->text);
	if ((e = day_ok(cx, n->due)) != OK)
		bad = e;
	if ((e = medium_ok(cx, "medium", n->medium)) != OK)
		bad = e;
	if ((e = person_ok(cx, d, x)) != OK)
		bad = e;
	if (bad != OK)
		return bad;
	if ((e = undo_watch(cx, d, UNDO_PROMISES, &u)) != OK)
		return e;
	*out = x;
	return tell_made(cx, d, x, false, u);
}

enum err
promise_follow(struct ctx *cx, struct dossier *d, const char *text,
    int64_t due)
{
	struct promise *x = arena_alloc(cx->arena, sizeof(*x));
	const struct calendar *c;
	struct undo *u = NULL;
	enum err e;

	if (due <= cx->now || !medium_known(d->medium))
		return OK;
	if ((e = calendar_of(cx, d, &c)) != OK || (cx->act != NULL &&
	    (e = undo_watch(cx, d, UNDO_PROMISES, &u)) != OK))
		return e;
	x->text = text;
	x->person_name = "";
	x->medium = d->medium;
	x->due = worktime_start_of(c, worktime_day_of(c, due) + 1) - 1;
	return tell_made(cx, d, x, true, u);
}

/* What was typed of how it ends; why: a reason is needed. */
static enum err
end_ok(struct ctx *cx, struct dossier *d, struct promise *x,
    const struct promise_end *n, bool why)
{
	struct document *doc;
	enum err e, bad;

	if ((e = keep_level(cx, d, LEVEL_WORK)) != OK)
		return e;
	if (x->state != PROMISE_OPEN)
		return refuse(cx, ERR_CONFLICT, "%s",
		    x->state == PROMISE_KEPT ?
		    _("This promise was kept already.") :
		    _("This promise was moved to another day already."));
	bad = why ? keep_reason(cx, "note", n->note, &x->note) :
	    keep_text(cx, "note", n->note, 0, KEEP_REASON, true, &x->note);
	if ((e = medium_ok(cx, "how", n->how)) != OK)
		bad = e;
	x->how = n->how;
	x->document = n->document;
	if (x->document != 0 && document_find(cx, d, x->document,
	    &doc) != OK)
		bad = refuse_field(cx, "document", "%s",
		    _("Choose a document of this case."));
	x->said = cx->now;
	x->said_by = cx->viewer;
	x->said_by_name = cx->name;
	return bad;
}

static void
tell_end(struct ctx *cx, struct event_body *b, const struct promise *x)
{
	event_fact(b, "medium", x->how);
	event_count(b, "document", x->document);
	if (promise_is_broken(cx, x))
		event_fact(b, "late", "1");
	event_why(b, x->note);
}

enum err
promise_keep(struct ctx *cx, struct dossier *d, struct promise *x,
    const struct promise_end *n)
{
	struct event_body *b;
	struct undo *u = NULL;
	enum err e;

	if ((e = end_ok(cx, d, x, n, false)) != OK)
		return e;
	x->state = PROMISE_KEPT;
	if ((e = undo_watch(cx, d, UNDO_PROMISES, &u)) != OK ||
	    (e = store_promise_end(cx, x)) != OK ||
	    (e = dossier_keep_due(cx, d)) != OK ||
	    (e = undo_step(cx, u, "promise.kept")) != OK)
		return e;
	b = body(cx, x);
	tell_end(cx, b, x);
	return event_add(cx, d, "promise.kept", b);
}

enum err
promise_move(struct ctx *cx, struct dossier *d, struct promise *x,
    const struct promise_end *n, struct promise **out)
{
	struct promise *y = arena_alloc(cx->arena, sizeof(*y));
	struct event_body *b;
	struct undo *u = NULL;
	enum err e, bad;

	*out = NULL;
	if ((e = end_ok(cx, d, x, n, true)) != OK && e != ERR_INVALID)
		return e;
	bad = e;
	if ((e = day_ok(cx, n->due)) != OK)
		bad = e;
	else if (n->due == x->due)
		bad = refuse_field(cx, "day", "%s",
		    _("This is the day that was promised. Choose another."));
	if (bad != OK)
		return bad;
	x->state = PROMISE_MOVED;
	y->due = n->due;
	y->text = x->text;
	y->person = x->person;
	y->person_name = x->person_name;
	y->medium = x->how;
	y->moved_from = x->no;
	if ((e = undo_watch(cx, d, UNDO_PROMISES, &u)) != OK ||
	    (e = store_promise_end(cx, x)) != OK ||
	    (e = write_row(cx, d, y)) != OK ||
	    (e = undo_step(cx, u, "promise.moved")) != OK)
		return e;
	b = body(cx, x);
	event_change(b, "due", number(cx, x->due), number(cx, y->due));
	tell_end(cx, b, x);
	*out = y;
	return event_add(cx, d, "promise.moved", b);
}

enum err
promise_tell(struct ctx *cx, int64_t *n)
{
	return store_promise_tell(cx, cx->now + NEAR, n);
}

/* The key is the day, and how many of it were shown already. */
enum err
promise_waiting(struct ctx *cx, const struct promise_filter *f,
    struct promise_page *out)
{
	struct store_promise_filter s = { .lead = f->mine ? cx->viewer : 0,
	    .late = f->late, .limit = f->limit + 1 };
	int64_t shown = 0;
	struct promise *x;
	char *dot;
	int i = 1;
	enum err e;

	*out = (struct promise_page){ .next = "" };
	if (f->after[0] != '\0') {
		s.from = strtoll(f->after, &dot, 10);
		s.without = *dot == '.' ? strtoll(dot + 1, NULL, 10) : 0;
		if (s.without < 0 || s.without > 10000)
			s.without = 0;
	}
	if ((e = store_promise_waiting(cx, &s, &out->promises)) != OK)
		return e;
	for (x = out->promises; x != NULL; x = x->next, i++) {
		if (x->due != s.from) {
			s.from = x->due;
			s.without = shown = 0;
		}
		shown++;
		if (i != f->limit || x->next == NULL)
			continue;
		out->next = arena_printf(cx->arena, "%lld.%lld",
		    (long long)s.from, (long long)(s.without + shown));
		x->next = NULL;
	}
	return OK;
}

enum err
promise_count(struct ctx *cx, struct promise_counts *out)
{
	return store_promise_count(cx, cx->now + DATE_SOON, PROMISE_MANY,
	    &out->open, &out->soon, &out->late);
}
