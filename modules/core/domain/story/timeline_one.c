/* SPDX-License-Identifier: MIT */
/* The plain sentences: a table tells them all. */
#include "domain/story/tell.h"

#include <string.h>

#include "base/count.h"
#include "domain/story/timeline_plan.h"
#include "text/message.h"

/* Kinds whose sentence has one name in it, and the same without. */
static const struct {
	const char *kind, *name, *with, *without;
} ones[] = {
	{ "document.added", "name", N_("Document “%s” added"),
	    N_("Document added") },
	{ "document.changed", "name", N_("Document “%s” changed"),
	    N_("Document changed") },
	{ "document.restored", "name", N_("Document “%s” put back"),
	    N_("Document put back") },
	{ "document.withdrawn", "name", N_("Document “%s” withdrawn"),
	    N_("Document withdrawn") },
	{ "document.protected", "name", N_("Document “%s” put into a "
	    "compartment"), N_("Document put into a compartment") },
	{ "document.opened_up", "name", N_("Document “%s” taken out of its "
	    "compartment"), N_("Document taken out of its compartment") },
	{ "document.disclosed", "name", N_("Document “%s” released from "
	    "privilege"), N_("Document released from privilege") },
	{ "document.withheld", "name", N_("Release of document “%s” taken "
	    "back"), N_("Release of a document taken back") },
	{ "note.disclosed", "", "", N_("Note released from privilege") },
	{ "note.withheld", "", "", N_("Release of a note taken back") },
	{ "task.disclosed", "title", N_("Task “%s” released from "
	    "privilege"), N_("Task released from privilege") },
	{ "task.withheld", "title", N_("Release of task “%s” taken back"),
	    N_("Release of a task taken back") },
	{ "dossier.protected", "", "", N_("Case put into a compartment") },
	{ "dossier.opened_up", "", "",
	    N_("Case taken out of its compartment") },
	{ "note.protected", "", "", N_("Note put into a compartment") },
	{ "note.opened_up", "", "", N_("Note taken out of its compartment") },
	{ "task.protected", "title", N_("Task “%s” put into a compartment"),
	    N_("Task put into a compartment") },
	{ "task.opened_up", "title", N_("Task “%s” taken out of its "
	    "compartment"), N_("Task taken out of its compartment") },
	{ "compartment.made", "compartment", N_("Compartment “%s” made"),
	    N_("Compartment made") },
	{ "compartment.privileged", "compartment", N_("What is in “%s” does "
	    "not leave the house unreleased"), N_("Compartment made "
	    "privileged") },
	{ "compartment.admitted", "person", N_("%s is a member of a "
	    "compartment"), N_("Member of a compartment made") },
	{ "compartment.dismissed", "person", N_("%s is no member of a "
	    "compartment any more"), N_("Membership of a compartment "
	    "ended") },
	{ "clearance.made", "clearance", N_("Conflict check %s made"),
	    N_("Conflict check made") },
	{ "clearance.cleared", "clearance", N_("Conflict check %s: clear"),
	    N_("Conflict check: clear") },
	{ "clearance.waived", "clearance", N_("Conflict check %s: waived"),
	    N_("Conflict check: waived") },
	{ "clearance.refused", "clearance", N_("Conflict check %s: "
	    "conflict"), N_("Conflict check: conflict") },
	{ "clearance.asked", "clearance", N_("Officer asked about conflict "
	    "check %s"), N_("Officer asked about a conflict check") },
	{ "clearance.answered", "clearance", N_("Question on conflict check "
	    "%s answered"), N_("Question on a conflict check answered") },
	{ "wall.set", "person", N_("A wall keeps %s from this case"),
	    N_("Wall set") },
	{ "wall.lifted", "person", N_("The wall that kept %s from this case "
	    "is lifted"), N_("Wall lifted") },
	{ "document.sent", "name", N_("Document “%s” opened"),
	    N_("Document opened") },
	{ "task.added", "title", N_("Task “%s” added"), N_("Task added") },
	{ "task.changed", "title", N_("Task “%s” changed"),
	    N_("Task changed") },
	{ "task.claimed", "title", N_("Task “%s” taken"), N_("Task taken") },
	{ "task.released", "title", N_("Task “%s” given back to the team"),
	    N_("Task given back to the team") },
	{ "task.reopened", "title", N_("Task “%s” opened again"),
	    N_("Task opened again") },
	{ "appointment.added", "title", N_("Appointment “%s” entered"),
	    N_("Appointment entered") },
	{ "appointment.changed", "title", N_("Appointment “%s” changed"),
	    N_("Appointment changed") },
	{ "appointment.cancelled", "title", N_("Appointment “%s” cancelled"),
	    N_("Appointment cancelled") },
	{ "appointment.moved", "title", N_("One time of “%s” moved"),
	    N_("One time of an appointment moved") },
	{ "appointment.skipped", "title", N_("One time of “%s” left out"),
	    N_("One time of an appointment left out") },
	{ "feed.made", "person", N_("%s made a private link to their "
	    "calendar"), N_("Private link to a calendar made") },
	{ "feed.withdrawn", "person", N_("%s withdrew their private link"),
	    N_("Private link to a calendar withdrawn") },
	{ "grant.revoked", "person", N_("%s has no access of their own any "
	    "more"), N_("Access ended") },
	{ "label.added", "label", N_("Label “%s” put on"),
	    N_("Label put on") },
	{ "label.removed", "label", N_("Label “%s” taken off"),
	    N_("Label taken off") },
	{ "label.made", "label", N_("Label “%s” made"), N_("Label made") },
	{ "label.renamed", "label", N_("Label renamed to “%s”"),
	    N_("Label renamed") },
	{ "label.merged", "label", N_("Label merged into “%s”"),
	    N_("Label merged") },
	{ "skill.made", "skill", N_("Skill “%s” made"), N_("Skill made") },
	{ "skill.removed", "skill", N_("Skill “%s” taken out"),
	    N_("Skill taken out") },
	{ "calendar.made", "calendar", N_("Calendar “%s” made"),
	    N_("Calendar made") },
	{ "calendar.removed", "calendar", N_("Calendar “%s” removed"),
	    N_("Calendar removed") },
	{ "calendar.changed", "calendar", N_("Calendar “%s” changed"),
	    N_("Calendar changed") },
	{ "calendar.day", "day", N_("%s changed in a calendar"),
	    N_("Day of a calendar changed") },
	{ "calendar.teams", "calendar",
	    N_("Teams of the calendar “%s” changed"),
	    N_("Teams of a calendar changed") },
	{ "skills.changed", "person", N_("Skills of %s changed"),
	    N_("Skills changed") },
	{ "view.kept", "view", N_("View “%s” kept"), N_("View kept") },
	{ "view.changed", "view", N_("View “%s” changed"),
	    N_("View changed") },
	{ "view.deleted", "view", N_("View “%s” deleted"),
	    N_("View deleted") },
	{ "list.exported", "rows", N_("List of %s cases exported"),
	    N_("List exported") },
	{ "person.added", "number", N_("Person %s added"),
	    N_("Person added") },
	{ "person.changed", "number", N_("Person %s changed"),
	    N_("Person changed") },
	{ "person.erased", "number", N_("Person %s erased"),
	    N_("Person erased") },
	{ "absence.entered", "person", N_("%s is away"),
	    N_("Absence entered") },
	{ "absence.ended", "person", N_("%s is back"),
	    N_("Absence ended") },
	{ "rights.changed", "person", N_("Rights of %s changed"),
	    N_("Rights changed") },
	{ "type.installed", "type", N_("Case type “%s” installed"),
	    N_("Case type installed") },
	{ "court.removed", "court", N_("Version of the rules of the court "
	    "“%s” removed"), N_("Version of the rules of a court removed") },
	{ "court.installed", "court", N_("Rules of the court “%s” "
	    "installed"), N_("Rules of a court installed") },
	{ "dossier.printed", "form", N_("Form “%s” printed"),
	    N_("Report of the case made") },
	{ "case.passed_on", "receiver", N_("Passed on to %s"),
	    N_("Passed on to somebody outside") },
	{ "field.unmasked", "", "", N_("Masked facts read") },
	{ "purpose.given", "", "", N_("Purpose of reading said") },
	{ "dossier.read", "", "", N_("Case read") },
	{ "fhir.taken", "file", N_("Medical record in FHIR taken in: %s"),
	    N_("Medical record in FHIR taken in") },
	{ "history.exported", "fhir", N_("Medical record in FHIR taken out, "
	    "for %s"), N_("Medical record in FHIR taken out") },
	{ "history.exported", "costs", N_("Time and costs taken out as a "
	    "file, entries: %s"), N_("Time and costs taken out as a file") },
	{ "history.exported", "letters", N_("Correspondence taken out as a "
	    "file, entries: %s"), N_("Correspondence taken out as a file") },
	{ "history.exported", "looks", N_("List of who looked taken out as "
	    "a file, entries: %s"), N_("History taken out as a file") },
	{ "account.made", "person", N_("Account of readings for %s made"),
	    N_("Account of readings made") },
	{ "dossier.waiting", "", "", N_("Set to waiting") },
	{ "dossier.resumed", "", "", N_("Work goes on") },
	{ "dossier.reopened", "", "", N_("Opened again") },
	{ "dossier.restricted", "", "",
	    N_("Restricted: only invited people see it") },
	{ "dossier.unrestricted", "", "",
	    N_("No longer restricted: the team sees it") }
};

const char *
timeline_one(const struct telling *t)
{
	const char *kind = t->event->kind, *name;
	size_t i;

	for (i = 0; i < COUNT(ones); i++) {
		if (strcmp(ones[i].kind, kind) != 0)
			continue;
		name = ones[i].name[0] == '\0' ? "" :
		    strncmp(kind, "task.", 5) == 0 ?
		    timeline_plan_title(t->cx, t->type, t->event) :
		    tell_fact(t, ones[i].name);
		if (name[0] == '\0' && i + 1 < COUNT(ones) &&
		    strcmp(ones[i + 1].kind, kind) == 0)
			continue;	/* the next one tells it */
		return name[0] == '\0' ? _(ones[i].without) :
		    arena_printf(t->cx->arena, message(ones[i].with), name);
	}
	return kind;
}
