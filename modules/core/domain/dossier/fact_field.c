/* SPDX-License-Identifier: MIT */
/* What each kind of fact holds: the value sets are those of FHIR R4. */
#include <string.h>

#include "domain/dossier/fact.h"
#include "text/message.h"

static const struct fact_choice systems[] = {
	{ "http://snomed.info/sct", "SNOMED CT" },
	{ "http://hl7.org/fhir/sid/icd-10", "ICD-10" },
	{ "http://hl7.org/fhir/sid/icd-10-cm", "ICD-10-CM" },
	{ "http://hl7.org/fhir/sid/icpc-2", "ICPC-2" },
	{ "http://www.whocc.no/atc", "ATC" },
	{ "http://www.nlm.nih.gov/research/umls/rxnorm", "RxNorm" },
	{ "http://loinc.org", "LOINC" },
	{ NULL, NULL }
};
static const struct fact_choice problem_status[] = {
	{ "active", N_("Active") },
	{ "recurrence", N_("Come back") },
	{ "relapse", N_("Relapse") },
	{ "inactive", N_("Not active") },
	{ "remission", N_("In remission") },
	{ "resolved", N_("Resolved") },
	{ NULL, NULL }
};
static const struct fact_choice problem_verification[] = {
	{ "confirmed", N_("Confirmed") },
	{ "provisional", N_("Provisional") },
	{ "differential", N_("One of several possible") },
	{ "unconfirmed", N_("Not confirmed") },
	{ "refuted", N_("Ruled out") },
	{ FACT_ERROR, N_("Entered in error") },
	{ NULL, NULL }
};
static const struct fact_choice severity[] = {
	{ "mild", N_("Mild") },
	{ "moderate", N_("Moderate") },
	{ "severe", N_("Severe") },
	{ NULL, NULL }
};
static const struct fact_choice allergy_status[] = {
	{ "active", N_("Active") },
	{ "inactive", N_("Not active") },
	{ "resolved", N_("Resolved") },
	{ NULL, NULL }
};
static const struct fact_choice allergy_verification[] = {
	{ "confirmed", N_("Confirmed") },
	{ "unconfirmed", N_("Not confirmed") },
	{ "refuted", N_("Ruled out") },
	{ FACT_ERROR, N_("Entered in error") },
	{ NULL, NULL }
};
static const struct fact_choice allergy_type[] = {
	{ "allergy", N_("Allergy") },
	{ "intolerance", N_("Intolerance") },
	{ NULL, NULL }
};
static const struct fact_choice allergy_category[] = {
	{ "medication", N_("Medicine") },
	{ "food", N_("Food") },
	{ "environment", N_("Surroundings") },
	{ "biologic", N_("Biological product") },
	{ NULL, NULL }
};
static const struct fact_choice criticality[] = {
	{ "high", N_("High risk") },
	{ "low", N_("Low risk") },
	{ "unable-to-assess", N_("Risk not known") },
	{ NULL, NULL }
};
static const struct fact_choice medication_status[] = {
	{ "active", N_("Taken") },
	{ "intended", N_("To be taken") },
	{ "on-hold", N_("Paused") },
	{ "completed", N_("Completed") },
	{ "stopped", N_("Stopped") },
	{ "not-taken", N_("Not taken") },
	{ "unknown", N_("Not known") },
	{ FACT_ERROR, N_("Entered in error") },
	{ NULL, NULL }
};
static const struct fact_choice encounter_status[] = {
	{ "planned", N_("Planned") },
	{ "arrived", N_("Arrived") },
	{ "triaged", N_("Triaged") },
	{ "in-progress", N_("Under way") },
	{ "onleave", N_("On leave") },
	{ "finished", N_("Finished") },
	{ "cancelled", N_("Cancelled") },
	{ "unknown", N_("Not known") },
	{ FACT_ERROR, N_("Entered in error") },
	{ NULL, NULL }
};
static const struct fact_choice encounter_class[] = {
	{ "AMB", N_("Outpatient") },
	{ "IMP", N_("Inpatient") },
	{ "EMER", N_("Emergency") },
	{ "HH", N_("At home") },
	{ "VR", N_("By phone or video") },
	{ "SS", N_("Short stay") },
	{ "OBSENC", N_("Observation") },
	{ "ACUTE", N_("Inpatient, acute") },
	{ "NONAC", N_("Inpatient, not acute") },
	{ "PRENC", N_("Before admission") },
	{ "FLD", N_("In the field") },
	{ NULL, NULL }
};
static const struct fact_choice alert_status[] = {
	{ "active", N_("Active") },
	{ "inactive", N_("Lifted") },
	{ FACT_ERROR, N_("Entered in error") },
	{ NULL, NULL }
};
static const struct fact_choice alert_category[] = {
	{ "safety", N_("Safety") },
	{ "clinical", N_("Clinical") },
	{ "contact", N_("Isolation and contact") },
	{ "behavioral", N_("Behaviour") },
	{ "diet", N_("Diet") },
	{ "drug", N_("Medicines") },
	{ "lab", N_("Laboratory") },
	{ "advance-directive", N_("Advance directive") },
	{ "admin", N_("Administrative") },
	{ "research", N_("Research") },
	{ NULL, NULL }
};

