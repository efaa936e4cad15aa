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

int
main(void)
{
	RUN(pairs_come_back_in_their_order);
	RUN(what_is_no_json_of_ours_gives_nothing);
	return DONE;
}
