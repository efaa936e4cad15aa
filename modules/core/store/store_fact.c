/* SPDX-License-Identifier: MIT */
/* Tables problem, allergy, medication, encounter, alert: what they have in
 * common, and what is each one's own. */
#include "store/store_fact.h"

#include <stdlib.h>
#include <string.h>

#include "store/db.h"
#include "store/visible.h"

#define COMMON								\
	"x.words, x.code, x.system, x.status, x.begins, x.ends, x.note," \
	" x.why"
#define SELECTED(rank, sort)						\
	"SELECT x.id, x.no, x.version, x.noted, n.name, x.changed, c.name," \
	"       " rank ", " sort ", " COMMON
#define WHO								\
	"  LEFT JOIN person n ON n.id = x.noted_by"			\
	"  LEFT JOIN person c ON c.id = x.changed_by"
#define LIST(rank, sort, own)						\
	SELECTED(rank, sort) own WHO					\
	" WHERE x.dossier = $1 AND (" rank " > $2 OR (" rank " = $2 AND" \
	"       (" sort " < $3 OR (" sort " = $3 AND x.no < $4))))"	\
	" ORDER BY " rank ", " sort " DESC, x.no DESC LIMIT $5"
#define FIND(rank, sort, own)						\
	SELECTED(rank, sort) own WHO					\
	" WHERE x.dossier = $1 AND x.no = $2"
#define ADD(table, own, values)						\
	"INSERT INTO " table " (dossier, no, noted, noted_by, changed,"	\
	"    changed_by, words, code, system, status, begins, ends, note," \
	"    why" own ") VALUES ($1, $2, $now, $3, $now, $3, $4, $5, $6," \
	"    $7, $8, $9, $10, $11" values ") RETURNING id"
#define SAVE(table, own)						\
	"UPDATE " table " SET changed = $now, changed_by = $3,"		\
	"       words = $4, code = $5, system = $6, status = $7,"	\
	"       begins = $8, ends = $9, note = $10, why = $11" own ","	\
	"       version = version + 1"					\
	" WHERE id = $1 AND version = $2"

#define PROBLEM_RANK							\
	"CASE WHEN x.status IN ('active', 'recurrence', 'relapse')"	\
	" AND x.verification <> 'refuted' THEN 0 ELSE 1 END"
#define ALLERGY_RANK							\
	"CASE WHEN x.status <> 'active' OR x.verification = 'refuted'"	\
	" THEN 2 WHEN x.criticality = 'high' THEN 0 ELSE 1 END"
#define MEDICATION_RANK							\
	"CASE WHEN x.status IN ('active', 'intended', 'on-hold')"	\
	" THEN 0 ELSE 1 END"
#define ENCOUNTER_RANK							\
	"CASE WHEN x.status = 'entered-in-error' THEN 1 ELSE 0 END"
#define ALERT_RANK "CASE WHEN x.status = 'active' THEN 0 ELSE 1 END"
#define NO_SORT "x.no"
#define ENCOUNTER_SORT "coalesce(x.begins, 0)"

#define PROBLEM_OWN ", x.verification, x.severity FROM problem x"
#define ALLERGY_OWN							\
	", x.verification, x.type, x.category, x.criticality,"		\
	" x.reactions, x.severity, x.told_by, x.told_on FROM allergy x"
#define MEDICATION_OWN							\
	", x.dose, x.reason, x.told_by FROM medication x"
#define ENCOUNTER_OWN							\
	", x.class, x.place, x.person, x.appointment, w.name, w.number," \
	" a.number FROM encounter x"					\
	" LEFT JOIN person w ON w.id = x.person"			\
	" LEFT JOIN appointment a ON a.id = x.appointment"		\
	"   AND a.dossier = x.dossier"
#define ALERT_OWN ", x.category FROM alert x"

