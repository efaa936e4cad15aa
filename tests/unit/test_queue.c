/* SPDX-License-Identifier: MIT */
/*
 * Lists against a model that a child could check: random worlds of walls,
 * grants, restrictions, levels and ends; every way of reading a list, every
 * count, the find box and the door to one dossier must agree with it.
 */
#include <stdlib.h>

#include "base/count.h"
#include "check.h"
#include "dice.h"
#include "domain/desk/queue.h"
#include "domain/people/search.h"
#include "domain/spine/event.h"
#include "store/db.h"
#include "store/store_count.h"
#include "store/store_dossier.h"
#include "store/store_queue.h"
#include "store/store_search.h"
#include "store/store_task.h"
#include "store/store_wall_count.h"
#include "world.h"
#include "world_store.h"

#define DOSSIERS 40
#define VIEWERS 3
#define SCOPE_COUNT 4

static const char *const states[] = { "open", "waiting", "closed" };
static const char *const phases[] = { "screening", "risk", "planning" };
static const char *const titles[] = { "broken lamp", "lost parcel",
    "brokenness", "broken promise", "rude clerk", "parcel broken twice" };

static struct thing {
	int64_t id, lead, due, received, touched, person;
	char number[24];
	int scope, risk, label, owned[VIEWERS + 1], team[3];
	bool restricted, screened;
	const char *status, *phase, *title, *medium;
} things[DOSSIERS];

static struct {
	int level[SCOPE_COUNT + 1];
	int grant[DOSSIERS];
	int64_t until[DOSSIERS];
	bool wall[DOSSIERS];
} viewers[VIEWERS + 1];

/* The model. */
static bool
sees(int v, int i)
{
	const struct thing *d = &things[i];

	if (viewers[v].wall[i])
		return false;
	if (!d->restricted && viewers[v].level[d->scope] >= 2)
		return true;
	return viewers[v].grant[i] >= 2 && viewers[v].until[i] > cx.now;
}

static bool
passes(const struct store_queue_filter *f, const struct thing *d,
    const char *word)
{
	static const int team_of[] = { 0, 1, 2, 1, 2 };
	bool complaint = d->scope <= 2;

	return (f->type[0] == '\0' ||
	    complaint == (strcmp(f->type, "complaint") == 0)) &&
	    (f->status[0] == '\0' || strcmp(f->status, d->status) == 0 ||
	    (strcmp(f->status, "active") == 0 &&
	    strcmp(d->status, "closed") != 0)) &&
	    (f->version == 0 || (f->version == 1) == complaint) &&
	    (f->phase[0] == '\0' || strcmp(f->phase, d->phase) == 0) &&
	    (f->risk == 0 || f->risk == d->risk) &&
	    (f->lead == 0 || (f->lead == -1 ? d->lead == 0 :
	    f->lead == d->lead)) &&
	    (f->team == 0 || f->team == team_of[d->scope]) &&
	    (!f->overdue || d->due < cx.now) &&
	    (!f->unscreened || (!d->screened &&
	    strcmp(d->status, "open") == 0)) &&
	    (word == NULL || strstr(d->title, word) != NULL) &&
	    (f->field[0] == '\0' || strcmp(f->value, d->medium) == 0) &&
	    (f->person == 0 || f->person == d->person) &&
	    (f->label == 0 || f->label == d->label);
}

/* Is a before b in the order of the filter? */
static bool
before(const struct store_queue_filter *f, const struct thing *a,
    const struct thing *b)
{
	int64_t n = 0;

	switch (f->sort) {
	case STORE_QUEUE_DUE:
		n = a->due - b->due;
		break;
	case STORE_QUEUE_RECEIVED:
		n = a->received - b->received;
		break;
	case STORE_QUEUE_TITLE:
		n = strcmp(a->title, b->title);
		break;
	case STORE_QUEUE_NUMBER:
		n = strcmp(a->number, b->number);
		break;
	case STORE_QUEUE_RISK:
		n = a->risk != b->risk ? a->risk - b->risk : b->due - a->due;
		if (n == 0)
			n = b->id - a->id;
		break;
	case STORE_QUEUE_TOUCHED:
		n = a->touched - b->touched;
		break;
	}
	if (n == 0)
		n = a->id - b->id;
	return f->descending ? n > 0 : n < 0;
}

