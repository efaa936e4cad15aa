/* SPDX-License-Identifier: MIT */
/*
 * Lists of dossiers. A list walks an index in its sort order: wide over all
 * dossiers of a status, or narrow, the first rows of each of the viewer's
 * scopes and of the grants, merged. A filter that few dossiers pass drives
 * the list instead, and what it leaves is sorted.
 */
#include "store/store_queue.h"

#include <string.h>

#include "store/store_count.h"
#include "store/store_dossier.h"
#include "store/store_queue_plan.h"
#include "store/store_search.h"
#include "store/visible.h"

#define MOST 1001	/* counted: "1,000+" beyond */
#define ROWS_WIDE 500	/* of a search, looked at before scopes are asked */

/* $1 and $2 are the place after which the page begins; where a walk goes by
 * what is reckoned, $1 alone says where to begin it. */
#define SORT(column) { column, column ", d.id", column " DESC, d.id DESC", \
	" AND (" column ", d.id) > ($1, $2)",				\
	" AND (" column ", d.id) < ($1, $2)" }
#define URGENCY STORE_QUEUE_URGENCY("d")
static const struct sort {
	const char *key, *up, *down, *after, *before;
} sorts[] = {
	[STORE_QUEUE_DUE] = SORT("d.due"),
	[STORE_QUEUE_RECEIVED] = SORT("d.received"),
	[STORE_QUEUE_TITLE] = SORT("d.title_key"),
	[STORE_QUEUE_NUMBER] = SORT("d.number"),
	[STORE_QUEUE_RISK] = { URGENCY, URGENCY ", d.id",
	    URGENCY " DESC, d.id DESC",
	    " AND " URGENCY " >= $1 AND (" URGENCY ", d.id) > ($1, $2)",
	    " AND " URGENCY " <= $1 AND (" URGENCY ", d.id) < ($1, $2)" },
	[STORE_QUEUE_TOUCHED] = SORT("d.touched"),
};

/* Sums and joined texts keep the engine from leaving the walk for another
 * index: what few rows pass is a driver already. */
static void
add_filters(struct query *y, const struct store_queue_filter *f)
{
	if (f->type[0] != '\0')
		query_add(y, " AND d.type_code = ?", db_t(f->type));
	if (f->version != 0)
		query_add(y, " AND d.type + 0 = ?", db_i(f->version));
	if (f->phase[0] != '\0')
		query_add(y, " AND d.phase || '' = ?", db_t(f->phase));
	if (f->risk != 0)
		query_add(y, " AND d.risk + 0 = ?", db_i(f->risk));
	if (f->lead > 0 && f->sort == STORE_QUEUE_DUE)	/* has an index */
		query_add(y, " AND d.lead = ?", db_i(f->lead));
	else if (f->lead > 0)
		query_add(y, " AND d.lead + 0 = ?", db_i(f->lead));
	if (f->lead < 0)
		query_add(y, " AND d.lead IS NULL");
	if (f->team != 0)
		query_add(y, " AND d.scope IN (SELECT o.id FROM scope o"
		    " WHERE o.team = ?)", db_i(f->team));
	if (f->overdue && f->sort == STORE_QUEUE_DUE)
		query_add(y, " AND d.due < $now");
	else if (f->overdue)
		query_add(y, " AND d.due + 0 < $now");
	if (f->undated)
		query_put(y, f->sort == STORE_QUEUE_DUE ?
		    " AND d.due = 253402300799 AND d.closed IS NULL" :
		    " AND d.due + 0 = 253402300799 AND d.closed IS NULL");
	if (f->silent)
		query_add(y, " AND d.quiet + 0 <= $now");
	if (f->unscreened)
		query_add(y, " AND d.verdict || '' = ''"
		    " AND d.status = 'open'");
}

/* reach: beside the predicate of each arm. A row's words are read, which for
 * the row at hand is much faster than to ask the index about it. */
static void
add_likes(struct ctx *cx, struct query *y, const char *words, bool begins)
{
	query_add(y, " AND EXISTS (SELECT 1 FROM dossier_search w"
	    " WHERE w.dossier = d.id");
	while (words[0] != '\0')
		query_add(y, " AND ' ' || w.words || ' ' LIKE ?",
		    db_t(store_search_like(cx, &words, begins)));
	query_add(y, ")");
}

/* reach: beside the predicate of each arm. Filters that look into other
 * tables, unless they drive the list. */
