/* SPDX-License-Identifier: MIT */
/* Start tags: attributes by the place they are, classes, fields. */
#include <string.h>

#include "web/template_compile.h"

static bool
one_of(const char *name, const char *const *names)
{
	for (; *names != NULL; names++)
		if (strcmp(*names, name) == 0)
			return true;
	return false;
}

bool
template_attr_void(const char *tag)
{
	static const char *const names[] = { "area", "br", "col", "hr", "img",
	    "input", "link", "meta", "source", "track", "wbr", NULL };

	return one_of(tag, names);
}

static bool
is_boolean(const char *name)
{
	static const char *const names[] = { "checked", "disabled",
	    "selected", "required", "readonly", "hidden", "open", "multiple",
	    "novalidate", "autofocus", "defer", "async", "reversed",
	    "formnovalidate", NULL };

	return one_of(name, names);
}

static bool
is_translated(const char *name)
{
	static const char *const names[] = { "title", "placeholder",
	    "aria-label", "alt", "label", "data-label", NULL };

	return one_of(name, names);
}

static bool
is_address(const char *name)
{
	static const char *const names[] = { "href", "src", "action",
	    "formaction", "poster", "cite", "data-href", NULL };

	return one_of(name, names);
}

/* Directives that are no attributes. */
static bool
is_directive(const char *name)
{
	static const char *const names[] = { "text", "each", "none", "if",
	    "unless", "class", "current", "field", "error", "count", "one",
	    "fragment", "use", "with", "slot", NULL };

	return one_of(name, names);
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
	    "optimum", NULL };

	return one_of(name, names) || strncmp(name, "aria-", 5) == 0 ||
	    strncmp(name, "data-", 5) == 0;
}

static void
quote(struct compiler *c, const char *name)
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
static void
write_pieces(struct compiler *c, const struct pieces *p, bool address)
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

static void
dynamic(struct compiler *c, const struct xml_template_node *n,
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
	quote(c, a->name);
	if (is_translated(a->name))
		template_sentence_attr(c, n, a->value);
	else
		write_pieces(c, &p, is_address(a->name));
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
		quote(c, "class");
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
	op->len = i;
}

