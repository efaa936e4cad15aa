/* SPDX-License-Identifier: MIT */
#ifndef MODEL_DOCKET_H
#define MODEL_DOCKET_H

#include <stddef.h>
#include <stdint.h>

/* A proceeding as the court keeps it. Days are civil; "" unknown or none. */
struct docket_entry {
	struct docket_entry *next;
	int64_t place;		/* in the list, from 1 */
	const char *number;	/* of the document there */
	const char *filed, *entered;
	const char *text;
	int64_t attached;	/* further documents, as the court counts */
	int64_t hand;		/* version of one by hand; 0 the court's */
	int64_t party;		/* no of who filed it, 0 unknown or gone */
	const char *party_name;	/* "" unknown */
	int64_t struck;		/* it was taken out */
	/* what lists and docket_find() fill */
	struct docket_document *documents;
};

struct docket_document {	/* of the matter */
	struct docket_document *next;
	int64_t no;
	const char *name, *kind;
	int64_t withdrawn;
	const char *compartment_name;
};

/* Where a document stands. */
struct docket_place {
	struct docket_place *next;
	int64_t proceeding, place;	/* no; in its docket */
	const char *court, *reference;
	const char *number, *filed;	/* of the entry */
};

struct docket_counsel {
	struct docket_counsel *next;
	const char *name, *contact;
	const char *roles;	/* a line each */
};

struct docket_party {
	struct docket_party *next;
	int64_t place;		/* from 1 */
	const char *name;
	const char *capacity;	/* plaintiff, appellee: the court's word */
	const char *remark, *ended;
	struct docket_counsel *counsel;
};

struct docket_fact {		/* whatever else the court says */
	struct docket_fact *next;
	const char *name, *text;
};

struct docket {
	const char *court, *number, *title;
	const char *judges;	/* the one first that it is assigned to */
	const char *filed, *ended;
	struct docket_entry *entries;
	struct docket_party *parties;
	struct docket_fact *facts;
	int64_t entry_count, party_count;
};

#endif
