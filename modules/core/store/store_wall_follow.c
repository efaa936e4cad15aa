/* SPDX-License-Identifier: MIT */
/* What walls come to: rows of viewer_wall, made anew as a whole. */
#include "store/db.h"
#include "store/store_wall.h"

#define ARM(viewer, dossier, from, more)				\
	"SELECT " viewer " AS viewer, " dossier " AS dossier"		\
	"  FROM wall w " from						\
	" WHERE w.begins <= $now AND w.ends > $now AND " more
#define CASES "JOIN wall_dossier x ON x.wall = w.id"
#define PARTIES "JOIN party y ON y.person = w.party AND y.role <> 'lead'"
#define GROUP "JOIN staff_role r ON r.label = w.label "
#define ONE "w.staff IS NOT NULL"
#define MANY "w.label <> ''"
/* In each arm what is asked for besides. */
#define WANTED(one_case, group_case, one_party, group_party)		\
	ARM("w.staff", "x.dossier", CASES, ONE one_case)		\
	" UNION " ARM("r.person", "x.dossier", GROUP CASES,		\
	    MANY group_case)						\
	" UNION " ARM("w.staff", "y.dossier", PARTIES, ONE one_party)	\
	" UNION " ARM("r.person", "y.dossier", GROUP PARTIES,		\
	    MANY group_party)

#define OF_DOSSIER " AND x.dossier = $1", " AND x.dossier = $1",	\
	" AND y.dossier = $1", " AND y.dossier = $1"
#define OF_PERSON " AND w.staff = $1", " AND r.person = $1",		\
	" AND w.staff = $1", " AND r.person = $1"
#define OF_ALL "", "", "", ""
/* Macros take their arguments apart before they are put in. */
#define DROP(of, where)							\
	"DELETE FROM viewer_wall WHERE follows = 1" where		\
	" AND (viewer, dossier) NOT IN"					\
	"   (SELECT k.viewer, k.dossier FROM (" WANTED(of) ") k)"
#define PUT(of)								\
	"INSERT INTO viewer_wall (viewer, dossier, follows)"		\
	" SELECT k.viewer, k.dossier, 1 FROM (" WANTED(of) ") k"	\
	"  WHERE k.viewer > 0"						\
	" ON CONFLICT (viewer, dossier) DO NOTHING"

enum err
store_wall_follow(struct ctx *cx, int64_t dossier)
{
	/* reach: rights, not content */
	static const char drop[] = DB_REACH
	    DROP(OF_DOSSIER, " AND dossier = $1");
	static const char put[] = DB_REACH PUT(OF_DOSSIER);
	enum err e = db_run(cx, drop, db_i(dossier));

	return e != OK ? e : db_run(cx, put, db_i(dossier));
}

enum err
store_wall_follow_person(struct ctx *cx, int64_t person)
{
	/* reach: rights, not content */
	static const char drop[] = DB_REACH
	    DROP(OF_PERSON, " AND viewer = $1");
	static const char put[] = DB_REACH PUT(OF_PERSON);
	enum err e = db_run(cx, drop, db_i(person));

	return e != OK ? e : db_run(cx, put, db_i(person));
}

enum err
store_wall_follow_all(struct ctx *cx)
{
	/* reach: rights, not content */
	static const char drop[] = DB_REACH DROP(OF_ALL, "");
	static const char put[] = DB_REACH PUT(OF_ALL);
	enum err e = db_run(cx, drop);

	return e != OK ? e : db_run(cx, put);
}

/* What covers the one covers the other, by a party that only the one has as
 * well; what was there before there were walls goes along. */
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
	static const char put[] =
	    "INSERT INTO viewer_wall (viewer, dossier, follows)"
	    " SELECT w.viewer, $2, w.follows FROM viewer_wall w"
	    "  WHERE w.dossier = $1"
	    " ON CONFLICT (viewer, dossier) DO NOTHING";
	enum err e = db_run(cx, cover, db_i(from->id), db_i(into->id));

	return e != OK ? e : db_run(cx, put, db_i(from->id), db_i(into->id));
}
