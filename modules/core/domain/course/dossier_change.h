/* SPDX-License-Identifier: MIT */
#ifndef DOMAIN_DOSSIER_CHANGE_H
#define DOMAIN_DOSSIER_CHANGE_H

#include "base/ctx.h"
#include "model/dossier.h"

/* Changes title, risk, fields. version is the one the form was made from:
 * ERR_CONFLICT when another saved meanwhile. */
struct dossier_change {
	const char *title;
	int risk;
	const struct value *values;	/* as typed; absent ones stay */
	int64_t version;
	const char *why;
};
enum err dossier_change(struct ctx *, struct dossier *,
	    const struct dossier_change *);

#endif
