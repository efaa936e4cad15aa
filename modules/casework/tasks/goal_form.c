/* SPDX-License-Identifier: MIT */
/* A goal is added, from a standard of the type or from nothing, or changed,
 * also when two do it at once. */
#include <string.h>

#include "base/day.h"
#include "casework/shared/choices.h"
#include "casework/shared/conflict.h"
#include "casework/shared/show.h"
#include "casework/tasks/goals.h"
#include "casework/tasks/pages_work.h"
#include "domain/dossier/dossier.h"
#include "domain/dossier/goal.h"
#include "domain/spine/keep.h"
#include "domain/story/dossier_timeline.h"
#include "text/date.h"
#include "text/message.h"
#include "text/number.h"

/* As enum goal_measure. */
static const char *const all_measures[] = { GOAL_MEASURES, NULL };
static const char *const all_decimals[] = { "0", "1", "2", "3", "4", "5",
    "6", NULL };

#define GOAL_FIELDS							\
	{ "title", FIELD_TEXT, .min = 1, .max = 200 },			\
	{ "purpose", FIELD_LINES, .max = KEEP_REASON },			\
	{ "measure", FIELD_CHOICE, .min = 1, .choices = all_measures }, \
	{ "unit", FIELD_TEXT, .max = 40 },				\
	{ "decimals", FIELD_CHOICE, .choices = all_decimals },	\
	{ "start", FIELD_TEXT, .max = 30 },				\
	{ "target", FIELD_TEXT, .max = 30 },				\
	{ "due", FIELD_DATE },						\
	{ "owner", FIELD_TEXT, .max = 20 }

const struct field goal_new_form[] = {
	{ "from", FIELD_TEXT, .max = 31 },
	{ 0 }
};
const struct field goal_form[] = {
	GOAL_FIELDS,
	{ "from", FIELD_TEXT, .max = 31 },
	{ "steps", FIELD_LINES, .max = KEEP_TEXT },
	{ "agreed", FIELD_FLAG },
	{ 0 }
};
const struct field goal_change_form[] = {
	GOAL_FIELDS,
	CONFLICT_FIELDS,
	{ 0 }
};

static enum goal_measure
typed_measure(struct request *rq)
{
	int i = 0;

	while (all_measures[i + 1] != NULL && strcmp(all_measures[i],
	    form_text(rq, "measure")) != 0)
		i++;
	return (enum goal_measure)i;
}

static enum err
typed_number(struct request *rq, const char *field, int decimals,
    int64_t *out)
{
	const char *text = form_text(rq, field);

	*out = 0;
	if (text[0] == '\0')
		return refuse_field(&rq->cx, field, "%s",
		    _("Say the number."));
	if (!number_parse(rq->cx.lang, text, decimals, out))
		return refuse_field(&rq->cx, field, decimals == 0 ?
		    _("This is not a whole number.") :
		    _("This is not a number, or it has too many decimals."));
	return OK;
}

static enum err
typed_goal(struct request *rq, struct goal_new *out)
{
	const char *decimals;
	enum err owner, start = OK, target = OK;

	memset(out, 0, sizeof(*out));
	out->code = form_text(rq, "from");
	out->title = form_text(rq, "title");
	out->purpose = form_text(rq, "purpose");
	out->measure = typed_measure(rq);
	out->unit = form_text(rq, "unit");
	if (out->measure == GOAL_NUMBER) {
		decimals = form_text(rq, "decimals");
		out->decimals = decimals[0] == '\0' ? 0 : decimals[0] - '0';
		start = typed_number(rq, "start", out->decimals,
		    &out->start);
		target = typed_number(rq, "target", out->decimals,
		    &out->target);
	}
	out->due = form_date(rq, "due");
	owner = choices_staff_id(rq, "owner", &out->owner);
	return start != OK ? start : target != OK ? target : owner;
}

static enum err
choices(struct request *rq)
{
	size_t i;

	for (i = 0; all_measures[i] != NULL; i++)
		view_option(rq->view, "measures", all_measures[i],
		    goals_measure_word((enum goal_measure)i));
	for (i = 0; all_decimals[i] != NULL; i++)
		view_option(rq->view, "all_decimals", all_decimals[i],
		    all_decimals[i]);
	return choices_staff(rq, "staff");
}

