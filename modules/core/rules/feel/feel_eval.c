/* SPDX-License-Identifier: MIT */
/* What an evaluation may use, why it became null, and calls. */
#include "rules/feel/feel_eval.h"

#include "rules/feel/feel_type.h"

/* What is done to an item, and to a byte, when two are compared takes far less
 * than a node. */
#define ITEMS_A_STEP 8
#define BYTES_A_STEP 512

void
feel_eval_start(struct feel_eval *ev, struct arena *a, int64_t now,
    const char *zone)
{
	*ev = (struct feel_eval){ .arena = a, .now = now, .zone = zone,
	    .steps = FEEL_EVAL_STEPS, .depth = FEEL_EVAL_DEPTH,
	    .bytes = arena_size(a) + FEEL_EVAL_BYTES };
	ev->notes_end = &ev->notes;
}

/* The reason comes last, and is kept however many there are. */
static bool
stop(struct feel_eval *ev, const char *why)
{
	if (!ev->stopped) {
		if (ev->notes_n >= FEEL_EVAL_NOTES)
			ev->notes_n = FEEL_EVAL_NOTES - 1;
		feel_eval_note(ev, "%s", why);
		ev->stopped = true;
	}
	return false;
}

bool
feel_eval_step(struct feel_eval *ev, size_t n)
{
	if (ev->stopped)
		return false;
	if (n > ev->steps) {
		ev->steps = 0;
		return stop(ev, "The evaluation takes too many steps.");
	}
	ev->steps -= n;
	if (arena_size(ev->arena) > ev->bytes)
		return feel_eval_room(ev, 0);
	return true;
}

bool
feel_eval_room(struct feel_eval *ev, size_t bytes)
{
	size_t held = arena_size(ev->arena);

	if (ev->stopped)
		return false;
	if (held > ev->bytes || bytes > ev->bytes - held)
		return stop(ev, "The evaluation takes too much memory.");
	return true;
}

bool
feel_eval_bytes(struct feel_eval *ev, size_t bytes)
{
	return bytes < BYTES_A_STEP || feel_eval_step(ev,
	    bytes / BYTES_A_STEP);
}

enum feel_ternary
feel_eval_equal(struct feel_eval *ev, struct feel_value a,
    struct feel_value b)
{
	size_t steps = ev->steps < SIZE_MAX / ITEMS_A_STEP ? ev->steps + 1 :
	    SIZE_MAX / ITEMS_A_STEP;	/* who checks a model has no limit */
	size_t work = steps * ITEMS_A_STEP, left = work;
	enum feel_ternary t = feel_value_equal_within(a, b, &left);

	if (work - left < ITEMS_A_STEP)
		return t;
	return feel_eval_step(ev, (work - left) / ITEMS_A_STEP) ? t
	    : FEEL_UNKNOWN;
}

bool
feel_eval_order(struct feel_eval *ev, struct feel_value a,
    struct feel_value b, int *out)
{
	if (a.kind == FEEL_STRING && !feel_eval_bytes(ev, a.string.len))
		return false;
	return feel_value_order(a, b, out);
}

bool
feel_eval_enter(struct feel_eval *ev, unsigned int depth)
{
	if (ev->stopped)
		return false;
	if (depth > ev->depth)
		return stop(ev, "The evaluation is nested too deeply: "
		    "a function that calls itself?");
	ev->depth -= depth;
	return true;
}

void
feel_eval_leave(struct feel_eval *ev, unsigned int depth)
{
	ev->depth += depth;
}

static void
note(struct feel_eval *ev, const char *fmt, va_list ap)
{
	struct feel_note *n;

	if (ev->stopped || ev->notes_n++ >= FEEL_EVAL_NOTES)
		return;
	n = arena_alloc(ev->arena, sizeof(*n));
	n->line = ev->line;
	n->text = arena_vprintf(ev->arena, fmt, ap);
	*ev->notes_end = n;
	ev->notes_end = &n->next;
}

void
feel_eval_note(struct feel_eval *ev, const char *fmt, ...)
{
	va_list ap;

	va_start(ap, fmt);
	note(ev, fmt, ap);
	va_end(ap);
}

struct feel_value
feel_eval_null(struct feel_eval *ev, const char *fmt, ...)
{
	va_list ap;

	va_start(ap, fmt);
	note(ev, fmt, ap);
	va_end(ap);
	return feel_value_null;
}

/* The arguments as the parameters' types want them (10.3.2.9.4). One that
 * cannot be had makes the whole call null. */
static bool
coerced(struct feel_eval *ev, const struct feel_function *f,
    const struct feel_value *args, struct feel_value *out)
{
	size_t i;

	for (i = 0; i < f->n; i++) {
		out[i] = args[i];
		if (f->params[i].type == NULL || args[i].kind == FEEL_NULL)
			continue;
		out[i] = feel_type_coerce(ev, f->params[i].type, args[i]);
		if (out[i].kind == FEEL_NULL)
			return false;
	}
	return true;
}

#define FEW 8			/* arguments that need no memory */

static struct feel_value
call(struct feel_eval *ev, const struct feel_function *f,
    const struct feel_value *args, size_t n)
{
	struct feel_value few[FEW], *given = few, v;

	if (f->n == FEEL_FUNCTION_ANY)
		return f->call(ev, f, args, n);
	if (n != f->n)
		return feel_eval_null(ev, "%s takes %zu argument%s, not %zu.",
		    f->name == NULL ? "The function" : f->name, f->n,
		    f->n == 1 ? "" : "s", n);
	if (n > FEW)
		given = arena_array(ev->arena, n, sizeof(*given));
	if (!coerced(ev, f, args, given))
		return feel_value_null;
	v = f->call(ev, f, given, n);
	if (f->result != NULL && v.kind != FEEL_NULL)
		v = feel_type_coerce(ev, f->result, v);
	return v;
}

struct feel_value
feel_eval_call(struct feel_eval *ev, const struct feel_function *f,
    const struct feel_value *args, size_t n)
{
	struct feel_value v;

	if (!feel_eval_step(ev, 1) || !feel_eval_enter(ev, 4))
		return feel_value_null;
	v = call(ev, f, args, n);
	feel_eval_leave(ev, 4);
	return ev->stopped ? feel_value_null : v;
}
