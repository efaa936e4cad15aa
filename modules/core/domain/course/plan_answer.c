/* SPDX-License-Identifier: MIT */
/* The answers of other systems, taken into the plan. */
#include "domain/course/plan_answer.h"

#include <string.h>

#include "domain/course/dossier_change.h"
#include "domain/course/plan_answer_keep.h"
#include "domain/course/plan_call.h"
#include "domain/dossier/dossier.h"
#include "domain/type/casetype.h"
#include "domain/type/casetype_feel.h"
#include "rules/feel/feel_json.h"
#include "text/message.h"

#define FIRST 60		/* seconds until the second try */
#define LATEST 14400
#define GIVE_UP 29		/* tries: three days */

/* Ever more rarely. */
static int64_t
later(const struct ctx *cx, int64_t tries)
{
	int64_t wait = FIRST * tries * tries;

	return cx->now + (wait > LATEST ? LATEST : wait);
}

enum err
plan_answer_wanted(struct ctx *cx, struct dossier *d,
    const struct store_plan_call *c, bool *out)
{
	struct plan_answer_keep k = { .s = { .cx = cx, .d = d,
	    .by_itself = true }, .call = c };
	enum err e;

	if ((e = plan_answer_keep_open(&k)) != OK)
		return e;
	*out = k.item != NULL;
	if (k.turned != NULL && (e = plan_call_ask(&k.s, k.turned)) != OK)
		return e;
	if (k.item == NULL)
		return store_plan_call_end(cx, c->id,
		    _("Nobody asks any more."));
	if (k.item->state != CMMN_SUSPENDED &&
	    (c->tries < GIVE_UP || c->other != 0))
		return store_plan_call_try(cx, c->id);
	*out = false;
	if (k.item->state != CMMN_SUSPENDED)	/* it was never taken */
		return plan_answer_keep_fault(&k,
		    _("The answer cannot be used."));
	return plan_answer_keep_later(&k);	/* it waits with its task */
}

/* A value of the answer for a field; an unfit one is refused. */
static enum err
output(struct plan_answer_keep *k, const struct cmmn_parameter *p,
    const struct json_tree *t, struct value ***tail)
{
	const struct type_field *f = p->binding == NULL ? NULL :
	    casetype_field(k->s.d->type, p->binding->name);
	struct ctx *cx = k->s.cx;
	struct feel_value v;
	const char *why, *text;
	struct value *value;

	if (f == NULL || f->follows || t == NULL)
		return OK;
	if (!feel_json_read(cx->arena, plan_call_name(p), t, NULL, &v, &why))
		return refuse(cx, ERR_INVALID, _("The answer cannot be "
		    "used: %s"), why);
	v = plan_call_mapped(&k->s, k->item->use->definition, p, v);
	if (v.kind == FEEL_STRING && f->kind != VALUE_TEXT &&
	    f->kind != VALUE_LINES && f->kind != VALUE_CHOICE)
		(void)feel_json_read(cx->arena, plan_call_name(p), t,
		    casetype_feel_type(f), &v, &why);
	if (!casetype_feel_text(cx->arena, f, v, &text))
		return refuse(cx, ERR_INVALID, _("The answer cannot be used: "
		    "“%s” is no value of “%s”."), plan_call_name(p),
		    message_label(&f->label, cx->lang));
	value = arena_alloc(cx->arena, sizeof(*value));
	value->field = f->code;
	value->text = casetype_input(cx, f, text);
	**tail = value;
	*tail = &value->next;
	return OK;
}

/* What the answer says goes into the fields that the outputs name. */
static enum err
take_outputs(struct plan_answer_keep *k, const char *body)
{
	const struct cmmn_parameter *p = k->item->use->definition->outputs;
	struct value *list = NULL, **tail = &list;
	struct dossier_change c = { .why = "" };
	const struct json_tree *all;
	const char *why;
	enum err e;

	if (p == NULL)
		return OK;
	all = json_tree_read(k->s.cx->arena, body, strlen(body), &why);
	if (all == NULL)
		return refuse(k->s.cx, ERR_INVALID, _("The answer is no "
		    "JSON: %s"), why);
	for (; p != NULL; p = p->next)
		if ((e = output(k, p, json_tree_member(all,
		    plan_call_name(p)), &tail)) != OK)
			return e;
	if (list == NULL)
		return OK;
	c.title = k->s.d->title;
	c.risk = k->s.d->risk;
	c.version = k->s.d->version;
	c.values = list;
	return dossier_change(k->s.cx, k->s.d, &c);
}

enum err
plan_answer_take(struct ctx *cx, struct dossier *d,
    const struct store_plan_call *c, const struct webhook_answer *a,
    const char **trouble)
{
	struct plan_answer_keep k = { .s = { .cx = cx, .d = d,
	    .by_itself = true }, .call = c };
	const char *why = a->why;
	int64_t tries = c->tries + 1;	/* with this one */
	enum err e;

	*trouble = NULL;
	if ((e = plan_answer_keep_open(&k)) != OK)
		return e;
	if (k.item == NULL)
		return store_plan_call_end(cx, c->id, why == NULL ? "" : why);
	if (k.item->state == CMMN_SUSPENDED)
		return plan_answer_keep_later(&k);
	/* the other end is there and says no; what may pass is tried again */
	if (why == NULL)
		e = plan_answer_keep_complete(&k, take_outputs, a->body);
	else if ((a->status >= 400 && a->status < 500 && a->status != 408 &&
	    a->status != 425 && a->status != 429) || tries >= GIVE_UP)
		e = plan_answer_keep_fault(&k, why);
	else
		e = store_plan_call_later(cx, c->id, later(cx, tries), 0,
		    why);
	*trouble = k.trouble;
	return e;
}
