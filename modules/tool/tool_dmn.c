/* SPDX-License-Identifier: MIT */
/* dossier dmn check, dossier dmn evaluate */
#include <errno.h>
#include <stdio.h>
#include <string.h>

#include "base/buf.h"
#include "base/file.h"
#include "rules/dmn/dmn_check.h"
#include "rules/dmn/dmn_why.h"
#include "rules/feel/feel_json.h"
#include "rules/time/worktime.h"
#include "tool/commands.h"
#include "tool/tool.h"
#include "tool/tool_model.h"

static size_t
check_file(const char *path)
{
	struct arena *a = arena_new();
	struct tool_model *m = tool_model_read(a, path);
	size_t wrong;

	if (m->dmn != NULL)
		dmn_check(a, m->dmn, &m->faults);
	wrong = tool_model_print(a, m->faults);
	if (m->faults == NULL)
		printf("%s: a model without faults\n", path);
	arena_free(a);
	return wrong;
}

int
tool_dmn_check(struct tool *t)
{
	size_t wrong = 0;
	int i;

	for (i = 0; i < t->operands; i++)
		wrong += check_file(t->operand[i]);
	return wrong == 0 ? TOOL_DONE : TOOL_FAILED;
}

/* The JSON that is meant: itself, @FILE, or - for what comes in. */
static const char *
input_text(struct tool *t, const char *input)
{
	struct buf b = { 0 };
	char part[8192];
	const char *text;
	size_t n;

	if (*input == '@')
		return file_text(t->cx.arena, input + 1);
	if (strcmp(input, "-") != 0)
		return input;
	while ((n = fread(part, 1, sizeof(part), stdin)) > 0)
		buf_add(&b, part, n);
	text = arena_textn(t->cx.arena, b.data == NULL ? "" : b.data, b.len);
	buf_free(&b);
	return text;
}

static const struct feel_type *
type_of(const struct feel_member *needs, size_t n, const char *name)
{
	size_t i;

	for (i = 0; i < n; i++)
		if (needs[i].name.len == strlen(name) &&
		    memcmp(needs[i].name.text, name, needs[i].name.len) == 0)
			return needs[i].type;
	return NULL;
}

/* “a”, “b” and what else it takes. */
static const char *
wanted(struct arena *a, const struct feel_member *needs, size_t n)
{
	const char *text = n == 0 ? "none" : "";
	size_t i;

	for (i = 0; i < n; i++)
		text = arena_printf(a, "%s%s“%.*s”", text, i == 0 ? "" :
		    i + 1 == n ? " and " : ", ", (int)needs[i].name.len,
		    needs[i].name.text);
	return text;
}

static int
read_input(struct tool *t, const struct dmn *dmn,
    const struct dmn_element *e, struct feel_value *out)
{
	const char *input = tool_value(t, "input"), *text, *why = "";
	struct feel_value_entries entries = { 0 };
	const struct feel_member *needs;
	size_t n = dmn_needs(t->cx.arena, dmn, e, &needs);
	const struct json_tree *tree, *m;
	const struct feel_type *type;
	struct feel_value v;

	text = input_text(t, input == NULL ? "{}" : input);
	if (text == NULL)
		return tool_fail("%s: %s", input + 1, strerror(errno));
	tree = json_tree_read(t->cx.arena, text, strlen(text), &why);
	if (tree == NULL || tree->kind != JSON_TREE_OBJECT)
		return tool_fail("%s", tree == NULL ? why :
		    "The input must be an object: {\"name\": value}.");
	for (m = tree->first; m != NULL; m = m->next) {
		if ((type = type_of(needs, n, m->name)) == NULL)
			return tool_fail("“%s” takes no input “%s”; it takes "
			    "%s.",
			    e->name, m->name,
			    wanted(t->cx.arena, needs, n));
		if (!feel_json_read(t->cx.arena, m->name, m, type, &v, &why))
			return tool_fail("%s", why);
		feel_value_put(t->cx.arena, &entries, (struct feel_string){
		    m->name, strlen(m->name) }, v);
	}
	*out = feel_value_made(t->cx.arena, &entries);
	return TOOL_DONE;
}

/* The element asked for, with a sentence that names all where it is not
 * there. */
static const struct dmn_element *
find(struct tool *t, const struct tool_model *m)
{
	const char *name = tool_value(t, "decision"), *all = "";
	const struct dmn_element *e = dmn_find(m->dmn, name);

	if (e != NULL && e->kind != DMN_INPUT_DATA)
		return e;
	for (e = m->main->elements; e != NULL; e = e->next)
		if (e->kind != DMN_INPUT_DATA && e->kind != DMN_SOURCE)
			all = arena_printf(t->cx.arena, "%s%s“%s”", all,
			    *all == '\0' ? "" : ", ", e->name);
	tool_fail("There is no decision “%s”; there is %s.", name,
	    *all == '\0' ? "none" : all);
	return NULL;
}

static void
print_value(struct tool *t, struct feel_value v)
{
	struct buf b = { 0 };
	struct json_out o = { .to = &b };

	feel_json_write(t->cx.arena, &o, v);
	puts(b.data);
	buf_free(&b);
}

static void
print_why(struct tool *t, const struct dmn_step *step,
    const struct dmn_near_question *q)
{
	struct buf b = { 0 };
	struct json_out o = { .to = &b };
	struct dmn_near_all near;

	dmn_near(t->cx.arena, q, &near);
	if (tool_flag(t, "json")) {
		dmn_why_json(t->cx.arena, &o, step, &near);
		buf_char(&b, '\n');
	} else {
		buf_char(&b, '\n');
		dmn_why_text(t->cx.arena, &b, step);
		if (near.first != NULL || near.complete)
			buf_char(&b, '\n');
		dmn_near_write_text(t->cx.arena, &b, &near);
	}
	fputs(b.data, stdout);
	buf_free(&b);
}

static int
decide(struct tool *t, const struct dmn *dmn, const struct dmn_element *e,
    struct feel_value given)
{
	bool errors, tell = tool_flag(t, "why") || tool_flag(t, "json");
	const struct feel_note *note;
	struct dmn_step *why = NULL;
	struct feel_value v;
	struct feel_eval ev;

	feel_eval_start(&ev, t->cx.arena, t->cx.now, t->cx.zone);
	ev.calendar = &worktime_plain;
	v = dmn_decide(dmn, &ev, e, given, &errors, tell ? &why : NULL);
	if (!tool_flag(t, "json"))
		print_value(t, v);
	if (why != NULL)
		print_why(t, why, &(struct dmn_near_question){ .dmn = dmn,
		    .element = e, .inputs = given, .now = t->cx.now,
		    .zone = t->cx.zone, .calendar = &worktime_plain });
	if (!errors)
		return TOOL_DONE;
	for (note = ev.notes; note != NULL && note->next != NULL;
	    note = note->next)
		tool_fail("%s", note->text);
	return tool_fail("%s", note == NULL ? "It gives no value." :
	    note->text);
}

int
tool_dmn_evaluate(struct tool *t)
{
	struct tool_model *m = tool_model_read(t->cx.arena, t->operand[0]);
	const struct dmn_element *e;
	const struct dmn_fault *f;
	struct feel_value given;
	int status;

	for (f = m->faults; f != NULL; f = f->next)
		if (!f->mild)
			fprintf(stderr, "%s\n",
			    tool_model_fault(t->cx.arena, f));
	if (m->dmn == NULL || (e = find(t, m)) == NULL)
		return TOOL_FAILED;
	if ((status = read_input(t, m->dmn, e, &given)) != TOOL_DONE)
		return status;
	return decide(t, m->dmn, e, given);
}
