/* SPDX-License-Identifier: MIT */
/* Checks values of FHIR's primitive types. */
#include "xml/fhirvalue.h"

#include <ctype.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "text/date.h"
#include "xml/reader.h"

#define INT_DIGITS 10
#define ID_MAX 64

/* How many digits stand here. */
static size_t
digits(const char *s)
{
	return strspn(s, "0123456789");
}

static bool
blank(char c)
{
	return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

static bool
is_boolean(const char *s)
{
	return strcmp(s, "true") == 0 || strcmp(s, "false") == 0;
}

/* A whole number without a sign, of at most 31 bits. */
static bool
is_whole(const char *s, long long most)
{
	size_t n = digits(s);

	return n > 0 && n <= INT_DIGITS && s[n] == '\0' &&
	    (n == 1 || s[0] != '0') && strtoll(s, NULL, 10) <= most;
}

static bool
is_unsigned(const char *s)
{
	return is_whole(s, 2147483647);
}

static bool
is_positive(const char *s)
{
	return is_unsigned(s) && s[0] != '0';
}

static bool
is_integer(const char *s)
{
	return s[0] == '-' ? is_whole(s + 1, 2147483648) : is_unsigned(s);
}

/* Digits are kept as they are written: 1.0 is not 1.00. */
static bool
is_decimal(const char *s)
{
	size_t n;

	s += *s == '-';
	n = digits(s);
	if (n == 0 || (n > 1 && s[0] == '0'))
		return false;
	s += n;
	if (*s == '.') {
		n = digits(++s);
		if (n == 0)
			return false;
		s += n;
	}
	if (*s == 'e' || *s == 'E') {
		s += 1 + (s[1] == '+' || s[1] == '-');
		n = digits(s);
		if (n == 0 || n > 4)
			return false;
		s += n;
	}
	return *s == '\0';
}

/* A year, month or day of len signs; nothing but a real one. */
static bool
is_day(const char *s, size_t len)
{
	char whole[] = "0000-01-01";

	if (len != 4 && len != 7 && len != 10)
		return false;
	memcpy(whole, s, len);
	return date_civil_ok(whole);
}

static bool
is_date(const char *s)
{
	return is_day(s, strlen(s));
}

/* A number of two digits up to most. */
static bool
two(const char *s, int most)
{
	return digits(s) >= 2 && (s[0] - '0') * 10 + s[1] - '0' <= most;
}

/* hh:mm:ss and fractions; what stands behind them, or NULL. */
static const char *
past_time(const char *s)
{
	size_t n;

	if (!two(s, 23) || s[2] != ':' || !two(s + 3, 59) || s[5] != ':' ||
	    !two(s + 6, 59))
		return NULL;
	s += 8;
	if (*s != '.')
		return s;
	n = digits(++s);
	return n == 0 ? NULL : s + n;
}

static bool
is_time(const char *s)
{
	const char *end = past_time(s);

	return end != NULL && *end == '\0';
}

/* With an offset: a moment without one is nobody's. */
static bool
is_instant(const char *s)
{
	const char *end;

	if (strcspn(s, "T") != 10 || !is_day(s, 10) || s[10] != 'T' ||
	    (end = past_time(s + 11)) == NULL)
		return false;
	if (strcmp(end, "Z") == 0)
		return true;
	return (*end == '+' || *end == '-') && strlen(end) == 6 &&
	    end[3] == ':' && two(end + 4, 59) && (two(end + 1, 13) ||
	    strcmp(end + 1, "14:00") == 0);
}

static bool
is_date_time(const char *s)
{
	return is_date(s) || is_instant(s);
}

static bool
is_string(const char *s)
{
	return *s != '\0';
}

/* Words with one blank between. */
static bool
is_code(const char *s)
{
	size_t i;

	for (i = 0; s[i] != '\0'; i++)
		if (blank(s[i]) && (s[i] != ' ' || i == 0 || s[i + 1] == '\0' ||
		    s[i + 1] == ' '))
			return false;
	return i > 0;
}

static bool
is_uri(const char *s)
{
	return *s != '\0' && strpbrk(s, " \t\r\n") == NULL &&
	    reader_address_ok(s);
}

static bool
is_oid(const char *s)
{
	size_t n;

	if (strncmp(s, "urn:oid:", 8) != 0 || s[8] < '0' || s[8] > '2' ||
	    s[9] != '.')
		return false;
	for (s += 9; *s == '.'; s += n + 1)
		if ((n = digits(s + 1)) == 0 || (n > 1 && s[1] == '0'))
			return false;
	return *s == '\0';
}

static bool
is_uuid(const char *s)
{
	static const char like[] =
	    "urn:uuid:xxxxxxxx-xxxx-xxxx-xxxx-xxxxxxxxxxxx";
	size_t i;

	if (strlen(s) != sizeof(like) - 1 || strncmp(s, like, 9) != 0)
		return false;
	for (i = 9; like[i] != '\0'; i++)
		if (like[i] == 'x' ? strchr("0123456789abcdef", s[i]) == NULL :
		    s[i] != '-')
			return false;
	return true;
}

static bool
is_id(const char *s)
{
	size_t i;

	for (i = 0; s[i] != '\0'; i++)
		if (!isascii((unsigned char)s[i]) ||
		    (!isalnum((unsigned char)s[i]) && s[i] != '-' &&
		    s[i] != '.'))
			return false;
	return i > 0 && i <= ID_MAX;
}

/* Groups of four, and = at the end alone. */
static bool
is_base64(const char *s)
{
	size_t n = 0, pads = 0, last = 0;

	for (; *s != '\0'; s++) {
		if (blank(*s)) {
			if (n % 4 != 0)
				return false;
			continue;
		}
		if (*s == '=')
			pads++;
		else if (pads > 0 || (!isalnum((unsigned char)*s) &&
		    *s != '+' && *s != '/') || !isascii((unsigned char)*s))
			return false;
		else
			last = (size_t)*s;
		n++;
	}
	/* What does not reach the last byte is nothing. */
	if ((pads == 1 && strchr("AEIMQUYcgkosw048", (int)last) == NULL) ||
	    (pads == 2 && strchr("AQgw", (int)last) == NULL))
		return false;
	return n > 0 && n % 4 == 0 && pads <= 2;
}

/* Numbers, or E, U or L, with one blank between. */
static bool
is_samples(const char *s)
{
	size_t n, more;

	for (;; s++) {
		if (*s != '\0' && strchr("EUL", *s) != NULL) {
			s++;
		} else {
			s += *s == '-';
			n = digits(s);
			s += n;
			if (*s == '.') {
				more = digits(++s);
				if (more == 0)
					return false;
				s += more;
			} else if (n == 0) {
				return false;
			}
		}
		if (*s != ' ')
			return *s == '\0';
	}
}

static const struct {
	const char *type;
	bool (*ok)(const char *);
} primitives[] = {
	{ "string", is_string },
	{ "code", is_code },
	{ "uri", is_uri },
	{ "dateTime", is_date_time },
	{ "date", is_date },
	{ "boolean", is_boolean },
	{ "decimal", is_decimal },
	{ "integer", is_integer },
	{ "positiveInt", is_positive },
	{ "unsignedInt", is_unsigned },
	{ "instant", is_instant },
	{ "time", is_time },
	{ "id", is_id },
	{ "canonical", is_uri },
	{ "url", is_uri },
	{ "oid", is_oid },
	{ "uuid", is_uuid },
	{ "markdown", is_string },
	{ "base64Binary", is_base64 },
	{ "SampledDataDataType", is_samples },
	{ NULL, NULL }
};

bool
fhirvalue_primitive(const char *type)
{
	size_t i;

	for (i = 0; primitives[i].type != NULL; i++)
		if (strcmp(primitives[i].type, type) == 0)
			return true;
	return false;
}

bool
fhirvalue_ok(const char *type, const char *value)
{
	size_t i;

	for (i = 0; primitives[i].type != NULL; i++)
		if (strcmp(primitives[i].type, type) == 0)
			return primitives[i].ok(value);
	return false;
}
