/* SPDX-License-Identifier: MIT */
/* Table feed. */
#include "store/store_feed.h"

#include "store/db.h"

static enum err
take(struct db_rows *q, struct store_feed *out)
{
	*out = (struct store_feed){ 0 };
	if (db_row(q)) {
		out->person = db_int(q);
		out->titles = db_int(q) != 0;
		out->made = db_int(q);
	}
	return db_end(q);
}

enum err
store_feed_of(struct ctx *cx, int64_t person, struct store_feed *out)
{
	static const char sql[] =
	    "SELECT person, titles, made FROM feed WHERE person = $1";
	struct db_rows q;

	db_query(cx, &q, sql, db_i(person));
	return take(&q, out);
}

enum err
store_feed_find(struct ctx *cx, const unsigned char hash[DIGEST_SIZE],
    struct store_feed *out)
{
	static const char sql[] =
	    "SELECT person, titles, made FROM feed WHERE hash = $1";
	struct db_rows q;

	db_query(cx, &q, sql, db_b(hash, DIGEST_SIZE));
	return take(&q, out);
}

enum err
store_feed_put(struct ctx *cx, const struct store_feed *f,
    const unsigned char hash[DIGEST_SIZE])
{
	static const char sql[] =
	    "INSERT INTO feed (person, hash, titles, made)"
	    " VALUES ($1, $2, $3, $now) ON CONFLICT (person) DO UPDATE"
	    "    SET hash = excluded.hash, titles = excluded.titles,"
	    "        made = excluded.made";

	return db_run(cx, sql, db_i(f->person), db_b(hash, DIGEST_SIZE),
	    db_i(f->titles));
}

enum err
store_feed_drop(struct ctx *cx, int64_t person)
{
	static const char sql[] = "DELETE FROM feed WHERE person = $1";

	return db_run(cx, sql, db_i(person));
}
