/* SPDX-License-Identifier: MIT */
/* Rows of documents of an opened dossier, and of their versions. */
#include "store/store_document.h"

#include "store/query.h"
#include "store/store_exchange.h"
#include "store/visible.h"
#include "text/fold.h"

#define COLUMNS								\
	"SELECT f.id, f.no, f.name, f.kind, f.dated, f.media_type,"	\
	"       f.sha256, f.bytes, f.added, a.name, f.versions,"	\
	"       f.version, f.withdrawn, w.name, f.withdrawn_why,"	\
	PART_COMPARTMENT("f") "," PART_HELD("f", PART_OPENED) ","	\
	"       coalesce(o.name, x.name), x.way, x.medium, x.exchanged"	\
	"  FROM document f LEFT JOIN person a ON a.id = f.actor"	\
	"  LEFT JOIN person w ON w.id = f.withdrawn_by"			\
	"  LEFT JOIN exchange x"					\
	"    ON x.dossier = f.dossier AND x.no = f.no"			\
	"  LEFT JOIN person o ON o.id = x.person"

static enum err
documents_of(struct ctx *cx, struct db_rows *q, struct document **out)
{
	struct document **tail = out, *f;

	*out = NULL;
	while (db_row(q)) {
		f = arena_alloc(cx->arena, sizeof(*f));
		f->id = db_int(q);
		f->no = db_int(q);
		f->name = db_text(q);
		f->kind = db_text(q);
		f->dated = db_text(q);
		f->media_type = db_text(q);
		f->sha256 = db_text(q);
		f->bytes = (size_t)db_int(q);
		f->added = db_int(q);
		f->added_by = db_text(q);
		f->versions = db_int(q);
		f->version = db_int(q);
		f->withdrawn = db_int(q);
		f->withdrawn_by = db_text(q);
		f->withdrawn_why = db_text(q);
		f->compartment = db_int(q);
		f->compartment_name = db_text(q);
		f->held = db_int(q) != 0;
		f->with = db_text(q);
		f->way = db_text(q);
		f->medium = db_text(q);
		f->exchanged = db_text(q);
		*tail = f;
		tail = &f->next;
	}
	return db_end(q);
}

enum err
store_document_add(struct ctx *cx, const struct dossier *d,
    struct document *f)
{
	/* opened: the predicate held */
	static const char sql[] =
	    "INSERT INTO document (dossier, no, name, name_key, kind, dated,"
	    "    media_type, bytes, sha256, added, actor, compartment)"
	    " VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)"
	    " RETURNING id";
	struct db_rows q;
	enum err e;

	db_query(cx, &q, sql, db_i(d->id), db_i(f->no), db_t(f->name),
	    db_t(fold(cx->arena, f->name)), db_t(f->kind), db_t(f->dated),
	    db_t(f->media_type), db_i((int64_t)f->bytes), db_t(f->sha256),
	    db_i(f->added), db_i0(cx->viewer), db_i(f->compartment));
	f->id = db_row(&q) ? db_int(&q) : 0;
	f->versions = f->version = 1;
	if ((e = db_end(&q)) != OK)
		return e;
	return store_document_version_add(cx, f);
}

enum err
store_document_version_add(struct ctx *cx, const struct document *f)
{
	/* opened: the predicate held */
	static const char sql[] =
	    "INSERT INTO document_version (document, version, name,"
	    "    media_type, bytes, sha256, added, actor)"
	    " VALUES ($1, $2, $3, $4, $5, $6, $now, $7)";

	return db_run(cx, sql, db_i(f->id), db_i(f->versions),
	    db_t(f->file), db_t(f->media_type), db_i((int64_t)f->bytes),
	    db_t(f->sha256), db_i0(cx->viewer));
}

enum err
store_document_find(struct ctx *cx, const struct dossier *d, int64_t no,
    struct document **out)
{
	/* opened: the predicate held */
	static const char sql[] =
	    COLUMNS " WHERE f.dossier = $1 AND f.no = $2 AND"
	    PART_VISIBLE("f");
	struct db_rows q;

	db_query(cx, &q, sql, db_i(d->id), db_i(no));
	return documents_of(cx, &q, out);
}

enum err
store_document_same(struct ctx *cx, const struct dossier *d,
    const char *sha256, struct document **out)
{
	/* opened: the predicate held */
	static const char sql[] =
	    COLUMNS " WHERE f.dossier = $1 AND f.withdrawn IS NULL"
	    " AND" PART_VISIBLE("f")
	    " AND f.id IN (SELECT v.document FROM document_version v"
	    "               WHERE v.sha256 = $2)"
	    " ORDER BY f.no LIMIT 1";
	struct db_rows q;

	db_query(cx, &q, sql, db_i(d->id), db_t(sha256));
	return documents_of(cx, &q, out);
}

