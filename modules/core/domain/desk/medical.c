/* SPDX-License-Identifier: MIT */
/* Which dossiers are cases of patients, and who may open them as such. */
#include "domain/desk/medical.h"

#include <stdlib.h>
#include <string.h>

#include "domain/course/dossier_load.h"
#include "domain/dossier/dossier.h"
#include "domain/type/casetype.h"
#include "store/store_compartment.h"
#include "store/store_patient.h"
#include "store/store_person.h"
#include "store/store_type.h"
#include "text/date.h"
#include "text/message.h"

bool
medical_is(const struct casetype *type)
{
	return (type->views & TYPE_VIEW_MEDICAL) != 0;
}

enum err
medical_types(struct ctx *cx, const struct casetype *const **out)
{
	const struct casetype *t, *all, **list;
	size_t n = 1;
	enum err e;

	if ((e = casetype_all(cx, &all)) != OK)
		return e;
	for (t = all; t != NULL; t = t->next)
		n++;
	list = arena_array(cx->arena, n, sizeof(*list));
	for (t = all, n = 0; t != NULL; t = t->next)
		if (medical_is(t))
			list[n++] = t;
	list[n] = NULL;
	*out = list;
	return OK;
}

enum err
medical_versions(struct ctx *cx, int64_t out[MEDICAL_VERSIONS], size_t *n)
{
	const struct casetype *const *types, *t;
	struct store_type *v;
	enum err e;

	*n = 0;
	if ((e = medical_types(cx, &types)) != OK)
		return e;
	for (; *types != NULL; types++) {
		if ((e = store_type_versions(cx, (*types)->code, &v)) != OK)
			return e;
		for (; v != NULL && *n < MEDICAL_VERSIONS; v = v->next) {
			/* kept by the process: no statement */
			if ((e = casetype_by_id(cx, v->id, &t)) != OK)
				return e;
			if (medical_is(t))
				out[(*n)++] = v->id;
		}
	}
	return OK;
}

static enum err
held(struct ctx *cx, bool *out)
{
	struct compartment *c;
	enum err e = store_compartment_find(cx, MEDICAL_COMPARTMENT, &c);

	*out = e == OK && c != NULL && c->held;
	return e;
}

enum err
medical_member(struct ctx *cx)
{
	bool member;
	enum err e;

	if ((e = held(cx, &member)) != OK || member)
		return e;
	return refuse(cx, ERR_FORBIDDEN, "%s", _("Patients are there for "
	    "members of the compartment “Medical”. Ask your administrator "
	    "if your work is with them."));
}

enum err
medical_open(struct ctx *cx, const char *number, enum level level,
    struct dossier **out)
{
	bool member;
	enum err e;

	*out = NULL;
	if ((e = held(cx, &member)) != OK)
		return e;
	if (member && (e = dossier_open(cx, number, level, out)) != OK)
		return e;
	if (!member || !medical_is((*out)->type))
		return refuse(cx, ERR_MISSING, "%s",
		    _("There is no such case, or it is not for you."));
	return dossier_load(cx, *out);
}

enum err
medical_patient(struct ctx *cx, const struct dossier *d, struct person **out)
{
	const struct party *p;
	enum err e;

	*out = NULL;
	for (p = d->parties; p != NULL; p = p->next)
		if (p->ended == 0 && strcmp(p->role, PATIENT_ROLE) == 0)
			break;
	if (p == NULL)
		return OK;
	if ((e = store_person_get(cx, p->person, out)) != OK)
		return e;
	return *out == NULL ? OK : store_person_more(cx, *out);
}

/* Whole months from one civil day to another. */
static int
months(const char *from, const char *to)
{
	int n = (int)(strtol(to, NULL, 10) - strtol(from, NULL, 10)) * 12 +
	    (int)(strtol(to + 5, NULL, 10) - strtol(from + 5, NULL, 10));

	return strcmp(to + 8, from + 8) < 0 ? n - 1 : n;
}

static int64_t
days(const char *civil)
{
	return date_days(strtol(civil, NULL, 10), (int)strtol(civil + 5,
	    NULL, 10), (int)strtol(civil + 8, NULL, 10));
}

const char *
medical_age(struct ctx *cx, const char *born, const char *died)
{
	const char *until = died[0] != '\0' ? died :
	    date_today(cx->arena, cx->zone, cx->now);
	int n;

	if (!date_civil_ok(born) || strcmp(born, until) > 0)
		return "";
	n = months(born, until);
	if (n >= 24)
		return arena_printf(cx->arena, message_plural("%d year",
		    "%d years", n / 12), n / 12);
	if (n >= 1)
		return arena_printf(cx->arena, message_plural("%d month",
		    "%d months", n), n);
	n = (int)(days(until) - days(born));
	return arena_printf(cx->arena, message_plural("%d day", "%d days",
	    n), n);
}

enum err
medical_patients(struct ctx *cx, const struct patient_filter *f,
    struct patient **out)
{
	int64_t types[MEDICAL_VERSIONS];
	struct patient *p;
	size_t n;
	enum err e;

	*out = NULL;
	if ((e = medical_member(cx)) != OK ||
	    (e = medical_versions(cx, types, &n)) != OK ||
	    (e = store_patient_list(cx, f, types, n, out)) != OK)
		return e;
	for (p = *out; p != NULL; p = p->next)
		if ((e = casetype_by_id(cx, p->type_id, &p->type)) != OK)
			return e;
	return OK;
}
