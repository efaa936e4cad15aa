/* SPDX-License-Identifier: MIT */
#ifndef TOOL_TOOL_MODEL_H
#define TOOL_TOOL_MODEL_H

#include "rules/dmn/dmn.h"

/* A decision model from a file, with those that it imports: they lie beside
 * it. */
struct tool_model {
	struct dmn_model *main;		/* NULL: the file is no DMN */
	struct dmn_model *others;
	struct dmn *dmn;		/* NULL with main */
	struct dmn_fault *faults;	/* of reading, then of compiling */
};

struct tool_model *tool_model_read(struct arena *, const char *path);
/* A line: file:line: mild: decision, rule, column: sentence. */
char	*tool_model_fault(struct arena *, const struct dmn_fault *);
/* All of them, in the order of the lines, each once. Returns how many are not
 * mild. */
size_t	 tool_model_print(struct arena *, const struct dmn_fault *);

#endif
