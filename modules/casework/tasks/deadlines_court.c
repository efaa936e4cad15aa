/* SPDX-License-Identifier: MIT */
/* A deadline by a rule of a court: what happened when, and each day that
 * follows, before it is kept. */
#include <string.h>

#include "casework/shared/show.h"
#include "casework/tasks/deadlines.h"
#include "casework/tasks/pages_work.h"
#include "domain/course/deadline_court.h"
#include "domain/dossier/dossier.h"
#include "domain/spine/calendar.h"
#include "domain/spine/calendar_show.h"
#include "domain/type/court_kept.h"
#include "domain/type/court_words.h"
#include "text/date.h"
#include "text/message.h"

#define SAID								\
	{ "court", FIELD_TEXT, .max = 31 },				\
	{ "rule", FIELD_TEXT, .max = 31 },				\
	{ "day", FIELD_DATE },						\
	{ "served", FIELD_TEXT, .max = 31 },				\
	{ "more", FIELD_TEXT, .max = 31 },				\
	{ "region", FIELD_TEXT, .max = 10 }

const struct field deadlines_court_page_form[] = { SAID, { 0 } };
const struct field deadlines_court_form[] = {
	SAID,
	{ "second", FIELD_FLAG },
	{ 0 }
};
const struct field deadline_court_form[] = {
	SAID,
	{ "reason", FIELD_LINES, .max = REASON_MAX },
	{ 0 }
};

static struct court_said
said_of(struct request *rq)
{
	return (struct court_said){ form_text(rq, "rule"),
	    form_date(rq, "day"), form_text(rq, "served"),
	    form_text(rq, "more"), form_text(rq, "region") };
}

/* One option, with what the law calls it beside. */
static struct view *
option(struct request *rq, const char *list, const char *code,
    const struct label *label, const char *source)
{
	struct view *v = view_option(rq->view, list, code,
	    message_label(label, rq->cx.lang));

	view_text(v, "source", source);
	return v;
}

static void
show_regions(struct request *rq, const struct dossier *d,
    const struct court *c)
{
	const char *g;
	size_t i;
	const struct calendar *calendar = calendar_or_null(&rq->cx, d);

	for (i = 0; (g = calendar_show_region(i)) != NULL; i++)
		if (strcmp(g, c->holidays) != 0 && courtcount_region(c, g))
			view_option(rq->view, "regions", g,
			    calendar_show_region_name(&rq->cx, g));
	form_start(rq, "region", calendar != NULL && courtcount_region(c,
	    calendar->region) ? calendar->region : "");
}

static void
show_court(struct request *rq, const struct dossier *d,
    const struct court *c)
{
	const struct court_service *s;
	const struct court_more *m;
	const struct court_rule *r;
	struct view *v = view_part(rq->view, "court");

	view_text(v, "code", c->code);
	view_text(v, "name", message_label(&c->label, rq->cx.lang));
	view_int(v, "version", c->version);
	for (r = c->rules; r != NULL; r = r->next) {
		view_option(rq->view, "rules", r->code,
		    arena_printf(rq->cx.arena, _("%s (%s), from: %s"),
		    message_label(&r->label, rq->cx.lang), r->source,
		    message_label(&r->event, rq->cx.lang)));
	}
	for (s = c->services; s != NULL; s = s->next)
		option(rq, "services", s->code, &s->label, s->source);
	for (m = c->more; m != NULL; m = m->next)
		option(rq, "mores", m->code, &m->label, m->source);
	show_regions(rq, d, c);
	view_flag(rq->view, "has_more", c->more != NULL ||
	    strlen(c->holidays) == 2);
}

