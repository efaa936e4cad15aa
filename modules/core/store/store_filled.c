/* SPDX-License-Identifier: MIT */
/* Filled forms, their answers and what was kept of them. */
#include "store/store_filled.h"

#include <string.h>

#include "store/db.h"
#include "store/visible.h"

static const char *const states[] = { "open", "complete", "skipped",
    "undone" };

static enum filled_state
state_of(const char *word)
{
	size_t i = 0;

	while (i < FILLED_UNDONE && strcmp(states[i], word) != 0)
		i++;
	return (enum filled_state)i;
}

#define WHAT								\
	" f.id, f.no, f.code, f.type, f.title, f.state, f.since,"	\
	"       s.name, f.reason, f.begun, b.name, f.saved, f.edition,"	\
	"       f.band, f.task, f.version,"				\
	"       (SELECT count(*) FROM form_answer a WHERE a.form = f.id),"\
	"       f.score," PART_COMPARTMENT("f")
#define WHO								\
	"  LEFT JOIN person s ON s.id = f.said_by"			\
	"  LEFT JOIN person b ON b.id = f.begun_by"
#define COLUMNS "SELECT" WHAT ", '' FROM form f" WHO
#define THERE								\
	" WHERE f.dossier = $1 AND f.state <> 'undone'"

static enum err
forms_of(struct ctx *cx, struct db_rows *q, struct filled **out)
{
	struct filled **tail = out, *f;

	*out = NULL;
	while (db_row(q)) {
		f = arena_alloc(cx->arena, sizeof(*f));
		f->id = db_int(q);
		f->no = db_int(q);
		f->code = db_text(q);
		f->type_id = db_int(q);
		f->title = db_text(q);
		f->state = state_of(db_text(q));
		f->since = db_int(q);
		f->said_by = db_text(q);
		f->reason = db_text(q);
		f->begun = db_int(q);
		f->begun_by = db_text(q);
		f->saved = db_int(q);
		f->edition = db_int(q);
		f->band = db_text(q);
		f->task = db_int(q);
		f->version = db_int(q);
		f->answered = db_int(q);
		f->scored = !db_is_null(q);
		f->score = db_int(q);
		f->compartment = db_int(q);
		f->compartment_name = db_text(q);
		f->number = db_text(q);
		*tail = f;
		tail = &f->next;
	}
	return db_end(q);
}

enum err
store_filled_list(struct ctx *cx, const struct dossier *d,
    struct filled **out)
{
	/* opened: the predicate held */
	static const char sql[] =
	    COLUMNS THERE " AND" PART_VISIBLE("f") " ORDER BY f.no";
	struct db_rows q;

	db_query(cx, &q, sql, db_i(d->id));
	return forms_of(cx, &q, out);
}

#define SCORED								\
	" AND f.code = $2 AND f.state = 'complete'"			\
	" AND f.score IS NOT NULL AND" PART_VISIBLE("f")

enum err
store_filled_scored(struct ctx *cx, const struct dossier *d, const char *code,
    struct filled **out)
{
	/* opened: the predicate held */
	static const char sql[] =
	    COLUMNS THERE SCORED " ORDER BY f.since, f.no";
	struct db_rows q;

	db_query(cx, &q, sql, db_i(d->id), db_t(code));
	return forms_of(cx, &q, out);
}

enum err
store_filled_marks(struct ctx *cx, const struct dossier *d, const char *code,
    struct filled_mark **out)
{
	/* opened: the predicate held */
	static const char sql[] =
	    "SELECT f.no, l.question, l.no, l.label, l.points FROM form f"
	    "  JOIN form_line l ON l.form = f.id AND l.edition = f.edition"
	    THERE SCORED " AND l.points <> '' ORDER BY f.since, f.no, l.place";
	struct filled_mark **tail = out, *m;
	struct db_rows q;

	*out = NULL;
	db_query(cx, &q, sql, db_i(d->id), db_t(code));
	while (db_row(&q)) {
		m = arena_alloc(cx->arena, sizeof(*m));
		m->form = db_int(&q);
		m->question = db_text(&q);
		m->no = db_int(&q);
		m->label = db_text(&q);
		m->points = db_text(&q);
		*tail = m;
		tail = &m->next;
	}
	return db_end(&q);
}

enum err
store_filled_rules(struct ctx *cx, const struct dossier *d,
    struct filled **out)
{
	/* reach: what follows from forms does not depend on who looks; whole:
	 * for rules, which tell whom they tell */
	static const char sql[] = DB_REACH COLUMNS THERE " ORDER BY f.no";
	struct db_rows q;

	db_query(cx, &q, sql, db_i(d->id));
	return forms_of(cx, &q, out);
}

enum err
store_filled_hidden(struct ctx *cx, const struct dossier *d,
    struct filled **out)
{
	/* reach: shown to nobody, it keeps what was made of them from being
	 * shown; also of those that were taken back */
	static const char sql[] = DB_REACH COLUMNS
	    " WHERE f.dossier = $1 AND f.compartment <> 0 AND NOT"
	    PART_VISIBLE("f");
	struct db_rows q;

	db_query(cx, &q, sql, db_i(d->id));
	return forms_of(cx, &q, out);
}

