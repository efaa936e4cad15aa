/* SPDX-License-Identifier: MIT */
/*
 * Fixed point of 128 bits before and 384 after the point. Whatever is beyond
 * 10^7000, far outside of the numbers of FEEL, is written as that.
 */
#include "rules/feel/feel_real.h"

#include <stdint.h>
#include <string.h>

typedef unsigned __int128 u128;

#define LIMBS 8
#define AFTER 6			/* of them, after the point */
#define BEYOND 7000

struct fixed {
	uint64_t w[LIMBS];	/* the least first */
};

static const struct fixed ln_ten = { {
	0x31c32f00b17c35a0U, 0x58bc0b5ec6a04173U, 0x0f187a0807c0b5caU,
	0x8a3fb3e76977e43aU, 0xa95b58ae0b4c28a3U, 0x4d763776aaa2b05bU, 2, 0
} };

static u128
whole(const struct fixed *a)
{
	return (u128)a->w[AFTER + 1] << 64 | a->w[AFTER];
}

static struct fixed
of_whole(u128 n)
{
	struct fixed r = { { 0 } };

	r.w[AFTER] = (uint64_t)n;
	r.w[AFTER + 1] = (uint64_t)(n >> 64);
	return r;
}

static bool
is_zero(const struct fixed *a)
{
	static const struct fixed zero;

	return memcmp(a, &zero, sizeof(zero)) == 0;
}

static bool
is_less(const struct fixed *a, const struct fixed *b)
{
	int i;

	for (i = LIMBS - 1; i > 0 && a->w[i] == b->w[i]; i--)
		;
	return a->w[i] < b->w[i];
}

static void
add(struct fixed *a, const struct fixed *b)
{
	u128 sum = 0;
	int i;

	for (i = 0; i < LIMBS; i++, sum >>= 64) {
		sum += (u128)a->w[i] + b->w[i];
		a->w[i] = (uint64_t)sum;
	}
}

/* Not less than b. */
static void
subtract(struct fixed *a, const struct fixed *b)
{
	uint64_t borrow = 0;
	u128 by;
	int i;

	for (i = 0; i < LIMBS; i++) {
		by = (u128)b->w[i] + borrow;
		borrow = by > a->w[i];
		a->w[i] -= (uint64_t)by;
	}
}

static void
multiply(struct fixed *a, const struct fixed *b)
{
	uint64_t r[2 * LIMBS] = { 0 };
	u128 carry;
	int i, j;

	for (i = 0; i < LIMBS; i++) {
		for (carry = 0, j = 0; j < LIMBS; j++, carry >>= 64) {
			carry += (u128)a->w[i] * b->w[j] + r[i + j];
			r[i + j] = (uint64_t)carry;
		}
		r[i + LIMBS] = (uint64_t)carry;
	}
	memcpy(a->w, r + AFTER, sizeof(a->w));
}

static void
multiply_small(struct fixed *a, uint64_t n)
{
	u128 carry = 0;
	int i;

	for (i = 0; i < LIMBS; i++, carry >>= 64) {
		carry += (u128)a->w[i] * n;
		a->w[i] = (uint64_t)carry;
	}
}

static void
divide_small(struct fixed *a, uint64_t n)
{
	u128 rest = 0;
	int i;

	for (i = LIMBS - 1; i >= 0; i--) {
		rest = rest << 64 | a->w[i];
		a->w[i] = (uint64_t)(rest / n);
		rest %= n;
	}
}

/* p / q below 1, bit by bit. */
static struct fixed
fraction(u128 p, u128 q)
{
	struct fixed r = { { 0 } };
	int i;

	for (i = AFTER * 64 - 1; i >= 0; i--) {
		p <<= 1;
		if (p >= q) {
			p -= q;
			r.w[i / 64] |= 1ULL << i % 64;
		}
	}
	return r;
}

static u128
power_of_ten(int n)
{
	u128 r = 1;

	while (n-- > 0)
		r *= 10;
	return r;
}

