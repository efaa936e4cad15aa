/* SPDX-License-Identifier: MIT */
/* Who is to do it: by rights, skill, authority, a table, load and turn. */
#include <stdio.h>
#include <stdlib.h>
#include <sys/wait.h>
#include <unistd.h>

#include "check.h"
#include "dice.h"
#include "domain/course/assign.h"
#include "domain/course/decision.h"
#include "domain/course/decision_why.h"
#include "domain/course/dossier_change.h"
#include "domain/course/task.h"
#include "domain/dossier/dossier.h"
#include "domain/people/access.h"
#include "domain/people/roster.h"
#include "domain/people/skill.h"
#include "domain/story/timeline.h"
#include "domain/story/undo_act.h"
#include "model/right.h"
#include "seen.h"
#include "source.h"
#include "store/db.h"
#include "store/store_dossier.h"
#include "type_folder.h"
#include "world.h"

#define D "C-2026-10000061"
static const struct assign_question anybody = { .skill = "",
    .decision = "", .field = "" };
static const struct assign_question diver = { .skill = "water_damage",
    .decision = "", .field = "" };

static struct dossier *
opened(void)
{
	return opened_as("mia", D);
}

/* The team's, so that nobody has it yet. */
static struct task *
task_of(struct dossier *d, const char *title)
{
	struct task_new n = { .title = title, .team = world_team("north") };
	struct task *t = NULL;

	CHECK(task_add(&cx, d, &n, &t) == OK);
	return t;
}

static void
skilled(const char *login, const char *code)
{
	CHECK(db_run(&cx, "INSERT INTO staff_skill (person, skill)"
	    " SELECT $1, id FROM skill WHERE code = $2",
	    db_i(world_person(login)), db_t(code)) == OK);
}

/* Mia leads nothing and none has work: all three of the team are equal. */
static void
begin(void)
{
	given();
	as("ada");
	CHECK(skill_make(&cx, "Water damage") == OK);
	CHECK(db_run(&cx, "DELETE FROM party WHERE role = 'lead'") == OK);
	CHECK(db_run(&cx, "UPDATE dossier SET lead = NULL") == OK);
	as("mia");
}

static const struct assign_candidate *
candidate(const struct assign *a, const char *name)
{
	const struct assign_candidate *c = a->candidates;

	while (c != NULL && strcmp(c->name, name) != 0)
		c = c->next;
	return c;
}

static void
who_cannot_work_on_it_is_no_candidate(void)
{
	struct assign a;
	struct dossier *d;

	begin();
	d = opened();
	CHECK(assign_look(&cx, d, 7, &anybody, &a) == OK);
	CHECK(a.among == 3);	/* neither tom nor zoe, who reads */
	CHECK(candidate(&a, "Tom Rossi") == NULL);
	CHECK(candidate(&a, "Zoe Lind") == NULL);
	CHECK(access_grant(&cx, d, world_person("tom"), LEVEL_WORK, 0,
	    "") == OK);
	CHECK(db_run(&cx, "INSERT INTO viewer_wall (viewer, dossier)"
	    " VALUES ($1, 1)", db_i(world_person("ben"))) == OK);
	CHECK(db_run(&cx, "UPDATE staff SET enabled = 0 WHERE login = 'sue'")
	    == OK);
	CHECK(assign_look(&cx, d, 7, &anybody, &a) == OK);
	CHECK(a.among == 2 && candidate(&a, "Tom Rossi") != NULL);
	CHECK(candidate(&a, "Ben Okafor") == NULL);
	CHECK(candidate(&a, "Sue Park") == NULL);
	/* to lead it needs the right to */
	CHECK(assign_look(&cx, d, 0, &anybody, &a) == OK);
	CHECK(a.among == 2);
	d = opened_as("mia", "C-2026-10000087");	/* restricted */
	CHECK(assign_look(&cx, d, 7, &anybody, &a) == OK);
	CHECK(a.among == 1 && a.how == ASSIGN_ONLY);
	CHECK_TEXT(a.chosen->name, "Mia Berger");
}

