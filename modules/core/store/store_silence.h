/* SPDX-License-Identifier: MIT */
#ifndef STORE_SILENCE_H
#define STORE_SILENCE_H

#include "base/ctx.h"
#include "model/dossier.h"
#include "store/store_deadline.h"

/* Table silence, the columns of dossier that follow from it, and contacts
 * with who asked: notes of such, arrivals that were filed, promises. */
struct store_silence {
	int64_t since;		/* 0: nothing is kept yet */
	const char *cause;	/* received resumed reopened */
	int64_t undated;	/* 0: it has a next date */
	bool told;
	int64_t contact;	/* the last one, 0 none; not written */
};
enum err store_silence_get(struct ctx *, const struct dossier *,
	    struct store_silence *out);
/* With d->quiet and d->heard; tells: when the lead is told, 0 never. */
enum err store_silence_save(struct ctx *, const struct dossier *,
	    const struct store_silence *, int64_t tells);

/* The last contact that the viewer may read of; at 0: there is none. */
struct store_silence_contact {
	int64_t at, no;		/* no: of the note, 0: it was none */
	const char *medium, *author;	/* author "" of an arrival */
};
enum err store_silence_contact(struct ctx *, const struct dossier *,
	    struct store_silence_contact *out);

/* The lead has it among their notices; where nobody leads, who manages. */
enum err store_silence_tell(struct ctx *, const struct dossier *);
/* Of all dossiers: those of which somebody is to be told now. */
enum err store_silence_due(struct ctx *, struct store_deadline_at *out,
	    int limit, int *n);

#endif
