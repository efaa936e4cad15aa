/* SPDX-License-Identifier: MIT */
/* Labels: a vocabulary for everybody, and rows that tie it to dossiers. */
#include "store/store_label.h"

#include "store/query.h"

static enum err
take(struct ctx *cx, struct db_rows *q, struct dossier_label **out)
{
	struct dossier_label **tail = out, *l;

	*out = NULL;
	while (db_row(q)) {
		l = arena_alloc(cx->arena, sizeof(*l));
		l->id = db_int(q);
		l->code = db_text(q);
		l->name = db_text(q);
		*tail = l;
		tail = &l->next;
	}
	return db_end(q);
}

enum err
store_label_list(struct ctx *cx, struct dossier_label **out)
{
	static const char sql[] =
	    "SELECT id, code, name FROM label ORDER BY name_key, id";
	struct db_rows q;

	db_query(cx, &q, sql);
	return take(cx, &q, out);
}

enum err
store_label_find(struct ctx *cx, const char *code, const char *key,
    struct dossier_label **out)
{
	static const char by_code[] =
	    "SELECT id, code, name FROM label WHERE code = $1";
	static const char by_key[] =
	    "SELECT id, code, name FROM label WHERE name_key = $1"
	    " ORDER BY id LIMIT 1";
	struct db_rows q;

	if (code != NULL)
		db_query(cx, &q, by_code, db_t(code));
	else
		db_query(cx, &q, by_key, db_t(key));
	return take(cx, &q, out);
}

enum err
store_label_add(struct ctx *cx, struct dossier_label *l, const char *key)
{
	static const char sql[] =
	    "INSERT INTO label (code, name, name_key) VALUES ($1, $2, $3)"
	    " RETURNING id";
	struct db_rows q;

	db_query(cx, &q, sql, db_t(l->code), db_t(l->name), db_t(key));
	l->id = db_row(&q) ? db_int(&q) : 0;
	return db_end(&q);
}

enum err
store_label_rename(struct ctx *cx, int64_t label, const char *name,
    const char *key)
{
	static const char sql[] =
	    "UPDATE label SET name = $2, name_key = $3 WHERE id = $1";

	return db_run(cx, sql, db_i(label), db_t(name), db_t(key));
}

enum err
store_label_merge(struct ctx *cx, int64_t from, int64_t into)
{
	/* reach: every dossier that carries it, shown to nobody */
	static const char put[] =
	    DB_REACH "INSERT INTO dossier_label (dossier, label, added,"
	    "    actor)"
	    " SELECT x.dossier, $2, x.added, x.actor FROM dossier_label x"
	    "  WHERE x.label = $1"
	    " ON CONFLICT (dossier, label) DO NOTHING";
	static const char drop[] =
	    DB_REACH "DELETE FROM dossier_label WHERE label = $1";
	static const char forget[] = "DELETE FROM label WHERE id = $1";
	enum err e;

	if ((e = db_run(cx, put, db_i(from), db_i(into))) != OK ||
	    (e = db_run(cx, drop, db_i(from))) != OK)
		return e;
	return db_run(cx, forget, db_i(from));
}

/* The end of the labels of the dossier with this row. */
static struct dossier_label **
end_of(struct dossier *d, int64_t id)
{
	struct dossier_label **tail;

	while (d != NULL && d->id != id)
		d = d->next;
	if (d == NULL)
		return NULL;
	for (tail = &d->labels; *tail != NULL; tail = &(*tail)->next)
		;
	return tail;
}

enum err
store_label_of(struct ctx *cx, struct dossier *list)
{
	int64_t ids[QUERY_IDS];
	struct dossier_label **tail, *l;
	struct query y = { 0 };
	struct dossier *d;
	struct db_rows q;
	size_t n = 0;

	for (d = list; d != NULL && n < QUERY_IDS; d = d->next) {
		ids[n++] = d->id;
		d->labels = NULL;
	}
	if (n == 0)
		return OK;
	/* opened: the rows came through the predicate */
	query_add(&y, "SELECT x.dossier, l.id, l.code, l.name"
	    "  FROM dossier_label x JOIN label l ON l.id = x.label"
	    " WHERE x.dossier ");
	query_add_ids(&y, ids, n);
	query_add(&y, " ORDER BY l.name_key, l.id");
	query_run(cx, &y, &q);
	while (db_row(&q)) {
		if ((tail = end_of(list, db_int(&q))) == NULL)
			continue;
		l = arena_alloc(cx->arena, sizeof(*l));
		l->id = db_int(&q);
		l->code = db_text(&q);
		l->name = db_text(&q);
		*tail = l;
	}
	return db_end(&q);
}

enum err
store_label_put(struct ctx *cx, const struct dossier *d, int64_t label,
    bool *changed)
{
	static const char sql[] =
	    "INSERT INTO dossier_label (dossier, label, added, actor)"
	    " VALUES ($1, $2, $now, $3) ON CONFLICT (dossier, label)"
	    " DO NOTHING";
	int64_t n = 0;
	enum err e;

	e = db_change(cx, &n, sql, db_i(d->id), db_i(label),
	    db_i0(cx->viewer));
	*changed = n > 0;
	return e;
}

enum err
store_label_take(struct ctx *cx, const struct dossier *d, int64_t label,
    bool *changed)
{
	/* opened: the predicate held */
	static const char sql[] =
	    "DELETE FROM dossier_label WHERE dossier = $1 AND label = $2";
	int64_t n = 0;
	enum err e;

	e = db_change(cx, &n, sql, db_i(d->id), db_i(label));
	*changed = n > 0;
	return e;
}

enum err
store_label_dossiers(struct ctx *cx, int64_t label, size_t most,
    int64_t **out, size_t *n)
{
	/* reach: rows of the index are refreshed for everybody */
	static const char sql[] =
	    DB_REACH "SELECT x.dossier FROM dossier_label x"
	    " WHERE x.label = $1 LIMIT $2";
	struct db_rows q;

	*n = 0;
	*out = arena_array(cx->arena, most, sizeof(**out));
	db_query(cx, &q, sql, db_i(label), db_i((int64_t)most));
	while (*n < most && db_row(&q)) {
		(*out)[*n] = db_int(&q);
		db_opened(cx, (*out)[(*n)++]);
	}
	return db_end(&q);
}
