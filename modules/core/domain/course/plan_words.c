/* SPDX-License-Identifier: MIT */
/* Why something waits, begins or is not offered, in words of people. */
#include "domain/course/plan_words.h"

#include <string.h>

#include "base/count.h"
#include "domain/course/decision_input.h"
#include "domain/dossier/dossier.h"
#include "domain/dossier/dossier_words.h"
#include "domain/type/casetype.h"
#include "domain/type/casetype_name.h"
#include "domain/type/document_kind.h"
#include "domain/type/formula.h"
#include "text/message.h"
#include "text/number.h"

/* What an item does, and that it has not done it; %s: what it is called. */
static const struct happening {
	enum cmmn_transition transition;
	const char *yes, *no;
} happenings[] = {
	{ CMMN_COMPLETE, N_("“%s” is done"), N_("“%s” is not done yet") },
	{ CMMN_OCCUR, N_("“%s” has happened"),
	    N_("“%s” has not happened yet") },
	{ CMMN_START, N_("“%s” has begun"), N_("“%s” has not begun yet") },
	{ CMMN_MANUAL_START, N_("“%s” was begun"),
	    N_("nobody has begun “%s” yet") },
	{ CMMN_CREATE, N_("“%s” is part of the plan"),
	    N_("“%s” is not part of the plan yet") },
	{ CMMN_ENABLE, N_("“%s” can be begun"),
	    N_("“%s” cannot be begun yet") },
	{ CMMN_DISABLE, N_("“%s” is skipped"),
	    N_("“%s” is not skipped") },
	{ CMMN_REENABLE, N_("“%s” is not skipped any more"),
	    N_("“%s” is not taken up again") },
	{ CMMN_TERMINATE, N_("“%s” was ended"),
	    N_("“%s” has not been ended") },
	{ CMMN_EXIT, N_("“%s” was ended"), N_("“%s” has not been ended") },
	{ CMMN_PARENT_TERMINATE, N_("“%s” was ended"),
	    N_("“%s” has not been ended") },
	{ CMMN_SUSPEND, N_("“%s” is on hold"),
	    N_("“%s” is not on hold") },
	{ CMMN_PARENT_SUSPEND, N_("“%s” is on hold"),
	    N_("“%s” is not on hold") },
	{ CMMN_RESUME, N_("“%s” goes on"), N_("“%s” has not gone on") },
	{ CMMN_PARENT_RESUME, N_("“%s” goes on"),
	    N_("“%s” has not gone on") },
	{ CMMN_REACTIVATE, N_("“%s” was taken up again"),
	    N_("“%s” was not taken up again") },
	{ CMMN_FAULT, N_("“%s” has failed"), N_("“%s” has not failed") },
	{ CMMN_CLOSE, N_("“%s” is closed"), N_("“%s” is not closed yet") },
	{ CMMN_FILE_CREATE, N_("“%s” is there"),
	    N_("“%s” is not there yet") },
	{ CMMN_FILE_UPDATE, N_("“%s” was changed"),
	    N_("“%s” was not changed") },
	{ CMMN_FILE_REPLACE, N_("“%s” was changed"),
	    N_("“%s” was not changed") },
	{ CMMN_FILE_DELETE, N_("“%s” was taken away"),
	    N_("“%s” was not taken away") }
};

static const char *
happens(struct ctx *cx, const char *title, enum cmmn_transition t, bool yes)
{
	const struct happening *h;
	size_t i;

	for (i = 0; i < COUNT(happenings); i++) {
		h = &happenings[i];
		if (h->transition == t)
			return arena_printf(cx->arena, message(yes ? h->yes :
			    h->no), title);
	}
	return arena_printf(cx->arena, yes ? _("“%s” was changed") :
	    _("“%s” was not changed"), title);
}

const char *
plan_words_happens(struct ctx *cx, const char *title, enum cmmn_transition t)
{
	return happens(cx, title, t, true);
}

