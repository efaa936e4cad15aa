/* SPDX-License-Identifier: MIT */
/* What became of the plan, in a sentence. */
#include "domain/story/timeline_plan.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/count.h"
#include "domain/course/plan_words.h"
#include "domain/dossier/dossier_words.h"
#include "domain/spine/event_get.h"
#include "domain/story/tell.h"
#include "domain/type/casetype.h"
#include "domain/type/plan_model.h"
#include "text/message.h"

#define MOST 5		/* things that one sentence names */

struct planned {
	struct ctx *cx;
	const struct casetype *type;	/* may be NULL */
	const struct plan_model *model;	/* the same */
	const struct event *event;
	bool told;	/* what people did stands above it */
	const char *said;	/* no reason says it again */
};

/* One transition, as plan_keep_steps() wrote it. */
struct step {
	const char *n;		/* its number in the event */
	const char *transition, *to, *because, *used;
	int64_t item;
	const char *title;
	enum cmmn_kind kind;
};

static const char *
fact(const struct planned *t, const char *name)
{
	return event_get(t->cx, t->event, "fact", name);
}

static const struct plan_own *
own_of(const struct planned *t, const char *used)
{
	return t->model == NULL || strcmp(used, "-") == 0 ? NULL :
	    plan_model_own_by_id(t->model, used);
}

/* The n-th word of a text with blanks between. */
static const char *
word(const struct planned *t, const char *text, int n)
{
	for (; n > 0 && *text != '\0'; n--) {
		text += strcspn(text, " ");
		text += *text == ' ';
	}
	return arena_textn(t->cx->arena, text, strcspn(text, " "));
}

static const char *
title_of(const struct planned *t, const char *used)
{
	const struct plan_own *own = own_of(t, used);

	return own != NULL ? plan_own_title(t->cx, own) : used;
}

static struct step
step_of(const struct planned *t, const struct event_pair *p)
{
	const char *s = p->after;
	struct step x = { .n = p->name + 5 };
	const struct plan_own *own;
	const char *name;

	x.item = strtoll(s, NULL, 10);
	x.transition = word(t, s, 1);
	x.to = word(t, s, 3);
	x.because = word(t, s, 4);
	x.used = word(t, s, 5);
	own = own_of(t, x.used);
	name = fact(t, arena_printf(t->cx->arena, "name.%s", x.n));
	x.title = own != NULL ? plan_own_title(t->cx, own) :
	    name[0] != '\0' ? name : x.used;
	x.kind = own != NULL && own->use != NULL &&
	    own->use->definition != NULL ? own->use->definition->kind :
	    CMMN_HUMAN_TASK;
	return x;
}

static bool
is_step(const struct event_pair *p)
{
	return strncmp(p->name, "step.", 5) == 0;
}

/* In the middle of a sentence; "" what nobody needs to know. */
static const char *
consequence(const struct planned *t, const struct step *x)
{
	struct arena *a = t->cx->arena;
	bool active = strcmp(x->to, "active") == 0;

	if (x->item == 1)
		return strcmp(x->transition, "complete") == 0 ?
		    _("the plan is done") : "";
	if (x->kind == CMMN_STAGE && active)
		return arena_printf(a, _("“%s” begins"), x->title);
	if (active && (x->kind == CMMN_HUMAN_TASK || x->kind == CMMN_TASK))
		return arena_printf(a, _("“%s” is to be done"), x->title);
	if (active && x->kind == CMMN_DECISION_TASK)
		return arena_printf(a, _("“%s” is to be decided"), x->title);
	if (active)
		return arena_printf(a, _("“%s” is under way"), x->title);
	if (strcmp(x->to, "enabled") == 0 && x->kind == CMMN_STAGE &&
	    t->type != NULL && casetype_term(t->type->phases, x->used) != NULL)
		return "";	/* a phase may always be entered */
	if (strcmp(x->to, "enabled") == 0)
		return arena_printf(a, _("“%s” may be begun"), x->title);
	if (strcmp(x->transition, "occur") == 0)
		return arena_printf(a, x->kind == CMMN_MILESTONE ?
		    _("“%s” is reached") : _("“%s” has happened"), x->title);
	if (strcmp(x->to, "completed") == 0)
		return arena_printf(a, _("“%s” is done"), x->title);
	if (strcmp(x->to, "terminated") == 0)
		return strcmp(x->because, "parent") == 0 ? "" :
		    arena_printf(a, _("“%s” was ended"), x->title);
	if (strcmp(x->to, "suspended") == 0)
		return strcmp(x->because, "parent") == 0 ? "" :
		    arena_printf(a, _("“%s” is on hold"), x->title);
	if (strcmp(x->to, "disabled") == 0)
		return arena_printf(a, _("“%s” is skipped"), x->title);
	return "";
}

