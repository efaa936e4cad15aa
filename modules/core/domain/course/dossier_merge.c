/* SPDX-License-Identifier: MIT */
/* A duplicate joins the dossier that stays; nothing is lost. */
#include "domain/course/dossier_merge.h"

#include <string.h>

#include "domain/course/plan_answer.h"
#include "domain/dossier/dossier_keep.h"
#include "domain/dossier/dossier_link.h"
#include "domain/dossier/dossier_values.h"
#include "domain/dossier/undo.h"
#include "domain/spine/event.h"
#include "domain/spine/keep.h"
#include "domain/type/casetype.h"
#include "store/store_counsel.h"
#include "store/store_docket.h"
#include "store/store_dossier.h"
#include "store/store_moved.h"
#include "store/store_party.h"
#include "store/store_plan_call.h"
#include "store/store_task.h"
#include "store/store_wall.h"
#include "text/message.h"

#define NAMES 20	/* of people that a page tells */

static enum err
states_fit(struct ctx *cx, const struct dossier *from,
    const struct dossier *into)
{
	if (from->id == into->id)
		return refuse_field(cx, "other", "%s",
		    _("This is the case itself. Choose another one."));
	if (strcmp(from->type->code, into->type->code) != 0)
		return refuse_field(cx, "other", "%s", _("Only cases of the "
		    "same type are merged. Link the two instead."));
	if (strcmp(from->status, "closed") == 0)
		return refuse(cx, ERR_CONFLICT, "%s", _("This case is "
		    "closed. Reopen it first, or link the two instead."));
	if (strcmp(into->status, "closed") == 0)
		return refuse_field(cx, "other", "%s", _("That case is "
		    "closed. Reopen it first, or link the two instead."));
	if (into->verdict[0] == '\0' && from->verdict[0] != '\0')
		return refuse_field(cx, "other", "%s", _("That case waits "
		    "for screening. Accept it first, or merge it into this "
		    "one."));
	return OK;
}

static enum err
may(struct ctx *cx, const struct dossier *from, const struct dossier *into)
{
	enum level need = from->restricted || into->restricted ?
	    LEVEL_MANAGE : LEVEL_WORK;
	struct person *p;
	enum err e;

	if ((e = keep_level(cx, from, need)) != OK ||
	    (e = keep_level(cx, into, need)) != OK ||
	    (e = states_fit(cx, from, into)) != OK ||
	    (e = store_moved_walled(cx, from, into, &p)) != OK)
		return e;
	if (from->compartment != into->compartment)
		return refuse_field(cx, "other", "%s", _("One of these cases "
		    "is in a compartment and the other is not in it. Both "
		    "must be in the same one, or in none."));
	if (p != NULL)
		return refuse_field(cx, "other", _("%s may not work on this "
		    "case, but works on that one. Hand their part over "
		    "first."), p->name);
	return OK;
}

static bool
has_value(const struct dossier *d, const struct type_field *f)
{
	if (f->group != NULL)
		return casetype_value_row(d->type, d->values, f->group,
		    0) != 0;
	return casetype_value_text(d->values, f->code, 0)[0] != '\0';
}

static bool
listed(const struct type_field **list, const struct type_field *f)
{
	while (*list != NULL && *list != f)
		list++;
	return *list != NULL;
}

/* A field that the other lacks is taken over, as a whole; one that says
 * something else there stays. */
static enum err
sort_fields(struct ctx *cx, struct dossier *from, struct dossier *into,
    struct dossier_merge *m, struct dossier_values **values)
{
	struct dossier_values **tail = values;
	const struct type_field *f;
	const struct value *v;
	size_t n = 0, taken = 0, differ = 0;
	enum err e;

	if ((e = store_dossier_values(cx, from)) != OK ||
	    (e = store_dossier_values(cx, into)) != OK)
		return e;
	for (v = from->values; v != NULL; v = v->next)
		n++;
	m->taken = arena_array(cx->arena, n + 1, sizeof(*m->taken));
	m->differ = arena_array(cx->arena, n + 1, sizeof(*m->differ));
	*values = NULL;
	for (v = from->values; v != NULL; v = v->next) {
		f = casetype_field(into->type, v->field);
		if (f != NULL && f->computed != NULL)
			continue;	/* follows from the others */
		if (f != NULL && !has_value(into, f)) {
			*tail = arena_alloc(cx->arena, sizeof(**tail));
			(*tail)->field = f;
			(*tail)->no = v->no;
			(*tail)->text = v->text;
			tail = &(*tail)->next;
			if (!listed(m->taken, f))
				m->taken[taken++] = f;
			continue;
		}
		if (f == NULL)
			f = casetype_field(from->type, v->field);
		if (f != NULL && strcmp(casetype_value_text(into->values,
		    v->field, v->no), v->text) != 0 && !listed(m->differ, f))
			m->differ[differ++] = f;
	}
	return OK;
}

enum err
dossier_merge_look(struct ctx *cx, struct dossier *from,
    struct dossier *into, struct dossier_merge *out)
{
	struct dossier_values *values;
	struct store_moved_count n;
	enum err e;

