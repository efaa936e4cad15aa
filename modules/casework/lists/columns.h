/* SPDX-License-Identifier: MIT */
#ifndef CASEWORK_COLUMNS_H
#define CASEWORK_COLUMNS_H

#include "web/request.h"
#include "web/view.h"
#include "model/casetype.h"
#include "model/dossier.h"

/*
 * The columns of a list: chosen in the address by their codes, in order, and
 * a field of the type in view as "f.CODE". The number always comes first.
 */
#define COLUMNS_MOST 9

struct column {
	const char *code;
	const char *label;	/* translated */
	const char *is;		/* how the page draws it */
	const char *sort;	/* in the address, "" none */
	bool down;		/* what the first click on its head gives */
	bool num;		/* to the right */
	const struct type_field *field;	/* NULL: every dossier has it */
};

/* The present ones; type may be NULL. Codes that do not exist (any more)
 * go into the list "gone" of the page. */
size_t	columns_typed(struct request *, const struct casetype *,
	    struct column out[COLUMNS_MOST]);
/* What the form of columns sent, as the address has it; "" the usual. */
const char *columns_arranged(struct request *, const struct casetype *);
/* Reads what the columns need of all rows: fields, labels. */
enum err columns_load(struct request *, const struct column *, size_t n,
	    struct dossier *);
/* The form that chooses: "columns", with the place of those that are shown. */
void	columns_show_form(struct request *, const struct casetype *,
	    const struct column *, size_t n);
/* One row's cells. */
void	columns_show(struct request *, struct view *row,
	    const struct column *, size_t n, const struct dossier *);
/* A cell as a table for other programs has it: moments in UTC, money as
 * 8250.00. */
const char *columns_plain(struct request *, const struct column *,
	    const struct dossier *);
/* Of a column of money, whose currency is a column of its own there. */
bool	columns_money(const struct column *);
const char *columns_currency(struct request *, const struct column *,
	    const struct dossier *);

#endif
