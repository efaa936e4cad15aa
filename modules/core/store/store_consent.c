/* SPDX-License-Identifier: MIT */
/* Table consent. */
#include "store/store_consent.h"

#include <string.h>

#include "store/db.h"
#include "store/visible.h"

static const char *const states[] = { CONSENT_STATES };

#define COLUMNS								\
	"SELECT c.id, c.no, c.person, p.number, p.name, c.signer,"	\
	"       s.number, s.name, c.signer_right, c.state, c.what,"	\
	"       c.kinds, c.receiver, r.number, r.name, c.class,"	\
	"       c.purpose, c.purpose_words, c.begins, c.until, c.event," \
	"       c.how, c.document, c.witness, c.lang, c.wording,"	\
	"       c.words, c.made, m.name, c.taken, t.name, c.ended,"	\
	"       x.name, c.ended_how, c.ended_by, y.name, c.ended_why"
#define FROM								\
	"  FROM consent c JOIN person p ON p.id = c.person"		\
	"  JOIN person m ON m.id = c.maker"				\
	"  LEFT JOIN person s ON s.id = c.signer"			\
	"  LEFT JOIN person r ON r.id = c.receiver"			\
	"  LEFT JOIN person t ON t.id = c.taker"			\
	"  LEFT JOIN person x ON x.id = c.ender"			\
	"  LEFT JOIN person y ON y.id = c.ended_by"

static enum consent_state
state_of(const char *word)
{
	int i = CONSENT_RESTRICTED;

	while (i > CONSENT_PREPARED && strcmp(states[i], word) != 0)
		i--;
	return (enum consent_state)i;
}

/* Who says what to whom. */
static void
take_terms(struct db_rows *q, struct consent *c)
{
	c->id = db_int(q);
	c->no = db_int(q);
	c->person = db_int(q);
	c->number = db_text(q);
	c->name = db_text(q);
	c->signer = db_int(q);
	c->signer_number = db_text(q);
	c->signer_name = db_text(q);
	c->right = db_text(q);
	c->state = state_of(db_text(q));
	c->what = (unsigned int)db_int(q);
	c->kinds = db_text(q);
	c->receiver = db_int(q);
	c->receiver_number = db_text(q);
	c->receiver_name = db_text(q);
	c->classes = (unsigned int)db_int(q);
	c->purpose = (unsigned int)db_int(q);
	c->purpose_words = db_text(q);
	c->begins = db_text(q);
	c->until = db_text(q);
	c->event = db_text(q);
}

/* What became of it. */
static void
take_acts(struct db_rows *q, struct consent *c)
{
	c->how = db_text(q);
	c->document = db_int(q);
	c->witness = db_text(q);
	c->lang = db_text(q);
	c->wording = db_int(q);
	c->words = db_text(q);
	c->made = db_int(q);
	c->maker = db_text(q);
	c->taken = db_int(q);
	c->taker = db_text(q);
	c->ended = db_int(q);
	c->ender = db_text(q);
	c->ended_how = db_text(q);
	c->ended_by = db_int(q);
	c->ended_by_name = db_text(q);
	c->ended_why = db_text(q);
}

static enum err
consents_of(struct ctx *cx, struct db_rows *q, bool over_cases,
    struct consent **out)
{
	struct consent *c;

	*out = NULL;
	while (db_row(q)) {
		c = *out = arena_alloc(cx->arena, sizeof(*c));
		take_terms(q, c);
		take_acts(q, c);
		c->dossier = over_cases ? db_text(q) : "";
		c->title = over_cases ? db_text(q) : "";
		out = &c->next;
	}
	return db_end(q);
}

enum err
store_consent_list(struct ctx *cx, const struct dossier *d,
    struct consent **out)
{
	/* opened: the predicate held */
	static const char sql[] =
	    COLUMNS FROM " WHERE c.dossier = $1 ORDER BY c.no DESC";
	struct db_rows q;

	db_query(cx, &q, sql, db_i(d->id));
	return consents_of(cx, &q, false, out);
}

enum err
store_consent_find(struct ctx *cx, const struct dossier *d, int64_t no,
    struct consent **out)
{
	/* opened: the predicate held */
	static const char sql[] =
	    COLUMNS FROM " WHERE c.dossier = $1 AND c.no = $2";
	struct db_rows q;

	db_query(cx, &q, sql, db_i(d->id), db_i(no));
	return consents_of(cx, &q, false, out);
}

enum err
store_consent_add(struct ctx *cx, const struct dossier *d, struct consent *c)
{
	/* opened: the predicate held */
	static const char sql[] =
	    "INSERT INTO consent (dossier, no, person, signer, signer_right,"
	    "    state, what, kinds, receiver, class, purpose,"
	    "    purpose_words, begins, until, event, how, document,"
	    "    witness, lang, wording, words, made, maker, taken, taker)"
	    " VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12,"
	    "    $13, $14, $15, $16, $17, $18, $19, $20, $21, $now, $viewer,"
	    "    $22, $23) RETURNING id";
	struct db_rows q;

	db_query(cx, &q, sql, db_i(d->id), db_i(c->no), db_i(c->person),
	    db_i0(c->signer), db_t(c->right), db_t(states[c->state]),
	    db_i(c->what), db_t(c->kinds), db_i0(c->receiver),
	    db_i(c->classes), db_i(c->purpose), db_t(c->purpose_words),
	    db_t(c->begins), db_t(c->until), db_t(c->event), db_t(c->how),
	    db_i(c->document), db_t(c->witness), db_t(c->lang),
	    db_i(c->wording), db_t(c->words), db_i0(c->taken),
	    db_i0(c->taken == 0 ? 0 : cx->viewer));
	c->id = db_row(&q) ? db_int(&q) : 0;
	return db_end(&q);
}

