/* SPDX-License-Identifier: MIT */
/* An appointment is entered. */
#include "casework/calendar/appointment_fields.h"
#include "casework/calendar/appointments.h"
#include "casework/shared/show.h"
#include "casework/tasks/pages_work.h"
#include "domain/course/dossier_load.h"
#include "domain/dossier/dossier.h"
#include "text/date.h"
#include "text/message.h"

const struct field appointment_new_form[] = {
	{ "dossier", FIELD_TEXT, .max = 40 },
	{ "day", FIELD_DATE },
	{ 0 }
};
const struct field appointment_form[] = {
	APPOINTMENTS_FIELDS,
	{ "dossier", FIELD_TEXT, .max = 40 },
	{ 0 }
};

/* The case that the form names, or none. */
static enum err
case_of(struct request *rq, struct dossier **d)
{
	const char *number = form_text(rq, "dossier");
	enum err e;

	*d = NULL;
	if (number[0] == '\0')
		return OK;
	if ((e = dossier_open(&rq->cx, number, LEVEL_WORK, d)) != OK ||
	    (e = dossier_load(&rq->cx, *d)) != OK)
		return e;
	show_dossier(rq, view_part(rq->view, "dossier"), *d);
	return OK;
}

enum err
get_appointment_new(struct request *rq)
{
	const char *day = form_date(rq, "day");
	struct dossier *d;
	enum err e;

	if ((e = case_of(rq, &d)) != OK ||
	    (e = appointment_fields_choices(rq, d,
	    NULL)) != OK)
		return e;
	form_start(rq, "day", day[0] != '\0' ? day : date_today(
	    rq->cx.arena, rq->cx.zone, rq->cx.now));
	form_start(rq, "often", "once");
	form_start(rq, "every", "1");
	form_start(rq, "dossier", d == NULL ? "" : d->number);
	return reply_page(rq, "casework/appointment-new.html");
}

enum err
post_appointment_add(struct request *rq)
{
	struct appointment_new n;
	struct appointment *a;
	struct dossier *d;
	enum err e;

	if ((e = case_of(rq, &d)) != OK || (e = appointment_fields_typed(rq, d,
	    &n)) != OK || (e = appointment_add(&rq->cx, d, &n, &a)) != OK)
		return e;
	return appointment_fields_said(rq, d, a,
	    _("The appointment is entered."));
}
