/* SPDX-License-Identifier: MIT */
/* Tables docket_entry, docket_document, docket_party and docket_counsel. */
#include "store/store_docket.h"

#include <string.h>

#include "store/db.h"
#include "store/query.h"
#include "store/store_person.h"
#include "store/visible.h"
#include "text/fold.h"

#define COLUMNS								\
	"SELECT e.place, e.number, e.filed, e.entered, e.text,"		\
	"       e.attached, e.hand, coalesce(y.no, 0),"			\
	"       coalesce(p.name, ''), e.struck"				\
	"  FROM docket_entry e LEFT JOIN party y ON y.id = e.party"	\
	"  LEFT JOIN person p ON p.id = y.person"

static enum err
entries_of(struct ctx *cx, struct db_rows *q, struct docket_entry **out)
{
	struct docket_entry *x;

	*out = NULL;
	while (db_row(q)) {
		x = arena_alloc(cx->arena, sizeof(*x));
		x->place = db_int(q);
		x->number = db_text(q);
		x->filed = db_text(q);
		x->entered = db_text(q);
		x->text = db_text(q);
		x->attached = db_int(q);
		x->hand = db_int(q);
		x->party = db_int(q);
		x->party_name = db_text(q);
		x->struck = db_int(q);
		*out = x;
		out = &x->next;
	}
	return db_end(q);
}

enum err
store_docket_taken(struct ctx *cx, const struct proceeding *p,
    int64_t after, int limit, struct docket_entry **out)
{
	/* opened: the dossier of the proceeding was */
	static const char sql[] =
	    COLUMNS " WHERE e.proceeding = $1 AND e.place > $2"
	    "   AND e.hand = 0 ORDER BY e.place LIMIT $3";
	struct db_rows q;

	db_query(cx, &q, sql, db_i(p->id), db_i(after), db_i(limit));
	return entries_of(cx, &q, out);
}

enum err
store_docket_find(struct ctx *cx, const struct proceeding *p, int64_t place,
    struct docket_entry **out)
{
	/* opened: the dossier of the proceeding was */
	static const char sql[] =
	    COLUMNS " WHERE e.proceeding = $1 AND e.place = $2";
	struct db_rows q;

	db_query(cx, &q, sql, db_i(p->id), db_i(place));
	return entries_of(cx, &q, out);
}

/* What has this text in it, for LIKE ... ESCAPE '!'. */
static const char *
within(struct ctx *cx, const char *text)
{
	char *out = arena_array(cx->arena, 2 * strlen(text) + 3, 1), *to = out;

	*to++ = '%';
	for (; *text != '\0'; *to++ = *text++)
		if (*text == '%' || *text == '_' || *text == '!')
			*to++ = '!';
	*to++ = '%';
	*to = '\0';
	return out;
}

enum err
store_docket_list(struct ctx *cx, const struct proceeding *p,
    const struct store_docket_filter *f, struct docket_entry **out)
{
	/* opened: the dossier of the proceeding was */
	struct query y = { .limit = f->limit };
	struct db_rows q;

	query_add(&y, COLUMNS " WHERE e.proceeding = ?"
	    "   AND e.struck IS NULL", db_i(p->id));
	if (f->text[0] != '\0')
		query_add(&y, " AND (e.text_key LIKE ? ESCAPE '!'"
		    " OR e.number = ?)", db_t(within(cx, fold(cx->arena,
		    f->text))), db_t(f->text));
	if (f->after != 0 && f->newest)
		query_add(&y, " AND (e.filed, e.place) < (coalesce("
		    "(SELECT z.filed FROM docket_entry z"
		    " WHERE z.proceeding = ? AND z.place = ?), '9999'), ?)",
		    db_i(p->id), db_i(f->after), db_i(f->after));
	else if (f->after != 0)
		query_add(&y, " AND (e.filed, e.place) > (coalesce("
		    "(SELECT z.filed FROM docket_entry z"
		    " WHERE z.proceeding = ? AND z.place = ?), ''), ?)",
		    db_i(p->id), db_i(f->after), db_i(f->after));
	query_put(&y, f->newest ? " ORDER BY e.filed DESC, e.place DESC" :
	    " ORDER BY e.filed, e.place");
	query_add(&y, " LIMIT #");
	query_run(cx, &y, &q);
	return entries_of(cx, &q, out);
}

