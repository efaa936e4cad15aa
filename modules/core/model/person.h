/* SPDX-License-Identifier: MIT */
#ifndef MODEL_PERSON_H
#define MODEL_PERSON_H

#include <stdbool.h>
#include <stdint.h>

/* What a person is known by elsewhere: a customer number, a tax number. */
struct identifier {
	struct identifier *next;
	const char *kind;	/* customer tax registration, or a word */
	const char *value;
};

/* An address beside the one of the person's row. */
struct address {
	struct address *next;
	const char *kind;	/* postal visiting billing other */
	const char *text;
};

/* A person or an organisation, staff or not. */
struct person {
	struct person *next;
	int64_t id;
	const char *number;	/* P-48392070, for addresses */
	bool organisation;
	const char *name;	/* as it is shown */
	const char *given, *family;	/* of a human, may be "" */
	const char *email, *phone, *address;
	const char *language;	/* "" unknown */
	const char *born, *died;	/* civil, "" unknown or not */
	const char *sex;	/* male female other unknown; "" not asked */
	const char *login;	/* "" unless staff */
	int64_t dossiers;	/* how many the viewer may see, where counted */
	const char *likely;	/* why it may be the same as another, or "" */
	int64_t version;
	/* what person_open() fills */
	struct identifier *identifiers;
	struct address *addresses;
};

struct team {
	struct team *next;
	int64_t id;
	const char *code;	/* in addresses: a folded, dashed name */
	const char *name;
};

#endif
