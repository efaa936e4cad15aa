/* SPDX-License-Identifier: MIT */
/* A hearing is entered; afterwards it is an appointment as any other. */
#include <string.h>

#include "domain/desk/appointment.h"
#include "domain/desk/proceeding.h"
#include "legal/legal.h"
#include "text/date.h"
#include "text/message.h"
#include "text/number.h"

const struct field hearing_page_form[] = {
	{ "proceeding", FIELD_INT, .min = 1, .max = 1000000000 },
	{ 0 }
};
const struct field hearing_form[] = {
	{ "proceeding", FIELD_INT, .min = 1, .max = 1000000000 },
	{ "title", FIELD_TEXT, .min = 1, .max = 200 },
	{ "day", FIELD_DATE, .min = 1 },
	{ "begins", FIELD_TEXT, .max = 8 },
	{ "ends", FIELD_TEXT, .max = 8 },
	{ "place", FIELD_TEXT, .max = 200 },
	{ "note", FIELD_LINES, .max = 2000 },
	{ 0 }
};

static enum err
minute(struct request *rq, const char *field, int *out)
{
	const char *typed = form_text(rq, field);

	*out = -1;
	return typed[0] == '\0' || date_minute(typed, out) ? OK :
	    refuse_field(&rq->cx, field, "%s",
	    _("This is no time. Write it as 9:00."));
}

enum err
get_hearing_new(struct request *rq)
{
	int64_t no = form_int(rq, "proceeding");
	struct dossier *d;
	enum err e;

	if ((e = matter_page_open(rq, &d)) != OK ||
	    (e = proceedings_choices(rq, d)) != OK)
		return e;
	form_start(rq, "title", _("Hearing"));
	if (no != 0)
		form_start(rq, "proceeding", number_plain(rq->cx.arena, no,
		    0));
	return reply_page(rq, "legal/hearing-new.html");
}

/* Who enters it takes part; others are added on its own page. */
enum err
post_hearing_add(struct request *rq)
{
	struct appointment_new n = { .title = form_text(rq, "title"),
	    .place = form_text(rq, "place"), .others = "",
	    .note = form_text(rq, "note"), .day = form_date(rq, "day"),
	    .last = "", .people = &rq->cx.viewer, .n = 1 };
	struct appointment *a;
	struct dossier *d;
	enum err e, f;

	if ((e = matter_open(&rq->cx, rq->number, rq->level, &d)) != OK)
		return e;
	e = minute(rq, "begins", &n.begins);
	f = minute(rq, "ends", &n.ends);
	if (e != OK || f != OK)
		return e != OK ? e : f;
	if ((e = proceeding_hearing_add(&rq->cx, d,
	    form_int(rq, "proceeding"), &n, &a)) != OK)
		return e;
	reply_notice(rq, "%s", _("The hearing is entered."));
	return reply_redirect(rq, "/calendar/%s", a->number);
}