static void
show_steps(struct request *rq, const struct courtcount_ask *k,
    const struct courtcount *r)
{
	const struct courtcount_line *l;
	const struct courtcount_step *s;
	struct ctx *cx = &rq->cx;
	struct view *v;

	for (s = r->steps; s != NULL; s = s->next) {
		v = view_item(rq->view, "steps");
		view_text(v, "text", court_words_step(cx, k, s));
		view_text(v, "source", s->source);
	}
	for (l = r->lines; l != NULL; l = l->next) {
		v = view_item(rq->view, "days");
		view_text(v, "from", date_iso(cx->arena, l->from));
		if (l->until != l->from)
			view_text(v, "until", date_iso(cx->arena, l->until));
		view_text(v, "why", court_words_why(l->why));
		view_text(v, "name", l->name);
		view_flag(v, "counts", l->why == COURTCOUNT_COUNTED ||
		    l->why == COURTCOUNT_EXTRA);
	}
}

void
deadlines_court_show(struct request *rq, const struct courtcount_ask *k,
    int64_t *due)
{
	struct ctx *cx = &rq->cx;
	struct view *v = view_part(rq->view, "counted");
	struct courtcount r;

	courtcount(cx->arena, k, cx->lang, &r);
	*due = r.due;
	view_text(v, "trouble", r.trouble);
	view_text(v, "rule", message_label(&k->rule->label, cx->lang));
	view_text(v, "source", k->rule->source);
	view_text(v, "court", message_label(&k->court->label, cx->lang));
	view_int(v, "version", k->court->version);
	if (r.trouble != NULL)
		return;
	view_text(v, "due", date_iso(cx->arena, r.due));
	if (r.early != 0)
		view_text(v, "early", date_iso(cx->arena, r.early));
	if (r.warn != 0)
		view_text(v, "warn", date_iso(cx->arena, r.warn));
	view_flag(v, "second", k->rule->second);
	show_steps(rq, k, &r);
}

/* For the form that keeps what was counted. */
static void
show_said(struct request *rq, const struct court_said *said)
{
	struct view *v = view_part(rq->view, "said");

	view_text(v, "rule", said->rule);
	view_text(v, "day", said->day);
	view_text(v, "served", said->served);
	view_text(v, "more", said->more);
	view_text(v, "region", said->region);
}

/* What a form was refused for is told already. */
static bool
may_count(struct request *rq, const struct dossier *d, const char *code,
    const struct court_said *said, struct courtcount_ask *k)
{
	struct mistake *told = rq->cx.mistakes;
	bool may;

	rq->cx.mistakes = NULL;
	may = deadline_court_ask(&rq->cx, d, code, said, k) == OK;
	if (told != NULL)
		rq->cx.mistakes = told;
	return may;
}

/* The choices of a court, and what follows from those that were made. */
static enum err
show_form(struct request *rq, const struct dossier *d, const char *base,
    const char *code, const struct court_said *said)
{
	const struct court *all, *c;
	struct courtcount_ask k;
	int64_t unused;
	struct view *v;
	enum err e;

	if ((e = court_kept_offers(&rq->cx, d->type, &all)) != OK)
		return e;
	for (c = all; c != NULL; c = c->next) {
		v = option(rq, "courts", c->code, &c->label, c->source);
		view_text(v, "href", request_query(rq, base, "court", c->code));
		view_flag(v, "here", strcmp(c->code, code) == 0);
	}
	view_flag(rq->view, "several", all != NULL && all->next != NULL);
	for (c = all; c != NULL && strcmp(c->code, code) != 0;)
		c = c->next;
	if (c == NULL && all != NULL && all->next == NULL)
		c = all;
	if (c == NULL)
		return OK;
	show_court(rq, d, c);
	view_text(rq->view, "base", base);
	show_said(rq, said);
	if (said->rule[0] == '\0' || !may_count(rq, d, c->code, said, &k)) {
		view_flag(rq->view, "not_counted", true);
		return OK;
	}
	deadlines_court_show(rq, &k, &unused);
	return OK;
}

