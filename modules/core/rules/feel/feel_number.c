/* SPDX-License-Identifier: MIT */
/* Numbers: Intel's decimal library for what rounds, and the plain digits for
 * the rest. The only file that knows the library. */
#include "rules/feel/feel_number.h"

#include <bid_conf.h>
#include <bid_functions.h>
#include <string.h>

#include "rules/feel/feel_real.h"

typedef unsigned __int128 u128;

#define DIGITS 34
#define EXP_MIN (-6176)		/* of the last digit */
#define EXP_MAX 6111
#define HIGH_BITS 49		/* of the coefficient, in the upper word */
#define SPECIAL 0x7800000000000000ULL	/* infinite or not a number */

static const uint64_t ten[20] = {
	1ULL, 10ULL, 100ULL, 1000ULL, 10000ULL, 100000ULL, 1000000ULL,
	10000000ULL, 100000000ULL, 1000000000ULL, 10000000000ULL,
	100000000000ULL, 1000000000000ULL, 10000000000000ULL,
	100000000000000ULL, 1000000000000000ULL, 10000000000000000ULL,
	100000000000000000ULL, 1000000000000000000ULL,
	10000000000000000000ULL
};

/* 10^n, n from 0 to 38. */
static u128
power_of_ten(int n)
{
	return n < 20 ? ten[n] : (u128)ten[19] * ten[n - 19];
}

/* How many decimal digits; 0 for 0. */
static int
length(u128 c)
{
	uint64_t high = (uint64_t)(c >> 64), low = (uint64_t)c;
	int bits, n;

	if (c == 0)
		return 0;
	bits = high != 0 ? 128 - __builtin_clzll(high)
	    : 64 - __builtin_clzll(low);
	n = bits * 1233 >> 12;		/* bits * log10(2), cut */
	return c >= power_of_ten(n) ? n + 1 : n;
}

static struct feel_real
split(struct feel_decimal d)
{
	struct feel_real s;

	s.minus = d.w[1] >> 63;
	s.exp = (int)(d.w[1] >> HIGH_BITS & 0x3fff) + EXP_MIN;
	s.c = (u128)(d.w[1] & ((1ULL << HIGH_BITS) - 1)) << 64 | d.w[0];
	return s;
}

/* Of up to 34 digits and an exponent in range; zero has no sign. */
static struct feel_decimal
join(u128 c, int exp, bool minus)
{
	struct feel_decimal d;

	d.w[0] = (uint64_t)c;
	d.w[1] = (uint64_t)(c >> 64) |
	    (uint64_t)(exp - EXP_MIN) << HIGH_BITS |
	    (uint64_t)(minus && c != 0) << 63;
	return d;
}

/* Drop the last n digits, rounded. rest: more digits followed that are not
 * all zero. */
static u128
drop(u128 c, int n, bool minus, bool rest, enum feel_round how)
{
	u128 unit, q, left, half;
	int side;		/* what is left against the half */

	if (n > 38) {
		rest = rest || c != 0;
		c = 0;
		n = 38;
	}
	unit = power_of_ten(n);
	q = c / unit;
	left = c % unit;
	half = unit / 2;
	side = n == 0 ? -1 : left < half ? -1 : left > half || rest ? 1 : 0;
	if (left == 0 && !rest)
		return q;
	switch (how) {
	case FEEL_UP:
		return q + 1;
	case FEEL_DOWN:
		return q;
	case FEEL_FLOOR:
		return minus ? q + 1 : q;
	case FEEL_CEILING:
		return minus ? q : q + 1;
	case FEEL_HALF_UP:
		return side >= 0 ? q + 1 : q;
	case FEEL_HALF_DOWN:
		return side > 0 ? q + 1 : q;
	case FEEL_HALF_EVEN:
		break;
	}
	return side > 0 || (side == 0 && (q & 1)) ? q + 1 : q;
}

/* As the nearest number; false: too large. */
static bool
fit(u128 c, int64_t exp, bool minus, bool rest, struct feel_decimal *out)
{
	int64_t over = length(c) - DIGITS;

	if (over < EXP_MIN - exp)
		over = EXP_MIN - exp;
	if (over > 0) {
		c = drop(c, over > 38 ? 39 : (int)over, minus, rest,
		    FEEL_HALF_EVEN);
		exp += over;
		if (length(c) > DIGITS) {
			c /= 10;
			exp++;
		}
	}
	for (; exp > EXP_MAX && c != 0 && length(c) < DIGITS; exp--)
		c *= 10;
	if (c == 0)
		exp = 0;
	if (exp > EXP_MAX)
		return false;
	*out = join(c, (int)exp, minus);
	return true;
}

