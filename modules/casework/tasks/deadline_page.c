/* SPDX-License-Identifier: MIT */
/* The page of one deadline with its arithmetic, and what is done there. */
#include <stdlib.h>
#include <string.h>

#include "casework/shared/show.h"
#include "casework/tasks/deadlines.h"
#include "casework/tasks/pages_work.h"
#include "domain/course/deadline.h"
#include "domain/dossier/dossier.h"
#include "domain/spine/calendar.h"
#include "domain/type/court_kept.h"
#include "text/date.h"
#include "text/message.h"

const struct field deadline_act_form[] = {
	{ "reason", FIELD_LINES, .max = REASON_MAX },
	{ 0 }
};

/* 12 working days; of time, hours and minutes. */
static const char *
amount(struct request *rq, enum reckon_unit unit, int64_t n)
{
	struct arena *a = rq->cx.arena;

	switch (unit) {
	case RECKON_DAYS:
		return arena_printf(a, message_plural("%ld day", "%ld days",
		    (long)n), (long)n);
	case RECKON_WORKING_DAYS:
		return arena_printf(a, message_plural("%ld working day",
		    "%ld working days", (long)n), (long)n);
	case RECKON_TIME:
		return arena_printf(a, _("%ld h %02ld min"), (long)(n / 3600),
		    (long)(n / 60 % 60));
	default:
		return arena_printf(a, _("%ld h %02ld min of work"),
		    (long)(n / 3600), (long)(n / 60 % 60));
	}
}

static const char *
why_word(const struct reckon_line *l)
{
	switch (l->why) {
	case RECKON_COUNTED:
		return l->paused > 0 ? _("counted, partly paused") :
		    _("counted");
	case RECKON_PAUSED:
		return _("paused");
	case RECKON_WEEKEND:
		return _("no working day");
	case RECKON_HOLIDAY:
		return _("public holiday");
	default:
		return _("closed");
	}
}

static void
show_lines(struct request *rq, const struct reckon *r)
{
	const struct reckon_line *l;
	struct view *v;

	for (l = r->lines; l != NULL; l = l->next) {
		v = view_item(rq->view, "lines");
		view_text(v, "from", date_iso(rq->cx.arena, l->from));
		if (l->until != l->from)
			view_text(v, "until", date_iso(rq->cx.arena, l->until));
		view_text(v, "why", why_word(l));
		view_text(v, "name", l->name);
		view_flag(v, "counts", l->why == RECKON_COUNTED);
		view_flag(v, "ahead", l->ahead);
		if (l->counted > 0)
			view_text(v, "counted", amount(rq, r->unit,
			    l->counted));
		if (l->paused > 0)
			view_text(v, "paused", amount(rq, r->unit,
			    l->paused));
	}
}

/* What stands between two texts as a number, 0 where they do not. */
static long
between(const char *text, const char *before, const char *after)
{
	size_t n = strlen(before);
	char *end;
	long days;

	if (strncmp(text, before, n) != 0)
		return 0;
	days = strtol(text + n, &end, 10);
	return strcmp(end, after) == 0 ? days : 0;
}

/* A rule that people made, in their words; "" of others. */
static const char *
rule_words(struct request *rq, const struct deadline_span *s)
{
	long n;

	if (s->court[0] != '\0')
		return _("a rule of a court");
	n = between(s->due, "add working days(date(start), ", ")");
	if (n > 0)
		return amount(rq, RECKON_WORKING_DAYS, n);
	n = between(s->due, "date(start) + duration(\"P", "D\")");
	return n > 0 ? amount(rq, RECKON_DAYS, n) : "";
}

/* So many days before it, in words; "" where a formula says it. */
static const char *
before_words(struct request *rq, enum reckon_unit unit, const char *rule)
{
	bool works = unit == RECKON_WORKING_DAYS || unit == RECKON_WORKING_TIME;
	char *end;
	long n = strtol(rule, &end, 10);

	return n <= 0 || *end != '\0' ? "" : amount(rq, works ?
	    RECKON_WORKING_DAYS : RECKON_DAYS, n);
}

static void
show_spans(struct request *rq, const struct deadline *x,
    const struct calendar *c, const struct reckon *r,
    const struct reckon *each)
{
	const struct deadline_span *s, *last = NULL;
	struct view *v;
	size_t i = 0;

	for (s = x->spans; s != NULL; last = s, s = s->next, i++) {
		v = view_item(rq->view, "spans");
		view_moment(v, "from", s->begun);
		view_moment(v, "until", s->ended);
		view_flag(v, "paused", s->paused);
		view_flag(v, "other_rule", last != NULL &&
		    strcmp(last->due, s->due) != 0);
		view_text(v, "amount", amount(rq, r->unit, reckon_units(c,
		    r->unit, x->started, s->begun, s->ended != 0 ?
		    s->ended : rq->cx.now)));
		view_moment(v, "due", s->paused ? 0 : each[i].due);
		view_text(v, "rule", s->due);
		view_text(v, "words", rule_words(rq, s));
		view_text(v, "who", s->actor);
		view_text(v, "reason", s->reason);
	}
	if (last == NULL)
		return;
	view_text(rq->view, "rule", last->due);
	view_text(rq->view, "rule_words", rule_words(rq, last));
	if (last->court[0] != '\0')
		return;
	view_text(rq->view, "rule_early", last->early);
	view_text(rq->view, "early_words", before_words(rq, r->unit,
	    last->early));
	view_text(rq->view, "rule_warn", last->warn);
	view_text(rq->view, "warn_words", before_words(rq, r->unit,
	    last->warn));
}

