/* SPDX-License-Identifier: MIT */
/* The rows of the full-text index, and what it is asked. */
#include "store/store_search.h"

#include <string.h>

#include "base/buf.h"
#include "store/db.h"
#include "text/fold.h"
#include "text/number.h"

#define WORDS 12	/* asked for at once */
#define PROSE ((size_t)512 * 1024)	/* bytes of notes, the newest */

struct row {
	const char *words, *scope;
	bool there;
};

static const char *
joined(struct ctx *cx, const char *words, const char *more)
{
	return *more == '\0' ? words : *words == '\0' ? more :
	    arena_printf(cx->arena, "%s %s", words, more);
}

/* Adds the words of dockets, notes and names of documents not there yet, in
 * the order in which store_search_add() would have. What is in a compartment
 * has none: the words of a dossier are everybody's who sees it. */
static enum err
gather_prose(struct ctx *cx, int64_t dossier, const char **words)
{
	/* opened: the predicate held */
	static const char sql[] =
	    "SELECT n.no, n.text FROM note n WHERE n.dossier = $1"
	    "   AND n.compartment = 0"
	    " UNION ALL"
	    " SELECT f.no, f.name FROM document f WHERE f.dossier = $1"
	    "   AND f.compartment = 0"
	    " UNION ALL"
	    " SELECT f.no, j.text FROM document f"
	    "  JOIN judgment j ON j.document = f.id"
	    " WHERE f.dossier = $1 AND f.compartment = 0"
	    " UNION ALL"
	    " SELECT 0, e.text FROM proceeding x"
	    "  JOIN docket_entry e ON e.proceeding = x.id"
	    " WHERE x.dossier = $1 AND e.struck IS NULL"
	    " ORDER BY 1 DESC";
	const char *all = *words;
	struct prose {
		struct prose *next;
		const char *text;
	} *first = NULL, *p;
	size_t bytes = 0;
	struct db_rows q;
	struct buf b = { 0 };

	db_query(cx, &q, sql, db_i(dossier));
	while (bytes < PROSE && db_row(&q)) {
		p = arena_alloc(cx->arena, sizeof(*p));
		(void)db_int(&q);
		p->text = db_text(&q);
		p->next = first;
		first = p;
		bytes += strlen(p->text);
	}
	for (p = first; p != NULL; p = p->next) {
		buf_char(&b, ' ');
		buf_text(&b, p->text);
	}
	if (first != NULL)
		*words = joined(cx, all, fold_words_new(cx->arena, all,
		    fold_words(cx->arena, b.data)));
	buf_free(&b);
	return db_end(&q);
}

static enum err
gather(struct ctx *cx, int64_t dossier, const char *more, struct row *out)
{
	/* opened: the predicate held */
	static const char sql[] =
	    "SELECT d.number, d.title, d.scope FROM dossier d"
	    " WHERE d.id = $1";
	static const char people[] =
	    "SELECT p.name, p.number FROM party x"
	    "  JOIN person p ON p.id = x.person"
	    " WHERE x.dossier = $1 ORDER BY x.no";
	static const char labels[] =
	    "SELECT l.name FROM dossier_label x"
	    "  JOIN label l ON l.id = x.label"
	    " WHERE x.dossier = $1 ORDER BY l.name_key, l.id";
	static const char goals[] =
	    "SELECT g.title FROM goal g WHERE g.dossier = $1 ORDER BY g.no";
	static const char courts[] =
	    "SELECT x.court, x.reference FROM proceeding x"
	    " WHERE x.dossier = $1 ORDER BY x.no";
	static const char merged[] =	/* a number on paper still finds it */
	    "SELECT d.number FROM dossier_link l"
	    "  JOIN dossier d ON d.id = l.dossier"
	    " WHERE l.other = $1 AND l.kind = 'merged' AND l.ended IS NULL"
	    " ORDER BY l.id";
	const char *text = "";
	struct db_rows q;
	enum err e;

	*out = (struct row){ .words = "", .scope = "" };
	db_query(cx, &q, sql, db_i(dossier));
	if (db_row(&q)) {
		text = db_text(&q);
		text = arena_printf(cx->arena, "%s %s %s", text, db_text(&q),
		    more);
		out->scope = number_plain(cx->arena, db_int(&q), 0);
		out->there = true;
	}
	if ((e = db_end(&q)) != OK)
		return e;
	db_query(cx, &q, people, db_i(dossier));
	while (db_row(&q)) {
		text = arena_printf(cx->arena, "%s %s", text, db_text(&q));
		text = arena_printf(cx->arena, "%s %s", text, db_text(&q));
	}
	if ((e = db_end(&q)) != OK)
		return e;
	db_query(cx, &q, courts, db_i(dossier));
	while (db_row(&q)) {
		text = arena_printf(cx->arena, "%s %s", text, db_text(&q));
		text = arena_printf(cx->arena, "%s %s", text, db_text(&q));
	}
	if ((e = db_end(&q)) != OK)
		return e;
	db_query(cx, &q, labels, db_i(dossier));
	while (db_row(&q))
		text = arena_printf(cx->arena, "%s %s", text, db_text(&q));
	if ((e = db_end(&q)) != OK)
		return e;
	db_query(cx, &q, goals, db_i(dossier));
	while (db_row(&q))
		text = arena_printf(cx->arena, "%s %s", text, db_text(&q));
	if ((e = db_end(&q)) != OK)
		return e;
	db_query(cx, &q, merged, db_i(dossier));
	while (db_row(&q))
		text = arena_printf(cx->arena, "%s %s", text, db_text(&q));
	if ((e = db_end(&q)) != OK)
		return e;
	out->words = fold_words(cx->arena, text);
	return gather_prose(cx, dossier, &out->words);
}

