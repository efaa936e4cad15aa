/* SPDX-License-Identifier: MIT */
#ifndef DOMAIN_FHIR_FACT_H
#define DOMAIN_FHIR_FACT_H

#include <stdbool.h>

#include "base/ctx.h"
#include "model/fact.h"
#include "xml/reader.h"

/*
 * What is known of a patient and its resource: Condition,
 * AllergyIntolerance, MedicationStatement, Encounter, Flag. Values are as
 * forms have them (fact_show_typed). What was read from a tree and is written
 * into it leaves every byte of it; what is written is read again.
 */
bool	 fhir_fact_kind(const char *resource, enum fact_kind *out);
const char *fhir_fact_resource(enum fact_kind);
void	 fhir_fact_read(struct ctx *, enum fact_kind, struct reader_node *,
	    const char *out[FACT_PLACES]);
void	 fhir_fact_write(struct ctx *, enum fact_kind, struct reader_node *,
	    const char *const values[FACT_PLACES]);
/* The element of a resource that says whose it is: "subject". */
const char *fhir_fact_subject(enum fact_kind);

#endif
