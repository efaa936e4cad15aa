/* SPDX-License-Identifier: MIT */
/* The tables approval and approval_act. */
#include "store/store_approval.h"

#include <string.h>

#include "base/count.h"
#include "store/db.h"

static const char *const states[] = {
	[APPROVAL_ASKED] = "asked", [APPROVAL_RETURNED] = "returned",
	[APPROVAL_APPROVED] = "approved", [APPROVAL_REJECTED] = "rejected",
	[APPROVAL_WITHDRAWN] = "withdrawn", [APPROVAL_UNDONE] = "undone"
};
static const char *const whats[] = {
	[APPROVAL_APPROVE] = "approved", [APPROVAL_REJECT] = "rejected",
	[APPROVAL_RETURN] = "returned", [APPROVAL_COMMENT] = "commented",
	[APPROVAL_WITHDRAW] = "withdrawn"
};

/* The place of a word in a list that has it. */
static int
place(const char *const *words, size_t n, const char *word)
{
	size_t i;

	for (i = 0; i + 1 < n && strcmp(words[i], word) != 0; i++)
		;
	return (int)i;
}
#define PLACE(words, word) \
	place((words), COUNT(words), (word))

static struct approval_step *
steps_of(struct ctx *cx, const char *text)
{
	struct approval_step *list = NULL, **tail = &list;
	size_t n;

	for (; *text != '\0'; text += n, text += *text == '\n') {
		n = strcspn(text, "\n");
		*tail = arena_alloc(cx->arena, sizeof(**tail));
		(*tail)->name = arena_textn(cx->arena, text, n);
		tail = &(*tail)->next;
	}
	return list;
}

#define COLUMNS								\
	" a.id, a.no, a.root, a.item, a.state, a.subject, a.reason,"	\
	" a.kind, a.field, a.amount, a.currency, a.document,"		\
	" a.document_name, a.document_sha256, a.decision, a.levels,"	\
	" a.levels_no, a.steps, a.last, a.step, a.waits, a.shown,"	\
	" a.asked, a.asked_by, b.name, a.ended, v.text, f.sha256,"	\
	" f.withdrawn, c.result, c.state,"				\
	" (SELECT max(r.no) FROM approval r"				\
	"   WHERE r.dossier = a.dossier AND r.root = a.root"		\
	"     AND r.state <> 'undone'),"				\
	" CASE WHEN" STORE_APPROVAL_WANTED "THEN 1 ELSE 0 END, u.used,"	\
	" CASE WHEN u.state = 'completed' THEN 1 ELSE 0 END"
/* With what it is about, as that is by now. */
#define FROM /* whole: such a document is in no compartment */		\
	" FROM approval a LEFT JOIN person b ON b.id = a.asked_by"	\
	" LEFT JOIN field_value v ON v.dossier = a.dossier"		\
	"  AND v.field = a.field AND v.no = 0 AND a.field <> ''"	\
	" LEFT JOIN document f ON f.dossier = a.dossier"		\
	"  AND f.no = a.document AND a.document <> 0"			\
	" LEFT JOIN decision c ON c.dossier = a.dossier"		\
	"  AND c.no = a.decision AND a.decision <> 0"			\
	" LEFT JOIN plan_item u ON u.dossier = a.dossier"		\
	"  AND u.no = a.item AND a.item <> 0"

static struct approval *
row(struct ctx *cx, struct db_rows *q)
{
	struct approval *a = arena_alloc(cx->arena, sizeof(*a));

	a->id = db_int(q);
	a->no = db_int(q);
	a->root = db_int(q);
	a->item = db_int(q);
	a->state = (enum approval_state)PLACE(states, db_text(q));
	a->subject = db_text(q);
	a->reason = db_text(q);
	a->kind = db_text(q);
	a->field = db_text(q);
	a->has_amount = !db_is_null(q);
	a->amount = db_int(q);
	a->currency = db_text(q);
	a->document = db_int(q);
	a->document_name = db_text(q);
	a->document_sha256 = db_text(q);
	a->decision = db_int(q);
	a->levels = db_text(q);
	a->levels_no = db_int(q);
	a->steps_text = db_text(q);
	a->steps = steps_of(cx, a->steps_text);
	a->last = db_int(q);
	a->step = db_int(q);
	a->waits = db_text(q);
	a->shown = db_text(q);
	a->asked = db_int(q);
	a->asked_by = db_int(q);
	a->asked_by_name = db_text(q);
	a->ended = db_int(q);
	a->now_value = db_text(q);
	a->now_sha256 = db_text(q);
	if (db_int(q) != 0)
		a->now_sha256 = "";
	a->decision_result = db_text(q);
	a->decision_counts = strcmp(db_text(q), "made") == 0;
	a->newest = db_int(q);
	a->wanted = db_int(q) != 0;
	a->used = db_text(q);
	a->passed = db_int(q) != 0;
	a->title = a->subject;
	a->now = a->dossier_number = a->dossier_title = "";
	return a;
}