/* At the end of its entry's. */
static void
put(struct docket_entry *list, int64_t place, struct docket_document *f)
{
	struct docket_document **tail;

	while (list != NULL && list->place != place)
		list = list->next;
	if (list == NULL)
		return;
	for (tail = &list->documents; *tail != NULL;)
		tail = &(*tail)->next;
	*tail = f;
}

/* Of so many entries of the list. */
static enum err
documents_of(struct ctx *cx, const struct proceeding *p,
    struct docket_entry *list, const int64_t *places, size_t n)
{
	/* opened: the dossier of the proceeding was; a document that went
	 * to another one is not of this docket any more */
	struct docket_document *f;
	struct query y = { 0 };
	struct db_rows q;
	int64_t place;

	query_add(&y, "SELECT t.place, f.no, f.name, f.kind, f.withdrawn,"
	    PART_COMPARTMENT("f")
	    "  FROM docket_document t"
	    "  JOIN proceeding x ON x.id = t.proceeding"
	    "  JOIN document f ON f.id = t.document"
	    "   AND f.dossier = x.dossier"
	    " WHERE t.proceeding = ? AND" PART_VISIBLE("f")
	    "   AND t.place ", db_i(p->id));
	query_add_ids(&y, places, n);
	query_put(&y, " ORDER BY t.place, f.no");
	query_run(cx, &y, &q);
	while (db_row(&q)) {
		place = db_int(&q);
		f = arena_alloc(cx->arena, sizeof(*f));
		f->no = db_int(&q);
		f->name = db_text(&q);
		f->kind = db_text(&q);
		f->withdrawn = db_int(&q);
		(void)db_int(&q);
		f->compartment_name = db_text(&q);
		put(list, place, f);
	}
	return db_end(&q);
}

enum err
store_docket_documents(struct ctx *cx, const struct proceeding *p,
    struct docket_entry *list)
{
	int64_t places[QUERY_IDS];
	struct docket_entry *x = list;
	enum err e = OK;
	size_t n;

	while (x != NULL && e == OK) {
		for (n = 0; x != NULL && n < QUERY_IDS; x = x->next)
			places[n++] = x->place;
		e = documents_of(cx, p, list, places, n);
	}
	return e;
}

enum err
store_docket_attach(struct ctx *cx, const struct proceeding *p,
    int64_t place, int64_t document, bool *fresh)
{
	/* opened: the dossier of both was */
	static const char sql[] =
	    "INSERT INTO docket_document (proceeding, place, document)"
	    " VALUES ($1, $2, $3)"
	    " ON CONFLICT (proceeding, place, document) DO NOTHING";
	int64_t n;
	enum err e = db_change(cx, &n, sql, db_i(p->id), db_i(place),
	    db_i(document));

	*fresh = n == 1;
	return e;
}

enum err
store_docket_detach(struct ctx *cx, const struct proceeding *p,
    int64_t place, int64_t document, bool *gone)
{
	/* opened: the dossier of both was */
	static const char sql[] =
	    "DELETE FROM docket_document"
	    " WHERE proceeding = $1 AND place = $2 AND document = $3";
	int64_t n;
	enum err e = db_change(cx, &n, sql, db_i(p->id), db_i(place),
	    db_i(document));

	*gone = n == 1;
	return e;
}

enum err
store_docket_kept(struct ctx *cx, int64_t proceeding, bool *out)
{
	/* opened: the dossier of the proceeding was */
	static const char sql[] =
	    "SELECT 1 FROM docket_entry e WHERE e.proceeding = $1"
	    " UNION ALL SELECT 1 FROM docket_party y"
	    "  WHERE y.proceeding = $1 LIMIT 1";
	struct db_rows q;

	db_query(cx, &q, sql, db_i(proceeding));
	*out = db_row(&q);
	return db_end(&q);
}

