/* SPDX-License-Identifier: MIT */
/* Tables disclosure_request and disclosure_item. */
#include "store/store_disclosure_request.h"

#include <string.h>

#include "store/db.h"
#include "store/visible.h"

static const char *const states[] = { DISCLOSURE_STATES };

/* Is the viewer a member of the compartment of what is medical? */
#define MEDICAL								\
	COMPARTMENT_HELD("(SELECT m.id FROM compartment m"		\
	    " WHERE m.code = 'medical')")

#define COLUMNS								\
	"SELECT x.id, x.no, x.asker, x.person, x.name, x.address,"	\
	"       x.received, x.way, x.purpose, x.asked, x.what,"		\
	"       x.since,"						\
	"       x.until, x.due, x.deadline, l.no, x.extended,"		\
	"       x.extended_why, x.state, x.ground, x.ground_why,"	\
	"       x.consents, x.authorised, x.authoriser, a.name,"	\
	"       x.collected, x.collector, c.name, x.reviewed,"		\
	"       x.reviewer, v.name, x.ended, x.ender, n.name, x.why,"	\
	"       x.version, d.number, d.title,"				\
	"       coalesce((SELECT min(q.name) FROM party y"		\
	"         JOIN person q ON q.id = y.person"			\
	"         WHERE y.dossier = x.dossier AND y.role = 'patient'"	\
	"           AND y.ended IS NULL), '')"				\
	"  FROM disclosure_request x"					\
	"  JOIN dossier d ON d.id = x.dossier"				\
	"  LEFT JOIN deadline l ON l.id = x.deadline"			\
	"    AND l.dossier = x.dossier"					\
	"  LEFT JOIN person a ON a.id = x.authoriser"			\
	"  LEFT JOIN person c ON c.id = x.collector"			\
	"  LEFT JOIN person v ON v.id = x.reviewer"			\
	"  LEFT JOIN person n ON n.id = x.ender"

static enum disclosure_state
state_of(const char *word)
{
	int i = 0;

	while (i < DISCLOSURE_WITHDRAWN && strcmp(states[i], word) != 0)
		i++;
	return (enum disclosure_state)i;
}

static void
take_steps(struct db_rows *q, struct disclosure_request *r)
{
	r->authorised = db_int(q);
	r->authoriser = db_int(q);
	r->authoriser_name = db_text(q);
	r->collected = db_int(q);
	r->collector = db_int(q);
	r->collector_name = db_text(q);
	r->reviewed = db_int(q);
	r->reviewer = db_int(q);
	r->reviewer_name = db_text(q);
	r->ended = db_int(q);
	r->ender = db_int(q);
	r->ender_name = db_text(q);
	r->why = db_text(q);
	r->version = db_int(q);
	r->number = db_text(q);
	r->title = db_text(q);
	r->patient = db_text(q);
}

static enum err
take(struct ctx *cx, struct db_rows *q, struct disclosure_request **out)
{
	struct disclosure_request *r;

	*out = NULL;
	while (db_row(q)) {
		r = *out = arena_alloc(cx->arena, sizeof(*r));
		r->id = db_int(q);
		r->no = db_int(q);
		r->asker = db_text(q);
		r->person = db_int(q);
		r->name = db_text(q);
		r->address = db_text(q);
		r->received = db_text(q);
		r->way = db_text(q);
		r->purpose = (unsigned int)db_int(q);
		r->asked = db_text(q);
		r->what = (unsigned int)db_int(q);
		r->since = db_text(q);
		r->until = db_text(q);
		r->due = db_text(q);
		r->deadline = db_int(q);
		r->deadline_no = db_int(q);
		r->extended = db_int(q);
		r->extended_why = db_text(q);
		r->state = state_of(db_text(q));
		r->ground = db_text(q);
		r->ground_why = db_text(q);
		r->consents = db_text(q);
		take_steps(q, r);
		out = &r->next;
	}
	return db_end(q);
}

