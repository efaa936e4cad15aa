/* SPDX-License-Identifier: MIT */
/* A standard care plan is taken over, line by line. */
#include "domain/course/standard_take.h"

#include <string.h>

#include "domain/course/careplan.h"
#include "domain/course/goal_step.h"
#include "domain/course/plan.h"
#include "domain/course/service.h"
#include "domain/course/service_keep.h"
#include "domain/course/task.h"
#include "domain/dossier/fact.h"
#include "domain/dossier/goal.h"
#include "domain/type/plan_model.h"
#include "store/store_party.h"
#include "store/store_staff.h"
#include "text/date.h"
#include "text/message.h"

struct taking {
	struct ctx *cx;
	struct dossier *d;
	const struct standard *s;
	const struct standard_choice *n;
	struct careplan *plan;
	int64_t begins;			/* a day since 1970 */
	struct made *made, *problems;
};
struct made {			/* what a goal or problem became */
	struct made *next;
	const char *code;
	struct goal *goal;
	int64_t no;
};

#define MOST 200	/* problems that are looked through */

static const char *
day(const struct taking *t, int days)
{
	return date_iso(t->cx->arena, t->begins + days);
}

static const char *
word(const struct taking *t, const struct label *l)
{
	return l->text[0] == NULL ? "" : message_label(l, t->cx->lang);
}

static bool
takes(const struct taking *t, const char *kind, const char *code)
{
	return t->n->takes(t->n->with, kind, code);
}

static struct goal *
goal_of(const struct taking *t, const char *code)
{
	const struct made *m = t->made;

	while (m != NULL && strcmp(m->code, code) != 0)
		m = m->next;
	return m == NULL ? NULL : m->goal;
}

/* Who is in the role, of the staff before others; 0: nobody. */
static enum err
in_role(const struct taking *t, const char *role, bool staff, int64_t *out)
{
	const struct party *p;
	struct staff *f;
	enum err e;

	*out = 0;
	for (p = t->d->parties; p != NULL && role[0] != '\0'; p = p->next) {
		if (p->ended != 0 || strcmp(p->role, role) != 0)
			continue;
		if ((e = store_staff_get(t->cx, p->person, &f)) != OK)
			return e;
		if (f != NULL || (!staff && *out == 0))
			*out = p->person;
		if (f != NULL)
			break;
	}
	return OK;
}

/* The patient has it already: by its code, or by the same words. */
static const struct fact *
known(const struct taking *t, const struct fact *f,
    const struct standard_problem *x)
{
	for (; f != NULL; f = f->next)
		if (!fact_is_error(f) && ((x->value[0] != '\0' &&
		    strcmp(f->value[FACT_CODE], x->value) == 0 &&
		    strcmp(f->value[FACT_SYSTEM], x->system) == 0) ||
		    strcmp(f->value[FACT_WORDS], word(t, &x->label)) == 0))
			break;
	return f;
}

static enum err
take_problems(struct taking *t)
{
	const char *typed[FACT_PLACES] = { NULL };
	const struct standard_problem *x;
	struct fact *have, *made;
	const struct fact *f;
	struct made *m;
	enum err e;

	if ((e = fact_list(t->cx, t->d, FACT_PROBLEM, 0, MOST, &have)) != OK)
		return e;
	for (x = t->s->problems; x != NULL; x = x->next) {
		if (!takes(t, "problem", x->code))
			continue;
		typed[FACT_WORDS] = word(t, &x->label);
		typed[FACT_CODE] = x->value;
		typed[FACT_SYSTEM] = x->system;
		if ((f = known(t, have, x)) == NULL) {
			if ((e = fact_act_add(t->cx, t->d, FACT_PROBLEM,
			    typed, &made)) != OK)
				return e;
			f = made;
		}
		m = arena_alloc(t->cx->arena, sizeof(*m));
		m->code = x->code;
		m->no = f->no;
		m->next = t->problems;
		t->problems = m;
	}
	return OK;
}

/* The goal is for its problem, where that was taken over. */
static enum err
tie(struct taking *t, const struct standard_goal *x, const struct goal *g)
{
	const struct made *m = t->problems;

	while (m != NULL && strcmp(m->code, x->problem) != 0)
		m = m->next;
	return m == NULL ? OK :
	    careplan_tie(t->cx, t->d, g->no, m->no, true);
}

