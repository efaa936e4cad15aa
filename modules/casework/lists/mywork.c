/* SPDX-License-Identifier: MIT */
/* My work: what waits for the viewer, each number beside its list. */
#include <string.h>

#include "base/day.h"
#include "casework/access/breakings.h"
#include "casework/lists/pages_lists.h"
#include "casework/people/handovers.h"
#include "casework/shared/show.h"
#include "casework/tasks/approvals.h"
#include "casework/tasks/deadlines.h"
#include "casework/tasks/promises.h"
#include "domain/course/decision_show.h"
#include "domain/course/task.h"
#include "domain/desk/arrival.h"
#include "domain/desk/queue.h"
#include "domain/dossier/booking.h"
#include "domain/people/absence.h"
#include "domain/type/casetype.h"
#include "web/facts.h"
#include "web/pager.h"

#define SHORT_LIST 6	/* rows of each list on the start page */
#define STOOD 5		/* absent people whose cases it shows */
#define BACK (3 * DAY)	/* how long it says that one was away */

static const char *const lists[] = { "mine", "teams", "others", NULL };

const struct field tasks_form[] = {
	{ "list", FIELD_CHOICE, .choices = lists },
	{ "after", FIELD_TEXT, .max = 200 },
	{ 0 }
};

/* The case of each task, once, for what stands behind its risk. */
static enum err
cases_of(struct request *rq, const struct task *t, struct dossier **out)
{
	struct dossier *d;
	enum err e;

	*out = NULL;
	for (; t != NULL; t = t->next) {
		for (d = *out; d != NULL && d->id != t->dossier; d = d->next)
			;
		if (d != NULL || t->risk == 0)
			continue;
		d = arena_alloc(rq->cx.arena, sizeof(*d));
		d->id = t->dossier;
		d->number = t->dossier_number;
		d->risk = t->risk;
		if ((e = casetype_by_id(&rq->cx, t->type_id, &d->type)) != OK)
			return e;
		d->next = *out;
		*out = d;
	}
	return queue_risks(&rq->cx, *out);
}

/* A list of tasks, each with the risk of its case. */
static enum err
show_tasks(struct request *rq, enum task_list which, const char *name,
    const struct task *t)
{
	struct dossier *cases;
	const struct dossier *d;
	struct view *v;
	enum err e;

	if ((e = cases_of(rq, t, &cases)) != OK)
		return e;
	for (; t != NULL; t = t->next) {
		v = view_item(rq->view, name);
		show_task(rq, v, t);
		if (which == TASK_STOOD)
			view_text(v, "for_whom", t->owner_name);
		for (d = cases; d != NULL && d->id != t->dossier; d = d->next)
			;
		if (d == NULL)
			continue;
		facts_show_risk(rq, v, d);
		if (d->risk_no == 0)
			continue;
		view_text(v, "score", decision_show_score(&rq->cx,
		    d->risk_result));
		view_text(v, "risk_why", arena_printf(rq->cx.arena,
		    "/dossiers/%s/decisions/%lld", d->number,
		    (long long)d->risk_no));
	}
	return OK;
}

static enum err
some_tasks(struct request *rq, enum task_list which, const char *name,
    const char *count)
{
	struct task_page page;
	enum err e;

	e = task_list(&rq->cx, which, "", SHORT_LIST, &page);
	if (e != OK || (e = show_tasks(rq, which, name, page.tasks)) != OK)
		return e;
	pager_count(rq->view, count, page.count);
	return OK;
}

static enum err
some_approvals(struct request *rq, enum approval_which which,
    const char *name, const char *count)
{
	struct approval_page page;
	enum err e;

	e = approvals_show_waiting(rq, which, "", SHORT_LIST, name, &page);
	if (e == OK)
		pager_count(rq->view, count, page.count);
	return e;
}

static enum err
some_dossiers(struct request *rq, int64_t lead, const char *name)
{
	struct queue_filter f = {
		.type = "", .status = "active", .phase = "", .lead = lead,
		.text = "", .field = "", .field_value = "",
		.sort = QUEUE_DUE, .after = "", .limit = SHORT_LIST,
		.uncounted = true
	};
	struct queue_page page;
	struct dossier *d;
	enum err e;

	if ((e = queue_list(&rq->cx, &f, &page)) != OK)
		return e;
	for (d = page.dossiers; d != NULL; d = d->next)
		show_dossier(rq, view_item(rq->view, name), d);
	return OK;
}