static const struct kind {
	const char *list, *find, *add, *save;
	const char *letters;	/* a value each: t text, n number or NULL */
} kinds[] = {
	/* opened: the predicate held */
	[FACT_PROBLEM] = {
	    LIST(PROBLEM_RANK, NO_SORT, PROBLEM_OWN),
	    FIND(PROBLEM_RANK, NO_SORT, PROBLEM_OWN),
	    ADD("problem", ", verification, severity", ", $12, $13"),
	    SAVE("problem", ", verification = $12, severity = $13"),
	    "tttttttttt" },
	[FACT_ALLERGY] = {
	    LIST(ALLERGY_RANK, NO_SORT, ALLERGY_OWN),
	    FIND(ALLERGY_RANK, NO_SORT, ALLERGY_OWN),
	    ADD("allergy", ", verification, type, category, criticality,"
	    " reactions, severity, told_by, told_on",
	    ", $12, $13, $14, $15, $16, $17, $18, $19"),
	    SAVE("allergy", ", verification = $12, type = $13,"
	    " category = $14, criticality = $15, reactions = $16,"
	    " severity = $17, told_by = $18, told_on = $19"),
	    "tttttttttttttttt" },
	[FACT_MEDICATION] = {
	    LIST(MEDICATION_RANK, NO_SORT, MEDICATION_OWN),
	    FIND(MEDICATION_RANK, NO_SORT, MEDICATION_OWN),
	    ADD("medication", ", dose, reason, told_by", ", $12, $13, $14"),
	    SAVE("medication", ", dose = $12, reason = $13, told_by = $14"),
	    "ttttttttttt" },
	[FACT_ENCOUNTER] = {
	    LIST(ENCOUNTER_RANK, ENCOUNTER_SORT, ENCOUNTER_OWN),
	    FIND(ENCOUNTER_RANK, ENCOUNTER_SORT, ENCOUNTER_OWN),
	    ADD("encounter", ", class, place, person, appointment",
	    ", $12, $13, $14, $15"),
	    SAVE("encounter", ", class = $12, place = $13, person = $14,"
	    " appointment = $15"),
	    "ttttnnttttnn" },
	[FACT_ALERT] = {
	    LIST(ALERT_RANK, NO_SORT, ALERT_OWN),
	    FIND(ALERT_RANK, NO_SORT, ALERT_OWN),
	    ADD("alert", ", category", ", $12"),
	    SAVE("alert", ", category = $12"),
	    "ttttttttt" }
};

static struct fact *
fact_of(struct ctx *cx, struct db_rows *q, enum fact_kind kind)
{
	struct fact *f = arena_alloc(cx->arena, sizeof(*f));
	size_t i, n = strlen(kinds[kind].letters);

	f->kind = kind;
	f->id = db_int(q);
	f->no = db_int(q);
	f->version = db_int(q);
	f->noted = db_int(q);
	f->noted_by = db_text(q);
	f->changed = db_int(q);
	f->changed_by = db_text(q);
	f->rank = db_int(q);
	f->sort = db_int(q);
	for (i = 0; i < FACT_PLACES; i++)
		f->value[i] = i < n ? db_text(q) : "";
	f->with = f->with_number = f->appointment = "";
	f->dossier_number = f->dossier_title = "";
	return f;
}

static enum err
facts_of(struct ctx *cx, struct db_rows *q, enum fact_kind kind,
    struct fact **out)
{
	struct fact *f;

	*out = NULL;
	while (db_row(q)) {
		f = *out = fact_of(cx, q, kind);
		out = &f->next;
		if (kind != FACT_ENCOUNTER)
			continue;
		f->with = db_text(q);
		f->with_number = db_text(q);
		f->appointment = db_text(q);
	}
	return db_end(q);
}

enum err
store_fact_list(struct ctx *cx, const struct dossier *d, enum fact_kind kind,
    const struct fact *after, int64_t limit, struct fact **out)
{
	/* opened: the predicate held */
	struct db_rows q;

	db_query(cx, &q, kinds[kind].list, db_i(d->id),
	    db_i(after == NULL ? -1 : after->rank),
	    db_i(after == NULL ? 0 : after->sort),
	    db_i(after == NULL ? 0 : after->no), db_i(limit));
	return facts_of(cx, &q, kind, out);
}

enum err
store_fact_find(struct ctx *cx, const struct dossier *d, enum fact_kind kind,
    int64_t no, struct fact **out)
{
	/* opened: the predicate held */
	struct db_rows q;

	db_query(cx, &q, kinds[kind].find, db_i(d->id), db_i(no));
	return facts_of(cx, &q, kind, out);
}

/* The values, from $4 on. */
static size_t
values(const struct fact *f, struct db_arg *args)
{
	const char *letters = kinds[f->kind].letters;
	size_t i;

	for (i = 0; letters[i] != '\0'; i++)
		args[4 + i] = letters[i] == 't' ? db_t(f->value[i]) :
		    db_i0(strtoll(f->value[i], NULL, 10));
	return 3 + i;
}

enum err
store_fact_add(struct ctx *cx, const struct dossier *d, struct fact *f)
{
	/* opened: the predicate held */
	struct db_arg args[4 + FACT_PLACES] = { db_null(), db_i(d->id),
	    db_i(f->no), db_i0(cx->viewer) };
	size_t n = values(f, args);
	struct db_rows q;

	db_query_args(cx, &q, kinds[f->kind].add, args, n);
	f->id = db_row(&q) ? db_int(&q) : 0;
	f->version = 1;
	return db_end(&q);
}