/* Did somebody do this, by the same event? */
static bool
by_hand(const struct planned *t, const char *transition, const char *used)
{
	const struct event_pair *p;
	struct step x;

	for (p = event_get_facts(t->cx, t->event); p != NULL; p = p->next) {
		if (!is_step(p))
			continue;
		x = step_of(t, p);
		if (strcmp(x.because, "hand") == 0 &&
		    strcmp(x.transition, transition) == 0 &&
		    strcmp(x.used, used) == 0)
			return true;
	}
	return false;
}

/* “complete check”, “create file amount”; an item may be called file, too. */
static const char *
met(const struct planned *t, const char *line)
{
	const char *what = word(t, line, 1), *of = strstr(line, " file ");
	bool file = of != NULL && strcmp(what, "file") == 0;
	enum cmmn_transition happened = cmmn_transition_of(word(t, line, 0),
	    file);

	if (t->told && !file && by_hand(t, word(t, line, 0), what))
		return "";
	if (!file)
		return plan_words_happens(t->cx, title_of(t, what), happened);
	return t->type == NULL ? "" : plan_words_file(t->cx, t->type, of + 6,
	    happened);
}

/* “amount=500.00 EUR” */
static const char *
known(const struct planned *t, const char *line)
{
	size_t n = strcspn(line, "=");

	return t->type == NULL || line[n] == '\0' ? "" : plan_words_fact(
	    t->cx, t->type, arena_textn(t->cx->arena, line, n), line + n + 1);
}

static const char *
lines(const struct planned *t, const char *list, const char *text,
    const char *(*each)(const struct planned *, const char *))
{
	const char *one;
	size_t n;

	for (; *text != '\0'; text += n + (text[n] != '\0')) {
		n = strcspn(text, "\n");
		one = each(t, arena_textn(t->cx->arena, text, n));
		if (strstr(t->said, one) == NULL)
			list = plan_words_add(t->cx, list, one);
	}
	return list;
}

/* What the n-th step was met by. */
static const char *
reason_of(const struct planned *t, const char *n)
{
	const char *list;

	list = lines(t, "", fact(t, arena_printf(t->cx->arena, "on.%s", n)),
	    met);
	return lines(t, list, fact(t, arena_printf(t->cx->arena, "by.%s",
	    n)), known);
}

/* Why the first thing with a reason came about. */
static const char *
reason(const struct planned *t)
{
	const struct event_pair *p;
	const char *list = "";

	for (p = event_get_facts(t->cx, t->event); p != NULL && list[0] == '\0';
	    p = p->next) {
		if (!is_step(p))
			continue;
		list = reason_of(t, p->name + 5);
	}
	return list;
}

/* What the plan did then; told: what the sentence says already. */
static const char *
consequences(const struct planned *t, bool hand_too, int64_t told)
{
	const struct event_pair *p;
	const char *list = "", *why;
	struct planned because;
	struct step x;
	int n = 0;

	for (p = event_get_facts(t->cx, t->event); p != NULL; p = p->next) {
		if (!is_step(p))
			continue;
		x = step_of(t, p);
		if (x.item == told || (!hand_too &&
		    strcmp(x.because, "hand") == 0) ||
		    consequence(t, &x)[0] == '\0')
			continue;
		if (n++ == MOST)
			return arena_printf(t->cx->arena, "%s, …", list);
		list = plan_words_add(t->cx, list, consequence(t, &x));
	}
	because = *t;
	because.said = list;
	why = list[0] == '\0' ? "" : reason(&because);
	return why[0] == '\0' ? list : arena_printf(t->cx->arena,
	    _("%s, because %s"), list, why);
}

static const char *
behind(const struct planned *t, const char *sentence, const char *more)
{
	return more[0] == '\0' ? sentence : arena_printf(t->cx->arena,
	    _("%s: %s"), sentence, more);
}

/* The first step of the item that somebody acted on. */
static bool
act_of(const struct planned *t, struct step *out)
{
	int64_t no = strtoll(fact(t, "no"), NULL, 10);
	const struct event_pair *p;

	for (p = event_get_facts(t->cx, t->event); p != NULL; p = p->next)
		if (is_step(p) && strtoll(p->after, NULL, 10) == no) {
			*out = step_of(t, p);
			return true;
		}
	return false;
}

static const char *
acted(const struct planned *t)
{
	static const struct { const char *transition, *sentence; } acts[] = {
		{ "complete", N_("“%s” done") },
		{ "manualStart", N_("“%s” begun") },
		{ "terminate", N_("“%s” ended") },
		{ "exit", N_("“%s” ended") },
		{ "suspend", N_("“%s” put on hold") },
		{ "resume", N_("“%s” goes on") },
		{ "disable", N_("“%s” skipped") },
		{ "reenable", N_("“%s” taken up again") },
		{ "reactivate", N_("“%s” taken up again") }
	};
	const char *sentence = N_("“%s” happened");
	struct step x;
	size_t i;

	if (!act_of(t, &x))
		return _("The plan was changed");
	if (x.kind == CMMN_MILESTONE)
		sentence = N_("“%s” reached");
	for (i = 0; i < COUNT(acts); i++)
		if (strcmp(acts[i].transition, x.transition) == 0)
			sentence = acts[i].sentence;
	return behind(t, arena_printf(t->cx->arena, message(sentence),
	    x.title), consequences(t, true, x.item));
}

