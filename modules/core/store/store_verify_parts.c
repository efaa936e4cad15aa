/* SPDX-License-Identifier: MIT */
/* Things in compartments, and the events that speak of them. */
#include "store/store_verify_parts.h"

#include <string.h>

#include "store/db.h"
#include "store/walk.h"

/* reach: the operator's check; shows no content */
#define ONE(noun, table)						\
	"SELECT x.dossier AS dossier, x.no AS no, '" noun "' AS noun,"	\
	"       x.compartment AS compartment FROM " table " x"
#define THINGS(more)							\
	ONE("document", "document") more				\
	" UNION ALL " ONE("note", "note") more				\
	" UNION ALL " ONE("task", "task") more				\
	" UNION ALL " ONE("form", "form") more
#define PROTECTED THINGS(" WHERE x.compartment <> 0")
#define COLUMNS								\
	"SELECT t.dossier, t.no, d.number, t.noun, k.name,"		\
	"       CASE WHEN EXISTS (SELECT 1 FROM dossier_moved m"	\
	"         WHERE m.to_dossier = t.dossier AND m.to_no = t.no)"	\
	"         THEN 1 ELSE 0 END"

static enum err
take(struct ctx *cx, struct db_rows *q, struct store_verify_part **out)
{
	struct store_verify_part *p;

	*out = NULL;
	while (db_row(q)) {
		*out = p = arena_alloc(cx->arena, sizeof(*p));
		p->dossier = db_int(q);
		p->no = db_int(q);
		p->number = db_text(q);
		p->noun = db_text(q);
		p->compartment = db_text(q);
		p->came = db_int(q) != 0;
		out = &p->next;
	}
	return db_end(q);
}

enum err
store_verify_parts(struct ctx *cx, struct store_verify_part **out)
{
	/* reach: the operator's check; shows no content */
	static const char sql[] = DB_REACH COLUMNS
	    "  FROM (" PROTECTED " UNION ALL"
	    "      SELECT x.id, 0, 'dossier', x.compartment FROM dossier x"
	    "       WHERE x.compartment <> 0) t"
	    "  JOIN dossier d ON d.id = t.dossier"
	    "  LEFT JOIN compartment k ON k.id = t.compartment"
	    " ORDER BY t.dossier, t.no";
	struct db_rows q;

	db_query(cx, &q, sql);
	return take(cx, &q, out);
}

enum err
store_verify_parts_one(struct ctx *cx, const char *noun, int64_t dossier,
    int64_t no, struct store_verify_part **out)
{
	/* reach: the operator's check; shows no content */
	static const char thing[] = DB_REACH COLUMNS
	    "  FROM (" THINGS(" WHERE x.dossier = $1 AND x.no = $2") ") t"
	    "  JOIN dossier d ON d.id = t.dossier"
	    "  LEFT JOIN compartment k ON k.id = t.compartment"
	    " WHERE t.noun = $3";
	static const char whole[] = DB_REACH
	    "SELECT d.id, 0, d.number, 'dossier', k.name, 0"
	    "  FROM dossier d LEFT JOIN compartment k"
	    "    ON k.id = d.compartment WHERE d.id = $1";
	struct db_rows q;

	if (no == 0)
		db_query(cx, &q, whole, db_i(dossier));
	else
		db_query(cx, &q, thing, db_i(dossier), db_i(no),
		    db_t(noun));
	return take(cx, &q, out);
}

enum err
store_verify_parts_astray(struct ctx *cx, const char **number, int64_t *seq)
{
	/* reach: the operator's check; shows no content */
	static const char sql[] = DB_REACH
	    "SELECT d.number, c.seq FROM event_protected c"
	    "  JOIN dossier d ON d.id = c.dossier"
	    " WHERE NOT EXISTS (SELECT 1 FROM (" PROTECTED ") t"
	    "     WHERE t.dossier = c.dossier AND t.no = c.no"
	    "       AND t.compartment = c.compartment)"
	    "   AND NOT EXISTS (SELECT 1 FROM dossier_moved m"
	    "     WHERE m.dossier = c.dossier AND m.no = c.no)"
	    /* what is known of a patient is for members wherever it is */
	    "   AND NOT EXISTS (SELECT 1 FROM event_protected o"
	    "     JOIN compartment m ON m.id = o.compartment"
	    "     JOIN event e ON e.dossier = o.dossier AND e.seq = o.seq"
	    "     WHERE o.dossier = c.dossier AND o.no = c.no"
	    "       AND o.compartment = c.compartment"
	    "       AND m.code = 'medical'"
	    "       AND e.kind IN ('problem.noted', 'allergy.noted',"
	    "         'allergy.denied', 'medication.noted',"
	    "         'encounter.noted', 'alert.noted'))"
	    " ORDER BY c.dossier, c.seq LIMIT 1";
	struct db_rows q;

	*number = "";
	*seq = 0;
	db_query(cx, &q, sql);
	if (db_row(&q)) {
		*number = db_text(&q);
		*seq = db_int(&q);
	}
	return db_end(&q);
}

enum err
store_verify_parts_open(struct ctx *cx, store_verify_parts_fn *see, void *to)
{
	/* reach: the operator's check; shows no content */
	static const char sql[] = DB_REACH
	    "SELECT d.number, t.noun, t.no, e.seq, e.kind, b.body"
	    "  FROM (" PROTECTED ") t JOIN dossier d ON d.id = t.dossier"
	    "  JOIN event e ON e.dossier = t.dossier"
	    "  JOIN event_body b ON b.event = e.id"
	    " WHERE ((e.kind >= t.noun || '.' AND e.kind < t.noun || '/')"
	    "    OR e.kind IN ('act.undone', 'docket.attached',"
	    "      'docket.detached'))"
	    "   AND NOT EXISTS (SELECT 1 FROM event_protected c"
	    "     WHERE c.dossier = e.dossier AND c.seq = e.seq)"
	    " ORDER BY t.dossier, t.no, e.seq";
	const char *number, *noun, *kind, *body;
	int64_t no, seq;
	bool more = true;
	struct walk w;

	walk_query(cx, &w, sql);
	while (more && walk_row(&w)) {
		number = db_text(&w.q);
		noun = db_text(&w.q);
		no = db_int(&w.q);
		seq = db_int(&w.q);
		kind = db_text(&w.q);
		body = db_text(&w.q);
		more = see(to, number, noun, no, seq, kind, body);
	}
	return walk_end(&w);
}
