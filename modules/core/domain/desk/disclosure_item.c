/* SPDX-License-Identifier: MIT */
/* The records of a patient that somebody can be given. */
#include "domain/desk/disclosure_item.h"

#include <string.h>

#include "domain/course/filled.h"
#include "domain/dossier/document.h"
#include "domain/dossier/dossier.h"
#include "domain/dossier/part2.h"
#include "domain/people/compartment.h"
#include "text/date.h"
#include "text/fold.h"
#include "text/message.h"

static const struct {
	const char *kind, *word;
	unsigned int what;
} kinds[] = {
	{ "document", N_("Document"), CONSENT_DOCUMENTS },
	{ "note", N_("Note"), CONSENT_NOTES },
	{ "form", N_("Form"), CONSENT_FORMS }
};
#define KINDS (sizeof(kinds) / sizeof(kinds[0]))

static size_t
kind_of(const char *kind)
{
	size_t i = 0;

	while (i < KINDS && strcmp(kinds[i].kind, kind) != 0)
		i++;
	return i;
}

const char *
disclosure_item_word(const char *kind)
{
	size_t i = kind_of(kind);

	return i < KINDS ? _(kinds[i].word) : kind;
}

unsigned int
disclosure_item_what(const char *kind)
{
	size_t i = kind_of(kind);

	return i < KINDS ? kinds[i].what : 0;
}

#define BEGINNING 80	/* characters of a note */

static const char *
beginning(struct ctx *cx, const char *text)
{
	char *line = fold_tidy(cx->arena, text, false);
	size_t i, n = 0;

	for (i = 0; line[i] != '\0'; i++)
		if ((line[i] & 0xc0) != 0x80 && n++ == BEGINNING) {
			line[i] = '\0';
			return arena_printf(cx->arena, "%s…", line);
		}
	return line;
}

struct gathering {
	struct ctx *cx;
	const struct disclosure_request *request;
	int64_t medical;	/* the compartment */
	const struct part2 *marks;
	struct disclosure_thing **tail;
};

static const char *
day_of(struct ctx *cx, int64_t moment)
{
	return moment == 0 ? "" : date_text(cx->arena, "en", cx->zone,
	    moment, cx->now, DATE_INPUT_DAY);
}

/* What was asked for: the kinds, and the period. */
static bool
is_meant(const struct disclosure_request *r, const struct disclosure_thing *t)
{
	unsigned int what = disclosure_item_what(t->kind);

	if (r == NULL)
		return false;
	if ((r->what & (CONSENT_ALL | what)) == 0 ||
	    (t->counselling && (r->what & CONSENT_COUNSELLING) == 0) ||
	    (t->part2 && (r->what & CONSENT_PART2) == 0))
		return false;
	return t->day[0] == '\0' ||
	    ((r->since[0] == '\0' || strcmp(t->day, r->since) >= 0) &&
	    (r->until[0] == '\0' || strcmp(t->day, r->until) <= 0));
}

static void
add(struct gathering *g, const char *kind, int64_t no, const char *name,
    const char *day, int64_t compartment)
{
	struct disclosure_thing *t;
	const struct part2 *all = part2_of(g->marks, 0), *own;

	if (compartment != 0 && compartment != g->medical)
		return;		/* other circles keep theirs */
	own = part2_of(g->marks, no);
	t = arena_alloc(g->cx->arena, sizeof(*t));
	t->kind = kind;
	t->no = no;
	t->name = name;
	t->day = day;
	t->compartment = compartment;
	t->part2 = all != NULL || own != NULL;
	t->counselling = (all != NULL && all->counselling) ||
	    (own != NULL && own->counselling);
	t->meant = is_meant(g->request, t);
	*g->tail = t;
	g->tail = &t->next;
}

static enum err
add_documents(struct gathering *g, const struct dossier *d)
{
	const struct document_filter every = { .kind = NULL };
	struct document *f;
	enum err e = document_list(g->cx, d, &every, &f);

	for (; e == OK && f != NULL; f = f->next)
		if (f->withdrawn == 0 && !f->held)
			add(g, "document", f->no, f->name, f->dated[0] !=
			    '\0' ? f->dated : day_of(g->cx, f->added),
			    f->compartment);
	return e;
}

