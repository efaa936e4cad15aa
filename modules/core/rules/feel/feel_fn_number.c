/* SPDX-License-Identifier: MIT */
/* Functions of numbers (10.3.4.5). */
#include "rules/feel/feel_builtin.h"
#include "rules/feel/feel_number.h"
#include "rules/feel/feel_temporal.h"

#define LONG 40		/* steps that exp and log take */

/* n to the scale: decimals, or zeros where it is negative. */
static struct feel_value
to_scale(struct feel_eval *ev, const char *name, struct feel_decimal n,
    struct feel_decimal scale, enum feel_round how)
{
	struct feel_decimal r;
	int64_t decimals;

	if (!feel_number_int(scale, &decimals))
		return feel_eval_null(ev, "%s(): the scale %s is not a whole "
		    "number.", name, feel_number_write(ev->arena, scale));
	if (!feel_number_round(n, decimals, how, &r))
		return feel_eval_null(ev, "%s(): the scale %lld is not between "
		    "-6111 and 6176.", name, (long long)decimals);
	return feel_number_value(r);
}

static struct feel_value
decimal(struct feel_eval *ev, const struct feel_value *args, size_t n)
{
	struct feel_decimal scale;

	(void)n;
	feel_number_round(args[1].number, 0, FEEL_DOWN, &scale);
	return to_scale(ev, "decimal", args[0].number, scale, FEEL_HALF_EVEN);
}

/* The scale may be left out, but not be null. */
static struct feel_value
to_scale_or_whole(struct feel_eval *ev, const char *name,
    const struct feel_value *args, size_t n, enum feel_round how)
{
	if (n > 1 && args[1].kind == FEEL_NULL)
		return feel_eval_null(ev, "%s(): the scale is null.", name);
	return to_scale(ev, name, args[0].number, n > 1 ? args[1].number :
	    feel_number_of(0).number, how);
}

static struct feel_value
of_floor(struct feel_eval *ev, const struct feel_value *args, size_t n)
{
	return to_scale_or_whole(ev, "floor", args, n, FEEL_FLOOR);
}

static struct feel_value
ceiling(struct feel_eval *ev, const struct feel_value *args, size_t n)
{
	return to_scale_or_whole(ev, "ceiling", args, n, FEEL_CEILING);
}

static struct feel_value
round_up(struct feel_eval *ev, const struct feel_value *args, size_t n)
{
	(void)n;
	return to_scale(ev, "round up", args[0].number, args[1].number,
	    FEEL_UP);
}

static struct feel_value
round_down(struct feel_eval *ev, const struct feel_value *args, size_t n)
{
	(void)n;
	return to_scale(ev, "round down", args[0].number, args[1].number,
	    FEEL_DOWN);
}

static struct feel_value
round_half_up(struct feel_eval *ev, const struct feel_value *args, size_t n)
{
	(void)n;
	return to_scale(ev, "round half up", args[0].number, args[1].number,
	    FEEL_HALF_UP);
}

static struct feel_value
round_half_down(struct feel_eval *ev, const struct feel_value *args, size_t n)
{
	(void)n;
	return to_scale(ev, "round half down", args[0].number, args[1].number,
	    FEEL_HALF_DOWN);
}

/* Of a number, or of a duration (10.3.4.8). */
static struct feel_value
absolute(struct feel_eval *ev, const struct feel_value *args, size_t n)
{
	struct feel_value v = args[0];
	bool minus;

	(void)n;
	if (v.kind == FEEL_NUMBER)
		return feel_number_value(feel_number_abs(v.number));
	minus = v.kind == FEEL_MONTHS ? v.months < 0
	    : v.days.second < 0 || v.days.nano < 0;
	if (minus && !feel_temporal_negate(v, &v))
		return feel_eval_null(ev, "abs(): the duration is too long.");
	return v;
}

static struct feel_value
modulo(struct feel_eval *ev, const struct feel_value *args, size_t n)
{
	struct feel_decimal r;

	(void)n;
	if (!feel_number_modulo(args[0].number, args[1].number, &r))
		return feel_eval_null(ev, "modulo(): the divisor is 0.");
	return feel_number_value(r);
}

static struct feel_value
square_root(struct feel_eval *ev, const struct feel_value *args, size_t n)
{
	struct feel_decimal r;

	(void)n;
	if (!feel_number_sqrt(args[0].number, &r))
		return feel_eval_null(ev, "sqrt(): %s is negative.",
		    feel_number_write(ev->arena, args[0].number));
	return feel_number_value(r);
}

static struct feel_value
logarithm(struct feel_eval *ev, const struct feel_value *args, size_t n)
{
	struct feel_decimal r;

	(void)n;
	if (!feel_eval_step(ev, LONG))
		return feel_value_null;
	if (!feel_number_log(args[0].number, &r))
		return feel_eval_null(ev, "log(): %s is not greater than 0.",
		    feel_number_write(ev->arena, args[0].number));
	return feel_number_value(r);
}

static struct feel_value
exponential(struct feel_eval *ev, const struct feel_value *args, size_t n)
{
	struct feel_decimal r;

	(void)n;
	if (!feel_eval_step(ev, LONG))
		return feel_value_null;
	if (!feel_number_exp(args[0].number, &r))
		return feel_eval_null(ev, "exp(): e to the %s is too large.",
		    feel_number_write(ev->arena, args[0].number));
	return feel_number_value(r);
}

/* What the number leaves, divided by two, is this; a fraction is neither odd
 * nor even. */
static struct feel_value
leaves(struct feel_decimal d, int64_t want)
{
	struct feel_decimal r;
	int64_t rest;

	return feel_value_boolean(feel_number_modulo(d,
	    feel_number_of(2).number, &r) && feel_number_int(r, &rest) &&
	    rest == want);
}

static struct feel_value
odd(struct feel_eval *ev, const struct feel_value *args, size_t n)
{
	(void)ev;
	(void)n;
	return leaves(args[0].number, 1);
}

static struct feel_value
even(struct feel_eval *ev, const struct feel_value *args, size_t n)
{
	(void)ev;
	(void)n;
	return leaves(args[0].number, 0);
}

#define NUMBER FEEL_BUILTIN_KIND(FEEL_NUMBER)
#define DURATION							\
	(FEEL_BUILTIN_KIND(FEEL_DAYS) | FEEL_BUILTIN_KIND(FEEL_MONTHS))
#define N_AND_SCALE { { "n", NUMBER }, { "scale", NUMBER } }

const struct feel_builtin feel_fn_number[] = {
	{ "decimal", decimal, N_AND_SCALE },
	{ "floor", of_floor, { { "n", NUMBER }, { "scale", NUMBER, true } } },
	{ "ceiling", ceiling, { { "n", NUMBER }, { "scale", NUMBER, true } } },
	{ "round up", round_up, N_AND_SCALE },
	{ "round down", round_down, N_AND_SCALE },
	{ "round half up", round_half_up, N_AND_SCALE },
	{ "round half down", round_half_down, N_AND_SCALE },
	{ "abs", absolute, { { "n", NUMBER | DURATION } } },
	{ "modulo", modulo, { { "dividend", NUMBER }, { "divisor", NUMBER } } },
	{ "sqrt", square_root, { { "number", NUMBER } } },
	{ "log", logarithm, { { "number", NUMBER } } },
	{ "exp", exponential, { { "number", NUMBER } } },
	{ "odd", odd, { { "number", NUMBER } } },
	{ "even", even, { { "number", NUMBER } } },
	{ NULL }
};
