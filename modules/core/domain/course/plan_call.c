/* SPDX-License-Identifier: MIT */
/* Tasks that ask others: what, and with which values. */
#include "domain/course/plan_call.h"

#include <string.h>

#include "base/buf.h"
#include "base/digest.h"
#include "base/json_out.h"
#include "domain/people/notice.h"
#include "rules/feel/feel_json.h"


const char *
plan_call_name(const struct cmmn_parameter *p)
{
	return p->name[0] != '\0' ? p->name : p->id;
}

/* The value of a field or group, by its name. */
static struct feel_value
known(const struct plan_step *s, const char *name)
{
	const struct feel_scope *scope = &s->plan->model->scope;
	size_t i, len = strlen(name);

	for (i = 0; i < scope->n; i++)
		if (scope->names[i].name.len == len &&
		    memcmp(scope->names[i].name.text, name, len) == 0)
			return s->plan->frame.values[i];
	return feel_value_null;
}

/* An expression over the facts and one name more. */
static struct feel_value
run(struct plan_step *s, const struct cmmn_text *t, const char *name,
    struct feel_value value)
{
	struct feel_member member = { { name, strlen(name) }, NULL };
	struct feel_scope scope = { .outer = &s->plan->model->scope,
	    .names = &member, .n = 1 };
	struct feel_frame frame = { &s->plan->frame, &value };
	struct feel_fault *faults = NULL;
	const struct feel *f;

	f = feel_compile(s->cx->arena, t->text, strlen(t->text), &scope,
	    &faults);
	return f == NULL ? feel_value_null : feel_run(f, &s->plan->eval,
	    &frame);
}

struct feel_value
plan_call_mapped(struct plan_step *s, const struct cmmn_definition *d,
    const struct cmmn_parameter *p, struct feel_value v)
{
	const struct cmmn_mapping *m;

	for (m = d->mappings; m != NULL; m = m->next)
		if ((strcmp(m->source, p->id) == 0 ||
		    strcmp(m->target, p->id) == 0) &&
		    m->transformation.text != NULL)
			return run(s, &m->transformation, plan_call_name(p),
			    v);
	return v;
}

static struct feel_value
input(struct plan_step *s, const struct cmmn_definition *d,
    const struct cmmn_parameter *p)
{
	const char *name = p->binding != NULL ? p->binding->name :
	    plan_call_name(p);
	struct feel_value v = known(s, name);

	if (p->refinement.text != NULL)
		v = run(s, &p->refinement, name, v);
	return plan_call_mapped(s, d, p, v);
}

static void
member(struct json_out *o, const char *name, const char *text)
{
	json_out_name(o, name);
	json_out_text(o, text);
}

static const char *
compose(struct plan_step *s, const struct cmmn_item *i, const char *number)
{
	const struct cmmn_definition *d = i->use->definition;
	const struct cmmn_parameter *p;
	struct buf b = { 0 };
	struct json_out o = { .to = &b };
	const char *out;

	json_out_open(&o, '{');
	member(&o, "call", number);
	member(&o, "case", s->d->number);
	member(&o, "type", s->d->type->code);
	member(&o, "item", i->use->id);
	member(&o, "name", i->name);
	json_out_name(&o, "inputs");
	json_out_open(&o, '{');
	for (p = d->inputs; p != NULL; p = p->next) {
		json_out_name(&o, plan_call_name(p));
		feel_json_write(s->cx->arena, &o, input(s, d, p));
	}
	json_out_close(&o, '}');
	json_out_close(&o, '}');
	out = arena_textn(s->cx->arena, b.data, b.len);
	buf_free(&b);
	return out;
}

enum err
plan_call_ask(struct plan_step *s, const struct cmmn_item *i)
{
	struct store_plan_call c = { .item = i->no,
	    .process = i->kind == CMMN_PROCESS_TASK,
	    .name = i->use->definition->calls, .actor = s->cx->viewer };
	unsigned char random[12];

	digest_random(random, sizeof(random));
	c.number = arena_printf(s->cx->arena, "H-%s",
	    digest_hex(s->cx->arena, random, sizeof(random)));
	c.body = compose(s, i, c.number);
	c.due = s->cx->now + (s->cx->act != NULL ? NOTICE_PAUSE : 0);
	return store_plan_call_add(s->cx, s->d, &c);
}

enum err
plan_call(struct plan_step *s)
{
	const struct cmmn_change *c;
	const struct cmmn_item *i;
	enum err e;

	for (c = s->plan->run.changes; c != NULL; c = c->next) {
		if (c->to != CMMN_ACTIVE || (c->transition != CMMN_START &&
		    c->transition != CMMN_MANUAL_START &&
		    c->transition != CMMN_REACTIVATE))
			continue;
		i = cmmn_item(&s->plan->instance, c->item);
		if (i != NULL && i->use != NULL &&
		    (i->kind == CMMN_PROCESS_TASK ||
		    i->kind == CMMN_CASE_TASK) &&
		    (e = plan_call_ask(s, i)) != OK)
			return e;
	}
	return OK;
}
