/* SPDX-License-Identifier: MIT */
/*
 * Scaled integers as people write them. Grouping and decimal signs are
 * those of CLDR for our six languages; ICU is asked for what a table cannot
 * know: the decimals of a currency.
 */
#include "text/number.h"

#include <string.h>

#include <unicode/ucurr.h>
#include <unicode/ustring.h>

#include "base/count.h"
#include "text/message.h"

#define NARROW "\xe2\x80\xaf"	/* U+202F, no-break */
#define BLANK "\xc2\xa0"	/* U+00A0 */
#define MINUS "\xe2\x88\x92"	/* U+2212, taken when typed */

static const struct sign {
	const char *group, *point;
	const char *before_unit;
} signs[] = {
	{ ",", ".", BLANK },	/* en */
	{ NARROW, ",", BLANK },	/* fr */
	{ ".", ",", BLANK },	/* de */
	{ ".", ",", BLANK },	/* it */
	{ ".", ",", BLANK },	/* pt */
	{ ",", ".", BLANK },	/* ja */
};

static uint64_t
size_of(int64_t n)
{
	return n < 0 ? 0 - (uint64_t)n : (uint64_t)n;
}

/* Writes backwards, so it starts at the end of the room. */
static char *
write_number(struct arena *a, int64_t n, int decimals, const char *group,
    const char *point)
{
	char text[96], *p = text + sizeof(text) - 1;
	uint64_t left = size_of(n);
	size_t len;
	int i;

	*p = '\0';
	for (i = 0; i < decimals; i++, left /= 10)
		*--p = (char)('0' + left % 10);
	if (decimals > 0) {
		len = strlen(point);
		memcpy(p -= len, point, len);
	}
	for (i = 0; i == 0 || left > 0; i++, left /= 10) {
		if (i > 0 && i % 3 == 0 && *group != '\0') {
			len = strlen(group);
			memcpy(p -= len, group, len);
		}
		*--p = (char)('0' + left % 10);
	}
	if (n < 0)
		*--p = '-';
	return arena_textn(a, p, (size_t)(text + sizeof(text) - 1 - p));
}

static int
bounded(int decimals)
{
	return decimals < 0 ? 0 : decimals > 18 ? 18 : decimals;
}

char *
number_text(struct arena *a, const char *lang, int64_t n, int decimals)
{
	const struct sign *s = &signs[message_index(lang)];

	return write_number(a, n, bounded(decimals), s->group, s->point);
}

int
number_minor(const char *currency)
{
	UErrorCode e = U_ZERO_ERROR;
	UChar code[4];
	size_t i;
	int n;

	for (i = 0; i < 3; i++)
		if (currency[i] < 'A' || currency[i] > 'Z')
			return -1;
	if (currency[3] != '\0')
		return -1;
	u_uastrcpy(code, currency);
	/* For an unknown code ICU would say 2. */
	if (ucurr_getNumericCode(code) == 0)
		return -1;
	n = ucurr_getDefaultFractionDigits(code, &e);
	return U_FAILURE(e) ? -1 : n;
}

char *
number_money(struct arena *a, const char *lang, int64_t minor,
    const char *currency)
{
	const struct sign *s = &signs[message_index(lang)];
	int decimals = number_minor(currency);

	return arena_printf(a, "%s%s%s", number_text(a, lang, minor,
	    decimals < 0 ? 2 : decimals), s->before_unit, currency);
}

char *
number_bytes(struct arena *a, const char *lang, int64_t bytes)
{
	static const char *const units[] = { "kB", "MB", "GB", "TB", "PB" };
	const struct sign *s = &signs[message_index(lang)];
	int64_t left = bytes < 0 ? 0 : bytes, tenths;
	size_t unit = 0;

	if (left < 1000)
		return arena_printf(a, "%s%s%s", number_text(a, lang, left, 0),
		    s->before_unit, message_index(lang) == 1 ? "o" : "B");
	while (left >= 999950 && unit < 4) {
		left = left / 1000 + (left % 1000 >= 500);
		unit++;
	}
	tenths = left / 100 + (left % 100 >= 50);
	return arena_printf(a, "%s%s%.1s%s", tenths >= 100 ?
	    number_text(a, lang, tenths / 10 + (tenths % 10 >= 5), 0) :
	    number_text(a, lang, tenths, 1), s->before_unit, units[unit],
	    message_index(lang) == 1 ? "o" : "B");
}

