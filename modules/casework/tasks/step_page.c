/* SPDX-License-Identifier: MIT */
/* One step of the plan: what it is, how it stands and why, what it waits for,
 * what it leads to, and all that may be done with it. */
#include <stdlib.h>
#include <string.h>

#include "casework/shared/choices.h"
#include "casework/shared/show.h"
#include "casework/tasks/pages_work.h"
#include "casework/tasks/steps.h"
#include "domain/course/plan_asked.h"
#include "domain/course/plan_parts.h"
#include "domain/course/plan_words.h"
#include "domain/dossier/dossier.h"
#include "domain/spine/event_get.h"
#include "domain/story/dossier_timeline.h"
#include "domain/story/timeline.h"
#include "domain/story/timeline_plan.h"
#include "domain/type/casetype.h"
#include "text/date.h"
#include "text/message.h"

#define INSIDE 50	/* steps of a stage that are listed */
#define LOOKED_AT 300	/* latest events of the plan */
#define HAPPENED 15	/* that are told */

const struct field step_date_form[] = {
	{ "planned", FIELD_DATE },
	{ 0 }
};

/* Of the stage of a phase: the case moves there, with a reason. */
static bool
moves(enum cmmn_transition t)
{
	return t == CMMN_MANUAL_START || t == CMMN_REENABLE ||
	    t == CMMN_RESUME;
}

/* Every act that the viewer may do now, each with its word. What a task
 * brings about is written on its own page. */
static void
show_acts(struct steps *s, struct view *v, const struct step *x)
{
	static const char *const words[] = {
		"complete", "start", "occur", "resume", "reenable", "again",
		"hold", "skip", "end", NULL
	};
	const struct plan_thing *t = x->thing;
	const struct steps_act *a;
	struct view *item;
	size_t i;

	for (i = 0; words[i] != NULL; i++) {
		a = steps_act(words[i]);
		if (!steps_may(s, t, a->transition) ||
		    (a->transition == CMMN_COMPLETE && x->task != NULL))
			continue;
		if (steps_is_phase(t) && moves(a->transition)) {
			view_text(v, "move", t->phase);
			continue;
		}
		item = view_item(v, steps_act_reason(a, t) ?
		    "departs" : "acts");
		view_text(item, "word", a->word);
		view_text(item, "label", steps_act_label(a, t));
	}
	view_flag(v, "finish", x->task != NULL &&
	    steps_may(s, t, CMMN_COMPLETE));
	if (steps_is_phase(t) && strcmp(t->phase, s->d->phase) != 0 &&
	    (steps_may_repeat(s, t) || (s->work && steps_comes_again(t))))
		view_text(v, "move", t->phase);
	else if (steps_may_repeat(s, t)) {
		a = steps_act("repeat");
		item = view_item(v, "departs");
		view_text(item, "word", a->word);
		view_text(item, "label", steps_act_label(a, t));
	}
}

/* What stands in a stage. */
static void
show_inside(struct steps *s, const struct step *x)
{
	struct step *all, *in;
	size_t i, n, shown = 0;

	all = steps_all(s, &n);
	for (i = 0; i < n; i++) {
		in = &all[i];
		if (in->thing->parent != x->thing)
			continue;
		if (shown++ == INSIDE) {
			view_flag(s->rq->view, "more_inside", true);
			return;
		}
		in->top = x->thing;	/* named by the page itself */
		steps_show(s, view_item(s->rq->view, "inside"), in);
	}
}

/* What it waits for, with what is known of it now; what follows from it. */
static void
show_why(struct steps *s, const struct plan_thing *t)
{
	struct ctx *cx = &s->rq->cx;
	const struct plan_part *p;
	const struct plan_way *w;
	struct view *way, *v;
	bool other = false;

	for (w = plan_parts(cx, s->d, s->plan, t); w != NULL; w = w->next) {
		way = view_item(s->rq->view, "ways");
		view_flag(way, "ends", t->item->state != CMMN_AVAILABLE &&
		    t->item->before != CMMN_AVAILABLE);
		view_flag(way, "other", other);
		other = true;
		for (p = w->parts; p != NULL; p = p->next) {
			v = view_item(way, "parts");
			view_text(v, "text", p->text);
			view_text(v, "now", p->now);
			view_flag(v, "held", p->held);
			if (p->item != 0)
				view_int(v, "step", p->item);
		}
	}
	steps_leads(s, t);
}

static void
show_own(struct steps *s, struct view *v, const struct step *x)
{
	const struct plan_thing *t = x->thing;
	struct ctx *cx = &s->rq->cx;

	view_text(v, "help", t->help);
	view_text(v, "stands_in", t->parent == NULL ? "" : t->parent->title);
	if (t->parent != NULL && t->parent->item->no != 1)
		view_int(v, "stands_in_no", t->parent->item->no);
	if (t->item->state == CMMN_SUSPENDED && t->parent != NULL &&
	    t->parent->item->state == CMMN_SUSPENDED) {
		view_text(v, "held_by", t->parent->title);
		view_int(v, "held_by_no", t->parent->item->no);
	}
	view_flag(v, "may_date", s->work && !steps_is_over(t) &&
	    t->item->kind == CMMN_MILESTONE);
	view_flag(v, "dated", t->own != NULL && t->own->planned.feel != NULL);
	if (t->planned != 0)
		form_start(s->rq, "planned", date_text(cx->arena, "en",
		    cx->zone, t->planned, cx->now, DATE_INPUT_DAY));
	if (t->item->kind == CMMN_MILESTONE && t->planned != 0 &&
	    t->item->state == CMMN_COMPLETED) {
		view_flag(v, "kept", t->item->since <= t->planned);
		view_flag(v, "missed", t->item->since > t->planned);
	}
}

