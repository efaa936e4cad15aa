/* SPDX-License-Identifier: MIT */
#ifndef DOMAIN_VERIFY_CONSENTS_H
#define DOMAIN_VERIFY_CONSENTS_H

#include "base/ctx.h"

/*
 * Is every consent what its history says: the words that were signed, by whom
 * it was taken and ended? And had all that left by consents one that held
 * then, for that purpose and that much? Used as verify_clearances.h is.
 */
struct verify_consents;
struct store_event;

struct verify_consents *verify_consents_begin(struct ctx *);
void	 verify_consents_event(struct verify_consents *, struct ctx *small,
	    const struct store_event *);
enum err verify_consents_last(struct verify_consents *, const char **fault);
void	 verify_consents_end(struct verify_consents *);

#endif
