/* SPDX-License-Identifier: MIT */
/* Tables share, share_document and share_visit. */
#include "store/store_share.h"

#include <string.h>

#include "store/db.h"
#include "store/visible.h"

#define COLUMNS								\
	"SELECT s.id, s.no, s.dossier, d.number, d.lead, s.name,"	\
	"       s.email, s.person, s.purpose, s.parts, s.made,"		\
	"       s.maker, m.name, s.until, s.tries, s.locked,"		\
	"       s.opened, s.ended, x.name, s.why, s.code,"		\
	"       s.aim, s.consents,"					\
	"       (SELECT count(*) FROM share_document o"			\
	"         WHERE o.share = s.id)"				\
	"  FROM share s JOIN dossier d ON d.id = s.dossier"		\
	"  JOIN person m ON m.id = s.maker"				\
	"  LEFT JOIN person x ON x.id = s.ender"
#define OPEN								\
	" s.ended IS NULL AND s.locked IS NULL AND s.until > $now"

/* Document f may leave the house: what is in a compartment only if that is of
 * privilege and it was released; but for who answers for the room, too, it is
 * not there unless they see it. */
#define FITS								\
	" f.withdrawn IS NULL AND" PART_VISIBLE("f")			\
	" AND (f.compartment = 0 OR"					\
	PART_PRIVILEGED("f", "0") " > " PART_HELD("f", "0") ")"

static enum err
take(struct ctx *cx, struct db_rows *q, struct share **out)
{
	struct share **tail = out, *s;

	*out = NULL;
	while (db_row(q)) {
		s = arena_alloc(cx->arena, sizeof(*s));
		s->id = db_int(q);
		s->no = db_int(q);
		s->dossier = db_int(q);
		s->number = db_text(q);
		s->lead = db_int(q);
		s->name = db_text(q);
		s->email = db_text(q);
		s->person = db_int(q);
		s->purpose = db_text(q);
		s->parts = (unsigned int)db_int(q);
		s->made = db_int(q);
		s->maker = db_int(q);
		s->maker_name = db_text(q);
		s->until = db_int(q);
		s->tries = db_int(q);
		s->locked = db_int(q);
		s->opened = db_int(q);
		s->ended = db_int(q);
		s->ender_name = db_text(q);
		s->why = db_text(q);
		db_hash(q, s->code);
		s->aim = (unsigned int)db_int(q);
		s->consents = db_text(q);
		s->documents = db_int(q);
		*tail = s;
		tail = &s->next;
	}
	return db_end(q);
}

enum err
store_share_add(struct ctx *cx, const struct dossier *d, struct share *s,
    const struct share_secret *secret)
{
	/* opened: the predicate held */
	static const char sql[] =
	    "INSERT INTO share (dossier, no, name, email, person, purpose,"
	    "    parts, made, maker, until, hash, code, aim, consents)"
	    " VALUES ($1, $2, $3, $4, $5, $6, $7, $now, $viewer, $8, $9,"
	    "    $10, $11, $12) RETURNING id";
	struct db_rows q;

	db_query(cx, &q, sql, db_i(d->id), db_i(s->no), db_t(s->name),
	    db_t(s->email), db_i0(s->person), db_t(s->purpose),
	    db_i(s->parts), db_i(s->until), db_b(secret->link, DIGEST_SIZE),
	    db_b(secret->sum, DIGEST_SIZE), db_i(s->aim),
	    db_t(s->consents));
	s->id = db_row(&q) ? db_int(&q) : 0;
	return db_end(&q);
}

enum err
store_share_document_add(struct ctx *cx, const struct share *s, int64_t no,
    int64_t document)
{
	/* opened: the dossier of both was */
	static const char sql[] =
	    "INSERT INTO share_document (share, no, document)"
	    " VALUES ($1, $2, $3)";

	return db_run(cx, sql, db_i(s->id), db_i(no), db_i(document));
}

enum err
store_share_list(struct ctx *cx, const struct dossier *d,
    struct share **out)
{
	/* opened: the predicate held */
	static const char sql[] =
	    COLUMNS " WHERE s.dossier = $1 ORDER BY s.no DESC";
	struct db_rows q;

