/* SPDX-License-Identifier: MIT */
/* What of a matter is shared with people outside, and when they looked. */
#include "domain/desk/share.h"
#include "legal/legal.h"

#define ROWS 3

enum err
matter_shares_show(struct request *rq, const struct dossier *d)
{
	struct share *s;
	struct view *v;
	enum err e;
	int n = 0;

	if (d->level < LEVEL_WORK)
		return OK;
	if ((e = share_list(&rq->cx, d, &s)) != OK)
		return e;
	view_flag(rq->view, "may_share", true);
	for (; s != NULL && n < ROWS; s = s->next) {
		if (!share_is_open(&rq->cx, s))
			continue;
		v = view_item(rq->view, "shares");
		view_int(v, "no", s->no);
		view_text(v, "name", s->name);
		view_moment(v, "until", s->until);
		view_moment(v, "looked", s->looked);
		n++;
	}
	return OK;
}
