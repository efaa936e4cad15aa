/* SPDX-License-Identifier: MIT */
#ifndef DOMAIN_DEADLINE_KEEP_H
#define DOMAIN_DEADLINE_KEEP_H

#include "domain/course/deadline.h"
#include "domain/spine/event.h"

/* What the acts on deadlines, and what follows by itself, share. */

/* The spans as they are reckoned with; *n of them. */
struct reckon_span *deadline_keep_spans(struct ctx *,
	    const struct deadline *, size_t *n);
/* A body that says which it was. */
struct event_body *deadline_keep_body(struct ctx *,
	    const struct deadline *);
/* Adds it, with a first span that begins with ->started, and makes its due:
 * ->due is 0 where the rule leads nowhere. */
enum err deadline_keep_add(struct ctx *, struct dossier *,
	    struct deadline *, const struct deadline_span *rule);
/* The last span ends, and another begins, with the rule of the last where none
 * is given. */
enum err deadline_keep_span(struct ctx *, struct deadline *, bool paused,
	    const struct deadline_span *rule, const char *reason);
/* Ends it: state, by whom (0 by itself), and the last span with it. */
enum err deadline_keep_end(struct ctx *, struct deadline *,
	    enum deadline_state, int64_t by, const char *reason);
/* Goes on after all: what lay between was a pause. */
enum err deadline_keep_again(struct ctx *, struct deadline *,
	    const char *reason);
/* Makes due, early and warning anew. */
enum err deadline_keep_make(struct ctx *, const struct dossier *,
	    struct deadline *);
/* The same, and writes the row. */
enum err deadline_keep_save(struct ctx *, const struct dossier *,
	    struct deadline *);
#endif
