/* SPDX-License-Identifier: MIT */
#include "base/count.h"
#include "check.h"
#include "domain/course/dossier_change.h"
#include "domain/course/dossier_close.h"
#include "domain/course/task.h"
#include "domain/dossier/dossier.h"
#include "domain/dossier/party.h"
#include "domain/story/dossier_timeline.h"
#include "domain/story/timeline.h"
#include "domain/type/casetype.h"
#include "world.h"

static struct event *
newest(const struct dossier *d)
{
	struct timeline_filter all = { .kinds = "", .limit = 1 };
	struct event *e = NULL;

	CHECK(dossier_timeline(&cx, d, &all, &e) == OK && e != NULL);
	return e;
}

static const char *
said(const struct dossier *d)
{
	return timeline_sentence(&cx, d->type, newest(d));
}

static void
moves_say_from_where_to_where(void)
{
	struct dossier *d;

	given();
	d = opened_as("mia", "C-2026-10000061");
	CHECK(dossier_move(&cx, d, "assessment", "facts are there") == OK);
	CHECK_TEXT(said(d), "Moved to Assessment from Screening");
	CHECK_TEXT(timeline_why(&cx, newest(d)), "facts are there");
	CHECK(timeline_changes(&cx, d->type, newest(d)) == NULL);
	CHECK(dossier_move(&cx, d, "implementation", "urgent") == OK);
	CHECK_TEXT(said(d), arena_printf(cx.arena,
	    "Moved to %s from Assessment, leaving out %s, %s",
	    casetype_word(&cx, d->type->phases, "implementation"),
	    casetype_word(&cx, d->type->phases, "risk"),
	    casetype_word(&cx, d->type->phases, "planning")));
	CHECK(dossier_move(&cx, d, "assessment", "new facts") == OK);
	CHECK_TEXT(said(d), arena_printf(cx.arena, "Back to Assessment "
	    "from %s", casetype_word(&cx, d->type->phases,
	    "implementation")));
}

static void
changes_have_before_and_after(void)
{
	struct value amount = { NULL, "amount", "8,250.00" };
	struct dossier_change c = { .title = "Broken ankle",
	    .values = &amount, .why = "typed wrongly" };
	struct timeline_change *t;
	struct dossier *d;

	given();
	d = opened_as("mia", "C-2026-10000061");
	c.version = d->version;
	CHECK(dossier_change(&cx, d, &c) == OK);
	CHECK(strncmp(said(d), "Changed: Title, ", 16) == 0);
	t = timeline_changes(&cx, d->type, newest(d));
	CHECK_TEXT(t->label, "Title");
	CHECK_TEXT(t->before, "Broken <ankle> & more");
	CHECK_TEXT(t->after, "Broken ankle");
	CHECK_TEXT(t->next->before, "");
	CHECK(strstr(t->next->after, "8,250.00") != NULL);
}

/* Each kind of field as a reader knows it: no code, no scaled number. */
static void
every_kind_of_field_is_told_in_words(void)
{
	struct value v[] = {
		{ &v[1], "subject", "billing" },
		{ &v[2], "vulnerable", "1" },
		{ &v[3], "incident", "2026-11-02" },
		{ &v[4], "satisfaction", "7" },
		{ &v[5], "item", "Kettle", 1 },
		{ NULL, "price", "30", 1 }
	}, price = { NULL, "price", "1,035.5", 1 };
	static const char *const told[][2] = {
		{ "Subject", "Billing" }, { "Vulnerable customer", "Yes" },
		{ "Date of the incident", "Mon 2 Nov 2026" },
		{ "Satisfaction afterwards, 1 to 10", "7" },
		{ "What was bought, row 1, Item", "Kettle" },
		{ "What was bought, row 1, Price", "30.00\302\240EUR" }
	};
	struct dossier_change c = { .values = v, .why = "" };
	struct timeline_change *t;
	struct dossier *d;
	size_t i;

	given();
	d = opened_as("mia", "C-2026-10000061");
	c.title = d->title;
	c.version = d->version;
	CHECK(dossier_change(&cx, d, &c) == OK);
	CHECK_TEXT(said(d), "Changed: Subject, Vulnerable customer, Date of "
	    "the incident, Satisfaction afterwards, 1 to 10, What was "
	    "bought");
	t = timeline_changes(&cx, d->type, newest(d));
	for (i = 0; i < 6 && t != NULL; i++, t = t->next) {
		CHECK_TEXT(t->label, told[i][0]);
		CHECK_TEXT(t->after, told[i][1]);
		CHECK_TEXT(t->before, "");
	}
	/* their sum followed by itself, as it does below */
	CHECK(i == 6 && t != NULL && t->computed && t->next == NULL);
	c.values = &price;
	c.version = d->version;
	CHECK(dossier_change(&cx, d, &c) == OK);
	t = timeline_changes(&cx, d->type, newest(d));
	CHECK_TEXT(t->before, "30.00\302\240EUR");
	CHECK_TEXT(t->after, "1,035.50\302\240EUR");
	CHECK(t->next != NULL && t->next->computed);
}

