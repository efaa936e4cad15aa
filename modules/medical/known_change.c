/* SPDX-License-Identifier: MIT */
/* What is known of a patient: noted, changed, ended, said to be in error. */
#include <stdlib.h>
#include <string.h>

#include "domain/desk/appointment.h"
#include "domain/dossier/party.h"
#include "domain/spine/keep.h"
#include "medical/known.h"
#include "text/date.h"
#include "text/message.h"

#define MOST INT64_C(1000000000)
/* Every field that one of them has: the domain says which is whose. */
#define FIELDS								\
	{ "words", FIELD_TEXT, .max = 300 },				\
	{ "code", FIELD_TEXT, .max = 60 },				\
	{ "system", FIELD_TEXT, .max = 200 },				\
	{ "status", FIELD_TEXT, .max = 40 },				\
	{ "begins", FIELD_TEXT, .max = 40 },				\
	{ "ends", FIELD_TEXT, .max = 40 },				\
	{ "note", FIELD_LINES, .max = KEEP_TEXT },			\
	{ "why", FIELD_LINES, .max = KEEP_REASON },			\
	{ "verification", FIELD_TEXT, .max = 40 },			\
	{ "severity", FIELD_TEXT, .max = 40 },				\
	{ "type", FIELD_TEXT, .max = 40 },				\
	{ "category", FIELD_TEXT, .max = 40 },				\
	{ "criticality", FIELD_TEXT, .max = 40 },			\
	{ "reactions", FIELD_LINES, .max = KEEP_REASON },		\
	{ "told_by", FIELD_TEXT, .max = 200 },				\
	{ "told_on", FIELD_TEXT, .max = 40 },				\
	{ "dose", FIELD_TEXT, .max = 300 },				\
	{ "reason", FIELD_TEXT, .max = 300 },				\
	{ "class", FIELD_TEXT, .max = 40 },				\
	{ "place", FIELD_TEXT, .max = 200 },				\
	{ "person", FIELD_TEXT, .max = 20 },				\
	{ "appointment", FIELD_TEXT, .max = 20 }

const struct field known_page_form[] = {
	{ "appointment", FIELD_TEXT, .max = 20 },
	{ 0 }
};
const struct field known_form[] = { FIELDS, { 0 } };
const struct field known_change_form[] = {
	FIELDS,
	{ "version", FIELD_INT, .min = 1, .max = MOST },
	{ 0 }
};
const struct field known_end_form[] = {
	{ "ends", FIELD_TEXT, .max = 40 },
	{ "why", FIELD_LINES, .max = KEEP_REASON },
	{ 0 }
};
const struct field known_void_form[] = {
	{ "why", FIELD_LINES, .max = KEEP_REASON },
	{ 0 }
};
const struct field known_none_form[] = {
	{ "told_by", FIELD_TEXT, .max = 200 },
	{ "told_on", FIELD_TEXT, .max = 40 },
	{ 0 }
};

/* The order of a form: what matters first, the code last. */
static const enum fact_place orders[FACT_KINDS][FACT_PLACES + 1] = {
	[FACT_PROBLEM] = { FACT_WORDS, FACT_STATUS, PROBLEM_VERIFICATION,
	    PROBLEM_SEVERITY, FACT_BEGINS, FACT_ENDS, FACT_NOTE,
	    FACT_PLACES },
	[FACT_ALLERGY] = { FACT_WORDS, ALLERGY_CRITICALITY,
	    ALLERGY_REACTIONS, ALLERGY_SEVERITY, ALLERGY_TYPE,
	    ALLERGY_CATEGORY, FACT_STATUS, ALLERGY_VERIFICATION,
	    ALLERGY_TOLD_BY, ALLERGY_TOLD_ON, FACT_BEGINS, FACT_NOTE,
	    FACT_PLACES },
	[FACT_MEDICATION] = { FACT_WORDS, MEDICATION_DOSE,
	    MEDICATION_REASON, MEDICATION_TOLD_BY, FACT_STATUS, FACT_BEGINS,
	    FACT_ENDS, FACT_WHY, FACT_NOTE, FACT_PLACES },
	[FACT_ENCOUNTER] = { FACT_WORDS, ENCOUNTER_CLASS, FACT_BEGINS,
	    FACT_ENDS, ENCOUNTER_PERSON, ENCOUNTER_PLACE, FACT_STATUS,
	    FACT_NOTE, FACT_PLACES },
	[FACT_ALERT] = { FACT_WORDS, ALERT_CATEGORY, FACT_BEGINS, FACT_ENDS,
	    FACT_STATUS, FACT_NOTE, FACT_PLACES }
};

