/* SPDX-License-Identifier: MIT */
/* What was shared with whom, and what they looked at, in a sentence. */
#include "domain/story/timeline_share.h"

#include <stdlib.h>
#include <string.h>

#include "base/count.h"
#include "domain/spine/event_get.h"
#include "text/date.h"
#include "text/message.h"

static const char *
some(struct ctx *cx, const struct event *ev, const char *name)
{
	const char *text = event_get(cx, ev, "fact", name);

	return text[0] == '\0' ? "…" : text;	/* the law had it erased */
}

static const char *
made(struct ctx *cx, const struct event *ev, const char *who)
{
	int64_t until = strtoll(event_get(cx, ev, "fact", "until"), NULL, 10);

	return arena_printf(cx->arena, strcmp(ev->kind, "share.made") == 0 ?
	    _("Shared with %s until %s") :
	    _("Sharing with %s goes until %s now"), who,
	    until == 0 ? "…" : date_text(cx->arena, cx->lang, cx->zone,
	    until, cx->now, DATE_DAY));
}

static const char *
mailed(struct ctx *cx, const struct event *ev, const char *who)
{
	bool code = strcmp(event_get(cx, ev, "fact", "what"), "code") == 0;
	const char *text;

	if (strcmp(ev->kind, "share.mailed") == 0)
		text = code ? _("Code for %s mailed to %s") :
		    _("Link for %s mailed to %s");
	else
		text = code ? _("Code for %s could not be mailed to %s") :
		    _("Link for %s could not be mailed to %s");
	return arena_printf(cx->arena, text, who, some(cx, ev, "email"));
}

const char *
timeline_share(struct ctx *cx, const struct event *ev)
{
	static const struct { const char *kind, *sentence; } others[] = {
		{ "share.renewed", N_("New link and code for %s") },
		{ "share.ended", N_("Sharing with %s ended") },
		{ "share.opened", N_("%s opened the sharing room") },
		{ "share.looked", N_("%s looked at what is shared") },
		{ "share.locked", N_("Sharing with %s locked: the code was "
		    "wrong too often") }
	};
	const char *who = some(cx, ev, "receiver");
	size_t i;

	if (strcmp(ev->kind, "share.made") == 0 ||
	    strcmp(ev->kind, "share.prolonged") == 0)
		return made(cx, ev, who);
	if (strcmp(ev->kind, "share.mailed") == 0 ||
	    strcmp(ev->kind, "share.unmailed") == 0)
		return mailed(cx, ev, who);
	if (strcmp(ev->kind, "document.fetched") == 0)
		return arena_printf(cx->arena, _("%s opened “%s”"), who,
		    some(cx, ev, "name"));
	for (i = 0; i < COUNT(others); i++)
		if (strcmp(others[i].kind, ev->kind) == 0)
			return arena_printf(cx->arena, _(others[i].sentence),
			    who);
	return ev->kind;
}
