/* SPDX-License-Identifier: MIT */
/* What was kept of a form that was completed. */
#include "store/db.h"
#include "store/store_filled.h"

static enum err
add_line(struct ctx *cx, const struct filled *f, int64_t edition,
    int64_t place, const struct filled_line *l)
{
	/* opened: the dossier of the form was */
	static const char sql[] =
	    "INSERT INTO form_line (form, edition, place, section, question,"
	    "    no, label, text, shown, points)"
	    " VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)";

	return db_run(cx, sql, db_i(f->id), db_i(edition), db_i(place),
	    db_t(l->section), db_t(l->question), db_i(l->no), db_t(l->label),
	    db_t(l->text), db_t(l->shown), db_t(l->points));
}

enum err
store_filled_edition_add(struct ctx *cx, const struct filled *f,
    struct filled_edition *x)
{
	/* opened: the dossier of the form was */
	static const char sql[] =
	    "INSERT INTO form_edition (form, no, made, made_by, reason, lang,"
	    "    title, score, band, sha256)"
	    " VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)";
	const struct filled_line *l;
	int64_t place = 0;
	enum err e;

	e = db_run(cx, sql, db_i(f->id), db_i(x->no), db_i(x->made),
	    db_i0(x->made_by), db_t(x->reason), db_t(x->lang),
	    db_t(x->title), db_t(x->score), db_t(x->band), db_t(x->sha256));
	for (l = x->lines; l != NULL && e == OK; l = l->next)
		e = add_line(cx, f, x->no, ++place, l);
	return e;
}

enum err
store_filled_edition_next(struct ctx *cx, const struct filled *f,
    int64_t *out)
{
	/* opened: the dossier of the form was */
	static const char sql[] =
	    "SELECT coalesce(max(no), 0) + 1 FROM form_edition"
	    " WHERE form = $1";
	struct db_rows q;

	db_query(cx, &q, sql, db_i(f->id));
	*out = db_row(&q) ? db_int(&q) : 0;
	return db_end(&q);
}

/* Both are in the order of editions, whatever that is. */
static enum err
lines_of(struct ctx *cx, struct db_rows *q, struct filled_edition *list)
{
	struct filled_line *none, **tail = &none, *l;
	struct filled_edition *x = NULL;
	int64_t no;

	while (db_row(q)) {
		no = db_int(q);
		if (x == NULL || x->no != no) {
			for (x = list; x != NULL && x->no != no;)
				x = x->next;
			if (x == NULL)
				continue;
			tail = &x->lines;
		}
		l = arena_alloc(cx->arena, sizeof(*l));
		l->section = db_text(q);
		l->question = db_text(q);
		l->no = db_int(q);
		l->label = db_text(q);
		l->text = db_text(q);
		l->shown = db_text(q);
		l->points = db_text(q);
		*tail = l;
		tail = &l->next;
	}
	return db_end(q);
}

static void
read_edition(struct db_rows *q, struct filled_edition *x)
{
	x->no = db_int(q);
	x->made = db_int(q);
	x->made_by = db_int(q);
	x->made_by_name = db_text(q);
	x->reason = db_text(q);
	x->lang = db_text(q);
	x->title = db_text(q);
	x->score = db_text(q);
	x->band = db_text(q);
	x->sha256 = db_text(q);
}

#define COLUMNS								\
	" x.no, x.made, x.made_by, p.name, x.reason, x.lang, x.title,"	\
	" x.score, x.band, x.sha256"
#define LINES								\
	"SELECT l.edition, l.section, l.question, l.no, l.label, l.text,"\
	"       l.shown, l.points FROM form_line l"

enum err
store_filled_edition_list(struct ctx *cx, const struct filled *f,
    struct filled_edition **out)
{
	/* opened: the dossier of the form was */
	static const char sql[] =
	    "SELECT " COLUMNS " FROM form_edition x"
	    "  LEFT JOIN person p ON p.id = x.made_by"
	    " WHERE x.form = $1 AND x.undone IS NULL ORDER BY x.no DESC";
	/* opened: the dossier of the form was */
	static const char lines[] =
	    LINES " WHERE l.form = $1 ORDER BY l.edition, l.place";
	struct filled_edition **tail = out, *x;
	struct db_rows q;
	enum err e;

	*out = NULL;
	db_query(cx, &q, sql, db_i(f->id));
	while (db_row(&q)) {
		*tail = x = arena_alloc(cx->arena, sizeof(*x));
		tail = &x->next;
		read_edition(&q, x);
	}
	if ((e = db_end(&q)) != OK)
		return e;
	db_query(cx, &q, lines, db_i(f->id));
	return lines_of(cx, &q, *out);
}

static enum err
kept_lines(struct ctx *cx, int64_t form, struct filled_edition *x)
{
	/* reach: the operator's check of the whole log; shows no content */
	static const char sql[] =
	    LINES " WHERE l.form = $1 AND l.edition = $2 ORDER BY l.place";
	struct db_rows q;

	db_query(cx, &q, sql, db_i(form), db_i(x->no));
	return lines_of(cx, &q, x);
}

enum err
store_filled_edition_kept(struct ctx *cx, int64_t dossier,
    struct store_filled_edition_kept **out)
{
	/* reach: the operator's check of the whole log; shows no content */
	static const char sql[] =
	    "SELECT f.id, f.no, f.code, t.version," COLUMNS
	    "  FROM form f JOIN form_edition x ON x.form = f.id"
	    "  JOIN type t ON t.id = f.type"
	    "  LEFT JOIN person p ON p.id = x.made_by"
	    " WHERE f.dossier = $1 ORDER BY f.no, x.no";
	struct store_filled_edition_kept **tail = out, *k;
	struct db_rows q;
	enum err e;

	*out = NULL;
	db_query(cx, &q, sql, db_i(dossier));
	while (db_row(&q)) {
		*tail = k = arena_alloc(cx->arena, sizeof(*k));
		tail = &k->next;
		k->row = db_int(&q);
		k->form = db_int(&q);
		k->code = db_text(&q);
		k->type_version = db_int(&q);
		read_edition(&q, &k->edition);
	}
	if ((e = db_end(&q)) != OK)
		return e;
	for (k = *out; k != NULL && e == OK; k = k->next)
		e = kept_lines(cx, k->row, &k->edition);
	return e;
}

enum err
store_filled_edition_total(struct ctx *cx, int64_t *out)
{
	/* reach: the operator's check of the whole log; shows no content */
	static const char sql[] = "SELECT count(*) FROM form_edition";
	struct db_rows q;

	db_query(cx, &q, sql);
	*out = db_row(&q) ? db_int(&q) : 0;
	return db_end(&q);
}
