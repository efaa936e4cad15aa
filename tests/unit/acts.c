/* SPDX-License-Identifier: MIT */
/* Acts in any order, by people who may and people who may not. */
#include "acts.h"

#include <stdio.h>

#include "domain/access.h"
#include "domain/dossier.h"
#include "domain/person.h"
#include "domain/task.h"
#include "domain/undo.h"
#include "store/db.h"
#include "world.h"

static uint64_t seed;

void
acts_seed(uint64_t n)
{
	seed = n * 0x9e3779b97f4a7c15 | 1;
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
		return party_lead(&cx, d, someone(), word());
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

static enum err
act(struct dossier *d)
{
	switch (acts_any(12)) {
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
