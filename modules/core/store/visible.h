/* SPDX-License-Identifier: MIT */
#ifndef STORE_VISIBLE_H
#define STORE_VISIBLE_H

#include "model/right.h"

/*
 * Who sees what: the one predicate of Dossier, over a table dossier under
 * the alias d. Every statement that reads rows of dossiers for a person
 * carries it, or stands behind a handle that was opened with it.
 * A grant is asked for its level: of an EXISTS PostgreSQL may make a table of
 * thousands of grants to look up one. What is in a compartment asks for its
 * members besides.
 */
#define VISIBLE_EXISTS "1"
#define VISIBLE_READ "2"
#define VISIBLE_WORK "3"
#define VISIBLE_DECIDE "4"
#define VISIBLE_MANAGE "5"
_Static_assert(LEVEL_EXISTS == 1 && LEVEL_READ == 2 && LEVEL_WORK == 3 &&
    LEVEL_DECIDE == 4 && LEVEL_MANAGE == 5, "as statements have them");
/* Rights of a row of table staff. */
#define VISIBLE_STAFF(f) "(" f ".rights & 2) > 0"
#define VISIBLE_AUDITS(f) "(" f ".rights & 32) > 0"
_Static_assert(RIGHT_STAFF == 2 && RIGHT_AUDIT == 32, "as above");

/* Is the viewer a member of this compartment? */
#define COMPARTMENT_HELD(which)						\
	"EXISTS (SELECT 1 FROM viewer_compartment k"			\
	" WHERE k.viewer = $viewer AND k.compartment = " which		\
	"   AND k.until > $now)"
#define VISIBLE_IF(in_scope, level)					\
	" (d.restricted = 0 AND " in_scope				\
	"  OR coalesce((SELECT g.level FROM viewer_grant g"		\
	"      WHERE g.viewer = $viewer AND g.dossier = d.id"		\
	"        AND g.until > $now), 0) >= " level ")"			\
	" AND (d.compartment = 0 OR "					\
	COMPARTMENT_HELD("d.compartment") ")"				\
	" AND NOT EXISTS (SELECT 1 FROM viewer_wall w"			\
	"                  WHERE w.viewer = $viewer"			\
	"                    AND w.dossier = d.id) "
#define VISIBLE_AT(level) VISIBLE_IF(					\
	"EXISTS (SELECT 1 FROM viewer_scope s"				\
	"         WHERE s.viewer = $viewer AND s.scope = d.scope"	\
	"           AND s.level >= " level ")", level)
/* The level that a row of viewer_grant gives its viewer for good or until a
 * date, and until when: not by standing in for somebody, nor in an emergency,
 * which both keep beside theirs what was there before. */
#define VISIBLE_OWN_LEVEL(g) OWN_OF(g, "level")
#define VISIBLE_OWN_UNTIL(g) OWN_OF(g, "until")
#define OWN_OF(g, what)							\
	" CASE WHEN " g ".for_whom IS NULL AND " g ".glass = 0"		\
	"   AND " g ".until > $now THEN " g "." what			\
	"   WHEN (" g ".for_whom IS NOT NULL OR " g ".glass = 1)"	\
	"   AND " g ".own_until > $now"					\
	"   THEN " g ".own_" what " ELSE 0 END "
/* Of dossier d in sight: held at that level by what is one's own. */
#define VISIBLE_OWN_AT(level)						\
	" (d.restricted = 0 AND EXISTS (SELECT 1 FROM viewer_scope s"	\
	"    WHERE s.viewer = $viewer AND s.scope = d.scope"		\
	"      AND s.level >= " level ")"				\
	"  OR coalesce((SELECT" VISIBLE_OWN_LEVEL("g")			\
	"    FROM viewer_grant g"					\
	"    WHERE g.viewer = $viewer AND g.dossier = d.id), 0) >= "	\
	level ") "
