/* SPDX-License-Identifier: MIT */
/* What of a matter is privileged: how much is held back, and what may leave
 * the house, to whom. */
#include "domain/dossier/release.h"
#include "legal/legal.h"
#include "model/compartment.h"
#include "text/message.h"

#define ROWS 3

enum err
matter_releases_show(struct request *rq, const struct dossier *d)
{
	struct release *r;
	struct view *v;
	int64_t held;
	enum err e;
	int n = 0;

	if ((e = release_held(&rq->cx, d, COMPARTMENT_KINDS, &held)) != OK ||
	    (e = release_list(&rq->cx, d, 0, &r)) != OK)
		return e;
	for (; r != NULL; r = r->next) {
		if (!r->holds || n++ >= ROWS)
			continue;
		v = view_item(rq->view, "releases");
		view_int(v, "no", r->no);
		view_text(v, "name", r->kind == COMPARTMENT_NOTE ?
		    _("A note") : r->name);
		view_text(v, "receiver", r->receiver);
		view_moment(v, "until", r->until);
	}
	v = view_part(rq->view, "privilege");
	view_flag(v, "here", held > 0 || n > 0);
	view_int(v, "held", held);
	view_int(v, "more", n > ROWS ? n - ROWS : 0);
	return OK;
}
