/* SPDX-License-Identifier: MIT */
/* Requests half written. */
#include "domain/desk/draft.h"

#include "base/day.h"
#include "domain/spine/dossier_number.h"
#include "store/store_draft.h"
#include "text/fold.h"
#include "text/message.h"

#define DAYS 30		/* that one is kept without a change */

enum err
draft_keep(struct ctx *cx, const char *number, const char *type,
    const char *title, const struct json_pair *fields, const char **out)
{
	struct store_draft d = { .number = number, .type = type,
	    .title = fold_tidy(cx->arena, title, false) };
	bool kept = false;
	enum err e;
	int i;

	if ((d.content = json_write(cx->arena, fields)) == NULL)
		return refuse(cx, ERR_REQUEST, "%s",
		    _("What was sent is not text in UTF-8."));
	if ((e = store_draft_save(cx, &d, &kept)) != OK)
		return e;
	for (i = 0; i < DOSSIER_NUMBER_TRIES && !kept; i++) {
		d.number = dossier_number_draft(cx);
		if ((e = store_draft_add(cx, &d, &kept)) != OK)
			return e;
	}
	*out = d.number;
	return kept ? OK : dossier_number_none(cx);
}

enum err
draft_open(struct ctx *cx, const char *number, struct draft **out)
{
	struct store_draft *row;
	struct draft *d;
	enum err e;

	*out = NULL;
	if ((e = store_draft_find(cx, number, &row)) != OK)
		return e;
	if (row == NULL)
		return refuse(cx, ERR_MISSING, "%s", _("This draft is gone: "
		    "it was registered, discarded, or older than 30 days."));
	d = arena_alloc(cx->arena, sizeof(*d));
	*d = (struct draft){ .number = row->number, .type = row->type,
	    .title = row->title, .kept = row->kept,
	    .fields = json_read(cx->arena, row->content) };
	*out = d;
	return OK;
}

enum err
draft_list(struct ctx *cx, struct draft **out)
{
	struct draft **tail = out, *d;
	struct store_draft *row;
	enum err e;

	*out = NULL;
	if ((e = store_draft_list(cx, cx->now - DAYS * DAY, &row)) != OK)
		return e;
	for (; row != NULL; row = row->next) {
		d = arena_alloc(cx->arena, sizeof(*d));
		*d = (struct draft){ .number = row->number,
		    .type = row->type, .title = row->title,
		    .kept = row->kept };
		*tail = d;
		tail = &d->next;
	}
	return OK;
}

enum err
draft_discard(struct ctx *cx, const char *number)
{
	return store_draft_drop(cx, number);
}

enum err
draft_sweep(struct ctx *cx)
{
	return store_draft_sweep(cx, cx->now - DAYS * DAY);
}
