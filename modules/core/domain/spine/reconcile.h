/* SPDX-License-Identifier: MIT */
#ifndef DOMAIN_RECONCILE_H
#define DOMAIN_RECONCILE_H

#include "base/ctx.h"

/*
 * Two people had the same form open, and one saved first. What is decided on
 * as a whole, a field or a row of a group, is a unit. The form carries a
 * seal of each unit as it began, "" of one that was empty; so three texts
 * are known. What only one of the two changed holds; what both changed is
 * chosen by who comes second. A choice carries the seal of the stored text
 * that it was made against: over a third one it has no power.
 */
enum reconcile {
	RECONCILE_SAME,		/* both mean the same */
	RECONCILE_THEIRS,	/* what is stored stays */
	RECONCILE_MINE,		/* what was typed is to be saved */
	RECONCILE_ASK
};

/* 16 hex digits of a canonical text; "" of "". */
const char *reconcile_seal(struct ctx *, const char *text);
/* A form's seals, "NAME=SEAL NAME=SEAL": one more; and the one of a name. */
const char *reconcile_add(struct ctx *, const char *seals, const char *name,
	    const char *text);
const char *reconcile_began(struct ctx *, const char *seals,
	    const char *name);
/* choice: "mine.SEAL" or "theirs.SEAL" of what is stored, else "". */
enum reconcile reconcile(struct ctx *, const char *began, const char *stored,
	    const char *mine, const char *choice);

#endif
