/* SPDX-License-Identifier: MIT */
#ifndef STORE_PURPOSE_H
#define STORE_PURPOSE_H

#include "base/ctx.h"
#include "model/dossier.h"

/* Table purpose: what the session of the request reads a dossier for. */
struct store_purpose {
	bool asked;		/* by the compartment of the dossier */
	bool team;		/* the viewer, or for whom they stand in, leads
				 * it, or has a role or an open task on it */
	const char *code;	/* what the session said, "" nothing */
};
enum err store_purpose_find(struct ctx *, const struct dossier *,
	    struct store_purpose *out);
enum err store_purpose_put(struct ctx *, const struct dossier *,
	    const char *code, const char *words, int64_t until);

#endif
