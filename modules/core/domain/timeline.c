/* SPDX-License-Identifier: MIT */
/* Events as people read them. A sentence for each kind; what a body lacks,
 * because the law had it erased, is left out. */
#include "domain/timeline.h"

#include <stdlib.h>
#include <string.h>

#include "domain/assign.h"
#include "domain/casetype.h"
#include "domain/dossier_link.h"
#include "domain/dossier_words.h"
#include "domain/event_get.h"
#include "domain/glass.h"
#include "domain/medium.h"
#include "domain/party.h"
#include "domain/silence.h"
#include "domain/timeline_approval.h"
#include "domain/timeline_deadline.h"
#include "domain/timeline_decision.h"
#include "domain/timeline_form.h"
#include "domain/timeline_goal.h"
#include "domain/timeline_handover.h"
#include "domain/timeline_one.h"
#include "domain/timeline_plan.h"
#include "domain/timeline_promise.h"
#include "text/fold.h"
#include "text/message.h"

#define CLIP 300	/* characters of a note that a sentence shows */

/* One sentence under way. */
struct telling {
	struct ctx *cx;
	const struct casetype *type;	/* may be NULL */
	const struct event *event;
};

static const char *
fact(const struct telling *t, const char *name)
{
	return event_get(t->cx, t->event, "fact", name);
}

static const char *
before(const struct telling *t, const char *name)
{
	return dossier_words_show(t->cx, t->type, name,
	    event_get(t->cx, t->event, "before", name));
}

static const char *
after(const struct telling *t, const char *name)
{
	return dossier_words_show(t->cx, t->type, name,
	    event_get(t->cx, t->event, "after", name));
}

/* What an erased body had. */
static const char *
some(const char *text)
{
	return text[0] == '\0' ? "…" : text;
}

/* On one line, and not longer than a line or three. */
static const char *
clipped(const struct telling *t, const char *text)
{
	char *line = fold_tidy(t->cx->arena, text, false);
	size_t i, n = 0;

	for (i = 0; line[i] != '\0'; i++)
		if ((line[i] & 0xc0) != 0x80 && n++ == CLIP) {
			line[i] = '\0';
			return arena_printf(t->cx->arena, "%s…", line);
		}
	return line;
}

/* The sentence, and behind a colon what somebody wrote. */
static const char *
with_text(const struct telling *t, const char *sentence, const char *text)
{
	if (text[0] == '\0')
		return sentence;
	return arena_printf(t->cx->arena, _("%s: %s"), sentence,
	    clipped(t, text));
}

static const char *
registered(const struct telling *t)
{
	const char *sentence = medium_arrived(fact(t, "medium"));
	const char *from = fact(t, "requester");

	return from[0] == '\0' ? sentence :
	    arena_printf(t->cx->arena, _("%s, from %s"), sentence, from);
}

static const char *
accepted(const struct telling *t)
{
	const char *team = after(t, "team"), *lead = after(t, "lead");

	if (team[0] != '\0' && lead[0] != '\0')
		return arena_printf(t->cx->arena,
		    _("Accepted for team %s, led by %s"), team, lead);
	if (team[0] != '\0')
		return arena_printf(t->cx->arena, _("Accepted for team %s"),
		    team);
	if (lead[0] != '\0')
		return arena_printf(t->cx->arena, _("Accepted, led by %s"),
		    lead);
	return _("Accepted");
}

static const char *
to_whom(const struct telling *t)
{
	const char *team = after(t, "team"), *lead = after(t, "lead");

	if (team[0] != '\0' && lead[0] != '\0')
		return arena_printf(t->cx->arena,
		    _("Handed over to team %s, led by %s"), team, lead);
	if (team[0] != '\0')
		return arena_printf(t->cx->arena,
		    _("Handed over to team %s"), team);
	if (lead[0] != '\0')
		return arena_printf(t->cx->arena, _("Handed over to %s"),
		    lead);
	return _("Handed over");
}

static const char *
handed_over(const struct telling *t)
{
	long tasks = strtol(fact(t, "tasks"), NULL, 10);

	if (tasks <= 0)
		return to_whom(t);
	return arena_printf(t->cx->arena, message_plural(
	    "%s, with %ld open task", "%s, with %ld open tasks", tasks),
	    to_whom(t), tasks);
}

/* What changed, a group once; before and after are timeline_changes(). */
static const char *
changed(const struct telling *t)
{
	const char *names = "", *last = "";
	struct timeline_change *c;

	c = timeline_changes(t->cx, t->type, t->event);
	for (; c != NULL; last = c->thing, c = c->next)
		if (!c->computed && strcmp(c->thing, last) != 0)
			names = arena_printf(t->cx->arena, "%s%s%s", names,
			    names[0] == '\0' ? "" : ", ", c->thing);
	return with_text(t, _("Changed"), names);
}

