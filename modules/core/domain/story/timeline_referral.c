/* SPDX-License-Identifier: MIT */
/* What a patient can do and wants, and what providers are asked for, in a
 * sentence. */
#include "domain/story/timeline_referral.h"

#include <string.h>

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
strength(struct ctx *cx, const struct event *ev)
{
	bool wish = strcmp(event_get(cx, ev, "fact", "of"), "wish") == 0;
	const char *fmt = ev->kind;

	if (strcmp(ev->kind, "strength.noted") == 0)
		fmt = wish ? _("Personal goal noted: “%s”") :
		    _("Strength noted: “%s”");
	else if (strcmp(ev->kind, "strength.changed") == 0)
		fmt = wish ? _("Personal goal changed: “%s”") :
		    _("Strength changed: “%s”");
	else if (strcmp(ev->kind, "strength.ended") == 0)
		fmt = wish ? _("Personal goal taken out: “%s”") :
		    _("Strength taken out: “%s”");
	else
		return ev->kind;
	return arena_printf(cx->arena, fmt, some(cx, ev, "words"));
}

const char *
timeline_referral(struct ctx *cx, const struct event *ev)
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

	if (strncmp(ev->kind, "strength.", 9) == 0)
		return strength(cx, ev);
	for (i = 0; i < sizeof(all) / sizeof(all[0]); i++)
		if (strcmp(all[i].kind, ev->kind) == 0)
			return arena_printf(cx->arena, _(all[i].sentence),
			    some(cx, ev, "provider"), some(cx, ev,
			    "service"));
	return ev->kind;
}
