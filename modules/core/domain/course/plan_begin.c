/* SPDX-License-Identifier: MIT */
/* A plan begins: with the request, or anew where the case became one of
 * another type. */
#include <string.h>

#include "domain/course/plan_step.h"
#include "domain/type/casetype.h"
#include "store/store_dossier.h"

/* What stood there belongs to a plan that is over. */
static enum err
leave(struct plan_step *s, const struct store_plan_item *i)
{
	struct cmmn_mark **tail = &s->plan->marked;
	struct store_plan_mark *m;
	struct plan_row *row;
	enum err e;

	for (; i != NULL; i = i->next) {
		row = plan_step_row(s->cx, s->plan, i->no);
		row->was = i;
		row->fresh = true;
	}
	if ((e = store_plan_marks(s->cx, s->d, &m)) != OK)
		return e;
	for (; m != NULL; m = m->next) {
		*tail = arena_alloc(s->cx->arena, sizeof(**tail));
		(*tail)->item = m->item;
		(*tail)->criterion = m->criterion;
		(*tail)->part = (size_t)m->part;
		(*tail)->by = m->cause;
		tail = &(*tail)->next;
	}
	return OK;
}

/* What is known from the start was created with the case. */
static enum cmmn_refusal
create_file(struct plan_step *s)
{
	const struct casetype *type = s->plan->model->type;
	const struct cmmn_file_item *f;
	const struct type_field *t;
	const char *name, *last = "";
	bool there;
	enum cmmn_refusal r = CMMN_OK;

	for (t = type->fields; t != NULL && r == CMMN_OK; t = t->next) {
		name = t->group != NULL ? t->group->code : t->code;
		there = t->group != NULL ? casetype_value_row(type,
		    s->d->values, t->group, 0) != 0 :
		    casetype_value_text(s->d->values, t->code, 0)[0] != '\0';
		if (!there || strcmp(name, last) == 0)
			continue;
		last = name;
		if ((f = plan_model_file(s->plan->model, name)) != NULL)
			r = cmmn_file(&s->plan->run, f, CMMN_FILE_CREATE);
	}
	return r;
}

static enum err
begin(struct plan_step *s)
{
	enum err e;

	/* what is left of another plan speaks of that one's items */
	if ((e = store_plan_last(s->cx, s->d,
	    &s->plan->instance.last)) != OK ||
	    (e = plan_step_may(s, cmmn_begin(&s->plan->run))) != OK ||
	    (e = plan_step_may(s, create_file(s))) != OK)
		return e;
	return plan_enter(s, "", s->d->phase, "");
}

enum err
plan_begin(struct ctx *cx, struct dossier *d)
{
	struct plan_step s = { .cx = cx, .d = d, .by_itself = true };
	const struct plan_model *m;
	struct store_plan_item *old;
	enum err e;

	if ((e = plan_model(cx, d->type, &m)) != OK ||
	    (e = store_plan_items(cx, d, &old)) != OK ||
	    (m == NULL && old == NULL) ||
	    (e = store_dossier_values(cx, d)) != OK)
		return e;
	s.body = event_body(cx);
	s.plan = m == NULL ? arena_alloc(cx->arena, sizeof(*s.plan)) :
	    plan_step_new(cx, d, m);
	if ((e = leave(&s, old)) != OK ||
	    (m != NULL && (e = begin(&s)) != OK))
		return e;
	return plan_step_end(&s, m == NULL ? "plan.ended" : "plan.begun");
}
