/* SPDX-License-Identifier: MIT */
/* What I did lately, what each of it would be without, and undoing it. */
#include <string.h>

#include "casework/lists/pages_lists.h"
#include "domain/dossier/dossier.h"
#include "domain/dossier/dossier_words.h"
#include "domain/spine/event_get.h"
#include "domain/story/timeline.h"
#include "domain/story/undo_act.h"
#include "text/message.h"

#define ACTS 30
#define UNITS 60	/* cases that the page of an act tells */
#define LATER 5		/* later entries that a page tells */

const struct field undo_form[] = {
	{ "rest", FIELD_FLAG },
	{ "why", FIELD_LINES, .max = REASON_MAX },
	{ 0 }
};

/* A case by its number; its title is for who may see it. */
static void
show_case(struct view *v, const struct undo_unit *u)
{
	view_text(v, "number", u->d->number);
	view_flag(v, "shown", u->shown);
	if (u->shown)
		view_text(v, "title", u->d->title);
}

static const char *
word(struct request *rq, const struct undo_unit *u, const char *name,
    const char *text)
{
	return text[0] == '\0' ? "–" :
	    dossier_words_show(&rq->cx, u->d->type, name, text);
}

static void
show_change(struct request *rq, struct view *v, const struct undo_unit *u,
    const struct event_pair *c)
{
	view_text(v, "label", dossier_words_label(&rq->cx, u->d->type,
	    c->name));
	view_text(v, "now", word(rq, u, c->name, c->after));
	view_text(v, "then", word(rq, u, c->name, c->before));
}

/* What the act did there, and each value as it would be again. */
static void
show_done(struct request *rq, struct view *v, const struct undo_unit *u)
{
	const struct event_pair *c;
	const struct event *ev;

	for (ev = u->events; ev != NULL; ev = ev->next) {
		view_text(view_item(v, "done"), "sentence",
		    timeline_sentence(&rq->cx, u->d->type, ev));
		for (c = event_get_changes(&rq->cx, ev); c != NULL; c = c->next)
			if (strcmp(c->name, "verdict") != 0)
				show_change(rq, view_item(v, "changes"), u, c);
	}
}

static void
show_reasons(struct view *v, const struct undo_unit *u)
{
	const struct undo_reason *r;
	struct view *item;

	for (r = u->reasons; r != NULL; r = r->next) {
		item = view_item(v, "reasons");
		view_text(item, "actor", r->actor);
		view_moment(item, "when", r->when);
		view_text(item, "sentence", r->sentence);
	}
	view_flag(v, "blocked", u->reasons != NULL);
}

static void
show_unit(struct request *rq, struct view *v, const struct undo_unit *u)
{
	show_case(v, u);
	show_done(rq, v, u);
	show_reasons(v, u);
}

/* Those that stay are told first; of hundreds, only so many. */
static void
show_units(struct request *rq, const struct undo_act *a)
{
	const struct undo_unit *u;
	int n = 0;

	for (u = a->units; u != NULL; u = u->next)
		if (u->reasons != NULL && n++ < UNITS)
			show_unit(rq, view_item(rq->view, "units"), u);
	for (u = a->units; u != NULL; u = u->next)
		if (u->reasons == NULL && n++ < UNITS)
			show_unit(rq, view_item(rq->view, "units"), u);
	if (n > UNITS)
		view_int(rq->view, "more_units", n - UNITS);
}

/* Of one case: what came after and stays. */
static void
show_later(struct request *rq, const struct undo_unit *u)
{
	const struct event *ev;
	struct view *v;
	int n = 0;

	for (ev = u->shown ? u->later : NULL; ev != NULL; ev = ev->next) {
		if (n++ == LATER)
			continue;
		v = view_item(rq->view, "later");
		view_moment(v, "happened", ev->happened);
		view_text(v, "sentence",
		    timeline_sentence(&rq->cx, u->d->type, ev));
		view_text(v, "actor", ev->actor);
	}
	if (n > LATER)
		view_int(rq->view, "more_later", n - LATER);
}

static void
show_act(struct request *rq, struct view *v, const struct undo_act *a)
{
	const struct event *ev = a->units == NULL ? NULL : a->units->events;

	view_text(v, "act", a->number);
	view_text(v, "actor", a->actor);
	view_moment(v, "when", a->done);
	view_moment(v, "until", a->until);
	view_moment(v, "undone", a->undone);
	view_text(v, "undone_by", a->undone_by);
	view_flag(v, "expired", a->expired);
	view_int(v, "count", a->count);
	view_int(v, "others", a->count - 1);
	if (ev != NULL)
		view_text(v, "sentence", timeline_sentence(&rq->cx,
		    a->units->d->type, ev));
	if (a->units != NULL)
		show_case(v, a->units);
}

enum err
get_undo(struct request *rq)
{
	struct undo_act *a;
	enum err e;

	if ((e = undo_act_list(&rq->cx, ACTS, &a)) != OK)
		return e;
	for (; a != NULL; a = a->next)
		show_act(rq, view_item(rq->view, "acts"), a);
	return reply_page(rq, "casework/undo.html");
}

enum err
get_undo_act(struct request *rq)
{
	struct undo_act *a;
	enum err e;

	if ((e = undo_act_open(&rq->cx, request_part(rq, "act"), &a)) != OK)
		return e;
	show_act(rq, rq->view, a);
	show_units(rq, a);
	if (a->count == 1)
		show_later(rq, a->units);
	view_flag(rq->view, "gone", a->undone != 0 || a->expired);
	view_flag(rq->view, "whole", a->blocked == 0);
	view_flag(rq->view, "none", a->blocked == a->count);
	view_int(rq->view, "free", a->count - a->blocked);
	return reply_page(rq, "casework/undo-act.html");
}

/* The case as it is again, where the viewer sees it. */
static enum err
back_to(struct request *rq, const char *number)
{
	struct dossier *d;
	enum err e = dossier_open(&rq->cx, number, LEVEL_READ, &d);

	if (e == ERR_MISSING)
		return reply_redirect(rq, "/undo");
	return e != OK ? e : reply_redirect(rq, "/dossiers/%s", number);
}

enum err
post_undo_act(struct request *rq)
{
	const struct undo_unit *u;
	struct undo_act *a;
	long n;
	enum err e;

	if ((e = undo_act_open(&rq->cx, request_part(rq, "act"), &a)) != OK)
		return e;
	if ((e = undo_back(&rq->cx, a, form_flag(rq, "rest"),
	    form_text(rq, "why"))) != OK)
		return e;
	n = a->count - a->blocked;
	u = a->units;
	if (a->count > 1) {
		reply_notice(rq, message_plural("It was undone on %ld case.",
		    "It was undone on %ld cases.", n), n);
		return reply_redirect(rq, "/undo");
	}
	reply_notice(rq, _("Undone: %s"), timeline_sentence(&rq->cx,
	    u->d->type, u->events));
	return back_to(rq, u->d->number);
}
