/* SPDX-License-Identifier: MIT */
/* Matters of lawyers: courts, hearings, and who represents whom. */
#include "check.h"
#include "domain/course/dossier_merge.h"
#include "domain/desk/appointment.h"
#include "domain/desk/contract.h"
#include "domain/desk/counsel.h"
#include "domain/desk/matter.h"
#include "domain/desk/proceeding.h"
#include "domain/desk/queue.h"
#include "domain/dossier/dossier.h"
#include "domain/dossier/party.h"
#include "domain/dossier/undo.h"
#include "seen.h"
#include "store/db.h"
#include "world.h"

#define ANKLE "C-2026-10000061"
#define HIDDEN "C-2026-10000087"

static struct proceeding_new
before(const char *court, const char *reference)
{
	return (struct proceeding_new){ .court = court,
	    .reference = reference, .judge = "Dr. Sutter",
	    .filed = "2026-10-05", .ended = "", .result = "" };
}

static struct proceeding *
pending(struct dossier *d, const char *court, const char *reference)
{
	const struct proceeding_new n = before(court, reference);
	struct proceeding *p = NULL;

	cx.act = NULL;
	CHECK(proceeding_add(&cx, d, &n, &p) == OK);
	return p;
}

static void
take_back(void)
{
	const char *act = cx.act->number;

	cx.act = NULL;
	CHECK(act_undone(act) == OK);
}

static void
fault_of(const struct proceeding_new *n, const char *field)
{
	struct dossier *d = opened_as("mia", ANKLE);
	struct proceeding *p;

	cx.mistakes = NULL;
	CHECK(proceeding_add(&cx, d, n, &p) == ERR_INVALID);
	CHECK_TEXT(cx.mistakes->field, field);
}

static void
what_cannot_be_is_refused_by_its_field(void)
{
	struct proceeding_new n = before(" ", "");

	given();
	fault_of(&n, "court");
	n = before("Court", "");
	n.filed = "2026-02-30";
	fault_of(&n, "filed");
	n.filed = "2026-10-05";
	n.ended = "2026-10-04";
	fault_of(&n, "ended");
	n.ended = "";
	n.result = "Won";
	fault_of(&n, "ended");
	CHECK(world_int("SELECT count(*) FROM proceeding") == 0);
}

static void
a_proceeding_is_told_found_and_taken_back(void)
{
	struct proceeding_new n = before("Commercial Court", "HG260118");
	struct find_page page;
	struct proceeding *p;
	struct dossier *d;
	int64_t version;

	given();
	d = opened_as("mia", ANKLE);
	p = pending(d, "Commercial Court", "HG260118");
	CHECK_TEXT(told(d), "Proceeding added: Commercial Court, HG260118");
	CHECK(queue_find(&cx, "HG260118", &page) == OK);
	CHECK(page.dossiers != NULL && page.dossiers->id == d->id);
	cx.act = NULL;
	version = p->version;
	n.ended = "2026-11-20";
	n.result = "Allowed in part";
	CHECK(proceeding_change(&cx, d, p, &n, version) == OK);
	CHECK_TEXT(told(d), "Proceeding ended: Commercial Court, HG260118");
	CHECK(proceeding_change(&cx, d, p, &n, version) == ERR_CONFLICT);
	take_back();
	CHECK(proceeding_open(&cx, d, p->no, &p) == OK);
	CHECK_TEXT(p->ended, "");
	CHECK_TEXT(p->result, "");
	CHECK(p->version > version + 1);
	CHECK(proceeding_open(&cx, d, 4711, &p) == ERR_MISSING);
	n = before("Court", "");
	CHECK(proceeding_add(&cx, opened_as("zoe", ANKLE), &n, &p) ==
	    ERR_FORBIDDEN);
}