#define DAY_HELP N_("A day, a month or a year: 2019-05-17, 2019-05 or 2019")
#define CODED								\
	[FACT_CODE] = { "code", FACT_LINE, false, 60, N_("Code"), "", NULL }, \
	[FACT_SYSTEM] = { "system", FACT_CHOICE, false, 200,		\
	    N_("Code of"), "", systems }
#define NOTED								\
	[FACT_NOTE] = { "note", FACT_LINES, false, 4000, N_("Remark"), "", \
	    NULL }

static const struct fact_field problem[] = {
	[FACT_WORDS] = { "words", FACT_LINE, true, 300, N_("Problem"), "",
	    NULL },
	CODED,
	[FACT_STATUS] = { "status", FACT_CHOICE, true, 0, N_("Status"), "",
	    problem_status },
	[FACT_BEGINS] = { "begins", FACT_DAY, false, 0, N_("Since"),
	    DAY_HELP, NULL },
	[FACT_ENDS] = { "ends", FACT_DAY, false, 0, N_("Until"), DAY_HELP,
	    NULL },
	NOTED,
	[FACT_WHY] = { "why", FACT_LINES, false, 2000, N_("Reason"), "",
	    NULL },
	[PROBLEM_VERIFICATION] = { "verification", FACT_CHOICE, false, 0,
	    N_("How certain"), "", problem_verification },
	[PROBLEM_SEVERITY] = { "severity", FACT_CHOICE, false, 0,
	    N_("Severity"), "", severity },
	[PROBLEM_PLACES] = { NULL, 0, false, 0, NULL, NULL, NULL }
};
static const struct fact_field allergy[] = {
	[FACT_WORDS] = { "words", FACT_LINE, true, 300, N_("Substance"), "",
	    NULL },
	CODED,
	[FACT_STATUS] = { "status", FACT_CHOICE, true, 0, N_("Status"), "",
	    allergy_status },
	[FACT_BEGINS] = { "begins", FACT_DAY, false, 0, N_("First seen"),
	    DAY_HELP, NULL },
	[FACT_ENDS] = { "ends", FACT_DAY, false, 0, N_("Last seen"),
	    DAY_HELP, NULL },
	NOTED,
	[FACT_WHY] = { "why", FACT_LINES, false, 2000, N_("Reason"), "",
	    NULL },
	[ALLERGY_VERIFICATION] = { "verification", FACT_CHOICE, false, 0,
	    N_("How certain"), "", allergy_verification },
	[ALLERGY_TYPE] = { "type", FACT_CHOICE, false, 0,
	    N_("Allergy or intolerance"), "", allergy_type },
	[ALLERGY_CATEGORY] = { "category", FACT_CHOICE, false, 0,
	    N_("Kind of substance"), "", allergy_category },
	[ALLERGY_CRITICALITY] = { "criticality", FACT_CHOICE, false, 0,
	    N_("Danger"), "", criticality },
	[ALLERGY_REACTIONS] = { "reactions", FACT_LINES, false, 2000,
	    N_("Reactions"), N_("One a line: hives, short of breath"),
	    NULL },
	[ALLERGY_SEVERITY] = { "severity", FACT_CHOICE, false, 0,
	    N_("The worst reaction was"), "", severity },
	[ALLERGY_TOLD_BY] = { "told_by", FACT_LINE, false, 200,
	    N_("Told by"), N_("The patient, a relative, a letter"), NULL },
	[ALLERGY_TOLD_ON] = { "told_on", FACT_DAY, false, 0, N_("Told on"),
	    "", NULL },
	[ALLERGY_PLACES] = { NULL, 0, false, 0, NULL, NULL, NULL }
};
static const struct fact_field medication[] = {
	[FACT_WORDS] = { "words", FACT_LINE, true, 300, N_("Medicine"), "",
	    NULL },
	CODED,
	[FACT_STATUS] = { "status", FACT_CHOICE, true, 0, N_("Status"), "",
	    medication_status },
	[FACT_BEGINS] = { "begins", FACT_DAY, false, 0, N_("From"),
	    DAY_HELP, NULL },
	[FACT_ENDS] = { "ends", FACT_DAY, false, 0, N_("Until"), DAY_HELP,
	    NULL },
	NOTED,
	[FACT_WHY] = { "why", FACT_LINES, false, 2000,
	    N_("Why it is not taken"), "", NULL },
	[MEDICATION_DOSE] = { "dose", FACT_LINE, false, 300, N_("Dose"),
	    N_("In words: 1 tablet in the morning"), NULL },
	[MEDICATION_REASON] = { "reason", FACT_LINE, false, 300,
	    N_("Taken for"), "", NULL },
	[MEDICATION_TOLD_BY] = { "told_by", FACT_LINE, true, 200,
	    N_("Told by"), N_("The patient, a relative, a letter"), NULL },
	[MEDICATION_PLACES] = { NULL, 0, false, 0, NULL, NULL, NULL }
};
static const struct fact_field encounter[] = {
	[FACT_WORDS] = { "words", FACT_LINE, true, 300, N_("What it was for"),
	    "", NULL },
	CODED,
	[FACT_STATUS] = { "status", FACT_CHOICE, true, 0, N_("Status"), "",
	    encounter_status },
	[FACT_BEGINS] = { "begins", FACT_MOMENT, true, 0, N_("From"), "",
	    NULL },
	[FACT_ENDS] = { "ends", FACT_MOMENT, false, 0, N_("Until"), "",
	    NULL },
	NOTED,
	[FACT_WHY] = { "why", FACT_LINES, false, 2000, N_("Reason"), "",
	    NULL },
	[ENCOUNTER_CLASS] = { "class", FACT_CHOICE, true, 0, N_("Where"), "",
	    encounter_class },
	[ENCOUNTER_PLACE] = { "place", FACT_LINE, false, 200, N_("Place"),
	    "", NULL },
	[ENCOUNTER_PERSON] = { "person", FACT_PERSON, false, 0,
	    N_("With whom"), "", NULL },
	[ENCOUNTER_APPOINTMENT] = { "appointment", FACT_LINE, false, 20,
	    N_("Appointment"), "", NULL },
	[ENCOUNTER_PLACES] = { NULL, 0, false, 0, NULL, NULL, NULL }
};
static const struct fact_field alert[] = {
	[FACT_WORDS] = { "words", FACT_LINE, true, 120, N_("Alert"),
	    N_("Short: it stands on each page of the patient"), NULL },
	CODED,
	[FACT_STATUS] = { "status", FACT_CHOICE, true, 0, N_("Status"), "",
	    alert_status },
	[FACT_BEGINS] = { "begins", FACT_DAY, false, 0, N_("From"), "",
	    NULL },
	[FACT_ENDS] = { "ends", FACT_DAY, false, 0, N_("Until"), "", NULL },
	NOTED,
	[FACT_WHY] = { "why", FACT_LINES, false, 2000, N_("Reason"), "",
	    NULL },
	[ALERT_CATEGORY] = { "category", FACT_CHOICE, true, 0, N_("Kind"),
	    "", alert_category },
	[ALERT_PLACES] = { NULL, 0, false, 0, NULL, NULL, NULL }
};

