/* SPDX-License-Identifier: MIT */
/* Case types of the store, parsed once a process, and how their values are
 * shown. */
#include "domain/type/casetype.h"

#include <string.h>

#include "base/config.h"
#include "base/log.h"
#include "domain/spine/sight.h"
#include "domain/type/casetype_computed.h"
#include "domain/type/rulepack_kept.h"
#include "store/store_person.h"
#include "store/store_type.h"
#include "text/date.h"
#include "text/fold.h"
#include "text/message.h"
#include "text/number.h"
#include "xml/xml_type.h"

/* A version never changes, so what was parsed stays right until the process
 * ends. Its ->next chains these; nobody outside sees it used. */
static struct arena *kept;
static struct casetype *versions;

static enum err
parse(struct ctx *cx, const struct store_type *row, struct arena *a,
    struct casetype **out)
{
	struct reader_fault *faults = NULL;
	const char *file = arena_printf(a, "%s, version %d",
	    row->code, row->version);

	*out = xml_type_read(a, file, row->source, strlen(row->source), NULL,
	    &faults);
	if (*out == NULL) {
		log_error("case type %s: %s", faults->file, faults->text);
		return refuse(cx, ERR_BROKEN,
		    _("The case type “%s” cannot be read."), row->code);
	}
	(*out)->id = row->id;
	(*out)->version = row->version;
	casetype_computed_compile(a, *out, file, &faults);
	for (; faults != NULL; faults = faults->next)
		log_error("case type %s:%d: %s", faults->file, faults->line,
		    faults->text);	/* the field has no value then */
	return rulepack_kept_load(cx, a, *out);
}

enum err
casetype_by_id(struct ctx *cx, int64_t id, const struct casetype **out)
{
	struct store_type row = { 0 };
	struct casetype *t;
	enum err e;

	for (t = versions; t != NULL; t = t->next)
		if (t->id == id) {
			*out = t;
			return OK;
		}
	if ((e = store_type_by_id(cx, id, &row)) != OK)
		return e;
	if (kept == NULL)
		kept = arena_new();
	if ((e = parse(cx, &row, kept, &t)) != OK)
		return e;
	t->next = versions;
	versions = t;
	*out = t;
	return OK;
}

/* A copy that says it is current and may stand in a list. */
static enum err
current(struct ctx *cx, const struct store_type *row, struct casetype **out)
{
	const struct casetype *t;
	enum err e;

	if ((e = casetype_by_id(cx, row->id, &t)) != OK)
		return e;
	*out = arena_copy(cx->arena, t, sizeof(*t));
	(*out)->next = NULL;
	return OK;
}

enum err
casetype_current(struct ctx *cx, const char *code, const struct casetype **out)
{
	struct store_type row = { 0 };
	struct casetype *t;
	enum err e;

	if ((e = store_type_newest(cx, code, &row)) != OK ||
	    (e = current(cx, &row, &t)) != OK)
		return e;
	*out = t;
	return OK;
}

enum err
casetype_version(struct ctx *cx, const char *code, int version,
    const struct casetype **out)
{
	int64_t id;
	enum err e;

	if ((e = store_type_find(cx, code, version, &id)) != OK)
		return e;
	return id != 0 ? casetype_by_id(cx, id, out) :
	    refuse(cx, ERR_MISSING, _("The case type “%s” has no version "
	    "%d."), code, version);
}

enum err
casetype_all(struct ctx *cx, const struct casetype **out)
{
	struct casetype *list = NULL, **tail = &list;
	struct store_type *rows, *row;
	enum err e;

	if ((e = store_type_all(cx, &rows)) != OK)
		return e;
	for (row = rows; row != NULL; row = row->next) {
		if ((e = current(cx, row, tail)) != OK)
			return e;
		tail = &(*tail)->next;
	}
	*out = list;
	return OK;
}

const struct type_field *
casetype_field(const struct casetype *t, const char *code)
{
	const struct type_field *f = t->fields;

	while (f != NULL && strcmp(f->code, code) != 0)
		f = f->next;
	return f;
}

const struct type_decision *
casetype_decision(const struct casetype *t, const char *code)
{
	const struct type_decision *d = t->decisions;

	while (d != NULL && strcmp(d->code, code) != 0)
		d = d->next;
	return d;
}

const struct term *
casetype_term(const struct term *t, const char *code)
{
	while (t != NULL && strcmp(t->code, code) != 0)
		t = t->next;
	return t;
}

const char *
casetype_word(struct ctx *cx, const struct term *list, const char *code)
{
	const struct term *t = casetype_term(list, code);

	return t == NULL ? code : message_label(&t->label, cx->lang);
}

/* "825000 EUR" or, without a currency, the field's. */
static bool
money_parts(struct ctx *cx, const struct type_field *f, const char *canonical,
    int64_t *minor, const char **currency)
{
	const char *blank = strchr(canonical, ' ');
	size_t len = blank == NULL ? strlen(canonical) :
	    (size_t)(blank - canonical);

	*currency = blank == NULL ? f->currency : blank + 1;
	return number_plain_parse(arena_textn(cx->arena, canonical, len), 0,
	    minor);
}

const char *
casetype_show(struct ctx *cx, const struct type_field *f,
    const char *canonical)
{
	if (canonical[0] != '\0' && sight_of(cx, f) != SIGHT_FULL)
		return sight_mask(cx, f, canonical);
	return casetype_write(cx, f, canonical);
}