enum err
store_document_save(struct ctx *cx, struct document *f)
{
	/* opened: the predicate held */
	static const char sql[] =
	    "UPDATE document SET name = $3, name_key = $4, kind = $5,"
	    "       dated = $6, media_type = $7, bytes = $8, sha256 = $9,"
	    "       versions = $10, withdrawn = $11, withdrawn_by = $12,"
	    "       withdrawn_why = $13, version = version + 1"
	    " WHERE id = $1 AND version = $2";
	int64_t changed;
	enum err e;

	e = db_change(cx, &changed, sql, db_i(f->id), db_i(f->version),
	    db_t(f->name), db_t(fold(cx->arena, f->name)), db_t(f->kind),
	    db_t(f->dated), db_t(f->media_type), db_i((int64_t)f->bytes),
	    db_t(f->sha256), db_i(f->versions), db_i0(f->withdrawn),
	    db_i0(f->withdrawn == 0 ? 0 : cx->viewer),
	    db_t(f->withdrawn_why));
	if (e != OK)
		return e;
	if (changed != 1)
		return db_stale(cx);
	f->version++;
	return OK;
}

enum err
store_document_versions(struct ctx *cx, const struct document *f,
    struct document_version **out)
{
	/* opened: the predicate held */
	static const char sql[] =
	    "SELECT v.version, v.name, v.media_type, v.bytes, v.sha256,"
	    "       v.added, a.name"
	    "  FROM document_version v LEFT JOIN person a ON a.id = v.actor"
	    " WHERE v.document = $1 ORDER BY v.version DESC";
	struct document_version **tail = out, *v;
	struct db_rows q;

	*out = NULL;
	db_query(cx, &q, sql, db_i(f->id));
	while (db_row(&q)) {
		v = arena_alloc(cx->arena, sizeof(*v));
		v->version = db_int(&q);
		v->file = db_text(&q);
		v->media_type = db_text(&q);
		v->bytes = (size_t)db_int(&q);
		v->sha256 = db_text(&q);
		v->added = db_int(&q);
		v->added_by = db_text(&q);
		*tail = v;
		tail = &v->next;
	}
	return db_end(&q);
}

/* A page begins behind the last one of the page before. */
#define LIST COLUMNS " WHERE f.dossier = $1 AND" PART_VISIBLE("f")

static void
page(struct query *y, const struct store_document_filter *f)
{
	/* opened: the predicate held */
	/* whole: it begins where the last one ended, seen or not */
	switch (f->order) {
	case DOCUMENT_BY_DATED:
		if (f->after != 0)
			query_add(y, " AND (f.dated, f.no) <"
			    " (coalesce((SELECT z.dated FROM document z"
			    "   WHERE z.dossier = $1 AND z.no = ?),"
			    "  '9999-99-99'), ?)", db_i(f->after),
			    db_i(f->after));
		query_put(y, " ORDER BY f.dated DESC, f.no DESC");
		break;
	case DOCUMENT_BY_NAME:
		if (f->after != 0)
			query_add(y, " AND (f.name_key, f.no) >"
			    " (coalesce((SELECT z.name_key FROM document z"
			    "   WHERE z.dossier = $1 AND z.no = ?), ''), ?)",
			    db_i(f->after), db_i(f->after));
		query_put(y, " ORDER BY f.name_key, f.no");
		break;
	default:
		if (f->after != 0)
			query_add(y, " AND f.no < ?", db_i(f->after));
		query_put(y, " ORDER BY f.no DESC");
	}
	query_add(y, " LIMIT ?", db_i(f->limit));
}

enum err
store_document_list(struct ctx *cx, const struct dossier *d,
    const struct store_document_filter *f, struct document **out)
{
	/* opened: the predicate held */
	struct query y = { 0 };
	struct db_rows q;

	query_value(&y, db_i(d->id));
	query_put(&y, LIST);
	if (f->kind != NULL)
		query_add(&y, " AND f.kind = ?", db_t(f->kind));
	if (f->person != 0)
		query_add(&y, STORE_EXCHANGE_SIDE, db_i(f->person),
		    db_i(f->person));
	if (f->others)
		query_put(&y, STORE_EXCHANGE_OTHERS);
	page(&y, f);
	query_run(cx, &y, &q);
	return documents_of(cx, &q, out);
}

enum err
store_document_kinds(struct ctx *cx, const struct dossier *d,
    struct document_kind **out)
{
	/* opened: the predicate held */
	static const char sql[] =
	    "SELECT f.kind, count(*) FROM document f"
	    " WHERE f.dossier = $1 AND" PART_VISIBLE("f")
	    " GROUP BY f.kind ORDER BY f.kind";
	struct document_kind **tail = out, *k;
	struct db_rows q;

	*out = NULL;
	db_query(cx, &q, sql, db_i(d->id));
	while (db_row(&q)) {
		k = arena_alloc(cx->arena, sizeof(*k));
		k->code = db_text(&q);
		k->count = db_int(&q);
		*tail = k;
		tail = &k->next;
	}
	return db_end(&q);
}
