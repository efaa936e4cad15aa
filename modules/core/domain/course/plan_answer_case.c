/* SPDX-License-Identifier: MIT */
/* A case task opens a case of another type, and waits for its end. */
#include <string.h>

#include "base/json_tree.h"
#include "domain/course/plan_answer.h"
#include "domain/course/plan_answer_keep.h"
#include "domain/dossier/dossier.h"
#include "domain/dossier/dossier_link.h"
#include "domain/spine/work.h"
#include "domain/type/casetype.h"
#include "domain/type/casetype_feel.h"
#include "rules/feel/feel_json.h"
#include "store/store_access.h"
#include "store/store_dossier.h"
#include "text/message.h"

#define DEEPEST 10		/* cases that opened one another */
#define KIND "part-"		/* the case that asks has the other as a part */

/* The inputs of the task as the fields of the other type, by their codes. */
static const struct value *
values(struct ctx *cx, const struct casetype *type, const char *body)
{
	struct value *list = NULL, **tail = &list;
	const struct json_tree *all, *t;
	const struct type_field *f;
	struct feel_value v;
	const char *why, *text;

	all = json_tree_read(cx->arena, body, strlen(body), &why);
	all = all == NULL ? NULL : json_tree_member(all, "inputs");
	for (t = all == NULL ? NULL : all->first; t != NULL; t = t->next) {
		f = casetype_field(type, t->name);
		if (f == NULL || f->computed != NULL || f->group != NULL ||
		    !feel_json_read(cx->arena, t->name, t,
		    casetype_feel_type(f), &v, &why) ||
		    !casetype_feel_text(cx->arena, f, v, &text) ||
		    text[0] == '\0')
			continue;
		*tail = arena_alloc(cx->arena, sizeof(**tail));
		(*tail)->field = f->code;
		(*tail)->text = casetype_input(cx, f, text);
		tail = &(*tail)->next;
	}
	return list;
}

static const char *
title(const struct plan_answer_keep *k)
{
	const struct plan_own *own = plan_model_own(k->s.plan->model,
	    k->item->use);

	return own == NULL ? k->item->name : own->label.text[0];
}

/* The team that has the case that asks, where it handles the type. No other
 * team learns of a restricted one. */
static enum err
place(struct plan_answer_keep *k, struct dossier_new *n)
{
	struct store_dossier_scope to;
	struct ctx *cx = k->s.cx;
	enum err e;

	if ((e = store_access_scope_any(cx, n->type, k->s.d->team,
	    &n->scope)) != OK)
		return e;
	if (n->scope == 0)
		return refuse(cx, ERR_CONFLICT, _("No team handles cases of "
		    "the type “%s”."), n->type);
	if (!k->s.d->restricted)
		return OK;
	if ((e = store_dossier_scope(cx, n->scope, &to)) != OK)
		return e;
	return to.team == k->s.d->team ? OK : refuse(cx, ERR_CONFLICT,
	    _("This case is restricted, and its team does not handle cases "
	    "of the type “%s”."), n->type);
}

/* Types that call each other would open cases without end. */
static enum err
not_too_deep(struct plan_answer_keep *k)
{
	int64_t depth;
	enum err e;

	if ((e = store_plan_call_depth(k->s.cx, k->s.d, DEEPEST,
	    &depth)) != OK)
		return e;
	return depth < DEEPEST ? OK : refuse(k->s.cx, ERR_CONFLICT,
	    _("%d cases opened one another already. See whether their types "
	    "call each other."), DEEPEST);
}

static enum err
open_other(struct plan_answer_keep *k, struct dossier **out)
{
	struct ctx *cx = k->s.cx;
	struct dossier_new n = { .type = k->call->name, .text = "",
	    .medium = "plan", .requester = k->s.d->requester_id,
	    .imported = true, .for_case = k->s.d };
	const struct casetype *type;
	enum err e;

	if ((e = not_too_deep(k)) != OK ||
	    (e = casetype_current(cx, n.type, &type)) != OK ||
	    (e = place(k, &n)) != OK)
		return e;
	n.title = title(k);
	n.values = values(cx, type, k->call->body);
	if ((e = dossier_register(cx, &n, out)) != OK)
		return e;
	/* that it is needed was decided already */
	if ((e = dossier_accept(cx, *out, "", "", 0, 0)) != OK)
		return e;
	(*out)->level = LEVEL_MANAGE;
	return dossier_link_add(cx, k->s.d, *out, KIND, "");
}

