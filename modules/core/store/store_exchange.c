/* SPDX-License-Identifier: MIT */
/* Table exchange, over the documents and notes that it speaks of. */
#include "store/store_exchange.h"

#include "store/query.h"
#include "store/visible.h"

#define COLUMNS								\
	"SELECT x.id, x.no, x.person, p.number,"			\
	"       coalesce(p.name, x.name), x.way, x.medium,"		\
	"       x.exchanged, x.version, n.id,"				\
	"       coalesce(n.text, f.name), a.name, f.withdrawn,"		\
	PART_COMPARTMENT("f") "," PART_HELD("f", PART_OPENED) ","	\
	PART_COMPARTMENT("n") "," PART_HELD("n", PART_OPENED)		\
	"  FROM exchange x"						\
	"  LEFT JOIN document f ON f.dossier = x.dossier"		\
	"    AND f.no = x.no AND" PART_VISIBLE("f")			\
	"  LEFT JOIN note n ON n.dossier = x.dossier"			\
	"    AND n.no = x.no AND" PART_VISIBLE("n")			\
	"  LEFT JOIN person p ON p.id = x.person"			\
	"  LEFT JOIN person a ON a.id = coalesce(f.actor, n.author)"	\
	" WHERE x.dossier = $1 AND (f.id IS NOT NULL OR n.id IS NOT NULL)"

/* Of the two kinds of things it is one: the other's columns are empty. */
static void
part_of(struct db_rows *q, struct exchange *x)
{
	int64_t within[2];
	const char *names[2];
	bool held[2];
	int i;

	for (i = 0; i < 2; i++) {
		within[i] = db_int(q);
		names[i] = db_text(q);
		held[i] = db_int(q) != 0;
	}
	x->compartment = within[x->note];
	x->compartment_name = names[x->note];
	x->held = held[x->note];
}

static enum err
exchanges_of(struct ctx *cx, struct db_rows *q, struct exchange **out)
{
	struct exchange *x;

	*out = NULL;
	while (db_row(q)) {
		x = *out = arena_alloc(cx->arena, sizeof(*x));
		x->id = db_int(q);
		x->no = db_int(q);
		x->person = db_int(q);
		x->number = db_text(q);
		x->name = db_text(q);
		x->way = db_text(q);
		x->medium = db_text(q);
		x->exchanged = db_text(q);
		x->version = db_int(q);
		x->note = db_int(q) != 0;
		x->title = db_text(q);
		x->author = db_text(q);
		x->withdrawn = db_int(q);
		part_of(q, x);
		out = &x->next;
	}
	return db_end(q);
}

enum err
store_exchange_list(struct ctx *cx, const struct dossier *d,
    const struct store_exchange_filter *f, struct exchange **out)
{
	/* opened: the predicate held */
	struct query y = { 0 };
	struct db_rows q;

	query_value(&y, db_i(d->id));
	query_put(&y, COLUMNS " AND x.exchanged > ''");
	if (f->person != 0)
		query_add(&y, STORE_EXCHANGE_SIDE, db_i(f->person),
		    db_i(f->person));
	if (f->others)
		query_put(&y, STORE_EXCHANGE_OTHERS);
	if (f->way[0] != '\0')
		query_add(&y, " AND x.way = ?", db_t(f->way));
	if (f->after != 0)
		query_add(&y, " AND (x.exchanged, x.no) <"
		    " (coalesce((SELECT z.exchanged FROM exchange z"
		    "   WHERE z.dossier = $1 AND z.no = ?), ''), ?)",
		    db_i(f->after), db_i(f->after));
	query_add(&y, " ORDER BY x.exchanged DESC, x.no DESC LIMIT ?",
	    db_i(f->limit));
	query_run(cx, &y, &q);
	return exchanges_of(cx, &q, out);
}

enum err
store_exchange_find(struct ctx *cx, const struct dossier *d, int64_t no,
    struct exchange **out)
{
	/* opened: the predicate held */
	static const char sql[] = COLUMNS " AND x.no = $2";
	struct db_rows q;

	db_query(cx, &q, sql, db_i(d->id), db_i(no));
	return exchanges_of(cx, &q, out);
}

enum err
store_exchange_add(struct ctx *cx, const struct dossier *d,
    struct exchange *x)
{
	/* opened: the predicate held */
	static const char sql[] =
	    "INSERT INTO exchange (dossier, no, person, name, way, medium,"
	    "    exchanged) VALUES ($1, $2, $3, $4, $5, $6, $7)"
	    " ON CONFLICT (dossier, no) DO NOTHING RETURNING id";
	struct db_rows q;
	enum err e;

	db_query(cx, &q, sql, db_i(d->id), db_i(x->no), db_i0(x->person),
	    db_t(x->person != 0 ? "" : x->name), db_t(x->way),
	    db_t(x->medium), db_t(x->exchanged));
	x->id = db_row(&q) ? db_int(&q) : 0;
	x->version = 1;
	if ((e = db_end(&q)) != OK)
		return e;
	return x->id != 0 ? OK : db_stale(cx);
}

enum err
store_exchange_save(struct ctx *cx, struct exchange *x)
{
	/* opened: its dossier was */
	static const char sql[] =
	    "UPDATE exchange SET person = $3, name = $4, way = $5,"
	    "       medium = $6, exchanged = $7, version = version + 1"
	    " WHERE id = $1 AND version = $2";
	int64_t changed;
	enum err e;

	e = db_change(cx, &changed, sql, db_i(x->id), db_i(x->version),
	    db_i0(x->person), db_t(x->person != 0 ? "" : x->name),
	    db_t(x->way), db_t(x->medium), db_t(x->exchanged));
	x->version++;
	return e == OK && changed != 1 ? db_stale(cx) : e;
}
