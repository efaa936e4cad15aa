/* SPDX-License-Identifier: MIT */
#ifndef TOOL_TOOL_CONFIG_H
#define TOOL_TOOL_CONFIG_H

#include "tool/tool.h"
#include "tool/tool_report.h"

/* The part of `dossier config check` about files, of a configured tool. */
void	 tool_config_files(struct tool *, struct tool_report *);

#endif