static void
the_skill_that_is_needed_is_held(void)
{
	struct assign a;
	struct dossier *d;
	struct task *t;

	begin();
	d = opened();
	t = task_of(d, "Dry the cellar");
	CHECK(assign_task(&cx, d, t, &diver, &a) == ERR_CONFLICT);
	CHECK(t->owner == 0);
	skilled("sue", "water_damage");
	CHECK(assign_task(&cx, d, t, &diver, &a) == OK);
	CHECK_TEXT(t->owner_name, "Sue Park");
	CHECK_TEXT(told(d), "Task “Dry the cellar” assigned to Sue Park: "
	    "has the skill “Water damage”, the only one who can");
	CHECK(assign_task(&cx, d, t, &diver, &a) == ERR_CONFLICT);
	/* the other two are told why not */
	CHECK(a.candidates->next != NULL);
	CHECK_TEXT(assign_words_not(&cx, &a, a.candidates->next),
	    "does not have the skill “Water damage”");
}

static void
a_skill_that_nobody_keeps_is_held_by_nobody(void)
{
	static const struct assign_question q = { .skill = "juggling",
	    .decision = "", .field = "" };
	struct assign a;
	struct dossier *d;
	struct task *t;

	begin();
	d = opened();
	t = task_of(d, "Juggle");
	CHECK(assign_task_also(&cx, d, t, &q) == OK);
	CHECK(t->owner == 0);
	CHECK_TEXT(told(d), "Nobody could be found by rule for the task "
	    "“Juggle”");
	CHECK(world_int("SELECT count(*) FROM assignment"
	    " WHERE person IS NULL") == 1);
	CHECK(assign_look(&cx, d, t->no, &q, &a) == OK && a.among == 0);
}

static void
a_limit_of_authority_covers_the_amount(void)
{
	static const struct assign_question q = { .skill = "",
	    .decision = "", .field = "amount" };
	struct value amount = { .field = "amount", .text = "4200.00 EUR" };
	struct dossier_change c = { .values = &amount, .why = "" };
	struct assign a;
	struct dossier *d;

	begin();
	d = opened();
	c.title = d->title;
	c.version = d->version;
	CHECK(dossier_change(&cx, d, &c) == OK);
	CHECK(db_run(&cx, "INSERT INTO authority (number, person, label,"
	    " amount, currency, begins, reason, given) VALUES"
	    " ('L-1', $1, '', 500000, 'EUR', '2026-01-01', 'x', 1),"
	    " ('L-2', $2, '', 100000, 'EUR', '2026-01-01', 'x', 1),"
	    " ('L-3', $2, '', 900000, 'EUR', '2027-01-01', 'x', 1),"
	    " ('L-4', NULL, 'north-screeners', NULL, '', '2026-01-01', 'x',"
	    " 1)", db_i(world_person("mia")), db_i(world_person("ben"))) ==
	    OK);
	d = opened();
	CHECK(assign_look(&cx, d, 7, &q, &a) == OK);
	CHECK(a.among == 2);
	CHECK(candidate(&a, "Mia Berger")->limit == 500000);
	CHECK(candidate(&a, "Sue Park")->limit == ASSIGN_ANY);
	CHECK_TEXT(assign_words_not(&cx, &a, candidate(&a, "Ben Okafor")),
	    "may not approve the amount");
	CHECK(candidate(&a, "Mia Berger")->covered);
	CHECK(!candidate(&a, "Ben Okafor")->covered);
}

/* Who is chosen for an approval may give it: of limits count those for its
 * kind, and those for all. */
