/* SPDX-License-Identifier: MIT */
/* What a registration form sends: a new case, or more of an open one. */
#include "intake.h"

#include <string.h>

#include "domain/course/promise.h"
#include "domain/desk/similar.h"
#include "domain/dossier/document.h"
#include "domain/dossier/dossier.h"
#include "domain/people/access.h"
#include "domain/people/compartment.h"
#include "domain/spine/keep.h"
#include "domain/spine/medium.h"
#include "domain/type/casetype.h"
#include "text/date.h"
#include "text/message.h"
#include "web/facts.h"
#include "web/person_form.h"

#define OLDEST INT64_C(-2208988800)	/* 1900: nobody's letter is older */
#define SIMILAR 5

static const char *const thens[] = { "show", "new", NULL };

const struct field register_form[] = {
	{ "type",     FIELD_TEXT, .min = 1, .max = 64 },
	{ "person",   FIELD_TEXT, .max = 20 },
	{ "who",      FIELD_CHOICE, .choices = whos },
	{ "arrival",  FIELD_TEXT, .max = 20 },
	{ "draft",    FIELD_TEXT, .max = 20 },
	{ "team",     FIELD_TEXT, .min = 1, .max = 100 },
	{ "medium",   FIELD_CHOICE, .min = 1, .choices = medium_codes },
	{ "received", FIELD_MOMENT },
	PERSON_FORM_FIELDS,
	{ "same",     FIELD_TEXT, .max = 20 },	/* a number, or "new" */
	{ "matter",   FIELD_TEXT, .max = 40 },	/* a number, or "new" */
	{ "title",    FIELD_TEXT, .min = 1, .max = 200 },
	{ "text",     FIELD_LINES, .max = KEEP_NOTE },
	{ "files",    FIELD_FILE, .many = true },
	{ "photos",   FIELD_FILE, .many = true },
	{ "then",     FIELD_CHOICE, .choices = thens },
	FACTS_FIELD,
	{ NULL }
};

void
register_typed(struct request *rq, struct person_new *out)
{
	person_form_typed(rq, out);
	out->organisation =
	    strcmp(form_text(rq, "who"), "organisation") == 0;
}

struct upload *
register_files(struct request *rq)
{
	struct upload *files = form_files(rq, "files"), **tail = &files;

	while (*tail != NULL)
		tail = &(*tail)->next;
	*tail = form_files(rq, "photos");
	return files;
}

/* The registered person that the form names: chosen before it, or from the
 * likely ones; NULL: none. */
enum err
register_known(struct request *rq, struct person **out)
{
	const char *number = form_text(rq, "person");
	const char *same = form_text(rq, "same");

	*out = NULL;
	if (number[0] == '\0' && strcmp(same, "new") != 0)
		number = same;
	return number[0] == '\0' ? OK : person_open(&rq->cx, number, out);
}

/* Open cases that the form may be about; by the requester alone as long as
 * nothing was typed. */
static enum err
similar(struct request *rq, const char *type, struct similar **out)
{
	struct similar_ask ask = { .type = type,
	    .title = form_text(rq, "title") };
	struct person_new new;
	struct person *p;
	enum err e;

	if ((e = register_known(rq, &p)) != OK)
		return e;
	register_typed(rq, &new);
	ask.requester = p;
	ask.typed = &new;
	return similar_find(&rq->cx, &ask, SIMILAR, out);
}

enum err
register_similar(struct request *rq, const char *type)
{
	struct similar *s;
	struct view *v;
	long n = 0;
	enum err e;

	if ((e = similar(rq, type, &s)) != OK)
		return e;
	for (; s != NULL; s = s->next, n++) {
		v = view_item(rq->view, "similar");
		view_text(v, "number", s->number);
		view_text(v, "title", s->title);
		view_text(v, "type", message_label(&s->type->label,
		    rq->cx.lang));
		view_text(v, "requester", s->requester);
		view_moment(v, "received", s->received);
		view_text(v, "why", s->why);
		view_flag(v, "workable", s->workable);
	}
	view_int(rq->view, "count_similar", n);
	return OK;
}

/* The person of the form: found, made, or none. */
static enum err
requester(struct request *rq, int64_t *out)
{
	struct person_new new;
	struct person *p;
	enum err e;

	*out = 0;
	if ((e = register_known(rq, &p)) != OK)
		return e;
	if (p != NULL) {
		*out = p->id;
		return OK;
	}
	if (strcmp(form_text(rq, "who"), "unknown") == 0)
		return OK;
	register_typed(rq, &new);
	if (form_text(rq, "same")[0] == '\0') {
		if ((e = person_likely(&rq->cx, &new, &p)) != OK)
			return e;
		if (p != NULL)
			return refuse_field(&rq->cx, "same", _("Somebody like "
			    "this is registered already. Choose the person, "
			    "or say that this is somebody else."));
	}
	if ((e = person_add(&rq->cx, &new, &p)) == OK)
		*out = p->id;
	return e;
}

/* Was it looked at whether this is one of the open cases? */
static enum err
decided(struct request *rq, const char *type)
{
	struct similar *s;
	enum err e;

	if (form_text(rq, "matter")[0] != '\0' ||
	    form_text(rq, "title")[0] == '\0')
		return OK;
	if ((e = similar(rq, type, &s)) != OK || s == NULL)
		return e;
	return refuse_field(&rq->cx, "matter", "%s", _("Choose the open case "
	    "that this belongs to, or say that it is another matter."));
}

