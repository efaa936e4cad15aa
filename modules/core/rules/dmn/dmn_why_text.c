/* SPDX-License-Identifier: MIT */
/* A derivation for a terminal: a block for each decision, and what it used
 * below it, further in. */
#include <string.h>

#include "rules/dmn/dmn_why.h"

#include "text/blank.h"

#define CELL_MAX 32		/* letters of a cell that are shown */
#define TEXT_MAX 100		/* and of an expression */

struct page {
	struct arena *arena;
	struct buf *to;
	size_t left;		/* steps */
};

/* Letters up to the end or so many, in *bytes how far that is. */
static size_t
letters(const char *text, size_t most, size_t *bytes)
{
	const char *s = text;
	size_t n = 0;

	while (*s != '\0' && n < most) {
		s++;
		while (((unsigned char)*s & 0xc0) == 0x80)
			s++;
		n++;
	}
	*bytes = (size_t)(s - text);
	return n;
}

static void
indent(struct page *p, size_t depth)
{
	while (depth-- > 0)
		buf_text(p->to, "  ");
}

/* One line: line ends are blanks, what is longer than most letters is cut. */
static const char *
cut(struct page *p, const char *text, size_t most)
{
	char *copy, *c;
	size_t bytes;

	text += strspn(text, BLANK);
	letters(text, most, &bytes);
	copy = arena_textn(p->arena, text, bytes);
	for (c = copy; *c != '\0'; c++)
		if ((unsigned char)*c < ' ')
			*c = ' ';
	while (c > copy && c[-1] == ' ')
		*--c = '\0';
	return blank_only(text + bytes) ? copy :
	    arena_printf(p->arena, "%s…", copy);
}

static const char *
short_text(struct page *p, const char *cell)
{
	return cut(p, cell, CELL_MAX);
}

static void
padded(struct page *p, const char *text, size_t width)
{
	size_t bytes, n = letters(text, (size_t)-1, &bytes);

	buf_add(p->to, text, bytes);
	for (; n < width; n++)
		buf_char(p->to, ' ');
}

/* The cells of a line, those of the head included: as many as columns. */
static void
fill(struct page *p, const struct dmn_table *t, const struct dmn_rule *rule,
    const char **cells)
{
	const struct dmn_output *out = t->outputs;
	const struct dmn_input *in = t->inputs;
	size_t i, n = 0;

	for (i = 0; i < t->n_inputs; i++, in = in->next)
		cells[n++] = short_text(p, rule == NULL ?
		    dmn_why_column(p->arena, in) :
		    rule->tests[i].text == NULL ? "" : rule->tests[i].text);
	for (i = 0; i < t->n_outputs; i++, out = out->next)
		cells[n++] = short_text(p, rule != NULL ?
		    rule->results[i].text == NULL ? "" :
		    rule->results[i].text :
		    *out->label != '\0' ? out->label : out->name);
}

static bool
shown(const struct dmn_step *s, size_t i)
{
	return s->tries[i].rule != NULL &&
	    (i < DMN_WHY_RULES || s->tries[i].hit);
}

static size_t *
widths(struct page *p, const struct dmn_step *s, const char **cells)
{
	const struct dmn_table *t = s->table;
	size_t columns = t->n_inputs + t->n_outputs, i, c, n, bytes;
	size_t *wide = arena_array(p->arena, columns, sizeof(*wide));

	for (i = 0; i <= t->n_rules; i++) {
		if (i < t->n_rules && !shown(s, i))
			continue;
		fill(p, t, i == t->n_rules ? NULL : s->tries[i].rule, cells);
		for (c = 0; c < columns; c++) {
			n = letters(cells[c], (size_t)-1, &bytes);
			if (n > wide[c])
				wide[c] = n;
		}
	}
	return wide;
}

/* What a rule that hit gave, where its cell does not say so itself. */
static void
gave(struct page *p, const struct dmn_table *t, const struct dmn_try *try)
{
	const char *value;

	if (try == NULL || !try->hit || try->results == NULL ||
	    t->n_outputs != 1)
		return;
	value = dmn_why_value(p->arena, try->results[0]);
	if (try->rule->results[0].text == NULL ||
	    strcmp(short_text(p, try->rule->results[0].text), value) != 0)
		buf_printf(p->to, " = %s", value);
}

