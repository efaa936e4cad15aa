/* SPDX-License-Identifier: MIT */
#ifndef TOOL_TOOL_CONF_H
#define TOOL_TOOL_CONF_H

#include <stdbool.h>
#include <stddef.h>
#include <sys/types.h>

#include "base/arena.h"

/*
 * dossier.conf as text, for whoever fills it in: lines are kept as they
 * stand, remarks included. What a line means is config.c's business.
 */
struct tool_conf {
	struct arena *arena;
	const char *path;	/* the file of the site */
	const char **lines;	/* without their ends */
	size_t n, room;
	bool exists;		/* at path; else read from the example */
	bool changed;
};

/* Reads the site's file, or the commented example when there is none.
 * NULL, or one sentence on why neither can be read. */
const char *tool_conf_open(struct tool_conf *, struct arena *,
	    const char *path, const char *example);
/* The value that a line gives; NULL when none does. */
const char *tool_conf_value(const struct tool_conf *, const char *section,
	    const char *key);
/* Gives a key that no line gives, in the place of its commented line. */
void	 tool_conf_give(struct tool_conf *, const char *section,
	    const char *key, const char *value);
/* The same, also where a line gives it: that line says it then. */
void	 tool_conf_set(struct tool_conf *, const char *section,
	    const char *key, const char *value);
/* Writes a changed file beside the old one, reads it as the programs will,
 * and takes its place. NULL, or one sentence a mistake: nothing is changed
 * then. */
const char *tool_conf_save(struct tool_conf *);

#endif