static enum err
keep_files(struct request *rq, struct dossier *d,
    const struct dossier_new *n)
{
	const struct upload *u;
	struct exchange_new came;
	struct document *added;
	enum err e;

	if ((e = exchange_came(&rq->cx, d, n->requester, "", n->medium,
	    n->received, &came)) != OK)
		return e;
	for (u = register_files(rq); u != NULL; u = u->next) {
		struct document_new new = { .name = u->name, .kind = "",
		    .media_type = u->media_type, .path = u->path,
		    .sha256 = u->sha256, .bytes = u->bytes,
		    .exchange = &came };

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
received(struct request *rq, int64_t *out)
{
	*out = form_has(rq, "received") ? form_moment(rq, "received") :
	    rq->cx.now;
	if (*out < OLDEST)
		return refuse_field(&rq->cx, "received",
		    _("This date cannot be. Correct it."));
	return *out <= rq->cx.now ? OK : refuse_field(&rq->cx, "received",
	    _("The request cannot have arrived in the future."));
}

/* The request of the form becomes part of an open case. */
static enum err
join(struct request *rq, const struct dossier_new *new,
    struct dossier **out)
{
	enum err e;

	e = dossier_open(&rq->cx, form_text(rq, "matter"), LEVEL_WORK, out);
	if (e == ERR_MISSING || e == ERR_FORBIDDEN)
		return refuse_field(&rq->cx, "matter", "%s", _("Choose a "
		    "case that you work on."));
	if (e != OK || (e = dossier_join(&rq->cx, *out, new)) != OK ||
	    (e = keep_files(rq, *out, new)) != OK)
		return e;
	reply_notice(rq, _("The request was added to %s."), (*out)->number);
	return OK;
}

/* What who asked is told with it, where the type promises a date. */
static enum err
receipt(struct request *rq, struct dossier *d)
{
	const char *day, *said = arena_printf(rq->cx.arena,
	    _("%s is registered."), d->number);
	struct promise *x;
	enum err e = promise_list(&rq->cx, d, &x);

	if (e != OK || x == NULL) {
		reply_notice(rq, "%s", said);
		return e;
	}
	day = date_text(rq->cx.arena, rq->cx.lang, rq->cx.zone, x->due,
	    rq->cx.now, DATE_DAY);
	reply_notice(rq, "%s %s", said, arena_printf(rq->cx.arena,
	    _("Promised: %s, until %s"), x->text, day));
	return OK;
}

/* Whether who registered it sees it: not where its type lies in a compartment
 * of others. */
static enum err
seen(struct request *rq, const struct dossier *d, bool *out)
{
	struct compartment *c;
	enum err e;

	*out = true;
	if (d->compartment == 0)
		return OK;
	e = compartment_list(&rq->cx, &c);
	for (; e == OK && c != NULL; c = c->next)
		if (c->id == d->compartment)
			*out = c->held;
	return e;
}

/* Its number is all that is left to who does not see it. */
static enum err
farewell(struct request *rq, const struct dossier *d)
{
	reply_notice(rq, _("%s is registered, and handed to %s. It lies in "
	    "the compartment “%s”, so you will not see it again. Keep its "
	    "number for whoever asks."), d->number, d->team_name,
	    compartment_word(d->compartment_name));
	return reply_redirect(rq, "/intake/new");
}

static enum err
make(struct request *rq, const struct dossier_new *new, struct dossier **out)
{
	enum err e;

	if ((e = dossier_register(&rq->cx, new, out)) != OK ||
	    (e = keep_files(rq, *out, new)) != OK)
		return e;
	return receipt(rq, *out);
}

/* What the request came from is no longer waiting. */
static enum err
leave(struct request *rq, struct dossier *d)
{
	const char *number = form_text(rq, "arrival");
	struct arrival *a;
	enum err e;

	if (number[0] != '\0' &&
	    ((e = arrival_open(&rq->cx, number, &a)) != OK ||
	    (e = arrival_file(&rq->cx, a, d)) != OK))
		return e;
	return form_has(rq, "draft") ?
	    draft_discard(&rq->cx, form_text(rq, "draft")) : OK;
}

/* The next one: of the same type, that came in the same way. */
static enum err
go_on(struct request *rq, const struct dossier *d)
{
	struct entry same = { .number = "", .medium = form_text(rq, "medium"),
	    .team = form_text(rq, "team") };

	if (strcmp(form_text(rq, "then"), "new") != 0)
		return reply_redirect(rq, "/intake/%s", d->number);
	return reply_redirect(rq, "%s", entry_address(rq, &same,
	    form_text(rq, "type"), "", ""));
}

enum err
post_new_register(struct request *rq)
{
	struct dossier_new new = { .type = form_text(rq, "type"),
	    .title = form_text(rq, "title"), .text = form_text(rq, "text"),
	    .medium = form_text(rq, "medium") };
	const char *matter = form_text(rq, "matter");
	bool joins = matter[0] != '\0' && strcmp(matter, "new") != 0;
	const struct casetype *type;
	struct value *values = NULL;
	struct dossier *d;
	bool shown;
	enum err e;

	if (facts_more(rq))
		return get_new(rq);
	if ((e = casetype_current(&rq->cx, new.type, &type)) != OK)
		return e;
	e = also(e, decided(rq, type->code));
	e = also(e, requester(rq, &new.requester));
	e = also(e, received(rq, &new.received));
	if (!joins) {
		e = also(e, scope_of(rq, new.type, &new.scope));
		e = also(e, facts_typed(rq, type, &values));
	}
	if (e != OK || (e = register_told(rq, joins ? type : NULL,
	    &new.text)) != OK)
		return e;
	new.values = values;
	if ((e = joins ? join(rq, &new, &d) : make(rq, &new, &d)) != OK ||
	    (e = leave(rq, d)) != OK || (e = seen(rq, d, &shown)) != OK)
		return e;
	return shown ? go_on(rq, d) : farewell(rq, d);
}
