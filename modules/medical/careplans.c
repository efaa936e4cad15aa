/* SPDX-License-Identifier: MIT */
/* The care plan of a patient on one page, and what was kept of it. */
#include "medical/careplans.h"

#include <stdlib.h>
#include <string.h>

#include "domain/course/careplan.h"
#include "domain/course/service.h"
#include "domain/course/task.h"
#include "domain/dossier/fact.h"
#include "domain/dossier/goal.h"
#include "domain/dossier/party.h"
#include "medical/medical.h"
#include "text/message.h"

#define PROBLEMS 100	/* on one page */

void
careplans_service(struct request *rq, struct view *v, const struct service *x)
{
	int64_t late = x->due == 0 ? 0 : service_words_late(&rq->cx,
	    x->due_first);

	view_int(v, "no", x->no);
	view_text(v, "title", x->title);
	view_text(v, "instructions", x->instructions);
	view_text(v, "goal", x->goal_title);
	view_int(v, "goal_no", x->goal_no);
	view_text(v, "rhythm", service_words_rhythm(&rq->cx, x->every,
	    x->times));
	view_flag(v, "once", x->every[0] == '\0');
	view_text(v, "begins", x->begins);
	view_text(v, "until", x->until);
	view_flag(v, "aftercare", x->aftercare);
	view_flag(v, "waits", x->begins[0] == '\0');
	view_int(v, "wait", x->wait);
	view_text(v, "who", x->who);
	view_flag(v, "ended", x->ended);
	view_text(v, "reason", x->reason);
	view_int(v, "done", x->done);
	view_int(v, "missed", x->missed);
	view_int(v, "excused", x->excused);
	view_int(v, "past", x->done + x->missed + x->excused);
	view_text(v, "next", x->due == 0 ? "" : x->due_first);
	view_int(v, "late", late);
}

void
careplans_people(struct request *rq, const struct dossier *d)
{
	const struct party *p;

	for (p = d->parties; p != NULL; p = p->next)
		if (p->ended == 0 && strcmp(p->role, PATIENT_ROLE) != 0)
			view_option(rq->view, "people", p->number,
			    arena_printf(rq->cx.arena, "%s (%s)", p->name,
			    strcmp(p->role, "lead") == 0 ?
			    _("Case manager") : party_role(&rq->cx, d->type,
			    p->role)));
	if (d->team != 0)
		view_option(rq->view, "people", "team", d->team_name);
}

enum err
careplans_who(struct request *rq, const struct dossier *d, int64_t *person,
    int64_t *team)
{
	const char *who = form_text(rq, "who");
	const struct party *p;

	*person = *team = 0;
	if (who[0] == '\0')
		return OK;
	if (strcmp(who, "team") == 0) {
		*team = d->team;
		return OK;
	}
	for (p = d->parties; p != NULL; p = p->next)
		if (p->ended == 0 && strcmp(p->number, who) == 0)
			*person = p->person;
	return *person != 0 ? OK : refuse_field(&rq->cx, "who", "%s",
	    _("Choose one of the people of this case."));
}

static void
show_plan(struct view *v, const struct careplan *p)
{
	view_int(v, "no", p->no);
	view_text(v, "title", p->title);
	view_text(v, "state", careplan_state(p->state));
	view_flag(v, "draft", p->state == CAREPLAN_DRAFT);
	view_flag(v, "agreed", p->state == CAREPLAN_AGREED);
	view_flag(v, "revised", p->state == CAREPLAN_REVISED);
	view_flag(v, "ended", p->state == CAREPLAN_ENDED);
	view_flag(v, "changes", p->state == CAREPLAN_DRAFT ||
	    p->state == CAREPLAN_REVISED);
	view_moment(v, "since", p->since);
	view_text(v, "by", p->said_by_name);
	view_text(v, "reason", p->reason);
}

static void
show_editions(struct view *v, const struct careplan *p)
{
	const struct careplan_edition *x;
	struct view *w;

	for (x = p->editions; x != NULL; x = x->next) {
		w = view_item(v, "editions");
		view_int(w, "edition", x->edition);
		view_flag(w, "ended", x->ended);
		view_text(w, "day", x->day);
		view_text(w, "who", x->who);
		view_text(w, "by", x->kept_by);
	}
}