/* As the viewer writes it; without the marks that would have to be typed. */
static const char *
input(struct request *rq, int64_t n, int decimals)
{
	return number_text(rq->cx.arena, rq->cx.lang, n, decimals);
}

static void
begin_number(struct request *rq, int decimals, int64_t start,
    int64_t target)
{
	form_start(rq, "decimals", all_decimals[decimals]);
	form_start(rq, "start", input(rq, start, decimals));
	form_start(rq, "target", input(rq, target, decimals));
}

static const char *
in_days(struct request *rq, int days)
{
	return date_text(rq->cx.arena, "en", rq->cx.zone, rq->cx.now +
	    (int64_t)days * DAY, rq->cx.now, DATE_INPUT_DAY);
}

/* A standard goal, filled in in the viewer's language. */
static void
begin_from(struct request *rq, const struct type_goal *g)
{
	const struct type_goal_step *s;
	const char *lang = rq->cx.lang, *lines = "";

	form_start(rq, "from", g->code);
	form_start(rq, "title", message_label(&g->label, lang));
	if (g->help.text[0] != NULL)
		form_start(rq, "purpose", message_label(&g->help, lang));
	form_start(rq, "measure", all_measures[g->measure]);
	if (g->unit.text[0] != NULL)
		form_start(rq, "unit", message_label(&g->unit, lang));
	if (g->measure == GOAL_NUMBER)
		begin_number(rq, g->decimals, g->start, g->target);
	for (s = g->steps; s != NULL; s = s->next)
		lines = arena_printf(rq->cx.arena, "%s%s%s", lines,
		    lines[0] == '\0' ? "" : "\n",
		    message_label(&s->label, lang));
	form_start(rq, "steps", lines);
	form_start(rq, "due", in_days(rq, g->days));
}

enum err
get_dossier_goals_new(struct request *rq)
{
	const struct type_goal *g, *chosen = NULL;
	struct dossier *d;
	struct view *v;
	enum err e;

	if ((e = show_open(rq, &d)) != OK || (e = choices(rq)) != OK)
		return e;
	for (g = d->type->goals; g != NULL; g = g->next) {
		v = view_option(rq->view, "standards", g->code,
		    message_label(&g->label, rq->cx.lang));
		if (strcmp(g->code, form_text(rq, "from")) == 0)
			chosen = g;
		view_flag(v, "now", chosen == g);
	}
	form_start(rq, "owner", choices_staff_number(rq, d->lead != 0 ?
	    d->lead : rq->cx.viewer));
	if (chosen != NULL)
		begin_from(rq, chosen);
	else {
		form_start(rq, "from", "");
		form_start(rq, "measure", "number");
		form_start(rq, "decimals", "0");
	}
	return reply_page(rq, "casework/goal-new.html");
}

enum err
post_dossier_goals_add(struct request *rq)
{
	struct goal_new new;
	struct dossier *d;
	struct goal *g;
	enum err e;

	if ((e = dossier_open(&rq->cx, rq->number, rq->level, &d)) != OK ||
	    (e = typed_goal(rq, &new)) != OK)
		return e;
	new.agreed = form_flag(rq, "agreed");
	new.steps = form_text(rq, "steps");
	if ((e = goal_add(&rq->cx, d, &new, &g)) != OK)
		return e;
	reply_notice(rq, _("The goal “%s” was added."), g->title);
	return reply_redirect(rq, "/dossiers/%s/goals/%lld", d->number,
	    (long long)g->no);
}

#define UNITS 9

/* The goal as the form writes it, in the order of its fields. */
static void
goal_units(struct request *rq, const struct goal *g,
    struct conflict_unit out[UNITS])
{
	bool n = g->measure == GOAL_NUMBER;
	struct arena *a = rq->cx.arena;

