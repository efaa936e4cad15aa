/* SPDX-License-Identifier: MIT */
/* Release of information: nothing leaves that was not authorised and reviewed;
 * the account of what left. */
#include <string.h>

#include "../dice.h"
#include "check.h"
#include "domain/course/deadline.h"
#include "domain/desk/disclosure.h"
#include "domain/desk/disclosure_item.h"
#include "domain/desk/disclosure_request.h"
#include "domain/desk/disclosure_step.h"
#include "domain/dossier/consent.h"
#include "domain/dossier/document.h"
#include "domain/dossier/dossier.h"
#include "domain/dossier/part2.h"
#include "domain/dossier/party.h"
#include "domain/people/person.h"
#include "seen.h"
#include "source.h"
#include "store/db.h"
#include "store/store_party.h"
#include "type_folder.h"
#include "world.h"

#define ANKLE "C-2026-10000061"
#define TEN "0123456789"
#define SHA(c) c "bc" "0" TEN TEN TEN TEN TEN TEN
#define DAY 86400
#define L(lang) "<label xml:lang=\"" lang "\">Patient</label>"
#define LABELS L("en") L("fr") L("de") L("it") L("pt") L("ja")

static int64_t insurer, letter, note, patient;

static struct dossier *
work_as(const char *login)
{
	struct dossier *d = NULL;

	as(login);
	cx.mistakes = NULL;
	cx.act = NULL;
	must(dossier_open(&cx, ANKLE, LEVEL_WORK, &d));
	must(store_party_list(&cx, d));
	return d;
}

static struct dossier *
work(void)
{
	return work_as("mia");
}

static int64_t
joined(int64_t person, const char *role)
{
	must(party_add(&cx, work(), person, role));
	return world_int("SELECT max(no) FROM party");
}

static int64_t
added(const char *name, const char *sha)
{
	struct document_new n = { .name = name, .media_type = "text/plain",
	    .kind = "", .dated = "2026-11-10", .sha256 = sha, .bytes = 4 };
	struct document *f = NULL;

	must(document_add(&cx, work(), &n, &f));
	return f->no;
}

static void
begun(void)
{
	struct person_new who = { .name = "Sana Insurance", .given = "",
	    .family = "", .email = "", .phone = "", .address = "Seestr. 1",
	    .language = "", .organisation = true };
	const struct casetype *t;
	struct person *p;

	given();
	store_begun();
	as("mia");
	cx.lang = "en";
	type_folder_put("type.xml", source_with(source_with(source_text(
	    "etc/casetypes/complaint/type.xml"), "<roles>", "<roles><role"
	    " code=\"patient\">" LABELS "</role>"), "</type>",
	    "<consent of=\"patient\" payers=\"respondent\"/></type>"));
	type_folder_put("plan.cmmn",
	    source_text("etc/casetypes/complaint/plan.cmmn"));
	type_folder_put("complaint.dmn",
	    source_text("etc/casetypes/complaint/complaint.dmn"));
	must(type_folder_install(&t));
	must(db_run(&cx, "UPDATE dossier SET type = $1", db_i(t->id)));
	must(db_run(&cx, "INSERT INTO viewer_compartment (compartment,"
	    " viewer, until, given) SELECT c.id, s.person, 253402300799, 1"
	    "  FROM compartment c CROSS JOIN staff s"
	    " WHERE c.code = 'medical' AND s.login IN ('mia', 'ben')"));
	must(person_add(&cx, &who, &p));
	insurer = joined(p->id, "respondent");
	patient = joined(world_customer("P-20000001"), "patient");
	letter = added("Letter.txt", SHA("a"));
	must(dossier_note(&cx, work(), "She walks without help."));
	note = world_int("SELECT max(no) FROM note");
}

static struct disclosure_request_new
asks(void)
{
	return (struct disclosure_request_new){ .asker = "organisation",
	    .party = insurer, .number = "", .name = "", .address = "",
	    .received = "2026-11-03", .way = "letter",
	    .purpose = CONSENT_PAYMENT, .asked = "The letters of November",
	    .what = CONSENT_DOCUMENTS | CONSENT_NOTES, .since = "",
	    .until = "" };
}

