/* SPDX-License-Identifier: MIT */
/* Events as people read them. A sentence for each kind; what a body lacks,
 * because the law had it erased, is left out. */
#include "domain/story/timeline.h"

#include <string.h>

#include "base/count.h"
#include "domain/spine/event_get.h"
#include "domain/story/tell.h"
#include "domain/story/timeline_plan.h"
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

/* Who tells kinds that begin so. */
static const struct teller families[] = {
	{ "alert.", timeline_fact },
	{ "allergy.", timeline_fact },
	{ "approval.", timeline_approval },
	{ "authority.", timeline_approval },
	{ "booking.", timeline_cost },
	{ "bundle.", timeline_matter },
	{ "careplan.", timeline_careplan },
	{ "consent.", timeline_consent },
	{ "counsel.", timeline_matter },
	{ "deadline.", timeline_deadline },
	{ "decision.", timeline_decision },
	{ "disclosure.", timeline_disclosure },
	{ "docket.", timeline_matter },
	{ "document.fetched", timeline_share },
	{ "encounter.", timeline_fact },
	{ "form.", timeline_form },
	{ "goal.", timeline_goal },
	{ "handover.", timeline_handover },
	{ "medication.", timeline_fact },
	{ "offer.", timeline_matter },
	{ "part2.", timeline_disclosure },
	{ "plan.", timeline_plan },
	{ "problem.", timeline_fact },
	{ "proceeding.", timeline_matter },
	{ "promise.", timeline_promise },
	{ "referral.", timeline_referral },
	{ "service.", timeline_careplan },
	{ "share.", timeline_share },
	{ "strength.", timeline_referral },
	{ "text.", timeline_matter }
};

const char *
timeline_sentence(struct ctx *cx, const struct casetype *type,
    const struct event *event)
{
	static const struct teller *const tables[] = { timeline_dossier,
	    timeline_task, timeline_party, timeline_note };
	const struct telling t = { cx, type, event };
	const struct teller *one;
	size_t i;

	if (tell_is(&t, "act.undone") || tell_is(&t, "link.undone"))
		return undone(&t);
	for (i = 0; i < COUNT(tables); i++)
		for (one = tables[i]; one->kind != NULL; one++)
			if (tell_is(&t, one->kind))
				return one->tell(&t);
	for (i = 0; i < COUNT(families); i++)
		if (strncmp(event->kind, families[i].kind,
		    strlen(families[i].kind)) == 0)
			return families[i].tell(&t);
	return timeline_one(&t);
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