static void
a_limit_for_something_else_does_not_count(void)
{
	struct assign_question q = { .skill = "", .decision = "",
	    .field = "amount" };
	struct assign a;
	struct dossier *d;

	begin();
	CHECK(db_run(&cx, "INSERT INTO authority (number, person, label,"
	    " kind, amount, currency, begins, reason, given) VALUES"
	    " ('L-1', $1, '', '', 100, 'EUR', '2026-01-01', 'x', 1),"
	    " ('L-2', $1, '', 'payment', 900, 'EUR', '2026-01-01', 'x', 1),"
	    " ('L-3', $2, '', 'settlement', 500, 'EUR', '2026-01-01', 'x',"
	    " 1)", db_i(world_person("mia")), db_i(world_person("ben"))) ==
	    OK);
	d = opened();
	q.kind = "settlement";
	CHECK(assign_look(&cx, d, 7, &q, &a) == OK);
	CHECK(candidate(&a, "Mia Berger")->limit == 100);
	CHECK(candidate(&a, "Ben Okafor")->limit == 500);
	q.kind = "";
	CHECK(assign_look(&cx, d, 7, &q, &a) == OK);
	CHECK(candidate(&a, "Mia Berger")->limit == 100);
	CHECK(candidate(&a, "Ben Okafor")->limit == -1);
	q.kind = NULL;		/* no approval: a table sees them all */
	CHECK(assign_look(&cx, d, 7, &q, &a) == OK);
	CHECK(candidate(&a, "Mia Berger")->limit == 900);
	CHECK(candidate(&a, "Ben Okafor")->limit == 500);
}

static void
the_least_work_is_asked_first_and_then_whose_turn_it_is(void)
{
	struct assign a;
	struct dossier *d;
	struct task *t;

	begin();
	d = opened();
	t = task_of(d, "One");
	CHECK(assign_task(&cx, d, t, &anybody, &a) == OK);
	CHECK(a.how == ASSIGN_TURN && a.among == 3);
	CHECK_TEXT(t->owner_name, "Ben Okafor");	/* by name, at first */
	CHECK_TEXT(told(d), "Task “One” assigned to Ben Okafor: as "
	    "little work as others, and next in turn");
	t = task_of(d, "Two");
	CHECK(assign_task(&cx, d, t, &anybody, &a) == OK);
	CHECK_TEXT(t->owner_name, "Mia Berger");
	t = task_of(d, "Three");
	CHECK(assign_task(&cx, d, t, &anybody, &a) == OK);
	CHECK_TEXT(t->owner_name, "Sue Park");
	CHECK(a.how == ASSIGN_LOAD);
	CHECK_TEXT(assign_words_why(&cx, d->type, &a),
	    "the least work of 3");
	/* whoever leads a case has as much to do as with two tasks */
	CHECK(assign_lead(&cx, d, &anybody, &a) == OK);
	CHECK_TEXT(d->lead_name, "Mia Berger");
	CHECK_TEXT(told(d), "Assigned to Mia Berger: the only one who can");
	CHECK(assign_look(&cx, d, 9, &anybody, &a) == OK);
	CHECK(candidate(&a, "Mia Berger")->load == 3);
	CHECK(candidate(&a, "Ben Okafor")->load == 1);
}

/* It counts cases that not everybody may see, so no number is kept. */
static void
how_much_others_have_to_do_is_not_told(void)
{
	const struct assign_candidate *c;
	struct assign a, *kept;
	struct dossier *d;
	struct task *t;

	begin();
	CHECK(db_run(&cx, "INSERT INTO task (dossier, no, title, owner,"
	    " created) VALUES (2, 900, 'x', $1, 1), (2, 901, 'y', $1, 1)",
	    db_i(world_person("ben"))) == OK);
	d = opened();
	t = task_of(d, "One");
	CHECK(assign_task(&cx, d, t, &anybody, &a) == OK);
	CHECK(candidate(&a, "Ben Okafor")->tasks == 2);
	CHECK(assign_newest(&cx, d, t->no, t->owner, &kept) == OK);
	CHECK(kept != NULL);
	if (kept == NULL)
		return;
	for (c = kept->candidates; c != NULL; c = c->next)
		CHECK(c->tasks == 0 && c->cases == 0 && c->limit == 0);
	CHECK(!candidate(kept, "Ben Okafor")->least);
	CHECK(candidate(kept, "Mia Berger")->least);
	CHECK(world_int("SELECT count(*) FROM assignment"
	    " WHERE candidates LIKE '%\"tasks\"%'"
	    " OR candidates LIKE '%\"limit\"%'") == 0);
	CHECK(strpbrk(told(d), "0123456789") == NULL);
}

