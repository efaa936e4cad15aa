/* SPDX-License-Identifier: MIT */
/* Tables appointment, appointment_person and appointment_except. */
#include "store/store_appointment.h"

#include <string.h>

#include "base/day.h"
#include "store/db.h"
#include "store/visible.h"
#include "text/date.h"

static int64_t
day_of(const char *civil)
{
	int64_t n = 0;

	(void)date_start("UTC", civil, &n);
	return n / DAY;
}

/* May the viewer read appointment a? */
#define SHOWN								\
	" (a.dossier IS NULL AND (a.owner = $viewer OR EXISTS"		\
	"   (SELECT 1 FROM appointment_person v"			\
	"     WHERE v.appointment = a.id AND v.person = $viewer))"	\
	" OR EXISTS (SELECT 1 FROM dossier d"				\
	"     WHERE d.id = a.dossier AND" VISIBLE "))"
/* When one is, and whose time it takes; and what it is about. */
#define TIMES								\
	"SELECT a.id, p.id, x.day, x.begins, x.ends, p.name, a.zone,"	\
	"       a.day, a.minute, a.length, a.repeats, a.begins, a.ends"
#define WORDS								\
	", a.number, a.dossier, n.number, n.title, a.title, a.place,"	\
	"       a.others, a.note, a.owner, o.name, a.cancelled,"	\
	"       a.reason, a.created, a.changed, a.version"
#define EXCEPTS								\
	"  LEFT JOIN appointment_except x ON x.appointment = a.id"
#define OF_CASES							\
	"  JOIN person o ON o.id = a.owner"				\
	"  LEFT JOIN dossier n ON n.id = a.dossier" EXCEPTS

static void
take_words(struct db_rows *q, struct appointment *a)
{
	a->number = db_text(q);
	a->dossier = db_int(q);
	a->dossier_number = db_text(q);
	a->dossier_title = db_text(q);
	a->title = db_text(q);
	a->place = db_text(q);
	a->others = db_text(q);
	a->note = db_text(q);
	a->owner = db_int(q);
	a->owner_name = db_text(q);
	a->cancelled = db_int(q);
	a->reason = db_text(q);
	a->created = db_int(q);
	a->changed = db_int(q);
	a->version = db_int(q);
}

static struct appointment *
take_one(struct ctx *cx, struct db_rows *q, bool shown)
{
	struct appointment *a = arena_alloc(cx->arena, sizeof(*a));

	a->shown = shown;
	a->person = db_text(q);
	a->zone = db_text(q);
	a->day = day_of(db_text(q));
	a->minute = (int)db_int(q);
	a->length = db_int(q);
	a->repeats = db_text(q);
	a->begins = db_int(q);
	a->ends = db_int(q);
	a->number = a->dossier_number = a->dossier_title = a->title =
	    a->place = a->others = a->note = a->owner_name = a->reason = "";
	if (shown)
		take_words(q, a);
	return a;
}

/* A row for each time that differs; those of one stand together, once for
 * each whose time it takes. */
static enum err
take(struct ctx *cx, struct db_rows *q, bool shown, struct appointment **out)
{
	struct appointment_except **tail = NULL, *x;
	struct appointment *a = NULL;
	int64_t id, person, whose = 0, begins, ends;
	const char *day;

	*out = NULL;
	while (db_row(q)) {
		id = db_int(q);
		person = db_int(q);
		day = db_text(q);
		begins = db_int(q);
		ends = db_int(q);
		if (a == NULL || a->id != id || whose != person) {
			a = take_one(cx, q, shown);
			a->id = id;
			whose = person;
			tail = &a->excepts;
			*out = a;
			out = &a->next;
		}
		if (day[0] == '\0')
			continue;
		x = arena_alloc(cx->arena, sizeof(*x));
		*x = (struct appointment_except){ .day = day_of(day),
		    .begins = begins, .ends = ends };
		*tail = x;
		tail = &x->next;
	}
	return db_end(q);
}

static enum err
read_people(struct ctx *cx, struct appointment *a)
{
	/* opened: it is shown */
	static const char sql[] =
	    "SELECT p.id, p.number, p.name FROM appointment_person w"
	    "  JOIN person p ON p.id = w.person"
	    " WHERE w.appointment = $1 ORDER BY p.name_key, p.id";
	struct appointment_person **tail = &a->people, *p;
	struct db_rows q;

	db_query(cx, &q, sql, db_i(a->id));
	while (db_row(&q)) {
		p = arena_alloc(cx->arena, sizeof(*p));
		p->id = db_int(&q);
		p->number = db_text(&q);
		p->name = db_text(&q);
		*tail = p;
		tail = &p->next;
	}
	return db_end(&q);
}