/* The rows that the model expects, in order. */
static int
expect(int v, const struct store_queue_filter *f, const char *word,
    const struct thing **out)
{
	int i, k, n = 0;

	for (i = 0; i < DOSSIERS; i++) {
		if (!sees(v, i) || !passes(f, &things[i], word))
			continue;
		for (k = n++; k > 0 && before(f, &things[i], out[k - 1]); k--)
			out[k] = out[k - 1];
		out[k] = &things[i];
	}
	return n;
}

/* Open and done ones, of persons and of teams. */
static void
put_tasks(struct thing *d)
{
	int n, of;
	bool own, done;

	memset(d->owned, 0, sizeof(d->owned));
	memset(d->team, 0, sizeof(d->team));
	for (n = dice(4); n > 0; n--) {
		own = dice(2) == 0;
		done = dice(4) == 0;
		of = 1 + dice(own ? VIEWERS : 2);
		if (!done)
			(own ? d->owned : d->team)[of]++;
		CHECK(db_run(&cx, "INSERT INTO task (dossier, no, title,"
		    " owner, team, created, done) VALUES ($1, $2, 't', $3,"
		    " $4, 1, $5)", db_i(d->id), db_i(100 + n), own ? db_i(of) :
		    db_null(), own ? db_null() : db_i(of), done ? db_i(1) :
		    db_null()) == OK);
	}
}

static void
put(struct thing *d, int i)
{
	static const char sql[] =
	    "INSERT INTO dossier (number, type, type_code, scope, restricted,"
	    "  title, title_key, status, phase, verdict, risk, medium, lead,"
	    "  received, opened, due, touched)"
	    " SELECT $1, t.id, t.code, s.id, $3, $4, $4, $5, $6, $7, $8,"
	    "  'web', $9, $10, $10, $11, $12"
	    "  FROM scope s JOIN type t ON t.code = s.type WHERE s.id = $2"
	    " RETURNING id";
	struct db_rows q;

	snprintf(d->number, sizeof(d->number), "C-2026-%08d",
	    dice(10000) * 1000 + i);
	d->scope = 1 + dice(SCOPE_COUNT);
	d->restricted = dice(5) == 0;
	d->title = titles[dice(6)];
	d->status = states[dice(3)];
	d->phase = phases[dice(3)];
	d->screened = dice(4) != 0;
	d->risk = dice(4);
	d->lead = dice(3) == 0 ? 1 + dice(VIEWERS) : 0;
	d->received = cx.now - dice(5);
	d->due = dice(2) == 0 || strcmp(d->status, "closed") == 0 ?
	    INT64_C(253402300799) : cx.now + dice(9) - 4;
	d->touched = cx.now - dice(20);
	d->person = 8 + dice(2);
	d->medium = dice(2) == 0 ? "red" : "blue";
	db_query(&cx, &q, sql, db_t(d->number), db_i(d->scope),
	    db_i(d->restricted), db_t(d->title), db_t(d->status),
	    db_t(d->phase), db_t(d->screened ? "accepted" : ""),
	    db_i(d->risk), db_i0(d->lead), db_i(d->received), db_i(d->due),
	    db_i(d->touched));
	d->id = db_row(&q) ? db_int(&q) : 0;
	CHECK(db_end(&q) == OK && d->id != 0);
	CHECK(db_run(&cx, "INSERT INTO party (dossier, no, person, role,"
	    " added) VALUES ($1, 1, $2, 'requester', 1)", db_i(d->id),
	    db_i(d->person)) == OK);
	CHECK(db_run(&cx, "INSERT INTO field_value (dossier, field, text,"
	    " text_key) VALUES ($1, 'colour', $2, $2)", db_i(d->id),
	    db_t(d->medium)) == OK);
	d->label = dice(3);
	if (d->label != 0)
		CHECK(db_run(&cx, "INSERT INTO dossier_label (dossier, label,"
		    " added) VALUES ($1, $2, 1)", db_i(d->id),
		    db_i(d->label)) == OK);
	CHECK(store_search_write(&cx, d->id, "") == OK);
	put_tasks(d);
}