static enum err
have(struct ctx *cx, int64_t dossier, struct row *out)
{
	/* opened: the predicate held */
	static const char sql[] =
	    "SELECT words, scope FROM dossier_search WHERE dossier = $1";
	struct db_rows q;

	*out = (struct row){ .words = "", .scope = "" };
	db_query(cx, &q, sql, db_i(dossier));
	if (db_row(&q)) {
		out->words = db_text(&q);
		out->scope = db_text(&q);
		out->there = true;
	}
	return db_end(&q);
}

/* The index forgets the row as it was, and learns the new one. */
static enum err
replace(struct ctx *cx, int64_t dossier, const struct row *old,
    const struct row *new)
{
	static const char keep[] =
	    "INSERT INTO dossier_search (dossier, words, scope)"
	    " VALUES ($1, $2, $3)"
	    " ON CONFLICT (dossier) DO UPDATE"
	    "    SET words = excluded.words, scope = excluded.scope";
	enum err e;

	if (old->there && (e = db_index_forget(cx, dossier, old->words,
	    old->scope)) != OK)
		return e;
	if ((e = db_run(cx, keep, db_i(dossier), db_t(new->words),
	    db_t(new->scope))) != OK)
		return e;
	return db_index_learn(cx, dossier, new->words, new->scope);
}

enum err
store_search_write(struct ctx *cx, int64_t dossier, const char *more)
{
	struct row old, new;
	enum err e;

	if ((e = gather(cx, dossier, more, &new)) != OK ||
	    (e = have(cx, dossier, &old)) != OK || !new.there)
		return e;
	if (old.there && strcmp(old.words, new.words) == 0 &&
	    strcmp(old.scope, new.scope) == 0)
		return OK;
	return replace(cx, dossier, &old, &new);
}

enum err
store_search_add(struct ctx *cx, int64_t dossier, const char *text)
{
	struct row old, new;
	const char *more;
	enum err e;

	if ((e = have(cx, dossier, &old)) != OK || !old.there)
		return e;
	more = fold_words_new(cx->arena, old.words,
	    fold_words(cx->arena, text));
	if (*more == '\0')
		return OK;
	new = old;
	new.words = joined(cx, old.words, more);
	return replace(cx, dossier, &old, &new);
}

enum err
store_search_fields(struct ctx *cx, int64_t dossier, int64_t *type,
    struct value **out)
{
	/* opened: the predicate held */
	static const char of[] = "SELECT type FROM dossier WHERE id = $1";
	static const char sql[] =
	    "SELECT field, text FROM field_value WHERE dossier = $1"
	    " ORDER BY field, no";
	struct value **tail = out, *v;
	struct db_rows q;
	enum err e;

	*out = NULL;
	db_query(cx, &q, of, db_i(dossier));
	*type = db_row(&q) ? db_int(&q) : 0;
	if ((e = db_end(&q)) != OK)
		return e;
	db_query(cx, &q, sql, db_i(dossier));
	while (db_row(&q)) {
		v = arena_alloc(cx->arena, sizeof(*v));
		v->field = db_text(&q);
		v->text = db_text(&q);
		*tail = v;
		tail = &v->next;
	}
	return db_end(&q);
}

