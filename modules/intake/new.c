/* SPDX-License-Identifier: MIT */
/* Registering a request: its type, then who asks, then what is asked. Each
 * step stands in the address, so that going back loses nothing. */
#include "intake.h"

#include <string.h>

#include "domain/people/access.h"
#include "domain/people/person.h"
#include "domain/spine/medium.h"
#include "domain/type/casetype.h"
#include "text/date.h"
#include "text/message.h"
#include "web/facts.h"

const char *const whos[] = { "person", "organisation", "unknown", NULL };

const struct field new_form[] = {
	{ "type",    FIELD_TEXT, .max = 64 },
	{ "find",    FIELD_TEXT, .max = 200 },
	{ "person",  FIELD_TEXT, .max = 20 },
	{ "who",     FIELD_CHOICE, .choices = whos },
	{ "medium",  FIELD_CHOICE, .choices = medium_codes },
	{ "team",    FIELD_TEXT, .max = 100 },
	{ "arrival", FIELD_TEXT, .max = 20 },
	{ "draft",   FIELD_TEXT, .max = 20 },
	{ NULL }
};

/* One's own, on the first step: to go on with, or to throw away. */
static enum err
show_drafts(struct request *rq)
{
	const struct casetype *t;
	struct draft *d;
	struct view *v;
	enum err e;

	if ((e = draft_list(&rq->cx, &d)) != OK)
		return e;
	for (; d != NULL; d = d->next) {
		v = view_item(rq->view, "drafts");
		view_text(v, "number", d->number);
		view_text(v, "title", d->title[0] == '\0' ?
		    _("Without a title") : d->title);
		view_moment(v, "kept", d->kept);
		if (casetype_current(&rq->cx, d->type, &t) == OK)
			view_text(v, "type", message_label(&t->label,
			    rq->cx.lang));
	}
	return OK;
}

/* Step one: the types that the viewer may register. */
static enum err
choose_type(struct request *rq, const struct entry *n,
    const struct scope_choice *scopes)
{
	const struct scope_choice *s;
	const struct casetype *t;
	struct view *v;
	enum err e;

	if ((e = casetype_all(&rq->cx, &t)) != OK)
		return e;
	for (; t != NULL; t = t->next) {
		for (s = scopes; s != NULL; s = s->next)
			if (strcmp(s->type, t->code) == 0)
				break;
		if (s == NULL)
			continue;
		v = view_item(rq->view, "types");
		view_text(v, "address", entry_address(rq, n, t->code, "",
		    ""));
		view_text(v, "label", message_label(&t->label, rq->cx.lang));
		view_text(v, "description", message_label(&t->description,
		    rq->cx.lang));
	}
	if (n->arrival == NULL && (e = show_drafts(rq)) != OK)
		return e;
	return reply_page(rq, "intake/type.html");
}

static void
show_person(struct request *rq, const struct entry *n, struct view *v,
    const struct person *p)
{
	view_text(v, "person", p->number);
	view_text(v, "address_of", entry_address(rq, n, n->type, p->number,
	    ""));
	view_text(v, "name", p->name);
	view_text(v, "email", p->email);
	view_text(v, "phone", p->phone);
	view_text(v, "address", p->address);
	view_flag(v, "organisation", p->organisation);
	view_int(v, "dossiers", p->dossiers);
	view_flag(v, "many", p->dossiers > 1000);
	view_text(v, "likely", p->likely);
}

static void
show_ways(struct request *rq, const struct entry *n)
{
	view_text(rq->view, "restart", entry_address(rq, n, "", "", ""));
	view_text(rq->view, "again", entry_address(rq, n, n->type, "", ""));
	view_text(rq->view, "to_person", entry_address(rq, n, n->type, "",
	    "person"));
	view_text(rq->view, "to_organisation", entry_address(rq, n, n->type,
	    "", "organisation"));
	view_text(rq->view, "to_unknown", entry_address(rq, n, n->type, "",
	    "unknown"));
}

/* Step two: who asks; found first, made only when not found. Who sent what
 * arrived is looked for at once. */
static enum err
choose_person(struct request *rq, const struct entry *n)
{
	const char *find = form_text(rq, "find");
	struct person *p = NULL;
	enum err e;

	if (find[0] == '\0' && n->arrival != NULL)
		find = n->arrival->sender;
	if (find[0] != '\0' &&
	    ((e = person_find(&rq->cx, find, 20, &p)) != OK ||
	    (e = person_count(&rq->cx, p)) != OK))
		return e;
	view_flag(rq->view, "searched", find[0] != '\0');
	view_text(rq->view, "find", find);
	form_start(rq, "find", find);
	form_start(rq, "medium", n->medium);
	form_start(rq, "team", n->team);
	form_start(rq, "draft", n->number);
	for (; p != NULL; p = p->next)
		show_person(rq, n, view_item(rq->view, "persons"), p);
	return reply_page(rq, "intake/requester.html");
}