char *
number_plain(struct arena *a, int64_t n, int decimals)
{
	return write_number(a, n, bounded(decimals), "", ".");
}

static bool
digit(char c)
{
	return c >= '0' && c <= '9';
}

/* What people type between three digits: the language's own sign, blanks of
 * any width, an apostrophe. */
static size_t
group_length(const char *s, const struct sign *sign)
{
	static const char *const marks[] = {
		" ", BLANK, NARROW, "\xe2\x80\x89", "'", "\xe2\x80\x99"
	};
	size_t i;

	if (strncmp(s, sign->group, strlen(sign->group)) == 0)
		return strlen(sign->group);
	for (i = 0; i < COUNT(marks); i++)
		if (strncmp(s, marks[i], strlen(marks[i])) == 0)
			return strlen(marks[i]);
	return 0;
}

static bool
add_digit(int64_t *n, char c)
{
	return !__builtin_mul_overflow(*n, 10, n) &&
	    !__builtin_sub_overflow(*n, c - '0', n);
}

/* One, two or three digits first, then groups of exactly three. */
static bool
whole_part(const char **p, const struct sign *sign, int64_t *n)
{
	const char *s = *p;
	size_t run = 0, gap;
	bool grouped = false;

	for (;;) {
		if (digit(*s)) {
			if (!add_digit(n, *s++))
				return false;
			run++;
			continue;
		}
		gap = sign == NULL ? 0 : group_length(s, sign);
		if (gap == 0 || !digit(s[gap]))
			break;
		if (run == 0 || run > 3 || (grouped && run != 3))
			return false;
		grouped = true;
		run = 0;
		s += gap;
	}
	*p = s;
	return run > 0 && (!grouped || run == 3);
}

/* Kept negative while it grows: there is one more number below zero. */
static bool
parse(const char *s, const struct sign *sign, const char *point, int decimals,
    int64_t *out)
{
	bool negative = false;
	int64_t n = 0;
	int i = 0;

	if (decimals < 0 || decimals > 18)
		return false;
	if (*s == '-' || *s == '+') {
		negative = *s++ == '-';
	} else if (strncmp(s, MINUS, strlen(MINUS)) == 0) {
		negative = true;
		s += strlen(MINUS);
	}
	if (!whole_part(&s, sign, &n))
		return false;
	if (strncmp(s, point, strlen(point)) == 0) {
		s += strlen(point);
		if (!digit(*s))
			return false;
		for (; digit(*s); s++, i++) {
			if (i >= decimals && *s != '0')
				return false;
			if (i < decimals && !add_digit(&n, *s))
				return false;
		}
	}
	if (*s != '\0')
		return false;
	for (; i < decimals; i++)
		if (!add_digit(&n, '0'))
			return false;
	if (!negative && n == INT64_MIN)
		return false;
	*out = negative ? n : -n;
	return true;
}

/* Trims blanks and turns full-width digits and signs into plain ones. */
static bool
plain_copy(const char *s, char *to, size_t size)
{
	size_t n = 0;

	while (*s == ' ' || *s == '\t')
		s++;
	while (*s != '\0') {
		if (n + 4 >= size)
			return false;
		/* U+FF01 to U+FF5E are ASCII 0x21 to 0x7e */
		if (strncmp(s, "\xef\xbc", 2) == 0 &&
		    (unsigned char)s[2] >= 0x81) {
			to[n++] = (char)((unsigned char)s[2] - 0x60);
			s += 3;
		} else {
			to[n++] = *s++;
		}
	}
	while (n > 0 && (to[n - 1] == ' ' || to[n - 1] == '\t'))
		n--;
	to[n] = '\0';
	return n > 0;
}

bool
number_parse(const char *lang, const char *s, int decimals, int64_t *out)
{
	const struct sign *sign = &signs[message_index(lang)];
	char text[128];

	return plain_copy(s, text, sizeof(text)) &&
	    parse(text, sign, sign->point, decimals, out);
}

bool
number_plain_parse(const char *s, int decimals, int64_t *out)
{
	return parse(s, NULL, ".", decimals, out);
}
