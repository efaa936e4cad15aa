/* SPDX-License-Identifier: MIT */
/* What is typed of a fact, checked. */
#include "domain/dossier/fact_check.h"

#include <string.h>

#include "domain/spine/keep.h"
#include "store/store_fact.h"
#include "store/store_party.h"
#include "text/date.h"
#include "text/message.h"

struct check {
	struct ctx *cx;
	struct dossier *d;
	struct fact *f;
	const struct fact *old;
	enum err bad;
};

bool
fact_check_day(const char *s)
{
	char whole[] = "0000-01-01";
	size_t n = strlen(s);

	if (n != 4 && n != 7)
		return date_civil_ok(s);
	memcpy(whole, s, n);
	return date_civil_ok(whole);
}

bool
fact_check_later(const char *a, const char *b)
{
	size_t n = strlen(a) < strlen(b) ? strlen(a) : strlen(b);

	return strncmp(a, b, n) > 0;
}

static bool
is(const char *s, const char *word)
{
	return strcmp(s, word) == 0;
}

static bool
unchanged(const struct check *k, enum fact_place place, const char *text)
{
	return k->old != NULL && is(k->old->value[place], text);
}

/* One of its words; what came in from elsewhere may stay. */
static enum err
choice(struct check *k, enum fact_place place, const char *text)
{
	const struct fact_choice *c =
	    fact_field(k->f->kind, place)->choices;

	for (; c->code != NULL; c++)
		if (is(c->code, text) && !is(text, FACT_ERROR))
			return OK;
	return unchanged(k, place, text) ? OK : refuse_field(k->cx,
	    fact_field(k->f->kind, place)->name, "%s",
	    _("Choose one of the list."));
}

static enum err
moment(struct check *k, enum fact_place place, const char *text)
{
	const char *was[FACT_PLACES];
	int64_t when;

	if (k->old != NULL) {
		fact_show_typed(k->cx, k->old, was);
		if (is(was[place], text)) {
			k->f->value[place] = k->old->value[place];
			return OK;
		}
	}
	switch (date_moment(k->cx->zone, text, &when)) {
	case DATE_OK:
		k->f->value[place] = arena_printf(k->cx->arena, "%lld",
		    (long long)when);
		return OK;
	case DATE_NEVER:
	case DATE_TWICE:
		return refuse_field(k->cx, fact_field(k->f->kind,
		    place)->name, "%s", _("The clocks change then. Write "
		    "an hour before or after that."));
	default:
		return refuse_field(k->cx, fact_field(k->f->kind,
		    place)->name, "%s", _("Write the day and the time."));
	}
}

static enum err
person(struct check *k, const char *number)
{
	const struct party *p;
	enum err e;

	if (k->old != NULL && is(k->old->with_number, number)) {
		k->f->value[ENCOUNTER_PERSON] =
		    k->old->value[ENCOUNTER_PERSON];
		k->f->with = k->old->with;
		return OK;
	}
	if (k->d->parties == NULL &&
	    (e = store_party_list(k->cx, k->d)) != OK)
		return e;
	for (p = k->d->parties; p != NULL; p = p->next)
		if (is(p->number, number) && p->ended == 0 &&
		    !is(p->role, "patient"))
			break;
	if (p == NULL)
		return refuse_field(k->cx, "person", "%s",
		    _("Choose one of the care team."));
	k->f->value[ENCOUNTER_PERSON] = arena_printf(k->cx->arena, "%lld",
	    (long long)p->person);
	k->f->with = p->name;
	return OK;
}

static enum err
appointment(struct check *k, const char *number)
{
	int64_t id;
	enum err e;

	if ((e = store_fact_appointment(k->cx, k->d, number, &id)) != OK)
		return e;
	if (id == 0)
		return refuse_field(k->cx, "appointment", "%s",
		    _("Choose an appointment of this case."));
	k->f->value[ENCOUNTER_APPOINTMENT] = arena_printf(k->cx->arena,
	    "%lld", (long long)id);
	k->f->appointment = number;
	return OK;
}

