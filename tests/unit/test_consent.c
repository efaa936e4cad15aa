/* SPDX-License-Identifier: MIT */
/* Consents: what they let leave, what refuses it, and what is kept of them. */
#include <string.h>

#include "../dice.h"
#include "base/config.h"
#include "check.h"
#include "domain/desk/share.h"
#include "domain/desk/share_room.h"
#include "domain/dossier/consent.h"
#include "domain/dossier/consent_rule.h"
#include "domain/dossier/document.h"
#include "domain/dossier/dossier.h"
#include "domain/dossier/party.h"
#include "domain/house/share_clock.h"
#include "domain/people/person.h"
#include "domain/spine/event.h"
#include "seen.h"
#include "source.h"
#include "store/db.h"
#include "store/store_party.h"
#include "type_folder.h"
#include "world.h"

#define ANKLE "C-2026-10000061"
#define MOST 8		/* consents of a random case */
#define A "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef"
#define L(lang) "<label xml:lang=\"" lang "\">Paper</label>"
#define LABELS L("en") L("fr") L("de") L("it") L("pt") L("ja")
#define KIND(code) "<kind code=\"" code "\">" LABELS "</kind>"

/* ---- the rule, over random consents ---- */

static struct consent some[MOST];

static const char *
day(int n)
{
	static const char *const days[] = { "2026-11-01", "2026-11-20",
	    "2026-11-24", "2026-11-30", "2026-12-24" };

	return days[n];
}

static unsigned int
bits(int n)
{
	return 1u << dice(n);
}

/* Half of what two dice say: few bits at a time. */
static struct consent
any(int64_t no)
{
	struct consent c = { .no = no, .person = 1 + dice(2),
	    .state = (enum consent_state)dice(4), .kinds = "",
	    .receiver = dice(3), .purpose = bits(3) | bits(3),
	    .begins = day(dice(4)), .until = "", .ended_how = "" };

	c.what = dice(3) == 0 ? CONSENT_ALL : bits(12) | bits(12);
	if (dice(2) == 0)
		c.kinds = dice(2) == 0 ? "letter" : "report\nphoto";
	if (c.receiver == 0)
		c.classes = dice(6) == 0 ? CONSENT_ANYBODY : bits(3);
	if (dice(6) == 0)
		c.purpose = 0;
	if (dice(2) == 0)
		c.until = day(1 + dice(4));
	if (dice(4) == 0) {
		c.ended = 1;
		c.ended_how = dice(2) == 0 ? "revoked" : "event";
	}
	return c;
}

static struct consent_question
question(void)
{
	static const char *const kinds[] = { "letter", "report", "other" };
	struct consent_question q = { .today = "2026-11-24",
	    .person = 1 + dice(2), .what = CONSENT_CASE << dice(11),
	    .kind = "", .receiver = 1 + dice(3),
	    .classes = CONSENT_ANYBODY | (dice(2) == 0 ? bits(3) : 0),
	    .purpose = bits(3) };

	if (q.what == CONSENT_DOCUMENTS || (q.what & CONSENT_NAMED) != 0)
		q.kind = kinds[dice(3)];
	return q;
}

static void
filled(int n)
{
	int i;

	for (i = 0; i < n; i++)
		some[i] = any(i + 1);
}

/* The first n of some, in any order. */
static struct consent *
shuffled(int n)
{
	struct consent *all = NULL;
	int order[MOST], i, k;

	for (i = 0; i < n; i++) {
		k = dice(i + 1);
		order[i] = order[k];
		order[k] = i;
	}
	for (i = 0; i < n; i++) {
		some[order[i]].next = all;
		all = &some[order[i]];
	}
	return all;
}

static void
order_does_not_matter(void)
{
	const struct consent *a, *b;
	struct consent_question q;
	enum consent_says first;
	int i, n;

	for (i = 0; i < 4000; i++) {
		filled(n = 1 + dice(MOST));
		q = question();
		first = consent_rule(shuffled(n), &q, &a);
		CHECK(consent_rule(shuffled(n), &q, &b) == first && a == b);
		if (!check_ok)
			return;
	}
}

static bool
is_denial(const struct consent *c)
{
	return c->state == CONSENT_REFUSED || c->state == CONSENT_RESTRICTED;
}

/* One consent more never takes away what another permits; one refusal more
 * never gives anything. */
