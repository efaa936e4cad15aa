/* SPDX-License-Identifier: MIT */
/* A type.xml of a folder: checked with all its rules, and installed. */
#include <string.h>
#include <unistd.h>

#include "base/buf.h"
#include "base/config.h"
#include "base/digest.h"
#include "domain/course/casetype_install.h"
#include "domain/people/access.h"
#include "domain/spine/event.h"
#include "domain/type/casetype.h"
#include "domain/type/casetype_computed.h"
#include "domain/type/casetype_deadline.h"
#include "domain/type/casetype_folder.h"
#include "domain/type/decision_check.h"
#include "domain/type/form_model.h"
#include "domain/type/plan_check.h"
#include "domain/type/rulepack_kept.h"
#include "domain/type/standard.h"
#include "store/store_compartment.h"
#include "store/store_type.h"
#include "text/message.h"
#include "xml/xml_form.h"
#include "xml/xml_type.h"

#define INSTALLED_SCHEMAS PKGDATADIR "/casetypes"

/* The schema beside the folder, as in a source tree, else the installed. */
static const char *
schema_of(struct ctx *cx, const char *dir, const char *name)
{
	char *near = arena_printf(cx->arena, "%s/../%s", dir, name);

	return access(near, R_OK) == 0 ? near :
	    arena_printf(cx->arena, "%s/%s", INSTALLED_SCHEMAS, name);
}

/* A source tree has them beside its templates. */
const char *
casetype_install_schema(struct ctx *cx, const char *name)
{
	char *installed = arena_printf(cx->arena, "%s/%s", INSTALLED_SCHEMAS,
	    name);

	return cx->conf == NULL || access(installed, R_OK) == 0 ? installed :
	    arena_printf(cx->arena, "%s/../etc/casetypes/%s",
	    cx->conf->templates, name);
}

/* What a folder holds, fit to be installed. */
struct folder {
	struct casetype *type;
	const char *source;
	struct store_type_model *models;
};

/* What the parts say of each other. */
static void
check(struct ctx *cx, const char *dir, const char *path, struct folder *f,
    const char *form_schema, const char *standard_schema,
    const char *pack_schema, struct reader_fault **faults)
{
	casetype_computed_compile(cx->arena, f->type, path, faults);
	casetype_deadline_check(cx->arena, f->type, path, faults);
	decision_check(cx->arena, dir, f->type, f->models, faults);
	plan_check(cx->arena, dir, f->type, f->models, faults);
	form_model_check(cx->arena, dir, f->type, f->models, form_schema,
	    faults);
	standard_check(cx->arena, dir, f->type, f->models, standard_schema,
	    faults);
	rulepack_kept_read(cx->arena, dir, path, f->type, f->models,
	    pack_schema, faults);
}

/* Reads DIR/type.xml with all its rules, and the models beside it. */
static enum err
read_folder(struct ctx *cx, const char *dir, struct folder *out)
{
	struct reader_fault *faults = NULL;
	struct buf b = { 0 };
	const char *path;
	enum err e;

	path = arena_printf(cx->arena, "%s/type.xml", dir);
	if ((e = casetype_folder_bytes(cx, path, XML_TYPE_MAX, &b)) != OK) {
		buf_free(&b);
		return e;
	}
	out->source = arena_textn(cx->arena, b.data == NULL ? "" : b.data,
	    b.len);
	out->type = xml_type_read(cx->arena, path, out->source, b.len,
	    schema_of(cx, dir, "type.rng"), &faults);
	buf_free(&b);
	if ((e = casetype_folder_models(cx, dir, &out->models)) != OK)
		return e;
	if (out->type != NULL && (e = rulepack_kept_collect(cx, dir,
	    out->type, &out->models)) != OK)
		return e;
	if (out->type != NULL)
		check(cx, dir, path, out, schema_of(cx, dir, "form.rng"),
		    schema_of(cx, dir, "careplan.rng"), schema_of(cx, dir,
		    "../caremodels/model.rng"), &faults);
	return faults != NULL ? reader_refuse(cx, faults) : OK;
}

enum err
casetype_install_check(struct ctx *cx, const char *dir,
    const struct casetype **out)
{
	struct folder f;
	enum err e = read_folder(cx, dir, &f);

	if (e == OK)
		*out = f.type;
	return e;
}

/* No other type may make numbers with the same letters. */
static enum err
check_prefix(struct ctx *cx, const struct casetype *t)
{
	const struct casetype *all, *o;
	enum err e;

	if ((e = casetype_all(cx, &all)) != OK)
		return e;
	for (o = all; o != NULL; o = o->next)
		if (strcmp(o->code, t->code) != 0 &&
		    strcmp(o->prefix, t->prefix) == 0)
			return refuse(cx, ERR_INVALID, _("The case type “%s” "
			    "has the prefix “%s” already; take another."),
			    o->code, t->prefix);
	return OK;
}

/* Whether the newest version has the same bytes. */
static enum err
is_same(struct ctx *cx, const struct store_type *newest,
    const char *sha256, const struct folder *f, bool *out)
{
	*out = false;
	if (newest->id == 0 || strcmp(newest->sha256, sha256) != 0)
		return OK;
	return casetype_folder_same(cx, newest->id, f->models, out);
}

