/* SPDX-License-Identifier: MIT */
/* Decisions by tables: asked, confirmed, overridden, followed, kept. */
#include <stdio.h>
#include <stdlib.h>

#include "base/count.h"
#include "check.h"
#include "domain/course/decision_make.h"
#include "domain/course/decision_show.h"
#include "domain/course/decision_why.h"
#include "domain/course/dossier_change.h"
#include "domain/dossier/dossier.h"
#include "domain/dossier/dossier_values.h"
#include "domain/house/verify.h"
#include "domain/spine/event.h"
#include "domain/story/timeline.h"
#include "domain/story/undo_act.h"
#include "seen.h"
#include "source.h"
#include "store/db.h"
#include "store/store_dossier.h"
#include "type_folder.h"
#include "world.h"

/* The next version of complaints is what tests/data has as refunds, with one
 * text of its tables for another. */
static enum err
tables(const char *from, const char *to, const struct casetype **t)
{
	type_folder_put("type.xml", source_sample("refund", "type.xml"));
	type_folder_put("refund.dmn", source_with(
	    source_sample("refund", "refund.dmn"), from, to));
	return type_folder_install(t);
}

static void
start(void)
{
	const struct casetype *t;

	given();
	as("mia");
	cx.lang = "en";
	CHECK(tables("Whom we would", "Whom we would", &t) == OK);
	if (cx.why != NULL)
		printf("# %s\n", cx.why);
}

static struct value *
value(struct value *next, const char *field, const char *text)
{
	struct value *v = arena_alloc(cx.arena, sizeof(*v));

	v->next = next;
	v->field = field;
	v->text = text;
	return v;
}

static struct dossier *
registered(const struct value *values)
{
	struct dossier_new n = { .type = "complaint",
	    .scope = world_scope("complaint", "north"), .title = "Too late",
	    .text = "", .medium = "phone", .values = values };
	struct dossier *d = NULL;

	CHECK(dossier_register(&cx, &n, &d) == OK);
	return d;
}

static enum err
changed(struct dossier *d, const char *field, const char *text)
{
	struct dossier_change c = { .title = d->title, .risk = d->risk,
	    .values = value(NULL, field, text), .version = d->version,
	    .why = "" };

	return dossier_change(&cx, d, &c);
}

static struct decision_slot *
slot(struct dossier *d, const char *code)
{
	struct decision_slot *s = NULL;

	CHECK(decision_slots(&cx, d, &s) == OK);
	while (s != NULL && strcmp(s->of->code, code) != 0)
		s = s->next;
	CHECK(s != NULL);
	return s;
}

static const char *
shown(const struct decision *x)
{
	return x == NULL ? "none" : decision_show(&cx, x->type, x->of,
	    x->result[0] == '\0' ? x->proposed : x->result);
}

static int64_t
rows(const char *state)
{
	return world_int(arena_printf(cx.arena,
	    "SELECT count(*) FROM decision WHERE state = '%s'", state));
}

static void
the_risk_is_decided_with_the_registration(void)
{
	struct decision_slot *s;
	struct dossier *d;

	start();
	d = registered(value(value(NULL, "paid", "600"), "cause", "damage"));
	CHECK(d->risk == 3);	/* 30 + 40 + 5 */
	s = slot(d, "risk");
	CHECK_TEXT(shown(s->made), "High");
	CHECK_TEXT(decision_show_score(&cx, s->made->result), "75");
	CHECK(!s->stale && s->proposed == NULL && s->made->automatic);
	CHECK_TEXT(s->made->decided_by, "");
	CHECK_TEXT(told(d), "Risk: High by the table");
	CHECK(cx.act == NULL);	/* nothing to be undone by itself */
}

static void
it_follows_the_facts(void)
{
	struct dossier *d;

	start();
	d = registered(value(NULL, "cause", "delay"));
	CHECK(d->risk == 1);
	CHECK(changed(d, "place", "Bern") == OK);
	CHECK(rows("superseded") == 0);	/* nothing that it needs */
	CHECK(changed(d, "paid", "700") == OK);
	CHECK(d->risk == 2);
	CHECK(rows("superseded") == 1 && rows("made") == 1);
	CHECK(reread(d)->risk == 2);
	CHECK_TEXT(shown(slot(d, "risk")->made), "Moderate");
}