static void
rights(int v)
{
	int i;

	memset(&viewers[v], 0, sizeof(viewers[v]));
	for (i = 1; i <= SCOPE_COUNT; i++) {
		viewers[v].level[i] = dice(2) == 0 ? 0 : dice(6);
		if (viewers[v].level[i] > 0)
			CHECK(db_run(&cx, "INSERT INTO viewer_scope (viewer,"
			    " scope, level) VALUES ($1, $2, $3)", db_i(v),
			    db_i(i), db_i(viewers[v].level[i])) == OK);
	}
	for (i = 0; i < DOSSIERS; i++) {
		if (dice(4) == 0) {
			viewers[v].grant[i] = 1 + dice(5);
			viewers[v].until[i] = cx.now + dice(5) - 2;
			CHECK(db_run(&cx, "INSERT INTO viewer_grant (viewer,"
			    " dossier, level, until) VALUES ($1, $2, $3, $4)",
			    db_i(v), db_i(things[i].id),
			    db_i(viewers[v].grant[i]),
			    db_i(viewers[v].until[i])) == OK);
		}
		if (dice(8) == 0) {
			viewers[v].wall[i] = true;
			CHECK(db_run(&cx, "INSERT INTO viewer_wall (viewer,"
			    " dossier) VALUES ($1, $2)", db_i(v),
			    db_i(things[i].id)) == OK);
		}
	}
	CHECK(store_count_grants(&cx, v) == OK);
}

static void
wall_turns(int v, int i)
{
	viewers[v].wall[i] = !viewers[v].wall[i];
	if (viewers[v].wall[i]) {
		CHECK(db_run(&cx, "INSERT INTO viewer_wall (viewer, dossier)"
		    " VALUES ($1, $2)", db_i(v), db_i(things[i].id)) == OK);
		return;
	}
	CHECK(db_run(&cx, "UPDATE viewer_wall SET" STORE_WALL_GOES
	    "WHERE viewer = $1 AND dossier = $2", db_i(v),
	    db_i(things[i].id)) == OK);
	CHECK(store_wall_count_settle(&cx) == OK);
}

static void
tasks_turn(struct thing *d)
{
	CHECK(db_run(&cx, "DELETE FROM task WHERE dossier = $1",
	    db_i(d->id)) == OK);
	put_tasks(d);
	CHECK(store_count_renew(&cx, d->id) == OK);
}

/* Walls come and go, tasks behind them too, and some are in the sums. */
static void
walls_move(void)
{
	const char *login;
	int n;

	for (n = dice(16); n > 0; n--)
		switch (dice(4)) {
		case 0:
			CHECK(store_wall_count_settle(&cx) == OK);
			break;
		case 1:
			tasks_turn(&things[dice(DOSSIERS)]);
			break;
		default:
			wall_turns(1 + dice(VIEWERS), dice(DOSSIERS));
		}
	CHECK(store_wall_count_verify(&cx, &login) == OK && *login == '\0');
}

