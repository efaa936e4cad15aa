/* SPDX-License-Identifier: MIT */
/* Skills, and who has them. */
#include "store/store_skill.h"

#include "store/db.h"

static enum err
take(struct ctx *cx, struct db_rows *q, struct skill **out)
{
	struct skill **tail = out, *s;

	*out = NULL;
	while (db_row(q)) {
		s = arena_alloc(cx->arena, sizeof(*s));
		s->id = db_int(q);
		s->code = db_text(q);
		s->name = db_text(q);
		s->people = db_int(q);
		s->held = db_int(q) != 0;
		*tail = s;
		tail = &s->next;
	}
	return db_end(q);
}

#define COLUMNS								\
	"SELECT s.id, s.code, s.name,"					\
	"       (SELECT count(*) FROM staff_skill k WHERE k.skill = s.id),"

enum err
store_skill_list(struct ctx *cx, int64_t person, struct skill **out)
{
	static const char sql[] =
	    COLUMNS
	    "       (SELECT count(*) FROM staff_skill k"
	    "         WHERE k.skill = s.id AND k.person = $1)"
	    "  FROM skill s ORDER BY s.name_key, s.id";
	struct db_rows q;

	db_query(cx, &q, sql, db_i(person));
	return take(cx, &q, out);
}

enum err
store_skill_find(struct ctx *cx, const char *code, const char *key,
    struct skill **out)
{
	static const char by_code[] =
	    COLUMNS " 0 FROM skill s WHERE s.code = $1";
	static const char by_key[] =
	    COLUMNS " 0 FROM skill s WHERE s.name_key = $1"
	    " ORDER BY s.id LIMIT 1";
	struct db_rows q;

	if (code != NULL)
		db_query(cx, &q, by_code, db_t(code));
	else
		db_query(cx, &q, by_key, db_t(key));
	return take(cx, &q, out);
}

enum err
store_skill_add(struct ctx *cx, const char *code, const char *name,
    const char *key)
{
	static const char sql[] =
	    "INSERT INTO skill (code, name, name_key) VALUES ($1, $2, $3)";

	return db_run(cx, sql, db_t(code), db_t(name), db_t(key));
}

enum err
store_skill_drop(struct ctx *cx, int64_t skill)
{
	static const char held[] = "DELETE FROM staff_skill WHERE skill = $1";
	static const char word[] = "DELETE FROM skill WHERE id = $1";
	enum err e = db_run(cx, held, db_i(skill));

	return e != OK ? e : db_run(cx, word, db_i(skill));
}

enum err
store_skill_give(struct ctx *cx, int64_t person, int64_t skill)
{
	static const char sql[] =
	    "INSERT INTO staff_skill (person, skill) VALUES ($1, $2)"
	    " ON CONFLICT (person, skill) DO NOTHING";

	return db_run(cx, sql, db_i(person), db_i(skill));
}

enum err
store_skill_take(struct ctx *cx, int64_t person, int64_t skill)
{
	static const char sql[] =
	    "DELETE FROM staff_skill WHERE person = $1 AND skill = $2";

	return db_run(cx, sql, db_i(person), db_i(skill));
}
