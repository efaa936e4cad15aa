/* SPDX-License-Identifier: MIT */
#include "check.h"
#include "web/view.h"

static struct arena *a;
static struct view *v;
static struct view_value got;

/* A name with dots, as the engine reads it. */
static bool
find(const char *name)
{
	size_t len = strcspn(name, ".");
	const struct view *in = v;

	got = *view_find(in, name, len, view_hash(name, len));
	while (got.kind == VIEW_PART && name[len] == '.') {
		in = got.first;
		name += len + 1;
		len = strcspn(name, ".");
		got = *view_find(in, name, len, view_hash(name, len));
	}
	return name[len] == '\0' && got.kind != VIEW_ABSENT;
}

static void
what_was_put_in_comes_out(void)
{
	v = view_new(a);
	view_text(v, "t", "text");
	view_int(v, "n", -7);
	CHECK(find("t") && got.kind == VIEW_TEXT);
	CHECK_TEXT(got.text, "text");
	CHECK(find("n") && got.kind == VIEW_INT && got.number == -7);
	CHECK(!find("nothing") && got.kind == VIEW_ABSENT);
	CHECK(!find("t.deeper"));
	CHECK(!find("") && !find(".") && !find("t."));
}

static void
the_last_word_counts(void)
{
	v = view_new(a);
	view_text(v, "x", "one");
	view_text(v, "x", "two");
	CHECK(find("x"));
	CHECK_TEXT(got.text, "two");
	view_item(v, "x");
	CHECK(find("x") && got.kind == VIEW_LIST);
	view_int(v, "x", 1);
	view_text(view_item(v, "x"), "y", "new list");
	CHECK(find("x") && view_next(got.first) == NULL);
	view_text(v, "x", NULL);
	CHECK(find("x") && !view_true(&got));
}

static void
lists_keep_their_order(void)
{
	struct view *item;
	char number[4];
	int i;

	v = view_new(a);
	for (i = 0; i < 100; i++)
		view_int(view_item(v, "list"), "i", i);
	CHECK(find("list"));
	for (i = 0, item = got.first; item != NULL; item = view_next(item)) {
		got = *view_find(item, "i", 1, view_hash("i", 1));
		CHECK(got.number == i);
		i++;
	}
	CHECK(i == 100);
	for (i = 0; i < 100; i++) {
		snprintf(number, sizeof(number), "n%02d", i);
		view_int(v, arena_text(a, number), i);
	}
	CHECK(find("n00") && got.number == 0);
	CHECK(find("n99") && got.number == 99);
}

static void
parts_are_reached_by_dots(void)
{
	v = view_new(a);
	view_text(view_part(view_part(v, "task"), "owner"), "name", "Mia");
	view_text(view_part(v, "task"), "title", "Ask");
	CHECK(find("task.owner.name"));
	CHECK_TEXT(got.text, "Mia");
	CHECK(find("task.title"));
	CHECK(!find("task.owner.name.more") && !find("task.nobody.name"));
	CHECK(find("task.owner") && got.kind == VIEW_PART);
}

static void
truth_is_what_a_page_shows(void)
{
	v = view_new(a);
	view_moment(v, "none", 0);
	view_moment(v, "epoch", 1);
	view_flag(v, "no", false);
	view_flag(v, "yes", true);
	view_int(v, "zero", 0);
	view_text(v, "empty", "");
	CHECK(!find("none") && !view_true(&got));
	CHECK(find("epoch") && view_true(&got));
	CHECK(find("no") && !view_true(&got));
	CHECK(find("yes") && view_true(&got));
	CHECK(find("zero") && !view_true(&got));
	CHECK(find("empty") && !view_true(&got));
}

int
main(void)
{
	a = arena_new();
	RUN(what_was_put_in_comes_out);
	RUN(the_last_word_counts);
	RUN(lists_keep_their_order);
	RUN(parts_are_reached_by_dots);
	RUN(truth_is_what_a_page_shows);
	arena_free(a);
	return DONE;
}
