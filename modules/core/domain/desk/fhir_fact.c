/* SPDX-License-Identifier: MIT */
/* What each value of a fact is in its resource: a table, and what it cannot
 * say. */
#include "domain/desk/fhir_fact.h"

#include <string.h>

#include "base/buf.h"
#include "domain/desk/fhir_tree.h"
#include "domain/dossier/fact.h"
#include "text/date.h"

#define TERMS "http://terminology.hl7.org/CodeSystem/"

/* Where a value stands. */
enum how {
	CODE, SYSTEM, WORDS,	/* of the concept at the path, in this order */
	VALUE,
	STATUS,			/* a code of the system */
	DAY,			/* with: the choice that it is of, or NULL */
	SINCE,			/* of a period, or a day: with: the choice */
	MOMENT,
	NOTES,			/* all remarks */
	OWN,			/* an extension; with: its type */
	GRADE,			/* severity as SNOMED CT has it */
	REACTIONS, WORST,	/* of an allergy */
	CLASS, TAKEN, WHO
};
struct row {
	enum fact_place place;
	enum how how;
	const char *path, *with;
};

static const struct row problem[] = {
	{ FACT_CODE, CODE, "code", NULL },
	{ FACT_SYSTEM, SYSTEM, "code", NULL },
	{ FACT_WORDS, WORDS, "code", NULL },
	{ FACT_STATUS, STATUS, "clinicalStatus", TERMS "condition-clinical" },
	{ FACT_BEGINS, DAY, "onsetDateTime", "onset" },
	{ FACT_ENDS, DAY, "abatementDateTime", "abatement" },
	{ FACT_NOTE, NOTES, "note", NULL },
	{ FACT_WHY, OWN, "why", "valueString" },
	{ PROBLEM_VERIFICATION, STATUS, "verificationStatus",
	    TERMS "condition-ver-status" },
	{ PROBLEM_SEVERITY, GRADE, "severity", NULL },
	{ 0, 0, NULL, NULL }
};
static const struct row allergy[] = {
	{ FACT_CODE, CODE, "code", NULL },
	{ FACT_SYSTEM, SYSTEM, "code", NULL },
	{ FACT_WORDS, WORDS, "code", NULL },
	{ FACT_STATUS, STATUS, "clinicalStatus",
	    TERMS "allergyintolerance-clinical" },
	{ FACT_BEGINS, DAY, "onsetDateTime", "onset" },
	{ FACT_ENDS, DAY, "lastOccurrence", NULL },
	{ FACT_NOTE, NOTES, "note", NULL },
	{ FACT_WHY, OWN, "why", "valueString" },
	{ ALLERGY_VERIFICATION, STATUS, "verificationStatus",
	    TERMS "allergyintolerance-verification" },
	{ ALLERGY_TYPE, VALUE, "type", NULL },
	{ ALLERGY_CATEGORY, VALUE, "category", NULL },
	{ ALLERGY_CRITICALITY, VALUE, "criticality", NULL },
	{ ALLERGY_REACTIONS, REACTIONS, "reaction", NULL },
	{ ALLERGY_SEVERITY, WORST, "reaction", NULL },
	{ ALLERGY_TOLD_BY, VALUE, "asserter/display", NULL },
	{ ALLERGY_TOLD_ON, OWN, "told-on", "valueDate" },
	{ 0, 0, NULL, NULL }
};
static const struct row medication[] = {
	{ FACT_CODE, CODE, "medicationCodeableConcept", NULL },
	{ FACT_SYSTEM, SYSTEM, "medicationCodeableConcept", NULL },
	{ FACT_WORDS, WORDS, "medicationCodeableConcept",
	    "medicationReference" },
	{ FACT_STATUS, TAKEN, "status", NULL },
	{ FACT_BEGINS, SINCE, "effectivePeriod/start", "effective" },
	{ FACT_ENDS, DAY, "effectivePeriod/end", NULL },
	{ FACT_NOTE, NOTES, "note", NULL },
	{ FACT_WHY, VALUE, "statusReason/text", NULL },
	{ MEDICATION_DOSE, VALUE, "dosage/text", NULL },
	{ MEDICATION_REASON, VALUE, "reasonCode/text", NULL },
	{ MEDICATION_TOLD_BY, VALUE, "informationSource/display", NULL },
	{ 0, 0, NULL, NULL }
};
static const struct row encounter[] = {
	{ FACT_CODE, CODE, "reasonCode", NULL },
	{ FACT_SYSTEM, SYSTEM, "reasonCode", NULL },
	{ FACT_WORDS, WORDS, "reasonCode", "type" },
	{ FACT_STATUS, VALUE, "status", NULL },
	{ FACT_BEGINS, MOMENT, "period/start", NULL },
	{ FACT_ENDS, MOMENT, "period/end", NULL },
	{ FACT_NOTE, OWN, "note", "valueString" },
	{ FACT_WHY, OWN, "why", "valueString" },
	{ ENCOUNTER_CLASS, CLASS, "class", NULL },
	{ ENCOUNTER_PLACE, VALUE, "location/location/display", NULL },
	{ ENCOUNTER_PERSON, WHO, "participant/individual/identifier", NULL },
	{ 0, 0, NULL, NULL }
};
static const struct row alert[] = {
	{ FACT_CODE, CODE, "code", NULL },
	{ FACT_SYSTEM, SYSTEM, "code", NULL },
	{ FACT_WORDS, WORDS, "code", NULL },
	{ FACT_STATUS, VALUE, "status", NULL },
	{ FACT_BEGINS, DAY, "period/start", NULL },
	{ FACT_ENDS, DAY, "period/end", NULL },
	{ FACT_NOTE, OWN, "note", "valueString" },
	{ FACT_WHY, OWN, "why", "valueString" },
	{ ALERT_CATEGORY, STATUS, "category", TERMS "flag-category" },
	{ 0, 0, NULL, NULL }
};

