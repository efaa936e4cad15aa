/* SPDX-License-Identifier: MIT */
#ifndef DOMAIN_STANDARD_H
#define DOMAIN_STANDARD_H

#include "base/ctx.h"
#include "model/casetype.h"
#include "model/standard.h"
#include "xml/reader.h"

/* The standard care plans of a type's version, read once a process. */
enum err standard_all(struct ctx *, const struct casetype *,
	    const struct standard **out);	/* by their codes */
/* NULL: this version has none of the code. */
enum err standard_find(struct ctx *, const struct casetype *,
	    const char *code, const struct standard **out);

/* Checks those of a folder, and that roles and items of the plan that they
 * name are there; schema: of standard plans, or NULL. */
struct store_type_model;
void	 standard_check(struct arena *, const char *dir,
	    const struct casetype *, const struct store_type_model *,
	    const char *schema, struct reader_fault **);

#endif