/* One row, else somebody was faster. */
static enum err
one(struct ctx *cx, enum err e, int64_t changed)
{
	return e == OK && changed != 1 ? db_stale(cx) : e;
}

enum err
store_consent_take(struct ctx *cx, const struct consent *c)
{
	/* opened: its dossier was */
	static const char sql[] =
	    "UPDATE consent SET state = $2, how = $3, document = $4,"
	    "       witness = $5, taken = $now, taker = $viewer"
	    " WHERE id = $1 AND taken IS NULL AND ended IS NULL";
	int64_t changed = 0;
	enum err e = db_change(cx, &changed, sql, db_i(c->id),
	    db_t(states[c->state]), db_t(c->how), db_i(c->document),
	    db_t(c->witness));

	return one(cx, e, changed);
}

enum err
store_consent_end(struct ctx *cx, const struct consent *c)
{
	/* opened: its dossier was */
	static const char sql[] =
	    "UPDATE consent SET ended = $now, ender = $viewer,"
	    "       ended_how = $2, ended_by = $3, ended_why = $4"
	    " WHERE id = $1 AND ended IS NULL";
	int64_t changed = 0;
	enum err e = db_change(cx, &changed, sql, db_i(c->id),
	    db_t(c->ended_how), db_i0(c->ended_by), db_t(c->ended_why));

	return one(cx, e, changed);
}

enum err
store_consent_ending(struct ctx *cx, const char *from, const char *until,
    int limit, struct consent **out)
{
	static const char sql[] =
	    COLUMNS ", d.number, d.title" FROM
	    "  JOIN dossier d ON d.id = c.dossier"
	    " WHERE c.state = 'given' AND c.ended IS NULL AND c.until <> ''"
	    "   AND c.until >= $1 AND c.until <= $2"
	    "   AND d.status <> 'closed' AND" VISIBLE_MANY
	    " ORDER BY c.until, c.id LIMIT $3";
	struct db_rows q;

	db_query(cx, &q, sql, db_t(from), db_t(until), db_i(limit));
	return consents_of(cx, &q, true, out);
}

#define UNTOLD								\
	" state = 'given' AND ended IS NULL AND until <> ''"		\
	" AND until >= $1 AND until <= $2 AND told = 0"

enum err
store_consent_tell(struct ctx *cx, const char *from, const char *until,
    int64_t *n)
{
	/* reach: the clock, for all; who is told looks by their own right */
	static const char post[] = DB_REACH
	    "INSERT INTO outbox (person, dossier, no, queued, due, kind)"
	    " SELECT f.person, x.dossier, x.no, $now, $now, 'consent'"
	    "  FROM (SELECT dossier, no FROM consent WHERE" UNTOLD ") x"
	    "  JOIN dossier d ON d.id = x.dossier AND d.status <> 'closed'"
	    "  JOIN staff f ON f.person = d.lead AND f.enabled = 1";
	static const char mark[] = DB_REACH
	    "UPDATE consent SET told = 1 WHERE" UNTOLD;
	enum err e;

	if ((e = db_run(cx, post, db_t(from), db_t(until))) != OK)
		return e;
	return db_change(cx, n, mark, db_t(from), db_t(until));
}

enum err
store_consent_kinds(struct ctx *cx, const struct dossier *d,
    struct store_consent_kind **out)
{
	/* opened: the predicate held */
	/* reach: kinds alone, which are shown to nobody */
	static const char sql[] = DB_REACH
	    "WITH RECURSIVE made (no, document) AS ("
	    "   SELECT f.no, f.id FROM document f WHERE f.dossier = $1"
	    "   UNION SELECT m.no, x.document FROM made m"
	    "     JOIN bundle b ON b.document = m.document"
	    "     JOIN bundle_part x ON x.bundle = b.id)"
	    " SELECT m.no, f.kind, f.no FROM made m"
	    "   JOIN document f ON f.id = m.document"
	    "  WHERE NOT EXISTS (SELECT 1 FROM bundle b"
	    "    WHERE b.document = m.document)"
	    "  ORDER BY m.no";
	struct store_consent_kind *k;
	struct db_rows q;

	*out = NULL;
	db_query(cx, &q, sql, db_i(d->id));
	while (db_row(&q)) {
		k = *out = arena_alloc(cx->arena, sizeof(*k));
		k->no = db_int(&q);
		k->kind = db_text(&q);
		k->of = db_int(&q);
		out = &k->next;
	}
	return db_end(&q);
}
