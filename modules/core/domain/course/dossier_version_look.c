/* SPDX-License-Identifier: MIT */
/* What another version of its type would mean for a dossier. */
#include <string.h>

#include "base/config.h"
#include "base/digest.h"
#include "domain/course/decision_show.h"
#include "domain/course/dossier_version.h"
#include "domain/course/plan_move.h"
#include "domain/spine/keep.h"
#include "domain/type/casetype.h"
#include "domain/type/casetype_former.h"
#include "domain/type/casetype_name.h"
#include "store/store_decision.h"
#include "store/store_dossier.h"
#include "store/store_party.h"
#include "text/message.h"

struct looking {
	struct ctx *cx;
	const struct dossier *d;
	const struct casetype *from, *to;
	struct dossier_version *out;
	struct dossier_version_item **tail[3];
	struct dossier_version_item *lists[3];
	struct dossier_values **values;
};

static struct dossier_version_item *
add(struct looking *k, enum dossier_version_fate fate, enum casetype_part part,
    const struct label *label)
{
	struct dossier_version_item *i = arena_alloc(k->cx->arena, sizeof(*i));

	i->fate = fate;
	i->part = part;
	i->label = message_label(label, k->cx->lang);
	i->value = i->note = "";
	*k->tail[fate] = i;
	k->tail[fate] = &i->next;
	k->out->count[fate]++;
	return i;
}

static bool
same_group(const struct type_field *a, const struct type_field *b)
{
	return a->group == NULL || b->group == NULL ? a->group == b->group :
	    strcmp(a->group->code, b->group->code) == 0;
}

/* As a text what people see; a choice in the language of the site. */
static const char *
as_text(struct looking *k, const struct type_field *f, const char *text)
{
	const struct term *t;

	if (f->kind != VALUE_CHOICE)
		return casetype_write(k->cx, f, text);
	t = casetype_term(f->choices, text);
	return t == NULL ? text : message_label(&t->label,
	    k->cx->conf == NULL ? "en" : k->cx->conf->language);
}

/* The value of an old field for a new one of the same code; NULL: it fits
 * in no way. */
static const char *
carried(struct looking *k, const struct type_field *from,
    const struct type_field *to, const char *text)
{
	struct mistake *mistakes = k->cx->mistakes;
	const char *why = k->cx->why, *typed, *out = NULL;

	if (!same_group(from, to))
		return NULL;
	if (from->kind == to->kind && from->decimals == to->decimals &&
	    (to->kind != VALUE_CHOICE ||
	    casetype_term(to->choices, text) != NULL))
		return text;
	if (to->kind == VALUE_TEXT || to->kind == VALUE_LINES)
		typed = as_text(k, from, text);
	else if (from->kind == to->kind)
		typed = casetype_input(k->cx, from, text);
	else if (to->kind == VALUE_CHOICE && from->kind == VALUE_TEXT)
		typed = text;
	else
		return NULL;
	if (casetype_value(k->cx, to, typed, &out) != OK)
		out = NULL;
	k->cx->mistakes = mistakes;
	k->cx->why = why;
	return out;
}

static void
rewrite(struct looking *k, const struct type_field *f, int64_t no,
    const char *text)
{
	struct dossier_values *v = arena_alloc(k->cx->arena, sizeof(*v));

	v->field = f;
	v->no = no;
	v->text = text;
	v->anew = true;
	*k->values = v;
	k->values = &v->next;
}

/* A value that has a field in both. */
static void
look_value(struct looking *k, const struct type_field *from,
    const struct type_field *to, const struct value *v)
{
	const char *text = to->computed != NULL ? v->text :
	    carried(k, from, to, v->text);
	struct dossier_version_item *i;

	i = add(k, text == NULL ? DOSSIER_LOSES : DOSSIER_KEEPS,
	    CASETYPE_FIELDS, &to->label);
	i->value = casetype_show(k->cx, from, v->text);
	if (text == NULL) {
		i->note = _("It does not fit what the field is now: the "
		    "field will be empty, and the history keeps the value.");
		rewrite(k, to, v->no, "");
		return;
	}
	if (strcmp(text, v->text) != 0)
		i->note = arena_printf(k->cx->arena, _("It will be written as "
		    "%s."), casetype_show(k->cx, to, text));
	if (strcmp(text, v->text) != 0 || from->kind != to->kind)
		rewrite(k, to, v->no, text);
}

