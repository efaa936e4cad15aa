/* SPDX-License-Identifier: MIT */
/* Reasons of decisions and sources of types, as they are kept. */
#include "store/store_verify_kept.h"

#include <string.h>

#include "store/walk.h"

/* A text; one with a NUL in it would hash as its beginning alone. */
static const char *
text_of(struct db_rows *q, bool *odd)
{
	size_t n;
	const char *p = db_blob(q, &n);

	*odd = *odd || (n > 0 && memchr(p, '\0', n) != NULL);
	return n == 0 ? "" : arena_textn(q->cx->arena, p, n);
}

enum err
store_verify_kept_decisions(struct ctx *cx, int64_t dossier, int64_t no,
    size_t most, store_verify_kept_fn *each, void *to, size_t *n)
{
	/* reach: the operator's check of the whole log; shows no content */
	static const char sql[] =
	    "SELECT x.dossier, x.no, coalesce(w.inputs, ''),"
	    "       coalesce(w.derivation, '')"
	    "  FROM decision x"
	    "  LEFT JOIN decision_why w ON w.decision = x.id"
	    "    AND w.dossier = x.dossier"
	    " WHERE (x.dossier, x.no) > ($1, $2)"
	    " ORDER BY x.dossier, x.no LIMIT $3";
	struct store_verify_kept x;
	struct walk w;

	*n = 0;
	walk_query(cx, &w, sql, db_i(dossier), db_i(no), db_i((int64_t)most));
	for (; walk_row(&w); ++*n) {
		x.odd = false;
		x.dossier = db_int(&w.q);
		x.no = db_int(&w.q);
		x.inputs = text_of(&w.q, &x.odd);
		x.derivation = text_of(&w.q, &x.odd);
		each(to, &x);
	}
	return walk_end(&w);
}

enum err
store_verify_kept_sources(struct ctx *cx, store_verify_kept_source_fn *each,
    void *to)
{
	static const char sql[] =
	    "SELECT t.code, t.version, '', t.source, t.sha256 FROM type t"
	    " UNION ALL"
	    " SELECT t.code, t.version, m.file, m.source, m.sha256"
	    "  FROM type_model m JOIN type t ON t.id = m.type"
	    " UNION ALL"
	    " SELECT '" STORE_VERIFY_KEPT_COURT "' || c.code, c.version,"
	    "       '', c.source, c.sha256 FROM court c";
	struct store_verify_kept_source x;
	bool go_on = true;
	struct walk w;

	walk_query(cx, &w, sql);
	while (go_on && walk_row(&w)) {
		x.odd = false;
		x.code = text_of(&w.q, &x.odd);
		x.version = db_int(&w.q);
		x.file = text_of(&w.q, &x.odd);
		x.source = text_of(&w.q, &x.odd);
		x.sha256 = text_of(&w.q, &x.odd);
		go_on = each(to, &x);
	}
	return walk_end(&w);
}