static void
a_person_overrides_the_risk_until_the_table_may_again(void)
{
	struct dossier_change c;
	struct dossier *d;
	int64_t no;

	start();
	d = registered(value(NULL, "cause", "delay"));
	c = (struct dossier_change){ .title = d->title, .risk = 3,
	    .version = d->version, .why = "" };
	CHECK(dossier_change(&cx, d, &c) == ERR_INVALID);
	CHECK_TEXT(cx.mistakes->field, "why");
	cx.mistakes = NULL;
	c.why = "The press has it.";
	CHECK(dossier_change(&cx, d, &c) == OK);
	CHECK(d->risk == 3);
	CHECK_TEXT(told(d), "Risk: High instead of Low by the table");
	CHECK(slot(d, "risk")->made->overridden);
	CHECK_TEXT(slot(d, "risk")->made->reason, "The press has it.");
	CHECK(changed(d, "paid", "700") == OK);
	CHECK(d->risk == 3);	/* it stays */
	CHECK(slot(d, "risk")->stale);
	CHECK(decision_make(&cx, d, "risk", &no) == OK);
	CHECK(d->risk == 2 && !slot(d, "risk")->stale);
	CHECK(changed(d, "paid", "") == OK);
	CHECK(d->risk == 1);	/* by itself again */
}

static void
an_assisted_one_is_proposed_and_confirmed(void)
{
	struct decision_slot *s;
	struct dossier *d;
	int64_t no = 0;

	start();
	d = registered(value(value(value(NULL, "days", "20"), "paid",
	    "120.50"), "cause", "delay"));
	CHECK(decision_make(&cx, d, "compensation", &no) == OK);
	s = slot(d, "compensation");
	CHECK_TEXT(shown(s->proposed), "60.25\u00a0EUR");
	CHECK(s->made == NULL);
	CHECK_TEXT(dossier_value(reread(d), "compensation"), "");
	CHECK_TEXT(told(d), "Compensation: the table proposes 60.25\u00a0EUR");
	CHECK(decision_make_confirmed(&cx, d, no) == OK);
	CHECK_TEXT(dossier_value(reread(d), "compensation"), "6025 EUR");
	CHECK_TEXT(told(d), "Compensation: 60.25\u00a0EUR confirmed");
	CHECK(decision_make_confirmed(&cx, d, no) == ERR_CONFLICT);
	s = slot(d, "compensation");
	CHECK_TEXT(s->made->decided_by, "Mia Berger");
	CHECK(!s->made->overridden && s->proposed == NULL);
}

static struct dossier *
late_parcel(void)
{
	return registered(value(value(value(NULL, "days", "20"), "paid",
	    "120.50"), "cause", "delay"));
}

static void
another_result_counts_with_a_reason_alone(void)
{
	struct dossier *d;
	int64_t no, other;

	start();
	d = late_parcel();
	CHECK(decision_make(&cx, d, "compensation", &no) == OK);
	CHECK(decision_make_other(&cx, d, no, "80", "", &other) ==
	    ERR_INVALID);
	CHECK(decision_make_other(&cx, d, no, "", "Because.", &other) ==
	    ERR_INVALID);
	CHECK(decision_make_other(&cx, d, no, "60.25", "Because.", &other) ==
	    ERR_INVALID);	/* it is what the table says */
	CHECK(rows("proposed") == 1);
	CHECK(decision_make_other(&cx, d, no, "80", "Because.", &other) ==
	    OK);
	CHECK(other == no);	/* the proposal itself */
	CHECK_TEXT(dossier_value(reread(d), "compensation"), "8000 EUR");
	CHECK(decision_make_other(&cx, d, no, "90", "More.", &other) == OK);
	CHECK(other != no);	/* what counted stays to be read */
	CHECK_TEXT(told(d), "Compensation: 90.00\u00a0EUR instead of "
	    "60.25\u00a0EUR by the table");
	CHECK(decision_make_other(&cx, d, no, "95", "More.", &other) ==
	    ERR_CONFLICT);
	/* texts of the table's own list, and any text where it has none */
	CHECK(decision_make(&cx, d, "gesture", &no) == OK);
	CHECK_TEXT(dossier_value(reread(d), "gesture"), "none");
	CHECK(decision_make_other(&cx, d, no, "cake", "Nice.", &other) ==
	    ERR_INVALID);
	CHECK(decision_make_other(&cx, d, no, "voucher", "Nice.", &other) ==
	    OK);
	CHECK_TEXT(dossier_value(reread(d), "gesture"), "voucher");
	CHECK(decision_make(&cx, d, "note", &no) == ERR_INVALID);
	CHECK(changed(reread(d), "worth", "5") == OK);
	d = reread(d);
	CHECK(decision_make(&cx, d, "note", &no) == OK);
	CHECK_TEXT(shown(slot(d, "note")->proposed), arena_printf(cx.arena,
	    "%s: 1 items worth 5", d->number));
	CHECK(decision_make_other(&cx, d, no, "No items.", "Short.",
	    &other) == OK);
	CHECK_TEXT(shown(slot(d, "note")->made), "No items.");
}

