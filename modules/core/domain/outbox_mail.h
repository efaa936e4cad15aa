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
/* Waits for it, half a minute at most. NULL, or a sentence on why not. */
const char *outbox_mail_send(struct ctx *, const struct outbox_mail *);

#endif