static enum err
rows(struct ctx *cx, struct db_rows *q, struct approval **out)
{
	*out = NULL;
	while (db_row(q)) {
		*out = row(cx, q);
		out = &(*out)->next;
	}
	return db_end(q);
}

enum err
store_approval_add(struct ctx *cx, const struct dossier *d,
    struct approval *a)
{
	/* opened: the predicate held */
	static const char sql[] =
	    "INSERT INTO approval (dossier, no, root, item, state, subject,"
	    "    reason, kind, field, amount, currency, document,"
	    "    document_name, document_sha256, decision, levels, levels_no,"
	    "    steps, last, step, waits, shown, asked, asked_by, ended)"
	    " VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12,"
	    "    $13, $14, $15, $16, $17, $18, $19, $20, $21, $22, $now, $23,"
	    "    $24) RETURNING id";
	struct db_rows q;

	db_query(cx, &q, sql, db_i(d->id), db_i(a->no), db_i(a->root),
	    db_i(a->item), db_t(states[a->state]), db_t(a->subject),
	    db_t(a->reason), db_t(a->kind), db_t(a->field),
	    a->has_amount ? db_i(a->amount) : db_null(), db_t(a->currency),
	    db_i(a->document), db_t(a->document_name),
	    db_t(a->document_sha256), db_i(a->decision), db_t(a->levels),
	    db_i(a->levels_no), db_t(a->steps_text), db_i(a->last),
	    db_i(a->step), db_t(a->waits), db_t(a->shown),
	    db_i0(a->asked_by), db_i0(a->ended));
	a->id = db_row(&q) ? db_int(&q) : 0;
	a->steps = steps_of(cx, a->steps_text);
	a->asked = cx->now;
	return db_end(&q);
}

enum err
store_approval_find(struct ctx *cx, const struct dossier *d, int64_t no,
    struct approval **out)
{
	/* opened: the predicate held */
	static const char sql[] = "SELECT" COLUMNS FROM
	    " WHERE a.dossier = $1 AND a.no = $2";
	struct db_rows q;

	db_query(cx, &q, sql, db_i(d->id), db_i(no));
	return rows(cx, &q, out);
}

enum err
store_approval_list(struct ctx *cx, const struct dossier *d, int limit,
    struct approval **out)
{
	/* opened: the predicate held */
	static const char sql[] = "SELECT" COLUMNS FROM
	    " WHERE a.dossier = $1 ORDER BY a.no DESC LIMIT $2";
	struct db_rows q;

	db_query(cx, &q, sql, db_i(d->id), db_i(limit));
	return rows(cx, &q, out);
}

enum err
store_approval_replace(struct ctx *cx, const struct dossier *d, int64_t root)
{
	/* opened: the predicate held */
	static const char sql[] =
	    "UPDATE approval SET state = 'withdrawn', ended = $now"
	    " WHERE dossier = $1 AND root = $2 AND ended IS NULL";

	return db_run(cx, sql, db_i(d->id), db_i(root));
}

enum err
store_approval_save(struct ctx *cx, const struct approval *now,
    const struct approval *before)
{
	/* opened: the predicate held */
	static const char sql[] =
	    "UPDATE approval SET state = $4, step = $5, waits = $6,"
	    "       ended = $7"
	    " WHERE id = $1 AND state = $2 AND step = $3";
	int64_t changed;
	enum err e;

	if ((e = db_change(cx, &changed, sql, db_i(before->id),
	    db_t(states[before->state]), db_i(before->step),
	    db_t(states[now->state]), db_i(now->step), db_t(now->waits),
	    db_i0(now->ended))) != OK)
		return e;
	return changed == 1 ? OK : db_stale(cx);
}

enum err
store_approval_act_add(struct ctx *cx, const struct dossier *d,
    const struct approval *a, const struct approval_act *t)
{
	/* opened: the predicate held */
	static const char sql[] =
	    "INSERT INTO approval_act (approval, dossier, step, what,"
	    "    comment, sha256, authority, actor, acted)"
	    " VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $now)";

	return db_run(cx, sql, db_i(a->id), db_i(d->id), db_i(t->step),
	    db_t(whats[t->what]), db_t(t->comment), db_t(t->sha256),
	    db_i0(t->authority_id), db_i0(t->actor));
}

