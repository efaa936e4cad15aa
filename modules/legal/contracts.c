/* SPDX-License-Identifier: MIT */
/* The register of contracts: with whom, about what, until when. */
#include "legal/contracts.h"

#include <stdlib.h>
#include <string.h>

#include "base/count.h"
#include "base/day.h"
#include "domain/dossier/dossier.h"
#include "domain/type/casetype.h"
#include "text/message.h"
#include "web/pager.h"

#define ROWS 50
#define SOON (30 * DAY)	/* notice takes longer than a task */

static const char *const lists[] = { "mine", "all", "closed", NULL };

#define FILTERS								\
	{ "list", FIELD_CHOICE, .choices = lists },			\
	{ "type", FIELD_TEXT, .max = 31 },				\
	{ "state", FIELD_TEXT, .max = 31 },				\
	{ "kind", FIELD_TEXT, .max = 31 },				\
	{ "text", FIELD_TEXT, .max = 200 },				\
	{ "sort", FIELD_TEXT, .max = 20 }

const struct field contracts_form[] = {
	FILTERS,
	{ "after", FIELD_TEXT, .max = 400 },
	{ 0 }
};
const struct field contracts_csv_form[] = { FILTERS, { 0 } };

/* The type that was asked for, else the first. */
static const struct casetype *
chosen(struct request *rq, const struct casetype *const *types)
{
	const char *code = form_text(rq, "type");
	const struct casetype *type = types[0];
	size_t i;

	for (i = 0; types[i] != NULL; i++) {
		if (types[1] != NULL)
			view_option(rq->view, "types", types[i]->code,
			    message_label(&types[i]->plural, rq->cx.lang));
		if (strcmp(types[i]->code, code) == 0)
			type = types[i];
	}
	return type;
}

enum err
contracts_typed(struct request *rq, struct contracts *out)
{
	static const char *const names[] = { "type", "state", "kind", "text",
	    "sort" };
	const char *list = form_text(rq, "list");
	const struct casetype *const *types;
	struct queue_filter *f = &out->filter;
	size_t i;
	enum err e;

	*out = (struct contracts){ .list = list[0] == '\0' ? "mine" : list };
	if ((e = matter_types(&rq->cx, TYPE_VIEW_CONTRACT, &types)) != OK ||
	    types[0] == NULL)
		return e;
	out->type = chosen(rq, types);
	f->type = out->type->code;
	f->status = strcmp(out->list, "closed") == 0 ? "closed" : "active";
	f->lead = strcmp(out->list, "mine") == 0 ? rq->cx.viewer : 0;
	f->phase = form_text(rq, "state");
	f->text = form_text(rq, "text");
	f->field_value = form_text(rq, "kind");
	f->field = f->field_value[0] == '\0' ||
	    casetype_field(out->type, "kind") == NULL ? "" : "kind";
	if (f->field[0] == '\0')
		f->field_value = "";
	f->sort = strcmp(form_text(rq, "sort"), "title") == 0 ? QUEUE_TITLE :
	    QUEUE_DUE;
	out->query = request_query(rq, "", "list", out->list);
	for (i = 0; i < COUNT(names); i++)
		out->query = request_query(rq, out->query, names[i],
		    form_text(rq, names[i]));
	return OK;
}

static void
show_row(struct request *rq, const struct dossier *d,
    const struct contract *c)
{
	static const char *const fields[] = { CONTRACT_FIELDS };
	struct view *v = view_item(rq->view, "contracts");
	bool closed = d->closed != 0;
	bool late = !closed && d->due != 0 && d->due < rq->cx.now;
	size_t i;

	while (c != NULL && c->dossier != d->id)
		c = c->next;
	view_text(v, "number", d->number);
	view_text(v, "title", d->title);
	view_text(v, "state", contract_state(&rq->cx, d));
	view_flag(v, "waiting", strcmp(d->status, "waiting") == 0);
	view_text(v, "lead", d->lead_name);
	view_moment(v, "due", closed ? 0 : d->due);
	view_flag(v, "late", late);
	view_flag(v, "soon", !closed && !late && d->due != 0 &&
	    d->due < rq->cx.now + SOON);
	for (i = 0; i < COUNT(fields); i++)
		view_text(v, fields[i], contract_show(&rq->cx, d,
		    fields[i]));
	/* what is worth nothing by itself has no value to compare */
	if (strtoll(dossier_value(d, "value"), NULL, 10) == 0)
		view_text(v, "value", "");
	view_int(v, "months", strtoll(dossier_value(d, "renews"), NULL, 10));
	if (c == NULL)
		return;
	view_text(v, "party", c->party);
	view_int(v, "others", c->others);
}

static void
show_choices(struct request *rq, const struct casetype *type)
{
	const struct type_field *kind = casetype_field(type, "kind");
	const struct term *t;

	for (t = type->phases; t != NULL; t = t->next)
		view_option(rq->view, "states", t->code,
		    message_label(&t->label, rq->cx.lang));
	for (t = kind == NULL || !kind->listed ? NULL : kind->choices;
	    t != NULL; t = t->next)
		view_option(rq->view, "kinds", t->code,
		    message_label(&t->label, rq->cx.lang));
}

static enum err
show_list(struct request *rq, struct contracts *x)
{
	const char *here = arena_printf(rq->cx.arena, "/legal/contracts%s",
	    x->query);
	const struct dossier *d;
	struct queue_page page;
	struct contract *c;
	enum err e;

	x->filter.after = form_text(rq, "after");
	x->filter.limit = ROWS;
	if ((e = contract_list(&rq->cx, &x->filter, &page, &c)) != OK)
		return e;
	for (d = page.dossiers; d != NULL; d = d->next)
		show_row(rq, d, c);
	pager_count(rq->view, "count", page.count);
	pager_show(rq, here, page.next);
	view_text(rq->view, "csv", arena_printf(rq->cx.arena,
	    "/legal/contracts.csv%s", x->query));
	return OK;
}

enum err
get_contracts(struct request *rq)
{
	struct contracts x;
	enum err e;

	if ((e = contracts_typed(rq, &x)) != OK)
		return e;
	view_flag(rq->view, x.list, true);
	view_text(rq->view, "list", x.list);
	view_flag(rq->view, "narrowed", form_text(rq, "state")[0] != '\0' ||
	    form_text(rq, "kind")[0] != '\0' ||
	    form_text(rq, "text")[0] != '\0');
	if (x.type != NULL) {
		show_choices(rq, x.type);
		if ((e = matters_register(rq, x.type)) != OK ||
		    (e = show_list(rq, &x)) != OK)
			return e;
	}
	return reply_page(rq, "legal/contracts.html");
}