/* A field or group of the type, or a kind of document. */
static const char *
file_title(struct ctx *cx, const struct casetype *type, const char *name)
{
	const char *label = decision_input_label(cx, type, name);

	return strcmp(label, name) != 0 ? label :
	    document_kind_word(cx, type, name);
}

const char *
plan_words_file(struct ctx *cx, const struct casetype *type, const char *name,
    enum cmmn_transition t)
{
	return happens(cx, file_title(cx, type, name), t, true);
}

/* What a condition uses of the case itself, as it is written: case.risk,
 * case.age in days; "" what says nothing to people. */
static const char *
case_fact(struct ctx *cx, const struct casetype *type, const char *member,
    const char *text)
{
	static const char *const told[] = {
		"risk", "phase", "status", "team", "title"
	};
	const char *label = strncmp(member, "age", 3) == 0 ?
	    _("Age in days") : "";
	size_t i;

	for (i = 0; i < COUNT(told); i++)
		if (strcmp(told[i], member) == 0)
			label = dossier_words_label(cx, type, member);
	if (label[0] == '\0')
		return "";
	return text[0] == '\0' ? arena_printf(cx->arena,
	    _("“%s” is not known yet"), label) :
	    arena_printf(cx->arena, _("“%s” is %s"), label,
	    dossier_words_show(cx, type, member, text));
}

const char *
plan_words_fact(struct ctx *cx, const struct casetype *type,
    const char *field, const char *canonical)
{
	const struct type_field *f = casetype_field(type, field);
	const char *label = decision_input_label(cx, type, field);

	if (strncmp(field, "case.", 5) == 0)
		return canonical[0] == '\0' ? "" :
		    case_fact(cx, type, field + 5, canonical);
	if (f == NULL)
		return arena_printf(cx->arena, _("it depends on “%s”"),
		    label);
	if (canonical[0] == '\0' && f->kind != VALUE_FLAG)
		return arena_printf(cx->arena, _("“%s” is not known yet"),
		    label);
	return arena_printf(cx->arena, _("“%s” is %s"), label,
	    casetype_show(cx, f, f->kind == VALUE_FLAG &&
	    canonical[0] == '\0' ? "0" : canonical));
}

/* The same of a case as it is now. */
static const char *
case_now(struct ctx *cx, const struct dossier *d, const char *member)
{
	const struct { const char *name, *text; } all[] = {
		{ "risk", decision_input_risk(d->type, d->risk) },
		{ "phase", d->phase },
		{ "status", d->status },
		{ "team", d->team_name },
		{ "title", d->title },
		{ "age", number_plain(cx->arena,
		    (cx->now - d->received) / (24 * 3600), 0) }
	};
	const char *text = "";
	size_t i;

	for (i = 0; i < COUNT(all); i++)
		if (strcmp(all[i].name, member) == 0)
			text = all[i].text;
	return case_fact(cx, d->type, member, text);
}

const char *
plan_words_add(struct ctx *cx, const char *list, const char *one)
{
	if (one[0] == '\0' || strstr(list, one) != NULL)
		return list;
	return list[0] == '\0' ? one : arena_printf(cx->arena, _("%s, %s"),
	    list, one);
}

/* All that the expression uses, as it is now. */
static const char *
facts(struct ctx *cx, const struct dossier *d, const struct plan_model *m,
    const char *condition)
{
	struct formula_piece p = { 0 };
	const char *list = "", *name;
	const struct type_group *g;
	size_t i;

	for (i = 0; i + 1 < m->scope.n; i++) {
		name = arena_textn(cx->arena, m->scope.names[i].name.text,
		    m->scope.names[i].name.len);
		if (!formula_uses(condition, name))
			continue;
		if (strcmp(name, DECISION_MODEL_FORMS) == 0) {
			list = plan_words_add(cx, list,
			    _("it depends on forms"));
			continue;
		}
		for (g = d->type->groups; g != NULL &&
		    strcmp(g->code, name) != 0; g = g->next)
			;
		list = plan_words_add(cx, list, g != NULL ?
		    arena_printf(cx->arena, _("it depends on “%s”"),
		    message_label(&g->plural, cx->lang)) :
		    plan_words_fact(cx, d->type, name,
		    dossier_value(d, name)));
	}
	while (formula_next(&condition, &p))
		if (p.kind == FORMULA_MEMBER)
			list = plan_words_add(cx, list, case_now(cx, d,
			    arena_textn(cx->arena, p.text, p.len)));
	return list;
}

