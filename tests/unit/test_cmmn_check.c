/* SPDX-License-Identifier: MIT */
/* What can never happen in a plan is told; plans made to hurt are bounded. */
#include <stdlib.h>
#include <time.h>

#include "check.h"
#include "cmmn_play.h"

/* All that is told of a plan, each as line-free sentence; "" nothing. */
static const char *
told(struct play *p)
{
	struct cmmn_fault *faults = NULL, *f;
	const char *s = "";

	cmmn_check(p->arena, "test", p->model->cases, &faults);
	for (f = faults; f != NULL; f = f->next)
		s = arena_printf(p->arena, "%s%s%s", s, *s == '\0' ? "" :
		    " | ", f->text);
	return s;
}

#define TOLD(inside, sentence) do {					\
	struct play *told_p = play_new("", inside, "");			\
	CHECK_TEXT(told(told_p), sentence);				\
	play_end(told_p);						\
} while (0)

static void
a_sound_plan_has_nothing_to_tell(void)
{
	TOLD(TASK("a", "") TASK("b", ENTRY("s") REQUIRED)
	    SENTRY("s", ON("a", "complete")) MILESTONE("m", ENTRY("t"))
	    SENTRY("t", ON("b", "terminate") IF("x"))
	    STAGE("q", MANUAL, TASK("d", ENTRY("u"))
	    SENTRY("u", ON("m", "occur"))) TIMER("h", "P1D")
	    TASK("e", ENTRY("v") EXIT("w")) SENTRY("v", ON("h", "occur"))
	    SENTRY("w", ON("q", "disable")), "");
}

static void
what_waits_for_nothing_that_happens_is_told(void)
{
	TOLD(TASK("a", "") TASK("b", ENTRY("s")) SENTRY("s",
	    ON("a", "occur")), "The entry criterion of “b” can never be "
	    "met: “occur” can never happen to “a”.");
	TOLD(TASK("a", "") TASK("b", EXIT("s")) SENTRY("s",
	    ON("a", "enable")), "The exit criterion of “b” can never be "
	    "met: “enable” can never happen to “a”.");
	TOLD(TASK("a", ENTRY("s")) SENTRY("s", IF("false")),
	    "The entry criterion of “a” can never be met: its condition "
	    "is never true.");
}

static void
circles_of_waiting_are_told(void)
{
	TOLD(TASK("a", ENTRY("s") REQUIRED) TASK("b", ENTRY("t"))
	    SENTRY("s", ON("b", "complete")) SENTRY("t", ON("a", "start")),
	    "The entry criterion of “a” can never be met: “complete” can "
	    "never happen to “b”. | “a” is required but can never begin: "
	    "what it stands in cannot be completed. | The entry criterion "
	    "of “b” can never be met: “start” can never happen to “a”.");
}

static void
what_stands_in_a_stage_that_never_begins_is_told(void)
{
	TOLD(TASK("z", "") STAGE("q", ENTRY("s"), TASK("a", "")
	    TASK("b", REQUIRED)) SENTRY("s", ON("a", "complete")),
	    "The entry criterion of “q” can never be met: “complete” can "
	    "never happen to “a”.");
}

static void
a_stage_that_holds_itself_is_empty_there(void)
{
	struct play *p = play_begin(TASK("z", "") "<planItem id='q' "
	    "definitionRef='qD'/><stage id='qD'>" TASK("a", "")
	    "<planItem id='r' definitionRef='qD'/></stage>");

	CHECK(p->faults != NULL && !p->faults->mild);
	CHECK_TEXT(play_states(p), "case=active z=active q=active a=active "
	    "r=completed");
	play_end(p);
}

static void
deep_nesting_ends_somewhere(void)
{
	struct arena *a = arena_new();
	const char *s = "";
	struct play *p;
	int i;

	/* Beside each other, so that the file is not deep. */
	for (i = 0; i < 2000; i++)
		s = arena_printf(a, "<stage id='s%d'><planItem id='i%d' "
		    "definitionRef='s%d'/></stage>%s", i, i, i + 1, s);
	p = play_begin(arena_printf(a, TASK("z", "") "<planItem id='i' "
	    "definitionRef='s0'/>%s<stage id='s2000'/>", s));
	CHECK(p->faults != NULL && !p->faults->mild);
	CHECK(p->instance.last > 90 && p->instance.last < 110);
	play_end(p);
	arena_free(a);
}

