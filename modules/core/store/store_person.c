/* SPDX-License-Identifier: MIT */
/* Persons and organisations, and how they are found. */
#include "store/store_person.h"

#include <ctype.h>
#include <string.h>

#include "store/db.h"
#include "store/query.h"
#include "store/visible.h"
#include "text/fold.h"

#define COLUMNS STORE_PERSON_COLUMNS
#define SEEN STORE_PERSON_SEEN
#define BY_NAME STORE_PERSON_BY_NAME "$1"

/* Above every character that a folded word can hold. */
#define LAST "\xf4\x8f\xbf\xbf"

enum err
store_person_rows(struct ctx *cx, struct db_rows *q, struct person **out)
{
	struct person **tail = out, *p;

	*out = NULL;
	while (db_row(q)) {
		p = arena_alloc(cx->arena, sizeof(*p));
		p->id = db_int(q);
		p->number = db_text(q);
		p->organisation = db_int(q) != 0;
		p->name = db_text(q);
		p->given = db_text(q);
		p->family = db_text(q);
		p->email = db_text(q);
		p->phone = db_text(q);
		p->address = db_text(q);
		p->language = db_text(q);
		p->born = db_text(q);
		p->died = db_text(q);
		p->sex = db_text(q);
		p->login = db_text(q);
		p->version = db_int(q);
		p->likely = "";
		*tail = p;
		tail = &p->next;
	}
	return db_end(q);
}

enum err
store_person_name_rows(struct ctx *cx, struct db_rows *q, struct person **out)
{
	struct person **tail = out, *p;

	*out = NULL;
	while (db_row(q)) {
		p = arena_alloc(cx->arena, sizeof(*p));
		p->id = db_int(q);
		p->number = db_text(q);
		p->name = db_text(q);
		*tail = p;
		tail = &p->next;
	}
	return db_end(q);
}

const char *
store_person_phone(struct ctx *cx, const char *phone)
{
	char *key = arena_text(cx->arena, phone);
	size_t i, n = 0;

	for (i = strlen(phone); i > 0; i--)
		if (phone[i - 1] >= '0' && phone[i - 1] <= '9')
			key[n++] = phone[i - 1];
	key[n] = '\0';
	return key;
}

/* DE 123-456.789 is DE123456789: blanks and signs are how people write. */
const char *
store_person_key(struct ctx *cx, const char *value)
{
	char *key = fold(cx->arena, value), *to = key;
	const char *s;

	for (s = key; *s != '\0'; s++)
		if ((unsigned char)*s >= 0x80 || isalnum((unsigned char)*s))
			*to++ = *s;
	*to = '\0';
	return key;
}

static enum err
words_drop(struct ctx *cx, const struct person *p)
{
	static const char sql[] =
	    "DELETE FROM person_word WHERE person = $1";

	return db_run(cx, sql, db_i(p->id));
}

static enum err
words_add(struct ctx *cx, const struct person *p, const char *name)
{
	static const char add[] =
	    "INSERT INTO person_word (word, person) VALUES ($1, $2)"
	    " ON CONFLICT (word, person) DO NOTHING";
	const char *word = fold_words(cx->arena, name), *one;
	size_t n;
	enum err e;

	for (; *word != '\0'; word += n + (word[n] == ' ')) {
		n = strcspn(word, " ");
		if (n == 0)
			continue;
		one = arena_textn(cx->arena, word, n);
		if ((e = db_run(cx, add, db_t(one), db_i(p->id))) != OK ||
		    (e = store_person_near_learn(cx, one)) != OK)
			return e;
	}
	return OK;
}

/* The words of a name and of other names, each once, for finding by any. */
enum err
store_person_words_write(struct ctx *cx, const struct person *p)
{
	const struct identifier *i;
	enum err e;

	if ((e = words_drop(cx, p)) != OK)
		return e;
	e = words_add(cx, p, p->name);
	for (i = p->identifiers; i != NULL && e == OK; i = i->next)
		if (strcmp(i->kind, STORE_PERSON_ALIAS) == 0)
			e = words_add(cx, p, i->value);
	return e;
}