static struct disclosure_request *
asked(void)
{
	struct disclosure_request_new n = asks();
	struct disclosure_request *r = NULL;

	must(disclosure_request_add(&cx, work(), &n, &r));
	return r;
}

static struct disclosure_request *
again(int64_t no)
{
	struct disclosure_request *r = NULL;

	must(disclosure_request_find(&cx, work(), no, &r));
	return r;
}

static struct consent *
consents(unsigned int what)
{
	const struct consent_new n = { .what = what, .receiver = insurer,
	    .purpose = CONSENT_PAYMENT, .until = "2026-12-31",
	    .say = { CONSENT_GIVEN, "electronic", 0, "" } };
	struct consent *c = NULL;

	must(consent_add(&cx, work(), &n, &c));
	return c;
}

static void
mistake(const char *field)
{
	CHECK_TEXT(cx.mistakes == NULL ? "" : cx.mistakes->field, field);
}

static enum err
collects(const char *login, struct disclosure_request *r, int64_t no)
{
	const struct disclosure_chosen c[2] = { { "document", no },
	    { "note", note } };

	return disclosure_step_collect(&cx, work_as(login), r, c, 2);
}

static enum err
delivers(const char *login, struct disclosure_request *r)
{
	const struct disclosure_delivery how = { .how = "post",
	    .address = "", .seen = "" };
	struct share_secret secret;
	struct share *room;

	return disclosure_step_deliver(&cx, work_as(login), r, &how, &room,
	    &secret);
}

static void
a_request_has_thirty_days_and_once_thirty_more(void)
{
	struct disclosure_request *r;
	struct deadline *x;

	begun();
	r = again(asked()->no);
	CHECK_TEXT(r->due, "2026-12-03");
	CHECK_TEXT(r->address, "Seestr. 1");
	CHECK_TEXT(told(work()), "Sana Insurance asked for records");
	must(deadline_open(&cx, work(), r->deadline_no, &x));
	CHECK(deadline_is_open(x) && x->due != 0);
	CHECK(x->due > WORLD_NOW + 9 * DAY && x->due < WORLD_NOW + 10 * DAY);
	CHECK(disclosure_request_extend(&cx, work(), r, "") == ERR_INVALID);
	must(disclosure_request_extend(&cx, work(), r, "The archive moves"));
	r = again(r->no);
	CHECK_TEXT(r->due, "2027-01-02");
	must(deadline_open(&cx, work(), r->deadline_no, &x));
	CHECK(x->due > WORLD_NOW + 39 * DAY &&
	    x->due < WORLD_NOW + 40 * DAY);
	CHECK(disclosure_request_extend(&cx, work(), r, "Again") ==
	    ERR_CONFLICT);
	must(disclosure_request_refuse(&cx, work(), r, "No consent"));
	must(deadline_open(&cx, work(), r->deadline_no, &x));
	CHECK(!deadline_is_open(x));
	CHECK_TEXT(told(work()), "Records refused to Sana Insurance");
	/* too late for more time */
	r = asked();
	later(20 * 86400);
	CHECK(disclosure_request_extend(&cx, work(), r, "The archive") ==
	    ERR_CONFLICT);
	CHECK_TEXT(store_fault(), "");
}

static void
what_cannot_be_is_refused_by_its_field(void)
{
	struct disclosure_request_new n;
	struct disclosure_request *r;

	begun();
	n = asks();
	n.asker = "nobody";
	CHECK(disclosure_request_add(&cx, work(), &n, &r) == ERR_INVALID);
	mistake("asker");
	n = asks();
	n.party = 0;
	CHECK(disclosure_request_add(&cx, work(), &n, &r) == ERR_INVALID);
	mistake("name");
	n = asks();
	n.received = "2026-12-01";
	CHECK(disclosure_request_add(&cx, work(), &n, &r) == ERR_INVALID);
	mistake("received");
	n = asks();
	n.purpose = 3;
	CHECK(disclosure_request_add(&cx, work(), &n, &r) == ERR_INVALID);
	mistake("purpose");
	n = asks();
	n.since = "2026-11-02";
	n.until = "2026-11-01";
	CHECK(disclosure_request_add(&cx, work(), &n, &r) == ERR_INVALID);
	mistake("until");
	CHECK(world_int("SELECT count(*) FROM disclosure_request") == 0);
}

