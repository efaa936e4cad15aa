/* SPDX-License-Identifier: MIT */
/* Tables service and service_day, of one dossier. */
#include "store/store_service.h"

#include <string.h>

#include "store/db.h"

static const char *const states[] = { SERVICE_STATES };

#define STATE_COUNT(which)						\
	"  (SELECT count(*) FROM service_day y"				\
	"    WHERE y.service = x.id AND y.state = '" which "')"

#define COLUMNS								\
	"SELECT x.id, x.no, x.careplan, x.title, x.instructions,"	\
	"       x.goal, g.no, g.title, x.every, x.times, x.begins,"	\
	"       x.until, x.aftercare, x.wait, x.person, x.team,"	\
	"       coalesce(p.name, t.name), f.person, c.state,"		\
	"       x.state, x.reason,"					\
	"       x.made, x.next, x.version,"				\
	STATE_COUNT("done") "," STATE_COUNT("missed") ","		\
	STATE_COUNT("excused") "," STATE_COUNT("due") ","		\
	"  (SELECT min(y.day) FROM service_day y"			\
	"    WHERE y.service = x.id AND y.state = 'due')"		\
	"  FROM service x JOIN careplan c ON c.id = x.careplan"		\
	"  LEFT JOIN goal g ON g.id = x.goal AND g.dossier = x.dossier"	\
	"  LEFT JOIN person p ON p.id = x.person"			\
	"  LEFT JOIN staff f ON f.person = x.person"			\
	"  LEFT JOIN team t ON t.id = x.team"

static enum err
services_of(struct ctx *cx, struct db_rows *q, struct service **out)
{
	struct service *x;

	*out = NULL;
	while (db_row(q)) {
		x = *out = arena_alloc(cx->arena, sizeof(*x));
		x->id = db_int(q);
		x->no = db_int(q);
		x->careplan = db_int(q);
		x->title = db_text(q);
		x->instructions = db_text(q);
		x->goal = db_int(q);
		x->goal_no = db_int(q);
		x->goal_title = db_text(q);
		x->every = db_text(q);
		x->times = (int)db_int(q);
		x->begins = db_text(q);
		x->until = db_text(q);
		x->aftercare = db_int(q) != 0;
		x->wait = (int)db_int(q);
		x->person = db_int(q);
		x->team = db_int(q);
		x->who = db_text(q);
		x->staff = db_int(q) != 0;
		x->agreed = strcmp(db_text(q), "agreed") == 0;
		x->ended = strcmp(db_text(q), "ended") == 0;
		x->reason = db_text(q);
		x->made = db_int(q);
		x->following = db_text(q);
		x->version = db_int(q);
		x->done = db_int(q);
		x->missed = db_int(q);
		x->excused = db_int(q);
		x->due = db_int(q);
		x->due_first = db_text(q);
		out = &x->next;
	}
	return db_end(q);
}

enum err
store_service_list(struct ctx *cx, const struct dossier *d,
    struct service **out)
{
	/* opened: the predicate held */
	static const char sql[] =
	    COLUMNS " WHERE x.dossier = $1"
	    " ORDER BY x.aftercare, x.begins, x.wait, x.no";
	struct db_rows q;

	db_query(cx, &q, sql, db_i(d->id));
	return services_of(cx, &q, out);
}

enum err
store_service_find(struct ctx *cx, const struct dossier *d, int64_t no,
    struct service **out)
{
	/* opened: the predicate held */
	static const char sql[] =
	    COLUMNS " WHERE x.dossier = $1 AND x.no = $2";
	struct db_rows q;

	db_query(cx, &q, sql, db_i(d->id), db_i(no));
	return services_of(cx, &q, out);
}

enum err
store_service_add(struct ctx *cx, const struct dossier *d, struct service *x)
{
	/* opened: the predicate held */
	static const char sql[] =
	    "INSERT INTO service (dossier, no, careplan, title,"
	    "    instructions, goal, every, times, begins, until,"
	    "    aftercare, wait, person, team, state, next)"
	    " VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12,"
	    "    $13, $14, 'running', $15) RETURNING id";
	struct db_rows q;

	db_query(cx, &q, sql, db_i(d->id), db_i(x->no), db_i(x->careplan),
	    db_t(x->title), db_t(x->instructions), db_i0(x->goal),
	    db_t(x->every), db_i(x->times), db_t(x->begins),
	    db_t(x->until), db_i(x->aftercare), db_i(x->wait),
	    db_i0(x->person), db_i0(x->team), db_t(x->following));
	x->id = db_row(&q) ? db_int(&q) : 0;
	x->version = 1;
	return db_end(&q);
}

