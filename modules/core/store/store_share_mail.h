/* SPDX-License-Identifier: MIT */
#ifndef STORE_SHARE_MAIL_H
#define STORE_SHARE_MAIL_H

#include "base/ctx.h"
#include "model/share.h"

/* The link and the code of a share that leave by mail, of an opened dossier.
 * Its code stays as it is read while one of them waits. */
enum err store_share_mail_add(struct ctx *, const struct share *,
	    const struct share_mail *);
enum err store_share_mail_code(struct ctx *, const struct share *,
	    const char *code);
/* All that wait end, and the code with them. */
enum err store_share_mail_stop(struct ctx *, const struct share *,
	    const char *said);
enum err store_share_mail_list(struct ctx *, const struct share *, int limit,
	    struct share_mail **out);	/* newest first */

/* For the clock: the one that is due longest, which is then its own until a
 * moment; NULL: none. With its share, and that one's code. */
enum err store_share_mail_claim(struct ctx *, int64_t until,
	    struct share_mail **out, struct share **share,
	    const char **code);
/* Ends what was claimed, with the code once none waits; or puts it off. */
enum err store_share_mail_end(struct ctx *, const struct share_mail *,
	    bool taken, const char *said);
enum err store_share_mail_put_off(struct ctx *, const struct share_mail *,
	    int64_t due, const char *said);
/* Of the house: how many were tried in vain and wait, or were given up since
 * a moment. */
enum err store_share_mail_state(struct ctx *, int64_t since,
	    int64_t *failing, int64_t *given_up);

#endif
