/* SPDX-License-Identifier: MIT */
/* What acts on care plans and services share. */
#include "domain/course/service_keep.h"

#include "store/store_compartment.h"
#include "text/date.h"

enum err
service_keep_within(struct ctx *cx, const struct dossier *d,
    struct event_body *b, int64_t no)
{
	struct compartment *c;
	enum err e;

	if ((e = store_compartment_find(cx, "medical", &c)) != OK)
		return e;
	if (c != NULL && c->id != d->compartment)
		event_within(b, no, c->id);
	return OK;
}

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
