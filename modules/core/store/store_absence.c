/* SPDX-License-Identifier: MIT */
/* Tables absence and absence_type. */
#include "store/store_absence.h"

#include <string.h>

#include "store/db.h"
#include "store/store_person.h"
#include "store/visible.h"

static enum err
add_types(struct ctx *cx, const struct absence *x)
{
	static const char sql[] =
	    "INSERT INTO absence_type (absence, type) VALUES ($1, $2)";
	const char *at = x->types;
	size_t n;
	enum err e = OK;

	for (; e == OK && *at != '\0'; at += n + (at[n] == ' ')) {
		n = strcspn(at, " ");
		e = db_run(cx, sql, db_i(x->id),
		    db_t(arena_textn(cx->arena, at, n)));
	}
	return e;
}

enum err
store_absence_add(struct ctx *cx, struct absence *x)
{
	static const char sql[] =
	    "INSERT INTO absence (number, person, substitute, begins, ends,"
	    "    every, note, entered, entered_by)"
	    " VALUES ($1, $2, $3, $4, $5, $6, $7, $now, $8)"
	    " ON CONFLICT (number) DO NOTHING RETURNING id";
	struct db_rows q;
	enum err e;

	db_query(cx, &q, sql, db_t(x->number), db_i(x->person),
	    db_i(x->substitute), db_i(x->begins), db_i(x->ends),
	    db_i(x->every), db_t(x->note), db_i(cx->viewer));
	x->id = db_row(&q) ? db_int(&q) : 0;
	if ((e = db_end(&q)) != OK || x->id == 0)
		return e;
	return add_types(cx, x);
}

#define COLUMNS								\
	"SELECT a.id, y.type, a.number, a.person, p.number, p.name,"	\
	"       a.substitute, s.number, s.name, a.begins, a.ends,"	\
	"       a.every, a.note"					\
	"  FROM absence a"						\
	"  JOIN person p ON p.id = a.person"				\
	"  JOIN person s ON s.id = a.substitute"			\
	"  LEFT JOIN absence_type y ON y.absence = a.id"

/* A type a row; rows of one absence stand together. */
static enum err
take(struct ctx *cx, struct db_rows *q, struct absence **out)
{
	struct absence **tail = out, *x = NULL;
	const char *type;
	int64_t id;

	*out = NULL;
	while (db_row(q)) {
		id = db_int(q);
		type = db_text(q);
		if (x != NULL && x->id == id) {
			x->types = arena_printf(cx->arena, "%s %s", x->types,
			    type);
			continue;
		}
		x = arena_alloc(cx->arena, sizeof(*x));
		x->id = id;
		x->types = type;
		x->number = db_text(q);
		x->person = db_int(q);
		x->person_number = db_text(q);
		x->person_name = db_text(q);
		x->substitute = db_int(q);
		x->substitute_number = db_text(q);
		x->substitute_name = db_text(q);
		x->begins = db_int(q);
		x->ends = db_int(q);
		x->every = db_int(q) != 0;
		x->note = db_text(q);
		*tail = x;
		tail = &x->next;
	}
	return db_end(q);
}

enum err
store_absence_find(struct ctx *cx, const char *number, struct absence **out)
{
	static const char sql[] =
	    COLUMNS " WHERE a.number = $1 ORDER BY y.type";
	struct db_rows q;

	db_query(cx, &q, sql, db_t(number));
	return take(cx, &q, out);
}

/* Who works in a team of which the viewer manages some type. */
#define MANAGED								\
	"SELECT w.viewer FROM scope k CROSS JOIN viewer_scope w"	\
	" WHERE w.scope = k.id AND w.level >= " VISIBLE_WORK		\
	"   AND k.team IN (SELECT z.team"				\
	"   FROM viewer_scope v JOIN scope z ON z.id = v.scope"		\
	"  WHERE v.viewer = $viewer AND v.level >= " VISIBLE_MANAGE ")"

enum err
store_absence_list(struct ctx *cx, enum store_absence_list which,
    int64_t person, struct absence **out)
{
	static const char *const sql[] = {
		[STORE_ABSENCE_OF_PERSON] = COLUMNS
		    " WHERE a.person = $1 AND a.ends > $now"
		    " ORDER BY a.begins, a.id, y.type",
		[STORE_ABSENCE_PAST] = COLUMNS
		    " WHERE a.person = $1 AND a.ends <= $now"
		    "   AND a.ends > $now - 30 * 86400"
		    "   AND a.begins < a.ends"
		    " ORDER BY a.ends DESC, a.id, y.type",
		[STORE_ABSENCE_FOR_PERSON] = COLUMNS
		    " WHERE a.substitute = $1 AND a.ends > $now"
		    " ORDER BY a.begins, a.id, y.type",
		[STORE_ABSENCE_MANAGED] = COLUMNS
		    " WHERE a.person <> $1 AND a.ends > $now"
		    "   AND a.person IN (" MANAGED ")"
		    " ORDER BY a.begins, a.id, y.type"
	};
	struct db_rows q;

	db_query(cx, &q, sql[which], db_i(person));
	return take(cx, &q, out);
}

/* Readings are no acts; what the plan did hangs under the act that it
 * followed; of a hidden other dossier nothing is told. */
