/* SPDX-License-Identifier: MIT */
/* Forms that administrators are changing. */
#include "domain/course/form_draft.h"

#include <string.h>

#include "base/buf.h"
#include "domain/course/casetype_install.h"
#include "domain/course/form_draft_fhir.h"
#include "domain/spine/keep.h"
#include "domain/type/casetype.h"
#include "domain/type/casetype_folder.h"
#include "model/right.h"
#include "store/db.h"
#include "store/store_form_draft.h"
#include "store/store_type.h"
#include "text/fold.h"
#include "text/message.h"
#include "xml/formtree.h"
#include "xml/xml_form.h"
#include "xml/xml_questionnaire.h"

#define BYTES_MAX ((size_t)256 << 10)	/* of one form */
#define LABEL_MAX 200

static enum err
may(struct ctx *cx)
{
	return (cx->rights & RIGHT_ADMIN) != 0 ? OK : refuse(cx,
	    ERR_FORBIDDEN, "%s", _("Forms are kept by administrators."));
}

static const char *
file_of(struct ctx *cx, const char *form)
{
	return arena_printf(cx->arena, XML_FORM_FOLDER "%s.xml", form);
}

/* The file of a form in a version of its type; NULL: it has none. */
static enum err
kept(struct ctx *cx, int64_t type, const char *form,
    const struct store_type_model **out)
{
	struct store_type_model *m;
	enum err e;

	if ((e = store_type_models(cx, type, &m)) != OK)
		return e;
	while (m != NULL && strcmp(m->file, file_of(cx, form)) != 0)
		m = m->next;
	*out = m;
	return OK;
}

static void
add_faults(struct ctx *cx, struct form_draft_open *o,
    const struct reader_fault *f)
{
	struct form_draft_fault **tail = &o->faults;

	for (o->faults = NULL; f != NULL; f = f->next) {
		*tail = arena_alloc(cx->arena, sizeof(**tail));
		(*tail)->part = formtree_at(cx->arena, o->root, f->line,
		    &(*tail)->element);
		(*tail)->text = f->text;
		tail = &(*tail)->next;
	}
}

bool
form_draft_read(struct ctx *cx, struct form_draft_open *o, const char *source)
{
	struct reader_fault *faults = NULL;
	const char *file = file_of(cx, o->draft->form);
	struct type_form *f;

	o->root = reader_tree(cx->arena, file, source, strlen(source), NULL,
	    &faults);
	if (o->root == NULL)
		return false;
	f = xml_form_draft(cx->arena, file, o->root, &faults);
	if (f == NULL)
		return false;
	o->model = form_model_draft(cx, o->type, f, &faults);
	add_faults(cx, o, faults);
	o->gaps = form_draft_gaps(cx, f);
	return true;
}

enum err
form_draft_list(struct ctx *cx, const char *type, struct form_draft **out)
{
	return store_form_draft_list(cx, type, out);
}

/* One that nobody has changed yet is as the type has it. */
static struct form_draft *
unchanged(struct ctx *cx, const struct casetype *type, const char *form,
    const struct store_type_model *file)
{
	struct form_draft *d = arena_alloc(cx->arena, sizeof(*d));

	d->type = type->code;
	d->form = form;
	d->base = type->version;
	d->source = file == NULL ? "" : file->source;
	d->former = d->told = "";
	d->changed_by = "";
	return d;
}

/* Did the type get another form since the draft began? */
static enum err
look_behind(struct ctx *cx, struct form_draft_open *o,
    const struct store_type_model *now)
{
	const struct store_type_model *then = NULL;
	int64_t id = 0;
	enum err e = OK;

	if (o->draft->base == o->type->version)
		return OK;
	if (o->draft->base > 0 && ((e = store_type_find(cx, o->type->code,
	    o->draft->base, &id)) != OK || (id != 0 &&
	    (e = kept(cx, id, o->draft->form, &then)) != OK)))
		return e;
	o->behind = now != NULL && (then == NULL ||
	    strcmp(now->sha256, then->sha256) != 0);
	return OK;
}

enum err
form_draft_open(struct ctx *cx, const char *type, const char *form,
    struct form_draft_open **out)
{
	struct form_draft_open *o = arena_alloc(cx->arena, sizeof(*o));
	const struct store_type_model *file;
	enum err e;

