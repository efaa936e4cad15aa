/* SPDX-License-Identifier: MIT */
/* The report of a dossier: a document to be printed, of chosen parts. */
#include <stdlib.h>
#include <string.h>

#include "base/config.h"
#include "casework/access/consenting.h"
#include "casework/case/decisions.h"
#include "casework/papers/pages_papers.h"
#include "casework/shared/choices.h"
#include "casework/shared/show.h"
#include "casework/tasks/approvals.h"
#include "casework/tasks/goals.h"
#include "casework/tasks/steps.h"
#include "domain/dossier/document.h"
#include "domain/dossier/dossier.h"
#include "domain/dossier/goal.h"
#include "domain/dossier/party.h"
#include "domain/dossier/release.h"
#include "domain/story/dossier_timeline.h"
#include "domain/story/look.h"
#include "domain/story/timeline.h"
#include "text/date.h"
#include "web/facts.h"

#define ROWS 1000	/* of each part; what is beyond is said */

static const char *const parts[] = { "facts", "people", "plan", "tasks",
    "approvals", "goals", "documents", "notes", "history", NULL };
static const char *const orders[] = { "oldest", "newest", NULL };

const struct field report_form[] = {
	{ "part", FIELD_CHOICE, .choices = parts, .many = true },
	{ "order", FIELD_CHOICE, .choices = orders },
	{ "from", FIELD_DATE },
	{ "to", FIELD_DATE },
	CONSENTS_LEAVING,
	{ 0 }
};

struct report {
	struct request *rq;
	struct dossier *d;
	int64_t from, until;	/* moments; until 0: no end */
	bool newest;		/* first */
};

static bool
within(const struct report *r, int64_t when)
{
	return when >= r->from && (r->until == 0 || when < r->until);
}

/* Was the part asked for? Nobody asked for any: it is all of them. */
static bool
wanted(struct request *rq, const char *part)
{
	const char *name, *text;
	size_t n;

	for (n = 0; form_each(rq, "part", n, &name, &text); n++)
		if (strcmp(text, part) == 0)
			return true;
	return n == 0;
}

/* A list of the newest, at most ROWS, in the order that was asked for. */
struct rows {
	const void *row[ROWS];
	int n;
	bool more;
};

static bool
rows_add(struct rows *rows, const void *row)
{
	rows->more = rows->n == ROWS;
	if (!rows->more)
		rows->row[rows->n++] = row;
	return !rows->more;
}

static const void *
rows_at(const struct report *r, const struct rows *rows, int i)
{
	return rows->row[r->newest ? i : rows->n - 1 - i];
}

static void
rows_told(const struct report *r, const struct rows *rows, const char *more)
{
	view_flag(r->rq->view, more, rows->more);
}

static struct rows *
rows_new(const struct report *r)
{
	return arena_alloc(r->rq->cx.arena, sizeof(struct rows));
}

static void
show_people(const struct report *r)
{
	const struct party *p;
	struct view *v;

	for (p = r->d->parties; p != NULL; p = p->next) {
		v = view_item(r->rq->view, "parties");
		view_text(v, "name", p->name);
		view_text(v, "number", p->number);
		view_text(v, "role", party_role(&r->rq->cx, r->d->type,
		    p->role));
		view_moment(v, "added", p->added);
		view_moment(v, "ended", p->ended);
	}
}

static int
newer_task(const void *a, const void *b)
{
	const struct task *x = *(const struct task *const *)a;
	const struct task *y = *(const struct task *const *)b;

	return (x->no < y->no) - (x->no > y->no);
}

static void
show_tasks(const struct report *r)
{
	struct rows *rows = rows_new(r);
	const struct task **all, *t;
	size_t n = 0, i;
	int k;

	for (t = r->d->tasks; t != NULL; t = t->next)
		n++;
	all = arena_array(r->rq->cx.arena, n + 1, sizeof(*all));
	for (n = 0, t = r->d->tasks; t != NULL; t = t->next)
		if (within(r, t->created) && !t->held)
			all[n++] = t;
	qsort(all, n, sizeof(*all), newer_task);
	for (i = 0; i < n && rows_add(rows, all[i]); i++)
		;
	for (k = 0; k < rows->n; k++)
		show_task(r->rq, view_item(r->rq->view, "tasks"),
		    rows_at(r, rows, k));
	rows_told(r, rows, "more_tasks");
}

