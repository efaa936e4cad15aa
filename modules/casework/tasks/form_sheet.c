/* SPDX-License-Identifier: MIT */
/* Forms on paper: as one was kept, and blank to be filled in by hand. */
#include <string.h>

#include "casework/access/consenting.h"
#include "casework/shared/show.h"
#include "casework/tasks/forms.h"
#include "casework/tasks/pages_work.h"
#include "domain/dossier/dossier.h"
#include "domain/story/look.h"
#include "text/message.h"
#include "web/reply.h"

const struct field form_sheet_form[] = { CONSENTS_LEAVING, { 0 } };

enum err
get_form_sheet(struct request *rq)
{
	struct filled_edition *x;
	struct dossier *d;
	struct filled *f;
	bool stop;
	enum err e;

	if ((e = forms_open(rq, &d, &f)) != OK ||
	    (e = filled_editions(&rq->cx, f, &x)) != OK ||
	    (e = consents_leaving(rq, d, consenting_base(rq, d),
	    CONSENT_FORMS, "form", &stop)) != OK)
		return e;
	if (x == NULL)
		return reply_redirect(rq, "/dossiers/%s/forms/%lld",
		    rq->number, (long long)rq->no);
	if (!stop)
		forms_show_editions(rq, x);
	view_moment(rq->view, "made", rq->cx.now);
	if (!stop)
		look_form(&rq->cx, d, f);
	return reply_page(rq, "casework/form-sheet.html");
}

static void
show_blank(struct request *rq, struct view *s,
    const struct type_form_question *q)
{
	const char *lang = rq->cx.lang;
	struct view *v = view_item(s, "fields");
	const struct term *t;

	view_text(v, "label", message_label(&q->field.label, lang));
	if (q->field.help.text[0] != NULL)
		view_text(v, "help", message_label(&q->field.help, lang));
	view_flag(v, "required", q->field.required);
	view_flag(v, "sometimes", q->when != NULL);
	view_flag(v, "flag", q->field.kind == VALUE_FLAG);
	view_flag(v, "lines", q->field.kind == VALUE_LINES);
	for (t = q->field.choices; t != NULL; t = t->next)
		view_option(v, "choices", t->code, message_label(&t->label,
		    lang));
}

enum err
get_form_blank(struct request *rq)
{
	const struct type_form_section *s;
	const struct type_form_question *q;
	const struct form_model *m;
	struct dossier *d;
	struct view *v;
	enum err e;

	if ((e = show_open(rq, &d)) != OK ||
	    (e = form_model(&rq->cx, d->type, request_part(rq, "form"),
	    &m)) != OK)
		return e;
	if (m == NULL)
		return refuse(&rq->cx, ERR_MISSING, "%s",
		    _("This type of case has no such form."));
	view_text(rq->view, "title", message_label(&m->form->label,
	    rq->cx.lang));
	if (m->form->help.text[0] != NULL)
		view_text(rq->view, "help", message_label(&m->form->help,
		    rq->cx.lang));
	for (s = m->form->sections; s != NULL; s = s->next) {
		v = view_item(rq->view, "sections");
		view_text(v, "label", message_label(&s->label, rq->cx.lang));
		view_flag(v, "sometimes", s->when != NULL);
		if (s->rows != NULL)
			view_text(v, "each", message_label(&s->rows->label,
			    rq->cx.lang));
		for (q = s->questions; q != NULL; q = q->next)
			show_blank(rq, v, q);
	}
	return reply_page(rq, "casework/form-blank.html");
}
