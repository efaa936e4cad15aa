/* SPDX-License-Identifier: MIT */
#ifndef BASE_CTX_H
#define BASE_CTX_H

#include <stdbool.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/refuse.h"

struct act;
struct config;
struct db;
struct standing;

/* A remark that a reading leaves: written after the page, before the reply. */
struct look {
	struct look *next;
	int64_t dossier;	/* row id; 0: of the topic */
	int64_t for_whom;	/* who is away, or 0 */
	const char *topic;
	const char *kind;	/* an event kind: "document.sent" ... */
	const char *body;	/* the event's body, JSON */
	int64_t thing, compartment;	/* as event_within() said */
	bool outside;		/* of nobody of the staff */
};

/* A file laid where the transaction under way will name it. */
struct placed {
	struct placed *next;
	const char *from, *to;
};

/* A mistake in what a person typed, beside its field. */
struct mistake {
	struct mistake *next;
	const char *field;	/* form field, or "" for the whole form */
	const char *text;	/* a sentence, translated */
	const char *label;	/* of a field that a type gives, or NULL */
};

/* What every function of domain, store and web knows about its request. */
struct ctx {
	struct arena *arena;	/* emptied after the answer */
	const struct config *conf;
	struct db *db;		/* the store, with a transaction open */
	int64_t now;		/* the one clock reading, UTC seconds */
	int64_t viewer;		/* row id of the person; 0 is nobody */
	unsigned int rights;	/* RIGHT_* bits of the viewer */
	const char *login;	/* the viewer's sign-in name, "" for nobody */
	const char *name;	/* and full name, both by access_enter() */
	const char *lang;	/* en fr de it pt ja */
	const char *zone;	/* IANA name, never NULL */
	int64_t unseen;		/* notices of the viewer, for a page */
	struct standing *standing;	/* whom the viewer stands in for */
	bool shortcuts;		/* of the keyboard, as the viewer chose */
	const char *why;	/* sentence of the last refusal, or NULL */
	int64_t wait;		/* seconds until it may go better, 0 unknown */
	struct mistake *mistakes;
	struct look *looks;
	const char *reading;	/* the route of a page that is shown, or NULL */
	const char *peer;	/* the browser's address, or NULL */
	const unsigned char *session;	/* its hash, or NULL */
	bool entered, clear;	/* domain/spine/sight.h: a dossier with guarded
				 * fields was opened, all of them unmasked */
	int64_t glass;		/* the viewer is at a dossier in an emergency
				 * until then, or 0 */
	const char *unasked;	/* number of a dossier that the viewer has not
				 * said the purpose of; or NULL */
	int64_t here;		/* dossier that the viewer is at, or 0 */
	bool in_passing;	/* what is written now is not worth a wait */
	struct placed *placed;	/* taken back by work_undo() */
	struct act *act;	/* what undo.h keeps of this transaction */
};

#endif
