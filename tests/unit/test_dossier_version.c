/* SPDX-License-Identifier: MIT */
/* A running dossier goes to another version of its type, and back. */
#include <stdlib.h>
#include <string.h>

#include "check.h"
#include "domain/course/casetype_differ.h"
#include "domain/course/dossier_change.h"
#include "domain/course/dossier_load.h"
#include "domain/course/dossier_version.h"
#include "domain/desk/bulk.h"
#include "domain/dossier/dossier.h"
#include "domain/house/verify.h"
#include "domain/story/undo_act.h"
#include "domain/type/casetype.h"
#include "domain/type/casetype_check.h"
#include "domain/type/casetype_former.h"
#include "store/db.h"
#include "store/store_type.h"
#include "unit/world.h"

#define NUMBER "C-2026-10000061"

/* Without what stands from one word to the end of another. */
static const char *
without(const char *text, const char *from, const char *to)
{
	const char *a = strstr(text, from);
	const char *b = a == NULL ? NULL : strstr(a, to);

	CHECK(b != NULL);
	return b == NULL ? text : arena_printf(cx.arena, "%.*s%s",
	    (int)(a - text), text, b + strlen(to));
}

static const char *
instead(const char *text, const char *from, const char *to)
{
	const char *a = strstr(text, from);

	CHECK(a != NULL);
	return a == NULL ? text : arena_printf(cx.arena, "%.*s%s%s",
	    (int)(a - text), text, to, a + strlen(from));
}

/* Version 2 of complaints: without the place and the phase follow-up, with
 * what waits for it, with a town, the findings shorter, one choice of harm
 * gone, the risk renamed. */
static void
second_version(void)
{
	struct store_type row = { .code = "complaint", .version = 2,
	    .sha256 = "two" }, old = { 0 };
	struct store_type_model *models;
	const char *place, *end, *s;
	int64_t id;

	CHECK(store_type_find(&cx, "complaint", 1, &id) == OK && id != 0);
	CHECK(store_type_by_id(&cx, id, &old) == OK);
	CHECK(store_type_models(&cx, id, &models) == OK);
	s = old.source;
	place = strstr(s, "<field code=\"place\"");
	end = strstr(place, "</field>") + strlen("</field>");
	s = instead(s, arena_printf(cx.arena, "%.*s", (int)(end - place),
	    place), instead(arena_printf(cx.arena, "%.*s", (int)(end - place),
	    place), "code=\"place\"", "code=\"town\" required=\"yes\""));
	s = instead(s, "code=\"reference\" kind=\"text\" max=\"80\""
	    " listed=\"yes\"",
	    "code=\"reference\" kind=\"lines\" max=\"80\"");
	s = without(s, "<phase code=\"followup\">", "</phase>");
	s = without(s, "<deadline code=\"asked_again\"", "</deadline>");
	s = without(s, "<when phase=\"followup\"", "/>");
	s = without(s, "<choice code=\"loss\">", "</choice>");
	row.source = s;
	CHECK(store_type_add(&cx, &row) == OK);
	for (; models != NULL; models = models->next)
		CHECK(store_type_model_add(&cx, row.id, models) == OK);
}

static struct dossier *
open_it(void)
{
	struct dossier *d = NULL;

	CHECK(dossier_open(&cx, NUMBER, LEVEL_MANAGE, &d) == OK);
	return d;
}

static void
fill(const char *field, const char *text)
{
	struct value v = { .field = field, .text = text };
	struct dossier *d = open_it();
	struct dossier_change c = { .title = d->title, .risk = d->risk,
	    .values = &v, .version = d->version, .why = "" };

	CHECK(dossier_change(&cx, d, &c) == OK);
}

static const char *
value(const char *field)
{
	static char text[200];
	struct dossier *d = open_it();

	CHECK(dossier_load(&cx, d) == OK);
	snprintf(text, sizeof(text), "%s", dossier_value(d, field));
	return text;
}

static void
start(void)
{
	struct dossier_version *v;

	given();
	as("mia");
	cx.act = NULL;
	second_version();
	if (dossier_version_look(&cx, open_it(), 0, &v) != OK) {
		printf("Bail out! %s\n", cx.why);
		exit(1);
	}
	fill("place", "Bern");
	fill("reference", "A 1");
	fill("harm", "loss");
	cx.act = NULL;
}

static const struct dossier_version_item *
item(const struct dossier_version *v, enum dossier_version_fate fate,
    enum casetype_part part, const char *label)
{
	const struct dossier_version_item *i;

	for (i = v->items; i != NULL; i = i->next)
		if (i->fate == fate && i->part == part &&
		    strcmp(i->label, label) == 0)
			return i;
	return NULL;
}

static enum err
move(int version, const char *phase)
{
	struct dossier_version_move m = { version, phase, "The new form.",
	    "" };

	return dossier_version_move(&cx, open_it(), &m);
}

