/* SPDX-License-Identifier: MIT */
/* What a patient can do, and personal goals in their own words. */
#include <string.h>

#include "domain/dossier/goal.h"
#include "domain/dossier/strength.h"
#include "domain/spine/keep.h"
#include "medical/models.h"
#include "text/date.h"
#include "text/message.h"
#include "text/number.h"

#define MOST INT64_C(1000000000)
#define FEW 6		/* on the summary */

static const char *const kinds[] = { "", "strength", "wish", NULL };

#define FIELDS								\
	{ "area", FIELD_TEXT, .max = 31 },				\
	{ "words", FIELD_LINES, .max = KEEP_TEXT },			\
	{ "said_by", FIELD_TEXT, .max = 200 },				\
	{ "said", FIELD_DATE },						\
	{ "goal", FIELD_INT, .min = 0, .max = MOST }

const struct field strength_page_form[] = {
	{ "of", FIELD_CHOICE, .choices = kinds },
	{ 0 }
};
const struct field strength_form[] = {
	{ "of", FIELD_CHOICE, .choices = kinds },
	FIELDS,
	{ 0 }
};
const struct field strength_change_form[] = {
	{ "version", FIELD_INT, .min = 0, .max = MOST },
	FIELDS,
	{ 0 }
};
const struct field strength_end_form[] = {
	{ "why", FIELD_LINES, .max = KEEP_REASON },
	{ 0 }
};

static void
show_one(struct view *v, const struct strength *x)
{
	view_int(v, "no", x->no);
	view_text(v, "words", x->words);
	view_text(v, "area", strength_area(x->area));
	view_text(v, "said_by", strength_who(x));
	view_text(v, "said", x->said);
	view_text(v, "ended", x->ended);
	view_text(v, "why", x->why);
	view_text(v, "noted_by", x->noted_by);
	view_int(v, "goal", x->goal);
	view_text(v, "goal_title", x->goal_title);
	view_flag(v, "wish", x->wish);
}

/* Those that hold, as "strengths" and "wishes"; the others as "former". */
static enum err
show_all(struct request *rq, const struct dossier *d, int most)
{
	int n[2] = { 0, 0 };
	struct strength *x;
	enum err e;

	if ((e = strength_list(&rq->cx, d, &x)) != OK)
		return e;
	for (; x != NULL; x = x->next) {
		if (x->ended[0] != '\0') {
			if (most == 0)
				show_one(view_item(rq->view, "former"), x);
			continue;
		}
		if (++n[x->wish] <= most || most == 0)
			show_one(view_item(rq->view, x->wish ? "wishes" :
			    "strengths"), x);
	}
	view_flag(rq->view, "more_strengths", most != 0 &&
	    (n[0] > most || n[1] > most));
	return OK;
}

enum err
strengths_show(struct request *rq, const struct dossier *d)
{
	view_flag(rq->view, "strengths_first", strength_first(d));
	return show_all(rq, d, FEW);
}

enum err
get_strengths(struct request *rq)
{
	struct dossier *d;
	enum err e;

	if ((e = patient_page_open(rq, &d)) != OK ||
	    (e = show_all(rq, d, 0)) != OK)
		return e;
	return reply_page(rq, "medical/strengths.html");
}

static enum err
show_choices(struct request *rq, const struct dossier *d, bool wish)
{
	struct goal *g;
	enum err e;
	size_t i;

	for (i = 0; strength_areas[i] != NULL; i++)
		view_option(rq->view, "areas", strength_areas[i],
		    strength_area(strength_areas[i]));
	view_flag(rq->view, "wish", wish);
	if (!wish)
		return OK;
	if ((e = goal_list(&rq->cx, d, &g)) != OK)
		return e;
	for (; g != NULL; g = g->next)
		view_option(rq->view, "goals", number_plain(rq->cx.arena,
		    g->no, 0), g->title);
	return OK;
}

enum err
get_strength_new(struct request *rq)
{
	const char *of = form_text(rq, "of");
	struct dossier *d;
	enum err e;

	if ((e = patient_page_open(rq, &d)) != OK ||
	    (e = show_choices(rq, d, strcmp(of, "wish") == 0)) != OK)
		return e;
	form_start(rq, "said", date_today(rq->cx.arena, rq->cx.zone,
	    rq->cx.now));
	view_text(rq->view, "of", of[0] == '\0' ? "strength" : of);
	return reply_page(rq, "medical/strength-new.html");
}

static struct strength_new
typed(struct request *rq, bool wish)
{
	return (struct strength_new){ .wish = wish,
	    .area = form_text(rq, "area"), .words = form_text(rq, "words"),
	    .said_by = form_text(rq, "said_by"),
	    .said = form_date(rq, "said"), .goal = form_int(rq, "goal") };
}

enum err
post_strength_add(struct request *rq)
{
	struct strength_new n = typed(rq, strcmp(form_text(rq, "of"),
	    "wish") == 0);
	struct strength *x;
	struct dossier *d;
	enum err e;

	if ((e = medical_open(&rq->cx, rq->number, rq->level, &d)) != OK ||
	    (e = strength_add(&rq->cx, d, &n, &x)) != OK)
		return e;
	reply_notice(rq, "%s", x->wish ?
	    _("The personal goal is written down.") :
	    _("The strength is written down."));
	return reply_redirect(rq, MEDICAL "/%s/strengths", d->number);
}

enum err
get_strength(struct request *rq)
{
	struct strength *x;
	struct dossier *d;
	enum err e;

	if ((e = patient_page_open(rq, &d)) != OK ||
	    (e = strength_open(&rq->cx, d, rq->no, &x)) != OK ||
	    (e = show_choices(rq, d, x->wish)) != OK)
		return e;
	show_one(view_part(rq->view, "x"), x);
	form_start(rq, "version", number_plain(rq->cx.arena, x->version, 0));
	form_start(rq, "area", x->area);
	form_start(rq, "words", x->words);
	form_start(rq, "said_by", x->said_by);
	form_start(rq, "said", x->said);
	form_start(rq, "goal", number_plain(rq->cx.arena, x->goal, 0));
	return reply_page(rq, "medical/strength.html");
}

enum err
post_strength_change(struct request *rq)
{
	struct strength_new n;
	struct strength *x;
	struct dossier *d;
	enum err e;

	if ((e = medical_open(&rq->cx, rq->number, rq->level, &d)) != OK ||
	    (e = strength_open(&rq->cx, d, rq->no, &x)) != OK)
		return e;
	n = typed(rq, x->wish);
	if ((e = strength_change(&rq->cx, d, x, &n,
	    form_int(rq, "version"))) != OK)
		return e;
	reply_notice(rq, "%s", _("The change is written down."));
	return reply_redirect(rq, MEDICAL "/%s/strengths", d->number);
}

enum err
post_strength_end(struct request *rq)
{
	struct strength *x;
	struct dossier *d;
	enum err e;

	if ((e = medical_open(&rq->cx, rq->number, rq->level, &d)) != OK ||
	    (e = strength_open(&rq->cx, d, rq->no, &x)) != OK ||
	    (e = strength_end(&rq->cx, d, x, form_text(rq, "why"))) != OK)
		return e;
	reply_notice(rq, "%s", _("It is taken out. What was said stays in "
	    "the history."));
	return reply_redirect(rq, MEDICAL "/%s/strengths", d->number);
}
