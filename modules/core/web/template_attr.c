/* SPDX-License-Identifier: MIT */
/* Start tags: attributes by the place they are, and classes. */
#include <string.h>

#include "web/template_compile.h"

bool
template_attr_void(const char *tag)
{
	static const char *const names[] = { "area", "br", "col", "hr", "img",
	    "input", "link", "meta", "source", "track", "wbr", NULL };

	return xml_template_one_of(tag, names);
}

static bool
is_boolean(const char *name)
{
	static const char *const names[] = { "checked", "disabled",
	    "selected", "required", "readonly", "hidden", "open", "multiple",
	    "novalidate", "autofocus", "defer", "async", "reversed",
	    "formnovalidate", NULL };

	return xml_template_one_of(name, names);
}

static bool
is_translated(const char *name)
{
	static const char *const names[] = { "title", "placeholder",
	    "aria-label", "alt", "label", "data-label", NULL };

	return xml_template_one_of(name, names);
}

static bool
is_address(const char *name)
{
	static const char *const names[] = { "href", "src", "action",
	    "formaction", "poster", "cite", "data-href", NULL };

	return xml_template_one_of(name, names);
}

/* Directives that are no attributes. */
static bool
is_directive(const char *name)
{
	static const char *const names[] = { "text", "each", "none", "if",
	    "unless", "class", "current", "field", "error", "count", "one",
	    "use", "with", "slot", NULL };

	return xml_template_one_of(name, names);
}

/* What d:ATTR may be: anything else is a slip of the pen. */
static bool
is_known(const char *name)
{
	static const char *const names[] = { "href", "src", "action",
	    "formaction", "cite", "value", "title", "placeholder", "alt",
	    "label", "id", "for", "name", "content", "datetime", "lang",
	    "min", "max", "step", "maxlength", "rows", "cols", "colspan",
	    "rowspan", "headers", "scope", "type", "rel", "list", "pattern",
	    "width", "height", "accept", "autocomplete", "role", "tabindex",
	    "download", "form", "size", "start", "inputmode", "high", "low",
	    "optimum", "x", "y", "x1", "y1", "x2", "y2", "cx", "cy", "r",
	    "points", "d", NULL };

	return xml_template_one_of(name, names) ||
	    strncmp(name, "aria-", 5) == 0 || strncmp(name, "data-", 5) == 0;
}

void
template_attr_quote(struct compiler *c, const char *name)
{
	template_compile_raw(c, " ");
	template_compile_raw(c, name);
	template_compile_raw(c, "=\"");
}

/* Before an address of ours stands the path of the site, here for all that
 * a template writes out, in template_run.c for an address that is a value. */
static void
begin_address(struct compiler *c, const char *s)
{
	if (xml_template_address_own(s))
		template_compile_raw(c, c->path);
}

/* What stands between the quotes, values and all. */
void
template_attr_pieces(struct compiler *c, const struct pieces *p, bool address)
{
	struct op *op;
	size_t i;

	for (i = 0; i < p->n; i++) {
		if (p->p[i].text != NULL) {
			if (address && i == 0)
				begin_address(c, p->p[i].text);
			template_compile_escaped(c, p->p[i].text,
			    strlen(p->p[i].text));
			continue;
		}
		op = template_compile_op(c, !address ? OP_ATTR :
		    i == 0 ? OP_ADDRESS : OP_PART);
		op->ref = p->p[i].ref;
		op->format = p->p[i].format;
	}
}

void
template_attr_dynamic(struct compiler *c, const struct xml_template_node *n,
    const struct xml_template_attr *a)
{
	struct pieces p;
	size_t absent = 0;
	bool alone;

	if (!template_name_pieces(c, n, a->value, &p))
		return;
	if (is_address(a->name) && p.n > 0 && p.p[0].text != NULL &&
	    !xml_template_address_ok(p.p[0].text))
		template_compile_fault(c, n, "The address in “d:%s” has a "
		    "scheme that is not allowed.", a->name);
	alone = p.n == 1 && p.p[0].text == NULL;
	if (alone) {
		absent = template_compile_here(c);
		template_compile_op(c, OP_ABSENT)->ref = p.p[0].ref;
	}
	template_attr_quote(c, a->name);
	if (is_translated(a->name))
		template_sentence_attr(c, n, a->value);
	else
		template_attr_pieces(c, &p, is_address(a->name));
	template_compile_raw(c, "\"");
	if (alone)
		template_compile_land(c, absent);
}

