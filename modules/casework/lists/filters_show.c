/* SPDX-License-Identifier: MIT */
/* Filters of the queue on the page: as choices, and as words that can be
 * taken away. */
#include <string.h>

#include "casework/lists/filters.h"
#include "casework/shared/choices.h"
#include "casework/shared/show.h"
#include "domain/dossier/label.h"
#include "domain/people/person.h"
#include "domain/type/casetype.h"
#include "text/message.h"

static void
word(struct request *rq, const char *name, const char *label,
    const char *value)
{
	struct view *v = view_item(rq->view, "words");

	view_text(v, "label", label);
	view_text(v, "value", value);
	view_text(v, "href", filters_address(rq, name));
}

static const char *
person_word(struct request *rq, const char *number)
{
	struct person *p;

	if (strcmp(number, "me") == 0)
		return _("me");
	if (strcmp(number, "none") == 0)
		return _("nobody");
	return person_open(&rq->cx, number, &p) == OK ? p->name : number;
}

static const char *
label_word(struct request *rq, const char *code)
{
	struct dossier_label *l;

	return label_open(&rq->cx, code, &l) == OK ? l->name : code;
}

static const char *
risk_word(struct request *rq, const struct casetype *type, int64_t risk)
{
	const struct term *t;

	for (t = type == NULL ? NULL : type->risks; t != NULL; t = t->next)
		if (--risk == 0)
			return message_label(&t->label, rq->cx.lang);
	return form_text(rq, "risk");
}

/* A bookmark or a kept view outlives what it names. */
static void
gone(struct request *rq, const char *label, const char *value, bool left_out)
{
	view_text(view_item(rq->view, "gone"), "text", arena_printf(
	    rq->cx.arena, left_out ?
	    _("%s: “%s” does not exist (any more), so it is left out.") :
	    _("%s: “%s” does not exist (any more), so nothing is found."),
	    label, value));
}

static void
show_gone(struct request *rq, const struct queue_filter *f,
    const struct casetype *type)
{
	if (f->type[0] != '\0' && type == NULL)
		gone(rq, _("Type"), f->type, false);
	if (f->lead == FILTERS_NONE)
		gone(rq, _("Lead"), form_text(rq, "owner"), false);
	if (f->team == FILTERS_NONE)
		gone(rq, _("Team"), form_text(rq, "team"), false);
	if (f->person == FILTERS_NONE)
		gone(rq, _("Person"), form_text(rq, "person"), false);
	if (f->label == FILTERS_NONE)
		gone(rq, _("Label"), form_text(rq, "label"), false);
	if (f->phase[0] != '\0' && type != NULL &&
	    casetype_term(type->phases, f->phase) == NULL)
		gone(rq, _("Phase"), f->phase, false);
	if (form_text(rq, "field")[0] != '\0' && filters_field(rq) == NULL)
		gone(rq, _("Field"), form_text(rq, "field"), true);
}

static void
show_words(struct request *rq, const struct queue_filter *f,
    const struct casetype *type, const struct casetype *any)
{
	const struct type_field *field = filters_field(rq);
	const struct casetype *t = type != NULL ? type : any;

	if (f->type[0] != '\0')
		word(rq, "type", _("Type"), type == NULL ? f->type :
		    message_label(&type->label, rq->cx.lang));
	if (f->version != 0)
		word(rq, "type_version", _("Version of the type"),
		    form_text(rq, "type_version"));
	if (f->status[0] != '\0')
		word(rq, "status", _("Status"), show_status(f->status));
	if (f->phase[0] != '\0')
		word(rq, "phase", _("Phase"), t == NULL ? f->phase :
		    casetype_word(&rq->cx, t->phases, f->phase));
	if (f->risk != 0)
		word(rq, "risk", _("Risk"), risk_word(rq, t, f->risk));
	if (f->lead != 0)
		word(rq, "owner", _("Lead"),
		    person_word(rq, form_text(rq, "owner")));
	if (f->team != 0)
		word(rq, "team", _("Team"),
		    choices_team_word(rq, form_text(rq, "team")));
	if (f->overdue)
		word(rq, "overdue", _("Due"), _("overdue"));
	if (f->undated)
		word(rq, "undated", _("Due"), _("no next date"));
	if (f->silent)
		word(rq, "silent", _("Last contact"), _("silent"));
	if (f->unscreened)
		word(rq, "unscreened", _("Screening"), _("not yet"));
	if (f->person != 0)
		word(rq, "person", _("Person"),
		    person_word(rq, form_text(rq, "person")));
	if (f->label != 0)
		word(rq, "label", _("Label"),
		    label_word(rq, form_text(rq, "label")));
	if (field != NULL && f->field[0] != '\0')
		word(rq, "field", message_label(&field->label, rq->cx.lang),
		    casetype_show(&rq->cx, field, f->field_value));
	if (f->text[0] != '\0')
		word(rq, "text", _("Words"), f->text);
}