	if ((e = may(cx)) != OK ||
	    (e = casetype_current(cx, type, &o->type)) != OK ||
	    (e = kept(cx, o->type->id, form, &file)) != OK ||
	    (e = store_form_draft_find(cx, type, form, &o->draft)) != OK)
		return e;
	if (file == NULL && o->draft == NULL)
		return refuse(cx, ERR_MISSING, "%s",
		    _("This type of case has no such form."));
	if (file != NULL && (e = form_model(cx, o->type, form,
	    &o->published)) != OK)
		return e;
	if (o->draft == NULL)
		o->draft = unchanged(cx, o->type, form, file);
	o->removed = o->draft->source[0] == '\0';
	if (o->removed && file == NULL)		/* and is already */
		return refuse(cx, ERR_MISSING, "%s",
		    _("This type of case has no such form."));
	if (!form_draft_read(cx, o, o->removed ? file->source :
	    o->draft->source))
		return refuse(cx, ERR_LOST, _("The form “%s” of this version "
		    "of the case type cannot be read."), form);
	if (o->removed) {
		o->faults = NULL;
		o->gaps = NULL;
	}
	*out = o;
	return look_behind(cx, o, file);
}

/* The source is to be that one from now on. */
static enum err
put(struct ctx *cx, struct form_draft_open *o, const char *source,
    int64_t version)
{
	struct form_draft *d = o->draft;
	enum err e;

	if (version != d->version)
		return db_stale(cx);
	if (strlen(source) > BYTES_MAX)
		return refuse(cx, ERR_INVALID, "%s",
		    _("This form is too large."));
	d->former = d->source;
	d->source = source;
	if ((e = d->id == 0 ? store_form_draft_add(cx, d) :
	    store_form_draft_save(cx, d)) != OK)
		return e;
	d->version++;
	return source[0] == '\0' || form_draft_read(cx, o, source) ? OK :
	    refuse(cx, ERR_INVALID, "%s", _("This is no form."));
}

enum err
form_draft_save(struct ctx *cx, struct form_draft_open *o, int64_t version)
{
	if (o->removed)
		return refuse(cx, ERR_CONFLICT, "%s", _("This form is to be "
		    "removed. Take that back first."));
	return put(cx, o, formtree_write(cx->arena, o->root), version);
}

enum err
form_draft_remove(struct ctx *cx, struct form_draft_open *o, int64_t version)
{
	if (o->removed)
		return refuse(cx, ERR_CONFLICT, "%s",
		    _("This form is to be removed already."));
	return o->published == NULL ? form_draft_drop(cx, o, version) :
	    put(cx, o, "", version);
}

enum err
form_draft_undo(struct ctx *cx, struct form_draft_open *o, int64_t version)
{
	if (o->draft->former[0] == '\0')
		return refuse(cx, ERR_CONFLICT, "%s",
		    _("There is nothing to take back."));
	return put(cx, o, o->draft->former, version);
}

enum err
form_draft_drop(struct ctx *cx, struct form_draft_open *o, int64_t version)
{
	if (o->draft->id == 0 || version != o->draft->version)
		return db_stale(cx);
	return store_form_draft_drop(cx, o->draft);
}

enum err
form_draft_take(struct ctx *cx, struct form_draft_open *o, int from,
    int64_t version)
{
	const struct store_type_model *file;
	int64_t id;
	enum err e;

	if ((e = store_type_find(cx, o->type->code, from, &id)) != OK)
		return e;
	file = NULL;
	if (id != 0 && (e = kept(cx, id, o->draft->form, &file)) != OK)
		return e;
	if (file == NULL)
		return refuse(cx, ERR_MISSING, _("Version %d has no such "
		    "form."), from);
	o->draft->base = o->type->version;
	return put(cx, o, file->source, version);
}

static void
fill(struct ctx *cx, struct reader_node *n)
{
	struct label all = { { NULL } };
	struct reader_node *l, *c;
	int i, at;

	for (l = reader_child(n, "", "label"); l != NULL;
	    l = reader_after(l, "", "label"))
		if (l->attrs != NULL && (at = reader_place(message_languages,
		    l->attrs->value)) >= 0)
			all.text[at] = reader_words(cx->arena, l);
	for (i = 1; i < LANGUAGES; i++)
		if (all.text[i] == NULL)
			all.text[i] = all.text[0];
	if (all.text[0] != NULL)
		formtree_say(cx->arena, n, NULL, &all);
	for (c = n->first; c != NULL; c = c->next)
		if (c->name != NULL)
			fill(cx, c);
}

enum err
form_draft_fill(struct ctx *cx, struct form_draft_open *o, int64_t version)
{
	fill(cx, o->root);
	return form_draft_save(cx, o, version);
}

