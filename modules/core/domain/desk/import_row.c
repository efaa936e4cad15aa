/* SPDX-License-Identifier: MIT */
/* What a map makes of the cells of one row. */
#include "domain/desk/import_row.h"

#include <string.h>

#include "base/config.h"
#include "domain/desk/import_value.h"
#include "domain/dossier/party.h"
#include "domain/people/person.h"
#include "domain/type/casetype.h"
#include "store/store_import.h"
#include "text/date.h"
#include "text/date_pattern.h"
#include "text/message.h"
#include "xml/xml_xes.h"

#define TITLE 200	/* characters, as for titles that are typed */

/* The next {column} of a from; NULL after the last. */
static const char *
braced(struct arena *a, const char **at)
{
	const char *open = strchr(*at, '{'), *close;

	close = open == NULL ? NULL : strchr(open, '}');
	if (close == NULL)
		return NULL;
	*at = close + 1;
	return arena_textn(a, open + 1, (size_t)(close - open - 1));
}

static size_t
column(const struct import_row_frame *f, const char *name)
{
	size_t i;

	for (i = 0; i < f->n && strcmp(f->columns[i], name) != 0; i++)
		;
	return i;
}

struct binding {
	struct ctx *cx;
	struct import_row_frame *frame;
	const char *file;
	struct reader_fault **faults;
};

static void
take_columns(struct binding *b, const char *from, int line)
{
	const char *name;
	size_t i;

	while ((name = braced(b->cx->arena, &from)) != NULL) {
		if ((i = column(b->frame, name)) < b->frame->n)
			b->frame->taken[i] = true;
		else
			reader_add_fault(b->cx->arena, b->faults,
			    b->frame->map->file, line, "%s has no column "
			    "“%s”.", b->file, name);
	}
}

static void
take_rule(struct binding *b, const struct xml_map_rule *r)
{
	take_columns(b, r->from, r->line);
	if (r->pattern[0] != '\0' &&
	    !date_pattern_ok(b->cx->arena, r->pattern))
		reader_add_fault(b->cx->arena, b->faults,
		    b->frame->map->file, r->line,
		    "“%s” is no pattern of a date.", r->pattern);
}

static void
take_fields(struct binding *b)
{
	const struct xml_map_field *f;
	const struct type_field *field;

	for (f = b->frame->map->fields; f != NULL; f = f->next) {
		take_rule(b, &f->rule);
		field = casetype_field(b->frame->type, f->code);
		if (field != NULL && field->computed != NULL)
			reader_add_fault(b->cx->arena, b->faults,
			    b->frame->map->file, f->rule.line, "The field "
			    "“%s” is computed and takes no column.", f->code);
		if (field == NULL)
			reader_add_fault(b->cx->arena, b->faults,
			    b->frame->map->file, f->rule.line, "The type %s "
			    "has no field “%s”.", b->frame->type->code,
			    f->code);
	}
}

static void
take_parties(struct binding *b)
{
	const struct xml_map_party *p;
	int i;

	for (p = b->frame->map->parties; p != NULL; p = p->next) {
		for (i = 0; i < XML_MAP_DETAILS; i++)
			take_columns(b, p->from[i], p->line);
		if (strcmp(p->role, "requester") != 0 &&
		    casetype_term(b->frame->type->roles, p->role) == NULL)
			reader_add_fault(b->cx->arena, b->faults,
			    b->frame->map->file, p->line, "The type %s has "
			    "no role “%s”.", b->frame->type->code, p->role);
	}
}

struct import_row_frame *
import_row_frame(struct ctx *cx, const struct xml_map *map,
    const struct casetype *type, const char *file,
    const struct csv_row *header, struct reader_fault **faults)
{
	struct import_row_frame *f = arena_alloc(cx->arena, sizeof(*f));
	struct binding b = { cx, f, file, faults };
	size_t i;

	f->map = map;
	f->type = type;
	f->n = header->n;
	f->columns = arena_array(cx->arena, f->n, sizeof(*f->columns));
	f->taken = arena_array(cx->arena, f->n, sizeof(*f->taken));
	for (i = 0; i < f->n; i++)
		f->columns[i] = arena_text(cx->arena, header->cells[i]);
	take_rule(&b, &map->key);
	take_rule(&b, &map->title);
	take_rule(&b, &map->text);
	take_rule(&b, &map->received);
	take_rule(&b, &map->medium);
	take_fields(&b);
	take_parties(&b);
	return f;
}

/* Blanks and signs that are left over where a cell is empty. */
static char *
trim(char *s)
{
	size_t n;

	s += strspn(s, " ,:;-/\n");
	n = strlen(s);
	while (n > 0 && strchr(" ,:;-/\n", s[n - 1]) != NULL)
		n--;
	s[n] = '\0';
	return s;
}

