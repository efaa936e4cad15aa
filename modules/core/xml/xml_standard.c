/* SPDX-License-Identifier: MIT */
/* Reads a standard care plan of a case type. */
#include "xml/xml_standard.h"

#include <stdlib.h>
#include <string.h>

#include "text/number.h"
#include "text/recur.h"
#include "xml/typeword.h"

/* One with its code and label, to the end of a list; codes are their own in
 * each list. */
#define READ_HEAD(r, x, n, list) do {					\
	(x)->line = (n)->line;						\
	(x)->code = typeword_code(r, n, NULL);				\
	typeword_label(r, n, &(x)->label);				\
	for (o = (list); o != NULL; o = o->next)			\
		if (strcmp(o->code, (x)->code) == 0)			\
			typeword_fault(r, (n)->line, "There are two <%s> " \
			    "with the code “%s”.", (n)->name, (x)->code); \
} while (0)

bool
xml_standard_is(const char *name)
{
	size_t n = strlen(name), folder = strlen(XML_STANDARD_FOLDER);

	return n > folder + 4 && n <= folder + 35 &&
	    strncmp(name, XML_STANDARD_FOLDER, folder) == 0 &&
	    strcmp(name + n - 4, ".xml") == 0 && strspn(name + folder,
	    "abcdefghijklmnopqrstuvwxyz0123456789_") == n - folder - 4;
}

static void
read_help(struct typeword *r, const struct reader_node *n, struct label *out)
{
	const struct reader_node *c = reader_child(n, "", "help");

	if (c != NULL)
		typeword_label(r, c, out);
}

static int
whole(const struct reader_node *n, const char *name)
{
	return (int)strtol(reader_given(n, name), NULL, 10);
}

static void
read_problems(struct typeword *r, const struct reader_node *root,
    struct standard *out)
{
	struct standard_problem *first = NULL, **tail = &first, *x, *o;
	const struct reader_node *n;

	for (n = reader_child(root, "", "problem"); n != NULL;
	    n = reader_after(n, "", "problem")) {
		x = arena_alloc(r->arena, sizeof(*x));
		READ_HEAD(r, x, n, first);
		x->system = reader_given(n, "system");
		x->value = reader_given(n, "value");
		*tail = x;
		tail = &x->next;
	}
	out->problems = first;
}

static int64_t
number(struct typeword *r, const struct reader_node *n, const char *name,
    int decimals)
{
	const char *text = reader_given(n, name);
	int64_t value = 0;

	if (text[0] != '\0' && !number_plain_parse(text, decimals, &value))
		typeword_fault(r, n->line, "“%s” is no number with at most %d "
		    "decimals.", text, decimals);
	return value;
}

static void
read_measure(struct typeword *r, const struct reader_node *n,
    struct standard_goal *x)
{
	static const char *const measures[] = { GOAL_MEASURES, NULL };
	const struct reader_node *c = reader_child(n, "", "unit");
	int i = reader_place(measures, reader_given(n, "measure"));

	x->measure = i < 0 ? GOAL_YESNO : (enum goal_measure)i;
	if (c != NULL)
		typeword_label(r, c, &x->unit);
	if (x->measure != GOAL_NUMBER) {
		if (c != NULL)
			typeword_fault(r, c->line, "Only a number has a "
			    "unit.");
		return;
	}
	x->decimals = whole(n, "decimals");
	x->start = number(r, n, "from", x->decimals);
	x->target = number(r, n, "target", x->decimals);
	if (x->start == x->target)
		typeword_fault(r, n->line, "The target of the goal “%s” is "
		    "where it begins.", x->code);
}

static void
read_goals(struct typeword *r, const struct reader_node *root,
    struct standard *out)
{
	struct standard_goal *first = NULL, **tail = &first, *x, *o;
	const struct standard_problem *p;
	const struct reader_node *n;

	for (n = reader_child(root, "", "goal"); n != NULL;
	    n = reader_after(n, "", "goal")) {
		x = arena_alloc(r->arena, sizeof(*x));
		READ_HEAD(r, x, n, first);
		read_help(r, n, &x->help);
		read_measure(r, n, x);
		x->days = whole(n, "days");
		x->problem = reader_given(n, "problem");
		for (p = out->problems; p != NULL &&
		    strcmp(p->code, x->problem) != 0;)
			p = p->next;
		if (p == NULL && x->problem[0] != '\0')
			typeword_fault(r, n->line, "There is no <problem> "
			    "with the code “%s”.", x->problem);
		*tail = x;
		tail = &x->next;
	}
	out->goals = first;
}

