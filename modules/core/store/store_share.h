/* SPDX-License-Identifier: MIT */
#ifndef STORE_SHARE_H
#define STORE_SHARE_H

#include "base/ctx.h"
#include "base/digest.h"
#include "model/dossier.h"
#include "model/event.h"
#include "model/share.h"

/* Sharing rooms: of an opened dossier, */
enum err store_share_add(struct ctx *, const struct dossier *, struct share *,
	    const struct share_secret *);
enum err store_share_document_add(struct ctx *, const struct share *,
	    int64_t no, int64_t document);
enum err store_share_list(struct ctx *, const struct dossier *,
	    struct share **out);	/* newest first */
enum err store_share_find(struct ctx *, const struct dossier *, int64_t no,
	    struct share **out);	/* NULL: none */
/* Every chosen one; what a reader outside must not see is hidden. Needs a
 * dossier that was opened. */
enum err store_share_documents(struct ctx *, const struct share *,
	    struct share_document **out);
/* The documents of the dossier that fit into a room, newest first. */
enum err store_share_fitting(struct ctx *, const struct dossier *, int limit,
	    struct share_document **out);
/* A new link and code, with all tries again; and ->email. */
enum err store_share_renew(struct ctx *, struct share *,
	    const struct share_secret *);
enum err store_share_until(struct ctx *, const struct share *);
enum err store_share_end(struct ctx *, const struct share *,
	    const char *why);
/* What was looked at in all rooms of the dossier, newest first. */
enum err store_share_log(struct ctx *, const struct dossier *, int limit,
	    struct event **out);

/* For the clock, by its row; NULL: it is not there. */
enum err store_share_known(struct ctx *, int64_t id, struct share **out);

/* and of whoever has the link, or typed its code since a moment; NULL: none
 * that is open. */
enum err store_share_by_link(struct ctx *,
	    const unsigned char hash[DIGEST_SIZE], struct share **out);
enum err store_share_by_visit(struct ctx *,
	    const unsigned char hash[DIGEST_SIZE], int64_t since,
	    struct share **out);
/* One more wrong code, of this many in all. *locked: it was the last. */
enum err store_share_wrong(struct ctx *, const struct share *, int64_t most,
	    bool *locked);
enum err store_share_right(struct ctx *, const struct share *);
enum err store_share_visit_add(struct ctx *, const struct share *,
	    const unsigned char hash[DIGEST_SIZE], int64_t before);
enum err store_share_visit_end(struct ctx *,
	    const unsigned char hash[DIGEST_SIZE]);
enum err store_share_visits_end(struct ctx *, const struct share *);

#endif