enum err
store_search_of(struct ctx *cx, int64_t person, int64_t **out, size_t *n)
{
	/* reach: rows of the index are refreshed for everybody */
	static const char count[] =
	    DB_REACH "SELECT count(*) FROM party WHERE person = $1";
	static const char sql[] =
	    DB_REACH "SELECT DISTINCT dossier FROM party"
	    " WHERE person = $1";
	struct db_rows q;
	int64_t room;
	enum err e;

	*n = 0;
	db_query(cx, &q, count, db_i(person));
	room = db_row(&q) ? db_int(&q) : 0;
	if ((e = db_end(&q)) != OK)
		return e;
	*out = arena_array(cx->arena, (size_t)room + 1, sizeof(**out));
	db_query(cx, &q, sql, db_i(person));
	while (*n < (size_t)room && db_row(&q)) {
		(*out)[*n] = db_int(&q);
		db_opened(cx, (*out)[(*n)++]);
	}
	return db_end(&q);
}

const char *
store_search_words(struct ctx *cx, const char *typed)
{
	char *words = fold_words(cx->arena, typed), *end = words;
	int n;

	for (n = 0; n < WORDS && end != NULL; n++)
		end = strchr(end + (n > 0), ' ');
	if (end != NULL)
		*end = '\0';
	return words;
}

/* A folded word is letters and digits: it cannot end any quotes. */
static void
one_word(struct buf *b, const char *const piece[2], const char *word, size_t n)
{
	buf_text(b, piece[0]);
	buf_add(b, word, n);
	buf_text(b, piece[1]);
}

/* Takes out what was joined, for the arena. */
static const char *
taken(struct ctx *cx, struct buf *b)
{
	const char *text = b->len == 0 ? NULL :
	    arena_text(cx->arena, b->data);

	buf_free(b);
	return text;
}

const char *
store_search_match(struct ctx *cx, const char *words, bool beginning)
{
	const struct db_match *m = db_match(cx);
	struct buf b = { 0 };
	const char *s = words;
	size_t n;

	for (; *s != '\0'; s += n, s += *s == ' ') {
		n = strcspn(s, " ");
		if (s > words)
			buf_text(&b, m->both);
		one_word(&b, beginning && s[n] == '\0' ? m->begin : m->word,
		    s, n);
	}
	return taken(cx, &b);
}

const char *
store_search_rest(struct ctx *cx, const char *words)
{
	const struct db_match *m = db_match(cx);
	const char *last = strrchr(words, ' ');
	struct buf b = { 0 };

	last = last == NULL ? words : last + 1;
	buf_printf(&b, "(%s)%s", store_search_match(cx, words, true),
	    m->without);
	one_word(&b, m->word, last, strlen(last));
	return taken(cx, &b);
}

const char *
store_search_scoped(struct ctx *cx, const char *match, const int64_t *scopes,
    size_t n)
{
	const struct db_match *m = db_match(cx);
	struct buf b = { 0 };
	size_t i;

	buf_printf(&b, "(%s)%s(", match, m->both);
	for (i = 0; i < n; i++)
		buf_printf(&b, "%s%s%lld%s", i == 0 ? "" : m->either,
		    m->scope[0], (long long)scopes[i], m->scope[1]);
	buf_text(&b, ")");
	return taken(cx, &b);
}

const char *
store_search_pairs(struct ctx *cx, const char *const *words, size_t n,
    const int64_t *scopes, size_t nscopes)
{
	const struct db_match *m = db_match(cx);
	struct buf b = { 0 };
	size_t i, j;

	for (i = 0; i < n; i++)
		for (j = i + 1; j < n; j++) {
			if (b.len > 0)
				buf_text(&b, m->either);
			buf_text(&b, "(");
			one_word(&b, m->word, words[i], strlen(words[i]));
			buf_text(&b, m->both);
			one_word(&b, m->word, words[j], strlen(words[j]));
			buf_text(&b, ")");
		}
	return store_search_scoped(cx, taken(cx, &b), scopes, nscopes);
}

const char *
store_search_like(struct ctx *cx, const char **words, bool beginning)
{
	const char *s = *words;
	size_t n = strcspn(s, " ");

	*words = s + n + (s[n] == ' ');
	return arena_printf(cx->arena, "%% %.*s%s%%", (int)n, s,
	    beginning && s[n] == '\0' ? "" : " ");
}
