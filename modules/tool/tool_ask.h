/* SPDX-License-Identifier: MIT */
#ifndef TOOL_TOOL_ASK_H
#define TOOL_TOOL_ASK_H

#include <stdbool.h>

#include "base/arena.h"

bool	 tool_ask_possible(void);	/* is somebody at a terminal? */

/* Asks one question; Enter takes what stands in brackets. fault gives a
 * sentence for an answer that cannot be, and it is asked again. NULL when
 * the input ends. */
const char *tool_ask(struct arena *, const char *question,
	    const char *initial, const char *(*fault)(const char *answer));
/* The same without showing what is typed, and without brackets. */
const char *tool_ask_secretly(struct arena *, const char *question);

#endif
