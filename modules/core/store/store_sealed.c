/* SPDX-License-Identifier: MIT */
/* Tables note_draft, note_seal and note_signature. */
#include "store/store_sealed.h"

#include <string.h>

#include "store/db.h"
#include "store/visible.h"

/* A draft is read by its writer alone; what it adds to is a signed note. */
#define DRAFT								\
	"SELECT x.id, x.no, x.kind, x.day, x.encounter, e.no, e.class,"	\
	"       e.begins, x.amends, a.no, x.asks, x.text, x.changed,"	\
	"       x.writer, x.version, d.number, d.title"			\
	"  FROM note_draft x JOIN dossier d ON d.id = x.dossier"	\
	"  LEFT JOIN encounter e ON e.id = x.encounter"			\
	"   AND e.dossier = x.dossier"					\
	"  LEFT JOIN note a ON a.id = x.amends AND" PART_VISIBLE("a")	\
	" WHERE x.writer = $viewer"

#define SIGNED_COLUMNS							\
	"SELECT n.id, s.id, n.no, s.kind, s.day, s.encounter, e.no,"	\
	"       s.class, s.met, s.amends, s.amends_no, r.no, s.asks,"	\
	"       n.text, n.written," PART_COMPARTMENT("n") ","		\
	"       s.number, s.no, s.sha256"
#define SIGNED_FROM							\
	"  FROM note n JOIN note_seal s ON s.note = n.id"		\
	"  LEFT JOIN note r ON r.id = s.amends"				\
	"  LEFT JOIN encounter e ON e.id = s.encounter"			\
	"   AND e.dossier = n.dossier"

static enum err
drafts_of(struct ctx *cx, struct db_rows *q, struct sealed **out)
{
	struct sealed *s;

	*out = NULL;
	while (db_row(q)) {
		s = *out = arena_alloc(cx->arena, sizeof(*s));
		s->id = db_int(q);
		s->no = db_int(q);
		s->kind = db_text(q);
		s->day = db_text(q);
		s->encounter = db_int(q);
		s->encounter_no = db_int(q);
		s->class = db_text(q);
		s->met = db_int(q);
		s->amends = db_int(q);
		s->root_no = s->amends_no = db_int(q);
		s->asks = db_int(q) != 0;
		s->text = db_text(q);
		s->written = db_int(q);
		s->writer = db_int(q);
		s->version = db_int(q);
		s->dossier_number = db_text(q);
		s->dossier_title = db_text(q);
		s->number = s->sha256 = s->compartment_name = "";
		out = &s->next;
	}
	return db_end(q);
}

enum err
store_sealed_drafts(struct ctx *cx, const struct dossier *d,
    struct sealed **out)
{
	/* opened: the predicate held */
	static const char sql[] =
	    DRAFT " AND x.dossier = $1 ORDER BY x.changed DESC, x.id DESC";
	struct db_rows q;

	db_query(cx, &q, sql, db_i(d->id));
	return drafts_of(cx, &q, out);
}

enum err
store_sealed_mine(struct ctx *cx, int64_t limit, struct sealed **out)
{
	static const char sql[] =
	    DRAFT " AND" VISIBLE
	    " ORDER BY x.changed DESC, x.id DESC LIMIT $1";
	struct db_rows q;

	db_query(cx, &q, sql, db_i(limit));
	return drafts_of(cx, &q, out);
}

enum err
store_sealed_draft(struct ctx *cx, const struct dossier *d, int64_t no,
    struct sealed **out)
{
	/* opened: the predicate held */
	static const char sql[] = DRAFT " AND x.dossier = $1 AND x.no = $2";
	struct db_rows q;

	db_query(cx, &q, sql, db_i(d->id), db_i(no));
	return drafts_of(cx, &q, out);
}

enum err
store_sealed_draft_add(struct ctx *cx, const struct dossier *d,
    struct sealed *s)
{
	/* opened: the predicate held */
	static const char sql[] =
	    "INSERT INTO note_draft (dossier, no, writer, kind, day,"
	    "    encounter, amends, asks, text, begun, changed)"
	    " VALUES ($1, $2, $viewer, $3, $4, $5, $6, $7, $8, $now, $now)"
	    " RETURNING id";
	struct db_rows q;

	db_query(cx, &q, sql, db_i(d->id), db_i(s->no), db_t(s->kind),
	    db_t(s->day), db_i0(s->encounter), db_i0(s->amends),
	    db_i(s->asks), db_t(s->text));
	s->id = db_row(&q) ? db_int(&q) : 0;
	s->version = 1;
	return db_end(&q);
}

