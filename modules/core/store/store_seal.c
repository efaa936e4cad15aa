/* SPDX-License-Identifier: MIT */
/* Tables seal and seal_head. */
#include "store/store_seal.h"

#include <string.h>

#include "store/walk.h"

#define COLUMNS								\
	"SELECT s.number, s.sealed, s.heads, s.chains, s.events, s.root," \
	"       s.prev, s.hash"
#define SEAL COLUMNS " FROM seal s"

static bool
read_seal(struct db_rows *q, struct seal *s)
{
	memset(s, 0, sizeof(*s));
	if (!db_row(q))
		return false;
	s->number = db_int(q);
	s->sealed = db_int(q);
	s->heads = db_int(q);
	s->chains = db_int(q);
	s->events = db_int(q);
	db_hash(q, s->root);
	db_hash(q, s->prev);
	db_hash(q, s->hash);
	return true;
}

enum err
store_seal_last(struct ctx *cx, struct seal *out)
{
	static const char sql[] = SEAL " ORDER BY number DESC LIMIT 1";
	struct db_rows q;

	db_query(cx, &q, sql);
	read_seal(&q, out);
	return db_end(&q);
}

enum err
store_seal_find(struct ctx *cx, int64_t number, struct seal *out)
{
	static const char sql[] = SEAL " WHERE number = $1";
	struct db_rows q;

	db_query(cx, &q, sql, db_i(number));
	read_seal(&q, out);
	return db_end(&q);
}

enum err
store_seal_of(struct ctx *cx, int64_t dossier, struct seal *out,
    int64_t *later)
{
	/* opened: the predicate held */
	static const char sql[] =
	    COLUMNS ", d.seq - h.seq"
	    "  FROM seal_head h JOIN seal s ON s.number = h.seal"
	    "  JOIN dossier d ON d.id = h.dossier"
	    " WHERE h.dossier = $1 AND h.topic = ''"
	    " ORDER BY h.seq DESC LIMIT 1";
	struct db_rows q;

	*later = 0;
	db_query(cx, &q, sql, db_i(dossier));
	if (read_seal(&q, out))
		*later = db_int(&q);
	return db_end(&q);
}

enum err
store_seal_list(struct ctx *cx, int64_t after, int most,
    struct seal **out, size_t *n)
{
	static const char sql[] =
	    SEAL " WHERE number > $1 ORDER BY number LIMIT $2";
	struct db_rows q;

	*out = arena_array(cx->arena, (size_t)most + 1, sizeof(**out));
	*n = 0;
	db_query(cx, &q, sql, db_i(after), db_i(most));
	while (*n < (size_t)most && read_seal(&q, *out + *n))
		++*n;
	return db_end(&q);
}

/* Of dossier, topic, seq, sealed, head: how many, and the last dossier. */
static enum err
show_heads(struct walk *w, store_seal_fn *each, void *to, int64_t *n,
    int64_t *end)
{
	struct seal_head h;
	int64_t sealed;

	*n = *end = 0;
	for (; walk_row(w); ++*n) {
		*end = h.dossier = db_int(&w->q);
		h.topic = db_text(&w->q);
		h.seq = db_int(&w->q);
		sealed = db_int(&w->q);
		db_hash(&w->q, h.hash);
		each(to, &h, sealed);
	}
	return walk_end(w);
}

enum err
store_seal_walk(struct ctx *cx, int64_t most, store_seal_fn *each, void *to,
    int64_t *end, bool *more)
{
	/* reach: hashes of all chains, no content */
	static const char dossiers[] = DB_REACH
	    "SELECT id, '', seq, sealed, head FROM dossier"
	    " WHERE sealed < seq ORDER BY id LIMIT $1";
	static const char topics[] =
	    "SELECT 0, topic, seq, sealed, head FROM event_topic"
	    " WHERE sealed < seq ORDER BY topic";
	struct walk w;
	int64_t n;
	enum err e;

	walk_query(cx, &w, topics);
	if ((e = show_heads(&w, each, to, &n, end)) != OK)
		return e;
	walk_query(cx, &w, dossiers, db_i(most));
	e = show_heads(&w, each, to, &n, end);
	*more = n == most;
	return e;
}

static enum err
add_row(struct ctx *cx, const struct seal *s)
{
	static const char sql[] =
	    "INSERT INTO seal (number, sealed, heads, chains, events, root,"
	    "  prev, hash) VALUES ($1, $2, $3, $4, $5, $6, $7, $8)";

	return db_run(cx, sql, db_i(s->number), db_i(s->sealed),
	    db_i(s->heads), db_i(s->chains), db_i(s->events),
	    db_b(s->root, DIGEST_SIZE), db_b(s->prev, DIGEST_SIZE),
	    db_b(s->hash, DIGEST_SIZE));
}

enum err
store_seal_add(struct ctx *cx, const struct seal *s, int64_t end)
{
	/* reach: hashes of all chains, no content */
	static const char dossiers[] = DB_REACH
	    "INSERT INTO seal_head (dossier, topic, seq, seal, hash)"
	    " SELECT id, '', seq, $1, head FROM dossier"
	    "  WHERE sealed < seq AND id <= $2";
	static const char topics[] =
	    "INSERT INTO seal_head (dossier, topic, seq, seal, hash)"
	    " SELECT 0, topic, seq, $1, head FROM event_topic"
	    "  WHERE sealed < seq";
	static const char dossiers_to[] = DB_REACH
	    "UPDATE dossier SET sealed = seq WHERE sealed < seq AND id <= $1";
	static const char topics_to[] =
	    "UPDATE event_topic SET sealed = seq WHERE sealed < seq";
	enum err e;

	if ((e = add_row(cx, s)) != OK || s->heads == 0)
		return e;
	if ((e = db_run(cx, dossiers, db_i(s->number), db_i(end))) != OK ||
	    (e = db_run(cx, topics, db_i(s->number))) != OK ||
	    (e = db_run(cx, dossiers_to, db_i(end))) != OK)
		return e;
	return db_run(cx, topics_to);
}
