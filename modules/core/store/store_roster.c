/* SPDX-License-Identifier: MIT */
/* Staff, sessions and scopes, without any dossier. */
#include "store/store_roster.h"

#include "store/db.h"

/* A member, and the sessions that live; $1 and $2 say since when. */
#define MEMBER								\
	"SELECT f.person, p.number, p.name, p.name_key, f.login, f.dn,"	\
	"    f.enabled, f.rights, f.checked, f.seen,"			\
	"    (SELECT count(*) FROM session s"				\
	"      WHERE s.person = f.person AND s.ended IS NULL"		\
	"        AND s.used >= $1 AND s.created >= $2) AS sessions"	\
	"  FROM staff f JOIN person p ON p.id = f.person"

/* A row for each label of each. */
#define WITH_LABELS							\
	"SELECT m.person, m.number, m.name, m.login, m.dn, m.enabled,"	\
	"    m.rights, m.checked, m.seen, m.sessions,"			\
	"    r.label"							\
	"  FROM m LEFT JOIN staff_role r ON r.person = m.person"	\
	" ORDER BY m.name_key, m.person, r.label"

static const char *
join(struct ctx *cx, const char *labels, const char *label)
{
	return label[0] == '\0' ? labels : labels[0] == '\0' ? label :
	    arena_printf(cx->arena, "%s, %s", labels, label);
}

static enum err
take_members(struct ctx *cx, struct db_rows *q, struct roster_member **out)
{
	struct roster_member *m = NULL, **tail = out;
	int64_t person;

	*out = NULL;
	while (db_row(q)) {
		person = db_int(q);
		if (m == NULL || m->person != person) {
			m = arena_alloc(cx->arena, sizeof(*m));
			m->person = person;
			m->labels = "";
			*tail = m;
			tail = &m->next;
		}
		m->number = db_text(q);
		m->name = db_text(q);
		m->login = db_text(q);
		m->dn = db_text(q);
		m->enabled = db_int(q) != 0;
		m->rights = (unsigned int)db_int(q);
		m->checked = db_int(q);
		m->seen = db_int(q);
		m->sessions = db_int(q);
		m->labels = join(cx, m->labels, db_text(q));
	}
	return db_end(q);
}

enum err
store_roster_list(struct ctx *cx, const char *text, int64_t after,
    int limit, int64_t live_used, int64_t live_created,
    struct roster_member **out)
{
	static const char sql[] =
	    "WITH m AS (" MEMBER
	    " WHERE (p.name_key, p.id) > (coalesce((SELECT a.name_key"
	    "           FROM person a WHERE a.id = $3), ''), $3)"
	    "   AND (substr(p.name_key, 1, length($4)) = $4"
	    "     OR substr(f.login, 1, length($4)) = $4"
	    "     OR EXISTS (SELECT 1 FROM person_word w"
	    "                 WHERE w.person = p.id AND w.word = $4))"
	    " ORDER BY p.name_key, p.id LIMIT $5) " WITH_LABELS;
	struct db_rows q;

	db_query(cx, &q, sql, db_i(live_used), db_i(live_created),
	    db_i(after), db_t(text), db_i(limit));
	return take_members(cx, &q, out);
}

enum err
store_roster_get(struct ctx *cx, const char *number, int64_t live_used,
    int64_t live_created, struct roster_member **out)
{
	static const char sql[] =
	    "WITH m AS (" MEMBER " WHERE p.number = $3) " WITH_LABELS;
	struct db_rows q;

	db_query(cx, &q, sql, db_i(live_used), db_i(live_created),
	    db_t(number));
	return take_members(cx, &q, out);
}

enum err
store_roster_sessions(struct ctx *cx, int64_t live_used,
    int64_t live_created, int limit, struct roster_session **out)
{
	static const char sql[] =
	    "SELECT p.number, p.name, f.login, s.created, s.used"
	    "  FROM session s JOIN staff f ON f.person = s.person"
	    "  JOIN person p ON p.id = s.person"
	    " WHERE s.used >= $1 AND s.created >= $2 AND s.ended IS NULL"
	    " ORDER BY s.used DESC LIMIT $3";
	struct roster_session *s, **tail = out;
	struct db_rows q;

	*out = NULL;
	db_query(cx, &q, sql, db_i(live_used), db_i(live_created),
	    db_i(limit));
	while (db_row(&q)) {
		s = arena_alloc(cx->arena, sizeof(*s));
		s->number = db_text(&q);
		s->name = db_text(&q);
		s->login = db_text(&q);
		s->created = db_int(&q);
		s->used = db_int(&q);
		*tail = s;
		tail = &s->next;
	}
	return db_end(&q);
}

