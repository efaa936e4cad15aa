/* SPDX-License-Identifier: MIT */
#ifndef DOMAIN_LABEL_H
#define DOMAIN_LABEL_H

#include "base/ctx.h"
#include "model/dossier.h"

/*
 * Labels. The vocabulary belongs to everybody: its names are shown to all
 * staff, whatever carries them, and whoever leads dossiers keeps it. Which
 * dossier carries which is content of the dossier.
 */
enum err label_all(struct ctx *, struct dossier_label **out);
enum err label_open(struct ctx *, const char *code,
	    struct dossier_label **out);	/* ERR_MISSING */
/* Each needs RIGHT_LEAD and refuses a name that is taken ("name"). */
enum err label_make(struct ctx *, const char *name,
	    struct dossier_label **out);
enum err label_rename(struct ctx *, struct dossier_label *,
	    const char *name);
/* What carries the one carries the other; the one is gone. */
enum err label_merge(struct ctx *, struct dossier_label *,
	    const struct dossier_label *into);

/* Fills ->labels of a list of at most 240 dossiers that the viewer sees. */
enum err label_of(struct ctx *, struct dossier *);
/* LEVEL_WORK; ERR_CONFLICT where it is so already. why may be "". */
enum err label_put(struct ctx *, struct dossier *,
	    const struct dossier_label *, const char *why);
enum err label_take(struct ctx *, struct dossier *,
	    const struct dossier_label *, const char *why);

#endif
