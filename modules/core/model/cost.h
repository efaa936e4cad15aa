/* SPDX-License-Identifier: MIT */
#ifndef MODEL_COST_H
#define MODEL_COST_H

#include <stdbool.h>
#include <stdint.h>

/* What an hour costs, from a day on: of a person or of everybody, in a type
 * or in all, or on one dossier. */
struct rate {
	struct rate *next;
	int64_t id;
	int64_t person;		/* 0 everybody */
	const char *person_number, *person_name;
	const char *type;	/* code; "" every one */
	int64_t dossier;	/* 0 every one */
	const char *begins;	/* civil */
	int64_t amount;		/* minor units an hour */
	const char *currency, *reason, *given_by;
	int64_t given;
};

enum booking_kind { BOOKING_TIME, BOOKING_COST };
#define BOOKING_KINDS "time", "cost"
#define BOOKING_PAYERS "house", "client", "other"

/* Time that was spent on a dossier, or what was paid for it. */
struct booking {
	struct booking *next;
	int64_t id, no;
	enum booking_kind kind;
	int64_t person;		/* whose time; who booked the cost */
	const char *person_number, *person_name;
	const char *day;	/* civil */
	const char *code;	/* activity or kind of cost */
	int64_t minutes;	/* less than 0: taken back */
	int64_t rate;		/* minor units an hour, as it was */
	int64_t amount;		/* minor units */
	const char *currency;	/* "" there was no rate */
	bool billable;		/* of a cost: recoverable */
	const char *payer;	/* of a cost; else "" */
	const char *text;
	int64_t task, document;	/* rows, or 0 */
	int64_t task_no, document_no;	/* 0 none, or not here */
	const char *task_title, *document_name;
	int64_t counters;	/* row that it takes back, or 0 */
	int64_t counters_no;
	bool countered;		/* another takes it back */
	int64_t compartment;	/* 0 none */
	const char *compartment_name;
	int64_t booked, version;
	const char *number, *title;	/* of its dossier, in lists over them */
	int64_t type_id;		/* row of that one's type, there */
};

/* So much of one kind, by one person. */
struct booking_sum {
	struct booking_sum *next;
	enum booking_kind kind;
	int64_t person;
	const char *person_name, *code, *currency;
	bool billable;
	int64_t n, minutes, amount;
};

#endif
