/* SPDX-License-Identifier: MIT */
/* One step of a plan: loaded, run by the machine, kept. */
#include "domain/course/plan_step.h"

#include <string.h>

#include "base/count.h"
#include "base/log.h"
#include "domain/course/plan_values.h"
#include "domain/dossier/dossier_keep.h"
#include "domain/dossier/undo.h"
#include "domain/spine/calendar.h"
#include "domain/spine/keep.h"
#include "store/store_dossier.h"
#include "store/store_plan_clock.h"
#include "text/message.h"

static const struct {
	enum cmmn_kind kind;
	const char *word;
} kinds[] = {
	{ CMMN_STAGE, "stage" },
	{ CMMN_TASK, "task" },
	{ CMMN_HUMAN_TASK, "humanTask" },
	{ CMMN_PROCESS_TASK, "processTask" },
	{ CMMN_CASE_TASK, "caseTask" },
	{ CMMN_DECISION_TASK, "decisionTask" },
	{ CMMN_MILESTONE, "milestone" },
	{ CMMN_EVENT_LISTENER, "eventListener" },
	{ CMMN_USER_LISTENER, "userEventListener" },
	{ CMMN_TIMER_LISTENER, "timerEventListener" },
	{ CMMN_FRAGMENT, "planFragment" }
};

const char *
plan_step_kind_word(enum cmmn_kind kind)
{
	size_t i;

	for (i = 0; i < COUNT(kinds); i++)
		if (kinds[i].kind == kind)
			return kinds[i].word;
	return "";
}

enum cmmn_kind
plan_step_kind(const char *word)
{
	size_t i;

	for (i = 0; i < COUNT(kinds); i++)
		if (strcmp(kinds[i].word, word) == 0)
			return kinds[i].kind;
	return CMMN_TASK;
}

struct plan_row *
plan_step_row(struct ctx *cx, struct plan *p, int64_t no)
{
	struct plan_row *more;
	int64_t n = p->n_rows == 0 ? 32 : p->n_rows;

	if (no >= p->n_rows) {
		while (n <= no)
			n *= 2;
		more = arena_array(cx->arena, (size_t)n, sizeof(*more));
		if (p->n_rows > 0)
			memcpy(more, p->rows, (size_t)p->n_rows *
			    sizeof(*more));
		for (; p->n_rows < n; p->n_rows++)
			more[p->n_rows].reason = "";
		p->rows = more;
	}
	return &p->rows[no];
}

/* What only waits to come again stands behind what was there. */
static int
rank(const struct cmmn_item *i)
{
	switch (i->state) {
	case CMMN_ACTIVE:
	case CMMN_SUSPENDED:
	case CMMN_FAILED:
		return 3;
	case CMMN_ENABLED:
	case CMMN_DISABLED:
		return 2;
	default:
		return cmmn_is_over(i->state) ? 1 : 0;
	}
}

const struct cmmn_item *
plan_step_latest(const struct plan *p, const char *used)
{
	const struct cmmn_item *i, *last = NULL;

	for (i = p->instance.items; i != NULL; i = i->next)
		if (i->use != NULL && strcmp(i->use->id, used) == 0 &&
		    (last == NULL || rank(i) >= rank(last)))
			last = i;
	return last;
}

static void
add_item(struct ctx *cx, struct plan *p, const struct store_plan_item *s,
    struct cmmn_item ***tail)
{
	struct cmmn_item *i = arena_alloc(cx->arena, sizeof(*i));
	struct plan_row *row = plan_step_row(cx, p, s->no);

	row->was = s;
	row->planned = s->planned;
	row->task = s->task;
	row->reason = s->reason;
	i->no = s->no;
	i->parent = s->parent;
	/* one with both is left from an earlier version of the type */
	i->use = s->used[0] == '\0' || s->name[0] != '\0' ? NULL :
	    cmmn_use(p->model->cmmn, s->used);
	i->kind = plan_step_kind(s->kind);
	i->name = s->name[0] != '\0' || i->use == NULL ? s->name :
	    i->use->name;
	i->state = cmmn_state_of(s->state);
	i->before = s->resumes[0] == '\0' ? CMMN_NONE :
	    cmmn_state_of(s->resumes);
	i->required = s->required;
	i->discretionary = s->discretionary;
	i->round = s->round;
	i->since = s->since;
	i->rings = s->rings;
	i->rounds_left = s->rounds_left;
	i->cycle = s->cycle;
	p->instance.last = i->no;
	**tail = i;
	*tail = &i->next;
}

static enum err
add_marks(struct ctx *cx, const struct dossier *d, struct plan *p)
{
	struct cmmn_mark **tail = &p->instance.marks, *m;
	struct cmmn_mark **was = &p->marked;
	struct store_plan_mark *s;
	enum err e;

	if ((e = store_plan_marks(cx, d, &s)) != OK)
		return e;
	for (; s != NULL; s = s->next) {
		*tail = m = arena_alloc(cx->arena, sizeof(*m));
		m->item = s->item;
		m->criterion = s->criterion;
		m->part = (size_t)s->part;
		m->by = s->cause;
		tail = &m->next;
		*was = arena_copy(cx->arena, m, sizeof(*m));
		was = &(*was)->next;
	}
	return OK;
}

