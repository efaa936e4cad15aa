/* SPDX-License-Identifier: MIT */
#ifndef DOMAIN_CASETYPE_DEADLINE_H
#define DOMAIN_CASETYPE_DEADLINE_H

#include "base/arena.h"
#include "model/casetype.h"
#include "xml/reader.h"

/* What is wrong with the rules of the type's deadlines, appended. */
void	 casetype_deadline_check(struct arena *, const struct casetype *,
	    const char *file, struct reader_fault **faults);

#endif