/* One value by its form. */
static enum err
one(struct check *k, enum fact_place place, const char *typed)
{
	const struct fact_field *field = fact_field(k->f->kind, place);
	const char *text;
	enum err e;

	if ((e = keep_text(k->cx, field->name, typed, field->needed ? 1 : 0,
	    field->most == 0 ? 40 : field->most,
	    field->form == FACT_LINES, &text)) != OK)
		return e;
	k->f->value[place] = text;
	if (text[0] == '\0')
		return OK;
	if (k->f->kind == FACT_ENCOUNTER && place == ENCOUNTER_APPOINTMENT)
		return appointment(k, text);
	switch (field->form) {
	case FACT_CHOICE:
		return choice(k, place, text);
	case FACT_DAY:
		return fact_check_day(text) ? OK : refuse_field(k->cx,
		    field->name, "%s", _("Write a day, a month or a year: "
		    "2019-05-17, 2019-05 or 2019."));
	case FACT_MOMENT:
		return moment(k, place, text);
	case FACT_PERSON:
		return person(k, text);
	default:
		return OK;
	}
}

static void
refused(struct check *k, enum err e)
{
	if (k->bad == OK)
		k->bad = e;
}

/* In their order, and what was is not to come. */
static void
days(struct check *k)
{
	const char *today = date_today(k->cx->arena, k->cx->zone,
	    k->cx->now), *from = k->f->value[FACT_BEGINS],
	    *to = k->f->value[FACT_ENDS];
	bool past = k->f->kind == FACT_PROBLEM || k->f->kind == FACT_ALLERGY;

	if (k->f->kind == FACT_ENCOUNTER) {
		if (from[0] != '\0' && to[0] != '\0' &&
		    (strlen(from) > strlen(to) ||
		    (strlen(from) == strlen(to) && strcmp(from, to) > 0)))
			refused(k, refuse_field(k->cx, "ends", "%s",
			    _("It ends before it begins.")));
		return;
	}
	if (from[0] != '\0' && to[0] != '\0' && fact_check_later(from, to))
		refused(k, refuse_field(k->cx, "ends", "%s",
		    _("It ends before it begins.")));
	if (past && fact_check_later(from, today))
		refused(k, refuse_field(k->cx, "begins", "%s",
		    _("That day is still to come.")));
	if (past && fact_check_later(to, today))
		refused(k, refuse_field(k->cx, "ends", "%s",
		    _("That day is still to come.")));
	if (k->f->kind == FACT_ALLERGY &&
	    fact_check_later(k->f->value[ALLERGY_TOLD_ON], today))
		refused(k, refuse_field(k->cx, "told_on", "%s",
		    _("That day is still to come.")));
}

/* con-4 of Condition, and what a status asks for. */
static void
status(struct check *k)
{
	const char *s = k->f->value[FACT_STATUS];

	if (k->f->kind == FACT_PROBLEM && k->f->value[FACT_ENDS][0] != '\0' &&
	    !is(s, "inactive") && !is(s, "resolved") && !is(s, "remission"))
		refused(k, refuse_field(k->cx, "status", "%s", _("It is said "
		    "to be over: not active, in remission or resolved.")));
	if (k->f->kind == FACT_MEDICATION && (is(s, "stopped") ||
	    is(s, "not-taken")) && k->f->value[FACT_WHY][0] == '\0')
		refused(k, refuse_field(k->cx, "why", "%s",
		    _("Say why it is not taken.")));
	if (k->f->kind == FACT_ENCOUNTER &&
	    k->f->value[FACT_BEGINS][0] == '\0' && !is(s, "planned") &&
	    !is(s, "cancelled") && !is(s, "unknown"))
		refused(k, refuse_field(k->cx, "begins", "%s",
		    _("Write the day and the time.")));
}

/* A code and the list that it is of go together. */
static void
coded(struct check *k)
{
	const char *code = k->f->value[FACT_CODE];

	if ((code[0] == '\0') == (k->f->value[FACT_SYSTEM][0] == '\0'))
		return;
	if (code[0] == '\0')
		refused(k, refuse_field(k->cx, "code", "%s",
		    _("Write the code, or choose no list of codes.")));
	else
		refused(k, refuse_field(k->cx, "system", "%s",
		    _("Choose the list that the code is of.")));
}

enum err
fact_check(struct ctx *cx, struct dossier *d, struct fact *f,
    const char *const typed[FACT_PLACES], const struct fact *old)
{
	struct check k = { cx, d, f, old, OK };
	enum fact_place n = fact_field_places(f->kind);
	int i;

	f->with = f->with_number = f->appointment = "";
	for (i = 0; i < FACT_PLACES; i++)
		f->value[i] = "";
	for (i = 0; i < (int)n; i++)
		refused(&k, one(&k, (enum fact_place)i, typed[i]));
	if (k.bad != OK && k.bad != ERR_INVALID)
		return k.bad;
	coded(&k);
	if (k.bad == OK) {
		days(&k);
		status(&k);
	}
	return k.bad;
}
