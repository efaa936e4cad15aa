/* SPDX-License-Identifier: MIT */
#ifndef DOMAIN_DOSSIER_VERSION_H
#define DOMAIN_DOSSIER_VERSION_H

#include "base/ctx.h"
#include "domain/course/casetype_differ.h"
#include "domain/dossier/dossier_values.h"
#include "model/dossier.h"

/*
 * A running dossier stays on the version of the type that it began with until
 * somebody who manages it moves it to another. First a look: what it gains,
 * what it loses and what it keeps.
 */
enum dossier_version_fate { DOSSIER_GAINS, DOSSIER_LOSES, DOSSIER_KEEPS };

struct dossier_version_item {
	struct dossier_version_item *next;
	enum dossier_version_fate fate;
	enum casetype_part part;
	const char *label;
	const char *value;	/* that it has there, "" none */
	const char *note;	/* what becomes of it, "" nothing to say */
};
struct dossier_version {
	const struct casetype *to;
	struct dossier_version_item *items;	/* by fate, then by part */
	long count[3];				/* by fate */
	bool phase_gone;	/* it needs a phase of the other version */
	const char *seen;	/* another one when the dossier moved on */
	struct dossier_values *values;	/* to be written: of this room */
};
/* ERR_CONFLICT where it cannot be moved: it is closed, or has that version.
 * version 0: the newest. */
enum err dossier_version_look(struct ctx *, struct dossier *, int version,
	    struct dossier_version **out);

/* phase "": the one it is in, which the other version has. seen: that of the
 * look, ERR_CONFLICT when it is another by now; "" does not matter. Needs
 * LEVEL_MANAGE. */
struct dossier_version_move {
	int version;		/* 0: the newest */
	const char *phase, *reason, *seen;
};
enum err dossier_version_move(struct ctx *, struct dossier *,
	    const struct dossier_version_move *);

#endif
