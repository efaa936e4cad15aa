/* SPDX-License-Identifier: MIT */
/* What is known of a patient: noted, changed, ended, in error, taken back,
 * and gathered from all cases. */
#include "check.h"
#include "domain/course/dossier_merge.h"
#include "domain/dossier/fact.h"
#include "domain/people/compartment.h"
#include "model/undo.h"
#include "seen.h"
#include "store/db.h"
#include "world.h"

#define ANKLE "C-2026-10000061"
#define OTHER "C-2026-10000087"	/* mia alone */

static void
patient(const char *number)
{
	must(db_run(&cx, "INSERT INTO party (dossier, no, person, role,"
	    " added) VALUES ((SELECT id FROM dossier WHERE number = $1),"
	    " 900, (SELECT id FROM person WHERE number = 'P-20000001'),"
	    " 'patient', $now)", db_t(number)));
}

static void
member(const char *login)
{
	struct compartment *c;

	as("ada");
	must(compartment_open(&cx, "medical", &c));
	must(compartment_admit(&cx, c, login, 0, "Nurse"));
}

static struct dossier *
ward(void)
{
	given();
	member("mia");
	return opened_as("mia", ANKLE);
}

static struct fact *
noted(struct dossier *d, enum fact_kind kind,
    const char *const typed[FACT_PLACES])
{
	struct fact *f = NULL;

	cx.act = NULL;
	cx.mistakes = NULL;
	must(fact_act_add(&cx, d, kind, typed, &f));
	return f;
}

static struct fact *
again(const struct dossier *d, const struct fact *f)
{
	struct fact *out = NULL;

	must(fact_open(&cx, d, f->kind, f->no, &out));
	return out;
}

static struct fact *
allergy(struct dossier *d, const char *to, const char *danger)
{
	const char *typed[FACT_PLACES] = { [FACT_WORDS] = to,
	    [ALLERGY_CRITICALITY] = danger,
	    [ALLERGY_TOLD_BY] = "The patient" };

	return noted(d, FACT_ALLERGY, typed);
}

static struct fact *
medicine(struct dossier *d)
{
	const char *typed[FACT_PLACES] = { [FACT_WORDS] = "Ramipril 5 mg",
	    [MEDICATION_DOSE] = "1 in the morning", [FACT_BEGINS] = "2024-05",
	    [MEDICATION_TOLD_BY] = "Daughter" };

	return noted(d, FACT_MEDICATION, typed);
}