static void
a_random_world(void)
{
	static const char *const empty[] = { "viewer_scope", "viewer_grant",
	    "viewer_wall", "wall_count", "dossier_count", "scope_count",
	    "dossier_label",
	    "field_value", "party", "task",
	    "dossier_phase",
	    "dossier_search", "dossier" };
	size_t i;
	int k;

	for (i = 0; i < COUNT(empty); i++)
		CHECK(db_run(&cx, arena_printf(cx.arena, "DELETE FROM %s",
		    empty[i])) == OK);
	CHECK(db_index_again(&cx) == OK);
	for (k = 0; k < DOSSIERS; k++)
		put(&things[k], k);
	CHECK(db_run(&cx, "UPDATE scope SET total = (SELECT count(*) FROM"
	    " dossier d WHERE d.scope = scope.id), open = (SELECT count(*)"
	    " FROM dossier d WHERE d.scope = scope.id"
	    " AND d.status <> 'closed')") == OK);
	CHECK(store_count_fill(&cx) == OK);
	for (k = 1; k <= VIEWERS; k++)
		rights(k);
	walls_move();
}

static const char *
random_filter(struct store_queue_filter *f)
{
	static const char *const words[] = { "broken", "parcel", "clerk" };

	*f = (struct store_queue_filter){ .type = "", .status = "",
	    .phase = "", .words = "", .field = "", .value = "", .after = "",
	    .limit = 1 + dice(9) };
	f->sort = (enum store_queue_sort)dice(6);
	f->descending = dice(2) == 0;
	if (dice(2) == 0)
		f->status = dice(4) == 0 ? "active" : states[dice(3)];
	if (dice(4) == 0)
		f->type = dice(2) == 0 ? "complaint" : "permit";
	if (dice(4) == 0)
		f->team = 1 + dice(2);
	if (dice(8) == 0)
		f->version = 1 + dice(2);
	if (dice(6) == 0)
		f->phase = phases[dice(3)];
	if (dice(6) == 0)
		f->risk = 1 + dice(3);
	if (dice(6) == 0)
		f->lead = dice(3) == 0 ? -1 : 1 + dice(VIEWERS);
	f->begins = true;	/* as the model does */
	f->overdue = dice(6) == 0;
	f->unscreened = dice(8) == 0;
	if (dice(8) == 0) {
		f->field = "colour";
		f->value = dice(2) == 0 ? "red" : "blue";
	}
	if (dice(8) == 0)
		f->person = 8 + dice(2);
	if (dice(8) == 0)
		f->label = 1 + dice(2);
	if (dice(4) != 0)
		return NULL;
	f->words = words[f->limit % 3];
	return f->words;
}

/* Reads all pages of a list one way. */
static bool
same_list(const struct store_queue_filter *filter, const struct thing **want,
    int n)
{
	struct store_queue_filter f = *filter;
	struct dossier *d, *last;
	int64_t count, most = 1 + dice(12);
	int i = 0;

	if (store_queue_count(&cx, &f, 1001, &count) != OK || count != n)
		return false;
	if (store_queue_count(&cx, &f, most, &count) != OK ||
	    count != (n < most ? n : most))
		return false;
	do {
		if (store_queue_list(&cx, &f, &d) != OK)
			return false;
		for (last = NULL; d != NULL; last = d, d = d->next, i++)
			if (i >= n || d->id != want[i]->id)
				return false;
		if (last != NULL)
			f.after = last->number;
	} while (last != NULL);
	return i == n;
}

static void
check_lists(int v)
{
	const struct thing *want[DOSSIERS];
	struct store_queue_filter f;
	const char *word = random_filter(&f);
	int n = expect(v, &f, word, want), way;

	for (way = STORE_QUEUE_CHOOSE; way <= STORE_QUEUE_NARROW; way++) {
		f.way = (enum store_queue_way)way;
		CHECK(same_list(&f, want, n));
	}
}

