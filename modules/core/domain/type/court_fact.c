/* SPDX-License-Identifier: MIT */
/* The rules of a court in sentences, and what two versions differ in. */
#include "domain/type/court_fact.h"

#include <string.h>

#include "domain/spine/calendar_show.h"
#include "domain/type/court_words.h"
#include "rules/time/courtcount.h"
#include "text/date.h"
#include "text/message.h"

struct writing {
	struct ctx *cx;
	const struct court *court;
	struct court_fact **tail;
};

static void
add(struct writing *w, enum court_fact_part part, const char *code,
    const char *label, const char *text, const char *source)
{
	struct court_fact *f = arena_alloc(w->cx->arena, sizeof(*f));

	*f = (struct court_fact){ .part = part, .code = code, .label = label,
	    .text = text, .source = source };
	*w->tail = f;
	w->tail = &f->next;
}

/* Parts of a line, divided by semicolons. */
static const char *
and_also(struct writing *w, const char *text, const char *more)
{
	return text[0] == '\0' ? more : arena_printf(w->cx->arena, "%s; %s",
	    text, more);
}

static const char *
with_term(struct writing *w, const char *form, const struct court_term *t)
{
	return arena_printf(w->cx->arena, form, court_words_term(w->cx, t));
}

static const char *
say(struct writing *w, const struct label *l)
{
	return message_label(l, w->cx->lang);
}

static const char *
services_of(struct writing *w, const struct court_rule *r)
{
	const struct court_service *s;
	const char *all = "";

	for (s = w->court->services; s != NULL; s = s->next)
		if (courtcount_has(r->services, s->code))
			all = arena_printf(w->cx->arena, "%s%s%s", all,
			    all[0] == '\0' ? "" : " · ", say(w, &s->label));
	return all;
}

static const char *
mores_of(struct writing *w, const struct court_rule *r)
{
	const struct court_more *m;
	const char *all = "";

	for (m = w->court->more; m != NULL; m = m->next)
		if (courtcount_has(r->more, m->code))
			all = arena_printf(w->cx->arena, "%s%s%s", all,
			    all[0] == '\0' ? "" : " · ", say(w, &m->label));
	return all;
}

static const char *
rule_text(struct writing *w, const struct court_rule *r)
{
	struct arena *a = w->cx->arena;
	const char *text = arena_printf(a, r->before ? _("%s before: %s") :
	    _("%s from: %s"), court_words_term(w->cx, &r->period),
	    say(w, &r->event)), *list;

	if (r->stays)
		text = and_also(w, text, _("an end that is no working day "
		    "stays"));
	if (r->through)
		text = and_also(w, text, _("runs on in a recess"));
	if ((list = services_of(w, r))[0] != '\0')
		text = and_also(w, text, arena_printf(a, _("served: %s"),
		    list));
	if ((list = mores_of(w, r))[0] != '\0')
		text = and_also(w, text, arena_printf(a, _("longer: %s"),
		    list));
	if (r->early.n != 0)
		text = and_also(w, text, with_term(w, _("pre-deadline %s "
		    "before the end"), &r->early));
	if (r->warn.n != 0)
		text = and_also(w, text, with_term(w, _("warning %s before "
		    "the end"), &r->warn));
	return !r->second ? text : and_also(w, text,
	    _("another person confirms it"));
}

static const char *
service_text(struct writing *w, const struct court_service *s)
{
	const char *text = s->deemed.n == 0 ? _("counts as served that day") :
	    with_term(w, _("counts as served %s later"), &s->deemed);

	if (s->rolls)
		text = and_also(w, text, _("and on a working day"));
	return s->adds.n == 0 ? text : and_also(w, text, with_term(w,
	    _("adds %s after the end"), &s->adds));
}

/* Month and day, as the file says them. */
static const char *
month_day(struct writing *w, int year, int month, int day)
{
	return year == 0 ? arena_printf(w->cx->arena, "%02d-%02d", month,
	    day) : arena_printf(w->cx->arena, "%04d-%02d-%02d", year, month,
	    day);
}

