/* SPDX-License-Identifier: MIT */
#ifndef XML_QUESTIONKNOWN_H
#define XML_QUESTIONKNOWN_H

#include "model/casetype.h"

/* What questionnaires of FHIR name and do not hold, as far as we know it:
 * sets of answers, and what the scores of some questionnaires mean. */
struct questionknown_answer {
	const char *code;	/* as in the system; NULL ends the list */
	struct label label;
	int points;
};
struct questionknown_set {
	const char *url, *system;
	bool scored;
	const struct questionknown_answer *answers;
};
/* NULL: we do not know it. A version behind the address is left out of it. */
const struct questionknown_set *questionknown_set(const char *url);

struct questionknown_band {
	const char *code;	/* of ours; NULL ends the list */
	int from;
	struct label label;
};
/* Of a questionnaire by its code in LOINC; NULL. */
const struct questionknown_band *questionknown_bands(const char *loinc);

#endif
