/* SPDX-License-Identifier: MIT */
/* Forms of a case type, and one of them with all its parts. */
#include "editor.h"

#include <string.h>

#include "admin.h"
#include "base/buf.h"
#include "domain/course/casetype_differ.h"
#include "domain/course/form_edit.h"
#include "domain/people/compartment.h"
#include "domain/type/casetype.h"
#include "domain/type/formula.h"
#include "text/message.h"

#define WINDOW 30	/* questions that the page of a form shows */

const struct field editor_new_form[] = {
	{ "code", FIELD_TEXT, .max = 31 },
	{ "label", FIELD_TEXT, .max = 200 },
	{ 0 }
};
const struct field editor_upload_form[] = {
	{ "file", FIELD_FILE, .min = 1 },
	{ 0 }
};
const struct field editor_at_form[] = {
	{ "at", FIELD_TEXT, .max = 80 },
	{ 0 }
};
const struct field editor_arrange_form[] = {
	{ "up", FIELD_TEXT, .max = 80 },
	{ "down", FIELD_TEXT, .max = 80 },
	{ "version", FIELD_INT, .min = 0, .max = INT64_MAX },
	{ 0 }
};
const struct field editor_version_form[] = {
	{ "version", FIELD_INT, .min = 0, .max = INT64_MAX },
	{ "from", FIELD_INT, .min = 1, .max = 1000000 },
	{ 0 }
};

/* "Choice", "Several choices": the kind of a question. */
static const char *
kind_word(const struct type_form_question *q)
{
	return q->many ? _("Several choices") :
	    casetype_differ_kind(q->field.kind);
}

static void
show_type(struct request *rq, const struct casetype *t)
{
	view_text(rq->view, "code", t->code);
	view_text(rq->view, "type_label", message_label(&t->label,
	    rq->cx.lang));
	view_int(rq->view, "installed", t->version);
}

static int64_t
count(const struct type_form *f)
{
	const struct type_field *q;
	int64_t n = 0;

	for (q = f->as.fields; q != NULL; q = q->next)
		n++;
	return n;
}

static void
show_draft(struct view *v, const struct form_draft *d)
{
	view_flag(v, "draft", true);
	view_flag(v, "to_go", d->source[0] == '\0');
	view_moment(v, "changed", d->changed);
	view_text(v, "by", d->changed_by);
}

enum err
get_type_forms(struct request *rq)
{
	const char *code = request_part(rq, "type");
	struct form_draft *drafts, *d;
	const struct form_model *m;
	const struct casetype *t;
	struct view *v;
	enum err e;

	if ((e = casetype_current(&rq->cx, code, &t)) != OK ||
	    (e = form_model_all(&rq->cx, t, &m)) != OK ||
	    (e = form_draft_list(&rq->cx, code, &drafts)) != OK)
		return e;
	show_type(rq, t);
	for (; m != NULL; m = m->next) {
		v = view_option(rq->view, "forms", m->form->code,
		    message_label(&m->form->label, rq->cx.lang));
		view_int(v, "questions", count(m->form));
		view_flag(v, "scored", m->form->scored);
		for (d = drafts; d != NULL; d = d->next)
			if (strcmp(d->form, m->form->code) == 0) {
				show_draft(v, d);
				d->base = -1;	/* shown */
			}
	}
	for (d = drafts; d != NULL; d = d->next)
		if (d->base >= 0 && d->source[0] != '\0') {
			v = view_option(rq->view, "forms", d->form, d->form);
			show_draft(v, d);
			view_flag(v, "fresh", true);
		}
	return reply_page(rq, "admin/type-forms.html");
}

enum err
post_type_forms_add(struct request *rq)
{
	const char *form;
	enum err e;

	if ((e = form_draft_new(&rq->cx, request_part(rq, "type"),
	    form_text(rq, "code"), form_text(rq, "label"), &form)) != OK)
		return e;
	reply_notice(rq, _("The form was begun. Nobody but administrators "
	    "sees it until it is published."));
	return reply_redirect(rq, "/admin/types/%s/forms/%s",
	    request_part(rq, "type"), form);
}

enum err
post_type_forms_upload(struct request *rq)
{
	const struct upload *file = form_files(rq, "file");
	const char *form;
	enum err e;

	if (file == NULL)
		return refuse_field(&rq->cx, "file", "%s",
		    _("Choose a file."));
	if ((e = form_draft_upload(&rq->cx, request_part(rq, "type"),
	    file->path, &form)) != OK)
		return e;
	reply_notice(rq, _("The file was read. Nobody but administrators "
	    "sees it until it is published."));
	return reply_redirect(rq, "/admin/types/%s/forms/%s",
	    request_part(rq, "type"), form);
}

