/* SPDX-License-Identifier: MIT */
#ifndef DOMAIN_WALL_H
#define DOMAIN_WALL_H

#include "base/ctx.h"
#include "model/dossier.h"
#include "model/wall.h"

/*
 * Walls: somebody of the staff, or a group of it, is kept from a dossier, or
 * from all in which a person of the register has (or had) a role; from a
 * moment until another, with a reason. A wall beats every right, emergency
 * access included. Auditors set and lift them, and whoever manages a dossier
 * those of that dossier; nobody does it around themselves. None is deleted.
 */
struct wall_new {
	int64_t staff;		/* one of these two */
	const char *label;	/* "" none */
	struct dossier *d;	/* and one of these, opened */
	int64_t party;
	const char *reason;
	int64_t begins, ends;	/* 0: now, and until it is lifted */
};
/* Fields: staff, label, dossier, party, reason, begins, ends. */
enum err wall_set(struct ctx *, const struct wall_new *, struct wall **out);
/* Field: remark. It ends at once. d: the opened one that it is of, or NULL. */
enum err wall_lift(struct ctx *, const struct wall *, struct dossier *,
	    const char *remark);

/* For auditors; text: part of a name or group. ERR_MISSING. */
enum err wall_list(struct ctx *, const char *text, bool over,
	    const char *after, int limit, struct wall **out);
enum err wall_open(struct ctx *, const char *number, struct wall **out);
/* What people still have in hand on dossiers that they must not see. */
enum err wall_held(struct ctx *, struct wall_held **out);
/* Of an opened dossier, for who manages it. */
enum err wall_of(struct ctx *, const struct dossier *, struct wall **out);
enum err wall_of_open(struct ctx *, const struct dossier *,
	    const char *number, struct wall **out);
/* Groups that a wall can be around, but those of the viewer. */
struct wall_group {
	struct wall_group *next;
	const char *label;
};
enum err wall_groups(struct ctx *, struct wall_group **out);

/* Refuses the field for somebody who may not work on a dossier: with the
 * wall and since when to whom may know, else without. */
enum err wall_check_refuse(struct ctx *, const struct dossier *,
	    const char *field, int64_t person, const char *name);
/* The conflict check when somebody gets a role on a dossier (NULL: on a new
 * one). Refuses the field. */
enum err wall_check(struct ctx *, const struct dossier *, const char *field,
	    int64_t party, const char *name);

/* Lets what begins and ends by itself act; after: the last time. */
enum err wall_follow(struct ctx *, int64_t after);

#endif
