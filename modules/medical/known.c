/* SPDX-License-Identifier: MIT */
/* Lists of what is known of a patient, and what of it stands elsewhere. */
#include "medical/known.h"

#include <stdlib.h>
#include <string.h>

#include "domain/desk/agenda.h"
#include "text/date.h"
#include "text/message.h"
#include "web/pager.h"

#define ROWS 50
#define LATEST 5	/* of each in the summary */
#define ALL 100		/* that hold, in the summary */
#define MONTH (31 * 86400)
#define MOST INT64_C(1000000000)

const struct field known_list_form[] = {
	{ "after", FIELD_INT, .min = 1, .max = MOST },
	{ 0 }
};

/* Columns beside the words; a place that is FACT_WORDS ends them. */
static const struct {
	const char *plural;
	enum fact_place columns[6];
	const char *title, *add, *empty;
} kinds[] = {
	[FACT_PROBLEM] = { "problems", { PROBLEM_SEVERITY, FACT_BEGINS,
	    FACT_ENDS, FACT_STATUS, FACT_WORDS }, N_("Problems"),
	    N_("Note a problem"), N_("No problem is noted yet.") },
	[FACT_ALLERGY] = { "allergies", { ALLERGY_CRITICALITY,
	    ALLERGY_REACTIONS, ALLERGY_TOLD_BY, ALLERGY_TOLD_ON,
	    FACT_STATUS, FACT_WORDS }, N_("Allergies"),
	    N_("Note an allergy"), N_("Nobody has asked about allergies "
	    "yet.") },
	[FACT_MEDICATION] = { "medications", { MEDICATION_DOSE,
	    MEDICATION_REASON, FACT_BEGINS, FACT_ENDS, FACT_STATUS,
	    FACT_WORDS }, N_("Medicines"), N_("Note a medicine"),
	    N_("No medicine is noted yet.") },
	[FACT_ENCOUNTER] = { "encounters", { FACT_BEGINS, ENCOUNTER_CLASS,
	    ENCOUNTER_PERSON, ENCOUNTER_PLACE, FACT_STATUS, FACT_WORDS },
	    N_("Encounters"), N_("Note an encounter"),
	    N_("No encounter is noted yet.") },
	[FACT_ALERT] = { "alerts", { ALERT_CATEGORY, FACT_BEGINS, FACT_ENDS,
	    FACT_STATUS, FACT_WORDS }, N_("Alerts"), N_("Set an alert"),
	    N_("No alert is set.") }
};

const char *
known_plural(enum fact_kind kind)
{
	return kinds[kind].plural;
}

enum err
known_kind(struct request *rq, enum fact_kind *out)
{
	const char *word = request_part(rq, "facts");
	int i;

	for (i = 0; i < FACT_KINDS; i++)
		if (strcmp(kinds[i].plural, word) == 0) {
			*out = (enum fact_kind)i;
			return OK;
		}
	return refuse(&rq->cx, ERR_MISSING, "%s",
	    _("There is no such page."));
}

/* "Confirmed · severe", what is not a column. */
static const char *
under(struct request *rq, const struct fact *f)
{
	const char *code = f->value[FACT_CODE], *certain = "";

	if (f->kind == FACT_PROBLEM || f->kind == FACT_ALLERGY)
		certain = fact_show(&rq->cx, f, f->kind == FACT_PROBLEM ?
		    PROBLEM_VERIFICATION : ALLERGY_VERIFICATION);
	if (f->kind == FACT_MEDICATION)
		certain = f->value[MEDICATION_TOLD_BY];
	if (code[0] == '\0' || fact_is_none(f))
		return certain;
	return arena_printf(rq->cx.arena, "%s %s%s%s", fact_show(&rq->cx, f,
	    FACT_SYSTEM), code, certain[0] == '\0' ? "" : " · ", certain);
}

void
known_show(struct request *rq, struct view *v, const struct fact *f)
{
	int i, n = (int)fact_field_places(f->kind);

	for (i = 0; i < n; i++)
		view_text(v, fact_field(f->kind, (enum fact_place)i)->name,
		    fact_show(&rq->cx, f, (enum fact_place)i));
	view_int(v, "no", f->no);
	view_text(v, "plural", kinds[f->kind].plural);
	view_text(v, "under", under(rq, f));
	view_flag(v, "holds", fact_holds(&rq->cx, f));
	view_flag(v, "error", fact_is_error(f));
	view_flag(v, "danger", f->kind == FACT_ALLERGY &&
	    strcmp(f->value[ALLERGY_CRITICALITY], "high") == 0);
	view_flag(v, "none", fact_is_none(f));
	view_text(v, "number", f->dossier_number);
	view_text(v, "of", f->dossier_title);
	view_moment(v, "noted", f->noted);
	view_text(v, "noted_by", f->noted_by);
	view_moment(v, "changed", f->changed);
	view_text(v, "changed_by", f->changed_by);
	view_flag(v, "was_changed", f->version > 1);
	view_text(v, "by", f->with_number);
}

