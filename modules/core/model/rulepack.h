/* SPDX-License-Identifier: MIT */
#ifndef MODEL_RULEPACK_H
#define MODEL_RULEPACK_H

#include <stdbool.h>

#include "model/casetype.h"

/*
 * A care model is a pack of rules that a type combines with others
 * (etc/caremodels). Each rule says whose it is.
 */
enum rulepack_kind {
	RULEPACK_CASELOAD,	/* n cases of the type a lead at most */
	RULEPACK_RHYTHM,	/* contact, and always a next date */
	RULEPACK_ASSESSMENT,	/* form (subject, "" any) every span */
	RULEPACK_BEFORE,	/* n records (subject) before target */
	RULEPACK_SIGNED,	/* notes are signed within span */
	RULEPACK_CERTIFIED,	/* role (subject) asks for a skill (target) */
	RULEPACK_ANSWER,	/* providers answer a referral within span */
	RULEPACK_REPORTS,	/* providers report every span */
	RULEPACK_GAPS,		/* what is late longer than span is a gap */
	RULEPACK_FIRST		/* the section (subject) stands first */
};
#define RULEPACK_KINDS (RULEPACK_FIRST + 1)
#define RULEPACK_ELEMENTS "caseload", "rhythm", "assessment", "before",	\
	"signed", "certified", "answer", "reports", "gaps", "first"

/* What happens above a case load: the later, the stricter. */
enum rulepack_above { RULEPACK_WARNS, RULEPACK_ASKS, RULEPACK_REFUSES };
#define RULEPACK_ABOVE "warn", "reason", "refuse"

enum rulepack_unit { RULEPACK_DAYS, RULEPACK_WORKING_DAYS, RULEPACK_MONTHS };
struct rulepack_span {
	int n;
	enum rulepack_unit unit;
};

/* Records that something waits for, those with a code behind a colon; and
 * what waits for them besides a phase. */
#define RULEPACK_RECORDS "strengths", "wishes", "problems", "goals",	\
	"plan", "referrals", "form", "form:", "document:", "role:"
#define RULEPACK_TARGETS "plan", "referrals", "closing", "phase:"

struct rulepack;
struct rulepack_rule {
	struct rulepack_rule *next;	/* in its pack */
	const struct rulepack *pack;
	enum rulepack_kind kind;
	const char *subject, *target;	/* "" where the kind has none */
	int n;
	struct rulepack_span span;
	enum rulepack_above above;
	const struct type_rhythm *rhythm;
	int line;
};

struct rulepack {
	struct rulepack *next;
	const char *code;	/* "" the rules of the type itself */
	struct label name, help;
	const char *file;
	const struct rulepack_rule *rules;
	const struct term *excludes;	/* codes of packs it does not go
					 * with; no labels */
	int line;
};

/* Packs combined: what holds, and what gives way to what is stricter. */
struct rulepack_yield {
	const struct rulepack_yield *next;
	const struct rulepack_rule *rule;
	bool same;		/* it says the same */
};
struct rulepack_held {
	const struct rulepack_held *next;	/* by kind */
	const struct rulepack_rule *rule;
	const struct rulepack_yield *yields;	/* those that it covers */
};
/* Two that cannot both be kept. */
struct rulepack_clash {
	const struct rulepack_clash *next;
	const struct rulepack *a, *b;
	const struct rulepack_rule *ra, *rb;	/* NULL: one excludes the
						 * other */
};
struct rulepack_set {
	const struct rulepack *packs;
	const struct rulepack_held *held;
	const struct rulepack_clash *clashes;
};

#endif
