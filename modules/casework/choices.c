/* SPDX-License-Identifier: MIT */
/* What forms let choose, and what they sent back. */
#include <string.h>

#include "casework/choices.h"
#include "casework/show.h"
#include "domain/person.h"
#include "text/date.h"
#include "text/message.h"

void
choices_terms(struct request *rq, const char *list, const struct term *t)
{
	struct view *v;

	for (; t != NULL; t = t->next) {
		v = view_item(rq->view, list);
		view_text(v, "code", t->code);
		view_text(v, "label", message_label(&t->label, rq->cx.lang));
	}
}

enum err
choices_staff(struct request *rq, const char *list)
{
	struct person *p;
	struct view *v;
	enum err e;

	if ((e = person_staff(&rq->cx, &p)) != OK)
		return e;
	for (; p != NULL; p = p->next) {
		v = view_item(rq->view, list);
		view_text(v, "number", p->number);
		view_text(v, "name", p->name);
	}
	return OK;
}

enum err
choices_teams(struct request *rq, const char *list)
{
	struct team *t;
	struct view *v;
	enum err e;

	if ((e = person_teams(&rq->cx, &t)) != OK)
		return e;
	for (; t != NULL; t = t->next) {
		v = view_item(rq->view, list);
		view_text(v, "code", t->code);
		view_text(v, "name", t->name);
	}
	return OK;
}

enum err
choices_staff_id(struct request *rq, const char *field, int64_t *out)
{
	const char *number = form_text(rq, field);
	struct person *p;
	enum err e;

	*out = 0;
	if (number[0] == '\0')
		return OK;
	if ((e = person_staff(&rq->cx, &p)) != OK)
		return e;
	for (; p != NULL; p = p->next)
		if (strcmp(p->number, number) == 0) {
			*out = p->id;
			return OK;
		}
	return refuse_field(&rq->cx, field,
	    _("Choose a member of staff from the list."));
}

enum err
choices_team_id(struct request *rq, const char *field, int64_t *out)
{
	const char *code = form_text(rq, field);
	struct team *t;
	enum err e;

	*out = 0;
	if (code[0] == '\0')
		return OK;
	if ((e = person_teams(&rq->cx, &t)) != OK)
		return e;
	for (; t != NULL; t = t->next)
		if (strcmp(t->code, code) == 0) {
			*out = t->id;
			return OK;
		}
	return refuse_field(&rq->cx, field,
	    _("Choose a team from the list."));
}

/* 36 hours after its start lies in the next day, also when clocks change. */
int64_t
choices_day_end(const struct request *rq, const char *field)
{
	const char *day = form_date(rq, field);
	int64_t start, next;

	if (day[0] == '\0' || !date_start(rq->cx.zone, day, &start))
		return 0;
	day = date_text(rq->cx.arena, "en", rq->cx.zone, start + 36 * 3600,
	    rq->cx.now, DATE_INPUT_DAY);
	if (!date_start(rq->cx.zone, day, &next))
		return 0;
	return next - 1;
}
