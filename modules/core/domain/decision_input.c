/* SPDX-License-Identifier: MIT */
/* What a table is given of a dossier. */
#include "domain/decision_input.h"

#include <string.h>

#include "base/config.h"
#include "domain/casetype.h"
#include "domain/casetype_feel.h"
#include "domain/dossier.h"
#include "rules/feel_number.h"
#include "rules/feel_temporal.h"
#include "text/message.h"

const char *
decision_input_risk(const struct casetype *type, int step)
{
	const struct term *t = type->risks;

	while (t != NULL && --step > 0)
		t = t->next;
	return t == NULL || step < 0 ? "" : t->code;
}

static const char *
zone_of(const struct ctx *cx)
{
	return cx->conf != NULL ? cx->conf->timezone : cx->zone;
}

/* The case being described. */
struct about {
	struct arena *arena;
	const char *zone;
	struct feel_value_entries entries;
};

static void
put(struct about *c, const char *name, struct feel_value v)
{
	feel_value_put(c->arena, &c->entries, feel_value_text(name).string,
	    v);
}

static void
put_text(struct about *c, const char *name, const char *text)
{
	put(c, name, feel_value_text(text));
}

static void
put_moment(struct about *c, const char *name, int64_t when)
{
	put(c, name, when == 0 ? feel_value_null :
	    feel_temporal_moment(c->arena, when, c->zone));
}

/* By the site's calendar: yesterday evening is a day ago. */
static int64_t
days_since(struct about *c, int64_t then, int64_t now)
{
	struct feel_value a = feel_temporal_moment(c->arena, then, c->zone);
	struct feel_value b = feel_temporal_moment(c->arena, now, c->zone);

	return a.kind != FEEL_DATE_TIME || b.kind != FEEL_DATE_TIME ? 0 :
	    feel_temporal_day(b.moment->date) -
	    feel_temporal_day(a.moment->date);
}

static struct feel_value
about_case(const struct ctx *cx, struct arena *a, const struct dossier *d,
    const struct type_decision *of, bool lasting)
{
	struct about c = { a, zone_of(cx), { 0 } };
	const char *risk = decision_input_risk(d->type, d->risk);

	put_text(&c, "number", d->number);
	put_text(&c, "title", d->title);
	put_text(&c, "type", d->type->code);
	put(&c, "version", feel_number_of(d->type->version));
	put_text(&c, "team", d->team_name);
	put_text(&c, "phase", d->phase);
	put_text(&c, "status", d->status);
	put_text(&c, "verdict", d->verdict);
	put_text(&c, "medium", d->medium);
	put(&c, "restricted", feel_value_boolean(d->restricted));
	put(&c, "risk", risk[0] == '\0' || strcmp(of->code,
	    TYPE_DECISION_RISK) == 0 ? feel_value_null :
	    feel_value_text(risk));
	put_moment(&c, "received", d->received);
	put_moment(&c, "opened", d->opened);
	put_moment(&c, "due", d->due);
	if (!lasting)
		put(&c, "age in days", feel_number_of(days_since(&c,
		    d->received, cx->now)));
	return feel_value_made(a, &c.entries);
}

void
decision_input(struct ctx *cx, struct arena *a, const struct dossier *d,
    const struct type_decision *of, const struct decision_model *m,
    struct decision_input *out)
{
	struct feel_value fields = casetype_feel_context(a, d->type,
	    d->values);
	struct feel_value_entries all = { 0 }, lasting = { 0 };
	const struct feel_value *v;
	struct feel_string name;
	size_t i;

	for (i = 0; i < m->n_needs; i++) {
		name = m->needs[i].name;
		if (feel_value_same_text(name, feel_value_text(
		    DECISION_MODEL_CASE).string)) {
			feel_value_put(a, &all, name, about_case(cx, a, d,
			    of, false));
			feel_value_put(a, &lasting, name, about_case(cx, a, d,
			    of, true));
			continue;
		}
		v = feel_value_get(fields.context, name);
		feel_value_put(a, &all, name, v == NULL ? feel_value_null :
		    *v);
		feel_value_put(a, &lasting, name, v == NULL ?
		    feel_value_null : *v);
	}
	out->all = feel_value_made(a, &all);
	out->lasting = feel_value_made(a, &lasting);
}