static void
what_is_missing_is_named_and_nothing_written(void)
{
	struct dossier *d;
	int64_t no = 0;

	start();
	d = registered(value(NULL, "cause", "damage"));
	CHECK(decision_make(&cx, d, "compensation", &no) == ERR_INVALID);
	CHECK_TEXT(cx.why, "“Compensation” cannot be decided yet: fill in "
	    "“Price paid”, “Days late” first.");
	CHECK(rows("proposed") == 0 && no == 0);
	CHECK(decision_make(&cx, d, "nothing", &no) == ERR_MISSING);
	d = registered(value(value(NULL, "paid", "50 USD"), "cause",
	    "damage"));
	CHECK(decision_make(&cx, d, "compensation", &no) == ERR_INVALID);
	CHECK(strstr(cx.why, "“Price paid” in EUR (it is in another "
	    "currency)") != NULL);
	CHECK(dossier_solve(&cx, d, "Paid.") == OK);
	CHECK(decision_make(&cx, d, "risk", &no) == ERR_CONFLICT);
}

/* A computed number, called the same in all languages. */
static const char *
computed(const char *code, const char *label, const char *formula)
{
	static const char *const langs[] = { "en", "fr", "de", "it", "pt",
	    "ja" };
	const char *all = "";
	size_t i;

	for (i = 0; i < COUNT(langs); i++)
		all = arena_printf(cx.arena, "%s<label xml:lang=\"%s\">%s"
		    "</label>", all, langs[i], label);
	return arena_printf(cx.arena, "<field code=\"%s\" kind=\"number\">"
	    "%s<computed>%s</computed></field>", code, all, formula);
}

/* Nobody can fill in what is computed: what that lacks is asked for. */
static void
what_a_computed_input_lacks_is_asked_for(void)
{
	static const char before[] = "<group code=\"items\"";
	const struct casetype *t;
	struct dossier *d;
	const char *text;
	int64_t no = 0;

	start();
	text = source_with(type_folder_text("type.xml"),
	    "code=\"days\"", "code=\"before\"");
	text = source_with(text, before, arena_printf(cx.arena, "%s%s%s",
	    computed("weeks", "Weeks late",
	    "(date(\"2026-12-24\") - bought).days / 7"),
	    computed("days", "Days late", "weeks * 7"), before));
	type_folder_put("type.xml", text);
	CHECK(type_folder_install(&t) == OK);
	d = registered(value(NULL, "cause", "damage"));
	CHECK(decision_make(&cx, d, "compensation", &no) == ERR_INVALID);
	CHECK_TEXT(cx.why, "“Compensation” cannot be decided yet: fill in "
	    "“Price paid”, “Bought on” first.");
	CHECK(changed(d, "bought", "2026-12-01") == OK);
	CHECK(decision_make(&cx, reread(d), "compensation", &no) ==
	    ERR_INVALID);
	CHECK_TEXT(cx.why, "“Compensation” cannot be decided yet: fill in "
	    "“Price paid” first.");
}

/* Of what the shipped table could use, only what it cannot do without. */
static void
what_a_table_can_do_without_is_not_asked_for(void)
{
	struct dossier *d;
	int64_t no;

	given();
	d = opened_as("mia", "C-2026-10000061");
	CHECK(decision_make(&cx, d, "compensation", &no) == ERR_INVALID);
	CHECK_TEXT(cx.why, "“Compensation” cannot be decided yet: fill in "
	    "“Responsibility” first.");
}

