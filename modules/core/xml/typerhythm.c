/* SPDX-License-Identifier: MIT */
/* How long the cases of a type may be without contact, or a next date. */
#include "xml/typerhythm.h"

#include <stdlib.h>
#include <string.h>

#define MOST 366	/* days */

/* "7 days", "5 working days", "none"; false: it is none of these. */
static bool
read_days(const char *text, struct type_rhythm *out)
{
	char *rest;
	long n;

	out->days = 0;
	if (strcmp(text, "none") == 0)
		return true;
	n = strtol(text, &rest, 10);
	if (rest == text || n < 1 || n > MOST)
		return false;
	out->days = (int)n;
	out->works = strncmp(rest, " working", 8) == 0;
	if (out->works)
		rest += 8;
	return strcmp(rest, " days") == 0 || strcmp(rest, " day") == 0;
}

static void
read_contact(struct typeword *r, const struct reader_node *n,
    struct type_rhythm *out)
{
	const char *text = reader_given(n, "contact");

	if (text[0] != '\0' && !read_days(text, out))
		typeword_fault(r, n->line, "contact=\"%s\" is no rhythm; write "
		    "“7 days”, “5 working days” or “none”, and %d days at "
		    "the most.", text, MOST);
}

/* The step of a risk, from 1; 0: there is none. */
static int
step_of(const struct casetype *t, const char *code)
{
	const struct term *m;
	int step = 1;

	for (m = t->risks; m != NULL; m = m->next, step++)
		if (strcmp(m->code, code) == 0)
			return step;
	return 0;
}

static struct type_rhythm *
read_when(struct typeword *r, const struct reader_node *n)
{
	struct type_rhythm *w = arena_alloc(r->arena, sizeof(*w));
	const char *risk = reader_given(n, "risk");

	w->phase = reader_given(n, "phase");
	if (w->phase[0] == '\0' && risk[0] == '\0')
		typeword_fault(r, n->line, "Say of which phase or risk this "
		    "<when> is.");
	if (w->phase[0] != '\0' &&
	    typeword_find(r->type->phases, w->phase) == NULL)
		typeword_fault(r, n->line, "There is no phase “%s”.",
		    w->phase);
	if (risk[0] != '\0' && (w->risk = step_of(r->type, risk)) == 0)
		typeword_fault(r, n->line, "There is no risk “%s”.", risk);
	if (reader_given(n, "contact")[0] == '\0')
		typeword_fault(r, n->line, "Say how often contact is agreed: "
		    "this <when> needs contact=\"...\".");
	read_contact(r, n, w);
	return w;
}

void
typerhythm_read(struct typeword *r, const struct reader_node *n)
{
	const struct type_rhythm **tail;
	const struct reader_node *c;
	struct type_rhythm *first, *w;

	if (n == NULL)
		return;
	first = arena_alloc(r->arena, sizeof(*first));
	first->phase = "";
	first->dated = strcmp(reader_given(n, "next-date"), "always") == 0;
	read_contact(r, n, first);
	if (!first->dated && first->days == 0 &&
	    reader_child(n, "", "when") == NULL)
		typeword_fault(r, n->line, "This <rhythm> asks for nothing; "
		    "give it contact=\"...\" or next-date=\"always\".");
	r->type->rhythm = first;
	tail = &first->next;
	for (c = reader_child(n, "", "when"); c != NULL;
	    c = reader_after(c, "", "when")) {
		w = read_when(r, c);
		*tail = w;
		tail = (const struct type_rhythm **)&w->next;
	}
}