/* Each row knows its place and its neighbours; others have none. */
static void
check_places(int v)
{
	const struct thing *want[DOSSIERS];
	struct store_queue_filter s;
	struct queue_filter f;
	struct queue_place at;
	int n, i, k;

	do
		(void)random_filter(&s);
	while (s.words[0] != '\0' || s.field[0] != '\0' || s.version != 0);
	f = (struct queue_filter){ .type = s.type, .status = s.status,
	    .phase = s.phase, .risk = s.risk, .lead = s.lead, .team = s.team,
	    .overdue = s.overdue, .unscreened = s.unscreened,
	    .person = s.person, .label = s.label,
	    .sort = (enum queue_sort)s.sort, .descending = s.descending };
	n = expect(v, &s, NULL, want);
	for (i = 0; i < DOSSIERS; i++) {
		for (k = 0; k < n && want[k] != &things[i]; k++)
			;
		CHECK(queue_around(&cx, &f, things[i].number, &at) == OK);
		CHECK(at.count == n && at.at == (k < n ? k + 1 : 0));
		if (k == n)
			continue;
		CHECK_TEXT(at.previous, k == 0 ? "" : want[k - 1]->number);
		CHECK_TEXT(at.next, k == n - 1 ? "" : want[k + 1]->number);
	}
}

static void
check_find(int v)
{
	const struct store_queue_filter newest = { .type = "", .status = "",
	    .phase = "", .words = "", .field = "", .value = "" };
	const struct thing *want[DOSSIERS];
	int n = expect(v, &newest, "broken", want), seen = 0, i;
	const struct dossier *d;
	struct find_page page;

	CHECK(queue_find(&cx, "Broken", &page) == OK);
	for (d = page.dossiers; d != NULL; d = d->next, seen++)
		CHECK(d->next == NULL || d->id > d->next->id);
	CHECK(seen == n && page.exact == NULL && !page.more);
	i = dice(DOSSIERS);
	CHECK(queue_find(&cx, things[i].number, &page) == OK);
	CHECK((page.exact != NULL) == sees(v, i));
}

static void
check_doors(int v)
{
	struct dossier *d;
	int i;

	for (i = 0; i < DOSSIERS; i++) {
		CHECK(store_dossier_find(&cx, things[i].number, &d) == OK);
		CHECK((d != NULL) == sees(v, i));
	}
}

static void
check_counts(int v)
{
	struct queue_counts c;
	int64_t mine = 0, late = 0, tray = 0;
	int i;

	for (i = 0; i < DOSSIERS; i++) {
		if (!sees(v, i))
			continue;
		if (things[i].lead == v &&
		    strcmp(things[i].status, "closed") != 0) {
			mine++;
			late += things[i].due < cx.now;
		}
		tray += !things[i].screened &&
		    strcmp(things[i].status, "open") == 0;
	}
	CHECK(queue_counts(&cx, &c) == OK);
	CHECK(c.mine == mine && c.overdue == late && c.tray == tray);
}

/* A task that waits for a team is for those who work in one of it. */
static void
check_tasks(int v)
{
	static const int team_of[] = { 0, 1, 2, 1, 2 };
	bool mine[3] = { false };
	int64_t own = 0, team = 0, n, most = 1 + dice(20);
	int i;

	for (i = 1; i <= SCOPE_COUNT; i++)
		if (viewers[v].level[i] >= 3)
			mine[team_of[i]] = true;
	for (i = 0; i < DOSSIERS; i++)
		if (sees(v, i)) {
			own += things[i].owned[v];
			team += (mine[1] ? things[i].team[1] : 0) +
			    (mine[2] ? things[i].team[2] : 0);
		}
	CHECK(store_task_count_mine(&cx, 1001, &n) == OK && n == own);
	CHECK(store_task_count_mine(&cx, (int)most, &n) == OK &&
	    n == (own < most ? own : most));
	CHECK(store_task_count_teams(&cx, 1001, &n) == OK && n == team);
	CHECK(store_task_count_teams(&cx, (int)most, &n) == OK &&
	    n == (team < most ? team : most));
}

