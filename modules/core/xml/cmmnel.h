/* SPDX-License-Identifier: MIT */
#ifndef XML_CMMNEL_H
#define XML_CMMNEL_H

#include <stdbool.h>

#include "base/arena.h"

/*
 * Expressions of other products, ${...} and #{...}, in FEEL: names, paths,
 * literals, comparisons, &&, ||, !, empty, parentheses, and the calls with
 * which these products read or compare a variable. They keep what these
 * answer where a name has no value: a comparison with it is false, and its
 * negation true.
 */
#define CMMNEL_MAX 4000		/* bytes of one */

struct cmmnel_name {		/* a variable that was used */
	struct cmmnel_name *next;
	const char *name;
};

/* Is it written in that language at all? */
bool	 cmmnel_is(const char *text);
/* NULL: it has something else, and why says what: “the call “f””. */
const char *cmmnel_feel(struct arena *, const char *text,
	    struct cmmnel_name **names, const char **why);

#endif
