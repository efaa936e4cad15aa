/* SPDX-License-Identifier: MIT */
/* The records that somebody asked for: collected, and reviewed by another. */
#include <stdlib.h>
#include <string.h>

#include "domain/desk/disclosure_item.h"
#include "domain/desk/disclosure_request.h"
#include "domain/desk/disclosure_step.h"
#include "domain/spine/keep.h"
#include "medical/releases.h"
#include "text/message.h"
#include "text/number.h"

#define ITEMS 500	/* of one request */

const struct field release_collect_form[] = {
	{ "item.*", FIELD_FLAG },
	{ 0 }
};
const struct field release_review_form[] = {
	{ "out.*", FIELD_FLAG },
	{ "instead.*", FIELD_TEXT, .max = 12 },
	{ "why.*", FIELD_LINES, .max = KEEP_REASON },
	{ 0 }
};

/* "document.14" */
static const char *
code_of(struct request *rq, const char *kind, int64_t no)
{
	return arena_printf(rq->cx.arena, "%s.%lld", kind, (long long)no);
}

static enum err
show_lines(struct request *rq, struct view *v, const struct dossier *d,
    const struct disclosure_item *i)
{
	struct disclosure_line *l;
	struct view *w;
	enum err e = disclosure_item_lines(&rq->cx, d, i, &l);

	for (; e == OK && l != NULL; l = l->next) {
		w = view_item(v, "lines");
		view_text(w, "label", l->label);
		view_text(w, "text", l->text);
	}
	return e;
}

enum err
release_records_show(struct request *rq, const struct dossier *d,
    const struct disclosure_item *i, bool texts)
{
	struct disclosure_thing *all;
	const struct disclosure_thing *t;
	struct view *v;
	enum err e;

	if ((e = disclosure_item_things(&rq->cx, d, NULL, &all)) != OK)
		return e;
	for (; i != NULL; i = i->next) {
		if (texts && i->left_out)
			continue;
		t = disclosure_item_of(all, i->kind, i->no);
		v = view_item(rq->view, "items");
		view_text(v, "place", number_plain(rq->cx.arena, i->place,
		    0));
		view_int(v, "no", i->no);
		view_text(v, "kind", disclosure_item_word(i->kind));
		view_flag(v, "document", strcmp(i->kind, "document") == 0);
		view_text(v, "name", i->name);
		view_text(v, "day", t == NULL ? "" : t->day);
		view_flag(v, "gone", t == NULL);
		view_flag(v, "part2", i->part2);
		view_flag(v, "counselling", i->counselling);
		view_flag(v, "left_out", i->left_out);
		view_int(v, "instead", i->instead);
		if ((t = disclosure_item_of(all, "document",
		    i->instead)) != NULL)
			view_text(v, "instead_name", t->name);
		view_text(v, "why", i->why);
		if (texts && (e = show_lines(rq, v, d, i)) != OK)
			return e;
	}
	return OK;
}

enum err
get_release_collect(struct request *rq)
{
	struct disclosure_request *r;
	struct disclosure_item *items, *i;
	struct disclosure_thing *t;
	struct dossier *d;
	const char *code;
	struct view *v;
	enum err e;

	if ((e = release_page_open(rq, &d, &r)) != OK ||
	    (e = disclosure_step_items(&rq->cx, d, r, &items)) != OK ||
	    (e = disclosure_item_things(&rq->cx, d, r, &t)) != OK)
		return e;
	for (; t != NULL; t = t->next) {
		v = view_item(rq->view, "things");
		code = code_of(rq, t->kind, t->no);
		view_text(v, "code", code);
		view_text(v, "kind", disclosure_item_word(t->kind));
		view_text(v, "name", t->name);
		view_text(v, "day", t->day);
		view_flag(v, "part2", t->part2);
		view_flag(v, "counselling", t->counselling);
		view_flag(v, "beside", !t->meant);
		for (i = items; i != NULL && (i->no != t->no ||
		    strcmp(i->kind, t->kind) != 0); i = i->next)
			;
		if (items == NULL ? t->meant : i != NULL)
			form_start(rq, arena_printf(rq->cx.arena, "item.%s",
			    code), "1");
	}
	return reply_page(rq, "medical/release-collect.html");
}