static void
each_field_is_refused_by_its_name(void)
{
	static const struct {
		enum fact_kind kind;
		const char *name;
		struct { enum fact_place at; const char *text; } typed[4];
	} rows[] = {
		{ FACT_PROBLEM, "words", { { FACT_WORDS, " " } } },
		{ FACT_PROBLEM, "status", { { FACT_STATUS, "gone" } } },
		{ FACT_PROBLEM, "status", { { FACT_STATUS, "active" },
		    { FACT_BEGINS, "2019" }, { FACT_ENDS, "2020-03" } } },
		{ FACT_PROBLEM, "verification", { { PROBLEM_VERIFICATION,
		    "entered-in-error" } } },
		{ FACT_PROBLEM, "begins", { { FACT_BEGINS, "2019-13" } } },
		{ FACT_PROBLEM, "begins", { { FACT_BEGINS, "2026-12" } } },
		{ FACT_PROBLEM, "ends", { { FACT_STATUS, "resolved" },
		    { FACT_BEGINS, "2019-06" }, { FACT_ENDS, "2019-05-31" } } },
		{ FACT_PROBLEM, "system", { { FACT_CODE, "J45" } } },
		{ FACT_PROBLEM, "code", { { FACT_SYSTEM,
		    "http://snomed.info/sct" } } },
		{ FACT_PROBLEM, "severity", { { PROBLEM_SEVERITY, "bad" } } },
		{ FACT_ALLERGY, "told_on", { { ALLERGY_TOLD_ON,
		    "2026-11-25" } } },
		{ FACT_ALLERGY, "code", { { FACT_CODE, FACT_NONE_CODE },
		    { FACT_SYSTEM, FACT_SNOMED } } },
		{ FACT_MEDICATION, "why", { { FACT_STATUS, "stopped" },
		    { MEDICATION_TOLD_BY, "Son" } } },
		{ FACT_MEDICATION, "told_by", { { MEDICATION_TOLD_BY, "" } } },
		{ FACT_ENCOUNTER, "class", { { ENCOUNTER_CLASS, "ROOM" },
		    { FACT_BEGINS, "2026-11-24T10:00" } } },
		{ FACT_ENCOUNTER, "begins", { { ENCOUNTER_CLASS, "AMB" } } },
		{ FACT_ENCOUNTER, "ends", { { ENCOUNTER_CLASS, "AMB" },
		    { FACT_BEGINS, "2026-11-24T10:00" },
		    { FACT_ENDS, "2026-11-24T09:00" } } },
		{ FACT_ENCOUNTER, "person", { { ENCOUNTER_CLASS, "AMB" },
		    { FACT_BEGINS, "2026-11-24T10:00" },
		    { ENCOUNTER_PERSON, "P-20000002" } } },
		{ FACT_ENCOUNTER, "appointment", { { ENCOUNTER_CLASS, "AMB" },
		    { FACT_BEGINS, "2026-11-24T10:00" },
		    { ENCOUNTER_APPOINTMENT, "T-12345678" } } },
		{ FACT_ALERT, "category", { { ALERT_CATEGORY, "" } } }
	};
	struct dossier *d = ward();
	struct fact *f;
	size_t i, j;

	for (i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
		const char *typed[FACT_PLACES] = { [FACT_WORDS] = "Asthma" };

		for (j = 0; j < 4 && rows[i].typed[j].text != NULL; j++)
			typed[rows[i].typed[j].at] = rows[i].typed[j].text;
		cx.mistakes = NULL;
		CHECK(fact_act_add(&cx, d, rows[i].kind, typed, &f) ==
		    ERR_INVALID);
		CHECK_TEXT(cx.mistakes == NULL ? "" : cx.mistakes->field,
		    rows[i].name);
	}
	CHECK(world_int("SELECT (SELECT count(*) FROM problem)"
	    " + (SELECT count(*) FROM encounter)") == 0);
	CHECK(fact_open(&cx, d, FACT_PROBLEM, 4711, &f) == ERR_MISSING);
}

static void
who_reads_notes_nothing_and_a_closed_case_takes_nothing(void)
{
	const char *typed[FACT_PLACES] = { [FACT_WORDS] = "Asthma" };
	struct fact *f;

	given();
	CHECK(fact_act_add(&cx, opened_as("zoe", ANKLE), FACT_PROBLEM, typed,
	    &f) == ERR_FORBIDDEN);
	CHECK(fact_act_add(&cx, opened_as("mia", "C-2026-10000102"),
	    FACT_PROBLEM, typed, &f) == ERR_CONFLICT);
}

static void
a_change_keeps_its_history_and_a_stale_one_is_told(void)
{
	const char *typed[FACT_PLACES] = { [FACT_WORDS] = "Asthma",
	    [FACT_CODE] = "J45.9", [FACT_SYSTEM] =
	    "http://hl7.org/fhir/sid/icd-10", [FACT_BEGINS] = "2012" };
	struct dossier *d = ward();
	struct fact *f = again(d, noted(d, FACT_PROBLEM, typed));

	CHECK_TEXT(told(d), "Problem noted: Asthma");
	CHECK_TEXT(fact_show(&cx, f, FACT_STATUS), "Active");
	CHECK_TEXT(f->noted_by, "Mia Berger");
	CHECK(fact_holds(&cx, f));
	fact_show_typed(&cx, f, typed);
	CHECK(fact_act_change(&cx, d, f, typed, f->version) == OK);
	CHECK(again(d, f)->version == 1);	/* nothing differed */
	typed[FACT_STATUS] = "resolved";
	typed[FACT_ENDS] = "2020-03";
	CHECK(fact_act_change(&cx, d, again(d, f), typed, 7) ==
	    ERR_CONFLICT);
	CHECK(fact_act_change(&cx, d, again(d, f), typed, 1) == OK);
	CHECK_TEXT(told(d), "Problem changed: Asthma");
	f = again(d, f);
	CHECK(f->version == 2 && !fact_holds(&cx, f));
	CHECK_TEXT(fact_show(&cx, f, FACT_ENDS), "March 2020");
	CHECK_TEXT(fact_show(&cx, f, FACT_BEGINS), "2012");
}

