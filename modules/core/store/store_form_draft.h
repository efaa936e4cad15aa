/* SPDX-License-Identifier: MIT */
#ifndef STORE_FORM_DRAFT_H
#define STORE_FORM_DRAFT_H

#include "base/ctx.h"
#include "model/form_draft.h"

/* Those of a type, without their sources. */
enum err store_form_draft_list(struct ctx *, const char *type,
	    struct form_draft **out);
enum err store_form_draft_find(struct ctx *, const char *type,
	    const char *form, struct form_draft **out);	/* NULL: none */
/* ERR_CONFLICT: there is one meanwhile. */
enum err store_form_draft_add(struct ctx *, const struct form_draft *);
/* Source and former of that version; ERR_CONFLICT: it is another one. */
enum err store_form_draft_save(struct ctx *, const struct form_draft *);
enum err store_form_draft_drop(struct ctx *, const struct form_draft *);

#endif