	db_query(cx, &q, sql, db_i(d->id));
	return take(cx, &q, out);
}

enum err
store_share_find(struct ctx *cx, const struct dossier *d, int64_t no,
    struct share **out)
{
	/* opened: the predicate held */
	static const char sql[] =
	    COLUMNS " WHERE s.dossier = $1 AND s.no = $2";
	struct db_rows q;

	db_query(cx, &q, sql, db_i(d->id), db_i(no));
	return take(cx, &q, out);
}

static enum err
documents_of(struct ctx *cx, struct db_rows *q, struct share_document **out)
{
	struct share_document *f;

	*out = NULL;
	while (db_row(q)) {
		f = arena_alloc(cx->arena, sizeof(*f));
		f->no = db_int(q);
		f->id = db_int(q);
		f->document = db_int(q);
		f->name = db_text(q);
		f->kind = db_text(q);
		f->dated = db_text(q);
		f->media_type = db_text(q);
		f->sha256 = db_text(q);
		f->bytes = (size_t)db_int(q);
		f->added = db_int(q);
		f->compartment = db_int(q);
		f->hidden = db_int(q) == 0;
		*out = f;
		out = &f->next;
	}
	return db_end(q);
}

#define DOCUMENT							\
	" f.id, f.no, f.name, f.kind, f.dated, f.media_type, f.sha256,"	\
	" f.bytes, f.added, f.compartment,"

enum err
store_share_documents(struct ctx *cx, const struct share *s,
    struct share_document **out)
{
	/* opened: the predicate held */
	static const char sql[] =
	    "SELECT x.no," DOCUMENT " CASE WHEN f.dossier = $2 AND" FITS
	    "         THEN 1 ELSE 0 END"
	    "  FROM share_document x JOIN document f ON f.id = x.document"
	    " WHERE x.share = $1 ORDER BY x.no";
	struct db_rows q;

	db_query(cx, &q, sql, db_i(s->id), db_i(s->dossier));
	return documents_of(cx, &q, out);
}

enum err
store_share_fitting(struct ctx *cx, const struct dossier *d, int limit,
    struct share_document **out)
{
	/* opened: the predicate held */
	static const char sql[] =
	    "SELECT 0," DOCUMENT " 1 FROM document f"
	    " WHERE f.dossier = $1 AND" FITS
	    " ORDER BY f.no DESC LIMIT $2";
	struct db_rows q;

	db_query(cx, &q, sql, db_i(d->id), db_i(limit));
	return documents_of(cx, &q, out);
}

enum err
store_share_renew(struct ctx *cx, struct share *s,
    const struct share_secret *secret)
{
	/* opened: the predicate held */
	static const char sql[] =
	    "UPDATE share SET hash = $2, code = $3, email = $4, tries = 0,"
	    "       locked = NULL WHERE id = $1";

	s->locked = s->tries = 0;
	return db_run(cx, sql, db_i(s->id), db_b(secret->link, DIGEST_SIZE),
	    db_b(secret->sum, DIGEST_SIZE), db_t(s->email));
}

enum err
store_share_until(struct ctx *cx, const struct share *s)
{
	/* opened: the predicate held */
	static const char sql[] =
	    "UPDATE share SET until = $2 WHERE id = $1 AND ended IS NULL";

	return db_run(cx, sql, db_i(s->id), db_i(s->until));
}

enum err
store_share_end(struct ctx *cx, const struct share *s, const char *why)
{
	/* opened: the predicate held */
	static const char sql[] =
	    "UPDATE share SET ended = $now, ender = $viewer, why = $2"
	    " WHERE id = $1 AND ended IS NULL";

	return db_run(cx, sql, db_i(s->id), db_t(why));
}

enum err
store_share_log(struct ctx *cx, const struct dossier *d, int limit,
    struct event **out)
{
	/* opened: the predicate held; kinds as the index event_share has */
	static const char sql[] =
	    "SELECT e.seq, e.kind, e.happened, b.body FROM event e"
	    "  LEFT JOIN event_body b ON b.event = e.id"
	    " WHERE e.dossier = $1 AND e.kind IN ('share.opened',"
	    "    'share.looked', 'share.locked', 'document.fetched')"
	    "   AND" EVENT_VISIBLE
	    " ORDER BY e.happened DESC, e.id DESC LIMIT $2";
	struct db_rows q;
	struct event *e;

