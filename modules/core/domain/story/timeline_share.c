/* SPDX-License-Identifier: MIT */
/* What was shared with whom, and what they looked at, in a sentence. */
#include "domain/story/tell.h"

#include <stdlib.h>
#include <string.h>

#include "base/count.h"
#include "text/date.h"
#include "text/message.h"

static const char *
made(const struct telling *t, const char *who)
{
	int64_t until = strtoll(tell_fact(t, "until"), NULL, 10);

	return arena_printf(t->cx->arena, tell_is(t, "share.made") ?
	    _("Shared with %s until %s") :
	    _("Sharing with %s goes until %s now"), who,
	    until == 0 ? "…" : date_text(t->cx->arena, t->cx->lang,
	    t->cx->zone, until, t->cx->now, DATE_DAY));
}

static const char *
mailed(const struct telling *t, const char *who)
{
	bool code = strcmp(tell_fact(t, "what"), "code") == 0;
	const char *text;

	if (tell_is(t, "share.mailed"))
		text = code ? _("Code for %s mailed to %s") :
		    _("Link for %s mailed to %s");
	else
		text = code ? _("Code for %s could not be mailed to %s") :
		    _("Link for %s could not be mailed to %s");
	return arena_printf(t->cx->arena, text, who,
	    tell_some(tell_fact(t, "email")));
}

const char *
timeline_share(const struct telling *t)
{
	static const struct { const char *kind, *sentence; } others[] = {
		{ "share.renewed", N_("New link and code for %s") },
		{ "share.ended", N_("Sharing with %s ended") },
		{ "share.opened", N_("%s opened the sharing room") },
		{ "share.looked", N_("%s looked at what is shared") },
		{ "share.locked", N_("Sharing with %s locked: the code was "
		    "wrong too often") }
	};
	const char *who = tell_some(tell_fact(t, "receiver"));
	size_t i;

	if (tell_is(t, "share.made") ||
	    tell_is(t, "share.prolonged"))
		return made(t, who);
	if (tell_is(t, "share.mailed") ||
	    tell_is(t, "share.unmailed"))
		return mailed(t, who);
	if (tell_is(t, "document.fetched"))
		return arena_printf(t->cx->arena, _("%s opened “%s”"), who,
		    tell_some(tell_fact(t, "name")));
	for (i = 0; i < COUNT(others); i++)
		if (strcmp(others[i].kind, t->event->kind) == 0)
			return arena_printf(t->cx->arena, _(others[i].sentence),
			    who);
	return t->event->kind;
}
