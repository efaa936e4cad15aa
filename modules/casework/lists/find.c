/* SPDX-License-Identifier: MIT */
/* The box that finds by number, title and person. */

#include "casework/lists/pages_lists.h"
#include "casework/people/persons.h"
#include "casework/shared/show.h"
#include "domain/desk/queue.h"

const struct field find_form[] = {
	{ "text", FIELD_TEXT, .max = 200 },
	{ 0 }
};

enum err
get_find(struct request *rq)
{
	const char *text = form_text(rq, "text");
	struct find_page found = { 0 };
	struct dossier *d;
	struct person *p;
	enum err e;

	if (text[0] != '\0' &&
	    (e = queue_find(&rq->cx, text, &found)) != OK)
		return e;
	if (found.exact != NULL && found.dossiers == NULL &&
	    found.persons == NULL)
		return reply_redirect(rq, "/dossiers/%s",
		    found.exact->number);
	if (found.exact != NULL)
		show_dossier(rq, view_item(rq->view, "dossiers"),
		    found.exact);
	for (d = found.dossiers; d != NULL; d = d->next)
		show_dossier(rq, view_item(rq->view, "dossiers"), d);
	for (p = found.persons; p != NULL; p = p->next)
		persons_show(view_item(rq->view, "people"), p);
	view_text(rq->view, "text", text);
	view_flag(rq->view, "more", found.more);
	view_flag(rq->view, "nothing", text[0] != '\0' &&
	    found.exact == NULL && found.dossiers == NULL &&
	    found.persons == NULL);
	return reply_page(rq, "casework/find.html");
}
