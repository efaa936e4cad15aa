/* SPDX-License-Identifier: MIT */
/* Sharing rooms: who gets in, what is there, and who answers for it. */
#include <string.h>

#include "base/day.h"
#include "check.h"
#include "domain/desk/share.h"
#include "domain/desk/share_room.h"
#include "domain/dossier/compartment_part.h"
#include "domain/dossier/document.h"
#include "domain/dossier/dossier.h"
#include "domain/dossier/release.h"
#include "domain/people/access.h"
#include "domain/spine/event.h"
#include "store/db.h"
#include "world.h"

#define ANKLE "C-2026-10000061"
#define HIDDEN "C-2026-10000087"

static struct share_secret secret;
static const struct share_send by_hand = { .email = "" };

static struct dossier *
worked(const char *login, const char *number)
{
	struct dossier *d = NULL;

	as(login);
	CHECK(dossier_open(&cx, number, LEVEL_WORK, &d) == OK);
	return d;
}

static int64_t
paper(const char *number, const char *name)
{
	struct document_new n = { .name = name, .media_type = "text/plain",
	    .sha256 = "9f86d081884c7d659a2feaa0c55ad015"
	    "a3bf4f1b2b0b822cd15d6c15b0f00a08", .bytes = 4 };
	struct document *f = NULL;

	CHECK(document_add(&cx, worked("mia", number), &n, &f) == OK);
	return f->no;
}

static struct share *
shared(const char *login, const char *number, int64_t document,
    unsigned int parts)
{
	struct share_new n = { .name = "Dr. Weber", .send = by_hand,
	    .purpose = "For your opinion", .until = WORLD_NOW + 14 * DAY,
	    .parts = parts, .documents = &document, .n = document != 0 };
	struct share *s = NULL;

	CHECK(share_make(&cx, worked(login, number), &n, &s, &secret) == OK);
	return s;
}

/* Whoever comes is nobody of the house. */
static enum err
tried(const char *token, const char *code, const char **visit)
{
	enum err e;

	as("");
	e = share_room_prove(&cx, token, "192.0.2.7", code, visit);
	CHECK(event_looks(&cx) == OK);
	return e;
}

static const char *
inside(void)
{
	const char *visit = NULL;

	CHECK(tried(secret.token, secret.code, &visit) == OK);
	return visit;
}

/* The names of the documents that the room shows; NULL: it is shut. */
static const char *
seen(const char *visit)
{
	const struct share_document *f;
	struct share_shown shown;
	struct share_room r;
	const char *text = "";

	as("");
	if (share_room_enter(&cx, visit, &r) != OK ||
	    share_room_look(&cx, &r, &shown) != OK)
		return NULL;
	for (f = shown.documents; f != NULL; f = f->next)
		text = arena_printf(cx.arena, "%s[%s]", text, f->name);
	CHECK(cx.rights == 0 && event_looks(&cx) == OK);
	return text;
}

static void
the_store_has_neither_the_link_nor_the_code(void)
{
	struct share_secret first;
	const char *visit;

	given();
	shared("mia", ANKLE, 0, SHARE_STAGE);
	first = secret;
	shared("mia", ANKLE, 0, SHARE_STAGE);
	CHECK(strlen(first.token) == 43 && strlen(first.code) == 9);
	CHECK(strcmp(first.token, secret.token) != 0);
	CHECK(strcmp(first.code, secret.code) != 0);
	CHECK(world_int("SELECT count(*) FROM share WHERE length(hash) = 32"
	    " AND length(code) = 32") == 2);
	/* the code of one room opens no other */
	CHECK(tried(first.token, secret.code, &visit) == ERR_INVALID);
	CHECK(tried(secret.token, secret.code, &visit) == OK);
}

static void
a_room_shows_what_was_chosen_as_it_is_now(void)
{
	struct document *f;
	const char *visit;
	struct dossier *d;
	int64_t no;

	given();
	paper(ANKLE, "other.txt");
	no = paper(ANKLE, "contract.txt");
	shared("mia", ANKLE, no, 0);
	visit = inside();
	CHECK_TEXT(seen(visit), "[contract.txt]");
	d = worked("mia", ANKLE);
	must(document_find(&cx, d, no, &f));
	must(document_withdraw(&cx, d, f, "Wrong"));
	CHECK_TEXT(seen(visit), "");
	d = worked("mia", ANKLE);
	must(document_find(&cx, d, no, &f));
	must(document_withdraw_back(&cx, d, f, "Right"));
	CHECK_TEXT(seen(visit), "[contract.txt]");
	CHECK(world_int("SELECT count(*) FROM event WHERE kind ="
	    " 'share.looked' AND actor IS NULL") == 3);
}

static void
what_a_compartment_holds_is_in_no_room(void)
{
	struct compartment_part *p;
	struct dossier *d;
	const char *visit;
	int64_t no;

	given();
	no = paper(ANKLE, "contract.txt");
	shared("mia", ANKLE, no, 0);
	visit = inside();
	must(db_run(&cx, "INSERT INTO viewer_compartment (viewer,"
	    " compartment, until, given) SELECT person, c.id, 253402300799, 1"
	    " FROM staff, compartment c WHERE login = 'mia'"));
	d = worked("mia", ANKLE);
	must(compartment_part(&cx, d, no, &p));
	must(compartment_part_put(&cx, d, p, "medical", "It is"));
	CHECK_TEXT(seen(visit), "");
	d = worked("mia", ANKLE);
	must(db_run(&cx, "UPDATE dossier SET compartment = 1"
	    " WHERE number = '" ANKLE "'"));
	CHECK(seen(visit) == NULL);
}

