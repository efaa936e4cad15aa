/* SPDX-License-Identifier: MIT */
/* How a task that asked somebody ends. */
#include "domain/course/plan_answer_keep.h"

#include <string.h>

#include "domain/spine/work.h"
#include "text/message.h"

#define HELD 1800	/* seconds until one on hold is looked at again */

/* One that nobody waits for is complete already, and asks all the same. */
static bool
waits(const struct cmmn_item *i, const struct store_plan_call *c)
{
	return i->use != NULL && i->use->definition != NULL &&
	    i->kind == (c->process ? CMMN_PROCESS_TASK : CMMN_CASE_TASK) &&
	    (i->state == CMMN_ACTIVE || i->state == CMMN_SUSPENDED ||
	    (i->state == CMMN_COMPLETED && !i->use->definition->blocking));
}

enum err
plan_answer_keep_open(struct plan_answer_keep *k)
{
	enum err e;

	k->item = k->turned = NULL;
	if ((e = plan_step_load(&k->s)) != OK || k->s.plan == NULL ||
	    strcmp(k->s.d->status, "closed") == 0)
		return e;
	k->item = cmmn_item(&k->s.plan->instance, k->call->item);
	if (k->item != NULL && !waits(k->item, k->call))
		k->item = NULL;
	/* what a case task opened it waits for, whatever it was */
	if (k->item != NULL && k->call->other == 0 &&
	    strcmp(k->item->use->definition->calls, k->call->name) != 0) {
		k->turned = k->item;
		k->item = NULL;
	}
	return OK;
}

enum err
plan_answer_keep_later(struct plan_answer_keep *k)
{
	return store_plan_call_later(k->s.cx, k->call->id,
	    k->s.cx->now + HELD, k->call->other, "");
}

static enum err
end(struct plan_answer_keep *k, enum cmmn_transition t, const char *kind,
    const char *why)
{
	int64_t no = k->call->item;
	enum err e;

	/* what the answer changed may have moved the plan: as it is now */
	if ((e = plan_answer_keep_open(k)) != OK)
		return e;
	if (k->item != NULL && k->item->state == CMMN_SUSPENDED)
		return plan_answer_keep_later(k);
	if ((e = store_plan_call_end(k->s.cx, k->call->id, why)) != OK ||
	    k->item == NULL || k->item->state != CMMN_ACTIVE)
		return e;
	if ((e = plan_step_may(&k->s, cmmn_do(&k->s.plan->run, no, t))) != OK)
		return e;
	plan_step_row(k->s.cx, k->s.plan, no)->reason = why;
	k->s.reason = why;
	event_number(k->s.body, "no", no);
	return plan_step_end(&k->s, kind);
}

/* Why what was tried cannot be, and what it did is taken back; NULL: it may
 * be tried again as it is. What is wrong with the plan is for those who look
 * after it. */
static enum err
give_up(struct plan_answer_keep *k, const struct dossier *was,
    struct work_part *part, enum err e, const char **why)
{
	struct ctx *cx = k->s.cx;
	const struct mistake *m = cx->mistakes;

	*why = cx->why;
	if (e != ERR_INVALID && e != ERR_CONFLICT && e != ERR_REQUEST &&
	    e != ERR_MISSING && e != ERR_FORBIDDEN && e != ERR_LOST)
		return e;
	if (m != NULL)
		*why = arena_printf(cx->arena, _("The answer cannot be used: "
		    "%s"), m->text);
	else if (*why == NULL)
		*why = _("The answer cannot be used.");
	if (e == ERR_LOST)
		k->trouble = *why;
	cx->mistakes = NULL;
	cx->why = NULL;
	if ((e = work_part_drop(cx, part)) == OK)
		*k->s.d = *was;
	return e;
}

enum err
plan_answer_keep_complete(struct plan_answer_keep *k,
    plan_answer_keep_act *first, const char *body)
{
	struct dossier was = *k->s.d;
	struct work_part part;
	const char *why;
	enum err e;

	if ((e = work_part_begin(k->s.cx, &part)) != OK)
		return e;
	if ((first == NULL || (e = first(k, body)) == OK) &&
	    (e = end(k, CMMN_COMPLETE, "plan.answered", "")) == OK)
		return work_part_keep(k->s.cx, &part);
	if ((e = give_up(k, &was, &part, e, &why)) != OK)
		return e;
	return plan_answer_keep_fault(k, why);
}

/* One that cannot even fail stays as it is, and nobody is asked again. */
enum err
plan_answer_keep_fault(struct plan_answer_keep *k, const char *why)
{
	struct dossier was = *k->s.d;
	struct work_part part;
	const char *worse;
	enum err e;

	if ((e = work_part_begin(k->s.cx, &part)) != OK)
		return e;
	if ((e = end(k, CMMN_FAULT, "plan.failed", why)) == OK)
		return work_part_keep(k->s.cx, &part);
	if ((e = give_up(k, &was, &part, e, &worse)) != OK)
		return e;
	return store_plan_call_end(k->s.cx, k->call->id, worse);
}
