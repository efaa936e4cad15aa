/* SPDX-License-Identifier: MIT */
/* A care plan is begun, agreed, revised, ended; goals and activities in it. */
#include <stdlib.h>
#include <string.h>

#include "domain/course/careplan.h"
#include "domain/course/goal_step.h"
#include "domain/course/service.h"
#include "domain/course/standard_take.h"
#include "domain/course/task.h"
#include "domain/dossier/fact.h"
#include "domain/dossier/goal.h"
#include "domain/spine/keep.h"
#include "domain/type/standard.h"
#include "medical/careplans.h"
#include "medical/medical.h"
#include "text/date.h"
#include "text/message.h"

#define MOST INT64_C(1000000000)

const struct field careplan_standard_form[] = {
	{ "standard", FIELD_TEXT, .max = 31 },
	{ 0 }
};
const struct field careplan_new_form[] = {
	{ "standard", FIELD_TEXT, .max = 31 },
	{ "title", FIELD_TEXT, .max = 200 },
	{ "begins", FIELD_DATE },
	{ "take.*", FIELD_FLAG },
	{ 0 }
};
const struct field careplan_agree_form[] = {
	{ "day", FIELD_DATE },
	{ "who", FIELD_TEXT, .max = 200 },
	{ 0 }
};
const struct field careplan_revise_form[] = {
	{ "reason", FIELD_LINES, .max = KEEP_REASON },
	{ 0 }
};
const struct field careplan_end_form[] = {
	{ "day", FIELD_DATE },
	{ "condition", FIELD_LINES, .max = KEEP_TEXT },
	{ "worked", FIELD_LINES, .max = KEEP_TEXT },
	{ 0 }
};
const struct field careplan_tie_form[] = {
	{ "goal", FIELD_INT, .min = 1, .max = MOST },
	{ "problem", FIELD_INT, .min = 1, .max = MOST },
	{ "off", FIELD_FLAG },
	{ 0 }
};
const struct field careplan_activity_form[] = {
	{ "goal", FIELD_INT, .min = 0, .max = MOST },
	{ "title", FIELD_TEXT, .max = 200 },
	{ "who", FIELD_TEXT, .max = 40 },
	{ "due", FIELD_DATE },
	{ 0 }
};

static const char *
today(struct request *rq)
{
	return date_today(rq->cx.arena, rq->cx.zone, rq->cx.now);
}

static enum err
back(struct request *rq, const struct dossier *d)
{
	return reply_redirect(rq, MEDICAL "/%s/plan", d->number);
}

/* The plan under way; ERR_MISSING. */
static enum err
current(struct request *rq, struct dossier *d, struct careplan **out)
{
	enum err e = careplan_current(&rq->cx, d, out);

	if (e != OK || *out != NULL)
		return e;
	return refuse(&rq->cx, ERR_MISSING, "%s",
	    _("No care plan is under way."));
}

static enum err
open_current(struct request *rq, struct dossier **d, struct careplan **p)
{
	struct view *v;
	enum err e;

	if ((e = patient_page_open(rq, d)) != OK ||
	    (e = current(rq, *d, p)) != OK)
		return e;
	v = view_part(rq->view, "plan");
	view_text(v, "title", (*p)->title);
	view_text(v, "state", careplan_state((*p)->state));
	return OK;
}

/* A line of a standard plan, ticked unless somebody left it out. */
static struct view *
show_line(struct request *rq, const char *list, const char *kind,
    const char *code, const struct label *label, const struct label *help)
{
	struct view *v = view_item(rq->view, list);
	const char *name = arena_printf(rq->cx.arena, "take.%s.%s", kind,
	    code);

	view_text(v, "name", name);
	view_text(v, "label", message_label(label, rq->cx.lang));
	if (help != NULL && help->text[0] != NULL)
		view_text(v, "help", message_label(help, rq->cx.lang));
	form_start(rq, name, "1");
	return v;
}

