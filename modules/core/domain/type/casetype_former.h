/* SPDX-License-Identifier: MIT */
#ifndef DOMAIN_CASETYPE_FORMER_H
#define DOMAIN_CASETYPE_FORMER_H

#include "base/ctx.h"
#include "model/casetype.h"
#include "model/dossier.h"

/*
 * Values that a dossier keeps from an earlier version of its type, which had
 * fields that the present one lacks.
 */
struct casetype_former {
	struct casetype_former *next;
	const struct value *value;
	const struct type_field *field;
	int version;		/* the newest that has it */
};
/* In the order of the values; those that no version knows are left out.
 * NULL, and nothing is read, where the type knows them all. */
enum err casetype_former(struct ctx *, const struct casetype *,
	    const struct value *, struct casetype_former **out);

#endif
