/* SPDX-License-Identifier: MIT */
/* What each resource of a file would become on a case. */
#include "domain/desk/fhir_weigh.h"

#include <string.h>

#include "domain/desk/medical.h"
#include "domain/dossier/fact.h"
#include "domain/dossier/fact_check.h"
#include "store/store_fhir.h"
#include "text/message.h"

const char *
fhir_weigh_forget(struct ctx *cx, enum fact_kind kind)
{
	const char *why = cx->why == NULL ? "" : cx->why;
	enum fact_place i;

	for (i = 0; cx->mistakes != NULL && i < fact_field_places(kind); i++)
		if (strcmp(fact_field(kind, i)->name,
		    cx->mistakes->field) == 0)
			why = arena_printf(cx->arena, "%s: %s",
			    message(fact_field(kind, i)->label), why);
	cx->why = NULL;
	cx->mistakes = NULL;
	return why;
}

static bool
in_error(const struct fhir_line *l)
{
	const char *of = l->kind == FACT_PROBLEM ?
	    l->values[PROBLEM_VERIFICATION] : l->kind == FACT_ALLERGY ?
	    l->values[ALLERGY_VERIFICATION] : l->values[FACT_STATUS];

	return strcmp(of, FACT_ERROR) == 0;
}

bool
fhir_weigh_denies(const struct fhir_line *l)
{
	return l->kind == FACT_ALLERGY &&
	    strcmp(l->values[FACT_CODE], FACT_NONE_CODE) == 0;
}

/* What a file does not say of a row stays. */
static void
fill(struct ctx *cx, struct fhir_line *l, const struct fact *old)
{
	const char *typed[FACT_PLACES];

	if (l->kind != FACT_ENCOUNTER || old == NULL)
		return;
	fact_show_typed(cx, old, typed);
	l->values[ENCOUNTER_APPOINTMENT] = typed[ENCOUNTER_APPOINTMENT];
	if (l->values[ENCOUNTER_PERSON][0] == '\0')
		l->values[ENCOUNTER_PERSON] = typed[ENCOUNTER_PERSON];
}

/* Could it be a row? OK with a reason in ->why where it could not. */
static enum err
fit(struct ctx *cx, struct dossier *d, struct fhir_line *l,
    const struct fact *old)
{
	struct fact f = { .kind = l->kind };
	enum err e;

	if (in_error(l)) {
		l->why = _("It was entered in error there.");
		return OK;
	}
	if (l->kind != FACT_ENCOUNTER && l->kind != FACT_ALERT &&
	    l->values[FACT_STATUS][0] == '\0' && old == NULL)
		l->values[FACT_STATUS] = "active";
	if (fhir_weigh_denies(l) && l->values[ALLERGY_TOLD_BY][0] == '\0') {
		l->why = _("It does not say who told that there are no "
		    "allergies.");
		return OK;
	}
	if (l->kind == FACT_ALERT && l->values[ALERT_CATEGORY][0] == '\0')
		l->values[ALERT_CATEGORY] = "clinical";
	fill(cx, l, old);
	e = fact_check(cx, d, &f, l->values, old);
	if (e != ERR_INVALID)
		return e;
	l->why = fhir_weigh_forget(cx, l->kind);
	return OK;
}

static enum err
weigh(struct ctx *cx, struct dossier *d, struct fhir_line *l,
    const struct fhir_kept *before)
{
	struct fact *old = NULL;
	enum err e;

	l->why = "";
	l->fate = FHIR_KEPT;
	if (before != NULL && strcmp(before->xml, l->kept.xml) == 0) {
		l->fate = FHIR_KNOWN;
		l->kept.no = before->no;
		return OK;
	}
	if (!l->mapped) {
		l->why = strcmp(l->type, "Patient") == 0 ?
		    _("The patient of the case stays as they are here.") :
		    _("This type has no place of its own on a case.");
		return OK;
	}
	if (before != NULL && before->no != 0) {
		e = fact_open(cx, d, l->kind, before->no, &old);
		if (e == ERR_MISSING)
			fhir_weigh_forget(cx, l->kind);
		else if (e != OK)
			return e;
	}
	if ((e = fit(cx, d, l, old)) != OK || l->why[0] != '\0')
		return e;
	l->fate = old == NULL ? FHIR_NEW : FHIR_CHANGED;
	l->kept.no = old == NULL ? 0 : old->no;
	return OK;
}

enum err
fhir_weigh(struct ctx *cx, struct dossier *d, struct fhir_file *f)
{
	struct fhir_kept *all, *k;
	struct fhir_line *l;
	struct person *p;
	enum err e;

	if ((e = medical_patient(cx, d, &p)) != OK ||
	    (e = store_fhir_list(cx, d, &all)) != OK)
		return e;
	f->same = p != NULL && f->named && fhir_person_is(cx, &f->patient, p);
	memset(f->fates, 0, sizeof(f->fates));
	for (l = f->lines; l != NULL; l = l->next) {
		for (k = all; k != NULL && (strcmp(k->type, l->type) != 0 ||
		    strcmp(k->name, l->kept.name) != 0); k = k->next)
			;
		if ((e = weigh(cx, d, l, k)) != OK)
			return e;
		f->fates[l->fate]++;
	}
	return OK;
}

