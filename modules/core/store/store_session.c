/* SPDX-License-Identifier: MIT */
/* Tables session and session_key. */
#include "store/store_session.h"

#include "store/db.h"

#define SKEW 60		/* seconds that two hosts may disagree */

enum err
store_session_add(struct ctx *cx, const struct visit *v)
{
	static const char sql[] =
	    "INSERT INTO session (hash, person, created, used)"
	    " VALUES ($1, $2, $3, $4)";

	return db_run(cx, sql, db_b(v->hash, sizeof(v->hash)),
	    db_i(v->person), db_i(v->created), db_i(v->used));
}

enum err
store_session_find(struct ctx *cx, struct visit *v)
{
	static const char sql[] =
	    "SELECT w.number, f.person, s.created, s.used, s.ended,"
	    "       CASE WHEN f.directory_id IS NULL THEN 253402300799"
	    "         ELSE f.checked END"
	    "  FROM (SELECT max(number) AS number FROM version) w"
	    "  LEFT JOIN session s ON s.hash = $1"
	    "  LEFT JOIN staff f ON f.person = s.person AND f.enabled = 1";
	struct db_rows q;
	bool found;
	enum err e;

	db_query(cx, &q, sql, db_b(v->hash, sizeof(v->hash)));
	if ((found = db_row(&q))) {
		v->schema = db_int(&q);
		found = !db_is_null(&q);
		v->person = db_int(&q);
		v->created = db_int(&q);
		v->used = db_int(&q);
		v->ended = db_int(&q);
		v->checked = db_int(&q);
	}
	if ((e = db_end(&q)) != OK)
		return e;
	return found ? OK : ERR_MISSING;
}

enum err
store_session_use(struct ctx *cx, const struct visit *v, int64_t when)
{
	static const char sql[] =
	    "UPDATE session SET used = $2,"
	    "   created = CASE WHEN created > $2 THEN $2 ELSE created END"
	    " WHERE hash = $1 AND (used < $2 OR used > $3)";

	return db_run(cx, sql, db_b(v->hash, sizeof(v->hash)), db_i(when),
	    db_i(when + SKEW));
}

enum err
store_session_end(struct ctx *cx, const struct visit *v, int64_t when)
{
	static const char sql[] =
	    "UPDATE session SET ended = $2"
	    " WHERE hash = $1 AND ended IS NULL";

	return db_run(cx, sql, db_b(v->hash, sizeof(v->hash)), db_i(when));
}

enum err
store_session_end_all(struct ctx *cx, int64_t person, int64_t when)
{
	static const char sql[] =
	    "UPDATE session SET ended = $2"
	    " WHERE person = $1 AND ended IS NULL";

	return db_run(cx, sql, db_i(person), db_i(when));
}

/* Keys go with time alone: they outlive the session that made them. */
static enum err
sweep_keys(struct ctx *cx, int64_t before)
{
	static const char sql[] =
	    "DELETE FROM session_key WHERE used < $1";

	return db_run(cx, sql, db_i(before));
}

enum err
store_session_sweep(struct ctx *cx, int64_t before)
{
	static const char sql[] =
	    "DELETE FROM session WHERE used < $1";
	enum err e;

	if ((e = sweep_keys(cx, before)) != OK)
		return e;
	return db_run(cx, sql, db_i(before));
}

enum err
store_session_form(struct ctx *cx, struct visit_form *f)
{
	static const char sql[] =
	    "SELECT content, redirect, notice"
	    "  FROM session_key WHERE key = $1";
	struct db_rows q;
	bool found;
	enum err e;

	db_query(cx, &q, sql, db_b(f->key, sizeof(f->key)));
	if ((found = db_row(&q))) {
		db_hash(&q, f->content);
		f->redirect = db_text(&q);
		f->notice = db_text(&q);
	}
	if ((e = db_end(&q)) != OK)
		return e;
	return found ? OK : ERR_MISSING;
}

enum err
store_session_form_add(struct ctx *cx, const struct visit *v,
    const struct visit_form *f, int64_t when)
{
	static const char sql[] =
	    "INSERT INTO session_key"
	    "   (key, session, content, redirect, notice, used)"
	    " VALUES ($1, $2, $3, $4, $5, $6)";

	return db_run(cx, sql, db_b(f->key, sizeof(f->key)),
	    db_b(v->hash, sizeof(v->hash)),
	    db_b(f->content, sizeof(f->content)), db_t(f->redirect),
	    db_t(f->notice), db_i(when));
}