static void
add_lookups(struct ctx *cx, struct query *y,
    const struct store_queue_filter *f, enum queue_driver driver)
{
	if (f->words[0] != '\0' && driver != BY_WORDS)
		add_likes(cx, y, f->words, f->begins);
	if (f->field[0] != '\0' && driver != BY_FIELD)
		query_add(y, " AND EXISTS (SELECT 1 FROM field_value v"
		    " WHERE v.dossier = d.id AND v.field = ?"
		    "   AND v.text_key = ?)", db_t(f->field), db_t(f->value));
	if (f->person != 0 && driver != BY_PERSON)
		query_add(y, " AND EXISTS (SELECT 1 FROM party y"
		    " WHERE y.person = ? AND y.dossier = d.id)",
		    db_i(f->person));
	if (f->label != 0 && driver != BY_LABEL)
		query_add(y, " AND EXISTS (SELECT 1 FROM dossier_label b"
		    " WHERE b.dossier = d.id AND b.label = ?)",
		    db_i(f->label));
}

/* reach: end_arm() adds the predicate. One walk over one index, or, after
 * from, over the rows of a driver: a CROSS JOIN keeps the engine from walking
 * an index that is in order but long. Walks are merged as they go, so that
 * of all of them together little more is read than is shown. */
static void
begin_arm(struct query *y, const struct queue_plan *p, bool more)
{
	if (more)
		query_add(y, " UNION ALL ");
	if (p->counting) {
		query_add(y, "SELECT id FROM (SELECT d.id AS id");
	} else {
		query_add(y, "SELECT k, id FROM (SELECT ");
		query_put(y, sorts[p->f->sort].key);
		query_add(y, " AS k, d.id AS id");
	}
}

static void
add_visible(struct query *y, const struct queue_plan *p)
{
	query_put(y, p->many ? " AND" VISIBLE_MANY : " AND" VISIBLE);
}

static void
end_arm(struct query *y, const struct queue_plan *p, bool walks)
{
	const struct sort *s = &sorts[p->f->sort];

	query_put(y, p->rest);
	add_visible(y, p);
	if (p->f->after[0] != '\0')
		query_put(y, p->f->descending ? s->before : s->after);
	if (p->counting) {
		query_add(y, " LIMIT #) a");
		return;
	}
	query_add(y, " ORDER BY ");
	query_put(y, p->f->descending ? s->down : s->up);
	if (!walks)
		query_add(y, " LIMIT #");
	query_put(y, ") a");
}

static void
add_status(struct query *y, const struct queue_plan *p)
{
	if (store_queue_plan_active(p->f))
		query_add(y, " AND d.status IN ('open', 'waiting')");
	else if (p->f->status[0] != '\0')
		query_add(y, " AND d.status = ?", db_t(p->f->status));
}

/* reach: end_arm() adds the predicate. Granted ones of scopes that the viewer
 * does not hold; all others are in the arms of their scopes. */
static void
add_granted(struct query *y)
{
	query_add(y, " FROM (SELECT g.dossier AS id FROM viewer_grant g"
	    "  WHERE g.viewer = $viewer AND g.apart > 0"
	    "    AND g.until > $now) few"
	    " CROSS JOIN dossier d WHERE d.id = few.id"
	    " AND NOT EXISTS (SELECT 1 FROM viewer_scope h"
	    "  WHERE h.viewer = $viewer AND h.scope = d.scope"
	    "    AND h.level >= " VISIBLE_READ ")");
}

/* reach: end_arm() adds the predicate */
static void
add_arms(struct ctx *cx, struct query *y, const struct queue_plan *p)
{
	size_t i, k;

	if (p->driver != BY_WALK) {
		begin_arm(y, p, false);
		query_add(y, " FROM (");
		store_queue_plan_rows(cx, y, p->f, p->driver);
		query_add(y, ") few CROSS JOIN dossier d WHERE d.id = few.id");
		add_status(y, p);
		end_arm(y, p, false);
		return;
	}
	for (i = 0; i < (p->narrow ? p->nscopes : 1); i++)
		for (k = 0; k < p->nstatus; k++) {
			begin_arm(y, p, i + k > 0);
			query_add(y, " FROM dossier d WHERE d.status = ?",
			    db_t(p->status[k]));
			if (p->narrow)
				query_add(y, " AND d.scope = ?",
				    db_i(p->scopes[i]));
			end_arm(y, p, true);
		}
	if (p->narrow && (p->grants || p->nscopes == 0)) {
		begin_arm(y, p, p->nscopes > 0);
		add_granted(y);
		add_status(y, p);
		end_arm(y, p, false);
	}
}