enum err
get_deadlines_court(struct request *rq)
{
	const struct court_said said = said_of(rq);
	struct dossier *d;
	enum err e;

	if ((e = show_open(rq, &d)) != OK ||
	    (e = show_form(rq, d, arena_printf(rq->cx.arena,
	    "/dossiers/%s/deadlines/court", d->number), form_text(rq,
	    "court"), &said)) != OK)
		return e;
	view_text(rq->view, "back", arena_printf(rq->cx.arena,
	    "/dossiers/%s/deadlines/new", d->number));
	return reply_page(rq, "casework/deadline-court.html");
}

static void
typed(struct request *rq, struct deadline_rule *r)
{
	r->by = DEADLINE_BY_COURT;
	r->date = "";
	r->court = form_text(rq, "court");
	r->said = said_of(rq);
}

enum err
post_deadlines_court(struct request *rq)
{
	struct deadline_new n = { .code = "", .title = "",
	    .second = form_flag(rq, "second") };
	struct dossier *d;
	struct deadline *x;
	enum err e;

	typed(rq, &n.rule);
	if ((e = dossier_open(&rq->cx, rq->number, rq->level, &d)) != OK ||
	    (e = deadline_add(&rq->cx, d, &n, &x)) != OK)
		return e;
	reply_notice(rq, _("The deadline “%s” runs."),
	    deadline_title(&rq->cx, d->type, x));
	return reply_redirect(rq, "/dossiers/%s/deadlines/%lld", d->number,
	    (long long)x->no);
}

/* Until somebody chose, what the last interval was counted by. */
static enum err
said_before(struct request *rq, const struct deadline *x, const char **court,
    struct court_said *said)
{
	const struct deadline_span *s = x->spans;
	struct courtcount_ask k;
	enum err e;

	while (s != NULL && s->next != NULL)
		s = s->next;
	if (s == NULL || s->court[0] == '\0' || form_has(rq, "rule"))
		return OK;
	if ((e = court_kept_read(&rq->cx, s->court, &k)) != OK)
		return e;
	*court = k.court->code;
	*said = (struct court_said){ k.rule->code,
	    date_iso(rq->cx.arena, k.day),
	    k.service == NULL ? "" : k.service->code,
	    k.more == NULL ? "" : k.more->code, k.region };
	form_start(rq, "rule", said->rule);
	form_start(rq, "day", said->day);
	form_start(rq, "served", said->served);
	form_start(rq, "more", said->more);
	form_start(rq, "region", said->region);
	return OK;
}

enum err
get_deadline_court(struct request *rq)
{
	struct court_said said = said_of(rq);
	const char *court = form_text(rq, "court");
	struct dossier *d;
	struct deadline *x;
	const char *home;
	enum err e;

	if ((e = show_open(rq, &d)) != OK ||
	    (e = deadline_open(&rq->cx, d, rq->no, &x)) != OK)
		return e;
	home = arena_printf(rq->cx.arena, "/dossiers/%s/deadlines/%lld",
	    d->number, (long long)x->no);
	deadlines_show_one(rq, view_part(rq->view, "deadline"), d, x);
	if ((e = said_before(rq, x, &court, &said)) != OK ||
	    (e = show_form(rq, d, arena_printf(rq->cx.arena, "%s/court",
	    home), court, &said)) != OK)
		return e;
	view_text(rq->view, "back", home);
	return reply_page(rq, "casework/deadline-court.html");
}

enum err
post_deadline_court(struct request *rq)
{
	struct deadline_rule rule = { .early = 0 };
	struct dossier *d;
	struct deadline *x;
	enum err e;

	typed(rq, &rule);
	if ((e = dossier_open(&rq->cx, rq->number, rq->level, &d)) != OK ||
	    (e = deadline_open(&rq->cx, d, rq->no, &x)) != OK ||
	    (e = deadline_change(&rq->cx, d, x, &rule, form_text(rq,
	    "reason"))) != OK)
		return e;
	reply_notice(rq, "%s", _("The deadline was counted again."));
	return reply_redirect(rq, "/dossiers/%s/deadlines/%lld", d->number,
	    (long long)x->no);
}