enum err
store_disclosure_request_add(struct ctx *cx, const struct dossier *d,
    struct disclosure_request *r)
{
	/* opened: the predicate held */
	static const char sql[] =
	    "INSERT INTO disclosure_request (dossier, no, asker, person, name,"
	    "    address, received, way, purpose, asked, what, since, until,"
	    "    due, deadline)"
	    " VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12,"
	    "    $13, $14, $15) RETURNING id";
	struct db_rows q;

	db_query(cx, &q, sql, db_i(d->id), db_i(r->no), db_t(r->asker),
	    db_i0(r->person), db_t(r->name), db_t(r->address),
	    db_t(r->received), db_t(r->way), db_i(r->purpose),
	    db_t(r->asked), db_i(r->what), db_t(r->since), db_t(r->until),
	    db_t(r->due), db_i0(r->deadline));
	r->id = db_row(&q) ? db_int(&q) : 0;
	r->version = 1;
	return db_end(&q);
}

enum err
store_disclosure_request_find(struct ctx *cx, const struct dossier *d,
    int64_t no, struct disclosure_request **out)
{
	/* opened: the predicate held */
	static const char sql[] =
	    COLUMNS " WHERE x.dossier = $1 AND x.no = $2";
	struct db_rows q;

	db_query(cx, &q, sql, db_i(d->id), db_i(no));
	return take(cx, &q, out);
}

enum err
store_disclosure_request_list(struct ctx *cx, const struct dossier *d,
    struct disclosure_request **out)
{
	/* opened: the predicate held */
	static const char sql[] =
	    COLUMNS " WHERE x.dossier = $1 ORDER BY x.no DESC";
	struct db_rows q;

	db_query(cx, &q, sql, db_i(d->id));
	return take(cx, &q, out);
}

enum err
store_disclosure_request_save(struct ctx *cx, struct disclosure_request *r)
{
	/* opened: its dossier was */
	static const char sql[] =
	    "UPDATE disclosure_request SET state = $3, due = $4,"
	    "       extended = $5, extended_why = $6, ground = $7,"
	    "       ground_why = $8, consents = $9, authorised = $10,"
	    "       authoriser = $11, collected = $12, collector = $13,"
	    "       reviewed = $14, reviewer = $15, ended = $16, ender = $17,"
	    "       why = $18, version = version + 1"
	    " WHERE id = $1 AND version = $2";
	int64_t changed;
	enum err e;

	e = db_change(cx, &changed, sql, db_i(r->id), db_i(r->version),
	    db_t(states[r->state]), db_t(r->due), db_i0(r->extended),
	    db_t(r->extended_why), db_t(r->ground), db_t(r->ground_why),
	    db_t(r->consents), db_i0(r->authorised), db_i0(r->authoriser),
	    db_i0(r->collected), db_i0(r->collector), db_i0(r->reviewed),
	    db_i0(r->reviewer), db_i0(r->ended), db_i0(r->ender),
	    db_t(r->why));
	r->version++;
	return e == OK && changed != 1 ? db_stale(cx) : e;
}

#define OPEN								\
	COLUMNS " WHERE x.ended IS NULL AND" VISIBLE "AND " MEDICAL	\
	" AND (x.due, x.id) > (coalesce((SELECT y.due"			\
	"        FROM disclosure_request y WHERE y.id = $1), ''), $1)"	\
	" ORDER BY x.due, x.id LIMIT $2"

enum err
store_disclosure_request_open(struct ctx *cx, int64_t after, int limit,
    struct disclosure_request **out)
{
	static const char sql[] = OPEN;
	struct db_rows q;

	db_query(cx, &q, sql, db_i(after),
	    db_i(limit == 0 ? INT64_MAX : limit));
	return take(cx, &q, out);
}

#define STATE(word)							\
	" coalesce(sum(CASE WHEN x.state = '" word "' THEN 1 ELSE 0 END), 0)"

