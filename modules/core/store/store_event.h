/* SPDX-License-Identifier: MIT */
#ifndef STORE_EVENT_H
#define STORE_EVENT_H

#include <stdbool.h>

#include "base/ctx.h"
#include "base/digest.h"

/* Rows of the log and the heads of its chains. */
struct store_event {
	int64_t id;
	int64_t dossier;	/* 0: of a topic */
	const char *topic;	/* "": of a dossier */
	int64_t seq;
	unsigned char prev[DIGEST_SIZE], hash[DIGEST_SIZE];
	int64_t actor, for_whom;	/* persons, 0 none */
	const char *kind;
	int64_t happened, recorded;
	int64_t other;		/* the dossier that it speaks of, or 0 */
	bool look;		/* a reading: the dossier is not touched */
	int64_t thing, compartment;	/* that it speaks of, or 0 */
	unsigned char commitment[DIGEST_SIZE];
	/* NULL when read and not there */
	const void *salt;
	size_t salt_len;
	const char *body;
};

/* The last number and hash of a chain: 0 and zeros for a new one. */
struct store_event_head {
	int64_t seq;
	unsigned char hash[DIGEST_SIZE];
};
enum err store_event_dossier_head(struct ctx *, int64_t dossier,
	    struct store_event_head *out);
enum err store_event_topic_head(struct ctx *, const char *topic,
	    struct store_event_head *out);

/* Writes the row, its body and the chain's new head; gives e->id. */
enum err store_event_add(struct ctx *, struct store_event *);

#endif