static void
show_teams(struct request *rq, const struct entry *n,
    const struct scope_choice *s)
{
	const char *chosen = NULL, *wanted = n->arrival != NULL ?
	    n->arrival->team_code : n->team;
	struct view *v;
	size_t count = 0;

	for (; s != NULL; s = s->next) {
		if (strcmp(s->type, n->type) != 0)
			continue;
		v = view_item(rq->view, "teams");
		view_text(v, "code", s->team_code);
		view_text(v, "name", s->team);
		if (chosen == NULL || strcmp(s->team_code, wanted) == 0)
			chosen = s->team_code;
		count++;
	}
	view_flag(rq->view, "choose_team", count > 1);
	form_start(rq, "team", chosen);
}

/* The one asked for, or a new one: what step two decided. */
static enum err
show_requester(struct request *rq, const struct entry *n)
{
	struct view *v = view_part(rq->view, "requester");
	const char *const *k;
	struct person *p;
	enum err e;

	form_start(rq, "person", n->person);
	form_start(rq, "who", n->who);
	if (n->person[0] != '\0') {
		if ((e = person_open(&rq->cx, n->person, &p)) != OK ||
		    (e = person_count(&rq->cx, p)) != OK)
			return e;
		show_person(rq, n, v, p);
		return OK;
	}
	view_flag(v, "unknown", strcmp(n->who, "unknown") == 0);
	view_flag(v, "new", strcmp(n->who, "unknown") != 0);
	view_flag(v, "new_person", strcmp(n->who, "person") == 0);
	view_flag(v, "new_organisation", strcmp(n->who, "organisation") == 0);
	for (k = person_words_identifiers; *k != NULL; k++)
		view_text(view_item(rq->view, "identifier_kinds"), "word",
		    person_words_identifier(*k));
	return OK;
}

/* After a POST: people who may be the one that was typed. */
static enum err
show_likely(struct request *rq, const struct entry *n)
{
	struct person_new new;
	struct person *p;
	enum err e;

	if (rq->method != POST || n->person[0] != '\0')
		return OK;
	register_typed(rq, &new);
	if ((e = person_likely(&rq->cx, &new, &p)) != OK)
		return e;
	for (; p != NULL; p = p->next)
		show_person(rq, n, view_item(rq->view, "likely"), p);
	return OK;
}

static void
show_arrival(struct request *rq, const struct arrival *a)
{
	const struct arrival_file *f;
	struct view *v = view_part(rq->view, "arrival");

	view_text(v, "number", a->number);
	view_text(v, "title", a->title);
	view_text(v, "sender", a->sender);
	for (f = a->files; f != NULL; f = f->next) {
		struct view *file = view_item(v, "files");

		view_int(file, "no", f->no);
		view_text(file, "name", f->name);
		view_int(file, "bytes", (int64_t)f->bytes);
	}
	form_start(rq, "arrival", a->number);
	form_start(rq, "title", a->title);
	form_start(rq, "medium", a->medium);
}

/* What stands in the fields before anybody types; a draft goes over all. */
static void
start(struct request *rq, const struct entry *n)
{
	const struct json_pair *p;

	form_start(rq, "type", n->type);
	form_start(rq, "medium", n->medium);
	form_start(rq, "arrival", "");
	if (n->arrival != NULL)
		show_arrival(rq, n->arrival);
	form_start(rq, "received", date_text(rq->cx.arena, rq->cx.lang,
	    rq->cx.zone, n->arrival == NULL ? rq->cx.now :
	    n->arrival->received, rq->cx.now, DATE_INPUT));
	form_start(rq, "draft", n->number);
	for (p = n->draft == NULL ? NULL : n->draft->fields; p != NULL;
	    p = p->next)
		form_start(rq, p->name, p->text);
	if (n->draft != NULL)
		view_moment(rq->view, "kept", n->draft->kept);
}

/* Step three. */
static enum err
ask(struct request *rq, const struct entry *n, const struct casetype *type,
    const struct scope_choice *scopes)
{
	enum err e;

	show_teams(rq, n, scopes);
	choice_lists_show(rq);
	start(rq, n);
	facts_ask(rq, rq->view, type);
	if ((e = show_requester(rq, n)) != OK ||
	    (e = show_likely(rq, n)) != OK ||
	    (e = register_similar(rq, type->code)) != OK)
		return e;
	return reply_page(rq, "intake/new.html");
}

enum err
get_new(struct request *rq)
{
	const struct casetype *type;
	struct scope_choice *scopes;
	struct entry n;
	enum err e;

	if ((e = entry_read(rq, &n)) != OK ||
	    (e = access_scopes(&rq->cx, LEVEL_WORK, &scopes)) != OK)
		return e;
	show_ways(rq, &n);
	if (n.arrival != NULL)
		view_text(rq->view, "arrival_number", n.arrival->number);
	if (n.type[0] == '\0')
		return choose_type(rq, &n, scopes);
	if ((e = casetype_current(&rq->cx, n.type, &type)) != OK)
		return e;
	view_text(rq->view, "type_code", type->code);
	view_text(rq->view, "type", message_label(&type->label, rq->cx.lang));
	if (n.person[0] == '\0' && n.who[0] == '\0')
		return choose_person(rq, &n);
	return ask(rq, &n, type, scopes);
}