/* Codes with blanks between, of phases or of fields, as the type's words. */
static const char *
code_words(const struct telling *t, bool fields, const char *codes)
{
	const char *words = "", *word;
	size_t len;

	for (; *codes != '\0'; codes += len + strspn(codes + len, " ")) {
		len = strcspn(codes, " ");
		word = arena_textn(t->cx->arena, codes, len);
		word = fields ? dossier_words_label(t->cx, t->type,
		    arena_printf(t->cx->arena, "f.%s", word)) :
		    dossier_words_show(t->cx, t->type, "phase", word);
		words = arena_printf(t->cx->arena, "%s%s%s", words,
		    words[0] == '\0' ? "" : ", ", word);
	}
	return words;
}

static bool
is_back(const struct telling *t)
{
	const struct term *to;

	if (t->type == NULL)
		return false;
	to = casetype_term(t->type->phases, event_get(t->cx, t->event,
	    "after", "phase"));
	return to != NULL && casetype_term(to, event_get(t->cx, t->event,
	    "before", "phase")) != NULL;
}

static const char *
moved(const struct telling *t)
{
	const char *from = before(t, "phase"), *to = after(t, "phase");
	const char *left_out = code_words(t, false, fact(t, "skipped"));

	if (to[0] == '\0')
		return _("Moved to another phase");
	if (fact(t, "plan")[0] != '\0')
		return arena_printf(t->cx->arena,
		    _("The plan led from %s to %s"), from, to);
	if (from[0] == '\0')
		return arena_printf(t->cx->arena, _("Moved to %s"), to);
	if (is_back(t))
		return arena_printf(t->cx->arena, _("Back to %s from %s"),
		    to, from);
	if (left_out[0] != '\0')
		return arena_printf(t->cx->arena,
		    _("Moved to %s from %s, leaving out %s"), to, from,
		    left_out);
	return arena_printf(t->cx->arena, _("Moved to %s from %s"), to, from);
}

static const char *
closed(const struct telling *t)
{
	return with_text(t, _("Closed"), after(t, "outcome"));
}

static const char *
solved(const struct telling *t)
{
	return with_text(t, _("Solved at once"), fact(t, "result"));
}

static const char *
declined(const struct telling *t)
{
	return with_text(t, _("Declined; alternatives told"),
	    fact(t, "alternatives"));
}

static const char *
note(const struct telling *t)
{
	const char *by = fact(t, "contact");

	return with_text(t, by[0] == '\0' ? _("Note") :
	    arena_printf(t->cx->arena, _("Contact with the requester (%s)"),
	    medium_word(by)), fact(t, "text"));
}

static const char *
silence(const struct telling *t)
{
	const struct type_rhythm r = { .works = fact(t, "works")[0] != '\0',
	    .days = (int)strtol(fact(t, "agreed"), NULL, 10) };
	long days = strtol(fact(t, "days"), NULL, 10);

	if (r.days == 0)
		return _("Silent: it has no next date");
	return arena_printf(t->cx->arena, message_plural(
	    "Silent: no contact for %ld day, agreed: %s",
	    "Silent: no contact for %ld days, agreed: %s", days), days,
	    silence_agreed(t->cx, &r));
}

static const char *
activity(const struct telling *t)
{
	const char *name = fact(t, "activity");

	return name[0] == '\0' ? _("Activity") : clipped(t, name);
}

/* Task “Call the office” done: they never answer */
static const char *
task_to(const struct telling *t, const char *sentence)
{
	return arena_printf(t->cx->arena, message(sentence),
	    some(timeline_plan_title(t->cx, t->type, t->event)),
	    some(after(t, "owner")));
}

static const char *
task_delegated(const struct telling *t)
{
	return task_to(t, N_("Task “%s” handed to %s"));
}

static const char *
task_returned(const struct telling *t)
{
	return with_text(t, task_to(t, N_("Task “%s” given back to %s")),
	    fact(t, "result"));
}

static const char *
task_done(const struct telling *t)
{
	return with_text(t, arena_printf(t->cx->arena, _("Task “%s” done"),
	    some(timeline_plan_title(t->cx, t->type, t->event))),
	    fact(t, "result"));
}

/* Why the rules chose this person stands behind it. */
static const char *
with_rule(const struct telling *t, const char *sentence)
{
	const char *why = assign_words_told(t->cx, t->type, t->event);

	return why[0] == '\0' ? sentence :
	    arena_printf(t->cx->arena, _("%s: %s"), sentence, why);
}

static const char *
task_assigned(const struct telling *t)
{
	return with_rule(t, task_to(t, N_("Task “%s” assigned to %s")));
}