/* Only members hear of it, though the case is everybody's. */
static void
its_events_are_for_members_alone(void)
{
	struct dossier *d;

	given();
	store_begun();
	member("mia");
	d = opened_as("mia", ANKLE);
	allergy(d, "Latex", "high");
	CHECK_TEXT(store_fault(), "");
	CHECK_TEXT(told(d), "Allergy noted: Latex");
	CHECK(strcmp(told(opened_as("ben", ANKLE)), "Allergy noted: Latex")
	    != 0);
	CHECK(world_int("SELECT count(*) FROM event_protected p"
	    " JOIN event e ON e.dossier = p.dossier AND e.seq = p.seq"
	    " WHERE e.kind = 'allergy.noted'") == 1);
}

static void
in_error_is_said_and_stays(void)
{
	static const enum fact_kind kinds[] = { FACT_PROBLEM, FACT_ALLERGY,
	    FACT_MEDICATION, FACT_ENCOUNTER, FACT_ALERT };
	const char *typed[FACT_PLACES];
	struct dossier *d = ward();
	struct fact *f;
	size_t i, j;

	for (i = 0; i < 5; i++) {
		for (j = 0; j < FACT_PLACES; j++)
			typed[j] = NULL;
		typed[FACT_WORDS] = "Wrong patient";
		if (kinds[i] == FACT_MEDICATION)
			typed[MEDICATION_TOLD_BY] = "Nobody";
		if (kinds[i] == FACT_ENCOUNTER) {
			typed[ENCOUNTER_CLASS] = "HH";
			typed[FACT_BEGINS] = "2026-11-20T08:30";
		}
		if (kinds[i] == FACT_ALERT)
			typed[ALERT_CATEGORY] = "safety";
		f = again(d, noted(d, kinds[i], typed));
		cx.act = NULL;
		CHECK(fact_act_void(&cx, d, f, " ") == ERR_INVALID);
		f = again(d, f);
		CHECK(fact_act_void(&cx, d, f, "The other bed") == OK);
		f = again(d, f);
		CHECK(fact_is_error(f) && !fact_holds(&cx, f));
		CHECK_TEXT(fact_show(&cx, f, FACT_STATUS),
		    "Entered in error");
		CHECK(fact_act_void(&cx, d, f, "Again") == ERR_CONFLICT);
		CHECK(fact_act_change(&cx, d, f, typed, f->version) ==
		    ERR_CONFLICT);
		CHECK(act_undone(cx.act->number) == OK);
		CHECK(!fact_is_error(again(d, f)));
	}
}

/* Nobody asked, somebody said there are none, there are some. */
static void
none_known_is_not_nobody_asked(void)
{
	struct dossier *d = ward();
	struct fact_banner b;
	struct fact *f, *none;

	must(fact_banner(&cx, d, &b));
	CHECK(b.asked == FACT_UNASKED);
	CHECK(fact_act_none(&cx, d, "", "", &f) == ERR_INVALID);
	cx.act = NULL;
	CHECK(fact_act_none(&cx, d, "The patient", "2026-11-20", &none) ==
	    OK);
	CHECK_TEXT(told(d), "No known allergies, told by The patient");
	must(fact_banner(&cx, d, &b));
	CHECK(b.asked == FACT_NONE && b.none != NULL && b.allergies == NULL);
	CHECK_TEXT(b.none->value[ALLERGY_TOLD_ON], "2026-11-20");
	f = allergy(d, "Penicillin", "high");
	must(fact_banner(&cx, d, &b));
	CHECK(b.asked == FACT_SOME && b.none == NULL &&
	    b.allergies->no == f->no);
	CHECK_TEXT(again(d, none)->value[FACT_STATUS], "inactive");
	CHECK(act_undone(cx.act->number) == OK);
	must(fact_banner(&cx, d, &b));
	CHECK(b.asked == FACT_NONE);
	f = allergy(d, "Penicillin", "high");
	CHECK(fact_act_none(&cx, d, "Son", "", &none) == ERR_CONFLICT);
	CHECK(fact_act_end(&cx, d, again(d, f), "", "Tested") == OK);
	must(fact_banner(&cx, d, &b));
	CHECK(b.asked == FACT_UNASKED);
}