static void
consents_only_give_and_refusals_only_take(void)
{
	int permitted = 0, i, n;
	const struct consent *by;
	struct consent_question q;
	enum consent_says less, more;

	for (i = 0; i < 8000; i++) {
		filled(n = 1 + dice(MOST));
		q = question();
		less = consent_rule(shuffled(n - 1), &q, &by);
		more = consent_rule(shuffled(n), &q, &by);
		permitted += more == CONSENT_PERMITS;
		if (is_denial(&some[n - 1]))
			CHECK(more == less || more == CONSENT_DENIES);
		else
			CHECK(more == less || (less == CONSENT_LACKS &&
			    more == CONSENT_PERMITS));
		if (!check_ok)
			return;
	}
	CHECK(permitted > 100);
}

static void
only_what_holds_permits(void)
{
	const struct consent *by;
	struct consent_question q;
	int i, n;

	for (i = 0; i < 8000; i++) {
		filled(n = 1 + dice(MOST));
		q = question();
		if (consent_rule(shuffled(n), &q, &by) != CONSENT_PERMITS)
			continue;
		CHECK(by->state == CONSENT_GIVEN && by->ended == 0 &&
		    strcmp(by->begins, q.today) <= 0 && (by->until[0] ==
		    '\0' || strcmp(q.today, by->until) <= 0));
		CHECK(by->person == q.person && (by->purpose & q.purpose) != 0);
		CHECK(by->receiver == q.receiver || (by->receiver == 0 &&
		    (by->classes & q.classes & ~8u) != 0));
		/* the last two are only ever named */
		CHECK((q.what & CONSENT_NAMED) == 0 ||
		    (by->what & q.what) != 0);
		if (!check_ok)
			return;
	}
}

static void
a_consent_that_is_over_is_as_none(void)
{
	const struct consent *by;
	struct consent_question q;
	enum consent_says before;
	int i, k, n;

	for (i = 0; i < 4000; i++) {
		filled(n = 2 + dice(MOST - 1));
		q = question();
		before = consent_rule(shuffled(n), &q, &by);
		k = dice(n);
		if (before == CONSENT_PERMITS && by == &some[k])
			continue;
		if (!is_denial(&some[k]))
			some[k].ended = 1;
		CHECK(consent_rule(shuffled(n), &q, &by) == before);
		if (!check_ok)
			return;
	}
}

/* ---- a case whose type asks for them ---- */

static int64_t patient, doctor, insurer;

static struct dossier *
work(void)
{
	struct dossier *d = NULL;

	as("mia");
	cx.mistakes = NULL;
	cx.act = NULL;
	must(dossier_open(&cx, ANKLE, LEVEL_WORK, &d));
	must(store_party_list(&cx, d));
	return d;
}

static int64_t
joined(const char *name, const char *role)
{
	struct person_new who = { .name = name, .given = "", .family = "",
	    .email = "", .phone = "", .address = "", .language = "" };
	struct person *p;

	must(person_add(&cx, &who, &p));
	must(party_add(&cx, work(), p->id, role));
	return world_int("SELECT max(no) FROM party");
}

static void
begun(void)
{
	const struct casetype *t;

	given();
	store_begun();
	as("mia");
	cx.lang = "en";
	type_folder_put("type.xml", source_with(source_with(source_text(
	    "etc/casetypes/complaint/type.xml"), "<fields>", "<documents>"
	    KIND("letter") KIND("report") KIND("therapy") KIND("part2")
	    "</documents><fields>"), "</type>", "<consent treating=\"expert\""
	    " payers=\"respondent\" counselling=\"therapy\" part2=\"part2\"/>"
	    "</type>"));
	type_folder_put("plan.cmmn",
	    source_text("etc/casetypes/complaint/plan.cmmn"));
	type_folder_put("complaint.dmn",
	    source_text("etc/casetypes/complaint/complaint.dmn"));
	must(type_folder_install(&t));
	must(db_run(&cx, "UPDATE dossier SET type = $1", db_i(t->id)));
	patient = world_int("SELECT y.no FROM party y JOIN dossier d"
	    " ON d.id = y.dossier AND d.number = '" ANKLE "'"
	    " WHERE y.role = 'requester'");
	doctor = joined("Dr. Weber", "expert");
	insurer = joined("Sana Insurance", "respondent");
}

