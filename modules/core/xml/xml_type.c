/* SPDX-License-Identifier: MIT */
/* Reads a case type: the tree that fulfils type.rng, then the rules. */
#include "xml/xml_type.h"

#include <stdlib.h>
#include <string.h>

#include "text/message.h"
#include "text/number.h"

#define XML_NS "http://www.w3.org/XML/1998/namespace"

struct reading {
	struct arena *a;
	const char *file;
	struct reader_fault **faults;
	struct casetype *type;
};

#define fault(r, line, ...)						\
	reader_add_fault((r)->a, (r)->faults, (r)->file, (line), __VA_ARGS__)

static const char *const kinds[] = {
	[VALUE_TEXT] = "text", [VALUE_LINES] = "lines",
	[VALUE_NUMBER] = "number", [VALUE_MONEY] = "money",
	[VALUE_DATE] = "date", [VALUE_CHOICE] = "choice",
	[VALUE_PERSON] = "person", [VALUE_FLAG] = "flag", NULL
};

/* Columns of every dossier: in filters and exports a field of the same name
 * could not be told from them. */
static const char *const own_columns[] = {
	"number", "title", "type", "team", "status", "phase", "outcome",
	"verdict", "risk", "medium", "lead", "requester", "received", "opened",
	"closed", "due", "touched", "version", NULL
};
static const char *const own_types[] = { "all", "any", "new", NULL };
static const char *const own_roles[] = { "lead", NULL };

static int
place(const char *const *list, const char *word)
{
	int i;

	for (i = 0; list[i] != NULL; i++)
		if (strcmp(list[i], word) == 0)
			return i;
	return -1;
}

/* An attribute; "" where there is none. */
static const char *
attr(const struct reader_node *n, const char *name)
{
	const char *value = reader_attr(n, name);

	return value == NULL ? "" : value;
}

static bool
says_yes(const struct reader_node *n, const char *name)
{
	return strcmp(attr(n, name), "yes") == 0;
}

static const char *
label_language(const struct reader_node *n)
{
	const struct reader_attr *x;

	for (x = n->attrs; x != NULL; x = x->next)
		if (strcmp(x->ns, XML_NS) == 0 && strcmp(x->name, "lang") == 0)
			return x->value;
	return "";
}

/* The labels right inside n: each of our languages exactly once. */
static void
read_label(struct reading *r, const struct reader_node *n, struct label *out)
{
	const struct reader_node *l;
	const char *lang, *text;
	int i;

	for (l = reader_child(n, "", "label"); l != NULL;
	    l = reader_after(l, "", "label")) {
		lang = label_language(l);
		text = reader_words(r->a, l);
		if ((i = place(message_languages, lang)) < 0)
			fault(r, l->line, "“%s” is no language of Dossier.",
			    lang);
		else if (out->text[i] != NULL)
			fault(r, l->line, "<%s> has a second label in “%s”.",
			    n->name, lang);
		else if (text[0] == '\0')
			fault(r, l->line, "The label in “%s” is empty.", lang);
		else
			out->text[i] = text;
	}
	for (i = 0; i < LANGUAGES; i++)
		if (out->text[i] == NULL)
			fault(r, n->line, "<%s> has no label in “%s”.",
			    n->name, message_languages[i]);
}

static bool
code_ok(const char *s)
{
	size_t n = strlen(s);

	return n >= 1 && n <= 31 && s[0] >= 'a' && s[0] <= 'z' &&
	    strspn(s, "abcdefghijklmnopqrstuvwxyz0123456789_") == n;
}

static const char *
read_code(struct reading *r, const struct reader_node *n,
    const char *const *reserved)
{
	const char *code = attr(n, "code");

	if (!code_ok(code))
		fault(r, n->line, "“%s” is no code: small letters, digits "
		    "and _, beginning with a letter, at most 31.", code);
	if (reserved != NULL && place(reserved, code) >= 0)
		fault(r, n->line, "The code “%s” is Dossier's own; take "
		    "another.", code);
	return code;
}

static const struct term *
term_find(const struct term *t, const char *code)
{
	while (t != NULL && strcmp(t->code, code) != 0)
		t = t->next;
	return t;
}

/* Every <one> right inside n, in its order. */
static const struct term *
read_terms(struct reading *r, const struct reader_node *n, const char *one,
    const char *const *reserved)
{
	struct term *list = NULL, **tail = &list, *t;
	const struct reader_node *c;

	if (n == NULL)
		return NULL;
	for (c = reader_child(n, "", one); c != NULL;
	    c = reader_after(c, "", one)) {
		t = arena_alloc(r->a, sizeof(*t));
		t->code = read_code(r, c, reserved);
		read_label(r, c, &t->label);
		if (term_find(list, t->code) != NULL) {
			fault(r, c->line, "There are two <%s> with the code "
			    "“%s”.", one, t->code);
			continue;
		}
		*tail = t;
		tail = &t->next;
	}
	return list;
}

