/* SPDX-License-Identifier: MIT */
/* What a form came to each time that it was filled in: as a line, as a table,
 * and question by question. */
#include <string.h>

#include "casework/shared/show.h"
#include "casework/tasks/forms.h"
#include "casework/tasks/pages_work.h"
#include "text/date.h"
#include "text/message.h"
#include "web/chart.h"
#include "web/reply.h"

#define BESIDE 6	/* of the newest, whose answers stand side by side */

static bool
is_scored(const struct filled *f, const char *code)
{
	return f->state == FILLED_COMPLETE && f->scored &&
	    strcmp(f->code, code) == 0;
}

void
form_trend_show(struct request *rq, const struct dossier *d,
    const struct filled *list)
{
	const struct filled *f, *o, *last;
	struct view *v;
	int times;

	for (f = list; f != NULL; f = f->next) {
		for (o = list; o != f && !is_scored(o, f->code);)
			o = o->next;
		if (o != f || !is_scored(f, f->code))
			continue;
		last = f;
		for (times = 0; o != NULL; o = o->next)
			if (is_scored(o, f->code)) {
				times++;
				last = o->since >= last->since ? o : last;
			}
		if (times < 2)
			continue;
		v = view_item(rq->view, "trends");
		forms_show_one(rq, v, d, last);
		view_text(v, "code", f->code);
		view_int(v, "times", times);
	}
}

static void
draw(struct request *rq, const struct filled *list,
    const struct type_form *form)
{
	struct chart_point *points = NULL, **point = &points, *p;
	struct chart_band *bands = NULL, **band = &bands, *b;
	const struct type_form_band *t;

	for (; list != NULL; list = list->next) {
		p = arena_alloc(rq->cx.arena, sizeof(*p));
		p->at = list->since;
		p->value = list->score;
		p->shown = forms_score(rq, list->score);
		*point = p;
		point = &p->next;
	}
	for (t = form->bands; t != NULL; t = t->next) {
		b = arena_alloc(rq->cx.arena, sizeof(*b));
		b->from = t->from * 1000;
		b->label = message_label(&t->label, rq->cx.lang);
		*band = b;
		band = &b->next;
	}
	chart_show(rq, message_label(&form->label, rq->cx.lang), points,
	    bands);
}

/* The newest first, each with what it is more or less than the one before. */
static void
show_times(struct request *rq, const struct dossier *d,
    const struct filled *list, int count)
{
	const struct filled **all, *f;
	struct view *v;
	int n = 0;

	all = arena_alloc(rq->cx.arena, (size_t)count * sizeof(const void *));
	for (f = list; f != NULL; f = f->next)
		all[n++] = f;
	while (n-- > 0) {
		v = view_item(rq->view, "times");
		forms_show_one(rq, v, d, all[n]);
		if (n > 0 && all[n]->score > all[n - 1]->score)
			view_text(v, "more", forms_score(rq, all[n]->score -
			    all[n - 1]->score));
		else if (n > 0 && all[n]->score < all[n - 1]->score)
			view_text(v, "less", forms_score(rq,
			    all[n - 1]->score - all[n]->score));
		view_flag(v, "same", n > 0 &&
		    all[n]->score == all[n - 1]->score);
	}
}

static bool
is_among(const struct filled *f, int64_t no)
{
	while (f != NULL && f->no != no)
		f = f->next;
	return f != NULL;
}

static const struct filled_mark *
mark_of(const struct filled_mark *m, const struct filled *f,
    const struct filled_mark *like)
{
	for (; m != NULL; m = m->next)
		if (m->form == f->no && m->no == like->no &&
		    strcmp(m->question, like->question) == 0)
			return m;
	return NULL;
}

/* A row for each question of these: first is the oldest that is shown. */
static void
show_questions(struct request *rq, const struct filled *first,
    const struct filled_mark *marks)
{
	const struct filled_mark *m, *n;
	const struct filled *f;
	struct view *row, *v;

	for (f = first; f != NULL; f = f->next)
		view_moment(view_item(rq->view, "days"), "at", f->since);
	for (m = marks; m != NULL; m = m->next) {
		for (n = marks; n != m && (n->no != m->no ||
		    strcmp(n->question, m->question) != 0);)
			n = n->next;
		if (n != m)
			continue;
		row = view_item(rq->view, "questions");
		view_text(row, "label", m->label);
		for (f = first; f != NULL; f = f->next) {
			n = mark_of(marks, f, m);
			v = view_item(row, "points");
			view_text(v, "n", n == NULL ? "" : n->points);
			view_text(v, "day", date_text(rq->cx.arena,
			    rq->cx.lang, rq->cx.zone, f->since, rq->cx.now,
			    DATE_SHORT));
		}
	}
}

enum err
get_form_trend(struct request *rq)
{
	const struct filled *first;
	const struct form_model *m;
	struct filled_mark *marks;
	struct filled *list, *f;
	struct dossier *d;
	int count = 0, left;
	enum err e;

	if ((e = show_open(rq, &d)) != OK ||
	    (e = filled_trend(&rq->cx, d, request_part(rq, "form"), &list,
	    &marks)) != OK)
		return e;
	if (list == NULL)
		return refuse(&rq->cx, ERR_MISSING, "%s", _("No such form was "
		    "completed with a score on this case."));
	for (f = list; f->next != NULL; f = f->next)
		count++;
	count++;
	if ((e = filled_model(&rq->cx, f, &m)) != OK)
		return e;
	view_text(rq->view, "title", message_label(&m->form->label,
	    rq->cx.lang));
	draw(rq, list, m->form);
	show_times(rq, d, list, count);
	for (first = list, left = count; left > BESIDE; left--)
		first = first->next;
	while (marks != NULL && !is_among(first, marks->form))
		marks = marks->next;
	show_questions(rq, first, marks);
	return reply_page(rq, "casework/form-trend.html");
}
