/* SPDX-License-Identifier: MIT */
/* Facts of the patient: birth date, sex, death. */
#include "medical/about.h"

#include "domain/people/person.h"
#include "medical/medical.h"
#include "text/message.h"
#include "text/number.h"

const struct field about_form[] = {
	{ "version", FIELD_INT, .min = 1, .max = INT64_MAX },
	{ "born", FIELD_TEXT, .max = 10 },
	{ "sex", FIELD_TEXT, .max = 10 },
	{ "died", FIELD_TEXT, .max = 10 },
	{ 0 }
};

static enum err
patient_of(struct request *rq, const struct dossier *d, struct person **p)
{
	enum err e;

	if ((e = medical_patient(&rq->cx, d, p)) != OK || *p != NULL)
		return e;
	return refuse(&rq->cx, ERR_CONFLICT, "%s", _("Nobody is named as the "
	    "patient yet. Say on the care team who it is."));
}

enum err
get_about(struct request *rq)
{
	const char *const *s;
	struct dossier *d;
	struct person *p;
	enum err e;

	if ((e = patient_page_open(rq, &d)) != OK ||
	    (e = patient_of(rq, d, &p)) != OK)
		return e;
	for (s = person_words_sexes; *s != NULL; s++)
		view_option(rq->view, "sexes", *s, person_words_sex(*s));
	form_start(rq, "version", number_plain(rq->cx.arena, p->version, 0));
	form_start(rq, "born", p->born);
	form_start(rq, "sex", p->sex);
	form_start(rq, "died", p->died);
	return reply_page(rq, "medical/about.html");
}

enum err
post_about_save(struct request *rq)
{
	struct person_new new = { .born = form_text(rq, "born"),
	    .sex = form_text(rq, "sex"), .died = form_text(rq, "died") };
	struct dossier *d;
	struct person *p;
	enum err e;

	if ((e = medical_open(&rq->cx, rq->number, rq->level, &d)) != OK ||
	    (e = patient_of(rq, d, &p)) != OK)
		return e;
	new.organisation = p->organisation;
	new.name = p->name;
	new.given = p->given;
	new.family = p->family;
	new.email = p->email;
	new.phone = p->phone;
	new.address = p->address;
	new.language = p->language;
	if ((e = person_change(&rq->cx, p, &new,
	    form_int(rq, "version"))) != OK)
		return e;
	reply_notice(rq, _("The facts of %s are saved."), p->name);
	return reply_redirect(rq, MEDICAL "/%s", d->number);
}
