/* SPDX-License-Identifier: MIT */
/* Table purpose. */
#include "store/store_purpose.h"

#include "base/digest.h"
#include "store/db.h"

enum err
store_purpose_find(struct ctx *cx, const struct dossier *d,
    struct store_purpose *out)
{
	/* opened: the predicate held
	 * whole: it says of a task only whose it is */
	static const char sql[] =
	    "SELECT c.purpose,"
	    "       CASE WHEN EXISTS (SELECT 1 FROM dossier l"
	    "           WHERE l.id = $1 AND l.lead IN ($viewer, $3))"
	    "         OR EXISTS (SELECT 1 FROM party y"
	    "           WHERE y.person IN ($viewer, $3) AND y.dossier = $1"
	    "             AND y.ended IS NULL"
	    "             AND y.role NOT IN ('patient', 'requester'))"
	    "         OR EXISTS (SELECT 1 FROM task t"
	    "           WHERE t.owner IN ($viewer, $3) AND t.dossier = $1"
	    "             AND t.done IS NULL)"
	    "         THEN 1 ELSE 0 END,"
	    "       coalesce((SELECT u.code FROM purpose u"
	    "         WHERE u.session = $2 AND u.dossier = $1"
	    "           AND u.until > $now), '')"
	    "  FROM compartment c WHERE c.id = $4";
	struct db_rows q;

	*out = (struct store_purpose){ .code = "" };
	db_query(cx, &q, sql, db_i(d->id), db_b(cx->session, DIGEST_SIZE),
	    db_i(d->for_whom), db_i(d->compartment));
	if (db_row(&q)) {
		out->asked = db_int(&q) != 0;
		out->team = db_int(&q) != 0;
		out->code = db_text(&q);
	}
	return db_end(&q);
}

enum err
store_purpose_put(struct ctx *cx, const struct dossier *d, const char *code,
    const char *words, int64_t until)
{
	static const char sweep[] = "DELETE FROM purpose WHERE until <= $now";
	static const char sql[] =
	    "INSERT INTO purpose (session, dossier, code, words, until)"
	    " VALUES ($1, $2, $3, $4, $5)"
	    " ON CONFLICT (session, dossier) DO UPDATE"
	    "    SET code = excluded.code, words = excluded.words,"
	    "        until = excluded.until";
	enum err e;

	if ((e = db_run(cx, sweep)) != OK)
		return e;
	return db_run(cx, sql, db_b(cx->session, DIGEST_SIZE), db_i(d->id),
	    db_t(code), db_t(words), db_i(until));
}
