/* SPDX-License-Identifier: MIT */
#ifndef STORE_UNDO_KIND_H
#define STORE_UNDO_KIND_H

#include <stdbool.h>
#include <stddef.h>

#define STORE_UNDO_KIND_COLUMNS 20	/* of key and value, at the most */

/*
 * One kind of cells: which rows they are, and how a row becomes again what it
 * was. Statements take the columns of the key, and put those of the value
 * behind them.
 */
struct store_undo_kind {
	unsigned int part;	/* UNDO_* */
	const char *word;	/* that keys begin with */
	const char *key;	/* a letter a column: i number, t text */
	/* n number, t text, either of them may be NULL; w text that may be
	 * empty; from - on they are only compared */
	const char *value;
	const char *rows;	/* of the dossier $1 */
	const char *one;	/* of its thing $2 alone */
	const char *drop;	/* there was none; NULL: it goes with another */
	const char *put;	/* NULL: only compared */
	const char *also[2];	/* after either of them, or NULL */
	bool place;		/* where a thing is: it leaves its address */
};

const struct store_undo_kind *store_undo_kind(size_t i);	/* or NULL */
/* NULL: the key is not of a row that the store puts back. */
const struct store_undo_kind *store_undo_kind_of(const char *key);

#endif
