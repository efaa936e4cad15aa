/* SPDX-License-Identifier: MIT */
#include "base/config.h"
#include "base/count.h"
#include "base/day.h"
#include "check.h"
#include "domain/course/deadline.h"
#include "domain/course/dossier_close.h"
#include "domain/course/dossier_merge.h"
#include "domain/course/promise.h"
#include "domain/desk/queue.h"
#include "domain/dossier/dossier.h"
#include "domain/house/deadline_clock.h"
#include "domain/people/notice.h"
#include "domain/story/undo_act.h"
#include "refund.h"
#include "seen.h"
#include "store/db.h"
#include "store/visible.h"
#include "text/date.h"
#include "type_folder.h"
#include "world.h"

#define D "C-2026-10000061"
#define ZONE "Europe/Berlin"

static const struct deadline_new ten = { .code = "",
    .title = "Answer in writing", .rule = { .days = 10, .early = 2,
    .warn = 4 } };

static struct deadline *
added(struct dossier *d, const struct deadline_new *n)
{
	struct deadline *x = NULL;

	CHECK(deadline_add(&cx, d, n, &x) == OK);
	return x;
}

static struct deadline *
again(struct dossier *d, const struct deadline *x)
{
	struct deadline *out = NULL;

	CHECK(deadline_open(&cx, d, x->no, &out) == OK);
	return out;
}

/* The last second of a day here. */
static int64_t
end_of(const char *day)
{
	int64_t out = 0;

	CHECK(date_start(ZONE, day, &out));
	return out + DAY - 1;
}

/* Tue 24 Nov 2026 is today; days are those of the house's calendar. */
static void
people_add_one_and_the_case_is_due_by_it(void)
{
	static const char *const fields[] = { "days", "title" };
	struct deadline_new n = ten;
	const struct mistake *m;
	struct dossier *d;
	struct deadline *x;
	size_t i;

	given();
	d = opened_as("mia", D);
	n.title = " ";
	n.rule.days = 0;
	CHECK(deadline_add(&cx, d, &n, &x) == ERR_INVALID);
	for (m = cx.mistakes, i = 0; m != NULL; m = m->next, i++)
		CHECK_TEXT(m->field, fields[1 - i]);
	CHECK(i == 2);
	x = added(d, &ten);
	CHECK(x->due == end_of("2026-12-08"));
	CHECK(x->early == end_of("2026-12-04"));
	CHECK(x->warns == end_of("2026-12-02"));
	CHECK(reread(d)->due == x->due);
	CHECK_TEXT(told(d), "Deadline “Answer in writing” runs until "
	    "Tue 8 Dec 2026, 23:59");
	d = opened_as("zoe", D);			/* reads */
	CHECK(deadline_add(&cx, d, &ten, &x) == ERR_FORBIDDEN);
	d = opened_as("mia", "C-2026-10000079");	/* in the tray */
	CHECK(deadline_add(&cx, d, &ten, &x) == ERR_CONFLICT);
}

static void
a_pause_moves_it_and_another_rule_keeps_the_pause(void)
{
	const struct deadline_rule longer = { .days = 15 };
	struct reckon r, *each;
	const struct calendar *c;
	struct deadline *x;
	struct dossier *d;

	given();
	d = opened_as("mia", D);
	x = added(d, &ten);
	CHECK(deadline_pause(&cx, d, x, "") == ERR_INVALID);
	CHECK(deadline_resume(&cx, d, x, "") == ERR_CONFLICT);
	later(2 * DAY);					/* Thu 26 */
	CHECK(deadline_pause(&cx, d, again(d, x), "The photos") == OK);
	CHECK(reread(d)->due == 0);	/* nothing is, for now */
	later(5 * DAY);					/* Tue 1 */
	x = again(d, x);
	CHECK(x->state == DEADLINE_PAUSED && x->due == 0);
	CHECK(deadline_resume(&cx, d, x, "They came") == OK);
	x = again(d, x);
	CHECK(x->due == end_of("2026-12-11"));		/* 3 more */
	CHECK(deadline_change(&cx, d, x, &longer, "") == ERR_INVALID);
	CHECK(deadline_change(&cx, d, x, &longer, "Agreed") == OK);
	x = again(d, x);
	CHECK(x->due == end_of("2026-12-18"));		/* 15 and 3 */
	CHECK(deadline_reckon(&cx, d, x, &c, &r, &each) == OK);
	CHECK(r.total == 15 && r.paused == 3 && r.due == x->due);
	CHECK(each[0].due == end_of("2026-12-08"));
	CHECK(each[2].due == end_of("2026-12-11"));
	CHECK_TEXT(told(d), "Another rule for the deadline “Answer in "
	    "writing”: now until Fri 18 Dec 2026, 23:59");
}

