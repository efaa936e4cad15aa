/* SPDX-License-Identifier: MIT */
/* What acts mean for the plan. */
#include "domain/course/plan_follow.h"

#include <stdlib.h>
#include <string.h>

#include "base/count.h"
#include "domain/course/clearance_field.h"
#include "domain/course/plan_move.h"
#include "domain/course/plan_step.h"
#include "domain/dossier/dossier.h"
#include "domain/spine/event_get.h"
#include "domain/type/casetype.h"
#include "domain/type/casetype_name.h"
#include "store/store_plan.h"
#include "text/message.h"

/* What an act of a kind may mean. */
enum meaning {
	BEGINS = 1,	/* the case */
	ENDS = 2, REOPENS = 4,
	MOVES = 8,	/* it says before and after of the phase */
	VALUES = 16,	/* of fields */
	PAPERS = 32,
	TASK = 64, DECISION = 128,
	CASE = 256,	/* what “case” holds */
	APPROVAL = 512,
	RETYPES = 1024,	/* it may have another type now, whose plan begins */
	RENEWS = 2048,	/* another version of its type holds */
	FORM = 4096,	/* what “forms” holds */
	CHECKED = 8192	/* who conflicts with it */
};

static const struct {
	const char *kind;	/* with a final point: all that begin so */
	unsigned int meaning;
} kinds[] = {
	{ "dossier.registered", BEGINS },
	{ "dossier.split", BEGINS },
	{ "dossier.accepted", RETYPES | VALUES | MOVES | CASE },
	{ "dossier.changed", VALUES | CASE },
	{ "dossier.merged", VALUES | CASE },
	{ "dossier.merged_away", ENDS },
	{ "dossier.version_moved", RENEWS },
	{ "dossier.closed", ENDS },
	{ "dossier.solved", ENDS },
	{ "dossier.declined", ENDS },
	{ "dossier.reopened", REOPENS | CASE },
	{ "dossier.printed", 0 },
	{ "dossier.", CASE },
	{ "phase.moved", MOVES | CASE },
	{ "decision.made", VALUES | DECISION | CASE },
	{ "decision.overridden", VALUES | DECISION | CASE },
	{ "decision.withdrawn", VALUES | CASE },
	{ "clearance.made", VALUES },
	{ "clearance.cleared", VALUES | CHECKED },
	{ "clearance.waived", VALUES | CHECKED },
	{ "clearance.refused", VALUES | CHECKED },
	{ "document.added", PAPERS },
	{ "document.revised", PAPERS },
	{ "document.changed", PAPERS },
	{ "document.withdrawn", PAPERS },
	{ "document.restored", PAPERS },
	{ "task.done", TASK | CASE },
	{ "task.reopened", TASK | CASE },
	{ "task.", CASE },
	{ "form.completed", FORM },
	{ "form.corrected", FORM },
	{ "approval.asked", APPROVAL },
	{ "approval.approved", APPROVAL },
	{ "approval.rejected", APPROVAL },
	{ "act.undone", VALUES | CASE | FORM }
};

static unsigned int
meaning_of(const char *kind)
{
	size_t i, n;

	for (i = 0; i < COUNT(kinds); i++) {
		n = strlen(kinds[i].kind);
		if (kinds[i].kind[n - 1] == '.' ?
		    strncmp(kinds[i].kind, kind, n) == 0 :
		    strcmp(kinds[i].kind, kind) == 0)
			return kinds[i].meaning;
	}
	return 0;
}

/* One act, looked at. */
struct following {
	struct plan_step s;
	const struct plan_model *model;
	const struct event *event;
	unsigned int meaning;
};

static const char *
get(const struct following *f, const char *group, const char *name)
{
	return event_get(f->s.cx, f->event, group, name);
}

static bool
is(const struct following *f, const char *kind)
{
	return strcmp(f->event->kind, kind) == 0;
}

/* The name that conditions know a changed value by; NULL: it is none. */
static const char *
value_name(const struct following *f, const struct event_pair *p,
    struct casetype_named *named)
{
	if (strncmp(p->name, "f.", 2) != 0 || !casetype_name_read(
	    f->model->type, p->name, named))
		return NULL;
	return named->group != NULL ? named->group->code : named->field->code;
}

