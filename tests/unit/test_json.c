/* SPDX-License-Identifier: MIT */
#include "base/json.h"
#include "check.h"

static void
pairs_come_back_in_their_order(void)
{
	struct arena *a = arena_new();
	struct json_pair why = { NULL, "", "why", "said \"so\"\n\t\\ é 東" };
	struct json_pair after = { &why, "after", "phase", "risk" };
	struct json_pair two = { &after, "before", "due", "" };
	struct json_pair one = { &two, "before", "phase", "planning" };
	struct json_pair *p;
	const char *text = json_write(a, &one);

	CHECK_TEXT(text, "{\"before\":{\"phase\":\"planning\",\"due\":\"\"},"
	    "\"after\":{\"phase\":\"risk\"},"
	    "\"why\":\"said \\\"so\\\"\\n\\t\\\\ é 東\"}");
	p = json_read(a, text);
	CHECK_TEXT(p->group, "");
	CHECK_TEXT(p->text, "said \"so\"\n\t\\ é 東");
	p = p->next;
	CHECK_TEXT(p->group, "before");
	CHECK_TEXT(p->name, "phase");
	p = p->next;
	CHECK_TEXT(p->name, "due");
	CHECK_TEXT(p->next->group, "after");
	CHECK(p->next->next == NULL);
	arena_free(a);
}

static void
what_is_no_json_of_ours_gives_nothing(void)
{
	struct json_pair bad = { NULL, "", "x", "\xff\xfe" };
	struct arena *a = arena_new();

	CHECK(json_write(a, &bad) == NULL);
	CHECK_TEXT(json_write(a, NULL), "{}");
	CHECK(json_read(a, "") == NULL);
	CHECK(json_read(a, "{\"a\":") == NULL);
	CHECK(json_read(a, "[1]") == NULL);
	CHECK(json_read(a, "{\"n\":1,\"o\":{\"p\":{\"q\":\"r\"}}}") == NULL);
	CHECK(json_read(a, "{\"a\":\"1\",\"a\":\"2\"}") == NULL);
	arena_free(a);
}

/* Bodies without unusual letters are read by hand. */
static void
a_plain_body_is_read_whole_or_not_at_all(void)
{
	static const char text[] = "{\"why\":\"a \\\"b\\\\ c\\nd é\","
	    "\"fact\":{\"x\":\"\",\"y\":\"z\"},\"last\":\"w\"}";
	struct arena *a = arena_new();
	const struct json_pair *p;
	size_t n;

	p = json_read(a, text);
	CHECK_TEXT(p->name, "why");
	CHECK_TEXT(p->text, "a \"b\\ c\nd é");
	CHECK_TEXT(p->next->name, "last");
	p = p->next->next;
	CHECK_TEXT(p->group, "fact");
	CHECK_TEXT(p->text, "");
	CHECK_TEXT(p->next->text, "z");
	CHECK(p->next->next == NULL);
	for (n = 0; n + 1 < sizeof(text) - 1; n++)
		CHECK(json_read(a, arena_textn(a, text, n)) == NULL);
	CHECK(json_read(a, "{\"a\":\"b\"} x") == NULL);
	CHECK(json_read(a, "{\"a\":\"b\",}") == NULL);
	CHECK(json_read(a, "{\"a\":{\"b\":\"1\",\"b\":\"2\"}}") == NULL);
	p = json_read(a, " { \"a\" : \"\\u00e9\" } ");
	CHECK_TEXT(p->text, "é");
	arena_free(a);
}

int
main(void)
{
	RUN(pairs_come_back_in_their_order);
	RUN(what_is_no_json_of_ours_gives_nothing);
	RUN(a_plain_body_is_read_whole_or_not_at_all);
	return DONE;
}