static void
nobody_confirms_what_they_said_themselves(void)
{
	struct deadline_new n = ten;
	struct deadline *x;
	struct dossier *d;

	given();
	d = opened_as("mia", D);
	n.second = true;
	x = added(d, &n);
	CHECK(deadline_done(&cx, d, x, "Sent") == OK);
	x = again(d, x);
	CHECK(x->state == DEADLINE_UNCHECKED);
	CHECK(reread(d)->due == x->due);	/* open until then */
	CHECK(deadline_confirm(&cx, d, x, "") == ERR_FORBIDDEN);
	d = opened_as("ben", D);
	CHECK(deadline_refuse(&cx, d, again(d, x), "") == ERR_INVALID);
	CHECK(deadline_refuse(&cx, d, again(d, x), "Not signed") == OK);
	CHECK(again(d, x)->state == DEADLINE_RUNNING);
	CHECK(deadline_done(&cx, d, again(d, x), "") == OK);
	d = opened_as("mia", D);
	CHECK(deadline_confirm(&cx, d, again(d, x), "Seen") == OK);
	x = again(d, x);
	CHECK(x->state == DEADLINE_DONE && x->said_by == world_person("ben"));
	CHECK(x->checked_by == world_person("mia"));
	CHECK(reread(d)->due == 0);
	CHECK_TEXT(told(d), "It is confirmed that the deadline “Answer in "
	    "writing” is met");
}

static void
what_ended_goes_on_and_the_time_between_was_a_pause(void)
{
	struct deadline *x;
	struct dossier *d;

	given();
	d = opened_as("mia", D);
	x = added(d, &ten);
	CHECK(deadline_stop(&cx, d, x, "Settled") == OK);
	later(7 * DAY);
	CHECK(deadline_done(&cx, d, again(d, x), "") == ERR_CONFLICT);
	CHECK(deadline_reopen(&cx, d, again(d, x), "Not settled") == OK);
	x = again(d, x);
	CHECK(x->state == DEADLINE_RUNNING);
	CHECK(x->due == end_of("2026-12-14"));	/* four working days more */
	later(30 * DAY);
	CHECK(deadline_done(&cx, d, again(d, x), "") == OK);
	CHECK_TEXT(told(d), "Deadline “Answer in writing” met, late");
}

/* What the row says is so as well, whatever stands in the struct. */
static void
nothing_is_said_of_what_is_refused(void)
{
	struct deadline_new n = ten;
	struct deadline *x, *y;
	struct dossier *d;

	given();
	d = opened_as("mia", D);
	n.second = true;
	x = added(d, &n);
	CHECK(deadline_done(&cx, d, x, "Sent") == OK);
	d = opened_as("ben", D);
	CHECK(deadline_refuse(&cx, d, again(d, x), "Not signed") == OK);
	y = again(d, x);
	CHECK(y->said == 0 && y->said_by == 0);
	CHECK(y->said_by_name[0] == '\0' && y->reason[0] == '\0');
	/* it runs on: said too late is late, and late it stays */
	CHECK(!deadline_is_late(&cx, y));
	later(30 * DAY);
	CHECK(deadline_is_late(&cx, y));
}

