/* SPDX-License-Identifier: MIT */
#ifndef DOMAIN_CONSENT_RULE_H
#define DOMAIN_CONSENT_RULE_H

#include "model/consent.h"

/*
 * May one kind of records of one person leave to somebody for something? A
 * pure question to the consents of a case, in whatever order they come. A
 * refusal that holds wins over every consent.
 */
struct consent_question {
	const char *today;	/* civil */
	int64_t person;		/* whose records */
	unsigned int what;	/* one bit, never CONSENT_ALL */
	const char *kind;	/* of documents; "" of any kind */
	int64_t receiver;	/* 0: not in the register */
	unsigned int classes;	/* that they belong to */
	unsigned int purpose;	/* one bit */
};
enum consent_says { CONSENT_LACKS, CONSENT_PERMITS, CONSENT_DENIES };
/* *by: the newest that says so; where it lacks, the newest that would have
 * permitted it at another time, or NULL. */
enum consent_says consent_rule(const struct consent *all,
	    const struct consent_question *, const struct consent **by);

/* Where it stands on a day. */
enum consent_stand {
	CONSENT_WAITS,		/* prepared */
	CONSENT_COMES,		/* it begins later */
	CONSENT_HOLDS,
	CONSENT_EXPIRED, CONSENT_REVOKED
};
enum consent_stand consent_rule_stand(const struct consent *,
	    const char *today);

#endif
