/* SPDX-License-Identifier: MIT */
#ifndef STORE_SIGNIN_H
#define STORE_SIGNIN_H

#include "base/ctx.h"

/*
 * Tries to sign in that were not right, counted by a key. A count belongs
 * to the window that began at since.
 */
enum err store_signin_count(struct ctx *, const char *key, int64_t *count,
	    int64_t *since);		/* 0 and 0: none */
/* One more; begins a new window when the row's began before the moment. */
enum err store_signin_add(struct ctx *, const char *key, int64_t before);
enum err store_signin_take_back(struct ctx *, const char *key);	/* one */
enum err store_signin_forget(struct ctx *, const char *key);
enum err store_signin_sweep(struct ctx *, int64_t before);

#endif