/* Can what changed matter to any item? */
static bool
values_matter(const struct following *f)
{
	struct casetype_named named;
	const struct event_pair *p;
	const char *name;

	for (p = event_get_changes(f->s.cx, f->event); p != NULL; p = p->next)
		if ((name = value_name(f, p, &named)) != NULL &&
		    (f->model->decides ||
		    plan_model_watches(f->model, name)))
			return true;
	return false;
}

static bool
matters(const struct following *f)
{
	unsigned int m = f->meaning;

	if ((m & (ENDS | REOPENS | DECISION | CHECKED)) != 0 ||
	    ((m & MOVES) != 0 && get(f, "after", "phase")[0] != '\0') ||
	    ((m & CASE) != 0 && f->model->used[f->model->scope.n - 1]) ||
	    ((m & FORM) != 0 && (f->model->used[f->model->scope.n - 2] ||
	    f->model->decides)) ||
	    ((m & TASK) != 0 && get(f, "fact", "item")[0] != '\0') ||
	    ((m & APPROVAL) != 0 && get(f, "fact", "item")[0] != '\0' &&
	    get(f, "fact", "answer")[0] != '\0'))
		return true;
	if ((m & PAPERS) != 0)
		return f->model->c->file != NULL;
	return (m & VALUES) != 0 && values_matter(f);
}

/* A group is created with its first rows and goes with its last. */
static enum cmmn_transition
group_change(const struct following *f, const struct type_group *g)
{
	const struct dossier *d = f->s.d;
	struct casetype_named named;
	const struct event_pair *p;
	int64_t no = 0;
	bool fresh;

	if (casetype_value_row(d->type, d->values, g, 0) == 0)
		return CMMN_FILE_DELETE;
	while ((no = casetype_value_row(d->type, d->values, g, no)) != 0) {
		fresh = false;
		for (p = event_get_changes(f->s.cx, f->event); p != NULL;
		    p = p->next)
			if (value_name(f, p, &named) != NULL &&
			    named.group == g && named.no == no) {
				if (p->before[0] != '\0')
					return CMMN_FILE_UPDATE;
				fresh = true;
			}
		if (!fresh)
			return CMMN_FILE_UPDATE;
	}
	return CMMN_FILE_CREATE;
}

static enum err
follow_values(struct following *f)
{
	const struct cmmn_file_item *file;
	struct casetype_named named;
	const struct event_pair *p;
	const char *name, *last = "";
	enum cmmn_transition t;
	enum err e;

	/* What was undone did not happen: no sentry hears of it. */
	if (is(f, "act.undone"))
		return OK;
	for (p = event_get_changes(f->s.cx, f->event); p != NULL; p = p->next) {
		name = value_name(f, p, &named);
		if (name == NULL || strcmp(name, last) == 0 ||
		    (file = plan_model_file(f->model, name)) == NULL)
			continue;
		t = named.group != NULL ? group_change(f, named.group) :
		    p->before[0] == '\0' ? CMMN_FILE_CREATE :
		    p->after[0] == '\0' ? CMMN_FILE_DELETE : CMMN_FILE_UPDATE;
		if (named.group != NULL)
			last = name;
		if ((e = plan_step_may(&f->s, cmmn_file(&f->s.plan->run, file,
		    t))) != OK)
			return e;
	}
	return OK;
}

/* A document is an item of the case file by its kind. */
static enum err
paper(struct following *f, const char *kind, enum cmmn_transition t)
{
	const struct cmmn_file_item *file = kind[0] == '\0' ? NULL :
	    plan_model_file(f->model, kind);

	return file == NULL ? OK : plan_step_may(&f->s,
	    cmmn_file(&f->s.plan->run, file, t));
}

static enum err
follow_paper(struct following *f)
{
	const char *kind = get(f, "fact", "kind");
	enum err e;

	if (is(f, "document.changed")) {
		if ((e = paper(f, get(f, "before", "kind"),
		    CMMN_FILE_DELETE)) != OK)
			return e;
		return paper(f, get(f, "after", "kind"), CMMN_FILE_CREATE);
	}
	return paper(f, kind, is(f, "document.revised") ? CMMN_FILE_UPDATE :
	    is(f, "document.withdrawn") ? CMMN_FILE_DELETE :
	    CMMN_FILE_CREATE);
}

