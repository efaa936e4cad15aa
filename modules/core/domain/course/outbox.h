/* SPDX-License-Identifier: MIT */
#ifndef DOMAIN_OUTBOX_H
#define DOMAIN_OUTBOX_H

#include "base/ctx.h"
#include "model/outbox.h"

/*
 * Mail to members of staff about what notice.h noted. What is told is looked
 * up when the mail leaves, a minute or more later, so that an act that was
 * undone tells nothing and nobody learns of a dossier that they may not see.
 * A mail carries numbers and dates, never content, and all that is due for a
 * person goes in one.
 */

struct outbox_report {
	int sent, dropped;	/* mails; people with nothing left to tell */
	int failed;		/* tried in vain, to be tried again */
	const char *why;	/* of the last failure, or NULL */
};
/* Sends what is due, for a minute at most; begins and ends its own
 * transactions. What fails is tried again, ever more rarely, for 3 days. */
enum err outbox_empty(struct ctx *, struct outbox_report *out);
/* Whose mail does not arrive: those who still wait first, then by name. */
enum err outbox_troubles(struct ctx *, int limit,
	    struct outbox_trouble **out);

#endif
