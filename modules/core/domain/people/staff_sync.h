/* SPDX-License-Identifier: MIT */
#ifndef DOMAIN_STAFF_SYNC_H
#define DOMAIN_STAFF_SYNC_H

#include "base/ctx.h"
#include "model/staff.h"

/*
 * Brings the rows of staff up to date with the directory: the people who
 * have a live session, or all, new ones with a role included. ERR_BUSY
 * when the directory gave no whole answer, or (unless forced) when most of
 * the staff would be shut out by it: then nothing changes. Asks outside of
 * transactions and writes in several.
 */
enum err staff_sync(struct ctx *, bool live, bool force,
	    struct staff_sync *out);

#endif
