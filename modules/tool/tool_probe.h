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
extern const char tool_probe_refused[];	/* why, where rights lack */
/* The body of a page of a program, as no web server asks for it; NULL and
 * *why when there is none. */
const char *tool_probe_text(struct arena *, const char *socket,
	    const char *page, const char **why);

/* base: base_url. Of https:// it looks only whether somebody is there, and
 * *whole is false then. */
const char *tool_probe_web(struct arena *, const char *base, bool *whole);

#endif
