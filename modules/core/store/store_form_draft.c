/* SPDX-License-Identifier: MIT */
/* Table form_draft. */
#include "store/store_form_draft.h"

#include "store/db.h"

#define COLUMNS(source, former)						\
	"SELECT f.id, f.type, f.form, f.base, " source ", " former ","	\
	"       f.told, f.version, f.changed, p.name"			\
	"  FROM form_draft f LEFT JOIN person p ON p.id = f.changed_by"	\
	" WHERE f.type = $1"

static enum err
take(struct ctx *cx, struct db_rows *q, struct form_draft **tail)
{
	struct form_draft *f;

	*tail = NULL;
	while (db_row(q)) {
		f = arena_alloc(cx->arena, sizeof(*f));
		f->id = db_int(q);
		f->type = db_text(q);
		f->form = db_text(q);
		f->base = (int)db_int(q);
		f->source = db_text(q);
		f->former = db_text(q);
		f->told = db_text(q);
		f->version = db_int(q);
		f->changed = db_int(q);
		f->changed_by = db_text(q);
		*tail = f;
		tail = &f->next;
	}
	return db_end(q);
}

enum err
store_form_draft_list(struct ctx *cx, const char *type,
    struct form_draft **out)
{
	static const char sql[] = COLUMNS("substr(f.source, 1, 1)",
	    "''") " ORDER BY f.form";
	struct db_rows q;

	db_query(cx, &q, sql, db_t(type));
	return take(cx, &q, out);
}

enum err
store_form_draft_find(struct ctx *cx, const char *type, const char *form,
    struct form_draft **out)
{
	static const char sql[] =
	    COLUMNS("f.source", "f.former") " AND f.form = $2";
	struct db_rows q;

	db_query(cx, &q, sql, db_t(type), db_t(form));
	return take(cx, &q, out);
}

enum err
store_form_draft_add(struct ctx *cx, const struct form_draft *f)
{
	static const char sql[] =
	    "INSERT INTO form_draft (type, form, base, source, former,"
	    "  told, changed, changed_by)"
	    " VALUES ($1, $2, $3, $4, $5, $6, $now, $viewer)"
	    " ON CONFLICT (type, form) DO NOTHING";
	int64_t changed;
	enum err e = db_change(cx, &changed, sql, db_t(f->type),
	    db_t(f->form), db_i(f->base), db_t(f->source), db_t(f->former),
	    db_t(f->told));

	return e == OK && changed != 1 ? db_stale(cx) : e;
}

enum err
store_form_draft_save(struct ctx *cx, const struct form_draft *f)
{
	static const char sql[] =
	    "UPDATE form_draft SET source = $2, former = $3, base = $4,"
	    "  told = $6, version = version + 1, changed = $now,"
	    "  changed_by = $viewer"
	    " WHERE id = $1 AND version = $5";
	int64_t changed;
	enum err e = db_change(cx, &changed, sql, db_i(f->id),
	    db_t(f->source), db_t(f->former), db_i(f->base),
	    db_i(f->version), db_t(f->told));

	return e == OK && changed != 1 ? db_stale(cx) : e;
}

enum err
store_form_draft_drop(struct ctx *cx, const struct form_draft *f)
{
	static const char sql[] =
	    "DELETE FROM form_draft WHERE id = $1 AND version = $2";
	int64_t changed;
	enum err e = db_change(cx, &changed, sql, db_i(f->id),
	    db_i(f->version));

	return e == OK && changed != 1 ? db_stale(cx) : e;
}
