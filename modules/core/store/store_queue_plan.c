/* SPDX-License-Identifier: MIT */
/* Chooses how a list is read. */
#include "store/store_queue_plan.h"

#include <string.h>

#include "store/store_search.h"
#include "store/visible.h"

#define FEW 5000	/* rows that a filter may leave to be sorted */
#define GRANTS 2000	/* counted no further */

static const char *const statuses[] = { "open", "waiting", "closed" };

/* Does the list ask for what this driver knows? */
static bool
asks(const struct store_queue_filter *f, enum queue_driver by)
{
	switch (by) {
	case BY_PERSON:
		return f->person != 0;
	case BY_LABEL:
		return f->label != 0;
	case BY_LEAD:	/* by due, the walk is as short */
		return f->lead > 0 && (f->sort != STORE_QUEUE_DUE ||
		    f->way == STORE_QUEUE_DRIVEN);
	case BY_TRAY:
		return f->unscreened;
	case BY_WORDS:
		return f->words[0] != '\0';
	case BY_FIELD:
		return f->field[0] != '\0';
	case BY_PHASE:
		return f->phase[0] != '\0';
	case BY_VERSION:
		return f->version != 0;
	case BY_RISK:
		return f->risk != 0;
	case BY_SILENT:
		return f->silent;
	case BY_OVERDUE:
		return f->overdue;
	case BY_UNDATED:
		return f->undated;
	default:
		return false;
	}
}

/* reach: rows of an index, each goes through the predicate before it is
 * shown or counted. No row comes twice. */
void
store_queue_plan_rows(struct ctx *cx, struct query *y,
    const struct store_queue_filter *f, enum queue_driver by)
{
	switch (by) {
	case BY_PERSON:
		query_add(y, "SELECT DISTINCT x.dossier AS id FROM party x"
		    " WHERE x.person = ?", db_i(f->person));
		break;
	case BY_LABEL:
		query_add(y, "SELECT x.dossier AS id FROM dossier_label x"
		    " WHERE x.label = ?", db_i(f->label));
		break;
	case BY_LEAD:
		query_add(y, "SELECT x.id FROM dossier x WHERE x.lead = ?",
		    db_i(f->lead));
		if (store_queue_plan_active(f))
			query_add(y, " AND x.status IN ('open', 'waiting')");
		else if (f->status[0] != '\0')
			query_add(y, " AND x.status = ?", db_t(f->status));
		break;
	case BY_TRAY:
		query_add(y, "SELECT x.id FROM dossier x"
		    " WHERE x.verdict = ''");
		break;
	case BY_WORDS:
		query_add(y, "SELECT x.rowid AS id FROM dossier_fts x"
		    " WHERE x.{match} ?",
		    db_t(store_search_match(cx, f->words, f->begins)));
		break;
	case BY_FIELD:
		query_add(y, "SELECT DISTINCT x.dossier AS id"
		    " FROM field_value x"
		    " WHERE x.field = ? AND x.text_key = ?", db_t(f->field),
		    db_t(f->value));
		break;
	case BY_PHASE:
		query_add(y, "SELECT x.id FROM dossier x WHERE x.phase = ?",
		    db_t(f->phase));
		break;
	case BY_VERSION:
		query_add(y, "SELECT x.id FROM dossier x WHERE x.type = ?",
		    db_i(f->version));
		break;
	case BY_RISK:
		query_add(y, "SELECT x.id FROM dossier x"
		    " WHERE x.status IN ('open', 'waiting', 'closed')"
		    "   AND " STORE_QUEUE_URGENCY("x") " >= ?"
		    "   AND " STORE_QUEUE_URGENCY("x") " < ?",
		    db_i((20 - f->risk) * STORE_QUEUE_STEP),
		    db_i((21 - f->risk) * STORE_QUEUE_STEP));
		break;
	case BY_SILENT:	/* the second bound is that of the index */
		query_add(y, "SELECT x.id FROM dossier x"
		    " WHERE x.quiet <= $now AND x.quiet < 253402300799");
		break;
	case BY_OVERDUE:
		query_add(y, "SELECT x.id FROM dossier x"
		    " WHERE x.status IN ('open', 'waiting', 'closed')"
		    "   AND x.due < $now");
		break;
	case BY_UNDATED:
		query_add(y, "SELECT x.id FROM dossier x"
		    " WHERE x.status IN ('open', 'waiting')"
		    "   AND x.due = 253402300799");
		break;
	default:
		break;
	}
}