static const char *
of_item(const struct planned *t, const char *with, const char *without)
{
	struct step x;

	return !act_of(t, &x) ? message(without) : behind(t, arena_printf(
	    t->cx->arena, message(with), x.title), consequences(t, true,
	    x.item));
}

static const char *
dated(const struct planned *t)
{
	const char *used = fact(t, "used"), *when = fact(t, "planned");
	const char *title = used[0] == '\0' ? fact(t, "name") :
	    title_of(t, used);

	if (strcmp(when, "0") == 0)
		return arena_printf(t->cx->arena,
		    _("Date of “%s” taken away"), title);
	return arena_printf(t->cx->arena, _("“%s” is planned for %s"), title,
	    dossier_words_show(t->cx, t->type, "due", when));
}

static const char *
followed(const struct planned *t)
{
	const char *more = consequences(t, false, 0);

	if (more[0] == '\0')
		more = consequences(t, true, 0);
	return more[0] == '\0' ? _("The plan took note") :
	    behind(t, _("Plan"), more);
}

/* By another system, or by the end of another case. */
static const char *
answered(const struct planned *t)
{
	struct step x;

	if (act_of(t, &x) && x.kind == CMMN_CASE_TASK)
		return of_item(t, N_("“%s” done, for its case is closed"),
		    "");
	return of_item(t, N_("“%s” was answered"), N_("An answer came"));
}

const char *
timeline_plan(const struct telling *of)
{
	struct planned t = { of->cx, of->type, NULL, of->event, false, "" };
	const char *kind = of->event->kind;

	if (of->type != NULL && plan_model(of->cx, of->type, &t.model) != OK)
		t.model = NULL;
	if (strcmp(kind, "plan.begun") == 0)
		return behind(&t, _("The plan begins"), consequences(&t,
		    false, 1));
	if (strcmp(kind, "plan.answered") == 0)
		return answered(&t);
	if (strcmp(kind, "plan.failed") == 0)
		return of_item(&t, N_("“%s” failed"),
		    N_("Something in the plan failed"));
	if (strcmp(kind, "plan.moved") == 0)
		return behind(&t, _("The plan goes on as the other version "
		    "has it"), consequences(&t, true, 0));
	if (strcmp(kind, "plan.ended") == 0)
		return _("The plan ends");
	if (strcmp(kind, "plan.acted") == 0)
		return acted(&t);
	if (strcmp(kind, "plan.repeated") == 0)
		return of_item(&t, N_("“%s” once more"),
		    N_("Something once more"));
	if (strcmp(kind, "plan.added") == 0)
		return of_item(&t, N_("“%s” added to the plan"),
		    N_("Something added to the plan"));
	if (strcmp(kind, "plan.dated") == 0)
		return dated(&t);
	if (strcmp(kind, "plan.rang") == 0)
		return behind(&t, _("A time has come"), consequences(&t, true,
		    0));
	return followed(&t);
}

const char *
timeline_plan_title(struct ctx *cx, const struct casetype *type,
    const struct event *event)
{
	struct planned t = { cx, type, NULL, event, false, "" };
	const char *title = fact(&t, "title"), *used = fact(&t, "used");
	const struct plan_own *own;

	if (type == NULL || used[0] == '\0' ||
	    plan_model(cx, type, &t.model) != OK)
		return title;
	own = own_of(&t, used);
	return own != NULL && strcmp(own->label.text[0], title) == 0 ?
	    plan_own_title(cx, own) : title;
}

const char *
timeline_plan_then(struct ctx *cx, const struct casetype *type,
    const struct event *event)
{
	struct planned t = { cx, type, NULL, event, true, "" };
	const char *more;

	if (type != NULL && plan_model(cx, type, &t.model) != OK)
		t.model = NULL;
	more = consequences(&t, false, 0);
	return more[0] == '\0' ? "" : behind(&t, _("Plan"), more);
}

const char *
timeline_plan_because(struct ctx *cx, const struct casetype *type,
    const struct event *event, int64_t no)
{
	struct planned t = { cx, type, NULL, event, false, "" };
	const struct event_pair *p;
	const char *why = "";
	struct step x;

	if (type == NULL || plan_model(cx, type, &t.model) != OK)
		return "";
	for (p = event_get_facts(cx, event); p != NULL; p = p->next) {
		if (!is_step(p))
			continue;
		x = step_of(&t, p);
		if (x.item == no && strcmp(x.because, "criterion") == 0)
			why = reason_of(&t, x.n);
	}
	return why;
}