const char *
decision_input_label(struct ctx *cx, const struct casetype *type,
    const char *name)
{
	const struct type_field *f = casetype_field(type, name);
	const struct type_group *g = type->groups;

	if (f != NULL)
		return message_label(&f->label, cx->lang);
	while (g != NULL && strcmp(g->code, name) != 0)
		g = g->next;
	if (g != NULL)
		return message_label(&g->plural, cx->lang);
	return strcmp(name, DECISION_MODEL_CASE) == 0 ? _("Case") : name;
}

static const struct feel_type *
own(const char *name)
{
	return feel_type_own(name, strlen(name));
}

static const struct feel_type *
case_type(struct arena *a)
{
	static const char *const moments[] = { "received", "opened", "due" };
	struct feel_member *m = arena_array(a, 3, sizeof(*m));
	struct feel_type *t = arena_alloc(a, sizeof(*t));
	size_t i;

	for (i = 0; i < 3; i++) {
		m[i].name = feel_value_text(moments[i]).string;
		m[i].type = own("date and time");
	}
	t->kind = FEEL_TYPE_CONTEXT;
	t->members = m;
	t->n = 3;
	return t;
}

const struct feel_type *
decision_input_type(struct arena *a, const struct casetype *type,
    const char *name)
{
	const struct feel_member *m;
	size_t i, n = casetype_feel_names(a, type, NULL, &m);

	if (strcmp(name, DECISION_MODEL_CASE) == 0)
		return case_type(a);
	for (i = 0; i < n; i++)
		if (feel_value_same_text(m[i].name,
		    feel_value_text(name).string))
			return m[i].type;
	return own("Any");
}

/* Price (in another currency than EUR) */
static const char *
missing(struct ctx *cx, const struct dossier *d, const char *name)
{
	const struct type_field *f = casetype_field(d->type, name);
	const char *label = decision_input_label(cx, d->type, name);

	if (f == NULL || !casetype_feel_foreign(f, dossier_value(d, name)))
		return arena_printf(cx->arena, _("“%s”"), label);
	return arena_printf(cx->arena,
	    _("“%s” in %s (it is in another currency)"), label, f->currency);
}

/* A table without a rule that holds has a column for it. */
static bool
is_wanted(const struct dmn_step *s, const char *name)
{
	const struct dmn_input *in;
	bool hit;
	size_t i;

	for (; s != NULL; s = s->next) {
		for (hit = false, i = 0; s->table != NULL && s->tries != NULL &&
		    i < s->table->n_rules; i++)
			hit |= s->tries[i].hit;
		in = s->table == NULL || s->tries == NULL || hit ? NULL :
		    s->table->inputs;
		for (; in != NULL; in = in->next)
			if (in->expression.text != NULL &&
			    strcmp(in->expression.text, name) == 0)
				return true;
		if (is_wanted(s->first, name))
			return true;
	}
	return false;
}

/* All that are null, or those of them that some table wants. */
static const char *
list(struct ctx *cx, const struct dossier *d, const struct decision_model *m,
    struct feel_value all, const struct dmn_step *why)
{
	const struct feel_value *v;
	const char *names = "", *name;
	size_t i;

	for (i = 0; i < m->n_needs; i++) {
		v = feel_value_get(all.context, m->needs[i].name);
		name = arena_textn(cx->arena, m->needs[i].name.text,
		    m->needs[i].name.len);
		if ((v != NULL && v->kind != FEEL_NULL) ||
		    (why != NULL && !is_wanted(why, name)))
			continue;
		name = missing(cx, d, name);
		names = names[0] == '\0' ? name : arena_printf(cx->arena,
		    _("%s, %s"), names, name);
	}
	return names;
}

const char *
decision_input_missing(struct ctx *cx, const struct dossier *d,
    const struct decision_model *m, struct feel_value all,
    const struct dmn_step *why)
{
	const char *wanted = why == NULL ? "" : list(cx, d, m, all, why);

	return wanted[0] != '\0' ? wanted : list(cx, d, m, all, NULL);
}
