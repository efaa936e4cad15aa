/* SPDX-License-Identifier: MIT */
/*
 * Preloaded into a program: what each of its SQL statements takes, in CPU
 * microseconds a request. Written to $BENCH_STATEMENTS.PID now and then.
 */
#include <dlfcn.h>
#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#define ROOM 1024
#define EVERY 100		/* transactions between two reports */

static struct {
	char *sql;
	double seconds;
	long runs, steps;
} seen[ROOM];
static size_t nseen;
static long transactions;

static double
cpu(void)
{
	struct timespec t;

	clock_gettime(CLOCK_THREAD_CPUTIME_ID, &t);
	return (double)t.tv_sec + (double)t.tv_nsec / 1e9;
}

static size_t
slot_of(sqlite3_stmt *st)
{
	const char *sql = st == NULL ? NULL : sqlite3_sql(st);
	size_t i;

	if (sql == NULL)
		sql = "(the engine's own)";
	for (i = 0; i < nseen && strcmp(seen[i].sql, sql) != 0; i++)
		;
	if (i == nseen && nseen < ROOM - 1)
		seen[nseen++].sql = strdup(sql);
	return i;
}

static int
compare(const void *a, const void *b)
{
	double x = *(const double *)((const char *)a +
	    sizeof(char *)), y = *(const double *)((const char *)b +
	    sizeof(char *));

	return x < y ? 1 : x > y ? -1 : 0;
}

static void
report(void)
{
	char path[1024];
	size_t i;
	FILE *f;

	snprintf(path, sizeof(path), "%s.%d", getenv("BENCH_STATEMENTS"),
	    (int)getpid());
	if ((f = fopen(path, "w")) == NULL)
		return;
	qsort(seen, nseen, sizeof(seen[0]), compare);
	for (i = 0; i < nseen; i++)
		fprintf(f, "%9.1f us  %6.2f runs  %8.1f rows  %.400s\n",
		    seen[i].seconds * 1e6 / (double)transactions,
		    (double)seen[i].runs / (double)transactions,
		    (double)seen[i].steps / (double)transactions,
		    seen[i].sql);
	fclose(f);
}

int
sqlite3_step(sqlite3_stmt *st)
{
	static int (*real)(sqlite3_stmt *);
	double from;
	size_t i;
	int rc;

	if (real == NULL)
		*(void **)&real = dlsym(RTLD_NEXT, "sqlite3_step");
	i = slot_of(st);
	from = cpu();
	rc = real(st);
	seen[i].seconds += cpu() - from;
	seen[i].steps += rc == SQLITE_ROW;
	seen[i].runs += rc != SQLITE_ROW;
	if (strncmp(seen[i].sql, "BEGIN", 5) == 0 &&
	    ++transactions % EVERY == 0)
		report();
	return rc;
}
