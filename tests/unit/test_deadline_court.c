/* SPDX-License-Identifier: MIT */
/* Deadlines by rules of courts: kept as they were counted. */
#include "base/day.h"
#include "check.h"
#include "domain/course/deadline.h"
#include "domain/course/deadline_court.h"
#include "domain/dossier/dossier.h"
#include "domain/story/undo_act.h"
#include "domain/type/court_kept.h"
#include "seen.h"
#include "source.h"
#include "text/date.h"
#include "type_folder.h"
#include "world.h"

#define D "C-2026-10000061"

static struct casetype type;

/* The case, of a type that offers two courts. */
static struct dossier *
case_of(const char *login)
{
	struct dossier *d = opened_as(login, D);

	type = *d->type;
	type.courts = "gb_cpr de_zpo";
	d->type = &type;
	return d;
}

static const struct court *
installed(const char *path)
{
	const struct court *c = NULL;

	as("");
	if (court_kept_install(&cx, path, &c) != OK)
		printf("# %s\n", cx.why);
	CHECK(c != NULL);
	return c;
}

/* All of ours, and a case on which nothing was done yet. */
static void
begin(void)
{
	given();
	installed(source_path("etc/courts/de_zpo.xml"));
	installed(source_path("etc/courts/gb_cpr.xml"));
	installed(source_path("etc/courts/us_frcp.xml"));
	cx.act = NULL;
}

static struct deadline_new
objection(void)
{
	return (struct deadline_new){ .code = "", .title = "",
	    .rule = { .by = DEADLINE_BY_COURT, .date = "", .court = "de_zpo",
	    .said = { "objection_default", "2026-11-20", "formal", "",
	    "DE-BY" } } };
}

static struct deadline *
again(struct dossier *d, const struct deadline *x)
{
	struct deadline *out = NULL;

	CHECK(deadline_open(&cx, d, x->no, &out) == OK);
	return out;
}

static int64_t
start_of(const char *day)
{
	int64_t out = 0;

	CHECK(date_start("Europe/Berlin", day, &out));
	return out;
}

static struct deadline_span *
last_of(struct deadline *x)
{
	struct deadline_span *s = x->spans;

	while (s != NULL && s->next != NULL)
		s = s->next;
	return s;
}

static void
versions_of_a_court_are_kept(void)
{
	const struct court *c;
	const char *text;

	begin();
	text = source_text("etc/courts/de_zpo.xml");
	type_folder_put("court.rng", source_text("etc/courts/court.rng"));
	type_folder_put("x.xml", text);
	c = installed(type_folder_path("x.xml"));
	CHECK(c->version == 1);			/* the same bytes */
	type_folder_put("x.xml", source_with(text, "2 weeks", "3 weeks"));
	c = installed(type_folder_path("x.xml"));
	CHECK(c->version == 2);
	CHECK(world_int("SELECT count(*) FROM court") == 4);
	CHECK(world_int("SELECT count(*) FROM event"
	    " WHERE kind = 'court.installed'") == 4);
	CHECK(court_kept_all(&cx, &c) == OK);
	CHECK(c != NULL && c->version == 2 && c->next != NULL &&
	    c->next->next != NULL && c->next->next->next == NULL);
	CHECK(court_kept_find(&cx, "de_zpo", 1, &c) == OK &&
	    c->version == 1);
	CHECK(court_kept_find(&cx, "xx", 0, &c) == ERR_MISSING);
}

static void
it_runs_until_the_day_that_the_court_counts(void)
{
	const struct deadline_new n = objection();
	struct dossier *d;
	struct deadline *x = NULL;

	begin();
	d = case_of("mia");
	CHECK(deadline_add(&cx, d, &n, &x) == OK);
	x = again(d, x);
	CHECK_TEXT(x->title, "Objection to the default judgment");
	CHECK(x->second && x->started == start_of("2026-11-20"));
	CHECK(x->due == start_of("2026-12-05") - 1);
	CHECK(x->early == start_of("2026-12-02") - 1);
	CHECK(x->warns == start_of("2026-12-03"));
	CHECK_TEXT(x->spans->court,
	    "de_zpo 1 objection_default 2026-11-20 formal - DE-BY");
	CHECK(reread(d)->due == x->due);
	CHECK_TEXT(told(d), "Deadline “Objection to the default judgment” "
	    "runs until Fri 4 Dec 2026, 23:59");
	CHECK(deadline_pause(&cx, d, x, "Talks") == OK);
	cx.act = NULL;
	later(9 * DAY);
	d = case_of("mia");
	CHECK(deadline_resume(&cx, d, again(d, x), "") == OK);
	/* no pause of ours moves what the law fixed */
	CHECK(again(d, x)->due == start_of("2026-12-05") - 1);
	CHECK(last_of(again(d, x))->court[0] != '\0');
}

/* An event in the future, such as a hearing, is no beginning yet. */
static void
what_is_counted_back_runs_from_now(void)
{
	struct deadline_new n = objection();
	struct dossier *d;
	struct deadline *x = NULL;

	begin();
	n.rule.court = "gb_cpr";
	n.rule.said = (struct court_said){ "application", "2026-12-18", "",
	    "", "" };
	d = case_of("mia");
	CHECK(deadline_add(&cx, d, &n, &x) == OK);
	CHECK(x->started == cx.now);
	CHECK(x->due == start_of("2026-12-15") - 1);
}

