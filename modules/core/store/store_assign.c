/* SPDX-License-Identifier: MIT */
/* Who can do something, with all that speaks for them, in one statement; and
 * who was chosen. */
#include "store/store_assign.h"

#include <string.h>

#include "store/db.h"
#include "model/casetype.h"
#include "store/store_absence.h"
#include "store/visible.h"

/* By scope and by grant, as the predicate has it, of others than the viewer. */
#define ABLE								\
	"SELECT s.viewer AS person FROM dossier d"			\
	"  JOIN viewer_scope s ON s.scope = d.scope"			\
	" WHERE d.id = $1 AND d.restricted = 0 AND s.level >= " VISIBLE_WORK \
	" UNION SELECT g.viewer FROM viewer_grant g"			\
	" WHERE g.dossier = $1 AND" VISIBLE_OWN_LEVEL("g") ">= " VISIBLE_WORK

/* Where anything goes it is more than any amount. */
#define LIMIT_OF							\
	"SELECT max(CASE WHEN a.amount IS NULL"				\
	"         THEN 9223372036854775807 ELSE a.amount END)"		\
	"  FROM authority a"						\
	" WHERE a.withdrawn IS NULL AND a.begins <= $5 AND a.ends >= $5" \
	"   AND (a.currency = '' OR a.currency = $4)"			\
	"   AND ($9 = 1 OR a.kind IN ('', $10))"			\
	"   AND (a.person = p.id OR a.label IN"				\
	"     (SELECT r.label FROM staff_role r WHERE r.person = p.id))"

enum err
store_assign_people(struct ctx *cx, const struct dossier *d,
    unsigned int rights, int64_t skill, const char *currency,
    const char *kind, const char *today, struct assign_candidate **out)
{
	/* reach: how much work people have in all, and of no dossier which */
	static const char sql[] = DB_REACH
	    "SELECT p.id, p.number, p.name,"
	    "       (SELECT count(*) FROM staff_skill k"
	    "         WHERE k.person = p.id AND k.skill = $3),"
	    "       (SELECT count(*) FROM (SELECT 1 FROM task t"
	    "         WHERE t.owner = p.id AND t.done IS NULL"
	    "         LIMIT $6) x),"
	    "       (SELECT count(*) FROM (SELECT 1 FROM dossier e"
	    "         WHERE e.lead = p.id AND e.status IN ('open', 'waiting')"
	    "         LIMIT $6) y),"
	    "       coalesce((" LIMIT_OF "), -1),"
	    "       coalesce((SELECT r.turn FROM assignment_turn r"
	    "         WHERE r.scope = $7 AND r.person = p.id), 0),"
	    "       (SELECT count(*) FROM absence a"
	    "         WHERE a.person = p.id AND" STORE_ABSENCE_NOW
	    "           AND" STORE_ABSENCE_OF("$11") ")"
	    "  FROM (" ABLE ") c"
	    "  JOIN staff f ON f.person = c.person"
	    "  JOIN person p ON p.id = c.person"
	    " WHERE f.enabled = 1 AND (f.rights & $2) = $2"
	    "   AND NOT EXISTS (SELECT 1 FROM viewer_wall w"
	    "     WHERE w.viewer = p.id AND w.dossier = $1)"
	    "   AND NOT EXISTS (SELECT 1 FROM dossier z WHERE z.id = $1"
	    "     AND z.compartment <> 0 AND NOT EXISTS"
	    "       (SELECT 1 FROM viewer_compartment k"
	    "         WHERE k.viewer = p.id AND k.until > $now"
	    "           AND k.compartment = z.compartment))"
	    " ORDER BY p.name_key, p.id LIMIT $8";
	struct assign_candidate **tail = out, *c;
	struct db_rows q;

	*out = NULL;
	db_query(cx, &q, sql, db_i(d->id), db_i(rights), db_i(skill),
	    db_t(currency), db_t(today), db_i(STORE_ASSIGN_WORK),
	    db_i(d->scope), db_i(STORE_ASSIGN_MOST), db_i(kind == NULL),
	    db_t(kind == NULL ? "" : kind), db_t(d->type->code));
	while (db_row(&q)) {
		c = arena_alloc(cx->arena, sizeof(*c));
		c->person = db_int(&q);
		c->number = db_text(&q);
		c->name = db_text(&q);
		c->skilled = skill != 0 && db_int(&q) != 0;
		if (skill == 0)
			(void)db_int(&q);
		c->tasks = db_int(&q);
		c->cases = db_int(&q);
		c->limit = db_int(&q);
		c->turn = db_int(&q);
		c->away = db_int(&q) != 0;
		c->currency = currency;
		c->score = c->rules = c->why_not = "";
		*tail = c;
		tail = &c->next;
	}
	return db_end(&q);
}

