/* SPDX-License-Identifier: MIT */
/* Values as JSON: by the type that is asked, and with every digit. */
#include <stdlib.h>

#include "base/count.h"
#include "check.h"
#include "rules/feel/feel_json.h"

static struct arena *a;

static const struct feel_type *
own(const char *name)
{
	return feel_type_own(name, strlen(name));
}

/* JSON read as a type, and as FEEL writes it; or why it is none. */
static const char *
as(const struct feel_type *type, const char *json)
{
	struct feel_value v;
	const char *why = "";
	struct json_tree *t = json_tree_read(a, json, strlen(json), &why);

	if (t == NULL || !feel_json_read(a, "x", t, type, &v, &why))
		return why;
	return arena_printf(a, "%s %s", feel_value_kind(v.kind),
	    feel_value_write(a, v));
}

static const char *
kind_of(const char *type, const char *json)
{
	return as(own(type), json);
}

static void
a_text_becomes_what_its_type_says(void)
{
	CHECK_TEXT(kind_of("string", "\"2026-11-24\""),
	    "string 2026-11-24");
	CHECK_TEXT(kind_of("Any", "\"2026-11-24\""), "string 2026-11-24");
	CHECK_TEXT(kind_of("date", "\"2026-11-24\""), "date 2026-11-24");
	CHECK_TEXT(kind_of("time", "\"10:20:30Z\""), "time 10:20:30Z");
	CHECK_TEXT(kind_of("date and time", "\"2026-11-24T10:20:30\""),
	    "date and time 2026-11-24T10:20:30");
	CHECK_TEXT(kind_of("days and time duration", "\"P1DT2H\""),
	    "days and time duration P1DT2H");
	CHECK_TEXT(kind_of("years and months duration", "\"P1Y2M\""),
	    "years and months duration P1Y2M");
	CHECK_TEXT(kind_of("date", "null"), "null null");
}

static void
what_does_not_fit_is_told(void)
{
	CHECK_TEXT(kind_of("date", "\"2026-13-24\""),
	    "x: “2026-13-24” is not a date.");
	CHECK_TEXT(kind_of("days and time duration", "\"P1Y\""),
	    "x: “P1Y” is not a days and time duration.");
	CHECK_TEXT(kind_of("number", "\"12\""), "x: “12” is not a number.");
	CHECK_TEXT(kind_of("string", "12"), "x: “12” is not a string.");
	CHECK_TEXT(kind_of("boolean", "{}"), "x: an object is not a boolean.");
	CHECK_TEXT(kind_of("number", "[1]"), "x: a list is not a number.");
	CHECK_TEXT(as(feel_type_list(a, own("number")), "[1,true]"),
	    "x[2]: true is not a number.");
}

static void
lists_and_contexts_are_read_by_their_parts(void)
{
	struct feel_member members[] = {
		{ { "born", 4 }, own("date") },
		{ { "rates", 5 }, feel_type_list(a, own("number")) }
	};
	struct feel_type person = { .kind = FEEL_TYPE_CONTEXT,
	    .members = members, .n = 2 };

	CHECK_TEXT(as(&person, "{\"born\":\"1970-01-02\",\"rates\":1.50,"
	    "\"more\":[\"a\",null]}"), "context {born: 1970-01-02, "
	    "rates: [1.5], more: [\"a\", null]}");
	CHECK_TEXT(as(&person, "{\"born\":7}"), "x.born: “7” is not a date.");
	CHECK_TEXT(as(&person, "{\"rates\":[1,\"2\"]}"),
	    "x.rates[2]: “2” is not a number.");
	CHECK_TEXT(as(NULL, "[1,[2,{\"a\":3}]]"), "list [1, [2, {a: 3}]]");
}

/* JSON to values of any type, and back. */
static const char *
back(const struct feel_type *type, const char *json)
{
	struct buf b = { 0 };
	struct json_out o = { &b, false, false };
	struct feel_value v;
	const char *why = "", *copy;
	struct json_tree *t = json_tree_read(a, json, strlen(json), &why);

	if (t == NULL || !feel_json_read(a, "x", t, type, &v, &why))
		return why;
	feel_json_write(a, &o, v);
	copy = arena_textn(a, b.data, b.len);
	buf_free(&b);
	return copy;
}

static void
no_digit_is_lost(void)
{
	static const char *const numbers[] = {
		"0", "-1.5", "0.1", "1234567890123456789012345678901234",
		"0.1234567890123456789012345678901234", "8250.05",
		"123456789012345678901234567890.1234"
	};
	size_t i;

	for (i = 0; i < COUNT(numbers); i++)
		CHECK_TEXT(back(NULL, numbers[i]), numbers[i]);
	CHECK_TEXT(back(NULL, "1.500e3"), "1500");
}

static void
all_values_come_back(void)
{
	CHECK_TEXT(back(NULL, "{\"a b\":[true,null,\"x\\\"y\",{}],\"c\":[]}"),
	    "{\"a b\":[true,null,\"x\\\"y\",{}],\"c\":[]}");
	CHECK_TEXT(back(own("date"), "\"2026-11-24\""), "\"2026-11-24\"");
	CHECK_TEXT(back(own("time"), "\"10:00:00@Europe/Paris\""),
	    "\"10:00:00@Europe/Paris\"");
	CHECK_TEXT(back(own("years and months duration"), "\"P14M\""),
	    "\"P1Y2M\"");
}

int
main(void)
{
	a = arena_new();
	RUN(a_text_becomes_what_its_type_says);
	RUN(what_does_not_fit_is_told);
	RUN(lists_and_contexts_are_read_by_their_parts);
	RUN(no_digit_is_lost);
	RUN(all_values_come_back);
	arena_free(a);
	return DONE;
}
