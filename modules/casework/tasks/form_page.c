/* SPDX-License-Identifier: MIT */
/* A form as it was kept, with all corrections; or as far as it is. */
#include <string.h>

#include "casework/tasks/forms.h"
#include "casework/tasks/pages_work.h"
#include "domain/course/filled_answers.h"
#include "text/message.h"
#include "web/reply.h"

/* What the copy before said to the same question; NULL: nothing else. */
static const char *
before(const struct filled_edition *older, const struct filled_line *l)
{
	const struct filled_line *o;

	if (older == NULL)
		return NULL;
	for (o = older->lines; o != NULL; o = o->next)
		if (o->no == l->no && strcmp(o->question, l->question) == 0)
			return strcmp(o->text, l->text) == 0 ? NULL :
			    o->shown[0] == '\0' ? _("no answer") : o->shown;
	return _("not asked");
}

/* Lines under the words of their sections. */
static void
show_lines(struct view *v, const struct filled_line *l,
    const struct filled_edition *older)
{
	const char *section = NULL;
	struct view *s = NULL, *item;

	for (; l != NULL; l = l->next) {
		if (section == NULL || strcmp(section, l->section) != 0) {
			s = view_item(v, "sections");
			view_text(s, "label", l->section);
			section = l->section;
		}
		item = view_item(s, "lines");
		view_text(item, "label", l->label);
		view_text(item, "text", l->shown);
		view_text(item, "points", l->points);
		view_text(item, "was", before(older, l));
	}
}

void
forms_show_editions(struct request *rq, const struct filled_edition *x)
{
	struct view *v;

	for (; x != NULL; x = x->next) {
		v = view_item(rq->view, "editions");
		view_flag(v, "first", x->next == NULL);
		view_moment(v, "made", x->made);
		view_text(v, "by", x->made_by_name);
		view_text(v, "reason", x->reason);
		view_text(v, "score", x->score);
		view_text(v, "band", x->band);
		view_text(v, "sha256", x->sha256);
		show_lines(v, x->lines, x->next);
	}
}

/* One that is not complete has no copy: what is answered so far. */
static enum err
show_answers(struct request *rq, const struct filled *f)
{
	const struct type_form_question *q;
	const struct type_form_section *s;
	const struct form_model *m;
	const struct value *a;
	struct view *v, *item;
	enum err e;

	if (f->answers == NULL)
		return OK;
	if ((e = filled_model(&rq->cx, f, &m)) != OK)
		return e;
	v = view_part(rq->view, "so_far");
	for (s = m->form->sections; s != NULL; s = s->next) {
		struct view *part = NULL;

		for (q = s->questions; q != NULL; q = q->next)
			for (a = f->answers; a != NULL; a = a->next) {
				if (strcmp(a->field, q->field.code) != 0)
					continue;
				if (part == NULL) {
					part = view_item(v, "sections");
					view_text(part, "label", message_label(
					    &s->label, rq->cx.lang));
				}
				item = view_item(part, "lines");
				view_text(item, "label", filled_answers_label(
				    &rq->cx, s, q, a->no));
				view_text(item, "text", filled_answers_show(
				    &rq->cx, q, a->text));
			}
	}
	return OK;
}

enum err
get_form(struct request *rq)
{
	struct filled_edition *x;
	struct dossier *d;
	struct filled *f;
	enum err e;

	if ((e = forms_open(rq, &d, &f)) != OK ||
	    (e = filled_editions(&rq->cx, f, &x)) != OK)
		return e;
	forms_show_editions(rq, x);
	if (x == NULL && (e = show_answers(rq, f)) != OK)
		return e;
	return reply_page(rq, "casework/form.html");
}
