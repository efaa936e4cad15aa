/* SPDX-License-Identifier: MIT */
/* Tables handover, handover_case and handover_line. */
#include "store/store_handover.h"

#include <string.h>

#include "store/db.h"
#include "store/store_task.h"
#include "store/visible.h"

static const char *const states[] = { HANDOVER_STATES };

enum err
store_handover_add(struct ctx *cx, struct handover *h)
{
	static const char sql[] =
	    "INSERT INTO handover (number, giver, receiver, made, made_by,"
	    "    begins, note)"
	    " VALUES ($1, $2, $3, $now, $viewer, $4, $5)"
	    " ON CONFLICT (number) DO NOTHING RETURNING id";
	struct db_rows q;

	db_query(cx, &q, sql, db_t(h->number), db_i(h->giver),
	    db_i(h->receiver), db_i(h->begins), db_t(h->note));
	h->id = db_row(&q) ? db_int(&q) : 0;
	return db_end(&q);
}

enum err
store_handover_case_add(struct ctx *cx, const struct handover *h,
    const struct dossier *d, int64_t no, bool *added)
{
	/* opened: the predicate held */
	static const char sql[] =
	    "INSERT INTO handover_case (handover, no, dossier, giver, state)"
	    " VALUES ($1, $2, $3, $4, 'waiting') ON CONFLICT DO NOTHING";
	int64_t changed;
	enum err e;

	e = db_change(cx, &changed, sql, db_i(h->id), db_i(no), db_i(d->id),
	    db_i(h->giver));
	*added = changed == 1;
	return e;
}

/* Cases of handover h that the viewer sees, as c and d. */
#define CASES								\
	" FROM handover_case c JOIN dossier d ON d.id = c.dossier"	\
	" WHERE c.handover = h.id AND" VISIBLE
#define COLUMNS								\
	"SELECT h.id, h.number, h.giver, h.receiver, h.made_by,"	\
	"       g.name, r.name, m.name, h.made, h.begins, h.note,"	\
	"       (SELECT count(*)" CASES "),"				\
	"       (SELECT count(*)" CASES " AND c.state = 'waiting'"	\
	"         AND d.status <> 'closed')"				\
	"  FROM handover h"						\
	"  JOIN person g ON g.id = h.giver"				\
	"  JOIN person r ON r.id = h.receiver"				\
	"  JOIN person m ON m.id = h.made_by"
/* Something of it waits, in sight. */
#define WAITS								\
	" EXISTS (SELECT 1" CASES " AND c.state = 'waiting'"		\
	"   AND d.status <> 'closed')"

static enum err
take(struct ctx *cx, struct db_rows *q, struct handover **out)
{
	struct handover **tail = out, *h;

	*out = NULL;
	while (db_row(q)) {
		h = arena_alloc(cx->arena, sizeof(*h));
		h->id = db_int(q);
		h->number = db_text(q);
		h->giver = db_int(q);
		h->receiver = db_int(q);
		h->made_by = db_int(q);
		h->giver_name = db_text(q);
		h->receiver_name = db_text(q);
		h->made_by_name = db_text(q);
		h->made = db_int(q);
		h->begins = db_int(q);
		h->note = db_text(q);
		h->count = db_int(q);
		h->waiting = db_int(q);
		*tail = h;
		tail = &h->next;
	}
	return db_end(q);
}

enum err
store_handover_find(struct ctx *cx, const char *number,
    struct handover **out)
{
	static const char sql[] = COLUMNS " WHERE h.number = $1";
	struct db_rows q;

	db_query(cx, &q, sql, db_t(number));
	return take(cx, &q, out);
}

enum err
store_handover_list(struct ctx *cx, enum store_handover_list which,
    int limit, struct handover **out)
{
	static const char *const sql[] = {
		[STORE_HANDOVER_TO] = COLUMNS
		    " WHERE h.receiver = $viewer AND" WAITS
		    " ORDER BY h.made DESC, h.id DESC LIMIT $1",
		[STORE_HANDOVER_FROM] = COLUMNS
		    " WHERE h.id IN (SELECT x.id FROM handover x"
		    "     WHERE x.giver = $viewer"
		    "   UNION SELECT x.id FROM handover x"
		    "     WHERE x.made_by = $viewer"
		    "   UNION SELECT x.id FROM handover x"
		    "     WHERE x.receiver = $viewer)"
		    " ORDER BY h.made DESC, h.id DESC LIMIT $1",
		[STORE_HANDOVER_MANAGED] = COLUMNS
		    " WHERE h.giver <> $viewer AND h.receiver <> $viewer"
		    "   AND h.made_by <> $viewer"
		    "   AND h.id IN (SELECT c.handover"
		    "     FROM handover_case c"
		    "     JOIN dossier d ON d.id = c.dossier"
		    "    WHERE c.state = 'waiting' AND d.status <> 'closed'"
		    "      AND" VISIBLE_AT(VISIBLE_MANAGE) ")"
		    " ORDER BY h.made DESC, h.id DESC LIMIT $1"
	};
	struct db_rows q;

	db_query(cx, &q, sql[which], db_i(limit));
	return take(cx, &q, out);
}