static void
what_was_met_in_time_is_never_late(void)
{
	struct deadline *x;
	struct dossier *d;

	given();
	d = opened_as("mia", D);
	x = added(d, &ten);
	later(DAY);
	CHECK(deadline_done(&cx, d, again(d, x), "") == OK);
	later(60 * DAY);
	CHECK(!deadline_is_late(&cx, again(d, x)));
}

static void
a_rule_has_its_bounds(void)
{
	struct deadline_new n = ten;
	struct deadline *x;
	struct dossier *d;

	given();
	d = opened_as("mia", D);
	n.rule.days = 3661;
	CHECK(deadline_add(&cx, d, &n, &x) == ERR_INVALID);
	CHECK_TEXT(cx.mistakes->field, "days");
	cx.mistakes = NULL;
	n = ten;
	n.started = cx.now + 60;
	CHECK(deadline_add(&cx, d, &n, &x) == ERR_INVALID);
	CHECK_TEXT(cx.mistakes->field, "started");
	cx.mistakes = NULL;
	CHECK(world_int("SELECT count(*) FROM deadline") == 0);
}

static void
another_rule_leaves_a_pause_a_pause(void)
{
	const struct deadline_rule longer = { .days = 15 };
	struct deadline *x;
	struct dossier *d;

	given();
	d = opened_as("mia", D);
	x = added(d, &ten);
	CHECK(deadline_pause(&cx, d, again(d, x), "The photos") == OK);
	later(2 * DAY);
	CHECK(deadline_change(&cx, d, again(d, x), &longer, "Agreed") == OK);
	later(5 * DAY);					/* Tue 1 Dec */
	x = again(d, x);
	CHECK(x->state == DEADLINE_PAUSED && x->due == 0);
	CHECK(x->spans->next->next->paused);
	CHECK(deadline_resume(&cx, d, x, "They came") == OK);
	CHECK(again(d, x)->due == end_of("2026-12-21"));	/* 15 and 4 */
}

