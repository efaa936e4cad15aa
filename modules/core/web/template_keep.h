/* SPDX-License-Identifier: MIT */
#ifndef WEB_TEMPLATE_KEEP_H
#define WEB_TEMPLATE_KEEP_H

#include "base/arena.h"
#include "web/template_ops.h"

/*
 * Where compiled templates stay: what is the same in several of them, or in
 * several languages, is there once. Of some hundred pages in six languages
 * that leaves a fifth.
 */
struct template_keep;
struct template_keep *template_keep_new(struct arena *);
/* The same operations, with all that they point to. */
struct ops template_keep(struct template_keep *, struct arena *scratch,
	    const struct ops *);

#endif
