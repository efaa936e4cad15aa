/* SPDX-License-Identifier: MIT */
/* What has a date in a span of time, over dossiers. */
#include "store/store_agenda.h"

#include "store/db.h"
#include "store/store_task.h"
#include "store/visible.h"

/* Open dossiers d: whom somebody leads, of a team that have a date before the
 * end of the span, or one. */
#define LED " d.lead = $1 AND d.status IN ('open', 'waiting')"
#define TEAMS								\
	" d.scope IN (SELECT c.id FROM scope c WHERE c.team = $1)"	\
	" AND d.status IN ('open', 'waiting') AND d.due < $3"
#define ONE " d.id = $1 AND d.status IN ('open', 'waiting')"

#define TASKS(from, which)						\
	"SELECT t.id, t.no, t.title, t.due, o.name, d.number, d.title,"	\
	"       t.item, t.used, d.type, coalesce(s.used, '')"		\
	"  FROM " from							\
	"  LEFT JOIN person o ON o.id = t.owner"			\
	"  LEFT JOIN plan_item i ON i.dossier = t.dossier"		\
	"   AND i.no = t.item"						\
	"  LEFT JOIN plan_item s ON s.dossier = t.dossier"		\
	"   AND s.no = i.parent AND s.no > 1"				\
	" WHERE" which " AND t.done IS NULL"				\
	"   AND t.due >= $2 AND t.due < $3 AND" VISIBLE			\
	"   AND" PART_VISIBLE("t")					\
	" ORDER BY t.due, t.id LIMIT $4"
#define ITS_TASKS "dossier d JOIN task t ON t.dossier = d.id"

static void
ask(struct ctx *cx, struct db_rows *q, const char *const sql[AGENDA_OFS],
    const struct agenda_ask *a, int limit)
{
	db_query(cx, q, sql[a->of], db_i(a->id), db_i(a->from),
	    db_i(a->until), db_i(limit));
}

enum err
store_agenda_tasks(struct ctx *cx, const struct agenda_ask *a, int limit,
    struct task **out)
{
	static const char *const sql[AGENDA_OFS] = {
		[AGENDA_OF_PERSON] = TASKS("task t"
		    "  JOIN dossier d ON d.id = t.dossier",
		    " t.owner = $1"),
		[AGENDA_OF_TEAM] = TASKS(ITS_TASKS, TEAMS),
		[AGENDA_OF_DOSSIER] = TASKS(ITS_TASKS, ONE)
	};
	struct db_rows q;
	struct task *t;

	*out = NULL;
	ask(cx, &q, sql, a, limit);
	while (db_row(&q)) {
		t = arena_alloc(cx->arena, sizeof(*t));
		t->id = db_int(&q);
		t->no = db_int(&q);
		t->title = t->shown = db_text(&q);
		t->due = db_int(&q);
		t->owner_name = db_text(&q);
		t->dossier_number = db_text(&q);
		t->dossier_title = db_text(&q);
		t->item = db_int(&q);
		t->used = db_text(&q);
		t->type_id = db_int(&q);
		t->stage_used = db_text(&q);
		t->instructions = t->shown_help = "";
		*out = t;
		out = &t->next;
	}
	return db_end(&q);
}

#define DEADLINES(which)						\
	"SELECT x.id, x.no, x.code, x.title, x.due, x.early, x.warns,"	\
	"       d.number, d.title, d.type"				\
	"  FROM dossier d JOIN deadline x ON x.dossier = d.id"		\
	" WHERE" which " AND x.state IN ('running', 'unchecked')"	\
	"   AND x.due >= $2 AND (x.due < $3"				\
	"     OR x.early >= $2 AND x.early < $3"			\
	"     OR x.warns >= $2 AND x.warns < $3) AND" VISIBLE		\
	" ORDER BY x.due, x.id LIMIT $4"

/* What is due later may warn before: the team's dossiers by the nearest date
 * of any kind would miss those. */
#define TEAMS_ALL							\
	" d.scope IN (SELECT c.id FROM scope c WHERE c.team = $1)"	\
	" AND d.status IN ('open', 'waiting') AND d.due < 253402300799"

