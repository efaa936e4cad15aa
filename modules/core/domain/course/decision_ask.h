/* SPDX-License-Identifier: MIT */
#ifndef DOMAIN_DECISION_ASK_H
#define DOMAIN_DECISION_ASK_H

#include <stdbool.h>

#include "base/ctx.h"
#include "model/dossier.h"
#include "store/store_decision.h"

/* A table asked about a dossier; nothing is written. */
struct decision_answer {
	const char *known;	/* SHA-256 of what it is decided by */
	/* what decision_ask() adds */
	const char *result;	/* JSON; "" the table decides nothing */
	const char *canonical;	/* for the decision's field, "" none */
	int step;		/* of the risk, 0 none */
	const char *why_not;	/* "", or why it cannot count: a sentence */
	struct store_decision_why why;
};

/* What it would be decided by, without asking it; d->values are loaded. */
enum err decision_ask_known(struct ctx *, const struct dossier *,
	    const struct type_decision *, struct decision_answer *out);
/* Loads d->values. */
enum err decision_ask(struct ctx *, struct dossier *,
	    const struct type_decision *, struct decision_answer *out);
/* The same about what is to be approved. */
struct decision_request;
enum err decision_ask_request(struct ctx *, struct dossier *,
	    const struct type_decision *, const struct decision_request *,
	    struct decision_answer *out);

/* What a result, JSON, is for the decision's field or as a step of the risk;
 * false: it does not fit. */
bool	 decision_ask_fits(struct ctx *, const struct casetype *,
	    const struct type_decision *, const char *result,
	    struct decision_answer *out);

#endif
