/* SPDX-License-Identifier: MIT */
/* What of a patient's records is guarded by 42 CFR part 2, thing by thing. */
#include <string.h>

#include "domain/desk/disclosure_item.h"
#include "domain/dossier/part2.h"
#include "domain/spine/keep.h"
#include "medical/releases.h"
#include "text/message.h"

static const char *const marks[] = { "", "part2", "counselling", "none",
    NULL };

const struct field part2_form[] = {
	{ "thing", FIELD_TEXT, .min = 1, .max = 40 },
	{ "mark", FIELD_CHOICE, .choices = marks },
	{ "why", FIELD_LINES, .max = KEEP_REASON },
	{ 0 }
};

static void
show_mark(struct view *v, const struct part2 *g)
{
	if (g == NULL)
		return;
	view_flag(v, "part2", !g->counselling);
	view_flag(v, "counselling", g->counselling);
	view_text(v, "why", g->why);
	view_text(v, "marker", g->marker);
	view_moment(v, "marked", g->marked);
}

static const char *
code_of(struct request *rq, const struct disclosure_thing *t)
{
	return arena_printf(rq->cx.arena, "%s.%lld", t->kind,
	    (long long)t->no);
}

enum err
get_part2(struct request *rq)
{
	struct disclosure_thing *t;
	struct part2 *all;
	struct dossier *d;
	struct view *v;
	enum err e;

	if ((e = patient_page_open(rq, &d)) != OK ||
	    (e = part2_list(&rq->cx, d, &all)) != OK ||
	    (e = disclosure_item_things(&rq->cx, d, NULL, &t)) != OK)
		return e;
	show_mark(view_part(rq->view, "whole"), part2_of(all, 0));
	view_option(rq->view, "choices", "case", _("The whole case"));
	for (; t != NULL; t = t->next) {
		view_option(rq->view, "choices", code_of(rq, t),
		    arena_printf(rq->cx.arena, "%s: %s",
		    disclosure_item_word(t->kind), t->name));
		if (part2_of(all, t->no) == NULL)
			continue;
		v = view_item(rq->view, "marked");
		view_text(v, "kind", disclosure_item_word(t->kind));
		view_text(v, "name", t->name);
		view_text(v, "day", t->day);
		show_mark(v, part2_of(all, t->no));
	}
	view_flag(rq->view, "may_work", d->level >= LEVEL_WORK);
	view_flag(rq->view, "may_unmark", d->level >= LEVEL_MANAGE);
	return reply_page(rq, "medical/part2.html");
}

/* One of those that the page lists, or 0: the whole case. */
static enum err
chosen(struct request *rq, const struct dossier *d, int64_t *no)
{
	const char *typed = form_text(rq, "thing");
	struct disclosure_thing *t;
	enum err e;

	*no = 0;
	if (strcmp(typed, "case") == 0)
		return OK;
	if ((e = disclosure_item_things(&rq->cx, d, NULL, &t)) != OK)
		return e;
	while (t != NULL && strcmp(code_of(rq, t), typed) != 0)
		t = t->next;
	if (t == NULL)
		return refuse_field(&rq->cx, "thing", "%s",
		    _("Choose one of the records of this case."));
	*no = t->no;
	return OK;
}

enum err
post_part2_mark(struct request *rq)
{
	const char *mark = form_text(rq, "mark"), *why = form_text(rq, "why");
	struct dossier *d;
	int64_t no;
	enum err e;

	if ((e = medical_open(&rq->cx, rq->number, rq->level, &d)) != OK ||
	    (e = chosen(rq, d, &no)) != OK)
		return e;
	if (mark[0] == '\0')
		return refuse_field(&rq->cx, "mark", "%s",
		    _("Choose what holds of it."));
	e = strcmp(mark, "none") == 0 ? part2_unmark(&rq->cx, d, no, why) :
	    part2_mark(&rq->cx, d, no, strcmp(mark, "counselling") == 0,
	    why);
	if (e != OK)
		return e;
	reply_notice(rq, "%s", _("The mark is written down."));
	return reply_redirect(rq, MEDICAL "/%s/part2", d->number);
}
