/* SPDX-License-Identifier: MIT */
#ifndef WEB_FACTS_H
#define WEB_FACTS_H

#include "base/refuse.h"
#include "model/dossier.h"

/*
 * The fields of a case type on a page: in a form they are named f.CODE and
 * declared by FACTS_FIELD in the form's table; templates/shared/facts.html
 * draws them.
 */
struct request;
struct view;
struct casetype;

#define FACTS_FIELD	{ "f.*", FIELD_LINES, .max = 20000 }

/* Fills the list "facts" for the form of a request that comes in: without
 * what is found out later. */
void	 facts_ask(struct request *, struct view *, const struct casetype *);
/* And for changing them; values may be NULL. */
void	 facts_form(struct request *, struct view *, const struct casetype *,
	    const struct value *values);
/* Checks them and gives them as typed, which is what the domain takes.
 * ERR_INVALID, each mistake beside its field. */
enum err facts_typed(struct request *, const struct casetype *,
	    struct value **out);
/* Fills the list "facts" for reading: label, text; empty ones left out
 * unless all. */
void	 facts_show(struct request *, struct view *, const struct casetype *,
	    const struct value *values, bool all);

#endif
