/* SPDX-License-Identifier: MIT */
#ifndef WEB_TEMPLATES_H
#define WEB_TEMPLATES_H

#include "web/template.h"
#include "web/template_ops.h"

/* For template.c: the operations of a template in a language, compiled at
 * first use; NULL, logged, when it has a fault. */
const struct ops *templates_find(struct templates *, const char *name,
	    const char *lang);

#endif
