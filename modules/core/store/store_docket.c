/* SPDX-License-Identifier: MIT */
/* Tables docket_entry, docket_party and docket_counsel. */
#include "store/store_docket.h"

#include "store/db.h"

enum err
store_docket_entries(struct ctx *cx, const struct proceeding *p,
    int64_t after, int limit, struct docket_entry **out)
{
	/* opened: the dossier of the proceeding was */
	static const char sql[] =
	    "SELECT place, number, filed, entered, text, attached"
	    "  FROM docket_entry WHERE proceeding = $1 AND place > $2"
	    " ORDER BY place LIMIT $3";
	struct docket_entry *x;
	struct db_rows q;

	*out = NULL;
	db_query(cx, &q, sql, db_i(p->id), db_i(after), db_i(limit));
	while (db_row(&q)) {
		x = arena_alloc(cx->arena, sizeof(*x));
		x->place = db_int(&q);
		x->number = db_text(&q);
		x->filed = db_text(&q);
		x->entered = db_text(&q);
		x->text = db_text(&q);
		x->attached = db_int(&q);
		*out = x;
		out = &x->next;
	}
	return db_end(&q);
}

/* A row for each who represents it. */
enum err
store_docket_parties(struct ctx *cx, const struct proceeding *p,
    struct docket_party **out)
{
	/* opened: the dossier of the proceeding was */
	static const char sql[] =
	    "SELECT y.place, y.name, y.capacity, y.remark, y.ended,"
	    "       c.name, c.roles, c.contact"
	    "  FROM docket_party y LEFT JOIN docket_counsel c"
	    "    ON c.proceeding = y.proceeding AND c.party = y.place"
	    " WHERE y.proceeding = $1 ORDER BY y.place, c.place";
	struct docket_counsel **tail = NULL, *c;
	struct docket_party *y = NULL;
	struct db_rows q;
	int64_t place;

	*out = NULL;
	db_query(cx, &q, sql, db_i(p->id));
	while (db_row(&q)) {
		place = db_int(&q);
		if (y == NULL || y->place != place) {
			y = arena_alloc(cx->arena, sizeof(*y));
			y->place = place;
			tail = &y->counsel;
			*out = y;
			out = &y->next;
		}
		y->name = db_text(&q);
		y->capacity = db_text(&q);
		y->remark = db_text(&q);
		y->ended = db_text(&q);
		c = arena_alloc(cx->arena, sizeof(*c));
		c->name = db_text(&q);
		c->roles = db_text(&q);
		c->contact = db_text(&q);
		if (c->name[0] == '\0')
			continue;
		*tail = c;
		tail = &c->next;
	}
	return db_end(&q);
}

enum err
store_docket_entry_add(struct ctx *cx, const struct proceeding *p,
    const struct docket_entry *x)
{
	/* opened: the dossier of the proceeding was */
	static const char sql[] =
	    "INSERT INTO docket_entry (proceeding, place, number, filed,"
	    "    entered, text, attached) VALUES ($1, $2, $3, $4, $5, $6, $7)";

	return db_run(cx, sql, db_i(p->id), db_i(x->place), db_t(x->number),
	    db_t(x->filed), db_t(x->entered), db_t(x->text),
	    db_i(x->attached));
}

enum err
store_docket_party_add(struct ctx *cx, const struct proceeding *p,
    const struct docket_party *y)
{
	/* opened: the dossier of the proceeding was */
	static const char sql[] =
	    "INSERT INTO docket_party (proceeding, place, name, capacity,"
	    "    remark, ended) VALUES ($1, $2, $3, $4, $5, $6)";
	static const char counsel[] =
	    "INSERT INTO docket_counsel (proceeding, party, place, name,"
	    "    roles, contact) VALUES ($1, $2, $3, $4, $5, $6)";
	const struct docket_counsel *c;
	int64_t place = 0;
	enum err e;

	e = db_run(cx, sql, db_i(p->id), db_i(y->place), db_t(y->name),
	    db_t(y->capacity), db_t(y->remark), db_t(y->ended));
	for (c = y->counsel; e == OK && c != NULL; c = c->next)
		e = db_run(cx, counsel, db_i(p->id), db_i(y->place),
		    db_i(++place), db_t(c->name), db_t(c->roles),
		    db_t(c->contact));
	return e;
}

enum err
store_docket_parties_drop(struct ctx *cx, const struct proceeding *p)
{
	/* opened: the dossier of the proceeding was */
	static const char sql[] =
	    "DELETE FROM docket_party WHERE proceeding = $1";

	return db_run(cx, sql, db_i(p->id));
}

enum err
store_docket_case(struct ctx *cx, const char *number, int64_t *id)
{
	/* reach: an operator names it; shows nothing */
	static const char sql[] =
	    DB_REACH "SELECT d.id FROM dossier d WHERE d.number = $1";
	struct db_rows q;

	db_query(cx, &q, sql, db_t(number));
	*id = db_row(&q) ? db_int(&q) : 0;
	return db_end(&q);
}
