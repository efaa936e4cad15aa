/* SPDX-License-Identifier: MIT */
/* Parts of a form: added, said otherwise, moved, removed. */
#include "domain/course/form_edit.h"

#include <string.h>

#include "domain/spine/keep.h"
#include "domain/type/casetype.h"
#include "store/db.h"
#include "store/store_compartment.h"
#include "text/fold.h"
#include "text/message.h"
#include "text/number.h"
#include "xml/formtree.h"

#define LABEL_MAX 500
#define CODE_MAX 31

struct editing {
	struct ctx *cx;
	struct form_draft_open *o;
	const struct form_edit_typed *t;
	struct reader_node *node;
	enum err bad;		/* a field was refused */
};

static void
words(struct editing *k, const char *child, const struct label *typed,
    bool needed)
{
	struct label fit = { { NULL } };
	const char *field;
	enum err e;
	int i;

	for (i = 0; i < LANGUAGES; i++) {
		field = arena_printf(k->cx->arena, "%s.%s", child == NULL ||
		    strcmp(child, "name") == 0 ? "label" : child,
		    message_languages[i]);
		if ((e = keep_text(k->cx, field, typed->text[i] ==
		    NULL ? "" : typed->text[i], i == 0 && needed, LABEL_MAX,
		    true, &fit.text[i])) != OK)
			k->bad = e;
	}
	if (k->bad == OK && fit.text[0][0] == '\0')
		for (i = 1; i < LANGUAGES; i++)
			if (fit.text[i][0] != '\0')
				k->bad = refuse_field(k->cx, arena_printf(
				    k->cx->arena, "%s.en", child), "%s",
				    _("Say it in English, too."));
	if (k->bad == OK)
		formtree_say(k->cx->arena, k->node, child, &fit);
}

/* A whole number between the two, or nothing. */
static const char *
whole(struct editing *k, const char *field, const char *typed, int64_t least,
    int64_t most)
{
	int64_t n;

	if (typed[0] == '\0')
		return "";
	if (!number_plain_parse(typed, 0, &n) || n < least || n > most) {
		k->bad = refuse_field(k->cx, field, _("Write a whole number "
		    "from %lld to %lld."), (long long)least, (long long)most);
		return "";
	}
	return number_plain(k->cx->arena, n, 0);
}

static void
set(struct editing *k, const char *attr, const char *value)
{
	formtree_set(k->cx->arena, k->node, attr, value);
}

/* Both bounds, or none. */
static void
bounds(struct editing *k, bool number)
{
	const struct form_edit_typed *t = k->t;
	const char *places = number ? whole(k, "decimals", t->decimals, 0,
	    6) : "";
	int decimals = places[0] == '\0' ? 0 : places[0] - '0';
	int64_t a = 0, b = 0;
	bool any = number && (t->least[0] != '\0' || t->most[0] != '\0');

	if (any && (!number_plain_parse(t->least, decimals, &a) ||
	    !number_plain_parse(t->most, decimals, &b) || a > b))
		k->bad = refuse_field(k->cx, "least", "%s", _("Give both "
		    "bounds, the smaller one first, such as 0 and 10.5, or "
		    "none."));
	set(k, "decimals", places);
	set(k, "least", any ? t->least : "");
	set(k, "most", any ? t->most : "");
}

static void
drop_choices(struct editing *k)
{
	struct reader_node *c;

	while ((c = reader_child(k->node, "", "choice")) != NULL)
		formtree_remove(c);
}

static void
question(struct editing *k)
{
	static const char *const kinds[] = { "text", "lines", "number",
	    "money", "date", "choice", "choices", "person", "flag", NULL };
	const struct form_edit_typed *t = k->t;
	int kind = reader_place(kinds, t->kind);
	bool flag = strcmp(t->kind, "flag") == 0;
	bool money = strcmp(t->kind, "money") == 0;

	if (kind < 0)
		k->bad = refuse_field(k->cx, "kind", "%s",
		    _("Choose one of these."));
	if (money && number_minor(t->currency) < 0)
		k->bad = refuse_field(k->cx, "currency", "%s",
		    _("Write a currency by its three letters, such as EUR."));
	set(k, "kind", t->kind);
	set(k, "required", t->required && !flag ? "yes" : "");
	set(k, "max", kind == 0 || kind == 1 ? whole(k, "max", t->max, 1,
	    20000) : "");
	set(k, "currency", money ? t->currency : "");
	set(k, "points", flag ? whole(k, "points", t->points, -1000, 1000) :
	    "");
	bounds(k, kind == 2);
	if (kind != 5 && kind != 6)
		drop_choices(k);
	words(k, NULL, &t->label, true);
	words(k, "help", &t->help, false);
	formtree_express(k->cx->arena, k->node, "when", t->when);
}

