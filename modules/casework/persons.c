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

#define ROWS 12		/* of identifiers, of addresses */

static const char *
row_name(struct request *rq, char list, int n, const char *what)
{
	return arena_printf(rq->cx.arena, "%c.%d.%s", list, n, what);
}

/* Rows up to the last one that was typed. */
static int
typed_rows(struct request *rq, char list, const char *what)
{
	int n = ROWS;

	while (n > 0 && !form_has(rq, row_name(rq, list, n - 1, what)))
		n--;
	return n;
}

static int
identifier_row(struct request *rq, int n, const char *kind,
    const char *value)
{
	struct view *v = view_item(rq->view, "identifiers");

	view_int(v, "n", n + 1);
	view_text(v, "kind", row_name(rq, 'i', n, "kind"));
	view_text(v, "value", row_name(rq, 'i', n, "value"));
	form_start(rq, row_name(rq, 'i', n, "kind"), kind);
	form_start(rq, row_name(rq, 'i', n, "value"), value);
	return n + 1;
}

static int
address_row(struct request *rq, int n, const char *kind, const char *text)
{
	struct view *v = view_item(rq->view, "addresses");

	view_int(v, "n", n + 1);
	view_text(v, "kind", row_name(rq, 'a', n, "kind"));
	view_text(v, "text", row_name(rq, 'a', n, "text"));
	form_start(rq, row_name(rq, 'a', n, "kind"), kind);
	form_start(rq, row_name(rq, 'a', n, "text"), text);
	return n + 1;
}

/* What there is, what was typed, and an empty row. */
static void
more_rows(struct request *rq, const struct person *p)
{
	const struct identifier *i = p == NULL ? NULL : p->identifiers;
	const struct address *a = p == NULL ? NULL : p->addresses;
	int n = 0, typed = typed_rows(rq, 'i', "value");

	view_flag(rq->view, "more", i != NULL || a != NULL || typed > 0 ||
	    typed_rows(rq, 'a', "text") > 0);
	for (; i != NULL && n < ROWS; i = i->next)
		n = identifier_row(rq, n, person_words_identifier(i->kind),
		    i->value);
	while (n < ROWS && n < typed)
		n = identifier_row(rq, n, "", "");
	if (n < ROWS)
		identifier_row(rq, n, "", "");
	typed = typed_rows(rq, 'a', "text");
	for (n = 0; a != NULL && n < ROWS; a = a->next)
		n = address_row(rq, n, a->kind, a->text);
	while (n < ROWS && n < typed)
		n = address_row(rq, n, "visiting", "");
	if (n < ROWS)
		address_row(rq, n, "visiting", "");
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

	for (i = 0; persons_languages[i] != NULL; i++) {
		v = view_item(rq->view, "languages");
		view_text(v, "code", persons_languages[i]);
		view_text(v, "name", persons_language(persons_languages[i]));
	}
	kind_choices(rq);
	more_rows(rq, p);
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

static struct identifier *
typed_identifiers(struct request *rq)
{
	struct identifier *list = NULL, *i;
	int n;

	for (n = typed_rows(rq, 'i', "value"); n > 0; n--) {
		i = arena_alloc(rq->cx.arena, sizeof(*i));
		i->kind = form_text(rq, row_name(rq, 'i', n - 1, "kind"));
		i->value = form_text(rq, row_name(rq, 'i', n - 1, "value"));
		i->next = list;
		list = i;
	}
	return list;
}

static struct address *
typed_addresses(struct request *rq)
{
	struct address *list = NULL, *a;
	int n;

	for (n = typed_rows(rq, 'a', "text"); n > 0; n--) {
		a = arena_alloc(rq->cx.arena, sizeof(*a));
		a->kind = form_text(rq, row_name(rq, 'a', n - 1, "kind"));
		a->text = form_text(rq, row_name(rq, 'a', n - 1, "text"));
		a->next = list;
		list = a;
	}
	return list;
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
	out->identifiers = typed_identifiers(rq);
	out->addresses = typed_addresses(rq);
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
