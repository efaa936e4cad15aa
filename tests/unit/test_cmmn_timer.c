/* SPDX-License-Identifier: MIT */
/* 5.4.3.2 Timers and 8.3 the case file. The clock stands at 2026-11-25 12:00
 * UTC, 13:00 in Brussels. */
#include "base/day.h"
#include "check.h"
#include "cmmn_play.h"

#define NOON 1795608000
#define OPEN TASK("open", "")

/* When a timer of the text rings, in seconds from noon; -1 never. */
static int64_t
rings(const char *text)
{
	struct arena *a = arena_new();
	struct play *p = play_begin(arena_printf(a, OPEN "<planItem id='t' "
	    "definitionRef='tD'/><timerEventListener id='tD'>"
	    "<timerExpression>%s</timerExpression></timerEventListener>",
	    text));
	int64_t at = play_item(p, "t")->rings;

	CHECK(at == 0 || p->faults == NULL);
	play_end(p);
	arena_free(a);
	return at == 0 ? -1 : at - NOON;
}

static void
a_duration_counts_from_now(void)
{
	CHECK(rings("PT1H") == HOUR);
	CHECK(rings("P1DT1S") == DAY + 1);
	CHECK(rings("\"PT90S\"") == 90);
	CHECK(rings("duration(\"PT1H\") * 3") == 3 * HOUR);
	CHECK(rings("P1M") == 30 * DAY);
	CHECK(rings("P1Y") == 365 * DAY);
}

static void
a_date_begins_where_the_case_is(void)
{
	CHECK(rings("2026-11-26T12:00:00Z") == DAY);
	CHECK(rings("2026-11-26T12:00:00") == DAY - HOUR);
	CHECK(rings("2026-11-26") == 11 * HOUR - 0);
	CHECK(rings("date(\"2026-11-26\")") == 11 * HOUR);
	CHECK(rings("date and time(\"2026-11-26T00:00:00@Europe/Paris\")") ==
	    11 * HOUR);
	CHECK(rings("2020-01-01") < 0);
}

static void
a_time_is_the_next_one(void)
{
	CHECK(rings("14:00:00") == HOUR);
	CHECK(rings("13:00:00") == DAY);
	CHECK(rings("time(\"12:00:00Z\")") == DAY);
	CHECK(rings("time(\"13:30:00Z\")") == HOUR + HOUR / 2);
}

static void
what_says_no_time_never_rings(void)
{
	CHECK(rings("null") == -1);
	CHECK(rings("5") == -1);
	CHECK(rings("\"tomorrow\"") == -1);
	CHECK(rings("x") == -1);
	CHECK(rings("R/PT0S") == -1);
	CHECK(rings("duration(\"P9000Y\")") == -1);
}

static void
a_timer_rings_once(void)
{
	struct play *p = play_begin(OPEN TIMER("t", "PT1H")
	    TASK("a", ENTRY("s")) SENTRY("s", ON("t", "occur")));

	p->now += HOUR - 1;
	CHECK(cmmn_ring(play_run(p)) == CMMN_OK);
	CHECK(p->run.changes == NULL);
	p->now += 1;
	cmmn_ring(play_run(p));
	CHECK_TEXT(play_changes(p), "t occur, a start");
	CHECK(p->run.changes->because == CMMN_BY_TIMER);
	p->now += DAY;
	cmmn_ring(play_run(p));
	CHECK(p->run.changes == NULL);
	play_end(p);
}

static void
a_cycle_rings_as_often_as_it_says(void)
{
	struct play *p = play_begin(OPEN TIMER("t", "R3/PT1H"));

	p->now += HOUR + 10;
	cmmn_ring(play_run(p));
	CHECK_TEXT(play_changes(p), "t occur, t/2 create");
	CHECK(play_item(p, "t")->rings == NOON + 2 * HOUR);
	p->now += DAY;
	cmmn_ring(play_run(p));
	CHECK_TEXT(play_changes(p), "t/2 occur, t/3 create, t/3 occur");
	CHECK(play_count(p, "t", CMMN_COMPLETED) == 3);
	CHECK(play_count(p, "t", CMMN_NONE) == 3);
	play_end(p);
}

