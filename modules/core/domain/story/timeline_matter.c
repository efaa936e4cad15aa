/* SPDX-License-Identifier: MIT */
/* What happened before courts, and who represents whom, in a sentence. */
#include "domain/story/timeline_matter.h"

#include <stdlib.h>
#include <string.h>

#include "domain/spine/event_get.h"
#include "text/date.h"
#include "text/message.h"
#include "text/number.h"

static const char *
some(struct ctx *cx, const struct event *ev, const char *name)
{
	const char *text = event_get(cx, ev, "fact", name);

	return text[0] == '\0' ? "…" : text;	/* the law had it erased */
}

/* "Handelsgericht, HG 26 118" */
static const char *
place(struct ctx *cx, const struct event *ev)
{
	const char *reference = event_get(cx, ev, "fact", "reference");

	return reference[0] == '\0' ? some(cx, ev, "court") :
	    arena_printf(cx->arena, "%s, %s", some(cx, ev, "court"),
	    reference);
}

/* "entry 12 of Handelsgericht, HG 26 118" */
static const char *
docket(struct ctx *cx, const struct event *ev)
{
	const char *number = event_get(cx, ev, "fact", "number");
	const char *name = some(cx, ev, "name"), *where = place(cx, ev);

	if (number[0] == '\0')
		number = date_civil(cx->arena, cx->lang, some(cx, ev,
		    "filed"));
	if (strcmp(ev->kind, "docket.added") == 0)
		return arena_printf(cx->arena, _("Entry %s was added to the "
		    "docket of %s"), number, where);
	if (strcmp(ev->kind, "docket.changed") == 0)
		return arena_printf(cx->arena, _("Entry %s of the docket of "
		    "%s was corrected"), number, where);
	if (strcmp(ev->kind, "docket.struck") == 0)
		return arena_printf(cx->arena, _("Entry %s was taken out of "
		    "the docket of %s"), number, where);
	return arena_printf(cx->arena,
	    strcmp(ev->kind, "docket.attached") == 0 ?
	    _("“%s” was filed under entry %s of the docket of %s") :
	    _("“%s” was taken from entry %s of the docket of %s"), name,
	    number, where);
}

/* "12,000.00 EUR", else the terms. */
static const char *
offered(struct ctx *cx, const struct event *ev)
{
	const char *currency = event_get(cx, ev, "fact", "currency");

	return currency[0] == '\0' ? some(cx, ev, "terms") :
	    number_money(cx->arena, cx->lang, strtoll(event_get(cx, ev,
	    "fact", "amount"), NULL, 10), currency);
}

static const char *
of_offer(struct ctx *cx, const struct event *ev)
{
	const char *maker = event_get(cx, ev, "fact", "maker");
	const char *fmt = ev->kind;

	if (strcmp(ev->kind, "offer.made") == 0)
		fmt = _("%s offered: %s");
	else if (strcmp(ev->kind, "offer.accepted") == 0)
		fmt = _("Offer of %s accepted: %s");
	else if (strcmp(ev->kind, "offer.refused") == 0)
		fmt = _("Offer of %s refused: %s");
	else if (strcmp(ev->kind, "offer.withdrawn") == 0)
		fmt = _("Offer of %s withdrawn: %s");
	else
		return ev->kind;
	return arena_printf(cx->arena, fmt, maker[0] == '\0' ?
	    _("The court") : maker, offered(cx, ev));
}

const char *
timeline_matter(struct ctx *cx, const struct event *ev)
{
	const char *ended = event_get(cx, ev, "after", "ended");

	if (strcmp(ev->kind, "proceeding.added") == 0)
		return arena_printf(cx->arena, _("Proceeding added: %s"),
		    place(cx, ev));
	if (strcmp(ev->kind, "proceeding.changed") == 0)
		return arena_printf(cx->arena, ended[0] != '\0' ?
		    _("Proceeding ended: %s") : _("Proceeding changed: %s"),
		    place(cx, ev));
	if (strcmp(ev->kind, "proceeding.docketed") == 0)
		return arena_printf(cx->arena, _("Docket taken over: %s, "
		    "%s new entries"), place(cx, ev), some(cx, ev,
		    "entries"));
	if (strncmp(ev->kind, "docket.", 7) == 0)
		return docket(cx, ev);
	if (strcmp(ev->kind, "counsel.added") == 0)
		return arena_printf(cx->arena, _("%s represents %s"),
		    some(cx, ev, "counsel"), some(cx, ev, "client"));
	if (strcmp(ev->kind, "counsel.ended") == 0)
		return arena_printf(cx->arena, _("%s does not represent %s "
		    "any more"), some(cx, ev, "counsel"),
		    some(cx, ev, "client"));
	if (strcmp(ev->kind, "bundle.asked") == 0)
		return arena_printf(cx->arena, _("Bundle asked for: %s, "
		    "%s documents"), some(cx, ev, "title"), some(cx, ev,
		    "documents"));
	if (strcmp(ev->kind, "bundle.made") == 0)
		return arena_printf(cx->arena, _("Bundle made: %s, %s "
		    "pages"), some(cx, ev, "title"), some(cx, ev,
		    "pages"));
	if (strncmp(ev->kind, "offer.", 6) == 0)
		return of_offer(cx, ev);
	if (strcmp(ev->kind, "text.asked") == 0)
		return _("Two documents compared by their text");
	return ev->kind;
}
