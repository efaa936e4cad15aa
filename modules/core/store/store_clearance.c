/* SPDX-License-Identifier: MIT */
/* Conflict checks as they were kept. */
#include "store/store_clearance.h"

#include "store/db.h"
#include "store/visible.h"

static enum err
add_name(struct ctx *cx, const struct clearance *c,
    const struct clearance_name *n)
{
	static const char sql[] =
	    "INSERT INTO clearance_name (clearance, no, name, more)"
	    " VALUES ($1, $2, $3, $4)";

	return db_run(cx, sql, db_i(c->id), db_i(n->no), db_t(n->name),
	    db_i(n->more));
}

static enum err
add_hit(struct ctx *cx, const struct clearance *c,
    const struct clearance_hit *h)
{
	static const char sql[] =
	    "INSERT INTO clearance_hit (clearance, no, name, how, found,"
	    "    known, person, dossier, number, title, role, former, closed)"
	    " VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12,"
	    "    $13)";

	return db_run(cx, sql, db_i(c->id), db_i(h->no), db_i(h->name),
	    db_t(h->how), db_t(h->found), db_t(h->known), db_i0(h->person),
	    db_i(h->dossier), db_t(h->number), db_t(h->title),
	    db_t(h->role), db_i(h->former), db_i(h->closed));
}

enum err
store_clearance_add(struct ctx *cx, struct clearance *c)
{
	static const char sql[] =
	    "INSERT INTO clearance (number, dossier, purpose, made, maker,"
	    "    salt, sha256) VALUES ($1, $2, $3, $now, $4, $5, $6)"
	    " ON CONFLICT (number) DO NOTHING RETURNING id";
	const struct clearance_name *n;
	const struct clearance_hit *h;
	struct db_rows q;
	enum err e;

	db_query(cx, &q, sql, db_t(c->number), db_i0(c->dossier),
	    db_t(c->purpose), db_i0(c->maker), db_t(c->salt),
	    db_t(c->sha256));
	c->id = db_row(&q) ? db_int(&q) : 0;
	if ((e = db_end(&q)) != OK || c->id == 0)
		return e;
	for (n = c->names; n != NULL && e == OK; n = n->next) {
		e = add_name(cx, c, n);
		for (h = n->hits; h != NULL && e == OK; h = h->next)
			e = add_hit(cx, c, h);
	}
	return e;
}

#define COLUMNS								\
	"SELECT c.id, c.number, coalesce(c.dossier, 0), d.number, d.title," \
	"       c.purpose, c.made, coalesce(c.maker, 0), m.name, c.salt," \
	"       c.sha256, c.state, c.reason, coalesce(c.decided, 0), y.name," \
	"       coalesce(c.asked, 0), coalesce(c.asker, 0), a.name,"	\
	"       c.answer, coalesce(c.answered, 0), o.name, c.remark"	\
	"  FROM clearance c"
#define NAMES								\
	"  LEFT JOIN person m ON m.id = c.maker"			\
	"  LEFT JOIN person y ON y.id = c.decider"			\
	"  LEFT JOIN person a ON a.id = c.asker"			\
	"  LEFT JOIN person o ON o.id = c.officer"

static enum err
take(struct ctx *cx, struct db_rows *q, struct clearance **out)
{
	struct clearance **tail = out, *c;

	*out = NULL;
	while (db_row(q)) {
		c = arena_alloc(cx->arena, sizeof(*c));
		c->id = db_int(q);
		c->number = db_text(q);
		c->dossier = db_int(q);
		c->dossier_number = db_text(q);
		c->dossier_title = db_text(q);
		c->purpose = db_text(q);
		c->made = db_int(q);
		c->maker = db_int(q);
		c->maker_name = db_text(q);
		c->salt = db_text(q);
		c->sha256 = db_text(q);
		c->state = db_text(q);
		c->reason = db_text(q);
		c->decided = db_int(q);
		c->decider = db_text(q);
		c->asked = db_int(q);
		c->asker = db_int(q);
		c->asker_name = db_text(q);
		c->answer = db_text(q);
		c->answered = db_int(q);
		c->officer = db_text(q);
		c->remark = db_text(q);
		*tail = c;
		tail = &c->next;
	}
	return db_end(q);
}

