/* SPDX-License-Identifier: MIT */
/* Table unmasked. */
#include "store/store_unmask.h"

#include "base/digest.h"
#include "store/db.h"

enum err
store_unmask_holds(struct ctx *cx, const struct dossier *d, bool *out)
{
	static const char sql[] =
	    "SELECT 1 FROM unmasked"
	    " WHERE session = $1 AND dossier = $2 AND until > $now";
	struct db_rows q;

	db_query(cx, &q, sql, db_b(cx->session, DIGEST_SIZE), db_i(d->id));
	*out = db_row(&q);
	return db_end(&q);
}

enum err
store_unmask_add(struct ctx *cx, const struct dossier *d, int64_t until)
{
	static const char sweep[] = "DELETE FROM unmasked WHERE until <= $now";
	static const char sql[] =
	    "INSERT INTO unmasked (session, dossier, until)"
	    " VALUES ($1, $2, $3)"
	    " ON CONFLICT (session, dossier) DO UPDATE"
	    "    SET until = excluded.until";
	enum err e;

	if ((e = db_run(cx, sweep)) != OK)
		return e;
	return db_run(cx, sql, db_b(cx->session, DIGEST_SIZE), db_i(d->id),
	    db_i(until));
}
