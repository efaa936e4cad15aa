/* SPDX-License-Identifier: MIT */
/* Where names are found: in the register and in dockets, over all dossiers.
 * What the viewer may see and what not are two questions, so that the one
 * tells nothing of the other. */
#include "store/query.h"
#include "store/store_clearance.h"
#include "store/visible.h"

#define WALKED 5000	/* names in dockets that are looked at: far more than
			 * the limit of hits, which says that there is more */

enum err
store_clearance_search_aliases(struct ctx *cx, struct person *list)
{
	int64_t ids[QUERY_IDS], id;
	struct identifier *i;
	struct query y = { 0 };
	struct db_rows q;
	struct person *p;
	size_t n = 0;

	for (p = list; p != NULL && n < QUERY_IDS; p = p->next) {
		p->identifiers = NULL;
		ids[n++] = p->id;
	}
	if (n == 0)
		return OK;
	query_put(&y, "SELECT i.person, i.value FROM person_identifier i"
	    " WHERE i.kind = '" STORE_PERSON_ALIAS "' AND i.person ");
	query_add_ids(&y, ids, n);
	query_run(cx, &y, &q);
	while (db_row(&q)) {
		id = db_int(&q);
		for (p = list; p != NULL && p->id != id; p = p->next)
			;
		if (p == NULL)
			continue;
		i = arena_alloc(cx->arena, sizeof(*i));
		i->kind = STORE_PERSON_ALIAS;
		i->value = db_text(&q);
		i->next = p->identifiers;
		p->identifiers = i;
	}
	return db_end(&q);
}

static enum err
hits_of(struct ctx *cx, struct db_rows *q, struct clearance_hit **out)
{
	struct clearance_hit **tail = out, *h;

	*out = NULL;
	while (db_row(q)) {
		h = arena_alloc(cx->arena, sizeof(*h));
		h->person = db_int(q);
		h->found = db_text(q);
		h->dossier = db_int(q);
		h->number = db_text(q);
		h->title = db_text(q);
		h->role = db_text(q);
		h->former = db_int(q) != 0;
		h->closed = db_int(q) != 0;
		h->how = h->known = "";
		*tail = h;
		tail = &h->next;
	}
	return db_end(q);
}

#define DOSSIER " d.id, d.number, d.title, "
#define CLOSED " CASE WHEN d.status = 'closed' THEN 1 ELSE 0 END"
/* reach: what is not seen is kept for the officer alone */
#define ROLES DB_REACH							\
	"SELECT p.id, p.name," DOSSIER "y.role,"			\
	"       CASE WHEN y.ended IS NULL THEN 0 ELSE 1 END," CLOSED	\
	"  FROM party y JOIN dossier d ON d.id = y.dossier"		\
	"  JOIN person p ON p.id = y.person"				\
	" WHERE y.role <> 'lead' AND d.id <> ?"
#define NAMED DB_REACH							\
	"SELECT DISTINCT ? + 0, coalesce(c.name, y.name)," DOSSIER	\
	"       CASE WHEN c.name IS NULL THEN y.capacity"		\
	"         ELSE 'counsel' END,"					\
	"       CASE WHEN y.ended = '' THEN 0 ELSE 1 END," CLOSED
#define THERE								\
	"  JOIN docket_party y"						\
	"    ON y.proceeding = m.proceeding AND y.place = m.party"	\
	"  LEFT JOIN docket_counsel c ON c.proceeding = m.proceeding"	\
	"   AND c.party = m.party AND c.place = m.counsel"		\
	"  JOIN proceeding x ON x.id = m.proceeding"			\
	"  JOIN dossier d ON d.id = x.dossier WHERE d.id <> ?"

