/* SPDX-License-Identifier: MIT */
#ifndef MODEL_UNDO_H
#define MODEL_UNDO_H

#include <stdint.h>

/* What is looked at before and after a reversible step. */
enum undo_part {
	UNDO_ROW = 1,		/* status phase outcome verdict lead team ... */
	UNDO_STAYS = 2,		/* in phases */
	UNDO_PARTIES = 4,
	UNDO_TASKS = 8,		/* where they are, who has them, done or not */
	UNDO_GRANTS = 16,
	UNDO_VALUES = 32,	/* the type's fields */
	UNDO_LABELS = 64,
	UNDO_LINKS = 128,
	UNDO_PAPERS = 256,	/* where notes and documents are */
	UNDO_WALLS = 512,
	UNDO_DECISIONS = 1024,	/* which count, and what they say */
	UNDO_PLAN = 2048,	/* told cell by cell: undo_changed() */
	UNDO_GOALS = 4096,	/* what they say, steps, values */
	UNDO_APPROVALS = 8192,	/* where they stand, and what was signed */
	UNDO_FORMS = 16384,	/* where they stand, and what is answered */
	UNDO_DEADLINES = 32768,	/* how they stand, and their spans */
	UNDO_PROMISES = 65536,
	UNDO_APPOINTMENTS = 131072,	/* when they are, who takes part */
	UNDO_PROCEEDINGS = 262144,
	UNDO_BOOKINGS = 524288,	/* time and costs */
	UNDO_OFFERS = 1048576,
	UNDO_EXCHANGES = 2097152,	/* with whom, which way, when */
	UNDO_FACTS = 4194304,	/* what is known of a patient */
	UNDO_CARE = 8388608,	/* care plans, services, their days */
	UNDO_STRENGTHS = 67108864,
	UNDO_REFERRALS = 134217728,	/* how they stand, and reports */
	UNDO_ALL = 2047 + UNDO_GOALS + UNDO_APPROVALS + UNDO_FORMS +
	    UNDO_DEADLINES + UNDO_PROMISES + UNDO_APPOINTMENTS +
	    UNDO_PROCEEDINGS + UNDO_BOOKINGS + UNDO_OFFERS +
	    UNDO_EXCHANGES + UNDO_FACTS + UNDO_CARE +
	    UNDO_STRENGTHS + UNDO_REFERRALS
};

/* The act under way: all reversible steps of one transaction. */
struct act {
	int64_t id;
	const char *number;	/* A-48392070, for addresses */
	int64_t steps;
};

#endif