	*out = NULL;
	db_query(cx, &q, sql, db_i(d->id), db_i(limit));
	while (db_row(&q)) {
		e = arena_alloc(cx->arena, sizeof(*e));
		e->seq = db_int(&q);
		e->kind = db_text(&q);
		e->happened = e->recorded = db_int(&q);
		e->body = db_text(&q);
		e->actor = e->for_whom = e->other = "";
		*out = e;
		out = &e->next;
	}
	return db_end(&q);
}

enum err
store_share_known(struct ctx *cx, int64_t id, struct share **out)
{
	/* reach: to nobody; what follows is done as who answers for it */
	static const char sql[] = DB_REACH COLUMNS " WHERE s.id = $1";
	struct db_rows q;

	db_query(cx, &q, sql, db_i(id));
	return take(cx, &q, out);
}

enum err
store_share_by_link(struct ctx *cx, const unsigned char hash[DIGEST_SIZE],
    struct share **out)
{
	/* reach: who has the link is no member of staff */
	static const char sql[] =
	    DB_REACH COLUMNS " WHERE s.hash = $1 AND" OPEN;
	struct db_rows q;

	db_query(cx, &q, sql, db_b(hash, DIGEST_SIZE));
	return take(cx, &q, out);
}

enum err
store_share_by_visit(struct ctx *cx, const unsigned char hash[DIGEST_SIZE],
    int64_t since, struct share **out)
{
	/* reach: who typed the code is no member of staff */
	static const char sql[] =
	    DB_REACH COLUMNS " JOIN share_visit v ON v.share = s.id"
	    " WHERE v.hash = $1 AND v.began > $2 AND" OPEN;
	struct db_rows q;

	db_query(cx, &q, sql, db_b(hash, DIGEST_SIZE), db_i(since));
	return take(cx, &q, out);
}

enum err
store_share_wrong(struct ctx *cx, const struct share *s, int64_t most,
    bool *locked)
{
	/* reach: a count, of whoever has the link */
	static const char sql[] = DB_REACH
	    "UPDATE share SET tries = tries + 1, locked ="
	    "   CASE WHEN tries + 1 >= $2 THEN $now END"
	    " WHERE id = $1 AND locked IS NULL RETURNING locked";
	struct db_rows q;

	*locked = false;
	db_query(cx, &q, sql, db_i(s->id), db_i(most));
	if (db_row(&q))
		*locked = db_int(&q) != 0;
	return db_end(&q);
}

enum err
store_share_right(struct ctx *cx, const struct share *s)
{
	/* reach: a mark, of whoever has link and code */
	static const char sql[] = DB_REACH
	    "UPDATE share SET tries = 0, opened = coalesce(opened, $now)"
	    " WHERE id = $1";

	return db_run(cx, sql, db_i(s->id));
}

enum err
store_share_visit_add(struct ctx *cx, const struct share *s,
    const unsigned char hash[DIGEST_SIZE], int64_t before)
{
	static const char old[] = "DELETE FROM share_visit WHERE began <= $1";
	static const char sql[] =
	    "INSERT INTO share_visit (hash, share, began)"
	    " VALUES ($1, $2, $now)";
	enum err e = db_run(cx, old, db_i(before));

	return e != OK ? e : db_run(cx, sql, db_b(hash, DIGEST_SIZE),
	    db_i(s->id));
}

enum err
store_share_visit_end(struct ctx *cx, const unsigned char hash[DIGEST_SIZE])
{
	static const char sql[] = "DELETE FROM share_visit WHERE hash = $1";

	return db_run(cx, sql, db_b(hash, DIGEST_SIZE));
}

enum err
store_share_visits_end(struct ctx *cx, const struct share *s)
{
	static const char sql[] = "DELETE FROM share_visit WHERE share = $1";

	return db_run(cx, sql, db_i(s->id));
}