static int64_t
number_of_acts(void)
{
	return world_int("SELECT count(*) FROM act WHERE undone IS NULL");
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
each_act_can_be_undone(void)
{
	struct deadline *x;
	struct dossier *d;
	int64_t due;

	given();
	d = opened_as("mia", D);
	x = added(d, &ten);
	due = x->due;
	cx.act = NULL;
	later(60);
	CHECK(deadline_pause(&cx, d, again(d, x), "The photos") == OK);
	cx.act = NULL;
	CHECK(number_of_acts() == 2);
	undo_last();
	d = opened_as("mia", D);
	x = again(d, x);
	CHECK(x->state == DEADLINE_RUNNING && x->due == due);
	CHECK(x->spans->next == NULL && x->spans->ended == 0);
	CHECK(reread(d)->due == due);
	undo_last();
	CHECK(world_int("SELECT count(*) FROM deadline") == 0);
	CHECK(world_int("SELECT count(*) FROM deadline_span") == 0);
	CHECK(reread(d)->due == 0);
}

#define LABELS(word)							\
	"<label xml:lang=\"en\">" word "</label>"			\
	"<label xml:lang=\"fr\">" word "</label>"			\
	"<label xml:lang=\"de\">" word "</label>"			\
	"<label xml:lang=\"it\">" word "</label>"			\
	"<label xml:lang=\"pt\">" word "</label>"			\
	"<label xml:lang=\"ja\">" word "</label>"
#define RECEIPT								\
	"<deadline code=\"receipt\" start=\"received\""			\
	" stops=\"phase:assessment\""					\
	" due=\"add working days(date(start), 3)\">"			\
	LABELS("Confirm the receipt") "</deadline>"
#define ANSWER								\
	"<deadline code=\"answer\" start=\"received\" stops=\"closed\""	\
	" due=\"date(start) + duration(&quot;P30D&quot;)\" early=\"5\""	\
	" pauses-while-waiting=\"yes\">" LABELS("Answer") "</deadline>"
#define APPEAL								\
	"<deadline code=\"appeal\" start=\"hand\" stops=\"hand\""	\
	" check=\"second\" due=\"date(start) + duration(&quot;P1M&quot;)\">" \
	LABELS("Appeal") "</deadline>"

static enum err
install(const char *deadlines)
{
	return refund_install(arena_printf(cx.arena,
	    "<deadlines>%s</deadlines>", deadlines));
}

/* The state of the one of a code; -1: there is none. */
static int
state(const struct dossier *d, const char *code)
{
	struct deadline *x;

	CHECK(deadline_list(&cx, d, &x) == OK);
	for (; x != NULL; x = x->next)
		if (strcmp(x->code, code) == 0)
			return (int)x->state;
	return -1;
}

static void
those_of_the_type_go_along_with_the_case(void)
{
	struct deadline_new appeal = { .code = "appeal" };
	struct deadline *x;
	struct dossier *d;
	int64_t due;

	given();
	CHECK(install(RECEIPT ANSWER APPEAL) == OK);
	if (cx.why != NULL)
		printf("# %s\n", cx.why);
	d = refund_registered();
	CHECK(state(d, "receipt") == DEADLINE_RUNNING);
	CHECK(state(d, "answer") == DEADLINE_RUNNING);
	CHECK(state(d, "appeal") == -1);
	CHECK(reread(d)->due == end_of("2026-11-27"));
	CHECK(dossier_accept(&cx, d, "", "", 0, world_person("mia")) == OK);
	CHECK(state(d, "receipt") == DEADLINE_DONE);	/* its phase */
	CHECK((due = reread(d)->due) == end_of("2026-12-24"));
	cx.act = NULL;
	later(2 * DAY);
	CHECK(dossier_wait(&cx, d, "The photos") == OK);
	CHECK(state(d, "answer") == DEADLINE_PAUSED);
	cx.act = NULL;
	later(4 * DAY);
	CHECK(dossier_resume(&cx, d, "They came") == OK);
	CHECK(state(d, "answer") == DEADLINE_RUNNING);
	CHECK(reread(d)->due == due + 4 * DAY);
	x = added(d, &appeal);
	CHECK(x->second && x->due == end_of("2026-12-30"));
	cx.act = NULL;
	CHECK(dossier_close(&cx, d, "paid_back", "") == OK);
	CHECK(state(d, "answer") == DEADLINE_DONE);
	CHECK(state(d, "appeal") == DEADLINE_STOPPED);
	cx.act = NULL;
	later(DAY);
	CHECK(dossier_reopen(&cx, d, "Not paid") == OK);
	CHECK(state(d, "answer") == DEADLINE_RUNNING);
	CHECK(state(d, "appeal") == DEADLINE_RUNNING);
	CHECK(state(d, "receipt") == DEADLINE_DONE);
	CHECK(reread(d)->due == due + 5 * DAY);
}

#define PROMISED(start)							\
	"<deadline code=\"told\" start=\"" start "\" stops=\"closed\""	\
	" due=\"date(start) + duration(&quot;P30D&quot;)\""		\
	" pauses-while-waiting=\"yes\" promise=\"yes\">"		\
	LABELS("Answer") "</deadline>"

static void
a_date_that_the_type_promises_is_a_promise(void)
{
	struct promise *x;
	struct dossier *d;

	given();
	CHECK(install(RECEIPT PROMISED("received")) == OK);
	d = refund_registered();
	CHECK(promise_list(&cx, d, &x) == OK);
	CHECK(x != NULL && x->next == NULL && x->state == PROMISE_OPEN);
	CHECK_TEXT(x->text, "Answer");
	CHECK_TEXT(x->medium, "phone");
	CHECK(x->due == end_of("2026-12-24") && x->person == 0);
	CHECK(dossier_accept(&cx, d, "", "", 0, world_person("mia")) == OK);
	cx.act = NULL;
	CHECK(dossier_wait(&cx, d, "The photos") == OK);
	cx.act = NULL;
	later(4 * DAY);
	CHECK(dossier_resume(&cx, d, "They came") == OK);
	CHECK(promise_list(&cx, d, &x) == OK);	/* nobody was told */
	CHECK(x->next == NULL && x->due == end_of("2026-12-24"));
}

static void
a_promise_goes_back_with_the_act_that_made_it(void)
{
	struct promise *x;
	struct dossier *d;

	given();
	CHECK(install(PROMISED("accepted")) == OK);
	d = refund_registered();
	cx.act = NULL;
	CHECK(promise_list(&cx, d, &x) == OK && x == NULL);
	d = opened_as("sue", d->number);	/* who screens */
	CHECK(dossier_accept(&cx, d, "", "", 0, world_person("mia")) == OK);
	CHECK(promise_list(&cx, d, &x) == OK && x != NULL);
	CHECK(reread(d)->due == end_of("2026-12-24"));
	undo_last();
	CHECK(promise_list(&cx, d, &x) == OK && x == NULL);
	CHECK(world_int("SELECT count(*) FROM deadline") == 0);
}

static void
what_followed_goes_back_with_its_act(void)
{
	struct dossier *d;
	int64_t due;

	given();
	CHECK(install(RECEIPT ANSWER APPEAL) == OK);
	d = refund_registered();
	CHECK(dossier_accept(&cx, d, "", "", 0, world_person("mia")) == OK);
	due = reread(d)->due;
	cx.act = NULL;
	later(60);
	CHECK(dossier_close(&cx, d, "paid_back", "") == OK);
	CHECK(state(d, "answer") == DEADLINE_DONE && reread(d)->due == 0);
	cx.act = NULL;
	undo_last();
	d = reread(d);
	CHECK(state(d, "answer") == DEADLINE_RUNNING);
	CHECK(d->due == due);
}

/* Of the same kind the one that is due first counts. */
static void
those_that_run_go_along_with_a_merge_and_come_back(void)
{
	struct dossier *from, *into;
	struct deadline *x, *y;

	given();
	CHECK(install(RECEIPT ANSWER) == OK);
	into = refund_registered();
	CHECK(dossier_accept(&cx, into, "", "", 0, world_person("mia")) ==
	    OK);
	cx.act = NULL;
	later(-3 * DAY);
	from = refund_registered();
	CHECK(dossier_accept(&cx, from, "", "", 0, world_person("mia")) ==
	    OK);
	later(3 * DAY);
	x = added(from, &ten);
	cx.act = NULL;
	CHECK(dossier_merge(&cx, from, into, "The same") == OK);
	CHECK(deadline_list(&cx, from, &y) == OK && y != NULL &&
	    y->next == NULL && y->state == DEADLINE_DONE);
	CHECK(world_int("SELECT count(*) FROM deadline WHERE dossier ="
	    " (SELECT d.id FROM dossier d WHERE d.status <> 'closed'"
	    "   AND d.title = 'Too late') AND state = 'running'") == 3);
	CHECK(reread(into)->due == x->due);
	cx.act = NULL;
	undo_last();
	from = reread(from);
	CHECK(again(from, x)->due == x->due && from->due == x->due);
	CHECK(state(into, "answer") == DEADLINE_RUNNING);
	CHECK(world_int("SELECT count(*) FROM deadline"
	    " WHERE state = 'running'") == 3);
	cx.act = NULL;
	CHECK(dossier_merge(&cx, reread(into), from, "The same") == OK);
	CHECK(world_int("SELECT count(*) FROM deadline"
	    " WHERE state = 'running'") == 2);
}

static void
a_wrong_rule_is_told_with_its_line(void)
{
	static const struct { const char *deadline, *said; } rows[] = {
		{ "<deadline code=\"a\" start=\"received\" stops=\"closed\""
		    " due=\"start +\">" LABELS("A") "</deadline>",
		    "of the deadline “a”" },
		{ "<deadline code=\"a\" start=\"received\" stops=\"closed\""
		    " due=\"today()\">" LABELS("A") "</deadline>",
		    "uses the present time" },
		{ "<deadline code=\"a\" start=\"received\" stops=\"closed\""
		    " due=\"3\">" LABELS("A") "</deadline>",
		    "neither a date" },
		{ "<deadline code=\"a\" start=\"phase:moon\" stops=\"closed\""
		    " due=\"start\">" LABELS("A") "</deadline>",
		    "There is no phase “moon”" },
		{ "<deadline code=\"a\" start=\"received\" stops=\"closed\""
		    " check=\"second\" due=\"start\">" LABELS("A")
		    "</deadline>", "needs stops=\"hand\"" },
		{ PROMISED("hand"), "promises by hand" },
		{ RECEIPT RECEIPT, "two <deadline> with the code" }
	};
	size_t i;

	given();
	for (i = 0; i < COUNT(rows); i++) {
		cx.why = NULL;
		CHECK(install(rows[i].deadline) == ERR_INVALID);
		CHECK(cx.why != NULL && strstr(cx.why, rows[i].said) != NULL);
		CHECK(cx.why != NULL && strstr(cx.why, "type.xml:296") !=
		    NULL);
		if (!check_ok)
			printf("# %s\n", cx.why);
	}
}

static void
nothing_due_is_a_list_of_its_own(void)
{
	struct queue_filter f = { .type = "", .status = "active",
	    .phase = "", .text = "", .field = "", .field_value = "",
	    .after = "", .undated = true, .lead = world_person("mia") };
	struct queue_counts n;
	struct queue_page p;
	struct dossier *d;
	int64_t before;

	given();
	d = opened_as("mia", D);
	f.lead = world_person("mia");
	CHECK(queue_counts(&cx, &n) == OK);
	CHECK(queue_list(&cx, &f, &p) == OK && p.count == n.undated);
	before = n.undated;
	CHECK(before >= 1);
	added(d, &ten);
	CHECK(queue_counts(&cx, &n) == OK && n.undated == before - 1);
	CHECK(queue_list(&cx, &f, &p) == OK && p.count == n.undated);
}

/* How many the clock tells a while later. */
static int
clock_after(int64_t seconds)
{
	struct deadline_clock_report r;

	refund_clock_after(seconds, &r);
	return r.told;
}

static int64_t
list_of(const char *login)
{
	struct deadline *x;
	int64_t n = -1;

	as(login);
	CHECK(deadline_told(&cx, 10, &x, &n) == OK);
	CHECK((x != NULL) == (n > 0));
	return n;
}

/* What stands in somebody's notices of deadlines. */
static int
notices_of(const char *login, const char *about, bool missed)
{
	struct notice_page page;
	const struct notice *x;
	int n = 0;

	as(login);
	CHECK(notice_list(&cx, "", 50, &page) == OK);
	for (x = page.notices; x != NULL; x = x->next)
		n += x->kind == NOTICE_DEADLINE && x->missed == missed &&
		    strcmp(x->about, about) == 0;
	return n;
}

static void
the_lead_is_warned_and_then_who_manages(void)
{
	static struct config conf = { .mail_from = "dossier@example.org",
	    .base_url = "https://office.example", .site_name = "Office",
	    .language = "en", .timezone = ZONE };
	struct deadline *x;
	struct dossier *d;

	given();
	cx.conf = &conf;
	d = opened_as("mia", D);
	x = added(d, &ten);
	cx.act = NULL;
	CHECK(clock_after(60) == 0);
	CHECK(clock_after(x->warns - cx.now + 1) == 1);
	CHECK(list_of("mia") == 1 && list_of("ben") == 0);
	CHECK(list_of("tom") == 0);
	CHECK(world_int("SELECT count(*) FROM outbox") == 1);
	CHECK(notices_of("mia", "Answer in writing", false) == 1);
	CHECK(notices_of("ben", "Answer in writing", false) == 0);
	CHECK(clock_after(60) == 0);		/* once is enough */
	CHECK(clock_after(x->due - cx.now + 1) == 1);
	d = opened_as("mia", D);
	CHECK_TEXT(told(d), "Deadline “Answer in writing” was missed");
	CHECK(notices_of("mia", "Answer in writing", true) == 1);
	CHECK(clock_after(DAY) == 1);
	CHECK(notices_of("mia", "Answer in writing", true) == 1);
	CHECK(again(d, x)->told == DEADLINE_TOLD_MANAGERS);
	CHECK(clock_after(9 * DAY) == 0);
	d = opened_as("mia", D);
	CHECK(deadline_done(&cx, d, again(d, x), "") == OK);
	CHECK(list_of("mia") == 0);
	CHECK(world_int("SELECT count(*) FROM deadline_notice") == 0);
	cx.conf = NULL;
}

/* The lead said that it is met; it is for others to confirm, or to refuse. */
static void
what_waits_for_a_second_check_is_told_to_others(void)
{
	static const char others[] = "SELECT count(*) FROM deadline_notice n"
	    "  JOIN staff s ON s.person = n.person WHERE s.login <> 'mia'";
	struct deadline_new n = ten;
	struct deadline *x;
	struct dossier *d;

	given();
	must(db_run(&cx, "UPDATE viewer_scope SET level = " VISIBLE_MANAGE
	    " WHERE viewer = $1", db_i(world_person("ben"))));
	d = opened_as("mia", D);
	n.second = true;
	x = added(d, &n);
	cx.act = NULL;
	CHECK(clock_after(x->warns - cx.now + 1) == 1);
	CHECK(list_of("mia") == 1 && world_int(others) == 0);
	d = opened_as("mia", D);
	CHECK(deadline_done(&cx, d, again(d, x), "Sent") == OK);
	cx.act = NULL;
	CHECK(clock_after(60) == 1 && clock_after(60) == 0);
	CHECK(world_int(others) > 0);
	d = opened_as("ben", D);
	CHECK(deadline_refuse(&cx, d, again(d, x), "Not signed") == OK);
	cx.act = NULL;
	must(db_run(&cx, "DELETE FROM deadline_notice"));
	CHECK(clock_after(60) == 1);
	CHECK(list_of("mia") == 1 && world_int(others) == 0);
}

static void
what_is_paused_warns_nobody(void)
{
	struct deadline *x;
	struct dossier *d;

	given();
	d = opened_as("mia", D);
	x = added(d, &ten);
	cx.act = NULL;
	CHECK(clock_after(x->warns - cx.now + 1) == 1);
	CHECK(list_of("mia") == 1);
	d = opened_as("mia", D);
	CHECK(deadline_pause(&cx, d, again(d, x), "The photos") == OK);
	cx.act = NULL;
	CHECK(list_of("mia") == 0);
	CHECK(clock_after(30 * DAY) == 0);
	d = opened_as("mia", D);
	CHECK(deadline_resume(&cx, d, again(d, x), "") == OK);
	cx.act = NULL;
	CHECK(again(d, x)->due > cx.now);
	CHECK(clock_after(60) == 1);		/* it is near, still */
	CHECK(list_of("mia") == 1);
}

int
main(void)
{
	type_folder_open();
	RUN(people_add_one_and_the_case_is_due_by_it);
	RUN(a_pause_moves_it_and_another_rule_keeps_the_pause);
	RUN(nobody_confirms_what_they_said_themselves);
	RUN(nothing_is_said_of_what_is_refused);
	RUN(what_was_met_in_time_is_never_late);
	RUN(a_rule_has_its_bounds);
	RUN(another_rule_leaves_a_pause_a_pause);
	RUN(what_ended_goes_on_and_the_time_between_was_a_pause);
	RUN(each_act_can_be_undone);
	RUN(those_of_the_type_go_along_with_the_case);
	RUN(a_date_that_the_type_promises_is_a_promise);
	RUN(a_promise_goes_back_with_the_act_that_made_it);
	RUN(what_followed_goes_back_with_its_act);
	RUN(those_that_run_go_along_with_a_merge_and_come_back);
	RUN(a_wrong_rule_is_told_with_its_line);
	RUN(nothing_due_is_a_list_of_its_own);
	RUN(the_lead_is_warned_and_then_who_manages);
	RUN(what_waits_for_a_second_check_is_told_to_others);
	RUN(what_is_paused_warns_nobody);
	return DONE;
}