/* To the library and back. */

static BID_UINT128
to_bid(struct feel_decimal d)
{
	BID_UINT128 b;

	b.w[0] = d.w[0];
	b.w[1] = d.w[1];
	return b;
}

static bool
from_bid(BID_UINT128 b, struct feel_decimal *out)
{
	if ((b.w[1] & SPECIAL) == SPECIAL)
		return false;
	out->w[0] = b.w[0];
	out->w[1] = b.w[1];
	return true;
}

/* Made and written. */

struct feel_value
feel_number_value(struct feel_decimal d)
{
	struct feel_value v;

	v.kind = FEEL_NUMBER;
	v.number = d;
	return v;
}

struct feel_value
feel_number_of(int64_t n)
{
	return feel_number_scaled(n, 0);
}

struct feel_value
feel_number_scaled(int64_t n, int decimals)
{
	return feel_number_value(join(n < 0 ? -(uint64_t)n : (uint64_t)n,
	    -decimals, n < 0));
}

/* The digits of a coefficient: the first 34 count, the others round. */
struct reading {
	u128 c;
	int64_t exp;
	bool any, rest;
};

static const char *
read_digits(const char *p, const char *end, struct reading *r, bool fraction)
{
	for (; p < end && *p >= '0' && *p <= '9'; p++) {
		r->any = true;
		if (r->c < power_of_ten(DIGITS)) {
			r->c = r->c * 10 + (unsigned int)(*p - '0');
			r->exp -= fraction;
		} else {
			r->rest = r->rest || *p != '0';
			r->exp += !fraction;
		}
	}
	return p;
}

static bool
read_exponent(const char *p, const char *end, int64_t *exp)
{
	bool minus = p < end && *p == '-';
	int64_t n = 0;

	if (p < end && (*p == '-' || *p == '+'))
		p++;
	if (p == end)
		return false;
	for (; p < end && *p >= '0' && *p <= '9'; p++)
		if (n < 1000000000000)
			n = n * 10 + (*p - '0');
	*exp += minus ? -n : n;
	return p == end;
}

bool
feel_number_parse(const char *text, size_t len, struct feel_value *out)
{
	const char *p = text, *end = text + len;
	struct reading r = { 0 };
	bool minus = p < end && *p == '-';

	if (p < end && (*p == '-' || *p == '+'))
		p++;
	p = read_digits(p, end, &r, false);
	if (p < end && *p == '.')
		p = read_digits(p + 1, end, &r, true);
	if (!r.any)
		return false;
	if (p < end && (*p == 'e' || *p == 'E')) {
		if (!read_exponent(p + 1, end, &r.exp))
			return false;
	} else if (p != end)
		return false;
	out->kind = FEEL_NUMBER;
	return fit(r.c, r.exp, minus, r.rest, &out->number);
}

char *
feel_number_write(struct arena *a, struct feel_decimal d)
{
	struct feel_real s = split(d);
	char text[DIGITS + 1], *p = text + DIGITS;
	const char *minus = s.minus && s.c != 0 ? "-" : "";
	int n, point;

	for (; s.c != 0 && s.c % 10 == 0; s.exp++)
		s.c /= 10;
	if (s.c == 0)
		return arena_text(a, "0");
	*p = '\0';
	for (; s.c != 0; s.c /= 10)
		*--p = (char)('0' + (int)(s.c % 10));
	n = (int)strlen(p);
	point = n + s.exp;		/* digits before the point */
	if (point > DIGITS || point < 1 - DIGITS)
		return arena_printf(a, "%s%.1s%s%sE%+d", minus, p,
		    n > 1 ? "." : "", p + 1, point - 1);
	if (point <= 0)
		return arena_printf(a, "%s0.%.*s%s", minus, -point,
		    "0000000000000000000000000000000000", p);
	if (s.exp >= 0)
		return arena_printf(a, "%s%s%.*s", minus, p, s.exp,
		    "0000000000000000000000000000000000");
	return arena_printf(a, "%s%.*s.%s", minus, point, p, p + point);
}

/* As machine numbers. */

/* c * 10^exp without a fraction and below 10^38; false: it is none. */
static bool
whole(struct feel_real s, u128 *out)
{
	if (s.exp > 0) {
		if (s.c != 0 && length(s.c) + s.exp > 38)
			return false;
		*out = s.c == 0 ? 0 : s.c * power_of_ten(s.exp);
		return true;
	}
	if (s.c == 0 || s.exp < -DIGITS) {
		*out = 0;
		return s.c == 0;
	}
	*out = s.c / power_of_ten(-s.exp);
	return s.c % power_of_ten(-s.exp) == 0;
}

