/* SPDX-License-Identifier: MIT */
#ifndef DOMAIN_SHARE_H
#define DOMAIN_SHARE_H

#include "base/ctx.h"
#include "domain/desk/share_mail.h"
#include "domain/desk/share_secret.h"
#include "domain/dossier/consent.h"
#include "model/dossier.h"
#include "model/event.h"
#include "model/share.h"

/*
 * Sharing rooms: who works on a dossier lets somebody outside see chosen
 * documents and parts of it, by a private link until a day, and a code that
 * is sent apart. What is seen is looked up at each look (share_room.h), by
 * the rights of who answers for the room: who made it, and once they do not
 * work on the case any more, its lead. Every act needs LEVEL_WORK. Where the
 * type asks for consents, one must carry all that is shared (consent.h), when
 * it is made and each time that it is opened.
 */
#define SHARE_DAYS 14		/* unless another day is chosen */
#define SHARE_DAYS_MOST 366
#define SHARE_TRIES 5		/* wrong codes, then it is locked */
#define SHARE_DOCUMENTS 200
#define SHARE_LOG 1000		/* entries that are looked at */

/* As typed. Refuses "receiver" (a party), "name", "purpose", "until" and
 * "what", where nothing is chosen; and as share_mail_check() does. */
struct share_new {
	int64_t party;		/* no of one of the dossier, 0: by name */
	const char *name, *purpose;
	struct share_send send;
	int64_t until;		/* a moment */
	unsigned int aim;	/* a bit of consent_purpose, or 0 */
	unsigned int parts;
	const int64_t *documents;	/* numbers in the dossier */
	size_t n;
};
/* The secret is said once, and known to nobody afterwards: token and code are
 * "" where they leave by mail. */
enum err share_make(struct ctx *, struct dossier *, const struct share_new *,
	    struct share **out, struct share_secret *);
/* What consents say to that, and nothing is made. */
enum err share_consent_new(struct ctx *, struct dossier *,
	    const struct share_new *, struct consent_answer *);
/* And what they say now to one that is there. */
enum err share_consent(struct ctx *, struct dossier *, const struct share *,
	    struct consent_answer *);
/* A dossier that only members of a compartment know of is shared by consents
 * alone, and never what is privileged. */
enum err share_fits(struct ctx *, const struct dossier *, bool *out);
/* Another link and another code; the former end, and mail of them that waits.
 * ERR_CONFLICT once it is over. */
enum err share_renew(struct ctx *, struct dossier *, struct share *,
	    const struct share_send *, struct share_secret *);
/* Until another moment, as "until" of share_new; link and code stay. */
enum err share_until(struct ctx *, struct dossier *, struct share *,
	    int64_t until);
/* At once, also for who is reading it now. */
enum err share_end(struct ctx *, struct dossier *, struct share *,
	    const char *why);

/* Newest first, with what their log says. */
enum err share_list(struct ctx *, const struct dossier *,
	    struct share **out);
enum err share_open(struct ctx *, const struct dossier *, int64_t no,
	    struct share **out);		/* ERR_MISSING */
enum err share_documents(struct ctx *, const struct share *,
	    struct share_document **out);
/* What they looked at, newest first. */
enum err share_log(struct ctx *, const struct dossier *, const struct share *,
	    struct event **out);
bool	 share_is_open(const struct ctx *, const struct share *);
/* The newest documents that can be shared: not withdrawn, in no compartment
 * unless it is one of privilege and they were released. */
enum err share_fitting(struct ctx *, const struct dossier *,
	    struct share_document **out);

#endif