static const struct {
	const char *resource, *subject;
	const struct row *rows;
} kinds[] = {
	[FACT_PROBLEM] = { "Condition", "subject", problem },
	[FACT_ALLERGY] = { "AllergyIntolerance", "patient", allergy },
	[FACT_MEDICATION] = { "MedicationStatement", "subject", medication },
	[FACT_ENCOUNTER] = { "Encounter", "subject", encounter },
	[FACT_ALERT] = { "Flag", "subject", alert }
};

static const struct { const char *word, *code, *display; } grades[] = {
	{ "mild", "255604002", "Mild" },
	{ "moderate", "6736007", "Moderate" },
	{ "severe", "24484000", "Severe" }
};
#define GRADES (sizeof(grades) / sizeof(grades[0]))
#define PERSONS "urn:x-dossier:person"
#define CLASSES "http://terminology.hl7.org/CodeSystem/v3-ActCode"

bool
fhir_fact_kind(const char *resource, enum fact_kind *out)
{
	int i;

	for (i = 0; i < FACT_KINDS; i++)
		if (strcmp(kinds[i].resource, resource) == 0) {
			*out = (enum fact_kind)i;
			return true;
		}
	return false;
}

const char *
fhir_fact_resource(enum fact_kind kind)
{
	return kinds[kind].resource;
}

const char *
fhir_fact_subject(enum fact_kind kind)
{
	return kinds[kind].subject;
}

/* The first coding of a list that people choose codes of. */
static struct reader_node *
coding(enum fact_kind kind, struct reader_node *concept)
{
	const struct fact_choice *c;
	struct reader_node *n;

	for (n = concept == NULL ? NULL : concept->first; n != NULL;
	    n = n->next)
		for (c = fact_field(kind, FACT_SYSTEM)->choices;
		    strcmp(n->name, "coding") == 0 && c->code != NULL; c++)
			if (strcmp(fhir_tree_get(n, "system"), c->code) == 0 &&
			    fhir_tree_get(n, "code")[0] != '\0')
				return n;
	return NULL;
}

