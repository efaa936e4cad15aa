/* SPDX-License-Identifier: MIT */
#ifndef TOOL_TOOL_TCK_H
#define TOOL_TOOL_TCK_H

#include "rules/dmn/dmn.h"
#include "xml/xml_tck.h"

/* What the tests of the TCK say, as values of FEEL, and what they need. */

/* False: it is no value of the type that the file says. */
bool	 tool_tck_value(struct arena *, const struct xml_tck_value *,
	    struct feel_value *out);
/* As the runners of the TCK compare: numbers within 0.00000001, contexts by
 * their entries, lists in their order. */
bool	 tool_tck_same(struct feel_value got, struct feel_value wanted);
/* Does the element, or what it needs, call a function in Java? */
bool	 tool_tck_java(const struct dmn_model *, const struct dmn_element *);

#endif
