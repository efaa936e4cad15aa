/* SPDX-License-Identifier: MIT */
#ifndef TOOL_TOOL_PLAY_H
#define TOOL_TOOL_PLAY_H

#include "rules/cmmn/cmmn.h"
#include "tool/tool_scenario.h"

/*
 * Plays a scenario on a case model, and on the cases that its case tasks
 * call, which lie in the same file or beside it. Nobody answers process and
 * decision tasks: scenarios complete them.
 */
struct tool_play_variable {
	struct tool_play_variable *next;
	const char *name;
	struct feel_value value;
};

struct tool_play_case {		/* one that runs */
	struct tool_play_case *next;
	const struct cmmn_case *of;
	const struct cmmn *plan;
	const struct feel_scope *scope;
	struct cmmn_instance instance;
	struct tool_play_case *parent;	/* whose task called it, or NULL */
	int64_t task;			/* that task */
	unsigned int depth;
};

struct tool_play {
	struct arena *arena;
	const char *path;		/* of the model */
	const struct cmmn_model *model;
	const struct tool_scenario *scenario;
	int64_t now;
	struct tool_play_case *cases;	/* the first is the scenario's */
	size_t n_cases;
	struct tool_play_variable *variables;
	const char *const *roles;	/* of who acts, NULL: the system */
	const char *expected, *seen;	/* of a step that failed */
};

/* One step. False: it came out otherwise, expected and seen say how. */
bool	 tool_play_step(struct tool_play *, const struct tool_scenario_step *);

#endif
