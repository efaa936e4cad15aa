/* SPDX-License-Identifier: MIT */
#ifndef WEB_GUEST_H
#define WEB_GUEST_H

#include "web/request.h"

/*
 * Who comes from outside. A program whose pages ask for RIGHT_OUTSIDE knows no
 * session of staff: it reads no cookie of theirs, and its refusals are one
 * page of its own, PROGRAM/refusal.html. Its own cookies go to no other
 * program: path /PROGRAM. Forms are guarded by the browser's word on where
 * they stood.
 */
bool	 guest_outside(const struct request *);
/* What the browser was given to show that it was here, "" nothing. */
const char *guest_token(const struct request *);
void	 guest_token_set(struct request *, const char *token); /* "" ends it */
/* The language that was chosen here, or NULL; and one that is chosen now. */
const char *guest_language(const struct request *);
void	 guest_language_set(struct request *, const char *lang);

#endif
