/* SPDX-License-Identifier: MIT */
/* The form of a person: shared by the register and by dossiers. */
#include <string.h>

#include "casework/people/persons.h"
#include "domain/people/person.h"
#include "text/message.h"

const char *const persons_kinds[] = { "person", "organisation", NULL };

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

const char *
persons_language(const char *code)
{
	size_t i;

	for (i = 0; message_languages[i] != NULL; i++)
		if (strcmp(message_languages[i], code) == 0)
			return message_names[i];
	return "";
}

/* What a person has several of: a list of the view, names in the form, and
 * the kind that an empty row begins with. */
static const struct rows {
	const char *list;
	char letter;
	const char *text, *kind;
} identifiers = { "identifiers", 'i', "value", "" },
    addresses = { "addresses", 'a', "text", "visiting" };

static void
row(struct request *rq, const struct rows *r, int n, const char *kind,
    const char *text)
{
	const char *kind_name = person_form_name(rq, r->letter, n, "kind");
	const char *text_name = person_form_name(rq, r->letter, n, r->text);
	struct view *v = view_item(rq->view, r->list);

	view_int(v, "n", n + 1);
	view_text(v, "kind", kind_name);
	view_text(v, r->text, text_name);
	form_start(rq, kind_name, kind);
	form_start(rq, text_name, text);
}

/* Behind the n rows that are stored: what was typed, and an empty one. */
static void
more_rows(struct request *rq, const struct rows *r, int n)
{
	int typed = person_form_rows(rq, r->letter, r->text);

	for (; n < typed; n++)
		row(rq, r, n, r->kind, "");
	if (n < PERSON_FORM_ROWS)
		row(rq, r, n, r->kind, "");
}

static void
all_rows(struct request *rq, const struct person *p)
{
	const struct identifier *i = p == NULL ? NULL : p->identifiers;
	const struct address *a = p == NULL ? NULL : p->addresses;
	int n;

	view_flag(rq->view, "more", i != NULL || a != NULL ||
	    person_form_rows(rq, 'i', "value") > 0 ||
	    person_form_rows(rq, 'a', "text") > 0);
	for (n = 0; i != NULL && n < PERSON_FORM_ROWS; i = i->next, n++)
		row(rq, &identifiers, n, person_words_identifier(i->kind),
		    i->value);
	more_rows(rq, &identifiers, n);
	for (n = 0; a != NULL && n < PERSON_FORM_ROWS; a = a->next, n++)
		row(rq, &addresses, n, a->kind, a->text);
	more_rows(rq, &addresses, n);
}

static void
kind_choices(struct request *rq)
{
	const char *const *k;
	struct view *v;

	for (k = person_words_identifiers; *k != NULL; k++) {
		v = view_item(rq->view, "identifier_kinds");
		view_text(v, "word", person_words_identifier(*k));
	}
	for (k = person_words_addresses; *k != NULL; k++) {
		v = view_item(rq->view, "address_kinds");
		view_text(v, "code", *k);
		view_text(v, "word", person_words_address(*k));
	}
}

void
persons_choices(struct request *rq, const struct person *p)
{
	struct view *v;
	size_t i;

	for (i = 0; message_languages[i] != NULL; i++) {
		v = view_item(rq->view, "languages");
		view_text(v, "code", message_languages[i]);
		view_text(v, "name", message_names[i]);
	}
	kind_choices(rq);
	all_rows(rq, p);
	if (p == NULL)
		form_start(rq, "kind", "person");
}

void
persons_show_more(struct view *v, const struct person *p)
{
	const struct identifier *i;
	const struct address *a;
	struct view *item;

	for (i = p->identifiers; i != NULL; i = i->next) {
		item = view_item(v, "identifiers");
		view_text(item, "kind", person_words_identifier(i->kind));
		view_text(item, "value", i->value);
	}
	for (a = p->addresses; a != NULL; a = a->next) {
		item = view_item(v, "addresses");
		view_text(item, "kind", person_words_address(a->kind));
		view_text(item, "text", a->text);
	}
}

void
persons_typed(struct request *rq, struct person_new *out)
{
	person_form_typed(rq, out);
	out->organisation =
	    strcmp(form_text(rq, "kind"), "organisation") == 0;
	out->more = true;
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
