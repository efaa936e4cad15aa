/* SPDX-License-Identifier: MIT */
#ifndef MODEL_MATTER_H
#define MODEL_MATTER_H

#include <stdint.h>


/* What a dossier of lawyers has besides. */

/* A case of a court or an authority; an appeal is another one. */
struct proceeding {
	struct proceeding *next;
	int64_t id, no;
	const char *court;
	const char *reference;	/* the court's own number, "" none yet */
	const char *judge;	/* may be "" */
	const char *filed;	/* civil, "" unknown */
	const char *ended;	/* civil, "" pending */
	const char *result;	/* how it ended, may be "" */
	int64_t version;
	int64_t entries, parties; /* of its docket */
};

/* One party represents another; both have their roles still. */
struct counsel {
	struct counsel *next;
	int64_t client, counsel;	/* no of each party */
	const char *client_name, *counsel_name;
	const char *counsel_number;	/* the person's */
	int64_t added;
};

/* An appointment before a court. */
struct hearing {
	struct hearing *next;
	const char *number;	/* of the appointment */
	const char *title, *place;
	int64_t begins, ends;
	int whole;		/* of whole days */
	int64_t cancelled;	/* 0 not */
	int64_t proceeding;	/* no */
	const char *court;
};

/* What lists tell of a matter besides: of its latest pending proceeding,
 * and who is on the other side. */
struct matter {
	struct matter *next;
	int64_t dossier;	/* row */
	const char *court, *reference;
	const char *opponent;
	int64_t hearing;	/* the next one, 0 none */
};

#endif
