/* SPDX-License-Identifier: MIT */
/* FEEL's functions of a calendar. */
#include "base/count.h"
#include "check.h"
#include "model/calendar.h"
#include "rules/feel/feel.h"

static struct arena *arena;

static const struct calendar_day days[] = {
	{ 20813, "Works outing", { 0, { { 0, 0 } } } }	/* 2026-12-26 */
};
#define NINE_TO_FIVE { 1, { { 540, 1020 } } }
static const struct calendar office = {
	.code = "house", .name = "", .zone = "Europe/Berlin",
	.region = "DE-BY", .version = 1, .days = days, .n = 1,
	.week = { NINE_TO_FIVE, NINE_TO_FIVE, NINE_TO_FIVE, NINE_TO_FIVE,
	    NINE_TO_FIVE }
};

static const char *
got(const char *text, const struct calendar *c)
{
	struct feel_scope none = { 0 };
	struct feel_frame empty = { 0 };
	struct feel_fault *fault = NULL;
	struct feel_eval ev;
	struct feel_value v;
	struct feel *f = feel_compile(arena, text, strlen(text), &none,
	    &fault);

	if (f == NULL || fault != NULL)
		return arena_printf(arena, "no FEEL: %s", fault->text);
	feel_eval_start(&ev, arena, 1700000000, "UTC");
	ev.calendar = c;
	v = feel_run(f, &ev, &empty);
	return v.kind != FEEL_NULL ? feel_value_write(arena, v) :
	    ev.notes != NULL ? ev.notes->text : "null";
}

static void
they_count_by_the_calendar(void)
{
	static const struct row {
		const char *text, *want;
	} rows[] = {
		{ "add working days(@\"2026-12-23\", 2)", "2026-12-28" },
		{ "add working days(@\"2026-12-28\", -2)", "2026-12-23" },
		{ "add working days(@\"2026-12-26\", 0)", "2026-12-26" },
		{ "add working days(@\"2026-12-23T16:00:00\", 2)",
		    "2026-12-28T16:00:00" },
		{ "add working days(@\"2026-12-23T16:00:00@Asia/Tokyo\", 2)",
		    "2026-12-28T16:00:00@Asia/Tokyo" },
		{ "add working days(days: 1, date: @\"2027-01-05\")",
		    "2027-01-07" },
		{ "next working day(@\"2027-01-06\")", "2027-01-07" },
		{ "next working day(@\"2027-01-07\")", "2027-01-07" },
		{ "next working day(@\"2026-11-22\" + duration(\"P1M\"))",
		    "2026-12-22" },
		{ "working days between(@\"2026-12-23\", @\"2026-12-28\")",
		    "2" },
		{ "working days between(@\"2026-12-28\", @\"2026-12-23\")",
		    "-2" },
		{ "add working time(@\"2026-11-20T16:00:00\", @\"PT2H\")",
		    "2026-11-23T10:00:00" },
		{ "add working time(@\"2026-11-20T15:00:00Z\", @\"PT2H\")",
		    "2026-11-23T10:00:00@Europe/Berlin" },
		{ "add working time(@\"2026-11-23T10:00:00\", -@\"PT2H\")",
		    "2026-11-20T16:00:00" },
		{ "add working time(@\"2026-11-20\", @\"PT1H\")",
		    "2026-11-20T10:00:00" },
		{ "working time between(@\"2026-11-20T16:00:00\", "
		    "@\"2026-11-23T10:30:00\")", "PT2H30M" },
		{ "working time between(@\"2026-11-20\", @\"2026-11-21\")",
		    "PT8H" },
		{ "if working days between(@\"2026-11-20\", "
		    "@\"2026-11-30\") > 5 then \"late\" else \"soon\"",
		    "late" },
	};
	size_t i;

	for (i = 0; i < COUNT(rows); i++)
		CHECK_TEXT(got(rows[i].text, &office), rows[i].want);
}

static void
they_say_why_they_are_null(void)
{
	static const struct calendar never = { .zone = "UTC", .region = "" };

	CHECK_TEXT(got("add working days(@\"2026-12-23\", 2)", NULL),
	    "add working days(): there is no calendar here.");
	CHECK_TEXT(got("working time between(@\"2026-12-23\", "
	    "@\"2026-12-24\")", NULL),
	    "working time between(): there is no calendar here.");
	CHECK_TEXT(got("add working days(@\"2026-12-23\", 1.5)", &office),
	    "add working days(): 1.5 is no whole number of days.");
	CHECK_TEXT(got("next working day(@\"2026-12-23\")", &never),
	    "next working day(): the calendar has no such day or time within "
	    "40000 days.");
	CHECK_TEXT(got("add working days(@\"999999999-12-31\", 1)", &office),
	    "add working days(): the calendar has no such day or time within "
	    "40000 days.");
	CHECK_TEXT(got("working days between(@\"1026-12-23\", "
	    "@\"2026-12-24\")", &office),
	    "working days between(): the calendar has no such day or time "
	    "within 40000 days.");
}

/* What is looked through is paid for: no text may work for ever. */
static void
a_long_walk_has_its_price(void)
{
	CHECK_TEXT(got("count(for i in 1..1000000 return "
	    "add working days(@\"2026-12-23\", 10000))", &office),
	    "The evaluation takes too many steps.");
}

int
main(void)
{
	arena = arena_new();
	RUN(they_count_by_the_calendar);
	RUN(they_say_why_they_are_null);
	RUN(a_long_walk_has_its_price);
	arena_free(arena);
	return DONE;
}
