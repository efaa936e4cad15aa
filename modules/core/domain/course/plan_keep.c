/* SPDX-License-Identifier: MIT */
/* Only what differs is written: into the store, the event, and the undo. The
 * event holds each row as it was and as it is, so that the log gives the
 * plan. */
#include <string.h>

#include "domain/course/plan_step.h"
#include "domain/dossier/dossier.h"
#include "domain/dossier/undo.h"
#include "domain/type/casetype_name.h"
#include "model/undo.h"
#include "text/number.h"

#define CELL '\x1f'	/* as the undo has them */
#define LINE '\n'

static struct store_plan_item *
row_of(const struct plan_step *s, const struct cmmn_item *i)
{
	const struct plan_row *row = plan_step_row(s->cx, s->plan, i->no);
	struct store_plan_item *r = arena_alloc(s->cx->arena, sizeof(*r));

	r->no = i->no;
	r->parent = i->parent;
	r->used = i->use != NULL ? i->use->id : row->was != NULL ?
	    row->was->used : "";
	r->kind = plan_step_kind_word(i->kind);
	r->name = i->use != NULL || i->parent == 0 ? "" : i->name;
	r->state = cmmn_state_word(i->state);
	r->resumes = i->before == CMMN_NONE ? "" : cmmn_state_word(i->before);
	r->required = i->required;
	r->discretionary = i->discretionary;
	r->round = i->round;
	r->since = i->since;
	r->planned = row->planned;
	/* what is over rings no more, and is not looked at */
	r->rings = cmmn_is_over(i->state) ? 0 : i->rings;
	r->rounds_left = i->rounds_left;
	r->cycle = i->cycle == NULL ? "" : i->cycle;
	r->task = row->task;
	r->reason = row->reason;
	return r;
}

static bool
same(const struct store_plan_item *a, const struct store_plan_item *b)
{
	return a->parent == b->parent && strcmp(a->used, b->used) == 0 &&
	    strcmp(a->kind, b->kind) == 0 && strcmp(a->name, b->name) == 0 &&
	    strcmp(a->state, b->state) == 0 &&
	    strcmp(a->resumes, b->resumes) == 0 &&
	    a->required == b->required &&
	    a->discretionary == b->discretionary && a->round == b->round &&
	    a->since == b->since && a->planned == b->planned &&
	    a->rings == b->rings && a->rounds_left == b->rounds_left &&
	    strcmp(a->cycle, b->cycle) == 0 && a->task == b->task &&
	    strcmp(a->reason, b->reason) == 0;
}

/* Beside its state. */
static bool
is_as_it_was(const struct plan_row *row)
{
	return row->planned == row->was->planned &&
	    row->task == row->was->task && row->reason == row->was->reason;
}

/* Before and after of a row or a mark, in the event and in the undo. */
static void
tell(struct plan_step *s, const char *key,
    const char *const event[2], const char *const cell[2])
{
	event_before(s->body, key, event[0]);
	event_after(s->body, key, event[1]);
	if (s->undo != NULL)
		undo_changed(s->cx, s->undo, UNDO_PLAN, arena_printf(
		    s->cx->arena, "%s.%lld.%s", key[0] == 'p' ? "item" :
		    "mark", (long long)s->d->id, key + 5), cell[0], cell[1]);
}

static void
tell_row(struct plan_step *s, int64_t no,
    const struct store_plan_item *was, const struct store_plan_item *now)
{
	const struct store_plan_item *both[2] = { was, now };
	const char *event[2] = { "", "" }, *cell[2] = { "", "" };
	int i;

	for (i = 0; i < 2; i++)
		if (both[i] != NULL) {
			event[i] = store_plan_text(s->cx, both[i], LINE);
			cell[i] = store_plan_text(s->cx, both[i], CELL);
		}
	tell(s, arena_printf(s->cx->arena, "plan.%lld", (long long)no),
	    event, cell);
}

static enum err
keep_rows(struct plan_step *s, bool *any)
{
	struct store_plan_item *list = NULL, **tail = &list, *now;
	const struct store_plan_item *was;
	const struct cmmn_item *i;
	const struct plan_row *row;
	bool *there;
	int64_t no;
	enum err e;

	plan_step_row(s->cx, s->plan, s->plan->instance.last);
	there = arena_array(s->cx->arena, (size_t)s->plan->n_rows,
	    sizeof(*there));
	for (i = s->plan->instance.items; i != NULL; i = i->next) {
		row = plan_step_row(s->cx, s->plan, i->no);
		there[i->no] = true;
		if (row->was != NULL && !i->changed && is_as_it_was(row))
			continue;
		now = row_of(s, i);
		if (row->was != NULL && same(row->was, now))
			continue;
		was = row->was;
		tell_row(s, i->no, was, now);
		*tail = now;
		tail = &now->next;
	}
	if ((e = store_plan_put(s->cx, s->d, list)) != OK)
		return e;
	*any |= list != NULL;
	/* Those of another plan that this one has none of. */
	for (no = 0; no < s->plan->n_rows; no++) {
		was = s->plan->rows[no].was;
		if (was == NULL || there[no])
			continue;
		tell_row(s, no, was, NULL);
		if ((e = store_plan_drop(s->cx, s->d, no)) != OK)
			return e;
		*any = true;
	}
	return OK;
}

static const struct cmmn_mark *
find(const struct cmmn_mark *list, const struct cmmn_mark *m)
{
	while (list != NULL && (list->item != m->item ||
	    list->part != m->part ||
	    strcmp(list->criterion, m->criterion) != 0))
		list = list->next;
	return list;
}

