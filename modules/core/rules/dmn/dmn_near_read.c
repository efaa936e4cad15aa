/* SPDX-License-Identifier: MIT */
/* Which values a model names for an input: in the cells of columns that speak
 * of it, and in conditions that do. */
#include "rules/dmn/dmn_near_axis.h"

#include <ctype.h>

#include "rules/dmn/dmn_build.h"
#include "rules/dmn/dmn_literal.h"
#include "text/blank.h"

#define TEXTS	50000		/* looked at, for one input */
#define PATH	'\1'		/* in a text: the input stood here */
#define PART	'\2'		/* more or less of it */

struct reading {
	struct feel_eval *ev;
	struct dmn_near_axis *x;
	const char **names;	/* its path, ended by zeros */
	size_t left;
};

static bool
is_letter(char c)
{
	return isalnum((unsigned char)c) || c == '_' ||
	    (unsigned char)c >= 0x80;
}

/* A name that stands there: its end, or NULL. */
static const char *
name_at(const char *s, const char *name)
{
	size_t n = strlen(name);

	return strncmp(s, name, n) == 0 && !is_letter(s[n]) ? s + n : NULL;
}

/* A member asked for: where its name begins; NULL: none is. */
static const char *
member_at(const char *s)
{
	s += strspn(s, BLANK);
	if (*s != '.' || s[1] == '.')
		return NULL;
	s++;
	return s + strspn(s, BLANK);
}

/* Is the input named there? '\0': no. */
static char
mention(const struct reading *r, const char *text, const char *s,
    const char **end)
{
	const char *next, *member;
	size_t i;

	if ((s > text && is_letter(s[-1])) ||
	    (s = name_at(s, r->names[0])) == NULL)
		return '\0';
	for (i = 1; i < r->x->depth; i++) {
		if ((member = member_at(s)) == NULL) {
			*end = s;
			return PART;
		}
		if ((next = name_at(member, r->names[i])) == NULL)
			return '\0';
		s = next;
	}
	*end = s;
	return member_at(s) == NULL ? PATH : PART;
}

/* The text with signs for the input, and single blanks. */
static const char *
marked(const struct reading *r, const char *text)
{
	char *out = arena_alloc(r->ev->arena, strlen(text) + 1), *o = out;
	const char *s = text, *end;
	char sign;

	while (*s != '\0') {
		if (strchr(BLANK, *s) != NULL) {
			s += strspn(s, BLANK);
			if (o > out && *s != '\0')
				*o++ = ' ';
		} else if ((sign = mention(r, text, s, &end)) != '\0') {
			*o++ = sign;
			s = end;
		} else
			*o++ = *s++;
	}
	return out;
}

static bool
speaks(const struct reading *r, const char *text)
{
	return text != NULL && strstr(text, r->names[0]) != NULL &&
	    strpbrk(marked(r, text), "\1\2") != NULL;
}

/* The same whatever the input is, or the input itself where it has a value. */
static bool
is_plain(const char *marked)
{
	static const struct { const char *before, *after; } either[] = {
		{ "if \1 = null then ", " else \1" },
		{ "if \1 != null then \1 else ", "" }
	};
	size_t i, n = strlen(marked), before, after;
	char middle[64];

	if (strcmp(marked, "\1") == 0)
		return true;
	for (i = 0; i < 2; i++) {
		before = strlen(either[i].before);
		after = strlen(either[i].after);
		if (n <= before + after || n - before - after >=
		    sizeof(middle) ||
		    strncmp(marked, either[i].before, before) != 0 ||
		    strcmp(marked + n - after, either[i].after) != 0)
			continue;
		memcpy(middle, marked + before, n - before - after);
		middle[n - before - after] = '\0';
		return dmn_literal_only(middle, true);
	}
	return false;
}

static bool
asks_null(const char *marked)
{
	return strcmp(marked, "\1 = null") == 0 ||
	    strcmp(marked, "\1 != null") == 0;
}

static void
add_constant(struct reading *r, const char *s, size_t len)
{
	static const struct feel_scope ground;
	struct feel_frame none = { 0 };
	struct feel_fault *faults = NULL;
	struct feel *f = feel_compile(r->ev->arena, s, len, &ground,
	    &faults);

	if (f != NULL)
		dmn_near_axis_bound(r->x, feel_run(f, r->ev, &none));
}

