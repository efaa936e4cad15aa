/* SPDX-License-Identifier: MIT */
#ifndef MODEL_GLASS_H
#define MODEL_GLASS_H

#include <stdint.h>

/* An emergency access: somebody without a right opened one case to read. */
struct glass {
	struct glass *next;
	int64_t id;
	const char *number;	/* E-48392070, for addresses */
	int64_t dossier;
	const char *dossier_number;
	int64_t person;
	const char *person_number, *person_name;
	const char *reason;	/* a code of the list */
	const char *words;	/* and in their own words */
	int64_t opened, until;
	int64_t due;		/* of the review */
	int64_t reviewed;	/* 0: not yet */
	const char *reviewer;	/* name */
	const char *finding;	/* justified unjustified, "" none yet */
	const char *remark;
};

#endif