enum err
store_service_save(struct ctx *cx, struct service *x)
{
	/* opened: its dossier was */
	static const char sql[] =
	    "UPDATE service SET title = $3, instructions = $4, goal = $5,"
	    "       begins = $6, until = $7, person = $8, team = $9,"
	    "       state = $10, reason = $11, made = $12, next = $13,"
	    "       version = version + 1"
	    " WHERE id = $1 AND version = $2";
	int64_t changed;
	enum err e;

	e = db_change(cx, &changed, sql, db_i(x->id), db_i(x->version),
	    db_t(x->title), db_t(x->instructions), db_i0(x->goal),
	    db_t(x->begins), db_t(x->until), db_i0(x->person),
	    db_i0(x->team), db_t(x->ended ? "ended" : "running"),
	    db_t(x->reason), db_i(x->made), db_t(x->following));
	if (e == OK && changed != 1)
		return db_stale(cx);
	x->version++;
	return e;
}

enum err
store_service_day_add(struct ctx *cx, const struct service *x,
    const char *day)
{
	/* opened: its dossier was, or by the clock, for all */
	static const char sql[] = DB_REACH
	    "INSERT INTO service_day (service, day, lead, scope, aftercare)"
	    " SELECT s.id, $2, d.lead, d.scope, s.aftercare"
	    "   FROM service s JOIN dossier d ON d.id = s.dossier"
	    "  WHERE s.id = $1"
	    " ON CONFLICT (service, day) DO NOTHING";

	return db_run(cx, sql, db_i(x->id), db_t(day));
}

enum err
store_service_made(struct ctx *cx, const struct service *x)
{
	/* opened: its dossier was, or by the clock, for all */
	static const char sql[] = DB_REACH
	    "UPDATE service SET made = $2, next = $3 WHERE id = $1";

	return db_run(cx, sql, db_i(x->id), db_i(x->made),
	    db_t(x->following));
}

enum err
store_service_drop_after(struct ctx *cx, const struct service *x,
    const char *day)
{
	/* opened: its dossier was */
	static const char sql[] =
	    "DELETE FROM service_day"
	    " WHERE service = $1 AND state = 'due' AND day > $2";

	return db_run(cx, sql, db_i(x->id), db_t(day));
}

#define DAYS								\
	"SELECT y.id, y.day, y.state, y.done, y.said, b.name,"		\
	"       y.reason, y.aftercare"					\
	"  FROM service_day y LEFT JOIN person b ON b.id = y.said_by"

static enum err
days_of(struct ctx *cx, struct db_rows *q, int64_t no,
    struct service_day **out)
{
	struct service_day *y;
	const char *state;
	int i;

	*out = NULL;
	while (db_row(q)) {
		y = *out = arena_alloc(cx->arena, sizeof(*y));
		y->service = no;
		y->id = db_int(q);
		y->day = db_text(q);
		state = db_text(q);
		for (i = 0; i < SERVICE_EXCUSED &&
		    strcmp(states[i], state) != 0;)
			i++;
		y->state = (enum service_state)i;
		y->done = db_text(q);
		y->said = db_int(q);
		y->said_by = db_text(q);
		y->reason = db_text(q);
		y->aftercare = db_int(q) != 0;
		out = &y->next;
	}
	return db_end(q);
}

enum err
store_service_days(struct ctx *cx, const struct service *x, int limit,
    struct service_day **out)
{
	/* opened: the service's dossier was */
	static const char sql[] =
	    DAYS " WHERE y.service = $1 ORDER BY y.day DESC LIMIT $2";
	struct db_rows q;

	db_query(cx, &q, sql, db_i(x->id), db_i(limit));
	return days_of(cx, &q, x->no, out);
}

enum err
store_service_day_find(struct ctx *cx, const struct service *x,
    const char *day, struct service_day **out)
{
	/* opened: the service's dossier was */
	static const char sql[] =
	    DAYS " WHERE y.service = $1 AND y.day = $2";
	struct db_rows q;

	db_query(cx, &q, sql, db_i(x->id), db_t(day));
	return days_of(cx, &q, x->no, out);
}

enum err
store_service_day_say(struct ctx *cx, const struct service_day *y,
    enum service_state was)
{
	/* opened: the service's dossier was */
	static const char sql[] =
	    "UPDATE service_day SET state = $3, done = $4, said = $5,"
	    "       said_by = $6, reason = $7"
	    " WHERE id = $1 AND state = $2";
	bool open = y->state == SERVICE_DUE;
	int64_t changed;
	enum err e;

	e = db_change(cx, &changed, sql, db_i(y->id), db_t(states[was]),
	    db_t(states[y->state]), db_t(y->done), db_i0(open ? 0 : cx->now),
	    db_i0(open ? 0 : cx->viewer), db_t(y->reason));
	return e == OK && changed != 1 ? db_stale(cx) : e;
}

enum err
store_service_lead(struct ctx *cx, int64_t dossier, int64_t lead,
    int64_t scope)
{
	/* opened: its lead was just written */
	static const char sql[] =
	    "UPDATE service_day SET lead = $2, scope = $3"
	    " WHERE service IN (SELECT s.id FROM service s"
	    "     WHERE s.dossier = $1)"
	    "   AND (coalesce(lead, 0) <> coalesce($2, 0) OR scope <> $3)";

	return db_run(cx, sql, db_i(dossier), db_i0(lead), db_i(scope));
}
