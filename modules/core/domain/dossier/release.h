/* SPDX-License-Identifier: MIT */
#ifndef DOMAIN_RELEASE_H
#define DOMAIN_RELEASE_H

#include "base/ctx.h"
#include "model/dossier.h"
#include "model/release.h"

/*
 * What is privileged does not leave the house: it is in no share, export,
 * report or bundle, not even of those who see it, until one of them who works
 * on the case releases it, to somebody or for something, for a reason. Then,
 * too, it is in no bundle, which all see who see the case. A release can be
 * taken back; none is ever deleted.
 */
struct compartment_part;

/* ERR_CONFLICT: not privileged, or released already. until 0: until it is
 * taken back. Fields: receiver, until, why. */
struct release_new {
	const char *receiver, *why;
	int64_t until;
};
enum err release_give(struct ctx *, struct dossier *,
	    struct compartment_part *, const struct release_new *);
/* ERR_CONFLICT: it is held back. Field: why. */
enum err release_end(struct ctx *, struct dossier *,
	    struct compartment_part *, const char *why);

/* Of one thing, or (no 0) of all that the viewer sees; the newest first. */
enum err release_list(struct ctx *, const struct dossier *, int64_t no,
	    struct release **out);
/* How many things that the viewer sees, of one kind or of all
 * (COMPARTMENT_KINDS), are held back: an export says so. */
enum err release_held(struct ctx *, const struct dossier *,
	    enum compartment_kind, int64_t *out);
/* Takes the dossiers out of a list that lie in a privileged compartment as a
 * whole, and counts them. */
enum err release_leaving(struct ctx *, struct dossier **list, int64_t *held);

#endif