enum err
store_sealed_draft_save(struct ctx *cx, struct sealed *s)
{
	/* opened: its dossier was */
	static const char sql[] =
	    "UPDATE note_draft SET kind = $3, day = $4, encounter = $5,"
	    "       asks = $6, text = $7, changed = $now,"
	    "       version = version + 1"
	    " WHERE id = $1 AND version = $2 AND writer = $viewer";
	int64_t changed;
	enum err e;

	e = db_change(cx, &changed, sql, db_i(s->id), db_i(s->version),
	    db_t(s->kind), db_t(s->day), db_i0(s->encounter), db_i(s->asks),
	    db_t(s->text));
	s->version++;
	return e == OK && changed != 1 ? db_stale(cx) : e;
}

enum err
store_sealed_draft_drop(struct ctx *cx, const struct sealed *s)
{
	/* opened: its dossier was */
	static const char sql[] =
	    "DELETE FROM note_draft WHERE id = $1 AND version = $2"
	    "   AND writer = $viewer";
	int64_t changed;
	enum err e = db_change(cx, &changed, sql, db_i(s->id),
	    db_i(s->version));

	return e == OK && changed != 1 ? db_stale(cx) : e;
}

static enum err
signed_of(struct ctx *cx, struct db_rows *q, bool many, struct sealed **out)
{
	struct sealed *s;

	*out = NULL;
	while (db_row(q)) {
		s = *out = arena_alloc(cx->arena, sizeof(*s));
		s->id = db_int(q);
		s->seal = db_int(q);
		s->no = db_int(q);
		s->kind = db_text(q);
		s->day = db_text(q);
		s->encounter = db_int(q);
		s->encounter_no = db_int(q);
		s->class = db_text(q);
		s->met = db_int(q);
		s->amends = db_int(q);
		s->amends_no = db_int(q);
		s->root_no = db_int(q);
		s->asks = db_int(q) != 0;
		s->text = db_text(q);
		s->written = db_int(q);
		s->compartment = db_int(q);
		s->compartment_name = db_text(q);
		s->number = db_text(q);
		s->then_no = db_int(q);
		s->sha256 = db_text(q);
		s->dossier_number = many ? db_text(q) : "";
		s->dossier_title = many ? db_text(q) : "";
		out = &s->next;
	}
	return db_end(q);
}

/* Of the list or among the addenda of the list, the one of a seal. */
static struct sealed *
of_seal(struct sealed *list, int64_t seal)
{
	struct sealed *a;

	for (; list != NULL; list = list->next) {
		if (list->seal == seal)
			return list;
		for (a = list->addenda; a != NULL; a = a->next)
			if (a->seal == seal)
				return a;
	}
	return NULL;
}

static enum err
addenda(struct ctx *cx, const struct dossier *d, const char *from,
    const char *until, struct sealed *list)
{
	/* opened: the predicate held */
	static const char sql[] =
	    SIGNED_COLUMNS SIGNED_FROM
	    "  JOIN note_seal w ON w.note = s.amends"
	    " WHERE n.dossier = $1 AND w.day >= $2 AND w.day <= $3 AND"
	    PART_VISIBLE("n") " ORDER BY n.written, n.no";
	struct sealed *all, *next, *s, **tail;
	struct db_rows q;
	enum err e;

	db_query(cx, &q, sql, db_i(d->id), db_t(from), db_t(until));
	if ((e = signed_of(cx, &q, false, &all)) != OK)
		return e;
	for (; all != NULL; all = next) {
		next = all->next;
		all->next = NULL;
		for (s = list; s != NULL && s->id != all->amends;)
			s = s->next;
		if (s == NULL)
			continue;
		for (tail = &s->addenda; *tail != NULL;)
			tail = &(*tail)->next;
		*tail = all;
	}
	return OK;
}

static enum err
signatures(struct ctx *cx, const struct dossier *d, const char *from,
    const char *until, struct sealed *list)
{
	/* opened: the predicate held; shown with notes that the viewer sees */
	static const char sql[] =
	    "SELECT g.seal, g.no, g.signer, g.name, g.meaning, g.signed,"
	    "       g.sha256"
	    "  FROM note n JOIN note_seal s ON s.note = n.id"
	    "  JOIN note_seal w ON w.note = coalesce(s.amends, s.note)"
	    "  JOIN note_signature g ON g.seal = s.id"
	    " WHERE n.dossier = $1 AND w.day >= $2 AND w.day <= $3 AND"
	    PART_VISIBLE("n") " ORDER BY g.seal, g.no";
	struct sealed_signature *g, **tail;
	struct sealed *s;
	struct db_rows q;

	db_query(cx, &q, sql, db_i(d->id), db_t(from), db_t(until));
	while (db_row(&q)) {
		s = of_seal(list, db_int(&q));
		if (s == NULL)
			continue;
		g = arena_alloc(cx->arena, sizeof(*g));
		g->no = db_int(&q);
		g->signer = db_int(&q);
		g->name = db_text(&q);
		g->meaning = db_text(&q);
		g->signed_at = db_int(&q);
		g->sha256 = db_text(&q);
		for (tail = &s->signatures; *tail != NULL;)
			tail = &(*tail)->next;
		*tail = g;
	}
	return db_end(&q);
}

