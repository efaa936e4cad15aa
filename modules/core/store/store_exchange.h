/* SPDX-License-Identifier: MIT */
#ifndef STORE_EXCHANGE_H
#define STORE_EXCHANGE_H

#include "base/ctx.h"
#include "model/dossier.h"
#include "model/exchange.h"

/* Correspondence of an opened dossier: what the viewer sees of its documents
 * and notes that say with whom they were exchanged. */
/* Of exchange x of dossier $1: with this person (twice), or with who
 * represents or represented them; and with nobody of its people. */
#define STORE_EXCHANGE_SIDE						\
	" AND x.person IN (SELECT y.person FROM party y"		\
	"   WHERE y.dossier = $1 AND y.person = ?"			\
	"  UNION ALL SELECT z.person FROM party y"			\
	"   JOIN counsel c ON c.client = y.id"				\
	"   JOIN party z ON z.id = c.counsel"				\
	"   WHERE y.dossier = $1 AND y.person = ?)"
#define STORE_EXCHANGE_OTHERS						\
	" AND x.exchanged > '' AND (x.person IS NULL OR NOT EXISTS"	\
	"  (SELECT 1 FROM party y WHERE y.dossier = $1"			\
	"    AND y.person = x.person AND y.role <> 'lead'))"

struct store_exchange_filter {
	int64_t person;		/* with them and with who represents or
				 * represented them; 0 anybody */
	bool others;		/* with nobody who is on the case now */
	const char *way;	/* "" any */
	int64_t after;		/* no of the last page's last, 0 none */
	int64_t limit;
};
/* Newest first. */
enum err store_exchange_list(struct ctx *, const struct dossier *,
	    const struct store_exchange_filter *, struct exchange **out);
/* What is said of one thing; NULL: nothing ever was. */
enum err store_exchange_find(struct ctx *, const struct dossier *,
	    int64_t no, struct exchange **out);
enum err store_exchange_add(struct ctx *, const struct dossier *,
	    struct exchange *);
/* ERR_CONFLICT when the row has another version by now. */
enum err store_exchange_save(struct ctx *, struct exchange *);

#endif