static void
a_proposal_on_other_facts_is_not_confirmed(void)
{
	struct dossier *d;
	int64_t no;

	start();
	d = late_parcel();
	CHECK(decision_make(&cx, d, "compensation", &no) == OK);
	CHECK(changed(d, "paid", "200") == OK);
	CHECK(slot(d, "compensation")->stale);
	CHECK(decision_make_confirmed(&cx, d, no) == ERR_CONFLICT);
	CHECK(decision_make(&cx, d, "compensation", &no) == OK);
	CHECK(rows("proposed") == 1);	/* the first one waits no more */
	CHECK(decision_make_confirmed(&cx, d, no) == OK);
	CHECK_TEXT(dossier_value(reread(d), "compensation"), "10000 EUR");
}

static const char *
act(void)
{
	const char *number = cx.act == NULL ? "" : cx.act->number;

	CHECK(number[0] != '\0');
	as("mia");
	later(60);
	return number;
}

static void
acts_are_taken_back_and_kept_to_be_read(void)
{
	const char *raised, *confirmed;
	struct decision *x = NULL;
	struct dossier *d;
	int64_t no;

	start();
	d = late_parcel();
	CHECK(changed(d, "paid", "700") == OK);
	raised = act();
	CHECK(reread(d)->risk == 2);
	CHECK(act_undone(raised) == OK);
	d = reread(d);
	CHECK(d->risk == 1);
	CHECK_TEXT(dossier_value(d, "paid"), "12050 EUR");
	CHECK(rows("undone") == 1 && rows("made") == 1);
	CHECK_TEXT(shown(slot(d, "risk")->made), "Low");
	CHECK(!slot(d, "risk")->stale);
	as("mia");
	CHECK(decision_make(&cx, d, "compensation", &no) == OK);
	act();
	d = reread(d);
	CHECK(decision_make_confirmed(&cx, d, no) == OK);
	confirmed = act();
	CHECK(act_undone(confirmed) == OK);
	d = reread(d);
	CHECK_TEXT(dossier_value(d, "compensation"), "");
	CHECK(slot(d, "compensation")->made == NULL);
	CHECK(decision_open(&cx, d, no, &x) == OK);
	CHECK(x->state == DECISION_PROPOSED && x->decided == 0);
	CHECK_TEXT(told(d), "Undone: Compensation: 60.25\u00a0EUR confirmed");
}

/* What followed from facts is nobody's work: it stands in no one's way. */
static void
facts_are_taken_back_though_the_risk_went_on(void)
{
	const char *first;
	struct dossier *d;

	start();
	d = late_parcel();
	CHECK(changed(d, "paid", "700") == OK);
	first = act();
	d = reread(d);
	CHECK(d->risk == 2);
	CHECK(changed(d, "regular", "1") == OK);
	act();
	CHECK(reread(d)->risk == 3);	/* 5 + 40 + 20 */
	CHECK(act_undone(first) == OK);
	d = reread(d);
	CHECK_TEXT(dossier_value(d, "paid"), "12050 EUR");
	CHECK_TEXT(dossier_value(d, "regular"), "1");
	CHECK(d->risk == 1);	/* 25 points, by the facts as they are now */
	CHECK(rows("made") == 1 && !slot(d, "risk")->stale);
	CHECK(changed(d, "paid", "") == OK);
	first = act();
	d = reread(d);
	CHECK(decision_make_risk(&cx, d, 3, "The press has it.") == OK);
	act();
	CHECK(act_undone(first) == OK);
	d = reread(d);
	CHECK(d->risk == 3 && slot(d, "risk")->made->overridden);
	CHECK(rows("made") == 1);
}

static const struct decision_why_rule *
chosen(const struct decision_why_step *s)
{
	const struct decision_why_rule *r;

	for (r = s->table->rules; r != NULL && !r->chosen; r = r->next)
		;
	return r;
}