static const char *
concept_words(struct reader_node *n)
{
	const char *text = fhir_tree_get(n, "text");
	struct reader_node *c;

	for (c = n == NULL ? NULL : n->first; c != NULL && text[0] == '\0';
	    c = c->next)
		if (reader_is(c, NULL, "coding"))
			text = fhir_tree_get(c, "display");
	if (text[0] == '\0')
		text = fhir_tree_get(n, "display");	/* of a reference */
	return text[0] == '\0' ? fhir_tree_get(n, "coding/code") : text;
}

static void
line(struct buf *b, const char *between, const char *text)
{
	if (text[0] == '\0')
		return;
	buf_text(b, b->len == 0 ? "" : between);
	buf_text(b, text);
}

/* All elements of a name, told in one text: their own, or their
 * manifestations. */
static const char *
gathered(struct arena *a, struct reader_node *n, const char *name)
{
	struct reader_node *c, *m;
	struct buf b = { 0 };
	const char *text;

	for (c = n->first; c != NULL; c = c->next) {
		if (!reader_is(c, NULL, name))
			continue;
		if (strcmp(name, "note") == 0)
			line(&b, "\n\n", fhir_tree_get(c, "text"));
		for (m = c->first; m != NULL; m = m->next)
			if (reader_is(m, NULL, "manifestation"))
				line(&b, "\n", concept_words(m));
	}
	text = arena_textn(a, b.data, b.len);
	buf_free(&b);
	return text;
}

static const char *
worst(struct reader_node *n)
{
	struct reader_node *c;
	size_t i, most = 0;

	for (c = n->first; c != NULL; c = c->next)
		for (i = 0; reader_is(c, NULL, "reaction") && i < GRADES; i++)
			if (i + 1 > most && strcmp(fhir_tree_get(c,
			    "severity"), grades[i].word) == 0)
				most = i + 1;
	return most == 0 ? fhir_tree_own(n, "severity") :
	    grades[most - 1].word;
}

static const char *
grade(struct reader_node *n, const char *path)
{
	const char *code = fhir_tree_code(n, path, FACT_SNOMED);
	size_t i;

	for (i = 0; i < GRADES; i++)
		if (strcmp(grades[i].code, code) == 0)
			return grades[i].word;
	return "";
}

static const char *
day(struct arena *a, const char *text)
{
	return strlen(text) <= 10 ? text : arena_textn(a, text, 10);
}

/* As a form has it, to the minute. */
static const char *
moment(struct ctx *cx, const char *text)
{
	int64_t when;

	if (strlen(text) == 10)
		return arena_printf(cx->arena, "%sT00:00", text);
	return !date_stamp(text, &when) ? "" : date_text(cx->arena, cx->lang,
	    cx->zone, when, cx->now, DATE_INPUT);
}

static const char *
since(struct arena *a, struct reader_node *n, const struct row *r)
{
	const char *text = fhir_tree_get(n, r->path);

	if (text[0] == '\0')
		text = fhir_tree_get(n, "effectiveDateTime");
	return day(a, text);
}

static const char *
words(struct reader_node *n, const struct row *r)
{
	const char *text = concept_words(fhir_tree_at(n, r->path));

	return text[0] != '\0' || r->with == NULL ? text :
	    concept_words(fhir_tree_at(n, r->with));
}

static const char *
read_one(struct ctx *cx, enum fact_kind kind, struct reader_node *n,
    const struct row *r)
{
	const char *text;

	switch (r->how) {
	case CODE:
	case SYSTEM:
		return fhir_tree_get(coding(kind, fhir_tree_at(n, r->path)),
		    r->how == CODE ? "code" : "system");
	case WORDS:
		return words(n, r);
	case VALUE:
		return fhir_tree_get(n, r->path);
	case STATUS:
		return fhir_tree_code(n, r->path, r->with);
	case DAY:
		return day(cx->arena, fhir_tree_get(n, r->path));
	case SINCE:
		return since(cx->arena, n, r);
	case MOMENT:
		return moment(cx, fhir_tree_get(n, r->path));
	case NOTES:
	case REACTIONS:
		return gathered(cx->arena, n, r->path);
	case OWN:
		return fhir_tree_own(n, r->path);
	case GRADE:
		return grade(n, r->path);
	case WORST:
		return worst(n);
	case CLASS:
		return fhir_tree_get(n, "class/code");
	case TAKEN:
		text = fhir_tree_get(n, "status");
		return text[0] != '\0' ? text : fhir_tree_own(
		    fhir_tree_at(n, "status"), "medication-status");
	case WHO:
		n = fhir_tree_at(n, r->path);
		return strcmp(fhir_tree_get(n, "system"), PERSONS) == 0 ?
		    fhir_tree_get(n, "value") : "";
	}
	return "";
}

