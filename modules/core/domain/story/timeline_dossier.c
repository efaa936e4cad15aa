/* SPDX-License-Identifier: MIT */
/* What becomes of a case itself, in a sentence. */
#include <stdlib.h>
#include <string.h>

#include "base/count.h"
#include "domain/dossier/dossier_link.h"
#include "domain/dossier/dossier_words.h"
#include "domain/spine/event_get.h"
#include "domain/spine/medium.h"
#include "domain/story/tell.h"
#include "domain/story/timeline.h"
#include "domain/type/casetype.h"
#include "text/message.h"

static const char *
registered(const struct telling *t)
{
	const char *sentence = medium_arrived(tell_fact(t, "medium"));
	const char *from = tell_fact(t, "requester");

	return from[0] == '\0' ? sentence :
	    arena_printf(t->cx->arena, _("%s, from %s"), sentence, from);
}

static const char *
accepted(const struct telling *t)
{
	const char *team = tell_after(t, "team"), *lead = tell_after(t, "lead");

	if (team[0] != '\0' && lead[0] != '\0')
		return arena_printf(t->cx->arena,
		    _("Accepted for team %s, led by %s"), team, lead);
	if (team[0] != '\0')
		return arena_printf(t->cx->arena, _("Accepted for team %s"),
		    team);
	if (lead[0] != '\0')
		return arena_printf(t->cx->arena, _("Accepted, led by %s"),
		    lead);
	return _("Accepted");
}

static const char *
to_whom(const struct telling *t)
{
	const char *team = tell_after(t, "team"), *lead = tell_after(t, "lead");

	if (team[0] != '\0' && lead[0] != '\0')
		return arena_printf(t->cx->arena,
		    _("Handed over to team %s, led by %s"), team, lead);
	if (team[0] != '\0')
		return arena_printf(t->cx->arena,
		    _("Handed over to team %s"), team);
	if (lead[0] != '\0')
		return arena_printf(t->cx->arena, _("Handed over to %s"),
		    lead);
	return _("Handed over");
}

static const char *
handed_over(const struct telling *t)
{
	long tasks = strtol(tell_fact(t, "tasks"), NULL, 10);

	if (tasks <= 0)
		return to_whom(t);
	return arena_printf(t->cx->arena, message_plural(
	    "%s, with %ld open task", "%s, with %ld open tasks", tasks),
	    to_whom(t), tasks);
}

/* What changed, a group once; before and after are timeline_changes(). */
static const char *
changed(const struct telling *t)
{
	const char *names = "", *last = "";
	struct timeline_change *c;

	c = timeline_changes(t->cx, t->type, t->event);
	for (; c != NULL; last = c->thing, c = c->next)
		if (!c->computed && strcmp(c->thing, last) != 0)
			names = arena_printf(t->cx->arena, "%s%s%s", names,
			    names[0] == '\0' ? "" : ", ", c->thing);
	return tell_text(t, _("Changed"), names);
}

/* Codes with blanks between, of phases or of fields, as the type's words. */
static const char *
code_words(const struct telling *t, bool fields, const char *codes)
{
	const char *words = "", *word;
	size_t len;

	for (; *codes != '\0'; codes += len + strspn(codes + len, " ")) {
		len = strcspn(codes, " ");
		word = arena_textn(t->cx->arena, codes, len);
		word = fields ? dossier_words_label(t->cx, t->type,
		    arena_printf(t->cx->arena, "f.%s", word)) :
		    dossier_words_show(t->cx, t->type, "phase", word);
		words = arena_printf(t->cx->arena, "%s%s%s", words,
		    words[0] == '\0' ? "" : ", ", word);
	}
	return words;
}

static bool
is_back(const struct telling *t)
{
	const struct term *to;

	if (t->type == NULL)
		return false;
	to = casetype_term(t->type->phases, event_get(t->cx, t->event,
	    "after", "phase"));
	return to != NULL && casetype_term(to, event_get(t->cx, t->event,
	    "before", "phase")) != NULL;
}

static const char *
moved(const struct telling *t)
{
	const char *from = tell_before(t, "phase");
	const char *to = tell_after(t, "phase");
	const char *left_out = code_words(t, false, tell_fact(t, "skipped"));

	if (to[0] == '\0')
		return _("Moved to another phase");
	if (tell_fact(t, "plan")[0] != '\0')
		return arena_printf(t->cx->arena,
		    _("The plan led from %s to %s"), from, to);
	if (from[0] == '\0')
		return arena_printf(t->cx->arena, _("Moved to %s"), to);
	if (is_back(t))
		return arena_printf(t->cx->arena, _("Back to %s from %s"),
		    to, from);
	if (left_out[0] != '\0')
		return arena_printf(t->cx->arena,
		    _("Moved to %s from %s, leaving out %s"), to, from,
		    left_out);
	return arena_printf(t->cx->arena, _("Moved to %s from %s"), to, from);
}

