/* SPDX-License-Identifier: MIT */
#ifndef TOOL_TOOL_PLAY_PICK_H
#define TOOL_TOOL_PLAY_PICK_H

#include "tool/tool_play.h"

/*
 * Which items a step speaks of. Words of one step, from `from` on:
 *   name="Check it" type=human_task state=active def=ID   all of them hold
 *   only                    whatever there is
 *   ID                      a plan item by its id; @case: the case itself
 * Without a state, human tasks are those that people see: active ones.
 */
struct tool_play_pick {
	const char *name, *type, *state, *definition, *id;	/* or NULL */
	bool the_case;
	bool open;	/* human tasks, too, in whatever state */
	bool ended;	/* those that have ended, too */
};

struct tool_play_found {	/* in the order in which they were made */
	struct tool_play_found *next;
	struct tool_play_case *in;
	struct cmmn_item *item;
};

/* False: a word that is none, as in the step's `expected`. Words in quotes
 * after the selection are left; *used: how many words it took. */
bool	 tool_play_pick_read(struct tool_play *,
	    const struct tool_scenario_step *, size_t from,
	    struct tool_play_pick *, size_t *used);
struct tool_play_found *tool_play_pick_all(const struct tool_play *,
	    const struct tool_play_pick *);
/* Completed, terminated or closed; what was disabled or has failed may go
 * on. */
bool	 tool_play_pick_ended(const struct cmmn_item *);

#endif
