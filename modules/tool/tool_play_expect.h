/* SPDX-License-Identifier: MIT */
#ifndef TOOL_TOOL_PLAY_EXPECT_H
#define TOOL_TOOL_PLAY_EXPECT_H

#include "tool/tool_play.h"

/* expect-...: what is to be seen. False: something else is, or there is no
 * such word. */
bool	 tool_play_expect(struct tool_play *,
	    const struct tool_scenario_step *);

#endif
