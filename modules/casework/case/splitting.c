/* SPDX-License-Identifier: MIT */
/* What belongs to another matter is chosen and goes to a case of its own. */
#include <stdlib.h>
#include <string.h>

#include "casework/case/pages_case.h"
#include "casework/shared/choices.h"
#include "casework/shared/show.h"
#include "domain/dossier/document.h"
#include "domain/dossier/dossier.h"
#include "domain/dossier/dossier_split.h"
#include "domain/dossier/party.h"
#include "domain/dossier/undo.h"
#include "domain/people/access.h"
#include "text/fold.h"
#include "text/message.h"

#define THINGS 500	/* chosen at once */
#define CLIP 120	/* characters of a note */

const struct field split_form[] = {
	{ "title", FIELD_TEXT, .min = 1, .max = 200 },
	{ "place", FIELD_TEXT, .min = 1, .max = 300 },
	{ "lead", FIELD_TEXT, .max = 20 },
	{ "t.*", FIELD_FLAG },
	{ "p.*", FIELD_FLAG },
	{ "reason", FIELD_LINES, .min = 1, .max = REASON_MAX },
	{ 0 }
};

/* Types and teams that the viewer works in. */
static enum err
places(struct request *rq, struct access_place **out)
{
	struct access_place *all, **tail = out;
	struct scope_choice *mine, *s;
	enum err e;

	*out = NULL;
	if ((e = access_places(&rq->cx, &all)) != OK ||
	    (e = access_scopes(&rq->cx, LEVEL_WORK, &mine)) != OK)
		return e;
	for (; all != NULL; all = all->next) {
		for (s = mine; s != NULL && s->scope != all->scope;)
			s = s->next;
		if (s == NULL)
			continue;
		*tail = arena_alloc(rq->cx.arena, sizeof(**tail));
		**tail = *all;
		(*tail)->next = NULL;
		tail = &(*tail)->next;
	}
	return OK;
}

static enum err
show_places(struct request *rq, const struct dossier *d)
{
	struct access_place *p;
	struct view *v;
	enum err e;

	if ((e = places(rq, &p)) != OK)
		return e;
	for (; p != NULL; p = p->next) {
		v = view_item(rq->view, "places");
		view_text(v, "code", p->code);
		view_text(v, "type", message_label(&p->type->label,
		    rq->cx.lang));
		view_text(v, "team", p->team);
		if (p->scope == d->scope)
			form_start(rq, "place", p->code);
	}
	return OK;
}

/* The first words of a note, on one line. */
static const char *
clipped(struct request *rq, const char *text)
{
	char *line = fold_tidy(rq->cx.arena, text, false);
	size_t i, n = 0;

	for (i = 0; line[i] != '\0'; i++)
		if ((line[i] & 0xc0) != 0x80 && n++ == CLIP) {
			line[i] = '\0';
			return arena_printf(rq->cx.arena, "%s…", line);
		}
	return line;
}

static enum err
show_things(struct request *rq, const struct dossier *d)
{
	struct document_filter any = { .order = DOCUMENT_BY_ADDED };
	struct document *f;
	const struct party *p;
	const struct task *t;
	struct note *n;
	struct view *v;
	enum err e;

	if ((e = document_list(&rq->cx, d, &any, &f)) != OK ||
	    (e = dossier_notes(&rq->cx, d, &n)) != OK)
		return e;
	for (t = d->tasks; t != NULL; t = t->next)
		show_task(rq, view_item(rq->view, "tasks"), t);
	for (; f != NULL; f = f->next) {
		v = view_item(rq->view, "documents");
		view_int(v, "no", f->no);
		view_text(v, "name", f->name);
		view_moment(v, "added", f->added);
	}
	for (; n != NULL; n = n->next) {
		v = view_item(rq->view, "notes");
		view_int(v, "no", n->no);
		view_text(v, "text", clipped(rq, n->text));
		view_text(v, "author", n->author);
		view_moment(v, "written", n->written);
	}
	for (p = d->parties; p != NULL; p = p->next) {
		if (p->ended != 0 || strcmp(p->role, "lead") == 0)
			continue;
		v = view_item(rq->view, "people");
		view_int(v, "no", p->no);
		view_text(v, "name", p->name);
		view_text(v, "role", party_role(&rq->cx, d->type, p->role));
	}
	return OK;
}

enum err
get_dossier_split(struct request *rq)
{
	const struct party *p;
	struct dossier *d;
	enum err e;

	if ((e = show_open(rq, &d)) != OK || (e = show_places(rq, d)) != OK ||
	    (e = choices_staff(rq, "staff")) != OK ||
	    (e = show_things(rq, d)) != OK)
		return e;
	for (p = d->parties; p != NULL; p = p->next)
		if (p->ended == 0 && strcmp(p->role, "lead") == 0)
			form_start(rq, "lead", p->number);
	view_int(rq->view, "minutes", undo_seconds(&rq->cx) / 60);
	return reply_page(rq, "casework/split.html");
}

static bool
among(const int64_t *list, size_t n, int64_t no)
{
	while (n > 0 && list[n - 1] != no)
		n--;
	return n > 0;
}

/* The numbers of the ticked boxes with this beginning, none twice. */
static size_t
ticked(struct request *rq, const char *beginning, int64_t *out)
{
	const char *name, *text;
	size_t i, n = 0;

	for (i = 0; n < THINGS && form_each(rq, beginning, i, &name,
	    &text); i++) {
		out[n] = strtoll(name + strlen(beginning), NULL, 10);
		if (form_flag(rq, name) && !among(out, n, out[n]))
			n++;
	}
	return n;
}

static enum err
chosen_place(struct request *rq, int64_t *out)
{
	struct access_place *p;
	enum err e;

	if ((e = places(rq, &p)) != OK)
		return e;
	for (; p != NULL; p = p->next)
		if (strcmp(p->code, form_text(rq, "place")) == 0) {
			*out = p->scope;
			return OK;
		}
	return refuse_field(&rq->cx, "place", "%s",
	    _("Choose a type and team that you work in."));
}

enum err
post_dossier_split(struct request *rq)
{
	int64_t things[THINGS], people[THINGS];
	struct dossier_split s = { .title = form_text(rq, "title"),
	    .things = things, .people = people,
	    .reason = form_text(rq, "reason") };
	struct dossier *d, *new;
	enum err e;

	if ((e = dossier_open(&rq->cx, rq->number, rq->level, &d)) != OK ||
	    (e = chosen_place(rq, &s.scope)) != OK ||
	    (e = choices_staff_id(rq, "lead", &s.lead)) != OK)
		return e;
	s.n = ticked(rq, "t.", things);
	s.n_people = ticked(rq, "p.", people);
	if ((e = dossier_split(&rq->cx, d, &s, &new)) != OK)
		return e;
	reply_notice(rq, _("Split off from %s."), d->number);
	return reply_redirect(rq, "/dossiers/%s", new->number);
}
