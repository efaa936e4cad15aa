/* SPDX-License-Identifier: MIT */
#ifndef DOMAIN_FHIR_H
#define DOMAIN_FHIR_H

#include <stdbool.h>

#include "base/buf.h"
#include "base/ctx.h"
#include "domain/desk/fhir_person.h"
#include "model/dossier.h"
#include "model/fact.h"
#include "model/fhir.h"

/*
 * Cases of patients in FHIR R4. What a file brings becomes what is known of
 * the patient; whatever of it has no place here is kept whole, and leaves
 * with the case again, so nothing is lost: import, export, import gives the
 * same rows and bytes.
 */
#define FHIR_MOST 2000		/* resources of a file */

enum fhir_fate {
	FHIR_NEW,		/* becomes a row of the case */
	FHIR_CHANGED,		/* it is in already, and says something else */
	FHIR_KNOWN,		/* it is in as it is */
	FHIR_KEPT		/* kept without a row; why says the reason */
};

struct fhir_line {
	struct fhir_line *next;
	const char *type, *label;	/* "Condition", "Asthma" */
	enum fhir_fate fate;
	const char *why;		/* "" but of what is kept */
	struct fhir_kept kept;
	enum fact_kind kind;
	bool mapped;			/* its type has rows of that kind */
	const char *values[FACT_PLACES];	/* as forms have them */
	struct reader_node *tree;
};

struct fhir_file {
	const char *name;
	struct fhir_line *lines;
	size_t n;
	bool named;			/* it says whose it is: */
	struct fhir_person patient;
	const char *patient_id;
	/* what fhir_weigh() says */
	bool same;			/* the patient of the case */
	size_t fates[FHIR_KEPT + 1];	/* how many of each */
};

/* ERR_INVALID with file and line where it is no FHIR, or of more than one
 * patient. */
enum err fhir_read(struct ctx *, const char *path, const char *name,
	    struct fhir_file **out);
/* What of it would become what on an opened case; nothing is written. */
enum err fhir_weigh(struct ctx *, struct dossier *, struct fhir_file *);
/* All of it. Needs LEVEL_WORK, and what fhir_weigh() said. anyway: the user
 * says that it is the same patient. */
enum err fhir_take(struct ctx *, struct dossier *, struct fhir_file *,
	    bool anyway);

/* The case as a Bundle; *what: bits of consent_what of what is in it. */
enum err fhir_give(struct ctx *, struct dossier *, struct buf *,
	    unsigned int *what);

#endif
