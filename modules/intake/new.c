/* SPDX-License-Identifier: MIT */
/* Registering a request: its type, then who asks, then what is asked. Each
 * step stands in the address, so that going back loses nothing. */
#include "intake.h"

#include <string.h>

#include "domain/access.h"
#include "domain/casetype.h"
#include "domain/document.h"
#include "domain/dossier.h"
#include "domain/person.h"
#include "text/date.h"
#include "text/message.h"
#include "web/facts.h"

#define OLDEST INT64_C(-2208988800)	/* 1900: nobody's letter is older */

static const char *const whos[] = { "person", "organisation", "unknown", NULL };
static const char *const thens[] = { "show", "new", NULL };

const struct field new_form[] = {
	{ "type",   FIELD_TEXT, .max = 64 },
	{ "find",   FIELD_TEXT, .max = 200 },
	{ "person", FIELD_TEXT, .max = 20 },
	{ "who",    FIELD_CHOICE, .choices = whos },
	{ NULL }
};

const struct field register_form[] = {
	{ "type",     FIELD_TEXT, .min = 1, .max = 64 },
	{ "person",   FIELD_TEXT, .max = 20 },
	{ "who",      FIELD_CHOICE, .choices = whos },
	{ "team",     FIELD_TEXT, .min = 1, .max = 100 },
	{ "medium",   FIELD_CHOICE, .min = 1, .choices = mediums },
	{ "received", FIELD_MOMENT },
	{ "given",    FIELD_TEXT, .max = 100 },
	{ "family",   FIELD_TEXT, .max = 100 },
	{ "name",     FIELD_TEXT, .max = 200 },
	{ "email",    FIELD_TEXT, .max = 200 },
	{ "phone",    FIELD_TEXT, .max = 60 },
	{ "address",  FIELD_LINES, .max = 500 },
	{ "language", FIELD_CHOICE, .choices = message_languages },
	{ "sure",     FIELD_FLAG },
	{ "title",    FIELD_TEXT, .min = 1, .max = 200 },
	{ "text",     FIELD_LINES, .max = 20000 },
	{ "files",    FIELD_FILE, .many = true },
	{ "then",     FIELD_CHOICE, .choices = thens },
	FACTS_FIELD,
	{ NULL }
};

/* Step one: the types that the viewer may register. */
static enum err
choose_type(struct request *rq, const struct scope_choice *scopes)
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
		view_text(v, "code", t->code);
		view_text(v, "label", message_label(&t->label, rq->cx.lang));
		view_text(v, "description", message_label(&t->description,
		    rq->cx.lang));
	}
	return reply_page(rq, "intake/type.html");
}

static void
show_person(struct request *rq, struct view *v, const struct person *p)
{
	(void)rq;
	view_text(v, "person", p->number);
	view_text(v, "name", p->name);
	view_text(v, "email", p->email);
	view_text(v, "phone", p->phone);
	view_text(v, "address", p->address);
	view_flag(v, "organisation", p->organisation);
	view_int(v, "dossiers", p->dossiers);
}

/* Step two: who asks; found first, made only when not found. */
static enum err
choose_person(struct request *rq)
{
	const char *find = form_text(rq, "find");
	struct person *p = NULL;
	enum err e;

	if (find[0] != '\0' &&
	    (e = person_find(&rq->cx, find, 20, &p)) != OK)
		return e;
	view_flag(rq->view, "searched", find[0] != '\0');
	view_text(rq->view, "find", find);
	form_start(rq, "find", find);
	for (; p != NULL; p = p->next)
		show_person(rq, view_item(rq->view, "persons"), p);
	return reply_page(rq, "intake/requester.html");
}

static void
show_teams(struct request *rq, const struct casetype *type,
    const struct scope_choice *s)
{
	const char *first = NULL;
	struct view *v;
	size_t n = 0;

	for (; s != NULL; s = s->next) {
		if (strcmp(s->type, type->code) != 0)
			continue;
		v = view_item(rq->view, "teams");
		view_text(v, "code", s->team_code);
		view_text(v, "name", s->team);
		if (first == NULL)
			first = s->team_code;
		n++;
	}
	view_flag(rq->view, "choose_team", n > 1);
	form_start(rq, "team", first);
}

