/* SPDX-License-Identifier: MIT */
/* Table signin_failure. */
#include "store/store_signin.h"

#include "store/db.h"

enum err
store_signin_count(struct ctx *cx, const char *key, int64_t *count,
    int64_t *since)
{
	static const char sql[] =
	    "SELECT count, since FROM signin_failure WHERE key = $1";
	struct db_rows q;

	*count = *since = 0;
	db_query(cx, &q, sql, db_t(key));
	if (db_row(&q)) {
		*count = db_int(&q);
		*since = db_int(&q);
	}
	return db_end(&q);
}

enum err
store_signin_add(struct ctx *cx, const char *key, int64_t before)
{
	static const char sql[] =
	    "INSERT INTO signin_failure (key, count, since)"
	    " VALUES ($1, 1, $2)"
	    " ON CONFLICT (key) DO UPDATE SET"
	    "   count = CASE WHEN signin_failure.since < $3"
	    "     OR signin_failure.since > $2 THEN 1"
	    "     ELSE signin_failure.count + 1 END,"
	    "   since = CASE WHEN signin_failure.since < $3"
	    "     OR signin_failure.since > $2 THEN $2"
	    "     ELSE signin_failure.since END";

	return db_run(cx, sql, db_t(key), db_i(cx->now), db_i(before));
}

enum err
store_signin_take_back(struct ctx *cx, const char *key)
{
	static const char sql[] =
	    "UPDATE signin_failure SET count = count - 1"
	    " WHERE key = $1 AND count > 0";

	return db_run(cx, sql, db_t(key));
}

enum err
store_signin_forget(struct ctx *cx, const char *key)
{
	static const char sql[] =
	    "DELETE FROM signin_failure WHERE key = $1";

	return db_run(cx, sql, db_t(key));
}

enum err
store_signin_sweep(struct ctx *cx, int64_t before)
{
	static const char sql[] =
	    "DELETE FROM signin_failure WHERE since < $1";

	return db_run(cx, sql, db_i(before));
}
