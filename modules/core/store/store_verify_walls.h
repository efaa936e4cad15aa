/* SPDX-License-Identifier: MIT */
#ifndef STORE_VERIFY_WALLS_H
#define STORE_VERIFY_WALLS_H

#include "base/ctx.h"

/* Every wall, for the operator's check. */
struct store_verify_wall {
	struct store_verify_wall *next;
	const char *number;
	const char *staff, *party;	/* numbers of persons, "" none */
	const char *label, *reason, *remark;
	int64_t dossier;	/* row, 0 none */
	int64_t maker, lifter;
	int64_t begins, ends, lifted;	/* 0 none */
};
enum err store_verify_walls(struct ctx *, struct store_verify_wall **out);
/* Into whom a person of the register went when two were one: its number, or
 * that which was asked for. */
enum err store_verify_walls_party(struct ctx *, const char *number,
	    const char **out);

#endif