static void
show_mediums(struct request *rq)
{
	struct view *v;
	size_t i;

	for (i = 0; mediums[i] != NULL; i++) {
		v = view_item(rq->view, "mediums");
		view_text(v, "code", mediums[i]);
		view_text(v, "label", medium_word(mediums[i]));
	}
	for (i = 0; message_languages[i] != NULL; i++) {
		v = view_item(rq->view, "languages");
		view_text(v, "code", message_languages[i]);
		view_text(v, "name", message_names[i]);
	}
}

/* The one asked for, or a new one: what step two decided. */
static enum err
show_requester(struct request *rq, const char *number, const char *who)
{
	struct view *v = view_part(rq->view, "requester");
	struct person *p;
	enum err e;

	form_start(rq, "person", number);
	form_start(rq, "who", who);
	if (number[0] != '\0') {
		if ((e = person_open(&rq->cx, number, &p)) != OK)
			return e;
		show_person(rq, v, p);
		return OK;
	}
	view_flag(v, "unknown", strcmp(who, "unknown") == 0);
	view_flag(v, "new", strcmp(who, "unknown") != 0);
	view_flag(v, "new_person", strcmp(who, "person") == 0);
	view_flag(v, "new_organisation", strcmp(who, "organisation") == 0);
	return OK;
}

/* After a POST: people who may be the one that was typed. */
static enum err
show_likely(struct request *rq)
{
	struct person_new new = { .organisation =
	    strcmp(form_text(rq, "who"), "organisation") == 0 };
	struct person *p;
	enum err e;

	if (rq->method != POST || form_text(rq, "person")[0] != '\0')
		return OK;
	new.name = form_text(rq, "name");
	new.given = form_text(rq, "given");
	new.family = form_text(rq, "family");
	new.email = form_text(rq, "email");
	new.phone = form_text(rq, "phone");
	if ((e = person_likely(&rq->cx, &new, &p)) != OK)
		return e;
	for (; p != NULL; p = p->next)
		show_person(rq, view_item(rq->view, "likely"), p);
	return OK;
}

enum err
get_new(struct request *rq)
{
	const char *code = form_text(rq, "type");
	const char *number = form_text(rq, "person");
	const char *who = form_text(rq, "who");
	const struct casetype *type;
	struct scope_choice *scopes;
	enum err e;

	if ((e = access_scopes(&rq->cx, LEVEL_WORK, &scopes)) != OK)
		return e;
	if (code[0] == '\0')
		return choose_type(rq, scopes);
	if ((e = casetype_current(&rq->cx, code, &type)) != OK)
		return e;
	view_text(rq->view, "type_code", type->code);
	view_text(rq->view, "type", message_label(&type->label, rq->cx.lang));
	if (number[0] == '\0' && who[0] == '\0')
		return choose_person(rq);
	form_start(rq, "type", type->code);
	form_start(rq, "received", date_text(rq->cx.arena, rq->cx.lang,
	    rq->cx.zone, rq->cx.now, rq->cx.now, DATE_INPUT));
	show_teams(rq, type, scopes);
	show_mediums(rq);
	facts_ask(rq, rq->view, type);
	view_flag(rq->view, "files_again", form_files(rq, "files") != NULL);
	if ((e = show_requester(rq, number, who)) != OK ||
	    (e = show_likely(rq)) != OK)
		return e;
	return reply_page(rq, "intake/new.html");
}

