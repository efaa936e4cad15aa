/* SPDX-License-Identifier: MIT */
#ifndef MODEL_OFFER_H
#define MODEL_OFFER_H

#include <stdbool.h>
#include <stdint.h>

enum offer_state {
	OFFER_OPEN, OFFER_ACCEPTED, OFFER_REFUSED,
	OFFER_COUNTERED,	/* another one answers it */
	OFFER_WITHDRAWN		/* by who made it */
};
#define OFFER_STATES "open", "accepted", "refused", "countered", "withdrawn"
#define OFFER_WAYS "letter", "mail", "meeting", "phone", "court"

/* What somebody offered to end a matter with. */
struct offer {
	struct offer *next;
	int64_t id, no;
	int64_t maker, receiver;	/* parties; 0 the court, all */
	const char *maker_name, *receiver_name;	/* "" the court, all */
	const char *made;	/* civil */
	const char *way;
	bool has_amount;
	int64_t amount;		/* minor units */
	const char *currency, *terms;
	const char *until;	/* civil; "" no end */
	int64_t deadline;	/* row, or 0 */
	int64_t deadline_no;	/* 0: none here */
	int64_t document;	/* row, or 0 */
	int64_t document_no;	/* 0: none that the viewer sees */
	const char *document_name;
	int64_t counters;	/* row of what it answers, or 0 */
	int64_t counters_no;
	enum offer_state state;
	const char *answered;	/* civil */
	const char *note;
	int64_t version;
	/* against what came before it, in its currency; domain/desk/offer.h */
	bool has_moved, has_gap;
	int64_t moved;		/* from what the same maker offered last */
	int64_t gap;		/* to what another offered last */
};

#endif
