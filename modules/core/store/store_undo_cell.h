/* SPDX-License-Identifier: MIT */
#ifndef STORE_UNDO_CELL_H
#define STORE_UNDO_CELL_H

#include "base/ctx.h"

/*
 * The state of a dossier in cells: a key that names row and part, and a
 * value that holds its columns. Equal values are equal rows; a row that is
 * not there has no cell. Keys and values never leave the store and the undo.
 *   row.DOSSIER.NAME: a column of the dossier's own row
 *   WORD.KEY: a row of the kind WORD of store_undo_kind.c
 */
struct store_undo_cell {
	struct store_undo_cell *next;
	const char *key, *value;
};

/* The parts (UNDO_* bits) of an opened dossier, at the end of the list. */
enum err store_undo_cell_take(struct ctx *, int64_t dossier,
	    unsigned int parts, struct store_undo_cell **list);
/* The same of one task alone. */
enum err store_undo_cell_task(struct ctx *, int64_t dossier, int64_t no,
	    struct store_undo_cell **list);
/* Makes one cell what it was: now and then are values, "" for no row. What
 * row. keys say is the domain's to write; a thing that goes elsewhere leaves
 * its address behind. */
enum err store_undo_cell_put(struct ctx *, const char *key, const char *now,
	    const char *then);
/* The n-th column of a value as a number. */
int64_t	 store_undo_cell_int(const char *value, int n);
/* Is the label that a cell names still in the vocabulary? True of others. */
enum err store_undo_cell_named(struct ctx *, const char *key, bool *out);

#endif
