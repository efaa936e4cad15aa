/* SPDX-License-Identifier: MIT */
/* Two people save the same facts in any order: no value is ever lost unless
 * one of the two chose so. */
#include <stdlib.h>

#include "check.h"
#include "domain/course/dossier_change.h"
#include "domain/course/dossier_load.h"
#include "domain/course/dossier_reconcile.h"
#include "domain/dossier/dossier.h"
#include "domain/type/casetype.h"
#include "store/db.h"
#include "world.h"

#define NUMBER "C-2026-10000061"
#define UNITS 40

static uint64_t seed;

static int
any(int below)
{
	seed ^= seed << 13;
	seed ^= seed >> 7;
	seed ^= seed << 17;
	return (int)(seed % (uint64_t)below);
}

/* The three texts of one thing. */

static enum reconcile
of(const char *began, const char *stored, const char *mine,
    const char *choice)
{
	return reconcile(&cx, reconcile_seal(&cx, began), stored, mine,
	    choice);
}

static void
what_one_changed_holds_and_what_both_changed_is_asked(void)
{
	given();
	CHECK(of("a", "a", "a", "") == RECONCILE_SAME);
	CHECK(of("a", "b", "b", "") == RECONCILE_SAME);
	CHECK(of("a", "b", "a", "") == RECONCILE_THEIRS);
	CHECK(of("a", "a", "b", "") == RECONCILE_MINE);
	CHECK(of("a", "b", "c", "") == RECONCILE_ASK);
	CHECK(of("a", "", "c", "") == RECONCILE_ASK);
	CHECK(of("a", "b", "", "") == RECONCILE_ASK);
	CHECK(of("", "", "c", "") == RECONCILE_MINE);
	CHECK(of("", "b", "", "") == RECONCILE_THEIRS);
}

static const char *
about(const char *side, const char *stored)
{
	return arena_printf(cx.arena, "%s.%s", side,
	    reconcile_seal(&cx, stored));
}

static void
a_choice_holds_against_one_text_alone(void)
{
	given();
	CHECK(of("a", "b", "c", about("mine", "b")) == RECONCILE_MINE);
	CHECK(of("a", "b", "c", about("theirs", "b")) == RECONCILE_THEIRS);
	CHECK(of("a", "x", "c", about("mine", "b")) == RECONCILE_ASK);
	CHECK(of("a", "x", "c", about("theirs", "b")) == RECONCILE_ASK);
	CHECK(of("a", "b", "c", "mine") == RECONCILE_ASK);
	CHECK(of("a", "b", "c", "all.") == RECONCILE_ASK);
	CHECK(of("a", "", "c", about("mine", "")) == RECONCILE_MINE);
}

static void
seals_are_found_by_their_whole_name(void)
{
	const char *s = "";

	given();
	s = reconcile_add(&cx, s, "f.item", "Cup");
	s = reconcile_add(&cx, s, "f.empty", "");
	s = reconcile_add(&cx, s, "f.item.1", "Kettle");
	CHECK_TEXT(reconcile_began(&cx, s, "f.item"),
	    reconcile_seal(&cx, "Cup"));
	CHECK_TEXT(reconcile_began(&cx, s, "f.item.1"),
	    reconcile_seal(&cx, "Kettle"));
	CHECK_TEXT(reconcile_began(&cx, s, "f.empty"), "");
	CHECK_TEXT(reconcile_began(&cx, s, "item"), "");
	CHECK_TEXT(reconcile_began(&cx, "", "f.item"), "");
}

/* Two forms over one dossier. */

struct typed {			/* one field in a form */
	char field[32], text[64];	/* "" where it is empty */
	int64_t no;
};

struct form {			/* as a browser holds it */
	char seals[2000], title[64];
	struct typed typed[UNITS];
	int n;
};

static struct dossier *
opened(void)
{
	struct dossier *d = NULL;

	CHECK(dossier_open(&cx, NUMBER, LEVEL_READ, &d) == OK);
	CHECK(dossier_load(&cx, d) == OK);
	return d;
}

static void
type_in(struct form *f, const char *field, int64_t no, const char *text)
{
	struct typed *t = &f->typed[f->n++];

	snprintf(t->field, sizeof(t->field), "%s", field);
	snprintf(t->text, sizeof(t->text), "%s", text);
	t->no = no;
}

