/* SPDX-License-Identifier: MIT */
/* The plans of two versions of a type, item by item. */
#include <string.h>

#include "domain/course/casetype_differ.h"
#include "domain/course/plan_words.h"
#include "domain/type/plan_model.h"
#include "text/message.h"

/* One item in both. */
struct plan_pair {
	struct casetype_differ *x;
	const struct plan_model *from_model, *to_model;
	const struct plan_own *from, *to;
	const char *title;
	struct casetype_difference *d;
};

#define say(p, ...)							\
	casetype_differ_say((p)->x, &(p)->d, (p)->to->use->id,		\
	    (p)->title, __VA_ARGS__)

static const char *
source_of(const struct cmmn_on_part *on)
{
	return on->item != NULL ? on->item->id : on->file != NULL ?
	    on->file->name : "";
}

/* All criteria as one text: equal where they ask for the same. */
static const char *
criteria(struct ctx *cx, const struct cmmn_criterion *c)
{
	const struct cmmn_on_part *on;
	const char *text = "";

	for (; c != NULL; c = c->next) {
		text = arena_printf(cx->arena, "%s|", text);
		for (on = c->sentry == NULL ? NULL : c->sentry->on;
		    on != NULL; on = on->next)
			text = arena_printf(cx->arena, "%s%s %d,", text,
			    source_of(on), (int)on->event);
		if (c->sentry != NULL && c->sentry->condition.text != NULL)
			text = arena_printf(cx->arena, "%sif %s", text,
			    c->sentry->condition.text);
	}
	return text;
}

static const char *
stage_title(struct ctx *cx, const struct plan_model *m,
    const struct cmmn_item_use *u)
{
	size_t i;

	for (i = 0; i < m->n_own; i++)
		if (m->own[i].use != NULL &&
		    m->own[i].use->definition == u->stage)
			return plan_own_title(cx, &m->own[i]);
	return "";
}

static void
differ_place(struct plan_pair *p)
{
	struct ctx *cx = p->x->cx;
	const char *was = stage_title(cx, p->from_model, p->from->use);
	const char *is = stage_title(cx, p->to_model, p->to->use);

	if (strcmp(was, is) == 0)
		return;
	if (is[0] == '\0')
		say(p, "%s", _("It stands in no stage any more."));
	else
		say(p, _("It stands in “%s” now."), is);
}

static void
differ_rules(struct plan_pair *p)
{
	const struct cmmn_control *a = &p->from->use->control;
	const struct cmmn_control *b = &p->to->use->control;

	if (!casetype_differ_same(a->required.text, b->required.text))
		say(p, "%s", b->required.text == NULL ?
		    _("It need not be done any more before closing.") :
		    a->required.text == NULL ?
		    _("It has to be done before closing now.") :
		    _("When it has to be done is decided otherwise."));
	if (!casetype_differ_same(a->manual.text, b->manual.text))
		say(p, "%s", b->manual.text == NULL ?
		    _("It begins by itself now.") :
		    _("Somebody decides now whether it begins."));
	if (!casetype_differ_same(a->repetition.text, b->repetition.text))
		say(p, "%s", b->repetition.text == NULL ?
		    _("It is not repeated any more.") :
		    a->repetition.text == NULL ?
		    _("It can come again now.") :
		    _("When it comes again is decided otherwise."));
	if (p->from->use->discretionary != p->to->use->discretionary)
		say(p, "%s", p->to->use->discretionary ?
		    _("It is added where somebody wants it now.") :
		    _("It belongs to every case now."));
}