/* The words of a from with the row's cells in them; "" when all of these
 * are empty. */
static const char *
filled(struct ctx *cx, const struct import_row_frame *f,
    const struct csv_row *row, const char *from)
{
	const char *at = from, *name, *open;
	struct buf b = { 0 };
	bool any = strchr(from, '{') == NULL, several;
	char *text;
	size_t i;

	several = from[0] != '{' || strchr(from, '}') == NULL ||
	    strchr(from, '}')[1] != '\0';
	buf_text(&b, "");
	while ((open = strchr(at, '{')) != NULL &&
	    (name = braced(cx->arena, &from)) != NULL) {
		buf_add(&b, at, (size_t)(open - at));
		at = from;
		if ((i = column(f, name)) == f->n || i >= row->n)
			continue;
		any |= row->cells[i][0] != '\0';
		buf_text(&b, row->cells[i]);
	}
	buf_text(&b, at);
	text = arena_text(cx->arena, b.data);
	buf_free(&b);
	return !any ? "" : several ? trim(text) : text;
}

/* What the map says for this value; *said when it says something. */
static const char *
translated(const struct xml_map_rule *r, const char *value, bool *said)
{
	const struct xml_map_when *w;

	*said = true;
	for (w = r->whens; w != NULL; w = w->next)
		if (strcmp(w->value, value) == 0)
			return w->is;
	if (r->other != NULL && value[0] != '\0')
		return r->other;
	*said = false;
	return value;
}

static bool
moment(struct ctx *cx, const struct xml_map_rule *r, const char *text,
    int64_t *out)
{
	const char *zone = cx->conf->timezone;

	if (r->pattern[0] != '\0')
		return date_pattern(cx->arena, r->pattern, zone, text, out);
	return date_start(zone, text, out) || xml_xes_moment(zone, text, out);
}

/* Typed text of a field; refuses what cannot be of its kind. */
static enum err
value_of(struct ctx *cx, const struct xml_map_field *m,
    const struct type_field *f, const char *cell, const char **out)
{
	const char *name = arena_printf(cx->arena, "f.%s", m->code);
	bool said;
	int64_t when;

	*out = translated(&m->rule, cell, &said);
	if (said || cell[0] == '\0')
		return OK;
	if (f->kind == VALUE_CHOICE) {
		*out = import_value_choice(cx, f, cell);
		if ((*out)[0] == '\0')
			return refuse_field(cx, name, _("“%s” is none of the "
			    "choices. Say in the map which one it is."), cell);
	} else if (f->kind == VALUE_DATE) {
		if (!moment(cx, &m->rule, cell, &when))
			return refuse_field(cx, name, _("“%s” is not a date "
			    "as the map says they are written."), cell);
		*out = date_today(cx->arena, cx->conf->timezone, when);
	} else if (f->kind == VALUE_FLAG)
		*out = strcmp(cell, "1") == 0 || strcmp(cell, "true") == 0 ||
		    strcmp(cell, "yes") == 0 ? "1" : "";
	return OK;
}

static enum err
values_of(struct ctx *cx, const struct import_row_frame *f,
    const struct csv_row *row, const struct value **out)
{
	struct value *first = NULL, **tail = &first, *v;
	const struct xml_map_field *m;
	const char *text;
	enum err e, bad = OK;

	for (m = f->map->fields; m != NULL; m = m->next) {
		e = value_of(cx, m, casetype_field(f->type, m->code),
		    filled(cx, f, row, m->rule.from), &text);
		if (e != OK)
			bad = e;
		if (text[0] == '\0')
			continue;
		v = arena_alloc(cx->arena, sizeof(*v));
		v->field = m->code;
		v->text = text;
		*tail = v;
		tail = &v->next;
	}
	*out = first;
	return bad;
}

/* The file, the line, and every cell that the map has no place for. */
static const struct value *
facts_of(struct ctx *cx, const struct import_row_frame *f,
    const struct csv_row *row)
{
	struct value *first = NULL, **tail = &first, *v;
	size_t i;

	for (i = 0; i < f->n + 2; i++) {
		if (i >= 2 && (f->taken[i - 2] ||
		    row->cells[i - 2][0] == '\0'))
			continue;
		v = arena_alloc(cx->arena, sizeof(*v));
		v->field = i == 0 ? "file" : i == 1 ? "line" :
		    arena_printf(cx->arena, "row.%s", f->columns[i - 2]);
		v->text = i == 0 ? f->log : i == 1 ?
		    arena_printf(cx->arena, "%d", row->line) :
		    row->cells[i - 2];
		*tail = v;
		tail = &v->next;
	}
	return first;
}