/* Whoever is chosen could work on it and had the least to do. */
static void
equal_people_get_equal_loads_over_a_thousand_tasks(void)
{
	int64_t least, most, load[3], n;
	const char *const who[] = { "ben", "mia", "sue" };
	struct arena *whole;
	struct dossier *d;
	struct assign a;
	struct task *t;
	int tasks = getenv("TESTS_QUICK") == NULL ? 1000 : 150;
	int i, k, wrong = 0;

	begin();
	whole = cx.arena;
	for (i = 0; i < tasks; i++) {
		cx.arena = arena_new();
		d = opened();
		t = task_of(d, "Again");
		if (assign_task(&cx, d, t, &anybody, &a) != OK) {
			wrong++;
			arena_free(cx.arena);
			break;
		}
		for (least = INT64_MAX, most = 0, k = 0; k < 3; k++) {
			load[k] = world_int(arena_printf(cx.arena,
			    "SELECT count(*) FROM task WHERE done IS NULL"
			    " AND owner = %lld",
			    (long long)world_person(who[k])));
			least = load[k] < least ? load[k] : least;
			most = load[k] > most ? load[k] : most;
		}
		wrong += most - least > 1;
		arena_free(cx.arena);
	}
	cx.arena = whole;
	CHECK(wrong == 0);
	n = world_int("SELECT count(*) FROM task WHERE owner IS NOT NULL");
	CHECK(n == tasks);
}

/* Skills, walls, doors and work as it comes: whom the rules choose may work on
 * it, has the skill, and nobody else of these had less to do. */
static void
whatever_comes_the_chosen_one_can_and_may(void)
{
	struct store_dossier_held held;
	const struct assign_candidate *c;
	struct assign_question q;
	struct arena *whole;
	struct dossier *d;
	struct assign a;
	struct task *t;
	int rounds = getenv("TESTS_QUICK") == NULL ? 400 : 100;
	int i, chosen = 0, wrong = 0;

	begin();
	dice_seed = 11;
	whole = cx.arena;
	for (i = 0; i < rounds; i++) {
		cx.arena = arena_new();
		db_run(&cx, "DELETE FROM staff_skill");
		db_run(&cx, "DELETE FROM viewer_wall WHERE viewer <> 1");
		if (dice(2))
			skilled("ben", "water_damage");
		if (dice(2))
			skilled("sue", "water_damage");
		if (dice(2))
			skilled("tom", "water_damage");
		if (dice(4) == 0)
			db_run(&cx, "INSERT INTO viewer_wall (viewer,"
			    " dossier) VALUES ($1, 1)", db_i(2 + dice(2)));
		q = dice(3) ? diver : anybody;
		d = opened();
		t = task_of(d, "Any");
		if (assign_task(&cx, d, t, &q, &a) == OK) {
			chosen++;
			CHECK(store_dossier_held(&cx, d, t->owner, &held) ==
			    OK);
			wrong += held.walled || held.level < LEVEL_WORK;
			wrong += q.skill[0] != '\0' && !a.chosen->skilled;
			for (c = a.candidates; c != NULL; c = c->next)
				wrong += c->why_not[0] == '\0' &&
				    c->load < a.chosen->load;
			if (dice(3) == 0)
				CHECK(task_done(&cx, d, t, "ok") == OK);
		}
		arena_free(cx.arena);
	}
	cx.arena = whole;
	CHECK(wrong == 0 && chosen > rounds / 2);
}