void
fhir_fact_read(struct ctx *cx, enum fact_kind kind, struct reader_node *n,
    const char *out[FACT_PLACES])
{
	const struct row *r;
	int i;

	for (i = 0; i < FACT_PLACES; i++)
		out[i] = "";
	for (r = kinds[kind].rows; r->path != NULL; r++)
		out[r->place] = read_one(cx, kind, n, r);
}

/* But for white space: what is kept is tidied. */
static bool
same(const char *a, const char *b)
{
	static const char blanks[] = " \t\r\n";

	a += strspn(a, blanks);
	b += strspn(b, blanks);
	while (*a != '\0' && *b != '\0') {
		if (strchr(blanks, *a) != NULL && strchr(blanks, *b) != NULL) {
			a += strspn(a, blanks);
			b += strspn(b, blanks);
		} else if (*a++ != *b++) {
			return false;
		}
	}
	return a[strspn(a, blanks)] == '\0' && b[strspn(b, blanks)] == '\0';
}

static void
write_code(struct ctx *cx, enum fact_kind kind, struct reader_node *n,
    const char *path, const char *const values[FACT_PLACES])
{
	struct reader_node *old = coding(kind, fhir_tree_at(n, path));

	if (old != NULL)
		fhir_tree_code_set(cx->arena, n, path, fhir_tree_get(old,
		    "system"), "", "");
	if (values[FACT_CODE][0] != '\0')
		fhir_tree_code_set(cx->arena, n, path, values[FACT_SYSTEM],
		    values[FACT_CODE], "");
}

/* One of a choice stands there alone. */
static void
drop_choice(struct reader_node *n, const char *with, const char *path)
{
	size_t len = strlen(with);
	struct reader_node *c, *next;

	for (c = n->first; c != NULL; c = next) {
		next = c->next;
		if (strncmp(c->name, with, len) == 0 &&
		    strncmp(c->name, path, strlen(c->name)) != 0)
			fhir_tree_drop(n, c->name);
	}
}

static void
write_notes(struct arena *a, struct reader_node *n, const char *text)
{
	fhir_tree_drop(n, "note");
	if (text[0] != '\0')
		fhir_tree_set(a, n, "note/text", text);
}

static void
write_reactions(struct arena *a, struct reader_node *n, const char *text)
{
	struct reader_node *reaction;
	size_t len;

	fhir_tree_drop(n, "reaction");
	if (text[0] == '\0')
		return;
	reaction = fhir_tree_add(a, n, "reaction");
	for (; *text != '\0'; text += len + (text[len] == '\n')) {
		len = strcspn(text, "\n");
		if (len > 0)
			fhir_tree_set(a, fhir_tree_add(a, reaction,
			    "manifestation"), "text",
			    arena_textn(a, text, len));
	}
}

static void
write_worst(struct arena *a, struct reader_node *n, const char *text)
{
	struct reader_node *c, *first = fhir_tree_at(n, "reaction");

	for (c = n->first; c != NULL; c = c->next)
		if (reader_is(c, NULL, "reaction"))
			fhir_tree_set(a, c, "severity", c == first ? text :
			    "");
	fhir_tree_own_set(a, n, "severity", "valueCode",
	    first == NULL ? text : "");
}

/* The schema that comes with the standard allows fewer words for the status
 * than the standard does: the others stand in an extension of it. */
