/* SPDX-License-Identifier: MIT */
#ifndef DOMAIN_APPROVAL_LEVELS_H
#define DOMAIN_APPROVAL_LEVELS_H

#include <stdbool.h>

#include "base/ctx.h"
#include "domain/course/decision_input.h"
#include "model/dossier.h"

/*
 * Who has to approve: the steps, by a decision of the type. Its result is a
 * list of names, or one name: the label of a [group LABEL] of dossier.conf,
 * the kind of a limit of authority, or one of
 *   lead     who leads the case
 *   manage   whoever manages the case
 *   decide   whoever may decide on it; the one step where nothing is said
 * An empty list: nobody is asked, it is approved by the table.
 */
#define APPROVAL_LEVELS_MOST 9		/* steps */

struct approval_levels {
	const char *code;	/* of the decision, "" none */
	int64_t no;		/* of what was decided now, 0 none */
	const char *text;	/* a name a line, "" nobody */
	int64_t n;
	const char *why_not;	/* "", or why there are none: a sentence */
};
/* keep: an automatic decision that gives them is made on the case, with its
 * reasons. code: "" the type's own, if it has one. */
enum err approval_levels(struct ctx *, struct dossier *, const char *code,
	    const struct decision_request *, bool keep,
	    struct approval_levels *out);
/* Does the decision give the steps of approvals of this type? */
bool	 approval_levels_is(struct ctx *, const struct casetype *,
	    const char *code);
/* How a step is called: its own name, or our words. */
const char *approval_levels_word(struct ctx *, const char *name);
/* All of a text, "first team-lead, then manage". */
const char *approval_levels_words(struct ctx *, const char *text);

#endif