static const struct {
	const char *note, *change, *end;
} titles[] = {
	[FACT_PROBLEM] = { N_("Note a problem"), N_("Change the problem"),
	    N_("The problem is resolved") },
	[FACT_ALLERGY] = { N_("Note an allergy"), N_("Change the allergy"),
	    N_("The allergy is resolved") },
	[FACT_MEDICATION] = { N_("Note a medicine"),
	    N_("Change the medicine"), N_("Stop the medicine") },
	[FACT_ENCOUNTER] = { N_("Note an encounter"),
	    N_("Change the encounter"), N_("End the encounter") },
	[FACT_ALERT] = { N_("Set an alert"), N_("Change the alert"),
	    N_("Lift the alert") }
};

static void
options(struct view *v, const struct fact_field *field, const char *now)
{
	const struct fact_choice *c;
	bool known = now[0] == '\0';

	for (c = field->choices; c->code != NULL; c++) {
		if (strcmp(c->code, FACT_ERROR) == 0)
			continue;
		view_option(v, "options", c->code, _(c->word));
		known |= strcmp(c->code, now) == 0;
	}
	if (!known)	/* it came from elsewhere, and may stay */
		view_option(v, "options", now, now);
}

static void
people(struct request *rq, const struct dossier *d, struct view *v)
{
	const struct party *p;

	for (p = d->parties; p != NULL; p = p->next)
		if (p->ended == 0 && strcmp(p->role, "patient") != 0)
			view_option(v, "options", p->number,
			    arena_printf(rq->cx.arena, "%s (%s)", p->name,
			    strcmp(p->role, "lead") == 0 ?
			    _("Case manager") : party_role(&rq->cx, d->type,
			    p->role)));
}

static void
one(struct request *rq, const struct dossier *d, enum fact_kind kind,
    enum fact_place place, const char *now)
{
	const struct fact_field *field = fact_field(kind, place);
	struct view *v = view_item(rq->view, "fields");
	const char *name = field->name;

	view_text(v, "name", name);
	view_text(v, "label", _(field->label));
	view_text(v, "help", field->help[0] == '\0' ? "" : _(field->help));
	view_flag(v, "needed", field->needed || (kind == FACT_ENCOUNTER &&
	    place == FACT_BEGINS));
	view_flag(v, "line", field->form == FACT_LINE);
	view_flag(v, "lines", field->form == FACT_LINES);
	view_flag(v, "day", field->form == FACT_DAY);
	view_flag(v, "moment", field->form == FACT_MOMENT);
	view_flag(v, "choice", field->form == FACT_CHOICE ||
	    field->form == FACT_PERSON);
	view_int(v, "most", (int64_t)field->most);
	if (field->form == FACT_CHOICE)
		options(v, field, now);
	if (field->form == FACT_PERSON)
		people(rq, d, v);
	form_start(rq, name, now);
}

static void
form(struct request *rq, const struct dossier *d, enum fact_kind kind,
    const char *const now[FACT_PLACES])
{
	const enum fact_place *p;
	struct view *v = view_part(rq->view, "coded");

	for (p = orders[kind]; *p != FACT_PLACES; p++)
		one(rq, d, kind, *p, now[*p]);
	options(v, fact_field(kind, FACT_SYSTEM), now[FACT_SYSTEM]);
	view_flag(v, "open", now[FACT_CODE][0] != '\0');
	form_start(rq, "code", now[FACT_CODE]);
	form_start(rq, "system", now[FACT_SYSTEM]);
	view_text(rq->view, "plural", known_plural(kind));
	if (kind == FACT_ENCOUNTER)
		view_text(rq->view, "appointment",
		    now[ENCOUNTER_APPOINTMENT]);
}

static void
typed(struct request *rq, enum fact_kind kind,
    const char *out[FACT_PLACES])
{
	enum fact_place n = fact_field_places(kind);
	int i;

	for (i = 0; i < FACT_PLACES; i++)
		out[i] = i < (int)n ? form_text(rq, fact_field(kind,
		    (enum fact_place)i)->name) : "";
}

static const char *
today(struct request *rq)
{
	return date_today(rq->cx.arena, rq->cx.zone, rq->cx.now);
}

