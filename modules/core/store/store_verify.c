/* SPDX-License-Identifier: MIT */
/* The whole log, page by page. */
#include "store/store_verify.h"

#include <string.h>

#include "store/walk.h"

#define PAGE 2000

enum err
store_verify_engine(struct ctx *cx, const char **out)
{
	return db_check(cx, out);
}

/* We write NULL for nobody, never 0. */
static int64_t
person_of(struct db_rows *q, bool *odd)
{
	bool null = db_is_null(q);
	int64_t n = db_int(q);

	*odd = *odd || (n == 0 && !null);
	return n;
}

/* A text; one with a NUL in it would hash as its beginning alone. */
static const char *
text_of(struct db_rows *q, bool *odd)
{
	size_t n;
	const char *p = db_blob(q, &n);

	*odd = *odd || memchr(p, '\0', n) != NULL;
	return arena_textn(q->cx->arena, p, n);
}

static void
read_event(struct db_rows *q, struct store_verify_event *v)
{
	struct store_event *e = &v->e;

	memset(v, 0, sizeof(*v));
	e->id = db_int(q);
	e->dossier = db_int(q);
	e->topic = text_of(q, &v->odd);
	e->seq = db_int(q);
	db_hash(q, e->prev);
	db_hash(q, e->hash);
	e->actor = person_of(q, &v->odd);
	e->for_whom = person_of(q, &v->odd);
	e->kind = text_of(q, &v->odd);
	e->happened = db_int(q);
	e->recorded = db_int(q);
	db_hash(q, e->commitment);
	if (db_is_null(q)) {
		(void)db_int(q);
		(void)db_int(q);
	} else {
		e->salt = db_blob(q, &e->salt_len);
		e->body = text_of(q, &v->odd);
	}
	v->owned = !db_is_null(q);
	v->chain = db_text(q);
	v->end.seq = db_int(q);
	db_hash(q, v->end.hash);
	v->sealed = db_int(q);
	v->seal = db_int(q);
	db_hash(q, v->held);
}

/* One page of a walk; *n rows of it were shown. */
typedef enum err page_fn(struct ctx *, void *walk, bool *go_on, size_t *n);

/* Each page gets an arena that is emptied after it. */
static enum err
all_pages(struct ctx *cx, page_fn *page, void *walk, bool *go_on)
{
	struct ctx mine = *cx;
	enum err e = OK;
	size_t n = PAGE;

	mine.arena = arena_new();
	mine.why = NULL;
	while (e == OK && *go_on && n == PAGE) {
		n = 0;
		e = page(&mine, walk, go_on, &n);
		if (e == OK)
			arena_reset(mine.arena);
	}
	if (e != OK && mine.why != NULL)
		cx->why = arena_text(cx->arena, mine.why);
	arena_free(mine.arena);
	return e;
}

#define TOPIC 64

/* Where the next page goes on. */
static void
keep_topic(char kept[TOPIC], const char *topic)
{
	size_t n = strnlen(topic, TOPIC - 1);

	memcpy(kept, topic, n);
	kept[n] = '\0';
}

struct events {
	store_verify_event_fn *each;
	void *to;
	int64_t dossier, seq;	/* the last one shown */
	char topic[TOPIC];
};

static enum err
show_events(struct db_rows *q, struct events *w, bool *go_on, size_t *n)
{
	struct store_verify_event v;

	for (; *go_on && db_row(q); ++*n) {
		read_event(q, &v);
		*go_on = w->each(w->to, &v);
		w->dossier = v.e.dossier;
		w->seq = v.e.seq;
		keep_topic(w->topic, v.e.topic);
	}
	return db_end(q);
}

#define EVENT								\
	"SELECT e.id, e.dossier, e.topic, e.seq, e.prev, e.hash,"	\
	"       e.actor, e.for_whom, e.kind, e.happened, e.recorded,"	\
	"       e.commitment, b.salt, b.body,"

static enum err
page_of_dossiers(struct ctx *cx, void *walk, bool *go_on, size_t *n)
{
	/* reach: the operator's check of the whole log */
	static const char sql[] = EVENT
	    "       d.number, d.seq, d.head, d.sealed, h.seal, h.hash"
	    "  FROM event e"
	    "  LEFT JOIN event_body b ON b.event = e.id"
	    "  LEFT JOIN dossier d ON d.id = e.dossier"
	    "  LEFT JOIN seal_head h ON h.dossier = e.dossier"
	    "    AND h.topic = '' AND h.seq = e.seq"
	    " WHERE e.dossier IS NOT NULL"
	    "   AND (e.dossier, e.seq) > ($1, $2)"
	    " ORDER BY e.dossier, e.seq LIMIT $3";
	struct events *w = walk;
	struct db_rows q;

	db_query(cx, &q, sql, db_i(w->dossier), db_i(w->seq), db_i(PAGE));
	return show_events(&q, w, go_on, n);
}

