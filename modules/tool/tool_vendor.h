/* SPDX-License-Identifier: MIT */
#ifndef TOOL_TOOL_VENDOR_H
#define TOOL_TOOL_VENDOR_H

#include "base/arena.h"
#include "model/cmmn.h"

/* What vendors add to case models, and which of it changes how a case runs.
 * Forms, people, listeners that only look on and drawings do not. */

/* The additions that do, and expressions that cannot be translated, named in
 * a text; "" none. */
const char *tool_vendor(struct arena *, const struct cmmn_model *,
	    const struct cmmn_fault *);

#endif