enum err
store_absence_acts(struct ctx *cx, const struct absence *x, int limit,
    struct absence_act **out)
{
	static const char sql[] =
	    "SELECT e.seq, e.kind, a.name, w.name, e.happened, e.recorded,"
	    "       b.body, d.number, d.title, d.type"
	    "  FROM event e"
	    "  JOIN dossier d ON d.id = e.dossier"
	    "  LEFT JOIN person a ON a.id = e.actor"
	    "  LEFT JOIN person w ON w.id = e.for_whom"
	    "  LEFT JOIN event_body b ON b.event = e.id"
	    " WHERE e.for_whom = $1 AND e.recorded >= $2"
	    "   AND e.recorded <= $3"
	    "   AND e.kind NOT IN ('dossier.read', 'document.sent',"
	    "     'dossier.printed', 'history.exported', 'field.unmasked',"
	    "     'purpose.given',"
	    "     'plan.followed')"
	    "   AND NOT EXISTS (SELECT 1 FROM event_other x"
	    "     WHERE x.dossier = e.dossier AND x.seq = e.seq"
	    "       AND NOT EXISTS (SELECT 1 FROM dossier d"
	    "         WHERE d.id = x.other AND" VISIBLE "))"
	    "   AND" EVENT_VISIBLE " AND" VISIBLE
	    " ORDER BY e.recorded DESC, e.id DESC LIMIT $4";
	struct absence_act *act;
	struct db_rows q;

	*out = NULL;
	db_query(cx, &q, sql, db_i(x->person), db_i(x->begins),
	    db_i(x->ends), db_i(limit));
	while (db_row(&q)) {
		act = arena_alloc(cx->arena, sizeof(*act));
		act->event.seq = db_int(&q);
		act->event.kind = db_text(&q);
		act->event.actor = db_text(&q);
		act->event.for_whom = db_text(&q);
		act->event.happened = db_int(&q);
		act->event.recorded = db_int(&q);
		act->event.body = db_text(&q);
		act->event.other = "";
		act->dossier = db_text(&q);
		act->title = db_text(&q);
		act->type_id = db_int(&q);
		*out = act;
		out = &act->next;
	}
	return db_end(&q);
}

enum err
store_absence_end(struct ctx *cx, const struct absence *x)
{
	static const char sql[] =
	    "UPDATE absence SET ends = $now, begins = CASE"
	    "   WHEN begins > $now THEN $now ELSE begins END"
	    " WHERE id = $1 AND ends > $now";
	int64_t changed;
	enum err e = db_change(cx, &changed, sql, db_i(x->id));

	return e == OK && changed != 1 ? db_stale(cx) : e;
}

enum err
store_absence_managed(struct ctx *cx, struct person **out)
{
	static const char sql[] =
	    "SELECT p.id, p.number, p.name"
	    "  FROM staff f JOIN person p ON p.id = f.person"
	    " WHERE f.enabled = 1 AND " VISIBLE_STAFF("f")
	    "   AND f.person IN (" MANAGED ")"
	    " ORDER BY p.name_key, p.id";
	struct db_rows q;

	db_query(cx, &q, sql);
	return store_person_name_rows(cx, &q, out);
}

enum err
store_absence_standing(struct ctx *cx, struct standing **out)
{
	static const char sql[] =
	    COLUMNS " WHERE a.substitute = $viewer AND" STORE_ABSENCE_NOW
	    " ORDER BY a.begins, a.id, y.type";
	struct standing **tail = out, *s;
	struct absence *x;
	struct db_rows q;
	enum err e;

	*out = NULL;
	db_query(cx, &q, sql);
	if ((e = take(cx, &q, &x)) != OK)
		return e;
	for (; x != NULL; x = x->next) {
		s = arena_alloc(cx->arena, sizeof(*s));
		s->person = x->person;
		s->number = x->person_number;
		s->name = x->person_name;
		s->ends = x->ends;
		s->every = x->every;
		s->types = x->types;
		*tail = s;
		tail = &s->next;
	}
	return OK;
}

enum err
store_absence_held(struct ctx *cx, const struct dossier *d, enum level *own,
    int64_t *for_whom)
{
	/* opened: the predicate held */
	static const char sql[] =
	    "SELECT CASE WHEN d.restricted = 0 THEN"
	    "         coalesce((SELECT s.level FROM viewer_scope s"
	    "           WHERE s.viewer = $viewer AND s.scope = d.scope), 0)"
	    "         ELSE 0 END,"
	    "       coalesce((SELECT" VISIBLE_OWN_LEVEL("g")
	    "           FROM viewer_grant g"
	    "           WHERE g.viewer = $viewer AND g.dossier = d.id), 0),"
	    "       coalesce((SELECT g.for_whom FROM viewer_grant g"
	    "           WHERE g.viewer = $viewer AND g.dossier = d.id"
	    "             AND g.until > $now), 0)"
	    "  FROM dossier d WHERE d.id = $1";
	enum level scope, grant;
	struct db_rows q;

	*own = LEVEL_NONE;
	*for_whom = 0;
	db_query(cx, &q, sql, db_i(d->id));
	if (db_row(&q)) {
		scope = (enum level)db_int(&q);
		grant = (enum level)db_int(&q);
		*own = scope > grant ? scope : grant;
		*for_whom = db_int(&q);
	}
	return db_end(&q);
}
