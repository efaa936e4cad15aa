/* SPDX-License-Identifier: MIT */
/* Whom the page is about: name, birth date, identifiers. */
#include "medical/banner.h"

#include "domain/desk/medical.h"
#include "domain/people/person.h"
#include "medical/known.h"
#include "web/view.h"

enum err
banner_show(struct request *rq, const struct dossier *d)
{
	const struct identifier *i;
	struct person *p;
	struct view *v, *x;
	enum err e;

	if ((e = medical_patient(&rq->cx, d, &p)) != OK)
		return e;
	v = view_part(rq->view, "known");
	if ((e = known_banner(rq, d, v)) != OK || p == NULL)
		return e;
	v = view_part(rq->view, "patient");
	view_text(v, "number", p->number);
	view_text(v, "name", p->name);
	view_text(v, "born", p->born);
	view_text(v, "died", p->died);
	view_text(v, "age", medical_age(&rq->cx, p->born, p->died));
	view_text(v, "sex", person_words_sex(p->sex));
	for (i = p->identifiers; i != NULL; i = i->next) {
		x = view_item(v, "identifiers");
		view_text(x, "kind", person_words_identifier(i->kind));
		view_text(x, "value", i->value);
	}
	return OK;
}
