/* SPDX-License-Identifier: MIT */
/* Who cares for a patient. */
#include "domain/desk/careteam.h"

#include <string.h>

#include "domain/dossier/dossier_keep.h"
#include "domain/dossier/party.h"
#include "domain/people/compartment.h"
#include "domain/spine/keep.h"
#include "model/patient.h"
#include "store/store_party.h"
#include "text/message.h"

const char *
careteam_role(struct ctx *cx, const struct dossier *d, const char *role)
{
	return strcmp(role, "lead") == 0 ? _("Case manager") :
	    party_role(cx, d->type, role);
}

bool
careteam_is(const struct party *p)
{
	return strcmp(p->role, PATIENT_ROLE) != 0 &&
	    strcmp(p->role, "requester") != 0;
}

/* Whom they care for is one person. */
static enum err
one_patient(struct ctx *cx, struct dossier *d)
{
	const struct party *p;
	enum err e;

	if ((e = store_party_list(cx, d)) != OK)
		return e;
	for (p = d->parties; p != NULL; p = p->next)
		if (p->ended == 0 && strcmp(p->role, PATIENT_ROLE) == 0)
			return refuse_field(cx, "role", _("%s is the patient "
			    "of this case. End that first."), p->name);
	return OK;
}

enum err
careteam_add(struct ctx *cx, struct dossier *d, const struct person *p,
    const char *role)
{
	bool patient = strcmp(role, PATIENT_ROLE) == 0;
	const char *name;
	enum err e;

	if ((e = keep_open(cx, d)) != OK ||
	    (patient && (e = one_patient(cx, d)) != OK))
		return e;
	/* a colleague who is the patient works on it no more for that */
	if (p->login[0] != '\0' && !patient &&
	    ((e = compartment_admits(cx, d->compartment, "person", p->id,
	    p->name)) != OK ||
	    (e = dossier_keep_admit(cx, d, "person", p->id, &name)) != OK))
		return e;
	return party_add(cx, d, p->id, role);
}
