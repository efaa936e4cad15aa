/* SPDX-License-Identifier: MIT */
/* Models of a type's version: read and compiled once a process. */
#include "domain/type/decision_model.h"

#include <string.h>

#include "base/log.h"
#include "store/store_type.h"
#include "text/message.h"
#include "xml/xml_dmn.h"

struct compiled {		/* one file, with all others beside it */
	struct compiled *next;
	const char *file;
	struct dmn *dmn;
};

struct found {			/* what one decision of the type is made of */
	struct found *next;
	const struct type_decision *of;
	struct decision_model model;
	bool lost;
};

struct version {
	struct version *next;
	int64_t type;
	const struct dmn_model *models;
	struct compiled *compiled;
	struct found *found;
};

static struct arena *kept;
static struct version *versions;

bool
decision_model_is(const char *file)
{
	size_t n = strlen(file);

	return n > 4 && strcmp(file + n - 4, ".dmn") == 0;
}

static enum err
load(struct ctx *cx, const struct casetype *t, struct version **out)
{
	struct store_type_model *m;
	const struct dmn_model **tail;
	struct dmn_fault *faults = NULL;
	struct dmn_model *read;
	struct version *v;
	enum err e;

	for (v = versions; v != NULL; v = v->next)
		if (v->type == t->id) {
			*out = v;
			return OK;
		}
	if ((e = store_type_models(cx, t->id, &m)) != OK)
		return e;
	if (kept == NULL)
		kept = arena_new();
	v = arena_alloc(kept, sizeof(*v));
	v->type = t->id;
	tail = &v->models;
	for (; m != NULL; m = m->next) {
		if (!decision_model_is(m->file))
			continue;
		read = xml_dmn_read(kept, arena_text(kept, m->file),
		    m->source, strlen(m->source), &faults);
		if (read == NULL)
			continue;	/* it is told where it is needed */
		*tail = read;
		tail = (const struct dmn_model **)&read->next;
	}
	v->next = versions;
	*out = versions = v;
	return OK;
}

static const struct dmn_model *
model_of(const struct dmn_model *m, const char *file)
{
	while (m != NULL && strcmp(m->file, file) != 0)
		m = m->next;
	return m;
}

struct dmn *
decision_model_compile(struct arena *a, const struct dmn_model *all,
    const struct dmn_model *one, struct dmn_fault **faults)
{
	struct dmn_model *others = NULL, **tail = &others;

	for (; all != NULL; all = all->next) {
		if (all == one)
			continue;
		*tail = arena_copy(a, all, sizeof(*all));
		(*tail)->next = NULL;
		tail = &(*tail)->next;
	}
	return dmn_compile(a, one, others, faults);
}

static const struct dmn *
compile(struct version *v, const char *file)
{
	const struct dmn_model *m = model_of(v->models, file);
	struct dmn_fault *faults = NULL;
	struct compiled *c;

	for (c = v->compiled; c != NULL; c = c->next)
		if (strcmp(c->file, file) == 0)
			return c->dmn;
	if (m == NULL)
		return NULL;
	c = arena_alloc(kept, sizeof(*c));
	c->file = m->file;
	c->dmn = decision_model_compile(kept, v->models, m, &faults);
	c->next = v->compiled;
	v->compiled = c;
	return c->dmn;
}

static bool
is(struct feel_string name, const char *word)
{
	return feel_value_same_text(name, feel_value_text(word).string);
}

bool
decision_model_find(struct arena *a, const struct dmn *dmn, const char *name,
    struct decision_model *out)
{
	size_t i;

	out->dmn = dmn;
	if (dmn == NULL || (out->element = dmn_find(dmn, name)) == NULL ||
	    out->element->kind != DMN_DECISION)
		return false;
	out->n_needs = dmn_needs(a, dmn, out->element, &out->needs);
	for (i = 0; i < out->n_needs; i++) {
		out->needs_case |= is(out->needs[i].name,
		    DECISION_MODEL_CASE);
		out->needs_forms |= is(out->needs[i].name,
		    DECISION_MODEL_FORMS);
		out->needs_candidate |= is(out->needs[i].name,
		    DECISION_MODEL_CANDIDATE);
	}
	return true;
}

/* One that is lost is logged once, however many ask for it. */
static struct found *
find(struct version *v, const struct casetype *t,
    const struct type_decision *of)
{
	struct found *f;

	for (f = v->found; f != NULL; f = f->next)
		if (f->of == of)
			return f;
	f = arena_alloc(kept, sizeof(*f));
	f->of = of;
	f->lost = !decision_model_find(kept, compile(v, of->model),
	    of->decision, &f->model);
	if (f->lost)
		log_error("case type %s, version %d: %s has no decision “%s”",
		    t->code, t->version, of->model, of->decision);
	f->next = v->found;
	v->found = f;
	return f;
}

enum err
decision_model(struct ctx *cx, const struct casetype *t,
    const struct type_decision *of, const struct decision_model **out)
{
	struct version *v;
	struct found *f;
	enum err e;

	if ((e = load(cx, t, &v)) != OK)
		return e;
	f = find(v, t, of);
	if (f->lost)
		return refuse(cx, ERR_BROKEN, _("The table “%s” of this "
		    "version of the case type cannot be read."),
		    of->decision);
	*out = &f->model;
	return OK;
}

enum err
decision_model_lost(struct ctx *cx, enum err e)
{
	/* A failure of the store spoils the transaction all the same. */
	if (e != ERR_BROKEN)
		return e;
	cx->why = NULL;
	return OK;
}

enum err
decision_model_all(struct ctx *cx, const struct casetype *t,
    const struct dmn_model **out)
{
	struct version *v;
	enum err e;

	*out = NULL;
	if ((e = load(cx, t, &v)) == OK)
		*out = v->models;
	return e;
}
