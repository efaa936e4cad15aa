/* SPDX-License-Identifier: MIT */
#ifndef DOMAIN_TELL_H
#define DOMAIN_TELL_H

#include <stdbool.h>

#include "base/ctx.h"
#include "model/casetype.h"
#include "model/event.h"

/*
 * What the sentences of the time line are made of. A file timeline_NAME.c
 * tells a family of kinds: the table in timeline.c says which, as "goal.".
 */
struct telling {	/* one sentence under way */
	struct ctx *cx;
	const struct casetype *type;	/* may be NULL */
	const struct event *event;
};

bool	 tell_is(const struct telling *, const char *kind);
const char *tell_fact(const struct telling *, const char *name);
/* Before and after, as the viewer reads them. */
const char *tell_before(const struct telling *, const char *name);
const char *tell_after(const struct telling *, const char *name);
/* "…" for what an erased body had. */
const char *tell_some(const char *text);
/* On one line, and not longer than a line or three. */
const char *tell_clipped(const struct telling *, const char *text);
/* The sentence, and behind a colon what somebody wrote. */
const char *tell_text(const struct telling *, const char *sentence,
	    const char *text);
/* The other dossier is named to who may see it. */
const char *tell_other(const struct telling *);

struct teller {
	const char *kind;	/* NULL: the end */
	const char *(*tell)(const struct telling *);
};
extern const struct teller timeline_dossier[];	/* what becomes of a case */
extern const struct teller timeline_task[];	/* who has it to do */
extern const struct teller timeline_party[];	/* who is on it and sees it */
extern const struct teller timeline_note[];	/* what is written, comes in */

/* A sentence of a family; the kind itself when nobody wrote one. */
const char *timeline_approval(const struct telling *);
const char *timeline_careplan(const struct telling *);
const char *timeline_consent(const struct telling *);
const char *timeline_cost(const struct telling *);
const char *timeline_deadline(const struct telling *);
const char *timeline_decision(const struct telling *);
const char *timeline_disclosure(const struct telling *);
const char *timeline_fact(const struct telling *);
const char *timeline_form(const struct telling *);
const char *timeline_goal(const struct telling *);
const char *timeline_handover(const struct telling *);
const char *timeline_matter(const struct telling *);
/* A kind that tells no more than one name, or none. */
const char *timeline_one(const struct telling *);
const char *timeline_plan(const struct telling *);
const char *timeline_promise(const struct telling *);
const char *timeline_referral(const struct telling *);
const char *timeline_share(const struct telling *);

#endif
