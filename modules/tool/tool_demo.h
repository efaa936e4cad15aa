/* SPDX-License-Identifier: MIT */
#ifndef TOOL_TOOL_DEMO_H
#define TOOL_TOOL_DEMO_H

#include <stdbool.h>
#include <stdint.h>

#include "base/ctx.h"
#include "model/share.h"
#include "tool/tool_stories.h"

/* `dossier demo`: who plays what, and the acts that a plot may name. */
struct casetype;
struct dossier;
struct person;
struct value;
struct known;
struct named;

struct tool_demo {
	struct ctx *cx;
	const struct stories *stories;
	const struct story *story;
	const struct story_act *act;
	struct person *staff;
	struct known *known;	/* people who came, over all stories */
	struct named *named;	/* stories with a key that were told */
	const char *number;
	int64_t count;		/* of the story, to vary who does it */
	int64_t now;		/* the true one */
	int64_t began;		/* midnight of the arrival's day */
	int64_t tasks[8];	/* their no, in the order of the plot */
	int made;
	struct share_secret secret;	/* of what was shared last, */
	const char *shared;	/* its link and code while it is open */
};

/* The member of staff that a word of a plot means here; 0: nobody. */
int64_t	 tool_demo_staff(const struct tool_demo *, const char *who);
/* A phrase that the act names, or what its line says from that word on. */
const char *tool_demo_said(const struct tool_demo *, int word);
/* The team that works on the type of the story. */
const char *tool_demo_team(const struct tool_demo *);
/* The viewer's scope with this team for the type of the story. */
enum err tool_demo_scope(struct tool_demo *, const char *team, int64_t *out);
/* What a story says of fields; +3 is the third day after the arrival. */
const struct value *tool_demo_values(struct tool_demo *,
	    const struct story_value *, const struct casetype *);
/* Finds or makes somebody from outside. */
enum err tool_demo_acts_person(struct tool_demo *, bool company,
	    const char *name, const char *email, const char *phone,
	    int64_t *id);
/* Puts a story of the type "arrival" into the unfiled tray. */
enum err tool_demo_acts_arrival(struct tool_demo *);
/* Lets later stories name this one by its key. */
void	 tool_demo_acts_name(struct tool_demo *);
/* A small text file, as if it had been uploaded. */
struct document_new;
enum err tool_demo_file(struct tool_demo *, const char *name,
	    const char *text, struct document_new *out);
/* The act under way, if it is one of goals. */
enum err tool_demo_goal(struct tool_demo *, struct dossier *, bool *known);
/* The same of its plan; *known: it is one of those. */
enum err tool_demo_plan(struct tool_demo *, struct dossier *, bool *known);
/* Of its deadlines, or a contact. */
enum err tool_demo_deadline(struct tool_demo *, struct dossier *, bool *known);
/* The house has the public holidays of a region; for an administrator. */
enum err tool_demo_calendar(struct tool_demo *);
/* The act under way enters an appointment of the dossier. */
enum err tool_demo_calendar_meet(struct tool_demo *, struct dossier *);
/* A team's meeting; the viewer is its head. */
enum err tool_demo_calendar_team(struct tool_demo *);
/* Time, costs and settlement offers. */
enum err tool_demo_cost(struct tool_demo *, struct dossier *, bool *known);
/* Documents, bundles, and what is shared with people outside. */
enum err tool_demo_paper(struct tool_demo *, struct dossier *, bool *known);
/* The bytes of a document lie where it is taken up from. */
struct document_new;
enum err tool_demo_paper_write(struct tool_demo *, const char *body,
	    struct document_new *);
/* Courts, hearings, counsel and letters. */
enum err tool_demo_matter(struct tool_demo *, struct dossier *, bool *known);
enum err tool_demo_matter_answer(struct tool_demo *);	/* conflicts */
/* What is promised, handed over or kept from somebody; and what
 * needs no right on the case: the viewer may not see it. */
enum err tool_demo_care(struct tool_demo *, struct dossier *, bool *known);
/* Who cares for a patient, and what is known of them. */
enum err tool_demo_patient(struct tool_demo *, struct dossier *,
	    bool *known);
enum err tool_demo_care_outside(struct tool_demo *, bool *known);
/* The act under way; the viewer is who does it. */
enum err tool_demo_acts(struct tool_demo *);

#endif
