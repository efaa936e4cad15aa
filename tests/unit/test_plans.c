/* SPDX-License-Identifier: MIT */
/*
 * Every statement of the store is explained: those composed for lists, and
 * the constant ones, which are read out of the library itself. None may read
 * a large table from end to end.
 */
#include <ctype.h>
#include <stdlib.h>

#include "base/buf.h"
#include "check.h"
#include "store/db.h"
#include "store/store_arrival.h"
#include "store/store_clearance.h"
#include "store/store_contract.h"
#include "store/store_docket.h"
#include "store/store_person.h"
#include "store/store_proceeding.h"
#include "store/store_queue.h"
#include "store/store_similar.h"
#include "world.h"
#include "world_store.h"

static const char *const large[] = { "person", "person_word", "dossier",
    "dossier_phase", "field_value", "party", "task", "note", "document",
    "dossier_search", "event", "event_body", "viewer_grant", "viewer_wall",
    "viewer_scope", "session", "session_key", "import_trace",
    "signin_failure", "dossier_label", "list_view", "person_near",
    "person_identifier", "person_address", "arrival", "arrival_file", "draft",
    "seal", "seal_head", "dossier_count", "decision", "decision_why",
    "approval", "approval_act", "approval_input", "plan_item",
    "plan_mark", "goal", "goal_step", "goal_value", "assignment",
    "assignment_turn", "staff_skill", "plan_call", "wall_dossier",
    "event_protected", "event_other", "act", "act_step", "dossier_link",
    "dossier_moved", "form", "form_answer", "form_edition", "form_line",
    "deadline", "deadline_span", "deadline_notice", "promise", "silence",
    "handover", "handover_case", "handover_line", "appointment",
    "careplan", "careplan_edition", "careplan_line", "problem_goal",
    "service", "service_day",
    "appointment_person", "appointment_except", "document_version", "follow",
    "outbox", "glass", "unmasked", "exchange", "proceeding", "counsel",
    "hearing", "docket_entry", "docket_party", "docket_counsel",
    "docket_document", "docket_word", "part_release", "wall_count", "share",
    "share_document",
    "share_visit", "booking", "rate", "bundle", "bundle_part", "offer",
    "judgment", "clearance", "clearance_name", "clearance_hit",
    "document_text", NULL };

/* They read everything on purpose: the operator's check of the store, the
 * administrator's pages, the newest row by its number, the sample data. */
static const char *const whole[] = { "FROM document x JOIN dossier d",
    "SELECT y.code, y.version, '' AS name, t.said",
    "SELECT d.number FROM dossier d WHERE NOT EXISTS",
    "FROM document x WHERE x.compartment <> 0 UNION ALL",
    "FROM seal_head h  LEFT JOIN dossier d", "SELECT b.event FROM event_body",
    "LEFT JOIN (SELECT d.scope, count(*)",
    "SELECT s.login FROM (SELECT x.viewer FROM",
    "WHERE coalesce(x.lead, 0) <> coalesce(d.lead, 0)",
    "SELECT (SELECT count(*) FROM approval)",
    "  FROM clearance c  LEFT JOIN clearance_name n",
    "  FROM part_release r JOIN dossier d",
    "SELECT count(*) FROM form_edition",
    "SELECT (SELECT count(*) FROM handover_case",
    "UPDATE outbox SET seen = queued",
    "ELSE 1 END WHERE apart = 2",
    "JOIN viewer_scope v ON v.scope = s.id ", "FROM event e"
    " ORDER BY e.id DESC LIMIT 1", "ORDER BY number DESC LIMIT 1",
    /* what a backup reads is all there is */
    "SELECT (SELECT count(*) FROM dossier),", "sha256 FROM document",
    "SELECT id, '' AS topic, seq, head FROM dossier", NULL };

static const char *texts[4000];
static size_t ntexts;

static void
keep(void *to, const char *sql)
{
	(void)to;
	if (ntexts < sizeof(texts) / sizeof(texts[0]))
		texts[ntexts++] = arena_text(cx.arena, sql);
}