static void
section(struct editing *k)
{
	const struct form_edit_typed *t = k->t;
	struct label none = { { NULL } };
	const char *least, *most;

	least = whole(k, "rows_least", t->rows_least, 1, 50);
	most = whole(k, "rows_most", t->rows_most, 1, 50);
	set(k, "repeats", t->repeats ? "yes" : "");
	set(k, "least", t->repeats ? least : "");
	set(k, "most", t->repeats ? most : "");
	words(k, "name", &t->label, true);
	words(k, "one", t->repeats ? &t->one : &none, t->repeats);
	words(k, "help", &t->help, false);
	formtree_express(k->cx->arena, k->node, "when", t->when);
}

static void
compartment(struct editing *k)
{
	const char *code = k->t->compartment;
	struct compartment *c;
	enum err e;

	if (code[0] != '\0') {
		if ((e = store_compartment_find(k->cx, code, &c)) != OK)
			k->bad = e;
		else if (c == NULL)
			k->bad = refuse_field(k->cx, "compartment", "%s",
			    _("Choose one of these."));
	}
	set(k, "compartment", code);
}

static void
apply(struct editing *k)
{
	const struct form_edit_typed *t = k->t;
	const char *name = k->node->name;

	if (strcmp(name, "question") == 0) {
		question(k);
	} else if (strcmp(name, "section") == 0) {
		section(k);
	} else if (strcmp(name, "form") == 0) {
		words(k, "name", &t->label, true);
		words(k, "help", &t->help, false);
		compartment(k);
		formtree_express(k->cx->arena, k->node, "score", t->score);
	} else if (strcmp(name, "choice") == 0) {
		set(k, "points", whole(k, "points", t->points, -1000, 1000));
		words(k, NULL, &t->label, true);
	} else {
		set(k, "from", t->from[0] == '\0' ? "0" : whole(k, "from",
		    t->from, -100000, 100000));
		words(k, NULL, &t->label, true);
		formtree_order(k->o->root);
	}
}

/* What its condition or score says is read before it is kept. */
static enum err
look(struct editing *k, const char *part)
{
	struct form_draft_open next = *k->o;
	const struct form_draft_fault *f;
	enum err e = OK;

	if (!form_draft_read(k->cx, &next, formtree_write(k->cx->arena,
	    k->o->root)))
		return refuse(k->cx, ERR_INVALID, "%s",
		    _("This is no form."));
	for (f = next.faults; f != NULL; f = f->next)
		if (strcmp(f->part, part) == 0 &&
		    (strcmp(f->element, "when") == 0 ||
		    strcmp(f->element, "score") == 0))
			e = refuse_field(k->cx, f->element, "%s", f->text);
	return e;
}

static enum err
finish(struct editing *k, const char *part)
{
	enum err e;

	apply(k);
	if (k->bad != OK)
		return k->bad;
	if ((e = look(k, part)) != OK)
		return e;
	return form_draft_save(k->cx, k->o, k->t->version);
}

static enum err
part_of(struct ctx *cx, struct form_draft_open *o, const char *part,
    struct reader_node **out)
{
	*out = formtree_part(cx->arena, o->root, part);
	return *out != NULL ? OK : refuse(cx, ERR_MISSING, "%s",
	    _("The form has no such part any more."));
}

enum err
form_edit_set(struct ctx *cx, struct form_draft_open *o, const char *part,
    const struct form_edit_typed *t)
{
	struct editing k = { .cx = cx, .o = o, .t = t };
	enum err e;

	if (t->version != o->draft->version)
		return db_stale(cx);
	if ((e = part_of(cx, o, part, &k.node)) != OK)
		return e;
	return finish(&k, part);
}

/* Is the code taken, or a word that formulas have for something else? */
static bool
taken(struct editing *k, const struct reader_node *parent, const char *kind,
    const char *code)
{
	static const char *const own[] = { "case", "forms", "points", NULL };
	const char *s = arena_printf(k->cx->arena, "section-%s", code);
	const char *q = arena_printf(k->cx->arena, "question-%s", code);

	if (strcmp(kind, "choice") == 0)
		return formtree_part(k->cx->arena, k->o->root, arena_printf(
		    k->cx->arena, "choice-%s-%s", reader_attr(parent, "code"),
		    code)) != NULL;
	if (strcmp(kind, "band") == 0)
		return formtree_part(k->cx->arena, k->o->root, arena_printf(
		    k->cx->arena, "band-%s", code)) != NULL;
	return formtree_part(k->cx->arena, k->o->root, s) != NULL ||
	    formtree_part(k->cx->arena, k->o->root, q) != NULL ||
	    reader_place(own, code) >= 0 ||
	    casetype_field(k->o->type, code) != NULL;
}

