/* SPDX-License-Identifier: MIT */
/* Forms in compartments: born there, put there, and what rests on them. */
#include <string.h>

#include "check.h"
#include "domain/course/decision.h"
#include "domain/course/decision_why.h"
#include "domain/course/filled.h"
#include "domain/desk/queue.h"
#include "domain/dossier/compartment_part.h"
#include "domain/dossier/dossier.h"
#include "domain/people/compartment.h"
#include "domain/spine/event.h"
#include "domain/story/dossier_timeline.h"
#include "domain/story/undo_act.h"
#include "seen.h"
#include "source.h"
#include "store/db.h"
#include "store/store_compartment.h"
#include "talk.h"
#include "type_folder.h"
#include "world.h"

static const char *number;

static void
begin_with(bool rests, const char *within)
{
	struct compartment *c;
	int64_t n;

	number = talk_start(rests, within)->number;
	as("ada");
	CHECK(compartment_open(&cx, "medical", &c) == OK);
	CHECK(compartment_admit(&cx, c, "mia", 0, "Nurse") == OK);
	for (n = 1; n <= 5; n++)	/* the world has no log */
		CHECK(event_add(&cx, &(struct dossier){ .id = n },
		    "dossier.registered", event_body(&cx)) == OK);
}

static struct dossier *
seen_by(const char *login)
{
	struct dossier *d = opened_as(login, number);

	cx.why = NULL;
	cx.mistakes = NULL;
	return d;
}

static int
forms_of(const char *login)
{
	struct filled *f;
	int n = 0;

	CHECK(filled_list(&cx, seen_by(login), &f) == OK);
	for (; f != NULL; f = f->next)
		n++;
	return n;
}

/* How many entries of the history have the word, as somebody reads it. */
static int
told_to(const char *login, const char *word)
{
	struct dossier *d = seen_by(login);
	struct timeline_filter all = { .kinds = "" };
	struct event *ev;
	int n = 0;

	CHECK(dossier_timeline(&cx, d, &all, &ev) == OK);
	for (; ev != NULL; ev = ev->next)
		n += strstr(ev->body, word) != NULL;
	return n;
}

static int64_t
words(const char *word)
{
	return world_int(arena_printf(cx.arena, "SELECT count(*) FROM"
	    " dossier_search WHERE words LIKE '%%%s%%'", word));
}

static struct filled *
completed_by(const char *login)
{
	struct value who = { .field = "who", .text = "Zqida" };
	struct value hurt = { &who, "hurt", "badly", 0, NULL };
	struct dossier *d = seen_by(login);
	struct filled *f = NULL;

	CHECK(filled_begin(&cx, d, "talk", 0, &f) == OK);
	CHECK(filled_complete(&cx, d, f, &hurt, f->version) == OK);
	return f;
}

static enum err
put(const char *login, int64_t no, const char *code)
{
	struct dossier *d = seen_by(login);
	struct compartment_part *p;
	enum err e;

	if ((e = compartment_part(&cx, d, no, &p)) != OK)
		return e;
	return compartment_part_put(&cx, d, p, code, "It is medical");
}

static enum err
taken_back(const char *login)
{
	struct undo_act *acts, *a;

	as(login);
	CHECK(undo_act_list(&cx, 1, &acts) == OK);
	if (acts == NULL)
		return ERR_MISSING;
	CHECK(undo_act_open(&cx, acts->number, &a) == OK);
	return undo_back(&cx, a, false, "A slip");
}

static void
one_is_born_in_its_compartment(void)
{
	struct filled *f, *g;
	int64_t hidden;

	begin_with(false, "medical");
	CHECK(filled_begin(&cx, seen_by("ben"), "talk", 0, &f) ==
	    ERR_MISSING);
	f = completed_by("mia");
	CHECK(forms_of("mia") == 1 && forms_of("ben") == 0);
	CHECK(filled_open(&cx, seen_by("ben"), f->no, &g) == ERR_MISSING);
	CHECK(told_to("mia", "talk") == 2 && told_to("ben", "talk") == 0);
	CHECK(words("zqida") == 0);
	CHECK(compartment_part_hidden(&cx, seen_by("ben"), COMPARTMENT_FORM,
	    &hidden) == OK && hidden == 1);
	CHECK_TEXT(store_fault(), "");
}