/* What an appointment of the case says already. */
static enum err
from_appointment(struct request *rq, const struct dossier *d,
    const char *now[FACT_PLACES])
{
	const char *number = form_text(rq, "appointment");
	struct ctx *cx = &rq->cx;
	struct appointment *a;
	struct dossier *of;
	enum err e;

	if (number[0] == '\0')
		return OK;
	if ((e = appointment_open(cx, number, LEVEL_READ, &a, &of)) != OK)
		return e;
	if (of == NULL || of->id != d->id)
		return refuse(cx, ERR_MISSING, "%s",
		    _("Choose an appointment of this case."));
	now[ENCOUNTER_APPOINTMENT] = a->number;
	now[FACT_WORDS] = a->title;
	now[ENCOUNTER_PLACE] = a->place;
	now[FACT_BEGINS] = date_text(cx->arena, cx->lang, cx->zone,
	    a->begins, cx->now, DATE_INPUT);
	now[FACT_ENDS] = date_text(cx->arena, cx->lang, cx->zone,
	    a->ends, cx->now, DATE_INPUT);
	if (a->people != NULL)
		now[ENCOUNTER_PERSON] = a->people->number;
	form_start(rq, "appointment", a->number);
	return OK;
}

enum err
get_known_new(struct request *rq)
{
	const char *now[FACT_PLACES];
	struct dossier *d;
	enum fact_kind kind;
	enum err e;
	int i;

	if ((e = known_kind(rq, &kind)) != OK ||
	    (e = patient_page_open(rq, &d)) != OK)
		return e;
	for (i = 0; i < FACT_PLACES; i++)
		now[i] = "";
	now[FACT_STATUS] = kind == FACT_ENCOUNTER ? "finished" : "active";
	if (kind == FACT_PROBLEM)
		now[PROBLEM_VERIFICATION] = "confirmed";
	if (kind == FACT_ALLERGY)
		now[ALLERGY_TOLD_ON] = today(rq);
	if (kind == FACT_ALERT)
		now[FACT_BEGINS] = today(rq);
	if (kind == FACT_ENCOUNTER)
		now[ENCOUNTER_CLASS] = "AMB";
	if (kind == FACT_ENCOUNTER &&
	    (e = from_appointment(rq, d, now)) != OK)
		return e;
	form(rq, d, kind, now);
	view_text(rq->view, "heading", _(titles[kind].note));
	return reply_page(rq, "medical/known-new.html");
}

enum err
post_known_add(struct request *rq)
{
	const char *text[FACT_PLACES];
	enum fact_kind kind;
	struct dossier *d;
	struct fact *f;
	enum err e;

	if ((e = known_kind(rq, &kind)) != OK ||
	    (e = medical_open(&rq->cx, rq->number, rq->level, &d)) != OK)
		return e;
	typed(rq, kind, text);
	if ((e = fact_act_add(&rq->cx, d, kind, text, &f)) != OK)
		return e;
	reply_notice(rq, _("Noted: %s"), f->value[FACT_WORDS]);
	return reply_redirect(rq, "/medical/%s/%s", d->number,
	    known_plural(kind));
}

static enum err
open_one(struct request *rq, struct dossier *d, struct fact **out)
{
	enum fact_kind kind;
	enum err e;

	if ((e = known_kind(rq, &kind)) != OK)
		return e;
	return fact_open(&rq->cx, d, kind, rq->no, out);
}

/* What is not to be changed is only read. */
static void
rows(struct request *rq, const struct fact *f)
{
	const enum fact_place *p;
	const char *text;
	struct view *v;

	for (p = orders[f->kind]; *p != FACT_PLACES; p++) {
		text = fact_show(&rq->cx, f, *p);
		if (text[0] == '\0')
			continue;
		v = view_item(rq->view, "rows");
		view_text(v, "label", _(fact_field(f->kind, *p)->label));
		view_text(v, "text", text);
	}
}

enum err
get_known_one(struct request *rq)
{
	const char *now[FACT_PLACES];
	struct dossier *d;
	struct fact *f;
	struct view *v;
	enum err e;

	if ((e = patient_page_open(rq, &d)) != OK ||
	    (e = open_one(rq, d, &f)) != OK)
		return e;
	v = view_part(rq->view, "fact");
	known_show(rq, v, f);
	view_flag(v, "may_change", !fact_is_error(f) && !fact_is_none(f) &&
	    d->level >= LEVEL_WORK && d->closed == 0);
	view_flag(v, "may_void", !fact_is_error(f) &&
	    d->level >= LEVEL_WORK && d->closed == 0);
	view_flag(v, "may_end", !fact_is_none(f) && f->rank < 2 &&
	    fact_holds(&rq->cx, f) && d->level >= LEVEL_WORK &&
	    d->closed == 0 && strcmp(f->value[FACT_STATUS],
	    "finished") != 0);
	view_text(v, "end", _(titles[f->kind].end));
	fact_show_typed(&rq->cx, f, now);
	form(rq, d, f->kind, now);
	rows(rq, f);
	form_start(rq, "version", arena_printf(rq->cx.arena, "%lld",
	    (long long)f->version));
	if (f->kind == FACT_ENCOUNTER)
		form_start(rq, "appointment", now[ENCOUNTER_APPOINTMENT]);
	view_text(rq->view, "heading", fact_show(&rq->cx, f, FACT_WORDS));
	view_text(rq->view, "change", _(titles[f->kind].change));
	return reply_page(rq, "medical/known-one.html");
}

