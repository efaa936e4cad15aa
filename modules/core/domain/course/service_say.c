/* SPDX-License-Identifier: MIT */
/* What became of the days of services. */
#include <string.h>

#include "domain/course/service.h"
#include "domain/course/service_keep.h"
#include "domain/dossier/undo.h"
#include "domain/spine/event.h"
#include "domain/spine/keep.h"
#include "store/store_service.h"
#include "text/date.h"
#include "text/message.h"

static enum err
said_ok(struct ctx *cx, const struct service_said *n, struct service_day *y)
{
	static const char *const states[] = { SERVICE_STATES, NULL };
	const char *today = service_keep_today(cx);
	enum err e, bad = OK;
	size_t i = 0;

	while (states[i] != NULL && (n->how == NULL ||
	    strcmp(states[i], n->how) != 0))
		i++;
	if (states[i] == NULL)
		return refuse_field(cx, "how", "%s",
		    _("Choose what became of it."));
	if (y->state == (enum service_state)i)
		return refuse(cx, ERR_CONFLICT, "%s",
		    _("This was said of it already."));
	y->state = (enum service_state)i;
	y->done = "";
	if (y->state == SERVICE_DONE) {
		y->done = n->done != NULL && n->done[0] != '\0' ? n->done :
		    strcmp(y->day, today) > 0 ? today : y->day;
		if (!date_civil_ok(y->done) || strcmp(y->done, today) > 0)
			bad = refuse_field(cx, "done", "%s",
			    _("Say on which day it was done, today at the "
			    "latest."));
	}
	e = y->state == SERVICE_EXCUSED ?
	    keep_reason(cx, "reason", n->reason, &y->reason) :
	    keep_text(cx, "reason", n->reason, 0, KEEP_REASON, true,
	    &y->reason);
	if (y->state == SERVICE_MISSED && strcmp(y->day, today) > 0)
		bad = refuse_field(cx, "how", "%s", _("Its day is still to "
		    "come. It can be done or excused."));
	return bad != OK ? bad : e;
}

enum err
service_say(struct ctx *cx, struct dossier *d, struct service *x,
    const char *day, const struct service_said *n)
{
	static const char *const kinds[] = { "service.reopened",
	    "service.done", "service.missed", "service.excused" };
	struct event_body *b;
	struct undo *u = NULL;
	struct service_day *y;
	enum service_state was;
	enum err e;

	if ((e = keep_open(cx, d)) != OK ||
	    (e = store_service_day_find(cx, x, day, &y)) != OK)
		return e;
	if (y == NULL)
		return refuse(cx, ERR_MISSING, "%s",
		    _("This service is not due on that day."));
	was = y->state;
	if ((e = said_ok(cx, n, y)) != OK ||
	    (e = undo_watch(cx, d, UNDO_CARE, &u)) != OK ||
	    (e = store_service_day_say(cx, y, was)) != OK ||
	    (e = undo_step(cx, u, kinds[y->state])) != OK)
		return e;
	b = event_body(cx);
	event_number(b, "no", x->no);
	event_fact(b, "title", x->title);
	event_fact(b, "day", y->day);
	if (y->done[0] != '\0')
		event_fact(b, "done", y->done);
	event_why(b, y->reason);
	if ((e = service_keep_within(cx, d, b, x->no)) != OK)
		return e;
	return event_add(cx, d, kinds[y->state], b);
}