enum err
store_clearance_find(struct ctx *cx, const char *number,
    struct clearance **out)
{
	static const char sql[] = COLUMNS
	    "  LEFT JOIN dossier d ON d.id = c.dossier AND" VISIBLE NAMES
	    " WHERE c.number = $1 AND (d.id IS NOT NULL"
	    "    OR (c.dossier IS NULL AND c.maker = $viewer))";
	struct db_rows q;

	db_query(cx, &q, sql, db_t(number));
	return take(cx, &q, out);
}

/* For officers: they answer for what they may not see else. */
#define ASKED DB_REACH COLUMNS						\
	"  LEFT JOIN dossier d ON d.id = c.dossier" NAMES		\
	" WHERE c.asked IS NOT NULL"					\
	"   AND NOT EXISTS (SELECT 1 FROM viewer_wall w"		\
	"     WHERE w.viewer = $viewer AND w.dossier = c.dossier)"

enum err
store_clearance_find_asked(struct ctx *cx, const char *number,
    struct clearance **out)
{
	/* reach: for officers, but behind walls */
	static const char sql[] = ASKED " AND c.number = $1";
	struct db_rows q;

	db_query(cx, &q, sql, db_t(number));
	return take(cx, &q, out);
}

enum err
store_clearance_asked(struct ctx *cx, int limit, struct clearance **out)
{
	/* reach: for officers, but behind walls */
	static const char sql[] = ASKED
	    " ORDER BY CASE WHEN c.answered IS NULL THEN 0 ELSE 1 END,"
	    "   CASE WHEN c.answered IS NULL THEN c.asked"
	    "     ELSE -c.answered END, c.id LIMIT $1";
	struct db_rows q;

	db_query(cx, &q, sql, db_i(limit));
	return take(cx, &q, out);
}

enum err
store_clearance_of(struct ctx *cx, const struct dossier *d, int limit,
    struct clearance **out)
{
	/* opened: the predicate held */
	static const char sql[] = COLUMNS
	    "  JOIN dossier d ON d.id = c.dossier" NAMES
	    " WHERE c.dossier = $1 ORDER BY c.id DESC LIMIT $2";
	struct db_rows q;

	db_query(cx, &q, sql, db_i(d->id), db_i(limit));
	return take(cx, &q, out);
}

enum err
store_clearance_mine(struct ctx *cx, int limit, struct clearance **out)
{
	/* reach: of no dossier */
	static const char sql[] = COLUMNS
	    "  LEFT JOIN dossier d ON d.id = c.dossier" NAMES
	    " WHERE c.maker = $viewer AND c.dossier IS NULL"
	    " ORDER BY c.id DESC LIMIT $1";
	struct db_rows q;

	db_query(cx, &q, sql, db_i(limit));
	return take(cx, &q, out);
}

static enum err
fill_names(struct ctx *cx, struct clearance *c)
{
	static const char sql[] =
	    "SELECT n.no, n.name, n.more FROM clearance_name n"
	    " WHERE n.clearance = $1 ORDER BY n.no";
	/* reach: for officers, but behind walls; the check was found */
	static const char all[] = DB_REACH
	    "SELECT n.no, n.name, n.more FROM clearance_name n"
	    " WHERE n.clearance = $1 ORDER BY n.no";
	struct clearance_name **tail = &c->names, *n;
	struct db_rows q;

	*tail = NULL;
	db_query(cx, &q, c->dossier == 0 ? sql : all, db_i(c->id));
	while (db_row(&q)) {
		n = arena_alloc(cx->arena, sizeof(*n));
		n->no = db_int(&q);
		n->name = db_text(&q);
		n->more = db_int(&q) != 0;
		*tail = n;
		tail = &n->next;
	}
	return db_end(&q);
}

#define HITS								\
	"SELECT h.no, h.name, h.how, h.found, h.known,"			\
	"       coalesce(h.person, 0), p.number, h.dossier, h.number,"	\
	"       h.title, h.role, h.former, h.closed, d.type, l.name"	\
	"  FROM clearance_hit h JOIN dossier d ON d.id = h.dossier"	\
	"  LEFT JOIN person p ON p.id = h.person"			\
	"  LEFT JOIN person l ON l.id = d.lead"				\
	" WHERE h.clearance = $1"

