/* SPDX-License-Identifier: MIT */
#ifndef DOMAIN_IMPORT_CSV_H
#define DOMAIN_IMPORT_CSV_H

#include <stdbool.h>
#include <stdint.h>

#include "base/ctx.h"

/*
 * Requests from a table: each row becomes one in the tray. The first pass
 * checks every row; the second writes in short transactions and is keyed
 * by (log, key of the row), so what is in already is passed over. cx has a
 * store and no transaction open.
 */
enum import_csv_result {
	IMPORT_CSV_NEW, IMPORT_CSV_KNOWN, IMPORT_CSV_REFUSED
};

struct import_csv_row {
	int line;
	const char *key;
	enum import_csv_result result;
	const char *number;	/* of the dossier, "" none */
	const char *why;	/* sentences of a refusal, "" none */
};

struct import_csv_wish {
	const char *path, *map;
	const char *type;	/* code of an installed case type */
	const char *team;	/* NULL: as for import_xes() */
	const char *log;	/* NULL: the file's name */
	bool dry_run;		/* the first pass only */
	bool skip;		/* leave out the rows that are refused */
	/* Told each row once, in the order of the file; may be NULL. */
	void (*told)(void *teller, const struct import_csv_row *);
	void *teller;
};

struct import_csv_report {
	const char *log, *team;
	int64_t rows, fresh, known, refused;
};

/* ERR_INVALID with every fault as "file:line: sentence", nothing written
 * unless the rest was wished for. */
enum err import_csv(struct ctx *, const struct import_csv_wish *,
	    struct import_csv_report *out);

#endif
