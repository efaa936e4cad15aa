/* SPDX-License-Identifier: MIT */
/* Services: the days on which they are due, what is said of these, gaps. */
#include <string.h>

#include "check.h"
#include "domain/course/careplan.h"
#include "domain/course/service.h"
#include "domain/desk/gap.h"
#include "domain/dossier/dossier.h"
#include "domain/dossier/undo.h"
#include "domain/house/service_clock.h"
#include "domain/people/compartment.h"
#include "domain/people/notice.h"
#include "seen.h"
#include "store/db.h"
#include "text/date.h"
#include "text/recur.h"
#include "world.h"

#define D "C-2026-10000061"
#define DAY INT64_C(86400)

static struct careplan *plan;

/* Members alone are told of what is done for a patient. */
static void
member(const char *login)
{
	struct compartment *c;

	as("ada");
	must(compartment_open(&cx, "medical", &c));
	must(compartment_admit(&cx, c, login, 0, "Nurse"));
	cx.act = NULL;
}

static struct dossier *
cared(void)
{
	struct dossier *d;

	given();
	member("mia");
	d = opened_as("mia", D);
	CHECK(careplan_add(&cx, d, "After the fall", "", &plan) == OK);
	cx.act = NULL;
	return d;
}

static struct service_new
weekly(void)
{
	return (struct service_new){ .title = "Physiotherapy",
	    .every = "P1W", .times = 1, .begins = "2026-11-24",
	    .until = "", .person = world_person("mia") };
}

static struct service *
added(struct dossier *d, const struct service_new *n)
{
	struct service *x = NULL;

	cx.act = NULL;
	cx.mistakes = NULL;
	CHECK(service_add(&cx, d, plan, n, &x) == OK);
	return x;
}

static struct service *
again(const struct dossier *d, int64_t no)
{
	struct service *x = NULL;

	CHECK(service_open(&cx, d, no, &x) == OK);
	return x;
}

static const char *
days(const char *every, int times, const char *begins, int n)
{
	const char *out = "";
	struct recur r;
	int64_t start, day;
	int k;

	CHECK(recur_parse(every, times, &r));
	CHECK(date_start("UTC", begins, &start));
	r.begins = date_day(start);
	for (k = 0; k < n && recur_day(&r, k, &day); k++)
		out = arena_printf(cx.arena, "%s%s%s", out, k == 0 ? "" :
		    " ", date_iso(cx.arena, day) + 5);
	return out;
}

static void
what_comes_again_has_its_days(void)
{
	struct recur r;

	given();
	CHECK_TEXT(days("", 1, "2026-11-24", 3), "11-24");
	CHECK_TEXT(days("P1D", 1, "2026-12-30", 3), "12-30 12-31 01-01");
	CHECK_TEXT(days("P1W", 3, "2026-11-23", 4),
	    "11-23 11-25 11-27 11-30");
	CHECK_TEXT(days("P1M", 1, "2027-01-31", 4),
	    "01-31 02-28 03-31 04-30");
	CHECK_TEXT(days("P3M", 1, "2026-11-30", 3), "11-30 02-28 05-30");
	CHECK_TEXT(days("P1M", 2, "2027-01-01", 3), "01-01 01-16 02-01");
	CHECK_TEXT(days("P1Y", 1, "2028-02-29", 2), "02-29 02-28");
	CHECK(!recur_parse("", 2, &r) && !recur_parse("P1D", 2, &r));
	CHECK(!recur_parse("P1W", 8, &r) && recur_parse("P1W", 7, &r));
	CHECK(!recur_parse("P0D", 1, &r) && !recur_parse("7D", 1, &r));
	CHECK(!recur_parse("P1DT2H", 1, &r) && !recur_parse("P", 1, &r));
	CHECK(!recur_parse("P-1D", 1, &r) && !recur_parse("P999D", 1, &r));
}

/* Whatever the rhythm: days rise, and so many lie in each period. */
static void
days_rise_and_are_as_many_as_was_said(void)
{
	static const char units[] = "DWMY";
	int64_t day, before;
	unsigned seed = 7;
	struct recur r;
	int i, k;

	given();
	for (i = 0; i < 400; i++) {
		seed = seed * 1103515245u + 12345u;
		if (!recur_parse(arena_printf(cx.arena, "P%u%c",
		    seed / 65536 % 30 + 1, units[seed / 8192 % 4]),
		    (int)(seed / 4194304 % 9 + 1), &r))
			continue;
		r.begins = 20000 + (int64_t)(seed / 32768 % 2000);
		for (k = 0, before = r.begins - 1; k < 60; k++) {
			CHECK(recur_day(&r, k, &day) && day > before);
			before = day;
		}
		CHECK(recur_day(&r, 0, &day) && day == r.begins);
		r.until = before;
		CHECK(recur_day(&r, 59, &day) && !recur_day(&r, 60, &day));
	}
}

