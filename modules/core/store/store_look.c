/* SPDX-License-Identifier: MIT */
/* Who looked: some kinds of events, with what is known of the reader. */
#include "store/store_look.h"

#include "store/db.h"
#include "store/store_person.h"
#include "store/visible.h"

/* Word for word as the index event_look has it. */
#define LOOKS								\
	"e.kind IN ('dossier.read', 'document.sent', 'dossier.printed'," \
	" 'history.exported', 'glass.broken', 'field.unmasked',"	\
	" 'share.opened', 'share.looked', 'document.fetched')"

#define COLUMNS								\
	"SELECT e.seq, e.kind, a.name, a.number, w.name, e.happened,"	\
	"       b.body, d.number,"					\
	"       coalesce((SELECT min(r.role) FROM staff_role r"		\
	"         WHERE r.person = e.actor), '')"			\
	"  FROM event e"						\
	"  JOIN dossier d ON d.id = e.dossier"				\
	"  LEFT JOIN person a ON a.id = e.actor"			\
	"  LEFT JOIN person w ON w.id = e.for_whom"			\
	"  LEFT JOIN event_body b ON b.event = e.id"

static enum err
looks_of(struct ctx *cx, struct db_rows *q, struct looked **out)
{
	struct looked *l;

	*out = NULL;
	while (db_row(q)) {
		l = arena_alloc(cx->arena, sizeof(*l));
		l->event.seq = db_int(q);
		l->event.kind = db_text(q);
		l->event.actor = db_text(q);
		l->number = db_text(q);
		l->event.for_whom = db_text(q);
		l->event.happened = l->event.recorded = db_int(q);
		l->event.body = db_text(q);
		l->event.other = "";
		l->dossier = db_text(q);
		l->role = db_text(q);
		*out = l;
		out = &l->next;
	}
	return db_end(q);
}

enum err
store_look_list(struct ctx *cx, const struct dossier *d,
    const struct store_look_filter *f, struct looked **out)
{
	/* opened: the predicate held */
	static const char sql[] = COLUMNS
	    " WHERE e.dossier = $1 AND " LOOKS " AND" EVENT_VISIBLE
	    "   AND e.happened >= $2 AND e.happened < $3"
	    "   AND e.kind >= $4 AND e.kind <= $5"
	    "   AND (e.happened, e.id) <"
	    "     (coalesce((SELECT y.happened FROM event y"
	    "        WHERE y.dossier = $1 AND y.seq = $6), $3),"
	    "      coalesce((SELECT y.id FROM event y"
	    "        WHERE y.dossier = $1 AND y.seq = $6), 0))"
	    "   AND coalesce(e.actor, 0) BETWEEN $7 AND $8"
	    " ORDER BY e.happened DESC, e.id DESC LIMIT $9";
	struct db_rows q;

	db_query(cx, &q, sql, db_i(d->id), db_i(f->from), db_i(f->until),
	    db_t(f->kind), db_t(f->kind[0] == '\0' ? "~" : f->kind),
	    db_i(f->after), db_i(f->actor),
	    db_i(f->actor == 0 ? INT64_MAX : f->actor), db_i(f->limit));
	return looks_of(cx, &q, out);
}

enum err
store_look_actors(struct ctx *cx, const struct dossier *d,
    struct person **out)
{
	/* opened: the predicate held */
	static const char sql[] =
	    "SELECT p.id, p.number, p.name FROM person p"
	    " WHERE p.id IN (SELECT e.actor FROM event e"
	    "                 WHERE e.dossier = $1 AND " LOOKS
	    "                   AND" EVENT_VISIBLE ")"
	    " ORDER BY p.name_key, p.id";
	struct db_rows q;

	db_query(cx, &q, sql, db_i(d->id));
	return store_person_name_rows(cx, &q, out);
}

#define ABOUT COLUMNS							\
	" WHERE e.dossier IN (SELECT y.dossier FROM party y"		\
	"                      WHERE y.person = $1)"			\
	"   AND " LOOKS " AND" EVENT_VISIBLE				\
	"   AND e.happened >= $2 AND e.happened < $3 AND"
#define NEWEST " ORDER BY e.happened DESC, e.id DESC LIMIT $4"

enum err
store_look_about(struct ctx *cx, int64_t person, bool every, int64_t from,
    int64_t until, int limit, struct looked **out)
{
	static const char read[] = ABOUT VISIBLE_AT(VISIBLE_READ) NEWEST;
	static const char manage[] = ABOUT VISIBLE_AT(VISIBLE_MANAGE) NEWEST;
	struct db_rows q;

	db_query(cx, &q, every ? read : manage, db_i(person), db_i(from),
	    db_i(until), db_i(limit));
	return looks_of(cx, &q, out);
}
