/* SPDX-License-Identifier: MIT */
#ifndef TOOL_TOOL_SETUP_H
#define TOOL_TOOL_SETUP_H

#include "tool/tool.h"
#include "tool/tool_conf.h"

/* dossier setup in its two halves: what the file shall say, then what is
 * made by it. */

/* Fills the file in from the options, the machine and the person at the
 * terminal; nothing is written yet but a password that was typed. */
int	 tool_setup_answers(struct tool *, struct tool_conf *);
/* What is left to do by hand, exactly. */
void	 tool_setup_next(struct tool *);

#endif
