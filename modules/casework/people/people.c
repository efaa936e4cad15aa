/* SPDX-License-Identifier: MIT */
/* The register of persons and organisations: found, seen, made, changed. */

#include "casework/people/pages_people.h"
#include "casework/people/persons.h"
#include "casework/shared/show.h"
#include "domain/dossier/party.h"
#include "domain/people/person.h"
#include "text/message.h"
#include "web/pager.h"

#define DOSSIER_ROWS 50

const struct field people_form[] = {
	{ "text", FIELD_TEXT, .max = 200 },
	{ 0 }
};

const struct field person_page_form[] = {
	{ "after", FIELD_TEXT, .max = 200 },
	{ 0 }
};

const struct field person_form[] = {
	PERSONS_FIELDS,
	{ "sure", FIELD_FLAG },
	{ 0 }
};

enum err
get_people(struct request *rq)
{
	const char *text = form_text(rq, "text");
	struct person *p = NULL;
	int n = 0;
	enum err e;

	if (text[0] != '\0' &&
	    (e = person_find(&rq->cx, text, LIST_ROWS + 1, &p)) != OK)
		return e;
	for (; p != NULL && n < LIST_ROWS; p = p->next, n++)
		persons_show(view_item(rq->view, "people"), p);
	view_int(rq->view, "count", n);
	view_flag(rq->view, "more", p != NULL);
	view_text(rq->view, "text", text);
	return reply_page(rq, "casework/people.html");
}

enum err
get_person(struct request *rq)
{
	const char *after = form_text(rq, "after");
	struct person_dossier *pd, *last = NULL;
	struct person *p;
	struct view *v;
	int n = 0;
	enum err e;

	e = person_open(&rq->cx, request_part(rq, "person"), &p);
	if (e != OK)
		return e;
	e = person_dossiers(&rq->cx, p, after, DOSSIER_ROWS + 1, &pd);
	if (e != OK)
		return e;
	v = view_part(rq->view, "person");
	persons_show(v, p);
	persons_show_more(v, p);
	view_text(rq->view, "language", persons_language(p->language));
	view_flag(v, "calendar", p->login[0] != '\0' &&
	    (rq->cx.rights & RIGHT_STAFF) != 0);
	view_flag(v, "account",
	    (rq->cx.rights & (RIGHT_LEAD | RIGHT_AUDIT)) != 0);
	for (; pd != NULL && n < DOSSIER_ROWS; pd = pd->next, n++) {
		last = pd;
		v = view_item(rq->view, "dossiers");
		view_text(v, "number", pd->number);
		view_text(v, "title", pd->title);
		view_text(v, "type",
		    message_label(&pd->type->label, rq->cx.lang));
		view_text(v, "role", party_role(&rq->cx, pd->type, pd->role));
		view_text(v, "status", show_status(pd->status));
		view_moment(v, "added", pd->added);
		view_moment(v, "ended", pd->ended);
	}
	pager_show(rq, arena_printf(rq->cx.arena, "/people/%s", p->number),
	    pd == NULL || last == NULL ? "" : last->key);
	return reply_page(rq, "casework/person.html");
}

enum err
get_person_new(struct request *rq)
{
	enum err e;

	persons_choices(rq, NULL);
	if ((e = persons_show_likely(rq)) != OK)
		return e;
	return reply_page(rq, "casework/person-new.html");
}

enum err
post_person_new(struct request *rq)
{
	struct person *p;
	enum err e;

	if ((e = persons_make(rq, &p)) != OK)
		return e;
	reply_notice(rq, _("%s was added."), p->name);
	return reply_redirect(rq, "/people/%s", p->number);
}
