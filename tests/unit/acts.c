/* SPDX-License-Identifier: MIT */
/* Acts in any order, by people who may and people who may not. */
#include "acts.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "domain/course/dossier_change.h"
#include "domain/course/dossier_close.h"
#include "domain/course/dossier_merge.h"
#include "domain/course/goal_step.h"
#include "domain/course/task.h"
#include "domain/dossier/dossier.h"
#include "domain/dossier/dossier_link.h"
#include "domain/dossier/dossier_split.h"
#include "domain/dossier/exchange.h"
#include "domain/dossier/goal.h"
#include "domain/dossier/party.h"
#include "domain/people/access.h"
#include "domain/people/search.h"
#include "domain/spine/event.h"
#include "domain/story/undo_act.h"
#include "domain/type/casetype.h"
#include "domain/type/casetype_folder.h"
#include "source.h"
#include "store/db.h"
#include "store/store_dossier.h"
#include "store/store_type.h"
#include "world.h"
#include "world_store.h"

static uint64_t seed;

void
acts_seed(uint64_t n)
{
	seed = n * 0x9e3779b97f4a7c15 | 1;
}

void
acts_given(void)
{
	struct store_type_model *m;
	struct dossier *d, none;
	int64_t id;

	given();
	/* complaints have their plan here */
	if (casetype_folder_models(&cx, source_path(
	    "etc/casetypes/complaint"), &m) != OK)
		printf("Bail out! no plan\n");
	for (; m != NULL; m = m->next)
		if (strcmp(m->file, "plan.cmmn") == 0 &&
		    store_type_model_add(&cx, 1, m) != OK)
			printf("Bail out! no plan\n");
	for (id = 1; id <= 5; id++) {
		/* its plan begins with it; that of the closed one is over */
		if (search_write(&cx, id) != OK ||
		    store_dossier_known(&cx, id, &d) != OK ||
		    casetype_by_id(&cx, d->type_id, &d->type) != OK)
			printf("Bail out! no world\n");
		none = (struct dossier){ .id = id };
		if (event_add(&cx, d->closed != 0 ? &none : d,
		    "dossier.registered", event_body(&cx)) != OK)
			printf("Bail out! no world\n");
	}
}

int
acts_any(int below)
{
	seed ^= seed << 13;
	seed ^= seed >> 7;
	seed ^= seed << 17;
	return (int)(seed % (uint64_t)below);
}

static const char *
one_of(const char *const *list)
{
	int n = 0;

	while (list[n] != NULL)
		n++;
	return list[acts_any(n)];
}

static const char *
word(void)
{
	static const char *const words[] = { "because", "ärger",
	    "two\nlines", "Straße 5", "山田", "'; DROP TABLE event; --",
	    NULL };

	return acts_any(10) == 0 ? " " : one_of(words);
}

static const char *const staff[] = { "mia", "mia", "mia", "ben", "sue",
    "tom", "zoe", "eve", NULL };
static const char *const phases[] = { "screening", "assessment", "risk",
    "planning", "implementation", "followup", "evaluation", "nonsense",
    NULL };

static int64_t
someone(void)
{
	return acts_any(5) == 0 ? 0 : world_person(one_of(staff));
}

static int64_t
some_scope(void)
{
	return acts_any(3) == 0 ? 0 : 1 + acts_any(5);
}

static enum err
act_task(struct dossier *d)
{
	struct task_new n = { .title = word(), .instructions = word() };
	struct task *t = NULL;
	enum err e;

	n.owner = someone();
	n.team = acts_any(3);
	n.due = acts_any(2) == 0 ? 0 : cx.now + acts_any(1000000);
	if (acts_any(3) == 0)
		return task_add(&cx, d, &n, &t);
	if ((e = task_open(&cx, d, 1 + acts_any(20), &t)) != OK)
		return e;
	switch (acts_any(7)) {
	case 0:
		return task_change(&cx, d, t, &n, t->version - acts_any(2));
	case 1:
		return task_claim(&cx, d, t);
	case 2:
		return task_release(&cx, d, t, word());
	case 3:
		return task_delegate(&cx, d, t, someone(), word());
	case 4:
		return task_reopen(&cx, d, t, word());
	default:
		return task_done(&cx, d, t, word());
	}
}

