/* SPDX-License-Identifier: MIT */
#include "cmmn_play.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "rules/feel/feel_number.h"
#include "xml/xml_cmmn.h"

static const char letters[] = "abcdefghijklmnopqrstuvwxyz";

struct play *
play_new(const char *attributes, const char *inside, const char *before)
{
	struct arena *a = arena_new();
	struct play *p = arena_alloc(a, sizeof(*p));
	const char *text;
	int i;

	p->arena = a;
	p->now = 1795608000;	/* 2026-11-25 12:00 UTC */
	text = arena_printf(a, "<definitions xmlns='http://www.omg.org/spec/"
	    "CMMN/20151109/MODEL' targetNamespace='t'><case id='theCase'>%s"
	    "<casePlanModel id='plan' %s>%s</casePlanModel></case>"
	    "</definitions>", before, attributes, inside);
	p->model = xml_cmmn_read(a, "test", text, strlen(text), &p->faults);
	if (p->model == NULL || p->model->cases == NULL) {
		printf("Bail out! %s: %s\n", p->faults == NULL ? "no model" :
		    p->faults->text, text);
		exit(1);
	}
	p->read = p->faults;
	p->faults = NULL;
	for (i = 0; i < 26; i++)
		p->names[i].name = (struct feel_string){ &letters[i], 1 };
	p->scope.names = p->names;
	p->scope.n = 26;
	p->frame.values = p->values;
	p->plan = cmmn_compile(a, "test", p->model->cases, &p->scope,
	    &p->faults);
	play_run(p);
	return p;
}

struct cmmn_run *
play_run(struct play *p)
{
	feel_eval_start(&p->eval, p->arena, p->now, "Europe/Brussels");
	cmmn_run_start(&p->run, p->plan, &p->instance, &p->eval, &p->frame);
	return &p->run;
}

struct play *
play_begin(const char *inside)
{
	struct play *p = play_new("", inside, "");
	const struct cmmn_fault *f;

	/* The macros care nothing for the order of elements. */
	for (f = p->read; f != NULL; f = f->next)
		if (strstr(f->text, "must stand") == NULL)
			printf("# %s\n", f->text);
	if (cmmn_begin(play_run(p)) != CMMN_OK) {
		printf("Bail out! it does not begin: %s\n", inside);
		exit(1);
	}
	return p;
}

void
play_end(struct play *p)
{
	arena_free(p->arena);
}

void
play_set(struct play *p, char name, struct feel_value v)
{
	p->values[name - 'a'] = v;
}

void
play_number(struct play *p, char name, int n)
{
	play_set(p, name, feel_number_of(n));
}

void
play_flag(struct play *p, char name, bool b)
{
	play_set(p, name, feel_value_boolean(b));
}

static bool
is_called(const struct cmmn_item *i, const char *id, size_t len)
{
	const char *own = i->parent == 0 ? "" : i->use != NULL ? i->use->id :
	    i->name;

	return strlen(own) == len && strncmp(own, id, len) == 0;
}

const struct cmmn_item *
play_item(const struct play *p, const char *id)
{
	const char *slash = strchr(id, '/');
	size_t len = slash == NULL ? strlen(id) : (size_t)(slash - id);
	const struct cmmn_item *i, *any = NULL;

	for (i = p->instance.items; i != NULL; i = i->next) {
		if (!is_called(i, id, len))
			continue;
		if (slash != NULL && i->round == atoi(slash + 1))
			return i;
		if (slash == NULL && !cmmn_is_over(i->state))
			return i;
		if (slash == NULL)
			any = i;
	}
	return any;
}

int64_t
play_no(const struct play *p, const char *id)
{
	const struct cmmn_item *i = play_item(p, id);

	return i == NULL ? 0 : i->no;
}

enum cmmn_refusal
play_do(struct play *p, const char *id, enum cmmn_transition t)
{
	return cmmn_do(play_run(p), play_no(p, id), t);
}

const char *
play_state(const struct play *p, const char *id)
{
	const struct cmmn_item *i = play_item(p, id);

	return i == NULL ? "none" : cmmn_state_word(i->state);
}

int
play_count(const struct play *p, const char *id, enum cmmn_state s)
{
	const struct cmmn_item *i;
	int n = 0;

	for (i = p->instance.items; i != NULL; i = i->next)
		n += is_called(i, id, strlen(id)) &&
		    (s == CMMN_NONE || i->state == s);
	return n;
}

static const char *
name_of(const struct play *p, const struct cmmn_item *i)
{
	const char *id = i->parent == 0 ? "case" : i->use != NULL ?
	    i->use->id : i->name;

	return i->round > 1 ? arena_printf(p->arena, "%s/%d", id,
	    (int)i->round) : id;
}

const char *
play_changes(struct play *p)
{
	const struct cmmn_change *c;
	const char *s = "";

	for (c = p->run.changes; c != NULL; c = c->next)
		s = arena_printf(p->arena, "%s%s%s %s", s, *s == '\0' ? "" :
		    ", ", name_of(p, cmmn_item(&p->instance, c->item)),
		    cmmn_transition_word(c->transition));
	return s;
}

const char *
play_states(const struct play *p)
{
	const struct cmmn_item *i;
	const char *s = "";

	for (i = p->instance.items; i != NULL; i = i->next)
		s = arena_printf(p->arena, "%s%s%s=%s", s, *s == '\0' ? "" :
		    " ", name_of(p, i), cmmn_state_word(i->state));
	return s;
}
