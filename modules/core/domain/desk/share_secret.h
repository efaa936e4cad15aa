/* SPDX-License-Identifier: MIT */
#ifndef DOMAIN_SHARE_SECRET_H
#define DOMAIN_SHARE_SECRET_H

#include "base/ctx.h"
#include "model/share.h"

/* Draws the code, then the link for it, each with its hash. */
void	 share_secret_code(struct ctx *, struct share_secret *);
void	 share_secret_link(struct ctx *, struct share_secret *);
/* The hash of a code for the link of a token; spaces, dashes and small
 * letters do not matter. */
void	 share_secret_sum(struct ctx *, const char *token, const char *typed,
	    unsigned char out[DIGEST_SIZE]);

#endif