enum err
store_roster_holders(struct ctx *cx, const char *type,
    const char *team_code, int limit, struct roster_holder **out)
{
	static const char sql[] =
	    "WITH m AS (SELECT v.viewer, v.level, p.number, p.name, p.name_key,"
	    "    t.id AS team"
	    "  FROM scope s JOIN team t ON t.id = s.team"
	    "  JOIN viewer_scope v ON v.scope = s.id"
	    "  JOIN person p ON p.id = v.viewer"
	    " WHERE s.type = $1 AND t.code = $2"
	    " ORDER BY v.level DESC, p.name_key, p.id LIMIT $3)"
	    " SELECT m.viewer, m.number, m.name, m.level, r.label"
	    "  FROM m LEFT JOIN staff_role r ON r.person = m.viewer"
	    "   AND (r.every = 1 OR r.team = m.team) AND r.level > 0"
	    "   AND (r.types = '*' OR ' ' || r.types || ' ' LIKE"
	    "        '% ' || $1 || ' %')"
	    " ORDER BY m.level DESC, m.name_key, m.viewer, r.label";
	struct roster_holder *h = NULL, **tail = out;
	struct db_rows q;
	int64_t person;

	*out = NULL;
	db_query(cx, &q, sql, db_t(type), db_t(team_code), db_i(limit));
	while (db_row(&q)) {
		person = db_int(&q);
		if (h == NULL || h->person != person) {
			h = arena_alloc(cx->arena, sizeof(*h));
			h->person = person;
			h->labels = "";
			*tail = h;
			tail = &h->next;
		}
		h->number = db_text(&q);
		h->name = db_text(&q);
		h->level = (enum level)db_int(&q);
		h->labels = join(cx, h->labels, db_text(&q));
	}
	return db_end(&q);
}

enum err
store_roster_scopes(struct ctx *cx, struct roster_scope **out)
{
	static const char sql[] =
	    "SELECT s.id, s.type, t.name, t.code, v.level, count(v.viewer)"
	    "  FROM scope s JOIN team t ON t.id = s.team"
	    "  LEFT JOIN viewer_scope v ON v.scope = s.id"
	    " GROUP BY s.id, s.type, t.name, t.code, t.name_key, v.level"
	    " ORDER BY s.type, t.name_key, s.id, v.level";
	struct roster_scope *s = NULL, **tail = out;
	int64_t id, last = 0, level;
	struct db_rows q;

	*out = NULL;
	db_query(cx, &q, sql);
	while (db_row(&q)) {
		if ((id = db_int(&q)) != last || s == NULL) {
			s = arena_alloc(cx->arena, sizeof(*s));
			*tail = s;
			tail = &s->next;
			last = id;
		}
		s->type = db_text(&q);
		s->team = db_text(&q);
		s->team_code = db_text(&q);
		level = db_int(&q);
		if (level >= 0 && level <= LEVEL_MANAGE)
			s->at[level] = db_int(&q);
	}
	return db_end(&q);
}

enum err
store_roster_labels(struct ctx *cx, struct roster_label **out)
{
	static const char sql[] =
	    "SELECT label, count(*) FROM staff_role"
	    " GROUP BY label ORDER BY label";
	struct roster_label *l, **tail = out;
	struct db_rows q;

	*out = NULL;
	db_query(cx, &q, sql);
	while (db_row(&q)) {
		l = arena_alloc(cx->arena, sizeof(*l));
		l->label = db_text(&q);
		l->people = db_int(&q);
		*tail = l;
		tail = &l->next;
	}
	return db_end(&q);
}

enum err
store_roster_state(struct ctx *cx, int64_t live_used, int64_t live_created,
    struct roster_state *out)
{
	static const char sql[] =
	    DB_REACH "SELECT count(*), coalesce(sum(f.enabled), 0),"
	    "    count(f.directory_id),"
	    "    coalesce(sum(CASE WHEN f.enabled = 1 AND NOT EXISTS"
	    "      (SELECT 1 FROM staff_role r WHERE r.person = f.person)"
	    "      THEN 1 ELSE 0 END), 0),"
	    "    (SELECT count(*) FROM session s WHERE s.used >= $1"
	    "        AND s.created >= $2 AND s.ended IS NULL),"
	    "    min(CASE WHEN f.enabled = 1 AND f.directory_id IS NOT NULL"
	    "      THEN f.checked END),"
	    "    max(CASE WHEN f.directory_id IS NOT NULL"
	    "      THEN f.checked END),"
	    "    (SELECT e.recorded FROM event e WHERE e.id ="
	    "      (SELECT max(x.id) FROM event x))"
	    "  FROM staff f";
	struct db_rows q;

	*out = (struct roster_state){ 0 };
	/* reach: when anything was last recorded, not what */
	db_query(cx, &q, sql, db_i(live_used), db_i(live_created));
	if (db_row(&q)) {
		out->staff = db_int(&q);
		out->enabled = db_int(&q);
		out->of_directory = db_int(&q);
		out->without_role = db_int(&q);
		out->sessions = db_int(&q);
		out->oldest = db_int(&q);
		out->newest = db_int(&q);
		out->last_event = db_int(&q);
	}
	return db_end(&q);
}
