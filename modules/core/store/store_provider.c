/* SPDX-License-Identifier: MIT */
/* Who provides services. */
#include "store/store_provider.h"

#include <string.h>

#include "store/db.h"
#include "store/query.h"
#include "text/message.h"

/* reach: how many are under way there, and of no dossier which */
#define COLUMNS DB_REACH						\
	"SELECT v.id, v.person, p.number, p.name, p.organisation, p.email," \
	"       p.phone, v.contact, v.about, v.capacity,"		\
	"       (SELECT count(*) FROM referral r WHERE r.provider = v.id" \
	"          AND r.state IN ('accepted', 'started')),"		\
	"       v.accepts, v.ended, v.version"				\
	"  FROM provider v JOIN person p ON p.id = v.person"

static enum err
rows(struct ctx *cx, struct db_rows *q, struct provider **out)
{
	struct provider *v;

	*out = NULL;
	while (db_row(q)) {
		v = *out = arena_alloc(cx->arena, sizeof(*v));
		v->id = db_int(q);
		v->person = db_int(q);
		v->number = db_text(q);
		v->name = db_text(q);
		v->organisation = db_int(q) != 0;
		v->email = db_text(q);
		v->phone = db_text(q);
		v->contact = db_text(q);
		v->about = db_text(q);
		v->has_capacity = !db_is_null(q);
		v->capacity = db_int(q);
		v->busy = db_int(q);
		v->accepts = db_int(q) != 0;
		v->ended = db_int(q);
		v->version = db_int(q);
		out = &v->next;
	}
	return db_end(q);
}

static void
put_word(struct provider *list, int64_t id, struct provider_word *w)
{
	const struct provider_word **at;

	for (; list != NULL && list->id != id; list = list->next)
		;
	if (list == NULL)
		return;
	for (at = &list->words; *at != NULL;)
		at = (const struct provider_word **)&(*at)->next;
	*at = w;
}

/* The words of all of a page at once. */
static enum err
fill_words(struct ctx *cx, struct provider *list)
{
	int64_t ids[QUERY_IDS], id;
	const struct provider *v;
	struct provider_word *w;
	struct query y = { 0 };
	struct db_rows q;
	size_t n = 0;

	for (v = list; v != NULL && n < QUERY_IDS; v = v->next)
		ids[n++] = v->id;
	if (n == 0)
		return OK;
	query_add(&y, "SELECT provider, what, key, words FROM provider_word"
	    " WHERE provider ");
	query_add_ids(&y, ids, n);
	query_add(&y, " ORDER BY provider, what DESC, words, key");
	query_run(cx, &y, &q);
	while (db_row(&q)) {
		w = arena_alloc(cx->arena, sizeof(*w));
		id = db_int(&q);
		w->what = db_text(&q);
		w->key = db_text(&q);
		w->words = db_text(&q);
		put_word(list, id, w);
	}
	return db_end(&q);
}

static void
has_word(struct query *y, const char *what, const char *key)
{
	if (key[0] != '\0')
		query_add(y, " AND EXISTS (SELECT 1 FROM provider_word w"
		    "   WHERE w.provider = v.id AND w.what = ?"
		    "     AND w.key = ?)", db_t(what), db_t(key));
}

enum err
store_provider_list(struct ctx *cx, const struct store_provider_filter *f,
    struct provider **out)
{
	struct query y = { 0 };
	struct db_rows q;
	enum err e;

	/* reach: as above */
	query_add(&y, COLUMNS " WHERE p.merged IS NULL");
	if (!f->ended)
		query_add(&y, " AND v.ended IS NULL");
	if (f->accepting)
		query_add(&y, " AND v.accepts = 1");
	if (f->name[0] != '\0')
		query_add(&y, " AND EXISTS (SELECT 1 FROM person_word w"
		    "   WHERE w.person = p.id AND w.word >= ?"
		    "     AND w.word < ?)", db_t(f->name),
		    db_t(arena_printf(cx->arena, "%s\xf4\x8f\xbf\xbf",
		    f->name)));
	has_word(&y, "service", f->service);
	has_word(&y, "area", f->area);
	has_word(&y, "language", f->language);
	if (f->after[0] != '\0')
		query_add(&y, " AND (p.name_key, p.id) >"
		    " (SELECT o.name_key, o.id FROM person o"
		    "   WHERE o.number = ?)", db_t(f->after));
	y.limit = f->limit;
	query_add(&y, " ORDER BY p.name_key, p.id LIMIT #");
	query_run(cx, &y, &q);
	if ((e = rows(cx, &q, out)) != OK)
		return e;
	return fill_words(cx, *out);
}

