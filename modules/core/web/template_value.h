/* SPDX-License-Identifier: MIT */
#ifndef WEB_TEMPLATE_VALUE_H
#define WEB_TEMPLATE_VALUE_H

#include "base/buf.h"
#include "base/ctx.h"
#include "web/template_ops.h"
#include "web/view.h"

/* One value, written for the place where it stands. */
void	template_value_escape(struct buf *, const char *);
/* As people read it; whether anything was written. */
bool	template_value_shown(struct buf *, struct ctx *,
	    const struct view_value *, enum format);
/* As machines read it: ints without grouping, flags as 1 or nothing. */
void	template_value_plain(struct buf *, struct ctx *,
	    const struct view_value *, enum format);
/* Inside an address: everything but letters, digits and -._~ encoded. */
void	template_value_part(struct buf *, struct ctx *,
	    const struct view_value *, enum format);
/* A whole address; "#" in place of one that would run something. */
void	template_value_address(struct buf *, const struct view_value *,
	    const char *path);
/* One word of a class. */
void	template_value_word(struct buf *, const struct view_value *);
/* ISO for the attribute of <time>; false when it is no time. */
bool	template_value_datetime(struct buf *, struct ctx *,
	    const struct view_value *);

#endif
