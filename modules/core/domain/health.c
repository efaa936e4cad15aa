/* SPDX-License-Identifier: MIT */
/* Disks, store and directory. */
#include "domain/health.h"

#include <sys/statvfs.h>

#include "base/config.h"
#include "config.h"
#include "domain/roster.h"
#include "store/db.h"
#include "store/migrate.h"

#define LEAST (INT64_C(1) << 30)	/* bytes that should be free */

/* What is free for us on the disk of a file or folder. */
static int64_t
free_of(const char *path, bool *low)
{
	struct statvfs v;
	int64_t left, whole;

	*low = false;
	if (statvfs(path, &v) != 0)
		return -1;
	left = (int64_t)v.f_bavail * (int64_t)v.f_frsize;
	whole = (int64_t)v.f_blocks * (int64_t)v.f_frsize;
	*low = left < LEAST || left < whole / 20;
	return left;
}

enum err
health_look(struct ctx *cx, struct health *out)
{
	const char *store = cx->conf->store;
	struct roster_state state;
	enum err e;

	*out = (struct health){ .version = PACKAGE_VERSION,
	    .expected = MIGRATE_NEWEST };
	if ((e = migrate_version(cx, &out->schema)) != OK ||
	    (e = roster_state(cx, &state)) != OK)
		return e;
	out->store = db_place(cx->arena, store);
	out->store_bytes = db_bytes(cx);
	out->store_free = free_of(store, &out->store_low);
	out->documents_free = free_of(cx->conf->documents,
	    &out->documents_low);
	out->last_event = state.last_event;
	out->directory = state.newest;
	out->directory_stale = state.of_directory > 0 &&
	    cx->now - state.newest > cx->conf->ldap_freshness;
	return OK;
}