#define COLUMNS "SELECT" STORE_DOSSIER_COLUMNS
#define NAMES								\
	" JOIN scope o ON o.id = d.scope JOIN team t ON t.id = o.team"	\
	" LEFT JOIN person l ON l.id = d.lead"				\
	" LEFT JOIN person r ON r.id = d.requester"

/* The same after dossier d, whose order is kept. */
#define NAMES_IN_ORDER							\
	" CROSS JOIN scope o CROSS JOIN team t"				\
	" LEFT JOIN person l ON l.id = d.lead"				\
	" LEFT JOIN person r ON r.id = d.requester"			\
	" WHERE o.id = d.scope AND t.id = o.team"

static enum err
take_rows(struct ctx *cx, struct db_rows *q, struct dossier **out)
{
	struct dossier **tail = out, *d;

	*out = NULL;
	while (db_row(q)) {
		d = store_dossier_row(cx, q);
		d->level = LEVEL_READ;	/* at least */
		*tail = d;
		tail = &d->next;
	}
	return db_end(q);
}

/* Where the last page ended: its row's own key now. A row that is out of
 * sight meanwhile says nothing; the list begins anew. */
static enum err
place(struct ctx *cx, struct store_queue_filter *f, struct query *y)
{
	static const char sql[] =
	    "SELECT d.id, d.title_key, d.number, d.due, d.received,"
	    "       " URGENCY ", d.touched"
	    "  FROM dossier d WHERE d.number = $1 AND" VISIBLE;
	int64_t id = 0, n[4] = { 0 };
	const char *title = "", *number = "";
	struct db_rows q;
	size_t i;

	db_query(cx, &q, sql, db_t(f->after));
	if (db_row(&q)) {
		id = db_int(&q);
		title = db_text(&q);
		number = db_text(&q);
		for (i = 0; i < 4; i++)
			n[i] = db_int(&q);
	} else {
		f->after = "";
	}
	if (f->after[0] != '\0') {
		query_value(y, f->sort == STORE_QUEUE_TITLE ? db_t(title) :
		    f->sort == STORE_QUEUE_NUMBER ? db_t(number) :
		    db_i(n[f->sort == STORE_QUEUE_DUE ? 0 :
		    f->sort == STORE_QUEUE_RECEIVED ? 1 :
		    f->sort == STORE_QUEUE_RISK ? 2 : 3]));
		query_value(y, db_i(id));
	}
	return db_end(&q);
}

/* A row, and what it is sorted by. */
struct ranked {
	struct ranked *next;
	struct dossier *d;
	const char *text;
	int64_t number;
};

static bool
comes_before(const struct ranked *a, const struct ranked *b, bool descending)
{
	int way = strcmp(a->text, b->text);

	if (way == 0)
		way = (a->number > b->number) - (a->number < b->number);
	if (way == 0)
		way = (a->d->id > b->d->id) - (a->d->id < b->d->id);
	return descending ? way > 0 : way < 0;
}

/* Rows come as they were merged, as a rule, yet no engine owes us that; to
 * have it sort rows as wide as these costs more than to merge them. */
static enum err
take_ranked(struct ctx *cx, struct db_rows *q,
    const struct store_queue_filter *f, struct dossier **out)
{
	bool text = f->sort == STORE_QUEUE_TITLE ||
	    f->sort == STORE_QUEUE_NUMBER;
	struct ranked *first = NULL, *last = NULL, **at, *r;

	while (db_row(q)) {
		r = arena_alloc(cx->arena, sizeof(*r));
		r->d = store_dossier_row(cx, q);
		r->d->level = LEVEL_READ;	/* at least */
		r->text = text ? db_text(q) : "";
		r->number = text ? 0 : db_int(q);
		at = last == NULL || comes_before(r, last, f->descending) ?
		    &first : &last->next;
		while (*at != NULL && !comes_before(r, *at, f->descending))
			at = &(*at)->next;
		r->next = *at;
		*at = r;
		if (r->next == NULL)
			last = r;
	}
	for (r = first; r != NULL; r = r->next, out = &(*out)->next)
		*out = r->d;
	return db_end(q);
}

