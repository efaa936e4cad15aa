/* SPDX-License-Identifier: MIT */
/* Case types of the store: parsed once a process, checked, installed. */
#include "domain/casetype.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/buf.h"
#include "base/config.h"
#include "base/digest.h"
#include "base/log.h"
#include "domain/access.h"
#include "domain/casetype_name.h"
#include "domain/event.h"
#include "store/store_type.h"
#include "text/date.h"
#include "text/fold.h"
#include "text/message.h"
#include "text/number.h"
#include "xml/xml_type.h"

#define INSTALLED_SCHEMA PKGDATADIR "/casetypes/type.rng"

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
	return OK;
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

void
casetype_forget(void)
{
	versions = NULL;
	arena_free(kept);
	kept = NULL;
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
	(*out)->installed_current = true;
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

/* The schema beside the folder, as in a source tree, else the installed. */
static const char *
schema_of(struct ctx *cx, const char *dir)
{
	char *near = arena_printf(cx->arena, "%s/../type.rng", dir);

	return access(near, R_OK) == 0 ? near : INSTALLED_SCHEMA;
}

/* The bytes of a file of at most max. */
static enum err
read_whole(struct ctx *cx, const char *path, size_t max, struct buf *out)
{
	char part[16384];
	ssize_t n;
	int fd;

	if ((fd = open(path, O_RDONLY | O_CLOEXEC)) == -1)
		return refuse(cx, ERR_INVALID, "%s: %s.", path,
		    strerror(errno));
	while ((n = read(fd, part, sizeof(part))) > 0 && out->len <= max)
		buf_add(out, part, (size_t)n);
	if (n < 0)
		refuse(cx, ERR_INVALID, "%s: %s.", path, strerror(errno));
	close(fd);
	if (n < 0)
		return ERR_INVALID;
	if (out->len > max)
		return refuse(cx, ERR_INVALID,
		    _("%s: a type.xml has at most %zu bytes."), path, max);
	return OK;
}

/* Reads DIR/type.xml with all its rules. */
static enum err
read_folder(struct ctx *cx, const char *dir, const char **source,
    struct casetype **out)
{
	struct reader_fault *faults = NULL;
	struct buf b = { 0 };
	const char *path;
	enum err e;

	path = arena_printf(cx->arena, "%s/type.xml", dir);
	if ((e = read_whole(cx, path, XML_TYPE_MAX, &b)) != OK) {
		buf_free(&b);
		return e;
	}
	*source = arena_textn(cx->arena, b.data == NULL ? "" : b.data, b.len);
	*out = xml_type_read(cx->arena, path, *source, b.len,
	    schema_of(cx, dir), &faults);
	buf_free(&b);
	return *out == NULL ? reader_refuse(cx, faults) : OK;
}

enum err
casetype_check(struct ctx *cx, const char *dir)
{
	struct casetype *t;
	const char *source;

	return read_folder(cx, dir, &source, &t);
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

enum err
casetype_install(struct ctx *cx, const char *dir, const struct casetype **out)
{
	struct store_type row = { 0 };
	unsigned char sum[DIGEST_SIZE];
	struct event_body *b;
	struct casetype *t;
	const char *sha256;
	enum err e;

	if ((e = read_folder(cx, dir, &row.source, &t)) != OK)
		return e;
	digest_of(row.source, strlen(row.source), sum);
	sha256 = digest_hex(cx->arena, sum, sizeof(sum));
	e = store_type_newest(cx, t->code, &row);
	if (e == OK && strcmp(row.sha256, sha256) == 0)
		return casetype_current(cx, t->code, out);
	if ((e != OK && e != ERR_MISSING) || (e = check_prefix(cx, t)) != OK)
		return e;
	cx->why = NULL;
	row.code = t->code;
	row.version = row.version + 1;
	row.sha256 = sha256;
	if ((e = store_type_add(cx, &row)) != OK)
		return e;
	t->id = row.id;
	t->version = row.version;
	t->installed_current = true;
	b = event_body(cx);
	event_fact(b, "type", t->code);
	event_fact(b, "version", arena_printf(cx->arena, "%d", t->version));
	event_fact(b, "sha256", sha256);
	*out = t;
	if ((e = event_add_topic(cx, "types", "type.installed", b)) != OK)
		return e;
	return access_spread(cx);
}

/* A mistake beside the field of the form. */
#define value_refuse(cx, f, ...)					\
	refuse_field((cx), casetype_name((cx), (f)->code, 0), __VA_ARGS__)

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

/* Takes three letters at either end of what was typed as the currency. */
static const char *
money_currency(struct ctx *cx, const struct type_field *f, const char **typed)
{
	static const char letters[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZ";
	const char *s = *typed, *currency = f->currency;
	size_t n = strlen(s);

	if (n > 3 && strspn(s, letters) == 3) {
		currency = arena_textn(cx->arena, s, 3);
		s += 3;
	} else if (n > 3 && strspn(s + n - 3, letters) == 3) {
		currency = s + n - 3;
		s = arena_textn(cx->arena, s, n - 3);
	}
	*typed = fold_tidy(cx->arena, s, false);
	return currency;
}

static enum err
value_money(struct ctx *cx, const struct type_field *f, const char *typed,
    const char **out)
{
	const char *currency = money_currency(cx, f, &typed);
	int decimals = number_minor(currency);
	int64_t minor;

	if (decimals < 0)
		return value_refuse(cx, f, _("“%s” is no currency; write "
		    "its three letters, for example EUR."), currency);
	if (!number_parse(cx->lang, typed, decimals, &minor))
		return value_refuse(cx, f, _("“%s” is no amount; write it "
		    "like %s."), typed, number_text(cx->arena, cx->lang,
		    number_minor(currency) == 0 ? 1250 : 125050,
		    number_minor(currency) == 0 ? 0 : 2));
	*out = arena_printf(cx->arena, "%lld %s", (long long)minor, currency);
	return OK;
}

static enum err
value_person(struct ctx *cx, const struct type_field *f, const char *typed,
    const char **out)
{
	const char *name;
	int64_t id;
	enum err e;

	if ((e = store_type_person(cx, typed, &id, &name)) != OK)
		return e;
	if (id == 0)
		return value_refuse(cx, f, _("There is no person with the "
		    "number “%s”."), typed);
	*out = typed;
	return OK;
}

static enum err
value_text(struct ctx *cx, const struct type_field *f, const char *typed,
    const char **out)
{
	if (fold_length(typed) > f->max)
		return value_refuse(cx, f, _("This is too long: at most %zu "
		    "characters fit."), f->max);
	*out = typed;
	return OK;
}

static enum err
value_number(struct ctx *cx, const struct type_field *f, const char *typed,
    const char **out)
{
	int64_t n;

	if (number_parse(cx->lang, typed, f->decimals, &n)) {
		if (f->bounded && (n < f->least || n > f->most))
			return value_refuse(cx, f, _("Write a number from "
			    "%s to %s."), number_text(cx->arena, cx->lang,
			    f->least, f->decimals), number_text(cx->arena,
			    cx->lang, f->most, f->decimals));
		*out = number_plain(cx->arena, n, f->decimals);
		return OK;
	}
	if (f->decimals == 0)
		return value_refuse(cx, f, _("“%s” is no whole number."),
		    typed);
	return value_refuse(cx, f, _("“%s” is no number with at most %d "
	    "decimals."), typed, f->decimals);
}

enum err
casetype_value(struct ctx *cx, const struct type_field *f, const char *typed,
    const char **out)
{
	*out = "";
	if (!fold_utf8_ok(typed, strlen(typed)))
		return value_refuse(cx, f, _("This is not readable text."));
	typed = fold_tidy(cx->arena, typed, f->kind == VALUE_LINES);
	if (typed[0] == '\0' ||
	    (f->kind == VALUE_FLAG && strcmp(typed, "0") == 0))
		return OK;
	switch (f->kind) {
	case VALUE_TEXT:
	case VALUE_LINES:
		return value_text(cx, f, typed, out);
	case VALUE_NUMBER:
		return value_number(cx, f, typed, out);
	case VALUE_MONEY:
		return value_money(cx, f, typed, out);
	case VALUE_DATE:
		if (!date_civil_ok(typed))
			return value_refuse(cx, f,
			    _("“%s” is no date."), typed);
		break;
	case VALUE_CHOICE:
		if (casetype_term(f->choices, typed) == NULL)
			return value_refuse(cx, f,
			    _("“%s” is not among the choices."), typed);
		break;
	case VALUE_PERSON:
		return value_person(cx, f, typed, out);
	case VALUE_FLAG:
		if (strcmp(typed, "1") != 0)
			return value_refuse(cx, f,
			    _("A box is ticked or not."));
		break;
	}
	*out = typed;
	return OK;
}

const char *
casetype_show(struct ctx *cx, const struct type_field *f,
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
		if (store_type_person(cx, canonical, &n, &text) == OK &&
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
		out->key = fold(cx->arena, canonical);
		out->words = canonical;
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
		if ((e = store_type_person(cx, canonical, &out->number,
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

enum err
casetype_versions(struct ctx *cx, const char *code,
    struct casetype_version **out)
{
	struct casetype_version **tail = out, *v;
	struct store_type *t;
	enum err e;

	*out = NULL;
	if ((e = store_type_versions(cx, code, &t)) != OK)
		return e;
	for (; t != NULL; t = t->next) {
		v = arena_alloc(cx->arena, sizeof(*v));
		v->version = t->version;
		v->sha256 = t->sha256;
		v->installed = t->installed;
		*tail = v;
		tail = &v->next;
	}
	return OK;
}
