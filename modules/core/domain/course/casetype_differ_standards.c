/* SPDX-License-Identifier: MIT */
/* The standard care plans of two versions of a type. */
#include <string.h>

#include "domain/course/casetype_differ.h"
#include "domain/course/service.h"
#include "domain/type/standard.h"
#include "text/message.h"
#include "text/number.h"

/* A line of a plan as it is compared. */
struct standard_line {
	struct standard_line *next;
	const char *kind, *code, *label, *says;
};

struct listing {
	struct casetype_differ *x;
	const struct standard *plan;
	struct standard_line *list, **tail;
};

static void
add(struct listing *l, const char *kind, const char *code,
    const struct label *label, const char *says)
{
	struct ctx *cx = l->x->cx;
	struct standard_line *s = arena_alloc(cx->arena, sizeof(*s));

	s->kind = kind;
	s->code = code;
	s->label = arena_printf(cx->arena, _("%s: %s"),
	    message_label(&l->plan->label, cx->lang),
	    message_label(label, cx->lang));
	s->says = says;
	*l->tail = s;
	l->tail = &s->next;
}

static const char *
goal_says(struct ctx *cx, const struct standard_goal *g)
{
	return arena_printf(cx->arena, "%s: %s → %s, %d",
	    message_label(&g->label, cx->lang),
	    number_plain(cx->arena, g->start, g->decimals),
	    number_plain(cx->arena, g->target, g->decimals), g->days);
}

static const char *
service_says(struct ctx *cx, const struct standard_service *s)
{
	return arena_printf(cx->arena, "%s: %s, %d–%d",
	    message_label(&s->label, cx->lang),
	    service_words_rhythm(cx, s->every, s->times), s->from, s->until);
}

static struct standard_line *
lines(struct casetype_differ *x, const struct standard *p)
{
	struct listing l = { .x = x, .plan = p };
	const struct standard_problem *m;
	const struct standard_activity *a;
	const struct standard_service *s;
	const struct standard_goal *g;
	struct arena *r = x->cx->arena;

	l.tail = &l.list;
	for (m = p->problems; m != NULL; m = m->next)
		add(&l, "problem", m->code, &m->label,
		    message_label(&m->label, x->cx->lang));
	for (g = p->goals; g != NULL; g = g->next)
		add(&l, "goal", g->code, &g->label, goal_says(x->cx, g));
	for (a = p->activities; a != NULL; a = a->next)
		add(&l, "activity", a->code, &a->label, arena_printf(r,
		    "%s: %d", message_label(&a->label, x->cx->lang),
		    a->days));
	for (s = p->services; s != NULL; s = s->next)
		add(&l, "service", s->code, &s->label, service_says(x->cx,
		    s));
	return l.list;
}

static const struct standard_line *
find(const struct standard_line *list, const struct standard_line *l)
{
	while (list != NULL && (strcmp(list->kind, l->kind) != 0 ||
	    strcmp(list->code, l->code) != 0))
		list = list->next;
	return list;
}

static void
differ(struct casetype_differ *x, const struct standard *from,
    const struct standard *to)
{
	const struct standard_line *was = lines(x, from), *is = lines(x, to);
	const struct standard_line *l, *o;
	struct casetype_difference *d = NULL;

	casetype_differ_label(x, &d, to->code, &from->label, &to->label);
	for (l = is; l != NULL; l = l->next) {
		d = NULL;
		if ((o = find(was, l)) == NULL)
			casetype_differ_add(x, CASETYPE_ADDED, l->code,
			    l->label);
		else if (strcmp(o->says, l->says) != 0)
			casetype_differ_say(x, &d, l->code, l->label,
			    _("It says “%s” now, “%s” before."), l->says,
			    o->says);
	}
	for (o = was; o != NULL; o = o->next)
		if (find(is, o) == NULL)
			casetype_differ_add(x, CASETYPE_REMOVED, o->code,
			    o->label);
}

enum err
casetype_differ_standards(struct casetype_differ *x)
{
	const struct standard *to, *from, *s, *o;
	enum err e;

	if ((e = standard_all(x->cx, x->from, &from)) != OK ||
	    (e = standard_all(x->cx, x->to, &to)) != OK)
		return e;
	x->part = CASETYPE_STANDARDS;
	for (s = to; s != NULL; s = s->next) {
		for (o = from; o != NULL && strcmp(o->code, s->code) != 0;)
			o = o->next;
		if (o != NULL)
			differ(x, o, s);
		else
			casetype_differ_add(x, CASETYPE_ADDED, s->code,
			    message_label(&s->label, x->cx->lang));
	}
	for (o = from; o != NULL; o = o->next) {
		for (s = to; s != NULL && strcmp(s->code, o->code) != 0;)
			s = s->next;
		if (s == NULL)
			casetype_differ_add(x, CASETYPE_REMOVED, o->code,
			    message_label(&o->label, x->cx->lang));
	}
	return OK;
}
