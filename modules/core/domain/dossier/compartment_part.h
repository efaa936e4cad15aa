/* SPDX-License-Identifier: MIT */
#ifndef DOMAIN_COMPARTMENT_PART_H
#define DOMAIN_COMPARTMENT_PART_H

#include "base/ctx.h"
#include "model/compartment.h"
#include "model/dossier.h"

/* Does an event speak of a thing? Another noun counts its own numbers. */
struct event;
bool	 compartment_part_speaks(struct ctx *, const struct event *,
	    const char *noun, int64_t no);

/* A document, note, task or form of an opened dossier: ERR_MISSING. */
enum err compartment_part(struct ctx *, const struct dossier *, int64_t no,
	    struct compartment_part **out);
/* Puts it into the compartment of a code, of which the viewer is a member;
 * "" takes it out. Fields: compartment, why. */
enum err compartment_part_put(struct ctx *, struct dossier *,
	    struct compartment_part *, const char *code, const char *why);
/* How many things of a kind this viewer is not shown, or of all kinds
 * (COMPARTMENT_KINDS). */
enum err compartment_part_hidden(struct ctx *, const struct dossier *,
	    enum compartment_kind, int64_t *out);
/* Of counts of each kind that of one, or the sum of all. */
int64_t	 compartment_part_sum(const int64_t *counts, enum compartment_kind);

#endif
