/* SPDX-License-Identifier: MIT */
#ifndef DOMAIN_SEARCH_H
#define DOMAIN_SEARCH_H

#include "base/ctx.h"

/* Keeps what a dossier is found by. event_add() calls it for the kinds of
 * events that change words, so that the row is part of the same
 * transaction; whoever changes a person's name calls search_person(). */
enum err search_write(struct ctx *, int64_t dossier);
/* Of these, what its members find by what is in a compartment. */
enum err search_guard(struct ctx *, int64_t dossier);
/* The words of a note or a name that comes, before its event is added. */
enum err search_add(struct ctx *, int64_t dossier, const char *text);
enum err search_person(struct ctx *, int64_t person);
bool	 search_is_changed_by(const char *kind);

#endif