/* A code that no form of the type has; "" given: made of the label. */
static enum err
new_code(struct ctx *cx, const struct casetype *type, const char *typed,
    const char *label, const char **out)
{
	struct form_draft *draft;
	const struct form_model *m;
	const char *code;
	enum err e;

	code = typed[0] != '\0' ? typed : fold_code(cx->arena, label, '_');
	code = arena_textn(cx->arena, code, strlen(code) > 31 ? 31 :
	    strlen(code));
	if (!xml_form_is(file_of(cx, code)) || code[0] < 'a' ||
	    code[0] > 'z')
		return refuse_field(cx, "code", "%s", _("A code has small "
		    "letters, digits and _, and begins with a letter."));
	if ((e = form_model(cx, type, code, &m)) != OK ||
	    (e = store_form_draft_find(cx, type->code, code, &draft)) != OK)
		return e;
	if (m != NULL || draft != NULL)
		return refuse_field(cx, "code", _("There is a form “%s” "
		    "already."), code);
	*out = code;
	return OK;
}

enum err
form_draft_new(struct ctx *cx, const char *type, const char *code,
    const char *label, const char **form)
{
	struct form_draft_open o = { 0 };
	struct label words = { { NULL } };
	struct reader_node *root, *s;
	enum err e;

	if ((e = may(cx)) != OK ||
	    (e = casetype_current(cx, type, &o.type)) != OK ||
	    (e = keep_text(cx, "label", label, 1, LABEL_MAX, false,
	    &words.text[0])) != OK ||
	    (e = new_code(cx, o.type, code, words.text[0], form)) != OK)
		return e;
	root = arena_alloc(cx->arena, sizeof(*root));
	root->ns = "";
	root->name = "form";
	formtree_set(cx->arena, root, "code", *form);
	formtree_say(cx->arena, root, "name", &words);
	s = formtree_add(cx->arena, root, "section", "first");
	words.text[0] = "Questions";
	formtree_say(cx->arena, s, "name", &words);
	o.draft = unchanged(cx, o.type, *form, NULL);
	o.root = root;
	return form_draft_save(cx, &o, 0);
}

enum err
form_draft_upload(struct ctx *cx, const char *type, const char *path,
    const char **form)
{
	struct reader_fault *faults = NULL;
	struct form_draft_open o = { 0 };
	const struct type_form *f = NULL;
	const char *told = "";
	struct form_draft *draft;
	struct reader_node *root;
	struct buf b = { 0 };
	const char *source;
	bool fhir;
	enum err e;

	if ((e = may(cx)) != OK ||
	    (e = casetype_current(cx, type, &o.type)) != OK)
		return e;
	e = casetype_folder_bytes(cx, path, BYTES_MAX, &b);
	source = arena_textn(cx->arena, b.data == NULL ? "" : b.data, b.len);
	buf_free(&b);
	if (e != OK)
		return refuse_field(cx, "file", "%s",
		    _("This form is too large."));
	*form = "";
	root = reader_tree(cx->arena, "form.xml", source, strlen(source),
	    NULL, &faults);
	fhir = root != NULL && xml_questionnaire_is(root);
	if (fhir) {
		if ((e = form_draft_fhir(cx, path, &root, &told)) != OK)
			return e;
		source = formtree_write(cx->arena, root);
	}
	if (root != NULL && reader_attr(root, "code") != NULL)
		*form = reader_attr(root, "code");
	if (root != NULL && !fhir)
		f = xml_form_read(cx->arena, "form.xml", file_of(cx, *form),
		    source, strlen(source), casetype_install_schema(cx,
		    "form.rng"), &faults);
	if (f != NULL)
		form_model_draft(cx, o.type, f, &faults);
	if (faults != NULL)
		return reader_refuse(cx, faults);
	if ((e = store_form_draft_find(cx, type, *form, &draft)) != OK)
		return e;
	o.draft = draft != NULL ? draft : unchanged(cx, o.type, *form, NULL);
	o.draft->base = o.type->version;
	o.draft->told = told;
	return put(cx, &o, source, o.draft->version);
}

enum err
form_draft_check(struct ctx *cx, const struct form_draft_open *o,
    const char **out)
{
	enum err e = casetype_install_form(cx, o->type->code,
	    file_of(cx, o->draft->form), o->draft->source, NULL, NULL);

	*out = e == ERR_INVALID ? cx->why : "";
	if (e == ERR_INVALID)
		cx->why = NULL;
	return e == ERR_INVALID ? OK : e;
}

enum err
form_draft_publish(struct ctx *cx, struct form_draft_open *o,
    const char *reason, int64_t version, const struct casetype **out)
{
	enum err e;

	if (o->draft->id == 0 || version != o->draft->version)
		return db_stale(cx);
	if (o->behind)
		return refuse(cx, ERR_CONFLICT, "%s", _("This form got "
		    "another version meanwhile. Look at what differs, and "
		    "take over what is to hold."));
	if ((e = casetype_install_form(cx, o->type->code,
	    file_of(cx, o->draft->form), o->draft->source, reason,
	    out)) != OK)
		return e;
	return store_form_draft_drop(cx, o->draft);
}
