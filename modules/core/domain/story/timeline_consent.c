/* SPDX-License-Identifier: MIT */
/* What somebody said may leave, and took back, in a sentence. */
#include "domain/story/tell.h"

#include <string.h>

#include "base/count.h"
#include "text/message.h"

static const char *
over(const struct telling *t)
{
	const char *how = tell_fact(t, "how");

	return strcmp(how, "event") == 0 ? N_("Consent %s ended: what it was "
	    "until has come") : strcmp(how, "dropped") == 0 ?
	    N_("Consent %s not signed, and dropped") :
	    N_("Consent %s revoked");
}

const char *
timeline_consent(const struct telling *t)
{
	static const struct { const char *kind, *sentence; } kinds[] = {
		{ "consent.prepared", N_("Consent %s prepared, for %s") },
		{ "consent.given", N_("Consent %s given, for %s") },
		{ "consent.refused", N_("Consent %s refused, for %s") },
		{ "consent.restricted", N_("Restriction %s asked for, "
		    "against %s") }
	};
	const char *no = tell_some(tell_fact(t, "consent"));
	size_t i;

	if (tell_is(t, "consent.ended"))
		return arena_printf(t->cx->arena, message(over(t)), no);
	for (i = 0; i < COUNT(kinds); i++)
		if (strcmp(kinds[i].kind, t->event->kind) == 0)
			return arena_printf(t->cx->arena,
			    message(kinds[i].sentence), no,
			    tell_some(tell_fact(t, "receiver")));
	return t->event->kind;
}
