/* SPDX-License-Identifier: MIT */
/* What became of deadlines, in a sentence. */
#include "domain/story/timeline_deadline.h"

#include <string.h>

#include "base/count.h"
#include "domain/course/deadline.h"
#include "domain/dossier/dossier_words.h"
#include "domain/spine/event_get.h"
#include "text/message.h"

/* Kinds whose sentence names the deadline; with a due, the second one also
 * says until when. */
static const struct {
	const char *kind, *sentence, *until;
} plain[] = {
	{ "deadline.started", N_("Deadline “%s” runs"),
	    N_("Deadline “%s” runs until %s") },
	{ "deadline.paused", N_("Deadline “%s” paused"), NULL },
	{ "deadline.resumed", N_("Deadline “%s” runs again"),
	    N_("Deadline “%s” runs again, until %s") },
	{ "deadline.changed", N_("Another rule for the deadline “%s”"),
	    N_("Another rule for the deadline “%s”: now until %s") },
	{ "deadline.moved", N_("Deadline “%s” moved with the calendar"),
	    N_("Deadline “%s” moved with the calendar, to %s") },
	{ "deadline.unchecked", N_("Deadline “%s” met, to be confirmed"),
	    NULL },
	{ "deadline.refused", N_("Deadline “%s” is not met after all"),
	    NULL },
	{ "deadline.stopped", N_("Deadline “%s” is not needed any more"),
	    NULL },
	{ "deadline.reopened", N_("Deadline “%s” taken up again"),
	    N_("Deadline “%s” taken up again, until %s") },
	{ "deadline.warned", N_("Deadline “%s” is near; the lead was told"),
	    NULL },
	{ "deadline.missed", N_("Deadline “%s” was missed"), NULL },
	{ "deadline.passed_on", N_("Deadline “%s” is still open; who manages "
	    "the case was told"), NULL }
};

static const char *
title_of(struct ctx *cx, const struct casetype *t, const struct event *ev)
{
	const struct deadline x = {
		.code = event_get(cx, ev, "fact", "deadline"),
		.title = event_get(cx, ev, "fact", "title")
	};

	if (x.title[0] == '\0')		/* the law had it erased */
		return "…";
	return x.code[0] == '\0' ? x.title : deadline_title(cx, t, &x);
}

static const char *
done(struct ctx *cx, const struct event *ev, const char *title)
{
	bool late = event_get(cx, ev, "fact", "late")[0] != '\0';

	if (strcmp(ev->kind, "deadline.confirmed") == 0)
		return arena_printf(cx->arena, late ?
		    _("It is confirmed that the deadline “%s” is met, late") :
		    _("It is confirmed that the deadline “%s” is met"),
		    title);
	return arena_printf(cx->arena, late ? _("Deadline “%s” met, late") :
	    _("Deadline “%s” met in time"), title);
}

const char *
timeline_deadline(struct ctx *cx, const struct casetype *t,
    const struct event *ev)
{
	const char *title = title_of(cx, t, ev);
	const char *due = dossier_words_show(cx, t, "due", event_get(cx, ev,
	    "after", "due"));
	size_t i;

	if (strcmp(ev->kind, "deadline.done") == 0 ||
	    strcmp(ev->kind, "deadline.confirmed") == 0)
		return done(cx, ev, title);
	for (i = 0; i < COUNT(plain); i++) {
		if (strcmp(plain[i].kind, ev->kind) != 0)
			continue;
		if (plain[i].until != NULL && due[0] != '\0')
			return arena_printf(cx->arena,
			    message(plain[i].until), title, due);
		return arena_printf(cx->arena, message(plain[i].sentence),
		    title);
	}
	return ev->kind;
}