const char *
casetype_write(struct ctx *cx, const struct type_field *f,
    const char *canonical)
{
	const char *text;
	int64_t n;

	if (canonical[0] == '\0')
		return "";
	switch (f->kind) {
	case VALUE_TEXT:
	case VALUE_LINES:
		break;
	case VALUE_NUMBER:
		if (number_plain_parse(canonical, f->decimals, &n))
			return number_text(cx->arena, cx->lang, n,
			    f->decimals);
		break;
	case VALUE_MONEY:
		if (money_parts(cx, f, canonical, &n, &text))
			return number_money(cx->arena, cx->lang, n, text);
		break;
	case VALUE_DATE:
		return date_civil(cx->arena, cx->lang, canonical);
	case VALUE_CHOICE:
		return casetype_word(cx, f->choices, canonical);
	case VALUE_PERSON:
		if (store_person_by_number(cx, canonical, &n, &text) == OK &&
		    n != 0)
			return text;
		break;
	case VALUE_FLAG:
		return strcmp(canonical, "1") == 0 ? _("Yes") : _("No");
	}
	return canonical;
}

const char *
casetype_input(struct ctx *cx, const struct type_field *f,
    const char *canonical)
{
	const char *currency, *text;
	int64_t n;

	if (f->kind == VALUE_NUMBER &&
	    number_plain_parse(canonical, f->decimals, &n))
		return number_text(cx->arena, cx->lang, n, f->decimals);
	if (f->kind != VALUE_MONEY || canonical[0] == '\0' ||
	    !money_parts(cx, f, canonical, &n, &currency))
		return canonical;
	text = number_text(cx->arena, cx->lang, n, number_minor(currency));
	return strcmp(currency, f->currency) == 0 ? text :
	    arena_printf(cx->arena, "%s %s", text, currency);
}

const char *
casetype_money(struct ctx *cx, const struct type_field *f,
    const char *canonical, const char **currency)
{
	int64_t n;
	int minor;

	*currency = "";
	if (canonical[0] == '\0' ||
	    !money_parts(cx, f, canonical, &n, currency))
		return canonical;
	minor = number_minor(*currency);
	return number_plain(cx->arena, n, minor < 0 ? 2 : minor);
}

/* The last second of a civil day: the site's day, whoever types it. */
static int64_t
day_end(struct ctx *cx, const char *iso)
{
	const char *zone = cx->conf != NULL ? cx->conf->timezone : cx->zone;
	int64_t start;

	return date_start(zone, iso, &start) ? start + 24 * 3600 - 1 : 0;
}

enum err
casetype_columns(struct ctx *cx, const struct type_field *f,
    const char *canonical, struct casetype_columns *out)
{
	const char *name;
	enum err e;

	*out = (struct casetype_columns){ .key = "", .words = "" };
	if (canonical[0] == '\0')
		return OK;
	switch (f->kind) {
	case VALUE_TEXT:
	case VALUE_LINES:
		out->key = fold_key(cx->arena, canonical);
		/* by a part of it nobody finds what they may not read */
		out->words = f->class >= CLASS_GUARDED ? "" : canonical;
		return OK;
	case VALUE_NUMBER:
		out->has_number = number_plain_parse(canonical, f->decimals,
		    &out->number);
		break;
	case VALUE_MONEY:
		out->has_number = money_parts(cx, f, canonical, &out->number,
		    &name);
		break;
	case VALUE_DATE:
		out->date = canonical;
		if (f->due)
			out->due = day_end(cx, canonical);
		break;
	case VALUE_PERSON:
		if ((e = store_person_by_number(cx, canonical, &out->number,
		    &name)) != OK)
			return e;
		out->has_number = out->number != 0;
		out->words = name;
		break;
	case VALUE_FLAG:
		out->has_number = true;
		out->number = strcmp(canonical, "1") == 0;
		break;
	case VALUE_CHOICE:
		break;
	}
	out->key = canonical;
	return OK;
}

/* What stands in the list for a version; both lists begin with the newest. */
static const char *
models_of(struct ctx *cx, const struct store_type_sum **at, int version)
{
	const char *all = "";

	for (; *at != NULL && (*at)->version == version; *at = (*at)->next)
		all = arena_printf(cx->arena, "%s%s%s %s", all,
		    all[0] == '\0' ? "" : "\n", (*at)->file, (*at)->sha256);
	return all;
}

enum err
casetype_counts(struct ctx *cx, const char *code, struct casetype_count **out)
{
	struct store_type_count *n;
	struct casetype_count *c;
	enum err e;

	*out = NULL;
	if ((e = store_type_counts(cx, code, &n)) != OK)
		return e;
	for (; n != NULL; n = n->next) {
		c = arena_alloc(cx->arena, sizeof(*c));
		c->version = n->version;
		c->active = n->active;
		c->closed = n->closed;
		*out = c;
		out = &c->next;
	}
	return OK;
}

enum err
casetype_versions(struct ctx *cx, const char *code,
    struct casetype_version **out)
{
	struct casetype_version **tail = out, *v;
	const struct store_type_sum *sums = NULL;
	struct store_type *t;
	enum err e;

	*out = NULL;
	if ((e = code[0] == '\0' ? store_type_all(cx, &t) :
	    store_type_versions(cx, code, &t)) != OK ||
	    (code[0] != '\0' &&
	    (e = store_type_sums(cx, code, &sums)) != OK))
		return e;
	for (; t != NULL; t = t->next) {
		v = arena_alloc(cx->arena, sizeof(*v));
		v->code = t->code;
		v->version = t->version;
		v->sha256 = t->sha256;
		v->installed = t->installed;
		v->models = models_of(cx, &sums, t->version);
		*tail = v;
		tail = &v->next;
	}
	return OK;
}
