/* SPDX-License-Identifier: MIT */
/* 8.4 The life cycles: every state and every transition, as the figures of
 * the standard have them and no other. */
#include "check.h"
#include "cmmn_play.h"

/* What the figures draw, from the outside: state transition state. What only
 * ever follows (create, enable, start, parent...) nobody can ask for. */
static const char *const case_plan[] = {
	"active suspend suspended", "active complete completed",
	"active terminate terminated", "active fault failed",
	"suspended reactivate active", "completed reactivate active",
	"terminated reactivate active", "failed reactivate active",
	"suspended close closed", "completed close closed",
	"terminated close closed", "failed close closed", NULL
};
static const char *const work[] = {
	"enabled disable disabled", "enabled manualStart active",
	"disabled reenable enabled", "active suspend suspended",
	"suspended resume active", "active fault failed",
	"failed reactivate active", "active complete completed",
	"active terminate terminated", "available exit terminated",
	"enabled exit terminated", "disabled exit terminated",
	"active exit terminated", "suspended exit terminated",
	"failed exit terminated", NULL
};
static const char *const moment[] = {
	"available occur completed", "available suspend suspended",
	"suspended resume available", "available terminate terminated", NULL
};

#define STATES (CMMN_CLOSED + 1)

static const char *
drawn(struct play *p, const char *const *figure, enum cmmn_state from,
    enum cmmn_transition t)
{
	const char *start = arena_printf(p->arena, "%s %s ",
	    cmmn_state_word(from), cmmn_transition_word(t));

	for (; *figure != NULL; figure++)
		if (strncmp(*figure, start, strlen(start)) == 0)
			return *figure + strlen(start);
	return NULL;
}

/* Is it a transition of the figure at all? */
static bool
has(const char *const *figure, enum cmmn_transition t)
{
	const char *word = cmmn_transition_word(t), *at;

	for (; *figure != NULL; figure++) {
		at = strchr(*figure, ' ') + 1;
		if (strncmp(at, word, strlen(word)) == 0 &&
		    at[strlen(word)] == ' ')
			return true;
	}
	return false;
}

static void
one(const char *inside, const char *id, const char *const *figure,
    enum cmmn_state from, enum cmmn_transition t)
{
	struct play *p = play_begin(inside);
	struct cmmn_item *i = (struct cmmn_item *)play_item(p, id);
	const char *to = drawn(p, figure, from, t);
	enum cmmn_refusal got;

	i->state = from;
	got = cmmn_do(play_run(p), i->no, t);
	if (got != (to != NULL ? CMMN_OK : has(figure, t) ?
	    CMMN_WRONG_STATE : CMMN_WRONG_KIND) ||
	    strcmp(cmmn_state_word(i->state), to != NULL ? to :
	    cmmn_state_word(from)) != 0)
		printf("# %s: %s %s gave %d, %s\n", id,
		    cmmn_state_word(from), cmmn_transition_word(t), got,
		    cmmn_state_word(i->state));
	CHECK(got == (to != NULL ? CMMN_OK : has(figure, t) ?
	    CMMN_WRONG_STATE : CMMN_WRONG_KIND));
	CHECK_TEXT(cmmn_state_word(i->state), to != NULL ? to :
	    cmmn_state_word(from));
	if (to == NULL)
		CHECK(p->run.changes == NULL);
	play_end(p);
}

static void
matrix(const char *inside, const char *id, const char *const *figure)
{
	int from, t;

	for (from = CMMN_AVAILABLE; from < STATES; from++)
		for (t = CMMN_CREATE; t <= CMMN_CLOSE; t++)
			one(inside, id, figure, (enum cmmn_state)from,
			    (enum cmmn_transition)t);
}

/* An item that never happens, so that nothing follows from the others. */
#define OPEN TASK("open", "")

static void
the_case(void)
{
	matrix(LISTENER("l"), "", case_plan);
}

static void
a_stage(void)
{
	matrix(OPEN STAGE("i", "", LISTENER("l")), "i", work);
}

static void
every_kind_of_task(void)
{
	matrix(OPEN ITEM("i", "task", "", "", ""), "i", work);
	matrix(OPEN TASK("i", ""), "i", work);
	matrix(OPEN ITEM("i", "processTask", "", "", ""), "i", work);
	matrix(OPEN ITEM("i", "caseTask", "", "", ""), "i", work);
	matrix(OPEN ITEM("i", "decisionTask", "", "", ""), "i", work);
}

static void
a_milestone(void)
{
	matrix(OPEN MILESTONE("i", ENTRY("n")) SENTRY("n", IF("false")),
	    "i", moment);
}

static void
every_kind_of_listener(void)
{
	matrix(OPEN LISTENER("i"), "i", moment);
	matrix(OPEN TIMER("i", "P1D"), "i", moment);
	matrix(OPEN ITEM("i", "eventListener", "", "", ""), "i", moment);
}

static void
nothing_happens_where_the_stage_is_not_active(void)
{
	static const enum cmmn_state off[] = {
		CMMN_SUSPENDED, CMMN_FAILED, CMMN_COMPLETED, CMMN_TERMINATED
	};
	struct play *p;
	struct cmmn_item *s, *i;
	size_t k;
	int from, t;

	for (k = 0; k < 4; k++)
		for (from = CMMN_AVAILABLE; from < STATES; from++)
			for (t = CMMN_CREATE; t <= CMMN_CLOSE; t++) {
				p = play_begin(OPEN STAGE("s", "",
				    TASK("i", "")));
				s = (struct cmmn_item *)play_item(p, "s");
				i = (struct cmmn_item *)play_item(p, "i");
				s->state = off[k];
				i->state = (enum cmmn_state)from;
				if (t != CMMN_EXIT)
					CHECK(cmmn_do(play_run(p), i->no,
					    (enum cmmn_transition)t) !=
					    CMMN_OK);
				play_end(p);
			}
}

static void
the_words_are_those_of_the_standard(void)
{
	int i;

	for (i = CMMN_CREATE; i <= CMMN_FILE_REMOVE_REFERENCE; i++)
		CHECK(cmmn_transition_of(cmmn_transition_word(
		    (enum cmmn_transition)i), i >= CMMN_FILE_CREATE) ==
		    (enum cmmn_transition)i);
	for (i = CMMN_AVAILABLE; i <= CMMN_CLOSED; i++)
		CHECK(cmmn_state_of(cmmn_state_word((enum cmmn_state)i)) ==
		    (enum cmmn_state)i);
	CHECK(cmmn_transition_of("begin", false) == CMMN_NO_TRANSITION);
	CHECK(cmmn_transition_of("occur", true) == CMMN_NO_TRANSITION);
	CHECK(cmmn_state_of("unavailable") == CMMN_NONE);
	CHECK(cmmn_state_of("") == CMMN_NONE);
}

int
main(void)
{
	RUN(the_case);
	RUN(a_stage);
	RUN(every_kind_of_task);
	RUN(a_milestone);
	RUN(every_kind_of_listener);
	RUN(nothing_happens_where_the_stage_is_not_active);
	RUN(the_words_are_those_of_the_standard);
	return DONE;
}
