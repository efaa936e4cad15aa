/* SPDX-License-Identifier: MIT */
/* What walls come to: the rows of viewer_wall that follow from them. */
#include "store/db.h"
#include "store/store_wall.h"
#include "store/store_wall_count.h"

#define ARM(viewer, dossier, from, more)				\
	"SELECT " viewer " AS viewer, " dossier " AS dossier"		\
	"  FROM " from " WHERE " more
#define GROUP " JOIN staff_role r ON r.label = w.label"
#define ONE "w.staff IS NOT NULL AND "
#define MANY "w.label <> '' AND "
#define WALL_CASES "wall w JOIN wall_dossier x ON x.wall = w.id"
/* Walls are few, and roles many: who begins with the roles reads them all. */
#define WALL_PARTIES "wall w CROSS JOIN party y"
#define PARTIES_WALL "party y CROSS JOIN wall w"
#define ROLE "y.person = w.party AND y.role <> 'lead' AND "
/* Whom the walls of which "when" is true keep from what. */
#define PAIRS(parties, one_case, group_case, one_party, group_party)	\
	ARM("w.staff", "x.dossier", WALL_CASES, ONE one_case)		\
	" UNION " ARM("r.person", "x.dossier", WALL_CASES GROUP,	\
	    MANY group_case)						\
	" UNION " ARM("w.staff", "y.dossier", parties, ROLE ONE one_party) \
	" UNION " ARM("r.person", "y.dossier", parties GROUP,		\
	    ROLE MANY group_party)
#define WALLS(when) PAIRS(WALL_PARTIES, when, when, when, when)

#define BEGAN STORE_WALL_STANDS "AND w.begins > $1"
#define ENDED "w.ends > $1 AND w.ends <= $now"

#define PUT(pairs)							\
	"INSERT INTO viewer_wall (viewer, dossier, follows)"		\
	" SELECT k.viewer, k.dossier, 1 FROM (" pairs ") k"		\
	"  WHERE k.viewer > 0"						\
	" ON CONFLICT (viewer, dossier) DO UPDATE"			\
	"    SET counted = viewer_wall.counted - 2, follows = 1"	\
	"  WHERE viewer_wall.counted > 1"
/* But where another wall stands; it is settled afterwards. */
#define DROP(which)							\
	"UPDATE viewer_wall SET" STORE_WALL_GOES			\
	" WHERE follows = 1 AND" STORE_WALL_STAYS "AND " which		\
	" AND NOT EXISTS (SELECT 1 FROM wall_dossier x"			\
	"   JOIN wall w ON w.id = x.wall"				\
	"   WHERE x.dossier = viewer_wall.dossier"			\
	"     AND" STORE_WALL_STANDS "AND"				\
	STORE_WALL_KEEPS_OUT("viewer_wall.viewer")			\
	" UNION ALL SELECT 1 FROM party y"				\
	"   JOIN wall w ON w.party = y.person"				\
	"   WHERE y.dossier = viewer_wall.dossier AND y.role <> 'lead'"	\
	"     AND" STORE_WALL_STANDS "AND"				\
	STORE_WALL_KEEPS_OUT("viewer_wall.viewer") ")"

/* A wall that goes and is put again stays. */
static enum err
both(struct ctx *cx, const char *drop, const char *put, int64_t of)
{
	enum err e;

	if ((drop != NULL && (e = db_run(cx, drop, db_i(of))) != OK) ||
	    (e = db_run(cx, put, db_i(of))) != OK)
		return e;
	return store_wall_count_settle(cx);
}

enum err
store_wall_follow(struct ctx *cx, int64_t dossier)
{
	/* reach: rights, not content */
	static const char drop[] = DB_REACH DROP("dossier = $1");
	static const char put[] = DB_REACH PUT(PAIRS(PARTIES_WALL,
	    STORE_WALL_STANDS "AND x.dossier = $1",
	    STORE_WALL_STANDS "AND x.dossier = $1",
	    STORE_WALL_STANDS "AND y.dossier = $1",
	    STORE_WALL_STANDS "AND y.dossier = $1"));

	return both(cx, drop, put, dossier);
}

enum err
store_wall_follow_person(struct ctx *cx, int64_t person)
{
	/* reach: rights, not content */
	static const char drop[] = DB_REACH DROP("viewer = $1");
	static const char put[] = DB_REACH PUT(PAIRS(WALL_PARTIES,
	    STORE_WALL_STANDS "AND w.staff = $1",
	    STORE_WALL_STANDS "AND r.person = $1",
	    STORE_WALL_STANDS "AND w.staff = $1",
	    STORE_WALL_STANDS "AND r.person = $1"));

	return both(cx, drop, put, person);
}

enum err
store_wall_follow_party(struct ctx *cx, int64_t party)
{
	/* reach: rights, not content */
	static const char put[] = DB_REACH PUT(WALLS(
	    STORE_WALL_STANDS "AND w.party = $1"));

	return both(cx, NULL, put, party);
}

enum err
store_wall_follow_since(struct ctx *cx, int64_t after)
{
	/* reach: rights, not content */
	static const char drop[] = DB_REACH
	    DROP("(viewer, dossier) IN"
	    " (SELECT k.viewer, k.dossier FROM (" WALLS(ENDED) ") k)");
	static const char put[] = DB_REACH PUT(WALLS(BEGAN));

	return both(cx, drop, put, after);
}

/* What covers the one covers the other, by a party that only the one has as
 * well; what was there before there were walls goes along. A wall stays where
 * a party was that went. */
enum err
store_wall_follow_pass(struct ctx *cx, const struct dossier *from,
    const struct dossier *into)
{
	/* reach: rights, not content */
	static const char cover[] = DB_REACH
	    "INSERT INTO wall_dossier (wall, dossier)"
	    " SELECT w.id, $2 FROM wall w WHERE w.ends > $now"
	    "   AND (w.id IN (SELECT x.wall FROM wall_dossier x"
	    "     WHERE x.dossier = $1) OR w.party IN (SELECT y.person"
	    "     FROM party y WHERE y.dossier = $1 AND y.role <> 'lead'))"
	    " ON CONFLICT (wall, dossier) DO NOTHING";
	static const char stay[] = DB_REACH
	    "INSERT INTO wall_dossier (wall, dossier)"
	    " SELECT w.id, $1 FROM dossier_moved m"
	    "   JOIN party y ON y.dossier = m.to_dossier AND y.no = m.to_no"
	    "   JOIN wall w ON w.party = y.person"
	    "  WHERE m.dossier = $1 AND m.to_dossier = $2"
	    "    AND y.role <> 'lead' AND w.ends > $now"
	    " ON CONFLICT (wall, dossier) DO NOTHING";
	static const char put[] =
	    "INSERT INTO viewer_wall (viewer, dossier, follows)"
	    " SELECT w.viewer, $2, w.follows FROM viewer_wall w"
	    "  WHERE w.dossier = $1"
	    " ON CONFLICT (viewer, dossier) DO NOTHING";
	enum err e;

	if ((e = db_run(cx, cover, db_i(from->id), db_i(into->id))) != OK ||
	    (e = db_run(cx, stay, db_i(from->id), db_i(into->id))) != OK)
		return e;
	e = db_run(cx, put, db_i(from->id), db_i(into->id));
	return e != OK ? e : store_wall_count_settle(cx);
}
