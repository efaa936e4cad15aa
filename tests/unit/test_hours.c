/* SPDX-License-Identifier: MIT */
#include "base/count.h"
#include "check.h"
#include "dice.h"
#include "text/hours.h"

static struct arena *arena;

/* What is kept of what was typed, or "no". */
static const char *
kept(const char *typed)
{
	struct calendar_hours h;

	return hours_read(typed, &h) ? hours_write(arena, &h) : "no";
}

static void
people_write_hours_in_their_ways(void)
{
	static const char *const rows[][2] = {
		{ "", "" }, { "  ", "" },
		{ "09:00-17:00", "09:00-17:00" },
		{ "9-17", "09:00-17:00" },
		{ "9-12:30 13-17", "09:00-12:30 13:00-17:00" },
		{ "9.30 – 12, 13:00–24:00", "09:30-12:00 13:00-24:00" },
		{ "0-24", "00:00-24:00" },
		{ "8-9 10-11 12-13 14-15",
		    "08:00-09:00 10:00-11:00 12:00-13:00 14:00-15:00" },
		{ "8-9 10-11 12-13 14-15 16-17", "no" },
		{ "17-9", "no" }, { "9-9", "no" }, { "9-12 11-13", "no" },
		{ "9-12 12-13", "no" }, { "24:01-25", "no" },
		{ "9:60-10", "no" }, { "9:5-10", "no" }, { "009-10", "no" },
		{ "nine", "no" }, { "9-", "no" }, { "-9", "no" },
		{ "9-10x", "no" }, { "9", "no" }, { "9:", "no" },
		{ "9-10:123", "no" }
	};
	size_t i;

	for (i = 0; i < COUNT(rows); i++)
		CHECK_TEXT(kept(rows[i][0]), rows[i][1]);
}

static void
what_is_written_is_read_again(void)
{
	struct calendar_hours week[7], again[7];
	const char *text;
	int n, i, k, at;

	for (n = 0; n < 1000; n++) {
		memset(week, 0, sizeof(week));
		for (i = 0; i < 7; i++)
			for (k = dice(5), at = 0; k > 0; k--) {
				struct calendar_span *s =
				    &week[i].span[week[i].n++];
				s->from = at + 1 + dice(150);
				s->until = s->from + 1 + dice(150);
				at = s->until;
			}
		text = hours_week_write(arena, week);
		CHECK(hours_week(text, again));
		CHECK(memcmp(week, again, sizeof(week)) == 0);
	}
	CHECK(!hours_week("", again));
	CHECK(!hours_week(";;;;;", again));
	CHECK(!hours_week(";;;;;;;", again));
	CHECK(hours_week(";;;;;;", again));
}

int
main(void)
{
	arena = arena_new();
	RUN(people_write_hours_in_their_ways);
	RUN(what_is_written_is_read_again);
	arena_free(arena);
	return DONE;
}
