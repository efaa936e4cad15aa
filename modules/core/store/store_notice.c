/* SPDX-License-Identifier: MIT */
/* Notices are rows of the outbox, whether or not they are mailed. */
#include "store/store_notice.h"

#include <string.h>

#include "store/db.h"
#include "store/visible.h"

static const char *const kinds[] = { "assigned", "approval", "change",
    "mention", "deadline" };
static const char *const modes[] = { "now", "digest", "none" };

enum err
store_notice_change(struct ctx *cx, const struct dossier *d,
    int64_t compartment, int64_t due)
{
	/* opened: the predicate held; the others are asked when told */
	/* whole: who owns tasks, shown to nobody */
	static const char sql[] =
	    "INSERT INTO outbox (person, dossier, no, queued, due, kind)"
	    " SELECT x.person, $1, 0, $now, $2, 'change'"
	    "  FROM (SELECT d.lead AS person FROM dossier d"
	    "      WHERE d.id = $1 AND d.lead IS NOT NULL"
	    "    UNION SELECT t.owner FROM task t WHERE t.dossier = $1"
	    "      AND t.done IS NULL AND t.owner IS NOT NULL"
	    "    UNION SELECT f.person FROM follow f"
	    "      WHERE f.dossier = $1 AND f.wanted = 1) x"
	    "  JOIN staff s ON s.person = x.person"
	    " WHERE s.enabled = 1 AND x.person <> $viewer"
	    "   AND ($3 = 0 OR EXISTS (SELECT 1 FROM viewer_compartment k"
	    "     WHERE k.viewer = x.person AND k.compartment = $3"
	    "       AND k.until > $now))"
	    "   AND NOT EXISTS (SELECT 1 FROM follow f"
	    "     WHERE f.person = x.person AND f.dossier = $1"
	    "       AND f.wanted = 0)"
	    "   AND NOT EXISTS (SELECT 1 FROM outbox o"
	    "     WHERE o.dossier = $1 AND o.person = x.person"
	    "       AND o.seen IS NULL AND (o.queued > $now - 3600"
	    "         OR (o.ended IS NULL AND o.tries = 0)))";

	return db_run(cx, sql, db_i(d->id), db_i(due), db_i(compartment));
}

#define PLAIN " ('change', 'silence') "
/* What was handed on since is not in the list. */
#define LISTED								\
	"  FROM outbox o JOIN dossier d ON d.id = o.dossier"		\
	"  LEFT JOIN task t ON o.kind = '' AND t.dossier = o.dossier"	\
	"   AND t.no = o.no AND t.owner = $viewer"			\
	"  LEFT JOIN approval a ON o.kind = '' AND o.no > 0"		\
	"   AND a.dossier = o.dossier AND a.no = o.no"			\
	"  LEFT JOIN deadline x ON o.kind = 'deadline'"			\
	"   AND x.dossier = o.dossier AND x.no = o.no"			\
	"  LEFT JOIN promise y ON o.kind = 'promise'"			\
	"   AND y.dossier = o.dossier AND y.no = o.no"			\
	"  LEFT JOIN service v ON o.kind = 'service'"			\
	"   AND v.dossier = o.dossier AND v.no = o.no"			\
	"  LEFT JOIN handover h ON o.kind = 'handover' AND h.id = o.no"	\
	"  LEFT JOIN consent w ON o.kind = 'consent'"			\
	"   AND w.dossier = o.dossier AND w.no = o.no"			\
	"   AND w.ended IS NULL"					\
	"  LEFT JOIN share s ON o.kind = 'share'"			\
	"   AND s.dossier = o.dossier AND s.no = o.no"			\
	" WHERE o.person = $viewer AND o.glass IS NULL"			\
	"   AND (o.kind IN" PLAIN "OR" STORE_NOTICE_MENTION		\
	"     OR (t.id IS NOT NULL AND" PART_VISIBLE("t") ")"		\
	"     OR a.id IS NOT NULL OR x.id IS NOT NULL"			\
	"     OR h.id IS NOT NULL OR y.id IS NOT NULL"			\
	"     OR s.id IS NOT NULL OR v.id IS NOT NULL"			\
	"     OR w.id IS NOT NULL"					\
	"     OR (o.no = 0 AND o.kind = '' AND d.lead = $viewer))"	\
	"   AND" VISIBLE

static enum notice_kind
kind_of(const char *kind, bool approval)
{
	size_t i;

	if (strcmp(kind, "handover") == 0)
		return NOTICE_HANDOVER;
	if (strcmp(kind, "promise") == 0)
		return NOTICE_PROMISE;
	if (strcmp(kind, "service") == 0)
		return NOTICE_SERVICE;
	if (strcmp(kind, "share") == 0)
		return NOTICE_SHARE;
	if (strcmp(kind, "consent") == 0)
		return NOTICE_CONSENT;
	if (strcmp(kind, "silence") == 0)
		return NOTICE_DEADLINE;
	for (i = 0; i < NOTICE_KINDS; i++)
		if (strcmp(kinds[i], kind) == 0)
			return (enum notice_kind)i;
	return approval ? NOTICE_APPROVAL : NOTICE_ASSIGNED;
}

