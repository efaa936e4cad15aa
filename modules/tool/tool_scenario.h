/* SPDX-License-Identifier: MIT */
#ifndef TOOL_TOOL_SCENARIO_H
#define TOOL_TOOL_SCENARIO_H

#include <stdbool.h>
#include <stddef.h>

#include "base/arena.h"

/*
 * A file of scenarios: what is done with a case model, and what is to be seen
 * then. dossier-cmmn(1) describes its lines.
 */
struct tool_scenario_step {
	struct tool_scenario_step *next;
	int line;
	const char *text;	/* the whole line, without its indent */
	const char **words;	/* of it; blanks in quotes do not part them */
	size_t n;		/* at least 1 */
};

struct tool_scenario {
	struct tool_scenario *next;
	const char *name;
	const char *model;	/* path, or "" */
	bool vendor;		/* “standard-only no” */
	struct tool_scenario_step *steps;
	int line;
};

/* All of a file; NULL after having said on standard error what is wrong, or
 * that there is none. */
struct tool_scenario *tool_scenario_read(struct arena *, const char *path);

/* A text in quotes, without them; itself where it has none. */
const char *tool_scenario_plain(struct arena *, const char *word);

#endif