static struct consent_new
plain(void)
{
	return (struct consent_new){ .what = CONSENT_ALL, .receiver = doctor,
	    .purpose = CONSENT_TREATMENT, .until = "2026-12-31",
	    .say = { CONSENT_GIVEN, "electronic", 0, "" } };
}

static struct consent *
taken(const struct consent_new *n)
{
	struct consent *c = NULL;

	must(consent_add(&cx, work(), n, &c));
	return c;
}

static int64_t
person_of(int64_t no)
{
	return world_int(arena_printf(cx.arena, "SELECT y.person FROM party y"
	    " JOIN dossier d ON d.id = y.dossier AND d.number = '" ANKLE "'"
	    " WHERE y.no = %lld", (long long)no));
}

static struct consent_answer answer;

/* By which it may leave, or "no". */
static const char *
leaves(unsigned int what, const char *kinds, int64_t party,
    unsigned int aim)
{
	const struct consent_ask ask = { .what = what, .kinds = kinds,
	    .receiver = person_of(party), .purpose = aim };

	must(consent_allows_look(&cx, work(), &ask, &answer));
	CHECK(consent_allows(&cx, work(), &ask, &answer) ==
	    (answer.lacks[0] == '\0' ? OK : ERR_INVALID));
	return answer.lacks[0] == '\0' ? answer.carried : "no";
}

static void
nothing_leaves_without_one(void)
{
	begun();
	CHECK_TEXT(leaves(CONSENT_CASE, "", doctor, CONSENT_TREATMENT), "no");
	CHECK_TEXT(answer.lacks, "No consent lets Dr. Weber have this for "
	    "“Treatment”: State, people and dates of the case.");
	/* but to whom it belongs */
	CHECK_TEXT(leaves(CONSENT_CASE, "", patient, CONSENT_WISH), "self");
}

static void
one_carries_what_it_names(void)
{
	struct consent_new n = plain();
	int64_t first;

	begun();
	n.receiver = doctor;
	first = taken(&n)->no;
	CHECK_TEXT(leaves(CONSENT_CASE | CONSENT_NOTES, "", doctor,
	    CONSENT_TREATMENT), arena_printf(cx.arena, "%lld",
	    (long long)first));
	CHECK_TEXT(leaves(CONSENT_CASE, "", doctor, CONSENT_PAYMENT), "no");
	CHECK_TEXT(leaves(CONSENT_CASE, "", insurer, CONSENT_TREATMENT),
	    "no");
	CHECK_TEXT(leaves(CONSENT_COUNSELLING, "", doctor,
	    CONSENT_TREATMENT), "no");
	CHECK_TEXT(leaves(CONSENT_DOCUMENTS, "letter", doctor,
	    CONSENT_TREATMENT), arena_printf(cx.arena, "%lld",
	    (long long)first));
	/* of these the type says that they are counselling notes */
	CHECK_TEXT(leaves(CONSENT_DOCUMENTS, "letter\ntherapy", doctor,
	    CONSENT_TREATMENT), "no");
	CHECK(strstr(told(work()), "given, for Dr. Weber") != NULL);
	CHECK_TEXT(store_fault(), "");
}

static void
a_class_is_who_has_its_roles(void)
{
	struct consent_new n = plain();
	struct dossier *d;

	begun();
	n.receiver = 0;
	n.classes = CONSENT_TREATING;
	taken(&n);
	CHECK(strcmp(leaves(CONSENT_CASE, "", doctor, CONSENT_TREATMENT),
	    "no") != 0);
	CHECK_TEXT(leaves(CONSENT_CASE, "", insurer, CONSENT_TREATMENT),
	    "no");
	d = work();
	must(party_end(&cx, d, doctor, "Another one took over"));
	CHECK_TEXT(leaves(CONSENT_CASE, "", doctor, CONSENT_TREATMENT), "no");
}

static void
a_refusal_wins(void)
{
	struct consent_new n = plain();
	struct consent *no;
	struct consent_over over = { .why = "She thought again" };

	begun();
	n.receiver = doctor;
	taken(&n);
	n = (struct consent_new){ .what = CONSENT_NOTES,
	    .classes = CONSENT_ANYBODY,
	    .say = { CONSENT_RESTRICTED, "oral", 0, "Nurse Ida" } };
	no = taken(&n);
	CHECK_TEXT(leaves(CONSENT_NOTES, "", doctor, CONSENT_TREATMENT),
	    "no");
	CHECK(strstr(answer.lacks, "Refusal") != NULL && answer.no == no->no);
	CHECK(strcmp(leaves(CONSENT_CASE, "", doctor, CONSENT_TREATMENT),
	    "no") != 0);
	must(consent_end(&cx, work(), no, &over));
	CHECK(strcmp(leaves(CONSENT_NOTES, "", doctor, CONSENT_TREATMENT),
	    "no") != 0);
}