static void
a_medicine_stops_for_a_reason(void)
{
	struct dossier *d = ward();
	struct fact *f = medicine(d);

	cx.act = NULL;
	CHECK(fact_act_end(&cx, d, again(d, f), "2026-11-23", "") ==
	    ERR_INVALID);
	CHECK(fact_act_end(&cx, d, again(d, f), "2024-04", "Cough") ==
	    ERR_INVALID);
	CHECK(fact_act_end(&cx, d, again(d, f), "2026-11-23", "Cough") ==
	    OK);
	CHECK_TEXT(told(d), "Medicine stopped: Ramipril 5 mg");
	f = again(d, f);
	CHECK_TEXT(f->value[FACT_STATUS], "stopped");
	CHECK_TEXT(f->value[FACT_ENDS], "2026-11-23");
	CHECK(fact_act_end(&cx, d, f, "", "Cough") == ERR_CONFLICT);
	CHECK(act_undone(cx.act->number) == OK);
	CHECK_TEXT(again(d, f)->value[FACT_STATUS], "active");
}

static void
an_encounter_is_with_the_care_team(void)
{
	const char *typed[FACT_PLACES] = { [FACT_WORDS] = "Wound",
	    [ENCOUNTER_CLASS] = "AMB", [FACT_BEGINS] = "2026-11-24T10:00",
	    [FACT_STATUS] = "in-progress" };
	struct dossier *d = ward();
	struct fact *f;

	typed[ENCOUNTER_PERSON] = d->parties == NULL ? "" : NULL;
	must(db_run(&cx, "UPDATE person SET number = 'P-70000001'"
	    " WHERE id = $1", db_i(world_person("mia"))));
	d = opened_as("mia", ANKLE);
	must(db_run(&cx, "INSERT INTO party (dossier, no, person, role,"
	    " added) VALUES ($1, 901, $2, 'nurse', $now)", db_i(d->id),
	    db_i(world_person("mia"))));
	typed[ENCOUNTER_PERSON] = "P-70000001";
	f = again(d, noted(d, FACT_ENCOUNTER, typed));
	CHECK_TEXT(f->with, "Mia Berger");
	CHECK_TEXT(f->with_number, "P-70000001");
	CHECK_TEXT(fact_show(&cx, f, FACT_BEGINS),
	    "Tue 24 Nov 2026, 10:00");
	CHECK(fact_act_end(&cx, d, f, "2026-11-24T10:40", "") == OK);
	f = again(d, f);
	CHECK_TEXT(f->value[FACT_STATUS], "finished");
	CHECK(fact_act_end(&cx, d, f, "", "") == ERR_CONFLICT);
	fact_show_typed(&cx, f, typed);
	CHECK_TEXT(typed[FACT_ENDS], "2026-11-24T10:40");
	CHECK(fact_act_change(&cx, d, f, typed, f->version) == OK);
	CHECK(again(d, f)->version == 2);
}

