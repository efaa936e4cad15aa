/* SPDX-License-Identifier: MIT */
/* Persons in roles; a row is added and ended, never rewritten. */
#include "store/store_party.h"

#include <string.h>

#include "store/db.h"
#include "store/store_wall.h"

enum err
store_party_add(struct ctx *cx, const struct dossier *d, int64_t no,
    int64_t person, const char *role)
{
	/* opened: the predicate held */
	static const char sql[] =
	    "INSERT INTO party (dossier, no, person, role, added)"
	    " VALUES ($1, $2, $3, $4, $now)";

	enum err e = db_run(cx, sql, db_i(d->id), db_i(no), db_i(person),
	    db_t(role));

	return e != OK || strcmp(role, "lead") == 0 ? e :
	    store_wall_follow(cx, d->id);
}

enum err
store_party_end(struct ctx *cx, const struct dossier *d, int64_t no)
{
	/* opened: the predicate held */
	static const char sql[] =
	    "UPDATE party SET ended = $now"
	    " WHERE dossier = $1 AND no = $2 AND ended IS NULL";

	return db_run(cx, sql, db_i(d->id), db_i(no));
}

enum err
store_party_requester(struct ctx *cx, struct dossier *d)
{
	/* opened: the predicate held */
	static const char sql[] =
	    "UPDATE dossier SET requester = (SELECT y.person FROM party y"
	    "    WHERE y.dossier = $1 AND y.role = 'requester'"
	    "      AND y.ended IS NULL ORDER BY y.no LIMIT 1)"
	    " WHERE id = $1 RETURNING requester";
	struct db_rows q;

	db_query(cx, &q, sql, db_i(d->id));
	d->requester_id = db_row(&q) ? db_int(&q) : 0;
	return db_end(&q);
}

/* The lead first, ended ones last. */
static int
rank(const struct party *p)
{
	return (p->ended != 0) * 2 + (strcmp(p->role, "lead") != 0);
}

enum err
store_party_list(struct ctx *cx, struct dossier *d)
{
	/* opened: the predicate held */
	static const char sql[] =
	    "SELECT y.id, y.no, y.person, p.number, p.name, p.organisation,"
	    "       y.role, y.added, y.ended"
	    "  FROM party y JOIN person p ON p.id = y.person"
	    " WHERE y.dossier = $1 ORDER BY y.no";
	struct party *ranked[4] = { NULL }, **ends[4], **tail, *p;
	struct db_rows q;
	int i;

	for (i = 0; i < 4; i++)
		ends[i] = &ranked[i];
	db_query(cx, &q, sql, db_i(d->id));
	while (db_row(&q)) {
		p = arena_alloc(cx->arena, sizeof(*p));
		p->id = db_int(&q);
		p->no = db_int(&q);
		p->person = db_int(&q);
		p->number = db_text(&q);
		p->name = db_text(&q);
		p->organisation = db_int(&q) != 0;
		p->role = db_text(&q);
		p->added = db_int(&q);
		p->ended = db_int(&q);
		*ends[rank(p)] = p;
		ends[rank(p)] = &p->next;
	}
	for (tail = &d->parties, i = 0; i < 4; i++)
		if ((*tail = ranked[i]) != NULL)
			tail = ends[i];
	return db_end(&q);
}