/* Does the event hold a transition of this step, beyond its being there? */
static bool
speaks_of(struct request *rq, const struct event *ev, int64_t no)
{
	const struct event_pair *p;

	for (p = event_get_facts(&rq->cx, ev); p != NULL; p = p->next)
		if (strncmp(p->name, "step.", 5) == 0 &&
		    strstr(p->after, " create ") == NULL &&
		    strtoll(p->after, NULL, 10) == no)
			return true;
	return false;
}

/* What the plan waited for before it became what it is; of what waited for
 * nothing, that the stage around it began. */
static void
show_because(struct steps *s, const struct plan_thing *t,
    const struct event *ev)
{
	struct ctx *cx = &s->rq->cx;
	const char *why = timeline_plan_because(cx, s->d->type, ev,
	    t->item->no);

	if (why[0] == '\0' && t->item->state == CMMN_ACTIVE &&
	    t->item->since == ev->happened && !t->item->discretionary &&
	    t->item->use != NULL && t->item->use->entries == NULL &&
	    t->parent != NULL && t->parent->item->no != 1)
		why = plan_words_happens(cx, t->parent->title, CMMN_START);
	if (why[0] != '\0')
		view_text(s->rq->view, "because", arena_printf(cx->arena,
		    _("%s, because %s"), plan_words_state(t->item->kind,
		    t->item->state), why));
}

/* How it came to stand so, the latest first. */
static enum err
show_history(struct steps *s, const struct plan_thing *t)
{
	struct timeline_filter plan = { .kinds = "plan", .limit = LOOKED_AT };
	struct request *rq = s->rq;
	struct event *ev;
	int shown = 0;
	enum err e;

	if ((e = dossier_timeline(&rq->cx, s->d, &plan, &ev)) != OK)
		return e;
	for (; ev != NULL && shown < HAPPENED; ev = ev->next)
		if (speaks_of(rq, ev, t->item->no)) {
			if (shown == 0)
				show_because(s, t, ev);
			show_event(rq, view_item(rq->view, "steps_history"),
			    s->d, ev);
			shown++;
		}
	return OK;
}

/* Another system or another case that the step waits for. */
static enum err
show_asked(struct steps *s, struct view *v, const struct step *x)
{
	const struct cmmn_item *i = x->thing->item;
	struct ctx *cx = &s->rq->cx;
	const struct casetype *type;
	struct plan_asked *a;
	struct view *asked;
	enum err e;

	if (i->kind != CMMN_PROCESS_TASK && i->kind != CMMN_CASE_TASK)
		return OK;
	if ((e = plan_asked(cx, s->d, i->no, &a)) != OK || a == NULL)
		return e;
	asked = view_part(v, "asked");
	view_flag(asked, "process", a->process);
	view_text(asked, "name", a->name);
	if (!a->process && casetype_current(cx, a->name, &type) == OK)
		view_text(asked, "name", message_label(&type->label,
		    cx->lang));
	view_int(asked, "tries", a->tries);
	view_moment(asked, "next", a->next);
	view_moment(asked, "ended", a->ended);
	view_text(asked, "said", a->said);
	view_text(asked, "number", a->number);
	view_text(asked, "title", a->title);
	return OK;
}

enum err
get_step(struct request *rq)
{
	struct dossier *d;
	struct steps s;
	struct step x;
	struct view *v;
	enum err e;

	if ((e = show_open(rq, &d)) != OK ||
	    (e = steps_open(rq, d, &s)) != OK ||
	    (e = steps_one(&s, rq->no, &x)) != OK)
		return e;
	v = view_part(rq->view, "step");
	steps_show(&s, v, &x);
	show_own(&s, v, &x);
	show_acts(&s, v, &x);
	show_why(&s, x.thing);
	if (x.thing->item->kind == CMMN_STAGE) {
		show_inside(&s, &x);
		view_flag(v, "takes", s.work && d->verdict[0] != '\0' &&
		    x.thing->item->state == CMMN_ACTIVE);
	}
	if ((e = show_asked(&s, v, &x)) != OK ||
	    (e = show_history(&s, x.thing)) != OK)
		return e;
	return reply_page(rq, "casework/step.html");
}

enum err
post_step_date(struct request *rq)
{
	const struct plan_thing *t;
	struct dossier *d;
	struct plan *plan;
	enum err e;

	if ((e = dossier_open(&rq->cx, rq->number, rq->level, &d)) != OK ||
	    (e = plan_date(&rq->cx, d, rq->no, choices_day_end(rq,
	    "planned"))) != OK ||
	    (e = plan_open(&rq->cx, d, &plan)) != OK)
		return e;
	t = plan == NULL ? NULL : plan_thing(plan, rq->no);
	reply_notice(rq, "%s", form_date(rq, "planned")[0] != '\0' ?
	    _("The planned date was saved.") : t != NULL && t->planned != 0 ?
	    _("The date that the plan gives holds again.") :
	    _("The milestone has no planned date any more."));
	return reply_redirect(rq, "/dossiers/%s/plan/%lld", d->number,
	    (long long)rq->no);
}
