/* SPDX-License-Identifier: MIT */
/* What is known of a patient, looked up. */
#include "domain/dossier/fact.h"

#include <string.h>

#include "domain/dossier/fact_check.h"
#include "store/store_fact.h"
#include "text/date.h"
#include "text/message.h"

bool
fact_is_error(const struct fact *f)
{
	return strcmp(f->value[FACT_STATUS], FACT_ERROR) == 0 ||
	    (f->kind == FACT_PROBLEM &&
	    strcmp(f->value[PROBLEM_VERIFICATION], FACT_ERROR) == 0) ||
	    (f->kind == FACT_ALLERGY &&
	    strcmp(f->value[ALLERGY_VERIFICATION], FACT_ERROR) == 0);
}

bool
fact_is_none(const struct fact *f)
{
	return f->kind == FACT_ALLERGY &&
	    strcmp(f->value[FACT_CODE], FACT_NONE_CODE) == 0;
}

bool
fact_holds(struct ctx *cx, const struct fact *f)
{
	const char *ends = f->value[FACT_ENDS];

	if (fact_is_error(f))
		return false;
	switch (f->kind) {
	case FACT_ALLERGY:
		return f->rank < 2;
	case FACT_ENCOUNTER:
		return strcmp(f->value[FACT_STATUS], "cancelled") != 0;
	case FACT_ALERT:
		return f->rank == 0 && (ends[0] == '\0' ||
		    !fact_check_later(date_today(cx->arena, cx->zone,
		    cx->now), ends));
	default:
		return f->rank == 0;
	}
}

enum err
fact_list(struct ctx *cx, const struct dossier *d, enum fact_kind kind,
    int64_t after, int64_t limit, struct fact **out)
{
	struct fact *last = NULL;
	enum err e;

	*out = NULL;
	if (after != 0 && (e = fact_open(cx, d, kind, after, &last)) != OK)
		return e;
	return store_fact_list(cx, d, kind, last, limit, out);
}

enum err
fact_open(struct ctx *cx, const struct dossier *d, enum fact_kind kind,
    int64_t no, struct fact **out)
{
	enum err e;

	if ((e = store_fact_find(cx, d, kind, no, out)) != OK ||
	    *out != NULL)
		return e;
	return refuse(cx, ERR_MISSING, "%s",
	    _("This is not known of the patient. Look at the list again."));
}

enum err
fact_banner(struct ctx *cx, const struct dossier *d,
    struct fact_banner *out)
{
	struct fact **allergies = &out->allergies, **alerts = &out->alerts;
	struct fact *f, *next;
	enum err e;

	*out = (struct fact_banner){ .asked = FACT_UNASKED };
	if ((e = store_fact_banner(cx, d, date_today(cx->arena, cx->zone,
	    cx->now), &f)) != OK)
		return e;
	for (; f != NULL; f = next) {
		next = f->next;
		f->next = NULL;
		if (f->kind == FACT_ALERT) {
			*alerts = f;
			alerts = &f->next;
		} else if (!fact_is_none(f)) {
			*allergies = f;
			allergies = &f->next;
		} else if (out->none == NULL || out->none->noted < f->noted)
			out->none = f;
	}
	if (out->allergies != NULL) {
		out->asked = FACT_SOME;
		out->none = NULL;
	} else if (out->none != NULL)
		out->asked = FACT_NONE;
	return OK;
}