static enum err
few(struct ctx *cx, const struct store_queue_filter *f, enum queue_driver by,
    int64_t *out)
{
	struct query y = { 0 };
	struct db_rows q;

	query_add(&y, "SELECT count(*) FROM (");
	store_queue_plan_rows(cx, &y, f, by);
	query_add(&y, " LIMIT ?) n", db_i(FEW + 1));
	query_run(cx, &y, &q);
	*out = db_row(&q) ? db_int(&q) : 0;
	return db_end(&q);
}

static enum err
read_scopes(struct ctx *cx, struct queue_plan *p, struct queue_reach *r)
{
	static const char sql[] =	/* a row for whoever holds none, too */
	    "SELECT a.total, o.id, o.type, o.team, o.total"
	    "  FROM (SELECT sum(total) AS total FROM scope) a"
	    "  LEFT JOIN viewer_scope v"
	    "    ON v.viewer = $viewer AND v.level >= " VISIBLE_READ
	    "  LEFT JOIN scope o ON o.id = v.scope";
	const struct store_queue_filter *f = p->f;
	int64_t scope, team, total;
	const char *type;
	struct db_rows q;

	db_query(cx, &q, sql);
	while (db_row(&q)) {
		r->all = db_int(&q);
		scope = db_int(&q);
		type = db_text(&q);
		team = db_int(&q);
		total = db_int(&q);
		if (scope == 0 ||
		    (f->type[0] != '\0' && strcmp(type, f->type) != 0) ||
		    (f->team != 0 && f->team != team))
			continue;
		r->seen += total;
		if (p->nscopes < STORE_QUEUE_SCOPES)
			p->scopes[p->nscopes] = scope;
		p->nscopes++;
	}
	return db_end(&q);
}

static enum err
count_grants(struct ctx *cx, int64_t most, int64_t *out)
{
	static const char sql[] =
	    "SELECT count(*) FROM (SELECT 1 FROM viewer_grant"
	    " WHERE viewer = $viewer AND apart > 0 LIMIT $1) n";
	struct db_rows q;

	db_query(cx, &q, sql, db_i(most));
	*out = db_row(&q) ? db_int(&q) : 0;
	return db_end(&q);
}

/* Fills up to a power of two with a scope that is nobody's, so that there
 * are few different texts. */
static void
round_scopes(struct queue_plan *p)
{
	size_t n = 1;

	while (n < p->nscopes)
		n *= 2;
	while (p->nscopes > 0 && p->nscopes < n)
		p->scopes[p->nscopes++] = -1;
}

bool
store_queue_plan_active(const struct store_queue_filter *f)
{
	return strcmp(f->status, "active") == 0;
}

/* Only what is not closed is ever overdue, or lacks a date; the tray is open.
 */
static void
choose_statuses(struct queue_plan *p)
{
	bool active = store_queue_plan_active(p->f), any =
	    p->f->status[0] == '\0';

	p->status = any || active ? statuses : &p->f->status;
	if (active)
		p->nstatus = 2;
	else if (!any || p->f->unscreened)
		p->nstatus = 1;
	else
		p->nstatus = p->f->overdue || p->f->undated ||
		    p->f->silent ? 2 : 3;
}

/* Does the viewer see so much that no other way is as short? What was granted
 * beside the scopes makes the walk over all the shorter. */
