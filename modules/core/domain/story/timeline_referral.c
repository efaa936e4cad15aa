/* SPDX-License-Identifier: MIT */
/* What a patient can do and wants, and what providers are asked for, in a
 * sentence. */
#include "domain/story/tell.h"

#include <string.h>

#include "base/count.h"
#include "text/message.h"

static const char *
some(const struct telling *t, const char *name)
{
	return tell_some(tell_fact(t, name));
}

static const char *
strength(const struct telling *t)
{
	bool wish = strcmp(tell_fact(t, "of"), "wish") == 0;
	const char *fmt = t->event->kind;

	if (tell_is(t, "strength.noted"))
		fmt = wish ? _("Personal goal noted: “%s”") :
		    _("Strength noted: “%s”");
	else if (tell_is(t, "strength.changed"))
		fmt = wish ? _("Personal goal changed: “%s”") :
		    _("Strength changed: “%s”");
	else if (tell_is(t, "strength.ended"))
		fmt = wish ? _("Personal goal taken out: “%s”") :
		    _("Strength taken out: “%s”");
	else
		return t->event->kind;
	return arena_printf(t->cx->arena, fmt, some(t, "words"));
}

const char *
timeline_referral(const struct telling *t)
{
	static const struct { const char *kind, *sentence; } all[] = {
		{ "referral.written", N_("Referral to %s written: %s") },
		{ "referral.sent", N_("Referral to %s sent: %s") },
		{ "referral.accepted", N_("%s accepted the referral: %s") },
		{ "referral.refused", N_("%s refused the referral: %s") },
		{ "referral.started", N_("%s began: %s") },
		{ "referral.ended", N_("%s ended: %s") },
		{ "referral.withdrawn", N_("Referral to %s withdrawn: %s") },
		{ "referral.reported", N_("Report of %s taken in: %s") }
	};
	size_t i;

	if (strncmp(t->event->kind, "strength.", 9) == 0)
		return strength(t);
	for (i = 0; i < COUNT(all); i++)
		if (tell_is(t, all[i].kind))
			return arena_printf(t->cx->arena, _(all[i].sentence),
			    some(t, "provider"), some(t, "service"));
	return t->event->kind;
}
