/* SPDX-License-Identifier: MIT */
#ifndef WEB_FACTS_H
#define WEB_FACTS_H

#include <stdbool.h>

#include "base/refuse.h"
#include "model/dossier.h"

/*
 * The fields of a case type on a page: in a form they are named f.CODE and
 * declared by FACTS_FIELD in the form's table; templates/shared/facts.html
 * draws them. Those of a group come in rows: f.CODE.ROW, and f.GROUP.ROW is
 * the tick that removes a row. The button "more" asks for one row more of a
 * group; it shows the form again and saves nothing.
 */
struct request;
struct view;
struct casetype;
struct type_field;

#define FACTS_FIELD							\
	{ "f.*", FIELD_LINES, .max = 20000 },				\
	{ "more", FIELD_TEXT, .max = 40 }

/* Fills the list "facts" for the form of a request that comes in: without
 * what is found out later. What form_start() was given before stays. */
void	 facts_ask(struct request *, struct view *, const struct casetype *);
/* And for changing them; values may be NULL. */
void	 facts_form(struct request *, struct view *, const struct casetype *,
	    const struct value *values);
/* The same of some fields alone, by their codes; the last is NULL. A choice
 * among them has to be made. */
void	 facts_some(struct request *, struct view *, const struct casetype *,
	    const struct value *values, const char *const *codes);
/* Of these, as typed, for the domain; "" is left out. */
enum err facts_some_typed(struct request *, const struct casetype *,
	    const char *const *codes, struct value **out);
/* One field of the caller's, in its row (0 alone), into an item that
 * shared/fact.html draws; label: what the list of mistakes calls it. */
void	 facts_draw(struct request *, struct view *, const struct type_field *,
	    int64_t no, const char *stored, const char *label);
/* A form that was sent by "more" is shown again: no mistake is told. */
void	 facts_forgive(struct request *);
/* Whether the form was sent by "more": the handler shows it again. */
bool	 facts_more(const struct request *);
/* Checks them and gives them as typed, which is what the domain takes.
 * ERR_INVALID, each mistake beside its field. */
enum err facts_typed(struct request *, const struct casetype *,
	    struct value **out);
/* Fills the lists for reading. "facts": label, text; empty ones left out
 * unless all; of those that are computed also how. templates/shared/known.html
 * draws one. "uncomputed": computed ones without a value, and the reason.
 * "groups", those that have rows: code, label, a list of columns and of rows;
 * templates/shared/groups.html draws them. "former": label and text of values
 * that an earlier version of the type had fields for. */
void	 facts_show(struct request *, struct view *, const struct casetype *,
	    const struct value *values, bool all);
/* The step of risk: "risk" as a word, and the flag of its colour. */
void	 facts_show_risk(struct request *, struct view *,
	    const struct dossier *);

#endif
