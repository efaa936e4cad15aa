/* SPDX-License-Identifier: MIT */
#ifndef DOMAIN_SILENCE_H
#define DOMAIN_SILENCE_H

#include "base/ctx.h"
#include "domain/spine/event.h"
#include "model/casetype.h"
#include "model/dossier.h"

/*
 * A type may agree to a rhythm: contact with who asked every so many days,
 * and always a next date. A dossier that falls behind is silent: it rises in
 * lists, says so, and its lead is told once. Contact is a note of one, a
 * further request, an arrival that was filed, or a promise. While the dossier
 * waits, no contact is missed; afterwards the days are counted anew. A next
 * date that is missing makes it silent after the next working day.
 */

/* What is agreed for a dossier as it is now; days 0: nothing. */
const struct type_rhythm *silence_rhythm(const struct dossier *);
/* Does a case of a type with a rhythm always need a next date? */
bool	 silence_dated(const struct casetype *);
/* "7 days", "5 working days". */
const char *silence_agreed(struct ctx *, const struct type_rhythm *);
bool	 silence_is(const struct ctx *, const struct dossier *);
/* "No contact for 12 days, agreed: 7 days"; "" while it is not silent. */
const char *silence_words(struct ctx *, const struct dossier *);

/* Why, for the page of an opened dossier. */
struct silence {
	bool agreed;		/* its type has a rhythm, and it is under way */
	const struct type_rhythm *rhythm;
	int64_t heard;		/* counted from then */
	int64_t by;		/* contact is agreed until then, 0: it waits */
	const char *medium, *author;	/* of the contact, "" it was none */
	int64_t no;		/* its note, 0 none */
	const char *cause;	/* counted from, where there was no contact */
	int64_t undated;	/* without a next date since, 0: has one */
};
enum err silence_open(struct ctx *, const struct dossier *,
	    struct silence *out);

/* After each event of a dossier: since when it is, or will be, silent. */
enum err silence_follow(struct ctx *, struct dossier *,
	    const struct event *);
/* The clock, on one that may be silent now: says so, once. */
enum err silence_tell(struct ctx *, struct dossier *);

#endif