static void
a_consent_that_is_revoked_meanwhile_stops_it(void)
{
	const struct consent_over over = { .why = "She thought again" };
	struct disclosure_request *r;
	struct disclosure *x;
	struct disclosure_filter f = { .from = "", .until = "" };
	struct consent *c;

	begun();
	r = asked();
	CHECK(disclosure_step_authorise(&cx, work(), r, "consent", "") ==
	    ERR_INVALID);
	mistake("ground");
	CHECK(again(r->no)->state == DISCLOSURE_RECEIVED);
	r = again(r->no);
	c = consents(CONSENT_ALL);
	must(disclosure_step_authorise(&cx, work(), r, "consent", ""));
	CHECK_TEXT(again(r->no)->consents, arena_printf(cx.arena, "%lld",
	    (long long)c->no));
	must(collects("mia", r, letter));
	CHECK(disclosure_step_review(&cx, work(), r, NULL, 0) ==
	    ERR_FORBIDDEN);
	must(disclosure_step_review(&cx, work_as("ben"), r, NULL, 0));
	must(consent_end(&cx, work(), c, &over));
	CHECK(delivers("ben", r) == ERR_INVALID);
	CHECK(strstr(cx.mistakes->text, "revoked") != NULL);
	CHECK(world_int("SELECT count(*) FROM disclosure") == 0);
	r = again(r->no);
	c = consents(CONSENT_ALL);
	must(delivers("ben", r));
	CHECK(again(r->no)->state == DISCLOSURE_DELIVERED);
	as("mia");
	must(disclosure_account(&cx, world_customer("P-20000001"), &f, &x));
	CHECK(x != NULL && x->next == NULL);
	CHECK_TEXT(x->receiver, "Sana Insurance");
	CHECK_TEXT(x->address, "Seestr. 1");
	CHECK(strstr(x->what, "Letter.txt; Note ") == x->what);
	CHECK_TEXT(x->consents, arena_printf(cx.arena, "%lld",
	    (long long)c->no));
	CHECK(disclosure_is_own(x) && !x->part2);
	CHECK(delivers("ben", again(r->no)) == ERR_CONFLICT);
	CHECK_TEXT(store_fault(), "");
	CHECK(strcmp(store_fault_after("UPDATE disclosure SET receiver = 'X'"),
	    "") != 0);
	CHECK(strcmp(store_fault_after("DELETE FROM disclosure"), "") != 0);
}

