/* SPDX-License-Identifier: MIT */
/* What was booked on a matter, on its page. */
#include "domain/dossier/booking_sum.h"
#include "domain/dossier/booking.h"
#include "legal/legal.h"
#include "text/number.h"

enum err
matter_costs_show(struct request *rq, const struct dossier *d)
{
	struct booking_total t;
	struct view *v;
	enum err e;

	if (!booking_here(d))
		return OK;
	if ((e = booking_sum(&rq->cx, d, &t)) != OK)
		return e;
	v = view_part(rq->view, "costs");
	view_flag(v, "here", true);
	view_int(v, "n", t.n);
	view_text(v, "hours", t.all.minutes == 0 ? "" :
	    booking_hours(&rq->cx, t.all.minutes));
	view_text(v, "amount", booking_sum_show(&rq->cx, t.all.money));
	view_text(v, "billable", booking_sum_billable(&rq->cx,
	    t.all.money));
	view_flag(v, "may_time", d->level >= LEVEL_WORK && d->closed == 0 &&
	    booking_codes(d, BOOKING_TIME) != NULL);
	if (t.currency[0] == '\0')
		return OK;
	view_text(v, "estimate", number_money(rq->cx.arena, rq->cx.lang,
	    t.estimate, t.currency));
	view_int(v, "percent", t.percent);
	view_flag(v, "near", t.near);
	view_flag(v, "over", t.over);
	return OK;
}
