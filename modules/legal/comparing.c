/* SPDX-License-Identifier: MIT */
/* Two documents or versions, compared by their text. */
#include <string.h>

#include "domain/desk/versus.h"
#include "domain/dossier/document.h"
#include "legal/legal.h"
#include "text/message.h"

#define CHOICES 400

const struct field compare_show_form[] = {
	{ "a", FIELD_TEXT, .max = 40 },
	{ "b", FIELD_TEXT, .max = 40 },
	{ 0 }
};
const struct field compare_form[] = {
	{ "a", FIELD_TEXT, .min = 1, .max = 40 },
	{ "b", FIELD_TEXT, .min = 1, .max = 40 },
	{ 0 }
};

static enum err
show_choices(struct request *rq, const struct dossier *d)
{
	const struct document_filter newest = { .kind = NULL };
	struct document *f;
	int64_t v;
	int n = 0;
	enum err e;

	if ((e = document_list(&rq->cx, d, &newest, &f)) != OK)
		return e;
	for (; f != NULL; f = f->next)
		for (v = f->withdrawn != 0 ? 0 : f->versions;
		    v > 0 && n < CHOICES; v--, n++)
			view_option(rq->view, "versions", arena_printf(
			    rq->cx.arena, "%lld.%lld", (long long)f->no,
			    (long long)v), f->versions == 1 ? f->name :
			    arena_printf(rq->cx.arena,
			    _("%s, version %lld"), f->name, (long long)v));
	return OK;
}

static void
show_row(struct request *rq, const struct compare_row *x)
{
	static const char *const kinds[] = { [COMPARE_SAME] = "same",
	    [COMPARE_GONE] = "gone", [COMPARE_NEW] = "come",
	    [COMPARE_CHANGED] = "changed" };
	struct view *v = view_item(rq->view, "rows"), *w;
	const struct compare_run *r;

	view_flag(v, kinds[x->kind], x->same == 0);
	view_int(v, "left_out", x->same);
	view_text(v, "text", x->text);
	for (r = x->runs; r != NULL; r = r->next) {
		w = view_item(v, "runs");
		view_flag(w, kinds[r->kind], true);
		view_text(w, "text", r->text);
	}
}

static void
show_state(struct request *rq, const char *name,
    const struct compare_side *s)
{
	struct view *v = view_part(rq->view, name);

	view_int(v, "no", s->no);
	view_text(v, "name", s->name);
	view_int(v, "version", s->versions > 1 ? s->version : 0);
	view_flag(v, "none", s->state == TEXT_NONE);
	view_flag(v, "broken", s->state == TEXT_BROKEN);
	view_flag(rq->view, "unread", s->state == TEXT_UNKNOWN);
	if (s->state == TEXT_WAITING)
		view_flag(rq->view, "waiting", true);
}

static void
show_rows(struct request *rq, const struct compare_side *a,
    const struct compare_side *b)
{
	const struct compare_row *x;
	bool more, any = false;

	for (x = versus_rows(&rq->cx, a, b, &more); x != NULL;
	    x = x->next) {
		show_row(rq, x);
		any = any || x->kind != COMPARE_SAME;
	}
	view_flag(rq->view, "compared", true);
	view_flag(rq->view, "alike", !any && !more);
	view_flag(rq->view, "more", more);
}

enum err
get_compare(struct request *rq)
{
	struct compare_side a, b;
	struct dossier *d;
	enum err e;

	if ((e = matter_page_open(rq, &d)) != OK ||
	    (e = show_choices(rq, d)) != OK)
		return e;
	if (form_text(rq, "a")[0] == '\0' || form_text(rq, "b")[0] == '\0' ||
	    rq->method == POST)
		return reply_page(rq, "legal/compare.html");
	if ((e = versus_side(&rq->cx, d, "a", form_text(rq, "a"),
	    &a)) != OK || (e = versus_side(&rq->cx, d, "b",
	    form_text(rq, "b"), &b)) != OK)
		return e;
	view_flag(rq->view, "chosen", true);
	view_text(rq->view, "here", arena_printf(rq->cx.arena,
	    "/legal/%s/compare?a=%s&b=%s", d->number, form_text(rq, "a"),
	    form_text(rq, "b")));
	show_state(rq, "first", &a);
	show_state(rq, "second", &b);
	if (a.state == TEXT_READ && b.state == TEXT_READ)
		show_rows(rq, &a, &b);
	return reply_page(rq, "legal/compare.html");
}

enum err
post_compare_ask(struct request *rq)
{
	const char *typed[2] = { form_text(rq, "a"), form_text(rq, "b") };
	struct compare_side a, b;
	struct dossier *d;
	enum err e;

	if ((e = matter_open(&rq->cx, rq->number, rq->level, &d)) != OK ||
	    (e = versus_side(&rq->cx, d, "a", typed[0], &a)) != OK ||
	    (e = versus_side(&rq->cx, d, "b", typed[1], &b)) != OK ||
	    (e = versus_ask(&rq->cx, d, &a, &b)) != OK)
		return e;
	return reply_redirect(rq, "/legal/%s/compare?a=%s&b=%s", d->number,
	    typed[0], typed[1]);
}