static const char *
closed(const struct telling *t)
{
	return tell_text(t, _("Closed"), tell_after(t, "outcome"));
}

static const char *
solved(const struct telling *t)
{
	return tell_text(t, _("Solved at once"), tell_fact(t, "result"));
}

static const char *
declined(const struct telling *t)
{
	return tell_text(t, _("Declined; alternatives told"),
	    tell_fact(t, "alternatives"));
}

static const char *
things(const char *what, long n)
{
	if (strcmp(what, "tasks") == 0)
		return message_plural("%ld task", "%ld tasks", n);
	if (strcmp(what, "goals") == 0)
		return message_plural("%ld goal", "%ld goals", n);
	if (strcmp(what, "notes") == 0)
		return message_plural("%ld note", "%ld notes", n);
	if (strcmp(what, "documents") == 0)
		return message_plural("%ld document", "%ld documents", n);
	if (strcmp(what, "deadlines") == 0)
		return message_plural("%ld deadline", "%ld deadlines", n);
	if (strcmp(what, "appointments") == 0)
		return message_plural("%ld appointment", "%ld appointments",
		    n);
	return message_plural("%ld person", "%ld persons", n);
}

/* , with 2 tasks, 1 document */
static const char *
with_things(const struct telling *t, const char *sentence)
{
	static const char *const whats[] = { "tasks", "goals", "notes",
	    "documents", "deadlines", "appointments", "people" };
	const char *list = "";
	size_t i;
	long n;

	for (i = 0; i < COUNT(whats); i++)
		if ((n = strtol(tell_fact(t, whats[i]), NULL, 10)) > 0)
			list = arena_printf(t->cx->arena, "%s%s%s", list,
			    list[0] == '\0' ? "" : ", ",
			    arena_printf(t->cx->arena, things(whats[i], n),
			    n));
	return tell_text(t, sentence, list);
}

static const char *
merged(const struct telling *t)
{
	const char *differ = code_words(t, true, tell_fact(t, "differ"));
	const char *sentence = with_things(t, arena_printf(t->cx->arena,
	    _("Took over %s"), tell_other(t)));

	return differ[0] == '\0' ? sentence : arena_printf(t->cx->arena,
	    _("%s; other values stay there: %s"), sentence, differ);
}

static const char *
merged_away(const struct telling *t)
{
	return arena_printf(t->cx->arena, _("Merged into %s"), tell_other(t));
}

static const char *
split_off(const struct telling *t)
{
	return with_things(t, arena_printf(t->cx->arena,
	    _("Split off as %s"), tell_other(t)));
}

static const char *
split(const struct telling *t)
{
	return with_things(t, arena_printf(t->cx->arena,
	    _("Split from %s"), tell_other(t)));
}

static const char *
linked(const struct telling *t)
{
	return arena_printf(t->cx->arena, _("Linked: %s %s"),
	    dossier_link_word(tell_fact(t, "link")), tell_other(t));
}

static const char *
unlinked(const struct telling *t)
{
	return arena_printf(t->cx->arena, _("Link ended: %s %s"),
	    dossier_link_word(tell_fact(t, "link")), tell_other(t));
}

static const char *
version_moved(const struct telling *t)
{
	const char *phase = tell_after(t, "phase");

	if (phase[0] == '\0')
		return arena_printf(t->cx->arena, _("Moved from version %s of "
		    "its type to version %s"), tell_before(t, "version"),
		    tell_after(t, "version"));
	return arena_printf(t->cx->arena, _("Moved from version %s of its "
	    "type to version %s, into the phase %s"), tell_before(t, "version"),
	    tell_after(t, "version"), dossier_words_show(t->cx, t->type,
	    "phase", phase));
}

const struct teller timeline_dossier[] = {
	{ "dossier.accepted", accepted },
	{ "dossier.changed", changed },
	{ "dossier.closed", closed },
	{ "dossier.declined", declined },
	{ "dossier.handed_over", handed_over },
	{ "dossier.merged", merged },
	{ "dossier.merged_away", merged_away },
	{ "dossier.registered", registered },
	{ "dossier.solved", solved },
	{ "dossier.split", split },
	{ "dossier.split_off", split_off },
	{ "dossier.version_moved", version_moved },
	{ "link.added", linked },
	{ "link.ended", unlinked },
	{ "phase.moved", moved },
	{ NULL, NULL }
};
