/* SPDX-License-Identifier: MIT */
/* What the way to a registration carries from step to step. */
#include "intake.h"

#include <string.h>

static const char *
field_of(const struct draft *d, const char *name)
{
	const struct json_pair *p;

	for (p = d->fields; p != NULL; p = p->next)
		if (p->group[0] == '\0' && strcmp(p->name, name) == 0)
			return p->text;
	return "";
}

/* The address decides, else the draft. */
static const char *
given(struct request *rq, const struct entry *n, const char *name)
{
	const char *text = form_text(rq, name);

	return text[0] != '\0' || n->draft == NULL ? text :
	    field_of(n->draft, name);
}

enum err
entry_read(struct request *rq, struct entry *out)
{
	const char *arrival;
	enum err e;

	*out = (struct entry){ .number = form_text(rq, "draft") };
	if (out->number[0] != '\0' && rq->method == GET &&
	    (e = draft_open(&rq->cx, out->number, &out->draft)) != OK)
		return e;
	out->type = given(rq, out, "type");
	out->person = given(rq, out, "person");
	out->who = out->person[0] != '\0' ? "" : given(rq, out, "who");
	out->medium = given(rq, out, "medium");
	out->team = given(rq, out, "team");
	arrival = given(rq, out, "arrival");
	return arrival[0] == '\0' ? OK :
	    arrival_open(&rq->cx, arrival, &out->arrival);
}

const char *
entry_address(struct request *rq, const struct entry *n, const char *type,
    const char *person, const char *who)
{
	const char *to = "/intake/new";

	to = request_query(rq, to, "type", type);
	to = request_query(rq, to, "person", person);
	to = request_query(rq, to, "who", who);
	if (n->number[0] != '\0')	/* it holds the rest */
		return request_query(rq, to, "draft", n->number);
	if (n->arrival != NULL)
		return request_query(rq, to, "arrival", n->arrival->number);
	to = request_query(rq, to, "medium", n->medium);
	return request_query(rq, to, "team", n->team);
}