static enum err
received_of(struct ctx *cx, const struct import_row_frame *f,
    const struct csv_row *row, int64_t *out)
{
	const struct xml_map_rule *r = &f->map->received;
	const char *text = filled(cx, f, row, r->from);

	*out = cx->now;
	if (r->from[0] == '\0' || moment(cx, r, text, out))
		return OK;
	return refuse_field(cx, "received", _("“%s” is not a date as the "
	    "map says they are written."), text);
}

/* The request, but for its people. */
static enum err
request_of(struct ctx *cx, const struct import_row_frame *f,
    const struct csv_row *row, struct dossier_new *n)
{
	const struct xml_map_rule *medium = &f->map->medium;
	enum err e, bad;
	bool said;

	*n = (struct dossier_new){ .type = f->type->code, .scope = f->scope,
	    .imported = true, .medium = "import" };
	if (row->n != f->n)
		return refuse(cx, ERR_INVALID, _("This row has %zu cells, "
		    "the first line %zu."), row->n, f->n);
	n->title = import_value_text(cx->arena, filled(cx, f, row,
	    f->map->title.from), TITLE);
	n->text = filled(cx, f, row, f->map->text.from);
	if (medium->from[0] != '\0')
		n->medium = translated(medium, filled(cx, f, row,
		    medium->from), &said);
	if (n->medium[0] == '\0')
		n->medium = "import";
	n->facts = facts_of(cx, f, row);
	e = received_of(cx, f, row, &n->received);
	bad = values_of(cx, f, row, &n->values);
	return e != OK ? e : bad;
}

static struct person_new
person_of(struct ctx *cx, const struct import_row_frame *f,
    const struct csv_row *row, const struct xml_map_party *p)
{
	const char *text[XML_MAP_DETAILS];
	int i;

	for (i = 0; i < XML_MAP_DETAILS; i++)
		text[i] = filled(cx, f, row, p->from[i]);
	return (struct person_new){ .organisation = p->organisation,
	    .name = text[XML_MAP_NAME], .given = text[XML_MAP_GIVEN],
	    .family = text[XML_MAP_FAMILY], .email = text[XML_MAP_EMAIL],
	    .phone = text[XML_MAP_PHONE], .address = text[XML_MAP_ADDRESS],
	    .language = text[XML_MAP_LANGUAGE] };
}

static bool
nobody(const struct person_new *p)
{
	return p->name[0] == '\0' && p->given[0] == '\0' &&
	    p->family[0] == '\0';
}

const char *
import_row_key(struct ctx *cx, const struct import_row_frame *f,
    const struct csv_row *row)
{
	return filled(cx, f, row, f->map->key.from);
}

enum err
import_row_check(struct ctx *cx, const struct import_row_frame *f,
    const struct csv_row *row)
{
	const struct xml_map_party *p;
	struct person_new person;
	struct dossier_new n;
	enum err e, g;

	if ((e = request_of(cx, f, row, &n)) != OK)
		return e;
	e = dossier_register_check(cx, &n);
	for (p = f->map->parties; p != NULL; p = p->next) {
		person = person_of(cx, f, row, p);
		if (!nobody(&person) &&
		    (g = person_check(cx, &person)) != OK)
			e = g;
	}
	return e;
}

/* Made once a file, by name and mail. */
static enum err
person_row(struct ctx *cx, const struct import_row_frame *f,
    const struct person_new *n, int64_t *out)
{
	const char *name = arena_printf(cx->arena, "%s %s %s <%s>", n->name,
	    n->given, n->family, n->email);
	struct person *p;
	enum err e;

	if ((e = store_import_person(cx, f->log, name, out)) != OK ||
	    *out != 0)
		return e;
	if ((e = person_add(cx, n, &p)) != OK)
		return e;
	*out = p->id;
	return store_import_person_put(cx, f->log, name, p->id);
}

static enum err
people(struct ctx *cx, const struct import_row_frame *f,
    const struct csv_row *row, struct dossier *d)
{
	const struct xml_map_party *p;
	struct person_new n;
	int64_t person;
	enum err e;

	for (p = f->map->parties; p != NULL; p = p->next) {
		n = person_of(cx, f, row, p);
		if (nobody(&n))
			continue;
		if ((e = person_row(cx, f, &n, &person)) != OK)
			return e;
		/* Whom a row names twice takes part once. */
		e = party_add(cx, d, person, p->role);
		if (e != OK && e != ERR_CONFLICT)
			return e;
	}
	return OK;
}

enum err
import_row_write(struct ctx *cx, const struct import_row_frame *f,
    const struct csv_row *row, struct dossier **out)
{
	struct dossier_new n;
	enum err e;

	if ((e = request_of(cx, f, row, &n)) != OK ||
	    (e = dossier_register(cx, &n, out)) != OK)
		return e;
	return people(cx, f, row, *out);
}
