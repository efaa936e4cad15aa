/* SPDX-License-Identifier: MIT */
/* Table staff, with the names of its persons. */
#include "store/store_staff.h"

#include <string.h>

#include "store/db.h"

#define STAFF_COLUMNS							\
	"SELECT f.person, p.number, p.name, p.given, p.family,"		\
	"   p.email, f.login, f.directory_id, f.dn, f.enabled,"		\
	"   f.language, f.zone, f.rights, f.checked, f.seen,"		\
	"   p.version, f.mail"						\
	"  FROM staff f JOIN person p ON p.id = f.person"

/* Reads the rows of a query of STAFF_COLUMNS and ends it. */
static enum err
take_rows(struct ctx *cx, struct db_rows *q, struct staff **out)
{
	struct staff **tail = out, *s;

	*out = NULL;
	while (db_row(q)) {
		s = arena_alloc(cx->arena, sizeof(*s));
		s->id = db_int(q);
		s->number = db_text(q);
		s->name = db_text(q);
		s->given = db_text(q);
		s->family = db_text(q);
		s->email = db_text(q);
		s->login = db_text(q);
		s->directory_id = db_text(q);
		s->dn = db_text(q);
		s->enabled = db_int(q) != 0;
		s->language = db_text(q);
		s->zone = db_text(q);
		s->rights = (unsigned int)db_int(q);
		s->checked = db_int(q);
		s->seen = db_int(q);
		s->version = db_int(q);
		s->mail = db_int(q) != 0;
		*tail = s;
		tail = &s->next;
	}
	return db_end(q);
}

enum err
store_staff_by_directory(struct ctx *cx, const char *directory_id,
    struct staff **out)
{
	static const char sql[] = STAFF_COLUMNS
	    " WHERE f.directory_id = $1";
	struct db_rows q;

	db_query(cx, &q, sql, db_t(directory_id));
	return take_rows(cx, &q, out);
}

enum err
store_staff_by_login(struct ctx *cx, const char *login, struct staff **out)
{
	static const char sql[] = STAFF_COLUMNS
	    " WHERE f.login = $1";
	struct db_rows q;

	db_query(cx, &q, sql, db_t(login));
	return take_rows(cx, &q, out);
}

enum err
store_staff_get(struct ctx *cx, int64_t person, struct staff **out)
{
	static const char sql[] = STAFF_COLUMNS
	    " WHERE f.person = $1";
	struct db_rows q;

	db_query(cx, &q, sql, db_i(person));
	return take_rows(cx, &q, out);
}

enum err
store_staff_all(struct ctx *cx, struct staff **out)
{
	static const char sql[] = STAFF_COLUMNS
	    " WHERE f.enabled = 1 AND f.directory_id IS NOT NULL"
	    " ORDER BY f.person";
	struct db_rows q;

	db_query(cx, &q, sql);
	return take_rows(cx, &q, out);
}

enum err
store_staff_live(struct ctx *cx, int64_t used, int64_t created,
    struct staff **out)
{
	static const char sql[] = STAFF_COLUMNS
	    " WHERE f.enabled = 1 AND f.directory_id IS NOT NULL"
	    "   AND EXISTS (SELECT 1 FROM session s"
	    "                WHERE s.person = f.person AND s.used >= $1"
	    "                  AND s.created >= $2 AND s.ended IS NULL)"
	    " ORDER BY f.person";
	struct db_rows q;

	db_query(cx, &q, sql, db_i(used), db_i(created));
	return take_rows(cx, &q, out);
}

enum err
store_staff_add(struct ctx *cx, const struct staff *s)
{
	static const char sql[] =
	    "INSERT INTO staff (person, login, directory_id, dn, checked)"
	    " VALUES ($1, $2, $3, $4, $5)";

	return db_run(cx, sql, db_i(s->id), db_t(s->login),
	    db_t(s->directory_id), db_t(s->dn), db_i(s->checked));
}

enum err
store_staff_refresh(struct ctx *cx, const struct staff *s)
{
	static const char sql[] =
	    "UPDATE staff SET login = $2, dn = $3, enabled = $4,"
	    "   checked = $5"
	    " WHERE person = $1";

	return db_run(cx, sql, db_i(s->id), db_t(s->login), db_t(s->dn),
	    db_i(s->enabled), db_i(s->checked));
}

enum err
store_staff_seen(struct ctx *cx, int64_t person)
{
	static const char sql[] =
	    "UPDATE staff SET seen = $2 WHERE person = $1";

	return db_run(cx, sql, db_i(person), db_i(cx->now));
}

enum err
store_staff_choose(struct ctx *cx, int64_t person, const char *language,
    const char *zone)
{
	static const char sql[] =
	    "UPDATE staff SET language = $2, zone = $3 WHERE person = $1";

	return db_run(cx, sql, db_i(person), db_t(language), db_t(zone));
}

enum err
store_staff_shortcuts(struct ctx *cx, int64_t person, bool on)
{
	static const char sql[] =
	    "UPDATE staff SET shortcuts = $2 WHERE person = $1";

	return db_run(cx, sql, db_i(person), db_i(on ? 1 : 0));
}

enum err
store_staff_mail(struct ctx *cx, int64_t person, bool on)
{
	static const char sql[] =
	    "UPDATE staff SET mail = $2 WHERE person = $1";

	return db_run(cx, sql, db_i(person), db_i(on ? 1 : 0));
}

enum err
store_staff_sessions(struct ctx *cx, int64_t person, int64_t used,
    int64_t created, const void *current, size_t len,
    struct staff_session **out)
{
	static const char sql[] =
	    "SELECT created, used, hash FROM session"
	    " WHERE person = $1 AND used >= $2 AND created >= $3"
	    "   AND ended IS NULL"
	    " ORDER BY used DESC, created DESC LIMIT 100";
	struct staff_session **tail = out, *s;
	const void *hash;
	struct db_rows q;
	size_t n;

	*out = NULL;
	db_query(cx, &q, sql, db_i(person), db_i(used), db_i(created));
	while (db_row(&q)) {
		s = arena_alloc(cx->arena, sizeof(*s));
		s->created = db_int(&q);
		s->used = db_int(&q);
		hash = db_blob(&q, &n);
		s->current = n == len && memcmp(hash, current, n) == 0;
		*tail = s;
		tail = &s->next;
	}
	return db_end(&q);
}
