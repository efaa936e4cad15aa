/* SPDX-License-Identifier: MIT */
/* Table share_mail. */
#include "store/store_share_mail.h"

#include <string.h>

#include "store/db.h"
#include "store/store_share.h"

#define COLUMNS								\
	"SELECT m.id, m.share, m.what, m.email, m.lang, m.queued,"	\
	"       m.due, m.tries, m.ended, m.taken, m.said"		\
	"  FROM share_mail m"

static enum err
take(struct ctx *cx, struct db_rows *q, struct share_mail **out)
{
	struct share_mail *m;

	*out = NULL;
	while (db_row(q)) {
		m = arena_alloc(cx->arena, sizeof(*m));
		m->id = db_int(q);
		m->share = db_int(q);
		m->code = strcmp(db_text(q), "code") == 0;
		m->email = db_text(q);
		m->lang = db_text(q);
		m->queued = db_int(q);
		m->due = db_int(q);
		m->tries = db_int(q);
		m->ended = db_int(q);
		m->taken = db_int(q) != 0;
		m->said = db_text(q);
		*out = m;
		out = &m->next;
	}
	return db_end(q);
}

enum err
store_share_mail_add(struct ctx *cx, const struct share *s,
    const struct share_mail *m)
{
	/* opened: the dossier of the share was */
	static const char sql[] =
	    "INSERT INTO share_mail (share, what, email, lang, queued, due)"
	    " VALUES ($1, $2, $3, $4, $now, $now)";

	return db_run(cx, sql, db_i(s->id), db_t(m->code ? "code" : "link"),
	    db_t(m->email), db_t(m->lang));
}

enum err
store_share_mail_code(struct ctx *cx, const struct share *s,
    const char *code)
{
	/* opened: the predicate held */
	static const char sql[] =
	    "UPDATE share SET unsent = $2 WHERE id = $1";

	return db_run(cx, sql, db_i(s->id), db_t(code));
}

enum err
store_share_mail_stop(struct ctx *cx, const struct share *s,
    const char *said)
{
	/* opened: the dossier of the share was */
	static const char sql[] =
	    "UPDATE share_mail SET ended = $now, said = $2"
	    " WHERE share = $1 AND ended IS NULL";
	enum err e = db_run(cx, sql, db_i(s->id), db_t(said));

	return e != OK ? e : store_share_mail_code(cx, s, "");
}

enum err
store_share_mail_list(struct ctx *cx, const struct share *s, int limit,
    struct share_mail **out)
{
	/* opened: the dossier of the share was */
	static const char sql[] =
	    COLUMNS " WHERE m.share = $1 ORDER BY m.id DESC LIMIT $2";
	struct db_rows q;

	db_query(cx, &q, sql, db_i(s->id), db_i(limit));
	return take(cx, &q, out);
}

enum err
store_share_mail_claim(struct ctx *cx, int64_t until,
    struct share_mail **out, struct share **share, const char **code)
{
	/* reach: to nobody; what leaves is looked up as who answers for it */
	static const char first[] = DB_REACH COLUMNS
	    " WHERE m.ended IS NULL AND m.due <= $now"
	    " ORDER BY m.due, m.id LIMIT 1";
	static const char claim[] = DB_REACH
	    "UPDATE share_mail SET due = $2, tries = tries + 1"
	    " WHERE id = $1";
	static const char unsent[] =
	    DB_REACH "SELECT unsent FROM share WHERE id = $1";
	struct db_rows q;
	enum err e;

	db_query(cx, &q, first);
	if ((e = take(cx, &q, out)) != OK || *out == NULL ||
	    (e = db_run(cx, claim, db_i((*out)->id), db_i(until))) != OK ||
	    (e = store_share_known(cx, (*out)->share, share)) != OK)
		return e;
	(*out)->due = until;
	db_query(cx, &q, unsent, db_i((*out)->share));
	*code = db_row(&q) ? db_text(&q) : "";
	return db_end(&q);
}

enum err
store_share_mail_end(struct ctx *cx, const struct share_mail *m, bool taken,
    const char *said)
{
	/* reach: to nobody */
	static const char sql[] = DB_REACH
	    "UPDATE share_mail SET ended = $now, taken = $3, said = $4"
	    " WHERE id = $1 AND ended IS NULL AND due = $2";
	static const char code[] = DB_REACH
	    "UPDATE share SET unsent = '' WHERE id = $1 AND NOT EXISTS"
	    " (SELECT 1 FROM share_mail m"
	    "   WHERE m.share = $1 AND m.ended IS NULL)";
	enum err e = db_run(cx, sql, db_i(m->id), db_i(m->due), db_i(taken),
	    db_t(said));

	return e != OK ? e : db_run(cx, code, db_i(m->share));
}

enum err
store_share_mail_put_off(struct ctx *cx, const struct share_mail *m,
    int64_t due, const char *said)
{
	/* reach: to nobody */
	static const char sql[] = DB_REACH
	    "UPDATE share_mail SET due = $3, said = $4"
	    " WHERE id = $1 AND ended IS NULL AND due = $2";

	return db_run(cx, sql, db_i(m->id), db_i(m->due), db_i(due),
	    db_t(said));
}

enum err
store_share_mail_state(struct ctx *cx, int64_t since, int64_t *failing,
    int64_t *given_up)
{
	/* reach: counts alone */
	static const char waiting[] = DB_REACH
	    "SELECT count(*) FROM share_mail"
	    " WHERE ended IS NULL AND said <> ''";
	static const char over[] = DB_REACH
	    "SELECT count(*) FROM share_mail"
	    " WHERE ended > $1 AND taken = 0 AND tries > 0";
	struct db_rows q;
	enum err e;

	db_query(cx, &q, waiting);
	*failing = db_row(&q) ? db_int(&q) : 0;
	if ((e = db_end(&q)) != OK)
		return e;
	db_query(cx, &q, over, db_i(since));
	*given_up = db_row(&q) ? db_int(&q) : 0;
	return db_end(&q);
}