static void
show_standard(struct request *rq, const struct standard *s)
{
	const struct standard_problem *p;
	const struct standard_activity *a;
	const struct standard_service *x;
	const struct standard_goal *g;
	struct view *v = view_part(rq->view, "standard");

	view_text(v, "code", s->code);
	view_text(v, "label", message_label(&s->label, rq->cx.lang));
	if (s->help.text[0] != NULL)
		view_text(v, "help", message_label(&s->help, rq->cx.lang));
	for (p = s->problems; p != NULL; p = p->next)
		show_line(rq, "problems", "problem", p->code, &p->label,
		    NULL);
	for (g = s->goals; g != NULL; g = g->next)
		view_int(show_line(rq, "goals", "goal", g->code, &g->label,
		    &g->help), "days", g->days);
	for (a = s->activities; a != NULL; a = a->next)
		view_int(show_line(rq, "activities", "activity", a->code,
		    &a->label, &a->help), "days", a->days);
	for (x = s->services; x != NULL; x = x->next) {
		v = show_line(rq, x->aftercare ? "followups" : "services",
		    "service", x->code, &x->label, &x->help);
		view_int(v, "days", x->from);
		view_text(v, "rhythm", service_words_rhythm(&rq->cx,
		    x->every, x->times));
	}
}

enum err
get_careplan_new(struct request *rq)
{
	const char *code = form_text(rq, "standard");
	const struct standard *all, *s;
	struct careplan *have;
	struct dossier *d;
	enum err e;

	if ((e = patient_page_open(rq, &d)) != OK ||
	    (e = careplan_current(&rq->cx, d, &have)) != OK ||
	    (e = standard_all(&rq->cx, d->type, &all)) != OK)
		return e;
	view_flag(rq->view, "under_way", have != NULL);
	for (s = all; s != NULL; s = s->next) {
		view_option(rq->view, "standards", s->code,
		    message_label(&s->label, rq->cx.lang));
		if (strcmp(s->code, code) == 0) {
			show_standard(rq, s);
			form_start(rq, "title", message_label(&s->label,
			    rq->cx.lang));
		}
	}
	form_start(rq, "begins", today(rq));
	return reply_page(rq, "medical/careplan-new.html");
}

static bool
takes(void *with, const char *kind, const char *code)
{
	struct request *rq = with;

	return form_flag(rq, arena_printf(rq->cx.arena, "take.%s.%s", kind,
	    code));
}

enum err
post_careplan_add(struct request *rq)
{
	const char *code = form_text(rq, "standard");
	struct standard_choice n = { .title = form_text(rq, "title"),
	    .begins = form_date(rq, "begins"), .takes = takes, .with = rq };
	const struct standard *s;
	struct careplan *p;
	struct dossier *d;
	enum err e;

	if ((e = medical_open(&rq->cx, rq->number, rq->level, &d)) != OK ||
	    (e = standard_find(&rq->cx, d->type, code, &s)) != OK)
		return e;
	if (s == NULL && code[0] != '\0')
		return refuse_field(&rq->cx, "standard", "%s",
		    _("There is no such standard plan any more."));
	if ((e = s == NULL ? careplan_add(&rq->cx, d, n.title, "", &p) :
	    standard_take(&rq->cx, d, s, &n, &p)) != OK)
		return e;
	reply_notice(rq, "%s", _("The care plan is a draft. Agree it with "
	    "the patient."));
	return back(rq, d);
}

enum err
get_careplan_agree(struct request *rq)
{
	struct careplan *p;
	struct dossier *d;
	struct person *who;
	enum err e;

	if ((e = open_current(rq, &d, &p)) != OK ||
	    (e = medical_patient(&rq->cx, d, &who)) != OK)
		return e;
	form_start(rq, "day", today(rq));
	if (who != NULL)
		form_start(rq, "who", who->name);
	return reply_page(rq, "medical/careplan-agree.html");
}

enum err
post_careplan_agree(struct request *rq)
{
	struct careplan *p;
	struct dossier *d;
	enum err e;

	if ((e = medical_open(&rq->cx, rq->number, rq->level, &d)) != OK ||
	    (e = current(rq, d, &p)) != OK ||
	    (e = careplan_agree(&rq->cx, d, p, form_date(rq, "day"),
	    form_text(rq, "who"))) != OK)
		return e;
	reply_notice(rq, "%s", _("The care plan is agreed."));
	return back(rq, d);
}

enum err
get_careplan_revise(struct request *rq)
{
	struct careplan *p;
	struct dossier *d;
	enum err e = open_current(rq, &d, &p);

	return e != OK ? e : reply_page(rq, "medical/careplan-revise.html");
}