static enum err
add_notes(struct gathering *g, const struct dossier *d)
{
	struct note *n;
	enum err e = dossier_notes(g->cx, d, &n);

	for (; e == OK && n != NULL; n = n->next)
		if (!n->held)
			add(g, "note", n->no, beginning(g->cx,
			    n->text), day_of(g->cx, n->written),
			    n->compartment);
	return e;
}

static enum err
add_forms(struct gathering *g, const struct dossier *d)
{
	struct filled *f;
	enum err e = filled_list(g->cx, d, &f);

	for (; e == OK && f != NULL; f = f->next)
		if (f->state == FILLED_COMPLETE)
			add(g, "form", f->no, filled_title(g->cx, f),
			    day_of(g->cx, f->since), f->compartment);
	return e;
}

enum err
disclosure_item_things(struct ctx *cx, const struct dossier *d,
    const struct disclosure_request *r, struct disclosure_thing **out)
{
	struct gathering g = { .cx = cx, .request = r, .tail = out };
	struct compartment *medical;
	struct part2 *marks;
	enum err e;

	*out = NULL;
	if ((e = compartment_open(cx, "medical", &medical)) != OK ||
	    (e = part2_list(cx, d, &marks)) != OK)
		return e;
	g.medical = medical->id;
	g.marks = marks;
	if ((e = add_documents(&g, d)) != OK ||
	    (e = add_notes(&g, d)) != OK)
		return e;
	return add_forms(&g, d);
}

const struct disclosure_thing *
disclosure_item_of(const struct disclosure_thing *t, const char *kind,
    int64_t no)
{
	while (t != NULL && (t->no != no || strcmp(t->kind, kind) != 0))
		t = t->next;
	return t;
}

enum err
disclosure_item_gone(struct ctx *cx, const struct dossier *d,
    const struct disclosure_item *list, const char **gone)
{
	struct disclosure_thing *all;
	enum err e;

	*gone = "";
	if ((e = disclosure_item_things(cx, d, NULL, &all)) != OK)
		return e;
	for (; list != NULL; list = list->next)
		if (!list->left_out && (list->instead != 0 ?
		    disclosure_item_of(all, "document", list->instead) :
		    disclosure_item_of(all, list->kind, list->no)) == NULL) {
			*gone = list->name;
			break;
		}
	return OK;
}

static void
line(struct ctx *cx, struct disclosure_line ***tail, const char *label,
    const char *text)
{
	struct disclosure_line *l = arena_alloc(cx->arena, sizeof(*l));

	l->label = label;
	l->text = text;
	**tail = l;
	*tail = &l->next;
}

static enum err
note_lines(struct ctx *cx, const struct dossier *d, int64_t no,
    struct disclosure_line **out)
{
	struct note *n;
	enum err e = dossier_notes(cx, d, &n);

	while (e == OK && n != NULL && n->no != no)
		n = n->next;
	if (e == OK && n != NULL)
		line(cx, &out, arena_printf(cx->arena, "%s, %s",
		    date_text(cx->arena, cx->lang, cx->zone, n->written,
		    cx->now, DATE_MOMENT), n->author), n->text);
	return e;
}

static enum err
form_lines(struct ctx *cx, const struct dossier *d, int64_t no,
    struct disclosure_line **out)
{
	struct filled_edition *last;
	const struct filled_line *l;
	struct filled *f;
	enum err e;

	if ((e = filled_open(cx, d, no, &f)) != OK ||
	    (e = filled_editions(cx, f, &last)) != OK || last == NULL)
		return e;
	for (l = last->lines; l != NULL; l = l->next)
		line(cx, &out, l->label, l->shown[0] == '\0' ? l->text :
		    l->shown);
	if (last->score[0] != '\0')
		line(cx, &out, _("Score"), last->score);
	return OK;
}

enum err
disclosure_item_lines(struct ctx *cx, const struct dossier *d,
    const struct disclosure_item *i, struct disclosure_line **out)
{
	*out = NULL;
	if (i->left_out || i->instead != 0)
		return OK;
	if (strcmp(i->kind, "note") == 0)
		return note_lines(cx, d, i->no, out);
	return strcmp(i->kind, "form") == 0 ? form_lines(cx, d, i->no, out) :
	    OK;
}