static void
nobody_sees_more_or_less_than_the_model_says(void)
{
	static const char *const logins[] = { "", "mia", "ben", "sue" };
	/* each list is another text, to be planned there anew */
	int often = world_store_pgsql() ? 10 : 1, world, v;
	int worlds = (getenv("TESTS_QUICK") == NULL ? 200 : 60) / often;

	given();
	CHECK(db_run(&cx, "INSERT INTO label (code, name, name_key)"
	    " VALUES ('flood', 'Flood', 'flood'),"
	    "  ('press', 'Press', 'press')") == OK);
	for (world = 0; world < worlds && check_ok; world++) {
		dice_seed = (uint32_t)world * 7919u + 1u;
		a_random_world();
		for (v = 1; v <= VIEWERS; v++) {
			as(logins[v]);
			CHECK(cx.viewer == v);
			check_lists(v);
			check_lists(v);
			check_places(v);
			check_find(v);
			check_doors(v);
			check_counts(v);
			check_tasks(v);
		}
		if (!check_ok)
			printf("# in world %d\n", world);
	}
}

static void
a_wrong_sum_of_walls_is_told(void)
{
	const char *login;

	given();
	CHECK(db_run(&cx, "INSERT INTO viewer_wall (viewer, dossier)"
	    " VALUES (1, 1)") == OK);
	CHECK(store_wall_count_settle(&cx) == OK);
	CHECK(store_wall_count_verify(&cx, &login) == OK && *login == '\0');
	CHECK(db_run(&cx, "UPDATE wall_count SET n = n + 1"
	    " WHERE kind = 'open'") == OK);
	CHECK(store_wall_count_verify(&cx, &login) == OK);
	CHECK_TEXT(login, "mia");
}

static void
pages_follow_each_other_by_key(void)
{
	struct queue_filter f = { .sort = QUEUE_NUMBER, .limit = 2 };
	struct queue_page page;

	given();
	as("mia");
	CHECK(queue_list(&cx, &f, &page) == OK);
	CHECK(page.count == 4);
	CHECK_TEXT(page.dossiers->number, "C-2026-10000061");
	CHECK_TEXT(page.dossiers->lead_name, "Mia Berger");
	CHECK_TEXT(page.dossiers->requester, "Élodie Weiß");
	CHECK_TEXT(page.dossiers->team_name, "North");
	CHECK(page.dossiers->type != NULL);
	CHECK_TEXT(page.next, "C-2026-10000079");
	f.after = page.next;
	CHECK(queue_list(&cx, &f, &page) == OK);
	CHECK(page.count == 4);
	CHECK_TEXT(page.dossiers->number, "C-2026-10000087");
	CHECK_TEXT(page.dossiers->next->number, "C-2026-10000102");
	CHECK_TEXT(page.next, "");
}

static void
a_page_after_a_hidden_row_tells_nothing(void)
{
	struct queue_filter f = { .sort = QUEUE_TITLE, .limit = 9,
	    .after = "C-2026-10000087" };
	struct queue_page page;

	given();
	as("ben");
	CHECK(queue_list(&cx, &f, &page) == OK);
	CHECK(page.count == 3);
	CHECK_TEXT(page.dossiers->number, "C-2026-10000061");
	f.after = "nonsense'; --";
	CHECK(queue_list(&cx, &f, &page) == OK);
	CHECK_TEXT(page.dossiers->number, "C-2026-10000061");
}

static void
words_are_found_without_case_and_accents(void)
{
	static const char *const asks[] = { "BRÖKEN", "brok", "ankle more",
	    "10000061", "c-2026-10000061", "elodie", "Weiss" };
	static char many[4000];
	struct queue_filter f = { .limit = 5 };
	struct queue_page list;
	struct find_page page;
	size_t i;

	given();
	as("mia");
	CHECK(store_search_write(&cx, world_dossier("C-2026-10000061"),
	    "") == OK);
	for (i = 0; i < COUNT(asks); i++) {
		CHECK(queue_find(&cx, asks[i], &page) == OK);
		CHECK((page.exact == NULL) == (i != 4));
		CHECK(page.exact != NULL || (page.dossiers != NULL &&
		    page.dossiers->id == 1 && page.dossiers->next == NULL));
	}
	CHECK(queue_find(&cx, "\" OR words:a* (", &page) == OK);
	CHECK(page.dossiers == NULL);
	CHECK(queue_find(&cx, "...", &page) == OK);
	CHECK(page.dossiers == NULL);
	memset(many, 'a', sizeof(many) - 1);
	for (i = 1; i < sizeof(many) - 1; i += 2)
		many[i] = ' ';
	CHECK(queue_find(&cx, many, &page) == OK);
	f.text = many;
	CHECK(queue_list(&cx, &f, &list) == OK && list.count == 0);
	f.text = "broken ankle more a b c d e f g h i j k l m n o p";
	CHECK(queue_list(&cx, &f, &list) == OK && list.count == 0);
	as("tom");
	CHECK(queue_find(&cx, "broken", &page) == OK);
	CHECK(page.dossiers == NULL && page.exact == NULL);
}