static const struct {
	const char *noun;
	const struct fact_field *fields;
	enum fact_place places;
} kinds[] = {
	[FACT_PROBLEM] = { "problem", problem, PROBLEM_PLACES },
	[FACT_ALLERGY] = { "allergy", allergy, ALLERGY_PLACES },
	[FACT_MEDICATION] = { "medication", medication, MEDICATION_PLACES },
	[FACT_ENCOUNTER] = { "encounter", encounter, ENCOUNTER_PLACES },
	[FACT_ALERT] = { "alert", alert, ALERT_PLACES }
};

const struct fact_field *
fact_field(enum fact_kind kind, enum fact_place place)
{
	return &kinds[kind].fields[place];
}

enum fact_place
fact_field_places(enum fact_kind kind)
{
	return kinds[kind].places;
}

const char *
fact_field_noun(enum fact_kind kind)
{
	return kinds[kind].noun;
}

bool
fact_field_noun_is(const char *noun, enum fact_kind *out)
{
	int i;

	for (i = 0; i < FACT_KINDS; i++)
		if (strcmp(kinds[i].noun, noun) == 0) {
			*out = (enum fact_kind)i;
			return true;
		}
	return false;
}

bool
fact_field_named(const char *name, enum fact_kind *kind, enum fact_place *place)
{
	size_t n;
	int i, k;

	for (k = 0; k < FACT_KINDS; k++) {
		n = strlen(kinds[k].noun);
		if (strncmp(name, kinds[k].noun, n) != 0 || name[n] != '.')
			continue;
		for (i = 0; i < (int)kinds[k].places; i++)
			if (strcmp(kinds[k].fields[i].name,
			    name + n + 1) == 0) {
				*kind = (enum fact_kind)k;
				*place = (enum fact_place)i;
				return true;
			}
	}
	return false;
}

const char *
fact_field_word(const struct fact_field *field, const char *code)
{
	const struct fact_choice *c;

	for (c = field->choices; c != NULL && c->code != NULL; c++)
		if (strcmp(c->code, code) == 0)
			return _(c->word);
	return code;
}