/* Whether a type before t has a phase of this code already. */
static bool
seen_before(const struct casetype *all, const struct casetype *t,
    const char *code)
{
	for (; all != t; all = all->next)
		if (casetype_term(all->phases, code) != NULL)
			return true;
	return false;
}

/* Phases of the chosen type, else of all types by their codes. */
static void
show_phase_choices(struct request *rq, const struct casetype *type,
    const struct casetype *all)
{
	const struct casetype *t;
	const struct term *p;

	if (type != NULL) {
		view_terms(rq->view, "phases", type->phases, rq->cx.lang);
		return;
	}
	for (t = all; t != NULL; t = t->next)
		for (p = t->phases; p != NULL; p = p->next) {
			if (seen_before(all, t, p->code))
				continue;
			view_option(rq->view, "phases", p->code,
			    message_label(&p->label, rq->cx.lang));
		}
}

static void
show_type_choices(struct request *rq, const struct casetype *type,
    const struct casetype *all)
{
	const struct casetype *t;
	const struct type_field *f;
	const struct term *r;
	struct view *v;
	int64_t step = 0;

	for (t = all; t != NULL; t = t->next) {
		view_option(rq->view, "types", t->code,
		    message_label(&t->plural, rq->cx.lang));
	}
	for (f = type == NULL ? NULL : type->fields; f != NULL; f = f->next) {
		if (!f->listed)
			continue;
		view_option(rq->view, "fields", f->code,
		    message_label(&f->label, rq->cx.lang));
	}
	if (type == NULL && all != NULL)
		type = all;
	for (r = type == NULL ? NULL : type->risks; r != NULL; r = r->next) {
		v = view_item(rq->view, "risks");
		view_int(v, "step", ++step);
		view_text(v, "label", message_label(&r->label, rq->cx.lang));
	}
}

/* What the form of filters has no input for. */
static void
show_kept(struct request *rq)
{
	filters_keep(rq, "kept", "type_version");
	filters_keep(rq, "kept", "person");
	filters_keep(rq, "kept", "unscreened");
	filters_keep(rq, "kept", "columns");
	filters_keep(rq, "kept", "view");
}

static void
show_field_choices(struct request *rq)
{
	const struct type_field *f = filters_field(rq);

	if (f == NULL)
		return;
	view_terms(rq->view, "values", f->choices, rq->cx.lang);
	view_flag(rq->view, "value_asked", form_text(rq, "value")[0] == '\0');
}

/* A list of leads, where it is not too long. */
static enum err
show_leads(struct request *rq)
{
	struct person *p;
	struct view *v;
	enum err e;

	if ((e = person_staff_few(&rq->cx, &p)) != OK)
		return e;
	view_flag(rq->view, "lead_typed", p == NULL);
	for (; p != NULL; p = p->next) {
		v = view_item(rq->view, "staff");
		view_text(v, "number", p->number);
		view_text(v, "name", p->name);
	}
	return OK;
}

enum err
filters_show(struct request *rq, const struct queue_filter *f)
{
	const struct casetype *type = filters_type(rq), *all;
	enum err e;

	if ((e = casetype_all(&rq->cx, &all)) != OK)
		return e;
	show_words(rq, f, type, all);
	show_gone(rq, f, type);
	show_type_choices(rq, type, all);
	show_phase_choices(rq, type, all);
	show_field_choices(rq);
	show_kept(rq);
	if ((e = choices_labels(rq)) != OK)
		return e;
	view_flag(rq->view, "filtered",
	    strcmp(filters_address(rq, ""), "/dossiers") != 0);
	if ((e = show_leads(rq)) != OK)
		return e;
	if ((e = choices_teams(rq, "teams")) != OK)
		return e;
	rq->cx.why = NULL;
	rq->cx.mistakes = NULL;
	return OK;
}