/* All constants of a text, names passed over. */
static void
add_constants(struct reading *r, const char *s)
{
	const char *at;
	size_t n;

	while (*s != '\0') {
		at = s;
		n = 0;
		if (strchr("\"@dtf0123456789", *s) != NULL ||
		    (*s == '-' && isdigit((unsigned char)s[1])))
			n = dmn_literal_next(&at, false);
		if (n > 0 && at == s)
			add_constant(r, s, n);
		else if (*s == '"' || !is_letter(*s))
			n = 1;
		else
			for (n = 0; is_letter(s[n]); n++)
				;
		s += n;
	}
}

/* False: there is too much to read. */
static bool
paid(struct reading *r)
{
	if (r->left == 0 || arena_size(r->ev->arena) > r->ev->bytes) {
		r->x->cut = true;
		r->x->plain = false;	/* for all that is known */
		return false;
	}
	r->left--;
	return true;
}

static void
read_text(struct reading *r, const struct dmn_text *t)
{
	const char *m;

	if (t->text == NULL || !paid(r) ||
	    strstr(t->text, r->names[0]) == NULL)
		return;
	m = marked(r, t->text);
	if (strpbrk(m, "\1\2") == NULL || asks_null(m))
		return;
	if (strcmp(m, "\1") != 0 || r->x->kind != FEEL_BOOLEAN)
		r->x->plain = false;
	if (strpbrk(t->text, "<>=") != NULL ||
	    strstr(t->text, " in ") != NULL ||
	    strstr(t->text, "between") != NULL)
		add_constants(r, t->text);
}

static void
read_cell(struct reading *r, const struct dmn_text *t)
{
	if (dmn_build_blank(t) || !paid(r))
		return;
	if (!dmn_literal_only(t->text, true))
		r->x->plain = false;
	add_constants(r, t->text);
}

static void
read_column(struct reading *r, const struct dmn_table *t,
    const struct dmn_input *in, size_t column)
{
	const struct dmn_rule *rule;
	bool asked = speaks(r, in->expression.text);

	if (asked) {
		r->x->plain &= is_plain(marked(r, in->expression.text));
		read_cell(r, &in->values);
	}
	for (rule = t->rules; rule != NULL; rule = rule->next)
		if (asked)
			read_cell(r, &rule->tests[column]);
		else
			read_text(r, &rule->tests[column]);
}

void
dmn_near_read_column(struct feel_eval *ev, struct dmn_near_axis *x,
    const struct dmn_table *t, size_t column)
{
	struct reading r = { ev, x, NULL, TEXTS };
	const struct dmn_rule *rule;

	for (rule = t->rules; rule != NULL; rule = rule->next)
		read_cell(&r, &rule->tests[column]);
}

static void
read_table(struct reading *r, const struct dmn_table *t)
{
	const struct dmn_output *out;
	const struct dmn_input *in;
	const struct dmn_rule *rule;
	size_t i = 0;

	for (in = t->inputs; in != NULL; in = in->next)
		read_column(r, t, in, i++);
	for (out = t->outputs; out != NULL; out = out->next)
		read_text(r, &out->fallback);
	for (rule = t->rules; rule != NULL; rule = rule->next)
		for (i = 0; i < t->n_outputs; i++)
			read_text(r, &rule->results[i]);
}

static void read_logic(struct reading *, const struct dmn_expression *,
	    size_t depth);

static void
read_list(struct reading *r, const struct dmn_expression *e, size_t depth)
{
	for (; e != NULL; e = e->next)
		read_logic(r, e, depth);
}

static void
read_named(struct reading *r, const struct dmn_expression *e, size_t depth)
{
	const struct dmn_binding *b;
	const struct dmn_entry *n;
	const struct dmn_row *row;

	if (e->kind == DMN_CONTEXT)
		for (n = e->entries; n != NULL; n = n->next)
			read_logic(r, n->value, depth);
	else if (e->kind == DMN_RELATION)
		for (row = e->relation.rows; row != NULL; row = row->next)
			read_list(r, row->cells, depth);
	else {
		read_logic(r, e->invocation.function, depth);
		for (b = e->invocation.bindings; b != NULL; b = b->next)
			read_logic(r, b->value, depth);
	}
}