static enum err
show_within(struct request *rq, const char *code)
{
	struct compartment *c;
	enum err e = code[0] == '\0' ? OK : compartment_list(&rq->cx, &c);

	for (; e == OK && code[0] != '\0' && c != NULL; c = c->next)
		if (strcmp(c->code, code) == 0)
			view_text(rq->view, "within",
			    compartment_word(c->name));
	return e;
}

enum err
editor_open(struct request *rq, struct form_draft_open **out)
{
	struct form_draft_open *o;
	enum err e;

	if ((e = form_draft_open(&rq->cx, request_part(rq, "type"),
	    request_part(rq, "form"), &o)) != OK)
		return e;
	show_type(rq, o->type);
	view_text(rq->view, "form_code", o->draft->form);
	view_text(rq->view, "form_label", message_label(
	    &o->model->form->label, rq->cx.lang));
	view_int(rq->view, "version", o->draft->version);
	if ((e = show_within(rq, o->model->form->compartment)) != OK)
		return e;
	view_flag(rq->view, "fresh", o->published == NULL);
	view_flag(rq->view, "behind", o->behind);
	view_text(rq->view, "told", o->draft->told);
	view_flag(rq->view, "to_go", o->removed);
	view_flag(rq->view, "broken", o->faults != NULL);
	if (o->draft->id != 0)
		show_draft(rq->view, o->draft);
	view_flag(rq->view, "may_undo", o->draft->former[0] != '\0');
	form_start(rq, "version", arena_printf(rq->cx.arena, "%lld",
	    (long long)o->draft->version));
	*out = o;
	return OK;
}

enum err
editor_back(struct request *rq, const char *part)
{
	return reply_redirect(rq, "/admin/types/%s/forms/%s%s",
	    request_part(rq, "type"), request_part(rq, "form"),
	    part[0] == '\0' ? "" : arena_printf(rq->cx.arena, "?at=%s#%s",
	    part, part));
}

static void
add_name(struct request *rq, const char *code, const char *label,
    const char *kind)
{
	struct view *v = view_option(rq->view, "names", code, label);

	view_text(v, "kind", kind);
}

/* Is this the part that asks, or the section that it is in? */
static bool
is_part(struct request *rq, const char *kind, const char *code,
    const char *part)
{
	return strcmp(arena_printf(rq->cx.arena, "%s-%s", kind, code),
	    part) == 0;
}

void
editor_names(struct request *rq, const struct form_draft_open *o,
    const char *part)
{
	const struct type_form_section *s;
	const struct type_form_question *q;
	const struct type_field *f;
	const char *lang = rq->cx.lang;

	for (s = o->model->form->sections; s != NULL; s = s->next) {
		if (is_part(rq, "section", s->code, part))
			break;
		for (q = s->questions; q != NULL; q = q->next) {
			if (is_part(rq, "question", q->field.code, part))
				goto fields;
			if (s->rows == NULL)
				add_name(rq, q->field.code, message_label(
				    &q->field.label, lang), kind_word(q));
		}
		if (s->rows != NULL)
			add_name(rq, s->code, message_label(&s->label, lang),
			    _("List of rows"));
	}
fields:
	if (strcmp(part, "form") == 0)
		add_name(rq, "points", _("the sum of the points"),
		    casetype_differ_kind(VALUE_NUMBER));
	for (f = o->type->fields; f != NULL; f = f->next)
		if (f->group == NULL)
			add_name(rq, f->code, message_label(&f->label, lang),
			    arena_printf(rq->cx.arena, _("Field of the case, "
			    "%s"), casetype_differ_kind(f->kind)));
}

/* A condition, and what the names in it stand for. */
static void
show_when(struct request *rq, struct view *v,
    const struct form_draft_open *o, const char *when)
{
	const struct type_form_section *s;
	const struct type_form_question *q;
	const struct type_field *f;

	if (when == NULL)
		return;
	view_text(v, "when", when);
	for (s = o->model->form->sections; s != NULL; s = s->next)
		for (q = s->questions; q != NULL; q = q->next)
			if (formula_uses(when, q->field.code))
				view_option(v, "uses", q->field.code,
				    message_label(&q->field.label,
				    rq->cx.lang));
	for (f = o->type->fields; f != NULL; f = f->next)
		if (formula_uses(when, f->code))
			view_option(v, "uses", f->code, message_label(
			    &f->label, rq->cx.lang));
}

