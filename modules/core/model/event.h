/* SPDX-License-Identifier: MIT */
#ifndef MODEL_EVENT_H
#define MODEL_EVENT_H

#include <stdint.h>

struct json_pair;

struct event_read {		/* of a body: kept by who reads it first */
	const struct json_pair *pairs;
};

/* One entry of the log, as a reader sees it. */
struct event {
	struct event *next;
	int64_t id, seq;
	const char *kind;	/* "phase.moved": noun.participle, ASCII */
	const char *actor;	/* name, "" for the system */
	const char *for_whom;	/* name, "" unless acting for another */
	int64_t happened, recorded;
	const char *body;	/* JSON object; "" once erased */
	struct event_read *read;	/* NULL: it is read each time anew */
	const char *other;	/* number of the dossier that it speaks of, ""
				 * none, or one that the reader may not see */
	const struct event *then;	/* what the plan did after it, see
					 * timeline_fold() */
	/* of one that is being added: */
	int64_t by;		/* who did it, 0 the system */
	int64_t within;		/* compartment of what it speaks of, 0 none */
};

#endif
