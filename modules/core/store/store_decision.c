/* SPDX-License-Identifier: MIT */
/* The tables decision and decision_why. */
#include "store/store_decision.h"

#include <string.h>

#include "store/db.h"

static const char *const states[] = { "proposed", "made", "superseded",
    "undone" };

static enum decision_state
state_of(const char *word)
{
	size_t i;

	for (i = 0; i < 3 && strcmp(states[i], word) != 0; i++)
		;
	return (enum decision_state)i;
}

#define COLUMNS								\
	" x.id, x.no, x.code, x.type, x.state, x.automatic,"		\
	" x.overridden, x.proposed, x.result, x.reason, x.asked,"	\
	" x.decided, a.name, b.name, x.known"
#define FROM								\
	" FROM decision x LEFT JOIN person a ON a.id = x.asked_by"	\
	" LEFT JOIN person b ON b.id = x.decided_by"

static enum err
rows(struct ctx *cx, struct db_rows *q, struct decision **out)
{
	struct decision **tail = out, *x;

	*out = NULL;
	while (db_row(q)) {
		x = arena_alloc(cx->arena, sizeof(*x));
		x->id = db_int(q);
		x->no = db_int(q);
		x->code = db_text(q);
		x->type_id = db_int(q);
		x->state = state_of(db_text(q));
		x->automatic = db_int(q) != 0;
		x->overridden = db_int(q) != 0;
		x->proposed = db_text(q);
		x->result = db_text(q);
		x->reason = db_text(q);
		x->asked = db_int(q);
		x->decided = db_int(q);
		x->asked_by = db_text(q);
		x->decided_by = db_text(q);
		x->known = db_text(q);
		*tail = x;
		tail = &x->next;
	}
	return db_end(q);
}

enum err
store_decision_now(struct ctx *cx, const struct dossier *d,
    struct decision **out)
{
	/* opened: the predicate held */
	static const char sql[] =
	    "SELECT" COLUMNS FROM
	    " WHERE x.dossier = $1 AND x.state IN ('made', 'proposed')"
	    " ORDER BY x.code, x.no";
	struct db_rows q;

	db_query(cx, &q, sql, db_i(d->id));
	return rows(cx, &q, out);
}

enum err
store_decision_of(struct ctx *cx, const struct dossier *d, const char *code,
    struct decision **out)
{
	/* opened: the predicate held */
	static const char sql[] =
	    "SELECT" COLUMNS FROM
	    " WHERE x.dossier = $1 AND x.code = $2"
	    " ORDER BY x.no DESC LIMIT 200";
	struct db_rows q;

	db_query(cx, &q, sql, db_i(d->id), db_t(code));
	return rows(cx, &q, out);
}

enum err
store_decision_get(struct ctx *cx, const struct dossier *d, int64_t no,
    struct decision **out)
{
	/* opened: the predicate held */
	static const char sql[] =
	    "SELECT" COLUMNS FROM " WHERE x.dossier = $1 AND x.no = $2";
	struct db_rows q;

	db_query(cx, &q, sql, db_i(d->id), db_i(no));
	return rows(cx, &q, out);
}

enum err
store_decision_why(struct ctx *cx, const struct dossier *d,
    const struct decision *x, struct store_decision_why *out)
{
	/* opened: the predicate held */
	static const char sql[] =
	    "SELECT inputs, derivation FROM decision_why"
	    " WHERE decision = $1 AND dossier = $2";
	struct db_rows q;

	*out = (struct store_decision_why){ "", "" };
	db_query(cx, &q, sql, db_i(x->id), db_i(d->id));
	if (db_row(&q)) {
		out->inputs = db_text(&q);
		out->derivation = db_text(&q);
	}
	return db_end(&q);
}

enum err
store_decision_add(struct ctx *cx, const struct dossier *d,
    struct decision *x, bool by_viewer, const struct store_decision_why *why)
{
	/* opened: the predicate held */
	static const char sql[] =
	    "INSERT INTO decision (dossier, no, code, type, state, automatic,"
	    "    overridden, proposed, result, reason, asked, asked_by,"
	    "    decided, decided_by, known)"
	    " VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $now, $11,"
	    "    $12, $13, $14) RETURNING id";
	static const char derivation[] =
	    "INSERT INTO decision_why (decision, dossier, inputs, derivation)"
	    " VALUES ($1, $2, $3, $4)";
	bool made = x->state == DECISION_MADE;
	int64_t who = by_viewer ? cx->viewer : 0;
	struct db_rows q;
	enum err e;

	db_query(cx, &q, sql, db_i(d->id), db_i(x->no), db_t(x->code),
	    db_i(x->type_id), db_t(states[x->state]), db_i(x->automatic),
	    db_i(x->overridden), db_t(x->proposed), db_t(x->result),
	    db_t(x->reason), db_i0(who), made ? db_i(cx->now) : db_null(),
	    db_i0(made ? who : 0), db_t(x->known));
	if (db_row(&q))
		x->id = db_int(&q);
	if ((e = db_end(&q)) != OK)
		return e;
	return db_run(cx, derivation, db_i(x->id), db_i(d->id),
	    db_t(why->inputs), db_t(why->derivation));
}

enum err
store_decision_make(struct ctx *cx, const struct dossier *d,
    const struct decision *x)
{
	/* opened: the predicate held */
	static const char sql[] =
	    "UPDATE decision SET state = 'made', overridden = $3,"
	    "       result = $4, reason = $5, decided = $now, decided_by = $6"
	    " WHERE id = $1 AND dossier = $2 AND state = 'proposed'";

	return db_run(cx, sql, db_i(x->id), db_i(d->id),
	    db_i(x->overridden), db_t(x->result), db_t(x->reason),
	    db_i0(cx->viewer));
}

enum err
store_decision_supersede(struct ctx *cx, const struct dossier *d,
    const char *code, int64_t but)
{
	/* opened: the predicate held */
	static const char sql[] =
	    "UPDATE decision SET state = 'superseded'"
	    " WHERE dossier = $1 AND code = $2 AND id <> $3"
	    "   AND state IN ('made', 'proposed')";

	return db_run(cx, sql, db_i(d->id), db_t(code), db_i(but));
}

enum err
store_decision_drop(struct ctx *cx, const struct dossier *d,
    const char *code)
{
	/* opened: the predicate held */
	static const char sql[] =
	    "UPDATE decision SET state = 'superseded'"
	    " WHERE dossier = $1 AND code = $2 AND state = 'proposed'";

	return db_run(cx, sql, db_i(d->id), db_t(code));
}

enum err
store_decision_leave(struct ctx *cx, const struct dossier *d)
{
	/* opened: the predicate held */
	static const char sql[] =
	    "UPDATE decision SET state = 'superseded'"
	    " WHERE dossier = $1 AND state IN ('made', 'proposed')";

	return db_run(cx, sql, db_i(d->id));
}

enum err
store_decision_ask_anew(struct ctx *cx, const struct dossier *d)
{
	/* opened: the predicate held */
	static const char sql[] =
	    "UPDATE decision SET state = 'superseded'"
	    " WHERE dossier = $1 AND state = 'proposed'";

	return db_run(cx, sql, db_i(d->id));
}