static void
it_is_read_with_its_own_table_after_two_changes(void)
{
	const struct casetype *t;
	struct decision_why why;
	struct decision *x = NULL;
	struct dossier *d, *new;
	int64_t no;

	start();
	d = late_parcel();
	CHECK(decision_make(&cx, d, "compensation", &no) == OK);
	CHECK(tables("paid / 2", "paid / 3", &t) == OK && t->version == 3);
	CHECK(tables("paid / 2", "paid / 4", &t) == OK && t->version == 4);
	CHECK(tables("paid / 2", "paid / 4", &t) == OK && t->version == 4);
	CHECK(decision_open(&cx, d, no, &x) == OK);
	CHECK(x->type->version == 2);
	CHECK(decision_why(&cx, d, x, &why) == OK);
	CHECK(why.top != NULL && why.top->table != NULL);
	if (why.top == NULL || why.top->table == NULL)
		return;
	CHECK(why.top->table->total == 5);
	CHECK(chosen(why.top)->number == 2);
	CHECK_TEXT(chosen(why.top)->results->text, "paid / 2");
	CHECK_TEXT(chosen(why.top)->results->value, "60.25\u00a0EUR");
	CHECK_TEXT(chosen(why.top)->note, "Half of it");
	CHECK_TEXT(why.inputs->label, "Cause");
	CHECK_TEXT(why.inputs->value, "Delay");
	CHECK_TEXT(why.top->table->columns->next->value, "120.50\u00a0EUR");
	/* this case goes on by it, a new one by the newest */
	CHECK(decision_make(&cx, d, "compensation", &no) == OK);
	CHECK_TEXT(shown(slot(d, "compensation")->proposed),
	    "60.25\u00a0EUR");
	new = late_parcel();
	CHECK(decision_make(&cx, new, "compensation", &no) == OK);
	CHECK_TEXT(shown(slot(new, "compensation")->proposed),
	    "30.13\u00a0EUR");
}

static const struct decision_near *
near(const struct decision_near *n, const char *label, const char *result)
{
	while (n != NULL && (strcmp(n->label, label) != 0 ||
	    strcmp(n->result, result) != 0))
		n = n->next;
	return n;
}

static void
what_would_have_changed_it_is_found(void)
{
	const struct decision_near *n;
	struct decision_why why;
	struct dossier *d;

	start();
	d = registered(value(value(NULL, "paid", "120.50"), "cause",
	    "delay"));
	CHECK(decision_why(&cx, d, slot(d, "risk")->made, &why) == OK);
	n = near(why.near.first, "Price paid", "Moderate");
	CHECK_TEXT(n == NULL ? "" : n->value, "500.00\u00a0EUR or more");
	CHECK_TEXT(n == NULL ? "" : n->now, "120.50\u00a0EUR");
	n = near(why.near.first, "Cause", "Moderate");
	CHECK_TEXT(n == NULL ? "" : n->value, "Damage");
	/* 20 points more are not enough */
	CHECK(near(why.near.first, "Regular customer", "Moderate") == NULL);
	CHECK(near(why.near.first, "Price paid", "High") == NULL);
}

static void
a_table_that_decides_nothing_any_more_takes_it_back(void)
{
	const struct casetype *t;
	struct dossier *d;

	start();
	CHECK(tables("Risk level</text>", "if regular then Risk level else "
	    "null</text>", &t) == ERR_INVALID);	/* no input of it */
	CHECK(strstr(cx.why, "refund.dmn:") != NULL);
	cx.why = NULL;
	CHECK(tables("<text>&gt;= 60</text>", "<text>&gt;= 90</text>", &t) ==
	    OK);
	d = registered(value(value(NULL, "paid", "10"), "cause", "damage"));
	CHECK(d->risk == 2);
	CHECK(changed(d, "paid", "600") == OK);
	CHECK(d->risk == 0);	/* 75 points are no step */
	CHECK(slot(d, "risk")->made == NULL && rows("superseded") == 1);
	CHECK_TEXT(told(d), "Risk: the table decides nothing any more");
	CHECK(changed(d, "paid", "10") == OK);
	CHECK(d->risk == 2);
}

static void
models_are_compiled_once_for_all_cases(void)
{
	int64_t events;
	struct dossier *d;
	int i;

	start();
	d = late_parcel();
	events = world_int("SELECT count(*) FROM event");
	for (i = 0; i < 50; i++)
		d = registered(value(NULL, "cause", "damage"));
	CHECK(d->risk == 2);
	CHECK(world_int("SELECT count(*) FROM event") == events + 100);
	CHECK(rows("made") == 51);
}