#define RULE(in1, in2, out)						\
	"<rule><inputEntry><text>" in1 "</text></inputEntry>"		\
	"<inputEntry><text>" in2 "</text></inputEntry>"			\
	"<outputEntry><text>" out "</text></outputEntry></rule>"

/* Nobody with two tasks or more; those who know the customer first. */
static const char table[] =
    "<definitions xmlns='https://www.omg.org/spec/DMN/20230324/MODEL/'"
    " name='a' namespace='urn:a'>"
    "<inputData name='candidate' id='c'><variable name='candidate'/>"
    "</inputData>"
    "<decision name='Who' id='w'><variable name='Who'/>"
    "<informationRequirement><requiredInput href='#c'/>"
    "</informationRequirement>"
    "<decisionTable hitPolicy='FIRST'>"
    "<input><inputExpression><text>candidate.tasks</text></inputExpression>"
    "</input><input><inputExpression><text>candidate.known</text>"
    "</inputExpression></input><output/>"
    RULE("&gt;= 2", "-", "null") RULE("-", "true", "100.5")
    RULE("-", "-", "10") "</decisionTable></decision></definitions>";

/* The next version of complaints has that table. */
static void
begin_with_a_table(void)
{
	static const char decision[] =
	    "<decision code=\"assignment\" model=\"who.dmn\""
	    " decision=\"Who\" mode=\"automatic\"><name>"
	    "<label xml:lang=\"en\">Assignment</label>"
	    "<label xml:lang=\"fr\">A</label>"
	    "<label xml:lang=\"de\">A</label>"
	    "<label xml:lang=\"it\">A</label>"
	    "<label xml:lang=\"pt\">A</label>"
	    "<label xml:lang=\"ja\">A</label>"
	    "</name></decision></decisions>";
	const struct casetype *t;

	begin();
	type_folder_put("type.xml", source_with(source_sample(
	    "refund", "type.xml"), "</decisions>", decision));
	type_folder_put("refund.dmn", source_sample("refund",
	    "refund.dmn"));
	type_folder_put("who.dmn", table);
	cx.why = NULL;
	CHECK(type_folder_install(&t) == OK);
	if (cx.why != NULL)
		printf("# %s\n", cx.why);
	CHECK(db_run(&cx, "UPDATE dossier SET type = $1 WHERE id = 1",
	    db_i(t->id)) == OK);
}

