/* SPDX-License-Identifier: MIT */
/* Table part_release. */
#include "store/store_release.h"

#include "store/db.h"
#include "store/visible.h"

#define FOR_GOOD INT64_C(253402300799)

enum err
store_release_add(struct ctx *cx, const struct dossier *d,
    const struct release *r)
{
	/* opened: the predicate held */
	static const char sql[] =
	    "INSERT INTO part_release (dossier, no, receiver, reason, given,"
	    "    giver, until) VALUES ($1, $2, $3, $4, $now, $viewer, $5)";

	return db_run(cx, sql, db_i(d->id), db_i(r->no), db_t(r->receiver),
	    db_t(r->reason), db_i(r->until == 0 ? FOR_GOOD : r->until));
}

#define THING(kind, name, table)					\
	"SELECT " kind " AS kind, p.dossier, p.no, p." name " AS name"	\
	"  FROM " table " p WHERE p.dossier = $1 AND" PART_VISIBLE("p")
#define LIST								\
	"SELECT r.id, r.no, t.kind, t.name, r.receiver, r.reason,"	\
	"       r.given, r.until, g.name, coalesce(r.ended, 0), x.name," \
	"       r.ended_why"						\
	"  FROM part_release r"						\
	"  JOIN (" THING("0", "name", "document")			\
	"        UNION ALL " THING("1", "text", "note")			\
	"        UNION ALL " THING("2", "title", "task")		\
	"        UNION ALL " THING("3", "title", "form") ") t"		\
	"    ON t.dossier = r.dossier AND t.no = r.no"			\
	"  JOIN person g ON g.id = r.giver"				\
	"  LEFT JOIN person x ON x.id = r.ender"			\
	" WHERE r.dossier = $1"
#define NEWEST " ORDER BY r.id DESC"

enum err
store_release_list(struct ctx *cx, const struct dossier *d, int64_t no,
    struct release **out)
{
	/* opened: the predicate held */
	static const char all[] = LIST NEWEST;
	static const char one[] = LIST " AND r.no = $2" NEWEST;
	struct release **tail = out, *r;
	struct db_rows q;

	*out = NULL;
	if (no == 0)
		db_query(cx, &q, all, db_i(d->id));
	else
		db_query(cx, &q, one, db_i(d->id), db_i(no));
	while (db_row(&q)) {
		r = arena_alloc(cx->arena, sizeof(*r));
		r->id = db_int(&q);
		r->no = db_int(&q);
		r->kind = (enum compartment_kind)db_int(&q);
		r->name = db_text(&q);
		r->receiver = db_text(&q);
		r->reason = db_text(&q);
		r->given = db_int(&q);
		r->until = db_int(&q);
		r->giver = db_text(&q);
		r->ended = db_int(&q);
		r->ender = db_text(&q);
		r->ended_why = db_text(&q);
		r->holds = r->ended == 0 && r->until > cx->now;
		if (r->until == FOR_GOOD)
			r->until = 0;
		*tail = r;
		tail = &r->next;
	}
	return db_end(&q);
}

enum err
store_release_end(struct ctx *cx, const struct dossier *d, int64_t no,
    const char *why)
{
	/* opened: the predicate held */
	static const char sql[] =
	    "UPDATE part_release SET ended = $now, ender = $viewer,"
	    "       ended_why = $3"
	    " WHERE dossier = $1 AND no = $2 AND ended IS NULL"
	    "   AND until > $now";

	return db_run(cx, sql, db_i(d->id), db_i(no), db_t(why));
}

#define HELD(table)							\
	"(SELECT coalesce(sum(" PART_HELD("p", PART_DOSSIER("p")) "), 0)" \
	"   FROM " table " p WHERE p.dossier = $1 AND" PART_VISIBLE("p") ")"

enum err
store_release_held(struct ctx *cx, const struct dossier *d,
    int64_t counts[COMPARTMENT_KINDS])
{
	/* opened: the predicate held */
	static const char sql[] =
	    "SELECT " HELD("document") ", " HELD("note") ", " HELD("task")
	    ", " HELD("form");
	struct db_rows q;
	bool there;
	int k;

	db_query(cx, &q, sql, db_i(d->id));
	there = db_row(&q);
	for (k = 0; k < COMPARTMENT_KINDS; k++)
		counts[k] = there ? db_int(&q) : 0;
	return db_end(&q);
}