enum err
store_person_add(struct ctx *cx, struct person *p)
{
	static const char sql[] =
	    "INSERT INTO person (number, organisation, name, name_key, given,"
	    "    family, email, email_key, phone, phone_key, address,"
	    "    language, created, born, died, sex)"
	    " VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12,"
	    "    $now, $13, $14, $15)"
	    " ON CONFLICT (number) DO NOTHING"
	    " RETURNING id";
	struct db_rows q;
	enum err e;

	db_query(cx, &q, sql, db_t(p->number), db_i(p->organisation),
	    db_t(p->name), db_t(fold(cx->arena, p->name)), db_t(p->given),
	    db_t(p->family), db_t(p->email), db_t(fold(cx->arena, p->email)),
	    db_t(p->phone), db_t(store_person_phone(cx, p->phone)),
	    db_t(p->address), db_t(p->language), db_t(p->born),
	    db_t(p->died), db_t(p->sex));
	p->id = db_row(&q) ? db_int(&q) : 0;
	if ((e = db_end(&q)) != OK || p->id == 0)
		return e;
	return store_person_words_write(cx, p);
}

enum err
store_person_save(struct ctx *cx, struct person *p)
{
	static const char sql[] =
	    "UPDATE person SET organisation = $3, name = $4, name_key = $5,"
	    "       given = $6, family = $7, email = $8, email_key = $9,"
	    "       phone = $10, phone_key = $11, address = $12,"
	    "       language = $13, born = $14, died = $15, sex = $16,"
	    "       version = version + 1"
	    " WHERE id = $1 AND version = $2";
	int64_t changed;
	enum err e;

	e = db_change(cx, &changed, sql, db_i(p->id), db_i(p->version),
	    db_i(p->organisation), db_t(p->name),
	    db_t(fold(cx->arena, p->name)), db_t(p->given), db_t(p->family),
	    db_t(p->email), db_t(fold(cx->arena, p->email)), db_t(p->phone),
	    db_t(store_person_phone(cx, p->phone)), db_t(p->address),
	    db_t(p->language), db_t(p->born), db_t(p->died), db_t(p->sex));
	if (e != OK)
		return e;
	if (changed != 1)
		return db_stale(cx);
	p->version++;
	return store_person_words_write(cx, p);
}

enum err
store_person_find(struct ctx *cx, const char *number, bool all,
    struct person **out)
{
	static const char every[] = COLUMNS
	    " WHERE p.number = $1 AND p.merged IS NULL";
	static const char seen[] = COLUMNS
	    " WHERE p.number = $1 AND p.merged IS NULL" SEEN;
	struct db_rows q;

	db_query(cx, &q, all ? every : seen, db_t(number));
	return store_person_rows(cx, &q, out);
}

enum err
store_person_get(struct ctx *cx, int64_t id, struct person **out)
{
	static const char sql[] = COLUMNS " WHERE p.id = $1";
	struct db_rows q;

	db_query(cx, &q, sql, db_i(id));
	return store_person_rows(cx, &q, out);
}

enum err
store_person_by_number(struct ctx *cx, const char *number, int64_t *id,
    const char **name)
{
	static const char sql[] =
	    "SELECT id, name FROM person WHERE number = $1";
	struct db_rows q;

	*id = 0;
	*name = "";
	db_query(cx, &q, sql, db_t(number));
	if (db_row(&q)) {
		*id = db_int(&q);
		*name = db_text(&q);
	}
	return db_end(&q);
}

enum err
store_person_count(struct ctx *cx, struct person *list, int limit)
{
	int64_t ids[QUERY_IDS], id;
	struct query y = { 0 };
	struct db_rows q;
	struct person *p;
	size_t n = 0;

	for (p = list; p != NULL && n < QUERY_IDS; p = p->next)
		ids[n++] = p->id;
	if (n == 0)
		return OK;
	query_add(&y, "SELECT p.id, (SELECT count(*) FROM"
	    "   (SELECT DISTINCT d.id"
	    "      FROM party y JOIN dossier d ON d.id = y.dossier"
	    "     WHERE y.person = p.id AND" VISIBLE " LIMIT ?) n)"
	    "  FROM person p WHERE p.id ", db_i(limit));
	query_add_ids(&y, ids, n);
	query_run(cx, &y, &q);
	while (db_row(&q)) {
		id = db_int(&q);
		for (p = list; p != NULL && p->id != id; p = p->next)
			;
		if (p != NULL)
			p->dossiers = db_int(&q);
	}
	return db_end(&q);
}

