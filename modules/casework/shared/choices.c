/* SPDX-License-Identifier: MIT */
/* What forms let choose, and what they sent back. */
#include <string.h>

#include "base/count.h"
#include "casework/shared/choices.h"
#include "casework/shared/show.h"
#include "domain/desk/queue.h"
#include "domain/dossier/dossier.h"
#include "domain/dossier/label.h"
#include "domain/dossier/rulepack_gate.h"
#include "domain/people/compartment.h"
#include "domain/people/person.h"
#include "text/date.h"
#include "text/message.h"

#define FOUND_ROWS 20	/* cases that a form proposes */

static struct view *
staff_item(struct request *rq, const char *list, const struct person *p)
{
	struct view *v = view_item(rq->view, list);

	view_text(v, "number", p->number);
	view_text(v, "name", p->name);
	return v;
}

enum err
choices_staff(struct request *rq, const char *list)
{
	struct person *p;
	enum err e;

	if ((e = person_staff(&rq->cx, &p)) != OK)
		return e;
	for (; p != NULL; p = p->next)
		staff_item(rq, list, p);
	return OK;
}

enum err
choices_staff_leads(struct request *rq, const char *list,
    const struct casetype *t)
{
	struct rulepack_gate_lead *led, *l;
	struct person *p;
	struct view *v;
	enum err e;

	if ((e = person_staff(&rq->cx, &p)) != OK ||
	    (e = rulepack_gate_leads(&rq->cx, t, &led)) != OK)
		return e;
	for (; p != NULL; p = p->next) {
		v = staff_item(rq, list, p);
		for (l = led; l != NULL && l->person != p->id;)
			l = l->next;
		view_text(v, "load", l == NULL ? "" :
		    rulepack_gate_load_words(&rq->cx, t, l->cases));
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
choices_labels(struct request *rq)
{
	struct dossier_label *l;
	struct view *v;
	enum err e;

	if ((e = label_all(&rq->cx, &l)) != OK)
		return e;
	for (; l != NULL; l = l->next) {
		v = view_item(rq->view, "labels");
		view_text(v, "code", l->code);
		view_text(v, "name", l->name);
	}
	return OK;
}

/* By its number, or by its row where that is NULL; out NULL: none. */
static enum err
find_staff(struct request *rq, const char *number, int64_t id,
    struct person **out)
{
	struct person *p;
	enum err e;

	if ((e = person_staff(&rq->cx, &p)) == OK)
		while (p != NULL && (number == NULL ? p->id != id :
		    strcmp(p->number, number) != 0))
			p = p->next;
	*out = e == OK ? p : NULL;
	return e;
}

static enum err
find_team(struct request *rq, const char *code, int64_t id, struct team **out)
{
	struct team *t;
	enum err e;

	if ((e = person_teams(&rq->cx, &t)) == OK)
		while (t != NULL && (code == NULL ? t->id != id :
		    strcmp(t->code, code) != 0))
			t = t->next;
	*out = e == OK ? t : NULL;
	return e;
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
	if ((e = find_staff(rq, number, 0, &p)) != OK)
		return e;
	if (p == NULL)
		return refuse_field(&rq->cx, field,
		    _("Choose a member of staff from the list."));
	*out = p->id;
	return OK;
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
	if ((e = find_team(rq, code, 0, &t)) != OK)
		return e;
	if (t == NULL)
		return refuse_field(&rq->cx, field,
		    _("Choose a team from the list."));
	*out = t->id;
	return OK;
}

const char *
choices_staff_word(struct request *rq, const char *number)
{
	struct person *p;

	return find_staff(rq, number, 0, &p) == OK && p != NULL ? p->name :
	    number;
}

const char *
choices_team_word(struct request *rq, const char *code)
{
	struct team *t;

	return find_team(rq, code, 0, &t) == OK && t != NULL ? t->name : code;
}

const char *
choices_staff_number(struct request *rq, int64_t id)
{
	struct person *p;

	return id != 0 && find_staff(rq, NULL, id, &p) == OK && p != NULL ?
	    p->number : "";
}

const char *
choices_team_code(struct request *rq, int64_t id)
{
	struct team *t;

	return id != 0 && find_team(rq, NULL, id, &t) == OK && t != NULL ?
	    t->code : "";
}

static void
show_found(struct request *rq, const struct dossier *d,
    const struct dossier *f, int *n)
{
	for (; f != NULL; f = f->next)
		if (f->id != d->id && ++*n <= FOUND_ROWS)
			show_dossier(rq, view_item(rq->view, "found"), f);
}

enum err
choices_cases(struct request *rq, const struct dossier *d)
{
	const char *find = form_text(rq, "find");
	struct find_page f = { 0 };
	int n = 0;
	enum err e;

	if (find[0] != '\0' && (e = queue_find(&rq->cx, find, &f)) != OK)
		return e;
	if (f.exact != NULL)
		f.exact->next = NULL;
	show_found(rq, d, f.exact, &n);
	show_found(rq, d, f.dossiers, &n);
	if (f.exact != NULL && f.exact->id != d->id)
		form_start(rq, "other", f.exact->number);
	else if (n == 1)
		form_start(rq, "other", f.dossiers->number);
	view_text(rq->view, "find", find);
	view_flag(rq->view, "more_found", f.more || n > FOUND_ROWS);
	return OK;
}

enum err
choices_case(struct request *rq, const char *field, enum level level,
    struct dossier **out)
{
	enum err e = dossier_open(&rq->cx, form_text(rq, field), level, out);

	if (e == ERR_MISSING)
		return refuse_field(&rq->cx, field, "%s",
		    _("There is no such case, or it is not for you."));
	return e;
}

bool
choices_refused(const struct request *rq, const char *field)
{
	const struct mistake *m = rq->cx.mistakes;

	while (m != NULL && strcmp(m->field, field) != 0)
		m = m->next;
	return m != NULL;
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

void
choices_days(const struct request *rq, int64_t *from, int64_t *until)
{
	*from = *until = 0;
	if (form_date(rq, "from")[0] != '\0')
		date_start(rq->cx.zone, form_date(rq, "from"), from);
	if (form_date(rq, "to")[0] != '\0')
		*until = choices_day_end(rq, "to") + 1;
}

int64_t
choices_actor(struct request *rq, const struct person *list)
{
	const char *number = form_text(rq, "person");
	int64_t chosen = number[0] == '\0' ? 0 : INT64_MAX;
	struct view *v;

	for (; list != NULL; list = list->next) {
		v = view_item(rq->view, "actors");
		view_text(v, "number", list->number);
		view_text(v, "name", list->name);
		if (strcmp(list->number, number) == 0)
			chosen = list->id;
	}
	return chosen;
}

const char *
choices_entries(struct request *rq, const char *page, const char *without)
{
	static const char *const names[] = { "kind", "person", "from", "to" };
	const char *address;
	size_t i;

	address = arena_printf(rq->cx.arena, "/dossiers/%s/%s", rq->number,
	    page);
	for (i = 0; i < COUNT(names); i++)
		if (strcmp(names[i], without) != 0)
			address = request_query(rq, address, names[i],
			    form_text(rq, names[i]));
	return address;
}

enum err
choices_compartments(struct request *rq, int64_t now)
{
	struct compartment *c;
	enum err e;

	if ((e = compartment_list(&rq->cx, &c)) != OK)
		return e;
	for (; c != NULL; c = c->next) {
		if (!c->held)
			continue;
		view_option(rq->view, "compartments", c->code,
		    compartment_word(c->name));
		if (c->id == now)
			form_start(rq, "compartment", c->code);
	}
	return OK;
}