static enum err
act_goal(struct dossier *d)
{
	struct goal_new n = { .title = word(), .purpose = word(),
	    .measure = (enum goal_measure)acts_any(3), .target = 3,
	    .due = acts_any(3) == 0 ? "2026-02-31" : "2027-02-28",
	    .agreed = acts_any(2) == 0 };
	struct goal *g;
	enum err e;

	n.owner = someone();
	if ((e = goal_list(&cx, d, &g)) != OK)
		return e;
	if (g == NULL || acts_any(4) == 0)
		return goal_add(&cx, d, &n, &g);
	if (g->next != NULL && acts_any(2) == 0)
		g = g->next;
	switch (acts_any(9)) {
	case 0:
		return goal_change(&cx, d, g, &n, g->version - acts_any(2));
	case 1:
		return goal_agree(&cx, d, g);
	case 2:
		return goal_reach(&cx, d, g, word());
	case 3:
		return goal_give_up(&cx, d, g, word());
	case 4:
		return goal_reopen(&cx, d, g, word());
	case 5:
		return goal_value_add(&cx, d, g, acts_any(5), "2026-11-24",
		    word());
	case 6:
		return goal_step_add(&cx, d, g, word(), acts_any(3) == 0 ?
		    1 + acts_any(20) : 0, 0);
	case 7:
		return goal_step_drop(&cx, d, g, 1 + acts_any(3));
	default:
		return goal_step_tick(&cx, d, g, 1 + acts_any(3),
		    acts_any(3) != 0);
	}
}

static enum err
act_change(struct dossier *d)
{
	static const char *const dates[] = { "", "2026-12-01", "2026-11-25",
	    "2026-02-31", NULL };
	struct value subject = { NULL, "subject", "other" };
	struct value by = { &subject, "answer_by", one_of(dates) };
	struct dossier_change c = { .title = word(), .risk = acts_any(5),
	    .values = acts_any(4) == 0 ? NULL : &by, .why = word() };

	c.version = d->version - (acts_any(8) == 0);
	return dossier_change(&cx, d, &c);
}

static enum err
act_register(void)
{
	struct value subject = { NULL, "subject", "other" };
	struct dossier_new n = { .type = acts_any(2) ? "complaint" : "permit",
	    .title = word(), .text = word(), .medium = "letter",
	    .values = acts_any(2) ? &subject : NULL };
	struct dossier *d;

	n.scope = some_scope();
	n.requester = acts_any(2) ? world_customer("P-20000001") : 0;
	n.received = cx.now - acts_any(100) + 2;
	return dossier_register(&cx, &n, &d);
}

static enum err
act_end(struct dossier *d)
{
	static const char *const outcomes[] = { "upheld", "settled",
	    "granted", "nonsense", NULL };

	switch (acts_any(6)) {
	case 0:
		return dossier_solve(&cx, d, word());
	case 1:
		return dossier_decline(&cx, d, word(), word());
	case 2:
	case 3:
		return dossier_close(&cx, d, one_of(outcomes), word());
	default:
		return dossier_reopen(&cx, d, word());
	}
}

static enum err
act_people(struct dossier *d)
{
	static const char *const roles[] = { "witness", "requester", "lead",
	    "nonsense", NULL };

	switch (acts_any(4)) {
	case 0:
		return dossier_hand_over(&cx, d, 0, someone(), word());
	case 1:
		return party_end(&cx, d, 1 + acts_any(20), word());
	case 2:
		return dossier_hand_over(&cx, d, some_scope(), someone(),
		    word());
	default:
		return party_add(&cx, d, acts_any(2) ? someone() :
		    world_customer("P-20000002"), one_of(roles));
	}
}