static void
what_part_2_guards_needs_a_consent_that_names_it(void)
{
	struct disclosure_standing s;
	struct disclosure_item *items;
	struct disclosure_request *r;

	begun();
	must(part2_mark(&cx, work(), letter, false, "Substance use"));
	CHECK(part2_mark(&cx, work(), letter, false, "Again") ==
	    ERR_CONFLICT);
	CHECK_TEXT(told(work()), arena_printf(cx.arena,
	    "Under 42 CFR part 2: record %lld", (long long)letter));
	consents(CONSENT_ALL);
	r = asked();
	must(disclosure_step_authorise(&cx, work(), r, "consent", ""));
	CHECK(collects("mia", r, letter) == ERR_INVALID);
	mistake("items");
	r = again(r->no);
	consents(CONSENT_PART2);
	must(collects("mia", r, letter));
	must(disclosure_step_items(&cx, work(), r, &items));
	must(disclosure_step_stands(&cx, work(), r, items, &s));
	CHECK(s.guarded && strcmp(s.lacks, "") == 0);
	/* of a law, but no court, it says no */
	CHECK(disclosure_step_authorise(&cx, work(), r, "law", "Art. 1") ==
	    ERR_INVALID);
	must(disclosure_step_authorise(&cx, work(), again(r->no), "court",
	    "Order 12"));
	/* counselling notes have a consent of their own */
	must(part2_mark(&cx, work(), letter, true, "A counsellor wrote it"));
	r = again(r->no);
	CHECK(disclosure_step_authorise(&cx, work(), r, "consent", "") ==
	    ERR_INVALID);
	consents(CONSENT_COUNSELLING);
	must(disclosure_step_authorise(&cx, work(), again(r->no), "consent",
	    ""));
	must(part2_unmark(&cx, work(), letter, "By mistake"));
	/* of a whole case everything is guarded */
	must(part2_mark(&cx, work(), 0, false, "A programme"));
	must(disclosure_step_stands(&cx, work(), again(r->no), NULL, &s));
	CHECK(s.guarded);
	CHECK(part2_unmark(&cx, work_as("ben"), 0, "No") == ERR_FORBIDDEN);
	CHECK_TEXT(store_fault(), "");
}

static void
the_second_person_leaves_out_and_takes_others_instead(void)
{
	struct disclosure_redaction x[2] = { { 1, false, 0, "" },
	    { 2, true, 0, "It names her sister" } };
	struct disclosure_request *r;
	struct disclosure_item *items;
	int64_t black;

	begun();
	black = added("Letter, redacted.txt", SHA("b"));
	r = asked();
	must(disclosure_step_authorise(&cx, work(), r, "court", "Order 12"));
	must(collects("mia", r, letter));
	x[0].instead = black;
	CHECK(disclosure_step_review(&cx, work_as("ben"), r, x, 2) ==
	    ERR_INVALID);
	mistake("why.1");
	x[0].why = "Her address";
	r = again(r->no);
	must(disclosure_step_review(&cx, work_as("ben"), r, x, 2));
	must(disclosure_step_items(&cx, work(), r, &items));
	CHECK(items->instead == black && items->next->left_out);
	CHECK_TEXT(disclosure_step_summary(&cx, items),
	    "Letter.txt (redacted)");
	/* what is withdrawn meanwhile does not go */
	must(db_run(&cx, "UPDATE document SET withdrawn = 1 WHERE no = $1",
	    db_i(black)));
	CHECK(delivers("mia", r) == ERR_INVALID);
	mistake("how");
	CHECK(world_int("SELECT count(*) FROM disclosure") == 0);
}

/* Whatever people try in whatever order: what leaves was authorised, was
 * collected and was reviewed by another person, and stands in the account. */
static void
nothing_is_delivered_without_authorisation_and_review(void)
{
	static const char *const who[] = { "mia", "ben" };
	const struct consent_over over = { .why = "No more" };
	struct disclosure_redaction out = { 1, true, 0, "Not this" };
	struct disclosure_request *r;
	struct consent *c = NULL;
	const char *login;
	int i, k, delivered = 0;

	begun();
	for (i = 0; i < 24; i++) {
		r = asked();
		for (k = 0; k < 9; k++) {
			r = again(r->no);
			login = who[dice(2)];
			switch (dice(6)) {
			case 0:
				if (c == NULL)
					c = consents(CONSENT_ALL);
				break;
			case 1:
				if (c != NULL && dice(3) == 0) {
					must(consent_end(&cx, work(), c,
					    &over));
					c = NULL;
				}
				break;
			case 2:
				disclosure_step_authorise(&cx,
				    work_as(login), r, "consent", "");
				break;
			case 3:
				collects(login, r, letter);
				break;
			case 4:
				disclosure_step_review(&cx, work_as(login),
				    r, &out, (size_t)dice(2));
				break;
			default:
				if (delivers(login, r) == OK) {
					CHECK(c != NULL);
					delivered++;
				}
			}
			if (!check_ok)
				return;
		}
	}
	CHECK(world_int("SELECT count(*) FROM disclosure_request WHERE state"
	    " = 'delivered' AND (authorised IS NULL OR collected IS NULL"
	    "   OR reviewed IS NULL OR collector = reviewer)") == 0);
	CHECK(world_int("SELECT count(*) FROM disclosure") == delivered);
	CHECK(world_int("SELECT count(*) FROM disclosure x JOIN"
	    " disclosure_request r ON r.id = x.request AND r.state ="
	    " 'delivered'") == delivered);
	CHECK_TEXT(store_fault(), "");
}

