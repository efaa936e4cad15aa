/* SPDX-License-Identifier: MIT */
/* Open dossiers that a new request may belong to. */
#include "store/store_similar.h"

#include "store/query.h"
#include "store/store_search.h"
#include "store/visible.h"

#define WALKED 500	/* newest rows of an index that are looked at */
#define TAKEN 100
#define SCOPES 64	/* that a search of words goes into */

#define COLUMNS								\
	"SELECT d.id, d.type, d.received, d.number, d.title, d.type_code," \
	"       d.status, (SELECT r.name FROM person r"			\
	"         WHERE r.id = d.requester),"				\
	"       CASE WHEN" VISIBLE_AT(VISIBLE_WORK) "THEN 1 ELSE 0 END"

static enum err
similar_of(struct ctx *cx, struct db_rows *q, bool people,
    struct store_similar **out)
{
	struct store_similar **tail = out, *s;

	*out = NULL;
	while (db_row(q)) {
		s = arena_alloc(cx->arena, sizeof(*s));
		s->id = db_int(q);
		s->type_id = db_int(q);
		s->received = db_int(q);
		s->number = db_text(q);
		s->title = db_text(q);
		s->type = db_text(q);
		s->status = db_text(q);
		s->requester = db_text(q);
		s->workable = db_int(q) != 0;
		s->person = people ? db_int(q) : 0;
		s->email_key = people ? db_text(q) : "";
		s->phone_key = people ? db_text(q) : "";
		*tail = s;
		tail = &s->next;
	}
	return db_end(q);
}

enum err
store_similar_people(struct ctx *cx, int64_t person,
    const struct store_person_known *k, int64_t since,
    struct store_similar **out)
{
	struct query y = { 0 };
	struct db_rows q;

	query_add(&y, COLUMNS ", w.id, w.email_key, w.phone_key"
	    "  FROM (SELECT x.dossier, x.person FROM party x"
	    "    WHERE x.person IN (SELECT n.id FROM person n"
	    "      WHERE n.id = ? UNION ", db_i(person));
	store_person_near_ids(cx, &y, k);
	query_add(&y, ") AND x.ended IS NULL AND x.role <> 'lead'"
	    "    ORDER BY x.dossier DESC LIMIT ?) y"
	    "  JOIN dossier d ON d.id = y.dossier"
	    "  JOIN person w ON w.id = y.person"
	    " WHERE d.status <> 'closed' AND d.received >= ? AND" VISIBLE
	    " ORDER BY CASE WHEN w.id = ? THEN 0 ELSE 1 END, d.id DESC"
	    " LIMIT ?", db_i(WALKED), db_i(since), db_i(person),
	    db_i(TAKEN));
	query_run(cx, &y, &q);
	return similar_of(cx, &q, true, out);
}

static enum err
scopes_of(struct ctx *cx, const char *type, int64_t *scopes, size_t *n)
{
	static const char sql[] =
	    "SELECT v.scope FROM viewer_scope v"
	    "  JOIN scope o ON o.id = v.scope"
	    " WHERE v.viewer = $viewer AND v.level >= " VISIBLE_READ
	    "   AND o.type = $1"
	    " ORDER BY v.scope LIMIT $2";
	struct db_rows q;

	*n = 0;
	db_query(cx, &q, sql, db_t(type), db_i(SCOPES));
	while (*n < SCOPES && db_row(&q))
		scopes[(*n)++] = db_int(&q);
	return db_end(&q);
}

enum err
store_similar_words(struct ctx *cx, const char *type,
    const char *const *words, size_t n, int64_t since,
    struct store_similar **out)
{
	static const char sql[] =
	    COLUMNS "  FROM (SELECT f.rowid AS id FROM dossier_fts f"
	    "    WHERE f.{match} $1"
	    "    ORDER BY f.rowid DESC LIMIT $2) x"
	    "  JOIN dossier d ON d.id = x.id"
	    " WHERE d.status <> 'closed' AND d.received >= $3"
	    "   AND d.type_code = $4 AND" VISIBLE
	    " ORDER BY d.id DESC LIMIT $5";
	int64_t scopes[SCOPES];
	struct db_rows q;
	size_t nscopes;
	enum err e;

	*out = NULL;
	if ((e = scopes_of(cx, type, scopes, &nscopes)) != OK ||
	    nscopes == 0 || n < 2)
		return e;
	db_query(cx, &q, sql, db_t(store_search_pairs(cx, words, n, scopes,
	    nscopes)), db_i(WALKED), db_i(since), db_t(type), db_i(TAKEN));
	return similar_of(cx, &q, false, out);
}
