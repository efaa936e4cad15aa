/* SPDX-License-Identifier: MIT */
#ifndef DOMAIN_SHARE_ROOM_H
#define DOMAIN_SHARE_ROOM_H

#include "base/ctx.h"
#include "model/deadline.h"
#include "model/dossier.h"
#include "model/matter.h"
#include "model/share.h"

/*
 * A sharing room from outside. Whoever comes here is no member of staff: the
 * viewer is whoever answers for the room, so that what that person may not
 * see, or not share any more, is not here either. What there is, is looked up
 * piece by piece as it was chosen; nothing else of the dossier is read.
 * Everything that does not hold is one and the same ERR_MISSING.
 */
#define SHARE_ROOM_SECONDS 1800	/* after the code, then it is asked anew */
#define SHARE_ROOM_WINDOW 900	/* in which what goes wrong is counted */
#define SHARE_ROOM_WRONG 30	/* by an address: one may serve a house */

/* For a link: ERR_MISSING unless it is open, which is counted by the address;
 * ERR_OFTEN after too many of those. Begins and ends transactions itself. */
enum err share_room_knock(struct ctx *, const char *token,
	    const char *peer);
/* The same in a transaction, counting nothing. */
enum err share_room_link(struct ctx *, const char *token,
	    struct share **out);
/* With the code. *visit: what the browser shows from here on, or NULL where
 * the code was wrong, which is counted and must be kept: refuses "code", or
 * ERR_MISSING, as it is locked now. */
enum err share_room_prove(struct ctx *, const char *token, const char *peer,
	    const char *code, const char **visit);
enum err share_room_leave(struct ctx *, const char *visit);

struct share_room {
	const struct share *share;
	struct dossier *d;
	const char *keeper, *keeper_email;	/* who answers for it */
};
/* Enters as who answers for ->share, what they may do left out: the viewer is
 * that person. ERR_MISSING: nobody does. */
enum err share_room_keeper(struct ctx *, struct share_room *);
/* With what share_room_prove() gave; from here on the viewer is who answers
 * for the room. */
enum err share_room_enter(struct ctx *, const char *visit,
	    struct share_room *out);
/* What is there; each NULL unless it was chosen. Leaves the look
 * "share.looked". */
struct share_shown {
	struct share_document *documents;
	const struct party *parties;	/* of the dossier, ended ones too */
	struct hearing *hearings;
	struct deadline *deadlines;
};
enum err share_room_look(struct ctx *, const struct share_room *,
	    struct share_shown *out);
/* One of its documents, to be sent; leaves the look "document.fetched". */
enum err share_room_document(struct ctx *, const struct share_room *,
	    int64_t no, struct share_document **out);

#endif
