/* SPDX-License-Identifier: MIT */
#ifndef DOMAIN_WEBHOOK_H
#define DOMAIN_WEBHOOK_H

#include "base/config.h"
#include "base/ctx.h"

/*
 * Another system is told something and answers: a POST of JSON to the address
 * of a [webhook NAME] section, and to no other: no redirect is followed. The
 * headers:
 *
 *	Dossier-Call: the number of this call, the same in each try of it
 *	Dossier-Time: now, in seconds since 1970
 *	Dossier-Signature: sha256=HEX, the HMAC-SHA-256 of the time, a full
 *	    stop and the body, by the key that is in secret_file
 */
#define WEBHOOK_ANSWER ((size_t)256 << 10)	/* bytes that are read */

#define WEBHOOK_BODY ((size_t)48 << 10)		/* that are sent: curl reads no
						 * longer line */

struct webhook_answer {
	int status;		/* of HTTP; 0: nobody answered */
	const char *body;
	const char *why;	/* a sentence, NULL where it is 2xx */
};
void	 webhook_post(struct ctx *, const struct config_webhook *,
	    const char *call, const char *body, struct webhook_answer *out);

#endif