static void
a_cycle_may_begin_or_end_at_a_moment(void)
{
	struct play *p = play_begin(OPEN
	    TIMER("t", "R2/2026-11-27T12:00:00Z/P1D")
	    TIMER("u", "R/P1D/2026-11-28T12:00:00Z"));

	CHECK(play_item(p, "t")->rings == NOON + 2 * DAY);
	CHECK(play_item(p, "t")->rounds_left == 1);
	CHECK(play_item(p, "u")->rings == NOON + DAY);
	CHECK(play_item(p, "u")->rounds_left == 2);
	play_end(p);
}

static void
a_cycle_that_was_slept_through_makes_up_a_thousand(void)
{
	struct play *p = play_begin(OPEN TIMER("t", "R/PT1S"));

	p->now += 100 * DAY;
	CHECK(cmmn_ring(play_run(p)) == CMMN_OK);
	CHECK(play_count(p, "t", CMMN_COMPLETED) >= 1000);
	CHECK(play_count(p, "t", CMMN_COMPLETED) <= 1001);
	CHECK(play_item(p, "t")->rings == p->now + 1);
	play_end(p);
}

static void
a_cycle_of_months_is_made_up_no_more_often(void)
{
	struct play *p = play_begin(OPEN TIMER("t", "R/P1M"));

	p->now += (int64_t)5000 * 30 * DAY;
	CHECK(cmmn_ring(play_run(p)) == CMMN_OK);
	CHECK(play_count(p, "t", CMMN_COMPLETED) >= 1000);
	CHECK(play_count(p, "t", CMMN_COMPLETED) <= 1001);
	CHECK(play_item(p, "t")->rings > p->now);
	CHECK(play_item(p, "t")->rings <= p->now + 31 * DAY);
	play_end(p);
}

/* Its time is over each time that it begins. */
static void
a_past_timer_that_begins_itself_goes_in_circles(void)
{
	struct play *p = play_begin(OPEN AUTO("s", REPEAT("true"),
	    TASK("a", EXIT("k")) TIMER("t", "2026-11-26")
	    SENTRY("k", ON("t", "occur"))));

	p->now += 2 * DAY;
	CHECK(cmmn_ring(play_run(p)) == CMMN_ENDLESS);
	CHECK(p->run.changes == NULL);
	CHECK(play_count(p, "s", CMMN_NONE) == 1);
	CHECK(play_item(p, "t")->state == CMMN_AVAILABLE);
	play_end(p);
}

static void
what_a_ring_ends_does_not_ring_again(void)
{
	struct play *p = play_begin(OPEN STAGE("s", EXIT("k"), TASK("a", "")
	    TIMER("t", "R/PT1H")) SENTRY("k", ON("t", "occur")));

	p->now += DAY;
	cmmn_ring(play_run(p));
	CHECK_TEXT(play_changes(p), "t occur, t/2 create, s exit, a exit, "
	    "t/2 parentTerminate");
	play_end(p);
}

static void
a_suspended_timer_rings_when_it_is_back(void)
{
	struct play *p = play_begin(OPEN TIMER("t", "PT1H"));

	play_do(p, "t", CMMN_SUSPEND);
	p->now += DAY;
	cmmn_ring(play_run(p));
	CHECK(p->run.changes == NULL);
	play_do(p, "t", CMMN_RESUME);
	cmmn_ring(play_run(p));
	CHECK_TEXT(play_changes(p), "t occur");
	play_end(p);
}

