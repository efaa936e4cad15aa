/* SPDX-License-Identifier: MIT */
/* What a table is given of a dossier. */
#include "domain/course/decision_input.h"

#include <string.h>

#include "base/config.h"
#include "domain/course/filled_feel.h"
#include "domain/dossier/dossier.h"
#include "domain/dossier/dossier_computed.h"
#include "domain/type/casetype.h"
#include "domain/type/casetype_feel.h"
#include "rules/feel/feel_number.h"
#include "rules/feel/feel_temporal.h"
#include "text/message.h"
#include "text/number.h"

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

struct feel_value
decision_input_case(const struct ctx *cx, struct arena *a,
    const struct dossier *d, bool with_risk, bool lasting)
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
	put(&c, "risk", risk[0] == '\0' || !with_risk ? feel_value_null :
	    feel_value_text(risk));
	put_moment(&c, "received", d->received);
	put_moment(&c, "opened", d->opened);
	put_moment(&c, "due", d->due);
	if (!lasting)
		put(&c, "age in days", feel_number_of(days_since(&c,
		    d->received, cx->now)));
	return feel_value_made(a, &c.entries);
}

static struct feel_value
text_or_null(const char *text)
{
	return text[0] == '\0' ? feel_value_null : feel_value_text(text);
}

/* What is to be approved; null where nothing is. */
static struct feel_value
about_request(struct arena *a, const struct decision_request *r)
{
	struct about c = { a, NULL, { 0 } };

	if (r == NULL)
		return feel_value_null;
	put(&c, "amount", r->has_amount ? feel_number_scaled(r->amount,
	    number_minor(r->currency)) : feel_value_null);
	put(&c, "currency", text_or_null(r->currency));
	put(&c, "kind", text_or_null(r->kind));
	return feel_value_made(a, &c.entries);
}

void
decision_input(struct ctx *cx, struct arena *a, const struct dossier *d,
    const struct type_decision *of, const struct decision_model *m,
    const struct decision_request *request, struct decision_input *out)
{
	struct feel_value fields = casetype_feel_context(a, d->type,
	    d->values);
	struct feel_value_entries all = { 0 }, lasting = { 0 };
	bool risk = strcmp(of->code, TYPE_DECISION_RISK) != 0;
	const struct feel_value *v;
	struct feel_value forms;
	struct feel_string name;
	size_t i;

	for (i = 0; i < m->n_needs; i++) {
		name = m->needs[i].name;
		if (feel_value_same_text(name, feel_value_text(
		    DECISION_MODEL_CASE).string)) {
			feel_value_put(a, &all, name, decision_input_case(
			    cx, a, d, risk, false));
			feel_value_put(a, &lasting, name, decision_input_case(
			    cx, a, d, risk, true));
			continue;
		}
		v = feel_value_get(fields.context, name);
		if (v == NULL && feel_value_same_text(name, feel_value_text(
		    DECISION_MODEL_FORMS).string)) {
			forms = filled_feel(cx, a, d, FILLED_FEEL_ALL);
			v = &forms;
		}
		if (v == NULL && feel_value_same_text(name, feel_value_text(
		    DECISION_MODEL_APPROVAL).string)) {
			feel_value_put(a, &all, name, about_request(a,
			    request));
			continue;
		}
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
	if (strcmp(name, DECISION_MODEL_APPROVAL) == 0)
		return _("Approval");
	if (strcmp(name, DECISION_MODEL_FORMS) == 0)
		return _("Forms");
	if (strcmp(name, DECISION_MODEL_CANDIDATE) == 0)
		return _("Candidate");
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

/* Names of what is to be filled in, each once. */
struct blanks {
	struct ctx *cx;
	const struct dossier *d;
	const char *names;
};

static void
add_name(struct blanks *b, const char *name)
{
	if (b->names[0] == '\0')
		b->names = name;
	else if (strstr(b->names, name) == NULL)
		b->names = arena_printf(b->cx->arena, _("%s, %s"), b->names,
		    name);
}

static void
add_label(struct blanks *b, const char *label)
{
	add_name(b, arena_printf(b->cx->arena, _("“%s”"), label));
}

static void add_field(struct blanks *, const struct type_field *);

/* Nobody can fill it in: what it is reckoned from, as far as that lacks a
 * value; else the rows that it goes through, for one of them does. */
static bool
add_sources(struct blanks *b, const struct type_field *f)
{
	const struct dossier_computed_used *u;
	struct dossier_computed_why why;
	bool some = false;

	dossier_computed_why(b->cx, b->d->type, b->d->values, f, 0, &why);
	for (u = why.used; u != NULL; u = u->next) {
		if (u->lacking && u->field != NULL)
			add_field(b, u->field);
		else if (u->lacking)
			add_label(b, u->label);
		some |= u->lacking;
	}
	for (u = why.used; u != NULL && !some; u = u->next)
		if (u->field == NULL) {
			add_label(b, u->label);
			some = true;
		}
	return some;
}

/* “Price” in EUR (it is in another currency) */
static void
add_field(struct blanks *b, const struct type_field *f)
{
	const char *label = message_label(&f->label, b->cx->lang);

	if (f->computed != NULL && add_sources(b, f))
		return;
	if (casetype_feel_foreign(f, dossier_value(b->d, f->code)))
		add_name(b, arena_printf(b->cx->arena,
		    _("“%s” in %s (it is in another currency)"), label,
		    f->currency));
	else
		add_label(b, label);
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
	struct blanks b = { cx, d, "" };
	const struct type_field *f;
	const struct feel_value *v;
	const char *name;
	size_t i;

	for (i = 0; i < m->n_needs; i++) {
		v = feel_value_get(all.context, m->needs[i].name);
		name = arena_textn(cx->arena, m->needs[i].name.text,
		    m->needs[i].name.len);
		if ((v != NULL && v->kind != FEEL_NULL) ||
		    (why != NULL && !is_wanted(why, name)))
			continue;
		if ((f = casetype_field(d->type, name)) != NULL)
			add_field(&b, f);
		else
			add_label(&b, decision_input_label(cx, d->type,
			    name));
	}
	return b.names;
}

const char *
decision_input_missing(struct ctx *cx, const struct dossier *d,
    const struct decision_model *m, struct feel_value all,
    const struct dmn_step *why)
{
	const char *wanted = why == NULL ? "" : list(cx, d, m, all, why);

	return wanted[0] != '\0' ? wanted : list(cx, d, m, all, NULL);
}
