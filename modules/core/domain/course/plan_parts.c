/* SPDX-License-Identifier: MIT */
/* The conditions of a plan in words: what is waited for, what follows. */
#include "domain/course/plan_parts.h"

#include <string.h>

#include "base/json_out.h"
#include "base/json_tree.h"
#include "domain/course/decision_input.h"
#include "domain/course/decision_show.h"
#include "domain/course/plan_words.h"
#include "domain/dossier/dossier_computed.h"
#include "domain/type/casetype.h"
#include "domain/type/formula.h"
#include "rules/feel/feel_json.h"
#include "text/message.h"

static const char *
value_text(struct ctx *cx, const struct casetype *type,
    const struct cmmn_value *v)
{
	struct buf b = { 0 };
	struct json_out o = { .to = &b };
	const char *json, *shown, *why;

	feel_json_write(cx->arena, &o, v->value);
	json = arena_textn(cx->arena, b.data == NULL ? "" : b.data, b.len);
	buf_free(&b);
	shown = decision_show_value(cx, casetype_field(type, v->name),
	    json_tree_read(cx->arena, json, strlen(json), &why));
	return shown[0] == '\0' ? _("not filled in") : shown;
}

static const char *
values(struct ctx *cx, const struct casetype *type,
    const struct cmmn_value *v)
{
	const char *all = "", *one;

	for (; v != NULL; v = v->next) {
		one = arena_printf(cx->arena, _("%s: %s"),
		    decision_input_label(cx, type, v->name),
		    value_text(cx, type, v));
		all = all[0] == '\0' ? one :
		    arena_printf(cx->arena, "%s; %s", all, one);
	}
	return all;
}

/* The latest item of the plan that was made by this use; 0: none. */
static int64_t
latest(const struct plan_thing *t, const struct cmmn_item_use *use)
{
	int64_t no = 0, in;

	for (; t != NULL; t = t->next) {
		if (t->item->use == use && t->item->no > no)
			no = t->item->no;
		in = latest(t->first, use);
		no = in > no ? in : no;
	}
	return no;
}

/* A condition as people say it: what is said most often in a sentence, all
 * else as it is written, with the words of the type. */
static const char *
condition(struct ctx *cx, const struct casetype *type, const char *feel)
{
	const struct type_field *f;

	for (f = type->fields; f != NULL; f = f->next) {
		if (f->group != NULL || !formula_uses(feel, f->code))
			continue;
		if (strcmp(feel, arena_printf(cx->arena, "%s != null",
		    f->code)) == 0)
			return arena_printf(cx->arena, _("“%s” is filled in"),
			    message_label(&f->label, cx->lang));
		if (strcmp(feel, arena_printf(cx->arena, "%s = null",
		    f->code)) == 0)
			return arena_printf(cx->arena,
			    _("“%s” is not filled in"),
			    message_label(&f->label, cx->lang));
	}
	return dossier_computed_words(cx, type, feel);
}

static struct plan_part *
part(struct ctx *cx, const struct dossier *d, const struct plan *p,
    const struct cmmn_reason *r)
{
	struct plan_part *x = arena_alloc(cx->arena, sizeof(*x));

	x->now = "";
	x->held = r->held;
	if (r->on != NULL) {
		x->text = r->on->item == NULL ? plan_words_file(cx, d->type,
		    r->on->file->name, r->on->event) : plan_words_happens(cx,
		    plan_model_title(cx, p->model, r->on->item),
		    r->on->event);
		x->item = r->item != 0 ? r->item : r->on->item == NULL ? 0 :
		    latest(p->things, r->on->item);
		return x;
	}
	x->text = condition(cx, d->type, r->condition);
	x->now = values(cx, d->type, r->values);
	return x;
}

struct plan_way *
plan_parts(struct ctx *cx, const struct dossier *d, const struct plan *p,
    const struct plan_thing *t)
{
	struct plan_way *all = NULL, **tail = &all;
	const struct cmmn_reason *r;
	struct plan_part **parts;
	const struct cmmn_wait *w;

	for (w = cmmn_waits(&p->run, t->item); w != NULL; w = w->next) {
		*tail = arena_alloc(cx->arena, sizeof(**tail));
		parts = &(*tail)->parts;
		for (r = w->reasons; r != NULL; r = r->next) {
			*parts = part(cx, d, p, r);
			parts = &(*parts)->next;
		}
		tail = &(*tail)->next;
	}
	return all;
}

static const char *
when(enum cmmn_kind kind, enum cmmn_transition event)
{
	switch (event) {
	case CMMN_OCCUR:
		return kind == CMMN_MILESTONE ? _("when it is reached") :
		    kind == CMMN_TIMER_LISTENER ? _("when it rings") :
		    _("when it happens");
	case CMMN_COMPLETE:
		return _("when it is done");
	case CMMN_START:
	case CMMN_MANUAL_START:
		return _("when it begins");
	case CMMN_DISABLE:
	case CMMN_TERMINATE:
	case CMMN_EXIT:
	case CMMN_PARENT_TERMINATE:
		return _("when it is skipped or ends early");
	case CMMN_FAULT:
		return _("when it fails");
	default:
		return _("when its state changes");
	}
}

/* Which on-part of the criteria waits for the use; NULL: none. */
static const struct cmmn_on_part *
waits_for(const struct cmmn_criterion *c, const struct cmmn_item_use *use)
{
	const struct cmmn_on_part *on;

	for (; c != NULL; c = c->next) {
		if (c->sentry == NULL)
			continue;
		for (on = c->sentry->on; on != NULL; on = on->next)
			if (on->item == use)
				return on;
	}
	return NULL;
}

struct plan_lead *
plan_parts_leads(struct ctx *cx, const struct plan *p,
    const struct plan_thing *t)
{
	const struct cmmn_item_use *use = t->item->use, *other;
	struct plan_lead *all = NULL, **tail = &all;
	const struct cmmn_on_part *on;
	size_t i;
	int ends;

	for (i = 0; use != NULL && i < p->model->n_own; i++) {
		other = p->model->own[i].use;
		for (ends = 0; other != NULL && ends < 2; ends++) {
			on = waits_for(ends ? other->exits : other->entries,
			    use);
			if (on == NULL)
				continue;
			*tail = arena_alloc(cx->arena, sizeof(**tail));
			(*tail)->title = plan_own_title(cx,
			    &p->model->own[i]);
			(*tail)->how = when(t->item->kind, on->event);
			(*tail)->item = latest(p->things, other);
			(*tail)->ends = ends != 0;
			(*tail)->reached = other->definition->kind ==
			    CMMN_MILESTONE;
			tail = &(*tail)->next;
		}
	}
	return all;
}
