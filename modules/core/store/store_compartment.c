/* SPDX-License-Identifier: MIT */
/* Tables compartment, viewer_compartment and event_protected. */
#include "store/store_compartment.h"

#include "store/db.h"
#include "store/visible.h"

#define FOR_GOOD INT64_C(253402300799)

#define PART_OF(p)							\
	PART_COMPARTMENT(p) "," PART_PRIVILEGED(p, PART_DOSSIER(p))	\
	"," PART_HELD(p, PART_DOSSIER(p))
#define COLUMNS								\
	"SELECT c.id, c.code, c.name,"					\
	"       (SELECT count(*) FROM viewer_compartment v"		\
	"         WHERE v.compartment = c.id AND v.until > $now),"	\
	"       CASE WHEN " COMPARTMENT_HELD("c.id")			\
	"         THEN 1 ELSE 0 END, c.privilege"			\
	"  FROM compartment c"

static enum err
take(struct ctx *cx, struct db_rows *q, struct compartment **out)
{
	struct compartment **tail = out, *c;

	*out = NULL;
	while (db_row(q)) {
		c = arena_alloc(cx->arena, sizeof(*c));
		c->id = db_int(q);
		c->code = db_text(q);
		c->name = db_text(q);
		c->members = db_int(q);
		c->held = db_int(q) != 0;
		c->privilege = db_int(q) != 0;
		*tail = c;
		tail = &c->next;
	}
	return db_end(q);
}

enum err
store_compartment_list(struct ctx *cx, struct compartment **out)
{
	static const char sql[] = COLUMNS " ORDER BY c.id";
	struct db_rows q;

	db_query(cx, &q, sql);
	return take(cx, &q, out);
}

enum err
store_compartment_find(struct ctx *cx, const char *code,
    struct compartment **out)
{
	static const char sql[] = COLUMNS " WHERE c.code = $1";
	struct db_rows q;

	db_query(cx, &q, sql, db_t(code));
	return take(cx, &q, out);
}

enum err
store_compartment_add(struct ctx *cx, const char *code, const char *name,
    bool privilege)
{
	static const char sql[] =
	    "INSERT INTO compartment (code, name, privilege)"
	    " VALUES ($1, $2, $3)";

	return db_run(cx, sql, db_t(code), db_t(name), db_i(privilege));
}

enum err
store_compartment_privilege(struct ctx *cx, int64_t compartment)
{
	static const char sql[] =
	    "UPDATE compartment SET privilege = 1 WHERE id = $1";

	return db_run(cx, sql, db_i(compartment));
}

enum err
store_compartment_members(struct ctx *cx, int64_t compartment,
    struct compartment_member **out)
{
	static const char sql[] =
	    "SELECT v.viewer, p.number, p.name, v.until, v.given, g.name,"
	    "       v.reason"
	    "  FROM viewer_compartment v JOIN person p ON p.id = v.viewer"
	    "  LEFT JOIN person g ON g.id = v.giver"
	    " WHERE v.compartment = $1 AND v.until > $now"
	    " ORDER BY p.name_key, p.id";
	struct compartment_member **tail = out, *m;
	struct db_rows q;

	*out = NULL;
	db_query(cx, &q, sql, db_i(compartment));
	while (db_row(&q)) {
		m = arena_alloc(cx->arena, sizeof(*m));
		m->person = db_int(&q);
		m->number = db_text(&q);
		m->name = db_text(&q);
		m->until = db_int(&q);
		if (m->until == FOR_GOOD)
			m->until = 0;
		m->given = db_int(&q);
		m->giver = db_text(&q);
		m->reason = db_text(&q);
		*tail = m;
		tail = &m->next;
	}
	return db_end(&q);
}

enum err
store_compartment_admit(struct ctx *cx, int64_t compartment,
    const struct compartment_member *m)
{
	static const char sql[] =
	    "INSERT INTO viewer_compartment"
	    "    (viewer, compartment, until, given, giver, reason)"
	    " VALUES ($1, $2, $3, $now, $4, $5)"
	    " ON CONFLICT (viewer, compartment) DO UPDATE"
	    "    SET until = excluded.until, given = excluded.given,"
	    "        giver = excluded.giver, reason = excluded.reason";

	return db_run(cx, sql, db_i(m->person), db_i(compartment),
	    db_i(m->until == 0 ? FOR_GOOD : m->until), db_i0(cx->viewer),
	    db_t(m->reason));
}

enum err
store_compartment_dismiss(struct ctx *cx, int64_t compartment,
    int64_t person)
{
	static const char sql[] =
	    "DELETE FROM viewer_compartment"
	    " WHERE viewer = $1 AND compartment = $2";

	return db_run(cx, sql, db_i(person), db_i(compartment));
}

enum err
store_compartment_holds(struct ctx *cx, int64_t compartment, int64_t person,
    bool *out)
{
	static const char one[] =
	    "SELECT 1 FROM viewer_compartment"
	    " WHERE viewer = $1 AND compartment = $2 AND until > $now";
	static const char any[] =
	    "SELECT 1 FROM viewer_compartment"
	    " WHERE viewer = $1 AND until > $now LIMIT 1";
	struct db_rows q;

	if (compartment == 0)
		db_query(cx, &q, any, db_i(person));
	else
		db_query(cx, &q, one, db_i(person), db_i(compartment));
	*out = db_row(&q);
	return db_end(&q);
}

