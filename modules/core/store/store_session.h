/* SPDX-License-Identifier: MIT */
#ifndef STORE_SESSION_H
#define STORE_SESSION_H

#include "base/ctx.h"
#include "model/visit.h"

/* Rows of sessions and of the forms that were sent in them. */
enum err store_session_add(struct ctx *, const struct visit *);
/* ERR_MISSING when there is no such row, or its person was shut out. */
enum err store_session_find(struct ctx *, struct visit *);	/* by .hash */
enum err store_session_use(struct ctx *, const struct visit *, int64_t when);
enum err store_session_end(struct ctx *, const struct visit *, int64_t when);
enum err store_session_end_all(struct ctx *, int64_t person, int64_t when);
/* Forgets what was last used before the moment. */
enum err store_session_sweep(struct ctx *, int64_t before);

/* ERR_MISSING when that form was never sent. */
enum err store_session_form(struct ctx *, struct visit_form *); /* by .key */
enum err store_session_form_add(struct ctx *, const struct visit *,
	    const struct visit_form *, int64_t when);

#endif
