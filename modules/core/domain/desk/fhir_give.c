/* SPDX-License-Identifier: MIT */
/* A case of a patient as a Bundle. */
#include <string.h>

#include "domain/desk/fhir.h"
#include "domain/desk/fhir_fact.h"
#include "domain/desk/fhir_tree.h"
#include "domain/desk/medical.h"
#include "domain/dossier/fact.h"
#include "domain/dossier/party.h"
#include "model/consent.h"
#include "store/store_fhir.h"
#include "text/message.h"
#include "xml/fhircheck.h"
#include "xml/fhirwrite.h"

#define ALL INT64_MAX

struct giving {
	struct ctx *cx;
	struct dossier *d;
	struct buf *to;
	unsigned int what;
	const struct person *person;	/* NULL: nobody is named */
	const char *patient;		/* its reference */
	struct fact *facts[FACT_KINDS];
};

/* What of a case each type tells; all of it, of any other. */
static unsigned int
what_of(const char *type)
{
	static const struct { const char *type; unsigned int what; } of[] = {
		{ "Patient", CONSENT_CASE },
		{ "Practitioner", CONSENT_CASE },
		{ "CareTeam", CONSENT_CASE },
		{ "Flag", CONSENT_CASE },
		{ "Condition", CONSENT_PROBLEMS },
		{ "AllergyIntolerance", CONSENT_ALLERGIES },
		{ "MedicationStatement", CONSENT_MEDICATIONS },
		{ "Encounter", CONSENT_ENCOUNTERS },
		{ "CarePlan", CONSENT_PLAN },
		{ "Goal", CONSENT_PLAN },
		{ "Task", CONSENT_PLAN },
		{ "ServiceRequest", CONSENT_PLAN },
		{ "Communication", CONSENT_NOTES },
		{ "Questionnaire", CONSENT_FORMS },
		{ "QuestionnaireResponse", CONSENT_FORMS },
		{ "DocumentReference", CONSENT_DOCUMENTS }
	};
	size_t i;

	for (i = 0; i < sizeof(of) / sizeof(of[0]); i++)
		if (strcmp(of[i].type, type) == 0)
			return of[i].what;
	return CONSENT_CASE | CONSENT_PROBLEMS | CONSENT_ALLERGIES |
	    CONSENT_MEDICATIONS | CONSENT_ENCOUNTERS | CONSENT_PLAN |
	    CONSENT_NOTES | CONSENT_FORMS | CONSENT_DOCUMENTS;
}

/* Elements alone, in the order of the standard. */
static enum err
tidy(struct giving *g, struct reader_node *n)
{
	struct reader_fault *faults = NULL;
	struct fhircheck check = { .arena = g->cx->arena,
	    .long_arena = g->cx->arena, .file = n->name, .faults = &faults };

	return fhircheck_resource(&check, n) ? OK :
	    reader_refuse(g->cx, faults);
}

static enum err
put(struct giving *g, struct reader_node *n, const char *url)
{
	struct arena *a = g->cx->arena;
	struct reader_node *entry = fhir_tree_new(a, "entry");
	enum err e;

	if ((e = tidy(g, n)) != OK)
		return e;
	g->what |= what_of(n->name);
	fhir_tree_set(a, entry, "fullUrl", url);
	fhir_tree_add(a, entry, "resource")->first = n;
	fhirwrite_part(g->to, entry);
	return OK;
}

/* Takes it out of those that are still to be written. */
static struct fact *
fact_taken(struct giving *g, enum fact_kind kind, int64_t no)
{
	struct fact **p, *f;

	for (p = &g->facts[kind]; (f = *p) != NULL; p = &f->next)
		if (f->no == no) {
			*p = f->next;
			return f;
		}
	return NULL;
}

static void
write_fact(struct giving *g, struct reader_node *n, const struct fact *f)
{
	const char *typed[FACT_PLACES];

	fact_show_typed(g->cx, f, typed);
	fhir_fact_write(g->cx, f->kind, n, typed);
	if (f->with[0] != '\0' &&
	    fhir_tree_get(n, "participant/individual/display")[0] == '\0')
		fhir_tree_set(g->cx->arena, n,
		    "participant/individual/display", f->with);
}

/* As it came, with what is known now over it. What became a row that is not
 * there any more was taken back. */
static enum err
give_kept(struct giving *g, const struct fhir_kept *k)
{
	struct reader_fault *faults = NULL;
	struct reader_node *n = reader_tree(g->cx->arena, k->type, k->xml,
	    strlen(k->xml), NULL, &faults);
	enum fact_kind kind;
	struct fact *f;
	enum err e;

	if (n == NULL)
		return reader_refuse(g->cx, faults);
	if ((e = tidy(g, n)) != OK)
		return e;
	if (k->no != 0 && fhir_fact_kind(k->type, &kind)) {
		if ((f = fact_taken(g, kind, k->no)) == NULL)
			return OK;
		write_fact(g, n, f);
	}
	if (strcmp(k->type, "Patient") == 0 && g->person != NULL)
		fhir_person_write(g->cx, n, g->person);
	return put(g, n, k->url);
}