static void
one_is_put_into_it_with_its_past(void)
{
	struct dossier *d;
	struct filled *f, *g;

	begin_with(false, "");
	f = completed_by("ben");
	CHECK(told_to("sue", "talk") == 2 && words("zqida") == 1);
	CHECK(put("mia", f->no, "medical") == OK);
	CHECK(forms_of("mia") == 1 && forms_of("ben") == 0);
	CHECK(told_to("ben", "talk") == 0 && words("zqida") == 0);
	CHECK(taken_back("ben") == ERR_MISSING);
	CHECK_TEXT(store_fault(), "");
	/* another one is his to begin */
	d = seen_by("ben");
	CHECK(filled_begin(&cx, d, "talk", 0, &g) == OK && g->no != f->no);
	CHECK(put("mia", f->no, "") == OK);
	CHECK(forms_of("ben") == 2 && words("zqida") == 1);
	CHECK_TEXT(store_fault(), "");
	CHECK(db_run(&cx, "UPDATE form SET compartment = 1") == OK);
	CHECK(strstr(store_fault(), "another compartment") != NULL);
}

/* What is taken back of it is told to its members alone. */
static void
what_is_taken_back_stays_within(void)
{
	begin_with(false, "medical");
	(void)completed_by("mia");
	CHECK(taken_back("mia") == OK);
	CHECK(told_to("mia", "talk") == 4 && told_to("ben", "talk") == 0);
	CHECK_TEXT(store_fault(), "");
}

static bool
finds(const char *login, const char *text)
{
	struct find_page page;

	as(login);
	CHECK(queue_find(&cx, text, &page) == OK);
	return page.dossiers != NULL;
}

static void
its_members_find_by_it(void)
{
	begin_with(false, "medical");
	(void)completed_by("mia");
	CHECK(world_int("SELECT count(*) FROM guarded_word") > 0);
	CHECK(finds("mia", "zqida") && !finds("ben", "zqida"));
	CHECK(finds("mia", "vase zqi") && !finds("ben", "vase zqi"));
	CHECK(!finds("mia", "zqida nothing"));
	CHECK(taken_back("mia") == OK);
	CHECK(!finds("mia", "zqida"));
	CHECK(world_int("SELECT count(*) FROM guarded_word") == 0);
}

/* The risk follows whoever acts; why, its members are told. */
static void
a_table_may_use_it_and_not_tell(void)
{
	struct decision *x;
	struct decision_why why;
	struct dossier *d;

	begin_with(true, "medical");
	(void)completed_by("mia");
	d = seen_by("ben");
	CHECK(d->risk == 3);
	CHECK(decision_all(&cx, d, "risk", &x) == OK);
	while (x != NULL && x->state != DECISION_MADE)
		x = x->next;
	CHECK(x != NULL && decision_why(&cx, d, x, &why) == OK);
	CHECK(why.hidden && why.inputs == NULL && why.top == NULL &&
	    why.near.first == NULL);
	CHECK(decision_why(&cx, seen_by("mia"), x, &why) == OK);
	CHECK(!why.hidden && why.inputs != NULL && why.top != NULL);
	/* what he does asks the table again, by the same facts */
	d = seen_by("ben");
	CHECK(dossier_note(&cx, d, "Hello") == OK);
	CHECK(seen_by("ben")->risk == 3);
}

static void
a_compartment_that_is_not_here_is_named(void)
{
	const struct casetype *t;

	begin_with(false, "");
	type_folder_put("forms/talk.xml", source_with(type_folder_text(
	    "forms/talk.xml"), "code=\"talk\"",
	    "code=\"talk\" compartment=\"secret\""));
	CHECK(type_folder_install(&t) == ERR_INVALID);
	CHECK(cx.why != NULL && strstr(cx.why, "forms/talk.xml:1: This site "
	    "has no compartment “secret”.") != NULL);
}

int
main(void)
{
	type_folder_open();
	RUN(one_is_born_in_its_compartment);
	RUN(one_is_put_into_it_with_its_past);
	RUN(what_is_taken_back_stays_within);
	RUN(its_members_find_by_it);
	RUN(a_table_may_use_it_and_not_tell);
	RUN(a_compartment_that_is_not_here_is_named);
	return DONE;
}