static void
a_look_says_what_is_gained_lost_and_kept(void)
{
	const struct dossier_version_item *i;
	struct dossier_version *v;
	struct dossier *d;

	start();
	d = open_it();
	CHECK(dossier_version_look(&cx, d, 0, &v) == OK);
	CHECK(v->to->version == 2 && d->type->version == 1);
	i = item(v, DOSSIER_GAINS, CASETYPE_FIELDS, "Place or branch");
	CHECK(i != NULL && strstr(i->note, "filled in") != NULL);
	i = item(v, DOSSIER_LOSES, CASETYPE_FIELDS, "Place or branch");
	CHECK(i != NULL && strcmp(i->value, "Bern") == 0);
	CHECK(item(v, DOSSIER_LOSES, CASETYPE_PHASES, "Follow-up") != NULL);
	i = item(v, DOSSIER_LOSES, CASETYPE_FIELDS, "Harm to the person");
	CHECK(i != NULL && strstr(i->note, "does not fit") != NULL);
	CHECK(item(v, DOSSIER_KEEPS, CASETYPE_FIELDS,
	    "Order or contract number") != NULL);
	CHECK(!v->phase_gone);
}

static void
a_moved_dossier_keeps_what_the_version_lacks(void)
{
	struct casetype_former *f;
	struct dossier *d;

	start();
	CHECK(move(0, "") == OK);
	d = open_it();
	CHECK(d->type->version == 2);
	CHECK_TEXT(value("place"), "Bern");
	CHECK_TEXT(value("reference"), "A 1");
	CHECK_TEXT(value("harm"), "");
	CHECK(dossier_load(&cx, d) == OK);
	CHECK(casetype_former(&cx, d->type, d->values, &f) == OK);
	CHECK(f != NULL && f->next == NULL && f->version == 1);
	CHECK_TEXT(f->field->code, "place");
	CHECK(world_int("SELECT count(*) FROM dossier_search"
	    " WHERE words LIKE '%bern%'") == 1);
	CHECK(world_int("SELECT count(*) FROM event"
	    " WHERE kind = 'dossier.version_moved'") == 1);
	CHECK(move(0, "") == ERR_CONFLICT);	/* it is there */
	CHECK(move(3, "") == ERR_MISSING);
}

static void
the_way_back_finds_the_value_again(void)
{
	start();
	CHECK(move(2, "") == OK);
	CHECK(move(1, "") == OK);
	CHECK(open_it()->type->version == 1);
	CHECK_TEXT(value("place"), "Bern");
	CHECK(world_int("SELECT count(*) FROM field_value"
	    " WHERE field = 'place'") == 1);
}

static void
it_is_undone_as_a_whole(void)
{
	struct undo_act *a;

	start();
	CHECK(move(2, "") == OK);
	CHECK(cx.act != NULL);
	CHECK(undo_act_open(&cx, cx.act->number, &a) == OK);
	cx.act = NULL;
	CHECK(undo_back(&cx, a, false, "") == OK);
	CHECK(open_it()->type->version == 1);
	CHECK_TEXT(value("harm"), "loss");
	CHECK_TEXT(value("reference"), "A 1");
}

static void
a_phase_that_is_gone_is_chosen_anew(void)
{
	struct dossier_version *v;
	struct dossier *d;

	start();
	CHECK(dossier_move(&cx, open_it(), "followup", "Paid.") == OK);
	d = open_it();
	CHECK(dossier_version_look(&cx, d, 2, &v) == OK && v->phase_gone);
	cx.mistakes = NULL;
	CHECK(move(2, "") == ERR_INVALID);
	CHECK(cx.mistakes != NULL && strcmp(cx.mistakes->field,
	    "phase") == 0);
	cx.mistakes = NULL;
	CHECK(move(2, "evaluation") == OK);
	CHECK_TEXT(open_it()->phase, "evaluation");
}

static void
who_does_not_manage_it_moves_nothing(void)
{
	struct dossier_version_move m = { 2, "", "Why not.", "" };
	struct dossier *d;

	start();
	d = opened_as("ben", NUMBER);
	CHECK(dossier_version_move(&cx, d, &m) == ERR_FORBIDDEN);
	as("mia");
	m.reason = "";
	cx.mistakes = NULL;
	CHECK(dossier_version_move(&cx, open_it(), &m) == ERR_INVALID);
	cx.mistakes = NULL;
	m.reason = "The new form.";
	m.seen = "0000";
	CHECK(dossier_version_move(&cx, open_it(), &m) == ERR_CONFLICT);
	CHECK(open_it()->type->version == 1);
}

