/* SPDX-License-Identifier: MIT */
#ifndef DOMAIN_IMPORT_SCOPE_H
#define DOMAIN_IMPORT_SCOPE_H

#include "base/ctx.h"
#include "store/store_import.h"

/* The team of that name or code; NULL: the one that handles the type, of
 * several the one that leads it. ERR_INVALID names the choice. */
enum err import_scope(struct ctx *, const char *type, const char *named,
	    struct store_import_scope **out);

#endif
