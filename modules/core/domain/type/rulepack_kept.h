/* SPDX-License-Identifier: MIT */
#ifndef DOMAIN_RULEPACK_KEPT_H
#define DOMAIN_RULEPACK_KEPT_H

#include "base/ctx.h"
#include "model/casetype.h"
#include "xml/reader.h"

/*
 * The care models of a type. A folder may have its own in models/; those that
 * it names and lacks are the ones that come with Dossier. Either way the
 * bytes are kept with the version, so that its rules stay what they were.
 */
struct store_type_model;

/* Puts them among the files of a folder, by name. What is nowhere is left
 * out, and told by the check. */
enum err rulepack_kept_collect(struct ctx *, const char *dir,
	    const struct casetype *, struct store_type_model **files);
/* Reads them, fills type->rules, and appends what is wrong with them and
 * which of them contradict each other. schema: model.rng or NULL. */
void	 rulepack_kept_read(struct arena *, const char *dir, const char *file,
	    struct casetype *, const struct store_type_model *files,
	    const char *schema, struct reader_fault **faults);
/* The same for a version of the store, which was checked. */
enum err rulepack_kept_load(struct ctx *, struct arena *, struct casetype *);

#endif