/* Days that a court counted are told as it counts; false: it was none. */
static enum err
show_court(struct request *rq, const struct deadline *x, bool *shown)
{
	const struct deadline_span *s = x->spans;
	struct courtcount_ask k;
	int64_t due;
	enum err e;

	while (s != NULL && s->next != NULL)
		s = s->next;
	*shown = s != NULL && s->court[0] != '\0';
	if (!*shown)
		return OK;
	if ((e = court_kept_read(&rq->cx, s->court, &k)) != OK)
		return e;
	deadlines_court_show(rq, &k, &due);
	view_flag(rq->view, "differs", strcmp(s->due, arena_printf(
	    rq->cx.arena, "date(\"%s\")", date_iso(rq->cx.arena,
	    due))) != 0);
	view_flag(rq->view, "by_court", true);
	return OK;
}

static enum err
show_sum(struct request *rq, const struct dossier *d,
    const struct deadline *x)
{
	const struct calendar *c;
	struct reckon r, *each;
	bool court;
	struct view *v;
	enum err e;

	if ((e = deadline_reckon(&rq->cx, d, x, &c, &r, &each)) != OK)
		return e;
	v = view_part(rq->view, "calendar");
	view_text(v, "name", calendar_name(c));
	view_int(v, "version", c->version);
	view_text(v, "zone", c->zone);
	show_spans(rq, x, c, &r, each);
	view_text(rq->view, "trouble", r.trouble);
	if (r.trouble != NULL)
		return OK;
	v = view_part(rq->view, "sum");
	view_text(v, "total", amount(rq, r.unit, r.total));
	view_text(v, "elapsed", amount(rq, r.unit, r.elapsed));
	if (r.elapsed <= r.total)
		view_text(v, "left", amount(rq, r.unit, r.total -
		    r.elapsed));
	else
		view_text(v, "over", amount(rq, r.unit, r.elapsed -
		    r.total));
	if (r.paused > 0)
		view_text(v, "paused", amount(rq, r.unit, r.paused));
	view_moment(v, "due", r.due);
	view_flag(v, "whole", r.whole);
	if ((e = show_court(rq, x, &court)) != OK || court)
		return e;
	view_flag(rq->view, "plain", true);
	show_lines(rq, &r);
	view_flag(rq->view, "cut", r.cut);
	return OK;
}

enum err
get_deadline(struct request *rq)
{
	const struct deadlines_act *a;
	struct dossier *d;
	struct deadline *x;
	struct view *v;
	bool first = true, may;
	size_t i;
	enum err e;

	if ((e = show_open(rq, &d)) != OK)
		return e;
	if ((e = deadline_open(&rq->cx, d, rq->no, &x)) != OK)
		return show_moved(rq, d, e, "deadlines", "");
	deadlines_show_one(rq, view_part(rq->view, "deadline"), d, x);
	if ((e = show_sum(rq, d, x)) != OK)
		return e;
	for (i = 0; (a = deadlines_nth(i)) != NULL; i++) {
		if (!deadlines_may(rq, d, x, a))
			continue;
		v = view_option(rq->view, "acts", a->word, _(a->label));
		view_flag(v, "first", first);
		first = false;
	}
	may = d->level >= LEVEL_WORK &&
	    strcmp(d->status, "closed") != 0 &&
	    (x->state == DEADLINE_RUNNING || x->state == DEADLINE_PAUSED);
	view_flag(rq->view, "may_change", may);
	view_flag(rq->view, "may_recount", may && d->type->courts[0] != '\0');
	return reply_page(rq, "casework/deadline.html");
}

static enum err
act_of(struct request *rq, const struct deadlines_act **out)
{
	*out = deadlines_act(request_part(rq, "act"));
	return *out != NULL ? OK : refuse(&rq->cx, ERR_MISSING, "%s",
	    _("There is nothing at this address, or it is not for you."));
}

enum err
get_deadline_act(struct request *rq)
{
	const struct deadlines_act *a;
	struct dossier *d;
	struct deadline *x;
	struct view *v;
	enum err e;

	if ((e = act_of(rq, &a)) != OK || (e = show_open(rq, &d)) != OK ||
	    (e = deadline_open(&rq->cx, d, rq->no, &x)) != OK)
		return e;
	deadlines_show_one(rq, view_part(rq->view, "deadline"), d, x);
	v = view_part(rq->view, "act");
	view_text(v, "word", a->word);
	view_text(v, "label", _(a->label));
	view_text(v, "meaning", _(a->meaning));
	view_flag(v, "reason", a->reason);
	view_flag(v, "may", deadlines_may(rq, d, x, a));
	return reply_page(rq, "casework/deadline-act.html");
}

enum err
post_deadline_act(struct request *rq)
{
	const struct deadlines_act *a;
	struct dossier *d;
	struct deadline *x;
	enum err e;

	if ((e = act_of(rq, &a)) != OK ||
	    (e = dossier_open(&rq->cx, rq->number, rq->level, &d)) != OK ||
	    (e = deadline_open(&rq->cx, d, rq->no, &x)) != OK ||
	    (e = a->act(&rq->cx, d, x, form_text(rq, "reason"))) != OK)
		return e;
	reply_notice(rq, "%s", _(a->told));
	return reply_redirect(rq, "/dossiers/%s/deadlines/%lld", d->number,
	    (long long)x->no);
}
