/* SPDX-License-Identifier: MIT */
/* Elements, the directives that guard them, layouts and parts. */
#include "web/template_compile.h"

#include <stdarg.h>
#include <string.h>

#define DEPTH 16	/* of parts in parts */

void
template_compile_fault(struct compiler *c, const struct xml_template_node *n,
    const char *fmt, ...)
{
	va_list ap;

	va_start(ap, fmt);
	reader_add_fault(c->arena, c->faults, n->file, n->line, "%s",
	    arena_vprintf(c->arena, fmt, ap));
	va_end(ap);
}

static struct op *
add(struct compiler *c, enum op_code code)
{
	const struct op fresh = { .code = code };

	/* grows outside the arena, which would keep every former size */
	buf_add(&c->grown, &fresh, sizeof(fresh));
	c->op = (struct op *)(void *)c->grown.data;
	return &c->op[c->n++];
}

/* What is fixed gathers in one operation. */
static void
flush(struct compiler *c)
{
	struct op *op;

	if (c->raw.len == 0)
		return;
	op = add(c, OP_RAW);
	op->text = arena_textn(c->arena, c->raw.data, c->raw.len);
	op->len = (uint32_t)c->raw.len;
	buf_reset(&c->raw);
}

struct op *
template_compile_op(struct compiler *c, enum op_code code)
{
	flush(c);
	return add(c, code);
}

size_t
template_compile_here(struct compiler *c)
{
	flush(c);
	return c->n;
}

/* In two steps: the list of operations may move while it grows. */
void
template_compile_land(struct compiler *c, size_t at)
{
	size_t here = template_compile_here(c);

	c->op[at].jump = (uint32_t)here;
}

void
template_compile_raw(struct compiler *c, const char *s)
{
	buf_text(&c->raw, s);
}

/* Good for text and for attributes in double quotes. */
void
template_compile_escaped(struct compiler *c, const char *s, size_t len)
{
	for (; len > 0; s++, len--)
		switch (*s) {
		case '&':
			buf_text(&c->raw, "&amp;");
			break;
		case '<':
			buf_text(&c->raw, "&lt;");
			break;
		case '>':
			buf_text(&c->raw, "&gt;");
			break;
		case '"':
			buf_text(&c->raw, "&quot;");
			break;
		default:
			buf_char(&c->raw, *s);
		}
}

static void
guard(struct guards *g, size_t op)
{
	if (g->n < COMPILE_GUARDS)
		g->jump[g->n++] = op;
}

/* "t in tasks" */
static void
begin_each(struct compiler *c, const struct xml_template_node *n,
    const char *text, struct guards *g)
{
	const char *s = text, *name, *in;
	struct scope *scope;
	struct ref ref;
	size_t len, size;

	name = template_name_word(&s, &len);
	in = template_name_word(&s, &size);
	if (len == 0 || size != 2 || memcmp(in, "in", 2) != 0 ||
	    memchr(name, '-', len) != NULL) {
		template_compile_fault(c, n, "“%s” is not “name in list”.",
		    text);
		return;
	}
	if (!template_name_ref(c, n, s, strcspn(s, " \t\r\n"), &ref))
		return;
	if (c->slots == TEMPLATE_SLOTS) {
		template_compile_fault(c, n, "The loops are nested too "
		    "deeply.");
		return;
	}
	g->each = template_compile_here(c);
	g->looped = true;
	template_compile_op(c, OP_EACH);
	c->op[g->each].ref = ref;
	c->op[g->each].slot = c->slots;
	scope = arena_alloc(c->arena, sizeof(*scope));
	*scope = (struct scope){ c->scope, arena_textn(c->arena, name, len),
	    len, { .slot = c->slots++ } };
	c->scope = scope;
	g->body = template_compile_here(c);
}

static void
begin_cond(struct compiler *c, const struct xml_template_node *n,
    const char *text, bool negated, struct guards *g)
{
	struct cond *cond = arena_alloc(c->arena, sizeof(*cond));

	if (!template_name_cond(c, n, text, strlen(text), cond))
		return;
	cond->negated = negated;
	guard(g, template_compile_here(c));
	template_compile_op(c, OP_UNLESS)->cond = cond;
}