static enum err
give_person(struct giving *g)
{
	struct arena *a = g->cx->arena;
	struct reader_node *n, *c;
	const struct identifier *i;

	if (g->person == NULL)
		return OK;
	n = fhir_tree_new(a, "Patient");
	fhir_tree_set(a, n, "id", g->person->number);
	for (i = g->person->identifiers; i != NULL; i = i->next) {
		c = fhir_tree_add(a, n, "identifier");
		fhir_tree_set(a, c, "type/text", i->kind);
		fhir_tree_set(a, c, "value", i->value);
	}
	fhir_person_write(g->cx, n, g->person);
	return put(g, n, "");
}

/* A fact that no file brought. */
static enum err
give_fact(struct giving *g, const struct fact *f)
{
	struct arena *a = g->cx->arena;
	struct reader_node *n = fhir_tree_new(a, fhir_fact_resource(f->kind));

	fhir_tree_set(a, n, "id", arena_printf(a, "%s-%lld", g->d->number,
	    (long long)f->no));
	fhir_tree_set(a, n, arena_printf(a, "%s/reference",
	    fhir_fact_subject(f->kind)), g->patient);
	write_fact(g, n, f);
	return put(g, n, "");
}

static enum err
give_team(struct giving *g)
{
	struct arena *a = g->cx->arena;
	struct reader_node *n = fhir_tree_new(a, "CareTeam"), *c;
	const struct party *p;
	bool any = false;

	fhir_tree_set(a, n, "id", arena_printf(a, "%s-team", g->d->number));
	fhir_tree_set(a, n, "status", g->d->closed != 0 ? "inactive" :
	    "active");
	fhir_tree_set(a, n, "subject/reference", g->patient);
	for (p = g->d->parties; p != NULL; p = p->next) {
		if (p->ended != 0 || strcmp(p->role, PATIENT_ROLE) == 0)
			continue;
		any = true;
		c = fhir_tree_add(a, n, "participant");
		fhir_tree_set(a, c, "role/text", party_role(g->cx, g->d->type,
		    p->role));
		fhir_tree_set(a, c, "member/display", p->name);
	}
	return any ? put(g, n, "") : OK;
}

/* The rows, the oldest first. */
static enum err
gather(struct giving *g)
{
	struct fact *f, *next, **p;
	enum err e;
	int i;

	for (i = 0; i < FACT_KINDS; i++) {
		if ((e = fact_list(g->cx, g->d, (enum fact_kind)i, 0, ALL,
		    &f)) != OK)
			return e;
		for (; f != NULL; f = next) {
			next = f->next;
			for (p = &g->facts[i]; *p != NULL &&
			    (*p)->no < f->no; p = &(*p)->next)
				;
			f->next = *p;
			*p = f;
		}
	}
	return OK;
}

static enum err
give_all(struct giving *g, const struct fhir_kept *kept)
{
	const struct fhir_kept *k;
	bool person = false, team = false;
	struct fact *f;
	enum err e;
	int i;

	for (k = kept; k != NULL; k = k->next) {
		if (strcmp(k->type, "Patient") == 0 && !person) {
			person = true;
			g->patient = k->url[0] != '\0' ? k->url :
			    arena_printf(g->cx->arena, "Patient/%s", k->name);
		}
		team |= strcmp(k->type, "CareTeam") == 0;
	}
	if (!person && (e = give_person(g)) != OK)
		return e;
	for (k = kept; k != NULL; k = k->next)
		if ((e = give_kept(g, k)) != OK)
			return e;
	for (i = 0; i < FACT_KINDS; i++)
		for (f = g->facts[i]; f != NULL; f = f->next)
			if ((e = give_fact(g, f)) != OK)
				return e;
	return team ? OK : give_team(g);
}

enum err
fhir_give(struct ctx *cx, struct dossier *d, struct buf *to,
    unsigned int *what)
{
	struct giving g = { .cx = cx, .d = d, .to = to };
	struct reader_node *type = fhir_tree_new(cx->arena, "type");
	struct fhir_kept *kept;
	struct person *p;
	enum err e;

	if ((e = medical_patient(cx, d, &p)) != OK ||
	    (e = store_fhir_list(cx, d, &kept)) != OK ||
	    (e = gather(&g)) != OK)
		return e;
	g.person = p;
	g.patient = p == NULL ? "Patient/unknown" : arena_printf(cx->arena,
	    "Patient/%s", p->number);
	fhirwrite_start(to, "Bundle");
	fhir_tree_set(cx->arena, type, "", "collection");
	fhirwrite_part(to, type);
	if ((e = give_all(&g, kept)) != OK)
		return e;
	fhirwrite_end(to, "Bundle");
	*what = g.what;
	return OK;
}
