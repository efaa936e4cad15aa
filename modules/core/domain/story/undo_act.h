/* SPDX-License-Identifier: MIT */
#ifndef DOMAIN_UNDO_ACT_H
#define DOMAIN_UNDO_ACT_H

#include "base/ctx.h"
#include "model/dossier.h"
#include "model/event.h"
#include "model/undo.h"

/*
 * Taking back. Who did it may, and who manages all its dossiers; others get
 * ERR_MISSING. It needs the right that the act needed, and its level unless
 * the act itself took that away: who handed a case to the wrong team gets it
 * back, as long as it was not restricted there. A step on which somebody
 * built has reasons, and stays.
 */
struct undo_reason {
	struct undo_reason *next;
	const char *actor;	/* "" nobody in particular */
	int64_t when;
	const char *sentence;
};
struct undo_change {		/* a cell of the store: of undo*.c alone */
	struct undo_change *next;
	const char *key, *before, *after;
	bool held;		/* somebody changed it since: let it be */
};
struct undo_unit {		/* what the act did to one dossier */
	struct undo_unit *next;
	struct dossier *d, *other;	/* other: of a merge, split or link */
	bool shown;		/* the viewer may see both */
	struct event *events;	/* what the act said in d */
	struct event *others;	/* and in other */
	struct event *later;	/* what came after, the oldest first */
	struct undo_reason *reasons;	/* why it cannot be undone, or NULL */
	struct undo_change *changes;
	unsigned int parts, rights;	/* rights: that the act needs */
	enum level held;
	int64_t seq, other_seq;	/* last events of the act */
};
struct undo_act {
	struct undo_act *next;
	int64_t id;
	const char *number, *actor;
	int64_t done, until;
	int64_t undone;		/* 0: it holds */
	const char *undone_by;
	bool expired;
	struct undo_unit *units;
	long count, blocked;	/* units, and those with reasons */
};
/* undo*.c alone: what became of a cell, NULL nothing; and what fills shown,
 * later and reasons of a unit that was read. */
struct undo_change *undo_act_change(struct undo_change *, const char *key);
enum err undo_look(struct ctx *, struct undo_unit *);
enum err undo_act_open(struct ctx *, const char *number,
	    struct undo_act **out);
/* The viewer's acts that are not too old, the newest first, each with the
 * first of its units alone. */
enum err undo_act_list(struct ctx *, int limit, struct undo_act **out);
/* ERR_CONFLICT when it was undone, is too old, or has reasons; with rest,
 * the units without reasons are taken back. */
enum err undo_back(struct ctx *, struct undo_act *, bool rest,
	    const char *why);

/* The act whose event an entry of the time line is, if the viewer may undo
 * it, or "". Reads them once into *marks, which starts as NULL. */
struct undo_marks;
const char *undo_act_mark(struct ctx *, const struct dossier *, int64_t seq,
	    struct undo_marks **marks);

#endif
