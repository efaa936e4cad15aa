/* SPDX-License-Identifier: MIT */
/* What has a date in a span of time, over dossiers. */
#include "store/store_agenda.h"

#include "store/db.h"
#include "store/query.h"
#include "store/store_task.h"
#include "store/visible.h"

_Static_assert(STORE_AGENDA_ROWS <= QUERY_IDS, "rows of one statement");

/* Open dossiers d with a date: whom somebody leads, of a team, or one. A
 * dossier's next date is the nearest of all that is due on it. */
#define OPEN " AND d.status IN ('open', 'waiting') AND d.due < "
#define NONE "253402300799"
#define LED " d.lead = $1" OPEN
#define TEAMS " d.scope IN (SELECT c.id FROM scope c WHERE c.team = $1)" OPEN
#define ONE " d.id = $1" OPEN

/* When, of which row and dossier; no words yet. */
#define TASKS(which)							\
	"SELECT t.id, d.id, t.due, t.due, t.due FROM " which		\
	"   AND t.done IS NULL AND t.due >= $2 AND t.due < $3"		\
	"   AND" PART_VISIBLE("t") " AND" VISIBLE_MANY			\
	" ORDER BY t.due, t.id LIMIT $4"
#define ITS_TASKS "dossier d JOIN task t ON t.dossier = d.id WHERE"

/* What is due later may warn before. */
#define DEADLINES(which)						\
	"SELECT x.id, d.id, x.due, x.early, x.warns"			\
	"  FROM dossier d JOIN deadline x ON x.dossier = d.id"		\
	" WHERE" which NONE " AND x.state IN ('running', 'unchecked')"	\
	"   AND x.due >= $2 AND (x.due < $3"				\
	"     OR x.early >= $2 AND x.early < $3"			\
	"     OR x.warns >= $2 AND x.warns < $3) AND" VISIBLE_MANY	\
	" ORDER BY x.due, x.id LIMIT $4"

/* What was promised does not end with the dossier. */
#define PROMISES(which)							\
	"SELECT x.id, d.id, x.due, x.due, x.due"			\
	"  FROM promise x JOIN dossier d ON d.id = x.dossier"		\
	" WHERE x.state = 'open' AND x.due >= $2 AND x.due < $3"	\
	"   AND " which " AND" VISIBLE_MANY				\
	" ORDER BY x.due, x.id LIMIT $4"

#define DATES(which)							\
	"SELECT d.id, d.id, d.due, d.due, d.due FROM dossier d"		\
	" WHERE" which "$3 AND d.due >= $2 AND" VISIBLE_MANY		\
	" ORDER BY d.due, d.id LIMIT $4"

enum err
store_agenda_rows(struct ctx *cx, const struct agenda_ask *a,
    enum agenda_kind kind, int limit, struct store_agenda_row **out)
{
	static const char *const sql[AGENDA_KINDS_N][AGENDA_OFS] = {
		[AGENDA_TASK] = {
			TASKS("task t JOIN dossier d ON d.id = t.dossier"
			    " WHERE t.owner = $1"),
			TASKS(ITS_TASKS TEAMS "$3"), TASKS(ITS_TASKS ONE "$3")
		},
		[AGENDA_DEADLINE] = {
			DEADLINES(LED), DEADLINES(TEAMS), DEADLINES(ONE)
		},
		[AGENDA_PROMISE] = {
			PROMISES("x.lead = $1"), PROMISES("d.scope IN"
			    " (SELECT c.id FROM scope c WHERE c.team = $1)"),
			PROMISES("x.dossier = $1")
		},
		[AGENDA_DATE] = { DATES(LED), DATES(TEAMS), DATES(ONE) }
	};
	struct store_agenda_row *r;
	struct db_rows q;

	*out = NULL;
	db_query(cx, &q, sql[kind][a->of], db_i(a->id), db_i(a->from),
	    db_i(a->until), db_i(limit));
	while (db_row(&q)) {
		r = arena_alloc(cx->arena, sizeof(*r));
		r->id = db_int(&q);
		r->dossier = db_int(&q);
		r->due = db_int(&q);
		r->early = store_task_moment(db_int(&q));
		r->warns = store_task_moment(db_int(&q));
		*out = r;
		out = &r->next;
	}
	return db_end(&q);
}

/* Those rows, in their order. */
static void
ask_rows(struct ctx *cx, struct db_rows *q, const char *columns,
    const int64_t *rows, size_t n)
{
	struct query y = { 0 };

	query_put(&y, columns);
	query_add_ids(&y, rows, n);
	query_put(&y, " AND" VISIBLE " ORDER BY 1");
	query_run(cx, &y, q);
}

enum err
store_agenda_tasks(struct ctx *cx, const int64_t *rows, size_t n,
    struct task **out)
{
	static const char columns[] =
	    "SELECT t.id, t.no, t.title, o.name, d.number, d.title,"
	    "       t.item, t.used, d.type," PART_HELD("t", "d.compartment")
	    "  FROM task t JOIN dossier d ON d.id = t.dossier"
	    "  LEFT JOIN person o ON o.id = t.owner"
	    " WHERE" PART_VISIBLE("t") " AND t.id ";
	struct db_rows q;
	struct task *t;

