/* SPDX-License-Identifier: MIT */
/* Case types as they are installed. */
#include "admin.h"

#include <string.h>

#include "domain/casetype.h"
#include "domain/decision_show.h"
#include "domain/decision_table.h"
#include "text/message.h"
#include "web/grid.h"

static const char *const kinds[] = {
	[VALUE_TEXT] = N_("Text"), [VALUE_LINES] = N_("Lines of text"),
	[VALUE_NUMBER] = N_("Number"), [VALUE_MONEY] = N_("Amount of money"),
	[VALUE_DATE] = N_("Date"), [VALUE_CHOICE] = N_("Choice"),
	[VALUE_PERSON] = N_("Person"), [VALUE_FLAG] = N_("Yes or no")
};

static int64_t
installed(const struct casetype_version *v, const char *code)
{
	while (v != NULL && strcmp(v->code, code) != 0)
		v = v->next;
	return v == NULL ? 0 : v->installed;
}

enum err
get_types(struct request *rq)
{
	struct casetype_version *newest;
	const struct casetype *t;
	struct view *v;
	enum err e;

	if ((e = casetype_all(&rq->cx, &t)) != OK ||
	    (e = casetype_versions(&rq->cx, "", &newest)) != OK)
		return e;
	for (; t != NULL; t = t->next) {
		v = view_option(rq->view, "types", t->code,
		    message_label(&t->label, rq->cx.lang));
		view_text(v, "description", message_label(&t->description,
		    rq->cx.lang));
		view_text(v, "prefix", t->prefix);
		view_int(v, "version", t->version);
		view_moment(v, "installed", installed(newest, t->code));
	}
	view_text(rq->view, "tab", "types");
	return reply_page(rq, "admin/types.html");
}

static void
show_fields(struct request *rq, const struct type_field *f)
{
	const struct term *t;
	struct view *v;
	int n;

	for (; f != NULL; f = f->next) {
		v = view_option(rq->view, "fields", f->code,
		    message_label(&f->label, rq->cx.lang));
		if (f->group != NULL)
			view_text(v, "group", message_label(&f->group->label,
			    rq->cx.lang));
		view_text(v, "kind", _(kinds[f->kind]));
		for (n = 0, t = f->choices; t != NULL; t = t->next)
			n++;
		view_int(v, "choices", n);
		view_flag(v, "required", f->required);
		view_flag(v, "listed", f->listed);
		view_flag(v, "later", f->later);
		view_flag(v, "due", f->due);
		view_text(v, "computed", f->computed);
	}
}

/* What tables decide on cases of the type, the risk among it. */
static void
show_decisions(struct request *rq, const struct casetype *t)
{
	const struct type_decision *d;
	struct view *v;

	for (d = t->decisions; d != NULL; d = d->next) {
		v = view_option(rq->view, "decisions", d->code,
		    decision_show_name(&rq->cx, d));
		view_text(v, "decision", d->decision);
		view_text(v, "model", d->model);
		view_flag(v, "automatic", d->automatic);
		view_flag(v, "risk", strcmp(d->code, TYPE_DECISION_RISK) == 0);
		if (d->field != NULL)
			view_text(v, "field", message_label(&d->field->label,
			    rq->cx.lang));
	}
}

enum err
get_type(struct request *rq)
{
	const char *code = request_part(rq, "type");
	struct casetype_version *version;
	const struct casetype *t;
	struct view *v;
	enum err e;

	if ((e = casetype_current(&rq->cx, code, &t)) != OK ||
	    (e = casetype_versions(&rq->cx, code, &version)) != OK)
		return e;
	view_text(rq->view, "code", t->code);
	view_text(rq->view, "label", message_label(&t->label, rq->cx.lang));
	view_text(rq->view, "description", message_label(&t->description,
	    rq->cx.lang));
	view_text(rq->view, "prefix", t->prefix);
	view_terms(rq->view, "phases", t->phases, rq->cx.lang);
	view_terms(rq->view, "roles", t->roles, rq->cx.lang);
	view_terms(rq->view, "outcomes", t->outcomes, rq->cx.lang);
	view_terms(rq->view, "risks", t->risks, rq->cx.lang);
	show_fields(rq, t->fields);
	show_decisions(rq, t);
	for (; version != NULL; version = version->next) {
		v = view_item(rq->view, "versions");
		view_int(v, "version", version->version);
		view_moment(v, "installed", version->installed);
		view_text(v, "sha256", version->sha256);
		view_text(v, "models", version->models);
	}
	return reply_page(rq, "admin/type.html");
}

enum err
get_type_tables(struct request *rq)
{
	struct decision_table *table;
	const struct casetype *t;
	struct view *v;
	int64_t id = 0;
	enum err e;

	if ((e = casetype_current(&rq->cx, request_part(rq, "type"),
	    &t)) != OK ||
	    (e = decision_table(&rq->cx, t, &table)) != OK)
		return e;
	view_text(rq->view, "code", t->code);
	view_text(rq->view, "label", message_label(&t->label, rq->cx.lang));
	view_int(rq->view, "version", t->version);
	for (; table != NULL; table = table->next) {
		v = view_item(rq->view, "tables");
		view_int(v, "id", ++id);
		view_text(v, "file", table->file);
		view_text(v, "name", table->name);
		view_text(v, "question", table->question);
		view_text(v, "description", table->description);
		view_text(v, "expression", table->expression);
		if (table->table != NULL)
			grid_show(view_part(v, "table"), table->name, false,
			    table->table);
	}
	return reply_page(rq, "admin/tables.html");
}
