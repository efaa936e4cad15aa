/* SPDX-License-Identifier: MIT */
/* Notes that are signed: drafts are their writer's, what was signed stays, and
 * whoever tampers with it is found. */
#include <stdlib.h>

#include "check.h"
#include "domain/course/dossier_merge.h"
#include "domain/dossier/dossier.h"
#include "domain/dossier/fact.h"
#include "domain/dossier/sealed.h"
#include "domain/people/compartment.h"
#include "model/undo.h"
#include "seen.h"
#include "store/db.h"
#include "world.h"

#define ANKLE "C-2026-10000061"

static const struct sealed_new session = { .kind = "session",
    .day = "2026-11-23", .text = "He slept well." };

static void
member(const char *login)
{
	struct compartment *c;

	as("ada");
	must(compartment_open(&cx, "medical", &c));
	must(compartment_admit(&cx, c, login, 0, "Nurse"));
}

static struct dossier *
opened(const char *login)
{
	struct dossier *d = opened_as(login, ANKLE);

	cx.name = strcmp(login, "mia") == 0 ? "Mia Berger" : "Ben Ott";
	return d;
}

static struct dossier *
ward(void)
{
	given();
	store_begun();
	member("mia");
	member("ben");
	return opened("mia");
}

static struct sealed *
drafted(struct dossier *d, const struct sealed_new *n,
    const struct sealed *amends)
{
	struct sealed *s = NULL;

	must(sealed_draft_begin(&cx, d, n, amends, &s));
	must(sealed_draft(&cx, d, s->no, &s));
	return s;
}

static struct sealed *
signed_note(struct dossier *d, const struct sealed_new *n,
    const struct sealed *amends)
{
	struct sealed *s = drafted(d, n, amends);

	must(sealed_sign(&cx, d, s, s->version));
	must(sealed_open(&cx, d, s->no, &s));
	return s;
}

static void
a_draft_is_its_writers_alone(void)
{
	struct dossier *d = ward(), *of_ben;
	struct sealed_new n = session;
	struct sealed *s, *list;
	int64_t events = world_int("SELECT count(*) FROM event");

	n.text = " ";
	CHECK(sealed_draft_begin(&cx, d, &n, NULL, &s) == ERR_INVALID);
	n = session;
	n.day = "2026-11-25";
	CHECK(sealed_draft_begin(&cx, d, &n, NULL, &s) == ERR_INVALID);
	n = session;
	n.kind = "poem";
	CHECK(sealed_draft_begin(&cx, d, &n, NULL, &s) == ERR_INVALID);
	n = session;
	n.encounter = 4711;
	CHECK(sealed_draft_begin(&cx, d, &n, NULL, &s) == ERR_INVALID);
	s = drafted(d, &session, NULL);
	CHECK(world_int("SELECT count(*) FROM event") == events);
	CHECK(world_int("SELECT count(*) FROM note WHERE text LIKE"
	    " 'He slept%'") == 0);
	must(sealed_draft_list(&cx, d, &list));
	CHECK(list != NULL && list->no == s->no);
	must(sealed_draft_mine(&cx, 9, &list));
	CHECK(list != NULL && list->next == NULL);
	CHECK_TEXT(list->dossier_number, ANKLE);
	of_ben = opened("ben");
	must(sealed_draft_list(&cx, of_ben, &list));
	CHECK(list == NULL);
	CHECK(sealed_draft(&cx, of_ben, s->no, &list) == ERR_MISSING);
	must(sealed_draft_mine(&cx, 9, &list));
	CHECK(list == NULL);
	CHECK(sealed_open(&cx, of_ben, s->no, &list) == ERR_MISSING);
	CHECK(sealed_draft_begin(&cx, opened_as("zoe", ANKLE), &session,
	    NULL, &list) == ERR_FORBIDDEN);
}