static void
a_timer_may_wait_for_its_start(void)
{
	struct play *p = play_begin(OPEN TASK("a", "")
	    "<planItem id='t' definitionRef='tD'/>"
	    "<timerEventListener id='tD'><timerExpression>PT1H"
	    "</timerExpression><planItemStartTrigger sourceRef='a'>"
	    "<standardEvent>complete</standardEvent></planItemStartTrigger>"
	    "</timerEventListener>");

	CHECK(play_item(p, "t")->rings == 0);
	p->now += 100;
	play_do(p, "a", CMMN_COMPLETE);
	CHECK(play_item(p, "t")->rings == p->now + HOUR);
	CHECK(play_item(p, "t")->changed);
	play_end(p);
}

static void
a_timer_reads_the_data(void)
{
	struct play *p = play_new("", OPEN TIMER("t", "d"), "");

	play_set(p, 'd', feel_value_text("R2/P1D"));
	cmmn_begin(play_run(p));
	CHECK(play_item(p, "t")->rings == NOON + DAY);
	CHECK_TEXT(play_item(p, "t")->cycle, "P1D");
	play_end(p);
}

#define FILE_MODEL "<caseFileModel><caseFileItem id='f' name='claim'>"	\
	"<children><caseFileItem id='g' name='photo'/></children>"	\
	"</caseFileItem></caseFileModel>"
#define ON_FILE(item, event) "<caseFileItemOnPart sourceRef='" item "'>" \
	"<standardEvent>" event "</standardEvent></caseFileItemOnPart>"

static void
the_case_file_is_heard(void)
{
	struct play *p = play_new("", OPEN TASK("a", ENTRY("s"))
	    SENTRY("s", ON_FILE("f", "addChild")) TASK("b", ENTRY("t"))
	    SENTRY("t", ON_FILE("g", "create") ON("a", "complete"))
	    TASK("c", ENTRY("u")) SENTRY("u", ON_FILE("g", "update")
	    IF("photo = null")), FILE_MODEL);
	const struct cmmn_file_item *f = p->model->cases->file;

	cmmn_begin(play_run(p));
	CHECK(cmmn_file(play_run(p), f, CMMN_FILE_UPDATE) == CMMN_OK);
	CHECK(p->run.changes == NULL);
	CHECK(cmmn_file(play_run(p), f->first, CMMN_FILE_CREATE) == CMMN_OK);
	CHECK_TEXT(play_changes(p), "a start");
	CHECK(p->run.changes->cause == 0);
	play_do(p, "a", CMMN_COMPLETE);
	CHECK_TEXT(play_changes(p), "a complete, b start");
	CHECK(cmmn_file(play_run(p), f->first, CMMN_FILE_UPDATE) == CMMN_OK);
	CHECK_TEXT(play_changes(p), "c start");
	CHECK(cmmn_file(play_run(p), f, CMMN_COMPLETE) == CMMN_WRONG_KIND);
	CHECK(cmmn_file(play_run(p), NULL, CMMN_FILE_CREATE) ==
	    CMMN_NO_SUCH_ITEM);
	CHECK(p->faults == NULL);
	play_end(p);
}

int
main(void)
{
	RUN(a_duration_counts_from_now);
	RUN(a_date_begins_where_the_case_is);
	RUN(a_time_is_the_next_one);
	RUN(what_says_no_time_never_rings);
	RUN(a_timer_rings_once);
	RUN(a_cycle_rings_as_often_as_it_says);
	RUN(a_cycle_may_begin_or_end_at_a_moment);
	RUN(a_cycle_that_was_slept_through_makes_up_a_thousand);
	RUN(a_cycle_of_months_is_made_up_no_more_often);
	RUN(a_past_timer_that_begins_itself_goes_in_circles);
	RUN(what_a_ring_ends_does_not_ring_again);
	RUN(a_suspended_timer_rings_when_it_is_back);
	RUN(a_timer_may_wait_for_its_start);
	RUN(a_timer_reads_the_data);
	RUN(the_case_file_is_heard);
	return DONE;
}
