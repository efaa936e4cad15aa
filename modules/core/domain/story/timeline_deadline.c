/* SPDX-License-Identifier: MIT */
/* What became of deadlines, in a sentence. */
#include "domain/story/tell.h"

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
title_of(const struct telling *t)
{
	const struct deadline x = {
		.code = tell_fact(t, "deadline"),
		.title = tell_fact(t, "title")
	};

	if (x.title[0] == '\0')		/* the law had it erased */
		return "…";
	return x.code[0] == '\0' ? x.title : deadline_title(t->cx, t->type, &x);
}

static const char *
done(const struct telling *t, const char *title)
{
	bool late = tell_fact(t, "late")[0] != '\0';

	if (tell_is(t, "deadline.confirmed"))
		return arena_printf(t->cx->arena, late ?
		    _("It is confirmed that the deadline “%s” is met, late") :
		    _("It is confirmed that the deadline “%s” is met"),
		    title);
	return arena_printf(t->cx->arena, late ? _("Deadline “%s” met, late") :
	    _("Deadline “%s” met in time"), title);
}

const char *
timeline_deadline(const struct telling *t)
{
	const char *title = title_of(t);
	const char *due = tell_after(t, "due");
	size_t i;

	if (tell_is(t, "deadline.done") ||
	    tell_is(t, "deadline.confirmed"))
		return done(t, title);
	for (i = 0; i < COUNT(plain); i++) {
		if (strcmp(plain[i].kind, t->event->kind) != 0)
			continue;
		if (plain[i].until != NULL && due[0] != '\0')
			return arena_printf(t->cx->arena,
			    message(plain[i].until), title, due);
		return arena_printf(t->cx->arena, message(plain[i].sentence),
		    title);
	}
	return t->event->kind;
}
