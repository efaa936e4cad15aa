/* SPDX-License-Identifier: MIT */
#ifndef MODEL_DISCLOSURE_H
#define MODEL_DISCLOSURE_H

#include <stdbool.h>
#include <stdint.h>

#include "model/consent.h"

/* Words of the store; a state is one of its enum by the place in the list. */
#define DISCLOSURE_ASKERS						\
	"patient", "person", "organisation", "authority", "court"
#define DISCLOSURE_CAME "letter", "mail", "phone", "counter", "fax"
#define DISCLOSURE_GROUNDS						\
	"patient", "consent", "court", "law", "health", "oversight"
#define DISCLOSURE_NONE "none"	/* it left by mistake */
#define DISCLOSURE_WAYS "portal", "post", "person", "mail", "fax", "phone"
#define DISCLOSURE_KINDS						\
	"document", "note", "form", "problem", "allergy", "medication",	\
	"encounter"

enum disclosure_state {
	DISCLOSURE_RECEIVED, DISCLOSURE_AUTHORISED, DISCLOSURE_COLLECTED,
	DISCLOSURE_REVIEWED,	/* by a second person */
	DISCLOSURE_DELIVERED, DISCLOSURE_REFUSED,
	DISCLOSURE_WITHDRAWN	/* nobody asks any more */
};
#define DISCLOSURE_STATES						\
	"received", "authorised", "collected", "reviewed", "delivered",	\
	"refused", "withdrawn"

/* Somebody asks for records of a patient. */
struct disclosure_request {
	struct disclosure_request *next;
	int64_t id, no;
	const char *asker;
	int64_t person;		/* in the register, 0 not there */
	const char *name, *address;
	const char *received;	/* civil */
	const char *way;	/* by which it came */
	unsigned int purpose;	/* a bit of consent_purpose */
	const char *asked;	/* in words */
	unsigned int what;	/* bits of consent_what */
	const char *since, *until;	/* civil, "" no bound */
	const char *due;	/* civil */
	int64_t deadline;	/* row, 0 none */
	int64_t deadline_no;	/* 0: none here */
	int64_t extended;	/* 0 not */
	const char *extended_why;
	enum disclosure_state state;
	const char *ground, *ground_why;	/* "" not checked yet */
	const char *consents;	/* their numbers; "self" */
	int64_t authorised, collected, reviewed, ended;	/* 0 not yet */
	int64_t authoriser, collector, reviewer, ender;	/* people */
	const char *authoriser_name, *collector_name, *reviewer_name,
	    *ender_name, *why;
	int64_t version;
	const char *number, *title, *patient;	/* in lists over dossiers */
};

/* A thing that was collected for one. */
struct disclosure_item {
	struct disclosure_item *next;
	int64_t place;
	const char *kind;
	int64_t no;		/* in the dossier */
	const char *name;	/* as it was called then */
	int64_t instead;	/* a document that goes in its place, 0 none */
	bool left_out;
	const char *why;
	bool part2, counselling;	/* it is guarded now */
};

/* What left the house. */
struct disclosure {
	struct disclosure *next;
	int64_t id, no;
	int64_t dossier, request, share;	/* rows, 0 none */
	int64_t request_no;
	const char *number;	/* of the dossier */
	const char *disclosed;	/* civil */
	const char *receiver, *address, *what, *way, *seen, *why;
	unsigned int purpose;	/* a bit of consent_purpose */
	const char *ground, *ground_why, *consents;
	bool part2;
	int64_t recorded;
	const char *actor;
	const char *suspended, *suspended_by, *suspended_why;
	int64_t version;
	/* of an account: how often to the same receiver for the same purpose
	 * and by the same ground, and on which day last */
	int64_t times;
	const char *last;
};

/* Guarded by 42 CFR part 2. */
struct part2 {
	struct part2 *next;
	int64_t id;
	int64_t no;		/* of the thing, 0 the whole dossier */
	bool counselling;	/* notes of counselling: another consent */
	const char *why;
	int64_t marked;
	const char *marker;
	int64_t ended;		/* 0: it is */
	const char *ender, *ended_why;
};

#endif