static const char *
lead_assigned(const struct telling *t)
{
	return with_rule(t, arena_printf(t->cx->arena, _("Assigned to %s"),
	    some(after(t, "lead"))));
}

static const char *
assignment_missed(const struct telling *t)
{
	const char *title = fact(t, "title");

	if (title[0] == '\0')
		return _("Nobody could be found by rule to lead the case");
	return arena_printf(t->cx->arena, _("Nobody could be found by rule "
	    "for the task “%s”"), title);
}

static const char *
party_added(const struct telling *t)
{
	return arena_printf(t->cx->arena, _("%s added as %s"),
	    some(fact(t, "person")),
	    some(party_role(t->cx, t->type, fact(t, "role"))));
}

static const char *
party_ended(const struct telling *t)
{
	return arena_printf(t->cx->arena, _("%s is no longer %s"),
	    some(fact(t, "person")),
	    some(party_role(t->cx, t->type, fact(t, "role"))));
}

static const char *
broken(const struct telling *t)
{
	return arena_printf(t->cx->arena, _("Opened in an emergency: %s"),
	    glass_reason_word(fact(t, "reason")));
}

static const char *
found(const struct telling *t)
{
	return arena_printf(t->cx->arena,
	    strcmp(fact(t, "finding"), "justified") == 0 ?
	    _("Emergency access of %s found justified") :
	    _("Emergency access of %s found not justified"),
	    fact(t, "person"));
}

static const char *
granted(const struct telling *t)
{
	const char *person = some(fact(t, "person"));
	const char *level = some(fact(t, "level"));
	const char *until = dossier_words_show(t->cx, t->type, "due",
	    fact(t, "until"));

	level = dossier_words_show(t->cx, t->type, "level", level);
	if (until[0] != '\0')
		return arena_printf(t->cx->arena,
		    _("%s has access until %s: %s"), person, until, level);
	return arena_printf(t->cx->arena, _("%s has access: %s"), person,
	    level);
}

static const char *
document_revised(const struct telling *t)
{
	return arena_printf(t->cx->arena,
	    _("New version of “%s”: version %s"), some(fact(t, "name")),
	    some(fact(t, "version")));
}

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

static const char *
request_joined(const struct telling *t)
{
	const char *text = fact(t, "text"), *title = some(fact(t, "title"));

	if (text[0] != '\0')
		title = arena_printf(t->cx->arena, "%s · %s", title, text);
	return with_text(t, medium_further(fact(t, "medium")), title);
}

static const char *
arrival_filed(const struct telling *t)
{
	const char *sender = fact(t, "sender");
	const char *title = some(fact(t, "title"));

	if (sender[0] == '\0')
		return arena_printf(t->cx->arena,
		    _("“%s” filed from the tray"), title);
	return arena_printf(t->cx->arena,
	    _("“%s” from %s filed from the tray"), title, sender);
}

/* The other dossier is named to who may see it. */
static const char *
other(const struct telling *t)
{
	const char *number = t->event->other;

	return number == NULL || number[0] == '\0' ? _("another case") :
	    number;
}

static const char *
things(const char *what, long n)
{
	if (strcmp(what, "tasks") == 0)
		return message_plural("%ld task", "%ld tasks", n);
	if (strcmp(what, "goals") == 0)
		return message_plural("%ld goal", "%ld goals", n);
	if (strcmp(what, "notes") == 0)
		return message_plural("%ld note", "%ld notes", n);
	if (strcmp(what, "documents") == 0)
		return message_plural("%ld document", "%ld documents", n);
	if (strcmp(what, "deadlines") == 0)
		return message_plural("%ld deadline", "%ld deadlines", n);
	if (strcmp(what, "appointments") == 0)
		return message_plural("%ld appointment", "%ld appointments",
		    n);
	return message_plural("%ld person", "%ld persons", n);
}

/* , with 2 tasks, 1 document */
static const char *
with_things(const struct telling *t, const char *sentence)
{
	static const char *const whats[] = { "tasks", "goals", "notes",
	    "documents", "deadlines", "appointments", "people" };
	const char *list = "";
	size_t i;
	long n;

	for (i = 0; i < sizeof(whats) / sizeof(whats[0]); i++)
		if ((n = strtol(fact(t, whats[i]), NULL, 10)) > 0)
			list = arena_printf(t->cx->arena, "%s%s%s", list,
			    list[0] == '\0' ? "" : ", ",
			    arena_printf(t->cx->arena, things(whats[i], n),
			    n));
	return with_text(t, sentence, list);
}

static const char *
merged(const struct telling *t)
{
	const char *differ = code_words(t, true, fact(t, "differ"));
	const char *sentence = with_things(t, arena_printf(t->cx->arena,
	    _("Took over %s"), other(t)));

	return differ[0] == '\0' ? sentence : arena_printf(t->cx->arena,
	    _("%s; other values stay there: %s"), sentence, differ);
}