/* A fixed attribute. Braces in it are a directive that lost its d:. */
static void
fixed(struct compiler *c, const struct xml_template_node *n,
    const struct xml_template_attr *a)
{
	const char *s;

	if (is_boolean(a->name)) {
		template_compile_raw(c, " ");
		template_compile_raw(c, a->name);
		return;
	}
	quote(c, a->name);
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

static const struct pieces *
pieces(struct compiler *c, const struct xml_template_node *n, const char *s)
{
	struct pieces *p = arena_alloc(c->arena, sizeof(*p));

	template_name_pieces(c, n, s, p);
	return p;
}

/* The value that a tick box, a radio button or an option stands for. */
static const struct pieces *
own_value(struct compiler *c, const struct xml_template_node *n,
    const char *missing)
{
	const char *s = xml_template_directive(n, "value");
	struct piece *one;
	struct pieces *p;

	if (s != NULL)
		return pieces(c, n, s);
	if ((s = xml_template_attr(n, "value")) == NULL)
		s = missing;
	if (s == NULL) {
		template_compile_fault(c, n, "<%s> needs a value here.",
		    n->tag);
		s = "";
	}
	p = arena_alloc(c->arena, sizeof(*p));
	one = arena_alloc(c->arena, sizeof(*one));
	one->text = s;
	*p = (struct pieces){ 1, one };
	return p;
}

/* checked or selected: what was typed says so, else the template. */
static void
ticked(struct compiler *c, const struct xml_template_node *n,
    const char *word, const struct pieces *value)
{
	const char *s = xml_template_directive(n, word);
	struct cond *cond = NULL;
	struct op *op;

	if (s != NULL) {
		cond = arena_alloc(c->arena, sizeof(*cond));
		template_name_cond(c, n, s, strlen(s), cond);
	}
	op = template_compile_op(c, OP_TICKED);
	op->text = word;
	op->pieces = value;
	op->cond = cond;
	op->flag = xml_template_attr(n, word) != NULL;
}

/* Attributes that the field itself writes, so that nobody else does. */
enum owned { OWN_NONE, OWN_NAME, OWN_VALUE, OWN_ID, OWN_TICK, OWN_OPTION };

static bool
is_owned(enum owned who, const char *name)
{
	if (who == OWN_NONE)
		return false;
	if (who == OWN_OPTION)
		return strcmp(name, "selected") == 0;
	if (strcmp(name, "id") == 0 || strcmp(name, "aria-describedby") == 0)
		return true;
	if (who == OWN_ID)
		return false;
	return strcmp(name, "name") == 0 ||
	    (who == OWN_TICK && strcmp(name, "checked") == 0) ||
	    (who == OWN_VALUE && strcmp(name, "value") == 0);
}

static enum owned
input(struct compiler *c, const struct xml_template_node *n, size_t op)
{
	static const char *const unfilled[] = { "file", "password", "submit",
	    "image", "button", "reset", NULL };
	const char *type = xml_template_attr(n, "type");
	const struct xml_template_attr *a;
	const struct pieces *value;
	size_t written;

	if (type != NULL && one_of(type, unfilled))
		return OWN_NAME;
	if (type != NULL && strcmp(type, "radio") == 0) {
		value = own_value(c, n, NULL);
		c->op[op].second = value;
		ticked(c, n, "checked", value);
		return OWN_TICK;
	}
	if (type != NULL && strcmp(type, "checkbox") == 0) {
		value = own_value(c, n, "1");
		if (xml_template_directive(n, "value") == NULL &&
		    xml_template_attr(n, "value") == NULL)
			template_compile_raw(c, " value=\"1\"");
		ticked(c, n, "checked", value);
		return OWN_TICK;
	}
	written = template_compile_here(c);
	template_compile_op(c, OP_VALUE);
	for (a = n->directives; a != NULL; a = a->next)
		if (strcmp(a->name, "value") == 0)
			dynamic(c, n, a);
	for (a = n->attrs; a != NULL; a = a->next)
		if (strcmp(a->name, "value") == 0 &&
		    xml_template_directive(n, "value") == NULL)
			fixed(c, n, a);
	template_compile_land(c, written);
	return OWN_VALUE;
}

/* d:field, and the id of d:error. */
static enum owned
field(struct compiler *c, const struct xml_template_node *n)
{
	const char *s = xml_template_directive(n, "field");
	bool set = strcmp(n->tag, "fieldset") == 0;
	const char *error = xml_template_directive(n, "error");
	struct op *op;
	size_t at;

	if (s == NULL) {
		if (error == NULL)
			return OWN_NONE;
		quote(c, "id");		/* as aria-describedby names it */
		write_pieces(c, pieces(c, n, error), false);
		template_compile_raw(c, "-error\"");
		return OWN_ID;
	}
	if (xml_template_attr(n, "id") != NULL ||
	    xml_template_attr(n, "name") != NULL ||
	    xml_template_directive(n, "id") != NULL ||
	    xml_template_directive(n, "name") != NULL)
		template_compile_fault(c, n, "d:field writes id and name; "
		    "take them out.");
	at = template_compile_here(c);
	op = template_compile_op(c, set ? OP_FIELDSET : OP_FIELD);
	op->pieces = pieces(c, n, s);
	op->text = xml_template_attr(n, "aria-describedby");
	if (set)
		return OWN_ID;
	c->in_select = strcmp(n->tag, "select") == 0;
	if (c->in_select || strcmp(n->tag, "textarea") == 0)
		return OWN_NAME;
	if (strcmp(n->tag, "input") != 0)
		template_compile_fault(c, n, "d:field belongs to input, "
		    "select, textarea and fieldset.");
	return input(c, n, at);
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
    enum owned owner)
{
	const struct xml_template_attr *a;

	for (a = n->directives; a != NULL; a = a->next) {
		if (is_directive(a->name)) {
			if (strcmp(a->name, "current") == 0)
				current(c, n, a->value);
			continue;
		}
		if (is_owned(owner, a->name))
			continue;
		if (is_boolean(a->name))
			conditional(c, n, a->value, arena_printf(c->arena,
			    " %s", a->name));
		else if (!is_known(a->name))
			template_compile_fault(c, n, "There is no directive "
			    "“d:%s”.", a->name);
		else
			dynamic(c, n, a);
	}
}

void
template_attr_tag(struct compiler *c, const struct xml_template_node *n)
{
	const struct xml_template_attr *a;
	enum owned owner;
	bool post = posts(c, n), option;

	template_compile_raw(c, "<");
	template_compile_raw(c, n->tag);
	if (strcmp(n->tag, "html") == 0) {
		quote(c, "lang");
		template_compile_raw(c, c->lang);
		template_compile_raw(c, "\"");
	}
	option = c->in_select && strcmp(n->tag, "option") == 0;
	owner = field(c, n);
	if (option) {
		owner = OWN_OPTION;
		ticked(c, n, "selected", own_value(c, n, NULL));
	}
	class(c, n);
	for (a = n->attrs; a != NULL; a = a->next)
		if (!is_owned(owner, a->name) && strcmp(a->name, "class") != 0
		    && (strcmp(n->tag, "html") != 0 ||
		    strcmp(a->name, "lang") != 0) &&
		    xml_template_directive(n, a->name) == NULL)
			fixed(c, n, a);
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
