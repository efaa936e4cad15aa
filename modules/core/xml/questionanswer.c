/* SPDX-License-Identifier: MIT */
#include "xml/questionanswer.h"

#include <stdlib.h>
#include <string.h>

#include "xml/fhircheck.h"
#include "xml/questionknown.h"

#define POINTS_MAX 1000

static const struct reader_node *
child(const struct reader_node *n, const char *name)
{
	return n == NULL ? NULL : reader_child(n, FHIRCHECK_NS, name);
}

static const struct reader_node *
after(const struct reader_node *n, const char *name)
{
	return reader_after(n, FHIRCHECK_NS, name);
}

/* The points that an extension gives an answer, whole ones. */
static bool
weigh(struct questionitem_all *q, const struct reader_node *n,
    struct questionanswer *x)
{
	const struct reader_node *e;
	const char *url, *text;
	char *end;
	double points;

	for (e = child(n, "extension"); e != NULL; e = after(e, "extension")) {
		url = reader_given(e, "url");
		if (strstr(url, "/ordinalValue") == NULL &&
		    strstr(url, "/itemWeight") == NULL)
			continue;
		text = questionitem_value(e, "valueDecimal");
		points = strtod(text, &end);
		if (end != text && points >= -POINTS_MAX &&
		    points <= POINTS_MAX && points == (int)points) {
			x->scored = true;
			x->points = (int)points;
			return true;
		}
		questionitem_tell(q, e, "“%s” points are not whole ones; they "
		    "do not count.", text);
	}
	return false;
}

/* A code of a choice that the others do not have. */
static const char *
own_code(struct questionitem_all *q, const struct questionanswer *list,
    const char *words)
{
	struct questionitem_all own = { .arena = q->arena };
	struct questionitem_codes *c;

	for (; list != NULL; list = list->next) {
		c = arena_alloc(q->arena, sizeof(*c));
		c->code = list->ours;
		c->next = own.codes;
		own.codes = c;
	}
	return questionitem_code(&own, words);
}

struct listing {
	struct questionitem_all *q;
	struct questionanswer *first, **tail;
};

static struct questionanswer *
add(struct listing *l, const char *system, const char *code)
{
	struct questionanswer *x = arena_alloc(l->q->arena, sizeof(*x));

	x->system = system;
	x->code = code;
	x->ours = own_code(l->q, l->first, code);
	*l->tail = x;
	l->tail = &x->next;
	return x;
}

/* code, display; of a value set or a coding. */
static void
add_coding(struct listing *l, const struct reader_node *n, const char *system)
{
	struct questionanswer *x = add(l, system, questionitem_value(n,
	    "code"));

	questionitem_texts(l->q, n, "display", &x->label);
	if (x->label.text[0] == NULL)
		x->label.text[0] = x->code;
	weigh(l->q, n, x);
}

static void
add_option(struct listing *l, const struct reader_node *option)
{
	static const char *const plain[] = { "valueString", "valueInteger",
	    "valueDate", "valueTime" };
	const struct reader_node *c = child(option, "valueCoding");
	struct questionanswer *x;
	const char *text;
	size_t i;

	if (c != NULL) {
		add_coding(l, c, questionitem_value(c, "system"));
		for (x = l->first; x->next != NULL;)
			x = x->next;
		weigh(l->q, option, x);
		return;
	}
	for (i = 0; i < sizeof(plain) / sizeof(*plain); i++) {
		text = questionitem_value(option, plain[i]);
		if (*text == '\0')
			continue;
		x = add(l, "", text);
		x->code = "";
		questionitem_texts(l->q, option, plain[i], &x->label);
		weigh(l->q, option, x);
		return;
	}
	questionitem_tell(l->q, option, "An answer of this kind cannot be "
	    "chosen in a form.");
}

/* A value set that stands in the file, as far as it lists its codes. */
static void
add_contained(struct listing *l, const char *id)
{
	const struct reader_node *c, *v, *inc, *con;

	for (c = child(l->q->root, "contained"); c != NULL;
	    c = after(c, "contained")) {
		v = child(c, "ValueSet");
		if (v == NULL || strcmp(questionitem_value(v, "id"), id) != 0)
			continue;
		inc = child(child(v, "compose"), "include");
		for (; inc != NULL; inc = after(inc, "include"))
			for (con = child(inc, "concept"); con != NULL;
			    con = after(con, "concept"))
				add_coding(l, con, questionitem_value(inc,
				    "system"));
		if (l->first != NULL)
			return;
		con = child(child(v, "expansion"), "contains");
		for (; con != NULL; con = after(con, "contains"))
			add_coding(l, con, questionitem_value(con, "system"));
		return;
	}
}

static void
add_known(struct listing *l, const struct questionknown_set *set)
{
	const struct questionknown_answer *k;
	struct questionanswer *x;

	for (k = set == NULL ? NULL : set->answers; k != NULL &&
	    k->code != NULL; k++) {
		x = add(l, set->system, k->code);
		x->label = k->label;
		x->scored = set->scored;
		x->points = k->points;
	}
}

struct questionanswer *
questionanswer_list(struct questionitem_all *q, const struct reader_node *item)
{
	struct listing l = { .q = q, .tail = &l.first };
	const char *set = questionitem_value(item, "answerValueSet");
	const struct reader_node *o;

	for (o = child(item, "answerOption"); o != NULL;
	    o = after(o, "answerOption"))
		add_option(&l, o);
	if (*set == '#')
		add_contained(&l, set + 1);
	else if (*set != '\0')
		add_known(&l, questionknown_set(set));
	return l.first;
}

const struct questionanswer *
questionanswer_find(const struct questionanswer *x, const char *system,
    const char *code)
{
	for (; x != NULL; x = x->next)
		if (strcmp(x->code, code) == 0 && (*system == '\0' ||
		    strcmp(x->system, system) == 0))
			return x;
	return NULL;
}
