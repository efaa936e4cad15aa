/* SPDX-License-Identifier: MIT */
/* The table guarded_word. Whoever acts, all of a dossier's are kept anew. */
#include "store/store_guarded.h"

#include <string.h>

#include "base/buf.h"
#include "store/db.h"

/* Rows of compartment and text, in the order of compartments, joined. */
static enum err
joined(struct ctx *cx, struct db_rows *q, struct store_guarded **out)
{
	struct store_guarded *g = NULL;
	struct buf b = { 0 };
	int64_t of;

	*out = NULL;
	while (db_row(q)) {
		of = db_int(q);
		if (g == NULL || g->compartment != of) {
			if (g != NULL)
				g->words = arena_textn(cx->arena, b.data,
				    b.len);
			g = *out = arena_alloc(cx->arena, sizeof(*g));
			out = &g->next;
			g->compartment = of;
			buf_reset(&b);
		}
		if (b.len > 0)
			buf_char(&b, ' ');
		buf_text(&b, db_text(q));
	}
	if (g != NULL)
		g->words = arena_textn(cx->arena, b.data, b.len);
	buf_free(&b);
	return db_end(q);
}

enum err
store_guarded_kept(struct ctx *cx, int64_t dossier,
    struct store_guarded **out)
{
	/* reach: rows of the index are kept for their members */
	static const char sql[] = DB_REACH
	    "SELECT compartment, word FROM guarded_word WHERE dossier = $1"
	    " ORDER BY compartment, word";
	struct db_rows q;

	db_query(cx, &q, sql, db_i(dossier));
	return joined(cx, &q, out);
}

enum err
store_guarded_prose(struct ctx *cx, int64_t dossier,
    struct store_guarded **out)
{
	/* reach: rows of the index are kept for their members; whole */
	static const char sql[] = DB_REACH
	    "SELECT n.compartment, n.text FROM note n"
	    " WHERE n.dossier = $1 AND n.compartment <> 0"
	    " UNION ALL"
	    " SELECT f.compartment, f.name FROM document f"
	    " WHERE f.dossier = $1 AND f.compartment <> 0"
	    " UNION ALL"
	    " SELECT f.compartment, j.text FROM document f"
	    "  JOIN judgment j ON j.document = f.id"
	    " WHERE f.dossier = $1 AND f.compartment <> 0"
	    " ORDER BY 1";
	struct db_rows q;

	db_query(cx, &q, sql, db_i(dossier));
	return joined(cx, &q, out);
}

/* The statement once for each word. */
static enum err
each(struct ctx *cx, const char *sql, int64_t dossier, int64_t compartment,
    const char *words)
{
	enum err e = OK;
	size_t n;

	for (; *words != '\0' && e == OK; words += n, words += *words == ' ') {
		n = strcspn(words, " ");
		e = db_run(cx, sql, db_i(dossier), db_i(compartment),
		    db_t(arena_textn(cx->arena, words, n)));
	}
	return e;
}

enum err
store_guarded_add(struct ctx *cx, int64_t dossier, int64_t compartment,
    const char *words)
{
	/* reach: rows of the index are kept for their members */
	static const char sql[] = DB_REACH
	    "INSERT INTO guarded_word (dossier, compartment, word)"
	    " VALUES ($1, $2, $3) ON CONFLICT DO NOTHING";

	return each(cx, sql, dossier, compartment, words);
}

enum err
store_guarded_drop(struct ctx *cx, int64_t dossier, int64_t compartment,
    const char *words)
{
	/* reach: rows of the index are kept for their members */
	static const char sql[] = DB_REACH
	    "DELETE FROM guarded_word"
	    " WHERE dossier = $1 AND compartment = $2 AND word = $3";

	return each(cx, sql, dossier, compartment, words);
}