static bool
signed_int(u128 c, bool minus, int64_t *out)
{
	if (c > (u128)INT64_MAX + minus)
		return false;
	*out = minus ? (int64_t)-(uint64_t)c : (int64_t)c;
	return true;
}

bool
feel_number_unscale(struct feel_decimal d, int decimals, int64_t *out)
{
	struct feel_real s = split(d);
	u128 c;

	s.exp += decimals;
	return whole(s, &c) && signed_int(c, s.minus, out);
}

bool
feel_number_int(struct feel_decimal d, int64_t *out)
{
	return feel_number_unscale(d, 0, out);
}

bool
feel_number_whole(struct feel_decimal d)
{
	struct feel_real s = split(d);
	u128 c;

	return s.exp >= 0 || whole(s, &c);
}

bool
feel_number_nanos(struct feel_decimal d, int64_t *out, int32_t *nano)
{
	struct feel_real s = split(d);
	u128 c;

	if (s.exp < -9) {
		s.c = drop(s.c, -9 - s.exp, s.minus, false, FEEL_DOWN);
		s.exp = -9;
	}
	s.exp += 9;
	if (!whole(s, &c) || !signed_int(c / 1000000000, s.minus, out))
		return false;
	*nano = (int32_t)(c % 1000000000) * (s.minus ? -1 : 1);
	return true;
}

/* Order. */

static int
order_sizes(struct feel_real a, struct feel_real b)
{
	int by = length(a.c) + a.exp - length(b.c) - b.exp;

	if (by != 0)
		return by < 0 ? -1 : 1;
	if (a.exp > b.exp)		/* by 33 at most: as long as b */
		a.c *= power_of_ten(a.exp - b.exp);
	else
		b.c *= power_of_ten(b.exp - a.exp);
	return a.c < b.c ? -1 : a.c > b.c;
}

int
feel_number_order(struct feel_decimal x, struct feel_decimal y)
{
	struct feel_real a = split(x), b = split(y);
	int sizes;

	if (a.c == 0 || b.c == 0)
		return feel_number_sign(x) - feel_number_sign(y);
	if (a.minus != b.minus)
		return a.minus ? -1 : 1;
	sizes = a.exp == b.exp ? a.c < b.c ? -1 : a.c > b.c
	    : order_sizes(a, b);
	return a.minus ? -sizes : sizes;
}

int
feel_number_sign(struct feel_decimal d)
{
	struct feel_real s = split(d);

	return s.c == 0 ? 0 : s.minus ? -1 : 1;
}

uint64_t
feel_number_hash(struct feel_decimal d)
{
	struct feel_real s = split(d);

	if (s.c == 0)
		return 0;
	for (; s.c % 10 == 0; s.exp++)
		s.c /= 10;
	return (uint64_t)s.c ^ (uint64_t)(s.c >> 64) << 8 ^
	    (uint64_t)(s.exp - EXP_MIN) << 48 ^ (uint64_t)s.minus << 63;
}

struct feel_decimal
feel_number_negate(struct feel_decimal d)
{
	if (feel_number_sign(d) != 0)
		d.w[1] ^= 1ULL << 63;
	return d;
}

struct feel_decimal
feel_number_abs(struct feel_decimal d)
{
	d.w[1] &= ~(1ULL << 63);
	return d;
}

/* Arithmetic (10.3.2.15, table 55). Small numbers, which are most, take a
 * few additions of machine words. */

#define SMALL(d) (((d).w[1] & ((1ULL << HIGH_BITS) - 1)) == 0 &&	\
	(d).w[0] < 1ULL << 62)
#define SIGN_EXP(d) ((d).w[1] >> HIGH_BITS)

bool
feel_number_add(struct feel_decimal a, struct feel_decimal b,
    struct feel_decimal *out)
{
	unsigned int flags = 0;
	int64_t x, y;

	if (((SIGN_EXP(a) ^ SIGN_EXP(b)) & 0x3fff) == 0 && SMALL(a) &&
	    SMALL(b)) {
		x = a.w[1] >> 63 ? -(int64_t)a.w[0] : (int64_t)a.w[0];
		y = b.w[1] >> 63 ? -(int64_t)b.w[0] : (int64_t)b.w[0];
		x += y;
		*out = join(x < 0 ? -(uint64_t)x : (uint64_t)x,
		    (int)(SIGN_EXP(a) & 0x3fff) + EXP_MIN, x < 0);
		return true;
	}
	return from_bid(bid128_add(to_bid(a), to_bid(b),
	    BID_ROUNDING_TO_NEAREST, &flags), out);
}

