/* SPDX-License-Identifier: MIT */
/* Human tasks of the plan are tasks of the dossier, and are in the lists of
 * work as long as they are active. */
#include <string.h>

#include "domain/course/approval_plan.h"
#include "domain/course/plan_step.h"
#include "domain/course/plan_values.h"
#include "domain/dossier/undo.h"
#include "domain/people/notice.h"
#include "domain/type/casetype.h"
#include "store/store_dossier.h"
#include "store/store_person.h"
#include "store/store_task.h"
#include "text/fold.h"
#include "text/message.h"

static bool
is_task(const struct cmmn_item *i)
{
	return i->kind == CMMN_HUMAN_TASK || i->kind == CMMN_TASK;
}

/* What becomes of the row of an item. */
enum turn { STAYS, MADE, DONE, ENDED, HELD, BACK };

static enum turn
turn_of(const struct plan_step *s, const struct cmmn_item *i)
{
	const struct plan_row *row = plan_step_row(s->cx, s->plan, i->no);
	enum cmmn_state was = row->was == NULL || row->fresh ? CMMN_NONE :
	    cmmn_state_of(row->was->state);

	if (!is_task(i) || i->state == was)
		return STAYS;
	switch (i->state) {
	case CMMN_ACTIVE:
		return row->task == 0 ? MADE :
		    was == CMMN_SUSPENDED ? BACK : STAYS;
	case CMMN_COMPLETED:
		/* what nobody waits for is to be done all the same */
		if (row->task == 0)
			return i->use == NULL || i->use->definition == NULL ||
			    i->use->definition->blocking ? STAYS : MADE;
		return DONE;
	case CMMN_TERMINATED:
	case CMMN_FAILED:
		return row->task == 0 ? STAYS : ENDED;
	case CMMN_SUSPENDED:
		return row->task == 0 ? STAYS : HELD;
	default:
		return STAYS;
	}
}

/* The next row with a task of a plan that was left; 0: none. */
static int64_t
old_task(const struct plan_step *s, int64_t no)
{
	const struct plan_row *row;

	for (no++; no < s->plan->n_rows; no++) {
		row = &s->plan->rows[no];
		if (row->was != NULL && row->fresh && row->was->task != 0)
			return no;
	}
	return 0;
}

/* Before a row is touched. */
static enum err
watch(struct plan_step *s, int64_t no)
{
	return s->undo == NULL ? OK : undo_watch_task(s->cx, s->d, no,
	    &s->undo);
}

static enum err
team_of(struct ctx *cx, const struct plan_own *own, struct task *t)
{
	struct team *team;
	enum err e;

	if (own == NULL || own->task.team[0] == '\0')
		return OK;
	if ((e = store_person_teams(cx, &team)) != OK)
		return e;
	for (; team != NULL; team = team->next)
		if (strcmp(team->code, own->task.team) == 0) {
			t->team = team->id;
			t->team_name = team->name;
		}
	return OK;
}

/* English is the row's, so that it is found by whatever word the site knows;
 * pages show it in the reader's language. */
static void
words(struct plan_step *s, const struct cmmn_item *i,
    const struct plan_own *own, struct task *t)
{
	const char *title = own != NULL ? own->label.text[0] : i->name;

	t->title = fold_tidy(s->cx->arena, title, false);
	t->instructions = own == NULL || own->help.text[0] == NULL ? "" :
	    own->help.text[0];
}

static bool
leads(const struct plan_step *s, const struct cmmn_item *i)
{
	const struct cmmn_role *r = i->use == NULL ||
	    i->use->definition == NULL ? NULL : i->use->definition->performer;

	return r != NULL && strcmp(r->name, "lead") == 0 && s->d->lead != 0;
}

static void
as_said(const struct task *said, struct task *t)
{
	t->instructions = said->instructions;
	t->owner = said->owner;
	t->owner_name = said->owner_name;
	t->team = said->team;
	t->team_name = said->team_name;
	t->priority = said->priority;
	t->due = said->due;
}

