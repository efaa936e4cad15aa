/* SPDX-License-Identifier: MIT */
/* What a file of FHIR becomes on a case. */
#include <string.h>

#include "domain/desk/fhir_weigh.h"
#include "domain/dossier/fact.h"
#include "domain/spine/event.h"
#include "domain/spine/keep.h"
#include "store/store_fhir.h"
#include "text/message.h"

static enum err
take_one(struct ctx *cx, struct dossier *d, struct fhir_line *l)
{
	struct fact *x = NULL;
	enum err e;

	if (l->fate == FHIR_NEW && fhir_weigh_denies(l))
		e = fact_act_none(cx, d, l->values[ALLERGY_TOLD_BY],
		    l->values[ALLERGY_TOLD_ON], &x);
	else if (l->fate == FHIR_NEW)
		e = fact_act_add(cx, d, l->kind, l->values, &x);
	else if ((e = fact_open(cx, d, l->kind, l->kept.no, &x)) == OK)
		e = fact_act_change(cx, d, x, l->values, x->version);
	if (e == OK)
		l->kept.no = x->no;
	if (e != ERR_INVALID && e != ERR_CONFLICT)
		return e;
	l->why = fhir_weigh_forget(cx, l->kind);
	l->fate = FHIR_KEPT;
	return OK;
}

static enum err
tell(struct ctx *cx, struct dossier *d, const struct fhir_file *f)
{
	struct event_body *b = event_body(cx);

	event_fact(b, "file", f->name);
	event_count(b, "new", (int64_t)f->fates[FHIR_NEW]);
	event_count(b, "changed", (int64_t)f->fates[FHIR_CHANGED]);
	event_count(b, "kept", (int64_t)f->fates[FHIR_KEPT]);
	return event_add(cx, d, "fhir.taken", b);
}

enum err
fhir_take(struct ctx *cx, struct dossier *d, struct fhir_file *f,
    bool anyway)
{
	struct fhir_line *l;
	enum err e;

	if ((e = keep_open(cx, d)) != OK || (e = fhir_weigh(cx, d, f)) != OK)
		return e;
	if (!f->same && !anyway)
		return refuse_field(cx, "anyway", "%s", _("Say that it is "
		    "about the patient of this case."));
	if (f->fates[FHIR_KNOWN] == f->n)
		return OK;
	memset(f->fates, 0, sizeof(f->fates));
	for (l = f->lines; l != NULL; l = l->next) {
		if (l->fate == FHIR_NEW || l->fate == FHIR_CHANGED)
			if ((e = take_one(cx, d, l)) != OK)
				return e;
		if (l->fate != FHIR_KNOWN &&
		    (e = store_fhir_put(cx, d, &l->kept)) != OK)
			return e;
		f->fates[l->fate]++;
	}
	return tell(cx, d, f);
}
