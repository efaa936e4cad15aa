/* SPDX-License-Identifier: MIT */
/* Tasks of the plan that are done by filling in a form. */
#include <string.h>

#include "domain/course/filled.h"
#include "domain/type/plan_model.h"
#include "store/store_filled.h"
#include "text/message.h"

enum err
filled_task_form(struct ctx *cx, const struct dossier *d,
    const struct task *t, const char **code)
{
	const struct plan_own *own;
	const struct plan_model *m;
	enum err e;

	*code = "";
	if (t->used == NULL || t->used[0] == '\0' || d->type == NULL)
		return OK;
	if ((e = plan_model(cx, d->type, &m)) != OK)
		return e;
	own = m == NULL ? NULL : plan_model_own_by_id(m, t->used);
	if (own != NULL)
		*code = own->task.form;
	return OK;
}

enum err
filled_task_may(struct ctx *cx, const struct dossier *d,
    const struct task *t)
{
	const struct form_model *m;
	struct filled *f;
	const char *code;
	enum err e;

	if ((e = filled_task_form(cx, d, t, &code)) != OK || code[0] == '\0' ||
	    (e = form_model(cx, d->type, code, &m)) != OK || m == NULL ||
	    (e = store_filled_rules(cx, d, &f)) != OK)
		return e;
	for (; f != NULL; f = f->next)
		if (strcmp(f->code, code) == 0 && f->state != FILLED_OPEN &&
		    (f->task == t->no || f->since >= t->created))
			return OK;
	return refuse(cx, ERR_INVALID, _("This task is done by filling in the "
	    "form “%s”. Complete the form, or skip it with a reason."),
	    message_label(&m->form->label, cx->lang));
}