static enum err
page_of_topics(struct ctx *cx, void *walk, bool *go_on, size_t *n)
{
	/* reach: the operator's check of the whole log */
	static const char sql[] = EVENT
	    "       t.topic, t.seq, t.head, t.sealed, h.seal, h.hash"
	    "  FROM event e"
	    "  LEFT JOIN event_body b ON b.event = e.id"
	    "  LEFT JOIN event_topic t ON t.topic = e.topic"
	    "  LEFT JOIN seal_head h ON h.dossier = 0"
	    "    AND h.topic = e.topic AND h.seq = e.seq"
	    " WHERE e.dossier IS NULL"
	    "   AND (e.topic, e.seq) > ($1, $2)"
	    " ORDER BY e.topic, e.seq LIMIT $3";
	struct events *w = walk;
	struct db_rows q;

	db_query(cx, &q, sql, db_t(w->topic), db_i(w->seq), db_i(PAGE));
	return show_events(&q, w, go_on, n);
}

enum err
store_verify_events(struct ctx *cx, store_verify_event_fn *each, void *to)
{
	struct events w = { .each = each, .to = to, .dossier = INT64_MIN,
	    .seq = INT64_MIN };
	bool go_on = true;
	enum err e;

	if ((e = all_pages(cx, page_of_dossiers, &w, &go_on)) != OK)
		return e;
	w.seq = INT64_MIN;
	w.topic[0] = '\0';
	return all_pages(cx, page_of_topics, &w, &go_on);
}

struct heads {
	store_verify_head_fn *each;
	void *to;
	int64_t seal, dossier;	/* the last one shown */
	char topic[TOPIC];
};

static enum err
page_of_heads(struct ctx *cx, void *walk, bool *go_on, size_t *n)
{
	static const char sql[] =
	    "SELECT seal, dossier, topic, seq, hash FROM seal_head"
	    " WHERE (seal, dossier, topic) > ($1, $2, $3)"
	    " ORDER BY seal, dossier, topic LIMIT $4";
	struct heads *w = walk;
	struct seal_head h;
	struct db_rows q;

	db_query(cx, &q, sql, db_i(w->seal), db_i(w->dossier),
	    db_t(w->topic), db_i(PAGE));
	for (; *go_on && db_row(&q); ++*n) {
		w->seal = db_int(&q);
		w->dossier = h.dossier = db_int(&q);
		h.topic = db_text(&q);
		keep_topic(w->topic, h.topic);
		h.seq = db_int(&q);
		db_hash(&q, h.hash);
		*go_on = w->each(w->to, w->seal, &h);
	}
	return db_end(&q);
}

enum err
store_verify_heads(struct ctx *cx, store_verify_head_fn *each, void *to)
{
	struct heads w = { .each = each, .to = to, .seal = INT64_MIN };
	bool go_on = true;

	return all_pages(cx, page_of_heads, &w, &go_on);
}

enum err
store_verify_bare(struct ctx *cx, const char **out)
{
	/* reach: the operator's check of the whole log */
	static const char sql[] =
	    "SELECT d.number FROM dossier d WHERE NOT EXISTS"
	    " (SELECT 1 FROM event e WHERE e.dossier = d.id)"
	    " UNION ALL "
	    "SELECT t.topic FROM event_topic t WHERE NOT EXISTS"
	    " (SELECT 1 FROM event e"
	    "   WHERE e.dossier IS NULL AND e.topic = t.topic)"
	    " LIMIT 1";
	struct db_rows q;

	db_query(cx, &q, sql);
	*out = db_row(&q) ? db_text(&q) : "";
	return db_end(&q);
}

