/* SPDX-License-Identifier: MIT */
/* dossier court check, dossier court install, dossier court reckon */
#include <stdio.h>

#include "domain/type/court.h"
#include "domain/type/court_kept.h"
#include "domain/type/court_words.h"
#include "text/date.h"
#include "text/message.h"
#include "tool/commands.h"
#include "tool/tool.h"

/* The faults are lines of their own, as a compiler prints them. */
static int
faults(struct tool *t)
{
	fprintf(stderr, "%s\n", t->cx.why);
	return TOOL_FAILED;
}

int
tool_court_check(struct tool *t)
{
	const char *source;
	const struct court *c;
	int i, status = TOOL_DONE;

	for (i = 0; i < t->operands; i++) {
		if (court_file(&t->cx, t->operand[i], &source, &c) != OK)
			status = faults(t);
		else
			printf("%s: the rules of a court, without faults\n",
			    t->operand[i]);
	}
	return status;
}

static enum err
install(struct tool *t)
{
	const struct court *c;
	enum err e = OK;
	int i;

	for (i = 0; e == OK && i < t->operands; i++)
		if ((e = court_kept_install(&t->cx, t->operand[i],
		    &c)) == OK)
			printf("%s, version %d\n", c->code, c->version);
	return e;
}

int
tool_court_install(struct tool *t)
{
	const struct court *c;
	const char *source;
	int i, status;

	for (i = 0; i < t->operands; i++)
		if (court_file(&t->cx, t->operand[i], &source, &c) != OK)
			return faults(t);
	if ((status = tool_store(t)) != TOOL_DONE)
		return status;
	return tool_write(t, install);
}

static void
print_lines(struct tool *t, const struct courtcount *r)
{
	const struct courtcount_line *l;

	for (l = r->lines; l != NULL; l = l->next) {
		printf("  %s", date_iso(t->cx.arena, l->from));
		printf("%s%s  %s", l->from == l->until ? "            " :
		    ", ", l->from == l->until ? "" :
		    date_iso(t->cx.arena, l->until),
		    court_words_why(l->why));
		printf("%s%s\n", l->name[0] == '\0' ? "" : ": ", l->name);
	}
}

static void
print(struct tool *t, const struct courtcount_ask *ask,
    const struct courtcount *r)
{
	const struct courtcount_step *s;

	printf("%s (%s)\n", message_label(&ask->rule->label, t->cx.lang),
	    ask->rule->source);
	for (s = r->steps; s != NULL; s = s->next)
		printf("%s%s%s%s\n", court_words_step(&t->cx, ask, s),
		    s->source[0] == '\0' ? "" : " (", s->source,
		    s->source[0] == '\0' ? "" : ")");
	print_lines(t, r);
	printf("Due: %s\n", date_iso(t->cx.arena, r->due));
	if (r->early != 0)
		printf("Pre-deadline: %s\n", date_iso(t->cx.arena,
		    r->early));
	if (r->warn != 0)
		printf("Warning: %s\n", date_iso(t->cx.arena, r->warn));
}

static const char *
given(const struct tool *t, const char *option)
{
	const char *value = tool_value(t, option);

	return value == NULL ? "" : value;
}

int
tool_court_reckon(struct tool *t)
{
	const struct court_said said = { .rule = t->operand[1],
	    .day = t->operand[2], .served = given(t, "served"),
	    .more = given(t, "more"), .region = given(t, "holidays") };
	const struct mistake *m;
	struct courtcount_ask ask;
	struct courtcount r;
	const struct court *c;
	const char *source;

	if (court_file(&t->cx, t->operand[0], &source, &c) != OK)
		return faults(t);
	if (court_ask(&t->cx, c, &said, &ask) != OK) {
		for (m = t->cx.mistakes; m != NULL; m = m->next)
			(void)tool_fail("%s: %s", m->field, m->text);
		return TOOL_FAILED;
	}
	courtcount(t->cx.arena, &ask, t->cx.lang, &r);
	if (r.trouble != NULL)
		return tool_fail("%s", r.trouble);
	print(t, &ask, &r);
	return TOOL_DONE;
}
