/* SPDX-License-Identifier: MIT */
/* What is due or late for patients. */
#include "domain/desk/gap.h"

#include <stdlib.h>
#include <string.h>

#include "domain/course/service_keep.h"
#include "store/store_service.h"
#include "text/date.h"

/* The key is the day, and how many of it were shown already. */
enum err
gap_list(struct ctx *cx, const struct gap_filter *f, struct gap_page *out)
{
	struct store_service_gaps s = { .mine = f->mine, .team = f->team,
	    .from = "", .until = "", .aftercare = f->aftercare,
	    .limit = f->limit + 1 };
	const char *today = service_keep_today(cx);
	int64_t day = service_keep_day(today), shown = 0;
	struct service_day *y;
	int n = 1;
	enum err e;

	*out = (struct gap_page){ .next = "" };
	if (f->when == GAP_LATE)
		s.until = date_iso(cx->arena, day - 1);
	else if (f->when == GAP_TODAY)
		s.from = s.until = today;
	else if (f->when == GAP_WEEK)
		s.until = date_iso(cx->arena, day + 6);
	if (strlen(f->after) > 11 && f->after[10] == '.') {
		s.from = arena_textn(cx->arena, f->after, 10);
		s.without = strtoll(f->after + 11, NULL, 10);
		if (s.without < 0 || s.without > 10000)
			s.without = 0;
	}
	if ((e = store_service_gaps(cx, &s, &out->days)) != OK)
		return e;
	for (y = out->days; y != NULL; y = y->next, n++) {
		if (strcmp(y->day, s.from) != 0) {
			s.from = y->day;
			s.without = shown = 0;
		}
		shown++;
		if (n != f->limit || y->next == NULL)
			continue;
		out->next = arena_printf(cx->arena, "%s.%lld", y->day,
		    (long long)(s.without + shown));
		y->next = NULL;
	}
	return OK;
}

enum err
gap_count(struct ctx *cx, struct gap_counts *out)
{
	return store_service_gaps_count(cx, service_keep_today(cx), GAP_MANY,
	    &out->late, &out->today, &out->all);
}
