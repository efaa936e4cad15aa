/* SPDX-License-Identifier: MIT */
/* Approvals that the plan of a case wants. */
#include "domain/course/approval_plan.h"

#include <string.h>

#include "domain/course/approval.h"
#include "domain/spine/work.h"
#include "domain/type/casetype.h"
#include "domain/type/plan_model.h"
#include "store/store_approval.h"
#include "store/store_dossier.h"
#include "text/message.h"

bool
approval_plan_is(const struct plan_own *own)
{
	return own != NULL && own->approval.line != 0;
}

static enum err
refused(struct ctx *cx)
{
	return refuse(cx, ERR_CONFLICT, "%s", _("This is done by its "
	    "approval. Ask for it, or look how it stands."));
}

static enum err
own_of(struct ctx *cx, const struct dossier *d, const char *used,
    const struct plan_own **out)
{
	const struct plan_model *m;
	enum err e;

	*out = NULL;
	if (used[0] == '\0' || d->type == NULL)
		return OK;
	if ((e = plan_model(cx, d->type, &m)) == OK && m != NULL)
		*out = plan_model_own_by_id(m, used);
	return e;
}

enum err
approval_plan_task(struct ctx *cx, const struct dossier *d,
    const struct task *t)
{
	const struct plan_own *own;
	enum err e;

	if ((e = own_of(cx, d, t->item == 0 ? "" : t->used, &own)) != OK)
		return e;
	return approval_plan_is(own) ? refused(cx) : OK;
}

enum err
approval_plan(struct ctx *cx, const struct dossier *d, int64_t item,
    struct approval_plan **out)
{
	struct approval_plan *p;
	struct store_approval_item i;
	const struct plan_own *own;
	enum err e;

	*out = NULL;
	if (item == 0)
		return OK;
	if ((e = store_approval_item(cx, d, item, &i)) != OK ||
	    (e = own_of(cx, d, i.used, &own)) != OK ||
	    !approval_plan_is(own))
		return e;
	*out = p = arena_alloc(cx->arena, sizeof(*p));
	p->item = item;
	p->used = i.used;
	p->title = plan_own_title(cx, own);
	p->field = own->approval.amount;
	p->levels = own->approval.levels;
	p->kind = own->approval.kind;
	p->active = strcmp(i.state, "active") == 0;
	p->newest = i.newest;
	return OK;
}

/* What somebody wrote instead stays what it is. */
const char *
approval_plan_title(struct ctx *cx, const struct casetype *type,
    const char *used, const char *subject)
{
	const struct plan_model *m = NULL;
	const struct plan_own *own = NULL;

	if (used[0] != '\0' && type != NULL && strcmp(cx->lang, "en") != 0 &&
	    plan_model(cx, type, &m) == OK && m != NULL)
		own = plan_model_own_by_id(m, used);
	return own == NULL || strcmp(subject, own->label.text[0]) != 0 ?
	    subject : plan_own_title(cx, own);
}

enum err
approval_plan_titles(struct ctx *cx, const struct casetype *type,
    struct approval *a)
{
	const struct casetype *t = type;
	enum err e;

	for (; a != NULL; a = a->next) {
		if (a->used[0] == '\0')
			continue;
		if (type == NULL &&
		    (e = casetype_by_id(cx, a->type_id, &t)) != OK)
			return e;
		a->title = approval_plan_title(cx, t, a->used, a->subject);
	}
	return OK;
}

/* What is not known yet is asked for by a person later. */
enum err
approval_plan_ask(struct ctx *cx, struct dossier *d, int64_t item,
    const struct plan_own *own, bool *asked)
{
	struct approval_new n = { .subject = own->label.text[0],
	    .reason = "", .kind = "", .field = own->approval.amount,
	    .amount = "", .levels = own->approval.levels, .item = item,
	    .by_itself = true };
	const struct mistake *said = cx->mistakes;
	struct store_approval_item i;
	struct dossier was = *d;
	struct work_part part;
	const char *amount = "";
	struct approval *a;
	enum err e;

	*asked = false;
	if ((e = store_approval_item(cx, d, item, &i)) != OK ||
	    strcmp(i.state, "active") != 0 || i.newest != 0 || said != NULL)
		return e;
	if (n.field[0] != '\0' && ((e = store_dossier_value(cx, d, n.field,
	    &amount)) != OK || amount[0] == '\0'))
		return e;
	if ((e = work_part_begin(cx, &part)) != OK)
		return e;
	if ((e = approval_ask(cx, d, &n, &a)) == OK) {
		*asked = true;
		return work_part_keep(cx, &part);
	}
	if (e != ERR_INVALID || (e = work_part_drop(cx, &part)) != OK)
		return e;
	*d = was;
	cx->why = NULL;
	cx->mistakes = NULL;
	return OK;
}
