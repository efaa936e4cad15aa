/* SPDX-License-Identifier: MIT */
/* Two records of one human become one. */
#include "base/count.h"
#include "store/db.h"
#include "store/store_person.h"

enum err
store_person_merge_into(struct ctx *cx, const char *number, const char **out)
{
	static const char sql[] =
	    "SELECT i.number FROM person p JOIN person i ON i.id = p.merged"
	    " WHERE p.number = $1";
	struct db_rows q;

	db_query(cx, &q, sql, db_t(number));
	*out = db_row(&q) ? db_text(&q) : "";
	return db_end(&q);
}

/* Roles that both have on a dossier are one from now on. */
static enum err
end_doubles(struct ctx *cx, int64_t from, int64_t into)
{
	/* reach: the records are one for everybody; shows nothing */
	static const char sql[] =
	    DB_REACH "UPDATE party SET ended = $now"
	    " WHERE person = $1 AND ended IS NULL AND EXISTS"
	    "  (SELECT 1 FROM party o WHERE o.person = $2"
	    "      AND o.dossier = party.dossier AND o.role = party.role"
	    "      AND o.ended IS NULL)";

	return db_run(cx, sql, db_i(from), db_i(into));
}

static enum err
repoint(struct ctx *cx, int64_t from, int64_t into)
{
	/* reach: the records are one for everybody; shows nothing */
	static const char *const sql[] = {
		DB_REACH "UPDATE promise SET person = $2 WHERE person = $1",
		DB_REACH "UPDATE service SET person = $2 WHERE person = $1",
		DB_REACH "UPDATE party SET person = $2 WHERE person = $1",
		DB_REACH "UPDATE exchange SET person = $2 WHERE person = $1",
		DB_REACH "UPDATE share SET person = $2 WHERE person = $1",
		DB_REACH "UPDATE consent SET person = $2 WHERE person = $1",
		DB_REACH "UPDATE consent SET signer = $2 WHERE signer = $1",
		(DB_REACH "UPDATE consent SET receiver = $2"
		" WHERE receiver = $1"),
		(DB_REACH "UPDATE consent SET ended_by = $2"
		" WHERE ended_by = $1"),
		(DB_REACH "UPDATE dossier SET requester = $2"
		" WHERE requester = $1 AND id IN"
		"  (SELECT y.dossier FROM party y WHERE y.person = $2)"),
		"UPDATE import_person SET person = $2 WHERE person = $1",
		"UPDATE wall SET party = $2 WHERE party = $1",
		/* whoever provided under both provides as the one */
		("UPDATE provider SET person = $2 WHERE person = $1"
		"   AND NOT EXISTS (SELECT 1 FROM provider o"
		"     WHERE o.person = $2)"),
		(DB_REACH "UPDATE referral SET provider ="
		"   (SELECT o.id FROM provider o WHERE o.person = $2)"
		" WHERE provider IN"
		"   (SELECT o.id FROM provider o WHERE o.person = $1)"),
		("UPDATE provider SET ended = coalesce(ended, $now)"
		" WHERE person = $1 AND person <> $2"),
		("UPDATE person SET merged = $2"
		" WHERE merged IS NOT NULL AND merged = $1")
	};
	size_t i;
	enum err e = OK;

	for (i = 0; i < COUNT(sql) && e == OK; i++)
		e = db_run(cx, sql[i], db_i(from), db_i(into));
	return e;
}

enum err
store_person_merge(struct ctx *cx, const struct person *from,
    const struct person *into)
{
	static const char forget[] =
	    "DELETE FROM person_word WHERE person = $1";
	static const char sql[] =
	    "UPDATE person SET merged = $2, name_key = '', email_key = '',"
	    "       phone_key = '', version = version + 1 WHERE id = $1";
	enum err e;

	if ((e = end_doubles(cx, from->id, into->id)) != OK ||
	    (e = repoint(cx, from->id, into->id)) != OK ||
	    (e = db_run(cx, forget, db_i(from->id))) != OK)
		return e;
	return db_run(cx, sql, db_i(from->id), db_i(into->id));
}