/* One of the last acts of anybody. */
static enum err
act_undo(void)
{
	struct undo_act *a = NULL;
	const char *number = "A-1";
	struct db_rows q;
	enum err e;

	db_query(&cx, &q, "SELECT number FROM act WHERE id <= $1"
	    " ORDER BY id DESC LIMIT 1",
	    db_i(world_int("SELECT max(id) FROM act") - acts_any(4)));
	if (db_row(&q))
		number = db_text(&q);
	if ((e = db_end(&q)) != OK ||
	    (e = undo_act_open(&cx, number, &a)) != OK)
		return e;
	return undo_back(&cx, a, acts_any(2) == 0, word());
}

/* A dossier that exists, whether the one who asks may see it or not. */
static const char *
some_number(void)
{
	const char *number = "";
	struct db_rows q;

	db_query(&cx, &q, "SELECT number FROM dossier WHERE id >= $1"
	    " ORDER BY id LIMIT 1",
	    db_i(1 + acts_any((int)world_int("SELECT max(id) FROM dossier"))));
	if (db_row(&q))
		number = db_text(&q);
	if (db_end(&q) != OK)
		number = "";
	return number;
}

/* Bytes are not needed: only where the row is. */
static enum err
act_document(struct dossier *d)
{
	struct event_body *b = event_body(&cx);
	const char *name = word();
	int64_t no;
	enum err e;

	if (d->level < LEVEL_WORK)
		return refuse(&cx, ERR_FORBIDDEN, "no");
	if ((e = store_dossier_next(&cx, d, &no)) != OK ||
	    (e = db_run(&cx, "INSERT INTO document (dossier, no, name,"
	    " media_type, bytes, sha256, added) VALUES ($1, $2, $3,"
	    " 'text/plain', 1, 'none', $now)", db_i(d->id), db_i(no),
	    db_t(name))) != OK || (e = search_add(&cx, d->id, name)) != OK)
		return e;
	event_fact(b, "name", name);
	return event_add(&cx, d, "document.added", b);
}

/* The task, note or document with this number or a later one. */
static int64_t
thing_from(const struct dossier *d, int64_t no)
{
	static const char sql[] =
	    "SELECT min(x.no) FROM (SELECT dossier, no FROM task"
	    "  UNION ALL SELECT dossier, no FROM note"
	    "  UNION ALL SELECT dossier, no FROM document) x"
	    " WHERE x.dossier = $1 AND x.no >= $2";
	struct db_rows q;
	int64_t found = 0;

	db_query(&cx, &q, sql, db_i(d->id), db_i(no));
	if (db_row(&q))
		found = db_int(&q);
	return db_end(&q) == OK ? found : 0;
}

/* With whom a thing was exchanged; sometimes nothing is said any more. */
static enum err
act_exchange(struct dossier *d)
{
	static const char *const ways[] = { "in", "out", "", NULL };
	const struct exchange_new none = { .way = "" };
	const struct exchange_new n = { .party = 1 + acts_any(5),
	    .way = one_of(ways), .medium = "letter" };
	struct exchange *x;
	enum err e = exchange_open(&cx, d, thing_from(d, acts_any(8)), &x);

	return e != OK ? e : exchange_change(&cx, d, x,
	    acts_any(4) == 0 ? &none : &n);
}

static enum err
act_split(struct dossier *d)
{
	int64_t things[2], people[1];
	struct dossier_split s = { .title = word(), .reason = word(),
	    .things = things, .people = people };
	struct dossier *new;

	s.scope = acts_any(3) == 0 ? 1 + acts_any(4) : d->scope;
	s.lead = acts_any(2) ? someone() : 0;
	s.n = (size_t)acts_any(3);
	s.n_people = (size_t)acts_any(2);
	things[0] = thing_from(d, 1 + acts_any(6));
	things[1] = thing_from(d, things[0] + 1 + acts_any(2));
	while (s.n > 0 && things[s.n - 1] == 0 && acts_any(10) > 0)
		s.n--;	/* it has no more, as a rule */
	people[0] = 1 + acts_any(4);
	return dossier_split(&cx, d, &s, &new);
}

