/* SPDX-License-Identifier: MIT */
/* The tray: what arrived and has no verdict yet, oldest first. */
#include "intake.h"

#include <string.h>

#include "domain/access.h"
#include "domain/casetype.h"
#include "domain/queue.h"
#include "text/message.h"

#define OLD (3 * 86400)	/* seconds after which a request is marked */

const char *const mediums[] = {
	"web", "phone", "counter", "letter", "mail", NULL
};

const struct field tray_form[] = {
	{ "type",  FIELD_TEXT, .max = 64 },
	{ "after", FIELD_TEXT, .max = 400 },
	{ NULL }
};

const char *
medium_word(const char *code)
{
	static const struct { const char *code, *word; } words[] = {
		{ "web", N_("Web") },
		{ "phone", N_("Phone") },
		{ "counter", N_("Counter") },
		{ "letter", N_("Letter") },
		{ "mail", N_("E-mail") },
		{ "import", N_("Import") },
	};
	size_t i;

	for (i = 0; i < sizeof(words) / sizeof(*words); i++)
		if (strcmp(code, words[i].code) == 0)
			return _(words[i].word);
	return code;
}

static enum err
type_choices(struct request *rq)
{
	const char *chosen = form_text(rq, "type");
	const struct casetype *t;
	struct view *v;
	enum err e;

	if ((e = casetype_all(&rq->cx, &t)) != OK)
		return e;
	for (; t != NULL; t = t->next) {
		v = view_item(rq->view, "types");
		view_text(v, "code", t->code);
		view_text(v, "label", message_label(&t->label, rq->cx.lang));
		if (strcmp(t->code, chosen) == 0)
			view_text(rq->view, "type",
			    message_label(&t->label, rq->cx.lang));
	}
	return OK;
}

enum err
get_tray(struct request *rq)
{
	struct queue_filter filter = { .unscreened = true, .status = "open",
	    .sort = QUEUE_RECEIVED, .limit = 50, .phase = "", .text = "",
	    .field = "", .field_value = "" };
	struct queue_page page;
	struct dossier *d;
	struct view *v;
	enum err e;

	filter.type = form_text(rq, "type");
	filter.after = form_text(rq, "after");
	if ((e = type_choices(rq)) != OK ||
	    (e = queue_list(&rq->cx, &filter, &page)) != OK)
		return e;
	for (d = page.dossiers; d != NULL; d = d->next) {
		v = view_item(rq->view, "requests");
		view_text(v, "number", d->number);
		view_text(v, "title", d->title);
		view_text(v, "type", message_label(&d->type->label,
		    rq->cx.lang));
		view_text(v, "requester", d->requester);
		view_text(v, "medium", medium_word(d->medium));
		view_text(v, "team", d->team_name);
		view_moment(v, "received", d->received);
		view_text(v, "age", rq->cx.now - d->received > OLD ?
		    "mark late" : NULL);
	}
	view_int(rq->view, "count", page.count > 1000 ? 1000 : page.count);
	view_flag(rq->view, "many", page.count > 1000);
	view_text(rq->view, "next", page.next);
	view_text(rq->view, "type_code", filter.type);
	form_start(rq, "type", filter.type);
	return reply_page(rq, "intake/tray.html");
}
