/* SPDX-License-Identifier: MIT */
/* The list of matters: where each is, against whom, and its next date. */
#include <string.h>

#include "domain/desk/proceeding.h"
#include "domain/desk/queue.h"
#include "domain/people/access.h"
#include "domain/type/casetype.h"
#include "legal/legal.h"
#include "text/date.h"
#include "text/message.h"
#include "web/pager.h"

#define ROWS 50

static const char *const lists[] = { "mine", "all", "closed", NULL };

const struct field matters_form[] = {
	{ "list", FIELD_CHOICE, .choices = lists },
	{ "type", FIELD_TEXT, .max = 31 },
	{ "after", FIELD_TEXT, .max = 400 },
	{ 0 }
};

static void
show_row(struct request *rq, const struct dossier *d, const struct matter *m)
{
	struct view *v = view_item(rq->view, "matters");
	bool closed = d->closed != 0;
	bool late = !closed && d->due != 0 && d->due < rq->cx.now;

	while (m != NULL && m->dossier != d->id)
		m = m->next;
	view_text(v, "number", d->number);
	view_text(v, "title", d->title);
	view_text(v, "client", d->requester);
	view_text(v, "stage", d->phase[0] == '\0' ? "" :
	    casetype_word(&rq->cx, d->type->phases, d->phase));
	view_flag(v, "waiting", strcmp(d->status, "waiting") == 0);
	view_text(v, "lead", d->lead_name);
	view_moment(v, "due", d->due);
	view_flag(v, "late", late);
	view_flag(v, "soon", !closed && !late && d->due != 0 &&
	    d->due < rq->cx.now + DATE_SOON);
	if (m == NULL)
		return;
	view_text(v, "court", m->court);
	view_text(v, "reference", m->reference);
	view_text(v, "opponent", m->opponent);
	view_moment(v, "hearing", m->hearing);
}

/* The type that was asked for, else the first. */
static const struct casetype *
chosen(struct request *rq, const struct casetype *const *types)
{
	const char *code = form_text(rq, "type");
	const struct casetype *type = types[0];
	size_t i;

	for (i = 0; types[i] != NULL; i++) {
		if (types[0] != NULL && types[1] != NULL)
			view_option(rq->view, "types", types[i]->code,
			    message_label(&types[i]->plural, rq->cx.lang));
		if (strcmp(types[i]->code, code) == 0)
			type = types[i];
	}
	return type;
}

enum err
matters_register(struct request *rq, const struct casetype *type)
{
	struct scope_choice *s;
	enum err e;

	if ((rq->cx.rights & RIGHT_INTAKE) == 0)
		return OK;
	if ((e = access_scopes(&rq->cx, LEVEL_WORK, &s)) != OK)
		return e;
	while (s != NULL && strcmp(s->type, type->code) != 0)
		s = s->next;
	view_text(rq->view, "register", s == NULL ? "" : s->type);
	return OK;
}

static enum err
show_list(struct request *rq, const struct casetype *type, const char *list)
{
	struct queue_filter f = { .type = type->code, .sort = QUEUE_DUE,
	    .status = strcmp(list, "closed") == 0 ? "closed" : "active",
	    .lead = strcmp(list, "mine") == 0 ? rq->cx.viewer : 0,
	    .after = form_text(rq, "after"), .limit = ROWS };
	const char *here = request_query(rq, request_query(rq, "/legal",
	    "list", list), "type", form_text(rq, "type"));
	struct queue_page page;
	const struct dossier *d;
	struct matter *m;
	enum err e;

	if ((e = queue_list(&rq->cx, &f, &page)) != OK ||
	    (e = proceeding_matters(&rq->cx, page.dossiers, &m)) != OK)
		return e;
	for (d = page.dossiers; d != NULL; d = d->next)
		show_row(rq, d, m);
	pager_count(rq->view, "count", page.count);
	pager_show(rq, here, page.next);
	return OK;
}

enum err
get_matters(struct request *rq)
{
	const char *list = form_text(rq, "list");
	const struct casetype *const *types, *type;
	enum err e;

	if (list[0] == '\0')
		list = "mine";
	view_flag(rq->view, list, true);
	view_text(rq->view, "list", list);
	if ((e = matter_types(&rq->cx, TYPE_VIEW_CONTRACT, &types)) != OK)
		return e;
	view_flag(rq->view, "contracts", types[0] != NULL);
	if ((e = matter_types(&rq->cx, TYPE_VIEW_LEGAL, &types)) != OK)
		return e;
	if ((type = chosen(rq, types)) != NULL) {
		view_text(rq->view, "undated", request_query(rq,
		    "/dossiers?undated=1&status=active", "type",
		    type->code));
		if ((e = matters_register(rq, type)) != OK ||
		    (e = show_list(rq, type, list)) != OK)
			return e;
	}
	return reply_page(rq, "legal/matters.html");
}
