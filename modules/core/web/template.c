/* SPDX-License-Identifier: MIT */
/* A page: the right template in the right language, and its one walk. */
#include "web/template.h"

#include "web/template_run.h"
#include "web/templates.h"

enum err
template_render(struct templates *ts, struct ctx *cx, const char *name,
    const struct view *view, const struct template_form *form,
    struct buf *out)
{
	const struct ops *ops = templates_find(ts, name, cx->lang);

	if (ops == NULL)
		return ERR_BROKEN;
	template_run(ops, cx, view, form, out);
	return OK;
}