/* What holds first and dangerous first, each once over any pages. */
static void
lists_go_on_where_they_stopped(void)
{
	static const char *const order[] = { "E", "B", "D", "A", "C" };
	struct dossier *d = ward();
	struct fact *f, *x;
	int64_t after = 0;
	size_t i;

	allergy(d, "A", "low");
	allergy(d, "B", "high");
	f = allergy(d, "C", "high");
	must(fact_act_end(&cx, d, again(d, f), "", ""));
	allergy(d, "D", "");
	allergy(d, "E", "high");
	for (i = 0; i < 5; i++) {
		must(fact_list(&cx, d, FACT_ALLERGY, after, 1, &x));
		CHECK_TEXT(x == NULL ? "" : x->value[FACT_WORDS], order[i]);
		after = x->no;
	}
	must(fact_list(&cx, d, FACT_ALLERGY, after, 1, &x));
	CHECK(x == NULL);
}

static void
the_banner_gathers_all_cases_in_sight(void)
{
	const char *falls[FACT_PLACES] = { [FACT_WORDS] = "Falls",
	    [ALERT_CATEGORY] = "safety", [FACT_ENDS] = "2026-11" };
	const char *past[FACT_PLACES] = { [FACT_WORDS] = "Flu",
	    [ALERT_CATEGORY] = "contact", [FACT_BEGINS] = "2026-10-01",
	    [FACT_ENDS] = "2026-10-09" };
	struct fact_banner b;
	struct dossier *d;

	given();
	member("mia");
	member("ben");
	patient(ANKLE);
	patient(OTHER);
	d = opened_as("mia", OTHER);
	allergy(d, "Penicillin", "high");
	noted(d, FACT_ALERT, past);
	d = opened_as("mia", ANKLE);
	allergy(d, "Pollen", "low");
	noted(d, FACT_ALERT, falls);
	must(fact_banner(&cx, d, &b));
	CHECK_TEXT(b.allergies->value[FACT_WORDS], "Penicillin");
	CHECK_TEXT(b.allergies->dossier_number, OTHER);
	CHECK_TEXT(b.allergies->next->value[FACT_WORDS], "Pollen");
	CHECK(b.allergies->next->next == NULL);
	CHECK(b.alerts != NULL && b.alerts->next == NULL);
	CHECK_TEXT(b.alerts->value[FACT_WORDS], "Falls");
	/* ben does not see the restricted case; zoe is no member */
	must(fact_banner(&cx, opened_as("ben", ANKLE), &b));
	CHECK(b.allergies != NULL && b.allergies->next == NULL);
	CHECK_TEXT(b.allergies->value[FACT_WORDS], "Pollen");
	must(fact_banner(&cx, opened_as("zoe", ANKLE), &b));
	CHECK(b.asked == FACT_UNASKED && b.alerts == NULL);
}

static void
a_merge_takes_them_along_and_undo_brings_them_back(void)
{
	struct dossier *d, *into;
	struct fact *x;

	given();
	member("mia");
	d = opened_as("mia", OTHER);
	allergy(d, "Latex", "high");
	medicine(d);
	cx.act = NULL;
	into = opened_as("mia", ANKLE);
	must(dossier_merge(&cx, d, into, "The same"));
	must(fact_list(&cx, into, FACT_ALLERGY, 0, 9, &x));
	CHECK(x != NULL);
	must(fact_list(&cx, into, FACT_MEDICATION, 0, 9, &x));
	CHECK(x != NULL);
	CHECK(act_undone(cx.act->number) == OK);
	must(fact_list(&cx, into, FACT_ALLERGY, 0, 9, &x));
	CHECK(x == NULL);
	must(fact_list(&cx, d, FACT_ALLERGY, 0, 9, &x));
	CHECK(x != NULL);
}

int
main(void)
{
	RUN(each_field_is_refused_by_its_name);
	RUN(who_reads_notes_nothing_and_a_closed_case_takes_nothing);
	RUN(a_change_keeps_its_history_and_a_stale_one_is_told);
	RUN(its_events_are_for_members_alone);
	RUN(in_error_is_said_and_stays);
	RUN(none_known_is_not_nobody_asked);
	RUN(a_medicine_stops_for_a_reason);
	RUN(an_encounter_is_with_the_care_team);
	RUN(lists_go_on_where_they_stopped);
	RUN(the_banner_gathers_all_cases_in_sight);
	RUN(a_merge_takes_them_along_and_undo_brings_them_back);
	return DONE;
}
