/* SPDX-License-Identifier: MIT */
/* Rows of a dossier as cells that can be compared and put back. */
#include "store/store_undo_cell.h"

#include <stdlib.h>
#include <string.h>

#include "base/buf.h"
#include "base/count.h"
#include "model/undo.h"
#include "store/db.h"
#include "store/store_undo_kind.h"

#define SEP "\x1f"	/* typed text is tidied and never holds it */

/* The rows of a statement whose first columns make the key, the others the
 * value. */
static enum err
cells(struct ctx *cx, struct db_rows *q, const struct store_undo_kind *k,
    struct store_undo_cell ***tail)
{
	size_t i, keys = strlen(k->key), columns = strlen(k->value);
	struct store_undo_cell *c;
	struct buf b = { 0 };

	while (db_row(q)) {
		c = arena_alloc(cx->arena, sizeof(*c));
		buf_reset(&b);
		buf_text(&b, k->word);
		for (i = 0; i < keys; i++) {
			buf_char(&b, '.');
			buf_text(&b, db_text(q));
		}
		c->key = arena_textn(cx->arena, b.data, b.len);
		buf_reset(&b);
		for (i = 0; i < columns; i++) {
			if (i > 0)
				buf_char(&b, SEP[0]);
			buf_text(&b, db_is_null(q) ? (db_text(q), "~") :
			    db_text(q));
		}
		c->value = arena_textn(cx->arena, b.data, b.len);
		**tail = c;
		*tail = &c->next;
	}
	buf_free(&b);
	return db_end(q);
}

static enum err
row(struct ctx *cx, int64_t dossier, struct store_undo_cell ***tail)
{
	/* opened: the predicate held */
	static const char sql[] =
	    "SELECT status, phase, outcome, verdict, closed, scope, lead,"
	    "       type, title, risk FROM dossier WHERE id = $1";
	static const char *const names[] = { "status", "phase", "outcome",
	    "verdict", "closed", "scope", "lead", "type", "title", "risk" };
	struct store_undo_cell *c;
	struct db_rows q;
	size_t i;

	db_query(cx, &q, sql, db_i(dossier));
	if (db_row(&q))
		for (i = 0; i < COUNT(names); i++) {
			c = arena_alloc(cx->arena, sizeof(*c));
			c->key = arena_printf(cx->arena, "row.%lld.%s",
			    (long long)dossier, names[i]);
			c->value = arena_printf(cx->arena, "=%s",
			    db_text(&q));
			**tail = c;
			*tail = &c->next;
		}
	return db_end(&q);
}

static enum err
take(struct ctx *cx, int64_t dossier, int64_t no, unsigned int parts,
    struct store_undo_cell **tail)
{
	const struct store_undo_kind *k;
	struct db_rows q;
	enum err e = OK;
	size_t i;

	for (i = 0; e == OK && (k = store_undo_kind(i)) != NULL; i++) {
		if ((parts & k->part) == 0)
			continue;
		if (no != 0)
			db_query(cx, &q, k->one, db_i(dossier), db_i(no));
		else
			db_query(cx, &q, k->rows, db_i(dossier));
		e = cells(cx, &q, k, &tail);
	}
	return e;
}

enum err
store_undo_cell_take(struct ctx *cx, int64_t dossier, unsigned int parts,
    struct store_undo_cell **list)
{
	enum err e;

	while (*list != NULL)
		list = &(*list)->next;
	if ((parts & UNDO_ROW) && (e = row(cx, dossier, &list)) != OK)
		return e;
	return take(cx, dossier, 0, parts, list);
}

enum err
store_undo_cell_task(struct ctx *cx, int64_t dossier, int64_t no,
    struct store_undo_cell **list)
{
	while (*list != NULL)
		list = &(*list)->next;
	return take(cx, dossier, no, UNDO_TASKS, list);
}

static const char *
column(const char *value, int n)
{
	for (; n > 0 && value != NULL; n--)
		if ((value = strchr(value, SEP[0])) != NULL)
			value++;
	return value == NULL ? "" : value;
}