static const char *
why_not(struct ctx *cx, enum err e)
{
	const char *why = cx->why;

	if (e != ERR_INVALID && e != ERR_CONFLICT && e != ERR_MISSING &&
	    e != ERR_REQUEST)
		return NULL;
	if (cx->mistakes != NULL)
		why = arena_printf(cx->arena, "%s: %s", cx->mistakes->field,
		    cx->mistakes->text);
	cx->mistakes = NULL;
	cx->why = NULL;
	return arena_printf(cx->arena, _("The case could not be opened. %s"),
	    why == NULL ? "" : why);
}

static enum err
begin(struct plan_answer_keep *k, bool *opened)
{
	struct ctx *cx = k->s.cx;
	struct work_part part;
	struct dossier *other;
	const char *why;
	enum err e;

	if ((e = work_part_begin(cx, &part)) != OK)
		return e;
	if ((e = open_other(k, &other)) != OK) {
		if ((why = why_not(cx, e)) == NULL ||
		    (e = work_part_drop(cx, &part)) != OK)
			return e;
		return plan_answer_keep_fault(k, why);
	}
	if ((e = work_part_keep(cx, &part)) != OK ||
	    (e = store_plan_call_later(cx, k->call->id,
	    STORE_PLAN_CALL_NEVER, other->id, "")) != OK)
		return e;
	*opened = true;
	return k->item->use->definition->blocking ? OK :
	    store_plan_call_end(cx, k->call->id, "");
}

/* How the other one stands. */
static enum err
look(struct plan_answer_keep *k)
{
	const struct store_plan_call *c = k->call;
	struct ctx *cx = k->s.cx;
	struct dossier *other;
	enum err e;

	if ((e = store_dossier_known(cx, c->other, &other)) != OK)
		return e;
	if (other != NULL && strcmp(other->status, "closed") != 0)
		return store_plan_call_later(cx, c->id,
		    STORE_PLAN_CALL_NEVER, c->other, "");
	if (other != NULL && strcmp(other->outcome, "declined") == 0)
		return plan_answer_keep_fault(k, arena_printf(cx->arena,
		    _("%s is declined and closed."), title(k)));
	return plan_answer_keep_complete(k, NULL, "");
}

enum err
plan_answer_case(struct ctx *cx, struct dossier *d,
    const struct store_plan_call *c, bool *opened, const char **trouble)
{
	struct plan_answer_keep k = { .s = { .cx = cx, .d = d,
	    .by_itself = true }, .call = c };
	enum err e;

	*opened = false;
	*trouble = NULL;
	if ((e = plan_answer_keep_open(&k)) != OK || k.item == NULL)
		return e;
	if (k.item->state == CMMN_SUSPENDED)
		return plan_answer_keep_later(&k);
	e = c->other == 0 ? begin(&k, opened) : look(&k);
	*trouble = k.trouble;
	return e;
}

enum err
plan_answer_case_merged(struct ctx *cx, struct dossier *d,
    const struct dossier *other)
{
	struct plan_answer_keep k = { .s = { .cx = cx, .d = d,
	    .by_itself = true } };
	struct store_plan_call *c;
	const char *why;
	enum err e;

	if ((e = store_plan_call_waiting(cx, d, other, &c)) != OK)
		return e;
	why = arena_printf(cx->arena, _("%s is one with this case now, and "
	    "nothing is done by that. Begin the task again, or go on without "
	    "it."), other->number);
	for (; c != NULL; c = c->next) {
		k.call = c;
		if ((e = plan_answer_keep_fault(&k, why)) != OK)
			return e;
	}
	return OK;
}