static void
show_faults(struct view *v, const struct form_draft_open *o,
    const char *part)
{
	const struct form_draft_fault *f;
	const struct form_draft_gap *g;

	for (f = o->faults; f != NULL; f = f->next)
		if (strcmp(f->part, part) == 0)
			view_text(view_item(v, "faults"), "text", f->text);
	for (g = o->gaps; g != NULL; g = g->next)
		if (strcmp(g->part, part) == 0)
			view_text(v, "gaps", g->languages);
}

static void
show_choices(struct request *rq, struct view *v,
    const struct form_draft_open *o, const struct type_form_question *q)
{
	const struct type_form_points *p = q->points;
	const struct term *t;
	struct view *c;

	for (t = q->field.choices; t != NULL; t = t->next) {
		c = view_option(v, "choices", t->code, message_label(
		    &t->label, rq->cx.lang));
		view_text(c, "part", arena_printf(rq->cx.arena,
		    "choice-%s-%s", q->field.code, t->code));
		view_flag(c, "first", t == q->field.choices);
		view_flag(c, "last", t->next == NULL);
		if (p != NULL && q->scored)
			view_text(c, "points", arena_printf(rq->cx.arena,
			    "%d", p->points));
		show_faults(c, o, arena_printf(rq->cx.arena, "choice-%s-%s",
		    q->field.code, t->code));
		p = p == NULL ? NULL : p->next;
	}
}

static void
show_question(struct request *rq, struct view *s,
    const struct form_draft_open *o, const struct type_form_question *q,
    bool first, bool last)
{
	const char *part = arena_printf(rq->cx.arena, "question-%s",
	    q->field.code);
	struct view *v = view_option(s, "questions", q->field.code,
	    message_label(&q->field.label, rq->cx.lang));

	view_text(v, "part", part);
	view_text(v, "kind", kind_word(q));
	view_flag(v, "required", q->field.required);
	view_flag(v, "chosen", q->many || q->field.kind == VALUE_CHOICE);
	view_flag(v, "first", first);
	view_flag(v, "last", last);
	if (q->ticked != 0)
		view_text(v, "points", arena_printf(rq->cx.arena, "%d",
		    q->ticked));
	show_when(rq, v, o, q->when);
	show_choices(rq, v, o, q);
	show_faults(v, o, part);
}

/* Of a long form, the questions around a part, in windows of so many. */
static int64_t
window_of(struct request *rq, const struct form_draft_open *o,
    const char *part)
{
	const struct type_form_section *s;
	const struct type_form_question *q;
	int64_t n = 0;

	for (s = o->model->form->sections; s != NULL; s = s->next) {
		if (is_part(rq, "section", s->code, part))
			return n / WINDOW;
		for (q = s->questions; q != NULL; q = q->next, n++)
			if (is_part(rq, "question", q->field.code, part))
				return n / WINDOW;
	}
	return 0;
}

/* A way to what is not in the window, by the first question there. */
static void
show_rest(struct request *rq, struct view *v, const char *name,
    const struct type_form_question *first, int64_t n)
{
	struct view *rest;

	if (n == 0)
		return;
	rest = view_part(v, name);
	view_int(rest, "n", n);
	view_text(rest, "at", arena_printf(rq->cx.arena, "question-%s",
	    first->field.code));
}

static void
show_section(struct request *rq, const struct form_draft_open *o,
    const struct type_form_section *s, int64_t window, int64_t *no)
{
	const struct type_form_section *all = o->model->form->sections;
	const struct type_form_question *q, *after = NULL;
	const char *part = arena_printf(rq->cx.arena, "section-%s", s->code);
	struct view *v = view_option(rq->view, "sections", s->code,
	    message_label(&s->label, rq->cx.lang));
	int64_t before = 0, behind = 0, shown = 0;

	view_text(v, "part", part);
	view_flag(v, "first", s == all);
	view_flag(v, "last", s->next == NULL);
	if (s->rows != NULL) {
		view_flag(v, "repeats", true);
		view_int(v, "least", s->rows->least);
		view_int(v, "most", s->rows->most);
	}
	show_when(rq, v, o, s->when);
	show_faults(v, o, part);
	for (q = s->questions; q != NULL; q = q->next, ++*no) {
		if (*no / WINDOW == window) {
			show_question(rq, v, o, q, s == all &&
			    q == s->questions, s->next == NULL &&
			    q->next == NULL);
			shown++;
		} else if (*no / WINDOW < window) {
			before++;
		} else if (behind++ == 0) {
			after = q;
		}
	}
	show_rest(rq, v, "before", s->questions, before);
	show_rest(rq, v, "after", after, behind);
	view_flag(v, "here", shown > 0 || s->questions == NULL);
}

