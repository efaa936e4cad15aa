/* SPDX-License-Identifier: MIT */
/* A plan goes on by another version of its model. */
#include "domain/course/plan_move.h"

#include <string.h>

#include "domain/course/plan_step.h"
#include "store/store_plan.h"
#include "store/store_plan_clock.h"

struct moving {
	struct plan_step s;
	const struct plan_model *old;	/* NULL: it had none */
	bool *gone;			/* by no */
	const char *reason;
};

static bool
is_gone(void *of, const struct cmmn_item *i)
{
	const struct moving *m = of;

	return m->gone[i->no];
}

/* Whether an item may stand in another one, by the new model. */
static bool
holds(const struct moving *m, const struct cmmn_item *stage,
    const struct cmmn_item *i)
{
	if (m->gone[stage->no])
		return false;
	return i->discretionary || i->use->stage == (stage->parent == 0 ?
	    m->s.plan->model->c->plan : stage->use == NULL ? NULL :
	    stage->use->definition);
}

/* The running stage that the new model has it in; NULL: none that is older
 * than it. */
static const struct cmmn_item *
stage_of(const struct moving *m, const struct cmmn_item *i)
{
	const struct cmmn_item *p = cmmn_item(&m->s.plan->instance,
	    i->parent), *last = NULL;

	if (p != NULL && holds(m, p, i))
		return p;
	for (p = m->s.plan->instance.items; p != i; p = p->next)
		if (!cmmn_is_over(p->state) && holds(m, p, i))
			last = p;
	return last;
}

/* What the model has no more keeps the name that it had. */
static void
leave(struct moving *m, struct cmmn_item *i, struct plan_row *row)
{
	const struct plan_own *own = m->old == NULL ? NULL :
	    plan_model_own_by_id(m->old, row->was->used);

	m->gone[i->no] = true;
	i->use = NULL;
	i->rings = 0;
	i->changed = true;
	if (i->name == NULL || i->name[0] == '\0' || own != NULL)
		i->name = own != NULL ? own->label.text[0] : row->was->used;
	if (!cmmn_is_over(i->state))
		row->reason = m->reason;
}

static void
carry(struct moving *m, struct cmmn_item *i)
{
	struct plan_row *row = plan_step_row(m->s.cx, m->s.plan, i->no);
	const struct cmmn_item *stage;

	if (row->was->used[0] == '\0') {	/* added freely */
		if (i->parent > 0 && m->gone[i->parent]) {
			i->parent = 1;
			i->changed = true;
		}
		return;
	}
	if (row->was->name[0] != '\0')
		return;		/* an earlier version had it */
	if (i->use == NULL || i->use->definition == NULL ||
	    i->use->definition->kind != i->kind ||
	    (stage = stage_of(m, i)) == NULL) {
		leave(m, i, row);
		return;
	}
	if (stage->no != i->parent) {
		i->parent = stage->no;
		i->changed = true;
	}
	i->name = i->use->name;
}

static bool
has_criterion(const struct cmmn_criterion *c, const char *id)
{
	while (c != NULL && strcmp(c->id, id) != 0)
		c = c->next;
	return c != NULL;
}

/* What was met of conditions that are others now is forgotten. */
static void
forget_marks(struct moving *m)
{
	struct cmmn_mark **at = &m->s.plan->instance.marks;
	const struct cmmn_item *i;

	while (*at != NULL) {
		i = cmmn_item(&m->s.plan->instance, (*at)->item);
		if (i != NULL && (i->parent == 0 || (i->use != NULL &&
		    (has_criterion(i->use->entries, (*at)->criterion) ||
		    has_criterion(i->use->exits, (*at)->criterion)))))
			at = &(*at)->next;
		else
			*at = (*at)->next;
	}
}

/* In memory alone. */
static enum err
adopt(struct moving *m)
{
	struct plan *p = m->s.plan;
	struct cmmn_item *i;

	plan_step_row(m->s.cx, p, p->instance.last);
	m->gone = arena_array(m->s.cx->arena, (size_t)p->n_rows,
	    sizeof(*m->gone));
	for (i = p->instance.items; i != NULL; i = i->next)
		if (i->parent != 0)
			carry(m, i);
	forget_marks(m);
	return plan_step_may(&m->s, cmmn_adopt(&p->run, is_gone, m));
}

static enum err
enter(struct moving *m, const char *from)
{
	const struct dossier *d = m->s.d;
	const struct cmmn_item *i = plan_step_latest(m->s.plan, d->phase);

	if (d->phase[0] == '\0' || (strcmp(from, d->phase) == 0 &&
	    i != NULL && i->state == CMMN_ACTIVE))
		return OK;
	return plan_enter(&m->s, from, d->phase, m->reason);
}

