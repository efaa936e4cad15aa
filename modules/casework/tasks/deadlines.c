/* SPDX-License-Identifier: MIT */
/* The deadlines of a dossier: their list, and how one is shown. */
#include "casework/tasks/deadlines.h"

#include <string.h>

#include "base/count.h"
#include "casework/shared/show.h"
#include "casework/tasks/pages_work.h"
#include "domain/course/deadline.h"
#include "domain/dossier/dossier.h"
#include "domain/type/casetype.h"
#include "text/date.h"
#include "text/message.h"


static const struct deadlines_act acts[] = {
	{ "done", N_("It is met"), N_("The deadline ends here. Where a "
	    "second person checks, it is open until that person confirms."),
	    N_("It was written down that the deadline is met."), false,
	    deadline_done },
	{ "confirm", N_("Confirm"), N_("You have looked and confirm that "
	    "the deadline is met."), N_("It is confirmed."), false,
	    deadline_confirm },
	{ "refuse", N_("It is not met"), N_("The deadline runs on, as if "
	    "nobody had said that it is met."), N_("The deadline runs on."),
	    true, deadline_refuse },
	{ "pause", N_("Pause"), N_("Time stands still for this deadline "
	    "until it goes on. What is paused is added at its end."),
	    N_("The deadline is paused."), true, deadline_pause },
	{ "resume", N_("Go on"), N_("The deadline runs again. What was "
	    "paused is added at its end."), N_("The deadline runs again."),
	    false, deadline_resume },
	{ "stop", N_("Not needed any more"), N_("The deadline ends without "
	    "being met, and nobody is warned of it."),
	    N_("The deadline was ended."), true, deadline_stop },
	{ "reopen", N_("Take up again"), N_("The deadline runs again. The "
	    "time since it ended counts as a pause."),
	    N_("The deadline runs again."), true, deadline_reopen }
};

const struct deadlines_act *
deadlines_nth(size_t n)
{
	return n < COUNT(acts) ? &acts[n] : NULL;
}

const struct deadlines_act *
deadlines_act(const char *word)
{
	size_t i;

	for (i = 0; i < COUNT(acts); i++)
		if (strcmp(acts[i].word, word) == 0)
			return &acts[i];
	return NULL;
}

bool
deadlines_may(const struct request *rq, const struct dossier *d,
    const struct deadline *x, const struct deadlines_act *a)
{
	if (d->level < LEVEL_WORK || strcmp(d->status, "closed") == 0)
		return false;
	if (a->act == deadline_confirm)
		return deadline_may_confirm(&rq->cx, x);
	if (a->act == deadline_refuse)
		return x->state == DEADLINE_UNCHECKED;
	if (a->act == deadline_pause)
		return x->state == DEADLINE_RUNNING;
	if (a->act == deadline_resume)
		return x->state == DEADLINE_PAUSED;
	if (a->act == deadline_done)
		return x->state == DEADLINE_RUNNING ||
		    x->state == DEADLINE_PAUSED;
	if (a->act == deadline_reopen)
		return !deadline_is_open(x);
	return deadline_is_open(x);
}

static const char *
state_word(const struct request *rq, const struct deadline *x)
{
	switch (x->state) {
	case DEADLINE_RUNNING:
		return _("Running");
	case DEADLINE_PAUSED:
		return _("Paused");
	case DEADLINE_UNCHECKED:
		return _("To be confirmed");
	case DEADLINE_DONE:
		return deadline_is_late(&rq->cx, x) ? _("Met, late") :
		    _("Met in time");
	default:
		return _("Not needed any more");
	}
}

void
deadlines_show_one(struct request *rq, struct view *v,
    const struct dossier *d, const struct deadline *x)
{
	bool open = deadline_is_open(x);
	bool late = open && deadline_is_late(&rq->cx, x);

	view_int(v, "no", x->no);
	view_text(v, "title", deadline_title(&rq->cx, d->type, x));
	view_text(v, "state", state_word(rq, x));
	view_flag(v, "open", open);
	view_flag(v, "paused", x->state == DEADLINE_PAUSED);
	view_flag(v, "unchecked", x->state == DEADLINE_UNCHECKED);
	view_flag(v, "done", x->state == DEADLINE_DONE);
	view_flag(v, "stopped", x->state == DEADLINE_STOPPED);
	view_flag(v, "second", x->second);
	view_flag(v, "late", late);
	view_flag(v, "soon", open && !late && x->due != 0 &&
	    (x->told == DEADLINE_TOLD_WARNED ||
	    x->due < rq->cx.now + DATE_SOON));
	view_moment(v, "started", x->started);
	view_moment(v, "due", x->due);
	view_moment(v, "early", x->early);
	view_moment(v, "warns", x->warns);
	view_moment(v, "said", x->said);
	view_text(v, "said_by", x->said_by_name);
	view_moment(v, "checked", x->checked);
	view_text(v, "checked_by", x->checked_by_name);
	view_text(v, "reason", x->reason);
}

static bool
may_add(const struct dossier *d)
{
	return d->level >= LEVEL_WORK && d->verdict[0] != '\0' &&
	    strcmp(d->status, "closed") != 0;
}

enum err
deadlines_show(struct request *rq, const struct dossier *d)
{
	struct deadline *x;
	bool any = false;
	enum err e;

	if ((e = deadline_list(&rq->cx, d, &x)) != OK)
		return e;
	for (; x != NULL; x = x->next, any = true)
		if (deadline_is_open(x))
			deadlines_show_one(rq, view_item(rq->view,
			    "deadlines"), d, x);
	view_flag(rq->view, "any_deadlines", any);
	view_flag(rq->view, "may_add_deadline", may_add(d));
	return OK;
}

enum err
deadlines_told(struct request *rq, int limit, int64_t *count)
{
	const struct casetype *t;
	struct deadline *x;
	struct view *v;
	enum err e;

	if ((e = deadline_told(&rq->cx, limit, &x, count)) != OK)
		return e;
	for (; x != NULL; x = x->next) {
		if ((e = casetype_by_id(&rq->cx, x->type_id, &t)) != OK)
			return e;
		v = view_item(rq->view, "told");
		view_int(v, "no", x->no);
		view_text(v, "title", deadline_title(&rq->cx, t, x));
		view_text(v, "number", x->number);
		view_text(v, "dossier", x->dossier_title);
		view_moment(v, "due", x->due);
		view_flag(v, "late", x->due != 0 && x->due < rq->cx.now);
		view_flag(v, "soon", x->due >= rq->cx.now);
		view_flag(v, "unchecked", x->state == DEADLINE_UNCHECKED);
		view_flag(v, "passed_on",
		    x->told == DEADLINE_TOLD_MANAGERS);
	}
	return OK;
}

enum err
get_deadlines(struct request *rq)
{
	struct dossier *d;
	struct deadline *x;
	enum err e;

	if ((e = show_open(rq, &d)) != OK ||
	    (e = deadline_list(&rq->cx, d, &x)) != OK)
		return e;
	for (; x != NULL; x = x->next)
		deadlines_show_one(rq, view_item(rq->view, "deadlines"), d,
		    x);
	view_flag(rq->view, "may_add", may_add(d));
	return reply_page(rq, "casework/deadlines.html");
}