/* A boolean attribute, bare, when the condition holds. */
static void
conditional(struct compiler *c, const struct xml_template_node *n,
    const char *text, const char *written)
{
	struct cond *cond = arena_alloc(c->arena, sizeof(*cond));
	size_t at;

	if (!template_name_cond(c, n, text, strlen(text), cond))
		return;
	at = template_compile_here(c);
	template_compile_op(c, OP_UNLESS)->cond = cond;
	template_compile_raw(c, written);
	template_compile_land(c, at);
}

/* "cond" or "step: cond" */
static void
current(struct compiler *c, const struct xml_template_node *n, const char *s)
{
	const char *rest = s, *word;
	size_t len;

	word = template_name_word(&rest, &len);
	if (*rest == ':')
		s = rest + 1;
	else
		word = "page", len = 4;
	conditional(c, n, s, arena_printf(c->arena, " aria-current=\"%.*s\"",
	    (int)len, word));
}

/* One "word: cond" or "{name}" of d:class. */
static const char *
class_item(struct compiler *c, const struct xml_template_node *n,
    const char *s, struct class_item *out)
{
	size_t end = strcspn(s, ";"), len;
	const char *rest = s, *word, *inner;

	*out = (struct class_item){ 0 };
	if ((len = template_name_braces(s)) > 0) {
		inner = arena_textn(c->arena, s + 1, len - 2);
		inner += strspn(inner, " ");
		template_name_ref(c, n, inner, strcspn(inner, " "),
		    &out->cond.ref);
		end = len + strspn(s + len, " \t\r\n");
	} else {
		word = template_name_word(&rest, &len);
		if (len == 0 || *rest != ':') {
			template_compile_fault(c, n, "d:class is written “word"
			    ": condition; {name}”.");
			return s + strlen(s);
		}
		out->word = arena_textn(c->arena, word, len);
		rest++;
		template_name_cond(c, n, rest, end - (size_t)(rest - s),
		    &out->cond);
	}
	s += end;
	return *s == ';' ? s + 1 : s;
}

static void
class(struct compiler *c, const struct xml_template_node *n)
{
	const char *fixed = xml_template_attr(n, "class"), *s;
	struct class_item *list;
	struct op *op;
	size_t i, max = 1;

	if ((s = xml_template_directive(n, "class")) == NULL) {
		if (fixed == NULL)
			return;
		template_attr_quote(c, "class");
		template_compile_escaped(c, fixed, strlen(fixed));
		template_compile_raw(c, "\"");
		return;
	}
	for (i = 0; s[i] != '\0'; i++)
		max += s[i] == ';';
	list = arena_array(c->arena, max, sizeof(*list));
	for (i = 0; i < max; i++) {
		s += strspn(s, " \t\r\n");
		if (*s == '\0')
			break;
		s = class_item(c, n, s, &list[i]);
	}
	op = template_compile_op(c, OP_CLASS);
	op->text = fixed;
	op->list = list;
	op->len = (uint32_t)i;
}

/* A fixed attribute. Braces in it are a directive that lost its d:. */
void
template_attr_fixed(struct compiler *c, const struct xml_template_node *n,
    const struct xml_template_attr *a)
{
	const char *s;

	if (is_boolean(a->name)) {
		template_compile_raw(c, " ");
		template_compile_raw(c, a->name);
		return;
	}
	template_attr_quote(c, a->name);
	if (is_translated(a->name)) {
		template_sentence_attr(c, n, a->value);
	} else {
		for (s = a->value; *s != '\0'; s++)
			if (template_name_braces(s) > 0) {
				template_compile_fault(c, n, "A value in “%s”"
				    " needs “d:%s”.", a->name, a->name);
				break;
			}
		if (is_address(a->name))
			begin_address(c, a->value);
		template_compile_escaped(c, a->value, strlen(a->value));
	}
	template_compile_raw(c, "\"");
}

