/* SPDX-License-Identifier: MIT */
#include "base/config.h"
#include "base/count.h"
#include "base/day.h"
#include "check.h"
#include "domain/course/dossier_close.h"
#include "domain/course/promise.h"
#include "domain/course/silence.h"
#include "domain/course/task.h"
#include "domain/desk/queue.h"
#include "domain/dossier/compartment_part.h"
#include "domain/dossier/dossier.h"
#include "domain/house/deadline_clock.h"
#include "domain/people/notice.h"
#include "domain/story/undo_act.h"
#include "refund.h"
#include "seen.h"
#include "store/db.h"
#include "text/date.h"
#include "type_folder.h"
#include "world.h"

#define WEEKLY "<rhythm contact=\"7 days\"/>"
#define WORKING "<rhythm contact=\"5 working days\">"			\
	"<when risk=\"high\" contact=\"2 days\"/>"			\
	"<when phase=\"assessment\" contact=\"3 working days\"/></rhythm>"
#define DATED "<rhythm next-date=\"always\"/>"

/* When a day begins here. */
static int64_t
start_of(const char *day)
{
	int64_t out = 0;

	CHECK(date_start("Europe/Berlin", day, &out));
	return out;
}

static struct dossier *
accepted(const char *rhythm)
{
	struct dossier *d;

	CHECK(refund_install(rhythm) == OK);
	d = refund_registered();
	CHECK(d->quiet == 0);		/* the tray has rules of its own */
	CHECK(dossier_accept(&cx, d, "", "", 0, world_person("mia")) == OK);
	cx.act = NULL;
	return reread(d);
}

static struct dossier *
contacted(struct dossier *d, const char *medium)
{
	CHECK(dossier_note_contact(&cx, d, "We spoke.", medium) == OK);
	cx.act = NULL;
	return reread(d);
}

/* Tue 24 Nov 2026 is today. */
static void
days_without_contact_make_a_case_silent(void)
{
	struct dossier *d;

	given();
	d = accepted(WEEKLY);
	CHECK(d->quiet == start_of("2026-12-02"));
	CHECK(!silence_is(&cx, d) && silence_words(&cx, d)[0] == '\0');
	later(d->quiet - cx.now - 1);
	CHECK(!silence_is(&cx, d));
	later(1);
	CHECK(silence_is(&cx, d));
	CHECK_TEXT(silence_words(&cx, d),
	    "No contact for 8 days, agreed: 7 days");
	d = contacted(d, "");			/* a note alone is none */
	CHECK(silence_is(&cx, d));
	CHECK(dossier_note_contact(&cx, d, "So", "smoke") == ERR_INVALID);
	CHECK_TEXT(cx.mistakes->field, "contact");
	cx.mistakes = NULL;
	d = contacted(d, "phone");
	CHECK(!silence_is(&cx, d) && d->quiet == start_of("2026-12-10"));
	CHECK_TEXT(told(d), "Contact with the requester (Phone): We spoke.");
	later(60 * DAY);
	CHECK(dossier_close(&cx, d, "paid_back", "") == OK);
	CHECK(reread(d)->quiet == 0);
}

static void
a_promise_is_contact(void)
{
	struct promise_new n = { .text = "An answer", .medium = "phone" };
	struct promise *p;
	struct silence s;
	struct dossier *d;

	given();
	d = accepted(WEEKLY);
	later(2 * DAY);
	n.due = start_of("2026-12-04") - 1;
	CHECK(promise_add(&cx, d, &n, &p) == OK);
	cx.act = NULL;
	d = reread(d);
	CHECK(d->quiet == start_of("2026-12-04"));
	CHECK(silence_open(&cx, d, &s) == OK && s.heard == cx.now);
	CHECK_TEXT(s.medium, "phone");
}

static void
risk_and_phase_have_rhythms_of_their_own(void)
{
	struct dossier *d;

	given();
	d = accepted(WORKING);
	CHECK_TEXT(d->phase, "assessment");
	CHECK(d->quiet == start_of("2026-11-28"));	/* Wed Thu Fri */
	CHECK_TEXT(silence_agreed(&cx, silence_rhythm(d)), "3 working days");
	d->risk = 3;
	CHECK(silence_rhythm(d)->days == 2 && !silence_rhythm(d)->works);
	d->risk = 1;
	d->phase = "screening";
	CHECK(silence_rhythm(d)->days == 5 && silence_rhythm(d)->works);
}