static enum err
back(struct request *rq, const struct dossier *d, const char *said)
{
	reply_notice(rq, "%s", said);
	return reply_redirect(rq, MEDICAL "/%s/releases/%lld", d->number,
	    (long long)rq->no);
}

enum err
post_release_collect(struct request *rq)
{
	struct disclosure_chosen *chosen = arena_array(rq->cx.arena, ITEMS,
	    sizeof(*chosen));
	struct disclosure_request *r;
	struct dossier *d;
	const char *name, *text, *dot;
	size_t i, n = 0;
	enum err e;

	for (i = 0; n < ITEMS && form_each(rq, "item.", i, &name,
	    &text); i++) {
		name += strlen("item.");
		if ((dot = strchr(name, '.')) == NULL)
			continue;
		chosen[n].kind = arena_textn(rq->cx.arena, name,
		    (size_t)(dot - name));
		chosen[n++].no = strtoll(dot + 1, NULL, 10);
	}
	if ((e = release_page_reach(rq, &d, &r)) != OK ||
	    (e = disclosure_step_collect(&rq->cx, d, r, chosen, n)) != OK)
		return e;
	return back(rq, d, _("The records are collected. Now another person "
	    "reviews them."));
}

enum err
get_release_review(struct request *rq)
{
	struct disclosure_request *r;
	struct disclosure_item *items;
	struct disclosure_thing *t;
	struct dossier *d;
	enum err e;

	if ((e = release_page_open(rq, &d, &r)) != OK ||
	    (e = disclosure_step_items(&rq->cx, d, r, &items)) != OK ||
	    (e = release_records_show(rq, d, items, true)) != OK ||
	    (e = disclosure_item_things(&rq->cx, d, r, &t)) != OK)
		return e;
	if (r->state != DISCLOSURE_COLLECTED)
		return refuse(&rq->cx, ERR_CONFLICT, "%s",
		    _("There is nothing to review now."));
	view_flag(rq->view, "own", r->collector == rq->cx.viewer);
	for (; t != NULL; t = t->next)
		if (strcmp(t->kind, "document") == 0)
			view_option(rq->view, "papers", number_plain(
			    rq->cx.arena, t->no, 0), t->name);
	return reply_page(rq, "medical/release-review.html");
}

/* The n-th thing that was said, by its place. */
static struct disclosure_redaction *
at_place(struct disclosure_redaction *list, size_t *n, const char *name)
{
	int64_t place = strtoll(strchr(name, '.') + 1, NULL, 10);
	size_t i;

	for (i = 0; i < *n; i++)
		if (list[i].place == place)
			return &list[i];
	if (*n == ITEMS)
		return NULL;
	list[*n] = (struct disclosure_redaction){ .place = place,
	    .why = "" };
	return &list[(*n)++];
}

enum err
post_release_review(struct request *rq)
{
	static const char *const fields[] = { "out.", "instead.", "why." };
	struct disclosure_redaction *list = arena_array(rq->cx.arena, ITEMS,
	    sizeof(*list)), *x;
	struct disclosure_request *r;
	struct dossier *d;
	const char *name, *text;
	size_t i, k, n = 0;
	enum err e;

	for (k = 0; k < 3; k++)
		for (i = 0; form_each(rq, fields[k], i, &name, &text); i++) {
			if ((x = at_place(list, &n, name)) == NULL)
				break;
			if (k == 0)
				x->left_out = true;
			else if (k == 1)
				x->instead = strtoll(text, NULL, 10);
			else
				x->why = text;
		}
	if ((e = release_page_reach(rq, &d, &r)) != OK ||
	    (e = disclosure_step_review(&rq->cx, d, r, list, n)) != OK)
		return e;
	return back(rq, d, _("The records are reviewed. They can be "
	    "delivered."));
}
