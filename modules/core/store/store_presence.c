/* SPDX-License-Identifier: MIT */
/* Who was at a dossier in the last minutes. */
#include "store/store_presence.h"

#include "store/db.h"
#include "store/store_person.h"

enum err
store_presence_others(struct ctx *cx, const struct dossier *d, int64_t since,
    struct person **out)
{
	/* opened: the predicate held */
	static const char sql[] =
	    "SELECT p.id, p.number, p.name"
	    "  FROM presence h JOIN person p ON p.id = h.viewer"
	    " WHERE h.dossier = $1 AND h.seen >= $2 AND h.seen <= $now"
	    "   AND h.viewer <> $viewer"
	    " ORDER BY h.seen DESC, p.id";
	struct db_rows q;

	db_query(cx, &q, sql, db_i(d->id), db_i(since));
	return store_person_name_rows(cx, &q, out);
}

enum err
store_presence_own(struct ctx *cx, const struct dossier *d, int64_t *there,
    int64_t *anywhere)
{
	static const char sql[] =
	    "SELECT coalesce((SELECT h.seen FROM presence h"
	    "    WHERE h.dossier = $1 AND h.viewer = $viewer), 0),"
	    "  coalesce((SELECT max(h.seen) FROM presence h"
	    "    WHERE h.viewer = $viewer), 0)";
	struct db_rows q;

	*there = *anywhere = 0;
	db_query(cx, &q, sql, db_i(d->id));
	if (db_row(&q)) {
		*there = db_int(&q);
		*anywhere = db_int(&q);
	}
	return db_end(&q);
}

enum err
store_presence_note(struct ctx *cx, int64_t dossier, int64_t before)
{
	static const char sweep[] =
	    "DELETE FROM presence WHERE viewer = $viewer"
	    "   AND (seen < $1 OR seen > $now)";
	static const char note[] =
	    "INSERT INTO presence (dossier, viewer, seen)"
	    " VALUES ($1, $viewer, $now)"
	    " ON CONFLICT (dossier, viewer) DO UPDATE SET seen = $now";
	enum err e;

	if ((e = db_run(cx, sweep, db_i(before))) != OK)
		return e;
	return db_run(cx, note, db_i(dossier));
}

enum err
store_presence_sweep(struct ctx *cx, int64_t before)
{
	static const char sql[] = "DELETE FROM presence WHERE seen < $1";

	return db_run(cx, sql, db_i(before));
}
