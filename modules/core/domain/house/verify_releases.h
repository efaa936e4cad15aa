/* SPDX-License-Identifier: MIT */
#ifndef DOMAIN_VERIFY_RELEASES_H
#define DOMAIN_VERIFY_RELEASES_H

#include "base/ctx.h"

/*
 * Was everything that may leave the house released as it says: what, to whom,
 * until when, by whom and why, and taken back so? Used as
 * verify_clearances.h is.
 */
struct verify_releases;
struct store_event;

struct verify_releases *verify_releases_begin(struct ctx *);
void	 verify_releases_event(struct verify_releases *, struct ctx *small,
	    const struct store_event *);
enum err verify_releases_last(struct verify_releases *, const char **fault);
void	 verify_releases_end(struct verify_releases *);

#endif