bool
feel_number_subtract(struct feel_decimal a, struct feel_decimal b,
    struct feel_decimal *out)
{
	return feel_number_add(a, feel_number_negate(b), out);
}

bool
feel_number_multiply(struct feel_decimal a, struct feel_decimal b,
    struct feel_decimal *out)
{
	unsigned int flags = 0;

	return from_bid(bid128_mul(to_bid(a), to_bid(b),
	    BID_ROUNDING_TO_NEAREST, &flags), out);
}

bool
feel_number_divide(struct feel_decimal a, struct feel_decimal b,
    struct feel_decimal *out)
{
	unsigned int flags = 0;

	return from_bid(bid128_div(to_bid(a), to_bid(b),
	    BID_ROUNDING_TO_NEAREST, &flags), out);
}

bool
feel_number_modulo(struct feel_decimal a, struct feel_decimal b,
    struct feel_decimal *out)
{
	unsigned int flags = 0;
	struct feel_decimal rest;

	/* The library's has the dividend's sign and is exact. */
	if (feel_number_sign(b) == 0 || !from_bid(bid128_fmod(to_bid(a),
	    to_bid(b), &flags), &rest))
		return false;
	if (feel_number_sign(rest) * feel_number_sign(b) < 0)
		return feel_number_add(rest, b, out);
	*out = rest;
	return true;
}

bool
feel_number_sqrt(struct feel_decimal d, struct feel_decimal *out)
{
	unsigned int flags = 0;

	return from_bid(bid128_sqrt(to_bid(d), BID_ROUNDING_TO_NEAREST,
	    &flags), out);
}

bool
feel_number_exp(struct feel_decimal d, struct feel_decimal *out)
{
	struct feel_real r = feel_real_exp(split(d));

	return fit(r.c, r.exp, false, true, out);
}

bool
feel_number_log(struct feel_decimal d, struct feel_decimal *out)
{
	struct feel_real r;

	if (feel_number_sign(d) <= 0)
		return false;
	r = feel_real_log(split(d));
	return fit(r.c, r.exp, r.minus, true, out);
}

/* x to the n by squaring. False: that would round more than once. */
static bool
power_exact(BID_UINT128 x, uint64_t n, BID_UINT128 *out, unsigned int *flags)
{
	bool any = false;

	*out = to_bid(feel_number_of(1).number);
	while (n != 0) {
		if ((n & 1) && any) {
			if (*flags != 0)
				return false;
			*out = bid128_mul(*out, x, BID_ROUNDING_TO_NEAREST,
			    flags);
		} else if (n & 1) {
			*out = x;
			any = true;
		}
		if ((n >>= 1) == 0)
			break;
		if (*flags != 0)
			return false;
		x = bid128_mul(x, x, BID_ROUNDING_TO_NEAREST, flags);
	}
	return true;
}

static bool
power_whole(struct feel_decimal base, int64_t n, struct feel_decimal *out)
{
	unsigned int flags = 0;
	BID_UINT128 r;

	if (!power_exact(to_bid(base), n < 0 ? -(uint64_t)n : (uint64_t)n,
	    &r, &flags))
		return false;
	if (n < 0 && flags != 0)
		return false;
	if (n < 0)
		r = bid128_div(to_bid(feel_number_of(1).number), r,
		    BID_ROUNDING_TO_NEAREST, &flags);
	return from_bid(r, out);
}

bool
feel_number_power(struct feel_decimal base, struct feel_decimal exponent,
    struct feel_decimal *out)
{
	struct feel_decimal two = feel_number_of(2).number, rest;
	int sign = feel_number_sign(base);
	struct feel_real r;
	int64_t n;

	if (feel_number_int(exponent, &n) && power_whole(base, n, out))
		return true;
	if (sign == 0) {
		*out = base;
		return feel_number_sign(exponent) > 0;
	}
	if (sign < 0 && !feel_number_whole(exponent))
		return false;
	r = feel_real_power(split(feel_number_abs(base)), split(exponent));
	return feel_number_modulo(exponent, two, &rest) && fit(r.c, r.exp,
	    sign < 0 && feel_number_sign(rest) != 0, true, out);
}

bool
feel_number_round(struct feel_decimal d, int64_t decimals,
    enum feel_round how, struct feel_decimal *out)
{
	struct feel_real s = split(d);
	int n;

	if (decimals < -EXP_MAX || decimals > -EXP_MIN)
		return false;
	n = -(int)decimals - s.exp;
	*out = d;
	if (n > 0)
		*out = join(drop(s.c, n, s.minus, false, how), -(int)decimals,
		    s.minus);
	return true;
}