static bool
has_file(const struct xml_template_node *n)
{
	const char *type;

	if (n->tag == NULL)
		return false;
	if (strcmp(n->tag, "input") == 0 &&
	    (type = xml_template_attr(n, "type")) != NULL &&
	    strcmp(type, "file") == 0)
		return true;
	for (n = n->first; n != NULL; n = n->next)
		if (has_file(n))
			return true;
	return false;
}

/* True for a form that posts. */
static bool
posts(struct compiler *c, const struct xml_template_node *n)
{
	const char *method = xml_template_attr(n, "method");

	if (strcmp(n->tag, "form") != 0)
		return false;
	if (method == NULL || strcmp(method, "get") == 0)
		return false;
	if (strcmp(method, "post") != 0)
		template_compile_fault(c, n, "The method of a form is get or "
		    "post.");
	return true;
}

/* <time> tells machines the moment that it tells people. */
static void
datetime(struct compiler *c, const struct xml_template_node *n)
{
	const char *s = xml_template_directive(n, "text");
	enum format format;
	struct ref ref;

	if (strcmp(n->tag, "time") != 0 || s == NULL ||
	    xml_template_attr(n, "datetime") != NULL ||
	    xml_template_directive(n, "datetime") != NULL)
		return;
	if (template_name_value(c, n, s, &ref, &format))
		template_compile_op(c, OP_DATETIME)->ref = ref;
}

static void
directives(struct compiler *c, const struct xml_template_node *n,
    enum template_owned owner)
{
	const struct xml_template_attr *a;

	for (a = n->directives; a != NULL; a = a->next) {
		if (is_directive(a->name)) {
			if (strcmp(a->name, "current") == 0)
				current(c, n, a->value);
			continue;
		}
		if (template_field_owns(owner, a->name))
			continue;
		if (is_boolean(a->name))
			conditional(c, n, a->value, arena_printf(c->arena,
			    " %s", a->name));
		else if (!is_known(a->name))
			template_compile_fault(c, n, "There is no directive "
			    "“d:%s”.", a->name);
		else
			template_attr_dynamic(c, n, a);
	}
}

void
template_attr_tag(struct compiler *c, const struct xml_template_node *n)
{
	const struct xml_template_attr *a;
	enum template_owned owner;
	bool post = posts(c, n), option;

	template_compile_raw(c, "<");
	template_compile_raw(c, n->tag);
	if (strcmp(n->tag, "html") == 0) {
		template_attr_quote(c, "lang");
		template_compile_raw(c, c->lang);
		template_compile_raw(c, "\"");
	}
	option = c->in_select && strcmp(n->tag, "option") == 0;
	owner = template_field(c, n);
	if (option) {
		owner = OWN_OPTION;
		template_field_option(c, n);
	}
	class(c, n);
	for (a = n->attrs; a != NULL; a = a->next)
		if (!template_field_owns(owner, a->name) &&
		    strcmp(a->name, "class") != 0 &&
		    (strcmp(n->tag, "html") != 0 ||
		    strcmp(a->name, "lang") != 0) &&
		    xml_template_directive(n, a->name) == NULL)
			template_attr_fixed(c, n, a);
	datetime(c, n);
	directives(c, n, owner);
	if (post && xml_template_attr(n, "enctype") == NULL && has_file(n))
		template_compile_raw(c, " enctype=\"multipart/form-data\"");
	template_compile_raw(c, ">");
	if (post)
		template_compile_op(c, OP_TOKENS);
	if (strcmp(n->tag, "textarea") == 0)
		template_compile_raw(c, "\n");
}
