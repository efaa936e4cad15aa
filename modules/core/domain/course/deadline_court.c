/* SPDX-License-Identifier: MIT */
/* Deadlines by the rules of courts. */
#include "domain/course/deadline_court.h"

#include <string.h>

#include "domain/type/court_kept.h"
#include "text/date.h"
#include "text/message.h"

enum err
deadline_court_ask(struct ctx *cx, const struct dossier *d,
    const char *court, const struct court_said *said,
    struct courtcount_ask *out)
{
	const struct court *c;
	enum err e;

	*out = (struct courtcount_ask){ 0 };
	if ((e = court_kept_offers(cx, d->type, &c)) != OK)
		return e;
	while (c != NULL && strcmp(c->code, court) != 0)
		c = c->next;
	if (c == NULL)
		return refuse_field(cx, "court", "%s", _("Choose one of the "
		    "courts of this type of case."));
	return court_ask(cx, c, said, out);
}

enum err
deadline_court_rule(struct ctx *cx, const struct courtcount_ask *ask,
    struct deadline_span *out)
{
	struct courtcount r;

	courtcount(cx->arena, ask, cx->lang, &r);
	if (r.trouble != NULL)
		return refuse_field(cx, "day", "%s", _("This leads to no "
		    "day of the calendar. Choose another."));
	out->due = arena_printf(cx->arena, "date(\"%s\")",
	    date_iso(cx->arena, r.due));
	out->early = r.early == 0 ? "" : arena_printf(cx->arena,
	    "date(\"%s\")", date_iso(cx->arena, r.early));
	/* who is warned has the whole day for it */
	out->warn = r.warn == 0 ? "" : arena_printf(cx->arena,
	    "date and time(\"%sT00:00:00\")", date_iso(cx->arena, r.warn));
	out->court = court_kept_write(cx, ask);
	return OK;
}

int64_t
deadline_court_start(struct ctx *cx, const struct courtcount_ask *ask)
{
	int64_t start = cx->now;

	(void)date_start(cx->zone, date_iso(cx->arena, ask->day), &start);
	return start < cx->now ? start : cx->now;
}