static void
it_is_written_again_until_it_is_signed(void)
{
	struct dossier *d = ward();
	struct sealed *s = drafted(d, &session, NULL), *old;
	struct sealed_new n = session;

	n.text = "He slept badly.";
	CHECK(sealed_draft_write(&cx, d, s, &n, 7) == ERR_CONFLICT);
	CHECK(sealed_draft_write(&cx, d, s, &n, 1) == OK);
	must(sealed_draft(&cx, d, s->no, &s));
	CHECK_TEXT(s->text, "He slept badly.");
	CHECK(sealed_sign(&cx, d, s, 1) == ERR_CONFLICT);
	must(sealed_draft(&cx, d, s->no, &s));
	old = s;
	CHECK(sealed_sign(&cx, d, s, 2) == OK);
	CHECK_TEXT(told(d), "Session note signed by Mia Berger: He slept "
	    "badly.");
	CHECK(sealed_draft(&cx, d, s->no, &s) == ERR_MISSING);
	must(sealed_open(&cx, d, old->no, &s));
	CHECK(!s->broken && s->signatures != NULL &&
	    s->signatures->next == NULL);
	CHECK_TEXT(s->signatures->name, "Mia Berger");
	CHECK_TEXT(s->signatures->meaning, "authorship");
	CHECK(s->signatures->signed_at == cx.now);
	CHECK_TEXT(s->signatures->sha256, sealed_shown(&cx, s));
	CHECK(cx.act == NULL);	/* nothing of it is undone */
	CHECK_TEXT(store_fault(), "");
	s = drafted(d, &session, NULL);
	CHECK(sealed_draft_drop(&cx, d, s, s->version) == OK);
	CHECK(sealed_draft(&cx, d, s->no, &s) == ERR_MISSING);
}

/* Members read it, and an addendum is one of the note, never of another. */
static void
an_addendum_adds_and_is_signed_itself(void)
{
	struct dossier *d = ward();
	struct sealed_new n = session;
	struct sealed *s, *list;

	s = signed_note(d, &session, NULL);
	n.text = "It was the window.";
	d = opened("ben");
	must(sealed_open(&cx, d, s->no, &s));
	s = signed_note(d, &n, s);
	CHECK_TEXT(told(d), "Session note, addendum signed by Ben Ott: It "
	    "was the window.");
	CHECK_TEXT(s->text, "He slept well.");	/* what it adds to */
	CHECK(s->addenda != NULL && s->addenda->next == NULL);
	CHECK_TEXT(s->addenda->text, "It was the window.");
	CHECK_TEXT(s->addenda->signatures->name, "Ben Ott");
	CHECK(!s->broken && !s->addenda->broken);
	must(sealed_list(&cx, d, 0, 9, &list));
	CHECK(list != NULL && list->next == NULL && list->addenda != NULL);
	CHECK_TEXT(store_fault(), "");
	must(sealed_list(&cx, opened_as("zoe", ANKLE), 0, 9, &list));
	CHECK(list == NULL);	/* no member */
}

static void
a_second_person_signs_where_it_asks(void)
{
	struct dossier *d = ward();
	struct sealed_new n = session;
	struct sealed *s, *list;

	s = signed_note(d, &session, NULL);
	d = opened("ben");
	CHECK(sealed_countersign(&cx, d, s, "review") == ERR_CONFLICT);
	d = opened("mia");
	n.asks = true;
	s = signed_note(d, &n, NULL);
	CHECK(sealed_countersign(&cx, d, s, "review") == ERR_CONFLICT);
	must(sealed_waiting(&cx, 9, &list));
	CHECK(list == NULL);		/* not by its writer */
	d = opened("ben");
	must(sealed_waiting(&cx, 9, &list));
	CHECK(list != NULL && list->no == s->no && list->next == NULL);
	must(sealed_open(&cx, d, s->no, &s));
	CHECK(sealed_countersign(&cx, d, s, "authorship") == ERR_INVALID);
	CHECK(sealed_countersign(&cx, d, s, "review") == OK);
	CHECK_TEXT(told(d), "Session note countersigned by Ben Ott");
	must(sealed_open(&cx, d, s->no, &s));
	CHECK(s->signatures->next != NULL && !s->broken);
	CHECK_TEXT(s->signatures->next->meaning, "review");
	CHECK(sealed_countersign(&cx, d, s, "approval") == ERR_CONFLICT);
	must(sealed_waiting(&cx, 9, &list));
	CHECK(list == NULL);
	CHECK_TEXT(store_fault(), "");
}

static void
what_was_shown_of_its_encounter_stays(void)
{
	const char *typed[FACT_PLACES] = { [FACT_WORDS] = "Wound",
	    [ENCOUNTER_CLASS] = "HH", [FACT_BEGINS] = "2026-11-23T10:00" };
	struct dossier *d = ward();
	struct sealed_new n = session;
	struct sealed *s;
	struct fact *f;

	must(fact_act_add(&cx, d, FACT_ENCOUNTER, typed, &f));
	must(fact_open(&cx, d, FACT_ENCOUNTER, f->no, &f));
	n.encounter = f->no;
	s = signed_note(d, &n, NULL);
	CHECK_TEXT(s->class, "HH");
	CHECK(s->encounter_no == f->no && s->met ==
	    strtoll(f->value[FACT_BEGINS], NULL, 10));
	fact_show_typed(&cx, f, typed);
	typed[ENCOUNTER_CLASS] = "AMB";
	must(fact_act_change(&cx, d, f, typed, f->version));
	must(sealed_open(&cx, d, s->no, &s));
	CHECK_TEXT(s->class, "HH");
	CHECK(!s->broken);
}

