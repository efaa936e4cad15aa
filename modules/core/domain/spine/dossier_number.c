/* SPDX-License-Identifier: MIT */
/* Numbers of dossiers and persons. */
#include "domain/spine/dossier_number.h"

#include <stdlib.h>
#include <string.h>

#include "base/config.h"
#include "base/digest.h"
#include "text/date.h"
#include "text/message.h"

#define DIGITS 7

char
dossier_number_check(const char *digits)
{
	int p = 10;

	for (; *digits != '\0'; digits++) {
		p = (p + (*digits - '0')) % 10;
		p = (p == 0 ? 10 : p) * 2 % 11;
	}
	return (char)('0' + (11 - p) % 10);
}

enum err
dossier_number_none(struct ctx *cx)
{
	return refuse(cx, ERR_BROKEN, "%s",
	    _("No free number was found. Try again."));
}

/* PREFIX- and eight digits, the last of which checks the others. */
static const char *
with_digits(struct ctx *cx, const char *prefix)
{
	char *digits;

	digits = arena_printf(cx->arena, "%07u",
	    (unsigned int)digest_below(10000000));
	return arena_printf(cx->arena, "%s-%s%c", prefix, digits,
	    dossier_number_check(digits));
}

const char *
dossier_number_new(struct ctx *cx, const char *prefix)
{
	/* The year of the house, not of the person who happens to type. */
	const char *zone = cx->conf != NULL ? cx->conf->timezone : cx->zone;
	const char *today = date_today(cx->arena, zone, cx->now);

	return with_digits(cx, arena_printf(cx->arena, "%s-%.4s", prefix,
	    today));
}

const char *
dossier_number_person(struct ctx *cx)
{
	return with_digits(cx, "P");
}

const char *
dossier_number_arrival(struct ctx *cx)
{
	return with_digits(cx, "U");
}

const char *
dossier_number_draft(struct ctx *cx)
{
	return with_digits(cx, "D");
}

const char *
dossier_number_act(struct ctx *cx)
{
	return with_digits(cx, "A");
}

const char *
dossier_number_view(struct ctx *cx)
{
	return with_digits(cx, "V");
}

const char *
dossier_number_glass(struct ctx *cx)
{
	return with_digits(cx, "E");
}

const char *
dossier_number_absence(struct ctx *cx)
{
	return with_digits(cx, "S");
}

const char *
dossier_number_wall(struct ctx *cx)
{
	return with_digits(cx, "W");
}

const char *
dossier_number_clearance(struct ctx *cx)
{
	return with_digits(cx, "K");
}

const char *
dossier_number_handover(struct ctx *cx)
{
	return with_digits(cx, "H");
}

const char *
dossier_number_appointment(struct ctx *cx)
{
	return with_digits(cx, "T");
}

const char *
dossier_number_authority(struct ctx *cx)
{
	return with_digits(cx, "L");
}

bool
dossier_number_ok(const char *number)
{
	const char *last = strrchr(number, '-');
	char digits[DIGITS + 1];

	if (last == NULL || last == number || strlen(number) > 40 ||
	    strspn(last + 1, "0123456789") != DIGITS + 1 ||
	    last[DIGITS + 2] != '\0')
		return false;
	memcpy(digits, last + 1, DIGITS);
	digits[DIGITS] = '\0';
	return dossier_number_check(digits) == last[DIGITS + 1];
}

bool
dossier_number_split(struct ctx *cx, const char *key, const char **number,
    int64_t *no)
{
	const char *dot = strrchr(key, '.');
	char *end;

	if (dot == NULL)
		return false;
	*number = arena_textn(cx->arena, key, (size_t)(dot - key));
	*no = strtoll(dot + 1, &end, 10);
	return *end == '\0' && end != dot + 1 && *no > 0;
}