static enum err
take_goals(struct taking *t)
{
	const struct standard_goal *x;
	struct goal_new g;
	struct made *m;
	enum err e;

	for (x = t->s->goals; x != NULL; x = x->next) {
		if (!takes(t, "goal", x->code))
			continue;
		g = (struct goal_new){ .title = word(t, &x->label),
		    .purpose = word(t, &x->help), .measure = x->measure,
		    .unit = word(t, &x->unit), .decimals = x->decimals,
		    .start = x->start, .target = x->target,
		    .due = day(t, x->days), .owner = t->d->lead != 0 ?
		    t->d->lead : t->cx->viewer };
		m = arena_alloc(t->cx->arena, sizeof(*m));
		m->code = x->code;
		m->next = t->made;
		t->made = m;
		if ((e = goal_add(t->cx, t->d, &g, &m->goal)) != OK ||
		    (e = tie(t, x, m->goal)) != OK)
			return e;
	}
	return OK;
}

/* The item of the type's plan, where that offers it now. */
static enum err
plan_item(struct taking *t, const char *id, int64_t *no)
{
	const struct plan_own *own;
	struct plan_offer *o;
	struct plan *p;
	enum err e;

	*no = 0;
	if (id[0] == '\0' || (e = plan_open(t->cx, t->d, &p)) != OK ||
	    p == NULL)
		return id[0] == '\0' ? OK : e;
	own = plan_model_own_by_id(p->model, id);
	if ((e = plan_offers(t->cx, t->d, p, &o)) != OK)
		return e;
	while (o != NULL && (own == NULL || o->of->use != own->use ||
	    o->why_not[0] != '\0'))
		o = o->next;
	return o == NULL ? OK : plan_add(t->cx, t->d, o->of->parent, id, no);
}

static enum err
free_task(struct taking *t, const struct standard_activity *x, int64_t *no)
{
	struct task_new n = { .title = word(t, &x->label),
	    .instructions = word(t, &x->help) };
	struct task *task;
	enum err e;

	if ((e = in_role(t, x->role, true, &n.owner)) != OK)
		return e;
	if (n.owner == 0)
		n.owner = t->d->lead != 0 ? t->d->lead : t->cx->viewer;
	if (!date_start(t->cx->zone, day(t, x->days + 1), &n.due))
		n.due = 0;
	else
		n.due--;
	if ((e = task_add(t->cx, t->d, &n, &task)) == OK)
		*no = task->no;
	return e;
}

static enum err
take_activities(struct taking *t)
{
	const struct standard_activity *x;
	int64_t item, task;
	struct goal *g;
	enum err e = OK;

	for (x = t->s->activities; x != NULL && e == OK; x = x->next) {
		if (!takes(t, "activity", x->code))
			continue;
		task = 0;
		if ((e = plan_item(t, x->item, &item)) != OK ||
		    (item == 0 && (e = free_task(t, x, &task)) != OK))
			return e;
		if ((g = goal_of(t, x->goal)) != NULL)
			e = goal_step_add(t->cx, t->d, g,
			    word(t, &x->label), task, item);
	}
	return e;
}

static enum err
take_services(struct taking *t)
{
	const struct standard_service *x;
	struct service_new n;
	struct service *made;
	struct goal *g;
	enum err e;

	for (x = t->s->services; x != NULL; x = x->next) {
		if (!takes(t, "service", x->code))
			continue;
		g = goal_of(t, x->goal);
		n = (struct service_new){ .title = word(t, &x->label),
		    .instructions = word(t, &x->help),
		    .goal = g == NULL ? 0 : g->no, .every = x->every,
		    .times = x->times, .aftercare = x->aftercare,
		    .wait = x->aftercare ? x->from : 0,
		    .begins = x->aftercare ? "" : day(t, x->from),
		    .until = x->aftercare || x->until == 0 ? "" :
		    day(t, x->until) };
		if ((e = in_role(t, x->role, false, &n.person)) != OK)
			return e;
		if (n.person == 0)
			n.person = t->d->lead;
		if ((e = service_add(t->cx, t->d, t->plan, &n, &made)) != OK)
			return e;
	}
	return OK;
}

enum err
standard_take(struct ctx *cx, struct dossier *d, const struct standard *s,
    const struct standard_choice *n, struct careplan **out)
{
	struct taking t = { .cx = cx, .d = d, .s = s, .n = n };
	const char *today = service_keep_today(cx), *begins = n->begins;
	enum err e;

	if (begins == NULL || begins[0] == '\0')
		begins = today;
	if (!date_civil_ok(begins) || strcmp(begins, today) < 0)
		return refuse_field(cx, "begins", "%s",
		    _("Say on which day it begins, today at the earliest."));
	t.begins = service_keep_day(begins);
	if ((e = careplan_add(cx, d, n->title, s->code, &t.plan)) != OK ||
	    (d->parties == NULL && (e = store_party_list(cx, d)) != OK) ||
	    (e = take_problems(&t)) != OK ||
	    (e = take_goals(&t)) != OK ||
	    (e = take_activities(&t)) != OK)
		return e;
	*out = t.plan;
	return take_services(&t);
}