static void
another_type_has_tables_of_its_own(void)
{
	struct undo_act *a = NULL;
	const char *accepted;
	struct dossier *d;
	int64_t no;

	start();
	d = late_parcel();
	CHECK(decision_make(&cx, d, "compensation", &no) == OK);
	CHECK(decision_make_confirmed(&cx, d, no) == OK);
	act();
	as("sue");
	d = reread(d);
	CHECK(dossier_accept(&cx, d, "permit", "", world_scope("permit",
	    "south"), 0) == OK);
	accepted = cx.act->number;
	CHECK(rows("made") <= 1 && rows("superseded") >= 2);
	CHECK(world_int("SELECT count(*) FROM decision x JOIN dossier d"
	    " ON d.id = x.dossier WHERE x.state = 'made'"
	    " AND x.type <> d.type") == 0);
	as("sue");
	later(60);
	CHECK(undo_act_open(&cx, accepted, &a) == OK);
	CHECK(undo_back(&cx, a, false, "") == OK);
	d = reread(d);
	CHECK(rows("made") == 2 && d->risk == 1);
	CHECK_TEXT(shown(slot(d, "compensation")->made), "60.25\u00a0EUR");
}

static void
a_table_that_is_lost_keeps_nobody_from_the_case(void)
{
	struct decision_why why;
	struct decision *x = NULL;
	const struct casetype *t;
	struct dossier *d, *new;
	int64_t no;

	start();
	d = late_parcel();
	CHECK(decision_make(&cx, d, "compensation", &no) == OK);
	/* a version that no case of this process has used */
	CHECK(tables("Nothing", "Not a thing", &t) == OK);
	CHECK(tables("Nothing", "Not anything", &t) == OK);
	CHECK(tables("Nothing", "Not at all", &t) == OK);
	CHECK(db_run(&cx, "UPDATE type_model SET source = '<x/>'"
	    " WHERE type = $1", db_i(t->id)) == OK);
	new = late_parcel();
	CHECK(new->risk == 0);
	CHECK(changed(new, "paid", "700") == OK);
	CHECK(slot(new, "risk")->made == NULL);
	CHECK(decision_make(&cx, new, "risk", &no) == ERR_BROKEN);
	CHECK(decision_open(&cx, d, no, &x) == OK);
	CHECK(x != NULL && decision_why(&cx, d, x, &why) == OK &&
	    why.top != NULL);
}

static void
who_may_not_work_on_it_decides_nothing(void)
{
	struct decision *x;
	struct dossier *d;
	int64_t no, other;

	start();
	d = late_parcel();
	CHECK(decision_make(&cx, d, "compensation", &no) == OK);
	as("ben");
	d->level = LEVEL_READ;
	CHECK(decision_make(&cx, d, "compensation", &other) ==
	    ERR_FORBIDDEN);
	CHECK(decision_make_confirmed(&cx, d, no) == ERR_FORBIDDEN);
	CHECK(decision_make_other(&cx, d, no, "1", "x", &other) ==
	    ERR_FORBIDDEN);
	CHECK(decision_open(&cx, d, no, &x) == OK);
	CHECK(decision_open(&cx, d, no + 100, &x) == ERR_MISSING);
}

/* What `dossier verify` says after harm, which is taken back. */
static const char *
fault_after(const char *sql)
{
	struct verify_report r;

	CHECK(db_part_begin(&cx) == OK);
	CHECK(*sql == '\0' || db_run(&cx, sql) == OK);
	CHECK(verify_store(&cx, "", false, &r) == OK);
	CHECK(db_part_drop(&cx) == OK);
	return r.fault == NULL ? "" : r.fault;
}

#define BYTE(column) column " = substr(" column ", 1, 9) || '~'"	\
	" || substr(" column ", 11)"
#define LAST "(SELECT max(id) FROM decision)"
#define INSTALLED "(SELECT max(id) FROM type)"
#define COLUMNS "dossier, no, code, type, state, automatic,"		\
	" overridden, proposed, result, reason, asked, decided, known"