/* Is the word before this alias a large table? Both may be the same. */
static bool
is_large(const char *sql, const char *alias, size_t n)
{
	const char *const *t;
	const char *hit;
	char *pair;

	for (t = large; *t != NULL; t++) {
		if (strlen(*t) == n && strncmp(*t, alias, n) == 0)
			return true;
		pair = arena_printf(cx.arena, " %s %.*s", *t, (int)n, alias);
		for (hit = sql; (hit = strstr(hit, pair)) != NULL; hit++)
			if (!isalnum((unsigned char)hit[strlen(pair)]) &&
			    hit[strlen(pair)] != '_')
				return true;
	}
	return false;
}

/* Indexes that hold the few rows that wait for something. */
static const char *const few[] = { "dossier_tray", "dossier_unsealed",
    "outbox_due", "outbox_person", "outbox_said", "handover_case_open",
    "glass_person", "viewer_wall_uncounted", "clearance_asked", "rate_house",
    "note_seal_waits", NULL };

static bool
over_few(const char *plan)
{
	const char *const *f;
	const char *index = strstr(plan, "INDEX ");

	if (index == NULL)
		return false;
	index += strlen("INDEX ");
	for (f = few; *f != NULL; f++)
		if (strncmp(index, *f, strlen(*f)) == 0)
			return true;
	return strstr(plan, "VIRTUAL TABLE INDEX") != NULL;
}

/* "SCAN d" reads all of d; over an index of few rows it does not. */
static bool
reads_all(const char *sql, const char *plan)
{
	const char *const *w;
	size_t n;

	if (strncmp(plan, "SCAN ", 5) != 0)
		return false;
	for (w = whole; *w != NULL; w++)
		if (strstr(sql, *w) != NULL)
			return false;
	plan += 5;
	n = strcspn(plan, " ");
	return is_large(sql, plan, n) && !over_few(plan);
}

static size_t
values_of(const char *sql)
{
	size_t most = 0, n;

	for (; (sql = strchr(sql, '$')) != NULL; sql++) {
		n = (size_t)strtoul(sql + 1, NULL, 10);
		if (n > most)
			most = n;
	}
	return most;
}

/* A walk is in order already: who sorts beside it took another index. A
 * narrow one stays in its scope. */
static bool
leaves_walk(const char *sql, int64_t parent, const char *plan)
{
	static int64_t walk;

	if (strncmp(plan, "SEARCH d USING INDEX dossier_", 29) == 0) {
		walk = parent;
		if (strstr(sql, " AND d.scope = $") != NULL &&
		    strstr(plan, "scope=?") == NULL)
			return true;
	}
	else if (strncmp(plan, "SEARCH d ", 9) == 0)
		walk = -1;
	return strncmp(plan, "USE TEMP B-TREE FOR ", 20) == 0 &&
	    strstr(plan, "ORDER BY") != NULL && walk == parent;
}

/* Several walks go on beside one another; one that is read to its end before
 * the others stands in a table of its own. Only grants do. */
static bool
ends_walk(const char *sql, const char *plan)
{
	return strstr(sql, " AS k, ") != NULL &&
	    strstr(sql, "FROM dossier d WHERE d.status = $") != NULL &&
	    strstr(sql, "FROM viewer_grant g  WHERE") == NULL &&
	    (strcmp(plan, "CO-ROUTINE a") == 0 ||
	    strcmp(plan, "MATERIALIZE a") == 0);
}

static bool
good_plan(const char *sql)
{
	struct db_arg none[300] = { { DB_NULL, 0, NULL, 0 } };
	bool good = true, list = strstr(sql, " AS k, ") != NULL ||
	    strstr(sql, "FROM dossier d CROSS JOIN scope") != NULL;
	const char *plan;
	struct db_rows q;
	int64_t parent;

	db_query_args(&cx, &q, arena_printf(cx.arena, "EXPLAIN QUERY PLAN %s",
	    sql), none, values_of(sql));
	while (strncmp(sql, "INSERT", 6) != 0 && db_row(&q)) {
		(void)db_int(&q);
		parent = db_int(&q);
		(void)db_int(&q);
		plan = db_text(&q);
		if (!reads_all(sql, plan) &&
		    !(list && leaves_walk(sql, parent, plan)) &&
		    !ends_walk(sql, plan))
			continue;
		printf("# %s: %s\n", plan, sql);
		good = false;
	}
	return db_end(&q) == OK && good;
}