/* Hits come in the order of the names. */
static enum err
fill_hits(struct ctx *cx, struct clearance *c, struct db_rows *q)
{
	struct clearance_hit **tail = NULL, *h;
	struct clearance_name *n = c->names;
	int64_t no, name;

	while (db_row(q)) {
		no = db_int(q);
		name = db_int(q);
		if (tail == NULL || n == NULL || n->no != name) {
			for (n = c->names; n != NULL && n->no != name;)
				n = n->next;
			tail = n == NULL ? NULL : &n->hits;
		}
		h = arena_alloc(cx->arena, sizeof(*h));
		h->no = no;
		h->name = name;
		h->how = db_text(q);
		h->found = db_text(q);
		h->known = db_text(q);
		h->person = db_int(q);
		h->person_number = db_text(q);
		h->dossier = db_int(q);
		h->number = db_text(q);
		h->title = db_text(q);
		h->role = db_text(q);
		h->former = db_int(q) != 0;
		h->closed = db_int(q) != 0;
		h->type_id = db_int(q);
		h->lead = db_text(q);
		if (tail == NULL)
			continue;
		*tail = h;
		tail = &h->next;
	}
	return db_end(q);
}

enum err
store_clearance_fill(struct ctx *cx, struct clearance *c, bool officer)
{
	static const char seen[] = HITS " AND" VISIBLE
	    " ORDER BY h.name, h.no";
	/* reach: for officers, but behind walls */
	static const char all[] = DB_REACH HITS
	    " AND NOT EXISTS (SELECT 1 FROM viewer_wall w"
	    "   WHERE w.viewer = $viewer AND w.dossier = h.dossier)"
	    " ORDER BY h.name, h.no";
	struct db_rows q;
	enum err e;

	if ((e = fill_names(cx, c)) != OK)
		return e;
	db_query(cx, &q, officer ? all : seen, db_i(c->id));
	return fill_hits(cx, c, &q);
}

enum err
store_clearance_hidden(struct ctx *cx, struct clearance *c)
{
	/* reach: tells of which names there is more, and nothing of it */
	static const char sql[] = DB_REACH
	    "SELECT DISTINCT h.name FROM clearance_hit h"
	    "  JOIN dossier d ON d.id = h.dossier"
	    " WHERE h.clearance = $1 AND NOT (" VISIBLE ")";
	struct clearance_name *n;
	struct db_rows q;
	int64_t no;

	c->hidden = false;
	db_query(cx, &q, sql, db_i(c->id));
	while (db_row(&q)) {
		c->hidden = true;
		no = db_int(&q);
		for (n = c->names; n != NULL; n = n->next)
			n->hidden |= n->no == no;
	}
	return db_end(&q);
}

static enum err
once(struct ctx *cx, enum err e, int64_t changed)
{
	if (e != OK)
		return e;
	return changed == 1 ? OK : db_stale(cx);
}

enum err
store_clearance_decide(struct ctx *cx, const struct clearance *c,
    const char *state, const char *reason)
{
	static const char sql[] =
	    "UPDATE clearance SET state = $2, reason = $3, decided = $now,"
	    "       decider = $viewer WHERE id = $1 AND state = 'open'";
	int64_t changed;
	enum err e = db_change(cx, &changed, sql, db_i(c->id), db_t(state),
	    db_t(reason));

	return once(cx, e, changed);
}

enum err
store_clearance_ask(struct ctx *cx, const struct clearance *c)
{
	static const char sql[] =
	    "UPDATE clearance SET asked = $now, asker = $viewer"
	    " WHERE id = $1 AND asked IS NULL";
	int64_t changed;
	enum err e = db_change(cx, &changed, sql, db_i(c->id));

	return once(cx, e, changed);
}

enum err
store_clearance_answer(struct ctx *cx, const struct clearance *c,
    const char *answer, const char *remark)
{
	/* reach: officers answer for what they may not see else */
	static const char sql[] = DB_REACH
	    "UPDATE clearance SET answer = $2, remark = $3, answered = $now,"
	    "       officer = $viewer WHERE id = $1 AND answered IS NULL";
	int64_t changed;
	enum err e = db_change(cx, &changed, sql, db_i(c->id), db_t(answer),
	    db_t(remark));

	return once(cx, e, changed);
}
