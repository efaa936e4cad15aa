/* SPDX-License-Identifier: MIT */
#ifndef DOMAIN_PLAN_CHECK_H
#define DOMAIN_PLAN_CHECK_H

#include "base/arena.h"
#include "model/casetype.h"
#include "xml/reader.h"

/* Everything wrong with the plan.cmmn of a folder, if it has one, and with
 * what it says of its type, at the end of the faults. */
struct store_type_model;
void	 plan_check(struct arena *, const char *dir, const struct casetype *,
	    const struct store_type_model *, struct reader_fault **);

#endif