/* The form as the page makes it: what is stored, and an empty row. */
static void
open_form(struct form *f)
{
	static const char *const plain[] = { "subject", "reference", "place" };
	struct dossier *d = opened();
	int64_t no = 0, last = 0;
	size_t i;

	*f = (struct form){ 0 };
	snprintf(f->seals, sizeof(f->seals), "%s",
	    dossier_reconcile_seals(&cx, d));
	snprintf(f->title, sizeof(f->title), "%s", d->title);
	for (i = 0; i < 3; i++)
		type_in(f, plain[i], 0, dossier_value(d, plain[i]));
	do {
		no = casetype_value_row(d->type, d->values, d->type->groups,
		    no);
		last = no != 0 ? no : last + 1;
		type_in(f, "item", last,
		    casetype_value_text(d->values, "item", last));
	} while (no != 0 && f->n < UNITS - 2);
}

/* Every text that is typed is a new one, so that it can be looked for. */
static void
edit_form(struct form *f, const char *who)
{
	static int fresh;
	int i;

	if (any(3) == 0)
		snprintf(f->title, sizeof(f->title), "%s %d", who, fresh++);
	for (i = 1; i < f->n; i++)
		if (any(3) == 0)
			snprintf(f->typed[i].text, sizeof(f->typed[i].text),
			    "%s %d", who, fresh++);
		else if (any(8) == 0)
			f->typed[i].text[0] = '\0';
}

struct choosing {		/* answers every question by chance, or none */
	char unit[UNITS][40], choice[UNITS][40];
	int n;
};

static const char *
choice_of(const void *of_form, const char *unit)
{
	const struct choosing *c = of_form;
	int i;

	for (i = 0; i < c->n; i++)
		if (strcmp(c->unit[i], unit) == 0)
			return c->choice[i];
	return "";
}

static struct value *
values_of(const struct form *f)
{
	struct value *list = NULL, *v;
	int i;

	for (i = f->n - 1; i >= 0; i--) {
		v = arena_alloc(cx.arena, sizeof(*v));
		*v = (struct value){ list, f->typed[i].field,
		    f->typed[i].text, f->typed[i].no };
		list = v;
	}
	return list;
}

/* Whether a text of a unit stands anywhere in the dossier now. A row is
 * looked for by its item. */
static bool
stands(const struct dossier *d, const char *text)
{
	const struct value *v = d->values;

	if (text[0] == '\x1f')
		text = arena_textn(cx.arena, text + 1,
		    strcspn(text + 1, "\x1f"));
	if (text[0] == '\0' || strcmp(d->title, text) == 0)
		return true;
	while (v != NULL && strcmp(v->text, text) != 0)
		v = v->next;
	return v != NULL;
}

/* What must hold of each unit, whatever the two typed. */
static void
check_unit(const struct dossier *d, const struct form *f,
    const struct dossier_unit *u, const struct choosing *c)
{
	const char *began = reconcile_began(&cx, f->seals, u->name);
	bool same = strcmp(u->stored, u->mine) == 0;
	bool changed = strcmp(began, reconcile_seal(&cx, u->mine)) != 0;
	bool late = strcmp(began, reconcile_seal(&cx, u->stored)) != 0;
	const char *choice = choice_of(c, u->name);

	if (same)
		CHECK(stands(d, u->mine));
	/* typed by this one, and gone without a choice for the other */
	if (!same && changed && strncmp(choice, "theirs", 6) != 0)
		CHECK(stands(d, u->mine));
	/* saved by the other one, and gone without a choice for this one */
	if (!same && late && strncmp(choice, "mine", 4) != 0)
		CHECK(stands(d, u->stored));
}

static enum err
try(struct form *f, struct choosing *c, struct dossier **d,
    struct dossier_unit **units)
{
	const struct dossier_sent sent = { f->seals, choice_of, c };
	struct dossier_change change = { .title = f->title, .why = "",
	    .values = values_of(f) };
	const struct value *mine;
	struct dossier_unit *u;
	enum err e;

