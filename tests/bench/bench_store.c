/* SPDX-License-Identifier: MIT */
/*
 * bench_store FILE [WAY]: what lists, search and doors cost on a store of
 * make_store, in CPU microseconds (median and worst of 15), for four viewers.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "base/digest.h"
#include "base/log.h"
#include "domain/person.h"
#include "domain/similar.h"
#include "model/event.h"
#include "store/db.h"
#include "store/store_dossier.h"
#include "store/store_queue.h"
#include "store/store_search.h"
#include "store/store_task.h"
#include "store/store_timeline.h"

#define ROUNDS 15

static struct ctx cx;
static enum store_queue_way way;
static const struct store_queue_filter *filter;
static const char *asked;
static int64_t rows;

static double
cpu(void)
{
	struct timespec t;

	clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &t);
	return (double)t.tv_sec * 1e6 + (double)t.tv_nsec / 1e3;
}

static int
compare(const void *a, const void *b)
{
	double x = *(const double *)a, y = *(const double *)b;

	return x < y ? -1 : x > y;
}

static void
measure(const char *viewer, const char *name, void (*page)(void))
{
	double took[ROUNDS], from;
	int i;

	for (i = -3; i < ROUNDS; i++) {
		from = cpu();
		if (db_begin(&cx, DB_READ) != OK)
			log_fatal("no transaction");
		rows = 0;
		page();
		if (db_commit(&cx) != OK)
			log_fatal("%s failed", name);
		arena_reset(cx.arena);
		if (i >= 0)
			took[i] = cpu() - from;
	}
	qsort(took, ROUNDS, sizeof(took[0]), compare);
	printf("%-8s %-34s %10.1f %10.1f %6lld\n", viewer, name,
	    took[ROUNDS / 2], took[ROUNDS - 1], (long long)rows);
	fflush(stdout);
}

static void
a_list(void)
{
	struct store_queue_filter f = *filter;
	struct dossier *d;

	f.way = way;
	if (store_queue_list(&cx, &f, &d) != OK)
		log_fatal("list: %s", cx.why);
	for (; d != NULL; d = d->next)
		rows++;
}

static void
a_count(void)
{
	struct store_queue_filter f = *filter;

	f.way = way;
	if (store_queue_count(&cx, &f, 1001, &rows) != OK)
		log_fatal("count: %s", cx.why);
}

static void
a_search(void)
{
	struct dossier *d;

	if (store_queue_find(&cx, asked, strlen(asked) == 3, 51, &d) != OK)
		log_fatal("find: %s", cx.why);
	for (; d != NULL; d = d->next)
		rows++;
}

/* The same words without rights: what the engine itself takes. */
static void
a_bare_search(void)
{
	struct db_rows q;

	db_query(&cx, &q, "SELECT rowid FROM dossier_fts"
	    " WHERE dossier_fts MATCH $1 ORDER BY rowid DESC LIMIT 51",
	    db_t(store_search_match(&cx, asked, strlen(asked) == 3)));
	while (db_row(&q))
		rows += db_int(&q) > 0;
	db_end(&q);
}

static void
a_door(void)
{
	static const struct store_timeline_filter newest = { .kind = "",
	    .until = INT64_MAX, .limit = 9 };
	struct dossier *d;
	struct event *e;
	int64_t at = 1 + (int64_t)digest_below(9999);

	if (store_dossier_find(&cx, arena_printf(cx.arena, "C-2026-%08lld",
	    (long long)(at * 7919 % 100000000)), &d) != OK)
		log_fatal("door");
	if (d == NULL)
		return;
	rows = 1;
	if (store_dossier_values(&cx, d) != OK ||
	    store_task_list(&cx, d) != OK ||
	    store_timeline_list(&cx, d, &newest, &e) != OK)
		log_fatal("door: %s", cx.why);
}

static void
a_start(void)
{
	struct store_queue_counts c;
	struct task *t;

	if (store_queue_counts(&cx, &c) != OK ||
	    store_task_mine(&cx, 0, 0, 21, &t) != OK ||
	    store_task_count_mine(&cx, 1001, &rows) != OK ||
	    store_task_count_teams(&cx, 1001, &rows) != OK)
		log_fatal("start: %s", cx.why);
	rows = c.tray;
}