enum err
store_fact_save(struct ctx *cx, struct fact *f)
{
	/* opened: its dossier was */
	struct db_arg args[4 + FACT_PLACES] = { db_null(), db_i(f->id),
	    db_i(f->version), db_i0(cx->viewer) };
	size_t n = values(f, args);
	int64_t changed;
	enum err e;

	e = db_change_args(cx, &changed, kinds[f->kind].save, args, n);
	f->version++;
	return e == OK && changed != 1 ? db_stale(cx) : e;
}

enum err
store_fact_appointment(struct ctx *cx, const struct dossier *d,
    const char *number, int64_t *out)
{
	/* opened: the predicate held */
	static const char sql[] =
	    "SELECT id FROM appointment WHERE number = $2 AND dossier = $1";
	struct db_rows q;

	db_query(cx, &q, sql, db_i(d->id), db_t(number));
	*out = db_row(&q) ? db_int(&q) : 0;
	return db_end(&q);
}

/* Every dossier in sight where the patient of $1 is the patient, and that
 * one; who is no member of the compartment sees none. */
#define OF_PATIENT							\
	" JOIN dossier d ON d.id = x.dossier"				\
	WHO								\
	" WHERE d.id IN (SELECT z.dossier FROM party y"			\
	"     JOIN party z ON z.person = y.person"			\
	"    WHERE y.dossier = $1 AND y.role = 'patient'"		\
	"      AND y.ended IS NULL AND z.role = 'patient'"		\
	"      AND z.ended IS NULL"					\
	"    UNION SELECT w.id FROM dossier w WHERE w.id = $1)"		\
	"  AND" VISIBLE_MANY						\
	"  AND EXISTS (SELECT 1 FROM compartment m"			\
	"    JOIN viewer_compartment v ON v.compartment = m.id"		\
	"    WHERE m.code = 'medical' AND v.viewer = $viewer"		\
	"      AND v.until > $now)"

enum err
store_fact_banner(struct ctx *cx, const struct dossier *d, const char *today,
    struct fact **out)
{
	static const char sql[] =
	    "SELECT 1, d.number, d.title, x.id, x.no, x.version, x.noted,"
	    "       n.name, x.changed, c.name, " ALLERGY_RANK ","
	    "       0, " COMMON ", x.verification, x.type, x.category,"
	    "       x.criticality, x.reactions, x.severity, x.told_by,"
	    "       x.told_on"
	    "  FROM allergy x" OF_PATIENT
	    "  AND x.status = 'active' AND x.verification <> 'refuted'"
	    " UNION ALL "
	    "SELECT 4, d.number, d.title, x.id, x.no, x.version, x.noted,"
	    "       n.name, x.changed, c.name, 0,"
	    "       0, " COMMON ", x.category, '', '', '', '', '', '', ''"
	    "  FROM alert x" OF_PATIENT
	    "  AND x.status = 'active' AND (x.ends = ''"
	    "    OR x.ends >= substr($2, 1, length(x.ends)))"
	    " ORDER BY 1, 11, 7 DESC, 5 DESC";
	struct fact *f;
	const char *number, *title;
	enum fact_kind kind;
	struct db_rows q;

	*out = NULL;
	db_query(cx, &q, sql, db_i(d->id), db_t(today));
	while (db_row(&q)) {
		kind = (enum fact_kind)db_int(&q);
		number = db_text(&q);
		title = db_text(&q);
		f = *out = fact_of(cx, &q, kind);
		out = &f->next;
		f->dossier_number = number;
		f->dossier_title = title;
	}
	return db_end(&q);
}

enum err
store_fact_count(struct ctx *cx, const struct dossier *d,
    int64_t out[FACT_KINDS])
{
	/* opened: the predicate held */
	static const char sql[] =
	    "SELECT (SELECT count(*) FROM problem x WHERE x.dossier = $1"
	    "   AND " PROBLEM_RANK " = 0),"
	    " (SELECT count(*) FROM allergy x WHERE x.dossier = $1"
	    "   AND " ALLERGY_RANK " < 2),"
	    " (SELECT count(*) FROM medication x WHERE x.dossier = $1"
	    "   AND " MEDICATION_RANK " = 0),"
	    " (SELECT count(*) FROM encounter x WHERE x.dossier = $1"
	    "   AND " ENCOUNTER_RANK " = 0),"
	    " (SELECT count(*) FROM alert x WHERE x.dossier = $1"
	    "   AND " ALERT_RANK " = 0)";
	struct db_rows q;
	int i;

	db_query(cx, &q, sql, db_i(d->id));
	if (db_row(&q))
		for (i = 0; i < FACT_KINDS; i++)
			out[i] = db_int(&q);
	return db_end(&q);
}