enum err
store_filled_merged(struct ctx *cx, const struct dossier *into,
    struct filled **out)
{
	static const char sql[] =
	    "SELECT" WHAT ", d.number"
	    "  FROM dossier_link l JOIN dossier d ON d.id = l.dossier"
	    "  JOIN form f ON f.dossier = d.id" WHO
	    " WHERE l.other = $1 AND l.kind = 'merged' AND l.ended IS NULL"
	    "   AND f.state <> 'undone' AND" PART_VISIBLE("f") "AND" VISIBLE
	    " ORDER BY d.number, f.no LIMIT 200";
	struct db_rows q;

	db_query(cx, &q, sql, db_i(into->id));
	return forms_of(cx, &q, out);
}

enum err
store_filled_find(struct ctx *cx, const struct dossier *d, int64_t no,
    struct filled **out)
{
	/* opened: the predicate held */
	static const char sql[] =
	    COLUMNS THERE " AND f.no = $2 AND" PART_VISIBLE("f");
	struct db_rows q;

	db_query(cx, &q, sql, db_i(d->id), db_i(no));
	return forms_of(cx, &q, out);
}

static struct db_arg
score_of(const struct filled *f)
{
	return f->scored ? db_i(f->score) : db_null();
}

enum err
store_filled_add(struct ctx *cx, const struct dossier *d, struct filled *f)
{
	/* opened: the predicate held */
	static const char sql[] =
	    "INSERT INTO form (dossier, no, code, type, title, state, since,"
	    "    said_by, begun, begun_by, saved, task, compartment)"
	    " VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $7, $8, $7, $9, $10)"
	    " RETURNING id";
	struct db_rows q;

	db_query(cx, &q, sql, db_i(d->id), db_i(f->no), db_t(f->code),
	    db_i(f->type_id), db_t(f->title), db_t(states[f->state]),
	    db_i(f->since), db_i0(cx->viewer), db_i(f->task),
	    db_i(f->compartment));
	f->id = db_row(&q) ? db_int(&q) : 0;
	return db_end(&q);
}

enum err
store_filled_save(struct ctx *cx, struct filled *f)
{
	/* opened: the dossier of the form was */
	static const char sql[] =
	    "UPDATE form SET state = $3, since = $4, said_by = $5,"
	    "       reason = $6, saved = $7, edition = $8, score = $9,"
	    "       band = $10, task = $11, version = version + 1"
	    " WHERE id = $1 AND version = $2";
	int64_t changed;
	enum err e;

	if ((e = db_change(cx, &changed, sql, db_i(f->id), db_i(f->version),
	    db_t(states[f->state]), db_i(f->since), db_i0(cx->viewer),
	    db_t(f->reason), db_i(f->saved), db_i(f->edition), score_of(f),
	    db_t(f->band), db_i(f->task))) != OK)
		return e;
	if (changed != 1)
		return db_stale(cx);
	f->version++;
	return OK;
}

enum err
store_filled_answers(struct ctx *cx, const struct dossier *d,
    struct filled *list, int64_t no)
{
	/* reach: of forms that were read already; whole: by the predicate, or
	 * for rules */
	static const char one[] = DB_REACH
	    "SELECT f.id, a.question, a.no, a.text"
	    "  FROM form f JOIN form_answer a ON a.form = f.id"
	    " WHERE f.dossier = $1 AND f.no = $2"
	    " ORDER BY a.question, a.no";
	static const char all[] = DB_REACH
	    "SELECT f.id, a.question, a.no, a.text"
	    "  FROM form f JOIN form_answer a ON a.form = f.id"
	    " WHERE f.dossier = $1 ORDER BY f.id, a.question, a.no";
	struct value *none, **tail = &none, *v;
	struct filled *f = NULL;
	struct db_rows q;
	int64_t id;

	if (no != 0)
		db_query(cx, &q, one, db_i(d->id), db_i(no));
	else
		db_query(cx, &q, all, db_i(d->id));
	while (db_row(&q)) {
		id = db_int(&q);
		if (f == NULL || f->id != id) {
			for (f = list; f != NULL && f->id != id;)
				f = f->next;
			if (f == NULL)
				continue;
			f->answers = NULL;
			tail = &f->answers;
		}
		v = arena_alloc(cx->arena, sizeof(*v));
		v->field = db_text(&q);
		v->no = db_int(&q);
		v->text = db_text(&q);
		*tail = v;
		tail = &v->next;
	}
	return db_end(&q);
}

enum err
store_filled_answer_put(struct ctx *cx, const struct filled *f,
    const char *question, int64_t no, const char *text)
{
	/* opened: the dossier of the form was */
	static const char sql[] =
	    "INSERT INTO form_answer (form, question, no, text)"
	    " VALUES ($1, $2, $3, $4)"
	    " ON CONFLICT (form, question, no) DO UPDATE"
	    "    SET text = excluded.text";

	return db_run(cx, sql, db_i(f->id), db_t(question), db_i(no),
	    db_t(text));
}

enum err
store_filled_answer_drop(struct ctx *cx, const struct filled *f,
    const char *question, int64_t no)
{
	/* opened: the dossier of the form was */
	static const char sql[] =
	    "DELETE FROM form_answer"
	    " WHERE form = $1 AND question = $2 AND no = $3";

	return db_run(cx, sql, db_i(f->id), db_t(question), db_i(no));
}
