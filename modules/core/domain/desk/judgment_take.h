/* SPDX-License-Identifier: MIT */
#ifndef DOMAIN_JUDGMENT_TAKE_H
#define DOMAIN_JUDGMENT_TAKE_H

#include <stdbool.h>

#include "base/ctx.h"
#include "model/judgment.h"

/* A file that an operator names, read: ERR_INVALID with file and line where
 * it is no judgment. */
enum err judgment_take_read(struct ctx *, const char *path,
	    struct judgment **out);
/* Onto a case by its number, in a write transaction: a document, unless the
 * case has these bytes already (*fresh: it had not). */
enum err judgment_take(struct ctx *, const char *dossier, const char *path,
	    bool *fresh);

#endif
