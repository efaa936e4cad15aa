/* SPDX-License-Identifier: MIT */
/* Who may be the same as somebody who is typed: a few look-ups in indexes,
 * each of so many rows at most, whatever the name. */

#include "store/query.h"
#include "store/store_person.h"
#include "text/near.h"

#define WALKED 5000	/* rows of a common word that are looked at */
#define FEW 4
#define SET STORE_PERSON_SET

/* Filled up with the last one, so that there are few different texts. */
void
store_person_near_list(struct query *y, const char *const *words, size_t n)
{
	size_t i, room = n <= FEW ? FEW : n <= SET ? SET : (n + 31) / 32 * 32;

	for (i = 0; i < room; i++) {
		query_put(y, i == 0 ? "(" : ", ");
		query_add(y, "?", db_t(words[i < n ? i : n - 1]));
	}
	query_put(y, ")");
}

static size_t
keys_of(struct ctx *cx, const struct identifier *i, const char **keys)
{
	const char *key;
	size_t n = 0;

	for (; i != NULL && n < STORE_PERSON_SET; i = i->next) {
		key = store_person_key(cx, i->value);
		if (key[0] != '\0')
			keys[n++] = key;
	}
	return n;
}

enum err
store_person_near_holders(struct ctx *cx, const struct identifier *list,
    int64_t *out, size_t limit, size_t *n)
{
	const char *keys[STORE_PERSON_SET];
	struct query y = { 0 };
	struct db_rows q;
	size_t m = keys_of(cx, list, keys);

	*n = 0;
	if (m == 0)
		return OK;
	query_add(&y, "SELECT DISTINCT i.person FROM person_identifier i"
	    " WHERE i.value_key IN ");
	store_person_near_list(&y, keys, m);
	query_add(&y, " LIMIT ?", db_i((int64_t)limit));
	query_run(cx, &y, &q);
	while (*n < limit && db_row(&q))
		out[(*n)++] = db_int(&q);
	return db_end(&q);
}

/* Look-ups of indexes; nothing is the same as nothing. */
void
store_person_near_ids(struct ctx *cx, struct query *y,
    const struct store_person_known *k)
{
	const char *keys[STORE_PERSON_SET];
	size_t n = keys_of(cx, k->identifiers, keys);

	query_add(y, "SELECT n.id FROM person n"
	    "  WHERE ? <> '' AND n.name_key = ?"
	    " UNION SELECT n.id FROM person n"
	    "  WHERE n.email_key <> '' AND n.email_key = ?"
	    " UNION SELECT n.id FROM person n"
	    "  WHERE n.phone_key <> '' AND ? <> ''"
	    "    AND n.phone_key >= ? AND n.phone_key < ?",
	    db_t(k->name_key), db_t(k->name_key), db_t(k->email_key),
	    db_t(k->phone_key), db_t(k->phone_key),
	    db_t(arena_printf(cx->arena, "%s:", k->phone_key)));
	if (n == 0)
		return;
	query_add(y, " UNION SELECT i.person FROM person_identifier i"
	    " WHERE i.value_key IN ");
	store_person_near_list(y, keys, n);
}

enum err
store_person_near_known(struct ctx *cx, const struct store_person_known *k,
    bool all, int limit, struct person **out)
{
	struct query y = { 0 };
	struct db_rows q;

	query_add(&y, STORE_PERSON_COLUMNS " WHERE p.id IN (");
	store_person_near_ids(cx, &y, k);
	query_add(&y, ")");
	if (!all)
		query_add(&y, STORE_PERSON_SEEN);
	query_add(&y, STORE_PERSON_BY_NAME "?", db_i(limit));
	query_run(cx, &y, &q);
	return store_person_rows(cx, &q, out);
}

enum err
store_person_near_words(struct ctx *cx, const char *const *keys, size_t n,
    int limit, struct store_person_word **out)
{
	struct store_person_word **tail = out, *w;
	struct query y = { 0 };
	struct db_rows q;

	*out = NULL;
	query_add(&y, "SELECT w.word FROM person_near w WHERE w.key IN ");
	store_person_near_list(&y, keys, n);
	/* the very words come first, however many are like them */
	query_add(&y, " GROUP BY w.word ORDER BY max(CASE WHEN w.key = w.word"
	    " THEN 1 ELSE 0 END) DESC, w.word LIMIT ?", db_i(limit));
	query_run(cx, &y, &q);
	while (db_row(&q)) {
		w = arena_alloc(cx->arena, sizeof(*w));
		w->word = db_text(&q);
		*tail = w;
		tail = &w->next;
	}
	return db_end(&q);
}