/* Cases under way of those for whom the viewer stands in, of each some. */
static enum err
some_stood(struct request *rq)
{
	struct queue_filter f = {
		.type = "", .status = "active", .phase = "", .text = "",
		.field = "", .field_value = "", .sort = QUEUE_DUE,
		.after = "", .uncounted = true
	};
	const struct standing *s;
	struct queue_page page;
	struct dossier *d;
	struct view *v;
	int n, people = 0;
	enum err e;

	for (s = rq->cx.standing; s != NULL && people < STOOD; s = s->next) {
		f.lead = s->person;
		f.limit = s->every ? SHORT_LIST : LIST_ROWS;
		if ((e = queue_list(&rq->cx, &f, &page)) != OK)
			return e;
		v = view_item(rq->view, "stood");
		view_int(v, "no", ++people);
		view_text(v, "name", s->name);
		view_text(v, "number", s->number);
		for (n = 0, d = page.dossiers; d != NULL && n < SHORT_LIST;
		    d = d->next)
			if (absence_stands_in(&rq->cx, s->person,
			    d->type->code) && ++n)
				show_dossier(rq, view_item(v, "cases"), d);
	}
	return people == 0 ? OK : some_tasks(rq, TASK_STOOD, "for_others",
	    "count_others");
}

/* Who may sign in but sees no dossiers (an administrator) has no work here. */
/* Who came back lately finds what was done meanwhile. */
static enum err
show_back(struct request *rq)
{
	struct absence *x;
	struct view *v;
	enum err e;

	if ((e = absence_list(&rq->cx, ABSENCE_PAST, &x)) != OK ||
	    x == NULL || x->ends < rq->cx.now - BACK)
		return e;
	v = view_part(rq->view, "back");
	view_text(v, "number", x->number);
	view_moment(v, "ends", x->ends - 1);
	return OK;
}

enum err
get_work(struct request *rq)
{
	struct queue_counts counts;
	int64_t unfiled[3], told;
	bool books;
	enum err e;

	if ((rq->cx.rights & RIGHT_STAFF) == 0)
		return reply_redirect(rq, "%s", (rq->cx.rights & RIGHT_ADMIN)
		    != 0 ? "/admin" : "/signon/me");
	if ((e = queue_counts(&rq->cx, &counts)) != OK)
		return e;
	pager_count(rq->view, "count_mine", counts.mine);
	pager_count(rq->view, "count_overdue", counts.overdue);
	pager_count(rq->view, "count_tray", counts.tray);
	if ((rq->cx.rights & RIGHT_INTAKE) != 0) {
		if ((e = arrival_count(&rq->cx, unfiled)) != OK)
			return e;
		pager_count(rq->view, "count_unfiled", unfiled[ARRIVAL_ALL]);
	}
	view_flag(rq->view, "any_overdue", counts.overdue > 0);
	pager_count(rq->view, "count_undated", counts.undated);
	pager_count(rq->view, "count_silent", counts.silent);
	view_flag(rq->view, "any_silent", counts.silent > 0);
	if ((e = deadlines_told(rq, SHORT_LIST, &told)) != OK)
		return e;
	pager_count(rq->view, "count_told", told);
	if ((e = promises_waiting(rq, SHORT_LIST)) != OK)
		return e;
	if ((e = some_approvals(rq, APPROVAL_FOR_ME, "approvals",
	    "count_approvals")) != OK ||
	    (e = some_approvals(rq, APPROVAL_BY_ME, "asked",
	    "count_asked")) != OK)
		return e;
	if ((e = some_tasks(rq, TASK_MINE, "tasks", "count_tasks")) != OK ||
	    (e = some_tasks(rq, TASK_TEAMS, "claimable",
	    "count_teams")) != OK ||
	    (e = some_stood(rq)) != OK ||
	    (e = some_dossiers(rq, rq->cx.viewer, "mine")) != OK ||
	    (e = some_dossiers(rq, -1, "queue")) != OK)
		return e;
	if ((e = breakings_show(rq)) != OK ||
	    (e = handovers_waiting(rq)) != OK ||
	    (e = show_back(rq)) != OK ||
	    (e = booking_any(&rq->cx, &books)) != OK)
		return e;
	view_flag(rq->view, "books", books);
	return reply_page(rq, "casework/work.html");
}

enum err
get_tasks(struct request *rq)
{
	static const enum task_list which[] = { TASK_MINE, TASK_TEAMS,
	    TASK_STOOD };
	const char *after = form_text(rq, "after"), *address;
	struct task_page page;
	size_t i = 0;
	enum err e;

	while (lists[i] != NULL &&
	    strcmp(lists[i], form_text(rq, "list")) != 0)
		i++;
	if (lists[i] == NULL)
		i = 0;
	address = request_query(rq, "/tasks", "list", lists[i]);
	e = task_list(&rq->cx, which[i], after, LIST_ROWS, &page);
	if (e != OK ||
	    (e = show_tasks(rq, which[i], "tasks", page.tasks)) != OK)
		return e;
	view_flag(rq->view, lists[i], true);
	pager_count(rq->view, "count", page.count);
	pager_show(rq, address, page.next);
	return reply_page(rq, "casework/tasks.html");
}