enum err
store_compartment_part(struct ctx *cx, const struct dossier *d, int64_t no,
    struct compartment_part **out)
{
	/* opened: the predicate held */
	static const char sql[] =
	    "SELECT 0, f.name, ''," PART_OF("f") ", 0, '', 0,"
	    "       (SELECT count(*) FROM approval a"
	    "         WHERE a.dossier = $1 AND a.document = $2)"
	    "  FROM document f WHERE f.dossier = $1 AND f.no = $2"
	    "   AND" PART_VISIBLE("f")
	    " UNION ALL "
	    "SELECT 1, n.text, ''," PART_OF("n") ", 0, '', 0, 0"
	    "  FROM note n WHERE n.dossier = $1 AND n.no = $2"
	    "   AND" PART_VISIBLE("n")
	    " UNION ALL "
	    "SELECT 2, t.title, ''," PART_OF("t") ","
	    "       coalesce(t.owner, 0), o.name, t.item,"
	    "       (SELECT count(*) FROM goal g"
	    "          JOIN goal_step s ON s.goal = g.id"
	    "         WHERE g.dossier = $1 AND s.task = $2)"
	    "  FROM task t LEFT JOIN person o ON o.id = t.owner"
	    " WHERE t.dossier = $1 AND t.no = $2 AND" PART_VISIBLE("t")
	    " UNION ALL "
	    "SELECT 3, y.title, y.code," PART_OF("y") ", 0, '', 0, 0"
	    "  FROM form y WHERE y.dossier = $1 AND y.no = $2"
	    "   AND y.state <> 'undone' AND" PART_VISIBLE("y");
	struct compartment_part *p;
	struct db_rows q;

	*out = NULL;
	db_query(cx, &q, sql, db_i(d->id), db_i(no));
	if (db_row(&q)) {
		p = *out = arena_alloc(cx->arena, sizeof(*p));
		p->no = no;
		p->kind = (enum compartment_kind)db_int(&q);
		p->name = db_text(&q);
		p->code = db_text(&q);
		p->compartment = db_int(&q);
		p->compartment_name = db_text(&q);
		p->privileged = db_int(&q) != 0;
		p->held = db_int(&q) != 0;
		p->owner = db_int(&q);
		p->owner_name = db_text(&q);
		p->planned = db_int(&q) != 0;
		p->tied = db_int(&q) != 0;
	}
	return db_end(&q);
}

enum err
store_compartment_put(struct ctx *cx, const struct dossier *d,
    const struct compartment_part *p, int64_t compartment)
{
	/* opened: the predicate held */
	static const char *const sql[] = {
		[COMPARTMENT_DOCUMENT] = "UPDATE document"
		    " SET compartment = $3 WHERE dossier = $1 AND no = $2",
		[COMPARTMENT_NOTE] = "UPDATE note"
		    " SET compartment = $3 WHERE dossier = $1 AND no = $2",
		[COMPARTMENT_TASK] = "UPDATE task"
		    " SET compartment = $3 WHERE dossier = $1 AND no = $2",
		[COMPARTMENT_FORM] = "UPDATE form SET compartment = $3,"
		    " version = version + 1 WHERE dossier = $1 AND no = $2"
	};

	return db_run(cx, sql[p->kind], db_i(d->id), db_i(p->no),
	    db_i(compartment));
}

enum err
store_compartment_dossier(struct ctx *cx, int64_t dossier,
    int64_t compartment)
{
	/* opened: the predicate held */
	static const char sql[] =
	    "UPDATE dossier SET compartment = $2 WHERE id = $1";

	return db_run(cx, sql, db_i(dossier), db_i(compartment));
}

enum err
store_compartment_outsider(struct ctx *cx, const struct dossier *d,
    int64_t compartment, const char **name)
{
	/* opened: the predicate held */
	static const char sql[] =
	    "SELECT p.name FROM person p WHERE p.id IN"
	    " (SELECT d.lead FROM dossier d WHERE d.id = $1 UNION ALL"
	    "  SELECT t.owner FROM task t WHERE t.dossier = $1"
	    "     AND t.done IS NULL AND" PART_VISIBLE("t") ")"
	    "   AND NOT EXISTS (SELECT 1 FROM viewer_compartment v"
	    "     WHERE v.viewer = p.id AND v.compartment = $2"
	    "       AND v.until > $now)"
	    " ORDER BY p.name_key LIMIT 1";
	struct db_rows q;

	db_query(cx, &q, sql, db_i(d->id), db_i(compartment));
	*name = db_row(&q) ? db_text(&q) : "";
	return db_end(&q);
}