static void
who_waits_misses_no_contact(void)
{
	struct dossier *d;
	int64_t quiet;

	given();
	d = accepted(WEEKLY);
	quiet = d->quiet;
	later(3 * DAY);
	CHECK(dossier_wait(&cx, d, "The expert") == OK);
	cx.act = NULL;
	CHECK((d = reread(d))->quiet == 0);
	later(20 * DAY);				/* Thu 17 Dec */
	CHECK(!silence_is(&cx, d));
	CHECK(dossier_resume(&cx, d, "They came") == OK);
	cx.act = NULL;
	d = reread(d);
	CHECK(d->quiet == start_of("2026-12-25") && d->quiet > quiet);
}

static void
a_wait_that_is_undone_counts_as_if_it_had_not_been(void)
{
	struct undo_act *list = NULL, *a = NULL;
	struct dossier *d;
	int64_t quiet;

	given();
	d = accepted(WEEKLY);
	quiet = d->quiet;
	later(60);
	CHECK(dossier_wait(&cx, d, "The expert") == OK);
	cx.act = NULL;
	CHECK(reread(d)->quiet == 0);
	CHECK(undo_act_list(&cx, 9, &list) == OK && list != NULL);
	CHECK(undo_act_open(&cx, list->number, &a) == OK);
	CHECK(undo_back(&cx, a, false, "Wrong") == OK);
	CHECK(reread(d)->quiet == quiet);
}

static void
a_case_always_needs_a_date_where_that_is_agreed(void)
{
	struct task_new n = { .title = "Call" };
	struct silence s;
	struct dossier *d;
	struct task *t;

	given();
	d = accepted(DATED);
	CHECK(d->due == 0 && d->heard == 0);
	CHECK(d->quiet == start_of("2026-11-26"));	/* after Wed */
	later(3 * DAY);
	CHECK_TEXT(silence_words(&cx, d), "No next date");
	CHECK(silence_open(&cx, d, &s) == OK && s.agreed);
	CHECK(s.undated != 0 && s.by == 0);
	n.due = cx.now + DAY;
	n.owner = world_person("mia");
	CHECK(task_add(&cx, d, &n, &t) == OK);
	cx.act = NULL;
	CHECK((d = reread(d))->quiet == 0);
	CHECK(dossier_wait(&cx, d, "The expert") == OK);
	cx.act = NULL;
	CHECK((d = reread(d))->quiet == 0);
	CHECK(task_done(&cx, d, t, "") == OK);	/* parked, and no date */
	CHECK(reread(d)->quiet != 0);
}

static void
what_is_protected_is_no_contact(void)
{
	struct compartment_part *p;
	struct dossier *d;
	int64_t quiet, no;

	given();
	d = accepted(WEEKLY);
	quiet = d->quiet;
	later(2 * DAY);
	d = contacted(d, "letter");
	CHECK(d->quiet == quiet + 2 * DAY);
	no = world_int("SELECT max(no) FROM note WHERE contact <> ''");
	CHECK(db_run(&cx, "INSERT INTO viewer_compartment (viewer,"
	    " compartment, until, reason, given) SELECT $1, id,"
	    " 253402300799, '', 0 FROM compartment WHERE code = 'medical'",
	    db_i(world_person("mia"))) == OK);
	CHECK(compartment_part(&cx, d, no, &p) == OK);
	CHECK(compartment_part_put(&cx, d, p, "medical", "It is") == OK);
	CHECK(reread(d)->quiet == quiet);
}

static int
clock_after(int64_t seconds)
{
	struct deadline_clock_report r;

	refund_clock_after(seconds, &r);
	return r.silent;
}

static int
notices_of(const char *login)
{
	struct notice_page page;
	const struct notice *x;
	int n = 0;

	as(login);
	CHECK(notice_list(&cx, "", 50, &page) == OK);
	for (x = page.notices; x != NULL; x = x->next)
		n += x->kind == NOTICE_DEADLINE && x->no == 0;
	return n;
}

