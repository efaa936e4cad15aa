/* SPDX-License-Identifier: MIT */
/* The summary of one patient's case. */
#include <string.h>

#include "domain/dossier/dossier.h"
#include "domain/type/casetype.h"
#include "medical/banner.h"
#include "medical/careplans.h"
#include "medical/known.h"
#include "medical/medical.h"
#include "medical/notes.h"
#include "medical/patient_consents.h"
#include "medical/models.h"
#include "medical/team.h"
#include "text/message.h"

static const char *
status_word(const struct dossier *d)
{
	return d->closed != 0 ? _("Closed") :
	    strcmp(d->status, "waiting") == 0 ? _("Waiting") : _("Open");
}

enum err
patient_page_open(struct request *rq, struct dossier **out)
{
	struct dossier *d;
	struct view *v;
	enum err e;

	if ((e = medical_open(&rq->cx, rq->number, rq->level, &d)) != OK)
		return e;
	v = view_part(rq->view, "dossier");
	view_text(v, "number", d->number);
	view_text(v, "title", d->title);
	view_text(v, "type", message_label(&d->type->label, rq->cx.lang));
	view_text(v, "team", d->team_name);
	view_text(v, "status", status_word(d));
	view_text(v, "phase", d->phase[0] == '\0' ? "" :
	    casetype_word(&rq->cx, d->type->phases, d->phase));
	view_text(v, "outcome", d->outcome[0] == '\0' ? "" :
	    dossier_outcome(&rq->cx, d->type, d->outcome));
	view_text(v, "lead", d->lead_name);
	view_flag(v, "closed", d->closed != 0);
	view_flag(v, "may_work", d->level >= LEVEL_WORK && d->closed == 0);
	view_flag(v, "may_move", d->level >= LEVEL_WORK && d->closed == 0 &&
	    d->verdict[0] != '\0' && d->type->phases != NULL &&
	    (rq->cx.rights & RIGHT_LEAD) != 0);
	*out = d;
	return banner_show(rq, d);
}

enum err
get_patient(struct request *rq)
{
	struct dossier *d;
	enum err e;

	if ((e = patient_page_open(rq, &d)) != OK ||
	    (e = known_sections(rq, d)) != OK ||
	    (e = notes_section(rq, d)) != OK ||
	    (e = patient_consents_show(rq, d)) != OK)
		return e;
	if ((e = careplans_show(rq, d)) != OK)
		return e;
	if ((e = patient_rules_show(rq, d)) != OK)
		return e;
	team_show(rq, d, false);
	return reply_page(rq, "medical/patient.html");
}