static bool
walks_wide(const struct queue_plan *p, int64_t wide, int64_t narrow)
{
	return p->nscopes > 0 && p->f->way != STORE_QUEUE_NARROW &&
	    (p->nscopes > STORE_QUEUE_SCOPES || wide <= narrow);
}

enum err
store_queue_plan_walk(struct ctx *cx, struct queue_plan *p, int limit)
{
	const struct store_queue_filter *f = p->f;
	struct queue_reach *r = &p->reach;
	int64_t wide, narrow, most;
	enum err e;

	if ((e = read_scopes(cx, p, r)) != OK)
		return e;
	choose_statuses(p);
	/* rows that are looked at; a walk costs about two to begin */
	narrow = limit + 2 * (int64_t)(p->nscopes * p->nstatus);
	wide = r->all / (r->seen + 1) * limit;
	p->many = wide > 4 * (int64_t)(p->nscopes * p->nstatus);
	if (f->way == STORE_QUEUE_WIDE || walks_wide(p, wide, narrow))
		return OK;
	/* from so many on they make the narrow way the longer one */
	most = wide - narrow + 1;
	if (p->nscopes == 0 || most > GRANTS || f->way == STORE_QUEUE_NARROW)
		most = GRANTS;
	if ((e = count_grants(cx, most, &r->grants)) != OK)
		return e;
	p->grants = r->grants > 0;
	narrow += r->grants;
	wide = r->all / (r->seen + r->grants + 1) * limit;
	if (f->lead > 0 && f->sort == STORE_QUEUE_DUE)
		wide = 0;	/* nothing but that lead's is walked */
	p->narrow = p->nscopes <= STORE_QUEUE_SCOPES && (p->nscopes == 0 ||
	    f->way == STORE_QUEUE_NARROW || narrow < wide);
	if (p->narrow) {
		p->many = false;
		round_scopes(p);
	}
	return OK;
}

/* Rows that a walk meets until the page is full, when n of all pass. */
static int64_t
walk_length(const struct queue_plan *p, int64_t n, int limit)
{
	const struct queue_reach *r = &p->reach;
	int64_t all = p->narrow ? r->seen + r->grants : r->all;
	int64_t length = n == 0 ? all : r->all / n * limit;

	return length < all ? length : all;
}

/* Rows of a driver that must be looked at: all, to be sorted. The index of
 * words gives them one by one, so a count can stop. */
static int64_t
driver_length(const struct queue_plan *p, enum queue_driver by, int64_t n,
    int limit)
{
	const struct queue_reach *r = &p->reach;

	if (n <= FEW)
		return n;
	if (!p->counting || by != BY_WORDS)
		return INT64_MAX;
	return (r->all / (r->seen + r->grants + 1) + 1) * limit;
}

/* The filter that leaves the fewest rows drives when that is less than to
 * walk. */
static enum err
choose_driver(struct ctx *cx, struct queue_plan *p, int limit)
{
	bool must = p->f->way == STORE_QUEUE_DRIVEN;
	int64_t best = FEW + 2, n;
	enum queue_driver by;
	enum err e;

	for (by = BY_PERSON; by < DRIVERS && best > 0; by++) {
		if (!asks(p->f, by))
			continue;
		if ((e = few(cx, p->f, by, &n)) != OK)
			return e;
		if (n < best && (must || driver_length(p, by, n, limit) <=
		    walk_length(p, n, limit))) {
			best = n;
			p->driver = by;
		}
	}
	return OK;
}

enum err
store_queue_plan_make(struct ctx *cx, const struct store_queue_filter *f,
    int limit, bool counting, struct queue_plan *p)
{
	enum err e;

	*p = (struct queue_plan){ .f = f, .driver = BY_WALK,
	    .counting = counting };
	if ((e = store_queue_plan_walk(cx, p, limit)) != OK ||
	    f->way == STORE_QUEUE_WIDE || f->way == STORE_QUEUE_NARROW)
		return e;
	return choose_driver(cx, p, limit);
}