static void
show_step(struct request *rq, struct view *v, const struct dossier *d,
    const struct goal_step *s)
{
	const struct task *t = d->tasks;

	while (t != NULL && (s->task != 0 ? t->no != s->task :
	    s->item == 0 || t->item != s->item))
		t = t->next;
	view_text(v, "title", s->title);
	view_flag(v, "done", s->done);
	if (t == NULL)
		return;
	view_int(v, "task", t->no);
	view_text(v, "who", t->owner != 0 ? t->owner_name : t->team_name);
	view_moment(v, "due", t->done != 0 ? 0 : t->due);
	view_flag(v, "late", t->done == 0 && task_is_late(&rq->cx, t));
}

static void
show_goal(struct request *rq, const struct dossier *d, const struct goal *g,
    const struct careplan_ties *ties, const struct fact *problems,
    const struct service *services)
{
	struct view *v = view_item(rq->view, "goals"), *w;
	const struct goal_step *s;
	const struct fact *f;

	view_int(v, "no", g->no);
	view_text(v, "title", g->title);
	view_text(v, "owner", g->owner_name);
	view_text(v, "due", g->due);
	view_int(v, "percent", goal_percent(g));
	view_flag(v, "reached", g->state == GOAL_REACHED);
	view_flag(v, "given_up", g->state == GOAL_GIVEN_UP);
	view_flag(v, "proposed", g->state == GOAL_PROPOSED);
	view_flag(v, "late", goal_is_late(&rq->cx, g));
	for (; ties != NULL; ties = ties->next)
		for (f = problems; ties->goal == g->no && f != NULL;
		    f = f->next)
			if (f->no == ties->problem) {
				w = view_item(v, "problems");
				view_int(w, "no", f->no);
				view_text(w, "words",
				    f->value[FACT_WORDS]);
			}
	for (s = g->steps; s != NULL; s = s->next)
		show_step(rq, view_item(v, "steps"), d, s);
	for (; services != NULL; services = services->next)
		if (services->goal_no == g->no && !services->aftercare)
			careplans_service(rq, view_item(v, "services"),
			    services);
}

/* Services of the plan alone, in the order of the list. */
static struct service *
of_plan(struct service *list, const struct careplan *p)
{
	struct service **at = &list;

	while (*at != NULL)
		if ((*at)->careplan == p->id)
			at = &(*at)->next;
		else
			*at = (*at)->next;
	return list;
}

static enum err
show_parts(struct request *rq, const struct dossier *d,
    const struct careplan *p)
{
	struct careplan_ties *ties;
	struct service *services, *s;
	struct fact *problems, *f;
	struct goal *goals, *g;
	enum err e;

	if ((e = fact_list(&rq->cx, d, FACT_PROBLEM, 0, PROBLEMS,
	    &problems)) != OK ||
	    (e = careplan_ties(&rq->cx, d, &ties)) != OK ||
	    (e = goal_list(&rq->cx, d, &goals)) != OK ||
	    (e = service_list(&rq->cx, d, &services)) != OK)
		return e;
	services = of_plan(services, p);
	for (f = problems; f != NULL; f = f->next)
		if (!fact_is_error(f) && fact_holds(&rq->cx, f))
			view_option(rq->view, "problems", arena_printf(
			    rq->cx.arena, "%lld", (long long)f->no),
			    f->value[FACT_WORDS]);
	for (g = goals; g != NULL; g = g->next)
		show_goal(rq, d, g, ties, problems, services);
	for (s = services; s != NULL; s = s->next)
		if (s->aftercare)
			careplans_service(rq, view_item(rq->view,
			    "followups"), s);
		else if (s->goal_no == 0)
			careplans_service(rq, view_item(rq->view, "others"),
			    s);
	return OK;
}

