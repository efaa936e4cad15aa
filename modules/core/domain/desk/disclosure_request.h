/* SPDX-License-Identifier: MIT */
#ifndef DOMAIN_DISCLOSURE_REQUEST_H
#define DOMAIN_DISCLOSURE_REQUEST_H

#include "base/ctx.h"
#include "domain/spine/event.h"
#include "model/disclosure.h"
#include "model/dossier.h"

/*
 * Release of information: somebody asks for records of a patient. It is to be
 * done within 30 days of its receipt, once 30 more where the requester is told
 * why (45 CFR 164.524); that is a deadline of the dossier, by which people are
 * warned. What is done with it stands in disclosure_step.h. It may be asked of
 * a closed case, too. Every act needs LEVEL_WORK. Fields: asker party number
 * name address received way purpose what asked since until why.
 */
#define DISCLOSURE_REQUEST_DAYS 30
#define DISCLOSURE_REQUEST_SOON 7	/* days before, people are warned */

struct disclosure_request_new {
	const char *asker;	/* DISCLOSURE_ASKERS */
	int64_t party;		/* no of one of the dossier; 0: */
	const char *number;	/* P-48392070; "": by name */
	const char *name, *address;
	const char *received;	/* civil, "" today */
	const char *way;	/* DISCLOSURE_CAME */
	unsigned int purpose;	/* a bit of consent_purpose */
	unsigned int what;	/* bits of consent_what */
	const char *asked;
	const char *since, *until;	/* civil, "" no bound */
};
enum err disclosure_request_add(struct ctx *, struct dossier *,
	    const struct disclosure_request_new *,
	    struct disclosure_request **out);
enum err disclosure_request_list(struct ctx *, const struct dossier *,
	    struct disclosure_request **out);	/* newest first */
enum err disclosure_request_find(struct ctx *, const struct dossier *,
	    int64_t no, struct disclosure_request **out); /* ERR_MISSING */

/* Once, while the first days run. ERR_CONFLICT. */
enum err disclosure_request_extend(struct ctx *, struct dossier *,
	    struct disclosure_request *, const char *why);
/* Nothing leaves: with a reason that they are told, or nobody asks any more. */
enum err disclosure_request_refuse(struct ctx *, struct dossier *,
	    struct disclosure_request *, const char *why);
enum err disclosure_request_withdraw(struct ctx *, struct dossier *,
	    struct disclosure_request *, const char *why);

bool	 disclosure_request_is_open(const struct disclosure_request *);
/* Days until it is due; below 0 it is late. */
int64_t	 disclosure_request_left(struct ctx *,
	    const struct disclosure_request *);
const char *disclosure_request_plus(struct ctx *, const char *civil,
	    int days);

/* Of all dossiers, those due first; after: the row of the last page's last. */
enum err disclosure_request_open(struct ctx *, int64_t after, int limit,
	    struct disclosure_request **out);
struct disclosure_request_counts {
	int64_t open, late, soon;
	int64_t received, authorised, collected, reviewed;
};
enum err disclosure_request_count(struct ctx *,
	    struct disclosure_request_counts *out);

/* For the acts of disclosure_step.h: the event of a step, and the end, which
 * meets the deadline. */
enum err disclosure_request_step(struct ctx *, struct dossier *,
	    struct disclosure_request *, const char *kind,
	    struct event_body *);
enum err disclosure_request_end(struct ctx *, struct dossier *,
	    struct disclosure_request *, enum disclosure_state,
	    const char *why);

#endif