static void
a_service_says_what_how_often_and_who(void)
{
	static const char *const fields[] = { "title", "goal", "times",
	    "begins" };
	struct service_new n = { .title = " ", .goal = 4711, .every = "P1D",
	    .times = 3, .begins = "2026-11-23" };
	const struct mistake *m;
	struct service *x;
	struct dossier *d = cared();
	size_t i;

	CHECK(service_add(&cx, d, plan, &n, &x) == ERR_INVALID);
	for (m = cx.mistakes, i = 0; i < 4 && m != NULL; i++, m = m->next)
		CHECK_TEXT(m->field, fields[i]);
	CHECK(i == 4 && m == NULL);
	n = weekly();
	n.until = "2026-11-23";
	CHECK(service_add(&cx, d, plan, &n, &x) == ERR_INVALID);
	n = weekly();
	n.person = world_customer("P-20000002");	/* is not on it */
	CHECK(service_add(&cx, d, plan, &n, &x) == ERR_INVALID);
	n.person = world_customer("P-20000001");
	CHECK_TEXT(added(d, &n)->who, "Élodie Weiß");
	n.person = 0;
	n.team = world_team("north");
	CHECK(added(d, &n)->team == n.team);
	CHECK_TEXT(told(d), "Service “Physiotherapy” added: Every week");
	CHECK(service_open(&cx, d, 4711, &x) == ERR_MISSING);
	d = opened_as("zoe", D);		/* reads */
	CHECK(service_add(&cx, d, plan, &n, &x) == ERR_FORBIDDEN);
}

static void
clocked(struct service_clock_report *out)
{
	must(db_commit(&cx));
	must(service_clock(&cx, out));
	must(db_begin(&cx, DB_WRITE));
	cx.act = NULL;
}

static void
the_clock_makes_days_once_and_also_those_slept_through(void)
{
	struct service_clock_report out;
	struct service_new n = weekly();
	struct dossier *d = cared();
	struct service *x;
	int64_t no;

	n.until = "2027-01-01";
	no = added(d, &n)->no;
	x = again(d, no);
	CHECK(x->due == 3 && x->made == 3);	/* 24 Nov, 1 and 8 Dec */
	CHECK_TEXT(x->due_first, "2026-11-24");
	CHECK_TEXT(x->following, "2026-12-15");
	clocked(&out);
	CHECK(out.made == 0);
	later(30 * DAY);			/* 24 Dec */
	clocked(&out);
	CHECK(out.made == 1);
	x = again(d, no);
	CHECK(x->due == 6 && x->following[0] == '\0');
	clocked(&out);
	CHECK(out.made == 0 && again(d, no)->due == 6);
}

static int
seen_by(const char *login)
{
	struct notice_page page;
	const struct notice *x;
	int n = 0;

	as(login);
	CHECK(notice_list(&cx, "", 50, &page) == OK);
	for (x = page.notices; x != NULL; x = x->next)
		n += x->kind == NOTICE_SERVICE;
	as("mia");
	return n;
}

static void
who_does_it_is_told_on_the_day_and_who_leads_once_it_is_late(void)
{
	struct service_clock_report out;
	struct service_new n = weekly();
	struct dossier *d = cared();

	n.person = world_person("ben");
	n.begins = "2026-11-26";
	added(d, &n);
	clocked(&out);
	CHECK(out.told == 0);
	later(2 * DAY);
	clocked(&out);
	CHECK(out.told == 1 && seen_by("ben") == 1 && seen_by("mia") == 0);
	clocked(&out);
	CHECK(out.told == 0);
	later(20 * DAY);	/* three of them are late: it is told once */
	clocked(&out);
	CHECK(out.told == 3 && seen_by("mia") == 1 && seen_by("ben") == 1);
	clocked(&out);
	CHECK(out.told == 0 && seen_by("mia") == 1);
}