static void
read_logic(struct reading *r, const struct dmn_expression *e, size_t depth)
{
	if (e == NULL || depth++ > DMN_NESTING)
		return;
	switch (e->kind) {
	case DMN_LITERAL:
		read_text(r, &e->literal);
		break;
	case DMN_TABLE:
		read_table(r, e->table);
		break;
	case DMN_CONTEXT:
	case DMN_RELATION:
	case DMN_INVOCATION:
		read_named(r, e, depth);
		break;
	case DMN_LIST:
		read_list(r, e->items, depth);
		break;
	case DMN_FUNCTION:
		read_logic(r, e->function.body, depth);
		break;
	case DMN_CONDITIONAL:
		read_logic(r, e->conditional.test, depth);
		read_logic(r, e->conditional.yes, depth);
		read_logic(r, e->conditional.no, depth);
		break;
	case DMN_FILTER:
		read_logic(r, e->filter.in, depth);
		read_logic(r, e->filter.match, depth);
		break;
	case DMN_FOR:
	case DMN_SOME:
	case DMN_EVERY:
		read_logic(r, e->iterator.in, depth);
		read_logic(r, e->iterator.result, depth);
		break;
	}
}

/* What an element uses, itself first. */
struct reach {
	const struct dmn_node **nodes;
	bool *seen;
	size_t n;
};

static void
reach(struct reach *all, const struct dmn_node *n)
{
	if (!all->seen[n->index]) {
		all->seen[n->index] = true;
		all->nodes[all->n++] = n;
	}
}

static void
reach_slots(struct reach *all, const struct dmn_slot *s, size_t n)
{
	size_t i;

	for (i = 0; i < n; i++)
		if (s[i].node == NULL)
			reach_slots(all, s[i].parts, s[i].n_parts);
		else
			reach(all, s[i].node);
}

static void
read_model(struct reading *r, const struct dmn *dmn, const struct dmn_node *n)
{
	struct reach all = { 0 };
	size_t i, k;

	all.nodes = arena_array(r->ev->arena, dmn->n_nodes,
	    sizeof(*all.nodes));
	all.seen = arena_array(r->ev->arena, dmn->n_nodes,
	    sizeof(*all.seen));
	reach(&all, n);
	for (i = 0; i < all.n; i++) {
		n = all.nodes[i];
		if (n->said->kind == DMN_DECISION ||
		    n->said->kind == DMN_KNOWLEDGE)
			read_logic(r, n->said->logic, 0);
		reach_slots(&all, n->slots, n->n_slots);
		for (k = 0; k < n->n_outputs; k++)
			reach(&all, n->outputs[k]);
	}
}

static void
read_allowed(struct reading *r)
{
	const struct dmn_near_may *may = r->x->may;
	size_t i;

	if (r->x->type != NULL && r->x->type->allowed_text != NULL)
		add_constants(r, r->x->type->allowed_text);
	if (may != NULL && r->x->depth == 1) {
		for (i = 0; i < may->n; i++)
			dmn_near_axis_bound(r->x, may->values[i]);
		dmn_near_axis_bound(r->x, may->least);
		dmn_near_axis_bound(r->x, may->most);
	}
	if (r->x->kind == FEEL_BOOLEAN) {
		dmn_near_axis_bound(r->x, feel_value_boolean(true));
		dmn_near_axis_bound(r->x, feel_value_boolean(false));
	}
}

void
dmn_near_read(struct feel_eval *ev, const struct dmn_near_question *q,
    struct dmn_near_axis *x)
{
	const struct dmn_node *n = dmn_graph_node(q->dmn, q->element);
	struct reading r = { ev, x, NULL, TEXTS };
	size_t i;

	r.names = arena_array(ev->arena, x->depth, sizeof(*r.names));
	for (i = 0; i < x->depth; i++)
		r.names[i] = arena_textn(ev->arena, x->path[i].text,
		    x->path[i].len);
	read_allowed(&r);
	if (n != NULL)
		read_model(&r, q->dmn, n);
	read_allowed(&r);	/* its kind may be known by now */
}
