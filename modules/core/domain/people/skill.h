/* SPDX-License-Identifier: MIT */
#ifndef DOMAIN_SKILL_H
#define DOMAIN_SKILL_H

#include "base/ctx.h"
#include "model/assign.h"
#include "model/roster.h"

/*
 * What members of staff can do, in words that administrators keep. Plans and
 * people ask for one by its code. Making, taking out and giving need
 * RIGHT_ADMIN and are events of the topic "settings".
 */
enum err skill_list(struct ctx *, int64_t person, struct skill **out);
enum err skill_open(struct ctx *, const char *code,
	    struct skill **out);		/* ERR_MISSING */
/* The same, or NULL of a code that is "" or no skill. */
enum err skill_find(struct ctx *, const char *code,
	    const struct skill **out);
enum err skill_make(struct ctx *, const char *name);
enum err skill_remove(struct ctx *, struct skill *);
/* These alone, by their codes. */
enum err skill_set(struct ctx *, const struct roster_member *,
	    const char *const *codes, size_t n);

#endif
