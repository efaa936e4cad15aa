/* SPDX-License-Identifier: MIT */
#ifndef MODEL_CONSENT_H
#define MODEL_CONSENT_H

#include <stdbool.h>
#include <stdint.h>

/*
 * What the person whom a case is about says of what may leave the house. The
 * bits stand in the store and stay.
 */
enum consent_what {
	CONSENT_ALL = 1,	/* of a consent: all but what is named below */
	CONSENT_CASE = 2,	/* its state, people, dates */
	CONSENT_PROBLEMS = 4, CONSENT_ALLERGIES = 8, CONSENT_MEDICATIONS = 16,
	CONSENT_ENCOUNTERS = 32, CONSENT_PLAN = 64, CONSENT_NOTES = 128,
	CONSENT_FORMS = 256, CONSENT_DOCUMENTS = 512,
	/* only ever by being named */
	CONSENT_COUNSELLING = 1024, CONSENT_PART2 = 2048
};
#define CONSENT_NAMED (CONSENT_COUNSELLING | CONSENT_PART2)
#define CONSENT_WHATS 4095		/* all bits */
#define CONSENT_NO_KIND "-"		/* documents without a kind */

enum consent_class {
	CONSENT_TREATING = 1, CONSENT_PAYERS = 2, CONSENT_FAMILY = 4,
	CONSENT_ANYBODY = 8	/* of refusals alone */
};

enum consent_purpose {
	CONSENT_TREATMENT = 1, CONSENT_PAYMENT = 2, CONSENT_OPERATIONS = 4,
	CONSENT_QUALITY = 8, CONSENT_LEGAL = 16, CONSENT_WISH = 32
};
#define CONSENT_PURPOSES 63
#define CONSENT_ROUTINE							\
	(CONSENT_TREATMENT | CONSENT_PAYMENT | CONSENT_OPERATIONS)

enum consent_state {
	CONSENT_PREPARED,	/* to be signed: it permits nothing yet */
	CONSENT_GIVEN,
	CONSENT_REFUSED,	/* asked for, and not given */
	CONSENT_RESTRICTED	/* they asked that it be kept from somebody */
};
#define CONSENT_STATES "prepared", "given", "refused", "restricted"

struct consent {
	struct consent *next;
	int64_t id, no;
	int64_t person;		/* whose it is */
	const char *number, *name;
	int64_t signer;		/* who speaks for them; 0 nobody */
	const char *signer_number, *signer_name;
	const char *right;	/* parent guardian proxy court; "" */
	enum consent_state state;
	unsigned int what;
	const char *kinds;	/* of documents, a line each; "" all */
	int64_t receiver;	/* 0: see classes */
	const char *receiver_number, *receiver_name;
	unsigned int classes;
	unsigned int purpose;	/* 0 any, of a refusal */
	const char *purpose_words;
	const char *begins;	/* civil */
	const char *until;	/* civil, the last day; "" see event */
	const char *event;	/* until what happens, in words */
	const char *how;	/* paper electronic oral; "" prepared */
	int64_t document;	/* no of the signed paper; 0 none */
	const char *witness;
	const char *lang;	/* of its words */
	int64_t wording;	/* version of the house's sentences */
	const char *words;	/* what was read and signed */
	int64_t made;
	const char *maker;
	int64_t taken;		/* given or refused; 0 not yet */
	const char *taker;
	int64_t ended;		/* 0 not */
	const char *ender;
	const char *ended_how;	/* revoked event dropped */
	int64_t ended_by;	/* who wished it; 0 nobody */
	const char *ended_by_name, *ended_why;
	const char *dossier, *title;	/* in lists over cases */
};

/* What a type says of consents: roles and kinds of documents, a blank between
 * them. */
struct type_consent {
	const char *of;		/* role of whom it is about */
	const char *treating, *payers, *family;	/* roles of each class */
	const char *counselling, *part2;	/* kinds of documents */
};

#endif
