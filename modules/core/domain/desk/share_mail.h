/* SPDX-License-Identifier: MIT */
#ifndef DOMAIN_SHARE_MAIL_H
#define DOMAIN_SHARE_MAIL_H

#include "base/ctx.h"
#include "model/share.h"

/*
 * How the link of a share and its code reach who gets them: never both by one
 * way. Mail leaves by the clock (share_clock.h), which draws the link then; it
 * is in no store and no backup. The code is kept until its mails have ended.
 */
enum share_way {
	SHARE_BY_HAND,		/* both are shown once */
	SHARE_BY_PHONE,		/* the link is mailed, the code shown once */
	SHARE_BY_MAIL		/* both are mailed, to two addresses */
};
struct share_send {
	enum share_way way;
	const char *email;	/* where the link goes */
	const char *apart;	/* and where the code */
	const char *lang;	/* of the mail, "" theirs */
};
bool	 share_mail_used(const struct ctx *);
/* Tidies both addresses, and takes from the register what was not typed, of
 * the person who gets it (0: not there). Refuses "way" where no mail leaves
 * the house, and "email" and "apart", which must not be one mailbox. */
enum err share_mail_check(struct ctx *, int64_t person,
	    struct share_send *);
/* What was checked, for a share whose link was not told to anybody. */
enum err share_mail_queue(struct ctx *, const struct share *,
	    const struct share_send *, const char *code);
/* What waits does not leave any more. */
enum err share_mail_stop(struct ctx *, const struct share *);
enum err share_mail_list(struct ctx *, const struct share *,
	    struct share_mail **out);	/* newest first */
/* For administrators: how many wait after a failure, and how many were given
 * up in the last 30 days. */
enum err share_mail_troubles(struct ctx *, int64_t *failing,
	    int64_t *given_up);

#endif
