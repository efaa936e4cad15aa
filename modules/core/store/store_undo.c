/* SPDX-License-Identifier: MIT */
/* Tables act and act_step. */
#include "store/store_undo.h"

#include "store/db.h"
#include "store/visible.h"

enum err
store_undo_add(struct ctx *cx, const char *number, int64_t *id)
{
	static const char sql[] =
	    "INSERT INTO act (number, actor, done)"
	    " VALUES ($1, $viewer, $now)"
	    " ON CONFLICT (number) DO NOTHING RETURNING id";
	struct db_rows q;

	db_query(cx, &q, sql, db_t(number));
	*id = db_row(&q) ? db_int(&q) : 0;
	return db_end(&q);
}

#define ACTS								\
	"SELECT a.id, a.number, a.actor, p.name, a.done, a.undone, u.name" \
	"  FROM act a JOIN person p ON p.id = a.actor"			\
	"  LEFT JOIN person u ON u.id = a.undone_by"			\
	" WHERE NOT EXISTS (SELECT 1 FROM act_step s"			\
	"   JOIN event_protected c ON c.dossier = s.dossier"		\
	"    AND c.seq = s.seq"						\
	"  WHERE s.act = a.id AND NOT "					\
	COMPARTMENT_HELD("c.compartment") ")"

static enum err
acts_of(struct ctx *cx, struct db_rows *q, struct store_undo_act **out)
{
	struct store_undo_act **tail = out, *a;

	*out = NULL;
	while (db_row(q)) {
		a = arena_alloc(cx->arena, sizeof(*a));
		a->id = db_int(q);
		a->number = db_text(q);
		a->actor = db_int(q);
		a->actor_name = db_text(q);
		a->done = db_int(q);
		a->undone = db_int(q);
		a->undone_by = db_text(q);
		*tail = a;
		tail = &a->next;
	}
	return db_end(q);
}

enum err
store_undo_find(struct ctx *cx, const char *number,
    struct store_undo_act **out)
{
	static const char sql[] = ACTS " AND a.number = $1";
	struct db_rows q;

	db_query(cx, &q, sql, db_t(number));
	return acts_of(cx, &q, out);
}

enum err
store_undo_mine(struct ctx *cx, int64_t since, int limit,
    struct store_undo_act **out)
{
	static const char sql[] = ACTS
	    " AND a.actor = $viewer AND a.done > $1"
	    " ORDER BY a.done DESC, a.id DESC LIMIT $2";
	struct db_rows q;

	db_query(cx, &q, sql, db_i(since), db_i(limit));
	return acts_of(cx, &q, out);
}

enum err
store_undo_done(struct ctx *cx, int64_t act)
{
	static const char sql[] =
	    "UPDATE act SET undone = $now, undone_by = $viewer"
	    " WHERE id = $1";

	return db_run(cx, sql, db_i(act));
}

enum err
store_undo_sweep(struct ctx *cx, int64_t before)
{
	static const char steps[] =
	    "DELETE FROM act_step WHERE act IN"
	    " (SELECT a.id FROM act a WHERE a.done < $1)";
	static const char acts[] = "DELETE FROM act WHERE done < $1";
	enum err e;

	if ((e = db_run(cx, steps, db_i(before))) != OK)
		return e;
	return db_run(cx, acts, db_i(before));
}

enum err
store_undo_step_add(struct ctx *cx, int64_t act,
    const struct store_undo_step *s)
{
	/* opened: the predicate held for both dossiers */
	static const char sql[] =
	    "INSERT INTO act_step (act, no, dossier, seq, other, other_seq,"
	    "    parts, held, kind, state)"
	    " VALUES ($1, $2, $3,"
	    "    (SELECT d.seq + 1 FROM dossier d WHERE d.id = $3), $4,"
	    "    coalesce((SELECT d.seq + 1 FROM dossier d"
	    "      WHERE d.id = $4), 0), $5, $6, $7, $8)";

	return db_run(cx, sql, db_i(act), db_i(s->no), db_i(s->dossier),
	    db_i0(s->other), db_i(s->parts), db_i(s->held), db_t(s->kind),
	    db_t(s->state));
}

enum err
store_undo_steps(struct ctx *cx, int64_t act, int64_t limit,
    struct store_undo_step **out)
{
	static const char sql[] =
	    "SELECT no, dossier, seq, other, other_seq, parts, held, kind,"
	    "       state"
	    "  FROM act_step WHERE act = $1 ORDER BY no LIMIT $2";
	struct store_undo_step **tail = out, *s;
	struct db_rows q;

	*out = NULL;
	db_query(cx, &q, sql, db_i(act), db_i(limit));
	while (db_row(&q)) {
		s = arena_alloc(cx->arena, sizeof(*s));
		s->no = db_int(&q);
		s->dossier = db_int(&q);
		s->seq = db_int(&q);
		s->other = db_int(&q);
		s->other_seq = db_int(&q);
		s->parts = (unsigned int)db_int(&q);
		s->held = (enum level)db_int(&q);
		s->kind = db_text(&q);
		s->state = db_text(&q);
		*tail = s;
		tail = &s->next;
	}
	return db_end(&q);
}

enum err
store_undo_count(struct ctx *cx, int64_t act, int64_t *out)
{
	static const char sql[] =
	    "SELECT count(DISTINCT s.dossier) FROM act_step s"
	    " WHERE s.act = $1";
	struct db_rows q;

	db_query(cx, &q, sql, db_i(act));
	*out = db_row(&q) ? db_int(&q) : 0;
	return db_end(&q);
}

enum err
store_undo_marks(struct ctx *cx, const struct dossier *d, int64_t since,
    struct store_undo_mark **out)
{
	static const char sql[] =
	    "SELECT s.seq, a.number"
	    "  FROM act_step s JOIN act a ON a.id = s.act"
	    " WHERE s.dossier = $1 AND a.actor = $viewer AND a.done > $2"
	    "   AND a.undone IS NULL"
	    " UNION ALL "
	    "SELECT s.other_seq, a.number"
	    "  FROM act_step s JOIN act a ON a.id = s.act"
	    " WHERE s.other = $1 AND a.actor = $viewer AND a.done > $2"
	    "   AND a.undone IS NULL";
	struct store_undo_mark **tail = out, *m;
	struct db_rows q;

	*out = NULL;
	db_query(cx, &q, sql, db_i(d->id), db_i(since));
	while (db_row(&q)) {
		m = arena_alloc(cx->arena, sizeof(*m));
		m->seq = db_int(&q);
		m->act = db_text(&q);
		*tail = m;
		tail = &m->next;
	}
	return db_end(&q);
}
