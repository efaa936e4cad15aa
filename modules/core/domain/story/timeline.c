/* SPDX-License-Identifier: MIT */
/* Events as people read them. A sentence for each kind; what a body lacks,
 * because the law had it erased, is left out. */
#include "domain/story/timeline.h"

#include <string.h>

#include "base/count.h"
#include "domain/spine/event_get.h"
#include "domain/story/tell.h"
#include "domain/story/timeline_approval.h"
#include "domain/story/timeline_consent.h"
#include "domain/story/timeline_careplan.h"
#include "domain/story/timeline_cost.h"
#include "domain/story/timeline_deadline.h"
#include "domain/story/timeline_decision.h"
#include "domain/story/timeline_disclosure.h"
#include "domain/story/timeline_fact.h"
#include "domain/story/timeline_form.h"
#include "domain/story/timeline_goal.h"
#include "domain/story/timeline_handover.h"
#include "domain/story/timeline_matter.h"
#include "domain/story/timeline_one.h"
#include "domain/story/timeline_plan.h"
#include "domain/story/timeline_promise.h"
#include "domain/story/timeline_referral.h"
#include "domain/story/timeline_share.h"
#include "text/message.h"

static const char *
undone(const struct telling *t)
{
	const struct event *event = event_get_undone(t->cx, t->event);

	if (event->kind[0] == '\0' || strcmp(event->kind,
	    t->event->kind) == 0)
		return _("Undone");
	return arena_printf(t->cx->arena, _("Undone: %s"),
	    timeline_sentence(t->cx, t->type, event));
}

const char *
timeline_sentence(struct ctx *cx, const struct casetype *type,
    const struct event *event)
{
	static const struct teller *const tables[] = { timeline_dossier,
	    timeline_task, timeline_party, timeline_note };
	const struct telling t = { cx, type, event };
	const struct teller *one;
	size_t i;

	if (strcmp(event->kind, "act.undone") == 0 ||
	    strcmp(event->kind, "link.undone") == 0)
		return undone(&t);
	for (i = 0; i < COUNT(tables); i++)
		for (one = tables[i]; one->kind != NULL; one++)
			if (strcmp(one->kind, event->kind) == 0)
				return one->tell(&t);
	if (strncmp(event->kind, "decision.", 9) == 0)
		return timeline_decision(cx, type, event);
	if (strncmp(event->kind, "plan.", 5) == 0)
		return timeline_plan(cx, type, event);
	if (strncmp(event->kind, "goal.", 5) == 0)
		return timeline_goal(cx, event);
	if (timeline_fact_is(event->kind))
		return timeline_fact(cx, event);
	if (strncmp(event->kind, "form.", 5) == 0)
		return timeline_form(cx, type, event);
	if (strncmp(event->kind, "deadline.", 9) == 0)
		return timeline_deadline(cx, type, event);
	if (strncmp(event->kind, "handover.", 9) == 0)
		return timeline_handover(cx, event);
	if (strncmp(event->kind, "proceeding.", 11) == 0 ||
	    strncmp(event->kind, "docket.", 7) == 0 ||
	    strncmp(event->kind, "offer.", 6) == 0 ||
	    strncmp(event->kind, "counsel.", 8) == 0 ||
	    strncmp(event->kind, "bundle.", 7) == 0 ||
	    strncmp(event->kind, "text.", 5) == 0)
		return timeline_matter(cx, event);
	if (strncmp(event->kind, "share.", 6) == 0 ||
	    strcmp(event->kind, "document.fetched") == 0)
		return timeline_share(cx, event);
	if (strncmp(event->kind, "consent.", 8) == 0)
		return timeline_consent(cx, event);
	if (strncmp(event->kind, "disclosure.", 11) == 0 ||
	    strncmp(event->kind, "part2.", 6) == 0)
		return timeline_disclosure(cx, event);
	if (strncmp(event->kind, "referral.", 9) == 0 ||
	    strncmp(event->kind, "strength.", 9) == 0)
		return timeline_referral(cx, event);
	if (strncmp(event->kind, "booking.", 8) == 0)
		return timeline_cost(cx, type, event);
	if (strncmp(event->kind, "promise.", 8) == 0)
		return timeline_promise(cx, event);
	if (strncmp(event->kind, "careplan.", 9) == 0 ||
	    strncmp(event->kind, "service.", 8) == 0)
		return timeline_careplan(cx, event);
	if (strncmp(event->kind, "approval.", 9) == 0 ||
	    strncmp(event->kind, "authority.", 10) == 0)
		return timeline_approval(cx, type, event);
	return timeline_one(cx, type, event);
}

static bool
follows(const struct event *e, const struct event *act)
{
	return act != NULL && strcmp(e->kind, "plan.followed") == 0 &&
	    e->seq == act->seq + 1 && e->happened == act->happened &&
	    strcmp(act->kind, e->kind) != 0;
}

void
timeline_fold(struct event **list)
{
	struct event *e;

	for (; (e = *list) != NULL; list = &(*list)->next)
		if (follows(e, e->next)) {
			*list = e->next;
			e->next->then = e;
		}
}

const char *
timeline_then(struct ctx *cx, const struct casetype *type,
    const struct event *event)
{
	return timeline_plan_then(cx, type, event);
}

const char *
timeline_why(struct ctx *cx, const struct event *event)
{
	return event_get(cx, event, "why", "");
}

const char *
timeline_kind(size_t n, const char **word)
{
	static const struct { const char *noun, *word; } kinds[] = {
		{ "dossier", N_("Case") },
		{ "phase", N_("Phases") },
		{ "plan", N_("Plan") },
		{ "decision", N_("Decisions") },
		{ "approval", N_("Approvals") },
		{ "task", N_("Tasks") },
		{ "goal", N_("Goals") },
		{ "careplan", N_("Care plan") },
		{ "service", N_("Services") },
		{ "form", N_("Forms") },
		{ "deadline", N_("Deadlines") },
		{ "appointment", N_("Appointments") },
		{ "promise", N_("Promises") },
		{ "booking", N_("Time and costs") },
		{ "handover", N_("Handovers") },
		{ "note", N_("Notes") },
		{ "silence", N_("Silence") },
		{ "document", N_("Documents") },
		{ "request", N_("Further requests") },
		{ "arrival", N_("Arrivals") },
		{ "party", N_("People") },
		{ "bundle", N_("Bundles") },
		{ "text", N_("Comparisons") },
		{ "counsel", N_("Counsel") },
		{ "proceeding", N_("Proceedings") },
		{ "docket", N_("Dockets") },
		{ "offer", N_("Settlement offers") },
		{ "problem", N_("Problems") },
		{ "allergy", N_("Allergies") },
		{ "medication", N_("Medicines") },
		{ "encounter", N_("Encounters") },
		{ "alert", N_("Alerts") },
		{ "label", N_("Labels") },
		{ "grant", N_("Access") },
		{ "share", N_("Sharing") },
		{ "consent", N_("Consents") },
		{ "disclosure", N_("Release of information") },
		{ "part2", N_("42 CFR part 2") },
		{ "glass", N_("Emergency access") },
		{ "link", N_("Links") },
		{ "activity", N_("Activities") }
	};

	if (n >= COUNT(kinds))
		return NULL;
	*word = _(kinds[n].word);
	return kinds[n].noun;
}
