/* SPDX-License-Identifier: MIT */
#ifndef CASEWORK_CONFLICT_H
#define CASEWORK_CONFLICT_H

#include <stdbool.h>
#include <stdint.h>

#include "base/refuse.h"
#include "domain/spine/reconcile.h"
#include "model/casetype.h"
#include "model/event.h"
#include "web/form.h"
#include "web/request.h"

/*
 * A form that somebody saved a newer version under. Its hidden fields hold
 * the version that it was made from and a seal of each unit as it began
 * (domain/spine/reconcile.h): what only one of the two changed holds by
 * itself, and
 * what both changed goes to a page where each is chosen. That page carries
 * the whole form along; nothing typed is lost.
 */
#define CONFLICT_FIELDS							\
	{ "version", FIELD_INT, .min = 1, .max = INT64_MAX },		\
	{ "was", FIELD_TEXT, .max = 8000 },				\
	{ "keep.*", FIELD_TEXT, .max = 80 }

struct conflict;		/* one form held against what is stored */

/* version: of what is stored now. */
struct conflict *conflict_new(struct request *, int64_t version);
/* For a form that is shown: how a unit begins, one after the other; then
 * the hidden fields, with seals that were made elsewhere or NULL. */
void	 conflict_begin(struct conflict *, const char *name,
	    const char *stored);
void	 conflict_begun(struct conflict *, const char *seals);

/* For a form that was sent: whether somebody saved meanwhile. If not, all
 * that was typed holds. */
bool	 conflict_stale(const struct conflict *);
/* Whether a sent form comes back with no mistake beside a field. */
bool	 conflict_again(const struct conflict *);
/* What was chosen of a unit, "" nothing. */
const char *conflict_choice(const struct conflict *, const char *name);

struct conflict_unit {
	const char *name;		/* of the form, unlike all others */
	const char *label;
	const char *stored, *mine;	/* canonical, "" empty */
	const char *stored_word, *mine_word;	/* for reading; NULL: these */
	const char *who;		/* saved what is stored; NULL unknown */
	int64_t when;
};
/* Who changed the unit last, by the newest of these events whose fact has
 * this value ("no", "number": which thing they are about); NULL any. */
void	 conflict_who(struct conflict *, const struct casetype *,
	    const struct event *, const char *fact, const char *value,
	    struct conflict_unit *);
/* Whether what was typed is to be saved; else what is stored stays. */
bool	 conflict_mine(struct conflict *, const struct conflict_unit *);
/* The same where it is decided elsewhere. */
bool	 conflict_take(struct conflict *, const struct conflict_unit *,
	    enum reconcile);
/* ERR_CONFLICT when something is to be chosen first. */
enum err conflict_end(struct conflict *);
/* The page for choosing; cancel: where the form would have led. */
enum err conflict_page(struct conflict *, const char *cancel);
/* That it was saved, and what of others was kept beside it, in words. */
const char *conflict_words(const struct conflict *, const char *saved);
/* Tells that it was saved, and what of others was kept beside it. */
void	 conflict_notice(struct conflict *, const char *saved);

#endif