static bool
one_arm(const struct queue_plan *p)
{
	return p->driver == BY_WALK && p->nstatus == 1 &&
	    (!p->narrow || (p->nscopes == 1 && !p->grants));
}

/* reach: add_visible() adds the predicate. One walk needs no merging: names
 * are looked up on the way. */
static void
add_direct(struct query *y, const struct queue_plan *p)
{
	const struct sort *s = &sorts[p->f->sort];

	query_add(y, COLUMNS " FROM dossier d" NAMES_IN_ORDER
	    " AND d.status = ?", db_t(p->status[0]));
	if (p->narrow)
		query_add(y, " AND d.scope = ?", db_i(p->scopes[0]));
	query_put(y, p->rest);
	add_visible(y, p);
	if (p->f->after[0] != '\0')
		query_put(y, p->f->descending ? s->before : s->after);
	query_add(y, " ORDER BY ");
	query_put(y, p->f->descending ? s->down : s->up);
	query_add(y, " LIMIT #");
}

/* reach: the arms hold the predicate */
static void
add_merged(struct ctx *cx, struct query *y, const struct queue_plan *p)
{
	query_add(y, COLUMNS ", m.k FROM (");
	add_arms(cx, y, p);
	query_put(y, p->f->descending ?
	    " ORDER BY k DESC, id DESC" : " ORDER BY k, id");
	query_add(y, " LIMIT #) m");
	query_add(y, " CROSS JOIN dossier d" NAMES_IN_ORDER
	    " AND d.id = m.id");
}

/* The walk by urgency has the highest risk at its beginning. */
static struct store_queue_filter
turned(const struct store_queue_filter *filter)
{
	struct store_queue_filter f = *filter;

	if (f.sort == STORE_QUEUE_RISK)
		f.descending = !f.descending;
	return f;
}

enum err
store_queue_list(struct ctx *cx, const struct store_queue_filter *filter,
    struct dossier **out)
{
	struct store_queue_filter f = turned(filter);
	struct query y = { 0 };
	struct db_rows q;
	struct queue_plan p;
	enum err e;

	*out = NULL;
	y.limit = f.limit;
	if ((f.after[0] != '\0' && (e = place(cx, &f, &y)) != OK) ||
	    (e = store_queue_plan_make(cx, &f, f.limit, false, &p)) != OK)
		return e;
	add_filters(&y, &f);
	add_lookups(cx, &y, &f, p.driver);
	p.rest = query_cut(cx, &y);
	if (one_arm(&p))
		add_direct(&y, &p);
	else
		add_merged(cx, &y, &p);
	query_run(cx, &y, &q);
	return one_arm(&p) ? take_rows(cx, &q, out) :
	    take_ranked(cx, &q, &f, out);
}

/* Nothing is asked but scopes and a status, or the tray of the open ones. */
static bool
is_plain(const struct store_queue_filter *f)
{
	return f->version == 0 && f->phase[0] == '\0' && f->risk == 0 &&
	    f->lead == 0 &&
	    !f->overdue && !f->undated && !f->silent && f->words[0] == '\0' &&
	    f->field[0] == '\0' &&
	    f->person == 0 && f->label == 0 && f->after[0] == '\0' &&
	    (!f->unscreened || strcmp(f->status, "open") == 0 ||
	    store_queue_plan_active(f) || f->status[0] == '\0');
}

/* What is not closed is counted already, and so are all; of the closed ones
 * it is known whether there are more than anybody counts. */
static enum err
count_kept(struct ctx *cx, const struct store_queue_filter *f, int64_t most,
    int64_t *out, bool *known)
{
	bool closed = strcmp(f->status, "closed") == 0;

	if (!f->unscreened && (closed || f->status[0] == '\0'))
		return store_count_all(cx, closed, f->type, f->team, most,
		    out, known);
	*known = true;
	return store_count_seen(cx, f->unscreened ?
	    STORE_COUNT_UNSCREENED : store_queue_plan_active(f) ?
	    STORE_COUNT_ACTIVE : strcmp(f->status, "open") == 0 ?
	    STORE_COUNT_OPEN : STORE_COUNT_WAITING, f->type, f->team, most,
	    out);
}

