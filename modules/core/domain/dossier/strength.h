/* SPDX-License-Identifier: MIT */
#ifndef DOMAIN_STRENGTH_H
#define DOMAIN_STRENGTH_H

#include "base/ctx.h"
#include "model/dossier.h"
#include "model/strength.h"

/*
 * What a patient can do, and personal goals (wishes) in their own words. A
 * wish may say which goal of the dossier it became. Every act needs LEVEL_WORK
 * and can be undone. Fields: area words said_by said goal why.
 */
struct strength_new {
	bool wish;
	const char *area, *words;
	const char *said_by;	/* "" the patient */
	const char *said;	/* civil; "" today */
	int64_t goal;		/* no, 0 none */
};
enum err strength_list(struct ctx *, const struct dossier *,
	    struct strength **out);
enum err strength_open(struct ctx *, const struct dossier *, int64_t no,
	    struct strength **out);		/* ERR_MISSING */
enum err strength_add(struct ctx *, struct dossier *,
	    const struct strength_new *, struct strength **out);
enum err strength_change(struct ctx *, struct dossier *, struct strength *,
	    const struct strength_new *, int64_t version);
/* It holds no more; ERR_CONFLICT: it was ended already. */
enum err strength_end(struct ctx *, struct dossier *, struct strength *,
	    const char *why);

/* Does a model of its type put them before all else? */
bool	 strength_first(const struct dossier *);

extern const char *const strength_areas[];	/* codes, NULL */
const char *strength_area(const char *code);	/* in words; "" */
const char *strength_who(const struct strength *);	/* who said it */

#endif
