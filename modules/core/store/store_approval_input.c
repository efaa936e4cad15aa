/* SPDX-License-Identifier: MIT */
/* The table approval_input, and what it is filled from. */
#include "store/store_approval_input.h"

#include "store/db.h"

enum err
store_approval_input_log(struct ctx *cx, const struct dossier *d,
    struct store_approval_input **out)
{
	/* reach: opened; who wrote what does not depend on who asks */
	static const char sql[] = DB_REACH
	    "SELECT h.actor, m.body"
	    "  FROM event h JOIN event_body m ON m.event = h.id"
	    " WHERE h.dossier = $1 AND h.actor IS NOT NULL"
	    "   AND h.kind <> 'act.undone'"
	    "   AND (m.body LIKE '%\"f.%' OR m.body LIKE '%\"risk\"%')"
	    " ORDER BY h.seq DESC";
	struct store_approval_input *i;
	struct db_rows q;

	*out = NULL;
	db_query(cx, &q, sql, db_i(d->id));
	while (db_row(&q)) {
		i = *out = arena_alloc(cx->arena, sizeof(*i));
		i->actor = db_int(&q);
		i->body = db_text(&q);
		out = &i->next;
	}
	return db_end(&q);
}

enum err
store_approval_input_add(struct ctx *cx, const struct dossier *d,
    const struct approval *a, int64_t person, const char *field)
{
	/* opened: the predicate held */
	static const char sql[] =
	    "INSERT INTO approval_input (approval, dossier, person, field)"
	    " VALUES ($1, $2, $3, $4) ON CONFLICT DO NOTHING";

	return db_run(cx, sql, db_i(a->id), db_i(d->id), db_i(person),
	    db_t(field));
}

enum err
store_approval_input_wrote(struct ctx *cx, const struct dossier *d,
    int64_t person, const char *fields)
{
	/* opened: the predicate held. What reads the table that it writes
	 * makes one of its own meanwhile: most cases have nothing open. */
	static const char any[] =
	    "SELECT 1 FROM approval"
	    " WHERE dossier = $1 AND ended IS NULL LIMIT 1";
	static const char sql[] =
	    "INSERT INTO approval_input (approval, dossier, person, field)"
	    " SELECT i.approval, i.dossier, $2, i.field"
	    "  FROM approval a JOIN approval_input i ON i.approval = a.id"
	    " WHERE a.dossier = $1 AND a.ended IS NULL AND i.person = 0"
	    "   AND replace($3, '|' || i.field || '|', '') <> $3"
	    " ON CONFLICT DO NOTHING";
	struct db_rows q;
	bool asked;
	enum err e;

	db_query(cx, &q, any, db_i(d->id));
	asked = db_row(&q);
	if ((e = db_end(&q)) != OK || !asked)
		return e;
	return db_run(cx, sql, db_i(d->id), db_i(person), db_t(fields));
}

enum err
store_approval_input_mine(struct ctx *cx, const struct dossier *d,
    const struct approval *a, const char **out)
{
	/* opened: the predicate held */
	static const char sql[] =
	    "SELECT field FROM approval_input"
	    " WHERE approval = $1 AND dossier = $2 AND person = $viewer"
	    " ORDER BY CASE WHEN field = $3 THEN 0 ELSE 1 END, field"
	    " LIMIT 1";
	struct db_rows q;

	*out = "";
	db_query(cx, &q, sql, db_i(a->id), db_i(d->id), db_t(a->field));
	if (db_row(&q))
		*out = db_text(&q);
	return db_end(&q);
}
