/* SPDX-License-Identifier: MIT */
#ifndef TOOL_TOOL_MACHINE_H
#define TOOL_TOOL_MACHINE_H

#include <stdbool.h>

#include "base/arena.h"
#include "tool/tool_may.h"

/* What Dossier finds on the machine where it is set up. */
extern const char *const tool_machine_programs[];	/* NULL at the end */

enum tool_machine_web { WEB_NONE, WEB_NGINX, WEB_APACHE, WEB_LIGHTTPD };

/* The web server that is installed; the first of several. */
enum tool_machine_web tool_machine_web(void);
/* The n-th of the users that web servers run as and that exist here. */
bool	 tool_machine_web_user(int n, struct tool_may_user *);
bool	 tool_machine_systemd(void);	/* does it run here? */
/* As /etc/localtime says; "" when it does not. */
const char *tool_machine_timezone(struct arena *);
/* The machine's name, as whole as it is known. */
const char *tool_machine_host(struct arena *);

#endif