#define NONE .field = "", .value = "", .after = "", .limit = 51
static const struct {
	const char *name;
	struct store_queue_filter f;
} lists[] = {
	{ "open by due", { NONE,
	    .words = "", .type = "", .phase = "", .status = "open" } },
	{ "open by title", { NONE,
	    .words = "", .type = "", .phase = "", .status = "open",
	    .sort = STORE_QUEUE_TITLE } },
	{ "all by received, newest", { NONE, .words = "",
	    .type = "", .phase = "", .status = "",
	    .sort = STORE_QUEUE_RECEIVED, .descending = true } },
	{ "closed by touched, newest", { NONE, .words = "",
	    .type = "", .phase = "", .status = "closed",
	    .sort = STORE_QUEUE_TOUCHED, .descending = true } },
	{ "permits, all by number", { NONE, .words = "",
	    .phase = "", .status = "", .type = "permit",
	    .sort = STORE_QUEUE_NUMBER } },
	{ "one team, open by due", { NONE, .words = "",
	    .type = "", .phase = "", .status = "open", .team = 20 } },
	{ "open, one phase", { NONE, .words = "",
	    .type = "", .status = "open", .phase = "risk" } },
	{ "all, phase risk by title", { NONE, .words = "",
	    .type = "", .status = "", .phase = "risk",
	    .sort = STORE_QUEUE_TITLE } },
	{ "open, risk 3, by received", { NONE, .words = "",
	    .type = "", .phase = "", .status = "open", .risk = 3,
	    .sort = STORE_QUEUE_RECEIVED } },
	{ "no such phase", { NONE, .words = "",
	    .type = "", .status = "", .phase = "none" } },
	{ "overdue by title", { NONE, .words = "",
	    .type = "", .phase = "", .status = "", .overdue = true,
	    .sort = STORE_QUEUE_TITLE } },
	{ "tray", { NONE, .words = "",
	    .type = "", .phase = "", .status = "open", .unscreened = true,
	    .sort = STORE_QUEUE_RECEIVED } },
	{ "led by one", { NONE, .words = "",
	    .type = "", .phase = "", .status = "", .lead = 77 } },
	{ "nobody's, open", { NONE, .words = "",
	    .type = "", .phase = "", .status = "open", .lead = -1 } },
	{ "colour red, all by touched", { NONE, .words = "",
	    .type = "", .phase = "", .status = "",
	    .sort = STORE_QUEUE_TOUCHED } },
	{ "contract k77", { NONE,
	    .words = "", .type = "", .phase = "", .status = "" } },
	{ "of one person", { NONE, .words = "",
	    .type = "", .phase = "", .status = "", .person = 5000 } },
	{ "common word, by due", { NONE, .type = "", .phase = "", .status = "",
	    .words = "w3" } },
	{ "rarer word, by title", { NONE,
	    .type = "", .phase = "", .status = "",
	    .words = "w900", .sort = STORE_QUEUE_TITLE } },
};

/* Who may be the same as "w12 w123", of whom there are many. */
static void
a_likely_person(void)
{
	struct person_new n = { .name = "w12 w123", .phone = "030 12345678",
	    .email = "w@example.org" };
	struct person *p;

	cx.rights = RIGHT_INTAKE;
	if (person_likely(&cx, &n, &p) != OK)
		log_fatal("likely: %s", cx.why);
	for (; p != NULL; p = p->next)
		rows++;
}

/* Open cases of the most frequent words. */
static void
a_similar_case(void)
{
	struct person who = { .id = 7, .email = "", .phone = "" };
	struct similar_ask ask = { .type = "complaint", .requester = &who,
	    .title = "w1 w2 w3 w40 w50 w5000" };
	struct similar *s;

	if (similar_find(&cx, &ask, 5, &s) != OK)
		log_fatal("similar: %s", cx.why);
	for (; s != NULL; s = s->next)
		rows++;
}

int
main(int argc, char **argv)
{
	static const char *const viewers[] = { "", "wide", "narrow", "three",
	    "granted" };
	static const char *const words[] = { "w1", "w50", "w5000", "w1 w40",
	    "w123", "w12" };
	struct store_queue_filter f;
	char name[64];
	size_t i, v;

	if (argc < 2)
		log_fatal("use: bench_store FILE [WAY]");
	way = argc > 2 ? (enum store_queue_way)(argv[2][0] - '0') :
	    STORE_QUEUE_CHOOSE;
	digest_start();
	cx = (struct ctx){ .arena = arena_new(), .now = INT64_C(1795521600),
	    .login = "", .lang = "en", .zone = "UTC" };
	if (db_open(&cx, argv[1], &cx.db) != OK)
		log_fatal("%s", cx.why);
	printf("%-8s %-34s %10s %10s %6s\n", "viewer", "page", "median us",
	    "worst us", "rows");
	for (v = 1; v <= 4; v++) {
		cx.viewer = (int64_t)v;
		for (i = 0; i < sizeof(lists) / sizeof(lists[0]); i++) {
			f = lists[i].f;
			if (strncmp(lists[i].name, "colour", 6) == 0) {
				f.field = "colour";
				f.value = "red";
			}
			if (strncmp(lists[i].name, "contract", 8) == 0) {
				f.field = "contract";
				f.value = "k77";
			}
			filter = &f;
			measure(viewers[v], lists[i].name, a_list);
			measure(viewers[v], "  counted", a_count);
		}
		for (i = 0; i < sizeof(words) / sizeof(words[0]); i++) {
			asked = words[i];
			snprintf(name, sizeof(name), "find %s", asked);
			measure(viewers[v], name, a_search);
			if (v == 1)
				measure("", "  bare", a_bare_search);
		}
		measure(viewers[v], "a dossier with its history", a_door);
		measure(viewers[v], "start page", a_start);
		measure(viewers[v], "likely the same person", a_likely_person);
		measure(viewers[v], "similar open cases", a_similar_case);
	}
	db_close(cx.db);
	return 0;
}
