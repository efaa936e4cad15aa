/* SPDX-License-Identifier: MIT */
/* The services of a care plan: added, changed, ended, and their days. */
#include <string.h>

#include "domain/course/careplan.h"
#include "domain/course/service.h"
#include "domain/dossier/goal.h"
#include "domain/spine/keep.h"
#include "medical/careplans.h"
#include "medical/medical.h"
#include "text/date.h"
#include "text/message.h"

#define MOST INT64_C(1000000000)
#define DAYS 60		/* on the page of one */

static const char *const rhythms[] = { "", "P1D", "P2D", "P1W", "P2W",
    "P3W", "P1M", "P2M", "P3M", "P6M", "P1Y", NULL };
static const char *const hows[] = { "", "done", "missed", "excused", "due",
    NULL };
static const char *const backs[] = { "", "gaps", NULL };

const struct field service_form[] = {
	{ "title", FIELD_TEXT, .max = 200 },
	{ "instructions", FIELD_LINES, .max = KEEP_TEXT },
	{ "goal", FIELD_INT, .min = 0, .max = MOST },
	{ "who", FIELD_TEXT, .max = 40 },
	{ "every", FIELD_CHOICE, .choices = rhythms },
	{ "times", FIELD_INT, .min = 0, .max = 400 },
	{ "begins", FIELD_DATE },
	{ "until", FIELD_DATE },
	{ "aftercare", FIELD_FLAG },
	{ "wait", FIELD_INT, .min = 0, .max = SERVICE_WAIT },
	{ 0 }
};
const struct field service_change_form[] = {
	{ "title", FIELD_TEXT, .max = 200 },
	{ "instructions", FIELD_LINES, .max = KEEP_TEXT },
	{ "goal", FIELD_INT, .min = 0, .max = MOST },
	{ "who", FIELD_TEXT, .max = 40 },
	{ "until", FIELD_DATE },
	{ "version", FIELD_INT, .min = 0, .max = MOST },
	{ 0 }
};
const struct field service_say_form[] = {
	{ "day", FIELD_DATE },
	{ "how", FIELD_CHOICE, .choices = hows },
	{ "done", FIELD_DATE },
	{ "reason", FIELD_LINES, .max = KEEP_REASON },
	{ "back", FIELD_CHOICE, .choices = backs },
	{ 0 }
};
const struct field service_stop_form[] = {
	{ "reason", FIELD_LINES, .max = KEEP_REASON },
	{ 0 }
};

enum err
get_services(struct request *rq)
{
	struct careplan *p;
	struct service *x;
	struct dossier *d;
	enum err e;

	if ((e = patient_page_open(rq, &d)) != OK ||
	    (e = careplan_list(&rq->cx, d, &p)) != OK ||
	    (e = service_list(&rq->cx, d, &x)) != OK)
		return e;
	view_flag(rq->view, "may_add", p != NULL && p->state !=
	    CAREPLAN_AGREED && d->level >= LEVEL_WORK && d->closed == 0);
	view_flag(rq->view, "agreed", p != NULL && p->state ==
	    CAREPLAN_AGREED);
	view_flag(rq->view, "planned", p != NULL);
	for (; x != NULL; x = x->next)
		careplans_service(rq, view_item(rq->view, x->ended ?
		    "ended" : "services"), x);
	return reply_page(rq, "medical/services.html");
}

static enum err
show_choices(struct request *rq, const struct dossier *d)
{
	struct goal *g;
	enum err e;
	size_t i;

	if ((e = goal_list(&rq->cx, d, &g)) != OK)
		return e;
	for (; g != NULL; g = g->next)
		if (goal_is_open(g))
			view_option(rq->view, "goals", arena_printf(
			    rq->cx.arena, "%lld", (long long)g->no),
			    g->title);
	for (i = 0; rhythms[i] != NULL; i++)
		view_option(rq->view, "rhythms", rhythms[i],
		    service_words_rhythm(&rq->cx, rhythms[i], 1));
	careplans_people(rq, d);
	return OK;
}

/* The plan that it would belong to: what is under way, else the last one,
 * whose after-care it is. */
static enum err
plan_of(struct request *rq, const struct dossier *d, struct careplan **out)
{
	enum err e = careplan_list(&rq->cx, d, out);

	if (e != OK || *out != NULL)
		return e;
	return refuse(&rq->cx, ERR_MISSING, "%s",
	    _("There is no care plan yet. Begin one first."));
}

enum err
get_service_new(struct request *rq)
{
	struct careplan *p;
	struct dossier *d;
	enum err e;

	if ((e = patient_page_open(rq, &d)) != OK ||
	    (e = plan_of(rq, d, &p)) != OK ||
	    (e = show_choices(rq, d)) != OK)
		return e;
	view_flag(rq->view, "over", p->state == CAREPLAN_ENDED);
	form_start(rq, "times", "1");
	form_start(rq, "every", p->state == CAREPLAN_ENDED ? "" : "P1W");
	form_start(rq, "wait", "14");
	form_start(rq, "begins", date_today(rq->cx.arena, rq->cx.zone,
	    rq->cx.now));
	return reply_page(rq, "medical/service-new.html");
}

static enum err
typed(struct request *rq, const struct dossier *d, struct service_new *n)
{
	*n = (struct service_new){ .title = form_text(rq, "title"),
	    .instructions = form_text(rq, "instructions"),
	    .goal = form_int(rq, "goal"), .until = form_date(rq, "until") };
	return careplans_who(rq, d, &n->person, &n->team);
}

