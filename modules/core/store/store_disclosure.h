/* SPDX-License-Identifier: MIT */
#ifndef STORE_DISCLOSURE_H
#define STORE_DISCLOSURE_H

#include "base/ctx.h"
#include "model/disclosure.h"
#include "model/dossier.h"

/* What left the house. */
enum err store_disclosure_add(struct ctx *, const struct dossier *,
	    struct disclosure *);
enum err store_disclosure_find(struct ctx *, const struct dossier *,
	    int64_t no, struct disclosure **out);	/* NULL: none */
/* That of what a room shares, in the account of its dossier; NULL: none. */
enum err store_disclosure_of_share(struct ctx *, const struct dossier *,
	    int64_t share, struct disclosure **out);
enum err store_disclosure_suspend(struct ctx *, struct disclosure *);

/* Of all dossiers of the same patient that the viewer sees, as a member of
 * the compartment medical; civil days from and until (it too), newest first. */
enum err store_disclosure_account(struct ctx *, int64_t patient,
	    const char *from, const char *until, struct disclosure **out);

#endif