int64_t
store_undo_cell_int(const char *value, int n)
{
	return strtoll(column(value, n), NULL, 10);
}

/* A text may have points in it: what stands behind it in the key is counted
 * from the end. */
static size_t
key_args(struct ctx *cx, const char *kinds, const char *key,
    struct db_arg *args)
{
	const char *s = strchr(key, '.'), *end;
	size_t n = 0, behind;

	for (; *kinds != '\0' && s != NULL; kinds++, s = end) {
		s++;
		if (*kinds == 'i') {
			args[n++] = db_i(strtoll(s, NULL, 10));
			end = strchr(s, '.');
			continue;
		}
		end = s + strlen(s);
		for (behind = strlen(kinds + 1); behind > 0; behind--)
			while (end > s && *--end != '.')
				;
		args[n++] = db_t(arena_textn(cx->arena, s, (size_t)(end - s)));
	}
	return n;
}

static struct db_arg
value_arg(struct ctx *cx, char kind, const char *s)
{
	size_t n = strcspn(s, SEP);

	if (*s == '~' && (kind == 'n' || (kind == 't' && n == 1)))
		return db_null();
	return kind == 'n' ? db_i(strtoll(s, NULL, 10)) :
	    db_t(arena_textn(cx->arena, s, n));
}

/* A thing goes to another dossier: its old address, and all that led there,
 * lead to the new one from here on. */
static enum err
move_address(struct ctx *cx, int64_t dossier, int64_t no,
    int64_t to_dossier, int64_t to_no)
{
	static const char home[] =
	    "DELETE FROM dossier_moved WHERE dossier = $1 AND no = $2";
	static const char before[] =
	    "UPDATE dossier_moved SET to_dossier = $3, to_no = $4"
	    " WHERE to_dossier = $1 AND to_no = $2";
	static const char away[] =
	    "INSERT INTO dossier_moved (dossier, no, to_dossier, to_no,"
	    "    moved)"
	    " VALUES ($1, $2, $3, $4, $now)";
	enum err e;

	if ((e = db_run(cx, home, db_i(to_dossier), db_i(to_no))) != OK ||
	    (e = db_run(cx, before, db_i(dossier), db_i(no),
	    db_i(to_dossier), db_i(to_no))) != OK)
		return e;
	return db_run(cx, away, db_i(dossier), db_i(no), db_i(to_dossier),
	    db_i(to_no));
}

enum err
store_undo_cell_put(struct ctx *cx, const char *key, const char *now,
    const char *then)
{
	const struct store_undo_kind *k = store_undo_kind_of(key);
	struct db_arg args[1 + STORE_UNDO_KIND_COLUMNS] = { db_null() };
	size_t i, keys, n;
	enum err e = OK;

	if (k == NULL)
		return OK;	/* row. is the domain's */
	n = keys = key_args(cx, k->key, key, args + 1);
	if (*then == '\0') {
		if (k->drop != NULL)
			e = db_run_args(cx, k->drop, args, keys);
	} else if (k->put != NULL) {
		for (i = 0; k->value[i] != '\0' && k->value[i] != '-'; i++)
			args[++n] = value_arg(cx, k->value[i],
			    column(then, (int)i));
		e = db_run_args(cx, k->put, args, n);
	}
	for (i = 0; i < 2 && e == OK && k->also[i] != NULL; i++)
		e = db_run_args(cx, k->also[i], args, keys);
	if (e == OK && k->place && *then != '\0')
		e = move_address(cx, store_undo_cell_int(now, 0),
		    store_undo_cell_int(now, 1), store_undo_cell_int(then, 0),
		    store_undo_cell_int(then, 1));
	return e;
}

enum err
store_undo_cell_named(struct ctx *cx, const char *key, bool *out)
{
	static const char sql[] = "SELECT 1 FROM label WHERE id = $1";
	struct db_arg args[2] = { db_null(), db_null() };
	struct db_rows q;

	*out = true;
	if (strncmp(key, "label.", 6) != 0)
		return OK;
	key_args(cx, "ii", key, args);
	db_query(cx, &q, sql, args[1]);
	*out = db_row(&q);
	return db_end(&q);
}
