/* SPDX-License-Identifier: MIT */
/* Deadlines of a type; what their rules say is compiled by the domain. */
#include "xml/typedeadline.h"

#include <string.h>

#include "xml/typefield.h"

/* One of the words, or "phase:" and a phase of the type. */
static const char *
read_moment(struct typeword *r, const struct reader_node *n,
    const char *name, const char *const words[3])
{
	const char *text = reader_given(n, name);
	int i;

	for (i = 0; i < 3 && words[i] != NULL; i++)
		if (strcmp(words[i], text) == 0)
			return text;
	if (strncmp(text, "phase:", 6) != 0)
		typeword_fault(r, n->line, "“%s” is no %s of a deadline; "
		    "write %s, %s%s%s or phase: and a phase.", text, name,
		    words[0], words[1], words[2] == NULL ? "" : ", ",
		    words[2] == NULL ? "" : words[2]);
	else if (typeword_find(r->type->phases, text + 6) == NULL)
		typeword_fault(r, n->line, "There is no phase “%s”.",
		    text + 6);
	return text;
}

/* The date of a field is by when it is to be done. */
static void
read_field(struct typeword *r, const struct reader_node *n,
    struct type_deadline *y)
{
	const struct type_field *f = typefield_find(r->type->fields,
	    y->start + 6);

	if (f == NULL || f->kind != VALUE_DATE || f->group != NULL)
		typeword_fault(r, n->line, "There is no field “%s” that is a "
		    "date and stands alone.", y->start + 6);
	else if (f->class >= CLASS_GUARDED)
		typeword_fault(r, n->line, "The field “%s” is of a guarded "
		    "class; deadlines are read by everybody.", f->code);
	if (y->due[0] != '\0')
		typeword_fault(r, n->line, "The deadline “%s” is due on the "
		    "day of its field: leave due out.", y->code);
	if (y->promised)
		typeword_fault(r, n->line, "The day of a field is no "
		    "promise: leave promise out of the deadline “%s”.",
		    y->code);
}

static struct type_deadline *
read_deadline(struct typeword *r, const struct reader_node *n)
{
	static const char *const starts[3] = { "received", "accepted",
	    "hand" };
	static const char *const stops[3] = { "closed", "hand", NULL };
	struct type_deadline *y = arena_alloc(r->arena, sizeof(*y));
	const struct reader_node *c;

	y->line = n->line;
	y->code = typeword_code(r, n, NULL);
	typeword_label(r, n, &y->label);
	if ((c = reader_child(n, "", "help")) != NULL)
		typeword_label(r, c, &y->help);
	y->start = reader_given(n, "start");
	if (strncmp(y->start, "field:", 6) != 0)
		(void)read_moment(r, n, "start", starts);
	y->stops = read_moment(r, n, "stops", stops);
	y->due = reader_given(n, "due");
	y->early = reader_given(n, "early");
	y->warn = reader_given(n, "warn");
	y->second = strcmp(reader_given(n, "check"), "second") == 0;
	y->pauses = typeword_yes(n, "pauses-while-waiting");
	y->promised = typeword_yes(n, "promise");
	if (strncmp(y->start, "field:", 6) == 0)
		read_field(r, n, y);
	else if (y->due[0] == '\0')
		typeword_fault(r, n->line, "Say when the deadline “%s” is "
		    "due.", y->code);
	if (y->second && strcmp(y->stops, "hand") != 0)
		typeword_fault(r, n->line, "A second person confirms what "
		    "the first one says: the deadline “%s” needs "
		    "stops=\"hand\".", y->code);
	if (y->promised && strcmp(y->start, "hand") == 0)
		typeword_fault(r, n->line, "Who starts the deadline “%s” by "
		    "hand promises by hand, too: leave promise out.",
		    y->code);
	if (strcmp(y->start, y->stops) == 0 && strcmp(y->start, "hand") != 0)
		typeword_fault(r, n->line, "The deadline “%s” ends where it "
		    "begins.", y->code);
	return y;
}

void
typedeadline_all(struct typeword *r, const struct reader_node *deadlines)
{
	const struct type_deadline **tail = &r->type->deadlines, *o;
	const struct reader_node *n;
	struct type_deadline *y;

	r->type->courts = deadlines == NULL ? "" : reader_given(deadlines,
	    "courts");
	for (n = deadlines == NULL ? NULL : reader_child(deadlines, "",
	    "deadline"); n != NULL; n = reader_after(n, "", "deadline")) {
		y = read_deadline(r, n);
		for (o = r->type->deadlines; o != NULL; o = o->next)
			if (strcmp(o->code, y->code) == 0)
				break;
		if (o != NULL) {
			typeword_fault(r, n->line, "There are two <deadline> "
			    "with the code “%s”.", y->code);
			continue;
		}
		*tail = y;
		tail = (const struct type_deadline **)&y->next;
	}
}
