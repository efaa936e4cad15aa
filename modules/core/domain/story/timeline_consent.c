/* SPDX-License-Identifier: MIT */
/* What somebody said may leave, and took back, in a sentence. */
#include "domain/story/timeline_consent.h"

#include <string.h>

#include "domain/spine/event_get.h"
#include "text/message.h"

static const char *
some(struct ctx *cx, const struct event *ev, const char *name)
{
	const char *text = event_get(cx, ev, "fact", name);

	return text[0] == '\0' ? "…" : text;	/* the law had it erased */
}

static const char *
over(struct ctx *cx, const struct event *ev)
{
	const char *how = event_get(cx, ev, "fact", "how");

	return strcmp(how, "event") == 0 ? N_("Consent %s ended: what it was "
	    "until has come") : strcmp(how, "dropped") == 0 ?
	    N_("Consent %s not signed, and dropped") :
	    N_("Consent %s revoked");
}

const char *
timeline_consent(struct ctx *cx, const struct event *ev)
{
	static const struct { const char *kind, *sentence; } kinds[] = {
		{ "consent.prepared", N_("Consent %s prepared, for %s") },
		{ "consent.given", N_("Consent %s given, for %s") },
		{ "consent.refused", N_("Consent %s refused, for %s") },
		{ "consent.restricted", N_("Restriction %s asked for, "
		    "against %s") }
	};
	const char *no = some(cx, ev, "consent");
	size_t i;

	if (strcmp(ev->kind, "consent.ended") == 0)
		return arena_printf(cx->arena, message(over(cx, ev)), no);
	for (i = 0; i < sizeof(kinds) / sizeof(kinds[0]); i++)
		if (strcmp(kinds[i].kind, ev->kind) == 0)
			return arena_printf(cx->arena,
			    message(kinds[i].sentence), no,
			    some(cx, ev, "receiver"));
	return ev->kind;
}
