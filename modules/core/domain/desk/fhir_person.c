/* SPDX-License-Identifier: MIT */
/* Patients, read and written. */
#include "domain/desk/fhir_person.h"

#include <string.h>

#include "base/buf.h"
#include "domain/desk/fhir_tree.h"
#include "text/fold.h"

/* The official name, else the first. */
static struct reader_node *
name_of(struct reader_node *n)
{
	struct reader_node *c, *first = NULL;

	for (c = n->first; c != NULL; c = c->next) {
		if (!reader_is(c, NULL, "name"))
			continue;
		if (strcmp(fhir_tree_get(c, "use"), "official") == 0)
			return c;
		if (first == NULL)
			first = c;
	}
	return first;
}

static struct reader_node *
telecom(struct reader_node *n, const char *system)
{
	struct reader_node *c;

	for (c = n->first; c != NULL; c = c->next)
		if (reader_is(c, NULL, "telecom") &&
		    strcmp(fhir_tree_get(c, "system"), system) == 0 &&
		    fhir_tree_get(c, "value")[0] != '\0')
			return c;
	return NULL;
}

static const char *
given_of(struct arena *a, struct reader_node *name)
{
	struct reader_node *c;
	struct buf b = { 0 };
	const char *text;

	for (c = name == NULL ? NULL : name->first; c != NULL; c = c->next)
		if (reader_is(c, NULL, "given"))
			buf_printf(&b, "%s%s", b.len > 0 ? " " : "",
			    reader_given(c, "value"));
	text = arena_textn(a, b.data, b.len);
	buf_free(&b);
	return text;
}

static const char *
day(struct arena *a, const char *text)
{
	return strlen(text) <= 10 ? text : arena_textn(a, text, 10);
}

void
fhir_person_read(struct ctx *cx, struct reader_node *n,
    struct fhir_person *out)
{
	struct reader_node *name = name_of(n);

	out->family = fhir_tree_get(name, "family");
	out->given = given_of(cx->arena, name);
	out->name = fhir_tree_get(name, "text");
	if (out->family[0] != '\0' || out->given[0] != '\0')
		out->name = arena_printf(cx->arena, "%s%s%s", out->given,
		    out->family[0] == '\0' || out->given[0] == '\0' ? "" :
		    " ", out->family);
	out->born = day(cx->arena, fhir_tree_get(n, "birthDate"));
	out->sex = fhir_tree_get(n, "gender");
	out->died = day(cx->arena, fhir_tree_get(n, "deceasedDateTime"));
	out->phone = fhir_tree_get(telecom(n, "phone"), "value");
	out->email = fhir_tree_get(telecom(n, "email"), "value");
}

static void
write_name(struct arena *a, struct reader_node *n, const struct person *p,
    const struct fhir_person *is)
{
	struct reader_node *name = name_of(n);

	if (name == NULL)
		name = fhir_tree_add(a, n, "name");
	if (p->family[0] == '\0' && p->given[0] == '\0') {
		if (strcmp(is->name, p->name) != 0)
			fhir_tree_set(a, name, "text", p->name);
		return;
	}
	if (strcmp(is->family, p->family) == 0 &&
	    strcmp(is->given, p->given) == 0)
		return;
	fhir_tree_set(a, name, "text", "");
	fhir_tree_set(a, name, "family", p->family);
	fhir_tree_drop(name, "given");
	fhir_tree_set(a, name, "given", p->given);
}

static void
write_telecom(struct arena *a, struct reader_node *n, const char *system,
    const char *was, const char *value)
{
	struct reader_node *c = telecom(n, system);

	if (value[0] == '\0' || strcmp(was, value) == 0)
		return;
	if (c == NULL) {
		c = fhir_tree_add(a, n, "telecom");
		fhir_tree_set(a, c, "system", system);
	}
	fhir_tree_set(a, c, "value", value);
}

void
fhir_person_write(struct ctx *cx, struct reader_node *n,
    const struct person *p)
{
	struct arena *a = cx->arena;
	struct fhir_person is;

	fhir_person_read(cx, n, &is);
	write_name(a, n, p, &is);
	write_telecom(a, n, "phone", is.phone, p->phone);
	write_telecom(a, n, "email", is.email, p->email);
	if (p->born[0] != '\0' && strcmp(is.born, p->born) != 0)
		fhir_tree_set(a, n, "birthDate", p->born);
	if (p->sex[0] != '\0' && strcmp(is.sex, p->sex) != 0)
		fhir_tree_set(a, n, "gender", p->sex);
	if (p->died[0] != '\0' && strcmp(is.died, p->died) != 0) {
		fhir_tree_drop(n, "deceasedBoolean");
		fhir_tree_set(a, n, "deceasedDateTime", p->died);
	}
	if (p->address[0] != '\0' && fhir_tree_at(n, "address") == NULL)
		fhir_tree_set(a, n, "address/text", p->address);
}

bool
fhir_person_is(struct ctx *cx, const struct fhir_person *f,
    const struct person *p)
{
	size_t n = strlen(f->born) < strlen(p->born) ? strlen(f->born) :
	    strlen(p->born);
	const char *name = fold(cx->arena, f->name);

	if (strcmp(name, fold(cx->arena, p->name)) != 0 &&
	    (p->family[0] == '\0' || strcmp(fold(cx->arena, f->family),
	    fold(cx->arena, p->family)) != 0))
		return false;
	return strncmp(f->born, p->born, n) == 0;
}