/* The item whose task it is. */
static const struct cmmn_item *
item_of_task(const struct following *f, int64_t no)
{
	const struct cmmn_item *i;

	for (i = f->s.plan->instance.items; i != NULL; i = i->next)
		if (plan_step_row(f->s.cx, f->s.plan, i->no)->task == no)
			return i;
	return NULL;
}

/* Done once more is a new round, with the same task. */
static enum err
reopen_task(struct following *f, const struct cmmn_item *i, int64_t task)
{
	int64_t no;
	enum err e;

	if ((e = plan_step_may(&f->s, cmmn_repeat(&f->s.plan->run, i->no,
	    &no))) != OK)
		return e;
	plan_step_row(f->s.cx, f->s.plan, i->no)->task = 0;
	plan_step_row(f->s.cx, f->s.plan, no)->task = task;
	f->s.round = no;
	return OK;
}

static enum err
follow_task(struct following *f)
{
	int64_t no = strtoll(get(f, "fact", "no"), NULL, 10);
	const struct cmmn_item *i;

	if (get(f, "fact", "item")[0] == '\0' ||
	    (i = item_of_task(f, no)) == NULL)
		return OK;
	if (is(f, "task.reopened"))
		return cmmn_is_over(i->state) ? reopen_task(f, i, no) : OK;
	return i->state != CMMN_ACTIVE ? OK : plan_step_may(&f->s,
	    cmmn_do(&f->s.plan->run, i->no, CMMN_COMPLETE));
}

static enum err
follow_approval(struct following *f)
{
	int64_t no = strtoll(get(f, "fact", "item"), NULL, 10);
	const struct cmmn_item *i = cmmn_item(&f->s.plan->instance, no);

	if (i == NULL || i->state != CMMN_ACTIVE)
		return OK;
	return plan_step_may(&f->s, cmmn_do(&f->s.plan->run, no,
	    strcmp(get(f, "fact", "answer"), "yes") == 0 ? CMMN_COMPLETE :
	    CMMN_TERMINATE));
}

static enum err
follow_decision(struct following *f)
{
	const char *code = get(f, "fact", "decision");
	int64_t last = f->s.plan->instance.last;
	const struct cmmn_item *i;
	enum err e;

	/* its next round, which begins by that, waits for the next one */
	for (i = f->s.plan->instance.items; i != NULL && i->no <= last;
	    i = i->next)
		if (i->kind == CMMN_DECISION_TASK &&
		    i->state == CMMN_ACTIVE && i->use != NULL &&
		    i->use->definition != NULL &&
		    strcmp(i->use->definition->calls, code) == 0 &&
		    (e = plan_step_may(&f->s, cmmn_do(&f->s.plan->run, i->no,
		    CMMN_COMPLETE))) != OK)
			return e;
	return OK;
}

/* Whoever was to look for conflicts of interest has done it. */
static enum err
follow_check(struct following *f)
{
	int64_t last = f->s.plan->instance.last;
	const struct cmmn_item *i;
	enum err e;

	for (i = f->s.plan->instance.items; i != NULL && i->no <= last;
	    i = i->next)
		if (i->state == CMMN_ACTIVE && clearance_field_answers(
		    f->s.d->type, i->use == NULL ? NULL :
		    i->use->definition) &&
		    (e = plan_step_may(&f->s, cmmn_do(&f->s.plan->run, i->no,
		    CMMN_COMPLETE))) != OK)
			return e;
	return OK;
}

/* What is optional goes with the case; where the standard lets it, the case
 * is completed by that, and else terminated. */
