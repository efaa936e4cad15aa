/* SPDX-License-Identifier: MIT */
#ifndef DOMAIN_KEEP_H
#define DOMAIN_KEEP_H

#include <stdbool.h>
#include <stddef.h>

#include "base/ctx.h"
#include "model/dossier.h"

/* What acts check before they change something: may it be done, and is the
 * text fit to be kept? */

/* How many characters of what people write: why they did it or a remark, a
 * text with several points, and all that was said. */
#define KEEP_REASON 2000
#define KEEP_TEXT 4000
#define KEEP_NOTE 20000

/* ERR_FORBIDDEN below the level. */
enum err keep_level(struct ctx *, const struct dossier *,
	    enum level);
/* LEVEL_WORK, and ERR_CONFLICT once it is closed. */
enum err keep_open(struct ctx *, const struct dossier *);
/* The same, and ERR_CONFLICT while nobody has screened it. */
enum err keep_screened(struct ctx *, const struct dossier *);

/* Tidies typed text, trimmed; refuses the field when it has more than max
 * characters, or none though min is 1. lines: newlines may stay. */
enum err keep_text(struct ctx *, const char *field,
	    const char *typed, size_t min, size_t max, bool lines,
	    const char **out);
enum err keep_reason(struct ctx *, const char *field,
	    const char *typed, const char **out);	/* required */

#endif