enum err
post_service_add(struct request *rq)
{
	struct service_new n;
	struct careplan *p;
	struct service *x;
	struct dossier *d;
	enum err e;

	if ((e = medical_open(&rq->cx, rq->number, rq->level, &d)) != OK ||
	    (e = plan_of(rq, d, &p)) != OK ||
	    (e = typed(rq, d, &n)) != OK)
		return e;
	n.aftercare = form_flag(rq, "aftercare") ||
	    p->state == CAREPLAN_ENDED;
	n.every = n.aftercare ? "" : form_text(rq, "every");
	n.times = (int)form_int(rq, "times");
	n.begins = form_date(rq, "begins");
	n.wait = (int)form_int(rq, "wait");
	if ((e = service_add(&rq->cx, d, p, &n, &x)) != OK)
		return e;
	reply_notice(rq, "%s", n.aftercare ? _("The follow-up was added.") :
	    _("The service was added."));
	return reply_redirect(rq, MEDICAL "/%s/plan", d->number);
}

static const char *
state_word(struct request *rq, const struct service_day *y)
{
	int64_t late = service_words_late(&rq->cx, y->day);

	switch (y->state) {
	case SERVICE_DONE:
		return _("Done");
	case SERVICE_MISSED:
		return _("Missed");
	case SERVICE_EXCUSED:
		return _("Excused");
	default:
		return late > 0 ? _("Late") : _("Due");
	}
}

static void
show_day(struct request *rq, const struct service_day *y)
{
	struct view *v = view_item(rq->view, "days");

	view_text(v, "day", y->day);
	view_text(v, "state", state_word(rq, y));
	view_flag(v, "due", y->state == SERVICE_DUE);
	view_flag(v, "late", y->state == SERVICE_DUE &&
	    service_words_late(&rq->cx, y->day) > 0);
	view_text(v, "done", strcmp(y->done, y->day) == 0 ? "" : y->done);
	view_text(v, "by", y->said_by);
	view_text(v, "reason", y->reason);
}

enum err
get_service(struct request *rq)
{
	struct service_day *y;
	struct service *x;
	struct dossier *d;
	struct view *v;
	enum err e;

	if ((e = patient_page_open(rq, &d)) != OK ||
	    (e = service_open(&rq->cx, d, rq->no, &x)) != OK ||
	    (e = service_days(&rq->cx, x, DAYS, &y)) != OK ||
	    (e = show_choices(rq, d)) != OK)
		return e;
	v = view_part(rq->view, "service");
	careplans_service(rq, v, x);
	view_int(v, "version", x->version);
	view_flag(v, "agreed", x->agreed);
	view_flag(v, "may_change", !x->agreed && !x->ended && d->closed == 0 &&
	    d->level >= LEVEL_WORK);
	if (x->due > 0)
		form_start(rq, "day", x->due_first);
	for (; y != NULL; y = y->next) {
		show_day(rq, y);
		if (y->state == SERVICE_DUE)
			view_option(rq->view, "open", y->day, date_civil(
			    rq->cx.arena, rq->cx.lang, y->day));
	}
	form_start(rq, "title", x->title);
	form_start(rq, "instructions", x->instructions);
	form_start(rq, "until", x->until);
	form_start(rq, "goal", arena_printf(rq->cx.arena, "%lld",
	    (long long)x->goal_no));
	return reply_page(rq, "medical/service.html");
}

/* Who does it stays where the form does not ask. */
enum err
post_service_change(struct request *rq)
{
	struct service_new n;
	struct service *x;
	struct dossier *d;
	enum err e;

	if ((e = medical_open(&rq->cx, rq->number, rq->level, &d)) != OK ||
	    (e = service_open(&rq->cx, d, rq->no, &x)) != OK ||
	    (e = typed(rq, d, &n)) != OK)
		return e;
	if (form_text(rq, "who")[0] == '\0') {
		n.person = x->person;
		n.team = x->team;
	}
	if ((e = service_change(&rq->cx, d, x, &n, form_int(rq,
	    "version"))) != OK)
		return e;
	reply_notice(rq, "%s", _("The service was changed."));
	return reply_redirect(rq, MEDICAL "/%s/services/%lld", d->number,
	    (long long)x->no);
}

enum err
post_service_say(struct request *rq)
{
	const struct service_said n = { .how = form_text(rq, "how"),
	    .done = form_date(rq, "done"), .reason = form_text(rq,
	    "reason") };
	struct service *x;
	struct dossier *d;
	enum err e;

	if ((e = medical_open(&rq->cx, rq->number, rq->level, &d)) != OK ||
	    (e = service_open(&rq->cx, d, rq->no, &x)) != OK ||
	    (e = service_say(&rq->cx, d, x, form_date(rq, "day"),
	    &n)) != OK)
		return e;
	reply_notice(rq, _("Written down: %s."), x->title);
	if (strcmp(form_text(rq, "back"), "gaps") == 0)
		return reply_redirect(rq, MEDICAL "/gaps");
	return reply_redirect(rq, MEDICAL "/%s/services/%lld", d->number,
	    (long long)x->no);
}

enum err
get_service_stop(struct request *rq)
{
	struct service *x;
	struct dossier *d;
	enum err e;

	if ((e = patient_page_open(rq, &d)) != OK ||
	    (e = service_open(&rq->cx, d, rq->no, &x)) != OK)
		return e;
	careplans_service(rq, view_part(rq->view, "service"), x);
	return reply_page(rq, "medical/service-stop.html");
}

enum err
post_service_stop(struct request *rq)
{
	struct service *x;
	struct dossier *d;
	enum err e;

	if ((e = medical_open(&rq->cx, rq->number, rq->level, &d)) != OK ||
	    (e = service_open(&rq->cx, d, rq->no, &x)) != OK ||
	    (e = service_stop(&rq->cx, d, x, form_text(rq,
	    "reason"))) != OK)
		return e;
	reply_notice(rq, "%s", _("The service has ended."));
	return reply_redirect(rq, MEDICAL "/%s/plan", d->number);
}