enum err
store_docket_places(struct ctx *cx, const struct dossier *d,
    int64_t document, struct docket_place **out)
{
	/* opened: the predicate held, and the document was read */
	static const char sql[] =
	    "SELECT x.no, e.place, x.court, x.reference, e.number, e.filed"
	    "  FROM docket_document t"
	    "  JOIN docket_entry e ON e.proceeding = t.proceeding"
	    "   AND e.place = t.place"
	    "  JOIN proceeding x ON x.id = t.proceeding"
	    " WHERE t.document = $2 AND x.dossier = $1"
	    "   AND e.struck IS NULL ORDER BY x.no, e.filed, e.place";
	struct docket_place *l;
	struct db_rows q;

	*out = NULL;
	db_query(cx, &q, sql, db_i(d->id), db_i(document));
	while (db_row(&q)) {
		l = arena_alloc(cx->arena, sizeof(*l));
		l->proceeding = db_int(&q);
		l->place = db_int(&q);
		l->court = db_text(&q);
		l->reference = db_text(&q);
		l->number = db_text(&q);
		l->filed = db_text(&q);
		*out = l;
		out = &l->next;
	}
	return db_end(&q);
}

/* A row for each who represents it. */
enum err
store_docket_parties(struct ctx *cx, const struct proceeding *p,
    struct docket_party **out)
{
	/* opened: the dossier of the proceeding was */
	static const char sql[] =
	    "SELECT y.place, y.name, y.capacity, y.remark, y.ended,"
	    "       c.name, c.roles, c.contact"
	    "  FROM docket_party y LEFT JOIN docket_counsel c"
	    "    ON c.proceeding = y.proceeding AND c.party = y.place"
	    " WHERE y.proceeding = $1 ORDER BY y.place, c.place";
	struct docket_counsel **tail = NULL, *c;
	struct docket_party *y = NULL;
	struct db_rows q;
	int64_t place;

	*out = NULL;
	db_query(cx, &q, sql, db_i(p->id));
	while (db_row(&q)) {
		place = db_int(&q);
		if (y == NULL || y->place != place) {
			y = arena_alloc(cx->arena, sizeof(*y));
			y->place = place;
			tail = &y->counsel;
			*out = y;
			out = &y->next;
		}
		y->name = db_text(&q);
		y->capacity = db_text(&q);
		y->remark = db_text(&q);
		y->ended = db_text(&q);
		c = arena_alloc(cx->arena, sizeof(*c));
		c->name = db_text(&q);
		c->roles = db_text(&q);
		c->contact = db_text(&q);
		if (c->name[0] == '\0')
			continue;
		*tail = c;
		tail = &c->next;
	}
	return db_end(&q);
}

enum err
store_docket_place(struct ctx *cx, const struct proceeding *p, int64_t from,
    int64_t *out)
{
	/* opened: the dossier of the proceeding was */
	static const char sql[] =
	    "SELECT coalesce(max(place), $2) + 1 FROM docket_entry"
	    " WHERE proceeding = $1 AND place > $2";
	struct db_rows q;

	db_query(cx, &q, sql, db_i(p->id), db_i(from));
	*out = db_row(&q) ? db_int(&q) : 0;
	return db_end(&q);
}

enum err
store_docket_entry_add(struct ctx *cx, const struct proceeding *p,
    const struct docket_entry *x, int64_t party)
{
	/* opened: the dossier of the proceeding was */
	static const char sql[] =
	    "INSERT INTO docket_entry (proceeding, place, number, filed,"
	    "    entered, text, text_key, attached, hand, party)"
	    " VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)";

	return db_run(cx, sql, db_i(p->id), db_i(x->place), db_t(x->number),
	    db_t(x->filed), db_t(x->entered), db_t(x->text),
	    db_t(fold(cx->arena, x->text)), db_i(x->attached),
	    db_i(x->hand), db_i0(party));
}

enum err
store_docket_entry_save(struct ctx *cx, const struct proceeding *p,
    struct docket_entry *x, int64_t party)
{
	/* opened: the dossier of the proceeding was */
	static const char sql[] =
	    "UPDATE docket_entry SET number = $4, filed = $5, entered = $6,"
	    "       text = $7, text_key = $8, party = $9, struck = $10,"
	    "       hand = hand + 1"
	    " WHERE proceeding = $1 AND place = $2 AND hand = $3"
	    "   AND hand > 0";
	int64_t changed;
	enum err e;

