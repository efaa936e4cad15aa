/* SPDX-License-Identifier: MIT */
/* Reads a care model: what fulfils model.rng, then what that cannot say. */
#include "xml/xml_rulepack.h"

#include <stdlib.h>
#include <string.h>

#include "xml/typerhythm.h"
#include "xml/typeword.h"

#define MOST 1000	/* cases, records; of a span, in its unit */

/* "14 days", "2 working days", "1 month"; false: it is none of these. */
static bool
span_of(const char *text, struct rulepack_span *out)
{
	static const struct {
		const char *one, *many;
	} units[] = { { " day", " days" }, { " working day",
	    " working days" }, { " month", " months" } };
	char *rest;
	long n = strtol(text, &rest, 10);
	size_t i;

	if (rest == text || n < 1 || n > MOST)
		return false;
	for (i = 0; i < sizeof(units) / sizeof(units[0]); i++)
		if (strcmp(rest, units[i].one) == 0 ||
		    strcmp(rest, units[i].many) == 0) {
			*out = (struct rulepack_span){ (int)n,
			    (enum rulepack_unit)i };
			return true;
		}
	return false;
}

static void
read_span(struct typeword *r, const struct reader_node *n, const char *name,
    struct rulepack_rule *x)
{
	const char *text = reader_given(n, name);

	if (!span_of(text, &x->span))
		typeword_fault(r, n->line, "%s=\"%s\" is no time; write "
		    "“14 days”, “2 working days” or “1 month”.", name, text);
}

static void
read_number(struct typeword *r, const struct reader_node *n,
    const char *name, struct rulepack_rule *x)
{
	const char *text = reader_attr(n, name);
	char *rest;
	long i = text == NULL ? 1 : strtol(text, &rest, 10);

	x->n = (int)i;
	if (text != NULL && (rest == text || *rest != '\0' || i < 1 ||
	    i > MOST))
		typeword_fault(r, n->line, "%s=\"%s\" is no number from 1 to "
		    "%d.", name, text, MOST);
}

/* "phase:planning" is one of "phase:", "plan" of "plan"; the code behind the
 * colon, NULL: the word is none of them. */
static const char *
word_in(const char *const *list, const char *text)
{
	size_t len;

	for (; *list != NULL; list++) {
		len = strlen(*list);
		if ((*list)[len - 1] != ':' ? strcmp(*list, text) == 0 :
		    strncmp(*list, text, len) == 0 && text[len] != '\0')
			return text + len;
	}
	return NULL;
}

/* What the type has to have for it. */
static void
check_code(struct typeword *r, const struct reader_node *n,
    const char *text, const char *code)
{
	const struct casetype *t = r->type;

	if (strncmp(text, "phase:", 6) == 0 &&
	    typeword_find(t->phases, code) == NULL)
		typeword_fault(r, n->line, "The case type “%s” has no phase "
		    "“%s”.", t->code, code);
	else if (strncmp(text, "role:", 5) == 0 &&
	    typeword_find(t->roles, code) == NULL)
		typeword_fault(r, n->line, "The case type “%s” has no role "
		    "“%s”.", t->code, code);
	else if (strncmp(text, "document:", 9) == 0 &&
	    typeword_find(t->papers, code) == NULL)
		typeword_fault(r, n->line, "The case type “%s” has no kind "
		    "of documents “%s”.", t->code, code);
}

static void
read_before(struct typeword *r, const struct reader_node *n,
    struct rulepack_rule *x)
{
	static const char *const records[] = { RULEPACK_RECORDS, NULL };
	static const char *const targets[] = { RULEPACK_TARGETS, NULL };
	const char *code;

	x->target = reader_given(n, "what");
	x->subject = reader_given(n, "needs");
	read_number(r, n, "least", x);
	if ((code = word_in(targets, x->target)) == NULL)
		typeword_fault(r, n->line, "what=\"%s\" is nothing that can "
		    "wait; write phase:CODE, plan, referrals or closing.",
		    x->target);
	else
		check_code(r, n, x->target, code);
	if ((code = word_in(records, x->subject)) == NULL)
		typeword_fault(r, n->line, "needs=\"%s\" is no record; write "
		    "strengths, wishes, problems, goals, plan, referrals, "
		    "form, form:CODE, document:CODE or role:CODE.",
		    x->subject);
	else
		check_code(r, n, x->subject, code);
}

static void
read_rhythm(struct typeword *r, const struct reader_node *n,
    struct rulepack_rule *x)
{
	struct casetype *type = r->type, own = *type;

	own.rhythm = NULL;
	r->type = &own;
	typerhythm_read(r, n);
	x->rhythm = own.rhythm;
	r->type = type;
}

