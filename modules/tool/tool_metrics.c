/* SPDX-License-Identifier: MIT */
/* dossier metrics: what the programs counted and how the house stands. */
#include <stdio.h>
#include <string.h>

#include "domain/house/health.h"
#include "store/db.h"
#include "tool/commands.h"
#include "tool/tool.h"
#include "tool/tool_machine.h"
#include "tool/tool_probe.h"

#define PROGRAMS 16

/* What each program says; NULL where it does not answer. */
struct told {
	const char *program, *text;
};

static size_t
ask_programs(struct tool *t, struct told *told)
{
	const char *const *p, *why;
	size_t n = 0;

	for (p = tool_machine_programs; *p != NULL && n < PROGRAMS; p++, n++) {
		told[n].program = *p;
		told[n].text = tool_probe_text(t->cx.arena,
		    arena_printf(t->cx.arena, "%s/%s.sock",
		    t->cx.conf->sockets, *p), arena_printf(t->cx.arena,
		    "%s/%s/metrics", t->cx.conf->base_path, *p), &why);
		if (told[n].text != NULL &&
		    strncmp(told[n].text, "# HELP ", 7) != 0)
			told[n].text = NULL;
	}
	return n;
}

static const char *
next_line(const char *s)
{
	s += strcspn(s, "\n");
	return *s == '\n' ? s + 1 : s;
}

/* The n-th family of a text: its two lines of head, then its figures. */
static const char *
family(const char *s, size_t n, const char **figures, const char **end)
{
	for (;; s = *end) {
		while (*s != '\0' && strncmp(s, "# HELP ", 7) != 0)
			s = next_line(s);
		if (*s == '\0')
			return NULL;
		*figures = next_line(next_line(s));
		for (*end = *figures; **end != '\0' && **end != '#';)
			*end = next_line(*end);
		if (n-- == 0)
			return s;
	}
}

/* All lines of one figure stand together, of whichever program they are;
 * all programs tell the same figures in the same order. */
static void
print_told(const struct told *told, size_t n)
{
	const char *head, *figures, *end;
	bool more = true;
	size_t i, k;

	for (k = 0; more; k++) {
		more = false;
		for (i = 0; i < n; i++) {
			if (told[i].text == NULL || (head = family(
			    told[i].text, k, &figures, &end)) == NULL)
				continue;
			if (more)
				head = figures;
			printf("%.*s", (int)(end - head), head);
			more = true;
		}
	}
	puts("# HELP dossier_program_up Does the program answer?\n"
	    "# TYPE dossier_program_up gauge");
	for (i = 0; i < n; i++)
		printf("dossier_program_up{program=\"%s\"} %d\n",
		    told[i].program, told[i].text != NULL);
}

static void
print_health(const struct health *h)
{
	const struct health_check *c;

	puts("# HELP dossier_check What dossier status finds: 0 in order, "
	    "1 warning, 2 critical, 3 not known.\n"
	    "# TYPE dossier_check gauge");
	for (c = h->checks; c != NULL; c = c->next)
		printf("dossier_check{check=\"%s\"} %d\n", c->name,
		    (int)c->grade);
	puts("# HELP dossier_check_value The figure behind it: seconds, or "
	    "bytes.\n# TYPE dossier_check_value gauge");
	for (c = h->checks; c != NULL; c = c->next)
		if (c->measured)
			printf("dossier_check_value{check=\"%s\"} %lld\n",
			    c->name, (long long)c->value);
}

int
tool_metrics(struct tool *t)
{
	struct told told[PROGRAMS];
	struct health h;
	bool known;

	if (tool_configure(t) != TOOL_DONE)
		return TOOL_FAILED;
	print_told(told, ask_programs(t, told));
	known = db_open(&t->cx, t->cx.conf->store, &t->cx.db) == OK &&
	    db_begin(&t->cx, DB_READ) == OK &&
	    health_look(&t->cx, NULL, &h) == OK;
	db_rollback(&t->cx);
	printf("# HELP dossier_store_up Does the store answer?\n"
	    "# TYPE dossier_store_up gauge\ndossier_store_up %d\n", known);
	if (known)
		print_health(&h);
	return fflush(stdout) == 0 ? TOOL_DONE : TOOL_FAILED;
}
