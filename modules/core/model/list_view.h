/* SPDX-License-Identifier: MIT */
#ifndef MODEL_LIST_VIEW_H
#define MODEL_LIST_VIEW_H

#include <stdbool.h>
#include <stdint.h>

/* A list that somebody keeps under a name. */
struct list_view {
	struct list_view *next;
	int64_t id;
	const char *number;	/* V-48392070, for addresses */
	const char *name;
	int64_t owner;		/* of the staff */
	const char *owner_name;
	int64_t team;		/* who shares it, 0 none */
	const char *team_code, *team_name;
	bool everybody;
	const char *query;	/* filters, order, columns as in addresses */
	int64_t version;
};

#endif
