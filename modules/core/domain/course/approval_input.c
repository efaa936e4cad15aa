/* SPDX-License-Identifier: MIT */
/* What approvals follow from, and who wrote that. */
#include "domain/course/approval_input.h"

#include <string.h>

#include "domain/course/decision_input.h"
#include "domain/spine/event_get.h"
#include "domain/type/casetype.h"
#include "domain/type/casetype_name.h"
#include "domain/type/decision_model.h"
#include "domain/type/formula.h"
#include "store/store_approval_input.h"
#include "store/store_dossier.h"
#include "text/message.h"

#define RISK "case.risk"	/* no field is called so */

struct input {
	struct input *next;
	const char *name;	/* code of a field, or RISK */
};

struct inputs {
	struct ctx *cx;
	const struct casetype *type;
	struct input *all;
	enum err bad;
};

static bool
has(const struct inputs *in, const char *name)
{
	const struct input *i = in->all;

	while (i != NULL && strcmp(i->name, name) != 0)
		i = i->next;
	return i != NULL;
}

/* False: it was there, with all that it follows from. */
static bool
add(struct inputs *in, const char *name)
{
	struct input *i;

	if (has(in, name))
		return false;
	i = arena_alloc(in->cx->arena, sizeof(*i));
	*i = (struct input){ in->all, name };
	in->all = i;
	return true;
}

static void of_decision(struct inputs *, const struct type_decision *);
static void of_group(struct inputs *, const struct type_group *);

static void
of_field(struct inputs *in, const struct type_field *f)
{
	const struct type_decision *t = in->type->decisions;
	const struct type_group *g = in->type->groups;
	const struct type_field *o = in->type->fields;

	if (!add(in, f->code))
		return;
	for (; t != NULL; t = t->next)
		if (t->automatic && t->field == f)
			of_decision(in, t);
	if (f->computed == NULL)
		return;
	for (; o != NULL; o = o->next)
		if ((o->group == NULL || o->group == f->group) &&
		    formula_uses(f->computed, o->code))
			of_field(in, o);
	for (; g != NULL; g = g->next)
		if (formula_uses(f->computed, g->code))
			of_group(in, g);
}

static void
of_group(struct inputs *in, const struct type_group *g)
{
	const struct type_field *f = in->type->fields;

	for (; f != NULL; f = f->next)
		if (f->group == g)
			of_field(in, f);
}

/* What a table knows of the case itself: of that people say the risk. */
static void
of_case(struct inputs *in)
{
	const struct type_decision *t = casetype_decision(in->type,
	    TYPE_DECISION_RISK);

	if (add(in, RISK) && t != NULL && t->automatic)
		of_decision(in, t);
}

static void
of_need(struct inputs *in, const char *name)
{
	const struct type_field *f = casetype_field(in->type, name);
	const struct type_group *g = in->type->groups;

	if (f != NULL && f->group == NULL)
		of_field(in, f);
	else if (strcmp(name, DECISION_MODEL_CASE) == 0)
		of_case(in);
	for (; g != NULL; g = g->next)
		if (strcmp(g->code, name) == 0)
			of_group(in, g);
}

static void
of_decision(struct inputs *in, const struct type_decision *t)
{
	const struct decision_model *m;
	enum err e;
	size_t i;

	if ((e = decision_model(in->cx, in->type, t, &m)) != OK) {
		if ((e = decision_model_lost(in->cx, e)) != OK)
			in->bad = e;
		return;
	}
	for (i = 0; i < m->n_needs; i++)
		of_need(in, arena_textn(in->cx->arena, m->needs[i].name.text,
		    m->needs[i].name.len));
}

/* “f.paid”, “f.price.2”, “risk”; "" none of what anything follows from. */
static const char *
input_of(struct ctx *cx, const char *name)
{
	if (strcmp(name, "risk") == 0)
		return RISK;
	return strncmp(name, "f.", 2) != 0 ? "" : arena_textn(cx->arena,
	    name + 2, strcspn(name + 2, "."));
}

/* By people, as far as it is anything. */
static bool
is_written(const struct casetype *type, const char *name)
{
	const struct type_field *f = casetype_field(type, name);

	return f != NULL ? f->computed == NULL : strcmp(name, RISK) == 0;
}

static const char *
text_now(const struct dossier *d, const char *name)
{
	struct casetype_named named;

	if (strcmp(name, "risk") == 0)
		return decision_input_risk(d->type, d->risk);
	return !casetype_name_read(d->type, name, &named) ||
	    named.field == NULL ? "" : casetype_value_text(d->values,
	    named.field->code, named.no);
}

/* Who wrote what it is now, also where others wrote the same since. */
static enum err
add_writers(const struct inputs *in, const struct dossier *d,
    const struct approval *a, const struct store_approval_input *by)
{
	const struct event ev = { .kind = "", .body = by->body };
	const struct event_pair *p;
	const char *name;
	enum err e;

	for (p = event_get_changes(in->cx, &ev); p != NULL; p = p->next) {
		name = input_of(in->cx, p->name);
		if (!is_written(d->type, name) || !has(in, name) || strcmp(
		    p->after, text_now(d, p->name)) != 0)
			continue;
		if ((e = store_approval_input_add(in->cx, d, a, by->actor,
		    name)) != OK)
			return e;
	}
	return OK;
}

enum err
approval_input_keep(struct ctx *cx, struct dossier *d,
    const struct approval *a)
{
	struct inputs in = { cx, d->type, NULL, OK };
	const struct type_field *f = casetype_field(d->type, a->field);
	const struct type_decision *t = casetype_decision(d->type, a->levels);
	struct store_approval_input *log;
	const struct input *i;
	enum err e;

	if (f != NULL)
		of_field(&in, f);
	if (t != NULL && t->automatic)
		of_decision(&in, t);
	if (in.all == NULL || in.bad != OK)
		return in.bad;
	for (i = in.all; i != NULL; i = i->next)
		if (is_written(d->type, i->name) &&
		    (e = store_approval_input_add(cx, d, a, 0, i->name)) !=
		    OK)
			return e;
	if ((e = store_dossier_values(cx, d)) != OK ||
	    (e = store_approval_input_log(cx, d, &log)) != OK)
		return e;
	for (; log != NULL; log = log->next)
		if ((e = add_writers(&in, d, a, log)) != OK)
			return e;
	return OK;
}

enum err
approval_input_follow(struct ctx *cx, struct dossier *d,
    const struct event *ev)
{
	const struct event_pair *p;
	const char *names = "", *name;

	if (ev->by == 0 || strcmp(ev->kind, "act.undone") == 0)
		return OK;
	for (p = event_get_changes(cx, ev); p != NULL; p = p->next)
		if ((name = input_of(cx, p->name))[0] != '\0')
			names = arena_printf(cx->arena, "%s|%s|", names,
			    name);
	return names[0] == '\0' ? OK : store_approval_input_wrote(cx, d,
	    ev->by, names);
}

enum err
approval_input_wrote(struct ctx *cx, const struct dossier *d,
    const struct approval *a, const char **out)
{
	const struct type_field *f;
	const char *name;
	enum err e;

	*out = "";
	if ((e = store_approval_input_mine(cx, d, a, &name)) != OK ||
	    name[0] == '\0')
		return e;
	f = casetype_field(d->type, name);
	*out = strcmp(name, a->field) == 0 ? _("You wrote this amount. "
	    "Somebody else decides on it.") : arena_printf(cx->arena,
	    _("You wrote “%s”, on which this depends. Somebody else decides "
	    "on it."), f != NULL ? message_label(&f->label, cx->lang) :
	    _("Risk"));
	return OK;
}