static void
days(struct writing *w)
{
	const struct court_closed *c;
	const struct court_recess *r;
	const char *from;

	for (r = w->court->recesses; r != NULL; r = r->next) {
		from = month_day(w, 0, r->from_month, r->from_day);
		add(w, COURT_FACT_DAY, from, say(w, &r->label),
		    arena_printf(w->cx->arena, r->stops ?
		    _("from %s to %s periods stand still") :
		    _("from %s to %s, periods run on"), from,
		    month_day(w, 0, r->until_month, r->until_day)),
		    r->source);
	}
	for (c = w->court->closed; c != NULL; c = c->next) {
		from = month_day(w, c->year, c->month, c->day);
		add(w, COURT_FACT_DAY, arena_printf(w->cx->arena, "%s.",
		    from), say(w, &c->label), arena_printf(w->cx->arena,
		    _("%s is no working day"), from), "");
	}
}

static void
counting(struct writing *w)
{
	const struct court *c = w->court;
	const struct court_term few = { COURT_DAYS, c->few };
	const char *free = "";
	int i;

	add(w, COURT_FACT_COUNTING, "label", _("Court"), say(w, &c->label),
	    c->source);
	add(w, COURT_FACT_COUNTING, "holidays", _("Public holidays"),
	    calendar_show_region_name(w->cx, c->holidays), "");
	for (i = 0; i < 7; i++)
		if ((c->weekend & 1U << i) != 0)
			free = arena_printf(w->cx->arena, "%s%s%s", free,
			    free[0] == '\0' ? "" : ", ",
			    court_words_weekday(i));
	add(w, COURT_FACT_COUNTING, "weekend", _("Weekend"), free, "");
	if (c->few != 0)
		add(w, COURT_FACT_COUNTING, "few", _("Short periods"),
		    with_term(w, _("up to %s, working days alone count"),
		    &few), "");
	if (c->clear)
		add(w, COURT_FACT_COUNTING, "clear", _("Clear days"),
		    _("counted back, the last day is free, too"), "");
}

struct court_fact *
court_fact_all(struct ctx *cx, const struct court *c)
{
	struct court_fact *list = NULL;
	struct writing w = { cx, c, &list };
	const struct court_service *s;
	const struct court_more *m;
	const struct court_rule *r;

	for (r = c->rules; r != NULL; r = r->next)
		add(&w, COURT_FACT_PERIOD, r->code, say(&w, &r->label),
		    rule_text(&w, r), r->source);
	for (s = c->services; s != NULL; s = s->next)
		add(&w, COURT_FACT_SERVICE, s->code, say(&w, &s->label),
		    service_text(&w, s), s->source);
	for (m = c->more; m != NULL; m = m->next)
		add(&w, COURT_FACT_MORE, m->code, say(&w, &m->label),
		    with_term(&w, _("%s more"), &m->adds), m->source);
	days(&w);
	counting(&w);
	return list;
}

const char *
court_fact_part(enum court_fact_part part)
{
	switch (part) {
	case COURT_FACT_PERIOD:
		return _("Periods");
	case COURT_FACT_SERVICE:
		return _("How something is served");
	case COURT_FACT_MORE:
		return _("Who has longer");
	case COURT_FACT_DAY:
		return _("Days without a court");
	default:
		return _("How it counts");
	}
}

static const struct court_fact *
find(const struct court_fact *list, const struct court_fact *f)
{
	while (list != NULL && (list->part != f->part ||
	    strcmp(list->code, f->code) != 0))
		list = list->next;
	return list;
}

static bool
same(const struct court_fact *a, const struct court_fact *b)
{
	return strcmp(a->label, b->label) == 0 &&
	    strcmp(a->text, b->text) == 0 && strcmp(a->source, b->source) == 0;
}

struct court_fact_change *
court_fact_changes(struct ctx *cx, const struct court *was,
    const struct court *is)
{
	const struct court_fact *old = court_fact_all(cx, was), *f, *other;
	const struct court_fact *fresh = court_fact_all(cx, is);
	struct court_fact_change *list = NULL, **tail = &list, *c;
	int part;

	for (part = 0; part <= COURT_FACT_COUNTING; part++) {
		for (f = fresh; f != NULL; f = f->next) {
			other = find(old, f);
			if ((int)f->part != part ||
			    (other != NULL && same(f, other)))
				continue;
			c = arena_alloc(cx->arena, sizeof(*c));
			*c = (struct court_fact_change){ NULL, other, f };
			*tail = c;
			tail = &c->next;
		}
		for (f = old; f != NULL; f = f->next) {
			if ((int)f->part != part || find(fresh, f) != NULL)
				continue;
			c = arena_alloc(cx->arena, sizeof(*c));
			*c = (struct court_fact_change){ NULL, f, NULL };
			*tail = c;
			tail = &c->next;
		}
	}
	return list;
}
