/* SPDX-License-Identifier: MIT */
/* Requests half written. */
#include "store/store_draft.h"

#include "store/db.h"

#define SHOWN 50

/* Of number, type, title and content; *kept when it was the viewer's. */
static enum err
write_draft(struct ctx *cx, const char *sql, const struct store_draft *d,
    bool *kept)
{
	int64_t n;
	enum err e = db_change(cx, &n, sql, db_t(d->number), db_t(d->type),
	    db_t(d->title), db_t(d->content));

	*kept = e == OK && n == 1;
	return e;
}

enum err
store_draft_save(struct ctx *cx, const struct store_draft *d, bool *kept)
{
	static const char sql[] =
	    "UPDATE draft SET type = $2, title = $3, content = $4,"
	    "       kept = $now"
	    " WHERE number = $1 AND owner = $viewer";

	return write_draft(cx, sql, d, kept);
}

enum err
store_draft_add(struct ctx *cx, const struct store_draft *d, bool *kept)
{
	static const char sql[] =
	    "INSERT INTO draft (number, owner, type, title, content, kept)"
	    " VALUES ($1, $viewer, $2, $3, $4, $now)"
	    " ON CONFLICT (number) DO NOTHING";

	return write_draft(cx, sql, d, kept);
}

static enum err
drafts_of(struct ctx *cx, struct db_rows *q, struct store_draft **out)
{
	struct store_draft **tail = out, *d;

	*out = NULL;
	while (db_row(q)) {
		d = arena_alloc(cx->arena, sizeof(*d));
		d->number = db_text(q);
		d->type = db_text(q);
		d->title = db_text(q);
		d->content = db_text(q);
		d->kept = db_int(q);
		*tail = d;
		tail = &d->next;
	}
	return db_end(q);
}

enum err
store_draft_find(struct ctx *cx, const char *number,
    struct store_draft **out)
{
	static const char sql[] =
	    "SELECT number, type, title, content, kept FROM draft"
	    " WHERE number = $1 AND owner = $viewer";
	struct db_rows q;

	db_query(cx, &q, sql, db_t(number));
	return drafts_of(cx, &q, out);
}

enum err
store_draft_list(struct ctx *cx, int64_t since, struct store_draft **out)
{
	static const char sql[] =
	    "SELECT number, type, title, '', kept FROM draft"
	    " WHERE owner = $viewer AND kept >= $1"
	    " ORDER BY kept DESC LIMIT $2";
	struct db_rows q;

	db_query(cx, &q, sql, db_i(since), db_i(SHOWN));
	return drafts_of(cx, &q, out);
}

enum err
store_draft_drop(struct ctx *cx, const char *number)
{
	static const char sql[] =
	    "DELETE FROM draft WHERE number = $1 AND owner = $viewer";

	return db_run(cx, sql, db_t(number));
}

enum err
store_draft_sweep(struct ctx *cx, int64_t before)
{
	static const char sql[] = "DELETE FROM draft WHERE kept < $1";

	return db_run(cx, sql, db_i(before));
}