/* d:each, d:none, d:if, d:unless and d:error of an element. */
static void
begin(struct compiler *c, const struct xml_template_node *n, struct guards *g)
{
	struct pieces *name;
	const char *s;

	*g = (struct guards){ .scope = c->scope, .silent = c->silent,
	    .in_select = c->in_select };
	if ((s = xml_template_directive(n, "each")) != NULL)
		begin_each(c, n, s, g);
	if ((s = xml_template_directive(n, "none")) != NULL)
		begin_cond(c, n, s, true, g);
	if ((s = xml_template_directive(n, "if")) != NULL)
		begin_cond(c, n, s, false, g);
	if ((s = xml_template_directive(n, "unless")) != NULL)
		begin_cond(c, n, s, true, g);
	if ((s = xml_template_directive(n, "error")) != NULL) {
		name = arena_alloc(c->arena, sizeof(*name));
		template_name_pieces(c, n, s, name);
		guard(g, template_compile_here(c));
		template_compile_op(c, OP_ERROR)->pieces = name;
	}
	if ((s = xml_template_attr(n, "translate")) != NULL)
		c->silent = strcmp(s, "no") == 0;
}

static void
end(struct compiler *c, struct guards *g)
{
	size_t here = template_compile_here(c), i;
	struct op *op;

	for (i = 0; i < g->n; i++)
		c->op[g->jump[i]].jump = (uint32_t)here;
	if (g->looped) {
		op = template_compile_op(c, OP_NEXT);
		op->slot = --c->slots;
		op->jump = (uint32_t)g->body;
		template_compile_land(c, g->each);
	}
	c->scope = g->scope;
	c->silent = g->silent;
	c->in_select = g->in_select;
}

void
template_compile_open(struct compiler *c, const struct xml_template_node *n,
    struct guards *g)
{
	begin(c, n, g);
	if (*n->tag != '\0')
		template_attr_tag(c, n);
}

void
template_compile_close(struct compiler *c, const struct xml_template_node *n,
    struct guards *g)
{
	if (*n->tag != '\0' && !template_attr_void(n->tag)) {
		template_compile_raw(c, "</");
		template_compile_raw(c, n->tag);
		template_compile_raw(c, ">");
	}
	end(c, g);
}

/* The topmost element below n that fills a place. */
static const struct xml_template_node *
filling(const struct xml_template_node *n, const char *place)
{
	const struct xml_template_node *found, *p;
	const char *s;

	for (p = n->first; p != NULL; p = p->next) {
		if (p->tag == NULL)
			continue;
		if ((s = xml_template_directive(p, "slot")) != NULL) {
			if (strcmp(s, place) == 0)
				return p;
			continue;
		}
		if (xml_template_directive(p, "use") == NULL &&
		    (found = filling(p, place)) != NULL)
			return found;
	}
	return NULL;
}

/* The content of a place: what the user gave, else its own. */
static void
place(struct compiler *c, const struct xml_template_node *n, const char *name)
{
	const struct xml_template_node *given = NULL;
	const struct fills *fills = c->fills;
	const struct scope *scope = c->scope;
	struct guards g;

	if (fills != NULL)
		given = filling(fills->user, name);
	if (given == NULL) {
		template_sentence_content(c, n);
		return;
	}
	c->fills = fills->outer;
	c->scope = fills->scope;
	begin(c, given, &g);
	template_sentence_content(c, given);
	end(c, &g);
	c->fills = fills;
	c->scope = scope;
}

/* A layout or part must have the places that its user fills. */
static bool
has_place(const struct xml_template_node *n, const char *name)
{
	const struct xml_template_node *p;
	const char *s;

	if (n->tag == NULL)
		return false;
	if ((s = xml_template_directive(n, "slot")) != NULL &&
	    strcmp(s, name) == 0)
		return true;
	for (p = n->first; p != NULL; p = p->next)
		if (has_place(p, name))
			return true;
	return false;
}

static void
check_places(struct compiler *c, const struct xml_template_node *user,
    const struct xml_template_node *part)
{
	const struct xml_template_node *p;
	const char *s;

	for (p = user->first; p != NULL; p = p->next) {
		if (p->tag == NULL)
			continue;
		if ((s = xml_template_directive(p, "slot")) == NULL) {
			if (xml_template_directive(p, "use") == NULL)
				check_places(c, p, part);
		} else if (!has_place(part, s)) {
			template_compile_fault(c, p, "%s has no place “%s”.",
			    part->file, s);
		}
	}
}