enum err
store_clearance_search_roles(struct ctx *cx, const int64_t *persons,
    size_t n, int64_t but, bool seen, int limit, struct clearance_hit **out)
{
	struct query y = { 0 };
	struct db_rows q;

	*out = NULL;
	if (n == 0)
		return OK;
	query_add(&y, ROLES, db_i(but));
	query_put(&y, seen ? " AND" VISIBLE : " AND NOT (" VISIBLE ")");
	query_put(&y, " AND y.person ");
	query_add_ids(&y, persons, n);
	query_add(&y, " ORDER BY y.dossier DESC, y.no LIMIT ?", db_i(limit));
	query_run(cx, &y, &q);
	return hits_of(cx, &q, out);
}

/* One of the words of another set beside it. */
static void
paired(struct query *y, const struct store_person_set *sets, size_t n)
{
	size_t i;

	if (n < 2)
		return;
	query_put(y, " AND EXISTS (SELECT 1 FROM docket_word o"
	    " WHERE o.proceeding = k.proceeding AND o.party = k.party"
	    "   AND o.counsel = k.counsel AND o.word <> k.word AND (");
	for (i = 0; i < n; i++) {
		query_put(y, i == 0 ? "o.word IN " : " OR o.word IN ");
		store_person_near_list(y, sets[i].words, sets[i].n);
	}
	query_put(y, "))");
}

/* Names with a word of the first set, or where one word may be missing of the
 * second, and one of another set. */
static void
named(struct query *y, const struct store_person_set *sets, size_t n)
{
	const char *words[2 * STORE_PERSON_SET];
	size_t i, j, m = 0;

	for (i = 0; i < (n > 2 ? 2 : 1); i++)
		for (j = 0; j < sets[i].n; j++)
			words[m++] = sets[i].words[j];
	query_put(y, " FROM (SELECT k.proceeding, k.party, k.counsel"
	    " FROM docket_word k WHERE k.word IN ");
	store_person_near_list(y, words, m);
	paired(y, sets, n);
	query_add(y, " LIMIT ?) m", db_i(WALKED));
}

enum err
store_clearance_search_dockets(struct ctx *cx,
    const struct store_person_set *sets, size_t n, int64_t but, bool seen,
    int limit, struct clearance_hit **out)
{
	struct query y = { 0 };
	struct db_rows q;

	*out = NULL;
	if (n == 0)
		return OK;
	query_add(&y, NAMED, db_i(0));
	named(&y, sets, n);
	query_add(&y, THERE, db_i(but));
	query_put(&y, seen ? " AND" VISIBLE : " AND NOT (" VISIBLE ")");
	query_add(&y, " ORDER BY 3 DESC, 2 LIMIT ?", db_i(limit));
	query_run(cx, &y, &q);
	return hits_of(cx, &q, out);
}

enum err
store_clearance_search_names(struct ctx *cx, const struct dossier *d, int limit,
    struct clearance_name **out)
{
	/* opened: the predicate held */
	static const char sql[] =
	    "SELECT p.name FROM party y JOIN person p ON p.id = y.person"
	    " WHERE y.dossier = $1 AND y.ended IS NULL AND y.role <> 'lead'"
	    " UNION SELECT i.value FROM party y"
	    "  JOIN person_identifier i ON i.person = y.person"
	    "   AND i.kind = '" STORE_PERSON_ALIAS "'"
	    " WHERE y.dossier = $1 AND y.ended IS NULL AND y.role <> 'lead'"
	    " UNION SELECT k.name FROM proceeding x"
	    "  JOIN docket_party k ON k.proceeding = x.id"
	    " WHERE x.dossier = $1"
	    " UNION SELECT c.name FROM proceeding x"
	    "  JOIN docket_counsel c ON c.proceeding = x.id"
	    " WHERE x.dossier = $1 ORDER BY 1 LIMIT $2";
	struct clearance_name **tail = out, *n;
	struct db_rows q;
	int64_t no = 0;

	*out = NULL;
	db_query(cx, &q, sql, db_i(d->id), db_i(limit));
	while (db_row(&q)) {
		n = arena_alloc(cx->arena, sizeof(*n));
		n->no = ++no;
		n->name = db_text(&q);
		*tail = n;
		tail = &n->next;
	}
	return db_end(&q);
}