#define VISIBLE VISIBLE_AT(VISIBLE_READ)
/* The same where many rows are looked at: scopes are read once for all. */
#define VISIBLE_MANY VISIBLE_IF(					\
	"d.scope IN (SELECT s.scope FROM viewer_scope s"		\
	"             WHERE s.viewer = $viewer AND"			\
	" s.level >= " VISIBLE_READ ")", VISIBLE_READ)

/*
 * A document, note, task or form under the alias p: what is in a compartment is
 * there for its members alone. It stands beside the predicate or behind a
 * handle, in every statement that reads such rows for a person.
 */
#define PART_VISIBLE(p)							\
	" (" p ".compartment = 0 OR "					\
	COMPARTMENT_HELD(p ".compartment") ") "
/* Two columns: the compartment, and what it is called. */
#define PART_COMPARTMENT(p)						\
	" " p ".compartment, CASE WHEN " p ".compartment = 0 THEN ''"	\
	" ELSE (SELECT k.name FROM compartment k"			\
	"   WHERE k.id = " p ".compartment) END"
/* Is it in a compartment of privilege, by itself or with its dossier, whose
 * compartment is of? And a column: 1 where it must not leave the house, for
 * want of a release. */
#define PART_DOSSIER(p)							\
	"(SELECT w.compartment FROM dossier w WHERE w.id = " p ".dossier)"
/* Of the parts of dossier $1: asked once for all of them. */
#define PART_OPENED							\
	"(SELECT w.compartment FROM dossier w WHERE w.id = $1)"
#define PART_PRIVILEGED(p, of)						\
	" CASE WHEN " p ".compartment = 0 AND " of " = 0 THEN 0"	\
	" WHEN EXISTS (SELECT 1 FROM compartment h"			\
	"   WHERE h.privilege = 1 AND h.id IN (" p ".compartment, " of "))" \
	" THEN 1 ELSE 0 END"
#define PART_HELD(p, of)						\
	" CASE WHEN" PART_PRIVILEGED(p, of) " = 0 THEN 0"		\
	" WHEN EXISTS (SELECT 1 FROM part_release u"			\
	"   WHERE u.dossier = " p ".dossier AND u.no = " p ".no"	\
	"     AND u.ended IS NULL AND u.until > $now)"			\
	" THEN 0 ELSE 1 END"
/* An event of a dossier under the alias e that does not speak of what this
 * viewer must not know. */
#define EVENT_VISIBLE							\
	" NOT EXISTS (SELECT 1 FROM event_protected c"			\
	"   WHERE c.dossier = e.dossier AND c.seq = e.seq AND NOT "	\
	COMPARTMENT_HELD("c.compartment") ") "
/* And that may leave the house: it speaks of nothing that is held back. */
#define EVENT_LEAVES							\
	" NOT EXISTS (SELECT 1 FROM event_protected c"			\
	"   JOIN compartment h ON h.id = c.compartment"			\
	"   WHERE c.dossier = e.dossier AND c.seq = e.seq"		\
	"     AND h.privilege = 1 AND NOT EXISTS"			\
	"      (SELECT 1 FROM part_release u"				\
	"        WHERE u.dossier = c.dossier AND u.no = c.no"		\
	"          AND u.ended IS NULL AND u.until > $now))"		\
	" AND NOT EXISTS (SELECT 1 FROM compartment h"			\
	"   WHERE h.privilege = 1 AND h.id = "				\
	"    (SELECT w.compartment FROM dossier w"			\
	"      WHERE w.id = e.dossier)) "

/*
 * What is on no dossier yet, over a table arrival under the alias a: who
 * works for its team sees it.
 */
#define ARRIVAL_VISIBLE							\
	" a.team IN (SELECT c.team FROM viewer_scope s"			\
	"              JOIN scope c ON c.id = s.scope"			\
	"             WHERE s.viewer = $viewer AND"			\
	" s.level >= " VISIBLE_WORK ") "

#endif