enum err
store_assign_known(struct ctx *cx, const struct dossier *d,
    struct assign_candidate *list)
{
	static const char sql[] =
	    "SELECT DISTINCT d.lead"
	    "  FROM party y JOIN dossier d ON d.id = y.dossier"
	    " WHERE y.person = $1 AND y.role = 'requester'"
	    "   AND d.id <> $2 AND d.lead IS NOT NULL AND" VISIBLE;
	struct assign_candidate *c;
	struct db_rows q;
	int64_t lead;

	if (d->requester_id == 0)
		return OK;
	db_query(cx, &q, sql, db_i(d->requester_id), db_i(d->id));
	while (db_row(&q)) {
		lead = db_int(&q);
		for (c = list; c != NULL; c = c->next)
			c->knows |= c->person == lead;
	}
	return db_end(&q);
}

enum err
store_assign_turn(struct ctx *cx, const struct dossier *d, int64_t person)
{
	static const char sql[] =
	    "INSERT INTO assignment_turn (scope, person, turn)"
	    " SELECT $1, $2, coalesce(max(r.turn), 0) + 1"
	    "   FROM assignment_turn r WHERE r.scope = $1"
	    " ON CONFLICT (scope, person) DO UPDATE"
	    "    SET turn = excluded.turn";

	return db_run(cx, sql, db_i(d->scope), db_i(person));
}

static const char *const hows[] = { "none", "only", "score", "load", "turn",
    NULL };

enum err
store_assign_add(struct ctx *cx, const struct dossier *d,
    const struct assign *a, const char *candidates)
{
	/* opened: the predicate held */
	static const char sql[] =
	    "INSERT INTO assignment (dossier, no, task, person, how, skill,"
	    "    type, decision, candidates, inputs, derivation, asked,"
	    "    asked_by)"
	    " VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $now,"
	    "    $12)";

	return db_run(cx, sql, db_i(d->id), db_i(a->no), db_i(a->task),
	    db_i0(a->chosen == NULL ? 0 : a->chosen->person),
	    db_t(hows[a->how]), db_t(a->skill), db_i(a->type_id),
	    db_t(a->decision), db_t(candidates), db_t(a->inputs),
	    db_t(a->derivation), db_i0(a->by_itself ? 0 : cx->viewer));
}

enum err
store_assign_get(struct ctx *cx, const struct dossier *d, int64_t no,
    struct assign **out, const char **candidates)
{
	/* opened: the predicate held */
	static const char sql[] =
	    "SELECT a.task, a.how, a.skill, a.type, a.decision,"
	    "       a.candidates, a.inputs, a.derivation, a.asked, b.name"
	    "  FROM assignment a LEFT JOIN person b ON b.id = a.asked_by"
	    " WHERE a.dossier = $1 AND a.no = $2"
	    "   AND NOT EXISTS (SELECT 1 FROM task t"
	    "     WHERE t.dossier = $1 AND t.no = a.task"
	    "       AND NOT" PART_VISIBLE("t") ")";
	const char *how;
	struct db_rows q;
	struct assign *a;

	*out = NULL;
	*candidates = "";
	db_query(cx, &q, sql, db_i(d->id), db_i(no));
	if (db_row(&q)) {
		a = *out = arena_alloc(cx->arena, sizeof(*a));
		a->no = no;
		a->task = db_int(&q);
		how = db_text(&q);
		while (hows[a->how + 1] != NULL &&
		    strcmp(hows[a->how], how) != 0)
			a->how++;
		a->skill = db_text(&q);
		a->type_id = db_int(&q);
		a->decision = db_text(&q);
		*candidates = db_text(&q);
		a->inputs = db_text(&q);
		a->derivation = db_text(&q);
		a->asked = db_int(&q);
		a->asked_by = db_text(&q);
	}
	return db_end(&q);
}

enum err
store_assign_newest(struct ctx *cx, const struct dossier *d, int64_t task,
    int64_t person, int64_t *no)
{
	/* opened: the predicate held */
	static const char sql[] =
	    "SELECT a.no, a.person FROM assignment a"
	    " WHERE a.dossier = $1 AND a.task = $2"
	    " ORDER BY a.no DESC LIMIT 1";
	struct db_rows q;

	*no = 0;
	db_query(cx, &q, sql, db_i(d->id), db_i(task));
	if (db_row(&q)) {
		*no = db_int(&q);
		if (person == 0 || db_int(&q) != person)
			*no = 0;
	}
	return db_end(&q);
}