	e = db_change(cx, &changed, sql, db_i(p->id), db_i(x->place),
	    db_i(x->hand), db_t(x->number), db_t(x->filed),
	    db_t(x->entered), db_t(x->text), db_t(fold(cx->arena, x->text)),
	    db_i0(party), db_i0(x->struck));
	if (e == OK && changed != 1)
		return db_stale(cx);
	x->hand++;
	return e;
}

enum err
store_docket_pass(struct ctx *cx, const struct dossier *from,
    const struct dossier *into)
{
	/* opened: the predicate held for both */
	static const char sql[] =
	    "UPDATE docket_entry SET party = (SELECT z.id FROM party y"
	    "    JOIN party z ON z.dossier = $2 AND z.person = y.person"
	    "      AND z.role = y.role AND z.ended IS NULL"
	    "    WHERE y.id = docket_entry.party)"
	    " WHERE hand > 0 AND party IN (SELECT y.id FROM party y"
	    "    JOIN party z ON z.dossier = $2 AND z.person = y.person"
	    "      AND z.role = y.role AND z.ended IS NULL"
	    "    WHERE y.dossier = $1 AND y.ended IS NULL)";

	return db_run(cx, sql, db_i(from->id), db_i(into->id));
}

/* What the party, or (from 1) its counsel, is found by. */
static enum err
learn(struct ctx *cx, const struct proceeding *p, int64_t party,
    int64_t counsel, const char *name)
{
	static const char sql[] =
	    "INSERT INTO docket_word (word, proceeding, party, counsel)"
	    " VALUES ($1, $2, $3, $4)"
	    " ON CONFLICT (word, proceeding, party, counsel) DO NOTHING";
	const char *word = fold_words(cx->arena, name), *one;
	size_t n;
	enum err e = OK;

	for (; *word != '\0' && e == OK; word += n + (word[n] == ' ')) {
		if ((n = strcspn(word, " ")) == 0)
			continue;
		one = arena_textn(cx->arena, word, n);
		if ((e = db_run(cx, sql, db_t(one), db_i(p->id),
		    db_i(party), db_i(counsel))) == OK)
			e = store_person_near_learn(cx, one);
	}
	return e;
}

enum err
store_docket_party_add(struct ctx *cx, const struct proceeding *p,
    const struct docket_party *y)
{
	/* opened: the dossier of the proceeding was */
	static const char sql[] =
	    "INSERT INTO docket_party (proceeding, place, name, capacity,"
	    "    remark, ended) VALUES ($1, $2, $3, $4, $5, $6)";
	static const char counsel[] =
	    "INSERT INTO docket_counsel (proceeding, party, place, name,"
	    "    roles, contact) VALUES ($1, $2, $3, $4, $5, $6)";
	const struct docket_counsel *c;
	int64_t place = 0;
	enum err e;

	e = db_run(cx, sql, db_i(p->id), db_i(y->place), db_t(y->name),
	    db_t(y->capacity), db_t(y->remark), db_t(y->ended));
	if (e == OK)
		e = learn(cx, p, y->place, 0, y->name);
	for (c = y->counsel; e == OK && c != NULL; c = c->next)
		if ((e = db_run(cx, counsel, db_i(p->id), db_i(y->place),
		    db_i(++place), db_t(c->name), db_t(c->roles),
		    db_t(c->contact))) == OK)
			e = learn(cx, p, y->place, place, c->name);
	return e;
}

enum err
store_docket_parties_drop(struct ctx *cx, const struct proceeding *p)
{
	/* opened: the dossier of the proceeding was */
	static const char sql[] =
	    "DELETE FROM docket_party WHERE proceeding = $1";

	return db_run(cx, sql, db_i(p->id));
}

enum err
store_docket_case(struct ctx *cx, const char *number, int64_t *id)
{
	/* reach: an operator names it; shows nothing */
	static const char sql[] =
	    DB_REACH "SELECT d.id FROM dossier d WHERE d.number = $1";
	struct db_rows q;

	db_query(cx, &q, sql, db_t(number));
	*id = db_row(&q) ? db_int(&q) : 0;
	return db_end(&q);
}
