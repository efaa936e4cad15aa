/* SPDX-License-Identifier: MIT */
/* Services as time goes by. */
#include "domain/house/service_clock.h"

#include "base/monotonic.h"
#include "domain/course/service.h"
#include "domain/course/service_keep.h"
#include "domain/spine/work.h"
#include "store/store_service.h"
#include "text/date.h"

#define BATCH 100	/* services of a transaction */
#define LONGEST 40000	/* milliseconds of a run */

static enum err
make(struct ctx *cx, struct service_clock_report *out, int *n)
{
	const char *until = date_iso(cx->arena, service_keep_day(
	    service_keep_today(cx)) + SERVICE_AHEAD);
	struct service *x;
	enum err e;

	*n = 0;
	if ((e = work_begin(cx, WORK_WRITE)) == OK &&
	    (e = store_service_gaps_next(cx, until, &x, BATCH)) == OK)
		for (; x != NULL && e == OK; x = x->next, ++*n)
			e = service_make(cx, x, true);
	if (e == OK && (e = work_commit(cx)) == OK)
		out->made += *n;
	work_undo(cx);
	return e;
}

enum err
service_clock(struct ctx *cx, struct service_clock_report *out)
{
	int64_t end = monotonic_ms() + LONGEST;
	int n = BATCH;
	enum err e = OK;

	*out = (struct service_clock_report){ 0 };
	while (e == OK && n == BATCH && monotonic_ms() < end)
		e = make(cx, out, &n);
	if (e != OK)
		return e;
	if ((e = work_begin(cx, WORK_WRITE)) == OK &&
	    (e = store_service_gaps_tell(cx, service_keep_today(cx),
	    &out->told)) == OK)
		e = work_commit(cx);
	work_undo(cx);
	return e;
}