/* What is said otherwise since it was agreed. */
static enum err
show_changes(struct request *rq, struct dossier *d, struct careplan *p)
{
	struct careplan_edition *x;
	struct careplan_line *now, *l;
	struct view *v;
	enum err e;

	if (p->editions == NULL || p->state == CAREPLAN_ENDED)
		return OK;
	if ((e = careplan_edition(&rq->cx, p, p->editions->edition,
	    &x)) != OK ||
	    (e = careplan_lines_now(&rq->cx, d, p, &now)) != OK)
		return e;
	for (l = careplan_lines_only(&rq->cx, now, x->lines); l != NULL;
	    l = l->next) {
		v = view_item(rq->view, "changes");
		view_flag(v, "added", true);
		view_text(v, "text", l->text);
	}
	for (l = careplan_lines_only(&rq->cx, x->lines, now); l != NULL;
	    l = l->next) {
		v = view_item(rq->view, "changes");
		view_text(v, "text", l->text);
	}
	return OK;
}

enum err
get_careplan(struct request *rq)
{
	struct careplan *list, *p;
	struct dossier *d;
	enum err e;

	if ((e = patient_page_open(rq, &d)) != OK ||
	    (e = careplan_list(&rq->cx, d, &list)) != OK)
		return e;
	if (list == NULL)
		return reply_page(rq, "medical/careplan.html");
	if ((e = careplan_open(&rq->cx, d, list->no, &p)) != OK)
		return e;
	show_plan(view_part(rq->view, "plan"), p);
	show_editions(rq->view, p);
	for (list = list->next; list != NULL; list = list->next)
		show_plan(view_item(rq->view, "earlier"), list);
	if ((e = show_parts(rq, d, p)) != OK ||
	    (e = show_changes(rq, d, p)) != OK)
		return e;
	return reply_page(rq, "medical/careplan.html");
}

static void
show_line(struct request *rq, const struct careplan_line *l)
{
	static const char *const names[] = { CAREPLAN_SECTION_WORDS };
	struct view *v = view_item(rq->view, names[l->section]);

	view_text(v, "text", l->text);
	view_text(v, "detail", l->detail);
	view_text(v, "who", l->who);
	view_text(v, "day", l->day);
	view_text(v, "until", l->until);
	if (l->section >= CAREPLAN_SERVICE)
		view_text(v, "rhythm", service_words_rhythm(&rq->cx,
		    l->every, l->times));
	view_flag(v, "reached", strcmp(l->state, "reached") == 0);
	view_flag(v, "given_up", strcmp(l->state, "given_up") == 0);
	view_flag(v, "done", strcmp(l->state, "done") == 0);
	view_int(v, "times", l->done);
	view_int(v, "missed", l->missed);
}

/* One that was kept, to be read and printed; the last one tells the
 * outcome. */
enum err
get_careplan_edition(struct request *rq)
{
	int64_t reached, all, edition = strtoll(request_part(rq, "edition"),
	    NULL, 10);
	const struct careplan_line *l;
	struct careplan_edition *x;
	struct careplan *p;
	struct dossier *d;
	struct view *v;
	enum err e;

	if ((e = patient_page_open(rq, &d)) != OK ||
	    (e = careplan_open(&rq->cx, d, rq->no, &p)) != OK ||
	    (e = careplan_edition(&rq->cx, p, edition, &x)) != OK)
		return e;
	show_plan(view_part(rq->view, "plan"), p);
	v = view_part(rq->view, "kept");
	view_int(v, "edition", x->edition);
	view_flag(v, "ended", x->ended);
	view_text(v, "day", x->day);
	view_text(v, "who", x->who);
	view_text(v, "condition", x->condition);
	view_text(v, "worked", x->worked);
	view_moment(v, "at", x->kept);
	view_text(v, "by", x->kept_by);
	careplan_lines_goals(x->lines, &reached, &all);
	view_int(v, "reached", reached);
	view_int(v, "goals", all);
	for (l = x->lines; l != NULL; l = l->next)
		show_line(rq, l);
	return reply_page(rq, "medical/careplan-edition.html");
}

enum err
careplans_show(struct request *rq, struct dossier *d)
{
	struct careplan *list;
	struct service *s;
	enum err e;
	int n = 0;

	if ((e = careplan_list(&rq->cx, d, &list)) != OK)
		return e;
	if (list == NULL)
		return OK;
	show_plan(view_part(rq->view, "careplan"), list);
	if ((e = service_list(&rq->cx, d, &s)) != OK)
		return e;
	for (; s != NULL && n < 5; s = s->next)
		if (s->due > 0 && ++n)
			careplans_service(rq, view_item(rq->view,
			    "services_due"), s);
	return OK;
}
