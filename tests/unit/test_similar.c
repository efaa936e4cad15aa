/* SPDX-License-Identifier: MIT */
#include "check.h"
#include "domain/desk/similar.h"
#include "domain/dossier/dossier.h"
#include "domain/people/person.h"
#include "world.h"

static struct dossier *
registered(const char *title, int64_t requester)
{
	struct value subject = { .field = "subject", .text = "billing" };
	struct dossier_new n = { .type = "complaint",
	    .scope = world_scope("complaint", "north"), .title = title,
	    .text = "", .medium = "phone", .requester = requester,
	    .values = &subject };
	struct dossier *d = NULL;

	CHECK(dossier_register(&cx, &n, &d) == OK);
	return d;
}

/* Number and reason of the likeliest, "..." when there are more. */
static const char *
likeliest(const char *type, const char *title, const char *person)
{
	struct similar_ask ask = { .type = type, .title = title };
	struct similar *s;
	struct person *p;

	if (person[0] != '\0') {
		CHECK(person_open(&cx, person, &p) == OK);
		ask.requester = p;
	}
	CHECK(similar_find(&cx, &ask, 5, &s) == OK);
	return s == NULL ? "" : arena_printf(cx.arena, "%s: %s%s", s->number,
	    s->why, s->next == NULL ? "" : " ...");
}

static const char *
because(const struct dossier *d, const char *why)
{
	return arena_printf(cx.arena, "%s: %s", d->number, why);
}

static void
words_of_the_title_tell(void)
{
	struct dossier *d;

	given();
	as("ben");
	d = registered("Invoice 4711 of the Water Works is wrong", 0);
	registered("Noise at night", 0);
	CHECK_TEXT(likeliest("complaint", "water works INVOICE is wrong", ""),
	    because(d, "4 words of the title"));
	CHECK_TEXT(likeliest("complaint", "Wrong water in my cellar now", ""),
	    because(d, "2 words of the title"));
	CHECK_TEXT(likeliest("complaint", "My water is dark since yesterday,"
	    " what is wrong with these pipes", ""), "");
	CHECK_TEXT(likeliest("complaint", "Water", ""), "");
	CHECK_TEXT(likeliest("complaint", "", ""), "");
	CHECK_TEXT(likeliest("permit", "water works INVOICE is wrong", ""),
	    "");
	later(91 * 86400);
	CHECK_TEXT(likeliest("complaint", "water works INVOICE is wrong", ""),
	    "");
}

static void
who_asks_tells(void)
{
	struct person_new n = { .name = "Nils", .phone = "030 998877665" };
	struct similar_ask ask = { .type = "complaint", .title = "Else" };
	struct similar *s;
	struct person *p;
	struct dossier *d;

	given();
	as("ben");
	CHECK(person_add(&cx, &n, &p) == OK);
	d = registered("Letter was lost", p->id);
	CHECK_TEXT(likeliest("complaint", "Quite another", p->number),
	    because(d, "same requester"));
	CHECK_TEXT(likeliest("complaint", "A lost parcel", p->number),
	    because(d, "same requester, 1 word of the title"));
	CHECK_TEXT(likeliest("permit", "Quite another", p->number), "");
	CHECK_TEXT(likeliest("permit", "A letter", p->number),
	    because(d, "same requester, 1 word of the title"));
	n = (struct person_new){ .name = "N.", .phone = "+49 30 998877665" };
	ask.typed = &n;
	CHECK(similar_find(&cx, &ask, 5, &s) == OK && s != NULL);
	CHECK_TEXT(s->why, "same phone number");
	CHECK(s->workable);
	later(31 * 86400);
	CHECK_TEXT(likeliest("complaint", "Quite another", p->number), "");
	CHECK_TEXT(likeliest("complaint", "A lost parcel", p->number),
	    because(d, "same requester, 1 word of the title"));
}

static void
a_requests_of_others_is_no_hint(void)
{
	struct dossier *d;
	struct person *p;

	given();
	as("mia");
	CHECK(person_open(&cx, "P-20000002", &p) == OK);
	d = registered("Secret matter of Nordwind", p->id);
	CHECK(dossier_open(&cx, d->number, LEVEL_MANAGE, &d) == ERR_FORBIDDEN
	    || d != NULL);
	CHECK(world_int(arena_printf(cx.arena, "UPDATE dossier"
	    " SET restricted = 1 WHERE number = '%s' RETURNING restricted",
	    d->number)) == 1);
	as("ben");
	CHECK_TEXT(likeliest("complaint", "Secret matter of Nordwind",
	    "P-20000002"), "");
	CHECK(world_int(arena_printf(cx.arena, "INSERT INTO viewer_grant"
	    " (viewer, dossier, level, until) SELECT e.person, d.id, 2,"
	    " 253402300799 FROM staff e, dossier d WHERE e.login = 'ben'"
	    " AND d.number = '%s' RETURNING level", d->number)) == 2);
	CHECK_TEXT(likeliest("complaint", "Secret matter of Nordwind",
	    "P-20000002"), because(d,
	    "same requester, 3 words of the title"));
	as("tom");
	CHECK_TEXT(likeliest("complaint", "Secret matter of Nordwind", ""),
	    "");
}

static void
a_joined_request_is_a_note_and_a_party(void)
{
	struct dossier_new n = { .title = "Once more", .text = "Still lost.",
	    .medium = "letter" };
	struct dossier *d;
	struct person *p;

	given();
	as("ben");
	CHECK(person_open(&cx, "P-20000002", &p) == OK);
	d = registered("Letter was lost", 0);
	n.requester = p->id;
	n.received = cx.now - 86400;
	CHECK(dossier_join(&cx, d, &n) == OK);
	CHECK(dossier_join(&cx, d, &n) == OK);
	CHECK(world_int("SELECT count(*) FROM note"
	    " WHERE text = 'Once more\n\nStill lost.'") == 2);
	CHECK(world_int("SELECT count(*) FROM party y JOIN dossier d"
	    " ON d.id = y.dossier WHERE d.title = 'Letter was lost'"
	    " AND y.role = 'requester'") == 1);
	CHECK(d->requester_id == p->id);
	CHECK(world_int("SELECT count(*) FROM dossier_search"
	    " WHERE words LIKE '%once%still%'") == 1);
	CHECK(world_int("SELECT count(*) FROM event"
	    " WHERE kind = 'request.joined'"
	    " AND happened = recorded - 86400") == 2);
	n.received = cx.now + 1;
	n.title = "";
	CHECK(dossier_join(&cx, d, &n) == ERR_INVALID);
	CHECK_TEXT(cx.mistakes->field, "title");
	CHECK_TEXT(cx.mistakes->next->field, "received");
	as("mia");
	CHECK(dossier_open(&cx, "C-2026-10000102", LEVEL_WORK, &d) == OK);
	CHECK(dossier_join(&cx, d, &n) == ERR_CONFLICT);	/* closed */
}

int
main(void)
{
	RUN(words_of_the_title_tell);
	RUN(who_asks_tells);
	RUN(a_requests_of_others_is_no_hint);
	RUN(a_joined_request_is_a_note_and_a_party);
	return DONE;
}