enum err
store_queue_count(struct ctx *cx, const struct store_queue_filter *filter,
    int64_t most, int64_t *out)
{
	struct store_queue_filter f = turned(filter);
	struct query y = { 0 };
	struct db_rows q;
	struct queue_plan p;
	bool known = false;
	enum err e;

	*out = 0;
	if (is_plain(&f) && f.way == STORE_QUEUE_CHOOSE &&
	    ((e = count_kept(cx, &f, most, out, &known)) != OK || known))
		return e;
	y.limit = (int)most;
	if ((f.after[0] != '\0' && (e = place(cx, &f, &y)) != OK) ||
	    (e = store_queue_plan_make(cx, &f, (int)most, true, &p)) != OK)
		return e;
	*out = 0;
	add_filters(&y, &f);
	add_lookups(cx, &y, &f, p.driver);
	p.rest = query_cut(cx, &y);
	query_add(&y, "SELECT count(*) FROM (");
	add_arms(cx, &y, &p);
	query_add(&y, " LIMIT #) n");
	query_run(cx, &y, &q);
	if (db_row(&q))
		*out = db_int(&q);
	return db_end(&q);
}

enum err
store_queue_number(struct ctx *cx, const char *number, struct dossier **out)
{
	static const char sql[] = COLUMNS
	    " FROM dossier d" NAMES " WHERE d.number = $1 AND" VISIBLE;
	struct db_rows q;

	db_query(cx, &q, sql, db_t(number));
	return take_rows(cx, &q, out);
}

/* reach: who reads them adds the predicate. In order already, so that a
 * dossier is looked up only until there are enough. */
#define FOUND "SELECT f.rowid AS id FROM dossier_fts f"			\
	" WHERE f.{match} ? {newest}"

enum err
store_queue_find(struct ctx *cx, const char *words,
    enum store_queue_words how, int limit, struct dossier **out)
{
	const struct store_queue_filter f = { .type = "", .status = "" };
	const char *match = how == STORE_QUEUE_REST ?
	    store_search_rest(cx, words) :
	    store_search_match(cx, words, how == STORE_QUEUE_BEGINS);
	struct queue_plan p = { .f = &f };
	struct query y = { 0 };
	struct db_rows q;
	enum err e;

	*out = NULL;
	if ((e = store_queue_plan_walk(cx, &p, limit)) != OK)
		return e;
	if (p.reach.all / (p.reach.seen + 1) * limit < ROWS_WIDE)
		p.narrow = false;
	y.limit = limit;
	if (!p.narrow) {
		query_add(&y, COLUMNS
		    " FROM (" FOUND ") x CROSS JOIN dossier d" NAMES_IN_ORDER
		    " AND d.id = x.id", db_t(match));
		add_visible(&y, &p);
		query_add(&y, " ORDER BY x.id DESC LIMIT #");
		query_run(cx, &y, &q);
		return take_rows(cx, &q, out);
	}
	query_add(&y, COLUMNS " FROM (");
	if (p.nscopes > 0)
		query_add(&y, "SELECT id FROM (SELECT d.id AS id"
		    " FROM (" FOUND ") x CROSS JOIN dossier d"
		    " WHERE d.id = x.id AND" VISIBLE
		    " ORDER BY x.id DESC LIMIT #) a",
		    db_t(store_search_scoped(cx, match, p.scopes,
		    p.nscopes)));
	if (p.nscopes > 0 && p.grants)
		query_add(&y, " UNION ALL ");
	if (p.grants || p.nscopes == 0) {
		query_add(&y, "SELECT id FROM (SELECT d.id AS id");
		add_granted(&y);
		add_likes(cx, &y, words, how != STORE_QUEUE_WHOLE);
		query_add(&y, " AND" VISIBLE " ORDER BY d.id DESC LIMIT #) a");
	}
	query_add(&y, " ORDER BY id DESC LIMIT #) m"
	    " JOIN dossier d ON d.id = m.id" NAMES " ORDER BY m.id DESC");
	query_run(cx, &y, &q);
	return take_rows(cx, &q, out);
}

/* A word of what is in a compartment. */
static void
add_guarded(struct ctx *cx, struct query *y, const char *word, bool begins)
{
	if (begins)
		query_add(y, " AND g.word >= ? AND g.word < ?", db_t(word),
		    db_t(arena_printf(cx->arena, "%s\xf4\x8f\xbf\xbf",
		    word)));
	else
		query_add(y, " AND g.word = ?", db_t(word));
}

