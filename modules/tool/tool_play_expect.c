/* SPDX-License-Identifier: MIT */
/* What a scenario expects to see. */
#include "tool/tool_play_expect.h"

#include <stdlib.h>
#include <string.h>

#include "tool/tool_case.h"
#include "tool/tool_play_pick.h"

static int
by_word(const void *a, const void *b)
{
	return strcmp(*(char *const *)a, *(char *const *)b);
}

/* Sorted, as a list with commas. */
static const char *
joined(struct tool_play *p, const char **words, size_t n)
{
	const char *all = "";
	size_t i;

	if (n > 1)
		qsort(words, n, sizeof(*words), by_word);
	for (i = 0; i < n; i++)
		all = arena_printf(p->arena, "%s%s%s", all, i == 0 ? "" :
		    ", ", words[i]);
	return n == 0 ? "none" : all;
}

static bool
same(struct tool_play *p, const char *expected, const char *seen)
{
	p->expected = expected;
	p->seen = seen;
	return strcmp(expected, seen) == 0;
}

static const char *
name_of(const struct tool_play_found *f)
{
	return f->item->name;
}

static const char *
state_of(const struct tool_play_found *f)
{
	return cmmn_state_word(f->item->state);
}

/* One word of each item that was found, as a list. */
static const char *
listed(struct tool_play *p, const struct tool_play_found *f,
    const char *(*word)(const struct tool_play_found *))
{
	const struct tool_play_found *one;
	const char **words;
	size_t n = 0;

	for (one = f; one != NULL; one = one->next)
		n++;
	words = arena_array(p->arena, n + 1, sizeof(*words));
	for (n = 0; f != NULL; f = f->next)
		words[n++] = word(f);
	return joined(p, words, n);
}

/* “Check” active, “Done” available: what there is instead. */
static const char *
told(struct tool_play *p, const struct tool_play_found *f)
{
	const char *all = "";

	for (; f != NULL; f = f->next)
		all = arena_printf(p->arena, "%s%s“%s” %s", all,
		    *all == '\0' ? "" : ", ", f->item->name, state_of(f));
	return *all == '\0' ? "nothing" : all;
}

/* The texts in quotes at the end of a step, as a list. */
static const char *
texts(struct tool_play *p, const struct tool_scenario_step *s, size_t from)
{
	const char **words = arena_array(p->arena, s->n + 1, sizeof(*words));
	size_t n = 0;

	for (; from < s->n; from++)
		words[n++] = tool_scenario_plain(p->arena, s->words[from]);
	return joined(p, words, n);
}

/* a,b,b as a list */
static const char *
split(struct tool_play *p, const char *text)
{
	const char **words = arena_array(p->arena, strlen(text) + 1,
	    sizeof(*words));
	size_t n = 0, len;

	for (; *text != '\0'; text += len + (text[len] == ',')) {
		len = strcspn(text, ",");
		words[n++] = arena_textn(p->arena, text, len);
	}
	return joined(p, words, n);
}

static bool
is_case_over(const struct tool_play_case *c)
{
	return c->instance.items == NULL ||
	    tool_play_pick_ended(c->instance.items);
}

/* open: some case still runs; ended: the one that was started does not */
static bool
expect_case(struct tool_play *p, const struct tool_scenario_step *s)
{
	const char *expected = s->n > 1 ? s->words[1] : "";
	const struct tool_play_case *c;
	bool open = false;

	if (strcmp(expected, "ended") == 0)
		return same(p, expected, p->cases == NULL ||
		    is_case_over(p->cases) ? "ended" : "open");
	for (c = p->cases; c != NULL; c = c->next)
		open = open || !is_case_over(c);
	return same(p, expected, open ? "open" : "ended");
}

/* expect-state open|all "Name" a,b or ID state */
static bool
expect_state(struct tool_play *p, const struct tool_scenario_step *s,
    bool not)
{
	struct tool_play_pick pick = { .id = NULL };
	struct tool_play_found *f;
	size_t used;

	if (s->n == 4) {
		pick.ended = strcmp(s->words[1], "all") == 0;
		pick.name = tool_scenario_plain(p->arena, s->words[2]);
		return same(p, split(p, s->words[3]), listed(p,
		    tool_play_pick_all(p, &pick), state_of));
	}
	if (s->n != 3 || !tool_play_pick_read(p, &(struct
	    tool_scenario_step){ .words = s->words, .n = 2 }, 1, &pick,
	    &used))
		return same(p, "expect-state ID STATE", s->text);
	pick.ended = true;
	for (f = tool_play_pick_all(p, &pick); f != NULL; f = f->next)
		if (strcmp(state_of(f), s->words[2]) == 0)
			break;
	p->expected = not ? arena_printf(p->arena, "not %s", s->words[2]) :
	    s->words[2];
	p->seen = listed(p, tool_play_pick_all(p, &pick), state_of);
	return (f != NULL) != not;
}