enum err
store_disclosure_request_counts(struct ctx *cx, const char *today,
    const char *soon, struct store_disclosure_request_count *out)
{
	static const char sql[] =
	    "SELECT count(*),"
	    "  coalesce(sum(CASE WHEN x.due < $1 THEN 1 ELSE 0 END), 0),"
	    "  coalesce(sum(CASE WHEN x.due >= $1 AND x.due <= $2"
	    "    THEN 1 ELSE 0 END), 0),"
	    STATE("received") "," STATE("authorised") "," STATE("collected")
	    "," STATE("reviewed")
	    "  FROM disclosure_request x JOIN dossier d ON d.id = x.dossier"
	    " WHERE x.ended IS NULL AND" VISIBLE "AND " MEDICAL;
	struct db_rows q;
	int i;

	*out = (struct store_disclosure_request_count){ 0 };
	db_query(cx, &q, sql, db_t(today), db_t(soon));
	if (db_row(&q)) {
		out->open = db_int(&q);
		out->late = db_int(&q);
		out->soon = db_int(&q);
		for (i = 0; i < 4; i++)
			out->states[i] = db_int(&q);
	}
	return db_end(&q);
}

enum err
store_disclosure_request_items(struct ctx *cx, const struct dossier *d,
    const struct disclosure_request *r, struct disclosure_item **out)
{
	/* opened: its dossier was */
	static const char sql[] =
	    "SELECT i.place, i.kind, i.no, i.name, i.instead, i.left_out,"
	    "       i.why, coalesce((SELECT g.class FROM part2 g"
	    "         WHERE g.dossier = $2 AND g.ended IS NULL"
	    "           AND g.no = CASE WHEN i.instead > 0 THEN i.instead"
	    "             ELSE i.no END AND g.no > 0), ''),"
	    "       coalesce((SELECT g.class FROM part2 g"
	    "         WHERE g.dossier = $2 AND g.ended IS NULL"
	    "           AND g.no = 0), '')"
	    "  FROM disclosure_item i WHERE i.request = $1 ORDER BY i.place";
	const char *of_it, *of_all;
	struct disclosure_item *i;
	struct db_rows q;

	*out = NULL;
	db_query(cx, &q, sql, db_i(r->id), db_i(d->id));
	while (db_row(&q)) {
		i = *out = arena_alloc(cx->arena, sizeof(*i));
		i->place = db_int(&q);
		i->kind = db_text(&q);
		i->no = db_int(&q);
		i->name = db_text(&q);
		i->instead = db_int(&q);
		i->left_out = db_int(&q) != 0;
		i->why = db_text(&q);
		of_it = db_text(&q);
		of_all = db_text(&q);
		i->part2 = of_it[0] != '\0' || of_all[0] != '\0';
		i->counselling = strcmp(of_it, "counselling") == 0 ||
		    strcmp(of_all, "counselling") == 0;
		out = &i->next;
	}
	return db_end(&q);
}

enum err
store_disclosure_request_item_add(struct ctx *cx,
    const struct disclosure_request *r, const struct disclosure_item *i)
{
	/* opened: its dossier was */
	static const char sql[] =
	    "INSERT INTO disclosure_item (request, place, kind, no, name)"
	    " VALUES ($1, $2, $3, $4, $5)";

	return db_run(cx, sql, db_i(r->id), db_i(i->place), db_t(i->kind),
	    db_i(i->no), db_t(i->name));
}

enum err
store_disclosure_request_item_save(struct ctx *cx,
    const struct disclosure_request *r, const struct disclosure_item *i)
{
	/* opened: its dossier was */
	static const char sql[] =
	    "UPDATE disclosure_item SET instead = $3, left_out = $4,"
	    "       why = $5 WHERE request = $1 AND place = $2";

	return db_run(cx, sql, db_i(r->id), db_i(i->place),
	    db_i(i->instead), db_i(i->left_out), db_t(i->why));
}

enum err
store_disclosure_request_items_drop(struct ctx *cx,
    const struct disclosure_request *r)
{
	/* opened: its dossier was */
	static const char sql[] =
	    "DELETE FROM disclosure_item WHERE request = $1";

	return db_run(cx, sql, db_i(r->id));
}