enum err
store_notice_list(struct ctx *cx, int64_t from, int64_t without, int limit,
    struct notice **out)
{
	static const char sql[] =
	    "SELECT o.kind, a.id, d.number, d.title, o.no,"
	    "       coalesce(t.title, a.subject, x.title, y.text,"
	    "         h.number, s.name, w.until),"
	    "       d.type, x.code,"
	    "       CASE WHEN x.due <= o.queued OR y.due <= o.queued"
	    "         OR s.locked = o.queued"
	    "         THEN 1 ELSE 0 END,"
	    "       CASE WHEN a.asked_by = $viewer OR h.receiver <> $viewer"
	    "         OR EXISTS (SELECT 1 FROM share_mail m"
	    "           WHERE m.share = s.id AND m.ended = o.queued"
	    "             AND m.taken = 0)"
	    "         THEN 1 ELSE 0 END,"
	    "       o.seen, o.queued" LISTED
	    "   AND o.queued <= $1"
	    " ORDER BY o.queued DESC, o.id DESC LIMIT $2";
	struct notice *n;
	struct db_rows q;
	const char *kind;

	*out = NULL;
	db_query(cx, &q, sql, db_i(from), db_i(limit + without));
	while (db_row(&q)) {
		kind = db_text(&q);
		n = arena_alloc(cx->arena, sizeof(*n));
		n->kind = kind_of(kind, db_int(&q) != 0);
		n->dossier = db_text(&q);
		n->title = db_text(&q);
		n->no = db_int(&q);
		n->about = db_text(&q);
		n->type_id = db_int(&q);
		n->code = db_text(&q);
		n->missed = db_int(&q) != 0;
		n->answered = db_int(&q) != 0;
		n->seen = db_int(&q) != 0;
		n->queued = db_int(&q);
		if (n->queued == from && without-- > 0)
			continue;
		*out = n;
		out = &n->next;
	}
	return db_end(&q);
}

enum err
store_notice_unseen(struct ctx *cx, int limit, int64_t *out)
{
	/* most are of what asks for nothing beside the case */
	static const char sql[] =
	    "SELECT count(*) FROM (SELECT o.id FROM outbox o"
	    "   JOIN dossier d ON d.id = o.dossier"
	    "  WHERE o.person = $viewer AND o.seen IS NULL"
	    "    AND o.glass IS NULL AND o.kind IN" PLAIN "AND" VISIBLE
	    " UNION ALL SELECT o.id" LISTED
	    "    AND o.seen IS NULL AND o.kind NOT IN" PLAIN
	    " LIMIT $1) k";
	struct db_rows q;

	db_query(cx, &q, sql, db_i(limit));
	*out = db_row(&q) ? db_int(&q) : 0;
	return db_end(&q);
}

enum err
store_notice_see(struct ctx *cx)
{
	static const char sql[] =
	    "UPDATE outbox SET seen = $now"
	    " WHERE person = $viewer AND seen IS NULL";

	return db_run(cx, sql);
}

enum err
store_notice_wish(struct ctx *cx, const struct dossier *d, int *out)
{
	/* opened: the predicate held */
	static const char sql[] =
	    "SELECT f.wanted FROM follow f"
	    " WHERE f.person = $viewer AND f.dossier = $1";
	struct db_rows q;

	db_query(cx, &q, sql, db_i(d->id));
	*out = db_row(&q) ? (int)db_int(&q) : -1;
	return db_end(&q);
}

enum err
store_notice_follow(struct ctx *cx, const struct dossier *d, bool wanted)
{
	static const char sql[] =
	    "INSERT INTO follow (person, dossier, wanted)"
	    " VALUES ($1, $2, $3) ON CONFLICT (person, dossier) DO UPDATE"
	    "    SET wanted = excluded.wanted";

	return db_run(cx, sql, db_i(cx->viewer), db_i(d->id), db_i(wanted));
}

static enum notice_mode
mode_of(const char *mode)
{
	return strcmp(mode, modes[NOTICE_NOW]) == 0 ? NOTICE_NOW :
	    strcmp(mode, modes[NOTICE_NONE]) == 0 ? NOTICE_NONE :
	    NOTICE_DIGEST;
}

enum err
store_notice_choices(struct ctx *cx, enum notice_mode *out, int64_t *hour)
{
	static const char sql[] =
	    "SELECT s.digest, c.kind, c.mode FROM staff s"
	    "  LEFT JOIN notice_choice c ON c.person = s.person"
	    " WHERE s.person = $viewer";
	struct db_rows q;
	const char *kind;
	size_t i;

	for (i = 0; i < NOTICE_KINDS; i++)
		out[i] = NOTICE_DIGEST;
	*hour = 0;
	db_query(cx, &q, sql);
	while (db_row(&q)) {
		*hour = db_int(&q);
		kind = db_text(&q);
		if (kind[0] != '\0')
			out[kind_of(kind, false)] = mode_of(db_text(&q));
	}
	return db_end(&q);
}