/* Two of each in each: 2 to the 40th. */
static void
stages_that_multiply_are_refused(void)
{
	struct arena *a = arena_new();
	const char *s = "";
	struct play *p;
	int i;

	for (i = 0; i < 40; i++)
		s = arena_printf(a, "%s<stage id='s%d'><planItem id='x%d' "
		    "definitionRef='s%d'/><planItem id='y%d' "
		    "definitionRef='s%d'/></stage>", s, i, i, i + 1, i, i + 1);
	p = play_new("", arena_printf(a, "<planItem id='i' definitionRef="
	    "'s0'/>%s<task id='s40'/>", s), "");
	CHECK(cmmn_begin(play_run(p)) == CMMN_ENDLESS);
	CHECK(p->instance.items == NULL && p->instance.last == 0);
	play_end(p);
	arena_free(a);
}

/* Four thousand on-parts of one event, in a loop. */
static void
a_sentry_of_thousands_of_parts_is_bounded(void)
{
	struct arena *a = arena_new();
	clock_t from = clock();
	struct play *p;
	char *parts = arena_alloc(a, 4000 * 100);
	size_t at = 0;
	int i;

	for (i = 0; i < 4000; i++)
		at += (size_t)sprintf(parts + at, "%s", ON("l", "complete"));
	p = play_begin(arena_printf(a, TASK("z", "") "<planItem id='l' "
	    "definitionRef='lD'>" CONTROL(RULE("repetition", "true"))
	    ENTRY("s") ENTRY("t") "</planItem><task id='lD' isBlocking="
	    "'false'/>" SENTRY("t", ON("z", "suspend"))
	    "<sentry id='s'>%s</sentry>", parts));
	CHECK(play_do(p, "z", CMMN_SUSPEND) == CMMN_ENDLESS);
	CHECK_TEXT(play_state(p, "z"), "active");
	CHECK(clock() - from < 20 * CLOCKS_PER_SEC);
	printf("# %.2f s\n", (double)(clock() - from) / CLOCKS_PER_SEC);
	play_end(p);
	arena_free(a);
}

static void
thousands_of_rounds_that_listen_are_bounded(void)
{
	clock_t from = clock();
	struct play *p = play_begin(TASK("z", "")
	    ITEM("l", "task", "isBlocking='false'", REPEAT("true")
	    ENTRY("s") ENTRY("t"), "") SENTRY("s", ON("l", "complete"))
	    SENTRY("t", ON("z", "suspend"))
	    TASK("b", REPEAT("true") ENTRY("u") EXIT("v"))
	    SENTRY("u", ON("l", "complete"))
	    SENTRY("v", ON("l", "complete") ON("z", "fault")));

	CHECK(play_do(p, "z", CMMN_SUSPEND) == CMMN_ENDLESS);
	CHECK(clock() - from < 20 * CLOCKS_PER_SEC);
	printf("# %.2f s\n", (double)(clock() - from) / CLOCKS_PER_SEC);
	play_end(p);
}

static void
an_instance_out_of_order_does_no_harm(void)
{
	struct play *p = play_begin(TASK("a", "") TASK("b", ENTRY("s"))
	    SENTRY("s", ON("a", "complete")));
	struct cmmn_mark stray[2] = {
		{ &stray[1], 99, "ins", 0, 1 }, { NULL, 3, "none", 7, 0 }
	};
	struct cmmn_item *b = (struct cmmn_item *)play_item(p, "b");

	p->instance.marks = stray;
	b->parent = 77;
	CHECK(play_do(p, "a", CMMN_COMPLETE) == CMMN_OK);
	b->parent = 3;
	CHECK(cmmn_data(play_run(p)) == CMMN_OK);
	b->no = (int64_t)1 << 40;
	CHECK(cmmn_data(play_run(p)) == CMMN_OK);
	play_end(p);
}

int
main(void)
{
	RUN(a_sound_plan_has_nothing_to_tell);
	RUN(what_waits_for_nothing_that_happens_is_told);
	RUN(circles_of_waiting_are_told);
	RUN(what_stands_in_a_stage_that_never_begins_is_told);
	RUN(a_stage_that_holds_itself_is_empty_there);
	RUN(deep_nesting_ends_somewhere);
	RUN(stages_that_multiply_are_refused);
	RUN(a_sentry_of_thousands_of_parts_is_bounded);
	RUN(thousands_of_rounds_that_listen_are_bounded);
	RUN(an_instance_out_of_order_does_no_harm);
	return DONE;
}