/* A line of the table; try NULL: its head. */
static void
line(struct page *p, const struct dmn_table *t, size_t number,
    const struct dmn_try *try, const char **cells, const size_t *wide)
{
	static const char *const marks[] = { "· ", "✓ ", "✗ " };
	size_t i;

	fill(p, t, try == NULL ? NULL : try->rule, cells);
	if (try == NULL)
		buf_text(p->to, "  rule");
	else
		buf_printf(p->to, "%s %4zu", try->chosen ? "▸" : " ", number);
	for (i = 0; i < t->n_inputs; i++) {
		buf_text(p->to, "  ");
		buf_text(p->to, try == NULL ? "  " : marks[try->cells[i]]);
		padded(p, cells[i], wide[i]);
	}
	buf_text(p->to, "  →");
	for (; i < t->n_inputs + t->n_outputs; i++) {
		buf_text(p->to, "  ");
		padded(p, cells[i], i + 1 == t->n_inputs + t->n_outputs ? 0 :
		    wide[i]);
	}
	gave(p, t, try);
	buf_char(p->to, '\n');
}

/* Which rule it was, in words. */
static void
verdict(struct page *p, const struct dmn_step *s, size_t depth)
{
	size_t i, n = 0;

	indent(p, depth);
	buf_printf(p->to, "table of %zu rules, %s: ", s->table->n_rules,
	    dmn_why_policy(s->table));
	for (i = 0; s->tries != NULL && i < s->table->n_rules; i++)
		if (s->tries[i].chosen)
			buf_printf(p->to, "%s %zu", n++ == 0 ? "rule" : ",",
			    i + 1);
	if (n == 0)
		buf_text(p->to, s->by_default ? "no rule applies, so the "
		    "default counts" : "no rule applies");
	buf_char(p->to, '\n');
}

static void
table(struct page *p, const struct dmn_step *s, size_t depth)
{
	const struct dmn_table *t = s->table;
	const char **cells = arena_array(p->arena,
	    t->n_inputs + t->n_outputs, sizeof(*cells));
	const struct dmn_input *in = t->inputs;
	size_t *wide, i;

	verdict(p, s, depth);
	for (i = 0; s->inputs != NULL && i < t->n_inputs;
	    i++, in = in->next) {
		indent(p, depth);
		buf_printf(p->to, "%s = %s\n", dmn_why_column(p->arena, in),
		    dmn_why_value(p->arena, s->inputs[i]));
	}
	if (s->tries == NULL)
		return;
	wide = widths(p, s, cells);
	indent(p, depth);
	line(p, t, 0, NULL, cells, wide);
	for (i = 0; i < t->n_rules; i++)
		if (shown(s, i)) {
			indent(p, depth);
			line(p, t, i + 1, &s->tries[i], cells, wide);
		}
}

/* Input data that a column of the table shows already. */
static bool
is_column(struct page *p, const struct dmn_step *s,
    const struct dmn_step *used)
{
	const struct dmn_input *in;

	if (s->table == NULL || s->inputs == NULL || used->element == NULL ||
	    used->element->kind != DMN_INPUT_DATA || used->notes != NULL)
		return false;
	for (in = s->table->inputs; in != NULL; in = in->next)
		if (in->expression.text != NULL && strcmp(short_text(p,
		    in->expression.text), used->element->name) == 0)
			return true;
	return false;
}

static void
step(struct page *p, const struct dmn_step *s, size_t depth)
{
	const char *expression = dmn_why_expression(p->arena, s);
	const struct feel_note *note;
	const struct dmn_step *used;

	indent(p, depth);
	buf_printf(p->to, "%s = %s%s\n", s->element == NULL ?
	    "a table within" : s->element->name,
	    dmn_why_value(p->arena, s->value), s->handed ? ", as given" :
	    s->again && s->element->kind == DMN_DECISION ? ", as above" : "");
	if (s->again || s->handed)
		return;
	depth++;
	if (s->given.kind != FEEL_NULL) {
		indent(p, depth);
		buf_printf(p->to, "of %s\n",
		    dmn_why_value(p->arena, s->given));
	}
	if (expression != NULL) {
		indent(p, depth);
		buf_printf(p->to, "as %s\n", cut(p, expression, TEXT_MAX));
	}
	if (s->table != NULL)
		table(p, s, depth);
	for (note = s->notes; note != NULL; note = note->next) {
		indent(p, depth);
		buf_printf(p->to, "because: %s\n", note->text);
	}
	for (used = s->first; used != NULL && p->left > 0;
	    used = used->next) {
		if (is_column(p, s, used))
			continue;
		p->left--;
		step(p, used, depth);
	}
}

void
dmn_why_text(struct arena *a, struct buf *to, const struct dmn_step *s)
{
	struct page p = { a, to, DMN_WHY_STEPS };

	step(&p, s, 0);
}
