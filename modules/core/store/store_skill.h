/* SPDX-License-Identifier: MIT */
#ifndef STORE_SKILL_H
#define STORE_SKILL_H

#include "base/ctx.h"
#include "model/assign.h"

/* All of them by name, with how many people have each, and whether this
 * person does (0: nobody in particular). */
enum err store_skill_list(struct ctx *, int64_t person, struct skill **out);
enum err store_skill_find(struct ctx *, const char *code, const char *key,
	    struct skill **out);	/* by one of both; NULL: none */
enum err store_skill_add(struct ctx *, const char *code, const char *name,
	    const char *key);
enum err store_skill_drop(struct ctx *, int64_t skill);
enum err store_skill_give(struct ctx *, int64_t person, int64_t skill);
enum err store_skill_take(struct ctx *, int64_t person, int64_t skill);

#endif
