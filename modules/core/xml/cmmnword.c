/* SPDX-License-Identifier: MIT */
/* Words of a CMMN file: names, references, additions, faults about them. */
#include "xml/cmmnword.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "base/count.h"
#include "base/words.h"
#include "text/blank.h"

static const struct {		/* what there is a struct for */
	const char *name;
	size_t size;
} kinds[] = {
	{ "applicabilityRule", sizeof(struct cmmn_applicability) },
	{ "case", sizeof(struct cmmn_case) },
	{ "caseFileItem", sizeof(struct cmmn_file_item) },
	{ "casePlanModel", sizeof(struct cmmn_definition) },
	{ "caseTask", sizeof(struct cmmn_definition) },
	{ "decisionTask", sizeof(struct cmmn_definition) },
	{ "discretionaryItem", sizeof(struct cmmn_item_use) },
	{ "entryCriterion", sizeof(struct cmmn_criterion) },
	{ "eventListener", sizeof(struct cmmn_definition) },
	{ "exitCriterion", sizeof(struct cmmn_criterion) },
	{ "humanTask", sizeof(struct cmmn_definition) },
	{ "input", sizeof(struct cmmn_parameter) },
	{ "inputs", sizeof(struct cmmn_parameter) },
	{ "milestone", sizeof(struct cmmn_definition) },
	{ "output", sizeof(struct cmmn_parameter) },
	{ "outputs", sizeof(struct cmmn_parameter) },
	{ "planFragment", sizeof(struct cmmn_definition) },
	{ "planItem", sizeof(struct cmmn_item_use) },
	{ "planningTable", sizeof(struct cmmn_planning) },
	{ "processTask", sizeof(struct cmmn_definition) },
	{ "role", sizeof(struct cmmn_role) },
	{ "sentry", sizeof(struct cmmn_sentry) },
	{ "stage", sizeof(struct cmmn_definition) },
	{ "task", sizeof(struct cmmn_definition) },
	{ "timerEvent", sizeof(struct cmmn_definition) },
	{ "timerEventListener", sizeof(struct cmmn_definition) },
	{ "userEvent", sizeof(struct cmmn_definition) },
	{ "userEventListener", sizeof(struct cmmn_definition) },
};

static void add_fault(struct cmmnword *, const struct reader_node *,
    bool mild, const char *fmt, va_list)
    __attribute__((format(printf, 4, 0)));

static bool
is_own(const struct reader_node *n)
{
	return n->name != NULL && strcmp(n->ns, CMMNWORD_NS) == 0;
}

/* A name or an id around a place, the case's own left out. */
static const char *
element_of(const struct reader_node *n)
{
	for (; n != NULL && n->parent != NULL; n = n->parent) {
		if (!is_own(n) || strcmp(n->name, "case") == 0)
			continue;
		if (*reader_given(n, "name") != '\0')
			return reader_given(n, "name");
		if (*reader_given(n, "id") != '\0')
			return reader_given(n, "id");
	}
	return "";
}

static void
add_fault(struct cmmnword *r, const struct reader_node *n, bool mild,
    const char *fmt, va_list ap)
{
	struct cmmn_fault *f;
	size_t told = mild ? ++r->remarks : ++r->faults;

	if (told > CMMNWORD_FAULTS + 1)
		return;
	f = arena_alloc(r->arena, sizeof(*f));
	f->file = r->model->file;
	f->line = n == NULL ? 0 : n->line;
	f->element = element_of(n);
	f->mild = mild;
	f->text = told > CMMNWORD_FAULTS ? (mild ? "There are more remarks." :
	    "There are more faults; mend these first.") :
	    arena_vprintf(r->arena, fmt, ap);
	*r->tail = f;
	r->tail = &f->next;
}

void
cmmnword_fault(struct cmmnword *r, const struct reader_node *n,
    const char *fmt, ...)
{
	va_list ap;

	va_start(ap, fmt);
	add_fault(r, n, false, fmt, ap);
	va_end(ap);
}

void
cmmnword_mild(struct cmmnword *r, const struct reader_node *n,
    const char *fmt, ...)
{
	va_list ap;

	va_start(ap, fmt);
	add_fault(r, n, true, fmt, ap);
	va_end(ap);
}

