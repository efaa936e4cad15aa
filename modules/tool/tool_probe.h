/* SPDX-License-Identifier: MIT */
#ifndef TOOL_TOOL_PROBE_H
#define TOOL_TOOL_PROBE_H

#include <stdbool.h>

#include "base/arena.h"

/*
 * Asks a program at its socket, or a web server at its address, whether it
 * is well (/health). NULL: it answered as a program of Dossier does. Else
 * what happened instead, to stand after "does not answer". Five seconds.
 * prefix: the path of base_url.
 */
const char *tool_probe_program(struct arena *, const char *socket,
	    const char *prefix);

/* base: base_url. Of https:// it looks only whether somebody is there, and
 * *whole is false then. */
const char *tool_probe_web(struct arena *, const char *base, bool *whole);

#endif