static void
read_caseload(struct typeword *r, const struct reader_node *n,
    struct rulepack_rule *x)
{
	static const char *const above[] = { RULEPACK_ABOVE, NULL };
	int i = reader_place(above, reader_given(n, "above"));

	read_number(r, n, "most", x);
	if (i < 0)
		typeword_fault(r, n->line, "above=\"%s\" is to be warn, "
		    "reason or refuse.", reader_given(n, "above"));
	else
		x->above = (enum rulepack_above)i;
}

static void
read_certified(struct typeword *r, const struct reader_node *n,
    struct rulepack_rule *x)
{
	x->subject = reader_given(n, "role");
	x->target = reader_given(n, "skill");
	check_code(r, n, "role:", x->subject);
}

static struct rulepack_rule *
read_rule(struct typeword *r, const struct reader_node *n,
    enum rulepack_kind kind)
{
	struct rulepack_rule *x = arena_alloc(r->arena, sizeof(*x));

	x->kind = kind;
	x->line = n->line;
	x->subject = x->target = "";
	switch (kind) {
	case RULEPACK_CASELOAD:
		read_caseload(r, n, x);
		break;
	case RULEPACK_RHYTHM:
		read_rhythm(r, n, x);
		break;
	case RULEPACK_ASSESSMENT:
		x->subject = reader_given(n, "form");
		read_span(r, n, "every", x);
		break;
	case RULEPACK_BEFORE:
		read_before(r, n, x);
		break;
	case RULEPACK_CERTIFIED:
		read_certified(r, n, x);
		break;
	case RULEPACK_REPORTS:
		read_span(r, n, "every", x);
		break;
	case RULEPACK_FIRST:
		x->subject = reader_given(n, "section");
		break;
	default:
		read_span(r, n, "within", x);
		break;
	}
	return x;
}

static void
add_rule(struct typeword *r, struct rulepack *p, struct rulepack_rule **list,
    struct rulepack_rule *x)
{
	while (*list != NULL) {
		if ((*list)->kind == x->kind &&
		    strcmp((*list)->subject, x->subject) == 0 &&
		    strcmp((*list)->target, x->target) == 0)
			typeword_fault(r, x->line, "Line %d says something "
			    "else about the same; one of the two is enough.",
			    (*list)->line);
		list = &(*list)->next;
	}
	x->pack = p;
	*list = x;
}

static void
read_rules(struct typeword *r, const struct reader_node *root,
    struct rulepack *p)
{
	static const char *const kinds[] = { RULEPACK_ELEMENTS, NULL };
	struct rulepack_rule *list = NULL;
	const struct term **tail = &p->excludes;
	const struct reader_node *n;
	struct term *t;
	int kind;

	for (n = reader_child(root, NULL, NULL); n != NULL;
	    n = reader_after(n, NULL, NULL)) {
		if (strcmp(n->name, "excludes") == 0) {
			t = arena_alloc(r->arena, sizeof(*t));
			t->code = reader_given(n, "model");
			*tail = t;
			tail = (const struct term **)&t->next;
		}
		if ((kind = reader_place(kinds, n->name)) >= 0)
			add_rule(r, p, &list, read_rule(r, n,
			    (enum rulepack_kind)kind));
	}
	p->rules = list;
	if (list == NULL)
		typeword_fault(r, root->line, "This model has no rule.");
}

static void
read_label(struct typeword *r, const struct reader_node *root,
    const char *name, struct label *out)
{
	const struct reader_node *n = reader_child(root, "", name);

	if (n != NULL)
		typeword_label(r, n, out);
}

struct rulepack *
xml_rulepack_read(struct arena *a, const char *file, const char *bytes,
    size_t len, const char *schema, const struct casetype *type,
    struct reader_fault **faults)
{
	struct casetype *t = arena_copy(a, type, sizeof(*type));
	struct reader_fault *mine = NULL, **tail = faults;
	struct typeword r = { .arena = a, .file = file, .faults = &mine,
	    .type = t };
	const struct reader_node *root;
	struct rulepack *out = NULL;

	root = reader_tree(a, file, bytes, len, schema, &mine);
	if (root != NULL) {
		out = arena_alloc(a, sizeof(*out));
		out->line = root->line;
		out->file = file;
		out->code = typeword_code(&r, root, NULL);
		read_label(&r, root, "name", &out->name);
		read_label(&r, root, "description", &out->help);
		read_rules(&r, root, out);
	}
	while (*tail != NULL)
		tail = &(*tail)->next;
	*tail = mine;
	return mine == NULL ? out : NULL;
}