/* What is wanting of a criterion; "" nothing. */
static const char *
wanting(struct ctx *cx, const struct dossier *d, const struct plan *p,
    const struct cmmn_reason *r)
{
	const char *list = "", *one;

	for (; r != NULL; r = r->next) {
		if (r->held)
			continue;
		if (r->on == NULL) {
			one = facts(cx, d, p->model, r->condition);
			list = plan_words_add(cx, list, one[0] == '\0' ?
			    _("its condition does not hold") : one);
		} else if (r->on->item != NULL)
			list = plan_words_add(cx, list, happens(cx,
			    plan_model_title(cx, p->model, r->on->item),
			    r->on->event, false));
		else if (r->on->file != NULL)
			list = plan_words_add(cx, list, happens(cx,
			    file_title(cx, d->type, r->on->file->name),
			    r->on->event, false));
	}
	return list;
}

const char *
plan_words_waits(struct ctx *cx, const struct dossier *d, struct plan *p,
    const struct cmmn_item *i)
{
	const struct cmmn_wait *w;
	const char *list = "", *one;

	for (w = cmmn_waits(&p->run, i); w != NULL; w = w->next) {
		one = wanting(cx, d, p, w->reasons);
		if (one[0] == '\0')
			continue;
		list = list[0] == '\0' ? one : arena_printf(cx->arena,
		    _("%s; or else %s"), list, one);
	}
	return list[0] == '\0' ? "" : arena_printf(cx->arena,
	    _("not yet, because %s"), list);
}

const char *
plan_words_not_offered(struct ctx *cx, const struct dossier *d,
    struct plan *p, const struct cmmn_offer *of)
{
	const char *list = "";

	if (of->rule != NULL && of->rule->condition.text != NULL)
		list = facts(cx, d, p->model, of->rule->condition.text);
	if (list[0] == '\0')
		return _("It does not apply to this case now.");
	return arena_printf(cx->arena, _("Not now, because %s."), list);
}

const char *
plan_words_kind(enum cmmn_kind kind)
{
	switch (kind) {
	case CMMN_STAGE:
	case CMMN_FRAGMENT:
		return _("Stage");
	case CMMN_TASK:
	case CMMN_HUMAN_TASK:
		return _("Task");
	case CMMN_PROCESS_TASK:
		return _("Automatic task");
	case CMMN_CASE_TASK:
		return _("Another case");
	case CMMN_DECISION_TASK:
		return _("Decision");
	case CMMN_MILESTONE:
		return _("Milestone");
	case CMMN_TIMER_LISTENER:
		return _("Timer");
	case CMMN_EVENT_LISTENER:
	case CMMN_USER_LISTENER:
		break;
	}
	return _("Event");
}

const char *
plan_words_state(enum cmmn_kind kind, enum cmmn_state state)
{
	switch (state) {
	case CMMN_AVAILABLE:
		return _("Waits");
	case CMMN_ENABLED:
		return _("May be begun");
	case CMMN_DISABLED:
		return _("Skipped");
	case CMMN_ACTIVE:
		return kind == CMMN_STAGE ? _("Under way") : _("To do");
	case CMMN_SUSPENDED:
		return _("On hold");
	case CMMN_FAILED:
		return _("Failed");
	case CMMN_COMPLETED:
		return kind == CMMN_MILESTONE ? _("Reached") :
		    kind == CMMN_USER_LISTENER ||
		    kind == CMMN_TIMER_LISTENER ||
		    kind == CMMN_EVENT_LISTENER ? _("Happened") : _("Done");
	case CMMN_TERMINATED:
		return _("Ended");
	case CMMN_CLOSED:
		return _("Closed");
	case CMMN_NONE:
		break;
	}
	return "";
}
