/* SPDX-License-Identifier: MIT */
/* Why a decision came out: as data and as text. */
#include <stdlib.h>

#include "base/json_tree.h"
#include "check.h"
#include "rules/dmn/dmn_why.h"
#include "rules/feel/feel_json.h"
#include "text/unicode.h"
#include "xml/xml_dmn.h"

static struct arena *a;
static struct dmn *dmn;

static void
read_model(void)
{
	const char *top = getenv("top_srcdir");
	struct dmn_fault *faults = NULL;
	struct dmn_model *m;

	m = xml_dmn_file(a, arena_printf(a,
	    "%s/tests/data/dmn/compensation.dmn", top == NULL ? ".." : top),
	    &faults);
	dmn = m == NULL ? NULL : dmn_compile(a, m, NULL, &faults);
	if (dmn == NULL || faults != NULL)
		printf("Bail out! %s\n", faults == NULL ? "no model" :
		    faults->text);
}

/* The derivation of a decision by inputs in JSON. */
static struct dmn_step *
why(const char *decision, const char *json)
{
	const struct dmn_element *e = dmn_find(dmn, decision);
	struct feel_value given;
	struct dmn_step *step = NULL;
	struct feel_eval ev;
	const char *reason;
	struct json_tree *t = json_tree_read(a, json, strlen(json), &reason);
	bool errors;

	if (t == NULL || !feel_json_read(a, "", t, NULL, &given, &reason))
		return NULL;
	feel_eval_start(&ev, a, 1790000000, "UTC");
	dmn_decide(dmn, &ev, e, given, &errors, &step);
	return step;
}

static const char *
text_of(const struct dmn_step *s)
{
	struct buf b = { 0 };
	const char *copy;

	dmn_why_text(a, &b, s);
	copy = arena_textn(a, b.data, b.len);
	buf_free(&b);
	return copy;
}

static const struct json_tree *
json_of(const struct dmn_step *s)
{
	struct buf b = { 0 };
	struct json_out o = { .to = &b };
	const struct json_tree *t;
	const char *reason = "";

	dmn_why_json(a, &o, s, NULL);
	t = json_tree_read(a, b.data, b.len, &reason);
	if (t == NULL)
		printf("# %s\n", reason);
	buf_free(&b);
	return t;
}

/* The member at a path of names and places: "table/rules/2/hit". */
static const struct json_tree *
at(const struct json_tree *t, const char *path)
{
	char *copy = arena_text(a, path), *word, *rest;
	size_t i;

	for (word = strtok_r(copy, "/", &rest); t != NULL && word != NULL;
	    word = strtok_r(NULL, "/", &rest)) {
		if (t->kind == JSON_TREE_OBJECT) {
			t = json_tree_member(t, word);
			continue;
		}
		for (i = strtoul(word, NULL, 10), t = t->first;
		    i > 0 && t != NULL; i--)
			t = t->next;
	}
	return t;
}

static const char *
text_at(const struct json_tree *t, const char *path)
{
	const struct json_tree *m = at(t, path);

	return m == NULL ? "nothing" : m->kind == JSON_TREE_TRUE ? "true" :
	    m->kind == JSON_TREE_FALSE ? "false" :
	    m->kind == JSON_TREE_NULL ? "null" : m->text;
}

static void
a_text_tells_rules_cells_and_what_was_used(void)
{
	CHECK_TEXT(text_of(why("Compensation",
	    "{\"Kind\":\"damage\",\"Amount\":8250.05}")),
	    "Compensation = 5362.53\n"
	    "  as round half up(Amount * Rate, 2)\n"
	    "  Amount = 8250.05\n"
	    "  Rate = 0.65\n"
	    "    table of 4 rules, FIRST: rule 3\n"
	    "    Kind of loss = \"damage\"\n"
	    "    Amount = 8250.05\n"
	    "      rule    Kind of loss    Amount   →  Rate\n"
	    "         1  ✗ \"injury\"      ✓ -        →  1\n"
	    "         2  ✓ \"damage\"      ✗ < 5000   →  0.8\n"
	    "    ▸    3  ✓ \"damage\"      ✓ >= 5000  →  0.65\n"
	    "         4  ✗ \"delay\"       ✓ -        →  0.125\n");
}

static void
the_data_holds_every_cell_and_value(void)
{
	const struct json_tree *t = json_of(why("Compensation",
	    "{\"Kind\":\"damage\",\"Amount\":8250.05}"));

	CHECK_TEXT(text_at(t, "decision"), "Compensation");
	CHECK_TEXT(text_at(t, "kind"), "decision");
	CHECK_TEXT(text_at(t, "model"), "Compensation");
	CHECK_TEXT(text_at(t, "value"), "5362.53");
	CHECK_TEXT(text_at(t, "expression"),
	    "round half up(Amount * Rate, 2)");
	t = at(t, "used/1");
	CHECK_TEXT(text_at(t, "decision"), "Rate");
	CHECK_TEXT(text_at(t, "table/policy"), "FIRST");
	CHECK_TEXT(text_at(t, "table/of"), "4");
	CHECK_TEXT(text_at(t, "table/inputs/0/name"), "Kind of loss");
	CHECK_TEXT(text_at(t, "table/inputs/1/value"), "8250.05");
	CHECK_TEXT(text_at(t, "table/outputs/0"), "Rate");
	CHECK_TEXT(text_at(t, "table/rules/1/hit"), "false");
	CHECK_TEXT(text_at(t, "table/rules/1/tests/0/held"), "true");
	CHECK_TEXT(text_at(t, "table/rules/1/tests/1/text"), "< 5000");
	CHECK_TEXT(text_at(t, "table/rules/1/tests/1/held"), "false");
	CHECK_TEXT(text_at(t, "table/rules/2/number"), "3");
	CHECK_TEXT(text_at(t, "table/rules/2/chosen"), "true");
	CHECK_TEXT(text_at(t, "table/rules/2/results/0/value"), "0.65");
	CHECK_TEXT(text_at(t, "table/rules/2/notes/0"), "Article 13");
	CHECK_TEXT(text_at(t, "used/0/kind"), "input");
	CHECK_TEXT(text_at(t, "used/0/value"), "damage");
}

static void
what_is_null_says_why(void)
{
	const struct json_tree *t = json_of(why("Compensation",
	    "{\"Kind\":\"damage\"}"));

	CHECK_TEXT(text_at(t, "value"), "null");
	CHECK(at(t, "because/0") != NULL);
	CHECK_TEXT(text_at(t, "used/1/decision"), "Rate");
	CHECK_TEXT(text_at(t, "used/1/value"), "null");
	CHECK(at(t, "used/1/because/0") != NULL);
}

int
main(void)
{
	unicode_start();
	a = arena_new();
	read_model();
	if (dmn == NULL)
		return 1;
	RUN(a_text_tells_rules_cells_and_what_was_used);
	RUN(the_data_holds_every_cell_and_value);
	RUN(what_is_null_says_why);
	arena_free(a);
	return DONE;
}