	out[0] = (struct conflict_unit){ "title", _("Title"), g->title,
	    form_text(rq, "title") };
	out[1] = (struct conflict_unit){ "purpose", _("What it is for"),
	    g->purpose, form_text(rq, "purpose") };
	out[2] = (struct conflict_unit){ "measure", _("Measured by"),
	    all_measures[g->measure], form_text(rq, "measure"),
	    goals_measure_word(g->measure),
	    goals_measure_word(typed_measure(rq)) };
	out[3] = (struct conflict_unit){ "unit", _("Unit"), g->unit,
	    form_text(rq, "unit") };
	out[4] = (struct conflict_unit){ "decimals", _("Decimals"),
	    n ? all_decimals[g->decimals] : "",
	    n ? form_text(rq, "decimals") : "" };
	out[5] = (struct conflict_unit){ "start", _("At the start"),
	    n ? input(rq, g->start, g->decimals) : "",
	    form_text(rq, "start") };
	out[6] = (struct conflict_unit){ "target", _("Target"),
	    n ? input(rq, g->target, g->decimals) : "",
	    form_text(rq, "target") };
	out[7] = (struct conflict_unit){ "due", _("To be reached by"),
	    g->due, form_date(rq, "due"),
	    date_civil(a, rq->cx.lang, g->due),
	    date_civil(a, rq->cx.lang, form_date(rq, "due")) };
	out[8] = (struct conflict_unit){ "owner", _("Owner"),
	    choices_staff_number(rq, g->owner), form_text(rq, "owner"),
	    g->owner_name, choices_staff_word(rq, form_text(rq, "owner")) };
}

/* What was typed, and where somebody saved meanwhile what holds of it. */
static enum err
typed_change(struct request *rq, struct conflict *c, const struct dossier *d,
    const struct goal *g, struct goal_new *out)
{
	struct timeline_filter latest = { .kinds = "goal", .limit = 100 };
	struct conflict_unit u[UNITS];
	struct event *events;
	bool mine[UNITS];
	size_t i;
	enum err e;

	if ((e = typed_goal(rq, out)) != OK)
		return e;
	if (!conflict_stale(c))
		return OK;
	if ((e = dossier_timeline(&rq->cx, d, &latest, &events)) != OK)
		return e;
	goal_units(rq, g, u);
	for (i = 0; i < UNITS; i++) {
		conflict_who(c, d->type, events, "no",
		    number_plain(rq->cx.arena, g->no, 0), &u[i]);
		mine[i] = conflict_mine(c, &u[i]);
	}
	out->title = mine[0] ? out->title : g->title;
	out->purpose = mine[1] ? out->purpose : g->purpose;
	out->measure = mine[2] ? out->measure : g->measure;
	out->unit = mine[3] ? out->unit : g->unit;
	out->decimals = mine[4] ? out->decimals : g->decimals;
	out->start = mine[5] ? out->start : g->start;
	out->target = mine[6] ? out->target : g->target;
	out->due = mine[7] ? out->due : g->due;
	out->owner = mine[8] ? out->owner : g->owner;
	return conflict_end(c);
}

static void
begin_goal(struct request *rq, struct conflict *c, const struct goal *g)
{
	struct conflict_unit u[UNITS];
	size_t i;

	goal_units(rq, g, u);
	for (i = 0; i < UNITS; i++) {
		conflict_begin(c, u[i].name, u[i].stored);
		form_start(rq, u[i].name, u[i].stored);
	}
	conflict_begun(c, NULL);
}

enum err
get_goal_change(struct request *rq)
{
	struct goal_new new;
	struct conflict *c;
	struct dossier *d;
	struct goal *g;
	enum err e;

	if ((e = goals_open(rq, &d, &g)) != OK)
		return e;
	c = conflict_new(rq, g->version);
	if (conflict_again(c) && goal_is_open(g) &&
	    typed_change(rq, c, d, g, &new) == ERR_CONFLICT)
		return conflict_page(c, arena_printf(rq->cx.arena,
		    "/dossiers/%s/goals/%lld", d->number, (long long)g->no));
	show_dossier(rq, view_part(rq->view, "dossier"), d);
	if ((e = show_presence(rq, d)) != OK)
		return e;
	goals_show_one(rq, view_part(rq->view, "goal"), g);
	begin_goal(rq, c, g);
	if ((e = choices(rq)) != OK)
		return e;
	return reply_page(rq, "casework/goal-change.html");
}

enum err
post_goal_change(struct request *rq)
{
	struct goal_new new;
	struct conflict *c;
	struct dossier *d;
	struct goal *g;
	enum err e;

	if ((e = goals_open(rq, &d, &g)) != OK)
		return e;
	c = conflict_new(rq, g->version);
	if ((e = typed_change(rq, c, d, g, &new)) != OK ||
	    (e = goal_change(&rq->cx, d, g, &new, g->version)) != OK)
		return e;
	conflict_notice(c, _("The goal was saved."));
	return reply_redirect(rq, "/dossiers/%s/goals/%lld", d->number,
	    (long long)rq->no);
}