/* approval: 0 all */
static enum err
acts(struct ctx *cx, struct db_rows *q, int64_t approval,
    struct approval *all, struct approval_act **out)
{
	struct approval_act *t, **tail = out;
	struct approval *a;
	int64_t of;

	while (db_row(q)) {
		t = arena_alloc(cx->arena, sizeof(*t));
		of = db_int(q);
		t->step = db_int(q);
		t->what = (enum approval_what)PLACE(whats, db_text(q));
		t->comment = db_text(q);
		t->sha256 = db_text(q);
		t->authority_id = db_int(q);
		t->actor = db_int(q);
		t->actor_name = db_text(q);
		t->acted = db_int(q);
		t->undone = db_int(q);
		if (approval == 0) {
			for (a = all; a != NULL && a->id != of; a = a->next)
				;
			if (a == NULL)
				continue;
			for (tail = &a->acts; *tail != NULL;
			    tail = &(*tail)->next)
				;
		}
		*tail = t;
		tail = &t->next;
	}
	return db_end(q);
}

#define ACTS								\
	"SELECT z.approval, z.step, z.what, z.comment, z.sha256,"	\
	"    z.authority, z.actor, b.name, z.acted, z.undone"		\
	"  FROM approval_act z LEFT JOIN person b ON b.id = z.actor"

enum err
store_approval_acts(struct ctx *cx, const struct dossier *d,
    struct approval *a)
{
	/* opened: the predicate held */
	static const char one[] = ACTS
	    " WHERE z.dossier = $1 AND z.approval = $2 ORDER BY z.id";
	struct db_rows q;

	a->acts = NULL;
	db_query(cx, &q, one, db_i(d->id), db_i(a->id));
	return acts(cx, &q, a->id, NULL, &a->acts);
}

enum err
store_approval_acts_all(struct ctx *cx, const struct dossier *d,
    struct approval *list)
{
	/* opened: the predicate held */
	static const char all[] = ACTS
	    " WHERE z.dossier = $1 ORDER BY z.id";
	struct db_rows q;

	db_query(cx, &q, all, db_i(d->id));
	return acts(cx, &q, 0, list, NULL);
}

enum err
store_approval_item(struct ctx *cx, const struct dossier *d, int64_t no,
    struct store_approval_item *out)
{
	/* opened: the predicate held */
	static const char sql[] =
	    "SELECT i.used, i.state, (SELECT coalesce(max(a.no), 0)"
	    "   FROM approval a WHERE a.dossier = $1 AND a.item = $2"
	    "    AND a.state <> 'undone')"
	    "  FROM plan_item i WHERE i.dossier = $1 AND i.no = $2";
	struct db_rows q;

	*out = (struct store_approval_item){ "", "", 0 };
	db_query(cx, &q, sql, db_i(d->id), db_i(no));
	if (db_row(&q)) {
		out->used = db_text(&q);
		out->state = db_text(&q);
		out->newest = db_int(&q);
	}
	return db_end(&q);
}

enum err
store_approval_total(struct ctx *cx, int64_t *asked, int64_t *said)
{
	/* reach: the operator's check of the whole log; numbers alone */
	static const char sql[] = DB_REACH
	    "SELECT (SELECT count(*) FROM approval),"
	    "       (SELECT count(*) FROM approval_act)";
	struct db_rows q;

	db_query(cx, &q, sql);
	if (db_row(&q)) {
		*asked = db_int(&q);
		*said = db_int(&q);
	} else
		*asked = *said = 0;
	return db_end(&q);
}

enum err
store_approval_asked_by_me(struct ctx *cx, const struct dossier *d,
    const struct approval *a, bool *out)
{
	/* opened: the predicate held */
	static const char sql[] =
	    "SELECT 1 FROM approval a WHERE a.dossier = $1 AND a.no = $2"
	    " AND" STORE_APPROVAL_OWN;
	struct db_rows q;

	db_query(cx, &q, sql, db_i(d->id), db_i(a->no));
	*out = db_row(&q);
	return db_end(&q);
}

enum err
store_approval_party(struct ctx *cx, const struct dossier *d, bool *out)
{
	/* opened: the predicate held */
	static const char sql[] =
	    "SELECT 1 FROM party"
	    " WHERE dossier = $1 AND person = $viewer AND role <> 'lead'";
	struct db_rows q;

	db_query(cx, &q, sql, db_i(d->id));
	*out = db_row(&q) || d->requester_id == cx->viewer;
	return db_end(&q);
}
