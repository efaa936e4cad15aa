/* SPDX-License-Identifier: MIT */
/* Title, risk and the fields of the type: changed by one form. */
#include <stdlib.h>
#include <string.h>

#include "casework/casework.h"
#include "casework/choices.h"
#include "casework/show.h"
#include "domain/casetype.h"
#include "domain/dossier.h"
#include "text/message.h"
#include "web/facts.h"

const struct field change_form[] = {
	{ "title", FIELD_TEXT, .min = 1, .max = 200 },
	{ "risk", FIELD_INT, .min = 0, .max = 20 },
	{ "why", FIELD_LINES, .max = REASON_MAX },
	{ "version", FIELD_INT, .min = 1, .max = INT64_MAX },
	FACTS_FIELD,
	{ 0 }
};

static const char *
risk_word(struct request *rq, const struct dossier *d, int64_t step)
{
	const struct term *t;

	for (t = d->type->risks; t != NULL; t = t->next)
		if (--step == 0)
			return message_label(&t->label, rq->cx.lang);
	return "–";
}

static void
differ(struct request *rq, const char *label, const char *theirs,
    const char *mine)
{
	struct view *v;

	if (strcmp(theirs, mine) == 0)
		return;
	v = view_item(rq->view, "differences");
	view_text(v, "label", label);
	view_text(v, "theirs", theirs);
	view_text(v, "mine", mine);
}

/* As the form shows it: of a choice and a flag the word, not the code. */
static const char *
field_text(struct ctx *cx, const struct type_field *f, const char *text,
    bool typed)
{
	if (text[0] != '\0' &&
	    (f->kind == VALUE_CHOICE || f->kind == VALUE_FLAG))
		return casetype_show(cx, f, text);
	return typed ? text : casetype_input(cx, f, text);
}

/* Both texts of what another person saved while this form was open. */
static void
show_differences(struct request *rq, const struct dossier *d)
{
	struct ctx *cx = &rq->cx;
	const struct type_field *f;
	const char *name, *stored;

	differ(rq, _("Title"), d->title, form_text(rq, "title"));
	differ(rq, _("Risk"), risk_word(rq, d, d->risk),
	    risk_word(rq, d, form_int(rq, "risk")));
	for (f = d->type->fields; f != NULL; f = f->next) {
		name = arena_printf(cx->arena, "f.%s", f->code);
		stored = dossier_value(d, f->code);
		differ(rq, message_label(&f->label, cx->lang),
		    field_text(cx, f, stored, false),
		    field_text(cx, f, form_text(rq, name), true));
	}
}

enum err
get_dossier_change(struct request *rq)
{
	struct ctx *cx = &rq->cx;
	const struct term *t;
	struct dossier *d;
	struct view *v;
	int64_t step = 0;
	enum err e;

	if ((e = show_open(rq, &d)) != OK)
		return e;
	if (choices_stale(rq, d->version))
		show_differences(rq, d);
	form_start(rq, "title", d->title);
	form_start(rq, "risk", arena_printf(cx->arena, "%d", d->risk));
	for (t = d->type->risks; t != NULL; t = t->next) {
		v = view_item(rq->view, "risks");
		view_int(v, "step", ++step);
		view_text(v, "label", message_label(&t->label, cx->lang));
	}
	facts_form(rq, rq->view, d->type, d->values);
	return reply_page(rq, "casework/change.html");
}

enum err
post_dossier_change(struct request *rq)
{
	struct dossier_change change = {
		.title = form_text(rq, "title"),
		.risk = (int)form_int(rq, "risk"),
		.version = form_int(rq, "version"),
		.why = form_text(rq, "why")
	};
	struct value *values;
	struct dossier *d;
	enum err e;

	if (facts_more(rq))
		return get_dossier_change(rq);
	if ((e = dossier_open(&rq->cx, rq->number, rq->level, &d)) != OK)
		return e;
	if ((e = facts_typed(rq, d->type, &values)) != OK)
		return e;
	change.values = values;
	if ((e = dossier_change(&rq->cx, d, &change)) != OK)
		return e;
	reply_notice(rq, _("The facts were saved."));
	return reply_redirect(rq, "/dossiers/%s", d->number);
}
