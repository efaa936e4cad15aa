/* SPDX-License-Identifier: MIT */
#ifndef RULES_FEEL_SET_H
#define RULES_FEEL_SET_H

#include "rules/feel/feel_eval.h"

/* Values, each once, in the order in which they first came. */
struct feel_set {
	struct feel_value_items items;
	size_t *first, *next;	/* chains of a hash; place + 1, 0 ends */
	size_t mask;
};

/* Ready for so many; false: the evaluation is at its limit. */
bool	 feel_set_start(struct feel_eval *, struct feel_set *, size_t n);
/* Unless one that is equal is there; false: at the limit. */
bool	 feel_set_add(struct feel_eval *, struct feel_set *,
	    struct feel_value);

#endif
