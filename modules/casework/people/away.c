/* SPDX-License-Identifier: MIT */
/* While somebody was away: what was done for them, and what is new. */
#include "casework/lists/notices.h"
#include "casework/tasks/pages_work.h"
#include "domain/course/task.h"
#include "domain/people/absence.h"
#include "domain/people/notice.h"
#include "domain/story/timeline.h"
#include "domain/type/casetype.h"

#define MOST 200	/* acts; of a longer absence the newest */

static enum err
show_acts(struct request *rq, const struct absence *x)
{
	const struct casetype *type;
	struct absence_act *a;
	struct view *v;
	int n = 0;
	enum err e;

	if ((e = absence_acts(&rq->cx, x, MOST + 1, &a)) != OK)
		return e;
	for (; a != NULL && n < MOST; a = a->next, n++) {
		if ((e = casetype_by_id(&rq->cx, a->type_id, &type)) != OK)
			return e;
		v = view_item(rq->view, "acts");
		view_text(v, "text", timeline_sentence(&rq->cx, type,
		    &a->event));
		view_text(v, "why", timeline_why(&rq->cx, &a->event));
		view_text(v, "who", a->event.actor);
		view_text(v, "dossier", a->dossier);
		view_text(v, "title", a->title);
		view_moment(v, "when", a->event.recorded);
	}
	view_flag(rq->view, "more", a != NULL);
	return OK;
}

/* What the viewer was told in that time, and the tasks that they have now. */
static enum err
show_new(struct request *rq, const struct absence *x)
{
	struct notice_page page;
	struct task_page tasks;
	const struct notice *n;
	enum err e;

	if ((e = notice_list(&rq->cx, arena_printf(rq->cx.arena, "%lld.0",
	    (long long)x->ends), LIST_ROWS, &page)) != OK ||
	    (e = task_list(&rq->cx, TASK_MINE, "", 1, &tasks)) != OK)
		return e;
	for (n = page.notices; n != NULL && n->queued >= x->begins;
	    n = n->next)
		notices_show(rq, n);
	view_flag(rq->view, "more_new", n == NULL && page.next[0] != '\0');
	view_int(rq->view, "tasks", tasks.count);
	return OK;
}

enum err
get_absence(struct request *rq)
{
	struct absence *x;
	struct view *v;
	bool own;
	enum err e;

	if ((e = absence_open(&rq->cx, request_part(rq, "absence"),
	    &x)) != OK)
		return e;
	own = x->person == rq->cx.viewer;
	if ((e = show_acts(rq, x)) != OK ||
	    (own && (e = show_new(rq, x)) != OK))
		return e;
	v = view_part(rq->view, "absence");
	view_text(v, "person", x->person_name);
	view_text(v, "substitute", x->substitute_name);
	view_text(v, "number", x->number);
	view_moment(v, "begins", x->begins);
	view_moment(v, "ends", x->ends - 1);
	view_flag(v, "over", x->ends <= rq->cx.now);
	view_flag(rq->view, "own", own);
	return reply_page(rq, "casework/away.html");
}
