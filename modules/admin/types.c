/* SPDX-License-Identifier: MIT */
/* Case types as they are installed. */
#include "admin.h"

#include <string.h>

#include "domain/course/casetype_differ.h"
#include "domain/course/decision_show.h"
#include "domain/course/decision_table.h"
#include "domain/course/plan_words.h"
#include "domain/type/casetype.h"
#include "domain/type/casetype_check.h"
#include "domain/type/form_model.h"
#include "domain/type/plan_model.h"
#include "domain/type/rulepack_words.h"
#include "text/message.h"
#include "web/grid.h"
#include "web/pager.h"

static int64_t
installed(const struct casetype_version *v, const char *code)
{
	while (v != NULL && strcmp(v->code, code) != 0)
		v = v->next;
	return v == NULL ? 0 : v->installed;
}

static enum err
show_versions(struct request *rq, const char *code,
    const struct casetype_version *version)
{
	int newest = version == NULL ? 0 : version->version;
	struct casetype_count *n;
	struct view *v;
	enum err e;

	if ((e = casetype_counts(&rq->cx, code, &n)) != OK)
		return e;
	view_flag(rq->view, "several", version != NULL &&
	    version->next != NULL);
	for (; version != NULL && n != NULL; version = version->next,
	    n = n->next) {
		v = view_item(rq->view, "versions");
		view_int(v, "version", version->version);
		view_moment(v, "installed", version->installed);
		view_text(v, "sha256", version->sha256);
		view_text(v, "models", version->models);
		pager_count(v, "active", n->active);
		pager_count(v, "closed", n->closed);
		view_flag(v, "old", version->version != newest);
		if (version->version > 1)
			view_int(v, "before", version->version - 1);
	}
	return OK;
}

/* What is wrong with a type as it is installed; "" of all types. */
static enum err
show_problems(struct request *rq, const char *code)
{
	struct casetype_problem *p;
	struct view *v;
	enum err e;

	if ((e = casetype_check(&rq->cx, &p)) != OK)
		return e;
	for (; p != NULL; p = p->next) {
		if (code[0] != '\0' && strcmp(p->code, code) != 0)
			continue;
		v = view_item(rq->view, "problems");
		view_text(v, "code", p->code);
		view_int(v, "version", p->version);
		view_text(v, "where", p->where);
		view_text(v, "text", p->text);
		view_moment(v, "since", p->since);
	}
	return OK;
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
	if ((e = show_problems(rq, "")) != OK)
		return e;
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
		view_text(v, "kind", casetype_differ_kind(f->kind));
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

static const char *
stands_in(struct request *rq, const struct plan_model *m,
    const struct cmmn_item_use *u)
{
	size_t i;

	for (i = 0; i < m->n_own; i++)
		if (m->own[i].use->definition == u->stage)
			return plan_own_title(&rq->cx, &m->own[i]);
	return "";
}

/* Each step of the plan behind what it stands in. */
static enum err
show_plan(struct request *rq, const struct casetype *t)
{
	const struct cmmn_item_use *u;
	const struct plan_model *m;
	struct view *v;
	size_t i;
	enum err e;

	if ((e = plan_model(&rq->cx, t, &m)) != OK || m == NULL)
		return e;
	for (i = 0; i < m->n_own; i++) {
		u = m->own[i].use;
		v = view_item(rq->view, "steps");
		view_text(v, "title", plan_own_title(&rq->cx, &m->own[i]));
		view_text(v, "code", u->id);
		view_text(v, "kind", plan_model_phase(m, u)[0] != '\0' ?
		    _("Phase") : u->definition == NULL ? "" :
		    plan_words_kind(u->definition->kind));
		view_text(v, "in", stands_in(rq, m, u));
		view_flag(v, "needed", u->control.required.text != NULL);
		view_flag(v, "wanted", u->discretionary);
	}
	return OK;
}

static enum err
show_forms(struct request *rq, const struct casetype *t)
{
	const struct form_model *m;
	enum err e;

	if ((e = form_model_all(&rq->cx, t, &m)) != OK)
		return e;
	for (; m != NULL; m = m->next)
		view_option(rq->view, "forms", m->form->code, message_label(
		    &m->form->label, rq->cx.lang));
	return OK;
}

/* Which rules of its care models hold, and what gives way to them. */
static void
show_models(struct request *rq, const struct casetype *t)
{
	const struct rulepack_yield *y;
	const struct rulepack_held *h;
	const struct rulepack *p;
	struct view *v;

	if (t->rules == NULL)
		return;
	for (p = t->rules->packs; p != NULL; p = p->next)
		if (p->code[0] != '\0')
			view_text(view_option(rq->view, "models", p->code,
			    rulepack_words_pack(&rq->cx, p)), "help",
			    message_label(&p->help, rq->cx.lang));
	for (h = t->rules->held; h != NULL; h = h->next) {
		v = view_item(rq->view, "rules");
		view_text(v, "words", rulepack_words(&rq->cx, t, h->rule));
		view_text(v, "model", rulepack_words_pack(&rq->cx,
		    h->rule->pack));
		for (y = h->yields; y != NULL; y = y->next)
			view_text(view_item(v, "yields"), "words",
			    rulepack_words_yield(&rq->cx, t, h, y));
	}
}

enum err
get_type(struct request *rq)
{
	const char *code = request_part(rq, "type");
	struct casetype_version *version;
	const struct casetype *t;
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
	show_models(rq, t);
	if ((e = show_plan(rq, t)) != OK || (e = show_forms(rq, t)) != OK ||
	    (e = show_versions(rq, code, version)) != OK ||
	    (e = show_problems(rq, code)) != OK)
		return e;
	view_flag(rq->view, "may_move", (rq->cx.rights & RIGHT_LEAD) != 0);
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