enum err
store_provider_find(struct ctx *cx, const char *number,
    struct provider **out)
{
	/* reach: as above */
	static const char sql[] = COLUMNS " WHERE p.number = $1";
	struct db_rows q;
	enum err e;

	db_query(cx, &q, sql, db_t(number));
	if ((e = rows(cx, &q, out)) != OK)
		return e;
	return fill_words(cx, *out);
}

enum err
store_provider_by_id(struct ctx *cx, int64_t id, struct provider **out)
{
	/* reach: as above */
	static const char sql[] = COLUMNS " WHERE v.id = $1";
	struct db_rows q;
	enum err e;

	db_query(cx, &q, sql, db_i(id));
	if ((e = rows(cx, &q, out)) != OK)
		return e;
	return fill_words(cx, *out);
}

enum err
store_provider_add(struct ctx *cx, struct provider *v)
{
	static const char sql[] =
	    "INSERT INTO provider (person, contact, about, capacity,"
	    "    accepts, changed, changed_by)"
	    " VALUES ($1, $2, $3, $4, $5, $now, $6) RETURNING id";
	struct db_rows q;

	db_query(cx, &q, sql, db_i(v->person), db_t(v->contact),
	    db_t(v->about), v->has_capacity ? db_i(v->capacity) : db_null(),
	    db_i(v->accepts), db_i0(cx->viewer));
	if (db_row(&q))
		v->id = db_int(&q);
	return db_end(&q);
}

enum err
store_provider_save(struct ctx *cx, struct provider *v, int64_t version)
{
	static const char sql[] =
	    "UPDATE provider SET contact = $2, about = $3, capacity = $4,"
	    "       accepts = $5, ended = $6, changed = $now,"
	    "       changed_by = $7, version = version + 1"
	    " WHERE id = $1 AND version = $8";
	int64_t n;
	enum err e = db_change(cx, &n, sql, db_i(v->id), db_t(v->contact),
	    db_t(v->about), v->has_capacity ? db_i(v->capacity) : db_null(),
	    db_i(v->accepts), db_i0(v->ended), db_i0(cx->viewer),
	    db_i(version));

	if (e != OK || n == 1)
		return e;
	return refuse(cx, ERR_CONFLICT, "%s", _("Somebody else has changed "
	    "this provider meanwhile. Look at it again."));
}

enum err
store_provider_put_words(struct ctx *cx, const struct provider *v,
    const char *what, const struct provider_word *w)
{
	static const char gone[] =
	    "DELETE FROM provider_word WHERE provider = $1 AND what = $2";
	static const char sql[] =
	    "INSERT INTO provider_word (provider, what, key, words)"
	    " VALUES ($1, $2, $3, $4)"
	    " ON CONFLICT (provider, what, key) DO NOTHING";
	enum err e = db_run(cx, gone, db_i(v->id), db_t(what));

	for (; w != NULL && e == OK; w = w->next)
		e = db_run(cx, sql, db_i(v->id), db_t(what), db_t(w->key),
		    db_t(w->words));
	return e;
}

enum err
store_provider_all_words(struct ctx *cx, const char *what,
    struct provider_word **out)
{
	static const char sql[] =
	    "SELECT w.key, min(w.words), count(*) FROM provider_word w"
	    "  JOIN provider v ON v.id = w.provider"
	    " WHERE w.what = $1 AND v.ended IS NULL"
	    " GROUP BY w.key ORDER BY w.key LIMIT 300";
	struct provider_word *w;
	struct db_rows q;

	*out = NULL;
	db_query(cx, &q, sql, db_t(what));
	while (db_row(&q)) {
		w = *out = arena_alloc(cx->arena, sizeof(*w));
		w->what = what;
		w->key = db_text(&q);
		w->words = db_text(&q);
		w->providers = db_int(&q);
		out = &w->next;
	}
	return db_end(&q);
}
