/* SPDX-License-Identifier: MIT */
/* What was asked for approval and what was said to it, in a sentence. */
#include "domain/story/tell.h"

#include <stdlib.h>
#include <string.h>

#include "base/count.h"
#include "domain/course/approval_plan.h"
#include "text/date.h"
#include "text/message.h"
#include "text/number.h"

/* “420000 EUR”, as the viewer reads it. */
static const char *
money(const struct telling *t, const char *canonical)
{
	char *end;
	long long minor = strtoll(canonical, &end, 10);

	if (strcmp(canonical, "any") == 0)
		return _("any amount");
	return *end != ' ' ? canonical : number_money(t->cx->arena,
	    t->cx->lang, minor, end + 1);
}

/* “Pay the claim”, 4,200.00 EUR */
static const char *
what(const struct telling *t)
{
	const char *subject = approval_plan_title(t->cx, t->type,
	    tell_fact(t, "used"), tell_fact(t, "subject"));
	const char *amount = tell_fact(t, "amount");

	subject = arena_printf(t->cx->arena, _("“%s”"), subject);
	return amount[0] == '\0' ? subject : arena_printf(t->cx->arena,
	    _("%s, %s"), subject, money(t, amount));
}

/* Which step, and by which limit. */
static const char *
approved(const struct telling *t)
{
	const char *step = tell_fact(t, "step"), *of = tell_fact(t, "of");
	const char *limit = tell_fact(t, "limit");
	const char *until = tell_fact(t, "limit_until"), *s;

	s = strcmp(step, of) == 0 ? arena_printf(t->cx->arena,
	    _("Approved: %s"), what(t)) : arena_printf(t->cx->arena,
	    _("Step %s of %s approved: %s"), step, of, what(t));
	if (limit[0] == '\0')
		return s;
	if (until[0] == '\0')
		return arena_printf(t->cx->arena, _("%s; limit of %s: %s"), s,
		    tell_fact(t, "limit_of"), money(t, limit));
	return arena_printf(t->cx->arena, _("%s; limit of %s: %s until %s"),
	    s, tell_fact(t, "limit_of"), money(t, limit),
	    date_civil(t->cx->arena, t->cx->lang, until));
}

static const char *
asked(const struct telling *t)
{
	const char *steps = tell_fact(t, "steps");

	if (steps[0] == '\0')
		return arena_printf(t->cx->arena, _("Approved by the table, "
		    "which wants nobody's approval: %s"), what(t));
	return arena_printf(t->cx->arena, tell_fact(t, "plan")[0] == '\0' ?
	    _("Approval asked for: %s") : _("The plan wants an approval: %s"),
	    what(t));
}

static const char *
authority(const struct telling *t)
{
	const char *whose = tell_fact(t, "whose");
	const char *amount = money(t, tell_fact(t, "amount"));

	return arena_printf(t->cx->arena, tell_is(t, "authority.given") ?
	    _("Limit of %s given: %s") : _("Limit of %s withdrawn: %s"),
	    whose, amount);
}

const char *
timeline_approval(const struct telling *t)
{
	static const struct { const char *kind, *sentence; } others[] = {
		{ "approval.rejected", N_("Not approved: %s") },
		{ "approval.returned", N_("Returned for change: %s") },
		{ "approval.commented", N_("Remark on the approval of %s") },
		{ "approval.withdrawn", N_("Request for approval withdrawn: "
		    "%s") }
	};
	size_t i;

	if (strncmp(t->event->kind, "authority.", 10) == 0)
		return authority(t);
	if (tell_fact(t, "subject")[0] == '\0')	/* the law had it erased */
		return _("An approval");
	if (tell_is(t, "approval.asked"))
		return asked(t);
	if (tell_is(t, "approval.approved"))
		return approved(t);
	for (i = 0; i < COUNT(others); i++)
		if (strcmp(others[i].kind, t->event->kind) == 0)
			return arena_printf(t->cx->arena,
			    message(others[i].sentence), what(t));
	return t->event->kind;
}
