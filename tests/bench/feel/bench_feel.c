/* SPDX-License-Identifier: MIT */
/*
 * How many evaluations a second and core, in CPU time:
 *   bench_feel table.txt		a decision table, by each way to ask
 *   bench_feel expressions.txt	each expression: compiled once, and anew
 * One line each: microseconds, microseconds with compiling, answer, name.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "base/file.h"
#include "rules/dmn/dmn.h"
#include "xml/xml_dmn.h"

#define SECONDS 0.5		/* of each */
#define INPUTS 64		/* that take turns */

static struct arena *keep, *scratch;

static double
now(void)
{
	struct timespec t;

	clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &t);
	return (double)t.tv_sec + (double)t.tv_nsec / 1e9;
}

static struct feel *
compiled(struct arena *a, const char *text, const struct feel_scope *scope)
{
	struct feel_fault *faults = NULL;
	struct feel *f;

	f = feel_compile(a, text, strlen(text), scope, &faults);
	if (f == NULL || faults != NULL) {
		fprintf(stderr, "%s: %s\n", text, faults->text);
		exit(1);
	}
	return f;
}

static struct feel_value
evaluate(const char *text)
{
	struct feel_scope none = { 0 };
	struct feel_eval ev;

	feel_eval_start(&ev, keep, 0, "UTC");
	return feel_run(compiled(keep, text, &none), &ev,
	    &(struct feel_frame){ 0 });
}

/* One way to do the work, as often as it takes. */
struct work {
	const char *text;
	struct feel_scope scope;
	struct feel_frame frame;
	const struct feel *feel;
	const struct dmn *dmn;
	const struct dmn_element *decision;
	struct feel_value inputs[INPUTS];
};

static struct feel_value
run_feel(const struct work *w, size_t i)
{
	struct feel_eval ev;

	(void)i;
	feel_eval_start(&ev, scratch, 0, "UTC");
	return feel_run(w->feel, &ev, &w->frame);
}

static struct feel_value
run_text(const struct work *w, size_t i)
{
	struct feel_eval ev;

	(void)i;
	feel_eval_start(&ev, scratch, 0, "UTC");
	return feel_run(compiled(scratch, w->text, &w->scope), &ev,
	    &w->frame);
}

static struct feel_value
run_decision(const struct work *w, size_t i)
{
	struct feel_eval ev;

	feel_eval_start(&ev, scratch, 0, "UTC");
	return dmn_decide(w->dmn, &ev, w->decision, w->inputs[i % INPUTS],
	    NULL, NULL);
}

static struct feel_value
run_derivation(const struct work *w, size_t i)
{
	struct dmn_step *why;
	struct feel_eval ev;

	feel_eval_start(&ev, scratch, 0, "UTC");
	return dmn_decide(w->dmn, &ev, w->decision, w->inputs[i % INPUTS],
	    NULL, &why);
}

/* Microseconds of CPU time for one. */
static double
measure(struct feel_value (*run)(const struct work *, size_t),
    const struct work *w)
{
	size_t n, done = 0, lap = 100;
	double from = now(), to;

	do {
		for (n = 0; n < lap; n++) {
			arena_reset(scratch);
			run(w, done + n);
		}
		done += lap;
		to = now();
		if (lap < 1000000 && to - from < SECONDS / 10)
			lap *= 2;
	} while (to - from < SECONDS);
	return (to - from) * 1e6 / (double)done;
}

/* Names and values of a context, as scope and frame. */
static void
scope_of(struct work *w, const struct feel_context *c)
{
	struct feel_member *names = arena_array(keep, c->n, sizeof(*names));
	struct feel_value *v = arena_array(keep, c->n, sizeof(*v));
	size_t i;

	for (i = 0; i < c->n; i++) {
		names[i].name = c->entries[i].key;
		names[i].type = feel_type_of(keep, c->entries[i].value);
		v[i] = c->entries[i].value;
	}
	w->scope.names = names;
	w->scope.n = c->n;
	w->frame.values = v;
}

static void
expression(char *line)
{
	char *context = strchr(line, '\t');
	struct work w = { .text = line };
	double once, anew;
	const char *text;

	*context++ = '\0';
	scope_of(&w, evaluate(context).context);
	w.feel = compiled(keep, w.text, &w.scope);
	once = measure(run_feel, &w);
	anew = measure(run_text, &w);
	text = arena_printf(keep, "string(%s)", line);
	w.feel = compiled(keep, text, &w.scope);
	printf("%.4f\t%.4f\t%s\t%s\n", once, anew,
	    feel_value_write(keep, run_feel(&w, 0)), line);
}