static void
a_day_is_done_missed_or_excused_for_a_reason(void)
{
	struct service_said s = { .how = "done" };
	struct service_new n = weekly();
	struct dossier *d = cared();
	struct service_day *y;
	struct service *x;

	x = added(d, &n);
	CHECK(service_say(&cx, d, x, "2026-11-25", &s) == ERR_MISSING);
	s.how = "forgotten";
	CHECK(service_say(&cx, d, x, "2026-11-24", &s) == ERR_INVALID);
	s = (struct service_said){ .how = "done", .done = "2026-11-25" };
	CHECK(service_say(&cx, d, x, "2026-11-24", &s) == ERR_INVALID);
	s = (struct service_said){ .how = "excused" };
	CHECK(service_say(&cx, d, x, "2026-12-01", &s) == ERR_INVALID);
	s = (struct service_said){ .how = "missed" };	/* not over yet */
	CHECK(service_say(&cx, d, x, "2026-12-01", &s) == ERR_INVALID);
	s = (struct service_said){ .how = "done" };
	CHECK(service_say(&cx, d, x, "2026-12-01", &s) == OK);
	CHECK_TEXT(told(d), "Service “Physiotherapy” of Tue 1 Dec 2026 done "
	    "on Tue 24 Nov 2026");
	CHECK(service_say(&cx, d, x, "2026-12-01", &s) == ERR_CONFLICT);
	s = (struct service_said){ .how = "excused", .reason = "At the sea" };
	CHECK(service_say(&cx, d, x, "2026-12-08", &s) == OK);
	s = (struct service_said){ .how = "missed" };
	cx.act = NULL;
	CHECK(service_say(&cx, d, x, "2026-11-24", &s) == OK);
	CHECK(service_days(&cx, x, 10, &y) == OK);
	CHECK(y->state == SERVICE_EXCUSED && y->next->state == SERVICE_DONE &&
	    y->next->next->state == SERVICE_MISSED);
	CHECK_TEXT(y->reason, "At the sea");
	CHECK(y->said_by[0] != '\0');
	x = again(d, x->no);
	CHECK(x->done == 1 && x->missed == 1 && x->excused == 1 &&
	    x->due == 0);
	CHECK(act_undone(cx.act->number) == OK);
	CHECK(again(d, x->no)->due == 1);
}

static void
an_added_service_can_be_taken_back_with_its_days(void)
{
	struct service_clock_report out;
	struct service_new n = weekly();
	struct dossier *d = cared();
	const char *act;

	added(d, &n);
	act = cx.act->number;
	later(60);
	clocked(&out);
	CHECK(world_int("SELECT count(*) FROM service_day") == 3);
	CHECK(act_undone(act) == OK);
	CHECK(world_int("SELECT count(*) FROM service") == 0);
	CHECK(world_int("SELECT count(*) FROM service_day") == 0);
}

static void
what_ends_is_due_no_more(void)
{
	struct service_said done = { .how = "done" };
	struct service_new n = weekly();
	struct dossier *d = cared();
	struct service *x;

	x = added(d, &n);
	later(8 * DAY);				/* 2 Dec */
	CHECK(service_say(&cx, d, x, "2026-11-24", &done) == OK);
	cx.act = NULL;
	CHECK(service_stop(&cx, d, again(d, x->no), "") == ERR_INVALID);
	CHECK(service_stop(&cx, d, again(d, x->no), "She can walk") == OK);
	x = again(d, x->no);
	CHECK(x->ended && x->done == 1 && x->due == 1);	/* late: 1 Dec */
	CHECK(service_stop(&cx, d, x, "Again") == ERR_CONFLICT);
	CHECK(act_undone(cx.act->number) == OK);
	x = again(d, x->no);
	CHECK(!x->ended && x->due == 2 && x->done == 1);
}

static int
gaps(const struct gap_filter *f, const char **first)
{
	struct gap_page page;
	struct service_day *y;
	int n = 0;

	CHECK(gap_list(&cx, f, &page) == OK);
	*first = page.days == NULL ? "" : page.days->day;
	for (y = page.days; y != NULL; y = y->next)
		n++;
	return n;
}

