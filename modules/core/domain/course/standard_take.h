/* SPDX-License-Identifier: MIT */
#ifndef DOMAIN_STANDARD_TAKE_H
#define DOMAIN_STANDARD_TAKE_H

#include <stdbool.h>

#include "base/ctx.h"
#include "model/careplan.h"
#include "model/dossier.h"
#include "model/standard.h"

/*
 * A care plan begins as a standard plan of the type: the lines that were
 * chosen become goals, activities and services of the case, with days counted
 * from the one on which it begins. Who is in the role of a line has it to do,
 * else who leads. An activity that is an item of the type's plan is added
 * there where that offers it now; any other is a task of its own.
 */
struct standard_choice {
	const char *title, *begins;	/* civil, "" today */
	/* Is this line taken over? kind: problem goal activity service. */
	bool	 (*takes)(void *, const char *kind, const char *code);
	void	*with;
};
/* Fields: title begins. */
enum err standard_take(struct ctx *, struct dossier *,
	    const struct standard *, const struct standard_choice *,
	    struct careplan **out);

#endif