/* The cells of a line, blanks around them cut; how many there are. */
static size_t
cells(char *line, char **out, size_t most)
{
	char *cell, *rest;
	size_t n = 0;

	for (cell = strtok_r(line, "|", &rest); cell != NULL && n < most;
	    cell = strtok_r(NULL, "|", &rest)) {
		cell += strspn(cell, " ");
		cell[strcspn(cell, " ")] = '\0';
		out[n++] = cell;
	}
	return n;
}

/* XML of the table: the names of inputs in the first line, then rules. */
static const char *
table(char *text)
{
	const char *data = "", *needs = "", *inputs = "", *rules = "";
	char *cell[16], *line, *more;
	size_t i, n, n_inputs;

	n_inputs = cells(strtok_r(text, "\n", &more), cell, 16);
	for (i = 0; i < n_inputs; i++) {
		data = arena_printf(keep, "%s<inputData id='%s' name='%s'>"
		    "<variable name='%s'/></inputData>", data, cell[i],
		    cell[i], cell[i]);
		needs = arena_printf(keep, "%s<informationRequirement>"
		    "<requiredInput href='#%s'/></informationRequirement>",
		    needs, cell[i]);
		inputs = arena_printf(keep, "%s<input><inputExpression><text>"
		    "%s</text></inputExpression></input>", inputs, cell[i]);
	}
	while ((line = strtok_r(NULL, "\n", &more)) != NULL) {
		rules = arena_printf(keep, "%s<rule>", rules);
		n = cells(line, cell, 16);
		for (i = 0; i < n; i++)
			rules = arena_printf(keep, "%s<%sEntry><text><![CDATA["
			    "%s]]></text></%sEntry>", rules, i < n_inputs ?
			    "input" : "output", cell[i], i < n_inputs ?
			    "input" : "output");
		rules = arena_printf(keep, "%s</rule>", rules);
	}
	return arena_printf(keep, "<definitions xmlns='https://www.omg.org/"
	    "spec/DMN/20230324/MODEL/' name='m' namespace='urn:m'>%s<decision"
	    " id='d' name='d'><variable name='d'/>%s<decisionTable>%s"
	    "<output/>%s</decisionTable></decision></definitions>", data,
	    needs, inputs, rules);
}

static void
decisions(char *text)
{
	static const int ages[] = { 12, 19, 24, 30, 47, 64, 65, 80 };
	static const int amounts[] = { 400, 1500, 7000, 60000 };
	struct dmn_fault *faults = NULL;
	const char *xml = table(text);
	struct dmn_model *m;
	struct work w = { 0 };
	double plain, told;
	size_t i;

	m = xml_dmn_read(keep, "table.txt", xml, strlen(xml), &faults);
	if (faults == NULL)
		w.dmn = dmn_compile(keep, m, NULL, &faults);
	if (faults != NULL) {
		fprintf(stderr, "%d: %s\n", faults->line, faults->text);
		exit(1);
	}
	w.decision = dmn_find(w.dmn, "d");
	for (i = 0; i < INPUTS; i++)
		w.inputs[i] = evaluate(arena_printf(keep, "{age: %d, category"
		    ": \"%c\", employed: %s, amount: %d}", ages[i % 8],
		    "ABCD"[i / 3 % 4], i % 5 < 3 ? "true" : "false",
		    amounts[i % 4]));
	plain = measure(run_decision, &w);
	told = measure(run_derivation, &w);
	for (i = 0; i < INPUTS; i++)
		printf("%s\t%s\n", feel_value_write(keep, w.inputs[i]),
		    feel_value_write(keep, run_decision(&w, i)));
	printf("%.4f\t%.4f\ttable\t%.0f a second\n", plain, told, 1e6 / plain);
}

int
main(int argc, char **argv)
{
	char *text, *line, *more;

	keep = arena_new();
	scratch = arena_new();
	if (argc != 2 || (text = file_text(keep, argv[1])) == NULL) {
		fprintf(stderr, "usage: bench_feel FILE\n");
		return 1;
	}
	if (strstr(text, "\t") == NULL) {
		decisions(text);
		return 0;
	}
	for (line = strtok_r(text, "\n", &more); line != NULL;
	    line = strtok_r(NULL, "\n", &more))
		expression(line);
	return 0;
}
