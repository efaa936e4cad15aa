/* SPDX-License-Identifier: MIT */
#ifndef RULES_RULEPACK_H
#define RULES_RULEPACK_H

#include "base/arena.h"
#include "model/rulepack.h"

/*
 * Packs of rules combined. Every rule of every pack is kept, so another pack
 * never loosens; of two rules about the same thing the stricter covers the
 * other. The order of the packs does not matter.
 */
struct rulepack_set *rulepack_combine(struct arena *,
	    const struct casetype *, const struct rulepack *packs);

/* The rhythm that the rules agree to there: the strictest that applies. */
const struct type_rhythm *rulepack_rhythm(const struct rulepack_set *,
	    const char *phase, int risk);	/* NULL: none has one */
bool	 rulepack_dated(const struct rulepack_set *);
/* Of one rhythm: the first <when> that applies, else what it says first. */
const struct type_rhythm *rulepack_when(const struct type_rhythm *,
	    const char *phase, int risk);

/* About the same thing? Then a covers b where keeping a keeps b. */
bool	 rulepack_alike(const struct rulepack_rule *,
	    const struct rulepack_rule *);
bool	 rulepack_covers(const struct casetype *,
	    const struct rulepack_rule *a, const struct rulepack_rule *b);

/* What one case more would meet, for somebody who leads so many of the type
 * then; NULL: nothing. The strictest, of those the least. */
const struct rulepack_rule *rulepack_load(const struct rulepack_set *,
	    int64_t cases);
/* The least load that a rule speaks of; NULL: none. */
const struct rulepack_rule *rulepack_least(const struct rulepack_set *);
/* The first rule of a kind that holds, of a subject where one is given. */
const struct rulepack_rule *rulepack_find(const struct rulepack_set *,
	    enum rulepack_kind, const char *subject);

#endif
