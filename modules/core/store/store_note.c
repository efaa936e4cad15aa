/* SPDX-License-Identifier: MIT */
/* Notes of an opened dossier. */
#include "store/store_note.h"

#include "store/db.h"
#include "store/visible.h"

enum err
store_note_add(struct ctx *cx, const struct dossier *d, int64_t no,
    const char *text, const char *contact, int64_t compartment)
{
	/* opened: the predicate held */
	static const char sql[] =
	    "INSERT INTO note (dossier, no, text, author, written,"
	    "    contact, compartment) VALUES ($1, $2, $3, $4, $now, $5, $6)";

	return db_run(cx, sql, db_i(d->id), db_i(no), db_t(text),
	    db_i0(cx->viewer), db_t(contact), db_i(compartment));
}

enum err
store_note_list(struct ctx *cx, const struct dossier *d, int64_t limit,
    struct note **out)
{
	/* opened: the predicate held */
	static const char sql[] =
	    "SELECT n.id, n.no, n.text, a.name, n.written, n.contact,"
	    PART_COMPARTMENT("n") "," PART_HELD("n", PART_OPENED) ","
	    "       coalesce(o.name, x.name), x.way, x.medium, x.exchanged"
	    "  FROM note n LEFT JOIN person a ON a.id = n.author"
	    "  LEFT JOIN exchange x"
	    "    ON x.dossier = n.dossier AND x.no = n.no"
	    "  LEFT JOIN person o ON o.id = x.person"
	    " WHERE n.dossier = $1 AND" PART_VISIBLE("n")
	    " ORDER BY n.written DESC, n.no DESC LIMIT $2";
	struct note **tail = out, *n;
	struct db_rows q;

	*tail = NULL;
	db_query(cx, &q, sql, db_i(d->id), db_i(limit));
	while (db_row(&q)) {
		n = arena_alloc(cx->arena, sizeof(*n));
		n->id = db_int(&q);
		n->no = db_int(&q);
		n->text = db_text(&q);
		n->author = db_text(&q);
		n->written = db_int(&q);
		n->contact = db_text(&q);
		n->compartment = db_int(&q);
		n->compartment_name = db_text(&q);
		n->held = db_int(&q) != 0;
		n->with = db_text(&q);
		n->way = db_text(&q);
		n->medium = db_text(&q);
		n->exchanged = db_text(&q);
		*tail = n;
		tail = &n->next;
	}
	return db_end(&q);
}