/* Those that were given up as well: a report tells all. */
static enum err
show_approvals(const struct report *r, struct dossier *d)
{
	struct rows *rows = rows_new(r);
	struct approval *a;
	enum err e;
	int k;

	if ((e = approval_list(&r->rq->cx, d, &a)) != OK)
		return e;
	for (; a != NULL; a = a->next)
		if (within(r, a->asked) && !rows_add(rows, a))
			break;
	for (k = 0; k < rows->n; k++)
		approvals_show_one(r->rq, view_item(r->rq->view,
		    "approvals"), d, rows_at(r, rows, k));
	return OK;
}

static enum err
show_goals(const struct report *r)
{
	struct goal *g;
	enum err e;

	if ((e = goal_list(&r->rq->cx, r->d, &g)) != OK)
		return e;
	for (; g != NULL; g = g->next)
		if (within(r, g->created))
			goals_show_one(r->rq, view_item(r->rq->view,
			    "goals"), g);
	return OK;
}

/* The steps as they stand, whatever days were chosen. */
static enum err
show_plan(const struct report *r)
{
	struct steps s;
	struct step *all;
	size_t i, n;
	enum err e;

	if ((e = steps_open(r->rq, r->d, &s)) != OK || s.plan == NULL)
		return e;
	s.work = false;
	all = steps_all(&s, &n);
	for (i = 0; i < n && i < ROWS; i++)
		steps_show_deep(&s, view_item(r->rq->view, "steps"), &all[i]);
	view_flag(r->rq->view, "planned", true);
	view_flag(r->rq->view, "more_steps", i < n);
	return OK;
}

static enum err
show_documents(const struct report *r)
{
	struct document_filter all = { .limit = 0 };
	struct rows *rows = rows_new(r);
	const struct document *doc;
	struct document *list;
	struct view *v;
	enum err e;
	int k;

	if ((e = document_list(&r->rq->cx, r->d, &all, &list)) != OK)
		return e;
	for (; list != NULL; list = list->next)
		if (within(r, list->added) && !list->held &&
		    !rows_add(rows, list))
			break;
	for (k = 0; k < rows->n; k++) {
		doc = rows_at(r, rows, k);
		v = view_item(r->rq->view, "documents");
		show_document(r->rq, v, r->d, doc);
		view_text(v, "sha256", doc->sha256);
	}
	rows_told(r, rows, "more_documents");
	return OK;
}

static enum err
show_notes(const struct report *r)
{
	struct rows *rows = rows_new(r);
	const struct note *n;
	struct note *list;
	struct view *v;
	enum err e;
	int k;

	if ((e = dossier_notes(&r->rq->cx, r->d, &list)) != OK)
		return e;
	for (n = list; n != NULL; n = n->next)
		if (within(r, n->written) && !n->held &&
		    !rows_add(rows, n))
			break;
	for (k = 0; k < rows->n; k++) {
		n = rows_at(r, rows, k);
		v = view_item(r->rq->view, "notes");
		view_int(v, "no", n->no);
		view_text(v, "text", n->text);
		view_text(v, "author", n->author);
		view_moment(v, "written", n->written);
	}
	rows_told(r, rows, "more_notes");
	return OK;
}

static enum err
show_history(const struct report *r)
{
	struct timeline_filter f = { .kinds = "", .from = r->from,
	    .until = r->until, .limit = ROWS + 2,
	    .leaves = true };
	struct rows *rows = rows_new(r);
	struct event *ev;
	int k, n = 0;
	enum err e;

	if ((e = dossier_timeline(&r->rq->cx, r->d, &f, &ev)) != OK)
		return e;
	timeline_fold(&ev);
	for (; ev != NULL && n < ROWS; ev = ev->next) {
		rows_add(rows, ev);
		n += ev->then == NULL ? 1 : 2;
	}
	rows->more = ev != NULL;
	for (k = 0; k < rows->n; k++)
		show_event(r->rq, view_item(r->rq->view, "history"), r->d,
		    rows_at(r, rows, k));
	rows_told(r, rows, "more_history");
	return OK;
}

