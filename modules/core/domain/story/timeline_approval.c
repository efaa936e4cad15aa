/* SPDX-License-Identifier: MIT */
/* What was asked for approval and what was said to it, in a sentence. */
#include "domain/story/timeline_approval.h"

#include <stdlib.h>
#include <string.h>

#include "base/count.h"
#include "domain/course/approval_plan.h"
#include "domain/spine/event_get.h"
#include "text/date.h"
#include "text/message.h"
#include "text/number.h"

static const char *
fact(struct ctx *cx, const struct event *ev, const char *name)
{
	return event_get(cx, ev, "fact", name);
}

/* “420000 EUR”, as the viewer reads it. */
static const char *
money(struct ctx *cx, const char *canonical)
{
	char *end;
	long long minor = strtoll(canonical, &end, 10);

	if (strcmp(canonical, "any") == 0)
		return _("any amount");
	return *end != ' ' ? canonical : number_money(cx->arena, cx->lang,
	    minor, end + 1);
}

/* “Pay the claim”, 4,200.00 EUR */
static const char *
what(struct ctx *cx, const struct casetype *type, const struct event *ev)
{
	const char *subject = approval_plan_title(cx, type, fact(cx, ev,
	    "used"), fact(cx, ev, "subject"));
	const char *amount = fact(cx, ev, "amount");

	subject = arena_printf(cx->arena, _("“%s”"), subject);
	return amount[0] == '\0' ? subject : arena_printf(cx->arena,
	    _("%s, %s"), subject, money(cx, amount));
}

/* Which step, and by which limit. */
static const char *
approved(struct ctx *cx, const struct casetype *type, const struct event *ev)
{
	const char *step = fact(cx, ev, "step"), *of = fact(cx, ev, "of");
	const char *limit = fact(cx, ev, "limit");
	const char *until = fact(cx, ev, "limit_until"), *s;

	s = strcmp(step, of) == 0 ? arena_printf(cx->arena,
	    _("Approved: %s"), what(cx, type, ev)) : arena_printf(cx->arena,
	    _("Step %s of %s approved: %s"), step, of, what(cx, type, ev));
	if (limit[0] == '\0')
		return s;
	if (until[0] == '\0')
		return arena_printf(cx->arena, _("%s; limit of %s: %s"), s,
		    fact(cx, ev, "limit_of"), money(cx, limit));
	return arena_printf(cx->arena, _("%s; limit of %s: %s until %s"), s,
	    fact(cx, ev, "limit_of"), money(cx, limit),
	    date_civil(cx->arena, cx->lang, until));
}

static const char *
asked(struct ctx *cx, const struct casetype *type, const struct event *ev)
{
	const char *steps = fact(cx, ev, "steps");

	if (steps[0] == '\0')
		return arena_printf(cx->arena, _("Approved by the table, "
		    "which wants nobody's approval: %s"), what(cx, type, ev));
	return arena_printf(cx->arena, fact(cx, ev, "plan")[0] == '\0' ?
	    _("Approval asked for: %s") : _("The plan wants an approval: %s"),
	    what(cx, type, ev));
}

static const char *
authority(struct ctx *cx, const struct event *ev)
{
	const char *whose = fact(cx, ev, "whose");
	const char *amount = money(cx, fact(cx, ev, "amount"));

	return arena_printf(cx->arena, strcmp(ev->kind,
	    "authority.given") == 0 ? _("Limit of %s given: %s") :
	    _("Limit of %s withdrawn: %s"), whose, amount);
}

const char *
timeline_approval(struct ctx *cx, const struct casetype *type,
    const struct event *ev)
{
	static const struct { const char *kind, *sentence; } others[] = {
		{ "approval.rejected", N_("Not approved: %s") },
		{ "approval.returned", N_("Returned for change: %s") },
		{ "approval.commented", N_("Remark on the approval of %s") },
		{ "approval.withdrawn", N_("Request for approval withdrawn: "
		    "%s") }
	};
	size_t i;

	if (strncmp(ev->kind, "authority.", 10) == 0)
		return authority(cx, ev);
	if (fact(cx, ev, "subject")[0] == '\0')	/* the law had it erased */
		return _("An approval");
	if (strcmp(ev->kind, "approval.asked") == 0)
		return asked(cx, type, ev);
	if (strcmp(ev->kind, "approval.approved") == 0)
		return approved(cx, type, ev);
	for (i = 0; i < COUNT(others); i++)
		if (strcmp(others[i].kind, ev->kind) == 0)
			return arena_printf(cx->arena,
			    message(others[i].sentence), what(cx, type, ev));
	return ev->kind;
}
