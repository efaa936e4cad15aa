/* SPDX-License-Identifier: MIT */
#ifndef DOMAIN_CASETYPE_NAME_H
#define DOMAIN_CASETYPE_NAME_H

#include <stdbool.h>
#include <stdint.h>

#include "base/ctx.h"
#include "model/casetype.h"

/* What forms and events call a field: "f.CODE", in row 2 of its group
 * "f.CODE.2"; "f.GROUP" is the group itself, "f.GROUP.2" its row. */
const char *casetype_name(struct ctx *, const char *code, int64_t no);

struct casetype_named {
	const struct type_field *field;	/* NULL: the name of a group */
	const struct type_group *group;	/* NULL: the field stands alone */
	int64_t no;			/* 0: no row is named */
};
/* False where the type has nothing of this name. */
bool	 casetype_name_read(const struct casetype *, const char *name,
	    struct casetype_named *out);
/* What is changed as a whole with it: the row of a field in a group, else
 * the name itself. */
const char *casetype_name_unit(struct ctx *, const struct casetype *,
	    const char *name);

#endif
