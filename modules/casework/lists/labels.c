/* SPDX-License-Identifier: MIT */
/* Labels: on one dossier, and the vocabulary that everybody shares. */
#include <string.h>

#include "casework/lists/pages_lists.h"
#include "casework/shared/choices.h"
#include "casework/shared/show.h"
#include "domain/dossier/dossier.h"
#include "domain/dossier/label.h"
#include "text/message.h"

const struct field labels_form[] = {
	{ "label", FIELD_TEXT, .max = 60, .many = true },
	{ "was", FIELD_TEXT, .max = 60, .many = true },
	{ "why", FIELD_LINES, .max = REASON_MAX },
	{ 0 }
};
const struct field label_form[] = {
	{ "name", FIELD_TEXT, .min = 1, .max = 40 },
	{ 0 }
};
const struct field label_merge_form[] = {
	{ "into", FIELD_TEXT, .min = 1, .max = 60 },
	{ 0 }
};

static bool
ticked(struct request *rq, const char *field, const char *code)
{
	const char *name, *text;
	size_t i;

	for (i = 0; form_each(rq, field, i, &name, &text); i++)
		if (strcmp(name, field) == 0 && strcmp(text, code) == 0)
			return true;
	return false;
}

static bool
carries(const struct dossier *d, const struct dossier_label *l)
{
	const struct dossier_label *on = d->labels;

	while (on != NULL && on->id != l->id)
		on = on->next;
	return on != NULL;
}

enum err
get_dossier_labels(struct request *rq)
{
	struct dossier_label *l;
	struct dossier *d;
	struct view *v;
	bool on;
	enum err e;

	if ((e = show_open(rq, &d)) != OK ||
	    (e = label_all(&rq->cx, &l)) != OK)
		return e;
	for (; l != NULL; l = l->next) {
		on = carries(d, l);
		v = view_item(rq->view, "labels");
		view_text(v, "code", l->code);
		view_text(v, "name", l->name);
		view_flag(v, "was", on);
		view_flag(v, "on", rq->method == POST ?
		    ticked(rq, "label", l->code) : on);
	}
	return reply_page(rq, "casework/labels.html");
}

/* Only what this person changed: what another ticked meanwhile stays. */
enum err
post_dossier_labels(struct request *rq)
{
	const char *why = form_text(rq, "why");
	struct dossier_label *l;
	bool on, was, changed = false;
	struct dossier *d;
	enum err e;

	if ((e = dossier_open(&rq->cx, rq->number, rq->level, &d)) != OK ||
	    (e = label_of(&rq->cx, d)) != OK ||
	    (e = label_all(&rq->cx, &l)) != OK)
		return e;
	for (; l != NULL; l = l->next) {
		on = ticked(rq, "label", l->code);
		was = ticked(rq, "was", l->code);
		if (on == was || on == carries(d, l))
			continue;
		e = on ? label_put(&rq->cx, d, l, why) :
		    label_take(&rq->cx, d, l, why);
		if (e != OK)
			return e;
		changed = true;
	}
	reply_notice(rq, "%s", changed ? _("The labels were changed.") :
	    _("No label was changed."));
	return reply_redirect(rq, "/dossiers/%s", d->number);
}

enum err
get_labels(struct request *rq)
{
	enum err e;

	if ((e = choices_labels(rq)) != OK)
		return e;
	return reply_page(rq, "casework/label-list.html");
}

enum err
post_labels_add(struct request *rq)
{
	struct dossier_label *l;
	enum err e;

	if ((e = label_make(&rq->cx, form_text(rq, "name"), &l)) != OK)
		return e;
	reply_notice(rq, _("The label “%s” was made."), l->name);
	return reply_redirect(rq, "/dossiers/labels");
}

/* The label of the address, shown with those that it could be merged into. */
static enum err
open_label(struct request *rq, struct dossier_label **out)
{
	struct dossier_label *l;
	struct view *v;
	enum err e;

	if ((e = label_open(&rq->cx, request_part(rq, "label"), out)) != OK ||
	    (e = label_all(&rq->cx, &l)) != OK)
		return e;
	view_text(rq->view, "code", (*out)->code);
	view_text(rq->view, "name", (*out)->name);
	for (; l != NULL; l = l->next) {
		if (l->id == (*out)->id)
			continue;
		v = view_item(rq->view, "others");
		view_text(v, "code", l->code);
		view_text(v, "name", l->name);
	}
	return OK;
}

enum err
get_label(struct request *rq)
{
	struct dossier_label *l;
	enum err e;

	if ((e = open_label(rq, &l)) != OK)
		return e;
	form_start(rq, "name", l->name);
	return reply_page(rq, "casework/label.html");
}

enum err
post_label_rename(struct request *rq)
{
	struct dossier_label *l;
	const char *old;
	enum err e;

	if ((e = open_label(rq, &l)) != OK)
		return e;
	old = l->name;
	if ((e = label_rename(&rq->cx, l, form_text(rq, "name"))) != OK)
		return e;
	reply_notice(rq, _("The label “%s” is now called “%s”."), old,
	    l->name);
	return reply_redirect(rq, "/dossiers/labels");
}

enum err
post_label_merge(struct request *rq)
{
	struct dossier_label *l, *into;
	enum err e;

	if ((e = open_label(rq, &l)) != OK)
		return e;
	if (label_open(&rq->cx, form_text(rq, "into"), &into) != OK)
		return refuse_field(&rq->cx, "into",
		    _("Choose a label from the list."));
	if ((e = label_merge(&rq->cx, l, into)) != OK)
		return e;
	reply_notice(rq, _("What carried “%s” carries “%s” now."), l->name,
	    into->name);
	return reply_redirect(rq, "/dossiers/labels");
}
