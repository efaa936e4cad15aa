/* SPDX-License-Identifier: MIT */
#include "check.h"
#include "domain/spine/event.h"
#include "domain/spine/seal.h"
#include "store/db.h"
#include "store/store_job.h"
#include "store/store_seal.h"
#include "world.h"

static void
happens(const char *number)
{
	struct dossier d = { .id = world_dossier(number) };

	CHECK(event_add(&cx, &d, "phase.moved", event_body(&cx)) == OK);
}

static struct seal
sealed(void)
{
	struct seal s;
	bool more;

	CHECK(seal_make(&cx, &s, &more) == OK);
	CHECK(!more);
	return s;
}

static void
what_is_new_is_sealed_once(void)
{
	struct seal a, b, c;

	given();
	as("mia");
	happens("C-2026-10000061");
	happens("C-2026-10000061");
	happens("P-2026-10000095");
	CHECK(event_add_topic(&cx, "rights", "rights.changed",
	    event_body(&cx)) == OK);
	a = sealed();
	CHECK(a.number == 1 && a.heads == 3 && a.chains == 3 &&
	    a.events == 4);
	CHECK(world_int("SELECT count(*) FROM seal_head") == 3);
	CHECK(world_int("SELECT count(*) FROM seal_head h JOIN event e"
	    " ON e.dossier = h.dossier AND e.seq = h.seq"
	    " AND e.hash = h.hash") == 2);
	CHECK(sealed().number == 0);
	happens("C-2026-10000061");
	b = sealed();
	CHECK(b.number == 2 && b.heads == 1 && b.chains == 3 &&
	    b.events == 5);
	CHECK(digest_same(b.prev, a.hash, DIGEST_SIZE));
	CHECK(world_int("SELECT sealed FROM dossier WHERE id = 1") == 3);
	CHECK(store_seal_last(&cx, &c) == OK);
	CHECK(c.number == 2 && digest_same(c.hash, b.hash, DIGEST_SIZE));
}

static void
silence_is_sealed_once_an_hour(void)
{
	given();
	CHECK(sealed().number == 1);
	later(3599);
	CHECK(sealed().number == 0);
	later(1);
	CHECK(sealed().number == 2);
	/* a clock that was set back begins a new hour */
	later(-7200);
	CHECK(sealed().number == 3);
	CHECK(sealed().number == 0);
	later(2 * 3600);
	CHECK(sealed().number == 4);
}

static void
a_mark_that_was_set_back_is_refused(void)
{
	struct seal s;
	bool more;

	given();
	as("mia");
	happens("C-2026-10000061");
	CHECK(sealed().number == 1);
	CHECK(db_run(&cx, "UPDATE dossier SET sealed = 0") == OK);
	CHECK(seal_make(&cx, &s, &more) == ERR_CONFLICT);
}

static int64_t
take(const char *host)
{
	int64_t run;

	CHECK(store_job_take(&cx, "clock", host, 120, 900, &run) == OK);
	return run;
}

static bool
holds(int64_t run)
{
	bool held;

	CHECK(store_job_hold(&cx, "clock", run, 120, &held) == OK);
	return held;
}

static void
a_lease_is_one_hosts_alone(void)
{
	struct job j = { .name = "clock", .ok = true, .said = "well" }, *got;
	bool held;

	given();
	CHECK(take("a") == 1);
	CHECK(take("b") == 0 && holds(1));
	later(119);
	CHECK(take("b") == 0);
	later(1);
	CHECK(take("b") == 2);
	CHECK(!holds(1) && holds(2));
	j.run = 1;
	CHECK(store_job_end(&cx, &j, &held) == OK && !held);
	j.run = 2;
	CHECK(store_job_end(&cx, &j, &held) == OK && held);
	CHECK(!holds(2));
	CHECK(store_job_find(&cx, "clock", &got) == OK && got != NULL);
	CHECK(got->until == 0 && got->ok && got->good == cx.now);
	CHECK(take("a") == 3);
	/* taken by a clock two hours ahead: no lease ends so late */
	later(-7200);
	CHECK(take("b") == 4 && !holds(3));
}

static void
a_run_is_noted_whole(void)
{
	struct job j = { .name = "backup", .host = "h", .started = 5,
	    .ok = true, .said = "all", .mark = 7 }, *got;

	given();
	CHECK(store_job_find(&cx, "backup", &got) == OK && got == NULL);
	CHECK(store_job_note(&cx, &j) == OK);
	later(60);
	j.ok = false;
	j.said = "disk full";
	CHECK(store_job_note(&cx, &j) == OK);
	CHECK(store_job_list(&cx, &got) == OK && got != NULL);
	CHECK(got->next == NULL && !got->ok && got->run == 2);
	CHECK(got->good == WORLD_NOW && got->ended == WORLD_NOW + 60);
	CHECK_TEXT(got->said, "disk full");
}

int
main(void)
{
	RUN(what_is_new_is_sealed_once);
	RUN(silence_is_sealed_once_an_hour);
	RUN(a_mark_that_was_set_back_is_refused);
	RUN(a_lease_is_one_hosts_alone);
	RUN(a_run_is_noted_whole);
	return DONE;
}