static const struct type_field *
former_field(const struct casetype_former *f, const struct value *v)
{
	while (f != NULL && f->value != v)
		f = f->next;
	return f == NULL ? NULL : f->field;
}

static void
look_values(struct looking *k, const struct casetype_former *former)
{
	const struct type_field *from, *to;
	struct dossier_version_item *i;
	const struct value *v;

	for (v = k->d->values; v != NULL; v = v->next) {
		if ((from = casetype_field(k->from, v->field)) == NULL)
			from = former_field(former, v);
		if (from == NULL)
			continue;
		if ((to = casetype_field(k->to, v->field)) != NULL) {
			look_value(k, from, to, v);
			continue;
		}
		if (casetype_field(k->from, v->field) == NULL)
			continue;	/* it is so already */
		i = add(k, DOSSIER_LOSES, CASETYPE_FIELDS, &from->label);
		i->value = casetype_show(k->cx, from, v->text);
		i->note = _("The value stays to be read, as one of an earlier "
		    "version.");
	}
}

static bool
has_value(const struct dossier *d, const char *field)
{
	const struct value *v = d->values;

	while (v != NULL && strcmp(v->field, field) != 0)
		v = v->next;
	return v != NULL;
}

static void
look_fields(struct looking *k)
{
	const struct type_field *f;
	struct dossier_version_item *i;

	for (f = k->to->fields; f != NULL; f = f->next) {
		if (casetype_field(k->from, f->code) != NULL ||
		    has_value(k->d, f->code))
			continue;
		i = add(k, DOSSIER_GAINS, CASETYPE_FIELDS, &f->label);
		if (f->computed != NULL)
			i->note = _("It is computed at once.");
		else if (f->required)
			i->note = _("It has to be filled in; it is empty at "
			    "first.");
	}
}

static void
look_terms(struct looking *k, enum casetype_part part, const struct term *from,
    const struct term *to)
{
	const struct term *t;

	for (t = to; t != NULL; t = t->next)
		add(k, casetype_term(from, t->code) == NULL ? DOSSIER_GAINS :
		    DOSSIER_KEEPS, part, &t->label);
}

static void
look_phases(struct looking *k)
{
	struct dossier_version_item *i;
	const struct term *t;

	look_terms(k, CASETYPE_PHASES, k->from->phases, k->to->phases);
	for (t = k->from->phases; t != NULL; t = t->next) {
		if (casetype_term(k->to->phases, t->code) != NULL)
			continue;
		i = add(k, DOSSIER_LOSES, CASETYPE_PHASES, &t->label);
		if (strcmp(t->code, k->d->phase) == 0)
			i->note = _("The case is in it: it needs another "
			    "phase.");
	}
	k->out->phase_gone = k->to->phases != NULL &&
	    casetype_term(k->to->phases, k->d->phase) == NULL;
}

/* Roles in which somebody is on it, and which there are no more. */
static void
look_roles(struct looking *k)
{
	const struct party *p, *before;
	struct dossier_version_item *i;
	const struct term *t;

	for (p = k->d->parties; p != NULL; p = p->next) {
		t = casetype_term(k->from->roles, p->role);
		if (p->ended != 0 || t == NULL ||
		    casetype_term(k->to->roles, p->role) != NULL)
			continue;
		for (before = k->d->parties; before != p;
		    before = before->next)
			if (before->ended == 0 &&
			    strcmp(before->role, p->role) == 0)
				break;
		if (before != p)
			continue;
		i = add(k, DOSSIER_LOSES, CASETYPE_ROLES, &t->label);
		i->value = p->name;
		i->note = _("Who is on the case in it stays so.");
	}
}

