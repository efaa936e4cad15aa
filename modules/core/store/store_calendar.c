/* SPDX-License-Identifier: MIT */
/* Tables calendar and calendar_day, and which team has which. */
#include "store/store_calendar.h"

#include <string.h>

#include "base/day.h"
#include "store/db.h"
#include "text/date.h"
#include "text/hours.h"

#define COLUMNS								\
	"SELECT c.id, c.code, c.name, c.zone, c.region, c.week,"	\
	"       c.version FROM calendar c "

static enum err
take(struct ctx *cx, struct db_rows *q, struct calendar **out)
{
	struct calendar *c;
	bool sound = true;
	enum err e;

	*out = NULL;
	while (db_row(q)) {
		c = *out = arena_alloc(cx->arena, sizeof(*c));
		c->id = db_int(q);
		c->code = db_text(q);
		c->name = db_text(q);
		c->zone = db_text(q);
		c->region = db_text(q);
		sound = hours_week(db_text(q), c->week) && sound;
		c->version = db_int(q);
		out = &c->next;
	}
	e = db_end(q);
	return e != OK || sound ? e : refuse(cx, ERR_LOST,
	    "a calendar of the store has hours that are none");
}

enum err
store_calendar_list(struct ctx *cx, struct calendar **out)
{
	static const char sql[] = COLUMNS "ORDER BY c.id";
	struct db_rows q;

	db_query(cx, &q, sql);
	return take(cx, &q, out);
}

enum err
store_calendar_find(struct ctx *cx, const char *code, struct calendar **out)
{
	static const char sql[] = COLUMNS "WHERE c.code = $1";
	struct db_rows q;

	db_query(cx, &q, sql, db_t(code));
	return take(cx, &q, out);
}

enum err
store_calendar_team(struct ctx *cx, int64_t team, struct calendar **out)
{
	static const char sql[] = COLUMNS
	    "WHERE c.id = coalesce((SELECT t.calendar FROM team t"
	    "   WHERE t.id = $1), (SELECT h.id FROM calendar h"
	    "   WHERE h.code = '" STORE_CALENDAR_HOUSE "'))";
	struct db_rows q;

	db_query(cx, &q, sql, db_i(team));
	return take(cx, &q, out);
}

enum err
store_calendar_days(struct ctx *cx, struct calendar *c)
{
	static const char sql[] =
	    "SELECT day, name, hours FROM calendar_day WHERE calendar = $1"
	    " ORDER BY day";
	struct calendar_day *days = NULL, *more;
	size_t n = 0, room = 0;
	struct db_rows q;
	int64_t start;

	db_query(cx, &q, sql, db_i(c->id));
	while (db_row(&q)) {
		if (n == room) {
			room = room == 0 ? 32 : room * 2;
			more = arena_array(cx->arena, room, sizeof(*more));
			if (n > 0)
				memcpy(more, days, n * sizeof(*more));
			days = more;
		}
		days[n].day = date_start("UTC", db_text(&q), &start) ?
		    start / DAY : 0;
		days[n].name = db_text(&q);
		if (hours_read(db_text(&q), &days[n].hours))
			n++;
	}
	c->days = days;
	c->n = n;
	return db_end(&q);
}

enum err
store_calendar_add(struct ctx *cx, struct calendar *c)
{
	static const char sql[] =
	    "INSERT INTO calendar (code, name, zone, region, week)"
	    " VALUES ($1, $2, $3, $4, $5) RETURNING id, version";
	struct db_rows q;

	db_query(cx, &q, sql, db_t(c->code), db_t(c->name), db_t(c->zone),
	    db_t(c->region), db_t(hours_week_write(cx->arena, c->week)));
	if (db_row(&q)) {
		c->id = db_int(&q);
		c->version = db_int(&q);
	}
	return db_end(&q);
}

enum err
store_calendar_save(struct ctx *cx, struct calendar *c)
{
	static const char sql[] =
	    "UPDATE calendar SET name = $3, zone = $4, region = $5,"
	    "       week = $6, version = version + 1"
	    " WHERE id = $1 AND version = $2";
	int64_t changed;
	enum err e = db_change(cx, &changed, sql, db_i(c->id),
	    db_i(c->version), db_t(c->name), db_t(c->zone), db_t(c->region),
	    db_t(hours_week_write(cx->arena, c->week)));

	if (e != OK)
		return e;
	c->version++;
	return changed == 1 ? OK : db_stale(cx);
}

enum err
store_calendar_day_put(struct ctx *cx, const struct calendar *c,
    const struct calendar_day *d)
{
	static const char sql[] =
	    "INSERT INTO calendar_day (calendar, day, name, hours)"
	    " VALUES ($1, $2, $3, $4)"
	    " ON CONFLICT (calendar, day) DO UPDATE"
	    "  SET name = excluded.name, hours = excluded.hours";

	return db_run(cx, sql, db_i(c->id), db_t(date_iso(cx->arena, d->day)),
	    db_t(d->name), db_t(hours_write(cx->arena, &d->hours)));
}

enum err
store_calendar_day_drop(struct ctx *cx, const struct calendar *c, int64_t day)
{
	static const char sql[] =
	    "DELETE FROM calendar_day WHERE calendar = $1 AND day = $2";

	return db_run(cx, sql, db_i(c->id), db_t(date_iso(cx->arena, day)));
}

enum err
store_calendar_drop(struct ctx *cx, const struct calendar *c)
{
	static const char days[] =
	    "DELETE FROM calendar_day WHERE calendar = $1";
	static const char sql[] = "DELETE FROM calendar WHERE id = $1";
	enum err e = db_run(cx, days, db_i(c->id));

	return e != OK ? e : db_run(cx, sql, db_i(c->id));
}

enum err
store_calendar_teams(struct ctx *cx, struct calendar_team **out)
{
	static const char sql[] =
	    "SELECT id, code, name, calendar FROM team"
	    " ORDER BY name_key, id";
	struct calendar_team *t;
	struct db_rows q;

	*out = NULL;
	db_query(cx, &q, sql);
	while (db_row(&q)) {
		t = *out = arena_alloc(cx->arena, sizeof(*t));
		t->id = db_int(&q);
		t->code = db_text(&q);
		t->name = db_text(&q);
		t->calendar = db_int(&q);
		out = &t->next;
	}
	return db_end(&q);
}

enum err
store_calendar_give(struct ctx *cx, int64_t team, int64_t calendar)
{
	static const char sql[] =
	    "UPDATE team SET calendar = $2 WHERE id = $1";

	return db_run(cx, sql, db_i(team), db_i0(calendar));
}