enum err
store_queue_guarded(struct ctx *cx, const char *words, bool begins,
    int limit, struct dossier **out)
{
	struct query y = { .limit = limit };
	const char *s, *word, *left;
	struct db_rows q;
	bool last;

	query_add(&y, COLUMNS " FROM dossier d" NAMES " WHERE d.id IN (");
	for (s = words; *s != '\0'; s += *s == ' ') {
		word = arena_textn(cx->arena, s, strcspn(s, " "));
		if (s > words)
			query_add(&y, " UNION ");
		query_add(&y, "SELECT g.dossier FROM viewer_compartment k"
		    " JOIN guarded_word g ON g.compartment = k.compartment"
		    " WHERE k.viewer = $viewer AND k.until > $now");
		s += strlen(word);
		add_guarded(cx, &y, word, begins && *s == '\0');
	}
	query_add(&y, ")");
	for (s = words; *s != '\0'; s += *s == ' ') {
		word = arena_textn(cx->arena, s, strcspn(s, " "));
		left = word;
		s += strlen(word);
		last = begins && *s == '\0';
		query_add(&y, " AND (EXISTS (SELECT 1 FROM guarded_word g"
		    " WHERE g.dossier = d.id AND "
		    COMPARTMENT_HELD(" g.compartment"));
		add_guarded(cx, &y, word, last);
		query_add(&y, ") OR EXISTS (SELECT 1 FROM dossier_search w"
		    " WHERE w.dossier = d.id"
		    "   AND ' ' || w.words || ' ' LIKE ?))",
		    db_t(store_search_like(cx, &left, last)));
	}
	query_add(&y, " AND" VISIBLE " ORDER BY d.id DESC LIMIT #");
	query_run(cx, &y, &q);
	return take_rows(cx, &q, out);
}

/*
 * What the viewer leads and is not closed: how many, late, without a next
 * date, silent. One walk of the index answers where they are no more than
 * are counted; beyond, each of these is walked by itself.
 */
static enum err
count_led(struct ctx *cx, int64_t most, struct store_queue_counts *out)
{
	static const char sql[] =
	    "SELECT count(*),"
	    "       coalesce(sum(CASE WHEN due < $now THEN 1 ELSE 0 END), 0),"
	    "       coalesce(sum(CASE WHEN due = 253402300799"
	    "         THEN 1 ELSE 0 END), 0),"
	    "       coalesce(sum(CASE WHEN quiet <= $now THEN 1 ELSE 0 END), 0)"
	    "  FROM (SELECT d.due AS due, d.quiet AS quiet FROM dossier d"
	    " WHERE d.lead = $viewer AND d.status IN ('open', 'waiting')"
	    "   AND" VISIBLE_MANY " LIMIT $1) n";
	struct db_rows q;

	db_query(cx, &q, sql, db_i(most));
	if (db_row(&q)) {
		out->mine = db_int(&q);
		out->overdue = db_int(&q);
		out->undated = db_int(&q);
		out->silent = db_int(&q);
	}
	return db_end(&q);
}

/* reach: a fragment for count_many() */
#define LED(which)							\
	" (SELECT count(*) FROM (SELECT 1 FROM dossier d"		\
	" WHERE d.lead = $viewer AND " which " AND" VISIBLE_MANY	\
	" LIMIT $1) n)"
#define NOT_CLOSED "d.status IN ('open', 'waiting')"

/* Of one who leads more than that. */
static enum err
count_many(struct ctx *cx, int64_t most, struct store_queue_counts *out)
{
	static const char sql[] = "SELECT"
	    LED(NOT_CLOSED " AND d.due < $now") ","
	    LED(NOT_CLOSED " AND d.due = 253402300799") ","
	    LED("d.quiet <= $now AND d.quiet < 253402300799");
	struct db_rows q;

	db_query(cx, &q, sql, db_i(most));
	if (db_row(&q)) {
		out->overdue = db_int(&q);
		out->undated = db_int(&q);
		out->silent = db_int(&q);
	}
	return db_end(&q);
}

enum err
store_queue_counts(struct ctx *cx, struct store_queue_counts *out)
{
	const struct store_queue_filter tray = { .type = "", .status = "open",
	    .phase = "", .unscreened = true, .words = "", .field = "",
	    .value = "", .after = "" };
	enum err e;

	*out = (struct store_queue_counts){ 0 };
	if ((e = count_led(cx, MOST, out)) != OK ||
	    (out->mine == MOST && (e = count_many(cx, MOST, out)) != OK))
		return e;
	return store_queue_count(cx, &tray, MOST, &out->tray);
}