/* expect-count SEL N, expect-one SEL, expect-no SEL */
static bool
expect_count(struct tool_play *p, const struct tool_scenario_step *s,
    const char *number)
{
	const struct tool_play_found *f, *all;
	struct tool_play_pick pick;
	size_t used, n = 0;

	if (!tool_play_pick_read(p, s, 1, &pick, &used))
		return false;
	if (number == NULL)
		number = s->words[s->n - 1];
	all = tool_play_pick_all(p, &pick);
	for (f = all; f != NULL; f = f->next)
		n++;
	p->expected = number;
	p->seen = n == 0 ? "0" : arena_printf(p->arena, "%zu: %s", n,
	    told(p, all));
	return strtoul(number, NULL, 10) == n;
}

/* expect-items SEL "A" "B" */
static bool
expect_items(struct tool_play *p, const struct tool_scenario_step *s)
{
	struct tool_play_pick pick;
	size_t used;

	if (!tool_play_pick_read(p, s, 1, &pick, &used))
		return false;
	return same(p, texts(p, s, 1 + used), listed(p,
	    tool_play_pick_all(p, &pick), name_of));
}

static bool
expect_tasks(struct tool_play *p, const struct tool_scenario_step *s)
{
	struct tool_play_pick pick = { .type = "human_task",
	    .state = "active" };

	return same(p, texts(p, s, 1), listed(p, tool_play_pick_all(p,
	    &pick), name_of));
}

static bool
expect_none(struct tool_play *p, const struct tool_scenario_step *s)
{
	struct tool_play_pick pick = { .open = true };

	pick.name = tool_scenario_plain(p->arena, s->words[s->n - 1]);
	return same(p, "none", listed(p, tool_play_pick_all(p, &pick),
	    state_of));
}

/* expect-present ID, expect-gone ID: not ended. The case itself stays. */
static bool
expect_there(struct tool_play *p, const struct tool_scenario_step *s,
    bool there)
{
	struct tool_play_pick pick;
	size_t used;
	bool is;

	if (!tool_play_pick_read(p, s, 1, &pick, &used))
		return false;
	is = pick.the_case ? p->cases != NULL && (there ||
	    !is_case_over(p->cases)) : tool_play_pick_all(p, &pick) != NULL;
	p->expected = there ? "it is there" : "it is gone";
	pick.ended = true;
	p->seen = listed(p, tool_play_pick_all(p, &pick), state_of);
	return is == there;
}

/* expect-offered "A" "B": discretionary items that may be added now */
static bool
expect_offered(struct tool_play *p, const struct tool_scenario_step *s)
{
	const struct cmmn_offer *o, *all;
	struct tool_play_case *c;
	const char **words;
	struct cmmn_run run;
	size_t n = 0;

	for (c = p->cases; c != NULL; c = c->next) {
		tool_case_run(p, c, &run);
		for (o = cmmn_offers(&run); o != NULL; o = o->next)
			n++;
	}
	words = arena_array(p->arena, n + 1, sizeof(*words));
	for (n = 0, c = p->cases; c != NULL; c = c->next) {
		tool_case_run(p, c, &run);
		all = cmmn_offers(&run);
		for (o = all; o != NULL; o = o->next)
			if (o->applies)
				words[n++] = o->use->name;
	}
	return same(p, texts(p, s, 1), joined(p, words, n));
}

bool
tool_play_expect(struct tool_play *p, const struct tool_scenario_step *s)
{
	const char *word = s->words[0];

	if (strcmp(word, "expect-case") == 0)
		return expect_case(p, s);
	if (strcmp(word, "expect-state") == 0)
		return expect_state(p, s, false);
	if (strcmp(word, "expect-not-state") == 0)
		return expect_state(p, s, true);
	if (strcmp(word, "expect-count") == 0)
		return expect_count(p, s, NULL);
	if (strcmp(word, "expect-one") == 0)
		return expect_count(p, s, "1");
	if (strcmp(word, "expect-no") == 0)
		return expect_count(p, s, "0");
	if (strcmp(word, "expect-items") == 0)
		return expect_items(p, s);
	if (strcmp(word, "expect-tasks") == 0)
		return expect_tasks(p, s);
	if (strcmp(word, "expect-none") == 0)
		return expect_none(p, s);
	if (strcmp(word, "expect-gone") == 0)
		return expect_there(p, s, false);
	if (strcmp(word, "expect-present") == 0)
		return expect_there(p, s, true);
	if (strcmp(word, "expect-offered") == 0)
		return expect_offered(p, s);
	return same(p, "a step that dossier-cmmn(1) knows", word);
}