enum err
plan_move(struct ctx *cx, struct dossier *d, const struct casetype *from,
    const char *from_phase, const char *reason)
{
	struct moving m = { .s = { .cx = cx, .d = d, .by_itself = true },
	    .reason = reason };
	enum err e;

	if ((e = plan_model(cx, from, &m.old)) != OK ||
	    (e = plan_step_load(&m.s)) != OK)
		return e;
	if (m.s.plan == NULL)	/* one of both has none */
		return plan_begin(cx, d);
	if ((e = adopt(&m)) != OK || (e = enter(&m, from_phase)) != OK)
		return e;
	/* what was wrong with the old one is wrong no more */
	if ((e = store_plan_clock_calm(cx, d->id)) != OK)
		return e;
	return plan_step_end(&m.s, "plan.moved");
}

struct looking {
	struct moving m;
	struct plan_move_item **tail;
};

static void
add(struct looking *k, const struct plan_model *model,
    const struct cmmn_item_use *use, const struct cmmn_item *i,
    enum plan_move_fate fate)
{
	struct plan_move_item *x = arena_alloc(k->m.s.cx->arena, sizeof(*x));
	const struct plan_own *own = model == NULL || use == NULL ? NULL :
	    plan_model_own(model, use);

	x->fate = fate;
	x->title = own != NULL ? plan_own_title(k->m.s.cx, own) :
	    i != NULL ? i->name : "";
	x->open = i != NULL && (i->state == CMMN_ACTIVE ||
	    i->state == CMMN_ENABLED || i->state == CMMN_AVAILABLE);
	x->task = i != NULL && i->state == CMMN_ACTIVE &&
	    i->kind == CMMN_HUMAN_TASK;
	*k->tail = x;
	k->tail = &x->next;
}

/* The items as the old model has them, before anything is done. */
static enum err
look_losses(struct looking *k, bool all)
{
	const struct store_plan_item *row;
	const struct plan_own *own;
	struct cmmn_item like = { 0 };
	struct store_plan_item *rows;
	enum err e;

	if ((e = store_plan_items(k->m.s.cx, k->m.s.d, &rows)) != OK)
		return e;
	for (row = rows; row != NULL; row = row->next) {
		like.state = cmmn_state_of(row->state);
		like.kind = plan_step_kind(row->kind);
		like.name = row->name[0] != '\0' ? row->name : row->used;
		own = k->m.old == NULL || row->used[0] == '\0' ? NULL :
		    plan_model_own_by_id(k->m.old, row->used);
		if (row->parent == 0 || cmmn_is_over(like.state) ||
		    (!all && !k->m.gone[row->no]))
			continue;
		add(k, k->m.old, own == NULL ? NULL : own->use, &like,
		    PLAN_MOVE_LOST);
	}
	return OK;
}

static enum err
look_whole(struct looking *k, const struct plan_model *new)
{
	size_t i;
	enum err e;

	if ((e = look_losses(k, true)) != OK)
		return e;
	for (i = 0; new != NULL && i < new->n_own; i++)
		if (new->own[i].use != NULL && !new->own[i].use->discretionary)
			add(k, new, new->own[i].use, NULL, PLAN_MOVE_GAINED);
	return OK;
}

enum err
plan_move_look(struct ctx *cx, const struct dossier *d,
    const struct casetype *to, struct plan_move_item **out)
{
	struct dossier copy = *d;
	struct looking k = { .m = { .s = { .cx = cx, .d = &copy,
	    .by_itself = true }, .reason = "" }, .tail = out };
	const struct plan_model *new;
	const struct cmmn_item *i;
	struct plan *p;
	enum err e;

	*out = NULL;
	copy.type = to;
	copy.type_id = to->id;
	if ((e = plan_model(cx, d->type, &k.m.old)) != OK ||
	    (e = plan_model(cx, to, &new)) != OK ||
	    (k.m.old == NULL && new == NULL) ||
	    (e = plan_step_look(&k.m.s)) != OK)
		return e;
	if ((p = k.m.s.plan) == NULL)
		return look_whole(&k, new);
	if ((e = adopt(&k.m)) != OK || (e = look_losses(&k, false)) != OK)
		return e;
	for (i = p->instance.items; i != NULL; i = i->next)
		if (i->parent != 0 && plan_step_row(cx, p, i->no)->was == NULL)
			add(&k, new, i->use, i, PLAN_MOVE_GAINED);
		else if (i->parent != 0 && !cmmn_is_over(i->state) &&
		    !k.m.gone[i->no])
			add(&k, new, i->use, i, PLAN_MOVE_KEPT);
	return OK;
}
