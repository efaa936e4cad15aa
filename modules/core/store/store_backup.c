/* SPDX-License-Identifier: MIT */
/* What a backup tells of the store, whichever schema that has. */
#include "store/store_backup.h"

#include "store/walk.h"

/* The end of both statements, and what they give. */
#define ENDS								\
	"       (SELECT coalesce(max(id), 0) FROM dossier),"		\
	"       (SELECT coalesce(max(id), 0) FROM event),"		\
	"       (SELECT coalesce(max(recorded), 0) FROM event"		\
	"         WHERE id = (SELECT max(id) FROM event))"

static enum err
read_state(struct db_rows *q, struct store_backup_state *out)
{
	*out = (struct store_backup_state){ 0 };
	if (db_row(q)) {
		out->dossiers = db_int(q);
		out->events = db_int(q);
		out->last_dossier = db_int(q);
		out->last_event = db_int(q);
		out->newest = db_int(q);
	}
	return db_end(q);
}

enum err
store_backup_state(struct ctx *cx, struct store_backup_state *out)
{
	/* reach: counts for the operator; shows no content */
	static const char sql[] =
	    "SELECT (SELECT count(*) FROM dossier),"
	    "       (SELECT count(*) FROM event),"
	    ENDS;
	struct db_rows q;

	db_query(cx, &q, sql);
	return read_state(&q, out);
}

enum err
store_backup_since(struct ctx *cx, const struct store_backup_state *then,
    struct store_backup_state *out)
{
	/* reach: counts for the operator; shows no content */
	static const char sql[] =
	    "SELECT (SELECT count(*) FROM dossier WHERE id > $1),"
	    "       (SELECT count(*) FROM event WHERE id > $2),"
	    ENDS;
	struct db_rows q;

	db_query(cx, &q, sql, db_i(then->last_dossier),
	    db_i(then->last_event));
	return read_state(&q, out);
}

static enum err
heads(struct ctx *cx, const char *sql, store_backup_head_fn *each, void *to)
{
	struct store_backup_head h;
	struct walk w;
	bool go_on = true;

	walk_query(cx, &w, sql);
	while (go_on && walk_row(&w)) {
		h.dossier = db_int(&w.q);
		h.topic = db_text(&w.q);
		h.seq = db_int(&w.q);
		h.hash = db_blob(&w.q, &h.len);
		go_on = each(to, &h);
	}
	return walk_end(&w);
}

enum err
store_backup_heads(struct ctx *cx, store_backup_head_fn *each, void *to)
{
	/* reach: the ends of the chains; shows no content */
	static const char dossiers[] =
	    "SELECT id, '' AS topic, seq, head FROM dossier ORDER BY id";
	static const char topics[] =
	    "SELECT 0 AS id, topic, seq, head FROM event_topic"
	    " ORDER BY topic";
	enum err e;

	if ((e = heads(cx, dossiers, each, to)) != OK)
		return e;
	return heads(cx, topics, each, to);
}

/* What may hold documents grew with the schema. */
static const char *
documents_of(int64_t schema)
{
	/* reach: checksums alone; shows no content */
	static const char first[] =
	    "SELECT DISTINCT sha256 FROM document ORDER BY 1";
	static const char arrivals[] =
	    "SELECT sha256 FROM document"
	    " UNION SELECT sha256 FROM arrival_file"
	    " ORDER BY 1";
	static const char versions[] =
	    "SELECT sha256 FROM document"
	    " UNION SELECT sha256 FROM document_version"
	    " UNION SELECT sha256 FROM arrival_file"
	    " ORDER BY 1";

	return schema < 4 ? first : schema < 5 ? arrivals : versions;
}

enum err
store_backup_documents(struct ctx *cx, int64_t schema,
    store_backup_document_fn *each, void *to)
{
	struct walk w;
	bool go_on = true;

	walk_query(cx, &w, documents_of(schema));
	while (go_on && walk_row(&w))
		go_on = each(to, db_text(&w.q));
	return walk_end(&w);
}

enum err
store_backup_types(struct ctx *cx, store_backup_type_fn *each, void *to)
{
	static const char sql[] =
	    "SELECT code, version, source FROM type ORDER BY code, version";
	struct store_backup_type t;
	struct walk w;
	bool go_on = true;

	walk_query(cx, &w, sql);
	while (go_on && walk_row(&w)) {
		t.code = db_text(&w.q);
		t.version = db_int(&w.q);
		t.source = db_text(&w.q);
		go_on = each(to, &t);
	}
	return walk_end(&w);
}