enum err
post_known_change(struct request *rq)
{
	const char *text[FACT_PLACES];
	struct dossier *d;
	struct fact *f;
	enum err e;

	if ((e = medical_open(&rq->cx, rq->number, rq->level, &d)) != OK ||
	    (e = open_one(rq, d, &f)) != OK)
		return e;
	typed(rq, f->kind, text);
	if (f->kind != FACT_MEDICATION)	/* not on the form */
		text[FACT_WHY] = f->value[FACT_WHY];
	if (f->kind == FACT_ALLERGY)
		text[FACT_ENDS] = f->value[FACT_ENDS];
	if ((e = fact_act_change(&rq->cx, d, f, text, form_int(rq,
	    "version"))) != OK)
		return e;
	reply_notice(rq, "%s", _("Changed."));
	return reply_redirect(rq, "/medical/%s/%s/%lld", d->number,
	    known_plural(f->kind), (long long)f->no);
}

static enum err
page_of(struct request *rq, const char *template)
{
	struct dossier *d;
	struct fact *f;
	enum err e;

	if ((e = patient_page_open(rq, &d)) != OK ||
	    (e = open_one(rq, d, &f)) != OK)
		return e;
	known_show(rq, view_part(rq->view, "fact"), f);
	view_text(rq->view, "plural", known_plural(f->kind));
	view_text(rq->view, "heading", _(titles[f->kind].end));
	view_flag(rq->view, "moment", f->kind == FACT_ENCOUNTER);
	view_flag(rq->view, "day", f->kind != FACT_ENCOUNTER &&
	    f->kind != FACT_ALLERGY);
	view_flag(rq->view, "reason_needed", f->kind == FACT_MEDICATION);
	form_start(rq, "ends", f->kind != FACT_ENCOUNTER ? today(rq) :
	    date_text(rq->cx.arena, rq->cx.lang, rq->cx.zone, rq->cx.now,
	    rq->cx.now, DATE_INPUT));
	return reply_page(rq, template);
}

enum err
get_known_end(struct request *rq)
{
	return page_of(rq, "medical/known-end.html");
}

enum err
get_known_void(struct request *rq)
{
	return page_of(rq, "medical/known-void.html");
}

enum err
post_known_end(struct request *rq)
{
	struct dossier *d;
	struct fact *f;
	enum err e;

	if ((e = medical_open(&rq->cx, rq->number, rq->level, &d)) != OK ||
	    (e = open_one(rq, d, &f)) != OK ||
	    (e = fact_act_end(&rq->cx, d, f, form_text(rq, "ends"),
	    form_text(rq, "why"))) != OK)
		return e;
	reply_notice(rq, _("It has ended: %s"), f->value[FACT_WORDS]);
	return reply_redirect(rq, "/medical/%s/%s", d->number,
	    known_plural(f->kind));
}

enum err
post_known_void(struct request *rq)
{
	struct dossier *d;
	struct fact *f;
	enum err e;

	if ((e = medical_open(&rq->cx, rq->number, rq->level, &d)) != OK ||
	    (e = open_one(rq, d, &f)) != OK ||
	    (e = fact_act_void(&rq->cx, d, f, form_text(rq, "why"))) != OK)
		return e;
	reply_notice(rq, _("Entered in error: %s"), f->value[FACT_WORDS]);
	return reply_redirect(rq, "/medical/%s/%s", d->number,
	    known_plural(f->kind));
}

enum err
get_known_none(struct request *rq)
{
	struct dossier *d;
	enum err e;

	if ((e = patient_page_open(rq, &d)) != OK)
		return e;
	form_start(rq, "told_by", _("The patient"));
	form_start(rq, "told_on", today(rq));
	return reply_page(rq, "medical/known-none.html");
}

enum err
post_known_none(struct request *rq)
{
	struct dossier *d;
	struct fact *f;
	enum err e;

	if ((e = medical_open(&rq->cx, rq->number, rq->level, &d)) != OK ||
	    (e = fact_act_none(&rq->cx, d, form_text(rq, "told_by"),
	    form_text(rq, "told_on"), &f)) != OK)
		return e;
	reply_notice(rq, "%s", _("It is written down that there are no "
	    "known allergies."));
	return reply_redirect(rq, "/medical/%s/allergies", d->number);
}
