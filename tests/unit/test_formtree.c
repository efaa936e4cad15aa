/* SPDX-License-Identifier: MIT */
/* A form as a tree that is changed: what is written is what was read. */
#include <stdlib.h>

#include "base/count.h"
#include "check.h"
#include "../dice.h"
#include "base/arena.h"
#include "base/file.h"
#include "text/message.h"
#include "xml/formtree.h"
#include "xml/xml_form.h"

static struct arena *a;
static struct reader_fault *faults;

static struct reader_node *
tree(const char *text)
{
	struct reader_node *root;

	faults = NULL;
	root = reader_tree(a, "form.xml", text, strlen(text), NULL, &faults);
	CHECK(root != NULL && faults == NULL);
	return root;
}

static const char *
label(const struct label *l)
{
	const char *all = "";
	int i;

	for (i = 0; i < LANGUAGES; i++)
		all = arena_printf(a, "%s|%s", all, l->text[i] == NULL ? "-" :
		    l->text[i]);
	return all;
}

static const char *
or_none(const char *s)
{
	return s == NULL ? "(none)" : s;
}

static const char *
question(const struct type_form_question *q)
{
	const struct type_field *f = &q->field;
	const struct type_form_points *p = q->points;
	const struct term *t;
	const char *all = arena_printf(a, "%s %d%d%d%d %d %d %lld %lld %s %zu "
	    "%d %s %s %s\n", f->code, f->kind, q->many, q->scored,
	    f->required, f->decimals, f->bounded, (long long)f->least,
	    (long long)f->most, f->currency, f->max, q->ticked,
	    or_none(q->when), label(&f->label), label(&f->help));

	for (t = f->choices; t != NULL; t = t->next, p = p->next)
		all = arena_printf(a, "%s  %s %d %s\n", all, t->code,
		    p->points, label(&t->label));
	return all;
}

/* All that a form says, but the lines of its file. */
static const char *
told(const struct type_form *f)
{
	const struct type_form_question *q;
	const struct type_form_section *s;
	const struct type_form_band *b;
	const char *all = arena_printf(a, "%s %s %s %d %s\n", f->code,
	    label(&f->label), label(&f->help), f->scored, or_none(f->score));

	for (s = f->sections; s != NULL; s = s->next) {
		all = arena_printf(a, "%s%s %s %s %s %s\n", all, s->code,
		    label(&s->label), label(&s->help), or_none(s->when),
		    s->rows == NULL ? "" : arena_printf(a, "%d %d %s",
		    s->rows->least, s->rows->most, label(&s->rows->label)));
		for (q = s->questions; q != NULL; q = q->next)
			all = arena_printf(a, "%s%s", all, question(q));
	}
	for (b = f->bands; b != NULL; b = b->next)
		all = arena_printf(a, "%s%s %lld %s\n", all, b->code,
		    (long long)b->from, label(&b->label));
	return all;
}

static const char *
read_told(const char *text)
{
	struct type_form *f;

	faults = NULL;
	f = xml_form_draft(a, "forms/form.xml", tree(text), &faults);
	return f == NULL ? "" : told(f);
}

static const char *
shipped(const char *type, const char *form)
{
	const char *top = getenv("top_srcdir");

	return file_text(a, arena_printf(a, "%s/etc/casetypes/%s/forms/%s.xml",
	    top == NULL ? ".." : top, type, form));
}

static void
comes_back(const char *text)
{
	const char *once = formtree_write(a, tree(text));

	CHECK_TEXT(read_told(once), read_told(text));
	CHECK_TEXT(formtree_write(a, tree(once)), once);
}

static void
the_shipped_forms_come_back_as_they_were(void)
{
	const char *text = shipped("complaint", "interview");

	comes_back(text);
	comes_back(shipped("insurance-claim", "indicators"));
	faults = NULL;
	text = formtree_write(a, tree(text));
	CHECK(xml_form_read(a, "interview.xml", "forms/interview.xml", text,
	    strlen(text), NULL, &faults) != NULL && faults == NULL);
}

