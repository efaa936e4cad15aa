/* SPDX-License-Identifier: MIT */
/* Strengths and personal goals, who provides services, and referrals. */
#include <string.h>
#include <sys/stat.h>

#include "check.h"
#include "domain/dossier/dossier.h"
#include "domain/dossier/referral.h"
#include "domain/dossier/rulepack_fact.h"
#include "domain/dossier/rulepack_gate.h"
#include "domain/dossier/strength.h"
#include "domain/people/person.h"
#include "domain/people/provider.h"
#include "model/undo.h"
#include "refund.h"
#include "seen.h"
#include "source.h"
#include "store/db.h"
#include "type_folder.h"
#include "world.h"

#define DAY 86400
#define LABELS(w) "<label xml:lang=\"en\">" w "</label>"		\
	"<label xml:lang=\"fr\">" w "</label>"				\
	"<label xml:lang=\"de\">" w "</label>"				\
	"<label xml:lang=\"it\">" w "</label>"				\
	"<label xml:lang=\"pt\">" w "</label>"				\
	"<label xml:lang=\"ja\">" w "</label>"
#define RULES "<model code=\"own\"><name>" LABELS("Own") "</name>"	\
	"<description>" LABELS("Own") "</description>"			\
	"<before what=\"referrals\" needs=\"wishes\"/>"			\
	"<answer within=\"2 working days\"/><reports every=\"1 month\"/>" \
	"</model>"

static struct dossier *
accepted(void)
{
	struct dossier *d;

	given();
	store_begun();
	type_folder_put("models/own.xml", RULES);
	CHECK(refund_install("<models><model code=\"own\"/></models>")
	    == OK);
	d = refund_registered();
	CHECK(dossier_accept(&cx, d, "", "", 0, 0) == OK);
	cx.act = NULL;
	return d;
}

static const struct provider_new gym = { .services = "Physiotherapy\n"
    "Home visits\n\nPHYSIOTHERAPY\n", .areas = "North\nWest",
    .languages = "Deutsch\nTürkçe", .contact = "Ask for Ms Lang",
    .about = "", .capacity = "2", .accepts = true };

static struct provider *
provider(void)
{
	struct provider *v = NULL;

	CHECK(provider_add(&cx, "P-20000002", &gym, &v) == OK);
	CHECK(provider_open(&cx, "P-20000002", &v) == OK);
	return v;
}

static const char *
mistake(const char *field)
{
	const struct mistake *m = cx.mistakes;

	CHECK(m != NULL);
	if (m == NULL)
		return "";
	CHECK_TEXT(m->field, field);
	cx.mistakes = NULL;
	return m->text;
}

static int
found(const struct provider_filter *f)
{
	struct provider *v;
	int n = 0;

	CHECK(provider_list(&cx, f, &v) == OK);
	for (; v != NULL; v = v->next)
		n++;
	return n;
}

static void
providers_are_found_by_what_they_do(void)
{
	struct provider_filter f = { .text = "", .service = "", .area = "",
	    .language = "", .after = "", .limit = 10 };
	const struct provider_word *w;
	struct provider_new n = gym;
	struct provider_word *all;
	struct provider *v;
	int words = 0;

	given();
	store_begun();
	as("mia");
	CHECK(provider_add(&cx, "P-99", &gym, &v) == ERR_INVALID);
	mistake("person");
	n.services = " \n";
	CHECK(provider_add(&cx, "P-20000002", &n, &v) == ERR_INVALID);
	mistake("services");
	v = provider();
	CHECK(provider_add(&cx, "P-20000002", &gym, &v) == ERR_INVALID);
	mistake("person");
	CHECK(provider_open(&cx, "P-20000002", &v) == OK);
	for (w = v->words; w != NULL; w = w->next)
		words++;
	CHECK(words == 6);	/* each once */
	f.service = "physiotherapy";
	f.language = "turkce";
	CHECK(found(&f) == 1);
	f.area = "South";
	CHECK(found(&f) == 0);
	f.area = "";
	f.text = "nordw";
	CHECK(found(&f) == 1);
	f.after = "P-20000002";
	CHECK(found(&f) == 0);
	f.after = "";
	n = gym;
	n.accepts = false;
	CHECK(provider_change(&cx, v, &n, v->version) == OK);
	f.accepting = true;
	CHECK(found(&f) == 0);
	f.accepting = false;
	CHECK(provider_words(&cx, "service", &all) == OK);
	CHECK(all != NULL && all->next != NULL && all->next->next == NULL);
	CHECK(provider_change(&cx, v, &n, 1) == ERR_CONFLICT);
	CHECK(provider_open(&cx, "P-20000002", &v) == OK);
	CHECK(provider_end(&cx, v, "Moved away") == OK);
	CHECK(found(&f) == 0);
	f.ended = true;
	CHECK(found(&f) == 1);
	CHECK(provider_add(&cx, "P-20000002", &gym, &v) == OK);
	f.ended = false;
	CHECK(found(&f) == 1);
	CHECK_TEXT(store_fault(), "");
}