static void
the_lead_is_told_once_of_each_silence(void)
{
	struct dossier *d;

	given();
	d = accepted(WEEKLY);
	CHECK(clock_after(6 * DAY) == 0 && notices_of("mia") == 0);
	CHECK(clock_after(2 * DAY) == 1);
	CHECK(notices_of("mia") == 1 && notices_of("ben") == 0);
	d = opened_as("mia", d->number);
	CHECK_TEXT(told(d),
	    "Silent: no contact for 8 days, agreed: 7 days");
	CHECK(clock_after(DAY) == 0 && notices_of("mia") == 1);
	as("mia");
	d = contacted(reread(d), "phone");
	CHECK(clock_after(DAY) == 0);
	CHECK(clock_after(8 * DAY) == 1 && notices_of("mia") == 2);
	CHECK(notices_of("zoe") == 0);
}

static void
the_silent_rise_and_are_a_list_of_their_own(void)
{
	struct queue_filter f = { .type = "", .status = "active",
	    .phase = "", .text = "", .field = "", .field_value = "",
	    .after = "", .sort = QUEUE_RISK, .descending = true };
	struct queue_counts n;
	struct queue_page p;
	struct dossier *d, *x;
	int at = 0, i = 0;

	given();
	d = accepted(WEEKLY);
	as("mia");
	f.lead = world_person("mia");
	f.silent = true;
	CHECK(queue_counts(&cx, &n) == OK && n.silent == 0);
	CHECK(queue_list(&cx, &f, &p) == OK && p.count == 0);
	later(9 * DAY);
	CHECK(queue_counts(&cx, &n) == OK && n.silent == 1);
	CHECK(queue_list(&cx, &f, &p) == OK && p.count == 1);
	CHECK_TEXT(p.dossiers->number, d->number);
	/* before those of its risk that nothing is due on */
	f.silent = false;
	f.lead = 0;
	CHECK(queue_list(&cx, &f, &p) == OK);
	for (x = p.dossiers; x != NULL; x = x->next, i++)
		if (x->id == d->id)
			at = i;
		else if (x->risk == d->risk && x->due == 0 && x->quiet == 0)
			CHECK(i > at);
	CHECK(i > 1);
}

static void
a_wrong_rhythm_is_told_with_its_line(void)
{
	static const struct { const char *rhythm, *said; } rows[] = {
		{ "<rhythm contact=\"weekly\"/>", "“7 days”" },
		{ "<rhythm contact=\"999 days\"/>", "at the most" },
		{ "<rhythm/>", "asks for nothing" },
		{ "<rhythm contact=\"7 days\"><when phase=\"moon\""
		    " contact=\"2 days\"/></rhythm>",
		    "There is no phase “moon”" },
		{ "<rhythm contact=\"7 days\"><when risk=\"huge\""
		    " contact=\"2 days\"/></rhythm>",
		    "There is no risk “huge”" },
		{ "<rhythm contact=\"7 days\"><when contact=\"2 days\"/>"
		    "</rhythm>", "which phase or risk" }
	};
	size_t i;

	given();
	for (i = 0; i < COUNT(rows); i++) {
		cx.why = NULL;
		CHECK(refund_install(rows[i].rhythm) == ERR_INVALID);
		CHECK(cx.why != NULL && strstr(cx.why, rows[i].said) != NULL);
		CHECK(cx.why != NULL && strstr(cx.why, "type.xml:296") !=
		    NULL);
		if (!check_ok)
			printf("# %s\n", cx.why);
	}
}

int
main(void)
{
	type_folder_open();
	RUN(days_without_contact_make_a_case_silent);
	RUN(a_promise_is_contact);
	RUN(risk_and_phase_have_rhythms_of_their_own);
	RUN(who_waits_misses_no_contact);
	RUN(a_wait_that_is_undone_counts_as_if_it_had_not_been);
	RUN(a_case_always_needs_a_date_where_that_is_agreed);
	RUN(what_is_protected_is_no_contact);
	RUN(the_lead_is_told_once_of_each_silence);
	RUN(the_silent_rise_and_are_a_list_of_their_own);
	RUN(a_wrong_rhythm_is_told_with_its_line);
	return DONE;
}