static const char *const odd[] = { "plain", "<&>\"'", "a\nb", " x  y ", "é日",
    "]]>", "\tz", "1 < 2 and \"a\" != \"b\"", "&amp;" };
#define ODD ((int)COUNT(odd))

static struct label
words(void)
{
	struct label l = { { NULL } };
	int i;

	for (i = 0; i < LANGUAGES; i++)
		if (i == 0 || dice(3) > 0)
			l.text[i] = odd[dice(ODD)];
	return l;
}

static void
say(struct reader_node *n, const char *child)
{
	struct label l = words();

	formtree_say(a, n, child, &l);
}

static const char *
number(int below)
{
	return arena_printf(a, "%d", dice(below));
}

static void
any_question(struct reader_node *s, int no)
{
	static const char *const kinds[] = { "text", "lines", "number",
	    "money", "date", "choice", "choices", "person", "flag" };
	struct reader_node *q = formtree_add(a, s, "question",
	    arena_printf(a, "q%d", no)), *c;
	int i, kind = dice(9);

	formtree_set(a, q, "kind", kinds[kind]);
	formtree_set(a, q, "required", dice(2) == 0 ? "yes" : "");
	if (kind == 3)
		formtree_set(a, q, "currency", "EUR");
	if (kind == 2 && dice(2) == 0) {
		formtree_set(a, q, "least", "-1");
		formtree_set(a, q, "most", number(9));
	}
	if (kind == 8)
		formtree_set(a, q, "points", number(9));
	if (dice(2) == 0)
		formtree_express(a, q, "when", odd[dice(ODD)]);
	for (i = 0; (kind == 5 || kind == 6) && i <= dice(4); i++) {
		c = formtree_add(a, q, "choice", arena_printf(a, "c%d", i));
		formtree_set(a, c, "points", number(9));
		say(c, NULL);
	}
	if (dice(2) == 0)
		say(q, "help");
	say(q, NULL);
}

/* In whatever order its parts are said, they stand where they belong. */
static struct reader_node *
any_form(void)
{
	struct reader_node *root = arena_alloc(a, sizeof(*root)), *s;
	int i, k, sections = 1 + dice(4);

	root->ns = "";
	root->name = "form";
	formtree_set(a, root, "code", "form");
	for (i = 0; i < dice(4); i++) {
		s = formtree_add(a, root, "band", arena_printf(a, "b%d", i));
		formtree_set(a, s, "from", number(100));
		say(s, NULL);
	}
	for (i = 0; i < sections; i++) {
		s = formtree_add(a, root, "section", arena_printf(a, "s%d",
		    i));
		for (k = 0; k < dice(5); k++)
			any_question(s, i * 10 + k);
		if (dice(3) == 0) {
			formtree_set(a, s, "repeats", "yes");
			say(s, "one");
		}
		if (dice(3) == 0)
			formtree_express(a, s, "when", odd[dice(ODD)]);
		say(s, "help");
		say(s, "name");
	}
	formtree_express(a, root, "score", dice(2) == 0 ? "points * 2" : "");
	say(root, "name");
	formtree_order(root);
	return root;
}

static void
every_form_comes_back_as_it_was(void)
{
	int i;

	for (i = 0; i < 200; i++)
		comes_back(formtree_write(a, any_form()));
}

/* Codes of the parts in their order. */
static const char *
order(const struct reader_node *root)
{
	const struct reader_node *s, *q;
	const char *all = "";

	for (s = reader_child(root, "", "section"); s != NULL;
	    s = reader_after(s, "", "section")) {
		all = arena_printf(a, "%s%s(", all, reader_attr(s, "code"));
		for (q = reader_child(s, "", "question"); q != NULL;
		    q = reader_after(q, "", "question"))
			all = arena_printf(a, "%s %s", all, reader_attr(q,
			    "code"));
		all = arena_printf(a, "%s )", all);
	}
	return all;
}

