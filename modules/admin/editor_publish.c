/* SPDX-License-Identifier: MIT */
/* What is changed of a form becomes the next version of its type, or not. */
#include <string.h>

#include "admin.h"
#include "domain/course/casetype_differ.h"
#include "domain/spine/keep.h"
#include "domain/type/casetype.h"
#include "editor.h"
#include "text/message.h"

const struct field editor_publish_form[] = {
	{ "reason", FIELD_LINES, .max = KEEP_REASON },
	{ "version", FIELD_INT, .min = 0, .max = INT64_MAX },
	{ 0 }
};

static void
show_differences(struct request *rq, const struct casetype_difference *d)
{
	const struct casetype_detail *s;
	struct view *v;

	for (; d != NULL; d = d->next) {
		v = view_option(rq->view, "items", d->code, d->label);
		view_flag(v, "added", d->how == CASETYPE_ADDED);
		view_flag(v, "removed", d->how == CASETYPE_REMOVED);
		view_text(v, "how", d->how == CASETYPE_ADDED ? _("New") :
		    d->how == CASETYPE_REMOVED ? _("Gone") : _("Changed"));
		for (s = d->details; s != NULL; s = s->next)
			view_text(view_item(v, "details"), "text", s->text);
	}
}

static void
show_gaps(struct request *rq, const struct form_draft_gap *g)
{
	struct view *v;

	for (; g != NULL; g = g->next) {
		v = view_item(rq->view, "gaps");
		view_text(v, "part", g->part);
		view_text(v, "label", g->label);
		view_flag(v, "help", g->help);
		view_text(v, "languages", g->languages);
	}
}

/* Faults of the form lead to their places; others are of the whole type. */
static enum err
show_faults(struct request *rq, const struct form_draft_open *o)
{
	const struct form_draft_fault *f;
	const char *other;
	struct view *v;
	enum err e;

	for (f = o->faults; f != NULL; f = f->next) {
		v = view_item(rq->view, "faults");
		view_text(v, "part", f->part);
		view_text(v, "text", f->text);
	}
	if (o->faults != NULL || o->gaps != NULL)
		return OK;
	if ((e = form_draft_check(&rq->cx, o, &other)) != OK)
		return e;
	view_text(rq->view, "other", other);
	view_flag(rq->view, "fit", other[0] == '\0');
	return OK;
}

enum err
get_form_publish(struct request *rq)
{
	struct casetype_difference *d;
	struct casetype_version *v;
	struct form_draft_open *o;
	enum err e;

	if ((e = editor_open(rq, &o)) != OK ||
	    (e = casetype_differ_form(&rq->cx, o->type, o->published == NULL ?
	    NULL : o->published->form, o->removed ? NULL : o->model->form,
	    &d)) != OK ||
	    (e = casetype_versions(&rq->cx, o->type->code, &v)) != OK)
		return e;
	show_differences(rq, d);
	show_gaps(rq, o->gaps);
	for (; v != NULL; v = v->next)
		view_int(view_item(rq->view, "versions"), "version",
		    v->version);
	view_int(rq->view, "next", o->type->version + 1);
	if ((e = show_faults(rq, o)) != OK)
		return e;
	return reply_page(rq, "admin/form-publish.html");
}

enum err
post_form_publish(struct request *rq)
{
	struct form_draft_open *o;
	const struct casetype *t;
	enum err e;

	if ((e = editor_open(rq, &o)) != OK ||
	    (e = form_draft_publish(&rq->cx, o, form_text(rq, "reason"),
	    form_int(rq, "version"), &t)) != OK)
		return e;
	reply_notice(rq, _("Published as version %d of the case type. New "
	    "cases get it; running ones stay on theirs."), t->version);
	return reply_redirect(rq, "/admin/types/%s/forms",
	    request_part(rq, "type"));
}

enum err
post_form_discard(struct request *rq)
{
	struct form_draft_open *o;
	enum err e;

	if ((e = editor_open(rq, &o)) != OK ||
	    (e = form_draft_drop(&rq->cx, o, form_int(rq, "version"))) != OK)
		return e;
	reply_notice(rq, _("The changes were thrown away."));
	return reply_redirect(rq, "/admin/types/%s/forms",
	    request_part(rq, "type"));
}

enum err
post_form_take(struct request *rq)
{
	int from = (int)form_int(rq, "from");
	struct form_draft_open *o;
	enum err e;

	if ((e = editor_open(rq, &o)) != OK ||
	    (e = form_draft_take(&rq->cx, o, from, form_int(rq,
	    "version"))) != OK)
		return e;
	reply_notice(rq, _("This is the form of version %d now. Publish it, "
	    "and new cases get it again."), from);
	return editor_back(rq, "");
}