/* Times 10^exp; false: it is 2^64 or more. */
static bool
scale(struct fixed *a, int exp)
{
	for (; exp < 0 && !is_zero(a); exp++)
		divide_small(a, 10);
	for (; exp > 0 && !is_zero(a); exp--) {
		if (whole(a) >> 60 != 0)
			return false;
		multiply_small(a, 10);
	}
	return whole(a) >> 64 == 0;
}

/* In digits, times 10^exp more. */
static struct feel_real
digits(struct fixed a, int exp, bool minus)
{
	struct fixed many;
	int n;

	if (is_zero(&a))
		return (struct feel_real){ 0, 0, false };
	for (; whole(&a) == 0; exp--)
		multiply_small(&a, 10);
	n = whole(&a) < 10 ? 36 : 33;
	many = of_whole(power_of_ten(n));
	multiply(&a, &many);
	return (struct feel_real){ whole(&a), exp - n, minus };
}

/* e^x of 0 <= x < ln 10: the series of x / 2^10, squared ten times. */
static struct fixed
series(struct fixed x)
{
	struct fixed sum = of_whole(1), term = of_whole(1);
	uint64_t n;
	int i;

	divide_small(&x, 1024);
	for (n = 1; !is_zero(&term); n++) {
		multiply(&term, &x);
		divide_small(&term, n);
		add(&sum, &term);
	}
	for (i = 0; i < 10; i++)
		multiply(&sum, &sum);
	return sum;
}

/* e^x, or e^-x: 10^k times what is left of x. */
static struct feel_real
exponential(struct fixed x, bool minus)
{
	struct fixed part = ln_ten;
	int k;

	if (whole(&x) > 16000)		/* ln 10 times 6950 */
		return (struct feel_real){ 1, minus ? -BEYOND : BEYOND,
		    false };
	k = (int)((uint64_t)whole(&x) * 10000 / 23026);
	multiply_small(&part, (uint64_t)k);
	subtract(&x, &part);
	for (; !is_less(&x, &ln_ten); k++)
		subtract(&x, &ln_ten);
	if (minus && !is_zero(&x)) {
		part = ln_ten;
		subtract(&part, &x);
		return digits(series(part), -k - 1, false);
	}
	return digits(series(x), minus ? -k : k, false);
}

/* |ln x|: x = m * 10^k with m near 1, ln m = 2 artanh((m - 1) / (m + 1)). */
static struct fixed
logarithm(struct feel_real x, bool *minus)
{
	struct fixed sum = { { 0 } }, z, square, term, tens = ln_ten;
	u128 unit = 1;
	int k = 0;
	uint64_t n;
	bool less;

	for (; x.c / unit >= 10; k++)
		unit *= 10;
	if (x.c / unit >= 4 || (x.c / unit == 3 && x.c % unit > unit / 10)) {
		unit *= 10;
		k++;
	}
	k += x.exp;
	less = x.c < unit;
	z = fraction(less ? unit - x.c : x.c - unit, x.c + unit);
	square = z;
	multiply(&square, &z);
	for (n = 1; !is_zero(&z); n += 2) {
		term = z;
		divide_small(&term, n);
		add(&sum, &term);
		multiply(&z, &square);
	}
	add(&sum, &sum);
	multiply_small(&tens, (uint64_t)(k < 0 ? -k : k));
	*minus = k < 0 || (k == 0 && less);
	if (less == (k < 0) || k == 0)
		add(&sum, &tens);
	else {
		subtract(&tens, &sum);
		sum = tens;
	}
	return sum;
}

struct feel_real
feel_real_exp(struct feel_real x)
{
	struct fixed a = of_whole(x.c);

	if (!scale(&a, x.exp))
		a = of_whole(UINT64_MAX);
	return exponential(a, x.minus);
}

struct feel_real
feel_real_log(struct feel_real x)
{
	bool minus;
	struct fixed a = logarithm(x, &minus);

	return digits(a, 0, minus);
}

struct feel_real
feel_real_power(struct feel_real x, struct feel_real y)
{
	bool minus;
	struct fixed a = logarithm(x, &minus), many = of_whole(y.c);

	multiply(&a, &many);
	if (!scale(&a, y.exp))
		a = of_whole(UINT64_MAX);
	return exponential(a, minus != y.minus);
}
