/* SPDX-License-Identifier: MIT */
/* Plans of all dossiers, page by page. */
#include "store/store_verify_plan.h"

#include "store/store_plan.h"
#include "store/store_task.h"
#include "store/walk.h"
#include "text/number.h"

enum err
store_verify_plan_items(struct ctx *cx,
    const struct store_verify_plan_row *after, size_t most,
    struct store_verify_plan_row **out)
{
	/* reach: the operator's check of the whole log; shows no content */
	static const char sql[] =
	    "SELECT dossier, no, parent, used, kind, name, state, resumes,"
	    "       required, discretionary, round, since, planned, rings,"
	    "       rounds_left, cycle, task, reason"
	    "  FROM plan_item WHERE (dossier, no) > ($1, $2)"
	    " ORDER BY dossier, no LIMIT $3";
	struct store_verify_plan_row *r;
	struct store_plan_item i;
	struct walk w;

	*out = NULL;
	walk_query(cx, &w, sql, db_i(after->dossier), db_i(after->no),
	    db_i((int64_t)most));
	while (walk_row(&w)) {
		*out = r = arena_alloc(cx->arena, sizeof(*r));
		r->dossier = db_int(&w.q);
		r->no = i.no = db_int(&w.q);
		i.parent = db_int(&w.q);
		i.used = db_text(&w.q);
		i.kind = db_text(&w.q);
		i.name = db_text(&w.q);
		i.state = db_text(&w.q);
		i.resumes = db_text(&w.q);
		i.required = db_int(&w.q) != 0;
		i.discretionary = db_int(&w.q) != 0;
		i.round = db_int(&w.q);
		i.since = db_int(&w.q);
		i.planned = db_int(&w.q);
		i.rings = store_task_moment(db_int(&w.q));
		i.rounds_left = db_int(&w.q);
		i.cycle = db_text(&w.q);
		i.task = db_int(&w.q);
		i.reason = db_text(&w.q);
		r->key = arena_printf(cx->arena, "plan.%lld",
		    (long long)r->no);
		r->text = store_plan_text(cx, &i, '\n');
		r->criterion = "";
		out = &r->next;
	}
	return walk_end(&w);
}

enum err
store_verify_plan_marks(struct ctx *cx,
    const struct store_verify_plan_row *after, size_t most,
    struct store_verify_plan_row **out)
{
	/* reach: the operator's check of the whole log; shows no content */
	static const char sql[] =
	    "SELECT dossier, item, criterion, part, cause FROM plan_mark"
	    " WHERE (dossier, item, criterion, part) > ($1, $2, $3, $4)"
	    " ORDER BY dossier, item, criterion, part LIMIT $5";
	struct store_verify_plan_row *r;
	struct walk w;

	*out = NULL;
	walk_query(cx, &w, sql, db_i(after->dossier), db_i(after->no),
	    db_t(after->criterion == NULL ? "" : after->criterion),
	    db_i(after->part), db_i((int64_t)most));
	while (walk_row(&w)) {
		*out = r = arena_alloc(cx->arena, sizeof(*r));
		r->dossier = db_int(&w.q);
		r->no = db_int(&w.q);
		r->criterion = arena_text(cx->arena, db_text(&w.q));
		r->part = db_int(&w.q);
		r->key = arena_printf(cx->arena, "mark.%lld.%s.%lld",
		    (long long)r->no, r->criterion, (long long)r->part);
		r->text = number_plain(cx->arena, db_int(&w.q), 0);
		out = &r->next;
	}
	return walk_end(&w);
}
