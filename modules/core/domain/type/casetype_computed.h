/* SPDX-License-Identifier: MIT */
#ifndef DOMAIN_CASETYPE_COMPUTED_H
#define DOMAIN_CASETYPE_COMPUTED_H

#include "base/arena.h"
#include "model/casetype.h"
#include "rules/feel/feel.h"
#include "xml/reader.h"

/*
 * Computed fields of a type: each an expression of FEEL over the names of
 * casetype_feel.h, in the order of the file, so that one may use those before
 * it and nothing goes in circles. A field of a group sees its own row first.
 * The result depends on the values alone: now() and today() are refused.
 */
struct casetype_formula {
	const struct casetype_formula *next;	/* in the order of the file */
	const struct type_field *field;
	const struct feel *feel;	/* NULL: it has a fault */
};

/* Fills type->formulas, all in the arena. Faults are appended, with the line
 * in the file. */
void	 casetype_computed_compile(struct arena *, struct casetype *,
	    const char *file, struct reader_fault **);

#endif