static struct disclosure_new
by_fax(const char *day)
{
	return (struct disclosure_new){ .party = insurer, .receiver = "",
	    .address = "", .disclosed = day, .what = "Day of the accident",
	    .kinds = CONSENT_NOTES, .way = "fax", .purpose = CONSENT_PAYMENT,
	    .why = "", .ground = "law", .ground_why = "Art. 84" };
}

static void
the_account_sums_up_what_repeats_and_keeps_back_what_is_suspended(void)
{
	struct disclosure_filter f = { .from = "", .until = "" };
	struct disclosure_new n;
	struct disclosure *x;
	int64_t who;

	begun();
	who = world_customer("P-20000001");
	n = by_fax("2026-11-02");
	must(disclosure_add(&cx, work(), &n, &x));
	n.disclosed = "2026-11-12";
	must(disclosure_add(&cx, work(), &n, &x));
	n.disclosed = "2019-11-12";	/* older than six years */
	must(disclosure_add(&cx, work(), &n, &x));
	n.disclosed = "2026-11-20";
	n.ground = DISCLOSURE_NONE;
	n.ground_why = "A wrong number";
	must(disclosure_add(&cx, work(), &n, &x));
	as("mia");
	must(disclosure_account(&cx, who, &f, &x));
	CHECK_TEXT(x->ground, DISCLOSURE_NONE);
	x = x->next;
	CHECK(x != NULL && x->times == 2 && x->next == NULL);
	CHECK_TEXT(x->disclosed, "2026-11-02");
	CHECK_TEXT(x->last, "2026-11-12");
	/* an authority asks that she is not told */
	must(disclosure_find(&cx, work(), x->no, &x));
	CHECK(disclosure_suspend(&cx, work(), x, "2027-01-01", "", "An"
	    " inquiry") == ERR_INVALID);
	must(disclosure_find(&cx, work(), x->no, &x));
	must(disclosure_suspend(&cx, work(), x, "2027-01-01", "Prosecutor",
	    "An inquiry"));
	f.patient = f.each = true;
	must(disclosure_account(&cx, who, &f, &x));
	CHECK(x != NULL && x->next != NULL && x->next->next == NULL);
	later(39 * 86400);
	must(disclosure_account(&cx, who, &f, &x));
	CHECK(x->next->next != NULL && x->next->next->next == NULL);
	CHECK_TEXT(store_fault(), "");
	/* who sees nothing of the case is told nothing */
	as("tom");
	must(disclosure_account(&cx, who, &f, &x));
	CHECK(x == NULL);
	must(db_run(&cx, "DELETE FROM viewer_compartment WHERE viewer ="
	    " (SELECT person FROM staff WHERE login = 'mia')"));
	as("mia");
	must(disclosure_account(&cx, who, &f, &x));
	CHECK(x == NULL);
}

int
main(void)
{
	type_folder_open();
	RUN(a_request_has_thirty_days_and_once_thirty_more);
	RUN(what_cannot_be_is_refused_by_its_field);
	RUN(a_consent_that_is_revoked_meanwhile_stops_it);
	RUN(what_part_2_guards_needs_a_consent_that_names_it);
	RUN(the_second_person_leaves_out_and_takes_others_instead);
	RUN(nothing_is_delivered_without_authorisation_and_review);
	RUN(the_account_sums_up_what_repeats_and_keeps_back_what_is_suspended);
	return DONE;
}