/* The set that the fewest names have leads to the others. */
static enum err
rarest_first(struct ctx *cx, const struct store_person_set *sets, size_t n,
    const struct store_person_set **order)
{
	int64_t counts[STORE_PERSON_WORDS], least;
	struct query y = { 0 };
	struct db_rows q;
	size_t i, j;

	for (i = 0; i < n; i++) {
		query_put(&y, i == 0 ? "SELECT (" : ", (");
		query_add(&y, "SELECT count(*) FROM (SELECT 1"
		    " FROM person_word h WHERE h.word IN ");
		store_person_near_list(&y, sets[i].words, sets[i].n);
		query_add(&y, " LIMIT ?) few)", db_i(WALKED));
	}
	query_run(cx, &y, &q);
	if (db_row(&q))
		for (i = 0; i < n; i++) {
			least = db_int(&q);
			for (j = i; j > 0 && counts[j - 1] > least; j--) {
				counts[j] = counts[j - 1];
				order[j] = order[j - 1];
			}
			counts[j] = least;
			order[j] = &sets[i];
		}
	return db_end(&q);
}

/* Persons with a word of this set and, if there are, one of the others. */
static void
led_by(struct query *y, const struct store_person_set **order, size_t n,
    size_t lead)
{
	size_t i, other = 0;

	query_add(y, "SELECT h.person FROM (SELECT k.person, k.word"
	    " FROM person_word k WHERE k.word IN ");
	store_person_near_list(y, order[lead]->words, order[lead]->n);
	query_add(y, " LIMIT ?) h WHERE", db_i(WALKED));
	if (n == 1) {
		query_add(y, " NOT EXISTS (SELECT 1 FROM person_word o"
		    " WHERE o.person = h.person AND o.word <> h.word)");
		return;
	}
	query_add(y, " EXISTS (SELECT 1 FROM person_word o"
	    " WHERE o.person = h.person AND o.word <> h.word AND (");
	for (i = 0; i < n; i++) {
		if (i == lead)
			continue;
		query_put(y, other++ == 0 ? "o.word IN " : " OR o.word IN ");
		store_person_near_list(y, order[i]->words, order[i]->n);
	}
	query_put(y, "))");
}

enum err
store_person_near(struct ctx *cx, const struct store_person_set *sets,
    size_t n, bool all, int limit, struct person **out)
{
	const struct store_person_set *order[STORE_PERSON_WORDS];
	struct query y = { 0 };
	struct db_rows q;
	enum err e;

	*out = NULL;
	if (n == 0 || (e = rarest_first(cx, sets, n, order)) != OK)
		return n == 0 ? OK : e;
	query_add(&y, STORE_PERSON_COLUMNS
	    " WHERE p.id IN (SELECT person FROM (");
	led_by(&y, order, n, 0);
	if (n > 2) {	/* one word may be missing: even the rarest */
		query_put(&y, " UNION ");
		led_by(&y, order, n, 1);
	}
	query_add(&y, ") found LIMIT ?)", db_i(limit));
	if (!all)
		query_add(&y, STORE_PERSON_SEEN);
	query_run(cx, &y, &q);
	return store_person_rows(cx, &q, out);
}

enum err
store_person_near_any(struct ctx *cx, const struct store_person_set *set,
    int limit, struct person **out)
{
	struct query y = { 0 };
	struct db_rows q;

	query_put(&y, STORE_PERSON_COLUMNS " WHERE p.id IN"
	    " (SELECT DISTINCT k.person FROM person_word k WHERE k.word IN ");
	store_person_near_list(&y, set->words, set->n);
	query_add(&y, " LIMIT ?)", db_i(limit));
	query_run(cx, &y, &q);
	return store_person_rows(cx, &q, out);
}

enum err
store_person_near_learn(struct ctx *cx, const char *word)
{
	static const char known[] =
	    "SELECT 1 FROM person_near WHERE key = $1 AND word = $1";
	static const char sql[] =
	    "INSERT INTO person_near (key, word) VALUES ($1, $2)"
	    " ON CONFLICT (key, word) DO NOTHING";
	const char *keys[NEAR_KEYS];
	struct db_rows q;
	size_t i, n;
	bool there;
	enum err e;

	db_query(cx, &q, known, db_t(word));
	there = db_row(&q);
	if ((e = db_end(&q)) != OK || there)
		return e;
	n = near_keys(cx->arena, word, keys);
	for (i = 0; i < n && e == OK; i++)
		e = db_run(cx, sql, db_t(keys[i]), db_t(word));
	return e;
}