static const struct type_field *
field_find(const struct casetype *type, const char *code)
{
	const struct type_field *f = type->fields;

	while (f != NULL && strcmp(f->code, code) != 0)
		f = f->next;
	return f;
}

/* Both bounds of a number, or none. */
static void
read_bounds(struct reading *r, const struct reader_node *n,
    struct type_field *f)
{
	const char *least = attr(n, "least"), *most = attr(n, "most");

	if (*least == '\0' && *most == '\0')
		return;
	f->bounded = number_plain_parse(least, f->decimals, &f->least) &&
	    number_plain_parse(most, f->decimals, &f->most) &&
	    f->least <= f->most;
	if (!f->bounded)
		fault(r, n->line, "“%s” to “%s” are no bounds of a number "
		    "with %d decimals.", least, most, f->decimals);
}

static struct type_field *
read_field(struct reading *r, const struct reader_node *n)
{
	struct type_field *f = arena_alloc(r->a, sizeof(*f));
	const struct reader_node *help;
	int kind;

	f->code = read_code(r, n, own_columns);
	if ((kind = place(kinds, attr(n, "kind"))) < 0)
		fault(r, n->line, "“%s” is no kind of field.",
		    attr(n, "kind"));
	f->kind = kind < 0 ? VALUE_TEXT : (enum value_kind)kind;
	read_label(r, n, &f->label);
	if ((help = reader_child(n, "", "help")) != NULL)
		read_label(r, help, &f->help);
	f->required = says_yes(n, "required");
	f->listed = says_yes(n, "listed");
	f->later = says_yes(n, "later");
	f->due = says_yes(n, "due");
	f->decimals = (int)strtol(attr(n, "decimals"), NULL, 10);
	if (f->kind == VALUE_NUMBER)
		read_bounds(r, n, f);
	f->max = (size_t)strtoul(attr(n, "max"), NULL, 10);
	if (f->max == 0)
		f->max = f->kind == VALUE_LINES ? 4000 : 200;
	if (f->listed && f->kind == VALUE_LINES)
		fault(r, n->line, "The field “%s” has lines and cannot be "
		    "listed.", f->code);
	if (f->required && f->kind == VALUE_FLAG)
		fault(r, n->line, "The field “%s” is a flag and cannot be "
		    "required: it could only be set.", f->code);
	if (f->required && f->later)
		fault(r, n->line, "The field “%s” is required at registration "
		    "and cannot be for later.", f->code);
	f->currency = attr(n, "currency");
	if (f->kind == VALUE_MONEY &&
	    (f->decimals = number_minor(f->currency)) < 0)
		fault(r, n->line, "“%s” is no currency of ISO 4217.",
		    f->currency);
	f->choices = read_terms(r, n, "choice", NULL);
	return f;
}

static void
read_fields(struct reading *r, const struct reader_node *n)
{
	const struct type_field **tail = &r->type->fields;
	const struct reader_node *c;
	struct type_field *f;
	bool due = false;

	for (c = n == NULL ? NULL : reader_child(n, "", "field"); c != NULL;
	    c = reader_after(c, "", "field")) {
		f = read_field(r, c);
		if (f->due && due)
			fault(r, c->line, "A second field is due: a dossier "
			    "has one.");
		due |= f->due;
		if (field_find(r->type, f->code) != NULL) {
			fault(r, c->line, "There are two <field> with the "
			    "code “%s”.", f->code);
			continue;
		}
		*tail = f;
		tail = (const struct type_field **)&f->next;
	}
}

static void
read_xes_lists(struct reading *r, const struct reader_node *n,
    struct type_xes *x)
{
	const struct type_xes_value **values = &x->values;
	const struct type_xes_phase **phases = &x->phases;
	const struct reader_node *c;
	struct type_xes_value *v;
	struct type_xes_phase *p;

	for (c = reader_child(n, "", "value"); c != NULL;
	    c = reader_after(c, "", "value")) {
		v = arena_alloc(r->a, sizeof(*v));
		v->key = attr(c, "key");
		v->field = attr(c, "field");
		if (field_find(r->type, v->field) == NULL)
			fault(r, c->line, "There is no field “%s” for the "
			    "key “%s”.", v->field, v->key);
		*values = v;
		values = (const struct type_xes_value **)&v->next;
	}
	for (c = reader_child(n, "", "enters"); c != NULL;
	    c = reader_after(c, "", "enters")) {
		p = arena_alloc(r->a, sizeof(*p));
		p->activity = attr(c, "activity");
		p->phase = attr(c, "phase");
		if (term_find(r->type->phases, p->phase) == NULL)
			fault(r, c->line, "There is no phase “%s”.", p->phase);
		*phases = p;
		phases = (const struct type_xes_phase **)&p->next;
	}
}

static const char *
xes_key(const struct reader_node *n, const char *name)
{
	const struct reader_node *c = reader_child(n, "", name);

	return c == NULL ? "" : attr(c, "key");
}

