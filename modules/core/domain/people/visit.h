/* SPDX-License-Identifier: MIT */
#ifndef DOMAIN_VISIT_H
#define DOMAIN_VISIT_H

#include <stdbool.h>

#include "base/ctx.h"
#include "model/visit.h"

/*
 * How long a signed-in person stays: until there was no page for a while,
 * until the whole time is over, or until it is ended.
 */
enum err visit_make(struct ctx *, struct visit *);	/* by .hash, .person */
/* Fills the rest and enters the person's rights into cx. ERR_SIGNON when it
 * ended; then .person still says whose it was, 0 when nobody's. ERR_SCHEMA
 * as work_fits() has it. */
enum err visit_enter(struct ctx *, struct visit *);
bool	 visit_stale(const struct ctx *, const struct visit *); /* note use? */
enum err visit_use(struct ctx *, const struct visit *);
enum err visit_end(struct ctx *, const struct visit *);
enum err visit_end_all(struct ctx *, int64_t person);
/* Forgets those that ended days ago, with their forms. */
enum err visit_sweep(struct ctx *);

/* Was this form sent before? ERR_MISSING when not. */
enum err visit_form_find(struct ctx *, struct visit_form *);
enum err visit_form_done(struct ctx *, const struct visit *,
	    const struct visit_form *);

#endif
