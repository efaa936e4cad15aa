/* SPDX-License-Identifier: MIT */
/* Table job. */
#include "store/store_job.h"

#include "store/db.h"

#define JOB								\
	"SELECT name, host, run, started, until, ended, good, ok, said, mark" \
	"  FROM job"

static enum err
read_jobs(struct ctx *cx, struct db_rows *q, struct job **out)
{
	struct job **tail = out, *j;

	for (*out = NULL; db_row(q); tail = &j->next) {
		*tail = j = arena_alloc(cx->arena, sizeof(*j));
		j->name = db_text(q);
		j->host = db_text(q);
		j->run = db_int(q);
		j->started = db_int(q);
		j->until = db_int(q);
		j->ended = db_int(q);
		j->good = db_int(q);
		j->ok = db_int(q) != 0;
		j->said = db_text(q);
		j->mark = db_int(q);
	}
	return db_end(q);
}

enum err
store_job_list(struct ctx *cx, struct job **out)
{
	static const char sql[] = JOB " ORDER BY name";
	struct db_rows q;

	db_query(cx, &q, sql);
	return read_jobs(cx, &q, out);
}

enum err
store_job_find(struct ctx *cx, const char *name, struct job **out)
{
	static const char sql[] = JOB " WHERE name = $1";
	struct db_rows q;

	db_query(cx, &q, sql, db_t(name));
	return read_jobs(cx, &q, out);
}

static enum err
make(struct ctx *cx, const char *name)
{
	static const char sql[] =
	    "INSERT INTO job (name) VALUES ($1) ON CONFLICT DO NOTHING";

	return db_run(cx, sql, db_t(name));
}

enum err
store_job_take(struct ctx *cx, const char *name, const char *host,
    int seconds, int longest, int64_t *run)
{
	static const char sql[] =
	    "UPDATE job SET run = run + 1, host = $2, started = $3,"
	    "       until = $4, ended = NULL"
	    " WHERE name = $1"
	    "   AND (until IS NULL OR until <= $3 OR until > $5)"
	    " RETURNING run";
	struct db_rows q;
	enum err e;

	*run = 0;
	if ((e = make(cx, name)) != OK)
		return e;
	db_query(cx, &q, sql, db_t(name), db_t(host), db_i(cx->now),
	    db_i(cx->now + seconds), db_i(cx->now + longest));
	if (db_row(&q))
		*run = db_int(&q);
	return db_end(&q);
}

enum err
store_job_hold(struct ctx *cx, const char *name, int64_t run, int seconds,
    bool *held)
{
	static const char sql[] =
	    "UPDATE job SET until = $3"
	    " WHERE name = $1 AND run = $2 AND until IS NOT NULL";
	int64_t n;
	enum err e = db_change(cx, &n, sql, db_t(name), db_i(run),
	    db_i(cx->now + seconds));

	*held = e == OK && n == 1;
	return e;
}

enum err
store_job_end(struct ctx *cx, const struct job *j, bool *held)
{
	static const char sql[] =
	    "UPDATE job SET until = NULL, ended = $3, ok = $4, said = $5,"
	    "       good = CASE WHEN $4 = 1 THEN $3 ELSE good END"
	    " WHERE name = $1 AND run = $2";
	int64_t n;
	enum err e = db_change(cx, &n, sql, db_t(j->name), db_i(j->run),
	    db_i(cx->now), db_i(j->ok), db_t(j->said));

	*held = e == OK && n == 1;
	return e;
}

enum err
store_job_note(struct ctx *cx, const struct job *j)
{
	static const char sql[] =
	    "UPDATE job SET run = run + 1, host = $2, started = $3,"
	    "       ended = $4, ok = $5, said = $6, mark = $7,"
	    "       good = CASE WHEN $5 = 1 THEN $4 ELSE good END"
	    " WHERE name = $1";
	enum err e;

	if ((e = make(cx, j->name)) != OK)
		return e;
	return db_run(cx, sql, db_t(j->name), db_t(j->host),
	    db_i(j->started), db_i(cx->now), db_i(j->ok), db_t(j->said),
	    db_i(j->mark));
}