enum err
store_notice_choose(struct ctx *cx, enum notice_kind kind,
    enum notice_mode mode)
{
	static const char sql[] =
	    "INSERT INTO notice_choice (person, kind, mode)"
	    " VALUES ($1, $2, $3) ON CONFLICT (person, kind) DO UPDATE"
	    "    SET mode = excluded.mode";

	return db_run(cx, sql, db_i(cx->viewer), db_t(kinds[kind]),
	    db_t(modes[mode]));
}

enum err
store_notice_hour(struct ctx *cx, int64_t hour)
{
	static const char sql[] =
	    "UPDATE staff SET digest = $2 WHERE person = $1";

	return db_run(cx, sql, db_i(cx->viewer), db_i(hour));
}

/* How its person wants it; what nobody can choose is told now. */
#define CHOSEN								\
	" CASE WHEN o.glass IS NOT NULL THEN 'now'"			\
	"  ELSE coalesce((SELECT c.mode FROM notice_choice c"		\
	"    WHERE c.person = o.person AND c.kind = CASE"		\
	"      WHEN o.kind = 'handover' THEN 'assigned'"		\
	"      WHEN o.kind = 'promise' THEN 'deadline'"			\
	"      WHEN o.kind IN ('silence', 'service', 'consent')"	\
	"        THEN 'deadline'"					\
	"      WHEN o.kind = 'share' THEN 'change'"			\
	"      WHEN o.kind <> '' THEN o.kind"				\
	"      WHEN o.no = 0 THEN 'assigned'"				\
	"      WHEN EXISTS (SELECT 1 FROM approval a"			\
	"        WHERE a.dossier = o.dossier AND a.no = o.no)"		\
	"        THEN 'approval'"					\
	"      WHEN EXISTS (SELECT 1 FROM task t"			\
	"        WHERE t.dossier = o.dossier AND t.no = o.no)"		\
	"        THEN 'assigned' ELSE '' END),"				\
	"   CASE WHEN o.kind <> '' OR o.no = 0 OR EXISTS"		\
	"       (SELECT 1 FROM approval a WHERE a.dossier = o.dossier"	\
	"         AND a.no = o.no) OR EXISTS (SELECT 1 FROM task t"	\
	"         WHERE t.dossier = o.dossier AND t.no = o.no)"		\
	"     THEN 'digest' ELSE 'now' END) END"

enum err
store_notice_sort(struct ctx *cx, const struct store_notice_clocks *k)
{
	/* reach: what is due to whom; shown to nobody */
	static const char now[] = DB_REACH
	    "UPDATE outbox SET sorted = 1 WHERE id IN (SELECT o.id"
	    "  FROM outbox o WHERE o.ended IS NULL AND o.sorted = 0"
	    "    AND o.due <= $now AND" CHOSEN " = 'now')";
	static const char none[] = DB_REACH
	    "UPDATE outbox SET sorted = 1, ended = $now WHERE id IN"
	    " (SELECT o.id FROM outbox o WHERE o.ended IS NULL"
	    "    AND o.sorted = 0 AND o.due <= $now AND" CHOSEN
	    " = 'none')";
	static const char digest[] = DB_REACH
	    "UPDATE outbox SET sorted = 1, due ="
	    " (SELECT y.at + CASE WHEN y.at >= $2 THEN $3 ELSE 0 END FROM"
	    "  (SELECT x.at + CASE WHEN x.at < $now THEN 86400 ELSE 0 END"
	    "     AS at FROM"
	    "   (SELECT $1 + 3600 * s.digest AS at FROM staff s"
	    "     WHERE s.person = outbox.person) x) y)"
	    " WHERE ended IS NULL AND sorted = 0 AND due <= $now";
	enum err e;

	if ((e = db_run(cx, now)) != OK || (e = db_run(cx, none)) != OK)
		return e;
	return db_run(cx, digest, db_i(k->midnight), db_i(k->changed),
	    db_i(k->by));
}

enum err
store_notice_unmailed(struct ctx *cx)
{
	static const char sql[] =
	    "UPDATE outbox SET ended = $now, sorted = 1"
	    " WHERE ended IS NULL AND due <= $now";

	return db_run(cx, sql);
}

enum err
store_notice_settle(struct ctx *cx, int unread)
{
	/* reach: whether it is new; shown to nobody */
	static const char seen[] = DB_REACH
	    "UPDATE outbox SET seen = queued"
	    " WHERE seen IS NULL AND (queued < $now - 7 * 86400"
	    "    OR (SELECT count(*) FROM outbox n"
	    "         WHERE n.person = outbox.person"
	    "           AND (n.queued, n.id) > (outbox.queued, outbox.id))"
	    "      >= $1)";
	static const char mailed[] = DB_REACH
	    "UPDATE outbox SET ended = queued, sorted = 1"
	    " WHERE ended IS NULL";
	enum err e;

	if ((e = db_run(cx, seen, db_i(unread))) != OK)
		return e;
	return db_run(cx, mailed);
}