	*out = (struct dossier_merge){ 0 };
	if ((e = may(cx, from, into)) != OK ||
	    (e = sort_fields(cx, from, into, out, &values)) != OK ||
	    (e = store_moved_count(cx, from, into, &n)) != OK)
		return e;
	out->tasks = n.tasks;
	out->goals = n.goals;
	out->notes = n.notes;
	out->documents = n.documents;
	out->people = n.people;
	out->deadlines = n.deadlines;
	out->appointments = n.appointments;
	out->restricts = into->restricted && !from->restricted;
	out->opens = from->restricted && !into->restricted;
	return store_moved_gain(cx, from, into, NAMES + 1, &out->gain);
}

/* The survivor's side: what came, and which fields say something else. */
static void
tell(struct ctx *cx, struct event_body *b, const struct dossier *from,
    const struct dossier_merge *m, const char *reason)
{
	const struct type_field **f;
	const char *codes = "";

	for (f = m->differ; *f != NULL; f++)
		codes = arena_printf(cx->arena, "%s%s%s", codes,
		    codes[0] == '\0' ? "" : " ", (*f)->code);
	event_about(b, from);
	event_count(b, "tasks", m->tasks);
	event_count(b, "goals", m->goals);
	event_count(b, "notes", m->notes);
	event_count(b, "documents", m->documents);
	event_count(b, "people", m->people);
	event_count(b, "deadlines", m->deadlines);
	event_count(b, "appointments", m->appointments);
	if (codes[0] != '\0')
		event_fact(b, "differ", codes);
	event_why(b, reason);
}

static enum err
move_all(struct ctx *cx, struct dossier *from, struct dossier *into)
{
	int64_t passed;
	enum err e;

	if ((e = store_moved_plan_all(cx, from, into)) != OK ||
	    (e = store_counsel_pass(cx, from, into)) != OK ||
	    (e = store_docket_pass(cx, from, into)) != OK ||
	    (e = store_moved_go(cx, from, into)) != OK ||
	    (e = store_moved_appointments(cx, from, into)) != OK ||
	    (e = store_moved_labels(cx, from, into)) != OK ||
	    (e = store_moved_links(cx, from, into)) != OK ||
	    (e = store_wall_follow_pass(cx, from, into)) != OK ||
	    (e = store_plan_call_pass(cx, from, into)) != OK ||
	    (e = store_party_requester(cx, from)) != OK ||
	    (e = store_party_requester(cx, into)) != OK)
		return e;
	return store_task_pass_on(cx, into, into->team, &passed);
}

/* Who has the same role there already is not doubled, and stays here. */
static enum err
count_people(struct ctx *cx, const struct dossier *from,
    const struct dossier *into, struct dossier_merge *m)
{
	struct store_moved_count left;
	enum err e = store_moved_count(cx, from, into, &left);

	m->people -= left.people;
	return e;
}

/* What is left is closed; a request in the tray is dealt with by that. */
static enum err
put_away(struct ctx *cx, struct dossier *from, struct dossier *into,
    const char *reason)
{
	enum err e;

	if (from->verdict[0] == '\0')
		from->verdict = "solved";
	if ((e = dossier_keep_close(cx, from, "merged")) != OK)
		return e;
	return dossier_link_make(cx, from, into, "merged", reason);
}

static enum err
tell_away(struct ctx *cx, struct dossier *from, const struct dossier *into,
    const char *status, const char *reason)
{
	struct event_body *b = event_body(cx);

	event_about(b, into);
	event_before(b, "status", status);
	event_after(b, "status", "closed");
	event_after(b, "outcome", "merged");
	event_why(b, reason);
	return event_add(cx, from, "dossier.merged_away", b);
}

enum err
dossier_merge(struct ctx *cx, struct dossier *from, struct dossier *into,
    const char *reason)
{
	struct event_body *b = event_body(cx);
	struct dossier_values *values;
	struct dossier_merge m;
	struct undo *u = NULL;
	const char *status = from->status;
	size_t changed;
	enum err e, f;

	e = dossier_merge_look(cx, from, into, &m);
	f = keep_reason(cx, "reason", reason, &reason);
	if (e != OK || f != OK)
		return e != OK ? e : f;
	if ((e = undo_watch(cx, into, UNDO_ALL, &u)) != OK ||
	    (e = undo_watch(cx, from, UNDO_ALL, &u)) != OK ||
	    (e = sort_fields(cx, from, into, &m, &values)) != OK ||
	    (e = dossier_values_write(cx, into, values, b,
	    &changed)) != OK ||
	    (e = store_dossier_save(cx, into, changed > 0)) != OK ||
	    (e = move_all(cx, from, into)) != OK ||
	    (e = count_people(cx, from, into, &m)) != OK ||
	    (e = put_away(cx, from, into, reason)) != OK ||
	    (e = dossier_keep_due(cx, into)) != OK ||
	    (e = undo_step(cx, u, "dossier.merged")) != OK)
		return e;
	tell(cx, b, from, &m, reason);
	if ((e = event_add(cx, into, "dossier.merged", b)) != OK)
		return e;
	if ((e = tell_away(cx, from, into, status, reason)) != OK)
		return e;
	return plan_answer_case_merged(cx, into, from);
}

enum err
dossier_merge_moved(struct ctx *cx, const struct dossier *d, int64_t no,
    const char **number, int64_t *to)
{
	enum err e = store_moved_find(cx, d, no, number, to);

	if (e != OK)
		return e;
	return (*number)[0] != '\0' ? OK : ERR_MISSING;
}
