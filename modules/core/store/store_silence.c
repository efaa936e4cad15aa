/* SPDX-License-Identifier: MIT */
/* What a dossier's silence is made of. */
#include "store/store_silence.h"

#include "store/db.h"
#include "store/store_task.h"

enum err
store_silence_get(struct ctx *cx, const struct dossier *d,
    struct store_silence *out)
{
	/* opened: the predicate held; of notes the moment alone */
	static const char sql[] =
	    "SELECT s.since, s.cause, s.undated, s.told,"
	    "       (SELECT max(n.written) FROM note n WHERE n.dossier = $1"
	    "          AND n.contact <> '' AND n.compartment = 0),"
	    "       (SELECT max(a.received) FROM arrival a"
	    "         WHERE a.dossier = $1),"
	    "       (SELECT max(CASE WHEN p.how <> '' THEN p.said"
	    "          ELSE p.made END) FROM promise p WHERE p.dossier = $1)"
	    "  FROM (SELECT 1 AS one) o LEFT JOIN silence s"
	    "    ON s.dossier = $1";
	struct db_rows q;
	int64_t other;
	int i;

	*out = (struct store_silence){ .cause = "" };
	db_query(cx, &q, sql, db_i(d->id));
	if (db_row(&q)) {
		out->since = db_int(&q);
		out->cause = db_text(&q);
		out->undated = db_int(&q);
		out->told = db_int(&q) != 0;
		out->contact = db_int(&q);
		for (i = 0; i < 2; i++)
			if ((other = db_int(&q)) > out->contact)
				out->contact = other;
	}
	return db_end(&q);
}

enum err
store_silence_save(struct ctx *cx, const struct dossier *d,
    const struct store_silence *s, int64_t tells)
{
	/* opened: the predicate held */
	static const char row[] =
	    "UPDATE dossier SET quiet = $2, heard = $3 WHERE id = $1";
	static const char sql[] =
	    "INSERT INTO silence (dossier, since, cause, undated, told,"
	    "    tells) VALUES ($1, $2, $3, $4, $5, $6)"
	    " ON CONFLICT (dossier) DO UPDATE SET since = excluded.since,"
	    "    cause = excluded.cause, undated = excluded.undated,"
	    "    told = excluded.told, tells = excluded.tells";
	enum err e;

	if ((e = db_run(cx, row, db_i(d->id),
	    db_i(store_task_stored(d->quiet)), db_i0(d->heard))) != OK)
		return e;
	return db_run(cx, sql, db_i(d->id), db_i(s->since), db_t(s->cause),
	    db_i0(s->undated), db_i(s->told),
	    db_i(store_task_stored(tells)));
}

enum err
store_silence_contact(struct ctx *cx, const struct dossier *d,
    struct store_silence_contact *out)
{
	/* opened: the predicate held; protected notes are no contact */
	static const char sql[] =
	    "SELECT c.at, c.no, c.medium, p.name FROM"
	    "  (SELECT n.written AS at, n.no AS no, n.contact AS medium,"
	    "     n.author AS author FROM note n WHERE n.dossier = $1"
	    "     AND n.contact <> '' AND n.compartment = 0"
	    "   UNION ALL SELECT a.received, 0, a.medium, NULL"
	    "     FROM arrival a WHERE a.dossier = $1"
	    "   UNION ALL SELECT w.made, 0, w.medium, w.made_by"
	    "     FROM promise w WHERE w.dossier = $1"
	    "   UNION ALL SELECT w.said, 0, w.how, w.said_by"
	    "     FROM promise w WHERE w.dossier = $1 AND w.how <> '') c"
	    "  LEFT JOIN person p ON p.id = c.author"
	    " ORDER BY c.at DESC, c.no DESC LIMIT 1";
	struct db_rows q;

	*out = (struct store_silence_contact){ .medium = "", .author = "" };
	db_query(cx, &q, sql, db_i(d->id));
	if (db_row(&q)) {
		out->at = db_int(&q);
		out->no = db_int(&q);
		out->medium = db_text(&q);
		out->author = db_text(&q);
	}
	return db_end(&q);
}

enum err
store_silence_tell(struct ctx *cx, const struct dossier *d)
{
	/* opened: by the clock, for those who may see it */
	static const char sql[] =
	    "INSERT INTO outbox (person, dossier, no, queued, due, kind)"
	    " SELECT f.person, $1, 0, $now, $now, 'silence'"
	    STORE_DEADLINE_THOSE;

	return db_run(cx, sql, db_i(d->id), db_i(d->lead == 0),
	    db_i(d->lead), db_i(d->restricted), db_i(d->scope));
}

enum err
store_silence_due(struct ctx *cx, struct store_deadline_at *out, int limit,
    int *n)
{
	/* reach: the clock, for all */
	static const char sql[] = DB_REACH
	    "SELECT s.dossier FROM silence s"
	    " WHERE s.tells <= $now AND s.tells < 253402300799"
	    " ORDER BY s.tells, s.dossier LIMIT $1";
	struct db_rows q;

	*n = 0;
	db_query(cx, &q, sql, db_i(limit));
	while (db_row(&q) && *n < limit)
		out[(*n)++] = (struct store_deadline_at){ db_int(&q), 0 };
	return db_end(&q);
}