static struct strength *
said(struct dossier *d, bool wish, const char *words)
{
	struct strength_new n = { .wish = wish, .area = "daily",
	    .words = words, .said_by = "", .said = "" };
	struct strength *x = NULL;

	CHECK(strength_add(&cx, d, &n, &x) == OK);
	return x;
}

static void
what_somebody_can_and_wants_is_written_and_taken_back(void)
{
	struct strength_new n = { .area = "nowhere", .words = "",
	    .said_by = "", .said = "2026-12-24" };
	struct strength *x, *list;
	struct dossier *d = accepted();
	const char *act;

	CHECK(strength_add(&cx, d, &n, &x) == ERR_INVALID);
	CHECK(cx.mistakes != NULL && cx.mistakes->next != NULL &&
	    cx.mistakes->next->next != NULL);	/* all three at once */
	cx.mistakes = NULL;
	x = said(d, true, "I want to climb my stairs again.");
	CHECK_TEXT(told(d), "Personal goal noted: “I want to climb my stairs "
	    "again.”");
	x = said(d, false, "Cooks for her whole street");
	cx.act = NULL;
	n = (struct strength_new){ .area = "", .words = "Cooks well",
	    .said_by = "Her son", .said = "2026-11-20" };
	CHECK(strength_change(&cx, d, x, &n, x->version) == ERR_CONFLICT);
	CHECK(strength_open(&cx, d, x->no, &x) == OK);
	CHECK(strength_change(&cx, d, x, &n, x->version) == OK);
	act = cx.act->number;
	cx.act = NULL;
	CHECK(strength_list(&cx, d, &list) == OK);
	CHECK_TEXT(list->words, "Cooks well");
	CHECK(!list->wish && list->next != NULL && list->next->wish);
	CHECK(act_undone(act) == OK);
	CHECK(strength_open(&cx, d, x->no, &x) == OK);
	CHECK_TEXT(x->words, "Cooks for her whole street");
	CHECK_TEXT(x->said_by, "");
	CHECK(strength_end(&cx, d, x, "") == ERR_INVALID);
	cx.mistakes = NULL;
	CHECK(strength_end(&cx, d, x, "Not any more") == OK);
	CHECK(strength_end(&cx, d, x, "Again") == ERR_CONFLICT);
	CHECK_TEXT(store_fault(), "");
}

static struct referral *
referred(struct dossier *d)
{
	struct referral_new n = { .provider = "P-20000002",
	    .service = "Physiotherapy", .purpose = "Stairs", .send = true,
	    .day = "", .answer_by = "" };
	struct referral *x = NULL;

	CHECK(referral_add(&cx, d, &n, &x) == OK);
	CHECK(referral_open(&cx, d, x->no, &x) == OK);
	cx.act = NULL;
	return x;
}

static enum err
moved(struct dossier *d, struct referral **x, enum referral_act act,
    const char *why)
{
	enum err e = referral_move(&cx, d, *x, act, "", why);

	cx.act = NULL;
	CHECK(referral_open(&cx, d, (*x)->no, x) == OK);
	return e;
}