static const char *
cut(struct ctx *cx, const char *code, size_t most)
{
	size_t n = strlen(code);

	return arena_textn(cx->arena, code, n < most ? n : most);
}

/* Typed, or made of the label and counted up until it is new. */
static enum err
new_code(struct editing *k, const struct reader_node *parent,
    const char *kind, const char **out)
{
	const char *typed = k->t->code, *base;
	int i;

	if (typed[0] != '\0') {
		*out = typed;
		if (strlen(typed) > CODE_MAX || typed[0] < 'a' ||
		    typed[0] > 'z' || typed[strspn(typed,
		    "abcdefghijklmnopqrstuvwxyz0123456789_")] != '\0')
			return refuse_field(k->cx, "code", "%s", _("A code "
			    "has small letters, digits and _, and begins "
			    "with a letter."));
		return !taken(k, parent, kind, typed) ? OK : refuse_field(
		    k->cx, "code", _("“%s” is taken already."), typed);
	}
	base = cut(k->cx, fold_code(k->cx->arena, k->t->label.text[0] == NULL
	    ? "" : k->t->label.text[0], '_'), CODE_MAX - 4);
	if (base[0] < 'a' || base[0] > 'z')
		base = cut(k->cx, arena_printf(k->cx->arena, "%c%s", kind[0],
		    base), CODE_MAX - 4);
	base = cut(k->cx, base, strspn(base,
	    "abcdefghijklmnopqrstuvwxyz0123456789_"));
	*out = base;
	for (i = 2; taken(k, parent, kind, *out); i++)
		*out = arena_printf(k->cx->arena, "%s_%d", base, i);
	return OK;
}

static bool
fits(const struct reader_node *parent, const char *kind)
{
	const char *in = parent->name;

	return strcmp(kind, "section") == 0 || strcmp(kind, "band") == 0 ?
	    strcmp(in, "form") == 0 : strcmp(kind, "question") == 0 ?
	    strcmp(in, "section") == 0 : strcmp(kind, "choice") == 0 &&
	    strcmp(in, "question") == 0;
}

enum err
form_edit_add(struct ctx *cx, struct form_draft_open *o, const char *part,
    const char *kind, const struct form_edit_typed *t, const char **out)
{
	struct editing k = { .cx = cx, .o = o, .t = t };
	struct reader_node *parent;
	const char *code;
	enum err e;

	if (t->version != o->draft->version)
		return db_stale(cx);
	if ((e = part_of(cx, o, part, &parent)) != OK)
		return e;
	if (!fits(parent, kind))
		return refuse(cx, ERR_REQUEST, "%s", _("Nothing like that is "
		    "added there."));
	if ((e = new_code(&k, parent, kind, &code)) != OK)
		return e;
	k.node = formtree_add(cx->arena, parent, kind, code);
	*out = strcmp(kind, "choice") != 0 ? arena_printf(cx->arena, "%s-%s",
	    kind, code) : arena_printf(cx->arena, "choice-%s-%s",
	    reader_attr(parent, "code"), code);
	return finish(&k, *out);
}

enum err
form_edit_move(struct ctx *cx, struct form_draft_open *o, const char *part,
    bool up, int64_t version)
{
	struct reader_node *n;
	enum err e;

	if (version != o->draft->version)
		return db_stale(cx);
	if ((e = part_of(cx, o, part, &n)) != OK)
		return e;
	if (strcmp(n->name, "band") == 0 || !formtree_move(n, up))
		return refuse(cx, ERR_CONFLICT, "%s",
		    _("It stands there already."));
	return form_draft_save(cx, o, version);
}

enum err
form_edit_remove(struct ctx *cx, struct form_draft_open *o, const char *part,
    int64_t version)
{
	struct reader_node *n;
	enum err e;

	if (version != o->draft->version)
		return db_stale(cx);
	if ((e = part_of(cx, o, part, &n)) != OK)
		return e;
	if (n->parent == NULL)
		return refuse(cx, ERR_REQUEST, "%s", _("The whole form is "
		    "not a part of it."));
	formtree_remove(n);
	return form_draft_save(cx, o, version);
}