static void
it_ends_by_its_day_by_its_event_or_when_taken_back(void)
{
	struct consent_new n = plain();
	struct consent_over over = { .event = true, .why = "" };
	struct consent *c;

	begun();
	n.receiver = doctor;
	n.until = "2026-11-25";
	taken(&n);
	n.until = "";
	n.event = "The end of the treatment";
	n.purpose = CONSENT_PAYMENT;
	c = taken(&n);
	n.purpose = CONSENT_QUALITY;
	later(86400);
	CHECK(strcmp(leaves(CONSENT_CASE, "", doctor, CONSENT_TREATMENT),
	    "no") != 0);
	later(86400);
	CHECK_TEXT(leaves(CONSENT_CASE, "", doctor, CONSENT_TREATMENT), "no");
	CHECK(strstr(answer.lacks, "ended on Wed 25 Nov 2026") != NULL);
	CHECK(strcmp(leaves(CONSENT_CASE, "", doctor, CONSENT_PAYMENT),
	    "no") != 0);
	must(consent_end(&cx, work(), c, &over));
	CHECK_TEXT(leaves(CONSENT_CASE, "", doctor, CONSENT_PAYMENT), "no");
	CHECK(consent_end(&cx, work(), c, &over) == ERR_CONFLICT);
	c = taken(&n);
	over.event = false;
	must(consent_end(&cx, work(), c, &over));
	CHECK_TEXT(leaves(CONSENT_CASE, "", doctor, CONSENT_QUALITY), "no");
	CHECK(strstr(answer.lacks, "was revoked on") != NULL);
	CHECK(world_int("SELECT count(*) FROM consent") == 3);
	CHECK_TEXT(store_fault(), "");
}

static void
what_is_prepared_waits_for_its_signature(void)
{
	struct consent_new n = plain();
	struct consent_signed s = { CONSENT_GIVEN, "paper", 0, "" };
	struct document_new paper = { .name = "signed.pdf", .sha256 = A,
	    .media_type = "application/pdf", .bytes = 1 };
	struct document *f;
	struct consent *c;

	begun();
	n.receiver = doctor;
	n.say = (struct consent_signed){ CONSENT_PREPARED, "", 0, "" };
	c = taken(&n);
	CHECK(strstr(c->words, "I agree that this may be passed on") != NULL);
	CHECK(strstr(c->words, "To whom: Dr. Weber\n") != NULL);
	CHECK_TEXT(leaves(CONSENT_CASE, "", doctor, CONSENT_TREATMENT), "no");
	CHECK(strstr(answer.lacks, "is not signed yet") != NULL);
	/* on paper: where is it? */
	CHECK(consent_sign(&cx, work(), c, &s) == ERR_INVALID);
	must(document_add(&cx, work(), &paper, &f));
	s.document = f->no;
	must(consent_open(&cx, work(), c->no, &c));
	CHECK(consent_sign(&cx, work(), c, &s) == OK);
	must(consent_open(&cx, work(), c->no, &c));
	CHECK(consent_sign(&cx, work(), c, &s) == ERR_CONFLICT);
	CHECK(strcmp(leaves(CONSENT_CASE, "", doctor, CONSENT_TREATMENT),
	    "no") != 0);
}

static enum err
refused(const struct consent_new *n, const char *field)
{
	struct consent *c;
	struct dossier *d = work();
	enum err e = consent_add(&cx, d, n, &c);

	CHECK(cx.mistakes != NULL &&
	    strcmp(cx.mistakes->field, field) == 0);
	return e;
}