static void
a_referral_goes_its_way_and_reports_are_expected(void)
{
	struct referral_new n = { .provider = "P-20000002",
	    .service = "Physiotherapy", .purpose = "Stairs", .send = true,
	    .day = "", .answer_by = "" };
	struct referral_report *r;
	struct rulepack_fact *f;
	struct referral *x;
	struct dossier *d = accepted();

	provider();
	CHECK(referral_add(&cx, d, &n, &x) == ERR_INVALID);
	CHECK(strstr(mistake("provider"), "Before a referral, this is to be "
	    "there: 1 personal goal") != NULL);
	said(d, true, "Stairs");
	x = referred(d);
	CHECK(x->state == REFERRAL_SENT);
	CHECK_TEXT(x->answer_by, "2026-11-26");
	CHECK(moved(d, &x, REFERRAL_END, "") == ERR_CONFLICT);
	CHECK(moved(d, &x, REFERRAL_REFUSE, "") == ERR_INVALID);
	cx.mistakes = NULL;
	later(4 * DAY);
	CHECK(referral_is_unanswered(&cx, x));
	CHECK(rulepack_fact_list(&cx, d, &f) == OK);
	CHECK_TEXT(f->next->now, "1 answer is overdue");
	CHECK(moved(d, &x, REFERRAL_ACCEPT, "") == OK);
	CHECK_TEXT(told(d), "Nordwind GmbH accepted the referral: "
	    "Physiotherapy");
	CHECK(moved(d, &x, REFERRAL_START, "") == OK);
	CHECK_TEXT(x->report_due, "2026-12-28");
	CHECK(referral_report(&cx, d, x, "", 0, "") == ERR_INVALID);
	cx.mistakes = NULL;
	later(60 * DAY);
	CHECK(referral_is_unreported(&cx, x));
	CHECK(rulepack_fact_list(&cx, d, &f) == OK);
	CHECK(f->next->next->state == RULEPACK_LACKS);
	CHECK(referral_report(&cx, d, x, "", 0, "Climbs ten") == OK);
	cx.act = NULL;
	CHECK_TEXT(x->report_due, "2027-01-28");
	CHECK(referral_reports(&cx, d, x, &r) == OK && r != NULL);
	CHECK_TEXT(r->due, "2026-12-28");
	CHECK(referral_open(&cx, d, x->no, &x) == OK && x->reports == 1);
	CHECK(moved(d, &x, REFERRAL_END, "Done") == OK);
	CHECK_TEXT(x->report_due, "");
	CHECK_TEXT(store_fault(), "");
}

static void
what_became_of_a_referral_is_undone(void)
{
	struct referral_report *r;
	struct referral *x;
	struct dossier *d = accepted();
	const char *act;

	provider();
	said(d, true, "Stairs");
	x = referred(d);
	CHECK(moved(d, &x, REFERRAL_START, "") == OK);
	CHECK(referral_report(&cx, d, x, "", 0, "Climbs ten") == OK);
	act = cx.act->number;
	cx.act = NULL;
	CHECK(act_undone(act) == OK);
	CHECK(referral_open(&cx, d, x->no, &x) == OK);
	CHECK_TEXT(x->report_due, "2026-12-24");
	CHECK(referral_reports(&cx, d, x, &r) == OK && r == NULL);
	CHECK(referral_move(&cx, d, x, REFERRAL_END, "", "") == OK);
	act = cx.act->number;
	cx.act = NULL;
	CHECK(act_undone(act) == OK);
	CHECK(referral_open(&cx, d, x->no, &x) == OK);
	CHECK(x->state == REFERRAL_STARTED);
	CHECK_TEXT(store_fault(), "");
}

int
main(void)
{
	type_folder_open();
	if (mkdir(type_folder_path("models"), 0700) != 0 ||
	    mkdir(type_folder_path("../../caremodels"), 0700) != 0)
		return 1;
	type_folder_put("../../caremodels/model.rng",
	    source_text("etc/caremodels/model.rng"));
	RUN(providers_are_found_by_what_they_do);
	RUN(what_somebody_can_and_wants_is_written_and_taken_back);
	RUN(a_referral_goes_its_way_and_reports_are_expected);
	RUN(what_became_of_a_referral_is_undone);
	return DONE;
}