#define EN(word) "<label xml:lang=\"en\">" word "</label>"
#define SMALL								\
	"<form code=\"form\"><name>" EN("F") "</name>\n"		\
	"<section code=\"a\">\n<name>" EN("A") "</name>\n"		\
	"<question code=\"x\" kind=\"text\">" EN("X")			\
	"\n<when>1\n= 1</when>\n</question>\n"				\
	"<question code=\"y\" kind=\"choice\">" EN("Y")			\
	"\n<choice code=\"c\">" EN("C") "</choice></question></section>\n" \
	"<section code=\"b\"><name>" EN("B") "</name>\n"		\
	"<question code=\"z\" kind=\"flag\">" EN("Z")			\
	"</question></section>\n<score>points</score></form>"

static void
what_moves_stands_at_its_new_place(void)
{
	struct reader_node *root = tree(SMALL);
	struct reader_node *y = formtree_part(a, root, "question-y");

	CHECK_TEXT(order(root), "a( x y )b( z )");
	CHECK(formtree_move(y, false));
	CHECK_TEXT(order(root), "a( x )b( y z )");
	CHECK(formtree_move(y, false));
	CHECK_TEXT(order(root), "a( x )b( z y )");
	CHECK(!formtree_move(y, false));
	CHECK(formtree_move(y, true) && formtree_move(y, true));
	CHECK_TEXT(order(root), "a( x y )b( z )");
	CHECK(formtree_move(formtree_part(a, root, "section-b"), true));
	CHECK_TEXT(order(root), "b( z )a( x y )");
	CHECK(!formtree_move(formtree_part(a, root, "section-b"), true));
	CHECK(!formtree_move(root, true));
	CHECK(!formtree_move(formtree_part(a, root, "choice-y-c"), true));
	formtree_remove(formtree_part(a, root, "question-x"));
	CHECK_TEXT(order(root), "b( z )a( y )");
	CHECK(formtree_part(a, root, "question-x") == NULL);
}

/* Any way up is the way down again. */
static void
a_move_is_taken_back_by_its_opposite(void)
{
	struct reader_node *root;
	const char *was;
	int i, n;

	for (i = 0; i < 100; i++) {
		struct reader_node *q;

		root = any_form();
		q = formtree_part(a, root, arena_printf(a, "question-q%d",
		    dice(4) * 10 + dice(4)));
		was = order(root);
		if (q == NULL)
			continue;
		n = dice(2);
		if (formtree_move(q, n == 0))
			CHECK(formtree_move(q, n != 0));
		CHECK_TEXT(order(root), was);
	}
}

static void
a_line_leads_to_its_part(void)
{
	const struct reader_node *root = tree(SMALL);
	const char *element;

	CHECK_TEXT(formtree_at(a, root, 1, &element), "form");
	CHECK_TEXT(formtree_at(a, root, 2, &element), "section-a");
	CHECK_TEXT(formtree_at(a, root, 6, &element), "question-x");
	CHECK_TEXT(element, "when");
	CHECK_TEXT(formtree_at(a, root, 9, &element), "choice-y-c");
	CHECK_TEXT(formtree_at(a, root, 11, &element), "question-z");
	CHECK_TEXT(formtree_at(a, root, 12, &element), "form");
	CHECK_TEXT(element, "score");
}

static void
a_draft_needs_english_alone(void)
{
	struct type_form *f;

	faults = NULL;
	f = xml_form_draft(a, "forms/form.xml", tree(SMALL), &faults);
	CHECK(f != NULL && faults == NULL);
	CHECK(xml_form_read(a, "form.xml", "forms/form.xml", SMALL,
	    strlen(SMALL), NULL, &faults) == NULL);
	CHECK(faults != NULL);
	f = xml_form_draft(a, "forms/form.xml", tree("<form code=\"form\">"
	    "<name><label xml:lang=\"de\">F</label></name></form>"), &faults);
	CHECK(f != NULL && faults != NULL);
}

int
main(void)
{
	a = arena_new();
	dice_seed = 7;
	RUN(the_shipped_forms_come_back_as_they_were);
	RUN(every_form_comes_back_as_it_was);
	RUN(what_moves_stands_at_its_new_place);
	RUN(a_move_is_taken_back_by_its_opposite);
	RUN(a_line_leads_to_its_part);
	RUN(a_draft_needs_english_alone);
	arena_free(a);
	return DONE;
}
