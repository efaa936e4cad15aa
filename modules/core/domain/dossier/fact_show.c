/* SPDX-License-Identifier: MIT */
/* Facts as they are read, and whether they hold. */
#include <stdlib.h>
#include <string.h>

#include "domain/dossier/fact.h"
#include "text/date.h"
#include "text/message.h"

static const char *
moment(struct ctx *cx, const char *value, enum date_style style)
{
	int64_t when = strtoll(value, NULL, 10);

	return when == 0 ? "" : date_text(cx->arena, cx->lang, cx->zone,
	    when, cx->now, style);
}

/* "May 2019", "2019". */
static const char *
day(struct ctx *cx, const char *value)
{
	if (date_civil_ok(value))
		return date_civil(cx->arena, cx->lang, value);
	if (strlen(value) == 7)
		return date_month(cx->arena, cx->lang, strtoll(value, NULL,
		    10), (int)strtol(value + 5, NULL, 10));
	return value;
}

const char *
fact_show_as(struct ctx *cx, enum fact_kind kind, enum fact_place place,
    const char *value)
{
	const struct fact_field *field = fact_field(kind, place);

	switch (field->form) {
	case FACT_CHOICE:
		return fact_field_word(field, value);
	case FACT_DAY:
		return day(cx, value);
	case FACT_MOMENT:
		return moment(cx, value, DATE_MOMENT);
	default:
		return value;
	}
}

const char *
fact_show(struct ctx *cx, const struct fact *f, enum fact_place place)
{
	if (place >= fact_field_places(f->kind))
		return "";
	if (f->kind == FACT_ENCOUNTER && place == ENCOUNTER_PERSON)
		return f->with;
	if (f->kind == FACT_ENCOUNTER && place == ENCOUNTER_APPOINTMENT)
		return f->appointment;
	if (place == FACT_WORDS && fact_is_none(f))
		return _("No known allergies");
	if (place == FACT_STATUS && fact_is_error(f))
		return fact_field_word(fact_field(FACT_PROBLEM,
		    PROBLEM_VERIFICATION), FACT_ERROR);
	return fact_show_as(cx, f->kind, place, f->value[place]);
}

void
fact_show_typed(struct ctx *cx, const struct fact *f,
    const char *out[FACT_PLACES])
{
	int i;

	for (i = 0; i < FACT_PLACES; i++)
		out[i] = f->value[i];
	if (f->kind != FACT_ENCOUNTER)
		return;
	out[FACT_BEGINS] = moment(cx, f->value[FACT_BEGINS], DATE_INPUT);
	out[FACT_ENDS] = moment(cx, f->value[FACT_ENDS], DATE_INPUT);
	out[ENCOUNTER_PERSON] = f->with_number;
	out[ENCOUNTER_APPOINTMENT] = f->appointment;
}
