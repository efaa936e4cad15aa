/* SPDX-License-Identifier: MIT */
#ifndef DOMAIN_DOSSIER_VALUES_H
#define DOMAIN_DOSSIER_VALUES_H

#include <stdbool.h>
#include <stddef.h>

#include "base/ctx.h"
#include "domain/event.h"
#include "model/casetype.h"
#include "model/dossier.h"

/* The type's fields of one dossier. */

struct dossier_values;	/* typed values that are fit */

/* Every mistake is named beside its field. whole: required fields must be
 * there. Loads d->values. */
enum err dossier_values_check(struct ctx *, struct dossier *,
	    const struct value *typed, bool whole,
	    struct dossier_values **out);
/* Writes those that differ; b gets before and after of "f.CODE", *changed
 * how many there were. */
enum err dossier_values_write(struct ctx *, struct dossier *,
	    const struct dossier_values *, struct event_body *b,
	    size_t *changed);
/* d->type is new: keeps what the new type has as well, drops the rest; b
 * gets what was dropped. */
enum err dossier_values_convert(struct ctx *, struct dossier *,
	    const struct casetype *old, struct event_body *b);

#endif