static void
what_the_law_wants_apart_is_asked_apart(void)
{
	struct consent_new n = plain();

	begun();
	n.receiver = doctor;
	n.what = CONSENT_COUNSELLING | CONSENT_NOTES;
	CHECK(refused(&n, "what") == ERR_INVALID);
	n.what = CONSENT_PART2 | CONSENT_ALL;
	n.purpose = CONSENT_LEGAL;
	CHECK(refused(&n, "what") == ERR_INVALID);
	n.what = CONSENT_PART2;
	n.receiver = 0;
	n.classes = CONSENT_TREATING;
	n.purpose = CONSENT_WISH;
	CHECK(refused(&n, "receiver") == ERR_INVALID);
	n = plain();
	n.receiver = doctor;
	n.until = "";
	CHECK(refused(&n, "until") == ERR_INVALID);
	n.until = "2026-11-23";
	CHECK(refused(&n, "until") == ERR_INVALID);
	n = plain();
	n.receiver = doctor;
	n.classes = CONSENT_TREATING;
	CHECK(refused(&n, "receiver") == ERR_INVALID);
	n.receiver = 0;
	n.classes = CONSENT_ANYBODY;
	CHECK(refused(&n, "receiver") == ERR_INVALID);
	n = plain();
	n.receiver = doctor;
	n.say.how = "oral";
	CHECK(refused(&n, "witness") == ERR_INVALID);
	n = plain();
	n.receiver = doctor;
	n.signer = insurer;
	CHECK(refused(&n, "right") == ERR_INVALID);
	n.right = "guardian";
	CHECK_TEXT(taken(&n)->signer_name, "Sana Insurance");
}

/* ---- what is shared ---- */

static struct share_secret secret;

static enum err
shared(struct share_new *n, struct share **out)
{
	n->name = "";
	n->party = doctor;
	n->purpose = "As you need it";
	n->until = cx.now + 14 * INT64_C(86400);
	n->aim = CONSENT_TREATMENT;
	return share_make(&cx, work(), n, out, &secret);
}

/* Whoever comes is nobody of the house. */
static enum err
looked(const char *visit)
{
	struct share_shown shown;
	struct share_room r;
	enum err e;

	as("");
	cx.why = NULL;
	if ((e = share_room_enter(&cx, visit, &r)) == OK)
		e = share_room_look(&cx, &r, &shown);
	must(event_looks(&cx));
	CHECK(cx.rights == 0);
	return e;
}

static const char *
inside(void)
{
	const char *visit = NULL;

	as("");
	CHECK(share_room_prove(&cx, secret.token, "192.0.2.7", secret.code,
	    &visit) == OK);
	must(event_looks(&cx));
	return visit;
}

static void
a_room_is_as_open_as_its_consent(void)
{
	struct share_new n = { .send = { .email = "" },
	    .parts = SHARE_STAGE };
	struct consent_over over = { .why = "" };
	struct consent_new new = plain();
	const char *visit, *again;
	struct consent *c;
	struct share *s;

	begun();
	CHECK(shared(&n, &s) == ERR_INVALID);
	CHECK(world_int("SELECT count(*) FROM share") == 0);
	new.receiver = doctor;
	new.until = "2026-11-26";
	c = taken(&new);
	must(shared(&n, &s));
	CHECK_TEXT(s->consents, arena_printf(cx.arena, "%lld",
	    (long long)c->no));
	visit = inside();
	CHECK(looked(visit) == OK);
	must(consent_end(&cx, work(), c, &over));
	CHECK(looked(visit) == ERR_MISSING && cx.viewer == 0);
	CHECK_TEXT(cx.why, "There is nothing at this address, or it is not "
	    "for you.");
	as("");
	CHECK(share_room_prove(&cx, secret.token, "192.0.2.7", secret.code,
	    &again) == ERR_MISSING);
	/* another one opens it again, up to its last day */
	taken(&new);
	CHECK(looked(visit) == OK);
	later(3 * 86400);
	CHECK(looked(visit) == ERR_MISSING);
}