static void
write_taken(struct arena *a, struct reader_node *n, const char *text)
{
	fhir_tree_drop(n, "status");
	if (strcmp(text, "active") == 0 || strcmp(text, FACT_ERROR) == 0)
		fhir_tree_set(a, n, "status", text);
	else if (text[0] != '\0')
		fhir_tree_own_set(a, fhir_tree_add(a, n, "status"),
		    "medication-status", "valueCode", text);
}

static void
write_moment(struct ctx *cx, struct reader_node *n, const char *path,
    const char *text)
{
	int64_t when;

	if (text[0] != '\0' && date_moment(cx->zone, text, &when) == DATE_OK)
		text = date_text(cx->arena, cx->lang, cx->zone, when,
		    cx->now, DATE_ISO);
	fhir_tree_set(cx->arena, n, path, text);
}

static void
write_grade(struct arena *a, struct reader_node *n, const char *path,
    const char *text)
{
	size_t i;

	for (i = 0; i < GRADES && strcmp(grades[i].word, text) != 0; i++)
		;
	fhir_tree_code_set(a, n, path, FACT_SNOMED, i == GRADES ? "" :
	    grades[i].code, i == GRADES ? "" : grades[i].display);
}

/* A day becomes a period that begins on it. */
static void
period(struct arena *a, struct reader_node *n)
{
	const char *from = fhir_tree_get(n, "effectiveDateTime");

	if (from[0] == '\0')
		return;
	fhir_tree_drop(n, "effectiveDateTime");
	fhir_tree_set(a, n, "effectivePeriod/start", from);
}

static void
write_one(struct ctx *cx, enum fact_kind kind, struct reader_node *n,
    const struct row *r, const char *const values[FACT_PLACES])
{
	const char *text = values[r->place];
	struct arena *a = cx->arena;

	switch (r->how) {
	case CODE:
	case SYSTEM:
		write_code(cx, kind, n, r->path, values);
		break;
	case WORDS:
		if (r->with != NULL && strncmp(r->with, "medication", 10) == 0)
			fhir_tree_drop(n, r->with);
		fhir_tree_set(a, n, arena_printf(a, "%s/text", r->path), text);
		break;
	case STATUS:
		fhir_tree_code_set(a, n, r->path, r->with, text, "");
		break;
	case DAY:
	case SINCE:
		if (strncmp(r->path, "effective", 9) == 0)
			period(a, n);
		if (r->with != NULL)
			drop_choice(n, r->with, r->path);
		fhir_tree_set(a, n, r->path, text);
		break;
	case MOMENT:
		write_moment(cx, n, r->path, text);
		break;
	case NOTES:
		write_notes(a, n, text);
		break;
	case REACTIONS:
		write_reactions(a, n, text);
		break;
	case WORST:
		write_worst(a, n, text);
		break;
	case OWN:
		fhir_tree_own_set(a, n, r->path, r->with, text);
		break;
	case GRADE:
		write_grade(a, n, r->path, text);
		break;
	case TAKEN:
		write_taken(a, n, text);
		break;
	case CLASS:
		fhir_tree_drop(n, "class");
		fhir_tree_set(a, n, "class/system", CLASSES);
		fhir_tree_set(a, n, "class/code", text);
		break;
	case WHO:
		fhir_tree_set(a, n, "participant/individual/identifier/system",
		    text[0] == '\0' ? "" : PERSONS);
		fhir_tree_set(a, n, "participant/individual/identifier/value",
		    text);
		break;
	case VALUE:
		fhir_tree_set(a, n, r->path, text);
	}
}

void
fhir_fact_write(struct ctx *cx, enum fact_kind kind, struct reader_node *n,
    const char *const values[FACT_PLACES])
{
	const struct row *r;

	for (r = kinds[kind].rows; r->path != NULL; r++)
		if (!same(read_one(cx, kind, n, r), values[r->place]))
			write_one(cx, kind, n, r, values);
	if (kind == FACT_ENCOUNTER && fhir_tree_at(n, "class") == NULL)
		fhir_tree_set(cx->arena, n, "class/system", CLASSES);
}
