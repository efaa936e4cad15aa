/* SPDX-License-Identifier: MIT */
#ifndef DOMAIN_DECISION_CHECK_H
#define DOMAIN_DECISION_CHECK_H

#include "base/arena.h"
#include "model/casetype.h"
#include "xml/reader.h"

/* Everything wrong with the models of a folder, and with what its type says
 * of them, at the end of the faults. */
struct store_type_model;
void	 decision_check(struct arena *, const char *dir,
	    const struct casetype *, const struct store_type_model *,
	    struct reader_fault **);

#endif
