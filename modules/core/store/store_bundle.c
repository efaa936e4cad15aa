/* SPDX-License-Identifier: MIT */
/* Tables bundle and bundle_part. */
#include "store/store_bundle.h"

#include <string.h>

#include "store/db.h"

static const char *const states[] = {
	[BUNDLE_LISTED] = "listed", [BUNDLE_WAITING] = "waiting",
	[BUNDLE_MADE] = "made", [BUNDLE_FAILED] = "failed"
};

#define COLUMNS								\
	"SELECT b.id, b.no, b.title, b.court, b.asked, b.person, p.name," \
	"       b.state, b.tries, b.why, b.pages, coalesce(f.no, 0)"	\
	"  FROM bundle b JOIN person p ON p.id = b.person"		\
	"  LEFT JOIN document f ON f.id = b.document"

static enum err
bundles_of(struct ctx *cx, struct db_rows *q, struct bundle **out)
{
	const char *state;
	struct bundle *b;
	int i;

	*out = NULL;
	while (db_row(q)) {
		b = arena_alloc(cx->arena, sizeof(*b));
		b->id = db_int(q);
		b->no = db_int(q);
		b->title = db_text(q);
		b->court = db_text(q);
		b->asked = db_int(q);
		b->person = db_int(q);
		b->person_name = db_text(q);
		state = db_text(q);
		for (i = BUNDLE_LISTED; i < BUNDLE_FAILED &&
		    strcmp(states[i], state) != 0; i++)
			;
		b->state = (enum bundle_state)i;
		b->tries = db_int(q);
		b->why = db_text(q);
		b->pages = db_int(q);
		b->document = db_int(q);
		*out = b;
		out = &b->next;
	}
	return db_end(q);
}

enum err
store_bundle_list(struct ctx *cx, const struct dossier *d, int limit,
    struct bundle **out)
{
	/* opened: the predicate held */
	/* reach: of the PDF its number alone */
	static const char sql[] =
	    COLUMNS " WHERE b.dossier = $1 ORDER BY b.no DESC LIMIT $2";
	struct db_rows q;

	db_query(cx, &q, sql, db_i(d->id), db_i(limit));
	return bundles_of(cx, &q, out);
}

static enum err
parts(struct ctx *cx, struct bundle *b)
{
	/* opened: the dossier of it was */
	/* reach: of a document its number alone */
	static const char sql[] =
	    "SELECT x.place, x.tab, x.document, f.no, x.page, x.pages,"
	    "       x.state"
	    "  FROM bundle_part x JOIN document f ON f.id = x.document"
	    " WHERE x.bundle = $1 ORDER BY x.place";
	struct bundle_part **tail = &b->parts, *x;
	struct db_rows q;

	db_query(cx, &q, sql, db_i(b->id));
	while (db_row(&q)) {
		x = arena_alloc(cx->arena, sizeof(*x));
		x->place = db_int(&q);
		x->tab = db_text(&q);
		x->document = db_int(&q);
		x->no = db_int(&q);
		x->page = db_int(&q);
		x->pages = db_int(&q);
		x->state = (enum bundle_part_state)db_int(&q);
		*tail = x;
		tail = &x->next;
	}
	return db_end(&q);
}

enum err
store_bundle_find(struct ctx *cx, const struct dossier *d, int64_t no,
    struct bundle **out)
{
	/* opened: the predicate held */
	/* reach: of the PDF its number alone */
	static const char sql[] =
	    COLUMNS " WHERE b.dossier = $1 AND b.no = $2";
	struct db_rows q;
	enum err e;

	db_query(cx, &q, sql, db_i(d->id), db_i(no));
	if ((e = bundles_of(cx, &q, out)) != OK || *out == NULL)
		return e;
	return parts(cx, *out);
}

