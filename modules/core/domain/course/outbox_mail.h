/* SPDX-License-Identifier: MIT */
#ifndef DOMAIN_OUTBOX_MAIL_H
#define DOMAIN_OUTBOX_MAIL_H

#include <stdbool.h>

#include "base/ctx.h"

/* One mail, in UTF-8; it leaves by the site's own sendmail. */
struct outbox_mail {
	const char *to_name, *to;
	const char *subject;
	const char *text;	/* lines end in \n */
};

bool	 outbox_mail_address(const char *);	/* fit for a header */
/* The message with its headers (RFC 5322, 2045, 2047), in the arena. */
const char *outbox_mail_write(struct ctx *, const struct outbox_mail *);
enum outbox_mail_end {
	OUTBOX_MAIL_SENT,
	OUTBOX_MAIL_LATER,	/* it may be taken at another time */
	OUTBOX_MAIL_NEVER	/* this address is refused for good */
};
/* Waits for it as long as dossier.conf says; *why: a sentence, where it was
 * not taken. */
enum outbox_mail_end outbox_mail_send(struct ctx *,
	    const struct outbox_mail *, const char **why);

#endif
