/* SPDX-License-Identifier: MIT */
#ifndef DOMAIN_REFERRAL_H
#define DOMAIN_REFERRAL_H

#include "base/ctx.h"
#include "model/dossier.h"
#include "model/referral.h"

/*
 * Referrals: what a provider of the directory is asked to do for a dossier. It
 * is written, sent, accepted or refused, begun and ended; the care models say
 * by when an answer is expected, and how often reports are. Every act needs
 * LEVEL_WORK and can be undone. Fields: provider service purpose sent
 * answer_by every unit; day reason; received document note.
 */
struct referral_new {
	const char *provider;	/* number in the register */
	const char *service, *purpose;
	bool send;		/* at once, else it is a draft */
	const char *day;	/* civil: sent on, "" today */
	const char *answer_by;	/* civil; "" as the rules have it */
};
enum err referral_list(struct ctx *, const struct dossier *,
	    struct referral **out);
enum err referral_open(struct ctx *, const struct dossier *, int64_t no,
	    struct referral **out);		/* ERR_MISSING */
enum err referral_reports(struct ctx *, const struct dossier *,
	    const struct referral *, struct referral_report **out);
enum err referral_add(struct ctx *, struct dossier *,
	    const struct referral_new *, struct referral **out);

/* On a civil day ("" today). Refusing and withdrawing say why. */
enum referral_act {
	REFERRAL_SEND, REFERRAL_ACCEPT, REFERRAL_REFUSE, REFERRAL_START,
	REFERRAL_END, REFERRAL_WITHDRAW
};
#define REFERRAL_ACTS "send", "accept", "refuse", "start", "end", "withdraw"
bool	 referral_may(const struct referral *, enum referral_act);
enum err referral_move(struct ctx *, struct dossier *, struct referral *,
	    enum referral_act, const char *day, const char *reason);

/* The report that is expected next, or why it does not come. */
enum err referral_report(struct ctx *, struct dossier *, struct referral *,
	    const char *received, int64_t document, const char *note);

const char *referral_state(const struct referral *);	/* in a word */
const char *referral_act(enum referral_act);		/* "Accepted" */
/* Nobody answered in time; a report is missing. */
bool	 referral_is_unanswered(struct ctx *, const struct referral *);
bool	 referral_is_unreported(struct ctx *, const struct referral *);

#endif
