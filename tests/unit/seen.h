/* SPDX-License-Identifier: MIT */
#ifndef TESTS_SEEN_H
#define TESTS_SEEN_H

#include <stddef.h>

#include "base/refuse.h"

struct buf;
struct db_rows;
struct dossier;

/* What a test looks at after an act. */
struct dossier *reread(const struct dossier *);	/* to work on */
const char *told(const struct dossier *);	/* newest sentence */
/* Of the latest item of a use, in the words of the standard; "none". */
const char *plan_state(struct dossier *, const char *used);
enum err act_undone(const char *act);	/* undone, without the rest */
const char *store_fault(void);	/* of the whole store; "" none */
/* The same after harm by a statement, which is taken back. */
const char *store_fault_after(const char *sql);
void	 store_begun(void);	/* each case of the world has a history */
/* Every row as a line "TABLE|COLUMN|COLUMN"; ends the query. */
void	 rows_written(struct buf *, size_t table, struct db_rows *);
/* Prints the first line that differs, with what each side is. */
void	 rows_differ(const char *a, const char *of_a, const char *b,
	    const char *of_b);

#endif