enum err
store_handover_cases(struct ctx *cx, struct handover *h)
{
	static const char sql[] =
	    "SELECT c.no, d.id, d.number, d.title, c.state, c.said, p.name,"
	    "       c.reason, c.sha256"
	    "  FROM handover_case c JOIN dossier d ON d.id = c.dossier"
	    "  LEFT JOIN person p ON p.id = c.said_by"
	    " WHERE c.handover = $1 AND" VISIBLE
	    " ORDER BY c.no";
	struct handover_case **tail = &h->cases, *c;
	const char *state;
	struct db_rows q;
	int i;

	db_query(cx, &q, sql, db_i(h->id));
	while (db_row(&q)) {
		c = arena_alloc(cx->arena, sizeof(*c));
		c->no = db_int(&q);
		c->dossier = db_int(&q);
		c->number = db_text(&q);
		c->title = db_text(&q);
		state = db_text(&q);
		for (i = 0; i < HANDOVER_GONE && strcmp(states[i],
		    state) != 0; i++)
			;
		c->state = (enum handover_state)i;
		c->said = db_int(&q);
		c->said_by = db_text(&q);
		c->reason = db_text(&q);
		c->sha256 = db_text(&q);
		*tail = c;
		tail = &c->next;
	}
	return db_end(&q);
}

enum err
store_handover_answer(struct ctx *cx, const struct handover *h, int64_t no,
    enum handover_state state, const char *reason, const char *sha256)
{
	/* opened: the case of it was */
	static const char sql[] =
	    "UPDATE handover_case SET state = $3, reason = $4, sha256 = $5,"
	    "       lang = $6, said = $now, said_by = $viewer"
	    " WHERE handover = $1 AND no = $2 AND state = 'waiting'";
	int64_t changed;
	enum err e;

	e = db_change(cx, &changed, sql, db_i(h->id), db_i(no),
	    db_t(states[state]), db_t(reason), db_t(sha256),
	    db_t(cx->lang));
	return e == OK && changed != 1 ? db_stale(cx) : e;
}

#define WORK(level)							\
	"SELECT d.number, d.title, d.due,"				\
	"       CASE WHEN d.lead = $1 THEN 1 ELSE 0 END,"		\
	"       (SELECT count(*) FROM task t WHERE t.dossier = d.id"	\
	"         AND t.owner = $1 AND t.done IS NULL"			\
	"         AND" PART_VISIBLE("t") "),"				\
	"       (SELECT count(*) FROM party y WHERE y.dossier = d.id"	\
	"         AND y.person = $1 AND y.ended IS NULL"		\
	"         AND y.role <> 'lead'),"				\
	"       (SELECT p.name FROM handover_case c"			\
	"         JOIN handover h ON h.id = c.handover"			\
	"         JOIN person p ON p.id = h.receiver"			\
	"        WHERE c.dossier = d.id AND c.giver = $1"		\
	"          AND c.state = 'waiting')"				\
	"  FROM dossier d WHERE d.status <> 'closed'"			\
	"   AND d.id IN (SELECT x.id FROM dossier x"			\
	"       WHERE x.lead = $1 AND x.status <> 'closed'"		\
	"     UNION SELECT t.dossier FROM task t"			\
	"       WHERE t.owner = $1 AND t.done IS NULL"			\
	"         AND" PART_VISIBLE("t")				\
	"     UNION SELECT y.dossier FROM party y"			\
	"       WHERE y.person = $1 AND y.ended IS NULL)"		\
	"   AND" VISIBLE_AT(level)					\
	" ORDER BY d.due, d.id LIMIT $2"

enum err
store_handover_work(struct ctx *cx, int64_t person, bool own, int limit,
    struct handover_work **out)
{
	static const char mine[] = WORK("3"), managed[] = WORK("5");
	struct handover_work *w;
	struct db_rows q;

	*out = NULL;
	db_query(cx, &q, own ? mine : managed, db_i(person), db_i(limit));
	while (db_row(&q)) {
		w = arena_alloc(cx->arena, sizeof(*w));
		w->number = db_text(&q);
		w->title = db_text(&q);
		w->due = store_task_moment(db_int(&q));
		w->lead = db_int(&q) != 0;
		w->tasks = db_int(&q);
		w->roles = db_int(&q);
		w->waits = db_text(&q);
		*out = w;
		out = &w->next;
	}
	return db_end(&q);
}

