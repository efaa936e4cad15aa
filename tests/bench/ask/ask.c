/* SPDX-License-Identifier: MIT */
/*
 * bench_ask PORT PLAN ROUNDS STORE GROUP=PID...: asks every cell of the plan
 * in every round and writes a line of CSV for each. A line of the plan is
 *
 *	NAME VIEWER get|note|register|commit CONNECTIONS COUNT TARGETS
 *
 * where the file TARGETS has one path a line and for forms, after a blank,
 * further fields. STORE is the one that bare commits go to. Groups are
 * programs, web, store and bound.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "ask.h"
#include "base/digest.h"

static struct ask_cell *plan;
static int rounds;

static _Noreturn void
fail(const char *what, const char *about)
{
	fprintf(stderr, "bench_ask: %s %s\n", what, about);
	exit(1);
}

void
ask_took(struct ask_cell *c, double seconds)
{
	if (c->ntook == c->room) {
		c->room = c->room == 0 ? 1024 : 2 * c->room;
		c->took = realloc(c->took, c->room * sizeof(double));
		if (c->took == NULL)
			abort();
	}
	c->took[c->ntook++] = seconds;
	c->asked++;
}

static void
read_targets(struct ask_cell *c, const char *path)
{
	FILE *f = fopen(path, "r");
	char line[2048], *more;

	if (f == NULL)
		fail("no targets", path);
	while (fgets(line, sizeof(line), f) != NULL) {
		line[strcspn(line, "\n")] = '\0';
		if ((more = strchr(line, ' ')) != NULL)
			*more++ = '\0';
		c->targets = realloc(c->targets, (c->ntargets + 1) *
		    sizeof(*c->targets));
		if (c->targets == NULL)
			abort();
		c->targets[c->ntargets].path = strdup(line);
		c->targets[c->ntargets++].more = strdup(more == NULL ? "" :
		    more);
	}
	fclose(f);
	if (c->ntargets == 0)
		fail("no targets in", path);
}

static void
read_plan(const char *path)
{
	static const char *const kinds[] = { "get", "note", "register",
	    "commit" };
	struct ask_cell **tail = &plan, *c;
	FILE *f = fopen(path, "r");
	char kind[20], targets[1024];
	int i, g;

	if (f == NULL)
		fail("no plan", path);
	for (;;) {
		if ((c = calloc(1, sizeof(*c))) == NULL)
			abort();
		if (fscanf(f, "%39s %19s %19s %d %d %1023s", c->name,
		    c->viewer, kind, &c->lanes, &c->count, targets) != 6)
			break;
		for (i = 0; i < 3 && strcmp(kinds[i], kind) != 0; i++)
			;
		c->kind = (enum ask_kind)i;
		read_targets(c, targets);
		c->rate = calloc((size_t)rounds, sizeof(double));
		for (g = 0; g < 4; g++)
			c->cpu[g] = calloc((size_t)rounds, sizeof(double));
		*tail = c;
		tail = &c->next;
	}
	free(c);
	fclose(f);
}

/* The token that a viewer's forms carry, from any page of theirs. */
static void
fetch_csrf(struct ask_cell *c)
{
	char *body, *s;

	if (c->kind != ASK_NOTE && c->kind != ASK_REGISTER)
		return;
	if (ask_http_get("/", c->viewer, &body) != 200 || (s = strstr(body,
	    "name=\"csrf\" value=\"")) == NULL)
		fail("no form on the first page of", c->viewer);
	s += strlen("name=\"csrf\" value=\"");
	snprintf(c->csrf, sizeof(c->csrf), "%.*s", (int)strcspn(s, "\""), s);
}

static void
measure(struct ask_cell *c, bool counted)
{
	double before[4], after[4], from = ask_clock(), took, began, own;
	int g;

	ask_cpu_read(before);
	began = ask_cpu_own();
	if (c->kind == ASK_COMMIT)
		ask_commit_run(c, counted);
	else if (!ask_http_run(c, counted))
		fail("no answer:", c->name);
	own = ask_cpu_own();
	ask_cpu_read(after);
	took = ask_clock() - from;
	if (c->kind == ASK_COMMIT)	/* this process did the work */
		after[3] = before[3] + own - began;
	if (!counted)
		return;
	for (g = 0; g < 4; g++)
		c->cpu[g][c->rounds] = (after[g] - before[g]) * 1e6 /
		    c->count;
	c->rate[c->rounds++] = c->count / took;
}

static int
compare(const void *a, const void *b)
{
	double x = *(const double *)a, y = *(const double *)b;

	return x < y ? -1 : x > y;
}

static double
at(double *list, size_t n, double part)
{
	size_t i;

	if (n == 0)
		return 0;
	qsort(list, n, sizeof(*list), compare);
	i = (size_t)(part * (double)n);
	return list[i < n ? i : n - 1];
}

static void
show(struct ask_cell *c)
{
	size_t n = (size_t)c->rounds;
	double programs = at(c->cpu[0], n, 0.5), bound = at(c->cpu[3], n,
	    0.5);
	int g = programs > bound ? 0 : 3;

	printf("%s,%s,%d,%zu,%zu,%d,%.0f,%.1f,%.1f,%.1f,%.1f,%.1f,%.0f,%.0f,"
	    "%.0f,%.1f\n", c->name, c->viewer, c->lanes, c->asked, c->bad,
	    c->last_bad, c->asked == 0 ? 0 : (double)c->bytes /
	    (double)c->asked, at(c->cpu[g], n, 0.5), at(c->cpu[g], n, 0.1),
	    at(c->cpu[g], n, 0.9), at(c->cpu[1], n, 0.5), at(c->cpu[2], n,
	    0.5), at(c->took, c->ntook, 0.5) * 1e6, at(c->took, c->ntook,
	    0.99) * 1e6, at(c->took, c->ntook, 1.0) * 1e6, at(c->rate, n,
	    0.5));
}

int
main(int argc, char **argv)
{
	static const char *const groups[] = { "programs=", "web=", "store=",
	    "bound=" };
	struct ask_cell *c;
	size_t bad = 0;
	int i, g, r;

	if (argc < 5)
		fail("use: PORT PLAN ROUNDS STORE", "GROUP=PID...");
	rounds = (int)strtol(argv[3], NULL, 10);
	ask_http_port((int)strtol(argv[1], NULL, 10));
	read_plan(argv[2]);
	digest_start();
	ask_commit_open(argv[4]);
	for (i = 5; i < argc; i++)
		for (g = 0; g < 4; g++)
			if (strncmp(argv[i], groups[g], strlen(groups[g])) ==
			    0)
				ask_cpu_group(g, (int)strtol(argv[i] +
				    strlen(groups[g]), NULL, 10));
	for (c = plan; c != NULL; c = c->next)
		fetch_csrf(c);
	for (r = -1; r < rounds; r++) {
		for (c = plan; c != NULL; c = c->next)
			measure(c, r >= 0);
		fprintf(stderr, r < 0 ? "warm\n" : "round %d of %d\n", r + 1,
		    rounds);
	}
	puts("name,viewer,connections,requests,bad,status,bytes,cpu,cpu_low,"
	    "cpu_high,web,store,p50,p99,worst,rate");
	for (c = plan; c != NULL; c = c->next) {
		show(c);
		bad += c->bad;
	}
	return bad == 0 ? 0 : 3;
}
