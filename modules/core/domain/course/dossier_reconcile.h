/* SPDX-License-Identifier: MIT */
#ifndef DOMAIN_DOSSIER_RECONCILE_H
#define DOMAIN_DOSSIER_RECONCILE_H

#include "domain/course/dossier_change.h"
#include "domain/spine/reconcile.h"
#include "model/casetype.h"

/*
 * The facts of a dossier that two people changed at once, unit by unit:
 * title, risk, each field that stands alone, each row of a group. A row is
 * one thing: its amount is never one person's and its date another's. Rows
 * that both added are two rows, whatever number their forms gave them.
 */
struct dossier_unit {
	struct dossier_unit *next;
	const char *name;		/* title risk f.CODE f.GROUP.2 */
	const struct type_field *field;
	const struct type_group *group;
	int64_t no;			/* of the row */
	const char *stored, *mine;	/* canonical; of a row all its fields */
	enum reconcile verdict;
};

/* The seals of a form that begins now; needs d->values. */
const char *dossier_reconcile_seals(struct ctx *, const struct dossier *);

/* How the form began and what was chosen: "" or a choice of reconcile(). */
struct dossier_sent {
	const char *seals;
	const char *(*choice)(const void *of, const char *unit);
	const void *of;
};
/* Leaves in the change what is to be saved of it, without what is to be
 * asked first; loads d->values. The type's values are also in mine, as the
 * units show them. */
enum err dossier_reconcile(struct ctx *, struct dossier *,
	    const struct dossier_sent *, struct dossier_change *,
	    struct dossier_unit **out, const struct value **mine);

#endif
