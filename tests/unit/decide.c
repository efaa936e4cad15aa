/* SPDX-License-Identifier: MIT */
/* Small models for tests: written in few words, asked in one. */
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/buf.h"
#include "decide.h"
#include "dice.h"
#include "rules/feel/feel.h"

#define NS "https://www.omg.org/spec/DMN/20230324/MODEL/"

struct arena *decide_arena;
const struct dmn_fault *decide_faults;
const struct feel_note *decide_notes;
bool decide_error;
struct dmn_step *decide_why;

void
decide_start(void)
{
	if (decide_arena == NULL)
		decide_arena = arena_new();
	arena_reset(decide_arena);
}

const char *
decide_escape(const char *s)
{
	struct buf b = { 0 };
	const char *r;

	for (; *s != '\0'; s++) {
		if (*s == '<')
			buf_text(&b, "&lt;");
		else if (*s == '&')
			buf_text(&b, "&amp;");
		else
			buf_char(&b, *s);
	}
	r = arena_text(decide_arena, b.data == NULL ? "" : b.data);
	buf_free(&b);
	return r;
}

const char *
decide_model(const char *namespace, const char *elements)
{
	return arena_printf(decide_arena, "<definitions xmlns='%s' name='%s'"
	    " namespace='urn:%s'>\n%s</definitions>", NS, namespace,
	    namespace, elements);
}

/* Faults of the reader come first. */
static struct dmn_model *
read_model(const char *xml, struct dmn_fault ***faults)
{
	struct dmn_model *m;

	m = xml_dmn_read(decide_arena, "m.dmn", xml, strlen(xml), *faults);
	if (m == NULL) {
		printf("Bail out! %s\n%s\n", (**faults)->text, xml);
		exit(1);
	}
	while (**faults != NULL)
		*faults = &(**faults)->next;
	return m;
}

struct dmn *
decide_compile(const char *main, ...)
{
	struct dmn_model *m, *others = NULL, **end = &others;
	struct dmn_fault *faults = NULL, **last = &faults;
	struct dmn *dmn;
	const char *xml;
	va_list ap;

	m = read_model(main, &last);
	va_start(ap, main);
	while ((xml = va_arg(ap, const char *)) != NULL) {
		*end = read_model(xml, &last);
		end = &(*end)->next;
	}
	va_end(ap);
	dmn = dmn_compile(decide_arena, m, others, last);
	decide_faults = faults;
	return dmn;
}

struct dmn *
decide_of(const char *elements)
{
	return decide_compile(decide_model("m", elements), NULL);
}

struct feel_value
decide_read(const char *text)
{
	struct feel_scope none = { 0 };
	struct feel_fault *faults = NULL;
	struct feel_eval ev;
	struct feel *f;

	f = feel_compile(decide_arena, text, strlen(text), &none, &faults);
	if (f == NULL || faults != NULL) {
		printf("Bail out! %s: %s\n", text, faults->text);
		exit(1);
	}
	feel_eval_start(&ev, decide_arena, 0, "UTC");
	return feel_run(f, &ev, &(struct feel_frame){ 0 });
}

const char *
decide_write(struct feel_value v)
{
	return v.kind == FEEL_NULL ? "null" :
	    feel_value_write(decide_arena, v);
}

struct feel_value
decide_value(const struct dmn *dmn, const char *name,
    struct feel_value inputs, struct dmn_step **why)
{
	const struct dmn_element *e = dmn_find(dmn, name);
	struct feel_value v;
	struct feel_eval ev;

	if (e == NULL) {
		printf("Bail out! no element %s\n", name);
		exit(1);
	}
	feel_eval_start(&ev, decide_arena, 0, "UTC");
	v = dmn_decide(dmn, &ev, e, inputs, &decide_error, why);
	decide_notes = ev.notes;
	return v;
}

/* All texts, one after the other. */
static const char *
notes(void)
{
	const struct feel_note *n;
	const char *r = "";

	for (n = decide_notes; n != NULL; n = n->next)
		r = arena_printf(decide_arena, "%s%s; ", r, n->text);
	return r;
}

const char *
decide(const struct dmn *dmn, const char *name, const char *inputs)
{
	struct feel_value in = decide_read(inputs);
	const char *plain, *told, *noted;

	plain = decide_write(decide_value(dmn, name, in, NULL));
	noted = notes();
	told = decide_write(decide_value(dmn, name, in, &decide_why));
	if (strcmp(noted, notes()) != 0)
		return arena_printf(decide_arena, "%s, but noted %s", noted,
		    notes());
	if (strcmp(plain, told) != 0)
		return arena_printf(decide_arena, "%s, but told as %s", plain,
		    told);
	return plain;
}