static void
read_xes(struct reading *r, const struct reader_node *n)
{
	struct type_xes *x = arena_alloc(r->a, sizeof(*x));
	const struct type_xes_medium **media = &x->media;
	const struct reader_node *c;
	struct type_xes_medium *m;

	r->type->xes = x;
	x->received = xes_key(n, "received");
	x->closed = xes_key(n, "closed");
	x->lead = xes_key(n, "lead");
	x->medium = xes_key(n, "medium");
	x->outcome = "";
	if ((c = reader_child(n, "", "closed")) != NULL) {
		x->outcome = attr(c, "outcome");
		if (term_find(r->type->outcomes, x->outcome) == NULL)
			fault(r, c->line, "There is no outcome “%s”.",
			    x->outcome);
	}
	c = reader_child(n, "", "medium");
	for (c = c == NULL ? NULL : reader_child(c, "", "when"); c != NULL;
	    c = reader_after(c, "", "when")) {
		m = arena_alloc(r->a, sizeof(*m));
		m->value = attr(c, "value");
		m->medium = attr(c, "medium");
		*media = m;
		media = (const struct type_xes_medium **)&m->next;
	}
	read_xes_lists(r, n, x);
}

/* The part of the type named so; a document that the schema let through has
 * it. */
static void
read_named(struct reading *r, const struct reader_node *root,
    const char *name, struct label *out)
{
	const struct reader_node *n = reader_child(root, "", name);

	if (n == NULL)
		fault(r, root->line, "<type> has no <%s>.", name);
	else
		read_label(r, n, out);
}

/* What solving and declining at the screening ends with. */
static void
check_outcomes(struct reading *r, const struct reader_node *n, int line)
{
	static const char *const needed[] = { "solved", "declined" };
	size_t i;

	for (i = 0; i < 2; i++)
		if (term_find(r->type->outcomes, needed[i]) == NULL)
			fault(r, n == NULL ? line : n->line, "<outcomes> has "
			    "no outcome “%s”, which screening ends with.",
			    needed[i]);
}

/* The schema's own sentences say where and little of what: one is kept only
 * for a line that no rule has found a fault in. */
static void
add_schema_faults(struct reader_fault **mine, struct reader_fault *schema)
{
	struct reader_fault *f, *next, *m;

	for (f = schema; f != NULL; f = next) {
		next = f->next;
		f->next = NULL;
		for (m = *mine; m != NULL && m->line != f->line; m = m->next)
			;
		if (m != NULL)
			continue;
		while (*mine != NULL && (*mine)->line <= f->line)
			mine = &(*mine)->next;
		f->next = *mine;
		*mine = f;
	}
}

static struct casetype *
read_type(struct reading *r, const struct reader_node *root)
{
	struct casetype *t = arena_alloc(r->a, sizeof(*t));
	const struct reader_node *n;

	r->type = t;
	t->code = read_code(r, root, own_types);
	t->prefix = attr(root, "prefix");
	if (strcmp(t->prefix, "P") == 0)
		fault(r, root->line, "The prefix “P” is that of persons; "
		    "take another.");
	read_named(r, root, "name", &t->label);
	read_named(r, root, "plural", &t->plural);
	read_named(r, root, "description", &t->description);
	t->phases = read_terms(r, reader_child(root, "", "phases"), "phase",
	    NULL);
	t->roles = read_terms(r, reader_child(root, "", "roles"), "role",
	    own_roles);
	n = reader_child(root, "", "outcomes");
	t->outcomes = read_terms(r, n, "outcome", NULL);
	check_outcomes(r, n, root->line);
	t->risks = read_terms(r, reader_child(root, "", "risks"), "risk",
	    NULL);
	t->papers = read_terms(r, reader_child(root, "", "documents"), "kind",
	    NULL);
	read_fields(r, reader_child(root, "", "fields"));
	if ((n = reader_child(root, "", "xes")) != NULL)
		read_xes(r, n);
	return t;
}

struct casetype *
xml_type_read(struct arena *a, const char *file, const char *bytes,
    size_t len, const char *schema, struct reader_fault **faults)
{
	struct reader_fault *mine = NULL, *by_schema = NULL, **tail = faults;
	struct reading r = { a, file, &mine, NULL };
	const struct reader_node *root;

	root = reader_tree(a, file, bytes, len, schema, &by_schema);
	if (root == NULL && schema != NULL)
		root = reader_tree(a, file, bytes, len, NULL, &mine);
	if (root != NULL && !reader_is(root, "", "type"))
		fault(&r, root->line, "This is <%s>, and no <type>.",
		    root->name);
	else if (root != NULL)
		read_type(&r, root);
	add_schema_faults(&mine, by_schema);
	if (mine == NULL)
		return r.type;
	while (*tail != NULL)
		tail = &(*tail)->next;
	*tail = mine;
	return NULL;
}