	*out = NULL;
	ask_rows(cx, &q, columns, rows, n);
	while (db_row(&q)) {
		t = arena_alloc(cx->arena, sizeof(*t));
		t->id = db_int(&q);
		t->no = db_int(&q);
		t->title = t->shown = db_text(&q);
		t->owner_name = db_text(&q);
		t->dossier_number = db_text(&q);
		t->dossier_title = db_text(&q);
		t->item = db_int(&q);
		t->used = db_text(&q);
		t->type_id = db_int(&q);
		t->held = db_int(&q) != 0;
		t->stage_used = t->instructions = t->shown_help = "";
		*out = t;
		out = &t->next;
	}
	return db_end(&q);
}

enum err
store_agenda_deadlines(struct ctx *cx, const int64_t *rows, size_t n,
    struct deadline **out)
{
	static const char columns[] =
	    "SELECT x.id, x.no, x.code, x.title, d.number, d.title, d.type,"
	    "       p.name"
	    "  FROM deadline x JOIN dossier d ON d.id = x.dossier"
	    "  LEFT JOIN person p ON p.id = d.lead"
	    " WHERE x.id ";	/* VISIBLE by ask_rows() */
	struct deadline *x;
	struct db_rows q;

	*out = NULL;
	ask_rows(cx, &q, columns, rows, n);
	while (db_row(&q)) {
		x = arena_alloc(cx->arena, sizeof(*x));
		x->id = db_int(&q);
		x->no = db_int(&q);
		x->code = db_text(&q);
		x->title = db_text(&q);
		x->number = db_text(&q);
		x->dossier_title = db_text(&q);
		x->type_id = db_int(&q);
		x->lead_name = db_text(&q);
		*out = x;
		out = &x->next;
	}
	return db_end(&q);
}

enum err
store_agenda_promises(struct ctx *cx, const int64_t *rows, size_t n,
    struct promise **out)
{
	static const char columns[] =
	    "SELECT x.id, x.no, x.text, d.number, d.title, p.name"
	    "  FROM promise x JOIN dossier d ON d.id = x.dossier"
	    "  LEFT JOIN person p ON p.id = d.lead"
	    " WHERE x.id ";	/* VISIBLE by ask_rows() */
	struct promise *x;
	struct db_rows q;

	*out = NULL;
	ask_rows(cx, &q, columns, rows, n);
	while (db_row(&q)) {
		x = arena_alloc(cx->arena, sizeof(*x));
		x->id = db_int(&q);
		x->no = db_int(&q);
		x->text = db_text(&q);
		x->number = db_text(&q);
		x->dossier_title = db_text(&q);
		x->lead_name = db_text(&q);
		*out = x;
		out = &x->next;
	}
	return db_end(&q);
}

enum err
store_agenda_dates(struct ctx *cx, const int64_t *rows, size_t n,
    struct dossier **out)
{
	static const char columns[] =
	    "SELECT d.id, d.number, d.title, p.name"
	    "  FROM dossier d LEFT JOIN person p ON p.id = d.lead"
	    " WHERE d.id ";	/* VISIBLE by ask_rows() */
	struct dossier *d;
	struct db_rows q;

	*out = NULL;
	ask_rows(cx, &q, columns, rows, n);
	while (db_row(&q)) {
		d = arena_alloc(cx->arena, sizeof(*d));
		d->id = db_int(&q);
		d->number = db_text(&q);
		d->title = db_text(&q);
		d->lead_name = db_text(&q);
		*out = d;
		out = &d->next;
	}
	return db_end(&q);
}

#define ABSENCES(who)							\
	"SELECT a.id, a.number, p.name, a.begins, a.ends"		\
	"  FROM absence a JOIN person p ON p.id = a.person"		\
	" WHERE " who " AND a.ends > $2 AND a.begins < $3"		\
	"   AND a.begins < a.ends"					\
	" ORDER BY a.begins, a.id LIMIT $4"

static enum err
absences_of(struct ctx *cx, struct db_rows *q, struct absence **out)
{
	struct absence *x;

	*out = NULL;
	while (db_row(q)) {
		x = arena_alloc(cx->arena, sizeof(*x));
		x->id = db_int(q);
		x->number = db_text(q);
		x->person_name = db_text(q);
		x->begins = db_int(q);
		x->ends = db_int(q);
		*out = x;
		out = &x->next;
	}
	return db_end(q);
}

enum err
store_agenda_absences(struct ctx *cx, const struct agenda_ask *a, int limit,
    struct absence **out)
{
	static const char *const sql[AGENDA_OFS] = {
		[AGENDA_OF_PERSON] = ABSENCES("a.person = $1"),
		[AGENDA_OF_TEAM] = ABSENCES("a.person IN"
		    " (SELECT w.viewer FROM scope k"
		    "    JOIN viewer_scope w ON w.scope = k.id"
		    "   WHERE k.team = $1 AND w.level >= " VISIBLE_WORK ")"),
		[AGENDA_OF_DOSSIER] = NULL
	};
	struct db_rows q;

	*out = NULL;
	if (sql[a->of] == NULL)
		return OK;
	db_query(cx, &q, sql[a->of], db_i(a->id), db_i(a->from),
	    db_i(a->until), db_i(limit));
	return absences_of(cx, &q, out);
}

enum err
store_agenda_absences_of(struct ctx *cx, int64_t appointment, int64_t from,
    int64_t until, int limit, struct absence **out)
{
	/* opened: the appointment is shown */
	static const char sql[] = ABSENCES("a.person IN"
	    " (SELECT w.person FROM appointment_person w"
	    "   WHERE w.appointment = $1)");
	struct db_rows q;

	db_query(cx, &q, sql, db_i(appointment), db_i(from), db_i(until),
	    db_i(limit));
	return absences_of(cx, &q, out);
}
