/* SPDX-License-Identifier: MIT */
/* Filters of the queue between the address and the domain. */
#include <string.h>

#include "base/count.h"
#include "casework/lists/filters.h"
#include "casework/shared/choices.h"
#include "casework/shared/show.h"
#include "domain/dossier/label.h"
#include "domain/people/person.h"
#include "domain/type/casetype.h"
#include "text/message.h"

const char *const filters_statuses[] = {
	"active", "open", "waiting", "closed", NULL
};

/* field and value are one filter, type carries version, phase, risk and
 * field. */
static const char *const names[] = {
	"type", "type_version", "status", "phase", "risk", "owner", "team",
	"overdue", "undated", "silent", "unscreened", "person", "label",
	"field", "value", "text"
};
#define NAMES COUNT(names)

/* A number that stands for any. */
static bool
is_zero(struct request *rq, const char *name)
{
	return (strcmp(name, "risk") == 0 ||
	    strcmp(name, "type_version") == 0) && form_int(rq, name) == 0;
}

const char *
filters_address(struct request *rq, const char *without)
{
	bool field = strcmp(without, "field") == 0;
	bool type = strcmp(without, "type") == 0;
	const char *address = "/dossiers";
	size_t i;

	for (i = 0; i < NAMES; i++) {
		if (strcmp(names[i], without) == 0)
			continue;
		if ((field || type) && (strcmp(names[i], "value") == 0 ||
		    strcmp(names[i], "field") == 0))
			continue;
		if (is_zero(rq, names[i]) ||
		    (type && strcmp(names[i], "type_version") == 0))
			continue;
		address = request_query(rq, address, names[i],
		    form_text(rq, names[i]));
	}
	return address;
}

const char *
filters_list(struct request *rq, const char *sort, const char *columns)
{
	const char *address = filters_address(rq, "");

	address = request_query(rq, address, "sort", sort);
	address = request_query(rq, address, "columns", columns);
	return request_query(rq, address, "view", form_text(rq, "view"));
}

const char *
filters_here(struct request *rq)
{
	return filters_list(rq, form_text(rq, "sort"),
	    form_text(rq, "columns"));
}

const char *
filters_within(struct request *rq)
{
	const char *list = filters_address(rq, "") + strlen("/dossiers");

	list = request_query(rq, list, "sort", form_text(rq, "sort"));
	list = request_query(rq, list, "view", form_text(rq, "view"));
	return list[0] != '\0' ? list : "?list=1";
}

bool
filters_given(struct request *rq)
{
	return form_flag(rq, "list") || form_text(rq, "sort")[0] != '\0' ||
	    strchr(filters_address(rq, ""), '?') != NULL;
}

const struct casetype *
filters_type(struct request *rq)
{
	const struct casetype *type;

	if (form_text(rq, "type")[0] == '\0' ||
	    casetype_current(&rq->cx, form_text(rq, "type"), &type) != OK)
		return NULL;
	return type;
}

const struct type_field *
filters_field(struct request *rq)
{
	const struct casetype *type = filters_type(rq);

	const struct type_field *f = type == NULL ? NULL :
	    casetype_field(type, form_text(rq, "field"));

	/* a list by it would tell it, one guess after the other */
	return f == NULL || f->class >= CLASS_GUARDED ? NULL : f;
}

/* A choice may be typed by its word, anything else as in its form. */
static const char *
canonical_value(struct request *rq, const struct type_field *f)
{
	const char *typed = form_text(rq, "value"), *canonical;
	const struct term *t;

	for (t = f->choices; t != NULL; t = t->next)
		if (strcmp(typed, message_label(&t->label, rq->cx.lang)) == 0)
			return t->code;
	if (casetype_value(&rq->cx, f, typed, &canonical) != OK)
		return typed;
	return canonical;
}

static int64_t
chosen_person(struct request *rq, const char *number)
{
	struct person *p;

	if (number[0] == '\0')
		return 0;
	if (strcmp(number, "me") == 0)
		return rq->cx.viewer;
	if (strcmp(number, "none") == 0)
		return -1;
	return person_open(&rq->cx, number, &p) == OK ? p->id : FILTERS_NONE;
}

/* By number; where staff are too many for a list, also by name. */
static int64_t
chosen_lead(struct request *rq, const char *typed)
{
	int64_t id = chosen_person(rq, typed), named;

	return id == FILTERS_NONE && person_staff_named(&rq->cx, typed,
	    &named) == OK && named != 0 ? named : id;
}

static int64_t
chosen_team(struct request *rq)
{
	int64_t team;

	return choices_team_id(rq, "team", &team) == OK ? team : FILTERS_NONE;
}

static int64_t
chosen_label(struct request *rq)
{
	const char *code = form_text(rq, "label");
	struct dossier_label *l;

	if (code[0] == '\0')
		return 0;
	return label_open(&rq->cx, code, &l) == OK ? l->id : FILTERS_NONE;
}

/* "due-down": the name of an order, and whether from its end. */
static void
typed_sort(struct request *rq, struct queue_filter *f)
{
	char *name = arena_text(rq->cx.arena, form_text(rq, "sort"));
	char *down = strstr(name, "-down");

	f->descending = down != NULL && down[5] == '\0';
	if (f->descending)
		*down = '\0';
	if (!queue_sort_by_name(name, &f->sort)) {
		f->sort = QUEUE_RISK;
		f->descending = true;
	}
}

enum err
filters_typed(struct request *rq, struct queue_filter *out)
{
	const struct type_field *field = filters_field(rq);

	memset(out, 0, sizeof(*out));
	out->type = form_text(rq, "type");
	if (out->type[0] != '\0')
		out->version = (int)form_int(rq, "type_version");
	out->status = form_text(rq, "status");
	out->phase = form_text(rq, "phase");
	out->risk = (int)form_int(rq, "risk");
	out->lead = chosen_lead(rq, form_text(rq, "owner"));
	out->team = chosen_team(rq);
	out->overdue = form_flag(rq, "overdue");
	out->undated = form_flag(rq, "undated");
	out->silent = form_flag(rq, "silent");
	out->unscreened = form_flag(rq, "unscreened");
	out->text = form_text(rq, "text");
	out->person = chosen_person(rq, form_text(rq, "person"));
	out->label = chosen_label(rq);
	out->field = out->field_value = out->after = "";
	if (field != NULL && form_text(rq, "value")[0] != '\0') {
		out->field = field->code;
		out->field_value = canonical_value(rq, field);
	}
	typed_sort(rq, out);
	/* what does not exist is told by the empty list, not as a mistake */
	rq->cx.why = NULL;
	rq->cx.mistakes = NULL;
	return OK;
}

void
filters_keep(struct request *rq, const char *list, const char *name)
{
	const char *text = form_text(rq, name);
	struct view *v;

	if (text[0] == '\0' || is_zero(rq, name))
		return;
	v = view_item(rq->view, list);
	view_text(v, "name", name);
	view_text(v, "value", text);
}

void
filters_carry(struct request *rq, const char *list, bool columns)
{
	size_t i;

	for (i = 0; i < NAMES; i++)
		filters_keep(rq, list, names[i]);
	filters_keep(rq, list, "sort");
	if (columns)
		filters_keep(rq, list, "columns");
}