static void
row(struct request *rq, const struct fact *f)
{
	const enum fact_place *p = kinds[f->kind].columns;
	struct view *v = view_item(rq->view, "facts"), *c;

	known_show(rq, v, f);
	for (; *p != FACT_WORDS; p++) {
		c = view_item(v, "cells");
		view_text(c, "label", _(fact_field(f->kind, *p)->label));
		view_text(c, "text", fact_show(&rq->cx, f, *p));
	}
}

static void
heads(struct request *rq, enum fact_kind kind)
{
	const enum fact_place *p = kinds[kind].columns;

	view_text(rq->view, "plural", kinds[kind].plural);
	view_text(rq->view, "heading", _(kinds[kind].title));
	view_text(rq->view, "add", _(kinds[kind].add));
	view_text(rq->view, "empty", _(kinds[kind].empty));
	view_text(rq->view, "words_label",
	    _(fact_field(kind, FACT_WORDS)->label));
	view_flag(rq->view, "allergies", kind == FACT_ALLERGY);
	view_flag(rq->view, "medications", kind == FACT_MEDICATION);
	for (; *p != FACT_WORDS; p++)
		view_text(view_item(rq->view, "heads"), "label",
		    _(fact_field(kind, *p)->label));
}

/* Appointments of the last weeks of which nobody made an encounter yet. */
static enum err
show_appointments(struct request *rq, const struct dossier *d,
    const struct fact *made)
{
	struct agenda_ask ask = { .of = AGENDA_OF_DOSSIER, .id = d->id,
	    .from = rq->cx.now - MONTH, .until = rq->cx.now + 86400,
	    .kinds = 1 << AGENDA_APPOINTMENT };
	const struct fact *f;
	struct agenda_item *list, *i;
	struct view *v;
	bool more;
	enum err e;

	if ((e = agenda_list(&rq->cx, &ask, &list, &more)) != OK)
		return e;
	for (i = list; i != NULL; i = i->next)
		i->wanted = true;
	if ((e = agenda_fill(&rq->cx, list)) != OK)
		return e;
	for (i = list; i != NULL; i = i->next) {
		for (f = made; f != NULL; f = f->next)
			if (strcmp(f->appointment, i->appointment) == 0)
				break;
		if (f != NULL || i->appointment[0] == '\0')
			continue;
		v = view_item(rq->view, "appointments");
		view_text(v, "number", i->appointment);
		view_text(v, "title", i->title);
		view_moment(v, "when", i->from);
	}
	return OK;
}

enum err
get_known(struct request *rq)
{
	int64_t after = form_int(rq, "after"), last = 0;
	struct fact *list, *f;
	struct dossier *d;
	enum fact_kind kind;
	enum err e;
	int n;

	if ((e = known_kind(rq, &kind)) != OK ||
	    (e = patient_page_open(rq, &d)) != OK ||
	    (e = fact_list(&rq->cx, d, kind, after, ROWS + 1, &list)) != OK)
		return e;
	heads(rq, kind);
	for (f = list, n = 0; f != NULL && n < ROWS; f = f->next, n++) {
		row(rq, f);
		last = f->no;
	}
	if (kind == FACT_ENCOUNTER && after == 0 && d->closed == 0 &&
	    d->level >= LEVEL_WORK &&
	    (e = show_appointments(rq, d, list)) != OK)
		return e;
	pager_show_no(rq, arena_printf(rq->cx.arena, "/medical/%s/%s",
	    d->number, kinds[kind].plural), f == NULL ? 0 : last);
	return reply_page(rq, "medical/known.html");
}

enum err
known_banner(struct request *rq, const struct dossier *d,
    struct view *patient)
{
	struct fact_banner b;
	const struct fact *f;
	struct view *v;
	enum err e;

	if ((e = fact_banner(&rq->cx, d, &b)) != OK)
		return e;
	view_text(patient, "of", d->number);
	view_flag(patient, "unasked", b.asked == FACT_UNASKED);
	if (b.none != NULL)
		known_show(rq, view_part(patient, "denied"), b.none);
	for (f = b.allergies; f != NULL; f = f->next) {
		v = view_item(patient, "allergies");
		known_show(rq, v, f);
		view_flag(v, "elsewhere", strcmp(f->dossier_number,
		    d->number) != 0);
	}
	for (f = b.alerts; f != NULL; f = f->next) {
		v = view_item(patient, "alerts");
		known_show(rq, v, f);
		view_flag(v, "elsewhere", strcmp(f->dossier_number,
		    d->number) != 0);
	}
	return OK;
}

/* What holds; of encounters the latest. */
enum err
known_sections(struct request *rq, const struct dossier *d)
{
	static const enum fact_kind shown[] = { FACT_PROBLEM,
	    FACT_MEDICATION, FACT_ENCOUNTER };
	struct fact *f;
	enum err e;
	size_t i;
	int n;

	for (i = 0; i < 3; i++) {
		if ((e = fact_list(&rq->cx, d, shown[i], 0, ALL, &f)) != OK)
			return e;
		for (n = 0; f != NULL; f = f->next)
			if (fact_holds(&rq->cx, f) && (shown[i] !=
			    FACT_ENCOUNTER || n < LATEST)) {
				known_show(rq, view_item(rq->view,
				    kinds[shown[i]].plural), f);
				n++;
			}
	}
	return OK;
}
