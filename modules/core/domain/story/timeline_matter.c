/* SPDX-License-Identifier: MIT */
/* What happened before courts, and who represents whom, in a sentence. */
#include "domain/story/tell.h"

#include <stdlib.h>
#include <string.h>

#include "domain/spine/event_get.h"
#include "text/date.h"
#include "text/message.h"
#include "text/number.h"

static const char *
fact(const struct telling *t, const char *name)
{
	return tell_some(tell_fact(t, name));
}

/* "Handelsgericht, HG 26 118" */
static const char *
place(const struct telling *t)
{
	const char *reference = tell_fact(t, "reference");

	return reference[0] == '\0' ? fact(t, "court") :
	    arena_printf(t->cx->arena, "%s, %s", fact(t, "court"),
	    reference);
}

/* "entry 12 of Handelsgericht, HG 26 118" */
static const char *
docket(const struct telling *t)
{
	const char *number = tell_fact(t, "number");
	const char *name = fact(t, "name"), *where = place(t);

	if (number[0] == '\0')
		number = date_civil(t->cx->arena, t->cx->lang,
		    fact(t, "filed"));
	if (tell_is(t, "docket.added"))
		return arena_printf(t->cx->arena, _("Entry %s was added to the "
		    "docket of %s"), number, where);
	if (tell_is(t, "docket.changed"))
		return arena_printf(t->cx->arena, _("Entry %s of the docket of "
		    "%s was corrected"), number, where);
	if (tell_is(t, "docket.struck"))
		return arena_printf(t->cx->arena, _("Entry %s was taken out of "
		    "the docket of %s"), number, where);
	return arena_printf(t->cx->arena,
	    tell_is(t, "docket.attached") ?
	    _("“%s” was filed under entry %s of the docket of %s") :
	    _("“%s” was taken from entry %s of the docket of %s"), name,
	    number, where);
}

/* "12,000.00 EUR", else the terms. */
static const char *
offered(const struct telling *t)
{
	const char *currency = tell_fact(t, "currency");

	return currency[0] == '\0' ? fact(t, "terms") :
	    number_money(t->cx->arena, t->cx->lang, strtoll(tell_fact(t,
	    "amount"), NULL, 10), currency);
}

static const char *
of_offer(const struct telling *t)
{
	const char *maker = tell_fact(t, "maker");
	const char *fmt = t->event->kind;

	if (tell_is(t, "offer.made"))
		fmt = _("%s offered: %s");
	else if (tell_is(t, "offer.accepted"))
		fmt = _("Offer of %s accepted: %s");
	else if (tell_is(t, "offer.refused"))
		fmt = _("Offer of %s refused: %s");
	else if (tell_is(t, "offer.withdrawn"))
		fmt = _("Offer of %s withdrawn: %s");
	else
		return t->event->kind;
	return arena_printf(t->cx->arena, fmt, maker[0] == '\0' ?
	    _("The court") : maker, offered(t));
}

const char *
timeline_matter(const struct telling *t)
{
	const char *ended = event_get(t->cx, t->event, "after", "ended");

	if (tell_is(t, "proceeding.added"))
		return arena_printf(t->cx->arena, _("Proceeding added: %s"),
		    place(t));
	if (tell_is(t, "proceeding.changed"))
		return arena_printf(t->cx->arena, ended[0] != '\0' ?
		    _("Proceeding ended: %s") : _("Proceeding changed: %s"),
		    place(t));
	if (tell_is(t, "proceeding.docketed"))
		return arena_printf(t->cx->arena, _("Docket taken over: %s, "
		    "%s new entries"), place(t), fact(t,
		    "entries"));
	if (strncmp(t->event->kind, "docket.", 7) == 0)
		return docket(t);
	if (tell_is(t, "counsel.added"))
		return arena_printf(t->cx->arena, _("%s represents %s"),
		    fact(t, "counsel"), fact(t, "client"));
	if (tell_is(t, "counsel.ended"))
		return arena_printf(t->cx->arena, _("%s does not represent %s "
		    "any more"), fact(t, "counsel"),
		    fact(t, "client"));
	if (tell_is(t, "bundle.asked"))
		return arena_printf(t->cx->arena, _("Bundle asked for: %s, "
		    "%s documents"), fact(t, "title"), fact(t,
		    "documents"));
	if (tell_is(t, "bundle.made"))
		return arena_printf(t->cx->arena, _("Bundle made: %s, %s "
		    "pages"), fact(t, "title"), fact(t, "pages"));
	if (strncmp(t->event->kind, "offer.", 6) == 0)
		return of_offer(t);
	if (tell_is(t, "text.asked"))
		return _("Two documents compared by their text");
	return t->event->kind;
}
