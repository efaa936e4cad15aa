/* SPDX-License-Identifier: MIT */
#ifndef DOMAIN_PLAN_ASKED_H
#define DOMAIN_PLAN_ASKED_H

#include <stdbool.h>

#include "base/ctx.h"
#include "model/dossier.h"

/* What a process task or a case task of an opened dossier asked of others, as
 * it stands. */
struct plan_asked {
	bool process;		/* of another system; else another case */
	const char *name;	/* of the webhook; code of the type */
	int64_t tries;
	int64_t next;		/* asked again then, 0 not */
	int64_t ended;		/* 0: it is not answered */
	const char *said;	/* why not, or "" */
	const char *number, *title;	/* of the case that was opened, where
					 * the viewer may see it, or "" */
};
/* NULL: the item asked nobody. */
enum err plan_asked(struct ctx *, const struct dossier *, int64_t item,
	    struct plan_asked **out);

#endif
