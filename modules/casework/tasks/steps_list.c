/* SPDX-License-Identifier: MIT */
/* The whole plan of a dossier, a page of it at a time. */
#include <string.h>

#include "casework/shared/show.h"
#include "casework/tasks/pages_work.h"
#include "casework/tasks/steps.h"
#include "domain/dossier/dossier.h"
#include "web/pager.h"

#define ROWS 60
static const char *const shows[] = { "open", "over", NULL };

const struct field steps_form[] = {
	{ "show", FIELD_CHOICE, .choices = shows },
	{ "after", FIELD_INT, .min = 1, .max = INT64_MAX },
	{ 0 }
};

static bool
wanted(const struct step *x, const char *show)
{
	return show[0] == '\0' ||
	    (strcmp(show, "over") == 0) == steps_is_over(x->thing);
}

/* One page: those behind the last one of the page before. */
static void
show_page(struct steps *s, const char *show)
{
	struct request *rq = s->rq;
	int64_t after = form_int(rq, "after"), last = 0;
	const char *list = request_query(rq, arena_printf(rq->cx.arena,
	    "/dossiers/%s/plan", rq->number), "show", show);
	struct step *all;
	size_t i = 0, n, shown = 0;

	all = steps_all(s, &n);
	while (after != 0 && i < n && all[i].thing->item->no != after)
		i++;
	i += after != 0 && i < n;
	for (; i < n; i++) {
		if (!wanted(&all[i], show))
			continue;
		if (shown++ == ROWS)
			break;
		steps_show_deep(s, view_item(rq->view, "rows"), &all[i]);
		last = all[i].thing->item->no;
	}
	pager_show_no(rq, list, i < n ? last : 0);
}

enum err
get_steps(struct request *rq)
{
	const char *show = form_text(rq, "show");
	struct dossier *d;
	struct steps s;
	enum err e;

	if ((e = show_open(rq, &d)) != OK || (e = steps_open(rq, d, &s)) != OK)
		return e;
	view_flag(rq->view, "planned", s.plan != NULL);
	view_flag(rq->view, "all", show[0] == '\0');
	view_flag(rq->view, show[0] == '\0' ? "all" : show, true);
	if (s.plan != NULL)
		show_page(&s, show);
	view_flag(rq->view, "may_add", s.work && d->verdict[0] != '\0');
	return reply_page(rq, "casework/plan.html");
}
