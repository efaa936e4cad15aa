/* SPDX-License-Identifier: MIT */
#ifndef MODEL_FACT_H
#define MODEL_FACT_H

#include <stdbool.h>
#include <stdint.h>

/*
 * What is known of a patient. Each kind is a table with the columns that all
 * have and some of its own; their values are texts here, by these places.
 * Codes are those of FHIR R4. Days are civil and may be a month or a year
 * alone; those of encounters are moments, in decimal digits.
 */
enum fact_kind {
	FACT_PROBLEM,		/* Condition */
	FACT_ALLERGY,		/* AllergyIntolerance */
	FACT_MEDICATION,	/* MedicationStatement: as it was told */
	FACT_ENCOUNTER,		/* Encounter */
	FACT_ALERT,		/* Flag */
	FACT_KINDS
};

enum fact_place {
	FACT_WORDS, FACT_CODE, FACT_SYSTEM, FACT_STATUS, FACT_BEGINS,
	FACT_ENDS, FACT_NOTE, FACT_WHY, FACT_OWN,	/* its own from here */
	PROBLEM_VERIFICATION = FACT_OWN, PROBLEM_SEVERITY, PROBLEM_PLACES,
	ALLERGY_VERIFICATION = FACT_OWN, ALLERGY_TYPE, ALLERGY_CATEGORY,
	ALLERGY_CRITICALITY, ALLERGY_REACTIONS, ALLERGY_SEVERITY,
	ALLERGY_TOLD_BY, ALLERGY_TOLD_ON, ALLERGY_PLACES,
	MEDICATION_DOSE = FACT_OWN, MEDICATION_REASON, MEDICATION_TOLD_BY,
	MEDICATION_PLACES,
	ENCOUNTER_CLASS = FACT_OWN, ENCOUNTER_PLACE, ENCOUNTER_PERSON,
	ENCOUNTER_APPOINTMENT, ENCOUNTER_PLACES,
	ALERT_CATEGORY = FACT_OWN, ALERT_PLACES,
	FACT_PLACES = ALLERGY_PLACES	/* the most */
};

/* SNOMED CT: no known allergy. */
#define FACT_NONE_CODE "716186003"
#define FACT_SNOMED "http://snomed.info/sct"
#define FACT_ERROR "entered-in-error"

struct fact {
	struct fact *next;
	int64_t id, no;
	enum fact_kind kind;
	const char *value[FACT_PLACES];	/* as kept: rows of a person and an
					 * appointment by their ids */
	int64_t noted, changed;
	const char *noted_by, *changed_by;	/* names */
	int64_t version;
	int64_t rank, sort;	/* where it stands in lists: rank 0 first,
				 * then the highest sort, then no */
	const char *with, *with_number;	/* the person of an encounter */
	const char *appointment;	/* its number, "" none */
	/* in what is gathered from all cases of a patient */
	const char *dossier_number, *dossier_title;
};

/* What stands on top of each page of a patient. */
enum fact_asked {
	FACT_UNASKED,		/* nobody said anything of allergies */
	FACT_NONE,		/* there are none, as somebody said */
	FACT_SOME
};
struct fact_banner {
	enum fact_asked asked;
	struct fact *allergies;	/* the most dangerous first */
	struct fact *none;	/* who said so, while asked is FACT_NONE */
	struct fact *alerts;
};

#endif