/* Half the country may begin with one letter: a person who sees everybody
 * gets the nearest words, and types on. */
#define NEAREST								\
	" AND p.id IN (SELECT h.person FROM person_word h"		\
	"   WHERE h.word >= $2 AND h.word < $3"				\
	"   ORDER BY h.word LIMIT 500)"
/* The first word finds, each further one only checks. */
#define WORDS1								\
	" AND p.id IN (SELECT h.person FROM person_word h"		\
	"   WHERE h.word >= $2 AND h.word < $3)"
#define WORD(from, until)						\
	" AND EXISTS (SELECT 1 FROM person_word k"			\
	"   WHERE k.person = p.id"					\
	"     AND k.word >= " from " AND k.word < " until ")"
#define WORDS2 WORDS1 WORD("$4", "$5")
#define WORDS3 WORDS2 WORD("$6", "$7")
#define WORDS4 WORDS3 WORD("$8", "$9")
#define WHERE_TRUE " WHERE 1 = 1"

enum err
store_person_words(struct ctx *cx, const char *const *keys, size_t n,
    bool all, int limit, struct person **out)
{
	static const char *const sql[2][STORE_PERSON_WORDS] = {
		{ COLUMNS WHERE_TRUE WORDS1 SEEN BY_NAME,
		  COLUMNS WHERE_TRUE WORDS2 SEEN BY_NAME,
		  COLUMNS WHERE_TRUE WORDS3 SEEN BY_NAME,
		  COLUMNS WHERE_TRUE WORDS4 SEEN BY_NAME },
		{ COLUMNS WHERE_TRUE NEAREST BY_NAME,
		  COLUMNS WHERE_TRUE WORDS2 BY_NAME,
		  COLUMNS WHERE_TRUE WORDS3 BY_NAME,
		  COLUMNS WHERE_TRUE WORDS4 BY_NAME }
	};
	struct db_arg args[2 + 2 * STORE_PERSON_WORDS] = { db_null() };
	struct db_rows q;
	size_t i;

	args[1] = db_i(limit);
	for (i = 0; i < n; i++) {
		args[2 + 2 * i] = db_t(keys[i]);
		args[3 + 2 * i] = db_t(arena_printf(cx->arena, "%s" LAST,
		    keys[i]));
	}
	db_query_args(cx, &q, sql[all][n - 1], args, 1 + 2 * n);
	return store_person_rows(cx, &q, out);
}

enum err
store_person_email(struct ctx *cx, const char *beginning, bool all,
    int limit, struct person **out)
{
	static const char every[] = COLUMNS
	    " WHERE p.email_key <> ''"
	    "   AND p.email_key >= $2 AND p.email_key < $3" BY_NAME;
	static const char seen[] = COLUMNS
	    " WHERE p.email_key <> ''"
	    "   AND p.email_key >= $2 AND p.email_key < $3" SEEN BY_NAME;
	struct db_rows q;

	db_query(cx, &q, all ? every : seen, db_i(limit), db_t(beginning),
	    db_t(arena_printf(cx->arena, "%s" LAST, beginning)));
	return store_person_rows(cx, &q, out);
}

enum err
store_person_by_phone(struct ctx *cx, const char *key, bool all, int limit,
    struct person **out)
{
	static const char every[] = COLUMNS
	    " WHERE p.phone_key <> ''"
	    "   AND p.phone_key >= $2 AND p.phone_key < $3" BY_NAME;
	static const char seen[] = COLUMNS
	    " WHERE p.phone_key <> ''"
	    "   AND p.phone_key >= $2 AND p.phone_key < $3" SEEN BY_NAME;
	struct db_rows q;

	db_query(cx, &q, all ? every : seen, db_i(limit), db_t(key),
	    db_t(arena_printf(cx->arena, "%s:", key)));
	return store_person_rows(cx, &q, out);
}