static const char *
merged_away(const struct telling *t)
{
	return arena_printf(t->cx->arena, _("Merged into %s"), other(t));
}

static const char *
split_off(const struct telling *t)
{
	return with_things(t, arena_printf(t->cx->arena,
	    _("Split off as %s"), other(t)));
}

static const char *
split(const struct telling *t)
{
	return with_things(t, arena_printf(t->cx->arena,
	    _("Split from %s"), other(t)));
}

static const char *
linked(const struct telling *t)
{
	return arena_printf(t->cx->arena, _("Linked: %s %s"),
	    dossier_link_word(fact(t, "link")), other(t));
}

static const char *
unlinked(const struct telling *t)
{
	return arena_printf(t->cx->arena, _("Link ended: %s %s"),
	    dossier_link_word(fact(t, "link")), other(t));
}

static const char *
version_moved(const struct telling *t)
{
	const char *phase = after(t, "phase");

	if (phase[0] == '\0')
		return arena_printf(t->cx->arena, _("Moved from version %s of "
		    "its type to version %s"), before(t, "version"),
		    after(t, "version"));
	return arena_printf(t->cx->arena, _("Moved from version %s of its "
	    "type to version %s, into the phase %s"), before(t, "version"),
	    after(t, "version"), dossier_words_show(t->cx, t->type, "phase",
	    phase));
}

static const struct {
	const char *kind;
	const char *(*tell)(const struct telling *);
} tellers[] = {
	{ "act.undone", undone },
	{ "activity.done", activity },
	{ "arrival.filed", arrival_filed },
	{ "document.revised", document_revised },
	{ "assignment.missed", assignment_missed },
	{ "dossier.accepted", accepted },
	{ "dossier.changed", changed },
	{ "dossier.closed", closed },
	{ "dossier.declined", declined },
	{ "dossier.handed_over", handed_over },
	{ "dossier.merged", merged },
	{ "dossier.merged_away", merged_away },
	{ "dossier.registered", registered },
	{ "dossier.solved", solved },
	{ "dossier.split", split },
	{ "dossier.split_off", split_off },
	{ "dossier.version_moved", version_moved },
	{ "grant.given", granted },
	{ "glass.broken", broken },
	{ "glass.reviewed", found },
	{ "lead.assigned", lead_assigned },
	{ "link.added", linked },
	{ "link.ended", unlinked },
	{ "link.undone", undone },
	{ "note.added", note },
	{ "silence.began", silence },
	{ "party.added", party_added },
	{ "party.ended", party_ended },
	{ "phase.moved", moved },
	{ "request.joined", request_joined },
	{ "task.assigned", task_assigned },
	{ "task.delegated", task_delegated },
	{ "task.done", task_done },
	{ "task.returned", task_returned }
};

const char *
timeline_sentence(struct ctx *cx, const struct casetype *type,
    const struct event *event)
{
	const struct telling t = { cx, type, event };
	size_t i;

	for (i = 0; i < sizeof(tellers) / sizeof(tellers[0]); i++)
		if (strcmp(tellers[i].kind, event->kind) == 0)
			return tellers[i].tell(&t);
	if (strncmp(event->kind, "decision.", 9) == 0)
		return timeline_decision(cx, type, event);
	if (strncmp(event->kind, "plan.", 5) == 0)
		return timeline_plan(cx, type, event);
	if (strncmp(event->kind, "goal.", 5) == 0)
		return timeline_goal(cx, event);
	if (strncmp(event->kind, "form.", 5) == 0)
		return timeline_form(cx, type, event);
	if (strncmp(event->kind, "deadline.", 9) == 0)
		return timeline_deadline(cx, type, event);
	if (strncmp(event->kind, "handover.", 9) == 0)
		return timeline_handover(cx, event);
	if (strncmp(event->kind, "promise.", 8) == 0)
		return timeline_promise(cx, event);
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
		{ "form", N_("Forms") },
		{ "deadline", N_("Deadlines") },
		{ "appointment", N_("Appointments") },
		{ "promise", N_("Promises") },
		{ "handover", N_("Handovers") },
		{ "note", N_("Notes") },
		{ "silence", N_("Silence") },
		{ "document", N_("Documents") },
		{ "request", N_("Further requests") },
		{ "arrival", N_("Arrivals") },
		{ "party", N_("People") },
		{ "label", N_("Labels") },
		{ "grant", N_("Access") },
		{ "glass", N_("Emergency access") },
		{ "link", N_("Links") },
		{ "activity", N_("Activities") }
	};

	if (n >= sizeof(kinds) / sizeof(kinds[0]))
		return NULL;
	*word = _(kinds[n].word);
	return kinds[n].noun;
}
