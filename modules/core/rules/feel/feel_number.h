/* SPDX-License-Identifier: MIT */
#ifndef RULES_FEEL_NUMBER_H
#define RULES_FEEL_NUMBER_H

#include "rules/feel/feel_value.h"

/*
 * Numbers of FEEL (10.3.2.3.1): 34 decimal digits, IEEE 754 decimal128, by
 * Intel's library, which is known to feel_number.c alone. An operation gives
 * false where the result is no number of FEEL: infinite, or not a number.
 */
enum feel_round {
	FEEL_HALF_EVEN, FEEL_HALF_UP, FEEL_HALF_DOWN, FEEL_UP, FEEL_DOWN,
	FEEL_FLOOR, FEEL_CEILING
};

struct feel_value feel_number_value(struct feel_decimal);
struct feel_value feel_number_of(int64_t);
struct feel_value feel_number_scaled(int64_t, int decimals); /* 825000, 2 */
/* A numeric literal or an XML decimal or double; exponent allowed. */
bool	 feel_number_parse(const char *, size_t len, struct feel_value *out);
/* Without exponent up to 34 digits, no zeros at the end: 1.5, -3, 0. */
char	*feel_number_write(struct arena *, struct feel_decimal);
/* False: it has a fraction, or does not fit. */
bool	 feel_number_int(struct feel_decimal, int64_t *out);
bool	 feel_number_whole(struct feel_decimal);	/* of any size */
/* Whole part and nine more digits, cut; false: does not fit. */
bool	 feel_number_nanos(struct feel_decimal, int64_t *out, int32_t *nano);
/* Times ten to the decimals, exact; false: more decimals, or too large. */
bool	 feel_number_unscale(struct feel_decimal, int decimals,
	    int64_t *out);

int	 feel_number_order(struct feel_decimal, struct feel_decimal);
int	 feel_number_sign(struct feel_decimal);		/* -1, 0, 1 */
uint64_t feel_number_hash(struct feel_decimal);	/* the same for equal ones */

bool	 feel_number_add(struct feel_decimal, struct feel_decimal,
	    struct feel_decimal *out);
bool	 feel_number_subtract(struct feel_decimal, struct feel_decimal,
	    struct feel_decimal *out);
bool	 feel_number_multiply(struct feel_decimal, struct feel_decimal,
	    struct feel_decimal *out);
bool	 feel_number_divide(struct feel_decimal, struct feel_decimal,
	    struct feel_decimal *out);
bool	 feel_number_power(struct feel_decimal, struct feel_decimal,
	    struct feel_decimal *out);
/* 10.3.4.5: dividend - divisor * floor(dividend / divisor). */
bool	 feel_number_modulo(struct feel_decimal, struct feel_decimal,
	    struct feel_decimal *out);
bool	 feel_number_sqrt(struct feel_decimal, struct feel_decimal *out);
bool	 feel_number_exp(struct feel_decimal, struct feel_decimal *out);
bool	 feel_number_log(struct feel_decimal, struct feel_decimal *out);
struct feel_decimal feel_number_negate(struct feel_decimal);
struct feel_decimal feel_number_abs(struct feel_decimal);
/* To so many decimals, which may be negative: -6111 to 6176. */
bool	 feel_number_round(struct feel_decimal, int64_t decimals,
	    enum feel_round, struct feel_decimal *out);

#endif