static void
a_table_scores_and_leaves_out(void)
{
	struct decision_slot *s;
	struct decision_why why;
	struct assign a, *kept;
	struct dossier *d;
	struct task *t;

	begin_with_a_table();
	/* sue has led for this customer; ben has two tasks */
	CHECK(db_run(&cx, "UPDATE dossier SET lead = $1 WHERE id = 5",
	    db_i(world_person("sue"))) == OK);
	CHECK(db_run(&cx, "UPDATE party SET person = $1 WHERE dossier = 5",
	    db_i(world_customer("P-20000001"))) == OK);
	CHECK(db_run(&cx, "INSERT INTO task (dossier, no, title, owner,"
	    " created) VALUES (1, 900, 'x', $1, 1), (1, 901, 'y', $1, 1)",
	    db_i(world_person("ben"))) == OK);
	CHECK(db_run(&cx, "UPDATE dossier SET things = 901 WHERE id = 1") ==
	    OK);
	d = opened();
	t = task_of(d, "Answer");
	CHECK(assign_task(&cx, d, t, &anybody, &a) == OK);
	CHECK_TEXT(t->owner_name, "Sue Park");
	CHECK(a.how == ASSIGN_SCORE && a.among == 2);
	CHECK_TEXT(told(d), "Task “Answer” assigned to Sue Park: table "
	    "“Assignment”, rule 2: 100.5, the highest of 2");
	CHECK_TEXT(assign_words_not(&cx, &a, candidate(&a, "Ben Okafor")),
	    "the table leaves them out, rule 1");
	/* it is kept as it was */
	CHECK(assign_newest(&cx, d, t->no, t->owner, &kept) == OK);
	CHECK(kept != NULL && kept->how == ASSIGN_SCORE);
	CHECK_TEXT(assign_words_why(&cx, d->type, kept), "table “Assignment”, "
	    "rule 2: 100.5, the highest of 2");
	CHECK(decision_why_kept(&cx, d, d->type, kept->inputs,
	    kept->derivation, &why) == OK);
	CHECK(why.top != NULL && why.top->table != NULL);
	CHECK_TEXT(why.top->name, "Who");
	/* but for how much they have to do */
	CHECK_TEXT(why.top->table->columns->value, "");
	CHECK(strstr(kept->inputs, "\"candidate\":{\"name\"") != NULL);
	CHECK(strstr(kept->inputs, "\"tasks\"") == NULL);
	CHECK(strstr(kept->inputs, "\"cases\"") == NULL);
	CHECK(strstr(kept->inputs, "\"load\"") == NULL);
	CHECK(strstr(kept->inputs, "limit") == NULL);
	CHECK(assign_newest(&cx, d, t->no, world_person("ben"), &kept) == OK
	    && kept == NULL);
	/* and no decision of the case */
	CHECK(decision_slots(&cx, d, &s) == OK);
	for (; s != NULL; s = s->next)
		CHECK(strcmp(s->of->code, "assignment") != 0);
	CHECK(assign_open(&cx, d, 4711, &kept) == ERR_MISSING);
}

static int
each(void)
{
	return getenv("TESTS_QUICK") == NULL ? 45 : 15;
}

/* Assigns and finishes one, in a transaction that may have to be run again
 * because another met it. */
static enum err
one_more(void)
{
	struct dossier *d = NULL;
	struct task_new n = { .title = "Race" };
	struct assign a;
	struct task *t;
	enum err e;

	if ((e = db_begin(&cx, DB_WRITE)) != OK)
		return e;
	as("mia");
	cx.act = NULL;
	n.team = world_team("north");
	if ((e = dossier_open(&cx, D, LEVEL_WORK, &d)) == OK &&
	    (e = task_add(&cx, d, &n, &t)) == OK &&
	    (e = assign_task(&cx, d, t, &anybody, &a)) == OK &&
	    (e = task_done(&cx, d, t, "done")) == OK)
		return db_commit(&cx);
	db_rollback(&cx);
	return e;
}

static bool
connected(void)
{
	if (db_open(&cx, world_url, &cx.db) != OK)
		return false;
	db_operator(cx.db);
	return true;
}

static void
worker(void)
{
	int times = each(), i, tries;

	if (!connected())
		_exit(1);
	for (i = 0; i < times; i++) {
		for (tries = 0; tries < 200 && one_more() != OK; tries++)
			usleep(1000);
		if (tries == 200)
			_exit(2);
	}
	_exit(0);
}

static void
two_at_once_take_turns_too(void)
{
	static char path[60];	/* outlives the arena */
	int i, status;

	snprintf(path, sizeof(path), "%s", type_folder_path("two.db"));
	given_in(path);
	CHECK(db_run(&cx, "DELETE FROM party WHERE role = 'lead'") == OK);
	CHECK(db_run(&cx, "UPDATE dossier SET lead = NULL") == OK);
	CHECK(db_commit(&cx) == OK);
	db_close(cx.db);
	cx.db = NULL;
	fflush(stdout);
	for (i = 0; i < 2; i++)
		if (fork() == 0)
			worker();
	for (i = 0; i < 2; i++)
		CHECK(wait(&status) > 0 && status == 0);
	CHECK(connected());
	CHECK(db_begin(&cx, DB_WRITE) == OK);
	CHECK(world_int("SELECT count(*) FROM task WHERE done IS NOT NULL") ==
	    2 * each());
	CHECK(world_int("SELECT count(*) FROM assignment") == 2 * each());
	/* every third one is the same person's, whoever asked */
	CHECK(world_int(arena_printf(cx.arena, "SELECT count(*) FROM (SELECT"
	    " person FROM assignment GROUP BY person HAVING count(*) = %d) x",
	    2 * each() / 3)) == 3);
	CHECK(world_int("SELECT max(turn) FROM assignment_turn") == 2 * each());
	CHECK(db_commit(&cx) == OK);
	given();
}