static enum err
make(struct plan_step *s, const struct cmmn_item *i)
{
	const struct plan_own *own = i->use == NULL ? NULL :
	    plan_model_own(s->plan->model, i->use);
	struct plan_row *row = plan_step_row(s->cx, s->plan, i->no);
	struct task *t = arena_alloc(s->cx->arena, sizeof(*t));
	enum err e;

	words(s, i, own, t);
	t->result = t->done_by = t->delegator_name = t->ended = "";
	t->dossier_number = s->d->number;
	t->dossier_title = s->d->title;
	t->created = s->cx->now;
	t->version = 1;
	t->priority = own == NULL ? PRIORITY_NORMAL : own->task.priority;
	t->due = own == NULL ? 0 : plan_values_moment(s->cx, &s->plan->eval,
	    &own->task.due, &s->plan->frame);
	if (t->due < 0 || t->due >= STORE_TASK_NEVER)
		t->due = 0;
	t->team = s->d->team;
	t->team_name = s->d->team_name;
	t->owner = leads(s, i) ? s->d->lead : 0;
	t->owner_name = t->owner == 0 ? "" : s->d->lead_name;
	if (s->task != NULL && i->use == NULL)
		as_said(s->task, t);
	t->used = i->use == NULL ? "" : i->use->id;
	/* one that is not waited for is nobody's in the plan */
	t->item = i->state == CMMN_ACTIVE ? i->no : 0;
	if ((e = team_of(s->cx, own, t)) != OK ||
	    (e = store_dossier_next(s->cx, s->d, &t->no)) != OK ||
	    (e = watch(s, t->no)) != OK ||
	    (e = store_task_add(s->cx, s->d, t)) != OK)
		return e;
	row->task = t->no;
	return notice_work(s->cx, s->d, t->owner, t->no);
}

/* The same task for one more round. */
static enum err
take_over(struct plan_step *s)
{
	int64_t task = plan_step_row(s->cx, s->plan, s->round)->task;
	enum err e;

	if ((e = watch(s, task)) != OK)
		return e;
	return store_plan_task_item(s->cx, s->d, task, s->round);
}

enum err
plan_task_write(struct plan_step *s, bool *any)
{
	const struct cmmn_item *i;
	int64_t no = 0, task;
	enum turn turn;
	enum err e = OK;

	if (s->round != 0)
		e = take_over(s);
	while (e == OK && (no = old_task(s, no)) != 0) {
		task = s->plan->rows[no].was->task;
		if ((e = watch(s, task)) == OK)
			e = store_plan_task_end(s->cx, s->d, task,
			    "terminated");
		*any = true;
	}
	for (i = s->plan->instance.items; i != NULL && e == OK; i = i->next) {
		if (!i->changed)
			continue;
		no = plan_step_row(s->cx, s->plan, i->no)->task;
		if ((turn = turn_of(s, i)) == STAYS)
			continue;
		*any = true;
		if (turn != MADE && (e = watch(s, no)) != OK)
			return e;
		switch (turn) {
		case STAYS:
			break;
		case MADE:
			e = make(s, i);
			break;
		case DONE:
			e = store_plan_task_done(s->cx, s->d, no);
			break;
		case ENDED:
			e = store_plan_task_end(s->cx, s->d, no,
			    "terminated");
			break;
		case HELD:
			e = store_plan_task_end(s->cx, s->d, no,
			    "suspended");
			break;
		case BACK:
			e = store_plan_task_back(s->cx, s->d, no);
			break;
		}
	}
	return e;
}

enum err
plan_task_show(struct ctx *cx, struct task *t)
{
	const struct plan_model *m;
	const struct casetype *type;
	const struct plan_own *own;
	enum err e;

	for (; t != NULL; t = t->next) {
		if (t->item == 0)
			continue;
		if ((e = casetype_by_id(cx, t->type_id, &type)) != OK ||
		    (e = plan_model(cx, type, &m)) != OK)
			return e;
		own = m == NULL || t->stage_used[0] == '\0' ? NULL :
		    plan_model_own_by_id(m, t->stage_used);
		if (own != NULL)
			t->stage = plan_own_title(cx, own);
		own = m == NULL || t->used[0] == '\0' ? NULL :
		    plan_model_own_by_id(m, t->used);
		t->approval = approval_plan_is(own);
		if (own == NULL || strcmp(cx->lang, "en") == 0)
			continue;
		/* What somebody wrote instead stays what it is. */
		if (strcmp(t->title, own->label.text[0]) == 0)
			t->shown = plan_own_title(cx, own);
		if (own->help.text[0] != NULL &&
		    strcmp(t->instructions, own->help.text[0]) == 0)
			t->shown_help = plan_own_help(cx, own);
	}
	return OK;
}