static void
tell_mark(struct plan_step *s, const struct cmmn_mark *m,
    const char *was, const char *now)
{
	const char *both[2] = { was, now };

	tell(s, arena_printf(s->cx->arena, "mark.%lld.%s.%zu",
	    (long long)m->item, m->criterion, m->part), both, both);
}

static enum err
keep_marks(struct plan_step *s, bool *any)
{
	const struct cmmn_mark *m, *was, *now = s->plan->instance.marks;
	struct store_plan_mark row = { 0 };
	enum err e;

	for (m = s->plan->marked; m != NULL; m = m->next) {
		if (find(now, m) != NULL)
			continue;
		row = (struct store_plan_mark){ NULL, m->item, m->criterion,
		    (int64_t)m->part, m->by };
		tell_mark(s, m, number_plain(s->cx->arena, m->by, 0), "");
		if ((e = store_plan_mark_drop(s->cx, s->d, &row)) != OK)
			return e;
		*any = true;
	}
	for (m = now; m != NULL; m = m->next) {
		was = find(s->plan->marked, m);
		if (was != NULL && was->by == m->by)
			continue;
		row = (struct store_plan_mark){ NULL, m->item, m->criterion,
		    (int64_t)m->part, m->by };
		tell_mark(s, m, was == NULL ? "" : number_plain(
		    s->cx->arena, was->by, 0), number_plain(s->cx->arena,
		    m->by, 0));
		if ((e = store_plan_mark_put(s->cx, s->d, &row)) != OK)
			return e;
		*any = true;
	}
	return OK;
}

enum err
plan_keep(struct plan_step *s, bool *any)
{
	enum err e;

	if ((e = keep_rows(s, any)) != OK)
		return e;
	return keep_marks(s, any);
}

static const char *
id_of(const struct plan_step *s, int64_t no)
{
	const struct cmmn_item *i = no == 0 ? NULL : cmmn_item(
	    &s->plan->instance, no);

	return i == NULL || i->use == NULL ? "-" : i->use->id;
}

static const char *
because(enum cmmn_because b)
{
	switch (b) {
	case CMMN_BY_HAND:
		return "hand";
	case CMMN_BY_CRITERION:
		return "criterion";
	case CMMN_BY_PARENT:
		return "parent";
	case CMMN_BY_AUTO_COMPLETE:
		return "complete";
	case CMMN_BY_START:
		return "start";
	case CMMN_BY_REPETITION:
		return "repetition";
	case CMMN_BY_TIMER:
		return "timer";
	case CMMN_BY_NATURE:
		break;
	}
	return "nature";
}

/* Of the case itself, as the condition saw it; of a field, as it is kept. */
static const char *
value_of(const struct plan_step *s, const struct cmmn_value *v)
{
	if (strncmp(v->name, "case.", 5) != 0)
		return dossier_value(s->d, v->name);
	if (v->value.kind == FEEL_STRING)
		return arena_textn(s->cx->arena, v->value.string.text,
		    v->value.string.len);
	return v->value.kind == FEEL_NUMBER ?
	    feel_value_write(s->cx->arena, v->value) : "";
}

/* The values that a condition of a reason used, as the case has them. */
static const char *
facts_of(const struct plan_step *s, const struct cmmn_reason *r)
{
	const struct cmmn_value *v;
	const char *names = "";

	for (; r != NULL; r = r->next)
		for (v = r->on != NULL || !r->held ? NULL : r->values;
		    v != NULL; v = v->next)
			names = arena_printf(s->cx->arena, "%s%s%s=%s",
			    names, names[0] == '\0' ? "" : "\n", v->name,
			    value_of(s, v));
	return names;
}

/* The items that on-parts speak of, by id. */
static const char *
causes_of(const struct plan_step *s, const struct cmmn_reason *r)
{
	const char *list = "", *word;

	for (; r != NULL; r = r->next) {
		if (r->on == NULL || !r->held)
			continue;
		word = cmmn_transition_word(r->on->event);
		list = arena_printf(s->cx->arena, "%s%s%s %s", list,
		    list[0] == '\0' ? "" : "\n", word, r->on->item != NULL ?
		    r->on->item->id : r->on->file != NULL ?
		    arena_printf(s->cx->arena, "file %s", r->on->file->name) :
		    "-");
	}
	return list;
}

/*
 * step.N: item, transition, from, to, because, id of its use, id of the item
 * behind it. name.N: of what was added freely. on.N and by.N: what criteria
 * were met by, a line each: "complete ID", "CODE=value".
 */
void
plan_keep_steps(struct plan_step *s)
{
	struct arena *a = s->cx->arena;
	const struct cmmn_change *c;
	const struct cmmn_item *i;
	int n = 0;

	for (c = s->plan->run.changes; c != NULL; c = c->next) {
		n++;
		i = cmmn_item(&s->plan->instance, c->item);
		event_fact(s->body, arena_printf(a, "step.%d", n),
		    arena_printf(a, "%lld %s %s %s %s %s %s",
		    (long long)c->item, cmmn_transition_word(c->transition),
		    cmmn_state_word(c->from), cmmn_state_word(c->to),
		    because(c->because), id_of(s, c->item),
		    id_of(s, c->cause)));
		if (i != NULL && i->use == NULL && i->parent != 0)
			event_fact(s->body, arena_printf(a, "name.%d", n),
			    i->name);
		if (causes_of(s, c->reasons)[0] != '\0')
			event_fact(s->body, arena_printf(a, "on.%d", n),
			    causes_of(s, c->reasons));
		if (facts_of(s, c->reasons)[0] != '\0')
			event_fact(s->body, arena_printf(a, "by.%d", n),
			    facts_of(s, c->reasons));
	}
}
