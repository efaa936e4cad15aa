/* SPDX-License-Identifier: MIT */
#ifndef TOOL_TOOL_H
#define TOOL_TOOL_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/config.h"
#include "base/ctx.h"

/*
 * The operator's command. Each line of the table in tool.c is a command; the
 * words before its operands choose it. Options are declared beside it, read
 * by getopt_long, and --conf and --help belong to each. A handler returns
 * the exit status: 0 done, 1 refused or failed (one sentence on stderr).
 * Wrong use, status 2, is decided before a handler runs.
 */
struct tool;

enum { TOOL_DONE, TOOL_FAILED, TOOL_USAGE,
	TOOL_LOST };	/* a backup was made, without documents that are lost */

#define TOOL_OPTIONS 13

struct tool_option {
	const char *name;	/* without the dashes */
	const char *value;	/* what it takes: FILE; NULL for a flag */
	const char *what;	/* for --help */
	bool needed;
};

struct tool_command {
	const char *words;	/* "type check" */
	const char *operands;	/* "DIR", for --help */
	int least, most;	/* operands */
	const char *what;	/* a sentence for --help */
	int (*run)(struct tool *);
	struct tool_option options[TOOL_OPTIONS];
};

struct tool {
	struct ctx cx;			/* viewer 0: the system itself */
	const struct tool_command *command;
	const char *conf_path;		/* as --conf gave it, or NULL */
	const char *values[TOOL_OPTIONS];	/* NULL: not given; flag: "" */
	int operands;
	char **operand;
};

bool	 tool_flag(const struct tool *, const char *option);
const char *tool_value(const struct tool *, const char *option); /* or NULL */

/* The clock, which a test may stand still. */
int64_t	 tool_now(void);

/* A path from where the caller stands, as a whole one. */
const char *tool_path(const struct tool *, const char *path);

/* Reads dossier.conf into cx; TOOL_FAILED after having said why. */
int	 tool_configure(struct tool *);
/* The same, and opens the store. */
int	 tool_store(struct tool *);
/* Runs something in one write transaction; says why it was refused. */
int	 tool_write(struct tool *, enum err (*)(struct tool *));

/* One sentence on stderr; both return TOOL_FAILED. */
int	 tool_fail(const char *fmt, ...) __attribute__((format(printf, 1, 2)));
int	 tool_refused(const struct tool *);	/* cx.why */

#endif
