/* SPDX-License-Identifier: MIT */
/*
 * The content of elements. Runs of text and inline tags that hold words are
 * sentences: spelled with the tags as <1>...</1>, looked up, and written in
 * the order that the translation gives them.
 */
#include <string.h>

#include "web/template_compile.h"

#define ITEMS 32

struct sentence {
	struct compiler *c;
	const struct xml_template_node *at;	/* for faults */
	const struct xml_template_node *item[ITEMS + 1];	/* from 1 */
	size_t parent[ITEMS + 1];
	bool opaque[ITEMS + 1];
	size_t n;
	struct buf id;
};

static bool
blank(char c)
{
	return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

/* Does a sentence end at it? */
static bool
is_block(const struct xml_template_node *n)
{
	static const char *const names[] = { "", "a", "abbr", "b", "bdi",
	    "bdo", "br", "button", "cite", "code", "data", "dfn", "em", "i",
	    "img", "input", "kbd", "label", "mark", "meter", "output",
	    "progress", "q", "s", "samp", "select", "small", "span", "strong",
	    "sub", "sup", "textarea", "time", "u", "var", "wbr", NULL };
	const struct xml_template_node *p;

	if (n->tag == NULL)
		return false;
	if (!xml_template_one_of(n->tag, names) || (*n->tag == '\0' &&
	    (xml_template_directive(n, "use") != NULL ||
	    xml_template_directive(n, "slot") != NULL)))
		return true;
	if (strcmp(n->tag, "select") == 0)
		return false;
	for (p = n->first; p != NULL; p = p->next)
		if (is_block(p))
			return true;
	return false;
}

/* A letter of any script: signs such as · × – … → are none. */
static bool
has_words(const char *s)
{
	size_t len;

	for (; *s != '\0'; s++) {
		if ((len = template_name_braces(s)) > 0) {
			s += len - 1;
			continue;
		}
		if ((*s >= 'a' && *s <= 'z') || (*s >= 'A' && *s <= 'Z') ||
		    ((unsigned char)*s >= 0xc3 && (unsigned char)*s != 0xe2 &&
		    strncmp(s, "×", 2) != 0))
			return true;
	}
	return false;
}

static bool
has_text(const struct xml_template_node *n)
{
	if (n->text != NULL)
		return n->text[strspn(n->text, " \t\r\n")] != '\0';
	for (n = n->first; n != NULL; n = n->next)
		if (has_text(n))
			return true;
	return false;
}

/* An element that a translator cannot look into. */
static bool
is_opaque(const struct xml_template_node *n)
{
	static const char *const replaced[] = { "text", "error", "count", "use",
	    "slot", NULL };
	static const char *const tags[] = { "select", "textarea", NULL };
	const struct xml_template_attr *a;
	const char *translate = xml_template_attr(n, "translate");

	if (template_attr_void(n->tag) || xml_template_one_of(n->tag, tags) ||
	    (translate != NULL && strcmp(translate, "no") == 0))
		return true;
	for (a = n->directives; a != NULL; a = a->next)
		if (xml_template_one_of(a->name, replaced))
			return true;
	return !has_text(n);
}

/* Fixed text with values in it. Blanks become one blank or line end. */
static void
write_text(struct compiler *c, const struct xml_template_node *at,
    const char *s, enum op_code code)
{
	const char *from;
	enum format format;
	struct ref ref;
	struct op *op;
	size_t len;

	while (*s != '\0') {
		if (blank(*s)) {
			for (from = s; blank(*s); s++)
				continue;
			template_compile_raw(c, memchr(from, '\n',
			    (size_t)(s - from)) == NULL ? " " : "\n");
		} else if ((len = template_name_braces(s)) > 0) {
			if (template_name_value(c, at, arena_textn(c->arena,
			    s + 1, len - 2), &ref, &format)) {
				op = template_compile_op(c, code);
				op->ref = ref;
				op->format = format;
			}
			s += len;
		} else {
			template_compile_escaped(c, s++, 1);
		}
	}
}

static void
append(struct buf *b, const char *s)
{
	for (; *s != '\0'; s++) {
		if (!blank(*s))
			buf_char(b, *s);
		else if (b->len > 0 && b->data[b->len - 1] != ' ')
			buf_char(b, ' ');
	}
}

/* White space made one blank, ends trimmed. */
static const char *
squeezed(struct arena *a, const char *s)
{
	struct buf b = { 0 };
	const char *text;

	append(&b, s);
	while (b.len > 0 && b.data[b.len - 1] == ' ')
		b.len--;
	text = arena_textn(a, b.data, b.len);
	buf_free(&b);
	return text;
}

static void
spell(struct sentence *s, const struct xml_template_node *n,
    const struct xml_template_node *end, size_t parent)
{
	size_t k;

	for (; n != end; n = n->next) {
		if (n->tag == NULL) {
			append(&s->id, n->text);
			continue;
		}
		if (s->n == ITEMS) {
			template_compile_fault(s->c, n, "A sentence has too "
			    "many tags inside.");
			return;
		}
		k = ++s->n;
		s->item[k] = n;
		s->parent[k] = parent;
		s->opaque[k] = is_opaque(n);
		if (s->opaque[k]) {
			buf_printf(&s->id, "<%zu/>", k);
			continue;
		}
		buf_printf(&s->id, "<%zu>", k);
		spell(s, n->first, NULL, k);
		buf_printf(&s->id, "</%zu>", k);
	}
}

enum marker { MARKER_NONE, MARKER_OPEN, MARKER_CLOSE, MARKER_ALONE };

/* "<1>", "</1>", "<1/>" at t. */
static enum marker
marker(const char *t, size_t *k, size_t *len)
{
	const char *p = t;
	bool close;

	if (*p++ != '<')
		return MARKER_NONE;
	close = *p == '/';
	p += close;
	if (*p < '1' || *p > '9')
		return MARKER_NONE;
	for (*k = 0; *p >= '0' && *p <= '9' && *k <= ITEMS; p++)
		*k = *k * 10 + (size_t)(*p - '0');
	if (*p == '>') {
		*len = (size_t)(p + 1 - t);
		return close ? MARKER_CLOSE : MARKER_OPEN;
	}
	*len = (size_t)(p + 2 - t);
	return !close && p[0] == '/' && p[1] == '>' ? MARKER_ALONE :
	    MARKER_NONE;
}

static bool
has_braces(const char *text, const char *braces, size_t len)
{
	size_t n;

	for (; *text != '\0'; text++)
		if ((n = template_name_braces(text)) == len &&
		    memcmp(text, braces, n) == 0)
			return true;
	return false;
}

/* Every value of one in the other. */
static bool
values_in(const char *one, const char *other)
{
	size_t n;

	for (; *one != '\0'; one++)
		if ((n = template_name_braces(one)) > 0 &&
		    !has_braces(other, one, n))
			return false;
	return true;
}

static bool
same_values(const char *one, const char *other)
{
	return values_in(one, other) && values_in(other, one);
}

/* Each tag once, closed where it was opened, in the same parent. */
static bool
same_tags(const struct sentence *s, const char *t)
{
	bool seen[ITEMS + 1] = { false };
	size_t top = 0, k = 0, len = 0, count = 0;

	for (; *t != '\0'; t++) {
		switch (marker(t, &k, &len)) {
		case MARKER_NONE:
			continue;
		case MARKER_CLOSE:
			if (k != top || k == 0)
				return false;
			top = s->parent[k];
			break;
		case MARKER_OPEN:
		case MARKER_ALONE:
			if (k > s->n || seen[k] || s->parent[k] != top ||
			    s->opaque[k] != (marker(t, &k, &len) ==
			    MARKER_ALONE))
				return false;
			seen[k] = true;
			count++;
			if (!s->opaque[k])
				top = k;
			break;
		}
		t += len - 1;
	}
	return top == 0 && count == s->n;
}

/* Writes up to the end tag of the item that it stands in. */
static const char *
emit(struct sentence *s, const char *t)
{
	const char *from = t;
	struct guards g;
	enum marker m;
	size_t k, len;

	for (;; t++) {
		m = *t == '\0' ? MARKER_CLOSE : marker(t, &k, &len);
		if (m == MARKER_NONE)
			continue;
		write_text(s->c, s->at, arena_textn(s->c->arena, from,
		    (size_t)(t - from)), OP_TEXT);
		if (*t == '\0')
			return t;
		if (m == MARKER_CLOSE)
			return t + len;
		if (m == MARKER_ALONE) {
			template_compile_element(s->c, s->item[k]);
			from = t + len;
		} else {
			template_compile_open(s->c, s->item[k], &g);
			from = emit(s, t + len);
			template_compile_close(s->c, s->item[k], &g);
		}
		t = from - 1;
	}
}

static const char *
translated(struct compiler *c, const struct xml_template_node *at,
    const char *id)
{
	if (c->sentence != NULL)
		c->sentence(c->data, at->file, at->line, id, NULL);
	return message_in(c->lang, id);
}

/* A translation that cannot be used is told, and English stands. */
static void
misfit(struct compiler *c, const struct xml_template_node *at, const char *id,
    const char *t)
{
	if (c->misfits != NULL)
		reader_add_fault(c->arena, c->misfits, at->file, at->line,
		    "“%s” is translated (%s) with other tags or values: "
		    "“%s”.", id, c->lang, t);
}

/* Of the words of a label, those before its first tag name the field. */
static void
keep_label(struct compiler *c, const char *t)
{
	size_t len = strcspn(t, "<{");
	struct op_label *label;

	if (c->label_of == NULL)
		return;
	while (len > 0 && t[len - 1] == ' ')
		len--;
	label = arena_alloc(c->arena, sizeof(*label));
	label->field = c->label_of;
	label->text = arena_textn(c->arena, t, len);
	label->next = c->labels;
	c->labels = label;
	c->label_of = NULL;
}

static void
sentence(struct compiler *c, const struct xml_template_node *first,
    const struct xml_template_node *end)
{
	struct sentence s = { .c = c, .at = first };
	const char *id, *t;

	spell(&s, first, end, 0);
	while (s.id.len > 0 && s.id.data[s.id.len - 1] == ' ')
		s.id.len--;
	id = arena_textn(c->arena, s.id.data, s.id.len);
	buf_free(&s.id);
	if (!same_tags(&s, id)) {
		template_compile_fault(c, first, "“<1>” and its like mark "
		    "tags for translators and cannot be text.");
		return;
	}
	t = translated(c, first, id);
	if (t != id && (!same_tags(&s, t) || !same_values(id, t))) {
		misfit(c, first, id, t);
		t = id;
	}
	keep_label(c, t);
	emit(&s, t);
}

static void
each_alone(struct compiler *c, const struct xml_template_node *n,
    const struct xml_template_node *end)
{
	for (; n != end; n = n->next)
		if (n->tag != NULL)
			template_compile_element(c, n);
		else
			write_text(c, n, n->text, OP_TEXT);
}

/* Not of the sentence when it stands at its edge. */
static bool
at_edge(const struct xml_template_node *n)
{
	if (n->tag == NULL)
		return !has_text(n);
	return is_opaque(n) && xml_template_directive(n, "text") == NULL &&
	    xml_template_directive(n, "count") == NULL;
}

static const char *
last_of(const struct xml_template_node *n)
{
	return n->text + strlen(n->text) - 1;
}

/* Text and inline elements without a block between them. */
static void
run(struct compiler *c, const struct xml_template_node *first,
    const struct xml_template_node *end)
{
	const struct xml_template_node *p, *from = first, *to = first;
	const struct xml_template_node *last = NULL;
	bool words = false;

	for (p = first; p != end; p = p->next)
		words |= p->tag == NULL && has_words(p->text);
	if (!words || c->silent) {
		each_alone(c, first, end);
		return;
	}
	while (at_edge(from))
		from = from->next;
	for (p = from; p != end; p = p->next)
		if (!at_edge(p)) {
			to = p->next;
			last = p;
		}
	each_alone(c, first, from);
	if (from->tag == NULL && blank(*from->text))
		template_compile_raw(c, " ");
	sentence(c, from, to);
	if (last->tag == NULL && blank(*last_of(last)))
		template_compile_raw(c, " ");
	each_alone(c, to, end);
}

/* White space between the cells of a row: a long list has much of it. */
static bool
between_cells(const struct xml_template_node *n,
    const struct xml_template_node *first,
    const struct xml_template_node *end)
{
	if (first->tag != NULL || has_text(first) || first->next != end)
		return false;
	while (n != NULL && n->tag[0] == '\0')
		n = n->parent;
	return n != NULL && strcmp(n->tag, "tr") == 0;
}

void
template_sentence_content(struct compiler *c,
    const struct xml_template_node *n)
{
	const struct xml_template_node *p = n->first, *end;

	if (strcmp(n->tag, "pre") == 0 || strcmp(n->tag, "textarea") == 0) {
		for (; p != NULL; p = p->next)
			if (p->tag != NULL)
				template_compile_element(c, p);
			else
				template_compile_escaped(c, p->text,
				    strlen(p->text));
		return;
	}
	while (p != NULL) {
		if (is_block(p)) {
			template_compile_element(c, p);
			p = p->next;
			continue;
		}
		end = p;
		while (end != NULL && !is_block(end))
			end = end->next;
		if (!between_cells(n, p, end))
			run(c, p, end);
		p = end;
	}
}

void
template_sentence_attr(struct compiler *c, const struct xml_template_node *n,
    const char *text)
{
	const char *id = squeezed(c->arena, text), *t = id;

	if (!c->silent && has_words(id)) {
		t = translated(c, n, id);
		if (t != id && !same_values(id, t)) {
			misfit(c, n, id, t);
			t = id;
		}
	}
	write_text(c, n, t, OP_WORD);
}

static const char *
plural(struct compiler *c, const struct xml_template_node *n, const char *one,
    const char *many, long count)
{
	const char *t = message_plural_in(c->lang, one, many, count);

	if (t == one || t == many)
		return t;
	if (values_in(t, many) && values_in(many, t))
		return t;
	misfit(c, n, many, t);
	return count == 1 ? one : many;
}

/* Our languages tell apart one (some call 0 one) and more, or nothing. */
void
template_sentence_plural(struct compiler *c,
    const struct xml_template_node *n)
{
	const char *name = xml_template_directive(n, "count"), *one, *many;
	struct ref ref;
	struct op *op;
	size_t choice, skip;

	one = xml_template_directive(n, "one");
	if (one == NULL || n->first == NULL || n->first->tag != NULL ||
	    n->first->next != NULL) {
		template_compile_fault(c, n, "d:count needs d:one and plain "
		    "text inside.");
		return;
	}
	if (!template_name_ref(c, n, name, strlen(name), &ref))
		return;
	one = squeezed(c->arena, one);
	many = squeezed(c->arena, n->first->text);
	if (c->sentence != NULL && !c->silent)
		c->sentence(c->data, n->file, n->line, one, many);
	choice = template_compile_here(c);
	op = template_compile_op(c, OP_PLURAL);
	op->ref = ref;
	op->flag = strcmp(message_plural_in(c->lang, one, many, 0),
	    message_plural_in(c->lang, one, many, 1)) == 0;
	write_text(c, n, plural(c, n, one, many, 1), OP_TEXT);
	skip = template_compile_here(c);
	template_compile_op(c, OP_JUMP);
	template_compile_land(c, choice);
	write_text(c, n, plural(c, n, one, many, 2), OP_TEXT);
	template_compile_land(c, skip);
}
