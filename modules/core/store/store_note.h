/* SPDX-License-Identifier: MIT */
#ifndef STORE_NOTE_H
#define STORE_NOTE_H

#include "base/ctx.h"
#include "model/dossier.h"

/* Notes only grow: there is no statement that changes or removes one.
 * contact: by which medium, where it tells of one with the requester. */
enum err store_note_add(struct ctx *, const struct dossier *, int64_t no,
	    const char *text, const char *contact, int64_t compartment);
enum err store_note_list(struct ctx *, const struct dossier *, int64_t limit,
	    struct note **out);	/* newest first */

#endif