static void
changed_words_are_found_and_the_old_ones_not(void)
{
	struct find_page page;

	given();
	as("mia");
	CHECK(store_search_write(&cx, 2, "") == OK);
	CHECK(store_search_write(&cx, 2, "") == OK);
	CHECK(db_run(&cx, "UPDATE dossier SET title = '東京都の荷物'"
	    " WHERE id = 2") == OK);
	CHECK(store_search_write(&cx, 2, "blue") == OK);
	CHECK(queue_find(&cx, "parcel", &page) == OK);
	CHECK(page.dossiers == NULL);
	CHECK(queue_find(&cx, "京都 blue", &page) == OK);
	CHECK(page.dossiers != NULL);
	CHECK(queue_find(&cx, "東", &page) == OK);
	CHECK(page.dossiers != NULL);
	if (!world_store_pgsql())	/* the engine keeps it there */
		CHECK(db_run(&cx, "INSERT INTO dossier_fts (dossier_fts)"
		    " VALUES ('integrity-check')") == OK);
}

static void
an_event_that_changes_words_refreshes_them(void)
{
	struct dossier d = { .id = 2 };
	struct find_page page;

	given();
	as("mia");
	CHECK(db_run(&cx, "UPDATE dossier SET title = 'Zebra crossing'"
	    " WHERE id = 2") == OK);
	CHECK(event_add(&cx, &d, "note.added", event_body(&cx)) == OK);
	CHECK(queue_find(&cx, "zebra", &page) == OK);
	CHECK(page.dossiers == NULL);
	CHECK(event_add(&cx, &d, "dossier.changed", event_body(&cx)) == OK);
	CHECK(queue_find(&cx, "zebra", &page) == OK);
	CHECK(page.dossiers != NULL);
	CHECK(search_person(&cx, world_customer("P-20000001")) == OK);
	CHECK(queue_find(&cx, "weiß", &page) == OK);
	CHECK(page.dossiers != NULL && page.dossiers->id == 1);
}

static void
is_of_all_words(void *to, const char *sql)
{
	if (strstr(sql, "FROM dossier_fts") != NULL)
		*(bool *)to = true;
}

/* Of a million that others see. */
static void
who_was_granted_a_few_is_found_among_those(void)
{
	bool all = false;
	struct dossier *d;

	given_in(":memory:");	/* of which nothing was asked yet */
	CHECK(store_search_write(&cx, 2, "parcel") == OK);
	CHECK(db_run(&cx, "UPDATE scope SET total = 1000000") == OK);
	as("eve");
	CHECK(db_run(&cx, "INSERT INTO viewer_grant (viewer, dossier, level,"
	    " until) VALUES ($viewer, 2, 2, $1)", db_i(cx.now + 1)) == OK);
	CHECK(store_queue_find(&cx, "parcel", STORE_QUEUE_WHOLE, 51, &d) == OK);
	CHECK(d != NULL && d->id == 2 && d->next == NULL);
	db_statements(cx.db, is_of_all_words, &all);
	CHECK(!all);
}