enum err
store_appointment_find(struct ctx *cx, const char *number,
    struct appointment **out)
{
	static const char sql[] = TIMES WORDS
	    "  FROM appointment a JOIN person p ON p.id = a.owner" OF_CASES
	    " WHERE a.number = $1 AND" SHOWN " ORDER BY x.day";
	struct db_rows q;
	enum err e;

	db_query(cx, &q, sql, db_t(number));
	if ((e = take(cx, &q, true, out)) != OK || *out == NULL)
		return e;
	return read_people(cx, *out);
}

enum err
store_appointment_add(struct ctx *cx, struct appointment *a)
{
	static const char sql[] =
	    "INSERT INTO appointment (number, dossier, title, place, others,"
	    "    note, zone, day, minute, length, repeats, begins, ends,"
	    "    owner, created, changed)"
	    " VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12,"
	    "    $13, $14, $now, $now)"
	    " ON CONFLICT (number) DO NOTHING RETURNING id";
	struct db_rows q;

	db_query(cx, &q, sql, db_t(a->number), db_i0(a->dossier),
	    db_t(a->title), db_t(a->place), db_t(a->others), db_t(a->note),
	    db_t(a->zone), db_t(date_iso(cx->arena, a->day)), db_i(a->minute),
	    db_i(a->length), db_t(a->repeats), db_i(a->begins),
	    db_i(a->ends), db_i(a->owner));
	a->id = db_row(&q) ? db_int(&q) : 0;
	return db_end(&q);
}

enum err
store_appointment_save(struct ctx *cx, struct appointment *a)
{
	/* opened: by its number, in sight */
	static const char sql[] =
	    "UPDATE appointment SET title = $3, place = $4, others = $5,"
	    "       note = $6, zone = $7, day = $8, minute = $9,"
	    "       length = $10, repeats = $11, begins = $12, ends = $13,"
	    "       cancelled = $14, reason = $15, changed = $now,"
	    "       version = version + 1"
	    " WHERE id = $1 AND version = $2";
	static const char people[] =
	    "UPDATE appointment_person SET ends = $2 WHERE appointment = $1";
	int64_t changed;
	enum err e;

	e = db_change(cx, &changed, sql, db_i(a->id), db_i(a->version),
	    db_t(a->title), db_t(a->place), db_t(a->others), db_t(a->note),
	    db_t(a->zone), db_t(date_iso(cx->arena, a->day)), db_i(a->minute),
	    db_i(a->length), db_t(a->repeats), db_i(a->begins),
	    db_i(a->ends), db_i0(a->cancelled), db_t(a->reason));
	if (e != OK)
		return e;
	if (changed != 1)
		return db_stale(cx);
	a->version++;
	return db_run(cx, people, db_i(a->id), db_i(a->ends));
}

enum err
store_appointment_people(struct ctx *cx, const struct appointment *a,
    const int64_t *people, size_t n)
{
	/* opened: by its number, in sight */
	static const char none[] =
	    "DELETE FROM appointment_person WHERE appointment = $1";
	static const char one[] =
	    "INSERT INTO appointment_person (appointment, person, ends)"
	    " VALUES ($1, $2, $3) ON CONFLICT (appointment, person)"
	    " DO NOTHING";
	enum err e = db_run(cx, none, db_i(a->id));
	size_t i;

	for (i = 0; i < n && e == OK; i++)
		e = db_run(cx, one, db_i(a->id), db_i(people[i]),
		    db_i(a->ends));
	return e;
}

enum err
store_appointment_except(struct ctx *cx, const struct appointment *a,
    const struct appointment_except *x)
{
	/* opened: by its number, in sight */
	static const char sql[] =
	    "INSERT INTO appointment_except (appointment, day, begins, ends)"
	    " VALUES ($1, $2, $3, $4) ON CONFLICT (appointment, day)"
	    " DO UPDATE SET begins = excluded.begins, ends = excluded.ends";

	return db_run(cx, sql, db_i(a->id), db_t(date_iso(cx->arena, x->day)),
	    db_i0(x->begins), db_i0(x->ends));
}

enum err
store_appointment_regular(struct ctx *cx, const struct appointment *a)
{
	/* opened: by its number, in sight */
	static const char sql[] =
	    "DELETE FROM appointment_except WHERE appointment = $1";

	return db_run(cx, sql, db_i(a->id));
}