/* The next word of a list, copied; NULL at its end. */
static char *
word(const char **s)
{
	size_t n;
	char *w;

	*s += strspn(*s, " ");
	if ((n = strcspn(*s, " ")) == 0)
		return NULL;
	w = arena_textn(decide_arena, *s, n);
	*s += n;
	return w;
}

/* By the first letter: d a decision, f a function, others input data. */
const char *
decide_needs(const char *names)
{
	const char *r = "", *what;
	char *w;

	while ((w = word(&names)) != NULL) {
		what = w[0] == 'f' ? "knowledge" : "information";
		r = arena_printf(decide_arena, "%s<%sRequirement><required%s "
		    "href='#%s'/></%sRequirement>\n", r, what, w[0] == 'f' ?
		    "Knowledge" : w[0] == 'd' ? "Decision" : "Input", w,
		    what);
	}
	return r;
}

const char *
decide_input(const char *name, const char *type)
{
	return arena_printf(decide_arena, "<inputData id='%s' name='%s'>"
	    "<variable name='%s'%s%s%s/></inputData>\n", name, name, name,
	    *type == '\0' ? "" : " typeRef='", type,
	    *type == '\0' ? "" : "'");
}

const char *
decide_cell(bool mixed)
{
	int a = dice(10), b = a + dice(10 - a);

	switch (dice(mixed ? 8 : 7)) {
	case 0:
		return arena_printf(decide_arena, "< %d", a);
	case 1:
		return arena_printf(decide_arena, ">= %d", a);
	case 2:
		return arena_printf(decide_arena, "[%d..%d]", a, b);
	case 3:
		return arena_printf(decide_arena, "]%d..%d[", a, b);
	case 4:
		return arena_printf(decide_arena, "not(%d, > %d)", a, b);
	case 5:
		return arena_printf(decide_arena, "%d, %d", a, b);
	case 6:
		return "-";
	default:
		return arena_printf(decide_arena, "? + %d > x", a);
	}
}

const char *
decide_literal(const char *name, const char *needs, const char *text)
{
	return arena_printf(decide_arena, "<decision id='%s' name='%s'>"
	    "<variable name='%s'/>%s<literalExpression><text>%s</text>"
	    "</literalExpression></decision>\n", name, name, name,
	    decide_needs(needs), decide_escape(text));
}

/* One rule out of its cells. */
static const char *
rule(const char *line, size_t len, size_t n_inputs)
{
	const char *r = "<rule>", *cell, *what;
	size_t i, n;

	for (i = 0; len > 0; i++) {
		cell = memchr(line, '|', len);
		n = cell == NULL ? len : (size_t)(cell - line);
		what = i < n_inputs ? "inputEntry" : "outputEntry";
		r = arena_printf(decide_arena, "%s<%s><text>%s</text></%s>",
		    r, what, decide_escape(arena_textn(decide_arena, line,
		    n)), what);
		line += n + (cell != NULL);
		len -= n + (cell != NULL);
	}
	return arena_printf(decide_arena, "%s</rule>\n", r);
}

static const char *
column(const char *name)
{
	return arena_printf(decide_arena, "<input><inputExpression><text>%s"
	    "</text></inputExpression></input>\n", name);
}

const char *
decide_table(const char *attrs, const char *inputs, const char *outputs,
    const char *rules)
{
	const char *head = "", *data = "", *out = "", *body = "";
	const char *all = inputs;
	size_t n_inputs = 0, n;
	char *w;

	for (; (w = word(&inputs)) != NULL; n_inputs++) {
		data = arena_printf(decide_arena, "%s%s", data,
		    decide_input(w, ""));
		head = arena_printf(decide_arena, "%s%s", head, column(w));
	}
	if (*outputs == '<' || *outputs == '\0')
		out = *outputs == '\0' ? "<output/>" : outputs;
	while (*outputs != '<' && (w = word(&outputs)) != NULL)
		out = arena_printf(decide_arena, "%s<output name='%s'/>", out,
		    w);
	for (; *rules != '\0'; rules += n + (rules[n] == '\n')) {
		n = strcspn(rules, "\n");
		body = arena_printf(decide_arena, "%s%s", body,
		    rule(rules, n, n_inputs));
	}
	return arena_printf(decide_arena, "%s<decision id='d' name='d'>"
	    "<variable name='d'/>%s<decisionTable %s>%s%s\n%s</decisionTable>"
	    "</decision>\n", data, decide_needs(all), attrs, head, out, body);
}

const char *
decide_fault(void)
{
	const struct dmn_fault *f = decide_faults;

	if (f == NULL)
		return "";
	return arena_printf(decide_arena, "%d:%s:%s", f->line, f->element,
	    f->text);
}