/* Many small writes leave many pieces, of which a search asks each. */
static void
pieces_of_the_index_are_joined(void)
{
	static const char pieces[] =
	    "SELECT count(DISTINCT segid) FROM dossier_fts_idx";
	bool lite = !world_store_pgsql(), more = true;
	struct dossier *d;
	int64_t before, id;
	int i;

	given();
	as("mia");
	id = world_dossier("C-2026-10000061");
	CHECK(store_search_write(&cx, id, "") == OK);
	CHECK(db_commit(&cx) == OK);
	for (i = 0; i < 12; i++) {
		CHECK(db_begin(&cx, DB_WRITE) == OK);
		CHECK(store_search_add(&cx, id, arena_printf(cx.arena,
		    "piece%d", i)) == OK);
		CHECK(db_commit(&cx) == OK);
	}
	before = lite ? world_int(pieces) : 0;
	for (i = 0; more && i < 100; i++) {
		CHECK(db_begin(&cx, DB_WRITE) == OK);
		CHECK(db_index_join(&cx, &more) == OK);
		CHECK(db_commit(&cx) == OK);
	}
	CHECK(!more && (!lite || (before > 4 && world_int(pieces) < 4)));
	CHECK(db_begin(&cx, DB_WRITE) == OK);
	CHECK(store_queue_find(&cx, "piece0 piece11", STORE_QUEUE_WHOLE, 9,
	    &d) == OK);
	CHECK(d != NULL && d->next == NULL);
}

/* Of who leads more than is counted, each number is counted by itself. */
static void
who_leads_thousands_is_told_as_much_as_counts(void)
{
	static const char sql[] =
	    "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL"
	    "   SELECT i + 1 FROM n WHERE i < 1500)"
	    " INSERT INTO dossier (number, type, type_code, scope, restricted,"
	    "  title, title_key, status, phase, verdict, risk, medium, lead,"
	    "  received, opened, due, quiet, touched)"
	    " SELECT 'L-' || n.i, t.id, t.code, s.id, 0, 'Led', 'led', 'open',"
	    "  '', '', 0, 'web', $1, $2, $2,"
	    "  CASE WHEN n.i <= $3 THEN $2 - 1 WHEN n.i <= $3 + $4"
	    "    THEN 253402300799 ELSE $2 + 1 END,"
	    "  CASE WHEN n.i <= $5 THEN $2 ELSE $2 + 1 END, 1"
	    "  FROM n, scope s JOIN type t ON t.code = s.type WHERE s.id = 1";
	struct queue_counts n, none;
	int64_t mia;

	given();
	as("mia");
	mia = world_person("mia");
	CHECK(queue_counts(&cx, &none) == OK && none.mine < 1001);
	CHECK(db_run(&cx, sql, db_i(mia), db_i(cx.now), db_i(30), db_i(200),
	    db_i(1200)) == OK);
	CHECK(queue_counts(&cx, &n) == OK && n.mine == 1001);
	CHECK(n.overdue == none.overdue + 30);
	CHECK(n.undated == none.undated + 200);
	CHECK(n.silent == 1001);
}

static void
sorts_have_names(void)
{
	enum queue_sort s;

	CHECK(queue_sort_by_name("title", &s) && s == QUEUE_TITLE);
	CHECK_TEXT(queue_sort_name(QUEUE_TOUCHED), "touched");
	CHECK(!queue_sort_by_name("d.due; DROP", &s));
}

int
main(void)
{
	RUN(nobody_sees_more_or_less_than_the_model_says);
	RUN(a_wrong_sum_of_walls_is_told);
	RUN(pages_follow_each_other_by_key);
	RUN(a_page_after_a_hidden_row_tells_nothing);
	RUN(words_are_found_without_case_and_accents);
	RUN(changed_words_are_found_and_the_old_ones_not);
	RUN(an_event_that_changes_words_refreshes_them);
	RUN(who_was_granted_a_few_is_found_among_those);
	RUN(pieces_of_the_index_are_joined);
	RUN(who_leads_thousands_is_told_as_much_as_counts);
	RUN(sorts_have_names);
	return DONE;
}