enum err
store_verify_lost(struct ctx *cx, struct store_verify_lost *out)
{
	/* reach: the operator's check of the whole log */
	static const char dossiers[] =
	    "SELECT d.number, h.dossier, h.seq, h.seal FROM seal_head h"
	    "  LEFT JOIN dossier d ON d.id = h.dossier"
	    " WHERE h.dossier <> 0 AND NOT EXISTS (SELECT 1 FROM event e"
	    "  WHERE e.dossier = h.dossier AND e.seq = h.seq)"
	    " ORDER BY h.dossier, h.topic, h.seq LIMIT 1";
	static const char topics[] =
	    "SELECT h.topic, 0, h.seq, h.seal FROM seal_head h"
	    " WHERE h.dossier = 0 AND NOT EXISTS (SELECT 1 FROM event e"
	    "  WHERE e.dossier IS NULL AND e.topic = h.topic"
	    "    AND e.seq = h.seq)"
	    " ORDER BY h.topic, h.seq LIMIT 1";
	const char *const both[] = { dossiers, topics };
	struct db_rows q;
	enum err e = OK;
	size_t i;

	memset(out, 0, sizeof(*out));
	for (i = 0; i < 2 && e == OK && out->seal == 0; i++) {
		db_query(cx, &q, both[i]);
		if (db_row(&q)) {
			out->chain = db_text(&q);
			out->dossier = db_int(&q);
			out->seq = db_int(&q);
			out->seal = db_int(&q);
		}
		e = db_end(&q);
	}
	return e;
}

enum err
store_verify_stray(struct ctx *cx, int64_t *event)
{
	/* reach: the operator's check of the whole log */
	static const char sql[] =
	    "SELECT b.event FROM event_body b WHERE NOT EXISTS"
	    " (SELECT 1 FROM event e WHERE e.id = b.event) LIMIT 1";
	struct db_rows q;

	db_query(cx, &q, sql);
	*event = db_row(&q) ? db_int(&q) : 0;
	return db_end(&q);
}

enum err
store_verify_led(struct ctx *cx, const char **out)
{
	/* reach: the operator's check of what is kept beside its source */
	static const char sql[] =
	    "SELECT d.number FROM promise x JOIN dossier d ON d.id = x.dossier"
	    " WHERE coalesce(x.lead, 0) <> coalesce(d.lead, 0)"
	    " ORDER BY d.number LIMIT 1";
	struct db_rows q;

	db_query(cx, &q, sql);
	*out = db_row(&q) ? db_text(&q) : "";
	return db_end(&q);
}

enum err
store_verify_scope(struct ctx *cx, struct store_verify_scope *out)
{
	/* reach: the operator's check of counts */
	static const char sql[] =
	    "SELECT s.type, m.name, s.open, s.total,"
	    "       coalesce(c.open, 0), coalesce(c.total, 0)"
	    "  FROM scope s JOIN team m ON m.id = s.team"
	    "  LEFT JOIN (SELECT d.scope, count(*) AS total,"
	    "      sum(CASE WHEN d.status <> 'closed' THEN 1 ELSE 0 END)"
	    "        AS open FROM dossier d GROUP BY d.scope) c"
	    "    ON c.scope = s.id"
	    " WHERE s.open <> coalesce(c.open, 0)"
	    "    OR s.total <> coalesce(c.total, 0)"
	    " ORDER BY s.id LIMIT 1";
	struct db_rows q;

	memset(out, 0, sizeof(*out));
	out->type = "";
	db_query(cx, &q, sql);
	if (db_row(&q)) {
		out->type = db_text(&q);
		out->team = db_text(&q);
		out->open = db_int(&q);
		out->total = db_int(&q);
		out->is_open = db_int(&q);
		out->is_total = db_int(&q);
	}
	return db_end(&q);
}

enum err
store_verify_documents(struct ctx *cx, store_verify_fn *each, void *to)
{
	/* reach: the operator's check of all bytes; shows no content */
	static const char sql[] =
	    "SELECT d.number, x.no, coalesce(v.sha256, x.sha256),"
	    "       coalesce(v.bytes, x.bytes)"
	    "  FROM document x JOIN dossier d ON d.id = x.dossier"
	    "  LEFT JOIN document_version v ON v.document = x.id"
	    " UNION ALL"
	    " SELECT a.number, f.no, f.sha256, f.bytes"
	    "  FROM arrival_file f JOIN arrival a ON a.id = f.arrival";
	struct store_verify_document x;
	struct walk w;
	bool go_on = true;

	walk_query(cx, &w, sql);
	while (go_on && walk_row(&w)) {
		x.number = db_text(&w.q);
		x.no = db_int(&w.q);
		x.sha256 = db_text(&w.q);
		x.bytes = db_int(&w.q);
		go_on = each(to, &x);
	}
	return walk_end(&w);
}
