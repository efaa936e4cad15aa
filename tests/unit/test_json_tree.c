/* SPDX-License-Identifier: MIT */
/* JSON of any shape: read with every digit, written so that it reads back. */
#include <stdlib.h>

#include "base/count.h"
#include "base/json_out.h"
#include "base/json_tree.h"
#include "check.h"

static struct arena *a;

static struct json_tree *
tree(const char *text, const char **why)
{
	*why = "";
	return json_tree_read(a, text, strlen(text), why);
}

static const char *
why_not(const char *text)
{
	const char *why;

	return tree(text, &why) != NULL ? "it is JSON" : why;
}

static void
write_tree(struct json_out *o, const struct json_tree *t)
{
	const struct json_tree *m;

	if (t->name != NULL)
		json_out_name(o, t->name);
	switch (t->kind) {
	case JSON_TREE_NULL:
		json_out_null(o);
		break;
	case JSON_TREE_FALSE:
	case JSON_TREE_TRUE:
		json_out_flag(o, t->kind == JSON_TREE_TRUE);
		break;
	case JSON_TREE_NUMBER:
		json_out_number(o, t->text);
		break;
	case JSON_TREE_TEXT:
		json_out_textn(o, t->text, t->len);
		break;
	default:
		json_out_open(o, t->kind == JSON_TREE_LIST ? '[' : '{');
		for (m = t->first; m != NULL; m = m->next)
			write_tree(o, m);
		json_out_close(o, t->kind == JSON_TREE_LIST ? ']' : '}');
	}
}

/* Read and written again. */
static const char *
again(const char *text)
{
	struct buf b = { 0 };
	struct json_out o = { &b, false, false };
	const char *why, *copy;
	struct json_tree *t = tree(text, &why);

	if (t == NULL)
		return why;
	write_tree(&o, t);
	copy = arena_textn(a, b.data, b.len);
	buf_free(&b);
	return copy;
}

static void
what_is_read_can_be_written_again(void)
{
	static const char *const same[] = {
		"null", "true", "[]", "{}", "[[],{},[{}]]", "-0", "0.10",
		"12345678901234567890123456789012.34", "1E+400", "\"\"",
		"[1,2,[3,{\"a\":null,\"b\":[true,false]}]]",
		"{\"a\\\"\\\\\\n\\r\\t\\u0001é東😀\":\"x\"}",
		"\"a\\u0000b\""
	};
	size_t i;

	for (i = 0; i < COUNT(same); i++)
		CHECK_TEXT(again(same[i]), same[i]);
	CHECK_TEXT(again(" { \"a\" : [ 1 , \"\\u00e9\\ud83d\\ude00\\/\" ]\n}"),
	    "{\"a\":[1,\"é😀/\"]}");
}

static void
members_are_found_by_name(void)
{
	const char *why;
	struct json_tree *t = tree("{\"a\":1,\"b\":{},\"a\":2}", &why);

	CHECK(t->n == 3);
	CHECK_TEXT(json_tree_member(t, "a")->text, "2");
	CHECK(json_tree_member(t, "b")->kind == JSON_TREE_OBJECT);
	CHECK(json_tree_member(t, "c") == NULL);
	CHECK(json_tree_member(t->first, "c") == NULL);
	CHECK(json_tree_member(NULL, "c") == NULL);
	t = tree("{\"yes\":true,\"no\":false,\"s\":\"true\"}", &why);
	CHECK(json_tree_true(t, "yes") && !json_tree_true(t, "no"));
	CHECK(!json_tree_true(t, "s") && !json_tree_true(t, "c"));
}

static void
what_is_no_json_is_told_with_its_place(void)
{
	static const char *const bad[] = {
		"", " ", "nul", "[1,]", "{,}", "{\"a\"}", "{a:1}", "01", "1.",
		".5", "+1", "1e", "-", "'a'", "\"a", "\"\\x\"", "\"\\u12\"",
		"\"\\ud800\"", "\"\\udc00\"", "\"\\ud800\\u0041\"", "\"\n\"",
		"\"\xff\"", "\"\xc0\x80\"", "\"\xed\xa0\x80\"", "[", "{",
		"[1 2]", "{\"a\":1 \"b\":2}", "1 2", "NaN", "\"\xe2\x82"
	};
	size_t i;

	for (i = 0; i < COUNT(bad); i++)
		CHECK(strncmp(why_not(bad[i]), "This is no JSON: line ",
		    22) == 0);
	CHECK_TEXT(why_not("[1,\n 2 3]"), "This is no JSON: line 2, column 4: "
	    "a comma or ] is wanted here.");
	CHECK_TEXT(why_not("{\"a\":tru}"), "This is no JSON: line 1, column "
	    "6: a value is wanted here.");
}

static void
deep_nesting_is_refused(void)
{
	struct buf b = { 0 };
	const char *why = NULL;
	int i;

	for (i = 0; i < 100000; i++)
		buf_char(&b, '[');
	CHECK(json_tree_read(a, b.data, b.len, &why) == NULL);
	CHECK(why != NULL && strstr(why, "too deeply") != NULL);
	buf_free(&b);
	CHECK_TEXT(again("[[[[[[[[[[]]]]]]]]]]"), "[[[[[[[[[[]]]]]]]]]]");
}

static void
what_is_no_utf8_is_replaced(void)
{
	struct buf b = { 0 };
	struct json_out o = { &b, false, false };

	json_out_text(&o, "a\xff\xe2\x82z");
	CHECK_TEXT(b.data, "\"a\xef\xbf\xbd\xef\xbf\xbd\xef\xbf\xbdz\"");
	buf_free(&b);
}

int
main(void)
{
	a = arena_new();
	RUN(what_is_read_can_be_written_again);
	RUN(members_are_found_by_name);
	RUN(what_is_no_json_is_told_with_its_place);
	RUN(deep_nesting_is_refused);
	RUN(what_is_no_utf8_is_replaced);
	arena_free(a);
	return DONE;
}