struct plan *
plan_step_new(struct ctx *cx, struct dossier *d, const struct plan_model *m)
{
	struct plan *p = arena_alloc(cx->arena, sizeof(*p));

	p->model = m;
	plan_values_eval(cx, calendar_or_null(cx, d), &p->eval);
	plan_values_frame(cx, m, d, &p->frame);
	cmmn_run_start(&p->run, m->cmmn, &p->instance, &p->eval, &p->frame);
	return p;
}

enum err
plan_step_look(struct plan_step *s)
{
	const struct plan_model *m;
	struct store_plan_item *i;
	struct cmmn_item **tail;
	enum err e;

	s->plan = NULL;
	s->body = event_body(s->cx);
	if (s->d->type == NULL)
		return OK;
	if ((e = plan_model(s->cx, s->d->type, &m)) != OK || m == NULL ||
	    (e = store_plan_items(s->cx, s->d, &i)) != OK || i == NULL ||
	    (e = store_dossier_values(s->cx, s->d)) != OK)
		return e;
	s->plan = plan_step_new(s->cx, s->d, m);
	tail = &s->plan->instance.items;
	for (; i != NULL; i = i->next)
		add_item(s->cx, s->plan, i, &tail);
	return add_marks(s->cx, s->d, s->plan);
}

/* Calls, approvals and steps of goals name an item for good, and one that
 * was undone is gone: its number is nobody else's. */
enum err
plan_step_load(struct plan_step *s)
{
	int64_t last;
	enum err e;

	if ((e = plan_step_look(s)) != OK || s->plan == NULL ||
	    (e = store_plan_last(s->cx, s->d, &last)) != OK)
		return e;
	if (s->plan->instance.last < last)
		s->plan->instance.last = last;
	return OK;
}

enum err
plan_step_begin(struct plan_step *s)
{
	enum err e;

	if ((e = keep_open(s->cx, s->d)) != OK ||
	    (e = plan_step_load(s)) != OK)
		return e;
	if (s->plan == NULL)
		return refuse(s->cx, ERR_MISSING, "%s", _("This case has no "
		    "plan. Add a task instead."));
	return plan_roles(s->cx, s->d, &s->plan->run.roles);
}

enum err
plan_step_may(struct plan_step *s, enum cmmn_refusal r)
{
	switch (r) {
	case CMMN_OK:
		return OK;
	case CMMN_NO_SUCH_ITEM:
		return refuse(s->cx, ERR_MISSING, "%s", _("The plan of this "
		    "case has no such item. Look at the plan again."));
	case CMMN_WRONG_STATE:
		return refuse(s->cx, ERR_CONFLICT, "%s", _("This is not "
		    "possible any more, for the plan has moved on. Look at "
		    "the plan again."));
	case CMMN_WRONG_KIND:
		return refuse(s->cx, ERR_INVALID, "%s", _("This cannot be "
		    "done with an item of this kind. Choose another act."));
	case CMMN_UNFINISHED:
		return refuse(s->cx, ERR_CONFLICT, "%s", _("Something in it "
		    "is not done yet. Finish or skip that first."));
	case CMMN_NOT_OFFERED:
		return refuse(s->cx, ERR_CONFLICT, "%s", _("This cannot be "
		    "added now. Look at the plan again: it says why."));
	case CMMN_NOT_YOURS:
		return refuse(s->cx, ERR_FORBIDDEN, "%s", _("The plan leaves "
		    "this to another role. Ask somebody who has it."));
	case CMMN_ENDLESS:
		break;
	}
	log_error("case type %s, version %d: its plan goes round in circles",
	    s->d->type->code, s->d->type->version);
	return refuse(s->cx, ERR_LOST, "%s", _("The plan of this case type "
	    "goes round in circles here, so nothing was changed. Tell who "
	    "looks after the case types."));
}

enum err
plan_step_end(struct plan_step *s, const char *kind)
{
	bool any = false, tasks = false;
	enum err e;

	/* What nobody can take back alone is part of an act or none. */
	if ((!s->by_itself || s->cx->act != NULL) &&
	    (e = undo_watch(s->cx, s->d, 0, &s->undo)) != OK)
		return e;
	if ((e = plan_task_write(s, &tasks)) != OK ||
	    (e = plan_keep(s, &any)) != OK)
		return e;
	if (!any)
		return OK;
	/* who moves it on by hand has seen what was wrong with it */
	if (!s->by_itself && (e = store_plan_clock_calm(s->cx,
	    s->d->id)) != OK)
		return e;
	if ((tasks && (e = dossier_keep_due(s->cx, s->d)) != OK) ||
	    (e = undo_step(s->cx, s->undo, kind)) != OK)
		return e;
	if (s->by_itself)
		event_actor(s->body, 0);
	event_why(s->body, s->reason);
	plan_keep_steps(s);
	if ((e = event_add(s->cx, s->d, kind, s->body)) != OK)
		return e;
	return plan_start(s);
}