static const struct {
	const char *sql, *said;
} harms[] = {
	{ "UPDATE decision_why SET " BYTE("derivation") " WHERE decision = "
	    LAST, "rests on was changed." },
	{ "UPDATE decision_why SET " BYTE("inputs") " WHERE decision = "
	    LAST, "rests on was changed." },
	{ "UPDATE decision_why SET derivation = '', inputs = ''",
	    "rests on was changed." },
	{ "DELETE FROM decision_why", "rests on was changed." },
	{ "UPDATE decision SET no = 77 WHERE id = " LAST,
	    " is missing." },
	{ "UPDATE decision SET dossier = 1 WHERE id = " LAST,
	    "was put there later" },
	{ "INSERT INTO decision (" COLUMNS ") SELECT dossier, 77, code, type,"
	    " state, automatic, overridden, proposed, result, reason, asked,"
	    " decided, known FROM decision WHERE id = " LAST,
	    "decision 77 was put there later" },
	{ "UPDATE type_model SET " BYTE("source") " WHERE type = " INSTALLED,
	    "Case type complaint, version 2: refund.dmn is not as it was "
	    "installed." },
	{ "UPDATE type_model SET sha256 = '' WHERE type = " INSTALLED,
	    "refund.dmn is not as it was installed." },
	{ "UPDATE type SET " BYTE("source") " WHERE id = " INSTALLED,
	    "type.xml is not as it was installed." },
	{ "DELETE FROM type_model WHERE type = " INSTALLED,
	    "refund.dmn is missing." },
	{ "INSERT INTO type_model (type, file, source, sha256) SELECT type,"
	    " 'other.dmn', source, sha256 FROM type_model WHERE type = "
	    INSTALLED, "other.dmn was put there later." },
};

static void
harm_to_what_it_rests_on_is_named(void)
{
	struct dossier bare, *d;
	int64_t no, other;
	size_t i;

	start();
	for (i = 1; i <= 5; i++) {	/* those without a history */
		bare = (struct dossier){ .id = (int64_t)i };
		CHECK(event_add(&cx, &bare, "dossier.registered",
		    event_body(&cx)) == OK);
	}
	d = late_parcel();
	CHECK(decision_make(&cx, d, "compensation", &no) == OK);
	CHECK(decision_make_confirmed(&cx, d, no) == OK);
	CHECK(decision_make_other(&cx, d, no, "80", "Because.", &other) ==
	    OK);
	CHECK(changed(reread(d), "paid", "700") == OK);
	CHECK(act_undone(act()) == OK);
	CHECK(changed(reread(d), "paid", "") == OK);
	CHECK(decision_make(&cx, reread(d), "gesture", &no) == OK);
	CHECK_TEXT(fault_after(""), "");
	CHECK_TEXT(fault_after(harms[0].sql), arena_printf(cx.arena, "%s: "
	    "what decision %lld rests on was changed.", d->number,
	    (long long)no));
	for (i = 0; i < COUNT(harms); i++)
		if (strstr(fault_after(harms[i].sql), harms[i].said) == NULL)
			CHECK_TEXT(fault_after(harms[i].sql), harms[i].said);
}

int
main(void)
{
	type_folder_open();
	RUN(the_risk_is_decided_with_the_registration);
	RUN(it_follows_the_facts);
	RUN(a_person_overrides_the_risk_until_the_table_may_again);
	RUN(an_assisted_one_is_proposed_and_confirmed);
	RUN(another_result_counts_with_a_reason_alone);
	RUN(what_is_missing_is_named_and_nothing_written);
	RUN(what_a_table_can_do_without_is_not_asked_for);
	RUN(a_proposal_on_other_facts_is_not_confirmed);
	RUN(acts_are_taken_back_and_kept_to_be_read);
	RUN(facts_are_taken_back_though_the_risk_went_on);
	RUN(it_is_read_with_its_own_table_after_two_changes);
	RUN(what_would_have_changed_it_is_found);
	RUN(a_table_that_decides_nothing_any_more_takes_it_back);
	RUN(models_are_compiled_once_for_all_cases);
	RUN(another_type_has_tables_of_its_own);
	RUN(a_table_that_is_lost_keeps_nobody_from_the_case);
	RUN(who_may_not_work_on_it_decides_nothing);
	RUN(harm_to_what_it_rests_on_is_named);
	RUN(what_a_computed_input_lacks_is_asked_for);
	return DONE;
}