static void
what_becomes_privileged_is_shut_until_it_is_released(void)
{
	const struct release_new n = { .receiver = "Dr. Weber",
	    .why = "For the opinion" };
	struct compartment_part *p;
	struct dossier *d;
	const char *visit;
	int64_t no;

	given();
	no = paper(ANKLE, "contract.txt");
	shared("mia", ANKLE, no, 0);
	visit = inside();
	CHECK_TEXT(seen(visit), "[contract.txt]");
	must(db_run(&cx, "INSERT INTO viewer_compartment (viewer,"
	    " compartment, until, given) SELECT person, c.id, 253402300799, 1"
	    " FROM staff, compartment c WHERE login = 'mia'"));
	d = worked("mia", ANKLE);
	must(compartment_part(&cx, d, no, &p));
	must(compartment_part_put(&cx, d, p, "legal", "It is"));
	CHECK_TEXT(seen(visit), "");
	d = worked("mia", ANKLE);
	must(compartment_part(&cx, d, no, &p));
	must(release_give(&cx, d, p, &n));
	CHECK_TEXT(seen(visit), "[contract.txt]");
	d = worked("mia", ANKLE);
	must(compartment_part(&cx, d, no, &p));
	must(release_end(&cx, d, p, "Not any more"));
	CHECK_TEXT(seen(visit), "");
}

static void
its_day_can_be_changed_while_it_is_open(void)
{
	struct dossier *d;
	struct share *s;
	const char *visit;

	given();
	s = shared("mia", ANKLE, 0, SHARE_STAGE);
	later(13 * DAY);
	d = worked("mia", ANKLE);
	must(share_open(&cx, d, s->no, &s));
	CHECK(share_until(&cx, d, s, cx.now) == ERR_INVALID);
	CHECK(share_until(&cx, d, s, cx.now + 400 * DAY) == ERR_INVALID);
	must(share_open(&cx, d, s->no, &s));
	must(share_until(&cx, d, s, cx.now + 3 * DAY));
	later(2 * DAY);
	visit = inside();
	CHECK_TEXT(seen(visit), "");
	later(DAY - 1);
	visit = inside();
	later(1);
	CHECK(seen(visit) == NULL);
	d = worked("mia", ANKLE);
	must(share_open(&cx, d, s->no, &s));
	CHECK(share_until(&cx, d, s, cx.now + DAY) == ERR_CONFLICT);
}

static void
who_does_not_work_there_any_more_answers_for_nothing(void)
{
	const char *visit;

	given();
	shared("mia", HIDDEN, 0, SHARE_STAGE);
	visit = inside();
	CHECK_TEXT(seen(visit), "");
	must(db_run(&cx, "UPDATE viewer_grant SET level = 2"));
	CHECK(seen(visit) == NULL);
	must(db_run(&cx, "UPDATE viewer_grant SET level = 3"));
	CHECK_TEXT(seen(visit), "");
	/* the lead takes over, with the lead's rights */
	must(db_run(&cx, "UPDATE share SET maker = (SELECT person FROM staff"
	    " WHERE login = 'tom')"));
	must(db_run(&cx, "UPDATE dossier SET lead = (SELECT person FROM"
	    " staff WHERE login = 'mia')"));
	CHECK_TEXT(seen(visit), "");
}

static void
wrong_codes_lock_it_and_a_new_link_opens_it(void)
{
	struct dossier *d;
	struct share *s;
	const char *visit, *old;
	int i;

	given();
	s = shared("mia", ANKLE, 0, SHARE_STAGE);
	old = inside();
	for (i = 0; i < SHARE_TRIES - 1; i++)
		CHECK(tried(secret.token, "ABCD-EFGH", &visit) ==
		    ERR_INVALID && visit == NULL);
	CHECK(tried(secret.token, "ABCD-EFGH", &visit) == ERR_MISSING);
	CHECK(tried(secret.token, secret.code, &visit) == ERR_MISSING);
	CHECK(seen(old) == NULL);
	d = worked("mia", ANKLE);
	must(share_open(&cx, d, s->no, &s));
	CHECK(s->locked != 0 && !share_is_open(&cx, s));
	must(share_renew(&cx, d, s, &by_hand, &secret));
	CHECK(seen(old) == NULL);
	old = inside();
	CHECK_TEXT(seen(old), "");
	later(SHARE_ROOM_SECONDS);
	CHECK(seen(old) == NULL);
	old = inside();
	d = worked("mia", ANKLE);
	must(share_open(&cx, d, s->no, &s));
	must(share_end(&cx, d, s, ""));
	CHECK(seen(old) == NULL);
	CHECK(tried(secret.token, secret.code, &visit) == ERR_MISSING);
}

int
main(void)
{
	RUN(the_store_has_neither_the_link_nor_the_code);
	RUN(a_room_shows_what_was_chosen_as_it_is_now);
	RUN(what_a_compartment_holds_is_in_no_room);
	RUN(what_becomes_privileged_is_shut_until_it_is_released);
	RUN(its_day_can_be_changed_while_it_is_open);
	RUN(who_does_not_work_there_any_more_answers_for_nothing);
	RUN(wrong_codes_lock_it_and_a_new_link_opens_it);
	return DONE;
}
