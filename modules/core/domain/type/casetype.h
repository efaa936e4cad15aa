/* SPDX-License-Identifier: MIT */
#ifndef DOMAIN_CASETYPE_H
#define DOMAIN_CASETYPE_H

#include <stdbool.h>
#include <stdint.h>

#include "base/ctx.h"
#include "model/casetype.h"

/*
 * Types of the store, parsed once a process and shared. A dossier keeps the
 * version it began with until it is moved (dossier_version.h).
 */
enum err casetype_by_id(struct ctx *, int64_t id, const struct casetype **out);
enum err casetype_current(struct ctx *, const char *code,
	    const struct casetype **out);	/* ERR_MISSING */
enum err casetype_version(struct ctx *, const char *code, int version,
	    const struct casetype **out);	/* ERR_MISSING */
enum err casetype_all(struct ctx *, const struct casetype **out); /* current */

const struct type_field *casetype_field(const struct casetype *, const char *);
const struct type_decision *casetype_decision(const struct casetype *,
	    const char *code);		/* NULL: none */
const struct term *casetype_term(const struct term *, const char *code);
/* Translated; the code itself when the list does not have it. */
const char *casetype_word(struct ctx *, const struct term *, const char *code);

/* Checks a typed value and gives its canonical text; "" stays "". Refuses
 * with a sentence for the field of the form "f.CODE". */
enum err casetype_value(struct ctx *, const struct type_field *,
	    const char *typed, const char **out);
/* An amount as typed, in minor units, and its currency: the one given, "" for
 * none, unless another one is typed with it. Refuses the field. */
enum err casetype_value_money(struct ctx *, const char *field,
	    const char *currency, const char *typed, int64_t *minor,
	    const char **out);
/* A canonical value as the viewer's language writes it, and as far as the
 * viewer may read it: with a mask where they may not. */
const char *casetype_show(struct ctx *, const struct type_field *,
	    const char *canonical);
/* The same in full, whoever asks: for what is kept, never for a page. */
const char *casetype_write(struct ctx *, const struct type_field *,
	    const char *canonical);
/* The same for the input of a form: 8.250,00 in German. */
const char *casetype_input(struct ctx *, const struct type_field *,
	    const char *canonical);

/* Money for other programs: 8250.00, and its currency apart; an amount that
 * is not understood as it is. */
const char *casetype_money(struct ctx *, const struct type_field *,
	    const char *canonical, const char **currency);

struct value;
/* Of stored values the text, "" when there is none. */
const char *casetype_value_text(const struct value *, const char *field,
	    int64_t no);
/* The row of a group that comes after this one; 0 after the last. */
int64_t	 casetype_value_row(const struct casetype *, const struct value *,
	    const struct type_group *, int64_t after);

/* What a value is in the store's columns. number is the row of a person, 1
 * of a flag that is set, minor units of money. */
struct casetype_columns {
	const char *key;	/* folded, for looking up */
	const char *words;	/* what a search finds it by, "" nothing */
	bool has_number;
	int64_t number;
	const char *date;	/* NULL: none */
	int64_t due;		/* of a due date: the last second of that
				 * day in the site's zone; else 0 */
};
enum err casetype_columns(struct ctx *, const struct type_field *,
	    const char *canonical, struct casetype_columns *out);

/* Versions of a type, newest first; of "" the newest of every type. */
struct casetype_version {
	struct casetype_version *next;
	const char *code;	/* of the type */
	int version;
	const char *sha256;	/* of its type.xml */
	int64_t installed;
	const char *models;	/* names and sums of its tables, a line each;
				 * of "" not read */
};
enum err casetype_versions(struct ctx *, const char *code,
	    struct casetype_version **out);

/* How many dossiers each version of a type has, the newest first: exact up to
 * 1,000; 1,001 is more. */
struct casetype_count {
	struct casetype_count *next;
	int version;
	int64_t active, closed;
};
enum err casetype_counts(struct ctx *, const char *code,
	    struct casetype_count **out);

#endif