static void
explain_all(void)
{
	size_t i;

	for (i = 0; i < ntexts; i++)
		CHECK(good_plan(texts[i]));
}

/* A name of words that all have their like. */
static void
ask_for_names(void)
{
	struct identifier number = { NULL, "", "4711" };
	const struct store_person_known k = { "a b", "a@b", "123",
	    &number };
	struct store_person_set sets[4] = { { { "a" }, 1 }, { { "b" }, 1 },
	    { { "c" }, 1 }, { { "d" }, 1 } };
	static const char *const words[] = { "water", "works" };
	struct store_person_word *near;
	struct store_similar *s;
	struct person *p;
	int64_t holders[2];
	size_t n;

	for (n = 0; n < 8; n++) {
		CHECK(store_person_near_known(&cx, &k, n % 2, 20, &p) == OK);
		CHECK(store_person_near(&cx, sets, n / 2 + 1, n % 2, 20,
		    &p) == OK);
	}
	CHECK(store_person_count(&cx, &(struct person){ .id = 1 }, 9) == OK);
	CHECK(store_similar_people(&cx, 1, &k, 0, &s) == OK);
	CHECK(store_similar_words(&cx, "complaint", words, 2, 0, &s) == OK);
	CHECK(store_person_near_words(&cx, sets[0].words, 1, 20, &near) ==
	    OK);
	CHECK(store_person_near_holders(&cx, &number, holders, 2, &n) == OK);
}

/* Each list of the unfiled tray, its first and its second page. */
static void
ask_for_arrivals(void)
{
	struct arrival *a;
	int which;

	for (which = STORE_ARRIVAL_ALL; which <= STORE_ARRIVAL_AWAY; which++) {
		CHECK(store_arrival_list(&cx, (enum store_arrival_list)which,
		    which % 2, "", 9, &a) == OK);
		CHECK(store_arrival_list(&cx, (enum store_arrival_list)which,
		    0, "U-1", 9, &a) == OK);
	}
}

/* What lawyers look through: dockets, whom they name, lists of matters. */
static void
ask_for_matters(void)
{
	static struct dossier one = { .id = 1 };
	struct store_person_set sets[3] = { { { "a" }, 1 }, { { "b" }, 1 },
	    { { "c" }, 1 } };
	const struct proceeding p = { .id = 1 };
	struct store_docket_filter f = { .limit = 9 };
	const int64_t ids[2] = { 1, 2 };
	struct docket_entry *entries;
	struct clearance_hit *hits;
	struct contract *contracts;
	struct matter *matters;
	struct person someone = { .id = 1 };
	int k;

	for (k = 0; k < 8; k++) {
		f.text = k & 1 ? "a" : "";
		f.newest = k & 2;
		f.after = k & 4 ? 1 : 0;
		CHECK(store_docket_list(&cx, &p, &f, &entries) == OK);
		entries = &(struct docket_entry){ .place = k };
		CHECK(store_docket_documents(&cx, &p, entries) == OK);
		CHECK(store_clearance_search_dockets(&cx, sets,
		    (size_t)k % 3 + 1, 0, k & 1, 9, &hits) == OK);
		CHECK(store_clearance_search_roles(&cx, ids, 2, 1, k & 1, 9,
		    &hits) == OK);
	}
	CHECK(store_clearance_search_aliases(&cx, &someone) == OK);
	CHECK(store_contract_parties(&cx, &one, &contracts) == OK);
	CHECK(store_proceeding_matters(&cx, &one, &matters) == OK);
}

/* Each filter alone and in pairs, in each order, by each way. */
static void
ask_for(struct store_queue_filter *f)
{
	struct dossier *d;
	int64_t n;
	int way;

	for (way = STORE_QUEUE_CHOOSE; way <= STORE_QUEUE_NARROW; way++) {
		f->way = (enum store_queue_way)way;
		f->sort = (enum store_queue_sort)((f->sort + 1) % 6);
		f->descending = !f->descending;
		CHECK(store_queue_list(&cx, f, &d) == OK);
		CHECK(store_queue_risks(&cx, d) == OK);
		CHECK(store_queue_count(&cx, f, 1001, &n) == OK);
	}
}

