/* SPDX-License-Identifier: MIT */
#ifndef RULES_FEEL_RANGE_H
#define RULES_FEEL_RANGE_H

#include "rules/feel/feel_eval.h"

/*
 * A range out of its text, as range() takes it (10.3.4.1): brackets and two
 * ends, which are literals of one kind, the first not after the second. Null
 * with a note where it is none.
 */
struct feel_value feel_range_parse(struct feel_eval *, struct feel_string);

#endif
