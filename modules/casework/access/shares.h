/* SPDX-License-Identifier: MIT */
#ifndef CASEWORK_SHARES_H
#define CASEWORK_SHARES_H

#include "casework/casework.h"

/* What of a case is shared with people outside, by private links. */
extern const struct field share_form[], share_renew_form[],
    share_until_form[], share_end_form[];
enum err get_shares(struct request *);
enum err get_share_new(struct request *);
enum err post_share_make(struct request *);
enum err get_share(struct request *);
enum err post_share_renew(struct request *);
enum err post_share_until(struct request *);
enum err post_share_end(struct request *);
/* The open ones, for the page of the people of a case. */
enum err shares_show_open(struct request *, const struct dossier *);

#endif