enum err
store_handover_has(struct ctx *cx, const struct dossier *d, int64_t person,
    int64_t *tasks)
{
	/* opened: the predicate held */
	static const char sql[] =
	    "SELECT count(*) FROM task t WHERE t.dossier = $1"
	    "   AND t.owner = $2 AND t.done IS NULL AND" PART_VISIBLE("t");
	struct db_rows q;

	db_query(cx, &q, sql, db_i(d->id), db_i(person));
	*tasks = db_row(&q) ? db_int(&q) : 0;
	return db_end(&q);
}

enum err
store_handover_tasks(struct ctx *cx, const struct dossier *d, int64_t from,
    int64_t to, int64_t *moved)
{
	/* opened: the predicate held */
	static const char owned[] =
	    "UPDATE task SET owner = $3, version = version + 1"
	    " WHERE dossier = $1 AND owner = $2 AND done IS NULL"
	    "   AND" PART_VISIBLE("task");
	static const char lent[] =
	    "UPDATE task SET delegator = $3, version = version + 1"
	    " WHERE dossier = $1 AND delegator = $2 AND done IS NULL"
	    "   AND" PART_VISIBLE("task");
	enum err e;

	if ((e = db_change(cx, moved, owned, db_i(d->id), db_i(from),
	    db_i(to))) != OK)
		return e;
	return db_run(cx, lent, db_i(d->id), db_i(from), db_i(to));
}

enum err
store_handover_left(struct ctx *cx, struct handover_left **out)
{
	static const char sql[] =
	    "SELECT p.number, p.name, count(*)"
	    "  FROM staff f CROSS JOIN dossier d CROSS JOIN person p"
	    " WHERE f.enabled = 0 AND d.lead = f.person AND p.id = f.person"
	    "   AND d.status IN ('open', 'waiting')"
	    "   AND" VISIBLE_AT(VISIBLE_MANAGE)
	    " GROUP BY p.id, p.number, p.name, p.name_key"
	    " ORDER BY p.name_key, p.id LIMIT 100";
	struct handover_left *x;
	struct db_rows q;

	*out = NULL;
	db_query(cx, &q, sql);
	while (db_row(&q)) {
		x = arena_alloc(cx->arena, sizeof(*x));
		x->number = db_text(&q);
		x->name = db_text(&q);
		x->cases = db_int(&q);
		*out = x;
		out = &x->next;
	}
	return db_end(&q);
}

enum err
store_handover_line_add(struct ctx *cx, const struct handover *h, int64_t no,
    int64_t place, const struct handover_line *l)
{
	/* opened: the case of it was */
	static const char sql[] =
	    "INSERT INTO handover_line (handover, no, place, section, text,"
	    "    detail, due, thing, compartment)"
	    " VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)";

	return db_run(cx, sql, db_i(h->id), db_i(no), db_i(place),
	    db_t(l->section), db_t(l->text), db_t(l->detail), db_i(l->due),
	    db_i(l->thing), db_i(l->compartment));
}

enum err
store_handover_lines(struct ctx *cx, const struct handover *h, int64_t no,
    struct handover_line **out)
{
	/* opened: the case of it was; what went into a compartment since
	 * then, there or where it was moved to, is among its events */
	static const char sql[] =
	    "SELECT y.section, y.text, y.detail, y.due, y.thing,"
	    "       y.compartment"
	    "  FROM handover_line y JOIN handover_case k"
	    "    ON k.handover = y.handover AND k.no = y.no"
	    " WHERE y.handover = $1 AND y.no = $2 AND" PART_VISIBLE("y")
	    "   AND NOT EXISTS (SELECT 1 FROM event_protected c"
	    "     WHERE c.dossier = k.dossier AND c.no = y.thing AND NOT "
	    COMPARTMENT_HELD("c.compartment") ")"
	    " ORDER BY y.place";
	struct handover_line *l;
	struct db_rows q;

	*out = NULL;
	db_query(cx, &q, sql, db_i(h->id), db_i(no));
	while (db_row(&q)) {
		l = arena_alloc(cx->arena, sizeof(*l));
		l->section = db_text(&q);
		l->text = db_text(&q);
		l->detail = db_text(&q);
		l->due = db_int(&q);
		l->thing = db_int(&q);
		l->compartment = db_int(&q);
		*out = l;
		out = &l->next;
	}
	return db_end(&q);
}

enum err
store_handover_tell(struct ctx *cx, const struct handover *h,
    int64_t dossier, int64_t person, int64_t due)
{
	/* reach: who is told looks it up by their own right */
	static const char sql[] =
	    "INSERT INTO outbox (person, dossier, no, queued, due, kind)"
	    " SELECT f.person, $1, $4, $now, $3, 'handover' FROM staff f"
	    "  WHERE f.person = $2 AND f.enabled = 1";

	return db_run(cx, sql, db_i(dossier), db_i(person), db_i(due),
	    db_i(h->id));
}
