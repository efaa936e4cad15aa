/* SPDX-License-Identifier: MIT */
/* Reading a dossier's events; they are written by store_event.c alone. */
#include "store/store_timeline.h"

#include "store/db.h"

/* The pair (happened, id) walks the index event_line backwards. */
#define EVENTS								\
	"SELECT e.id, e.seq, e.kind, a.name, w.name, e.happened,"	\
	"       e.recorded, b.body"					\
	"  FROM event e"						\
	"  LEFT JOIN person a ON a.id = e.actor"			\
	"  LEFT JOIN person w ON w.id = e.for_whom"			\
	"  LEFT JOIN event_body b ON b.event = e.id"			\
	" WHERE e.dossier = $1"						\
	"   AND e.happened >= $2 AND e.happened < $3"			\
	"   AND e.kind >= $4 AND e.kind < $5"
#define AFTER								\
	" AND (e.happened, e.id) <"					\
	"     (coalesce((SELECT x.happened FROM event x"		\
	"        WHERE x.dossier = $1 AND x.seq = $7), $3),"		\
	"      coalesce((SELECT x.id FROM event x"			\
	"        WHERE x.dossier = $1 AND x.seq = $7), 0))"
#define ACTOR " AND e.actor = $8"
#define NEWEST " ORDER BY e.happened DESC, e.id DESC LIMIT $6"

enum err
store_timeline_list(struct ctx *cx, const struct dossier *d,
    const struct store_timeline_filter *f, struct event **out)
{
	/* opened: the predicate held */
	static const char all[] = EVENTS AFTER NEWEST;
	static const char one[] = EVENTS AFTER ACTOR NEWEST;
	const char *last = arena_printf(cx->arena, "%s~", f->kind);
	struct event **tail = out, *e;
	struct db_rows q;

	*out = NULL;
	if (f->actor == 0)
		db_query(cx, &q, all, db_i(d->id), db_i(f->from),
		    db_i(f->until), db_t(f->kind), db_t(last),
		    db_i(f->limit), db_i(f->after));
	else
		db_query(cx, &q, one, db_i(d->id), db_i(f->from),
		    db_i(f->until), db_t(f->kind), db_t(last),
		    db_i(f->limit), db_i(f->after), db_i(f->actor));
	while (db_row(&q)) {
		e = arena_alloc(cx->arena, sizeof(*e));
		e->id = db_int(&q);
		e->seq = db_int(&q);
		e->kind = db_text(&q);
		e->actor = db_text(&q);
		e->for_whom = db_text(&q);
		e->happened = db_int(&q);
		e->recorded = db_int(&q);
		e->body = db_text(&q);
		*tail = e;
		tail = &e->next;
	}
	return db_end(&q);
}

enum err
store_timeline_actors(struct ctx *cx, const struct dossier *d,
    struct person **out)
{
	/* opened: the predicate held */
	static const char sql[] =
	    "SELECT p.id, p.number, p.name FROM person p"
	    " WHERE p.id IN (SELECT e.actor FROM event e"
	    "                 WHERE e.dossier = $1)"
	    " ORDER BY p.name_key, p.id";
	struct person **tail = out, *p;
	struct db_rows q;

	*out = NULL;
	db_query(cx, &q, sql, db_i(d->id));
	while (db_row(&q)) {
		p = arena_alloc(cx->arena, sizeof(*p));
		p->id = db_int(&q);
		p->number = db_text(&q);
		p->name = db_text(&q);
		*tail = p;
		tail = &p->next;
	}
	return db_end(&q);
}