static void
look_decisions(struct looking *k, const struct decision *all)
{
	const struct type_decision *t, *o;
	struct dossier_version_item *i;
	const struct decision *x;

	for (t = k->to->decisions; t != NULL; t = t->next)
		if (casetype_decision(k->from, t->code) == NULL) {
			i = add(k, DOSSIER_GAINS, CASETYPE_DECISIONS,
			    &t->label);
			i->label = decision_show_name(k->cx, t);
		}
	for (o = k->from->decisions; o != NULL; o = o->next) {
		for (x = all; x != NULL && strcmp(x->code, o->code) != 0;)
			x = x->next;
		t = casetype_decision(k->to, o->code);
		if (t != NULL && x == NULL)
			continue;
		i = add(k, t == NULL ? DOSSIER_LOSES : DOSSIER_KEEPS,
		    CASETYPE_DECISIONS, &o->label);
		i->label = decision_show_name(k->cx, o);
		if (x != NULL && x->state == DECISION_PROPOSED)
			i->note = _("What was proposed is asked anew.");
		else if (x != NULL && t == NULL)
			i->note = _("What was decided stays in the history.");
	}
}

/* What is open in the plan; what is over stays as it is. */
static enum err
look_plan(struct looking *k)
{
	static const enum dossier_version_fate fates[] = {
		[PLAN_MOVE_GAINED] = DOSSIER_GAINS,
		[PLAN_MOVE_LOST] = DOSSIER_LOSES,
		[PLAN_MOVE_KEPT] = DOSSIER_KEEPS
	};
	const struct label none = { { "" } };
	struct dossier_version_item *i;
	struct plan_move_item *x;
	enum err e;

	if ((e = plan_move_look(k->cx, k->d, k->to, &x)) != OK)
		return e;
	for (; x != NULL; x = x->next) {
		i = add(k, fates[x->fate], CASETYPE_PLAN, &none);
		i->label = x->title;
		if (x->fate == PLAN_MOVE_LOST && x->task)
			i->note = _("It is under way: its task ends.");
		else if (x->fate == PLAN_MOVE_GAINED && x->task)
			i->note = _("It is a task at once.");
	}
	return OK;
}

/* One list of all, and a word that is another when any of it is. */
static void
finish(struct looking *k)
{
	unsigned char sum[DIGEST_SIZE];
	const struct dossier_version_item *i;
	const char *all;

	*k->tail[DOSSIER_LOSES] = k->lists[DOSSIER_KEEPS];
	*k->tail[DOSSIER_GAINS] = k->lists[DOSSIER_LOSES];
	k->out->items = k->lists[DOSSIER_GAINS];
	all = arena_printf(k->cx->arena, "%d %s %s\n", k->to->version,
	    k->d->phase, k->d->status);
	for (i = k->out->items; i != NULL; i = i->next)
		all = arena_printf(k->cx->arena, "%s%d%s\n%s\n%s\n", all,
		    (int)i->fate, i->label, i->value, i->note);
	digest_of(all, strlen(all), sum);
	k->out->seen = digest_hex(k->cx->arena, sum, 8);
}

static enum err
target(struct ctx *cx, const struct dossier *d, int version,
    const struct casetype **to)
{
	enum err e;

	if ((e = keep_level(cx, d, LEVEL_MANAGE)) != OK ||
	    (e = keep_open(cx, d)) != OK ||
	    (e = version == 0 ? casetype_current(cx, d->type->code, to) :
	    casetype_version(cx, d->type->code, version, to)) != OK)
		return e;
	if ((*to)->id == d->type_id)
		return refuse(cx, ERR_CONFLICT, _("This case has version %d "
		    "of its type already."), (*to)->version);
	return OK;
}

enum err
dossier_version_look(struct ctx *cx, struct dossier *d, int version,
    struct dossier_version **out)
{
	struct looking k = { .cx = cx, .d = d, .from = d->type };
	struct casetype_former *former;
	struct decision *decisions;
	int f;
	enum err e;

	if ((e = target(cx, d, version, &k.to)) != OK ||
	    (e = store_dossier_values(cx, d)) != OK ||
	    (e = casetype_former(cx, d->type, d->values, &former)) != OK ||
	    (e = store_party_list(cx, d)) != OK ||
	    (e = store_decision_now(cx, d, &decisions)) != OK)
		return e;
	k.out = *out = arena_alloc(cx->arena, sizeof(**out));
	k.out->to = k.to;
	k.values = &k.out->values;
	for (f = 0; f < 3; f++)
		k.tail[f] = &k.lists[f];
	look_fields(&k);
	look_values(&k, former);
	look_phases(&k);
	if ((e = look_plan(&k)) != OK)
		return e;
	look_decisions(&k, decisions);
	look_roles(&k);
	finish(&k);
	return OK;
}
