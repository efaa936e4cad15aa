/* SPDX-License-Identifier: MIT */
/* Rows of documents of an opened dossier. */
#include "store/store_document.h"

#include "store/db.h"

#define COLUMNS								\
	"SELECT f.id, f.no, f.name, f.kind, f.media_type, f.sha256,"	\
	"       f.bytes, f.added, a.name"				\
	"  FROM document f LEFT JOIN person a ON a.id = f.actor"

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
		f->media_type = db_text(q);
		f->sha256 = db_text(q);
		f->bytes = (size_t)db_int(q);
		f->added = db_int(q);
		f->added_by = db_text(q);
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
	    "INSERT INTO document (dossier, no, name, kind, media_type,"
	    "    bytes, sha256, added, actor)"
	    " VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)"
	    " RETURNING id";
	struct db_rows q;

	db_query(cx, &q, sql, db_i(d->id), db_i(f->no), db_t(f->name),
	    db_t(f->kind), db_t(f->media_type), db_i((int64_t)f->bytes),
	    db_t(f->sha256), db_i(f->added), db_i0(cx->viewer));
	f->id = db_row(&q) ? db_int(&q) : 0;
	return db_end(&q);
}

enum err
store_document_find(struct ctx *cx, const struct dossier *d, int64_t no,
    struct document **out)
{
	/* opened: the predicate held */
	static const char sql[] =
	    COLUMNS " WHERE f.dossier = $1 AND f.no = $2";
	struct db_rows q;

	db_query(cx, &q, sql, db_i(d->id), db_i(no));
	return documents_of(cx, &q, out);
}

enum err
store_document_list(struct ctx *cx, struct dossier *d)
{
	/* opened: the predicate held */
	static const char sql[] =
	    COLUMNS " WHERE f.dossier = $1 ORDER BY f.no DESC";
	struct db_rows q;

	db_query(cx, &q, sql, db_i(d->id));
	return documents_of(cx, &q, &d->documents);
}
