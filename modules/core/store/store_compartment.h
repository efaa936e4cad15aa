/* SPDX-License-Identifier: MIT */
#ifndef STORE_COMPARTMENT_H
#define STORE_COMPARTMENT_H

#include "base/ctx.h"
#include "model/compartment.h"
#include "model/dossier.h"

/* Compartments, their members, and what is in them. */
enum err store_compartment_list(struct ctx *, struct compartment **out);
/* *out is NULL when there is none. */
enum err store_compartment_find(struct ctx *, const char *code,
	    struct compartment **out);
enum err store_compartment_add(struct ctx *, const char *code,
	    const char *name, bool privilege);
enum err store_compartment_privilege(struct ctx *, int64_t compartment);
enum err store_compartment_members(struct ctx *, int64_t compartment,
	    struct compartment_member **out);
enum err store_compartment_admit(struct ctx *, int64_t compartment,
	    const struct compartment_member *);
enum err store_compartment_dismiss(struct ctx *, int64_t compartment,
	    int64_t person);
/* Is somebody a member now? 0: of any. */
enum err store_compartment_holds(struct ctx *, int64_t compartment,
	    int64_t person, bool *out);

/* A document, note, task or form of an opened dossier that the viewer may see;
 * *out is NULL when there is none. */
enum err store_compartment_part(struct ctx *, const struct dossier *,
	    int64_t no, struct compartment_part **out);
enum err store_compartment_put(struct ctx *, const struct dossier *,
	    const struct compartment_part *, int64_t compartment);
enum err store_compartment_dossier(struct ctx *, int64_t dossier,
	    int64_t compartment);
/* Who leads it or has an open task on it and is no member; "" nobody. */
enum err store_compartment_outsider(struct ctx *, const struct dossier *,
	    int64_t compartment, const char **name);
/* Things of the dossier that the viewer may not see, of each kind. */
enum err store_compartment_hidden(struct ctx *, const struct dossier *,
	    int64_t counts[COMPARTMENT_KINDS]);

/* What the log says of dossiers where a thing is, or was, and what may speak
 * of it. */
struct store_compartment_said {
	struct store_compartment_said *next;
	int64_t dossier, seq, no;
	const char *kind, *body;
};
enum err store_compartment_said(struct ctx *, const struct dossier *,
	    int64_t no, const char *noun,
	    struct store_compartment_said **out);
/* Members alone see that event from now on. */
enum err store_compartment_hide(struct ctx *,
	    const struct store_compartment_said *, int64_t compartment);
/* Of which thing in which compartment an event speaks; 0: of none. */
enum err store_compartment_spoken(struct ctx *, const struct dossier *,
	    int64_t seq, int64_t *no, int64_t *compartment);
/* Everybody sees again what was said of a thing. */
enum err store_compartment_tell(struct ctx *, const struct dossier *,
	    int64_t no);

#endif
