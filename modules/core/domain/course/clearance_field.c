/* SPDX-License-Identifier: MIT */
/* The field that conflict checks fill, and the tasks that they end. */
#include "domain/course/clearance_field.h"

#include <string.h>

#include "domain/dossier/dossier.h"
#include "domain/dossier/dossier_values.h"
#include "domain/type/plan_model.h"
#include "store/store_dossier.h"
#include "text/message.h"

const struct type_field *
clearance_field(const struct casetype *t)
{
	const struct type_field *f = t == NULL ? NULL : t->fields;

	while (f != NULL && !f->checked)
		f = f->next;
	return f;
}

enum err
clearance_field_write(struct ctx *cx, struct dossier *d, const char *state,
    struct event_body *b)
{
	struct dossier_values *v = arena_alloc(cx->arena, sizeof(*v));
	size_t changed;
	enum err e;

	if ((v->field = clearance_field(d->type)) == NULL)
		return OK;
	v->text = state;
	if ((e = store_dossier_values(cx, d)) != OK ||
	    (e = dossier_values_write(cx, d, v, b, &changed)) != OK)
		return e;
	return changed == 0 ? OK : store_dossier_save(cx, d, true);
}

bool
clearance_field_answers(const struct casetype *t,
    const struct cmmn_definition *def)
{
	const struct type_field *f = clearance_field(t);
	const struct cmmn_parameter *p;

	if (f == NULL || def == NULL || def->kind != CMMN_HUMAN_TASK)
		return false;
	for (p = def->outputs; p != NULL; p = p->next)
		if (p->binding != NULL && strcmp(p->binding->name,
		    f->code) == 0)
			return true;
	return false;
}

enum err
clearance_field_task(struct ctx *cx, const struct dossier *d,
    const struct task *t, bool *out)
{
	const struct plan_own *own;
	const struct plan_model *m;
	enum err e;

	*out = false;
	if (t->used == NULL || t->used[0] == '\0' ||
	    clearance_field(d->type) == NULL)
		return OK;
	if ((e = plan_model(cx, d->type, &m)) != OK || m == NULL)
		return e;
	own = plan_model_own_by_id(m, t->used);
	*out = own != NULL && own->use != NULL &&
	    clearance_field_answers(d->type, own->use->definition);
	return OK;
}

enum err
clearance_field_may(struct ctx *cx, struct dossier *d, const struct task *t)
{
	bool is;
	enum err e;

	if ((e = clearance_field_task(cx, d, t, &is)) != OK || !is ||
	    (e = store_dossier_values(cx, d)) != OK)
		return e;
	return dossier_value(d, clearance_field(d->type)->code)[0] != '\0' ?
	    OK : refuse(cx, ERR_INVALID, "%s", _("This task is done by the "
	    "conflict check of the case. Decide that."));
}