enum err
post_careplan_revise(struct request *rq)
{
	struct careplan *p;
	struct dossier *d;
	enum err e;

	if ((e = medical_open(&rq->cx, rq->number, rq->level, &d)) != OK ||
	    (e = current(rq, d, &p)) != OK ||
	    (e = careplan_revise(&rq->cx, d, p, form_text(rq,
	    "reason"))) != OK)
		return e;
	reply_notice(rq, "%s", _("The care plan can be changed. Agree it "
	    "again afterwards."));
	return back(rq, d);
}

enum err
get_careplan_end(struct request *rq)
{
	struct careplan *p;
	struct dossier *d;
	struct goal *g;
	struct view *v;
	enum err e;

	if ((e = open_current(rq, &d, &p)) != OK ||
	    (e = goal_list(&rq->cx, d, &g)) != OK)
		return e;
	for (; g != NULL; g = g->next) {
		v = view_item(rq->view, "goals");
		view_int(v, "no", g->no);
		view_text(v, "title", g->title);
		view_int(v, "percent", goal_percent(g));
		view_flag(v, "reached", g->state == GOAL_REACHED);
		view_flag(v, "given_up", g->state == GOAL_GIVEN_UP);
	}
	form_start(rq, "day", today(rq));
	return reply_page(rq, "medical/careplan-end.html");
}

enum err
post_careplan_end(struct request *rq)
{
	const struct careplan_outcome n = { .day = form_date(rq, "day"),
	    .condition = form_text(rq, "condition"),
	    .worked = form_text(rq, "worked") };
	struct careplan *p;
	struct dossier *d;
	enum err e;

	if ((e = medical_open(&rq->cx, rq->number, rq->level, &d)) != OK ||
	    (e = current(rq, d, &p)) != OK ||
	    (e = careplan_end(&rq->cx, d, p, &n)) != OK)
		return e;
	reply_notice(rq, "%s", _("The care plan has ended. Follow-ups are "
	    "counted from now on."));
	return back(rq, d);
}

enum err
post_careplan_tie(struct request *rq)
{
	struct dossier *d;
	struct fact *f;
	enum err e;

	if ((e = medical_open(&rq->cx, rq->number, rq->level, &d)) != OK ||
	    (e = fact_open(&rq->cx, d, FACT_PROBLEM, form_int(rq, "problem"),
	    &f)) != OK ||
	    (e = careplan_tie(&rq->cx, d, form_int(rq, "goal"), f->no,
	    !form_flag(rq, "off"))) != OK)
		return e;
	return back(rq, d);
}

enum err
get_careplan_activity(struct request *rq)
{
	struct careplan *p;
	struct dossier *d;
	struct goal *g;
	enum err e;

	if ((e = open_current(rq, &d, &p)) != OK ||
	    (e = goal_list(&rq->cx, d, &g)) != OK)
		return e;
	for (; g != NULL; g = g->next)
		if (goal_is_open(g))
			view_option(rq->view, "goals", arena_printf(
			    rq->cx.arena, "%lld", (long long)g->no),
			    g->title);
	careplans_people(rq, d);
	return reply_page(rq, "medical/careplan-activity.html");
}

/* A task, and where it is for a goal a step of that. */
enum err
post_careplan_activity_add(struct request *rq)
{
	struct task_new n = { .title = form_text(rq, "title"),
	    .instructions = "" };
	int64_t no = form_int(rq, "goal");
	const char *due = form_date(rq, "due");
	struct goal *g = NULL;
	struct dossier *d;
	struct task *t;
	enum err e;

	if ((e = medical_open(&rq->cx, rq->number, rq->level, &d)) != OK ||
	    (e = careplans_who(rq, d, &n.owner, &n.team)) != OK ||
	    (no != 0 && (e = goal_open(&rq->cx, d, no, &g)) != OK))
		return e;
	if (n.owner == 0 && n.team == 0)
		n.team = d->team;
	if (due[0] != '\0' && date_start(rq->cx.zone, due, &n.due))
		n.due += 86399;
	if ((e = task_add(&rq->cx, d, &n, &t)) != OK ||
	    (g != NULL && (e = goal_step_add(&rq->cx, d, g, "", t->no,
	    0)) != OK))
		return e;
	reply_notice(rq, "%s", _("The activity was added."));
	return back(rq, d);
}
