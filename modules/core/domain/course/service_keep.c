/* SPDX-License-Identifier: MIT */
/* Civil days, as services count them. */
#include "domain/course/service_keep.h"

#include "text/date.h"

const char *
service_keep_today(struct ctx *cx)
{
	return date_today(cx->arena, cx->zone, cx->now);
}

int64_t
service_keep_day(const char *iso)
{
	int64_t start;

	return date_start("UTC", iso, &start) ? date_day(start) : 0;
}
