/* SPDX-License-Identifier: MIT */
/* The form of a person: shared by the register and by dossiers. */
#include <string.h>

#include "casework/persons.h"
#include "domain/person.h"
#include "text/message.h"

const char *const persons_kinds[] = { "person", "organisation", NULL };
/* as message_languages, which a static table cannot name */
const char *const persons_languages[] = {
	"en", "fr", "de", "it", "pt", "ja", NULL
};

void
persons_show(struct view *v, const struct person *p)
{
	view_text(v, "number", p->number);
	view_text(v, "name", p->name);
	view_flag(v, "organisation", p->organisation);
	view_text(v, "email", p->email);
	view_text(v, "phone", p->phone);
	view_text(v, "address", p->address);
	view_flag(v, "staff", p->login[0] != '\0');
	view_text(v, "likely", p->likely);
}

/* Each language in its own words: not to be translated. */
const char *
persons_language(const char *code)
{
	static const char *const names[] = {
		"English", "Français", "Deutsch", "Italiano", "Português",
		"日本語"
	};
	size_t i;

	for (i = 0; persons_languages[i] != NULL; i++)
		if (strcmp(persons_languages[i], code) == 0)
			return names[i];
	return "";
}

void
persons_choices(struct request *rq)
{
	struct view *v;
	size_t i;

	for (i = 0; persons_languages[i] != NULL; i++) {
		v = view_item(rq->view, "languages");
		view_text(v, "code", persons_languages[i]);
		view_text(v, "name", persons_language(persons_languages[i]));
	}
	form_start(rq, "kind", "person");
}

void
persons_typed(struct request *rq, struct person_new *out)
{
	out->organisation =
	    strcmp(form_text(rq, "kind"), "organisation") == 0;
	out->name = form_text(rq, "name");
	out->given = form_text(rq, "given");
	out->family = form_text(rq, "family");
	out->email = form_text(rq, "email");
	out->phone = form_text(rq, "phone");
	out->address = form_text(rq, "address");
	out->language = form_text(rq, "language");
}

enum err
persons_show_likely(struct request *rq)
{
	struct person_new new;
	struct person *p;
	enum err e;

	if (rq->method != POST)
		return OK;
	persons_typed(rq, &new);
	if ((e = person_likely(&rq->cx, &new, &p)) != OK)
		return e;
	for (; p != NULL; p = p->next)
		persons_show(view_item(rq->view, "likely"), p);
	return OK;
}

enum err
persons_make(struct request *rq, struct person **out)
{
	struct person_new new;
	struct person *p;
	enum err e;

	persons_typed(rq, &new);
	if (!form_flag(rq, "sure")) {
		if ((e = person_likely(&rq->cx, &new, &p)) != OK)
			return e;
		if (p != NULL)
			return refuse_field(&rq->cx, "sure",
			    _("Look whether it is one of these, or say that "
			    "it is another."));
	}
	return person_add(&rq->cx, &new, out);
}
