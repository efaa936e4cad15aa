/* SPDX-License-Identifier: MIT */
/* What is in compartments against the log. */
#include "domain/house/verify_parts.h"

#include <stdlib.h>
#include <string.h>

#include "domain/dossier/compartment_part.h"
#include "domain/spine/event_get.h"
#include "store/store_event.h"
#include "store/store_verify_parts.h"
#include "text/message.h"

struct told {
	struct told *next;
	int64_t dossier, no;
	const char *noun, *compartment;	/* by the last event, "" none */
	bool there;		/* in the store, in a compartment */
};

struct verify_parts {
	struct ctx *cx;
	struct told *told;	/* the newest dossiers first */
	struct told **sorted;	/* at the end, by dossier, number, noun */
	size_t n;
	const char *fault;
};

struct verify_parts *
verify_parts_begin(struct ctx *cx)
{
	struct verify_parts *v = arena_alloc(cx->arena, sizeof(*v));

	v->cx = cx;
	return v;
}

/* The noun of an event that puts a thing somewhere, or NULL. Few do: the
 * body is read of these alone. */
static const char *
where(struct ctx *cx, const struct store_event *e, bool *added)
{
	const char *dot = strchr(e->kind, '.');

	*added = dot != NULL && (strcmp(dot, ".added") == 0 ||
	    strcmp(dot, ".begun") == 0);
	if (e->dossier == 0 || dot == NULL || e->body == NULL ||
	    (!*added && strcmp(dot, ".protected") != 0 &&
	    strcmp(dot, ".opened_up") != 0) ||
	    strstr(e->body, "\"compartment\"") == NULL)
		return NULL;
	return arena_textn(cx->arena, e->kind, (size_t)(dot - e->kind));
}

void
verify_parts_event(struct verify_parts *v, struct ctx *small,
    const struct store_event *e)
{
	const struct event ev = { .kind = e->kind, .body = e->body };
	bool added;
	const char *noun = where(small, e, &added);
	struct told *t;
	int64_t no;

	if (noun == NULL)
		return;
	no = strtoll(event_get(small, &ev, "fact", "no"), NULL, 10);
	if (no == 0 && strcmp(noun, "dossier") != 0)
		return;
	/* chains come one after the other: the list is searched little */
	for (t = v->told; t != NULL && t->dossier == e->dossier; t = t->next)
		if (t->no == no && strcmp(t->noun, noun) == 0)
			break;
	if (t == NULL || t->dossier != e->dossier) {
		t = arena_alloc(v->cx->arena, sizeof(*t));
		t->dossier = e->dossier;
		t->no = no;
		t->noun = arena_text(v->cx->arena, noun);
		t->next = v->told;
		v->told = t;
	}
	t->compartment = arena_text(v->cx->arena, event_get(small, &ev,
	    added ? "fact" : "after", "compartment"));
}

static int
compare(const void *a, const void *b)
{
	const struct told *x = *(struct told *const *)a,
	    *y = *(struct told *const *)b;

	if (x->dossier != y->dossier)
		return x->dossier < y->dossier ? -1 : 1;
	if (x->no != y->no)
		return x->no < y->no ? -1 : 1;
	return strcmp(x->noun, y->noun);
}

static void
sort(struct verify_parts *v)
{
	struct told *t;
	size_t n = 0;

	for (t = v->told; t != NULL; t = t->next)
		n++;
	v->sorted = arena_array(v->cx->arena, n + 1, sizeof(*v->sorted));
	for (t = v->told; t != NULL; t = t->next)
		v->sorted[v->n++] = t;
	if (n > 0)
		qsort(v->sorted, n, sizeof(*v->sorted), compare);
}

static struct told *
find(const struct verify_parts *v, const struct store_verify_part *p)
{
	const struct told key = { .dossier = p->dossier, .no = p->no,
	    .noun = p->noun }, *at = &key;
	struct told **t = bsearch(&at, v->sorted, v->n, sizeof(*v->sorted),
	    compare);

	return t == NULL ? NULL : *t;
}

static void
elsewhere(struct verify_parts *v, const struct store_verify_part *p)
{
	v->fault = arena_printf(v->cx->arena, _("%s: the %s %lld is in "
	    "another compartment than its history says."), p->number,
	    p->noun, (long long)p->no);
}

/* What is in a compartment: is it where the log says? What a merge took along
 * is told elsewhere. */
static enum err
check_there(struct verify_parts *v)
{
	struct store_verify_part *p;
	struct told *t;
	enum err e = store_verify_parts(v->cx, &p);

	for (; e == OK && p != NULL && v->fault == NULL; p = p->next) {
		if ((t = find(v, p)) != NULL) {
			t->there = true;
			if (strcmp(p->compartment, t->compartment) != 0)
				elsewhere(v, p);
		}
		else if (!p->came && p->no != 0)
			v->fault = arena_printf(v->cx->arena, _("%s: the %s "
			    "%lld is in a compartment, of which its history "
			    "says nothing."), p->number, p->noun,
			    (long long)p->no);
	}
	return e;
}

/* What the log puts into one and is in none: it may have gone, else it should
 * be there. */
static enum err
check_gone(struct verify_parts *v)
{
	struct store_verify_part *p;
	const struct told *t;
	enum err e;

	for (t = v->told; t != NULL && v->fault == NULL; t = t->next) {
		if (t->there || t->compartment[0] == '\0')
			continue;
		if ((e = store_verify_parts_one(v->cx, t->noun, t->dossier,
		    t->no, &p)) != OK)
			return e;
		if (p != NULL && strcmp(p->compartment, t->compartment) != 0)
			elsewhere(v, p);
	}
	return OK;
}

static bool
see_open(void *to, const char *number, const char *noun, int64_t no,
    int64_t seq, const char *kind, const char *body)
{
	const struct event ev = { .kind = kind, .body = body };
	struct verify_parts *v = to;

	if (!compartment_part_speaks(v->cx, &ev, noun, no))
		return true;
	v->fault = arena_printf(v->cx->arena, _("%s: event %lld (%s) is for "
	    "everybody, though it speaks of what is in a compartment."),
	    number, (long long)seq, kind);
	return false;
}

enum err
verify_parts_last(struct verify_parts *v, const char **fault)
{
	const char *number;
	int64_t seq;
	enum err e;

	sort(v);
	if ((e = check_there(v)) == OK && v->fault == NULL)
		e = check_gone(v);
	if (e == OK && v->fault == NULL)
		e = store_verify_parts_open(v->cx, see_open, v);
	if (e == OK && v->fault == NULL &&
	    (e = store_verify_parts_astray(v->cx, &number, &seq)) == OK &&
	    seq != 0)
		v->fault = arena_printf(v->cx->arena, _("%s: event %lld is "
		    "kept for members of a compartment in which nothing of "
		    "it is."), number, (long long)seq);
	*fault = v->fault;
	return e;
}