static void
mail_that_waits_does_not_leave_without_it(void)
{
	static const struct config conf = { .mail_from = "d@example.org",
	    .mail_sendmail = "/bin/false", .mail_timeout = 5,
	    .base_url = "https://office.example", .site_name = "Office",
	    .language = "en", .timezone = "Europe/Berlin",
	    .log_reads = "all", .handler_seconds = 10 };
	struct share_new n = { .send = { SHARE_BY_MAIL, "a@example.org",
	    "b@example.org", "en" }, .parts = SHARE_STAGE };
	struct consent_over over = { .why = "" };
	struct consent_new new = plain();
	struct share_clock_report r;
	struct consent *c;
	struct share *s;

	begun();
	cx.conf = &conf;
	new.receiver = doctor;
	c = taken(&new);
	must(shared(&n, &s));
	must(consent_end(&cx, work(), c, &over));
	must(db_commit(&cx));
	as("");
	later(120);
	must(share_clock(&cx, &r));
	CHECK(r.sent == 0 && r.failed == 0 && r.dropped == 2);
	must(db_begin(&cx, DB_WRITE));
	CHECK(world_int("SELECT count(*) FROM share_mail WHERE ended IS NOT"
	    " NULL AND taken = 0") == 2);
	CHECK(world_int("SELECT count(*) FROM event WHERE kind ="
	    " 'share.unmailed'") == 2);
	cx.conf = NULL;
}

/* Whatever is in the bundle has to be covered. */
static void
a_bundle_is_what_it_was_made_of(void)
{
	struct document_new paper = { .name = "a", .sha256 = A,
	    .media_type = "application/pdf", .bytes = 1, .kind = "report" };
	struct consent_ask ask = { .purpose = CONSENT_TREATMENT };
	struct consent_new new = plain();
	struct document *f[3];
	struct dossier *d;
	int64_t no;

	begun();
	new.receiver = doctor;
	new.what = CONSENT_DOCUMENTS;
	new.kinds = "report";
	taken(&new);
	d = work();
	must(document_add(&cx, d, &paper, &f[0]));
	paper.kind = "therapy";
	must(document_add(&cx, d, &paper, &f[1]));
	paper.kind = "report";
	must(document_add(&cx, d, &paper, &f[2]));
	must(db_run(&cx, "INSERT INTO bundle (id, dossier, no, title, court,"
	    " asked, person, state, document) VALUES (1, $1, 99, '', '', 0,"
	    " $2, 'made', $3)", db_i(d->id), db_i(cx.viewer),
	    db_i(f[2]->id)));
	must(db_run(&cx, "INSERT INTO bundle_part (bundle, place, tab,"
	    " document) VALUES (1, 1, '', $1)", db_i(f[0]->id)));
	ask.receiver = person_of(doctor);
	no = f[2]->no;
	must(consent_allows_documents(&cx, d, &no, 1, &ask));
	CHECK_TEXT(ask.kinds, "report");
	CHECK(consent_allows(&cx, work(), &ask, &answer) == OK);
	must(db_run(&cx, "INSERT INTO bundle_part (bundle, place, tab,"
	    " document) VALUES (1, 2, '', $1)", db_i(f[1]->id)));
	ask.kinds = "";
	must(consent_allows_documents(&cx, d, &no, 1, &ask));
	CHECK(strstr(ask.kinds, "therapy") != NULL);
	CHECK(consent_allows(&cx, work(), &ask, &answer) == ERR_INVALID);
}

/* What only members know of leaves by consents, but what is privileged. */
static void
a_case_in_a_compartment_is_shared_by_consents_alone(void)
{
	struct share_new n = { .send = { .email = "" },
	    .parts = SHARE_STAGE };
	struct consent_new new = plain();
	struct share *s;

	begun();
	new.receiver = doctor;
	taken(&new);
	must(db_run(&cx, "INSERT INTO viewer_compartment (viewer,"
	    " compartment, until, given) SELECT person, c.id, 253402300799, 1"
	    " FROM staff, compartment c WHERE login = 'mia'"));
	must(db_run(&cx, "UPDATE dossier SET compartment = (SELECT id FROM"
	    " compartment WHERE code = 'medical')"));
	must(shared(&n, &s));
	CHECK(looked(inside()) == OK);
	must(db_run(&cx, "UPDATE dossier SET compartment = (SELECT id FROM"
	    " compartment WHERE code = 'legal')"));
	CHECK(shared(&n, &s) == ERR_CONFLICT);
}

/* ---- what is kept of it ---- */