static void
with(struct store_queue_filter *f, unsigned int bits)
{
	*f = (struct store_queue_filter){ .type = bits & 1 ? "permit" : "",
	    .status = bits & 2 ? "open" : "", .phase = bits & 4 ? "risk" : "",
	    .field = bits & 8 ? "colour" : "", .value = "red",
	    .after = bits & 16 ? "C-2026-10000061" : "", .limit = 51 };
	f->risk = bits & 32 ? 2 : 0;
	f->lead = bits & 64 ? 1 : bits & 128 ? -1 : 0;
	f->team = bits & 256 ? 1 : 0;
	f->overdue = bits & 512;
	f->unscreened = bits & 1024;
	f->words = bits & 2048 ? "a bc" : "";
	f->person = bits & 4096 ? 8 : 0;
	f->label = bits & 8192 ? 1 : 0;
	f->version = bits & 16384 ? 1 : 0;
}

static void
composed_lists_walk_an_index(void)
{
	static const char *const logins[] = { "mia", "zoe", "eve" };
	struct store_queue_filter f;
	struct dossier *d;
	unsigned int a, b, sort;
	size_t i;

	given();
	for (i = 0; i < 3; i++) {
		as(logins[i]);
		for (a = 0; a < 14; a++)
			for (b = a; b < 14; b++) {
				with(&f, 1u << a | 1u << b);
				ask_for(&f);
			}
		for (sort = 0; sort < 6; sort++) {
			with(&f, sort % 2 * 2);
			f.sort = (enum store_queue_sort)sort;
			ask_for(&f);
		}
		ask_for_names();
		ask_for_arrivals();
		ask_for_matters();
		CHECK(store_queue_find(&cx, "a bc", STORE_QUEUE_BEGINS, 51,
		    &d) == OK);
		CHECK(store_queue_find(&cx, "a bc", STORE_QUEUE_REST, 51,
		    &d) == OK);
		db_statements(cx.db, keep, NULL);
		CHECK(ntexts > 100);
		explain_all();
		ntexts = 0;
	}
}

/* Whole statements only: composed ones are put together from pieces. */
static bool
is_statement(const char *s)
{
	/* Of an INSERT the plan lists checks that only run for rows that
	 * came before their parents. */
	static const char *const verbs[] = { "SELECT ", "UPDATE ",
	    "DELETE FROM ", "WITH ", NULL };
	const char *const *v;
	const char *p;
	int open = 0;

	for (v = verbs; *v != NULL; v++)
		if (strncmp(s, *v, strlen(*v)) == 0)
			break;
	for (p = s; *p != '\0'; p++) {
		open += (*p == '(') - (*p == ')');
		if (*p == '?')
			return false;
	}
	return *v != NULL && open == 0 && p > s + 20 && p[-1] != ' ';
}

static size_t
statements_of(const char *path)
{
	struct buf b = { 0 };
	char piece[65536];
	size_t n, i, from;
	FILE *f = fopen(path, "r");

	if (f == NULL)
		return 0;
	while ((n = fread(piece, 1, sizeof(piece), f)) > 0)
		buf_add(&b, piece, n);
	fclose(f);
	for (i = 0; i < b.len; i = from + 1) {
		from = i + strlen(b.data + i);
		if (strncmp(b.data + i, DB_REACH, strlen(DB_REACH)) == 0)
			i += strlen(DB_REACH);
		if (isupper((unsigned char)b.data[i]) &&
		    is_statement(b.data + i))
			keep(NULL, b.data + i);
	}
	buf_free(&b);
	return ntexts;
}

static void
constant_statements_find_what_they_read(void)
{
	const char *top = getenv("top_builddir");

	given();
	CHECK(statements_of(arena_printf(cx.arena, "%s/libcore.a",
	    top == NULL ? "." : top)) > 50);
	explain_all();
}

int
main(void)
{
	if (world_store_pgsql()) {
		SKIP("plans", "PostgreSQL chooses them by what it has met");
		return DONE;
	}
	RUN(composed_lists_walk_an_index);
	RUN(constant_statements_find_what_they_read);
	return DONE;
}