/* "person: t.owner; kind: kind" */
static const struct scope *
parameters(struct compiler *c, const struct xml_template_node *n,
    const char *text)
{
	const struct scope *scope = NULL;
	struct scope *one;
	const char *name;
	struct ref ref;
	size_t len, size;

	while (text != NULL && *text != '\0') {
		name = template_name_word(&text, &len);
		if (len == 0 || *text++ != ':') {
			template_compile_fault(c, n, "d:with is written “name:"
			    " value; name: value”.");
			return scope;
		}
		text += strspn(text, " \t\r\n");
		size = strcspn(text, "; \t\r\n");
		if (!template_name_ref(c, n, text, size, &ref))
			return scope;
		text += size;
		text += strspn(text, "; \t\r\n");
		one = arena_alloc(c->arena, sizeof(*one));
		*one = (struct scope){ scope, name, len, ref };
		scope = one;
	}
	return scope;
}

static void
use(struct compiler *c, const struct xml_template_node *n, const char *name)
{
	const struct xml_template_node *part;
	struct fills *fills;
	const struct scope *scope = c->scope;
	bool in_select = c->in_select;

	if (c->depth >= DEPTH) {
		template_compile_fault(c, n, "The parts use one another "
		    "without end.");
		return;
	}
	if ((part = c->load(c->data, name, c->faults)) == NULL) {
		template_compile_fault(c, n, "The template “%s” cannot be "
		    "used.", name);
		return;
	}
	check_places(c, n, part);
	fills = arena_alloc(c->arena, sizeof(*fills));
	*fills = (struct fills){ c->fills, n, scope };
	c->scope = parameters(c, n, xml_template_directive(n, "with"));
	c->fills = fills;
	c->depth++;
	template_compile_element(c, part);
	c->depth--;
	c->fills = fills->outer;
	c->scope = scope;
	c->in_select = in_select;
}

static void
text(struct compiler *c, const struct xml_template_node *n, const char *s)
{
	struct op *op;
	struct ref ref;
	enum format format;

	if (!template_name_value(c, n, s, &ref, &format))
		return;
	op = template_compile_op(c, OP_TEXT);
	op->ref = ref;
	op->format = format;
	op->flag = strcmp(n->tag, "td") == 0 || strcmp(n->tag, "dd") == 0;
}

static void
inside(struct compiler *c, const struct xml_template_node *n)
{
	bool area = strcmp(n->tag, "textarea") == 0 &&
	    xml_template_directive(n, "field") != NULL;
	size_t content = 0;
	const char *s;

	if (area) {
		content = template_compile_here(c);
		template_compile_op(c, OP_CONTENT);
	}
	if ((s = xml_template_directive(n, "text")) != NULL)
		text(c, n, s);
	else if (xml_template_directive(n, "count") != NULL)
		template_sentence_plural(c, n);
	else if (xml_template_directive(n, "error") != NULL)
		template_compile_op(c, OP_ERROR_TEXT);
	else if ((s = xml_template_directive(n, "slot")) != NULL)
		place(c, n, s);
	else
		template_sentence_content(c, n);
	if (area)
		template_compile_land(c, content);
}

/* The field that a label is for, when the template itself names it. */
static const char *
labelled(const struct xml_template_node *n)
{
	const char *field;

	if (strcmp(n->tag, "label") != 0)
		return NULL;
	if ((field = xml_template_attr(n, "for")) == NULL)
		field = xml_template_directive(n, "for");
	return field == NULL || strchr(field, '{') != NULL ? NULL : field;
}

void
template_compile_element(struct compiler *c,
    const struct xml_template_node *n)
{
	const char *name = xml_template_directive(n, "use");
	struct guards g;

	if (name != NULL) {
		begin(c, n, &g);
		use(c, n, name);
		end(c, &g);
		return;
	}
	template_compile_open(c, n, &g);
	c->label_of = labelled(n);
	if (!template_attr_void(n->tag))
		inside(c, n);
	else if (n->first != NULL)
		template_compile_fault(c, n, "<%s> has no content.", n->tag);
	template_compile_close(c, n, &g);
}

struct ops
template_compile(struct compiler *c, const struct xml_template_node *root)
{
	struct ops ops;

	c->slots = 2;
	template_compile_element(c, root);
	template_compile_raw(c, "\n");
	ops.n = template_compile_here(c);
	ops.labels = c->labels;
	ops.path = c->path;
	ops.op = arena_copy(c->arena, c->op, ops.n * sizeof(*ops.op));
	buf_free(&c->grown);
	buf_free(&c->raw);
	return ops;
}