static void
the_newest_day_stands_first_page_by_page(void)
{
	static const char *const days[] = { "2026-11-20", "2026-11-24",
	    "2026-11-22", "2026-11-24" };
	static const int order[] = { 3, 1, 2, 0 };
	struct dossier *d = ward();
	struct sealed_new n = session;
	int64_t nos[4], after = 0;
	struct sealed *s;
	size_t i;

	for (i = 0; i < 4; i++) {
		n.day = days[i];
		nos[i] = signed_note(d, &n, NULL)->no;
	}
	for (i = 0; i < 4; i++) {
		must(sealed_list(&cx, d, after, 1, &s));
		CHECK(s != NULL && s->no == nos[order[i]] &&
		    s->next == NULL);
		after = nos[order[i]];
	}
	must(sealed_list(&cx, d, after, 1, &s));
	CHECK(s == NULL);
}

/* Every column that was shown or says who signed. */
static void
tampering_is_found(void)
{
	static const char *const harm[] = {
		"UPDATE note SET text = 'He slept.' WHERE id ="
		"  (SELECT note FROM note_seal WHERE asks = 1)",
		"UPDATE note_seal SET kind = 'nursing' WHERE asks = 1",
		"UPDATE note_seal SET day = '2026-11-22' WHERE asks = 1",
		"UPDATE note_seal SET asks = 0 WHERE asks = 1",
		"UPDATE note_seal SET amends_no = 1 WHERE asks = 1",
		"UPDATE note_seal SET class = 'AMB' WHERE asks = 1",
		"UPDATE note_seal SET sha256 = 'x' WHERE asks = 1",
		"UPDATE note_signature SET signer = (SELECT id FROM person"
		"  WHERE number = 'P-20000002') WHERE no = 2",
		"UPDATE note_signature SET name = 'Eve' WHERE no = 1",
		"UPDATE note_signature SET meaning = 'approval' WHERE no = 2",
		"UPDATE note_signature SET signed = signed - 1 WHERE no = 1",
		"UPDATE note_signature SET sha256 = 'x' WHERE no = 2",
		"DELETE FROM note_signature WHERE no = 2",
		"INSERT INTO note_signature (seal, no, signer, name, meaning,"
		" signed, sha256) SELECT g.seal, 3, p.id, 'Eve', 'approval',"
		" 0, g.sha256 FROM note_signature g JOIN person p"
		"  ON p.number = 'P-20000002' WHERE g.no = 1"
	};
	struct dossier *d = ward();
	struct sealed_new n = session;
	struct sealed *s;
	size_t i;

	n.asks = true;
	s = signed_note(d, &n, NULL);
	d = opened("ben");
	must(sealed_open(&cx, d, s->no, &s));
	must(sealed_countersign(&cx, d, s, "review"));
	CHECK_TEXT(store_fault(), "");
	for (i = 0; i < sizeof(harm) / sizeof(harm[0]); i++)
		if (store_fault_after(harm[i])[0] == '\0') {
			CHECK(!"found");
			printf("# %s\n", harm[i]);
		}
	/* and whoever reads it is told */
	must(db_run(&cx, harm[0]));
	must(sealed_open(&cx, d, s->no, &s));
	CHECK(s->broken);
}

static void
a_merge_takes_signed_notes_along(void)
{
	struct dossier *d, *into;
	struct sealed *s;

	given();
	store_begun();
	member("mia");
	d = opened_as("mia", "C-2026-10000087");
	cx.name = "Mia Berger";
	s = signed_note(d, &session, NULL);
	into = opened("mia");
	cx.act = NULL;
	must(dossier_merge(&cx, d, into, "The same"));
	must(sealed_list(&cx, opened("mia"), 0, 9, &s));
	CHECK(s != NULL && !s->broken);
	CHECK_TEXT(s->number, "C-2026-10000087");
	CHECK_TEXT(store_fault(), "");
}

int
main(void)
{
	RUN(a_draft_is_its_writers_alone);
	RUN(it_is_written_again_until_it_is_signed);
	RUN(an_addendum_adds_and_is_signed_itself);
	RUN(a_second_person_signs_where_it_asks);
	RUN(what_was_shown_of_its_encounter_stays);
	RUN(the_newest_day_stands_first_page_by_page);
	RUN(tampering_is_found);
	RUN(a_merge_takes_signed_notes_along);
	return DONE;
}
