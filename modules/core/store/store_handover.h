/* SPDX-License-Identifier: MIT */
#ifndef STORE_HANDOVER_H
#define STORE_HANDOVER_H

#include "base/ctx.h"
#include "model/dossier.h"
#include "model/handover.h"

/* Rows of handovers: nobody is told of a case that they do not see. */

enum err store_handover_add(struct ctx *, struct handover *); /* fills id */
/* false: this work of the giver's waits in another handover. */
enum err store_handover_case_add(struct ctx *, const struct handover *,
	    const struct dossier *, int64_t no, bool *added);
enum err store_handover_find(struct ctx *, const char *number,
	    struct handover **out);		/* NULL: none */
/* Its cases that the viewer sees. */
enum err store_handover_cases(struct ctx *, struct handover *);
/* Answers one that waits; ERR_CONFLICT when it does not any more. */
enum err store_handover_answer(struct ctx *, const struct handover *,
	    int64_t no, enum handover_state, const char *reason,
	    const char *sha256);

enum store_handover_list {
	STORE_HANDOVER_TO,	/* the viewer: with something that waits */
	STORE_HANDOVER_FROM,	/* of theirs, or made by them; the newest */
	STORE_HANDOVER_MANAGED	/* of others whom they manage, waiting */
};
enum err store_handover_list(struct ctx *, enum store_handover_list,
	    int limit, struct handover **out);

/* What a person has open of what the viewer may work on (own), or manages. */
enum err store_handover_work(struct ctx *, int64_t person, bool own,
	    int limit, struct handover_work **out);
/* The same of an opened dossier, in numbers of what the viewer sees. */
enum err store_handover_has(struct ctx *, const struct dossier *,
	    int64_t person, int64_t *tasks);
/* Tasks that the viewer sees go to another; and what comes back to them. */
enum err store_handover_tasks(struct ctx *, const struct dossier *,
	    int64_t from, int64_t to, int64_t *moved);
/* Who leads cases that the viewer manages, and signs in no more. */
enum err store_handover_left(struct ctx *, struct handover_left **out);

enum err store_handover_line_add(struct ctx *, const struct handover *,
	    int64_t no, int64_t place, const struct handover_line *);
/* Of what the viewer may see. */
enum err store_handover_lines(struct ctx *, const struct handover *,
	    int64_t no, struct handover_line **out);

/* Tells somebody of it: a row of the outbox, about one of its cases. */
enum err store_handover_tell(struct ctx *, const struct handover *,
	    int64_t dossier, int64_t person, int64_t due);

#endif
