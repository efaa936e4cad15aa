/* SPDX-License-Identifier: MIT */
#include "web/pager.h"

#include "text/number.h"
#include "web/form.h"

static void
foot(struct request *rq, const char *here, const char *next, bool later)
{
	if (next[0] != '\0')
		view_text(rq->view, "next", request_query(rq, here, "after",
		    next));
	if (later)
		view_text(rq->view, "first", here);
	view_flag(rq->view, "paged", later || next[0] != '\0');
}

void
pager_show(struct request *rq, const char *here, const char *next)
{
	foot(rq, here, next, rq->method == GET &&
	    form_text(rq, "after")[0] != '\0');
}

void
pager_show_no(struct request *rq, const char *here, int64_t next)
{
	foot(rq, here, next == 0 ? "" : number_plain(rq->cx.arena, next, 0),
	    rq->method == GET && form_int(rq, "after") != 0);
}

void
pager_count(struct view *v, const char *name, int64_t n)
{
	struct view *c = view_part(v, name);

	view_int(c, "n", n > PAGER_COUNTED ? PAGER_COUNTED : n);
	view_flag(c, "more", n > PAGER_COUNTED);
}