static enum err
act_together(struct dossier *d)
{
	static const char *const kinds[] = { "related", "duplicate-", "part",
	    "follows", "merged", NULL };
	struct dossier *other;
	enum err e;

	if (acts_any(3) == 0)
		return act_split(d);
	if (acts_any(5) == 0)
		return dossier_link_end(&cx, d, 1 + acts_any(20), word());
	if ((e = dossier_open(&cx, some_number(), LEVEL_READ, &other)) != OK)
		return e;
	return acts_any(3) == 0 ? dossier_merge(&cx, d, other, word()) :
	    dossier_link_add(&cx, d, other, one_of(kinds), word());
}

static enum err
act(struct dossier *d)
{
	switch (acts_any(17)) {
	case 15:
	case 16:
		return act_goal(d);
	case 12:
		return act_document(d);
	case 13:
	case 14:
		return act_together(d);
	case 0:
		return dossier_accept(&cx, d,
		    acts_any(3) ? "" : "permit", word(),
		    some_scope(), someone());
	case 1:
		return dossier_note(&cx, d, word());
	case 2:
		return dossier_wait(&cx, d, word());
	case 3:
		return dossier_resume(&cx, d, word());
	case 4:
	case 5:
		return dossier_move(&cx, d, one_of(phases), word());
	case 6:
		return act_change(d);
	case 7:
		return act_end(d);
	case 8:
		return act_people(d);
	case 9:
		return access_restrict(&cx, d, acts_any(4) == 0, word());
	default:
		return act_task(d);
	}
}

enum err
acts_one(bool undo)
{
	struct dossier *d = NULL;
	enum err e = ERR_MISSING;
	int i;

	as(one_of(staff));
	if (acts_any(12) == 0)
		return act_register();
	if (undo && acts_any(6) == 0)
		return act_undo();
	for (i = 0; i < 6 && e != OK; i++)
		e = dossier_open(&cx, some_number(), LEVEL_READ, &d);
	return e == OK ? act(d) : e;
}

/* Cases of one team, by who manages them all. */
enum err
acts_joined(bool undo)
{
	struct value subject = { .field = "subject", .text = "other" };
	struct dossier_new n = { .type = "complaint", .title = word(),
	    .text = word(), .medium = "letter", .scope = 1,
	    .received = cx.now, .values = &subject };
	struct dossier *d = NULL, *other = NULL;
	enum err e = ERR_MISSING;
	int i;

	as("mia");
	n.requester = world_customer(acts_any(2) ? "P-20000001" :
	    "P-20000002");
	if (acts_any(8) == 0)
		return dossier_register(&cx, &n, &d);
	if (undo && acts_any(4) == 0)
		return act_undo();
	for (i = 0; i < 6 && e != OK; i++)
		e = dossier_open(&cx, some_number(), LEVEL_WORK, &d);
	if (e != OK)
		return e;
	if (d->verdict[0] == '\0' && acts_any(3) != 0)
		return dossier_accept(&cx, d, "", "", 0,
		    acts_any(2) ? someone() : 0);
	switch (acts_any(11)) {
	case 8:
		return act_goal(d);
	case 9:
		return act_exchange(d);
	case 0:
		return dossier_note(&cx, d, word());
	case 1:
		return act_document(d);
	case 2:
		return act_task(d);
	case 3:
		return act_people(d);
	case 4:
		return act_change(d);
	case 5:
	case 10:
		return act_split(d);
	default:
		if ((e = dossier_open(&cx, some_number(), LEVEL_READ,
		    &other)) != OK)
			return e;
		return acts_any(4) == 0 ? dossier_link_add(&cx, d, other,
		    "part", word()) : dossier_merge(&cx, d, other, word());
	}
}

int
acts_rounds(int most, int quick)
{
	int rounds = getenv("TESTS_QUICK") == NULL ? most : quick;

	return world_store_pgsql() ? rounds / 2 : rounds;
}