static void
another_version_leaves_what_was_counted(void)
{
	const struct deadline_new n = objection();
	struct deadline *x = NULL, *other = NULL;
	struct courtcount_ask k;
	struct courtcount r;
	struct dossier *d;

	begin();
	d = case_of("mia");
	CHECK(deadline_add(&cx, d, &n, &x) == OK);
	type_folder_put("court.rng", source_text("etc/courts/court.rng"));
	type_folder_put("x.xml", source_with(source_text(
	    "etc/courts/de_zpo.xml"), "from=\"default\" period=\"2 weeks\"",
	    "from=\"default\" period=\"3 weeks\""));
	CHECK(installed(type_folder_path("x.xml"))->version == 2);
	d = case_of("mia");
	x = again(d, x);
	CHECK(x->due == start_of("2026-12-05") - 1);
	CHECK(court_kept_read(&cx, x->spans->court, &k) == OK);
	CHECK(k.court->version == 1);
	courtcount(cx.arena, &k, "en", &r);
	CHECK_TEXT(date_iso(cx.arena, r.due), "2026-12-04");
	CHECK(deadline_add(&cx, d, &n, &other) == OK);
	CHECK(other->due == start_of("2026-12-12") - 1);
	CHECK(court_kept_read(&cx, "de_zpo 9 x 2026-11-20 - - DE",
	    &k) != OK);
}

static void
undo_last(void)
{
	struct undo_act *list = NULL, *a = NULL;

	CHECK(undo_act_list(&cx, 9, &list) == OK);
	while (list != NULL && list->undone != 0)
		list = list->next;
	CHECK(list != NULL);
	if (list == NULL)
		return;
	CHECK(undo_act_open(&cx, list->number, &a) == OK);
	CHECK(undo_back(&cx, a, false, "Wrong") == OK);
	cx.act = NULL;
}

static void
it_is_counted_again_and_taken_back(void)
{
	struct deadline_new n = objection();
	struct dossier *d;
	struct deadline *x = NULL;

	begin();
	d = case_of("mia");
	CHECK(deadline_add(&cx, d, &n, &x) == OK);
	cx.act = NULL;
	later(60);
	n.rule.said.day = "2026-11-23";
	d = case_of("mia");
	x = again(d, x);
	CHECK(deadline_change(&cx, d, x, &n.rule, "") == ERR_INVALID);
	cx.mistakes = NULL;
	CHECK(deadline_change(&cx, d, x, &n.rule, "Served later") == OK);
	cx.act = NULL;
	x = again(d, x);
	CHECK(x->due == start_of("2026-12-08") - 1);
	CHECK_TEXT(last_of(x)->court,
	    "de_zpo 1 objection_default 2026-11-23 formal - DE-BY");
	CHECK_TEXT(last_of(x)->reason, "Served later");
	undo_last();
	d = case_of("mia");
	x = again(d, x);
	CHECK(x->due == start_of("2026-12-05") - 1);
	CHECK(x->spans->next == NULL && x->spans->ended == 0);
	CHECK_TEXT(x->spans->court,
	    "de_zpo 1 objection_default 2026-11-20 formal - DE-BY");
}

static void
refused(const struct deadline_new *n, const char *field)
{
	struct dossier *d = case_of("mia");
	struct deadline *x = NULL;

	cx.mistakes = NULL;
	CHECK(deadline_add(&cx, d, n, &x) == ERR_INVALID);
	CHECK(cx.mistakes != NULL);
	if (cx.mistakes != NULL)
		CHECK_TEXT(cx.mistakes->field, field);
	cx.mistakes = NULL;
	CHECK(world_int("SELECT count(*) FROM deadline") == 0);
}

static void
what_the_court_does_not_know_is_refused_by_its_field(void)
{
	struct deadline_new n;

	begin();
	n = objection();
	n.rule.court = "us_frcp";	/* installed, but not of the type */
	refused(&n, "court");
	n.rule.court = "";
	refused(&n, "court");
	n = objection();
	n.rule.said.rule = "defence";	/* of the other court */
	refused(&n, "rule");
	n = objection();
	n.rule.said.served = "";
	refused(&n, "served");
	n = objection();
	n.rule.said.served = "post";
	refused(&n, "served");
	n = objection();
	n.rule.said.more = "abroad";
	refused(&n, "more");
	n = objection();
	n.rule.said.region = "FR";
	refused(&n, "region");
	n = objection();
	n.rule.said.day = "2026-02-30";
	refused(&n, "day");
	n.rule.said.day = "2099-12-30";
	refused(&n, "day");
}

/* Who writes into the store beside the programs is found out. */
static void
a_court_is_held_against_what_was_installed(void)
{
	begin();
	store_begun();
	CHECK_TEXT(store_fault(), "");
	CHECK_TEXT(store_fault_after("UPDATE court SET source = source"
	    " || ' ' WHERE code = 'gb_cpr'"), "Court gb_cpr, version 1: its "
	    "file is not as it was installed.");
	CHECK_TEXT(store_fault_after("DELETE FROM court"
	    " WHERE code = 'us_frcp'"),
	    "Court us_frcp, version 1: its file is missing.");
}

int
main(void)
{
	type_folder_open();
	RUN(versions_of_a_court_are_kept);
	RUN(a_court_is_held_against_what_was_installed);
	RUN(it_runs_until_the_day_that_the_court_counts);
	RUN(what_is_counted_back_runs_from_now);
	RUN(another_version_leaves_what_was_counted);
	RUN(it_is_counted_again_and_taken_back);
	RUN(what_the_court_does_not_know_is_refused_by_its_field);
	return DONE;
}
