/* SPDX-License-Identifier: MIT */
#ifndef TESTS_WORLD_H
#define TESTS_WORLD_H

#include <stdint.h>

#include "base/ctx.h"

struct dossier;

/*
 * A small world for unit tests: SQLite in memory, or a database of its own
 * (see world_store.h), with the real schema, the clock stopped at Tue 24 Nov
 * 2026 12:00 UTC, a write transaction open.
 *   mia   manager of complaints in team north (works, decides, manages)
 *   ben   clerk of complaints in team north
 *   sue   screener of complaints in team north
 *   tom   manager of permits in team south
 *   zoe   auditor, reads everything
 *   ada   administrator without content
 *   eve   staff without any role
 * Customers: P-20000001 Élodie Weiß, P-20000002 Nordwind GmbH.
 * Types: complaint, permit (version 1 from etc/casetypes, with tables).
 * Dossiers: C-2026-10000061 north, open, led by mia, requester Élodie
 *   C-2026-10000079 north, open, without verdict: in the tray
 *   C-2026-10000087 north, open, restricted; only mia has a grant
 *   P-2026-10000095 south (permit), waiting, led by tom
 *   C-2026-10000102 north, closed
 */
#define WORLD_NOW INT64_C(1795521600)

extern struct ctx cx;

extern const char *world_url;	/* where it lies; set to NULL, it stays */
void	given(void);		/* the one before is gone */
void	given_in(const char *path);	/* one of its own, in a file */
void	as(const char *login);	/* who is asking from here on; "" nobody */
struct dossier *opened_as(const char *login,
	    const char *number);	/* as(login), to be read */
void	later(int64_t seconds);	/* moves the clock */

int64_t	world_person(const char *login);	/* 0 unknown */
int64_t	world_customer(const char *number);
int64_t	world_team(const char *code);
int64_t	world_scope(const char *type, const char *team);
int64_t	world_dossier(const char *number);
/* One number from a statement, for looking behind the curtain. */
int64_t	world_int(const char *sql);
/* What a test rests on: ends the program where it failed. */
void	must(enum err);

#endif
