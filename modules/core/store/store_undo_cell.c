/* SPDX-License-Identifier: MIT */
/* Rows of a dossier as cells that can be compared and put back. */
#include "store/store_undo_cell.h"

#include <stdlib.h>
#include <string.h>

#include "model/undo.h"
#include "store/db.h"

#define SEP "\x1f"	/* typed text is tidied and never holds it */

/* The rows of a statement whose first columns make the key, the others the
 * value. */
static enum err
cells(struct ctx *cx, struct db_rows *q, const char *key, int keys,
    int columns, struct store_undo_cell ***tail)
{
	struct store_undo_cell *c;
	int i;

	while (db_row(q)) {
		c = arena_alloc(cx->arena, sizeof(*c));
		c->key = key;
		c->value = "";
		for (i = 0; i < keys; i++)
			c->key = arena_printf(cx->arena, "%s.%s", c->key,
			    db_text(q));
		for (i = keys; i < columns; i++)
			c->value = arena_printf(cx->arena, "%s%s%s", c->value,
			    i == keys ? "" : SEP,
			    db_is_null(q) ? (db_text(q), "~") : db_text(q));
		**tail = c;
		*tail = &c->next;
	}
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
		for (i = 0; i < sizeof(names) / sizeof(names[0]); i++) {
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

/* Statements by part; each takes the dossier. */
static const struct part {
	unsigned int part;
	const char *key;
	int keys, columns;
	const char *sql;
} all[] = {
	/* opened: the predicate held for all of them */
	{ UNDO_STAYS, "stay", 2, 7,
	    "SELECT dossier, no, entered, left_at, actor, phase, reason"
	    "  FROM dossier_phase WHERE dossier = $1 ORDER BY no" },
	{ UNDO_VALUES, "value", 3, 7,
	    "SELECT dossier, no, field, number, date, text_key, text"
	    "  FROM field_value WHERE dossier = $1 ORDER BY field, no" },
	{ UNDO_PARTIES, "party", 1, 3,
	    "SELECT id, dossier, no FROM party WHERE dossier = $1"
	    " ORDER BY id" },
	{ UNDO_PARTIES, "role", 1, 4,
	    "SELECT id, ended, person, role FROM party WHERE dossier = $1"
	    " ORDER BY id" },
	{ UNDO_TASKS, "task", 1, 3,
	    "SELECT id, dossier, no FROM task WHERE dossier = $1"
	    " ORDER BY id" },
	{ UNDO_TASKS, "hands", 1, 7,
	    "SELECT id, owner, team, delegator, done, done_by, result"
	    "  FROM task WHERE dossier = $1 ORDER BY id" },
	{ UNDO_TASKS, "made", 1, 5,
	    "SELECT id, priority, due, title, instructions"
	    "  FROM task WHERE dossier = $1 ORDER BY id" },
	{ UNDO_GRANTS, "grant", 2, 4,
	    "SELECT dossier, viewer, level, until FROM viewer_grant"
	    " WHERE dossier = $1 ORDER BY viewer" },
	{ UNDO_WALLS, "wall", 2, 3,
	    "SELECT dossier, viewer, 1 FROM viewer_wall"
	    " WHERE dossier = $1 ORDER BY viewer" },
	{ UNDO_LABELS, "label", 2, 4,
	    "SELECT dossier, label, added, actor FROM dossier_label"
	    " WHERE dossier = $1 ORDER BY label" },
	{ UNDO_LINKS, "link", 1, 5,
	    "SELECT id, dossier, no, other, other_no FROM dossier_link"
	    " WHERE dossier = $1 OR other = $1 ORDER BY id" },
	{ UNDO_LINKS, "linked", 1, 4,
	    "SELECT id, ended, kind, note FROM dossier_link"
	    " WHERE dossier = $1 OR other = $1 ORDER BY id" },
	{ UNDO_DECISIONS, "decided", 1, 7,
	    "SELECT id, overridden, decided, decided_by, state, result,"
	    "       reason FROM decision WHERE dossier = $1"
	    "   AND (code <> 'risk' OR overridden = 1) ORDER BY id" },
	{ UNDO_DECISIONS, "followed", 1, 7,
	    "SELECT id, overridden, decided, decided_by, state, result,"
	    "       reason FROM decision WHERE dossier = $1"
	    "   AND code = 'risk' AND overridden = 0 ORDER BY id" },
	{ UNDO_PAPERS, "note", 1, 3,
	    "SELECT id, dossier, no FROM note WHERE dossier = $1"
	    " ORDER BY id" },
	{ UNDO_PAPERS, "document", 1, 3,
	    "SELECT id, dossier, no FROM document WHERE dossier = $1"
	    " ORDER BY id" }
};

enum err
store_undo_cell_take(struct ctx *cx, int64_t dossier, unsigned int parts,
    struct store_undo_cell **list)
{
	struct store_undo_cell **tail = list;
	struct db_rows q;
	enum err e;
	size_t i;

	while (*tail != NULL)
		tail = &(*tail)->next;
	if ((parts & UNDO_ROW) && (e = row(cx, dossier, &tail)) != OK)
		return e;
	for (i = 0; i < sizeof(all) / sizeof(all[0]); i++) {
		if ((parts & all[i].part) == 0)
			continue;
		db_query(cx, &q, all[i].sql, db_i(dossier));
		if ((e = cells(cx, &q, all[i].key, all[i].keys,
		    all[i].columns, &tail)) != OK)
			return e;
	}
	return OK;
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

/* NULL where it was NULL. */
static struct db_arg
number(const char *value, int n)
{
	const char *s = column(value, n);

	return *s == '~' ? db_null() : db_i(strtoll(s, NULL, 10));
}

static struct db_arg
text(struct ctx *cx, const char *value, int n)
{
	const char *s = column(value, n);

	s = arena_textn(cx->arena, s, strcspn(s, SEP));
	return strcmp(s, "~") == 0 ? db_null() : db_t(s);
}

/* The n-th part of a key behind its first word. */
static int64_t
id(const char *key, int n)
{
	for (; n >= 0 && key != NULL; n--)
		if ((key = strchr(key, '.')) != NULL)
			key++;
	return key == NULL ? 0 : strtoll(key, NULL, 10);
}

static enum err
put_stay(struct ctx *cx, const char *key, const char *then)
{
	/* opened: the predicate held */
	static const char drop[] =
	    "DELETE FROM dossier_phase WHERE dossier = $1 AND no = $2";
	static const char put[] =
	    "INSERT INTO dossier_phase"
	    "    (dossier, no, entered, left_at, actor, phase, reason)"
	    " VALUES ($1, $2, $3, $4, $5, $6, $7)"
	    " ON CONFLICT (dossier, no) DO UPDATE"
	    "    SET left_at = excluded.left_at";

	if (*then == '\0')
		return db_run(cx, drop, db_i(id(key, 0)), db_i(id(key, 1)));
	return db_run(cx, put, db_i(id(key, 0)), db_i(id(key, 1)),
	    number(then, 0), number(then, 1), number(then, 2),
	    text(cx, then, 3), text(cx, then, 4));
}

static enum err
put_value(struct ctx *cx, const char *key, const char *then)
{
	/* opened: the predicate held */
	static const char drop[] =
	    "DELETE FROM field_value"
	    " WHERE dossier = $1 AND no = $2 AND field = $3";
	static const char put[] =
	    "INSERT INTO field_value"
	    "    (dossier, no, field, number, date, text_key, text)"
	    " VALUES ($1, $2, $3, $4, $5, $6, $7)"
	    " ON CONFLICT (dossier, field, no) DO UPDATE"
	    "    SET number = excluded.number, date = excluded.date,"
	    "        text_key = excluded.text_key, text = excluded.text";
	const char *field = strchr(strchr(strchr(key, '.') + 1, '.') + 1,
	    '.') + 1;

	if (*then == '\0')
		return db_run(cx, drop, db_i(id(key, 0)), db_i(id(key, 1)),
		    db_t(field));
	return db_run(cx, put, db_i(id(key, 0)), db_i(id(key, 1)),
	    db_t(field), number(then, 0), text(cx, then, 1),
	    text(cx, then, 2), text(cx, then, 3));
}

static enum err
put_grant(struct ctx *cx, const char *key, const char *then)
{
	static const char drop[] =
	    "DELETE FROM viewer_grant WHERE dossier = $1 AND viewer = $2";
	static const char put[] =
	    "INSERT INTO viewer_grant (dossier, viewer, level, until)"
	    " VALUES ($1, $2, $3, $4)"
	    " ON CONFLICT (viewer, dossier) DO UPDATE"
	    "    SET level = excluded.level, until = excluded.until";

	if (*then == '\0')
		return db_run(cx, drop, db_i(id(key, 0)), db_i(id(key, 1)));
	return db_run(cx, put, db_i(id(key, 0)), db_i(id(key, 1)),
	    number(then, 0), number(then, 1));
}

static enum err
put_wall(struct ctx *cx, const char *key, const char *then)
{
	static const char drop[] =
	    "DELETE FROM viewer_wall WHERE dossier = $1 AND viewer = $2";
	static const char put[] =
	    "INSERT INTO viewer_wall (dossier, viewer) VALUES ($1, $2)";

	return db_run(cx, *then == '\0' ? drop : put, db_i(id(key, 0)),
	    db_i(id(key, 1)));
}

static enum err
put_label(struct ctx *cx, const char *key, const char *then)
{
	/* opened: the predicate held */
	static const char drop[] =
	    "DELETE FROM dossier_label WHERE dossier = $1 AND label = $2";
	static const char put[] =
	    "INSERT INTO dossier_label (dossier, label, added, actor)"
	    " VALUES ($1, $2, $3, $4)"
	    " ON CONFLICT (dossier, label) DO UPDATE"
	    "    SET added = excluded.added, actor = excluded.actor";

	if (*then == '\0')
		return db_run(cx, drop, db_i(id(key, 0)), db_i(id(key, 1)));
	return db_run(cx, put, db_i(id(key, 0)), db_i(id(key, 1)),
	    number(then, 0), number(then, 1));
}

static enum err
put_hands(struct ctx *cx, const char *key, const char *then)
{
	/* opened: the predicate held */
	static const char sql[] =
	    "UPDATE task SET owner = $2, team = $3, delegator = $4,"
	    "       done = $5, done_by = $6, result = $7,"
	    "       version = version + 1"
	    " WHERE id = $1";

	if (*then == '\0')	/* the task itself goes */
		return OK;
	return db_run(cx, sql, db_i(id(key, 0)), number(then, 0),
	    number(then, 1), number(then, 2), number(then, 3),
	    number(then, 4), text(cx, then, 5));
}

static enum err
put_role(struct ctx *cx, const char *key, const char *then)
{
	/* opened: the predicate held */
	static const char sql[] =
	    "UPDATE party SET ended = $2 WHERE id = $1";

	if (*then == '\0')
		return OK;
	return db_run(cx, sql, db_i(id(key, 0)), number(then, 0));
}

static enum err
put_linked(struct ctx *cx, const char *key, const char *then)
{
	/* opened: the predicate held */
	static const char sql[] =
	    "UPDATE dossier_link SET ended = $2 WHERE id = $1";

	if (*then == '\0')
		return OK;
	return db_run(cx, sql, db_i(id(key, 0)), number(then, 0));
}

/* One that the act made stays to be read. */
static enum err
put_decided(struct ctx *cx, const char *key, const char *then)
{
	/* opened: the predicate held */
	static const char drop[] =
	    "UPDATE decision SET state = 'undone' WHERE id = $1";
	static const char put[] =
	    "UPDATE decision SET overridden = $2, decided = $3,"
	    "       decided_by = $4, state = $5, result = $6,"
	    "       reason = coalesce($7, '~')"
	    " WHERE id = $1";

	if (*then == '\0')
		return db_run(cx, drop, db_i(id(key, 0)));
	return db_run(cx, put, db_i(id(key, 0)), number(then, 0),
	    number(then, 1), number(then, 2), text(cx, then, 3),
	    text(cx, then, 4), text(cx, then, 5));
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

/* A thing made by the act goes, one that was moved goes home. */
static enum err
put_place(struct ctx *cx, const char *drop, const char *move,
    const char *key, const char *now, const char *then)
{
	enum err e;

	if (*then == '\0')
		return db_run(cx, drop, db_i(id(key, 0)));
	if ((e = db_run(cx, move, db_i(id(key, 0)), number(then, 0),
	    number(then, 1))) != OK)
		return e;
	return move_address(cx, store_undo_cell_int(now, 0),
	    store_undo_cell_int(now, 1), store_undo_cell_int(then, 0),
	    store_undo_cell_int(then, 1));
}

static enum err
put_task(struct ctx *cx, const char *key, const char *now, const char *then)
{
	/* opened: the predicate held */
	static const char drop[] = "DELETE FROM task WHERE id = $1";
	static const char move[] =
	    "UPDATE task SET dossier = $2, no = $3 WHERE id = $1";

	return put_place(cx, drop, move, key, now, then);
}

static enum err
put_party(struct ctx *cx, const char *key, const char *now,
    const char *then)
{
	/* opened: the predicate held */
	static const char drop[] = "DELETE FROM party WHERE id = $1";
	static const char move[] =
	    "UPDATE party SET dossier = $2, no = $3 WHERE id = $1";

	return put_place(cx, drop, move, key, now, then);
}

static enum err
put_paper(struct ctx *cx, const char *key, const char *now,
    const char *then)
{
	/* opened: the predicate held; no act makes one that can be undone */
	static const char none[] = "DELETE FROM note WHERE 1 = 0 AND id = $1";
	static const char note[] =
	    "UPDATE note SET dossier = $2, no = $3 WHERE id = $1";
	static const char document[] =
	    "UPDATE document SET dossier = $2, no = $3 WHERE id = $1";

	return put_place(cx, none, *key == 'n' ? note : document, key, now,
	    then);
}

static enum err
put_link(struct ctx *cx, const char *key, const char *now, const char *then)
{
	/* opened: the predicate held */
	static const char drop[] = "DELETE FROM dossier_link WHERE id = $1";
	static const char move[] =
	    "UPDATE dossier_link SET dossier = $2, no = $3, other = $4,"
	    "       other_no = $5 WHERE id = $1";

	(void)now;
	if (*then == '\0')
		return db_run(cx, drop, db_i(id(key, 0)));
	return db_run(cx, move, db_i(id(key, 0)), number(then, 0),
	    number(then, 1), number(then, 2), number(then, 3));
}

static bool
is(const char *key, const char *word)
{
	size_t n = strlen(word);

	return strncmp(key, word, n) == 0 && key[n] == '.';
}

enum err
store_undo_cell_put(struct ctx *cx, const char *key, const char *now,
    const char *then)
{
	static const struct {
		const char *word;
		enum err (*put)(struct ctx *, const char *, const char *);
	} simple[] = {
		{ "stay", put_stay }, { "value", put_value },
		{ "grant", put_grant }, { "wall", put_wall },
		{ "label", put_label }, { "hands", put_hands },
		{ "role", put_role }, { "linked", put_linked },
		{ "decided", put_decided }, { "followed", put_decided }
	};
	size_t i;

	for (i = 0; i < sizeof(simple) / sizeof(simple[0]); i++)
		if (is(key, simple[i].word))
			return simple[i].put(cx, key, then);
	if (is(key, "task"))
		return put_task(cx, key, now, then);
	if (is(key, "party"))
		return put_party(cx, key, now, then);
	if (is(key, "link"))
		return put_link(cx, key, now, then);
	if (is(key, "note") || is(key, "document"))
		return put_paper(cx, key, now, then);
	return OK;	/* row. is the domain's, made. is only compared */
}

enum err
store_undo_cell_named(struct ctx *cx, const char *key, bool *out)
{
	static const char sql[] = "SELECT 1 FROM label WHERE id = $1";
	struct db_rows q;

	*out = true;
	if (!is(key, "label"))
		return OK;
	db_query(cx, &q, sql, db_i(id(key, 1)));
	*out = db_row(&q);
	return db_end(&q);
}
