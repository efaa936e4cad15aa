/* SPDX-License-Identifier: MIT */
/* Who is on a case and may see it, in a sentence. */
#include <string.h>

#include "domain/dossier/dossier_words.h"
#include "domain/dossier/glass.h"
#include "domain/dossier/party.h"
#include "domain/story/tell.h"
#include "text/message.h"

static const char *
party_added(const struct telling *t)
{
	return arena_printf(t->cx->arena, _("%s added as %s"),
	    tell_some(tell_fact(t, "person")),
	    tell_some(party_role(t->cx, t->type, tell_fact(t, "role"))));
}

static const char *
party_ended(const struct telling *t)
{
	return arena_printf(t->cx->arena, _("%s is no longer %s"),
	    tell_some(tell_fact(t, "person")),
	    tell_some(party_role(t->cx, t->type, tell_fact(t, "role"))));
}

static const char *
broken(const struct telling *t)
{
	return arena_printf(t->cx->arena, _("Opened in an emergency: %s"),
	    glass_reason_word(tell_fact(t, "reason")));
}

static const char *
found(const struct telling *t)
{
	return arena_printf(t->cx->arena,
	    strcmp(tell_fact(t, "finding"), "justified") == 0 ?
	    _("Emergency access of %s found justified") :
	    _("Emergency access of %s found not justified"),
	    tell_fact(t, "person"));
}

static const char *
granted(const struct telling *t)
{
	const char *person = tell_some(tell_fact(t, "person"));
	const char *level = tell_some(tell_fact(t, "level"));
	const char *until = dossier_words_show(t->cx, t->type, "due",
	    tell_fact(t, "until"));

	level = dossier_words_show(t->cx, t->type, "level", level);
	if (until[0] != '\0')
		return arena_printf(t->cx->arena,
		    _("%s has access until %s: %s"), person, until, level);
	return arena_printf(t->cx->arena, _("%s has access: %s"), person,
	    level);
}

const struct teller timeline_party[] = {
	{ "glass.broken", broken },
	{ "glass.reviewed", found },
	{ "grant.given", granted },
	{ "party.added", party_added },
	{ "party.ended", party_ended },
	{ NULL, NULL }
};