static struct event_body *
tell(struct ctx *cx, const struct casetype *t, const char *sha256,
    const struct store_type_model *m)
{
	struct event_body *b = event_body(cx);

	event_fact(b, "type", t->code);
	event_number(b, "version", t->version);
	event_fact(b, "sha256", sha256);
	for (; m != NULL; m = m->next)
		event_fact(b, m->file, m->sha256);
	return b;
}

/* The compartments that forms are born in are those of this site. */
static enum err
check_compartments(struct ctx *cx, const struct store_type_model *m)
{
	struct reader_fault *none = NULL;
	struct compartment *c;
	struct type_form *f;
	enum err e;

	for (; m != NULL; m = m->next) {
		f = !xml_form_is(m->file) ? NULL : xml_form_read(cx->arena,
		    m->file, m->file, m->source, strlen(m->source), NULL,
		    &none);
		if (f == NULL || f->compartment[0] == '\0')
			continue;
		if ((e = store_compartment_find(cx, f->compartment,
		    &c)) != OK)
			return e;
		if (c == NULL)
			return refuse(cx, ERR_INVALID, _("%s:%d: This site "
			    "has no compartment “%s”. Administrators make "
			    "it first."), m->file, f->line, f->compartment);
	}
	return OK;
}

/* The next version after that row, which is 0 of a new type. */
static enum err
add_version(struct ctx *cx, struct folder *f, int newest,
    const char *sha256, const char *reason, const struct casetype **out)
{
	struct store_type row = { .code = f->type->code,
	    .version = newest + 1, .source = f->source, .sha256 = sha256 };
	struct event_body *b;
	enum err e;

	if ((e = store_type_add(cx, &row)) != OK ||
	    (e = casetype_folder_keep(cx, row.id, f->models)) != OK)
		return e;
	f->type->id = row.id;
	f->type->version = row.version;
	*out = f->type;
	b = tell(cx, f->type, sha256, f->models);
	event_why(b, reason);
	if ((e = event_add_topic(cx, "types", "type.installed", b)) != OK)
		return e;
	return access_spread(cx);
}

enum err
casetype_install(struct ctx *cx, const char *dir, const struct casetype **out)
{
	struct store_type row = { 0 };
	unsigned char sum[DIGEST_SIZE];
	struct folder f;
	const char *sha256;
	bool same;
	enum err e;

	if ((e = read_folder(cx, dir, &f)) != OK)
		return e;
	digest_of(f.source, strlen(f.source), sum);
	sha256 = digest_hex(cx->arena, sum, sizeof(sum));
	e = store_type_newest(cx, f.type->code, &row);
	if ((e != OK && e != ERR_MISSING) ||
	    (e = is_same(cx, &row, sha256, &f, &same)) != OK)
		return e;
	if (same)
		return casetype_current(cx, f.type->code, out);
	if ((e = check_prefix(cx, f.type)) != OK ||
	    (e = check_compartments(cx, f.models)) != OK)
		return e;
	cx->why = NULL;
	return add_version(cx, &f, row.version, sha256, "", out);
}

/* The file in its place among the others, by name; "": it is gone. */
static void
replace(struct ctx *cx, struct folder *f, const char *file,
    const char *source)
{
	struct store_type_model **at = &f->models;
	struct store_type_model *m = arena_alloc(cx->arena, sizeof(*m));
	unsigned char sum[DIGEST_SIZE];

	if (source[0] == '\0') {
		while (*at != NULL && strcmp((*at)->file, file) != 0)
			at = &(*at)->next;
		if (*at != NULL)
			*at = (*at)->next;
		return;
	}
	digest_of(source, strlen(source), sum);
	*m = (struct store_type_model){ .file = file, .source = source,
	    .sha256 = digest_hex(cx->arena, sum, sizeof(sum)) };
	while (*at != NULL && strcmp((*at)->file, file) < 0)
		at = &(*at)->next;
	m->next = *at;
	if (m->next != NULL && strcmp(m->next->file, file) == 0)
		m->next = m->next->next;
	*at = m;
}

enum err
casetype_install_form(struct ctx *cx, const char *code, const char *file,
    const char *source, const char *reason, const struct casetype **out)
{
	struct reader_fault *faults = NULL;
	struct store_type row = { 0 };
	struct folder f = { 0 };
	bool same;
	enum err e;

	if ((e = store_type_newest(cx, code, &row)) != OK ||
	    (e = store_type_by_id(cx, row.id, &row)) != OK ||
	    (e = store_type_models(cx, row.id, &f.models)) != OK)
		return e;
	replace(cx, &f, file, source);
	f.source = row.source;
	f.type = xml_type_read(cx->arena, "type.xml", f.source,
	    strlen(f.source), NULL, &faults);
	if (f.type != NULL)
		check(cx, code, "type.xml", &f, casetype_install_schema(cx,
		    "form.rng"), casetype_install_schema(cx,
		    "careplan.rng"), NULL, &faults);
	if (f.type == NULL || faults != NULL)
		return reader_refuse(cx, faults);
	if ((e = check_compartments(cx, f.models)) != OK || out == NULL)
		return e;
	if ((e = is_same(cx, &row, row.sha256, &f, &same)) != OK)
		return e;
	if (same)
		return refuse(cx, ERR_INVALID, "%s", _("Nothing is different "
		    "from the version that is installed."));
	return add_version(cx, &f, row.version, row.sha256, reason, out);
}