static void
harm_to_consents_is_named(void)
{
	static const char *const harms[] = {
		"UPDATE consent SET what = 2048",
		"UPDATE consent SET until = '2027-12-31'",
		"UPDATE consent SET receiver = person",
		"UPDATE consent SET words = ''",
		"UPDATE consent SET taken = taken - 1",
		"UPDATE consent SET ended = NULL, ender = NULL, ended_how = ''",
		"UPDATE consent SET ended_how = 'event'",
		"DELETE FROM consent",
	};
	struct share_new n = { .send = { .email = "" },
	    .parts = SHARE_STAGE };
	struct consent_over over = { .why = "" };
	struct consent_new new = plain();
	struct consent *c;
	struct share *s;
	size_t i;

	begun();
	new.receiver = doctor;
	c = taken(&new);
	must(shared(&n, &s));
	later(60);
	must(consent_end(&cx, work(), c, &over));
	CHECK_TEXT(store_fault(), "");
	for (i = 0; i < sizeof(harms) / sizeof(harms[0]); i++)
		CHECK(strcmp(store_fault_after(harms[i]), "") != 0);
}

/* An event that tells of a consent which did not hold then, by hands that
 * know how events are made. */
static void
what_left_without_one_is_named(void)
{
	struct consent_over over = { .why = "" };
	struct consent_new new = plain();
	struct event_body *b;
	struct consent *c;

	begun();
	new.receiver = doctor;
	c = taken(&new);
	must(consent_end(&cx, work(), c, &over));
	CHECK_TEXT(store_fault(), "");
	later(60);
	b = event_body(&cx);
	event_number(b, "share", 99);
	event_number(b, "consents", c->no);
	event_number(b, "consent_what", CONSENT_CASE);
	event_number(b, "consent_purpose", CONSENT_TREATMENT);
	must(event_add(&cx, work(), "share.made", b));
	CHECK(strstr(store_fault(), "which did not carry it then") != NULL);
}

static void
who_leads_is_told_once_that_it_ends_soon(void)
{
	struct consent_new new = plain();
	struct consent *list;
	int64_t n;

	begun();
	new.receiver = doctor;
	taken(&new);
	must(consent_tell(&cx, &n));
	CHECK(n == 0);
	new.until = "2026-12-05";
	taken(&new);
	as("");
	must(consent_tell(&cx, &n));
	CHECK(n == 1);
	must(consent_tell(&cx, &n));
	CHECK(n == 0);
	CHECK(world_int("SELECT count(*) FROM outbox WHERE kind = 'consent'")
	    == 1);
	as("mia");
	must(consent_ending(&cx, 14, 10, &list));
	CHECK(list != NULL && list->next == NULL);
	CHECK_TEXT(list->dossier, ANKLE);
	as("tom");
	must(consent_ending(&cx, 14, 10, &list));
	CHECK(list == NULL);
}

/* Two records of one person: what they said holds for the one that is left. */
static void
a_merge_of_records_keeps_what_they_said(void)
{
	struct person_new who = { .name = "Doctor Weber", .given = "",
	    .family = "", .email = "", .phone = "", .address = "",
	    .language = "" };
	struct consent_ask ask = { .what = CONSENT_CASE,
	    .purpose = CONSENT_TREATMENT };
	struct consent_new new = plain();
	const char *former;
	struct person *into;

	begun();
	new.receiver = doctor;
	must(person_add(&cx, &who, &into));
	former = taken(&new)->receiver_number;
	must(person_open(&cx, into->number, &into));
	must(person_merge(&cx, into, former, "The same"));
	ask.receiver = into->id;
	CHECK(consent_allows(&cx, work(), &ask, &answer) == OK);
	CHECK_TEXT(store_fault(), "");
}

int
main(void)
{
	type_folder_open();
	RUN(order_does_not_matter);
	RUN(consents_only_give_and_refusals_only_take);
	RUN(only_what_holds_permits);
	RUN(a_consent_that_is_over_is_as_none);
	RUN(nothing_leaves_without_one);
	RUN(one_carries_what_it_names);
	RUN(a_class_is_who_has_its_roles);
	RUN(a_refusal_wins);
	RUN(it_ends_by_its_day_by_its_event_or_when_taken_back);
	RUN(what_is_prepared_waits_for_its_signature);
	RUN(what_the_law_wants_apart_is_asked_apart);
	RUN(a_room_is_as_open_as_its_consent);
	RUN(mail_that_waits_does_not_leave_without_it);
	RUN(a_bundle_is_what_it_was_made_of);
	RUN(a_case_in_a_compartment_is_shared_by_consents_alone);
	RUN(harm_to_consents_is_named);
	RUN(what_left_without_one_is_named);
	RUN(who_leads_is_told_once_that_it_ends_soon);
	RUN(a_merge_of_records_keeps_what_they_said);
	return DONE;
}