static void
gaps_are_of_those_who_see_the_case_the_oldest_first(void)
{
	struct gap_filter f = { .mine = true, .team = "",
	    .after = "", .limit = 50 };
	struct service_said done = { .how = "done" };
	struct service_new n = weekly();
	struct gap_counts counts;
	struct dossier *d = cared();
	const char *first;
	struct service *x;

	x = added(d, &n);
	n.begins = "2026-11-26";
	n.title = "Weigh";
	added(d, &n);
	later(2 * DAY);				/* Thu 26 Nov */
	CHECK(gaps(&f, &first) == 5);
	CHECK_TEXT(first, "2026-11-24");
	CHECK(service_words_late(&cx, first) == 2);
	f.when = GAP_LATE;
	CHECK(gaps(&f, &first) == 1);
	f.when = GAP_TODAY;
	CHECK(gaps(&f, &first) == 1);
	CHECK_TEXT(first, "2026-11-26");
	f.when = GAP_WEEK;
	CHECK(gaps(&f, &first) == 3);
	f.aftercare = true;
	CHECK(gaps(&f, &first) == 0);
	f = (struct gap_filter){ .after = "", .limit = 50,
	    .team = "north" };
	CHECK(gaps(&f, &first) == 5);
	f.team = "south";
	CHECK(gaps(&f, &first) == 0);
	CHECK(gap_count(&cx, &counts) == OK && counts.late == 1 &&
	    counts.today == 1 && counts.all == 5);
	as("zoe");
	f = (struct gap_filter){ .team = "", .after = "", .limit = 50 };
	CHECK(gaps(&f, &first) == 5);
	as("tom");
	CHECK(gaps(&f, &first) == 0);
	d = opened_as("mia", D);
	CHECK(service_say(&cx, d, x, "2026-11-24", &done) == OK);
	CHECK(gap_count(&cx, &counts) == OK && counts.late == 0);
}

/* Page by page nothing is lost and nothing comes twice, however many are due
 * on one day. */
static void
pages_of_gaps_go_on_where_the_last_one_ended(void)
{
	struct gap_filter f = { .mine = true, .team = "",
	    .after = "", .limit = 4 };
	struct service_new n = weekly();
	struct dossier *d = cared();
	struct gap_page page;
	struct service_day *y;
	int i, seen = 0, pages = 0;
	int64_t before = 0;

	for (i = 0; i < 7; i++)
		added(d, &n);
	do {
		CHECK(gap_list(&cx, &f, &page) == OK);
		for (y = page.days; y != NULL; y = y->next, seen++)
			if (y != page.days)
				CHECK(strcmp(y->day, "2026-11-24") >= 0);
		CHECK(page.days != NULL && page.days->id != before);
		before = page.days->id;
		f.after = page.next;
		pages++;
	} while (page.next[0] != '\0' && pages < 20);
	CHECK(seen == 21 && pages == 6);
}

static void
who_leads_now_has_the_gaps(void)
{
	struct gap_filter f = { .mine = true, .team = "",
	    .after = "", .limit = 50 };
	struct service_new n = weekly();
	struct dossier *d = cared();
	const char *first;

	added(d, &n);
	cx.act = NULL;
	CHECK(dossier_hand_over(&cx, d, d->scope, world_person("ben"),
	    "On leave") == OK);
	CHECK(gaps(&f, &first) == 0);
	as("ben");
	CHECK(gaps(&f, &first) == 3);
}

static void
rhythms_are_said_in_words(void)
{
	given();
	CHECK_TEXT(service_words_rhythm(&cx, "", 1), "Once");
	CHECK_TEXT(service_words_rhythm(&cx, "P1D", 1), "Every day");
	CHECK_TEXT(service_words_rhythm(&cx, "P2W", 1), "Every 2 weeks");
	CHECK_TEXT(service_words_rhythm(&cx, "P1W", 3), "3 times a week");
	CHECK_TEXT(service_words_rhythm(&cx, "P3M", 2), "2 times in 3 months");
}

int
main(void)
{
	RUN(what_comes_again_has_its_days);
	RUN(days_rise_and_are_as_many_as_was_said);
	RUN(a_service_says_what_how_often_and_who);
	RUN(the_clock_makes_days_once_and_also_those_slept_through);
	RUN(who_does_it_is_told_on_the_day_and_who_leads_once_it_is_late);
	RUN(a_day_is_done_missed_or_excused_for_a_reason);
	RUN(an_added_service_can_be_taken_back_with_its_days);
	RUN(what_ends_is_due_no_more);
	RUN(gaps_are_of_those_who_see_the_case_the_oldest_first);
	RUN(pages_of_gaps_go_on_where_the_last_one_ended);
	RUN(who_leads_now_has_the_gaps);
	RUN(rhythms_are_said_in_words);
	return DONE;
}
