/* SPDX-License-Identifier: MIT */
#ifndef WEB_TEMPLATE_RUN_H
#define WEB_TEMPLATE_RUN_H

#include "web/template.h"
#include "web/template_ops.h"

/* The one walk that writes a page. */
void	template_run(const struct ops *, struct ctx *, const struct view *,
	    const struct template_form *, struct buf *out);

#endif