/* What a list tells: of the latest pending one. */
static void
a_list_tells_the_court_and_the_next_hearing(void)
{
	struct appointment_new n = { .title = "Hearing", .place = "",
	    .others = "", .note = "", .day = "2026-12-01", .last = "",
	    .begins = 540, .ends = 600, .people = &cx.viewer, .n = 1 };
	struct proceeding_new over = before("Court of Appeal", "ZK 7");
	struct proceeding *first, *second;
	struct appointment *a;
	struct dossier *d;
	struct hearing *h;
	struct matter *m;

	given();
	d = opened_as("mia", ANKLE);
	first = pending(d, "District Court", "CG 1");
	second = pending(d, "Court of Appeal", "ZK 7");
	CHECK(proceeding_matters(&cx, d, &m) == OK && m != NULL);
	CHECK_TEXT(m->court, "Court of Appeal");
	CHECK(m->hearing == 0);
	over.ended = "2026-11-01";
	CHECK(proceeding_change(&cx, d, second, &over, 1) == OK);
	CHECK(proceeding_hearing_add(&cx, d, 4711, &n, &a) == ERR_INVALID);
	cx.act = NULL;
	cx.mistakes = NULL;
	CHECK(proceeding_hearing_add(&cx, d, first->no, &n, &a) == OK);
	CHECK(proceeding_matters(&cx, d, &m) == OK && m != NULL);
	CHECK_TEXT(m->court, "District Court");
	CHECK(m->hearing == a->begins);
	CHECK(proceeding_hearings(&cx, d, &h) == OK && h != NULL);
	CHECK_TEXT(h->court, "District Court");
	CHECK(appointment_cancel(&cx, d, a, "Settled") == OK);
	CHECK(proceeding_matters(&cx, d, &m) == OK && m->hearing == 0);
}

/* An undone hearing leaves nothing; of an undone proceeding the appointment
 * stays. */
static void
hearings_go_with_what_they_are(void)
{
	struct appointment_new n = { .title = "Hearing", .place = "",
	    .others = "", .note = "", .day = "2026-12-01", .last = "",
	    .begins = 540, .ends = 600, .people = &cx.viewer, .n = 1 };
	struct appointment *a;
	struct proceeding *p;
	struct dossier *d;
	const char *added;

	given();
	d = opened_as("mia", ANKLE);
	p = pending(d, "District Court", "CG 1");
	added = cx.act->number;
	cx.act = NULL;
	CHECK(proceeding_hearing_add(&cx, d, p->no, &n, &a) == OK);
	take_back();
	CHECK(world_int("SELECT count(*) FROM hearing") == 0);
	cx.act = NULL;
	CHECK(proceeding_hearing_add(&cx, d, p->no, &n, &a) == OK);
	cx.act = NULL;
	CHECK(act_undone(added) == OK);
	CHECK(world_int("SELECT count(*) FROM hearing") == 0);
	CHECK(world_int("SELECT count(*) FROM appointment") == 1);
}

static int64_t
party(struct dossier *d, const char *number, const char *role)
{
	const struct party *p;

	cx.act = NULL;
	CHECK(party_add(&cx, d, world_customer(number), role) == OK);
	for (p = d->parties; p->next != NULL; p = p->next)
		;
	return p->no;
}

static void
counsel_is_said_ended_and_taken_back(void)
{
	struct counsel *list;
	struct dossier *d;
	int64_t client, firm;

	given();
	d = opened_as("mia", ANKLE);
	client = party(d, "P-20000001", "respondent");
	firm = party(d, "P-20000002", "representative");
	cx.act = NULL;
	CHECK(counsel_add(&cx, d, client, client) == ERR_INVALID);
	CHECK(counsel_add(&cx, d, client, 4711) == ERR_INVALID);
	CHECK(counsel_add(&cx, d, client, firm) == OK);
	CHECK_TEXT(told(d), "Nordwind GmbH represents Élodie Weiß");
	CHECK(counsel_add(&cx, d, client, firm) == ERR_CONFLICT);
	CHECK(counsel_list(&cx, d, &list) == OK && list != NULL);
	CHECK(list->client == client && list->counsel == firm);
	cx.act = NULL;
	CHECK(counsel_end(&cx, d, client, firm, "No more money") == OK);
	CHECK(counsel_list(&cx, d, &list) == OK && list == NULL);
	CHECK(counsel_end(&cx, d, client, firm, "") == ERR_MISSING);
	take_back();
	CHECK(counsel_list(&cx, d, &list) == OK && list != NULL);
	/* whose role ends represents nobody */
	cx.act = NULL;
	CHECK(party_end(&cx, d, firm, "") == OK);
	CHECK(counsel_list(&cx, d, &list) == OK && list == NULL);
	take_back();
	CHECK(counsel_list(&cx, d, &list) == OK && list != NULL);
	d = opened_as("zoe", ANKLE);
	CHECK(counsel_add(&cx, d, firm, client) == ERR_FORBIDDEN);
}

