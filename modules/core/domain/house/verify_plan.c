/* SPDX-License-Identifier: MIT */
/* Ordered walks: what events tell of plans, and the rows that are kept. */
#include "domain/house/verify_plan.h"

#include <string.h>

#include "domain/spine/event_get.h"
#include "store/store_event.h"
#include "store/store_verify_plan.h"
#include "text/message.h"

#define PAGE 500

/* Rows of one table to come, page by page. */
struct walk {
	store_verify_plan_walk *fetch;
	struct arena *arena;		/* of the page */
	struct store_verify_plan_row *page;
	struct store_verify_plan_row last;
	bool all;
};

struct told {
	struct told *next;
	const char *key, *text;		/* "" it is not there */
	bool seen;
};

struct verify_plan {
	struct ctx *cx;
	struct walk walks[2];		/* items, marks */
	struct arena *chain;
	struct told *told;
	enum err err;
};

struct verify_plan *
verify_plan_begin(struct ctx *cx)
{
	struct verify_plan *v = arena_alloc(cx->arena, sizeof(*v));
	int i;

	v->cx = cx;
	v->walks[0].fetch = store_verify_plan_items;
	v->walks[1].fetch = store_verify_plan_marks;
	for (i = 0; i < 2; i++) {
		v->walks[i].arena = arena_new();
		v->walks[i].last.dossier = INT64_MIN;
		v->walks[i].last.criterion = "";
	}
	v->chain = arena_new();
	return v;
}

enum err
verify_plan_end(struct verify_plan *v)
{
	arena_free(v->walks[0].arena);
	arena_free(v->walks[1].arena);
	arena_free(v->chain);
	return v->err;
}

static struct told *
find(struct verify_plan *v, const char *key)
{
	struct told *t = v->told;

	while (t != NULL && strcmp(t->key, key) != 0)
		t = t->next;
	return t;
}

static void
tell(struct verify_plan *v, const char *key, const char *text)
{
	struct told *t = find(v, key);

	if (t == NULL) {
		t = arena_alloc(v->chain, sizeof(*t));
		t->key = arena_text(v->chain, key);
		t->next = v->told;
		v->told = t;
	}
	t->text = arena_text(v->chain, text);
}

void
verify_plan_event(struct verify_plan *v, struct ctx *small,
    const struct store_event *e)
{
	struct event event = { .kind = e->kind, .body = e->body };
	const struct event_pair *p;

	if (e->dossier == 0 || e->body == NULL ||
	    (strstr(e->body, "\"plan.") == NULL &&
	    strstr(e->body, "\"mark.") == NULL))
		return;
	for (p = event_get_changes(small, &event); p != NULL; p = p->next)
		if (strncmp(p->name, "plan.", 5) == 0 ||
		    strncmp(p->name, "mark.", 5) == 0)
			tell(v, p->name, p->after);
}

/* The next row, NULL after the last. */
static const struct store_verify_plan_row *
peek(struct verify_plan *v, struct walk *w)
{
	struct arena *arena = v->cx->arena;
	struct store_verify_plan_row last;

	if (w->page == NULL && !w->all && v->err == OK) {
		last = w->last;
		last.criterion = arena_text(v->chain, last.criterion);
		arena_reset(w->arena);
		v->cx->arena = w->arena;
		v->err = w->fetch(v->cx, &last, PAGE, &w->page);
		v->cx->arena = arena;
		w->all = w->page == NULL;
	}
	return v->err == OK ? w->page : NULL;
}

static void
next(struct walk *w)
{
	w->last = *w->page;
	w->page = w->page->next;
}

static const char *
alone(struct verify_plan *v, const struct store_verify_plan_row *row)
{
	return arena_printf(v->cx->arena, _("The case of row %lld has a plan, "
	    "but no history."), (long long)row->dossier);
}

static const char *
compare(struct verify_plan *v, const char *number,
    const struct store_verify_plan_row *row)
{
	struct told *t = find(v, row->key);

	if (t == NULL || t->text[0] == '\0')
		return arena_printf(v->cx->arena, _("%s: item %lld of its "
		    "plan was put there later, the history does not know "
		    "it."), number, (long long)row->no);
	t->seen = true;
	if (strcmp(t->text, row->text) == 0)
		return NULL;
	return arena_printf(v->cx->arena, _("%s: item %lld of its plan is not "
	    "as the history tells."), number, (long long)row->no);
}

static void
forget(struct verify_plan *v)
{
	arena_reset(v->chain);
	v->told = NULL;
}

bool
verify_plan_chain(struct verify_plan *v, int64_t dossier, const char *number,
    const char **fault)
{
	const struct store_verify_plan_row *row;
	const struct told *t;
	int i;

	*fault = NULL;
	for (i = 0; i < 2 && *fault == NULL && v->err == OK; i++)
		while ((row = peek(v, &v->walks[i])) != NULL &&
		    *fault == NULL && row->dossier <= dossier) {
			*fault = row->dossier < dossier ? alone(v, row) :
			    compare(v, number, row);
			next(&v->walks[i]);
		}
	for (t = v->told; t != NULL && *fault == NULL && v->err == OK;
	    t = t->next)
		if (!t->seen && t->text[0] != '\0')
			*fault = arena_printf(v->cx->arena, _("%s: a part of "
			    "its plan that the history tells of is missing: "
			    "%s."), number, t->key);
	forget(v);
	return *fault == NULL && v->err == OK;
}

bool
verify_plan_last(struct verify_plan *v, const char **fault)
{
	const struct store_verify_plan_row *row = peek(v, &v->walks[0]);

	if (row == NULL)
		row = peek(v, &v->walks[1]);
	*fault = row == NULL ? NULL : alone(v, row);
	return row == NULL && v->err == OK;
}
