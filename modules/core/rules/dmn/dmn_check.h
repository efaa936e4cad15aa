/* SPDX-License-Identifier: MIT */
#ifndef RULES_DMN_CHECK_H
#define RULES_DMN_CHECK_H

#include "rules/dmn/dmn.h"

/*
 * What can be said of the main model's tables without running them: tests
 * that never hold, results that are not allowed, rules that overlap where
 * they must not, rules that never apply, and values that no rule provides
 * for. Only what is sure is a fault. Appended to the list.
 */
void	 dmn_check(struct arena *, const struct dmn *, struct dmn_fault **);

#endif
