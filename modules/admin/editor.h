/* SPDX-License-Identifier: MIT */
#ifndef ADMIN_EDITOR_H
#define ADMIN_EDITOR_H

#include "domain/course/form_draft.h"
#include "web/serve.h"

/* The form of the address, with its type, names and state in the view. */
enum err editor_open(struct request *, struct form_draft_open **);
/* Back to its page, at a part of it, "" the top. */
enum err editor_back(struct request *, const char *part);
/* What formulas may name, as the list "names"; part: the one that asks, whose
 * condition knows what stands before it; "form": all. */
void	 editor_names(struct request *, const struct form_draft_open *,
	    const char *part);

#endif