enum err
store_agenda_deadlines(struct ctx *cx, const struct agenda_ask *a, int limit,
    struct deadline **out)
{
	static const char *const sql[AGENDA_OFS] = {
		[AGENDA_OF_PERSON] = DEADLINES(LED),
		[AGENDA_OF_TEAM] = DEADLINES(TEAMS_ALL),
		[AGENDA_OF_DOSSIER] = DEADLINES(ONE)
	};
	struct deadline *x;
	struct db_rows q;

	*out = NULL;
	ask(cx, &q, sql, a, limit);
	while (db_row(&q)) {
		x = arena_alloc(cx->arena, sizeof(*x));
		x->id = db_int(&q);
		x->no = db_int(&q);
		x->code = db_text(&q);
		x->title = db_text(&q);
		x->due = store_task_moment(db_int(&q));
		x->early = store_task_moment(db_int(&q));
		x->warns = store_task_moment(db_int(&q));
		x->number = db_text(&q);
		x->dossier_title = db_text(&q);
		x->type_id = db_int(&q);
		*out = x;
		out = &x->next;
	}
	return db_end(&q);
}

/* What was promised does not end with the dossier. */
#define PROMISES(which)							\
	"SELECT x.id, x.no, x.text, x.due, d.number, d.title, p.name"	\
	"  FROM promise x JOIN dossier d ON d.id = x.dossier"		\
	"  LEFT JOIN person p ON p.id = d.lead"				\
	" WHERE x.state = 'open' AND x.due >= $2 AND x.due < $3"	\
	"   AND " which " AND" VISIBLE					\
	" ORDER BY x.due, x.id LIMIT $4"

enum err
store_agenda_promises(struct ctx *cx, const struct agenda_ask *a, int limit,
    struct promise **out)
{
	static const char *const sql[AGENDA_OFS] = {
		[AGENDA_OF_PERSON] = PROMISES("d.lead = $1"),
		[AGENDA_OF_TEAM] = PROMISES("d.scope IN"
		    " (SELECT c.id FROM scope c WHERE c.team = $1)"),
		[AGENDA_OF_DOSSIER] = PROMISES("x.dossier = $1")
	};
	struct promise *x;
	struct db_rows q;

	*out = NULL;
	ask(cx, &q, sql, a, limit);
	while (db_row(&q)) {
		x = arena_alloc(cx->arena, sizeof(*x));
		x->id = db_int(&q);
		x->no = db_int(&q);
		x->text = db_text(&q);
		x->due = db_int(&q);
		x->number = db_text(&q);
		x->dossier_title = db_text(&q);
		x->lead_name = db_text(&q);
		*out = x;
		out = &x->next;
	}
	return db_end(&q);
}

#define DATES(which)							\
	"SELECT d.id, d.number, d.title, d.due, p.name"			\
	"  FROM dossier d LEFT JOIN person p ON p.id = d.lead"		\
	" WHERE" which " AND d.due >= $2 AND d.due < $3 AND" VISIBLE	\
	" ORDER BY d.due, d.id LIMIT $4"

enum err
store_agenda_dates(struct ctx *cx, const struct agenda_ask *a, int limit,
    struct dossier **out)
{
	static const char *const sql[AGENDA_OFS] = {
		[AGENDA_OF_PERSON] = DATES(LED),
		[AGENDA_OF_TEAM] = DATES(TEAMS),
		[AGENDA_OF_DOSSIER] = DATES(ONE)
	};
	struct dossier *d;
	struct db_rows q;

	*out = NULL;
	ask(cx, &q, sql, a, limit);
	while (db_row(&q)) {
		d = arena_alloc(cx->arena, sizeof(*d));
		d->id = db_int(&q);
		d->number = db_text(&q);
		d->title = db_text(&q);
		d->due = db_int(&q);
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
		    "   WHERE k.team = $1 AND w.level >= 3)"),
		[AGENDA_OF_DOSSIER] = NULL
	};
	struct db_rows q;

	*out = NULL;
	if (sql[a->of] == NULL)
		return OK;
	ask(cx, &q, sql, a, limit);
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
