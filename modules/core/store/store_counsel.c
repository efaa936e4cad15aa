/* SPDX-License-Identifier: MIT */
/* Table counsel. */
#include "store/store_counsel.h"

#include "store/db.h"

enum err
store_counsel_list(struct ctx *cx, const struct dossier *d,
    struct counsel **out)
{
	/* opened: the predicate held */
	static const char sql[] =
	    "SELECT y.no, z.no, p.name, q.name, q.number, x.added"
	    "  FROM party y JOIN counsel x ON x.client = y.id"
	    "  JOIN party z ON z.id = x.counsel"
	    "  JOIN person p ON p.id = y.person"
	    "  JOIN person q ON q.id = z.person"
	    " WHERE y.dossier = $1 AND z.dossier = $1 AND x.ended IS NULL"
	    "   AND y.ended IS NULL AND z.ended IS NULL"
	    " ORDER BY y.no, x.id";
	struct db_rows q;
	struct counsel *c;

	*out = NULL;
	db_query(cx, &q, sql, db_i(d->id));
	while (db_row(&q)) {
		c = arena_alloc(cx->arena, sizeof(*c));
		c->client = db_int(&q);
		c->counsel = db_int(&q);
		c->client_name = db_text(&q);
		c->counsel_name = db_text(&q);
		c->counsel_number = db_text(&q);
		c->added = db_int(&q);
		*out = c;
		out = &c->next;
	}
	return db_end(&q);
}

enum err
store_counsel_add(struct ctx *cx, const struct party *client,
    const struct party *counsel)
{
	/* opened: the dossier of both was */
	static const char sql[] =
	    "INSERT INTO counsel (client, counsel, added)"
	    " VALUES ($1, $2, $now)";

	return db_run(cx, sql, db_i(client->id), db_i(counsel->id));
}

enum err
store_counsel_end(struct ctx *cx, const struct party *client,
    const struct party *counsel, int64_t *ended)
{
	/* opened: the dossier of both was */
	static const char sql[] =
	    "UPDATE counsel SET ended = $now"
	    " WHERE client = $1 AND counsel = $2 AND ended IS NULL";

	return db_change(cx, ended, sql, db_i(client->id),
	    db_i(counsel->id));
}

/* The row of the same person in the same role there, or the row itself. */
#define SAME(which)							\
	" coalesce((SELECT z.id FROM party y JOIN party z"		\
	"   ON z.dossier = $2 AND z.person = y.person"			\
	"     AND z.role = y.role AND z.ended IS NULL"			\
	"   WHERE y.id = counsel." which " AND y.ended IS NULL),"	\
	"   counsel." which ")"

enum err
store_counsel_pass(struct ctx *cx, const struct dossier *from,
    const struct dossier *into)
{
	/* opened: the predicate held for both */
	static const char sql[] =
	    "UPDATE counsel SET client =" SAME("client") ","
	    "       counsel =" SAME("counsel")
	    " WHERE ended IS NULL AND client IN"
	    "    (SELECT y.id FROM party y WHERE y.dossier = $1)"
	    "   AND" SAME("client") " <>" SAME("counsel")
	    "   AND NOT EXISTS (SELECT 1 FROM counsel o"
	    "     WHERE o.client =" SAME("client")
	    "       AND o.counsel =" SAME("counsel")
	    "       AND o.ended IS NULL AND o.id <> counsel.id)";

	return db_run(cx, sql, db_i(from->id), db_i(into->id));
}