/* Those that a condition picks and that reach into a span. */
#define PICKED(which)							\
	" WHERE a.id IN (SELECT a.id FROM " which			\
	"   AND a.begins < $3 AND a.cancelled IS NULL"			\
	"   ORDER BY a.begins, a.id LIMIT $4)"				\
	" ORDER BY a.begins, a.id, x.day"
#define OF_PERSON							\
	"appointment_person w JOIN appointment a ON a.id = w.appointment" \
	" WHERE w.person = $1 AND w.ends > $2"
#define OF_DOSSIER							\
	"appointment a JOIN dossier d ON d.id = a.dossier"		\
	" WHERE a.ends > $2"

/* What is in sight takes its place among the times: both are in one order. */
static void
put_in(struct appointment *seen, struct appointment **all)
{
	struct appointment *next;

	for (; *all != NULL && seen != NULL; all = &(*all)->next) {
		if ((*all)->id != seen->id ||
		    strcmp((*all)->person, seen->person) != 0)
			continue;
		next = seen->next;
		seen->next = (*all)->next;
		*all = seen;
		seen = next;
	}
}

enum err
store_appointment_list(struct ctx *cx, const struct agenda_ask *a, int limit,
    struct appointment **out)
{
	static const char *const sql[AGENDA_OFS] = {
		[AGENDA_OF_PERSON] = TIMES WORDS " FROM appointment a"
		    "  JOIN person p ON p.id = $1" OF_CASES
		    PICKED(OF_PERSON " AND" SHOWN),
		[AGENDA_OF_TEAM] = TIMES WORDS " FROM appointment a"
		    "  JOIN person p ON p.id = a.owner" OF_CASES
		    PICKED(OF_DOSSIER " AND d.scope IN"
		    " (SELECT c.id FROM scope c WHERE c.team = $1) AND"
		    VISIBLE),
		[AGENDA_OF_DOSSIER] = TIMES WORDS " FROM appointment a"
		    "  JOIN person p ON p.id = a.owner" OF_CASES
		    PICKED(OF_DOSSIER " AND a.dossier = $1 AND" VISIBLE)
	};
	/* reach: when a colleague has no time, and no word of why */
	static const char times[] = DB_REACH TIMES " FROM appointment a"
	    "  JOIN person p ON p.id = $1" EXCEPTS PICKED(OF_PERSON);
	struct appointment *seen;
	struct db_rows q;
	enum err e;

	db_query(cx, &q, sql[a->of], db_i(a->id), db_i(a->from),
	    db_i(a->until), db_i(limit));
	if ((e = take(cx, &q, true, out)) != OK || a->of != AGENDA_OF_PERSON)
		return e;
	seen = *out;
	db_query(cx, &q, times, db_i(a->id), db_i(a->from), db_i(a->until),
	    db_i(limit));
	if ((e = take(cx, &q, false, out)) == OK)
		put_in(seen, out);
	return e;
}

/* What those who take part in one have beside it. */
#define BESIDE								\
	"  FROM appointment_person m"					\
	"  JOIN appointment_person w ON w.person = m.person"		\
	"  JOIN appointment a ON a.id = w.appointment"			\
	"  JOIN person p ON p.id = w.person"
#define MEETING								\
	" WHERE m.appointment = $1 AND w.appointment <> $1"		\
	"   AND w.ends > $2 AND a.begins < $3 AND a.cancelled IS NULL"
#define IN_ORDER " ORDER BY a.begins, a.id, p.id, x.day LIMIT $4"

enum err
store_appointment_beside(struct ctx *cx, const struct appointment *a,
    int limit, struct appointment **out)
{
	static const char sql[] = TIMES WORDS BESIDE OF_CASES MEETING " AND"
	    SHOWN IN_ORDER;
	/* reach: when a colleague has no time, and no word of why */
	static const char times[] = DB_REACH TIMES BESIDE EXCEPTS MEETING
	    IN_ORDER;
	struct appointment *seen;
	struct db_rows q;
	enum err e;

	db_query(cx, &q, sql, db_i(a->id), db_i(a->begins), db_i(a->ends),
	    db_i(limit));
	if ((e = take(cx, &q, true, &seen)) != OK)
		return e;
	db_query(cx, &q, times, db_i(a->id), db_i(a->begins), db_i(a->ends),
	    db_i(limit));
	if ((e = take(cx, &q, false, out)) == OK)
		put_in(seen, out);
	return e;
}