/* What is no boolean is told with the shape of its element. */
bool
cmmnword_flag(const struct reader_node *n, const char *name, bool otherwise)
{
	const char *value = reader_given(n, name);

	if (strcmp(value, "true") == 0 || strcmp(value, "1") == 0)
		return true;
	if (strcmp(value, "false") == 0 || strcmp(value, "0") == 0)
		return false;
	return otherwise;
}

static const struct reader_node *
first_of(const struct reader_node *n, const char *name)
{
	while (n != NULL && !(is_own(n) && (name == NULL ||
	    strcmp(n->name, name) == 0)))
		n = n->next;
	return n;
}

const struct reader_node *
cmmnword_child(const struct reader_node *n, const char *name)
{
	return first_of(n->first, name);
}

const struct reader_node *
cmmnword_after(const struct reader_node *n, const char *name)
{
	return first_of(n->next, name);
}

const char *
cmmnword_documentation(struct cmmnword *r, const struct reader_node *n)
{
	const struct reader_node *c = cmmnword_child(n, "documentation");

	return c == NULL ? "" : reader_prose(r->arena, c);
}

const char *
cmmnword_local(const char *qname)
{
	const char *colon = strrchr(qname, ':');

	return colon == NULL ? qname : colon + 1;
}

static size_t
size_of(const char *name)
{
	size_t low = 0, high = COUNT(kinds), middle;
	int order;

	while (low < high) {
		middle = low + (high - low) / 2;
		order = strcmp(name, kinds[middle].name);
		if (order == 0)
			return kinds[middle].size;
		if (order < 0)
			high = middle;
		else
			low = middle + 1;
	}
	return 0;
}

void
cmmnword_take(struct cmmnword *r, const struct reader_node *n)
{
	struct cmmnword_place *p, *more;
	size_t size = size_of(n->name);

	if (r->n_places == r->room) {
		r->room = r->room == 0 ? 64 : r->room * 2;
		more = arena_array(r->arena, r->room, sizeof(*more));
		if (r->n_places > 0)
			memcpy(more, r->places, r->n_places * sizeof(*more));
		r->places = more;
	}
	p = &r->places[r->n_places++];
	p->node = n;
	p->id = reader_given(n, "id");
	p->made = size == 0 ? NULL : arena_alloc(r->arena, size);
}

static int
by_node(const void *a, const void *b)
{
	uintptr_t x = (uintptr_t)((const struct cmmnword_place *)a)->node;
	uintptr_t y = (uintptr_t)((const struct cmmnword_place *)b)->node;

	return (x > y) - (x < y);
}

static int
by_id(const void *a, const void *b)
{
	const struct cmmnword_place *x = *(struct cmmnword_place *const *)a;
	const struct cmmnword_place *y = *(struct cmmnword_place *const *)b;
	int order = strcmp(x->id, y->id);

	return order != 0 ? order :
	    (x->node->line > y->node->line) - (x->node->line < y->node->line);
}

void
cmmnword_taken(struct cmmnword *r)
{
	size_t i;

	qsort(r->places, r->n_places, sizeof(*r->places), by_node);
	r->by_id = arena_array(r->arena, r->n_places, sizeof(*r->by_id));
	for (i = 0; i < r->n_places; i++)
		if (*r->places[i].id != '\0')
			r->by_id[r->n_ids++] = &r->places[i];
	if (r->n_ids > 1)
		qsort(r->by_id, r->n_ids, sizeof(*r->by_id), by_id);
	for (i = 1; i < r->n_ids; i++)
		if (strcmp(r->by_id[i]->id, r->by_id[i - 1]->id) == 0)
			cmmnword_fault(r, r->by_id[i]->node, "The id “%s” is "
			    "there already, on line %d.", r->by_id[i]->id,
			    r->by_id[i - 1]->node->line);
}

void *
cmmnword_made(const struct cmmnword *r, const struct reader_node *n)
{
	const struct cmmnword_place key = { n, "", NULL }, *p;

	p = bsearch(&key, r->places, r->n_places, sizeof(key), by_node);
	return p == NULL ? NULL : p->made;
}

static const struct cmmnword_place *
place(const struct cmmnword *r, const char *id)
{
	size_t low = 0, high = r->n_ids, middle;

	while (low < high) {
		middle = low + (high - low) / 2;
		if (strcmp(r->by_id[middle]->id, id) < 0)
			low = middle + 1;
		else
			high = middle;
	}
	return low < r->n_ids && strcmp(r->by_id[low]->id, id) == 0 ?
	    r->by_id[low] : NULL;
}

