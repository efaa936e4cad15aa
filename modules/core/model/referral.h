/* SPDX-License-Identifier: MIT */
#ifndef MODEL_REFERRAL_H
#define MODEL_REFERRAL_H

#include <stdbool.h>

#include "model/rulepack.h"

/* Somebody of the register who provides services. */
struct provider_word {
	struct provider_word *next;
	const char *what;	/* service area language */
	const char *key, *words;
	int64_t providers;	/* who have it, where counted */
};
struct provider {
	struct provider *next;
	int64_t id, person;
	const char *number, *name;	/* of the person */
	bool organisation;
	const char *email, *phone;
	const char *contact, *about;
	bool has_capacity;
	int64_t capacity;	/* patients at a time */
	int64_t busy;		/* referrals accepted or under way */
	bool accepts;
	int64_t ended;		/* provides no more since then, 0 */
	int64_t version;
	const struct provider_word *words;	/* by what, then words */
};

enum referral_state {
	REFERRAL_DRAFT, REFERRAL_SENT, REFERRAL_ACCEPTED, REFERRAL_REFUSED,
	REFERRAL_STARTED, REFERRAL_ENDED, REFERRAL_WITHDRAWN
};
#define REFERRAL_STATES "draft", "sent", "accepted", "refused", "started", \
	"ended", "withdrawn"
#define REFERRAL_UNITS "days", "working days", "months"

/* What was asked of a provider. Days are civil, "" not yet. */
struct referral {
	struct referral *next;
	int64_t id, no;
	int64_t provider;
	const char *provider_name, *provider_number;
	const char *service, *purpose;
	enum referral_state state;
	const char *asked, *sent, *answer_by, *answered, *started, *ended;
	const char *reason;	/* of the state */
	struct rulepack_span every;	/* reports; n 0 none */
	const char *report_due;	/* the next, "" none */
	const char *made_by;
	int64_t version;
	int64_t reports;	/* that came */
};
struct referral_report {
	struct referral_report *next;
	const char *due, *received, *note;
	int64_t document;	/* no, 0 none */
	const char *document_name;
	const char *noted_by;
};

#endif
