/* SPDX-License-Identifier: MIT */
/* Services in words. */
#include "domain/course/service.h"
#include "domain/course/service_keep.h"
#include "text/message.h"
#include "text/recur.h"

int64_t
service_words_late(struct ctx *cx, const char *day)
{
	int64_t n = service_keep_day(service_keep_today(cx)) -
	    service_keep_day(day);

	return n > 0 ? n : 0;
}

static const char *
one_in(struct ctx *cx, const struct recur *r)
{
	if (r->n == 1)
		return r->unit == 'D' ? _("Every day") :
		    r->unit == 'W' ? _("Every week") :
		    r->unit == 'M' ? _("Every month") : _("Every year");
	return arena_printf(cx->arena, r->unit == 'D' ? _("Every %d days") :
	    r->unit == 'W' ? _("Every %d weeks") :
	    r->unit == 'M' ? _("Every %d months") : _("Every %d years"),
	    r->n);
}

static const char *
many_in(struct ctx *cx, const struct recur *r)
{
	if (r->n == 1)
		return arena_printf(cx->arena,
		    r->unit == 'W' ? _("%d times a week") :
		    r->unit == 'M' ? _("%d times a month") :
		    _("%d times a year"), r->times);
	return arena_printf(cx->arena, r->unit == 'D' ?
	    _("%d times in %d days") : r->unit == 'W' ?
	    _("%d times in %d weeks") : r->unit == 'M' ?
	    _("%d times in %d months") : _("%d times in %d years"),
	    r->times, r->n);
}

const char *
service_words_rhythm(struct ctx *cx, const char *every, int times)
{
	struct recur r;

	if (!recur_parse(every, times, &r) || r.unit == 0)
		return _("Once");
	return r.times == 1 ? one_in(cx, &r) : many_in(cx, &r);
}
