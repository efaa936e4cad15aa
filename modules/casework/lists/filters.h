/* SPDX-License-Identifier: MIT */
#ifndef CASEWORK_FILTERS_H
#define CASEWORK_FILTERS_H

#include "domain/desk/queue.h"
#include "web/request.h"

/*
 * The filters of the queue: read from the address, shown as choices and as
 * words that can be taken away one by one. A choice that does not exist (a
 * bookmark of a team that is gone) finds nothing, and its word says so.
 */
#define LIST_FIELDS							\
	{ "type", FIELD_TEXT, .max = 60 },				\
	{ "type_version", FIELD_INT, .min = 0, .max = 1000000 },	\
	{ "status", FIELD_CHOICE, .choices = filters_statuses },	\
	{ "phase", FIELD_TEXT, .max = 60 },				\
	{ "risk", FIELD_INT, .min = 0, .max = 20 },			\
	{ "owner", FIELD_TEXT, .max = 200 },				\
	{ "team", FIELD_TEXT, .max = 200 },				\
	{ "overdue", FIELD_FLAG },					\
	{ "undated", FIELD_FLAG },					\
	{ "silent", FIELD_FLAG },					\
	{ "unscreened", FIELD_FLAG },					\
	{ "text", FIELD_TEXT, .max = 200 },				\
	{ "person", FIELD_TEXT, .max = 20 },				\
	{ "label", FIELD_TEXT, .max = 60 },				\
	{ "field", FIELD_TEXT, .max = 60 },				\
	{ "value", FIELD_TEXT, .max = 200 },				\
	{ "sort", FIELD_TEXT, .max = 20 },				\
	{ "columns", FIELD_TEXT, .max = 400 },				\
	{ "view", FIELD_TEXT, .max = 20 }
extern const char *const filters_statuses[];

enum err filters_typed(struct request *, struct queue_filter *out);
enum err filters_show(struct request *, const struct queue_filter *);

#define FILTERS_NONE INT64_MAX	/* of a choice that does not exist */
const struct casetype *filters_type(struct request *);	/* NULL: any */
const struct type_field *filters_field(struct request *);	/* NULL: none */

/* The address of the present filters but one; "" leaves all of them. */
const char *filters_address(struct request *, const char *without);
/* With the order, the columns and the view that it came from. */
const char *filters_here(struct request *);
/* "?status=...": tells a dossier's page the list that it was chosen from,
 * "?list=1" where that has no filters; and whether it was told. */
const char *filters_within(struct request *);
bool	 filters_given(struct request *);
/* The present filters and order as hidden fields: name, value. */
void	filters_keep(struct request *, const char *list, const char *name);
void	filters_carry(struct request *, const char *list, bool columns);
const char *filters_list(struct request *, const char *sort,
	    const char *columns);

#endif
