/* SPDX-License-Identifier: MIT */
/* Calendars of the house and its teams, and what counts by them. */
#include "check.h"
#include "domain/course/dossier_load.h"
#include "domain/dossier/dossier.h"
#include "domain/spine/calendar.h"
#include "domain/spine/calendar_past.h"
#include "domain/spine/event.h"
#include "domain/type/casetype.h"
#include "planned.h"
#include "rules/time/worktime.h"
#include "source.h"
#include "text/date.h"
#include "text/hours.h"
#include "type_folder.h"
#include "world.h"

#define NORTH "C-2026-10000061"
#define SOUTH "P-2026-10000095"

static const struct calendar *c;

static const struct calendar *
counts(const char *login, const char *number)
{
	struct dossier *d = opened_as(login, number);
	const struct calendar *found = NULL;

	CHECK(calendar_of(&cx, d, &found) == OK);
	return found;
}

static struct calendar_typed
typed(const struct calendar *of, const char *name)
{
	struct calendar_typed t = { .name = name, .zone = "", .region =
	    "DE-BY", .week = { "8-12 13-16", "8-12", "8-12", "8-12", "8-12",
	    "", "" }, .version = of->version };

	return t;
}

static void
the_house_always_has_one(void)
{
	given();
	c = counts("mia", NORTH);
	CHECK(calendar_is_house(c));
	CHECK_TEXT(calendar_name(c), "The house");
	CHECK_TEXT(c->zone, "Europe/Berlin");
	CHECK_TEXT(hours_week_write(cx.arena, c->week), "09:00-17:00;"
	    "09:00-17:00;09:00-17:00;09:00-17:00;09:00-17:00;;");
	CHECK(c->version == 1 && c->n == 0 && c->region[0] == '\0');
}

static void
a_team_may_have_its_own(void)
{
	static const char *const teams[] = { "north" };
	struct calendar *own = NULL;
	struct calendar_typed t;

	given();
	as("ada");
	CHECK(calendar_make(&cx, "Hotline", &own) == OK);
	CHECK(calendar_open(&cx, "hotline", &own) == OK);
	t = typed(own, "Hotline");
	CHECK(calendar_save(&cx, own, &t) == OK);
	CHECK(calendar_give(&cx, own, teams, 1) == OK);
	CHECK_TEXT(counts("mia", NORTH)->code, "hotline");
	CHECK_TEXT(counts("mia", NORTH)->region, "DE-BY");
	CHECK(counts("mia", NORTH)->version == 2);
	CHECK(calendar_is_house(counts("tom", SOUTH)));
	as("ada");
	CHECK(calendar_drop(&cx, own) == ERR_CONFLICT);
	CHECK(calendar_give(&cx, own, NULL, 0) == OK);
	CHECK(calendar_is_house(counts("mia", NORTH)));
	CHECK(world_int("SELECT count(*) FROM event"
	    " WHERE topic = 'settings' AND kind LIKE 'calendar.%'") == 4);
}

static void
edited_days_win_and_can_go(void)
{
	struct calendar *own = NULL;
	struct worktime_day w;
	int64_t day = date_days(2026, 12, 24);

	given();
	as("ada");
	CHECK(calendar_open(&cx, "house", &own) == OK);
	CHECK(calendar_day_set(&cx, own, "2026-12-24", "Christmas Eve",
	    "9-12") == OK);
	CHECK(calendar_day_set(&cx, own, "2026-12-24", "Christmas Eve",
	    "9-11") == OK);
	CHECK(calendar_day_set(&cx, own, "2026-12-31", "Stock-taking",
	    "") == OK);
	c = counts("mia", NORTH);
	CHECK(c->n == 2 && c->version == 4);
	worktime_day(c, day, &w);
	CHECK(w.why == WORKTIME_EDITED && w.hours.span[0].until == 660);
	CHECK(!worktime_is_day(c, date_days(2026, 12, 31)));
	as("ada");
	CHECK(calendar_open(&cx, "house", &own) == OK);
	CHECK(calendar_day_drop(&cx, own, "2026-12-24") == OK);
	CHECK(calendar_open(&cx, "house", &own) == OK);
	CHECK(calendar_day_drop(&cx, own, "2026-12-24") == ERR_CONFLICT);
	c = counts("mia", NORTH);
	CHECK(c->n == 1 && c->version == 5);
	worktime_day(c, day, &w);
	CHECK(w.why == WORKTIME_WEEK && w.hours.span[0].until == 1020);
}

