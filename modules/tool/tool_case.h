/* SPDX-License-Identifier: MIT */
#ifndef TOOL_TOOL_CASE_H
#define TOOL_TOOL_CASE_H

#include "tool/tool_play.h"

/* The cases that a scenario makes run, and their data. What returns false has
 * said in `expected` and `seen` why. */
bool	 tool_case_fails(struct tool_play *, const char *expected,
	    const char *seen);	/* false */
/* A value as FEEL writes it. */
bool	 tool_case_value(struct tool_play *, const char *text,
	    struct feel_value *out);
/* NAME=VALUE of the words from here on: all cases see the same data. */
bool	 tool_case_assign(struct tool_play *,
	    const struct tool_scenario_step *, size_t from);
/* The case of the model, by id or name. */
bool	 tool_case_start(struct tool_play *, const char *name);
/* A run at the play's moment, by the roles of who acts; then what its changes
 * do to other cases: those of case tasks begin, and end, with them. */
void	 tool_case_run(struct tool_play *, struct tool_play_case *,
	    struct cmmn_run *);
bool	 tool_case_follow(struct tool_play *, struct tool_play_case *,
	    const struct cmmn_change *);
/* A transition of one item, and what follows. */
bool	 tool_case_act(struct tool_play *, struct tool_play_case *,
	    int64_t item, enum cmmn_transition, enum cmmn_refusal *);

#endif
