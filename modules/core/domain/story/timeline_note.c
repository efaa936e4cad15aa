/* SPDX-License-Identifier: MIT */
/* What is written down, comes in or fails to come, in a sentence. */
#include <stdlib.h>

#include "domain/course/silence.h"
#include "domain/dossier/sealed.h"
#include "domain/spine/medium.h"
#include "domain/story/tell.h"
#include "model/casetype.h"
#include "text/message.h"

/* "Session note signed by Dr. Nina Roth". */
static const char *
signed_note(const struct telling *t, const char *sentence)
{
	return arena_printf(t->cx->arena, message(sentence),
	    sealed_kind(tell_fact(t, "note_kind")),
	    tell_some(tell_fact(t, "signer")));
}

static const char *
countersigned(const struct telling *t)
{
	return signed_note(t, N_("%s countersigned by %s"));
}

static const char *
note(const struct telling *t)
{
	const char *by = tell_fact(t, "contact");

	if (tell_fact(t, "sha256")[0] != '\0')
		return tell_text(t, signed_note(t,
		    tell_fact(t, "amends")[0] == '\0' ?
		    N_("%s signed by %s") : N_("%s, addendum signed by %s")),
		    tell_fact(t, "text"));
	return tell_text(t, by[0] == '\0' ? _("Note") :
	    arena_printf(t->cx->arena, _("Contact with the requester (%s)"),
	    medium_word(by)), tell_fact(t, "text"));
}

static const char *
silence(const struct telling *t)
{
	const struct type_rhythm r = {
	    .works = tell_fact(t, "works")[0] != '\0',
	    .days = (int)strtol(tell_fact(t, "agreed"), NULL, 10) };
	long days = strtol(tell_fact(t, "days"), NULL, 10);

	if (r.days == 0)
		return _("Silent: it has no next date");
	return arena_printf(t->cx->arena, message_plural(
	    "Silent: no contact for %ld day, agreed: %s",
	    "Silent: no contact for %ld days, agreed: %s", days), days,
	    silence_agreed(t->cx, &r));
}

static const char *
activity(const struct telling *t)
{
	const char *name = tell_fact(t, "activity");

	return name[0] == '\0' ? _("Activity") : tell_clipped(t, name);
}

static const char *
document_revised(const struct telling *t)
{
	return arena_printf(t->cx->arena,
	    _("New version of “%s”: version %s"),
	    tell_some(tell_fact(t, "name")),
	    tell_some(tell_fact(t, "version")));
}

/* Of a document, else of a note. */
static const char *
exchanged(const struct telling *t)
{
	const char *name = tell_fact(t, "name");
	const char *who = tell_after(t, "with_whom");
	bool ends = who[0] == '\0' && tell_before(t, "with_whom")[0] != '\0';

	if (name[0] == '\0')
		return ends ? _("A note is no correspondence any more") :
		    who[0] == '\0' ? _("Correspondence of a note changed") :
		    arena_printf(t->cx->arena,
		    _("A note is correspondence with %s"), who);
	if (who[0] == '\0')
		return arena_printf(t->cx->arena, ends ?
		    _("“%s” is no correspondence any more") :
		    _("Correspondence of “%s” changed"), name);
	return arena_printf(t->cx->arena,
	    _("“%s” is correspondence with %s"), name, who);
}

static const char *
request_joined(const struct telling *t)
{
	const char *text = tell_fact(t, "text");
	const char *title = tell_some(tell_fact(t, "title"));

	if (text[0] != '\0')
		title = arena_printf(t->cx->arena, "%s · %s", title, text);
	return tell_text(t, medium_further(tell_fact(t, "medium")), title);
}

static const char *
arrival_filed(const struct telling *t)
{
	const char *sender = tell_fact(t, "sender");
	const char *title = tell_some(tell_fact(t, "title"));

	if (sender[0] == '\0')
		return arena_printf(t->cx->arena,
		    _("“%s” filed from the tray"), title);
	return arena_printf(t->cx->arena,
	    _("“%s” from %s filed from the tray"), title, sender);
}

const struct teller timeline_note[] = {
	{ "activity.done", activity },
	{ "arrival.filed", arrival_filed },
	{ "document.exchanged", exchanged },
	{ "document.revised", document_revised },
	{ "note.added", note },
	{ "note.countersigned", countersigned },
	{ "note.exchanged", exchanged },
	{ "request.joined", request_joined },
	{ "silence.began", silence },
	{ NULL, NULL }
};