static enum err
end_plan(struct following *f)
{
	struct plan *p = f->s.plan;
	const struct cmmn_item *i, *whole = p->instance.items;
	int64_t last = p->instance.last;

	if (cmmn_is_over(whole->state))
		return OK;
	for (i = whole->next; i != NULL && i->no <= last &&
	    !is(f, "dossier.solved") && !is(f, "dossier.declined");
	    i = i->next)
		if (i->parent == 1 && !i->required &&
		    (cmmn_may(&p->run, i) & 1u << CMMN_TERMINATE) != 0 &&
		    (i->state == CMMN_ACTIVE || i->state == CMMN_SUSPENDED))
			cmmn_do(&p->run, i->no, CMMN_TERMINATE);
	if (cmmn_is_over(whole->state) ||
	    cmmn_do(&p->run, 1, CMMN_COMPLETE) == CMMN_OK)
		return OK;
	return plan_step_may(&f->s, cmmn_do(&p->run, 1, CMMN_TERMINATE));
}

static enum err
reopen_plan(struct following *f)
{
	const struct cmmn_item *whole = f->s.plan->instance.items;
	enum err e;

	if (cmmn_is_over(whole->state) && (e = plan_step_may(&f->s,
	    cmmn_do(&f->s.plan->run, 1, CMMN_REACTIVATE))) != OK)
		return e;
	return plan_enter(&f->s, "", f->s.d->phase, get(f, "why", ""));
}

static enum err
run(struct following *f)
{
	const char *to = get(f, "after", "phase");
	unsigned int m = f->meaning;
	enum err e = OK;

	if ((m & ENDS) != 0)
		return end_plan(f);
	if ((m & REOPENS) != 0)
		e = reopen_plan(f);
	if (e == OK && (m & VALUES) != 0)
		e = follow_values(f);
	if (e == OK && (m & PAPERS) != 0)
		e = follow_paper(f);
	if (e == OK && (m & TASK) != 0)
		e = follow_task(f);
	if (e == OK && (m & DECISION) != 0)
		e = follow_decision(f);
	if (e == OK && (m & CHECKED) != 0)
		e = follow_check(f);
	if (e == OK && (m & APPROVAL) != 0)
		e = follow_approval(f);
	if (e == OK && (m & MOVES) != 0 && to[0] != '\0' &&
	    get(f, "fact", "plan")[0] == '\0')
		e = plan_enter(&f->s, get(f, "before", "phase"), to, get(f,
		    "why", ""));
	return e != OK ? e : plan_step_may(&f->s,
	    cmmn_data(&f->s.plan->run));
}

static enum err
move_version(const struct following *f)
{
	int was = (int)strtol(get(f, "before", "version"), NULL, 10);
	const char *phase = get(f, "before", "phase");
	struct dossier *d = f->s.d;
	const struct casetype *from;
	enum err e;

	if ((e = casetype_version(f->s.cx, d->type->code, was, &from)) != OK)
		return e;
	return plan_move(f->s.cx, d, from, phase[0] == '\0' ? d->phase :
	    phase, get(f, "why", ""));
}

enum err
plan_follow(struct ctx *cx, struct dossier *d, const struct event *ev)
{
	struct following f = { .s = { .cx = cx, .d = d, .by_itself = true },
	    .event = ev, .meaning = meaning_of(ev->kind) };
	enum err e;

	if (d->type == NULL || f.meaning == 0)
		return OK;
	if (get(&f, "fact", "plan")[0] != '\0')
		f.meaning &= ~(unsigned int)MOVES;	/* the plan did it */
	if ((f.meaning & RETYPES) != 0 &&
	    get(&f, "after", "type")[0] != '\0')
		return plan_begin(cx, d);
	if ((f.meaning & RENEWS) != 0)
		return move_version(&f);
	if ((e = plan_model(cx, d->type, &f.model)) != OK ||
	    f.model == NULL)
		return e;
	/* A log tells what happened, and knew no plan. */
	if ((f.meaning & BEGINS) != 0)
		return get(&f, "fact", "trace")[0] != '\0' ? OK :
		    plan_begin(cx, d);
	if (!matters(&f) || (e = plan_step_load(&f.s)) != OK ||
	    f.s.plan == NULL || ((f.meaning & ENDS) == 0 &&
	    strcmp(d->status, "closed") == 0))
		return e;
	if ((e = run(&f)) != OK)
		return e;
	return plan_step_end(&f.s, (f.meaning & ENDS) != 0 ? "plan.ended" :
	    "plan.followed");
}