static void
tasks_say_what_came_of_them(void)
{
	struct task_new n = { .title = "Call the office", .instructions = "" };
	struct dossier *d;
	struct task *t;

	given();
	d = opened_as("mia", "C-2026-10000061");
	n.owner = world_person("ben");
	CHECK(task_add(&cx, d, &n, &t) == OK);
	CHECK_TEXT(said(d), "Task “Call the office” added");
	CHECK(task_done(&cx, d, t, "They never\nanswer") == OK);
	CHECK_TEXT(said(d), "Task “Call the office” done: "
	    "They never answer");
}

static void
a_hand_over_says_who_has_it_now(void)
{
	struct task_new n = { .title = "Call" };
	struct dossier *d;
	struct task *t;

	given();
	d = opened_as("mia", "C-2026-10000061");
	n.team = world_team("north");
	CHECK(task_add(&cx, d, &n, &t) == OK);
	CHECK(dossier_hand_over(&cx, d, world_scope("complaint", "south"),
	    world_person("tom"), "moved") == OK);
	CHECK_TEXT(said(d), "Handed over to team South, led by Tom Rossi, "
	    "with 1 open task");
	CHECK(timeline_changes(&cx, d->type, newest(d)) == NULL);
	d = opened_as("tom", "C-2026-10000061");
	CHECK(dossier_hand_over(&cx, d, 0, world_person("ben"), "ill") == OK);
	CHECK_TEXT(said(d), "Handed over to Ben Okafor");
	d = opened_as("ben", "C-2026-10000061");
	CHECK(party_add(&cx, d, world_customer("P-20000002"), "witness") ==
	    OK);
	CHECK_TEXT(said(d), "Nordwind GmbH added as Witness");
	CHECK(dossier_close(&cx, d, "upheld", "") == ERR_INVALID);
	CHECK(task_open(&cx, d, t->no, &t) == OK);
	CHECK(task_done(&cx, d, t, "") == OK);
	CHECK_TEXT(said(d), "Task “Call” done");
	CHECK(dossier_close(&cx, d, "upheld", "") == OK);
	CHECK_TEXT(said(d), arena_printf(cx.arena, "Closed: %s",
	    dossier_outcome(&cx, d->type, "upheld")));
}

static const char *
change_of(const struct dossier *d, const char *label)
{
	struct timeline_change *c;

	c = timeline_changes(&cx, d->type, newest(d));
	for (; c != NULL; c = c->next)
		if (strcmp(c->label, label) == 0)
			return arena_printf(cx.arena, "%s > %s", c->before,
			    c->after);
	return "not told";
}

static void
codes_are_words_and_moments_are_dates(void)
{
	struct task_new n = { .title = "Call" };
	struct dossier_change c = { .title = "T", .risk = 3,
	    .why = "The press has it." };
	struct dossier *d;
	struct task *t;

	given();
	d = opened_as("mia", "C-2026-10000061");
	n.owner = world_person("ben");
	n.due = WORLD_NOW + 86400;
	CHECK(task_add(&cx, d, &n, &t) == OK);
	CHECK_TEXT(change_of(d, "Due"), " > Wed 25 Nov 2026, 13:00");
	CHECK_TEXT(change_of(d, "Owner"), " > Ben Okafor");
	n.priority = PRIORITY_HIGH;
	n.due = 0;
	CHECK(task_change(&cx, d, t, &n, t->version) == OK);
	CHECK_TEXT(said(d), "Task “Call” changed");
	CHECK_TEXT(change_of(d, "Priority"), "Normal > High");
	CHECK_TEXT(change_of(d, "Due"), "Wed 25 Nov 2026, 13:00 > ");
	c.version = d->version;
	CHECK(dossier_change(&cx, d, &c) == OK);
	CHECK_TEXT(said(d), "Risk: High set by hand");
	CHECK_TEXT(change_of(d, "Risk"), "not told");	/* a second time */
	CHECK(task_delegate(&cx, d, t, world_person("tom"), "") == OK);
	CHECK_TEXT(said(d), "Task “Call” handed to Tom Rossi");
}

static void
who_acted_can_be_chosen(void)
{
	struct person *p;
	struct dossier *d;

	given();
	d = opened_as("mia", "C-2026-10000061");
	CHECK(dossier_note(&cx, d, "one") == OK);
	d = opened_as("ben", "C-2026-10000061");
	CHECK(dossier_note(&cx, d, "two") == OK);
	CHECK(dossier_timeline_actors(&cx, d, &p) == OK);
	CHECK_TEXT(p->name, "Ben Okafor");
	CHECK_TEXT(p->next->name, "Mia Berger");
	CHECK(p->next->next == NULL);
}

