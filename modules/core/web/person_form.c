/* SPDX-License-Identifier: MIT */
/* Who is described in a form. */
#include "web/person_form.h"

#include "domain/people/person.h"
#include "web/form.h"
#include "web/request.h"

const char *
person_form_name(struct request *rq, char list, int row, const char *what)
{
	return arena_printf(rq->cx.arena, "%c.%d.%s", list, row, what);
}

int
person_form_rows(struct request *rq, char list, const char *what)
{
	int n = PERSON_FORM_ROWS;

	while (n > 0 && !form_has(rq, person_form_name(rq, list, n - 1, what)))
		n--;
	return n;
}

static const char *
cell(struct request *rq, char list, int row, const char *what)
{
	return form_text(rq, person_form_name(rq, list, row, what));
}

static struct identifier *
typed_identifiers(struct request *rq)
{
	struct identifier *list = NULL, *i;
	int n;

	for (n = person_form_rows(rq, 'i', "value"); n > 0; n--) {
		i = arena_alloc(rq->cx.arena, sizeof(*i));
		i->kind = cell(rq, 'i', n - 1, "kind");
		i->value = cell(rq, 'i', n - 1, "value");
		i->next = list;
		list = i;
	}
	return list;
}

static struct address *
typed_addresses(struct request *rq)
{
	struct address *list = NULL, *a;
	int n;

	for (n = person_form_rows(rq, 'a', "text"); n > 0; n--) {
		a = arena_alloc(rq->cx.arena, sizeof(*a));
		a->kind = cell(rq, 'a', n - 1, "kind");
		a->text = cell(rq, 'a', n - 1, "text");
		a->next = list;
		list = a;
	}
	return list;
}

void
person_form_typed(struct request *rq, struct person_new *out)
{
	*out = (struct person_new){
		.name = form_text(rq, "name"),
		.given = form_text(rq, "given"),
		.family = form_text(rq, "family"),
		.email = form_text(rq, "email"),
		.phone = form_text(rq, "phone"),
		.address = form_text(rq, "address"),
		.language = form_text(rq, "language"),
		.identifiers = typed_identifiers(rq),
		.addresses = typed_addresses(rq)
	};
}