enum err
store_person_by_identifier(struct ctx *cx, const char *key, bool all,
    int limit, struct person **out)
{
	static const char every[] = COLUMNS
	    " WHERE p.id IN (SELECT i.person FROM person_identifier i"
	    "   WHERE i.value_key >= $2 AND i.value_key < $3"
	    "   ORDER BY i.value_key LIMIT 500)" BY_NAME;
	static const char seen[] = COLUMNS
	    " WHERE p.id IN (SELECT i.person FROM person_identifier i"
	    "   WHERE i.value_key >= $2 AND i.value_key < $3)" SEEN BY_NAME;
	struct db_rows q;

	db_query(cx, &q, all ? every : seen, db_i(limit), db_t(key),
	    db_t(arena_printf(cx->arena, "%s" LAST, key)));
	return store_person_rows(cx, &q, out);
}

enum err
store_person_staff(struct ctx *cx, struct person **out)
{
	static const char sql[] =
	    /* coalesce: walking all persons by name would be the longer way */
	    COLUMNS " WHERE p.id IN (SELECT e.person FROM staff e"
	    "                WHERE e.enabled = 1 AND " VISIBLE_STAFF("e") ")"
	    " ORDER BY coalesce(p.name_key, ''), p.id";
	struct db_rows q;

	db_query(cx, &q, sql);
	return store_person_rows(cx, &q, out);
}

enum err
store_person_staff_count(struct ctx *cx, int limit, int64_t *out)
{
	static const char sql[] =
	    "SELECT count(*) FROM (SELECT 1 FROM staff e"
	    "  WHERE e.enabled = 1 AND " VISIBLE_STAFF("e") " LIMIT $1) n";
	struct db_rows q;

	db_query(cx, &q, sql, db_i(limit));
	*out = db_row(&q) ? db_int(&q) : 0;
	return db_end(&q);
}

enum err
store_person_staff_named(struct ctx *cx, const char *key, int64_t *out)
{
	static const char sql[] =
	    "SELECT p.id FROM person p JOIN staff e ON e.person = p.id"
	    " WHERE p.name_key = $1 AND e.enabled = 1 LIMIT 2";
	struct db_rows q;

	db_query(cx, &q, sql, db_t(key));
	*out = db_row(&q) ? db_int(&q) : 0;
	if (*out != 0 && db_row(&q))
		*out = 0;
	return db_end(&q);
}

enum err
store_person_team_rows(struct ctx *cx, struct db_rows *q, struct team **out)
{
	struct team **tail = out, *t;

	*out = NULL;
	while (db_row(q)) {
		t = arena_alloc(cx->arena, sizeof(*t));
		t->id = db_int(q);
		t->code = db_text(q);
		t->name = db_text(q);
		*tail = t;
		tail = &t->next;
	}
	return db_end(q);
}

enum err
store_person_teams(struct ctx *cx, struct team **out)
{
	static const char sql[] =
	    "SELECT m.id, m.code, m.name FROM team m"
	    " ORDER BY m.name_key, m.id";
	struct db_rows q;

	db_query(cx, &q, sql);
	return store_person_team_rows(cx, &q, out);
}

enum err
store_person_dossiers(struct ctx *cx, int64_t person,
    const char *after_number, int64_t after_no, int limit,
    struct store_person_dossier **out)
{
	static const char sql[] =
	    "SELECT y.no, d.type, d.number, d.title, d.status, y.role,"
	    "       y.added, y.ended"
	    "  FROM party y JOIN dossier d ON d.id = y.dossier"
	    " WHERE y.person = $1"
	    "   AND (y.dossier, y.no) < (coalesce((SELECT z.id"
	    "          FROM dossier z WHERE z.number = $2),"
	    "        9223372036854775807), $3)"
	    "   AND" VISIBLE
	    " ORDER BY y.dossier DESC, y.no DESC LIMIT $4";
	struct store_person_dossier **tail = out, *p;
	struct db_rows q;

	*out = NULL;
	db_query(cx, &q, sql, db_i(person), db_t(after_number),
	    db_i(after_no), db_i(limit));
	while (db_row(&q)) {
		p = arena_alloc(cx->arena, sizeof(*p));
		p->no = db_int(&q);
		p->type_id = db_int(&q);
		p->number = db_text(&q);
		p->title = db_text(&q);
		p->status = db_text(&q);
		p->role = db_text(&q);
		p->added = db_int(&q);
		p->ended = db_int(&q);
		*tail = p;
		tail = &p->next;
	}
	return db_end(&q);
}