/* What an activity or service is for. */
static const char *
goal_of(struct typeword *r, const struct reader_node *n,
    const struct standard *s)
{
	const char *code = reader_given(n, "goal");
	const struct standard_goal *g = s->goals;

	while (g != NULL && strcmp(g->code, code) != 0)
		g = g->next;
	if (g == NULL && code[0] != '\0')
		typeword_fault(r, n->line, "There is no <goal> with the code "
		    "“%s”.", code);
	return code;
}

static void
read_activities(struct typeword *r, const struct reader_node *root,
    struct standard *out)
{
	struct standard_activity *first = NULL, **tail = &first, *x, *o;
	const struct reader_node *n;

	for (n = reader_child(root, "", "activity"); n != NULL;
	    n = reader_after(n, "", "activity")) {
		x = arena_alloc(r->arena, sizeof(*x));
		READ_HEAD(r, x, n, first);
		read_help(r, n, &x->help);
		x->goal = goal_of(r, n, out);
		x->role = reader_given(n, "role");
		x->item = reader_given(n, "item");
		x->days = whole(n, "days");
		*tail = x;
		tail = &x->next;
	}
	out->activities = first;
}

static void
check_service(struct typeword *r, const struct standard_service *x)
{
	struct recur e;

	if (!recur_parse(x->every, x->times, &e))
		typeword_fault(r, x->line, "“%s” cannot come %d times in "
		    "every=\"%s\"; write P1W, P14D or P3M, and once a day at "
		    "the most.", x->code, x->times, x->every);
	if (x->until != 0 && x->until < x->from)
		typeword_fault(r, x->line, "“%s” ends before it begins.",
		    x->code);
}

/* <service> and, from the discharge on, <followup>. */
static void
read_services(struct typeword *r, const struct reader_node *root,
    struct standard *out)
{
	struct standard_service *first = NULL, **tail = &first, *x, *o;
	const struct reader_node *n;

	for (n = reader_child(root, NULL, NULL); n != NULL;
	    n = reader_after(n, NULL, NULL)) {
		if (!reader_is(n, "", "service") &&
		    !reader_is(n, "", "followup"))
			continue;
		x = arena_alloc(r->arena, sizeof(*x));
		READ_HEAD(r, x, n, first);
		read_help(r, n, &x->help);
		x->aftercare = reader_is(n, "", "followup");
		x->goal = goal_of(r, n, out);
		x->role = reader_given(n, "role");
		x->every = reader_given(n, "every");
		x->times = reader_attr(n, "times") == NULL ? 1 :
		    whole(n, "times");
		x->from = whole(n, x->aftercare ? "after" : "from");
		x->until = whole(n, "until");
		check_service(r, x);
		*tail = x;
		tail = &x->next;
	}
	out->services = first;
}

struct standard *
xml_standard_read(struct arena *a, const char *file, const char *name,
    const char *bytes, size_t len, const char *schema,
    struct reader_fault **faults)
{
	struct reader_fault *own = NULL, **tail = faults;
	struct typeword r = { .arena = a, .file = file, .faults = &own };
	const struct reader_node *root, *c;
	struct standard *out = NULL;

	root = reader_tree(a, file, bytes, len, schema, &own);
	if (root != NULL) {
		out = arena_alloc(a, sizeof(*out));
		out->file = name;
		out->code = typeword_code(&r, root, NULL);
		if (strcmp(arena_printf(a, XML_STANDARD_FOLDER "%s.xml",
		    out->code), name) != 0)
			typeword_fault(&r, root->line, "The standard plan "
			    "“%s” is to be in careplans/%s.xml.", out->code,
			    out->code);
		if ((c = reader_child(root, "", "name")) != NULL)
			typeword_label(&r, c, &out->label);
		read_help(&r, root, &out->help);
		read_problems(&r, root, out);
		read_goals(&r, root, out);
		read_activities(&r, root, out);
		read_services(&r, root, out);
	}
	while (*tail != NULL)
		tail = &(*tail)->next;
	*tail = own;
	return own == NULL ? out : NULL;
}
