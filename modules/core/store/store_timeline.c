/* SPDX-License-Identifier: MIT */
/* Reading a dossier's events; they are written by store_event.c alone. */
#include "store/store_timeline.h"

#include "store/db.h"
#include "store/store_person.h"
#include "store/visible.h"

/* Most dossiers have no event of these kinds: that is asked once, not of each
 * of their events. */
#define ANY(table) "EXISTS (SELECT 1 FROM " table " z WHERE z.dossier = $1)"
#define OTHER								\
	"  FROM event_other x JOIN dossier d ON d.id = x.other"		\
	" WHERE x.dossier = e.dossier AND x.seq = e.seq AND" VISIBLE
/* An event that speaks of another dossier names it only to who may see that
 * one; of a link, nobody else learns at all. */
#define COLUMNS								\
	"SELECT e.id, e.seq, e.kind, a.name, w.name, e.happened,"	\
	"       e.recorded, b.body, CASE WHEN " ANY("event_other")	\
	"         THEN (SELECT d.number" OTHER ") ELSE '' END"		\
	"  FROM event e"						\
	"  LEFT JOIN person a ON a.id = e.actor"			\
	"  LEFT JOIN person w ON w.id = e.for_whom"			\
	"  LEFT JOIN event_body b ON b.event = e.id"			\
	" WHERE e.dossier = $1"						\
	"   AND (e.kind < 'link.' OR e.kind >= 'link/'"			\
	"     OR NOT EXISTS (SELECT 1 FROM event_other x"		\
	"       WHERE x.dossier = e.dossier AND x.seq = e.seq)"		\
	"     OR EXISTS (SELECT 1" OTHER "))"				\
	"   AND e.kind <> 'dossier.read'"				\
	"   AND (NOT " ANY("event_protected") " OR" EVENT_VISIBLE ")"

/* The pair (happened, id) walks the index event_line backwards. */
#define EVENTS COLUMNS							\
	"   AND e.happened >= $2 AND e.happened < $3"			\
	"   AND e.kind >= $4 AND e.kind < $5"
#define AFTER								\
	" AND (e.happened, e.id) <"					\
	"     (coalesce((SELECT y.happened FROM event y"		\
	"        WHERE y.dossier = $1 AND y.seq = $7), $3),"		\
	"      coalesce((SELECT y.id FROM event y"			\
	"        WHERE y.dossier = $1 AND y.seq = $7), 0))"
#define ACTOR " AND e.actor = $8"
#define NEWEST " ORDER BY e.happened DESC, e.id DESC LIMIT $6"

static enum err
events_of(struct ctx *cx, struct db_rows *q, struct event **out)
{
	struct event **tail = out, *e;

	*out = NULL;
	while (db_row(q)) {
		e = arena_alloc(cx->arena, sizeof(*e));
		e->id = db_int(q);
		e->seq = db_int(q);
		e->kind = db_text(q);
		e->actor = db_text(q);
		e->for_whom = db_text(q);
		e->happened = db_int(q);
		e->recorded = db_int(q);
		e->body = db_text(q);
		e->other = db_text(q);
		*tail = e;
		tail = &e->next;
	}
	return db_end(q);
}

enum err
store_timeline_list(struct ctx *cx, const struct dossier *d,
    const struct store_timeline_filter *f, struct event **list)
{
	/* opened: the predicate held */
	static const char first[] = EVENTS NEWEST;
	static const char all[] = EVENTS AFTER NEWEST;
	static const char one[] = EVENTS AFTER ACTOR NEWEST;
	static const char out[] = EVENTS AFTER " AND" EVENT_LEAVES NEWEST;
	static const char out_one[] = EVENTS AFTER ACTOR " AND"
	    EVENT_LEAVES NEWEST;
	const char *last = arena_printf(cx->arena, "%s~", f->kind);
	const char *sql = f->actor == 0 ? f->leaves ? out : all :
	    f->leaves ? out_one : one;
	struct db_rows q;

	if (f->actor == 0 && f->after == 0 && !f->leaves)
		db_query(cx, &q, first, db_i(d->id), db_i(f->from),
		    db_i(f->until), db_t(f->kind), db_t(last),
		    db_i(f->limit));
	else if (f->actor == 0)
		db_query(cx, &q, sql, db_i(d->id), db_i(f->from),
		    db_i(f->until), db_t(f->kind), db_t(last),
		    db_i(f->limit), db_i(f->after));
	else
		db_query(cx, &q, sql, db_i(d->id), db_i(f->from),
		    db_i(f->until), db_t(f->kind), db_t(last),
		    db_i(f->limit), db_i(f->after), db_i(f->actor));
	return events_of(cx, &q, list);
}

enum err
store_timeline_since(struct ctx *cx, const struct dossier *d, int64_t seq,
    int limit, struct event **out)
{
	/* opened: the predicate held */
	static const char sql[] =
	    COLUMNS " AND e.seq >= $2 ORDER BY e.seq LIMIT $3";
	struct db_rows q;

	db_query(cx, &q, sql, db_i(d->id), db_i(seq), db_i(limit));
	return events_of(cx, &q, out);
}

enum err
store_timeline_topic(struct ctx *cx, const char *topic, int limit,
    struct event **out)
{
	/* reach: of no dossier */
	static const char sql[] =
	    "SELECT e.id, e.seq, e.kind, a.name, w.name, e.happened,"
	    "       e.recorded, b.body, ''"
	    "  FROM event e"
	    "  LEFT JOIN person a ON a.id = e.actor"
	    "  LEFT JOIN person w ON w.id = e.for_whom"
	    "  LEFT JOIN event_body b ON b.event = e.id"
	    " WHERE e.topic = $1 AND e.dossier IS NULL"
	    " ORDER BY e.seq DESC LIMIT $2";
	struct db_rows q;

	db_query(cx, &q, sql, db_t(topic), db_i(limit));
	return events_of(cx, &q, out);
}

enum err
store_timeline_actors(struct ctx *cx, const struct dossier *d,
    struct person **out)
{
	/* opened: the predicate held */
	static const char sql[] =
	    "SELECT p.id, p.number, p.name FROM person p"
	    " WHERE p.id IN (SELECT e.actor FROM event e"
	    "                 WHERE e.dossier = $1 AND" EVENT_VISIBLE
	    "                   AND e.kind <> 'dossier.read' AND NOT EXISTS"
	    "  (SELECT 1 FROM event_other x"
	    "    WHERE x.dossier = $1 AND x.seq = e.seq"
	    "      AND e.kind >= 'link.' AND e.kind < 'link/'"
	    "      AND NOT EXISTS (SELECT 1 FROM dossier d"
	    "        WHERE d.id = x.other AND" VISIBLE ")))"
	    " ORDER BY p.name_key, p.id";
	struct db_rows q;

	db_query(cx, &q, sql, db_i(d->id));
	return store_person_name_rows(cx, &q, out);
}
