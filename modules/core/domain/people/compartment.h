/* SPDX-License-Identifier: MIT */
#ifndef DOMAIN_COMPARTMENT_H
#define DOMAIN_COMPARTMENT_H

#include "base/ctx.h"
#include "model/compartment.h"
#include "model/dossier.h"

/*
 * Compartments: medical things, legal privilege, personnel, and those of a
 * site. What is in one is there for its members alone, besides the right on
 * the case. Administrators say who is a member and are told nothing by it;
 * it ends by itself. Everything here is an event.
 */
enum err compartment_list(struct ctx *, struct compartment **out);
/* The word for one in the reader's language. */
const char *compartment_word(const char *name);

/* Of administrators: a further one, and who is a member until when (0: for
 * good). Nobody makes themselves a member. Fields: name, login, until, why. */
enum err compartment_open(struct ctx *, const char *code,
	    struct compartment **out);			/* ERR_MISSING */
enum err compartment_make(struct ctx *, const char *name, bool privilege);
/* What is in it does not leave the house from now on, unless a member
 * releases it: for good, since people rely on it. ERR_CONFLICT: so already. */
enum err compartment_privilege(struct ctx *, const struct compartment *);
enum err compartment_members(struct ctx *, const struct compartment *,
	    struct compartment_member **out);
enum err compartment_member(struct ctx *, const struct compartment *,
	    const char *number, struct compartment_member **out);
enum err compartment_admit(struct ctx *, const struct compartment *,
	    const char *login, int64_t until, const char *why);
enum err compartment_dismiss(struct ctx *, const struct compartment *,
	    const struct compartment_member *, const char *why);

/* One of which the viewer is a member. Field: compartment. */
enum err compartment_held(struct ctx *, const char *code,
	    struct compartment **out);
/* Whether the viewer is a member of any. */
enum err compartment_any(struct ctx *, bool *out);

/* Refuses the field when somebody who is to have what is in a compartment
 * is no member of it; 0 asks nothing. */
enum err compartment_admits(struct ctx *, int64_t compartment,
	    const char *field, int64_t person, const char *name);

/* Puts the whole dossier into the compartment of a code, of which the viewer
 * is a member, "" takes it out; by who manages it: its lead and whoever has
 * a task on it must be members. */
enum err compartment_dossier_put(struct ctx *, struct dossier *,
	    const char *code, const char *why);

#endif
