/* SPDX-License-Identifier: MIT */
#ifndef DOMAIN_DOSSIER_H
#define DOMAIN_DOSSIER_H

#include "base/ctx.h"
#include "model/dossier.h"

/*
 * One matter. dossier_open() is the only way to one: it applies the
 * predicate and gives a handle at the level asked, or the constant
 * ERR_MISSING (ERR_FORBIDDEN where the viewer may see it at a lower level).
 * Every function that writes takes the handle, adds its event and needs
 * LEVEL_WORK unless it says otherwise.
 */
enum err dossier_open(struct ctx *, const char *number, enum level,
	    struct dossier **out);
enum err dossier_load(struct ctx *, struct dossier *); /* parties ... values */

/* A request arrives: it is a dossier in its first phase, without verdict. */
struct dossier_new {
	const char *type;	/* code */
	int64_t scope;		/* one that the viewer works on */
	const char *title, *text;	/* text: what the requester said */
	const char *medium;
	int64_t received;	/* true arrival, not after now */
	int64_t requester;	/* person, 0 unknown */
	const struct value *values;	/* of the type's fields */
};
enum err dossier_register(struct ctx *, const struct dossier_new *,
	    struct dossier **out);

/* Screening. Each refuses ERR_CONFLICT when there is a verdict already. */
enum err dossier_accept(struct ctx *, struct dossier *, const char *type,
	    const char *title, int64_t scope, int64_t lead);
enum err dossier_solve(struct ctx *, struct dossier *, const char *result);
enum err dossier_decline(struct ctx *, struct dossier *, const char *reason,
	    const char *alternatives);

/* Changes title, risk, fields. version is the one the form was made from:
 * ERR_CONFLICT when another saved meanwhile. */
struct dossier_change {
	const char *title;
	int risk;
	const struct value *values;
	int64_t version;
	const char *why;
};
enum err dossier_change(struct ctx *, struct dossier *,
	    const struct dossier_change *);
/* Any phase of the type, forward or back; a reason is required. */
enum err dossier_move(struct ctx *, struct dossier *, const char *phase,
	    const char *reason);
enum err dossier_wait(struct ctx *, struct dossier *, const char *reason);
enum err dossier_resume(struct ctx *, struct dossier *, const char *reason);
/* ERR_INVALID while a task is open: cx->why names them. */
enum err dossier_close(struct ctx *, struct dossier *, const char *outcome,
	    const char *reason);
enum err dossier_reopen(struct ctx *, struct dossier *, const char *reason);
/* Other team of the same type, other lead; the receiver need not have
 * rights before. */
enum err dossier_hand_over(struct ctx *, struct dossier *, int64_t scope,
	    int64_t lead, const char *reason);
enum err dossier_note(struct ctx *, struct dossier *, const char *text);

/* The time line, newest first by (happened, id). kind: "" all, else the
 * beginning of kinds; after: 0 or the last page's last event. */
struct timeline_filter {
	const char *kinds;	/* "note" "task" "document" "phase" "" ... */
	int64_t actor;
	int64_t from, until;
	int64_t after_happened, after_id;
	int limit;		/* 0: all */
};
enum err dossier_timeline(struct ctx *, const struct dossier *,
	    const struct timeline_filter *, struct event **out);

#endif