/* The title block: which dossier of which house, made by whom and when. */
static void
show_title(const struct report *r)
{
	struct request *rq = r->rq;

	view_text(rq->view, "address", arena_printf(rq->cx.arena,
	    "%s/dossiers/%s", rq->cx.conf->base_url, r->d->number));
	view_moment(rq->view, "made", rq->cx.now);
	view_text(rq->view, "from_day", form_date(rq, "from"));
	view_text(rq->view, "to_day", form_date(rq, "to"));
	view_flag(rq->view, "newest", r->newest);
}

/* With what tables decided by them. */
static enum err
show_facts(struct request *rq, struct dossier *d)
{
	facts_show(rq, rq->view, d->type, d->values, false);
	return decisions_show(rq, d);
}

/* What is privileged is in no report; how much of it there is stands here. */
static enum err
show_held(struct request *rq, const struct dossier *d)
{
	int64_t n;
	enum err e = release_held(&rq->cx, d, COMPARTMENT_KINDS, &n);

	view_int(rq->view, "held", n);
	return e;
}

/* The parts as switches for the template; gives their names, for the look. */
static const char *
show_parts(struct request *rq)
{
	const char *list = "";
	struct view *v = view_part(rq->view, "part");
	size_t i;

	for (i = 0; parts[i] != NULL; i++) {
		if (!wanted(rq, parts[i]))
			continue;
		view_flag(v, parts[i], true);
		list = arena_printf(rq->cx.arena, "%s%s%s", list,
		    *list == '\0' ? "" : " ", parts[i]);
	}
	return list;
}

/* What the parts tell, as consents have it. */
static unsigned int
told_by(struct request *rq)
{
	static const struct { const char *part; unsigned int what; } all[] = {
		{ "facts", CONSENT_CASE }, { "people", CONSENT_CASE },
		{ "plan", CONSENT_PLAN }, { "tasks", CONSENT_CASE },
		{ "approvals", CONSENT_CASE }, { "goals", CONSENT_PLAN },
		{ "documents", CONSENT_DOCUMENTS },
		{ "notes", CONSENT_NOTES }, { "history", CONSENT_ALL }
	};
	unsigned int what = CONSENT_CASE;	/* of the title block */
	size_t i;

	for (i = 0; i < sizeof(all) / sizeof(all[0]); i++)
		if (wanted(rq, all[i].part))
			what |= all[i].what;
	return what;
}

enum err
get_dossier_report(struct request *rq)
{
	struct report r = { .rq = rq };
	const char *list;
	struct dossier *d;
	bool stop;
	enum err e;

	if ((e = show_open(rq, &d)) != OK)
		return e;
	r.d = d;
	r.newest = strcmp(form_text(rq, "order"), "newest") == 0;
	if (form_date(rq, "from")[0] != '\0')
		date_start(rq->cx.zone, form_date(rq, "from"), &r.from);
	if (form_date(rq, "to")[0] != '\0')
		r.until = choices_day_end(rq, "to") + 1;
	list = show_parts(rq);
	show_title(&r);
	if ((e = show_held(rq, d)) != OK ||
	    (e = consents_leaving(rq, d, consenting_base(rq, d), told_by(rq),
	    "report", &stop)) != OK)
		return e;
	if (stop)
		return reply_page(rq, "casework/report.html");
	if (wanted(rq, "facts") && (e = show_facts(rq, d)) != OK)
		return e;
	if (wanted(rq, "people"))
		show_people(&r);
	if (wanted(rq, "plan") && (e = show_plan(&r)) != OK)
		return e;
	if (wanted(rq, "tasks"))
		show_tasks(&r);
	if (wanted(rq, "approvals") && (e = show_approvals(&r, d)) != OK)
		return e;
	if (wanted(rq, "goals") && (e = show_goals(&r)) != OK)
		return e;
	if (wanted(rq, "documents") && (e = show_documents(&r)) != OK)
		return e;
	if (wanted(rq, "notes") && (e = show_notes(&r)) != OK)
		return e;
	if (wanted(rq, "history") && ((e = show_history(&r)) != OK ||
	    (e = show_seal(rq, d)) != OK))
		return e;
	look_report(&rq->cx, d, list);
	return reply_page(rq, "casework/report.html");
}
