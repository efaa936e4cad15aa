/* SPDX-License-Identifier: MIT */
#ifndef DOMAIN_CAREPLAN_H
#define DOMAIN_CAREPLAN_H

#include "base/ctx.h"
#include "model/careplan.h"
#include "model/dossier.h"

/*
 * The care plan of a patient: problems, goals, activities (steps of goals:
 * tasks, items of the plan of the case) and services. It is a draft until it
 * is agreed with the patient; to change its services then it is revised, for
 * a reason, and agreed again; it ends with an outcome. What was agreed, and
 * how it ended, is kept in editions that nobody changes. One at a time is
 * under way. Every act needs LEVEL_WORK and can be undone.
 */
enum err careplan_list(struct ctx *, const struct dossier *,
	    struct careplan **out);	/* what is under way first */
/* That, NULL: there is none. */
enum err careplan_current(struct ctx *, const struct dossier *,
	    struct careplan **out);
enum err careplan_open(struct ctx *, const struct dossier *, int64_t no,
	    struct careplan **out);	/* with editions; ERR_MISSING */
enum err careplan_edition(struct ctx *, struct careplan *, int64_t edition,
	    struct careplan_edition **out);	/* with lines; ERR_MISSING */

/* Field: title. standard: code of what it begins as, "" tailored. */
enum err careplan_add(struct ctx *, struct dossier *, const char *title,
	    const char *standard, struct careplan **out);
/* With the patient, or who speaks for them, on a day ("" today); goals that
 * are proposed are agreed with it. Fields: day who. */
enum err careplan_agree(struct ctx *, struct dossier *, struct careplan *,
	    const char *day, const char *who);
enum err careplan_revise(struct ctx *, struct dossier *, struct careplan *,
	    const char *reason);
/* Fields: day (of the discharge, "" today), condition, worked. */
struct careplan_outcome {
	const char *day, *condition, *worked;
};
enum err careplan_end(struct ctx *, struct dossier *, struct careplan *,
	    const struct careplan_outcome *);

enum err careplan_ties(struct ctx *, const struct dossier *,
	    struct careplan_ties **out);
/* A goal is for a problem of the case, or not any more. */
enum err careplan_tie(struct ctx *, struct dossier *, int64_t goal,
	    int64_t problem, bool on);

/* ERR_INVALID: a plan is under way, or follow-ups are due: of
 * dossier_close(). */
enum err careplan_may_close(struct ctx *, struct dossier *);
/* ERR_CONFLICT: it is agreed, or has ended. Of acts on its services. */
enum err careplan_may_change(struct ctx *, const struct careplan *);

/* What the plan says now. */
enum err careplan_lines_now(struct ctx *, struct dossier *,
	    const struct careplan *, struct careplan_line **out);
/* Of two lists of lines: those of the first that are not in the second,
 * whatever has been done since. */
struct careplan_line *careplan_lines_only(struct ctx *,
	    const struct careplan_line *, const struct careplan_line *);
/* Goals that are reached, and all that were not given up. */
void	 careplan_lines_goals(const struct careplan_line *, int64_t *reached,
	    int64_t *all);
const char *careplan_state(enum careplan_state);	/* in a word */
const char *careplan_lines_section(enum careplan_section);	/* a heading */

#endif
