/* SPDX-License-Identifier: MIT */
/* In the stories of the demo: who cares for a patient, and what is known of
 * them. */
#include <string.h>

#include "domain/desk/careteam.h"
#include "domain/desk/medical.h"
#include "domain/people/person.h"
#include "store/store_person.h"
#include "tool/tool_demo.h"

static enum err
team(struct tool_demo *p, struct dossier *d)
{
	struct person *who;
	enum err e;

	if ((e = store_person_get(p->cx, tool_demo_staff(p,
	    p->act->word[2]), &who)) != OK)
		return e;
	if (who == NULL)
		return refuse(p->cx, ERR_MISSING, "%s is not of the staff",
		    p->act->word[2]);
	return careteam_add(p->cx, d, who, p->act->word[1]);
}

static enum err
facts(struct tool_demo *p, struct dossier *d)
{
	struct identifier insured = { .kind = "Insurance number",
	    .value = p->act->word[3] };
	struct person *who;
	struct person_new new;
	enum err e;

	if ((e = medical_patient(p->cx, d, &who)) != OK || who == NULL)
		return e;
	new = (struct person_new){ .name = who->name, .given = who->given,
	    .family = who->family, .email = who->email,
	    .phone = who->phone, .address = who->address,
	    .language = who->language, .born = p->act->word[1],
	    .sex = p->act->word[2], .identifiers = &insured,
	    .more = true };
	return person_change(p->cx, who, &new, who->version);
}

enum err
tool_demo_patient(struct tool_demo *p, struct dossier *d, bool *known)
{
	*known = true;
	if (strcmp(p->act->word[0], "team") == 0)
		return team(p, d);
	if (strcmp(p->act->word[0], "born") == 0)
		return facts(p, d);
	*known = false;
	return OK;
}