enum err
store_compartment_hidden(struct ctx *cx, const struct dossier *d,
    int64_t counts[COMPARTMENT_KINDS])
{
	/* opened: the predicate held; numbers, where the type tells them */
	static const char sql[] = DB_REACH
	    "SELECT (SELECT count(*) FROM document f"
	    "         WHERE f.dossier = $1 AND f.compartment <> 0"
	    "           AND NOT" PART_VISIBLE("f") "),"
	    "       (SELECT count(*) FROM note n"
	    "         WHERE n.dossier = $1 AND n.compartment <> 0"
	    "           AND NOT" PART_VISIBLE("n") "),"
	    "       (SELECT count(*) FROM task t"
	    "         WHERE t.dossier = $1 AND t.compartment <> 0"
	    "           AND NOT" PART_VISIBLE("t") "),"
	    "       (SELECT count(*) FROM form y"
	    "         WHERE y.dossier = $1 AND y.compartment <> 0"
	    "           AND y.state <> 'undone' AND NOT" PART_VISIBLE("y") ")";
	struct db_rows q;
	bool there;

	db_query(cx, &q, sql, db_i(d->id));
	there = db_row(&q);
	counts[COMPARTMENT_DOCUMENT] = there ? db_int(&q) : 0;
	counts[COMPARTMENT_NOTE] = there ? db_int(&q) : 0;
	counts[COMPARTMENT_TASK] = there ? db_int(&q) : 0;
	counts[COMPARTMENT_FORM] = there ? db_int(&q) : 0;
	return db_end(&q);
}

/* The dossier of a thing and those that it came from. */
#define PLACES								\
	"(SELECT x.id AS dossier, x.no FROM"				\
	"   (SELECT d.id, $2 + 0 AS no FROM dossier d"			\
	"     WHERE d.id = $1) x"					\
	"  UNION ALL SELECT m.dossier, m.no FROM dossier_moved m"	\
	"   WHERE m.to_dossier = $1 AND m.to_no = $2)"

enum err
store_compartment_said(struct ctx *cx, const struct dossier *d, int64_t no,
    const char *noun, struct store_compartment_said **out)
{
	/* reach: of a thing that the viewer sees, wherever it was before;
	 * shown to nobody */
	static const char sql[] = DB_REACH
	    "SELECT e.dossier, e.seq, w.no, e.kind, b.body"
	    "  FROM " PLACES " w JOIN event e ON e.dossier = w.dossier"
	    "  JOIN event_body b ON b.event = e.id"
	    " WHERE (e.kind >= $3 AND e.kind < $4) OR e.kind = 'act.undone'"
	    "    OR (e.kind >= 'assignment.' AND e.kind < 'assignment/')"
	    "    OR e.kind IN ('docket.attached', 'docket.detached')"
	    " ORDER BY e.dossier, e.seq";
	struct store_compartment_said **tail = out, *s;
	struct db_rows q;

	*out = NULL;
	db_query(cx, &q, sql, db_i(d->id), db_i(no),
	    db_t(arena_printf(cx->arena, "%s.", noun)),
	    db_t(arena_printf(cx->arena, "%s/", noun)));
	while (db_row(&q)) {
		s = arena_alloc(cx->arena, sizeof(*s));
		s->dossier = db_int(&q);
		s->seq = db_int(&q);
		s->no = db_int(&q);
		s->kind = db_text(&q);
		s->body = db_text(&q);
		*tail = s;
		tail = &s->next;
	}
	return db_end(&q);
}

enum err
store_compartment_hide(struct ctx *cx, const struct store_compartment_said *s,
    int64_t compartment)
{
	static const char sql[] =
	    "INSERT INTO event_protected (dossier, seq, no, compartment)"
	    " VALUES ($1, $2, $3, $4)"
	    " ON CONFLICT (dossier, seq) DO UPDATE"
	    "    SET compartment = excluded.compartment";

	return db_run(cx, sql, db_i(s->dossier), db_i(s->seq), db_i(s->no),
	    db_i(compartment));
}

enum err
store_compartment_spoken(struct ctx *cx, const struct dossier *d,
    int64_t seq, int64_t *no, int64_t *compartment)
{
	static const char sql[] =
	    "SELECT no, compartment FROM event_protected"
	    " WHERE dossier = $1 AND seq = $2";
	struct db_rows q;
	bool there;

	db_query(cx, &q, sql, db_i(d->id), db_i(seq));
	there = db_row(&q);
	*no = there ? db_int(&q) : 0;
	*compartment = there ? db_int(&q) : 0;
	return db_end(&q);
}

enum err
store_compartment_tell(struct ctx *cx, const struct dossier *d, int64_t no)
{
	/* opened: the predicate held */
	static const char here[] =
	    "DELETE FROM event_protected WHERE dossier = $1 AND no = $2";
	static const char before[] =
	    "DELETE FROM event_protected WHERE (dossier, no) IN"
	    " (SELECT m.dossier, m.no FROM dossier_moved m"
	    "   WHERE m.to_dossier = $1 AND m.to_no = $2)";
	enum err e = db_run(cx, here, db_i(d->id), db_i(no));

	return e != OK ? e : db_run(cx, before, db_i(d->id), db_i(no));
}
