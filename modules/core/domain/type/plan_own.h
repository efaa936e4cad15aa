/* SPDX-License-Identifier: MIT */
#ifndef DOMAIN_PLAN_OWN_H
#define DOMAIN_PLAN_OWN_H

#include "base/ctx.h"
#include "model/casetype.h"
#include "model/cmmn.h"
#include "model/task.h"
#include "rules/feel/feel.h"

/*
 * What a plan.cmmn says beyond the standard, in extensionElements of
 * definitions or of plan items (which come first), namespace
 * urn:dossier:cmmn:
 *
 *	<d:label xml:lang="fr">Entendre le client</d:label>
 *	<d:help xml:lang="en">What the person who does it should know.</d:help>
 *	<d:task due="duration(&quot;P5D&quot;)" priority="high" team="claims"
 *	    assign="who" skill="motor" form="assessment"/>
 *	<d:milestone planned="received + duration(&quot;P14D&quot;)"/>
 *	<d:approval amount="payment" levels="authority"
 *	    kind="settlement"/>
 *
 * Where no help is given, the standard's <documentation> is it.
 */
struct plan_formula {		/* FEEL over the fields and "case" */
	const char *text;	/* "" there is none */
	const struct feel *feel;	/* NULL: none, or not readable */
	int line;
};

struct plan_own {
	const struct cmmn_item_use *use;	/* NULL: the case plan */
	struct label label;		/* en: its name */
	struct label help;		/* may be all NULL, or in one
					 * language */
	struct {
		struct plan_formula due;	/* a date, a moment, or a
						 * duration from now */
		enum priority priority;
		const char *team;	/* its code, "" the dossier's */
		const char *assign;	/* code of a decision, "" none */
		const char *skill;	/* "" none */
		const char *form;	/* code of the form that it is done
					 * by, "" none */
		int line;		/* 0: no <d:task> */
	} task;
	struct plan_formula planned;	/* of a milestone */
	struct {
		const char *amount;	/* field code, "" none */
		const char *levels;	/* code of a decision, "" none */
		const char *kind;	/* of limits, "" none */
		int line;		/* 0: it is no approval */
	} approval;
	int line;			/* of the plan item */
};

/* Reads it, and appends what is wrong. */
void	 plan_own_read(struct arena *, const char *file,
	    const struct casetype *, const struct cmmn_definition *,
	    const struct cmmn_item_use *, const struct feel_scope *,
	    struct cmmn_fault **, struct plan_own *out);

/* A title, and instructions ("" none), in the viewer's language. */
const char *plan_own_title(struct ctx *, const struct plan_own *);
const char *plan_own_help(struct ctx *, const struct plan_own *);

#endif