static void
an_assignment_can_be_taken_back(void)
{
	const char *number;
	struct dossier *d;
	struct assign a, *kept;
	struct task *t;

	begin();
	d = opened();
	t = task_of(d, "One");
	cx.act = NULL;
	CHECK(assign_task(&cx, d, t, &anybody, &a) == OK);
	number = cx.act->number;
	cx.act = NULL;
	CHECK(act_undone(number) == OK);
	d = opened();
	CHECK(task_open(&cx, d, t->no, &t) == OK && t->owner == 0);
	CHECK(assign_newest(&cx, d, t->no, t->owner, &kept) == OK &&
	    kept == NULL);
	cx.act = NULL;
	CHECK(assign_lead(&cx, d, &anybody, &a) == OK);
	number = cx.act->number;
	cx.act = NULL;
	CHECK(act_undone(number) == OK);
	CHECK(opened()->lead == 0);
}

static void
skills_are_kept_by_administrators(void)
{
	static const char *const codes[] = { "water_damage", "nothing" };
	struct roster_member m = { .number = "P-10000002",
	    .name = "Ben Okafor" };
	struct skill *s;

	begin();
	m.person = world_person("ben");
	CHECK(skill_make(&cx, "Roofs") == ERR_FORBIDDEN);
	as("ada");
	CHECK(skill_make(&cx, "") == ERR_INVALID);
	CHECK(skill_make(&cx, "water DAMAGE") == ERR_INVALID);
	CHECK(skill_make(&cx, "屋根") == OK);
	CHECK(skill_set(&cx, &m, codes, 2) == OK);
	CHECK(skill_list(&cx, m.person, &s) == OK);
	CHECK(s != NULL && s->held && s->people == 1);
	CHECK_TEXT(s->code, "water_damage");
	CHECK(s->next != NULL && !s->next->held);
	CHECK(world_int("SELECT count(*) FROM event"
	    " WHERE kind = 'skills.changed'") == 1);
	CHECK(skill_set(&cx, &m, codes, 2) == OK);	/* nothing new */
	CHECK(world_int("SELECT count(*) FROM event"
	    " WHERE kind = 'skills.changed'") == 1);
	CHECK(skill_remove(&cx, s) == OK);
	CHECK(world_int("SELECT count(*) FROM staff_skill") == 0);
}

int
main(void)
{
	type_folder_open();
	RUN(who_cannot_work_on_it_is_no_candidate);
	RUN(the_skill_that_is_needed_is_held);
	RUN(a_skill_that_nobody_keeps_is_held_by_nobody);
	RUN(a_limit_of_authority_covers_the_amount);
	RUN(a_limit_for_something_else_does_not_count);
	RUN(the_least_work_is_asked_first_and_then_whose_turn_it_is);
	RUN(how_much_others_have_to_do_is_not_told);
	RUN(equal_people_get_equal_loads_over_a_thousand_tasks);
	RUN(whatever_comes_the_chosen_one_can_and_may);
	RUN(a_table_scores_and_leaves_out);
	RUN(an_assignment_can_be_taken_back);
	RUN(skills_are_kept_by_administrators);
	RUN(two_at_once_take_turns_too);
	return DONE;
}
