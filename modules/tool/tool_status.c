/* SPDX-License-Identifier: MIT */
/* dossier status: how the house stands, as plugins of Nagios say it. */
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "base/buf.h"
#include "domain/house/health.h"
#include "store/db.h"
#include "tool/commands.h"
#include "tool/tool.h"
#include "tool/tool_machine.h"
#include "tool/tool_probe.h"

static const char *const words[] = { "OK", "WARNING", "CRITICAL", "UNKNOWN" };

/* What is there goes first and loudest. */
static void
print_line(const struct health_check *c)
{
	printf("%-9s %-16s %s\n", words[c->grade], c->name, c->said);
}

/* 'label'=value[unit];[warning];[critical]; "min:" is a least value. */
static void
add_figure(struct buf *b, const struct health_check *c)
{
	if (!c->measured)
		return;
	buf_printf(b, " %s=%lld%s", c->name, (long long)c->value, c->unit);
	if (c->warning == 0 && c->critical == 0)
		buf_text(b, ";;;0");
	else if (c->least)
		buf_printf(b, ";%lld:;%lld:;0", (long long)c->warning,
		    (long long)c->critical);
	else
		buf_printf(b, ";%lld;%lld;0", (long long)c->warning,
		    (long long)c->critical);
}

/* A line each program: does it answer at its socket? */
static void
ask_programs(struct tool *t, struct health *h)
{
	struct health_check **tail = &h->checks, *c;
	const char *const *p, *why;

	while (*tail != NULL)
		tail = &(*tail)->next;
	for (p = tool_machine_programs; *p != NULL; p++) {
		why = tool_probe_program(t->cx.arena, arena_printf(t->cx.arena,
		    "%s/%s.sock", t->cx.conf->sockets, *p),
		    t->cx.conf->base_path);
		c = arena_alloc(t->cx.arena, sizeof(*c));
		*c = (struct health_check){ .name = *p, .said = "It answers.",
		    .unit = "" };
		if (why != NULL) {
			c->grade = why == tool_probe_refused ? HEALTH_UNKNOWN :
			    HEALTH_CRITICAL;
			c->said = arena_printf(t->cx.arena, "It does not "
			    "answer: %s.", why);
		}
		h->worst = health_worse(h->worst, c->grade);
		*tail = c;
		tail = &c->next;
	}
}

/* What is not in order, in the first line; its sentence goes on. */
static int
print_bad(const struct health_check *c)
{
	int n = 0, len;

	for (; c != NULL; c = c->next) {
		if (c->grade == HEALTH_OK)
			continue;
		len = (int)strlen(c->said);
		if (len > 0 && c->said[len - 1] == '.')
			len--;
		printf("%s%s: %.*s", n++ == 0 ? " - " : "; ", c->name, len,
		    c->said);
	}
	return n;
}

static int
print(const struct health *h)
{
	const struct health_check *c;
	struct buf figures = { 0 };
	int n = 0;

	for (c = h->checks; c != NULL; c = c->next) {
		add_figure(&figures, c);
		n++;
	}
	printf("DOSSIER %s", words[h->worst]);
	if (print_bad(h->checks) == 0)
		printf(" - all %d checks", n);
	printf(" |%s\n", figures.data == NULL ? "" : figures.data);
	buf_free(&figures);
	for (c = h->checks; c != NULL; c = c->next)
		print_line(c);
	return fflush(stdout) == 0 ? (int)h->worst : HEALTH_UNKNOWN;
}

/* What can be said where nothing can be looked at. */
static int
only(enum health_grade grade, const char *why)
{
	printf("DOSSIER %s - %s\n", words[grade], why);
	return grade;
}

int
tool_status(struct tool *t)
{
	char host[256] = "";
	struct health h;
	enum err e;

	if (tool_configure(t) != TOOL_DONE)
		return only(HEALTH_UNKNOWN, "dossier.conf cannot be used");
	gethostname(host, sizeof(host) - 1);
	if ((e = db_open(&t->cx, t->cx.conf->store, &t->cx.db)) == OK &&
	    (e = db_begin(&t->cx, DB_READ)) == OK)
		e = health_look(&t->cx, host, &h);
	db_rollback(&t->cx);
	if (e != OK)
		return only(HEALTH_CRITICAL, t->cx.why != NULL ? t->cx.why :
		    "the store does not answer");
	ask_programs(t, &h);
	return print(&h);
}