static void
mistakes_are_named(void)
{
	struct calendar *own = NULL;
	struct calendar_typed t;

	given();
	as("ada");
	CHECK(calendar_make(&cx, " ", &own) == ERR_INVALID);
	CHECK(calendar_open(&cx, "none", &own) == ERR_MISSING);
	CHECK(calendar_open(&cx, "house", &own) == OK);
	t = typed(own, "");
	t.week[2] = "12-9";
	cx.mistakes = NULL;
	CHECK(calendar_save(&cx, own, &t) == ERR_INVALID);
	CHECK_TEXT(cx.mistakes->field, "hours2");
	CHECK(calendar_open(&cx, "house", &own) == OK);
	t = typed(own, "");
	t.zone = "Europe/Nowhere";
	cx.mistakes = NULL;
	CHECK(calendar_save(&cx, own, &t) == ERR_INVALID);
	CHECK_TEXT(cx.mistakes->field, "zone");
	t = typed(own, "");
	t.region = "XX";
	cx.mistakes = NULL;
	CHECK(calendar_save(&cx, own, &t) == ERR_INVALID);
	CHECK_TEXT(cx.mistakes->field, "region");
	cx.mistakes = NULL;
	CHECK(calendar_day_set(&cx, own, "2026-02-30", "", "x") ==
	    ERR_INVALID);
	CHECK(cx.mistakes != NULL && cx.mistakes->next != NULL &&
	    cx.mistakes->next->next != NULL);
	/* Somebody else was quicker. */
	CHECK(calendar_open(&cx, "house", &own) == OK);
	t = typed(own, "");
	CHECK(calendar_day_set(&cx, own, "2026-12-31", "Inventory", "") ==
	    OK);
	CHECK(calendar_open(&cx, "house", &own) == OK);
	CHECK(calendar_save(&cx, own, &t) == ERR_CONFLICT);
	as("mia");
	CHECK(calendar_open(&cx, "house", &own) == OK);
	CHECK(calendar_save(&cx, own, &t) == ERR_FORBIDDEN);
	CHECK(calendar_day_drop(&cx, own, "2026-12-31") == ERR_FORBIDDEN);
	CHECK(calendar_give(&cx, own, NULL, 0) == ERR_FORBIDDEN);
}

#define LABEL(lang) "<d:label xml:lang='" lang "'>Later</d:label>"
#define LABELS "<extensionElements>" LABEL("fr") LABEL("de") LABEL("it") \
	LABEL("pt") LABEL("ja") "</extensionElements>"

static const char plan[] =
"<definitions xmlns='http://www.omg.org/spec/CMMN/20151109/MODEL'"
" xmlns:d='urn:dossier:cmmn'"
" targetNamespace='urn:test' id='t'><case id='c' name='Wait'>"
"<casePlanModel id='whole' name='Wait'>"
"<planItem id='wait' definitionRef='d_wait'/>"
"<planItem id='work' definitionRef='d_work'/>"
"<timerEventListener id='d_wait' name='Two working days later'>" LABELS
"<timerExpression>add working time(now(), @\"PT16H\")</timerExpression>"
"</timerEventListener><humanTask id='d_work' name='Work'>" LABELS "</humanTask>"
"</casePlanModel></case></definitions>";

/* It is Tuesday 24 November 2026, 13:00 in Berlin: 4 of 16 hours today. */
static void
timers_of_plans_count_working_time(void)
{
	struct calendar *own = NULL;
	int64_t due = 0;

	planned_start();
	CHECK(planned_install(plan) == OK);
	as("ada");
	CHECK(calendar_open(&cx, "house", &own) == OK);
	CHECK(calendar_day_set(&cx, own, "2026-11-25", "Works outing", "")
	    == OK);
	as("mia");
	planned_accepted("900 EUR");
	CHECK(date_moment("Europe/Berlin", "2026-11-27T13:00", &due) ==
	    DATE_OK);
	CHECK(world_int("SELECT min(rings) FROM plan_item") == due);
}