/* Whoever was added by mistake was nobody's counsel. */
static void
an_undone_party_represents_nobody(void)
{
	struct counsel *list;
	struct dossier *d;
	int64_t client, firm;
	const char *act;

	given();
	d = opened_as("mia", ANKLE);
	client = party(d, "P-20000001", "respondent");
	firm = party(d, "P-20000002", "representative");
	act = cx.act->number;
	cx.act = NULL;
	CHECK(counsel_add(&cx, d, client, firm) == OK);
	cx.act = NULL;
	CHECK(act_undone(act) == OK);
	CHECK(counsel_list(&cx, d, &list) == OK && list == NULL);
}

/* All of it goes along with a merge, also where one of them had the same role
 * there already; and comes back. */
static void
it_goes_along_with_a_merge_and_comes_back(void)
{
	struct dossier *from, *into;
	struct proceeding *p;
	struct counsel *list;
	int64_t client, firm, there;

	given();
	into = opened_as("mia", HIDDEN);
	there = party(into, "P-20000001", "respondent");
	from = opened_as("mia", ANKLE);
	client = party(from, "P-20000001", "respondent");
	firm = party(from, "P-20000002", "representative");
	cx.act = NULL;
	CHECK(counsel_add(&cx, from, client, firm) == OK);
	pending(from, "District Court", "CG 1");
	cx.act = NULL;
	CHECK(dossier_open(&cx, ANKLE, LEVEL_WORK, &from) == OK);
	CHECK(dossier_open(&cx, HIDDEN, LEVEL_WORK, &into) == OK);
	CHECK(dossier_merge(&cx, from, into, "The same") == OK);
	CHECK(counsel_list(&cx, into, &list) == OK && list != NULL);
	CHECK(list->client == there && list->next == NULL);
	CHECK_TEXT(list->counsel_name, "Nordwind GmbH");
	CHECK(counsel_list(&cx, from, &list) == OK && list == NULL);
	CHECK(proceeding_list(&cx, into, &p) == OK && p != NULL);
	CHECK(proceeding_list(&cx, from, &p) == OK && p == NULL);
	take_back();
	CHECK(counsel_list(&cx, into, &list) == OK && list == NULL);
	CHECK(counsel_list(&cx, from, &list) == OK && list != NULL);
	CHECK(list->client == client && list->counsel == firm);
	CHECK(proceeding_list(&cx, from, &p) == OK && p != NULL);
}

static void
the_register_names_who_is_on_the_other_side(void)
{
	const struct queue_filter f = { .type = "complaint", .limit = 50 };
	struct queue_page page;
	struct contract *list, *c;
	const char *currency;
	struct dossier *d;
	int64_t first;

	given();
	d = opened_as("mia", ANKLE);
	CHECK(contract_list(&cx, &f, &page, &list) == OK && list == NULL);
	CHECK(!contract_is(d->type));
	first = party(d, "P-20000002", "respondent");
	party(d, "P-20000001", "respondent");
	CHECK(db_run(&cx, "UPDATE party SET role = 'counterparty'"
	    " WHERE role = 'respondent'") == OK);
	CHECK(contract_list(&cx, &f, &page, &list) == OK);
	for (c = list; c != NULL && c->dossier != d->id; c = c->next)
		;
	CHECK(c != NULL && list->next == NULL);
	CHECK_TEXT(c->party, "Nordwind GmbH");
	CHECK(c->others == 1);
	cx.act = NULL;
	CHECK(party_end(&cx, d, first, "") == OK);
	CHECK(contract_list(&cx, &f, &page, &list) == OK && list != NULL);
	CHECK_TEXT(list->party, "\u00c9lodie Wei\u00df");
	CHECK(list->others == 0);
	CHECK_TEXT(contract_plain(&cx, d, "no_such_field", &currency), "");
	CHECK_TEXT(currency, "");
	as("tom");
	CHECK(contract_list(&cx, &f, &page, &list) == OK && list == NULL);
}

static void
only_types_with_the_view_are_matters(void)
{
	struct dossier *d;

	given();
	as("mia");
	CHECK(matter_open(&cx, ANKLE, LEVEL_READ, &d) == ERR_MISSING);
	CHECK((cx.rights & RIGHT_LEGAL) == 0);
}

int
main(void)
{
	RUN(what_cannot_be_is_refused_by_its_field);
	RUN(a_proceeding_is_told_found_and_taken_back);
	RUN(a_list_tells_the_court_and_the_next_hearing);
	RUN(hearings_go_with_what_they_are);
	RUN(counsel_is_said_ended_and_taken_back);
	RUN(an_undone_party_represents_nobody);
	RUN(it_goes_along_with_a_merge_and_comes_back);
	RUN(the_register_names_who_is_on_the_other_side);
	RUN(only_types_with_the_view_are_matters);
	return DONE;
}
