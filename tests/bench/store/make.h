/* SPDX-License-Identifier: MIT */
#ifndef BENCH_STORE_MAKE_H
#define BENCH_STORE_MAKE_H

#include <stdint.h>

#include "base/ctx.h"
#include "base/log.h"
#include "load.h"
#include "rules/cmmn/cmmn.h"

/*
 * A store of any size for measuring, the same for the same seed. Everything
 * is counted from MAKE_NOW backwards. Twenty teams, two types: forty scopes,
 * a tenth of all dossiers in the largest, ever fewer in the next.
 */
#define MAKE_NOW INT64_C(1795176000)	/* 2026-11-20 12:00 UTC */
#define MAKE_NEVER INT64_C(253402300799)
#define MAKE_TEAMS 20
#define MAKE_SCOPES (2 * MAKE_TEAMS)
#define MAKE_STAFF 20		/* of each team */
#define MAKE_GRANTS 20		/* of the viewer who has nothing else */
#define MAKE_DAY 86400
#define MAKE_PHASES 7
#define MAKE_COMPARTMENTS 3

/* The four who look: by login all, fifth, team, granted. */
enum make_viewer { MAKE_ALL = 1, MAKE_FIFTH, MAKE_TEAM, MAKE_GRANTED,
    MAKE_VIEWERS = 4 };

struct make_person {
	const char *name, *number;
};

struct make {
	struct ctx cx;
	int64_t n;			/* dossiers */
	uint64_t dice;			/* the state of make_dice() */
	struct arena *keep;		/* what lives until the end */
	struct make_person *customers;	/* 0 ... ncustomers-1 */
	int64_t ncustomers, first_customer;	/* its row */
	struct make_person *staff;	/* by row, from 1 */
	const struct casetype *types[2];	/* complaint, permit */
	/* of each type in each phase, and closed */
	const struct cmmn_item *plans[2][MAKE_PHASES + 1];
	const char *teams[MAKE_TEAMS + 1];
	int64_t open[MAKE_SCOPES + 1], total[MAKE_SCOPES + 1];
	struct { const char *sha256; int64_t bytes; } files[6];
};

static inline void
make_must(struct make *m, enum err e)
{
	if (e != OK)
		log_fatal("failed: %d %s", (int)e,
		    m->cx.why == NULL ? "" : m->cx.why);
}

/* 0 ... n-1 */
static inline int64_t
make_dice(struct make *m, int64_t n)
{
	uint64_t x = m->dice += UINT64_C(0x9e3779b97f4a7c15);

	x = (x ^ (x >> 30)) * UINT64_C(0xbf58476d1ce4e5b9);
	x = (x ^ (x >> 27)) * UINT64_C(0x94d049bb133111eb);
	return (int64_t)((x ^ (x >> 31)) % (uint64_t)n);
}

/* "PREFIX-ddddddd" and its check digit; i is met once, as 7 is no factor. */
const char *make_number(struct make *, const char *prefix, int64_t i);

void	 house_make(struct make *);	/* types, teams, staff, their rights */
void	 house_count(struct make *);	/* what the dossiers came to */
void	 plan_make(struct make *);	/* of each type and phase */
void	 people_make(struct make *);	/* customers and what finds them */
/* Members of compartments; walls, once the indexes are there. */
void	 guards_members(struct make *);
void	 guards_walls(struct make *);
const char *guards_name(int64_t compartment);
void	 check_store(struct make *);	/* ends the process where it is not */

/* Dossiers, gathered until they are flushed. */
struct matters *matters_start(struct make *);
void	 matters_make(struct matters *, int64_t i);
void	 matters_flush(struct matters *);	/* the arena may go */

#endif