static void
differ_conditions(struct plan_pair *p)
{
	struct ctx *cx = p->x->cx;
	const struct cmmn_item_use *a = p->from->use, *b = p->to->use;

	if (strcmp(criteria(cx, a->entries), criteria(cx, b->entries)) != 0)
		say(p, "%s", b->entries == NULL ?
		    _("It waits for nothing any more.") :
		    a->entries == NULL ?
		    _("It waits for something else first now.") :
		    _("What it waits for is something else now."));
	if (strcmp(criteria(cx, a->exits), criteria(cx, b->exits)) != 0)
		say(p, "%s", _("What ends it is something else now."));
	if (a->definition != NULL && b->definition != NULL &&
	    !casetype_differ_same(a->definition->timer.text,
	    b->definition->timer.text))
		say(p, _("It rings otherwise now: %s (before: %s)"),
		    b->definition->timer.text == NULL ? "–" :
		    b->definition->timer.text,
		    a->definition->timer.text == NULL ? "–" :
		    a->definition->timer.text);
}

static void
differ_own(struct plan_pair *p)
{
	const struct plan_own *a = p->from, *b = p->to;

	if (strcmp(plan_own_help(p->x->cx, a),
	    plan_own_help(p->x->cx, b)) != 0)
		say(p, "%s", _("What is to be done is described otherwise."));
	if (strcmp(a->task.due.text, b->task.due.text) != 0)
		say(p, _("It is due otherwise now: %s (before: %s)"),
		    b->task.due.text[0] == '\0' ? "–" : b->task.due.text,
		    a->task.due.text[0] == '\0' ? "–" : a->task.due.text);
	if (a->task.priority != b->task.priority)
		say(p, "%s", _("It has another priority now."));
	if (strcmp(a->task.team, b->task.team) != 0)
		say(p, "%s", _("Another team does it now."));
	if (strcmp(a->planned.text, b->planned.text) != 0)
		say(p, "%s", _("It is planned for another date."));
	if ((a->approval.line == 0) != (b->approval.line == 0))
		say(p, "%s", b->approval.line != 0 ?
		    _("It is an approval now.") :
		    _("It is no approval any more."));
}

static void
differ_item(struct plan_pair *p)
{
	const char *was = plan_own_title(p->x->cx, p->from);
	const struct cmmn_definition *a = p->from->use->definition;
	const struct cmmn_definition *b = p->to->use->definition;

	if (strcmp(was, p->title) != 0)
		say(p, _("It was called “%s” before."), was);
	if (a != NULL && b != NULL && a->kind != b->kind)
		say(p, _("It is of the kind “%s” now, before “%s”."),
		    plan_words_kind(b->kind), plan_words_kind(a->kind));
	differ_place(p);
	differ_rules(p);
	differ_conditions(p);
	differ_own(p);
}

static void
add(struct casetype_differ *x, enum casetype_how how,
    const struct plan_own *own)
{
	struct casetype_difference *d;
	const char *title = plan_own_title(x->cx, own);

	d = casetype_differ_add(x, how, own->use->id, title);
	if (own->use->definition != NULL)
		casetype_differ_say(x, &d, own->use->id, title, "%s",
		    plan_words_kind(own->use->definition->kind));
}

/* An item by its id, in a plan or none. */
static const struct plan_own *
own_of(const struct plan_model *m, const struct plan_own *like)
{
	return m == NULL ? NULL : plan_model_own_by_id(m, like->use->id);
}

enum err
casetype_differ_plan(struct casetype_differ *x)
{
	struct plan_pair p = { .x = x };
	const struct plan_model *from, *to;
	size_t i;
	enum err e;

	if ((e = plan_model(x->cx, x->from, &from)) != OK ||
	    (e = plan_model(x->cx, x->to, &to)) != OK)
		return e;
	x->part = CASETYPE_PLAN;
	p.from_model = from;
	p.to_model = to;
	for (i = 0; to != NULL && i < to->n_own; i++) {
		p.to = &to->own[i];
		if (p.to->use == NULL)
			continue;
		p.title = plan_own_title(x->cx, p.to);
		p.d = NULL;
		if ((p.from = own_of(from, p.to)) == NULL)
			add(x, CASETYPE_ADDED, p.to);
		else
			differ_item(&p);
	}
	for (i = 0; from != NULL && i < from->n_own; i++)
		if (from->own[i].use != NULL &&
		    own_of(to, &from->own[i]) == NULL)
			add(x, CASETYPE_REMOVED, &from->own[i]);
	return OK;
}
