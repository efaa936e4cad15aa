/* SPDX-License-Identifier: MIT */
#ifndef STORE_STAFF_H
#define STORE_STAFF_H

#include "base/ctx.h"
#include "model/staff.h"

/* Rows of people who sign in; *out is NULL where there is none. */
enum err store_staff_by_directory(struct ctx *, const char *directory_id,
	    struct staff **out);
enum err store_staff_by_login(struct ctx *, const char *login,
	    struct staff **out);
enum err store_staff_get(struct ctx *, int64_t person, struct staff **out);
/* Enabled staff of a directory; with a moment: only those with a session
 * that was used since, and that began since the other. */
enum err store_staff_all(struct ctx *, struct staff **out);
enum err store_staff_live(struct ctx *, int64_t used, int64_t created,
	    struct staff **out);

enum err store_staff_add(struct ctx *, const struct staff *);
/* Login, DN, enabled and checked. */
enum err store_staff_refresh(struct ctx *, const struct staff *);
enum err store_staff_seen(struct ctx *, int64_t person);
enum err store_staff_choose(struct ctx *, int64_t person,
	    const char *language, const char *zone);
enum err store_staff_mail(struct ctx *, int64_t person, bool on);

enum err store_staff_shortcuts(struct ctx *, int64_t person, bool on);
/* Sessions of a person that are not over yet, last used first; .current of
 * the one with this hash. */
enum err store_staff_sessions(struct ctx *, int64_t person, int64_t used,
	    int64_t created, const void *current, size_t len,
	    struct staff_session **out);

#endif