static void
show_score(struct request *rq, const struct form_draft_open *o)
{
	const struct type_form *f = o->model->form;
	const struct type_form_band *b;
	struct view *v;

	view_flag(rq->view, "scored", f->scored);
	if (f->score != NULL)
		view_text(rq->view, "score", f->score);
	for (b = f->bands; b != NULL; b = b->next) {
		v = view_option(rq->view, "bands", b->code, message_label(
		    &b->label, rq->cx.lang));
		view_text(v, "part", arena_printf(rq->cx.arena, "band-%s",
		    b->code));
		view_int(v, "from", b->from);
		show_faults(v, o, arena_printf(rq->cx.arena, "band-%s",
		    b->code));
	}
}

enum err
get_type_form(struct request *rq)
{
	const struct type_form_section *s;
	struct form_draft_open *o;
	const struct form_draft_gap *g;
	const char *at = form_text(rq, "at");
	int64_t gaps = 0, window, no = 0;
	enum err e;

	if ((e = editor_open(rq, &o)) != OK)
		return e;
	if (at[0] == '\0' && o->faults != NULL)
		at = o->faults->part;
	window = window_of(rq, o, at);
	for (s = o->model->form->sections; s != NULL; s = s->next)
		show_section(rq, o, s, window, &no);
	show_score(rq, o);
	show_faults(rq->view, o, "form");
	for (g = o->gaps; g != NULL; g = g->next)
		gaps++;
	view_int(rq->view, "n_gaps", gaps);
	if (o->model->form->help.text[0] != NULL)
		view_text(rq->view, "help", message_label(
		    &o->model->form->help, rq->cx.lang));
	return reply_page(rq, "admin/type-form.html");
}

enum err
get_type_form_file(struct request *rq)
{
	struct form_draft_open *o;
	struct buf b = { 0 };
	enum err e;

	if ((e = editor_open(rq, &o)) != OK)
		return e;
	buf_text(&b, o->draft->source);
	return reply_download(rq, "application/xml", arena_printf(
	    rq->cx.arena, "%s.xml", o->draft->form), &b);
}

enum err
post_type_form_arrange(struct request *rq)
{
	bool up = form_text(rq, "up")[0] != '\0';
	const char *part = form_text(rq, up ? "up" : "down");
	struct form_draft_open *o;
	enum err e;

	if ((e = editor_open(rq, &o)) != OK ||
	    (e = form_edit_move(&rq->cx, o, part, up, form_int(rq,
	    "version"))) != OK)
		return e;
	return editor_back(rq, part);
}

enum err
post_type_form_undo(struct request *rq)
{
	struct form_draft_open *o;
	enum err e;

	if ((e = editor_open(rq, &o)) != OK ||
	    (e = form_draft_undo(&rq->cx, o, form_int(rq, "version"))) != OK)
		return e;
	reply_notice(rq, _("The last change was taken back."));
	return editor_back(rq, "");
}

enum err
post_type_form_remove(struct request *rq)
{
	struct form_draft_open *o;
	enum err e;

	if ((e = editor_open(rq, &o)) != OK ||
	    (e = form_draft_remove(&rq->cx, o, form_int(rq,
	    "version"))) != OK)
		return e;
	if (o->published != NULL)
		return editor_back(rq, "");
	reply_notice(rq, _("The changes were thrown away."));
	return reply_redirect(rq, "/admin/types/%s/forms",
	    request_part(rq, "type"));
}

enum err
post_type_form_fill(struct request *rq)
{
	struct form_draft_open *o;
	enum err e;

	if ((e = editor_open(rq, &o)) != OK ||
	    (e = form_draft_fill(&rq->cx, o, form_int(rq, "version"))) != OK)
		return e;
	reply_notice(rq, _("What other languages lacked is in English "
	    "now."));
	return editor_back(rq, "");
}