enum err
store_bundle_add(struct ctx *cx, const struct dossier *d, struct bundle *b)
{
	/* opened: the predicate held */
	static const char sql[] =
	    "INSERT INTO bundle (dossier, no, title, court, asked, person,"
	    "    state)"
	    " VALUES ($1, $2, $3, $4, $5, $6, $7) RETURNING id";
	struct db_rows q;

	db_query(cx, &q, sql, db_i(d->id), db_i(b->no), db_t(b->title),
	    db_t(b->court), db_i(b->asked), db_i(b->person),
	    db_t(states[b->state]));
	b->id = db_row(&q) ? db_int(&q) : 0;
	return db_end(&q);
}

enum err
store_bundle_part_add(struct ctx *cx, const struct bundle *b,
    const struct bundle_part *x)
{
	/* opened: the dossier of both was */
	static const char sql[] =
	    "INSERT INTO bundle_part (bundle, place, tab, document)"
	    " VALUES ($1, $2, $3, $4)";

	return db_run(cx, sql, db_i(b->id), db_i(x->place), db_t(x->tab),
	    db_i(x->document));
}

enum err
store_bundle_editions(struct ctx *cx, const struct bundle *b, int64_t *out)
{
	/* opened: the dossier of it was */
	static const char sql[] =
	    "SELECT count(*) FROM bundle a JOIN bundle b ON b.id = $1"
	    " WHERE a.dossier = b.dossier AND a.title = b.title"
	    "   AND a.document IS NOT NULL";
	struct db_rows q;

	db_query(cx, &q, sql, db_i(b->id));
	*out = db_row(&q) ? db_int(&q) : 0;
	return db_end(&q);
}

enum err
store_bundle_claim(struct ctx *cx, struct bundle **out)
{
	/* reach: the clock; who asked opens the dossier afterwards */
	static const char sql[] =
	    "UPDATE bundle SET tries = tries + 1 WHERE id ="
	    " (SELECT min(id) FROM bundle WHERE state = 'waiting')"
	    " RETURNING id";
	static const char found[] =
	    "SELECT b.no, b.title, b.court, b.asked, b.person, b.tries,"
	    "       d.number"
	    "  FROM bundle b JOIN dossier d ON d.id = b.dossier"
	    " WHERE b.id = $1";
	struct bundle *b = arena_alloc(cx->arena, sizeof(*b));
	struct db_rows q;
	enum err e;

	*out = NULL;
	db_query(cx, &q, sql);
	b->id = db_row(&q) ? db_int(&q) : 0;
	if ((e = db_end(&q)) != OK || b->id == 0)
		return e;
	db_query(cx, &q, found, db_i(b->id));
	if (db_row(&q)) {
		b->no = db_int(&q);
		b->title = db_text(&q);
		b->court = db_text(&q);
		b->asked = db_int(&q);
		b->person = db_int(&q);
		b->tries = db_int(&q);
		b->number = db_text(&q);
		b->state = BUNDLE_WAITING;
		*out = b;
	}
	if ((e = db_end(&q)) != OK || *out == NULL)
		return e;
	return parts(cx, b);
}

enum err
store_bundle_made(struct ctx *cx, const struct bundle *b, int64_t document)
{
	/* opened: the dossier of it was */
	static const char sql[] =
	    "UPDATE bundle SET state = 'made', why = '', pages = $2,"
	    "       document = $3"
	    " WHERE id = $1 AND state = 'waiting'";

	return db_run(cx, sql, db_i(b->id), db_i(b->pages),
	    db_i(document));
}

enum err
store_bundle_part_made(struct ctx *cx, const struct bundle *b,
    const struct bundle_part *x)
{
	/* opened: the dossier of it was */
	static const char sql[] =
	    "UPDATE bundle_part SET page = $3, pages = $4, state = $5"
	    " WHERE bundle = $1 AND place = $2";

	return db_run(cx, sql, db_i(b->id), db_i(x->place), db_i(x->page),
	    db_i(x->pages), db_i(x->state));
}

enum err
store_bundle_failed(struct ctx *cx, const struct bundle *b, const char *why)
{
	/* reach: the clock tells who asked */
	static const char sql[] =
	    "UPDATE bundle SET state = 'failed', why = $2"
	    " WHERE id = $1 AND state = 'waiting'";

	return db_run(cx, sql, db_i(b->id), db_t(why));
}
