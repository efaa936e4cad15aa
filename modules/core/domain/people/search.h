/* SPDX-License-Identifier: MIT */
#ifndef DOMAIN_SEARCH_H
#define DOMAIN_SEARCH_H

#include "base/ctx.h"
#include "model/dossier.h"
#include "model/event.h"

/* Keeps what a dossier is found by, and by its members what is in a
 * compartment; whoever changes a person's name calls search_person(). */
enum err search_write(struct ctx *, int64_t dossier);
/* The same after each event, where its kind changes words. */
enum err search_follow(struct ctx *, struct dossier *,
	    const struct event *);
/* The words of a note or a name that comes, before its event is added. */
enum err search_add(struct ctx *, int64_t dossier, const char *text);
enum err search_person(struct ctx *, int64_t person);

#endif