/* What hangs on notes that stand for themselves. */
static enum err
fill(struct ctx *cx, const struct dossier *d, struct sealed *list)
{
	const char *from, *until;
	const struct sealed *s;
	enum err e;

	if (list == NULL)
		return OK;
	from = until = list->day;
	for (s = list; s != NULL; s = s->next) {
		if (strcmp(s->day, from) < 0)
			from = s->day;
		if (strcmp(s->day, until) > 0)
			until = s->day;
	}
	if ((e = addenda(cx, d, from, until, list)) != OK)
		return e;
	return signatures(cx, d, from, until, list);
}

enum err
store_sealed_list(struct ctx *cx, const struct dossier *d,
    const struct sealed *after, int64_t limit, struct sealed **out)
{
	/* opened: the predicate held */
	static const char sql[] =
	    SIGNED_COLUMNS SIGNED_FROM
	    " WHERE n.dossier = $1 AND s.amends IS NULL AND (s.day < $2"
	    "     OR (s.day = $2 AND n.no < $3)) AND" PART_VISIBLE("n")
	    " ORDER BY s.day DESC, n.no DESC LIMIT $4";
	struct db_rows q;
	enum err e;

	db_query(cx, &q, sql, db_i(d->id),
	    db_t(after == NULL ? "9999-12-31" : after->day),
	    db_i(after == NULL ? INT64_MAX : after->no), db_i(limit));
	if ((e = signed_of(cx, &q, false, out)) != OK)
		return e;
	return fill(cx, d, *out);
}

enum err
store_sealed_find(struct ctx *cx, const struct dossier *d, int64_t no,
    struct sealed **out)
{
	/* opened: the predicate held */
	static const char sql[] =
	    SIGNED_COLUMNS SIGNED_FROM
	    " WHERE n.dossier = $1 AND n.no = $2 AND" PART_VISIBLE("n");
	struct db_rows q;
	enum err e;

	db_query(cx, &q, sql, db_i(d->id), db_i(no));
	if ((e = signed_of(cx, &q, false, out)) != OK || *out == NULL ||
	    (*out)->amends != 0)
		return e;
	return fill(cx, d, *out);
}

enum err
store_sealed_add(struct ctx *cx, const struct dossier *d, struct sealed *s)
{
	/* opened: the predicate held */
	/* whole: the viewer has just written it */
	static const char sql[] =
	    "INSERT INTO note_seal (note, number, no, kind, day, encounter,"
	    "    class, met, amends, amends_no, asks, waits, sha256)"
	    " SELECT n.id, $3, $2, $4, $5, $6, $7, $8, $9, $10, $11, $11,"
	    "        $12 FROM note n WHERE n.dossier = $1 AND n.no = $2"
	    " RETURNING id, note";
	struct db_rows q;

	db_query(cx, &q, sql, db_i(d->id), db_i(s->no), db_t(s->number),
	    db_t(s->kind), db_t(s->day), db_i0(s->encounter),
	    db_t(s->class), db_i(s->met), db_i0(s->amends),
	    db_i(s->amends_no), db_i(s->asks), db_t(s->sha256));
	if (db_row(&q)) {
		s->seal = db_int(&q);
		s->id = db_int(&q);
	}
	return db_end(&q);
}

enum err
store_sealed_sign(struct ctx *cx, const struct sealed *s,
    const struct sealed_signature *g)
{
	/* opened: its dossier was */
	static const char sql[] =
	    "INSERT INTO note_signature (seal, no, signer, name, meaning,"
	    "    signed, sha256) VALUES ($1, $2, $3, $4, $5, $6, $7)";
	static const char done[] =
	    "UPDATE note_seal SET waits = 0 WHERE id = $1";
	enum err e;

	e = db_run(cx, sql, db_i(s->seal), db_i(g->no), db_i(g->signer),
	    db_t(g->name), db_t(g->meaning), db_i(g->signed_at),
	    db_t(g->sha256));
	return e != OK || g->no == 1 ? e : db_run(cx, done, db_i(s->seal));
}

enum err
store_sealed_waiting(struct ctx *cx, int64_t limit, struct sealed **out)
{
	static const char sql[] =
	    SIGNED_COLUMNS ", d.number, d.title" SIGNED_FROM
	    "  JOIN dossier d ON d.id = n.dossier"
	    " WHERE s.waits = 1 AND NOT EXISTS"
	    "   (SELECT 1 FROM note_signature g"
	    "     WHERE g.seal = s.id AND g.signer = $viewer)"
	    "   AND" VISIBLE_AT(VISIBLE_WORK) "AND" PART_VISIBLE("n")
	    " ORDER BY s.id LIMIT $1";
	struct db_rows q;

	db_query(cx, &q, sql, db_i(limit));
	return signed_of(cx, &q, true, out);
}