static void
computed_fields_count_working_days(void)
{
	const struct casetype *t;
	struct dossier_new n = { .type = "complaint", .title = "Too late",
	    .text = "", .medium = "phone" };
	struct calendar *own = NULL;
	struct calendar_typed house;
	struct dossier *d = NULL;

	given();
	as("ada");
	CHECK(calendar_open(&cx, "house", &own) == OK);
	house = typed(own, "");
	CHECK(calendar_save(&cx, own, &house) == OK);
	type_folder_put("complaint.dmn",
	    source_text("etc/casetypes/complaint/complaint.dmn"));
	type_folder_put("plan.cmmn",
	    source_text("etc/casetypes/complaint/plan.cmmn"));
	type_folder_drop("repair.dmn");
	type_folder_put("type.xml", source_with(source_text(
	    "etc/casetypes/complaint/type.xml"),
	    "max((delivered_on - promised_on).days, 0)",
	    "working days between(promised_on, delivered_on)"));
	CHECK(type_folder_install(&t) == OK);
	as("mia");
	n.scope = world_scope("complaint", "north");
	n.values = planned_value(planned_value(planned_value(NULL,
	    "promised_on", "2026-12-23"), "delivered_on", "2026-12-29"),
	    "subject", "delivery");
	CHECK(dossier_register(&cx, &n, &d) == OK);
	CHECK(dossier_load(&cx, d) == OK);
	/* 24, 28 and 29: not Christmas and not the Saturday and Sunday. */
	CHECK_TEXT(casetype_value_text(d->values, "delay", 0), "3");
}

/* What is shown of the last change, and whether it may be taken back. */
static struct calendar_past *
past(void)
{
	struct calendar_past *x = NULL;

	CHECK(calendar_past_list(&cx, c, 100, &x) == OK);
	return x;
}

static void
a_day_and_settings_are_taken_back_while_they_stand(void)
{
	struct calendar *own = NULL;
	struct calendar_past *x;
	struct calendar_typed t;
	int64_t added;

	given();
	as("ada");
	CHECK(calendar_open(&cx, "house", &own) == OK);
	c = own;
	CHECK(past() == NULL);
	CHECK(calendar_day_set(&cx, own, "2026-12-24", "Eve: the long", "")
	    == OK);
	CHECK(calendar_open(&cx, "house", &own) == OK);
	c = own;
	x = past();
	CHECK(x != NULL && x->may_back && x->next == NULL);
	CHECK_TEXT(x->lines->day, "2026-12-24");
	CHECK_TEXT(x->lines->before, "");
	CHECK_TEXT(x->lines->after, "Eve: the long: closed");
	added = x->seq;
	CHECK(calendar_past_back(&cx, own, added) == OK);
	CHECK(calendar_open(&cx, "house", &own) == OK);
	c = own;
	CHECK(own->n == 0 && own->version == 3 && !past()->next->may_back);
	CHECK(calendar_past_back(&cx, own, added) == ERR_CONFLICT);
	CHECK(past()->may_back);	/* and back again */
	CHECK(calendar_past_back(&cx, own, past()->seq) == OK);
	CHECK(calendar_open(&cx, "house", &own) == OK);
	CHECK(own->n == 1 && own->days->hours.n == 0);
	CHECK_TEXT(own->days->name, "Eve: the long");
	t = typed(own, "");
	t.zone = "Asia/Tokyo";
	CHECK(calendar_save(&cx, own, &t) == OK);
	CHECK(calendar_open(&cx, "house", &own) == OK);
	c = own;
	x = past();
	CHECK(x->may_back && x->next->may_back);
	CHECK_TEXT(x->lines->what, "Time zone");
	CHECK_TEXT(x->lines->before, "Europe/Berlin");
	CHECK_TEXT(x->lines->next->after, "Germany, Bavaria");
	CHECK_TEXT(x->lines->next->next->after, "08:00-12:00 13:00-16:00");
	CHECK(calendar_past_back(&cx, own, x->seq) == OK);
	CHECK(calendar_open(&cx, "house", &own) == OK);
	CHECK_TEXT(own->zone, "Europe/Berlin");
	CHECK_TEXT(hours_week_write(cx.arena, own->week), "09:00-17:00;"
	    "09:00-17:00;09:00-17:00;09:00-17:00;09:00-17:00;;");
	CHECK(own->region[0] == '\0' && own->n == 1);
	as("mia");
	CHECK(calendar_past_back(&cx, own, past()->seq) != OK);
}

int
main(void)
{
	given();
	type_folder_open();
	RUN(the_house_always_has_one);
	RUN(a_team_may_have_its_own);
	RUN(edited_days_win_and_can_go);
	RUN(mistakes_are_named);
	RUN(timers_of_plans_count_working_time);
	RUN(computed_fields_count_working_days);
	RUN(a_day_and_settings_are_taken_back_while_they_stand);
	return DONE;
}
