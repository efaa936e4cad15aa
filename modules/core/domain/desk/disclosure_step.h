/* SPDX-License-Identifier: MIT */
#ifndef DOMAIN_DISCLOSURE_STEP_H
#define DOMAIN_DISCLOSURE_STEP_H

#include "base/ctx.h"
#include "model/disclosure.h"
#include "model/dossier.h"
#include "model/share.h"

/*
 * From the request to the records: its authorisation is checked, the records
 * are collected, a second person reviews them, and they are delivered. What
 * authorised it is asked again at each step and when they leave, so that a
 * consent that was revoked meanwhile stops it. Nothing leaves that was not
 * authorised and reviewed. Every act needs LEVEL_WORK; ERR_CONFLICT in another
 * state.
 */

/* By which right: DISCLOSURE_GROUNDS, and which order or law, or how the
 * patient proved who they are; of a consent nothing is asked. May be said anew
 * until it is delivered. Fields: ground ground_why. */
enum err disclosure_step_authorise(struct ctx *, struct dossier *,
	    struct disclosure_request *, const char *ground,
	    const char *why);

/* Instead of what was collected before; what is reviewed is reviewed again.
 * Field: items. */
struct disclosure_chosen {
	const char *kind;	/* DISCLOSURE_KINDS */
	int64_t no;
};
enum err disclosure_step_collect(struct ctx *, struct dossier *,
	    struct disclosure_request *, const struct disclosure_chosen *,
	    size_t n);

/* By another person than who collected it: ERR_FORBIDDEN. What is not named
 * goes as it is. Fields, by place: out.1 instead.1 why.1; review. */
struct disclosure_redaction {
	int64_t place;
	bool left_out;
	int64_t instead;	/* a document, 0 none */
	const char *why;
};
enum err disclosure_step_review(struct ctx *, struct dossier *,
	    struct disclosure_request *, const struct disclosure_redaction *,
	    size_t n);

/* Fields: how address seen until. A room is for people of the case, by their
 * consent or that of the patient, and shows documents alone. */
struct disclosure_delivery {
	const char *how;	/* portal post person */
	const char *address;	/* by post; "" that of the request */
	const char *seen;	/* in person: what they showed */
	int64_t until;		/* of the room, a moment */
};
/* Of a room *share and the secret, which is said once; else NULL. */
enum err disclosure_step_deliver(struct ctx *, struct dossier *,
	    struct disclosure_request *, const struct disclosure_delivery *,
	    struct share **share, struct share_secret *);

/* What was collected for it. */
enum err disclosure_step_items(struct ctx *, const struct dossier *,
	    const struct disclosure_request *, struct disclosure_item **out);
/* Why nothing of it may leave as it stands now, "" it may; and whether
 * anything in it is guarded by 42 CFR part 2. */
struct disclosure_standing {
	const char *lacks;
	const char *consents;	/* by which it goes: "3 5" */
	bool guarded;
};
enum err disclosure_step_stands(struct ctx *, struct dossier *,
	    const struct disclosure_request *, const struct disclosure_item *,
	    struct disclosure_standing *out);
/* A few words for each thing that goes. */
const char *disclosure_step_summary(struct ctx *,
	    const struct disclosure_item *);

#endif