/* The person of the form: found, made, or none. */
static enum err
requester(struct request *rq, int64_t *out)
{
	const char *number = form_text(rq, "person");
	const char *who = form_text(rq, "who");
	struct person_new new = { .organisation =
	    strcmp(who, "organisation") == 0 };
	struct person *p;
	enum err e;

	*out = 0;
	if (number[0] == '\0' && strcmp(who, "unknown") == 0)
		return OK;
	if (number[0] != '\0') {
		if ((e = person_open(&rq->cx, number, &p)) == OK)
			*out = p->id;
		return e;
	}
	new.name = form_text(rq, "name");
	new.given = form_text(rq, "given");
	new.family = form_text(rq, "family");
	new.email = form_text(rq, "email");
	new.phone = form_text(rq, "phone");
	new.address = form_text(rq, "address");
	new.language = form_text(rq, "language");
	if (!form_flag(rq, "sure")) {
		if ((e = person_likely(&rq->cx, &new, &p)) != OK)
			return e;
		if (p != NULL)
			return refuse_field(&rq->cx, "sure", _("Somebody like "
			    "this is registered already. Take the person from "
			    "the list, or tick that this is somebody else."));
	}
	if ((e = person_add(&rq->cx, &new, &p)) == OK)
		*out = p->id;
	return e;
}

static enum err
keep_files(struct request *rq, struct dossier *d)
{
	const struct upload *u;
	struct document *added;
	enum err e;

	for (u = form_files(rq, "files"); u != NULL; u = u->next) {
		struct document_new new = { .name = u->name, .kind = "",
		    .media_type = u->media_type, .path = u->path,
		    .sha256 = u->sha256, .bytes = u->bytes };

		if ((e = document_add(&rq->cx, d, &new, &added)) != OK)
			return e;
	}
	return OK;
}

/* The scope of the team that the form names: one that the viewer works on. */
static enum err
scope_of(struct request *rq, const char *type, int64_t *out)
{
	const char *team = form_text(rq, "team");
	struct scope_choice *s;
	enum err e;

	if ((e = access_scopes(&rq->cx, LEVEL_WORK, &s)) != OK)
		return e;
	for (; s != NULL; s = s->next)
		if (strcmp(s->type, type) == 0 &&
		    strcmp(s->team_code, team) == 0) {
			*out = s->scope;
			return OK;
		}
	return refuse_field(&rq->cx, "team",
	    _("Please choose one of the teams in the list."));
}

/* Every mistake is told at once; another refusal goes before them. */
static enum err
also(enum err before, enum err e)
{
	return before == OK || (before == ERR_INVALID && e != OK) ? e : before;
}

static enum err
arrival(struct request *rq, int64_t *out)
{
	*out = form_has(rq, "received") ? form_moment(rq, "received") :
	    rq->cx.now;
	if (*out < OLDEST)
		return refuse_field(&rq->cx, "received",
		    _("This date cannot be. Correct it."));
	return *out <= rq->cx.now ? OK : refuse_field(&rq->cx, "received",
	    _("The request cannot have arrived in the future."));
}

enum err
post_new_register(struct request *rq)
{
	struct dossier_new new = { .type = form_text(rq, "type"),
	    .title = form_text(rq, "title"), .text = form_text(rq, "text"),
	    .medium = form_text(rq, "medium") };
	const struct casetype *type;
	struct value *values;
	struct dossier *d;
	enum err e;

	if (facts_more(rq))
		return get_new(rq);
	if ((e = casetype_current(&rq->cx, new.type, &type)) != OK)
		return e;
	e = also(e, requester(rq, &new.requester));
	e = also(e, arrival(rq, &new.received));
	e = also(e, scope_of(rq, new.type, &new.scope));
	e = also(e, facts_typed(rq, type, &values));
	if (e != OK)
		return e;
	new.values = values;
	if ((e = dossier_register(&rq->cx, &new, &d)) != OK ||
	    (e = keep_files(rq, d)) != OK)
		return e;
	reply_notice(rq, _("%s is registered."), d->number);
	if (strcmp(form_text(rq, "then"), "new") == 0)
		return reply_redirect(rq, "/intake/new?type=%s", type->code);
	return reply_redirect(rq, "/intake/%s", d->number);
}
