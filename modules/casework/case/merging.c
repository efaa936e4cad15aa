/* SPDX-License-Identifier: MIT */
/* A case that joins another one: found, looked at, merged. */

#include "casework/case/pages_case.h"
#include "casework/shared/choices.h"
#include "casework/shared/show.h"
#include "domain/course/dossier_merge.h"
#include "domain/dossier/dossier.h"
#include "domain/dossier/undo.h"
#include "text/message.h"

#define NAMES 20	/* of people that the page tells */

const struct field merge_find_form[] = {
	{ "find", FIELD_TEXT, .max = 200 },
	{ "other", FIELD_TEXT, .max = 40 },
	{ 0 }
};

const struct field merge_form[] = {
	{ "find", FIELD_TEXT, .max = 200 },
	{ "other", FIELD_TEXT, .min = 1, .max = 40 },
	{ "reason", FIELD_LINES, .min = 1, .max = REASON_MAX },
	{ 0 }
};

static void
show_fields(struct request *rq, const char *list,
    const struct type_field **f)
{
	for (; *f != NULL; f++)
		view_text(view_item(rq->view, list), "label",
		    message_label(&(*f)->label, rq->cx.lang));
}

static void
show_gain(struct request *rq, const struct person *p)
{
	int n = 0;

	for (; p != NULL; p = p->next)
		if (n++ < NAMES)
			view_text(view_item(rq->view, "gain"), "name",
			    p->name);
	view_int(rq->view, "gain_count", n < NAMES ? n : NAMES);
	view_flag(rq->view, "more_gain", n > NAMES);
}

/* What would happen, before anything does. */
static enum err
show_merge(struct request *rq, struct dossier *from, struct dossier *into)
{
	struct dossier_merge m;
	struct view *v = view_part(rq->view, "into");
	enum err e;

	if ((e = dossier_merge_look(&rq->cx, from, into, &m)) != OK)
		return e;
	show_dossier(rq, v, into);
	view_int(rq->view, "task_count", m.tasks);
	view_int(rq->view, "note_count", m.notes);
	view_int(rq->view, "document_count", m.documents);
	view_int(rq->view, "person_count", m.people);
	view_int(rq->view, "goal_count", m.goals);
	view_int(rq->view, "deadline_count", m.deadlines);
	view_int(rq->view, "appointment_count", m.appointments);
	view_flag(rq->view, "empty", m.tasks + m.goals + m.notes +
	    m.documents + m.people + m.deadlines + m.appointments == 0);
	view_flag(rq->view, "opens", m.opens);
	view_flag(rq->view, "restricts", m.restricts);
	view_int(rq->view, "minutes", undo_seconds(&rq->cx) / 60);
	show_fields(rq, "taken", m.taken);
	show_fields(rq, "differ", m.differ);
	show_gain(rq, m.gain);
	return OK;
}

enum err
get_dossier_merge(struct request *rq)
{
	struct dossier *d, *into;
	enum err e = OK;

	if ((e = show_open(rq, &d)) != OK ||
	    (e = choices_cases(rq, d)) != OK)
		return e;
	if (form_text(rq, "other")[0] != '\0' && !choices_refused(rq,
	    "other") && (e = choices_case(rq, "other", LEVEL_READ,
	    &into)) == OK)
		e = show_merge(rq, d, into);
	if (e != OK && e != ERR_INVALID)
		return e;
	return reply_page(rq, "casework/merge.html");
}

enum err
post_dossier_merge(struct request *rq)
{
	struct dossier *d, *into;
	enum err e;

	if ((e = dossier_open(&rq->cx, rq->number, rq->level, &d)) != OK ||
	    (e = choices_case(rq, "other", LEVEL_WORK, &into)) != OK)
		return e;
	if ((e = dossier_merge(&rq->cx, d, into,
	    form_text(rq, "reason"))) != OK)
		return e;
	reply_notice(rq, _("%s was merged into this case."), d->number);
	return reply_redirect(rq, "/dossiers/%s", into->number);
}
