/* SPDX-License-Identifier: MIT */
/* Dates by a pattern; the parser of the last one is kept. */
#include "text/date_pattern.h"

#include <string.h>
#include <unicode/udat.h>
#include <unicode/ustring.h>

#define LETTERS	"abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"

static UChar *
wide(struct arena *a, const char *text, int32_t *len)
{
	int32_t cap = (int32_t)strlen(text) + 1;
	UErrorCode e = U_ZERO_ERROR;
	UChar *out = arena_array(a, (size_t)cap, sizeof(*out));

	u_strFromUTF8(out, cap, len, text, -1, &e);
	return U_SUCCESS(e) ? out : NULL;
}

/* Strict: 31 February is none. */
static UDateFormat *
parser(struct arena *a, const char *pattern, const char *zone)
{
	static char known[200];
	static UDateFormat *open;
	const char *key = arena_printf(a, "%s\n%s", pattern, zone);
	int32_t plen, zlen;
	UChar *p, *z;
	UErrorCode e = U_ZERO_ERROR;

	if (open != NULL && strcmp(known, key) == 0)
		return open;
	udat_close(open);
	open = NULL;
	p = wide(a, pattern, &plen);
	z = wide(a, zone, &zlen);
	if (p == NULL || z == NULL || strlen(key) >= sizeof(known))
		return NULL;
	open = udat_open(UDAT_PATTERN, UDAT_PATTERN, "en", z, zlen, p, plen,
	    &e);
	if (U_FAILURE(e))
		return open = NULL;
	udat_setLenient(open, false);
	memcpy(known, key, strlen(key) + 1);
	return open;
}

bool
date_pattern(struct arena *a, const char *pattern, const char *zone,
    const char *text, int64_t *out)
{
	UDateFormat *f = parser(a, pattern, zone);
	UErrorCode e = U_ZERO_ERROR;
	int32_t len, at = 0;
	int64_t milliseconds;
	UDate when;
	UChar *w;

	if (f == NULL || (w = wide(a, text, &len)) == NULL)
		return false;
	when = udat_parse(f, w, len, &at, &e);
	if (U_FAILURE(e) || at != len || !(when > -6e13 && when < 2.5e14))
		return false;
	milliseconds = (int64_t)when;
	*out = (milliseconds >= 0 ? milliseconds : milliseconds - 999) / 1000;
	return true;
}

/* ICU takes many letters that make no day; what stands in quotes is text. */
static bool
makes_a_day(const char *pattern)
{
	bool quoted = false, year = false, month = false, day = false;

	for (; *pattern != '\0'; pattern++) {
		if (*pattern == '\'')
			quoted = !quoted;
		if (quoted || strspn(pattern, LETTERS) == 0)
			continue;
		if (strchr("yMdHhmsSaEzZxX", *pattern) == NULL)
			return false;
		year |= *pattern == 'y';
		month |= *pattern == 'M';
		day |= *pattern == 'd';
	}
	return !quoted && year && month && day;
}

bool
date_pattern_ok(struct arena *a, const char *pattern)
{
	return makes_a_day(pattern) && parser(a, pattern, "UTC") != NULL;
}