static void
long_notes_are_clipped(void)
{
	char text[2000];
	struct dossier *d;

	given();
	d = opened_as("mia", "C-2026-10000061");
	memset(text, 'x', sizeof(text) - 1);
	text[sizeof(text) - 1] = '\0';
	CHECK(dossier_note(&cx, d, text) == OK);
	CHECK(strlen(said(d)) < 320);
	CHECK(strstr(said(d), "x…") != NULL);
}

static void
a_line_is_read_page_by_page(void)
{
	struct timeline_filter f = { .kinds = "note", .limit = 3 };
	struct dossier *d;
	struct event *e;
	int i, n = 0;

	given();
	d = opened_as("mia", "C-2026-10000061");
	for (i = 0; i < 7; i++) {
		CHECK(dossier_note(&cx, d, arena_printf(cx.arena, "%d",
		    i)) == OK);
		/* Two of a second, so that the moment alone orders nothing */
		later(i % 2);
	}
	CHECK(dossier_wait(&cx, d, "for the letter") == OK);
	do {
		CHECK(dossier_timeline(&cx, d, &f, &e) == OK);
		for (; e != NULL; e = e->next, n++) {
			CHECK_TEXT(timeline_sentence(&cx, d->type, e),
			    arena_printf(cx.arena, "Note: %d", 6 - n));
			f.after = e->seq;
		}
	} while (n < 7 && f.after != 0 && n % 3 == 0);
	CHECK(n == 7);
	f = (struct timeline_filter){ .kinds = "",
	    .actor = world_person("ben") };
	CHECK(dossier_timeline(&cx, d, &f, &e) == OK && e == NULL);
	f.actor = world_person("mia");
	CHECK(dossier_timeline(&cx, d, &f, &e) == OK && e != NULL);
	f.from = cx.now;
	f.until = cx.now + 1;
	CHECK(dossier_timeline(&cx, d, &f, &e) == OK);
	for (n = 0; e != NULL; e = e->next, n++)
		CHECK(e->happened == cx.now);
	CHECK(n == 2);
}

static void
an_erased_body_still_has_a_sentence(void)
{
	static const char *const kinds[] = { "dossier.registered",
	    "dossier.accepted", "dossier.solved", "dossier.declined",
	    "dossier.changed", "phase.moved", "dossier.waiting",
	    "dossier.resumed", "dossier.closed", "dossier.reopened",
	    "dossier.handed_over", "dossier.restricted",
	    "dossier.unrestricted", "note.added", "document.added",
	    "document.sent", "task.added", "task.changed", "task.claimed",
	    "task.released", "task.delegated", "task.returned", "task.done",
	    "task.reopened", "party.added", "party.ended", "grant.given",
	    "grant.revoked", "activity.done",
	    "rights.changed", "type.installed", "person.added",
	    "person.changed", "person.erased", "label.added",
	    "label.removed", "label.made", "label.renamed", "label.merged",
	    "view.kept", "view.changed", "view.deleted", "list.exported" };
	struct event e = { .actor = "", .for_whom = "", .body = "" };
	const struct dossier *d;
	size_t i;

	given();
	d = opened_as("mia", "C-2026-10000061");
	for (i = 0; i < COUNT(kinds); i++) {
		e.kind = kinds[i];
		CHECK(strcmp(timeline_sentence(&cx, d->type, &e),
		    kinds[i]) != 0);
		CHECK(timeline_sentence(&cx, NULL, &e)[0] != '\0');
		CHECK(timeline_changes(&cx, d->type, &e) == NULL);
		CHECK_TEXT(timeline_why(&cx, &e), "");
	}
}

static void
every_kind_of_the_filter_has_a_word(void)
{
	const char *word, *noun;
	size_t n;

	for (n = 0; (noun = timeline_kind(n, &word)) != NULL; n++)
		CHECK(noun[0] != '\0' && word[0] != '\0');
	CHECK(n >= 10);
}

int
main(void)
{
	RUN(moves_say_from_where_to_where);
	RUN(changes_have_before_and_after);
	RUN(every_kind_of_field_is_told_in_words);
	RUN(tasks_say_what_came_of_them);
	RUN(a_hand_over_says_who_has_it_now);
	RUN(codes_are_words_and_moments_are_dates);
	RUN(who_acted_can_be_chosen);
	RUN(long_notes_are_clipped);
	RUN(a_line_is_read_page_by_page);
	RUN(an_erased_body_still_has_a_sentence);
	RUN(every_kind_of_the_filter_has_a_word);
	return DONE;
}