static void
an_overridden_risk_stays(void)
{
	start();
	CHECK(world_int("SELECT count(*) FROM decision WHERE state = 'made'")
	    > 0);
	CHECK(db_run(&cx, "UPDATE decision SET overridden = 1"
	    " WHERE state = 'made'") == OK);
	CHECK(db_run(&cx, "UPDATE dossier SET risk = 3 WHERE number = $1",
	    db_t(NUMBER)) == OK);
	CHECK(move(2, "") == OK);
	CHECK(open_it()->risk == 3);
}

static void
many_are_moved_as_one(void)
{
	struct bulk b = { .kind = BULK_VERSION, .team = "", .phase = "",
	    .reason = "The new form." };
	struct bulk_item two = { .number = "C-2026-10000087", .seen = "" };
	struct bulk_item one = { .number = NUMBER, .seen = "",
	    .next = &two };
	struct undo_act *a;
	long done;

	start();
	CHECK(bulk_look(&cx, &b, &one) == OK);
	CHECK(one.why == NULL && two.why == NULL);
	CHECK(bulk_run(&cx, &b, &one, &done) == OK && done == 2);
	CHECK(world_int("SELECT count(*) FROM dossier d JOIN type t"
	    " ON t.id = d.type WHERE t.version = 2") == 2);
	CHECK(undo_act_open(&cx, cx.act->number, &a) == OK && a->count == 2);
	CHECK(undo_back(&cx, a, false, "") == OK);
	CHECK(world_int("SELECT count(*) FROM dossier d JOIN type t"
	    " ON t.id = d.type WHERE t.version = 2") == 0);
}

static const struct casetype_difference *
difference(const struct casetype_difference *d, enum casetype_part part,
    enum casetype_how how, const char *code)
{
	while (d != NULL && (d->part != part || d->how != how ||
	    strcmp(d->code, code) != 0))
		d = d->next;
	return d;
}

static void
two_versions_are_told_apart_in_words(void)
{
	const struct casetype_difference *one;
	const struct casetype *from, *to;
	struct casetype_difference *d;

	start();
	CHECK(casetype_version(&cx, "complaint", 1, &from) == OK);
	CHECK(casetype_version(&cx, "complaint", 2, &to) == OK);
	CHECK(casetype_differ(&cx, from, from, &d) == OK && d == NULL);
	CHECK(casetype_differ(&cx, from, to, &d) == OK);
	CHECK(difference(d, CASETYPE_FIELDS, CASETYPE_ADDED, "town"));
	CHECK(difference(d, CASETYPE_FIELDS, CASETYPE_REMOVED, "place"));
	CHECK(difference(d, CASETYPE_PHASES, CASETYPE_REMOVED, "followup"));
	one = difference(d, CASETYPE_FIELDS, CASETYPE_CHANGED, "reference");
	CHECK(one != NULL && strstr(one->details->text, "Lines of text"));
	one = difference(d, CASETYPE_FIELDS, CASETYPE_CHANGED, "harm");
	CHECK(one != NULL && strstr(one->details->text, "cannot be chosen"));
	CHECK(difference(d, CASETYPE_TABLES, CASETYPE_CHANGED, "x") == NULL);
}

static void
what_cannot_be_read_any_more_is_named(void)
{
	struct casetype_problem *p;
	struct store_type_model *models;
	const char *bad;

	start();
	CHECK(casetype_check(&cx, &p) == OK && p == NULL);
	CHECK(store_type_models(&cx, 1, &models) == OK);
	bad = instead(models->source, "hitPolicy=\"", "hitPolicy=\"NO");
	CHECK(db_run(&cx, "UPDATE type_model SET source = $1 WHERE type = 1"
	    " AND file = $2", db_t(bad), db_t(models->file)) == OK);
	CHECK(casetype_check(&cx, &p) == OK && p != NULL);
	CHECK_TEXT(p->code, "complaint");
	CHECK(p->version == 1 && strstr(p->where, ".dmn:") != NULL);
}

static void
dossiers_are_counted_by_version(void)
{
	struct casetype_count *n;

	start();
	CHECK(move(2, "") == OK);
	CHECK(casetype_counts(&cx, "complaint", &n) == OK);
	CHECK(n->version == 2 && n->active == 1 && n->closed == 0);
	CHECK(n->next->active == 2 && n->next->closed == 1);
}

int
main(void)
{
	RUN(a_look_says_what_is_gained_lost_and_kept);
	RUN(a_moved_dossier_keeps_what_the_version_lacks);
	RUN(the_way_back_finds_the_value_again);
	RUN(it_is_undone_as_a_whole);
	RUN(a_phase_that_is_gone_is_chosen_anew);
	RUN(who_does_not_manage_it_moves_nothing);
	RUN(an_overridden_risk_stays);
	RUN(many_are_moved_as_one);
	RUN(two_versions_are_told_apart_in_words);
	RUN(what_cannot_be_read_any_more_is_named);
	RUN(dossiers_are_counted_by_version);
	return DONE;
}