	*d = opened();
	change.version = (*d)->version;
	change.risk = (*d)->risk;
	e = dossier_reconcile(&cx, *d, &sent, &change, units, &mine);
	CHECK(e == OK);
	for (u = *units; u != NULL; u = u->next)
		if (u->verdict == RECONCILE_ASK)
			return ERR_CONFLICT;
	cx.mistakes = NULL;
	return e == OK ? dossier_change(&cx, *d, &change) : e;
}

/* Rows that the form did not know are as they were. */
static void
check_others(const struct dossier *before, const struct dossier *after,
    const struct dossier_unit *units)
{
	const struct dossier_unit *u;
	const struct value *v;

	for (v = before->values; v != NULL; v = v->next) {
		for (u = units; u != NULL; u = u->next)
			if (u->group != NULL && u->no == v->no)
				break;
		if (v->no != 0 && u == NULL)
			CHECK_TEXT(casetype_value_text(after->values,
			    v->field, v->no), v->text);
	}
}

/* Sends a form, and answers what it asks until it is saved. */
static int
save_form(struct form *f)
{
	struct choosing c = { .n = 0 };
	struct dossier_unit *u, *units;
	struct dossier *d, *before = opened();
	int asked = 0;

	while (try(f, &c, &d, &units) == ERR_CONFLICT && asked++ < 3)
		for (u = units; u != NULL; u = u->next)
			if (u->verdict == RECONCILE_ASK && c.n < UNITS) {
				snprintf(c.unit[c.n], 40, "%s", u->name);
				snprintf(c.choice[c.n++], 40, "%s",
				    about(any(2) ? "mine" : "theirs",
				    u->stored));
			}
	CHECK(asked < 2);
	CHECK(cx.mistakes == NULL);
	d = opened();
	check_others(before, d, units);
	for (u = units; u != NULL; u = u->next)
		check_unit(d, f, u, &c);
	return asked;
}

/* A row that each of the two adds is never a question. */
static void
rows_that_both_added_are_two(void)
{
	struct form mia, ben;
	struct dossier *d;

	given();
	as("mia");
	open_form(&mia);
	open_form(&ben);
	snprintf(mia.typed[3].text, 64, "Kettle");
	snprintf(ben.typed[3].text, 64, "Cup");
	snprintf(mia.typed[0].text, 64, "service");
	snprintf(ben.typed[0].text, 64, "service");
	CHECK(save_form(&mia) == 0);
	as("ben");
	CHECK(save_form(&ben) == 0);
	d = opened();
	CHECK_TEXT(casetype_value_text(d->values, "item", 1), "Kettle");
	CHECK_TEXT(casetype_value_text(d->values, "item", 2), "Cup");
}

/* A dossier without rows begins; two forms are opened and saved by turns. */
static int
play(void)
{
	struct form forms[2];
	int step, who, asked = 0;
	static const char *const names[] = { "mia", "ben" };

	as("mia");
	CHECK(db_run(&cx, "DELETE FROM field_value") == OK);
	open_form(&forms[0]);
	snprintf(forms[0].typed[0].text, 64, "service");
	save_form(&forms[0]);
	open_form(&forms[0]);
	open_form(&forms[1]);
	for (step = 0; step < 6; step++) {
		who = any(2);
		as(names[who]);
		edit_form(&forms[who], names[who]);
		asked += save_form(&forms[who]);
		open_form(&forms[who]);
	}
	return asked;
}

static void
nothing_is_lost_without_a_choice(void)
{
	int games = getenv("TESTS_QUICK") != NULL ? 60 : 600, asked = 0, i;

	given();
	for (i = 0; i < games && check_ok; i++) {
		seed = (uint64_t)(i + 1) * 0x9e3779b97f4a7c15;
		asked += play();
		if (!check_ok)
			printf("# seed %d\n", i);
	}
	CHECK(asked > games / 4);
	CHECK(world_int("SELECT count(*) FROM event"
	    " WHERE kind = 'dossier.changed'") > games);
}

int
main(void)
{
	RUN(what_one_changed_holds_and_what_both_changed_is_asked);
	RUN(a_choice_holds_against_one_text_alone);
	RUN(seals_are_found_by_their_whole_name);
	RUN(rows_that_both_added_are_two);
	RUN(nothing_is_lost_without_a_choice);
	return DONE;
}