const struct reader_node *
cmmnword_find(const struct cmmnword *r, const char *id)
{
	const struct cmmnword_place *p = place(r, id);

	return p == NULL ? NULL : p->node;
}

const char *
cmmnword_id(struct cmmnword *r, const struct reader_node *n)
{
	const char *id = reader_given(n, "id");

	while (*id == '\0') {
		id = arena_printf(r->arena, "_%zu", ++r->nameless);
		if (place(r, id) != NULL)
			id = "";
	}
	return id;
}

void *
cmmnword_ref_of(struct cmmnword *r, const struct reader_node *n,
    const char *attr, const char *id, const char *names)
{
	const struct cmmnword_place *p = place(r, id);
	size_t len = strcspn(names, " ");

	if (p != NULL && p->made != NULL && words_have(names, p->node->name))
		return p->made;
	if (p == NULL)
		cmmnword_fault(r, n, "%s of <%s> is “%s”, and nothing in "
		    "this file has that id.", attr, n->name, id);
	else if (names[len] == '\0')
		cmmnword_fault(r, n, "%s of <%s> is “%s”, and that is the "
		    "<%s> on line %d; it must be a <%s>.", attr, n->name, id,
		    p->node->name, p->node->line, names);
	else
		cmmnword_fault(r, n, "%s of <%s> is “%s”, and that is the "
		    "<%s> on line %d, which cannot stand there.", attr,
		    n->name, id, p->node->name, p->node->line);
	return NULL;
}

void *
cmmnword_ref(struct cmmnword *r, const struct reader_node *n,
    const char *attr, const char *names)
{
	const char *id = reader_given(n, attr);

	return *id == '\0' ? NULL : cmmnword_ref_of(r, n, attr, id, names);
}

const char *
cmmnword_next_id(struct cmmnword *r, const char **at)
{
	const char *start = *at + strspn(*at, BLANK);
	size_t len = strcspn(start, BLANK);

	*at = start + len;
	return len == 0 ? NULL : arena_textn(r->arena, start, len);
}

static bool
is_foreign(const char *ns)
{
	return *ns != '\0' && strcmp(ns, CMMNWORD_NS) != 0 &&
	    strcmp(ns, "http://www.w3.org/XML/1998/namespace") != 0;
}

static const struct cmmn_attribute *
attributes(struct cmmnword *r, const struct reader_node *n, bool all)
{
	const struct cmmn_attribute *first = NULL, **tail = &first;
	struct cmmn_attribute *a;
	const struct reader_attr *from;

	for (from = n->attrs; from != NULL; from = from->next) {
		if (!all && !is_foreign(from->ns))
			continue;
		a = arena_alloc(r->arena, sizeof(*a));
		a->ns = from->ns;
		a->name = from->name;
		a->value = from->value;
		*tail = a;
		tail = &a->next;
	}
	return first;
}

static struct cmmn_extension *
extension(struct cmmnword *r, const struct reader_node *n)
{
	struct cmmn_extension *e = arena_alloc(r->arena, sizeof(*e));
	struct cmmn_extension **tail = &e->first;

	e->ns = n->ns;
	e->name = n->name;
	e->text = reader_prose(r->arena, n);
	e->attributes = attributes(r, n, true);
	e->line = n->line;
	for (n = n->first; n != NULL; n = n->next)
		if (n->name != NULL) {
			*tail = extension(r, n);
			tail = &(*tail)->next;
		}
	return e;
}

const struct cmmn_extension *
cmmnword_extensions(struct cmmnword *r, const struct reader_node *n)
{
	const struct cmmn_attribute *own = attributes(r, n, false);
	struct cmmn_extension *first = NULL, **tail = &first;
	const struct reader_node *c, *e;

	if (own != NULL) {
		first = arena_alloc(r->arena, sizeof(*first));
		first->ns = first->name = first->text = "";
		first->attributes = own;
		first->line = n->line;
		tail = &first->next;
	}
	for (c = cmmnword_child(n, "extensionElements"); c != NULL;
	    c = cmmnword_after(c, "extensionElements"))
		for (e = c->first; e != NULL; e = e->next)
			if (e->name != NULL) {
				*tail = extension(r, e);
				tail = &(*tail)->next;
			}
	return first;
}
