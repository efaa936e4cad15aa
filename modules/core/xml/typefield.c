/* SPDX-License-Identifier: MIT */
/* The fields of a case type, alone and in groups that repeat. */
#include "xml/typefield.h"

#include <stdlib.h>
#include <string.h>

#include "text/number.h"

#define ROWS_USUAL 20	/* at most, where the group does not say */

static const char *const kinds[] = {
	[VALUE_TEXT] = "text", [VALUE_LINES] = "lines",
	[VALUE_NUMBER] = "number", [VALUE_MONEY] = "money",
	[VALUE_DATE] = "date", [VALUE_CHOICE] = "choice",
	[VALUE_PERSON] = "person", [VALUE_FLAG] = "flag", NULL
};

static const char *const classes[] = {
	[CLASS_PUBLIC] = "public", [CLASS_PERSONAL] = "personal",
	[CLASS_IDENTIFIER] = "identifier", [CLASS_MEDICAL] = "medical",
	[CLASS_PRIVILEGED] = "privileged", [CLASS_BANK] = "bank", NULL
};

/* Columns of every dossier: in filters and exports a field of the same name
 * could not be told from them. */
static const char *const own_columns[] = {
	"number", "title", "type", "team", "status", "phase", "outcome",
	"verdict", "risk", "medium", "lead", "requester", "received", "opened",
	"closed", "due", "touched", "version", NULL
};

const struct type_field *
typefield_find(const struct type_field *f, const char *code)
{
	while (f != NULL && strcmp(f->code, code) != 0)
		f = f->next;
	return f;
}

/* Both bounds of a number, or none. */
static void
read_bounds(struct typeword *r, const struct reader_node *n,
    struct type_field *f)
{
	const char *least = reader_given(n, "least");
	const char *most = reader_given(n, "most");

	if (*least == '\0' && *most == '\0')
		return;
	f->bounded = number_plain_parse(least, f->decimals, &f->least) &&
	    number_plain_parse(most, f->decimals, &f->most) &&
	    f->least <= f->most;
	if (!f->bounded)
		typeword_fault(r, n->line, "“%s” to “%s” are no bounds of a "
		    "number with %d decimals.", least, most, f->decimals);
}

/* The expression as it stands, so that its lines can be told. */
static const char *
whole_text(struct arena *a, const struct reader_node *n)
{
	const char *text = "";

	for (n = n->first; n != NULL; n = n->next)
		if (n->text != NULL)
			text = arena_printf(a, "%s%s", text, n->text);
	return text;
}

/* A computed field is never asked, so nothing may be said of asking. */
static void
read_computed(struct typeword *r, const struct reader_node *n,
    struct type_field *f)
{
	const struct reader_node *c = reader_child(n, "", "computed");

	if (c == NULL)
		return;
	f->computed = whole_text(r->arena, c);
	f->line = c->line;
	if (f->required || f->later)
		typeword_fault(r, n->line, "The field “%s” is computed and "
		    "never asked; it cannot be required or for later.",
		    f->code);
	if (f->kind == VALUE_PERSON)
		typeword_fault(r, n->line, "The field “%s” is a person and "
		    "cannot be computed.", f->code);
}

/* What only some may read is no part of what everybody sees: lists, due
 * days, amounts, names of people, what is computed. */
static void
read_class(struct typeword *r, const struct reader_node *n,
    struct type_field *f)
{
	const char *word = reader_given(n, "class");
	int class = *word == '\0' ? CLASS_PERSONAL :
	    reader_place(classes, word);

	if (class < 0)
		typeword_fault(r, n->line, "“%s” is no class of field.",
		    word);
	f->class = class < 0 ? CLASS_PERSONAL : (enum field_class)class;
	if (f->class < CLASS_GUARDED)
		return;
	r->type->guarded = true;
	if (f->kind == VALUE_MONEY || f->kind == VALUE_PERSON ||
	    f->kind == VALUE_FLAG)
		typeword_fault(r, n->line, "The field “%s” is of the class "
		    "“%s” and cannot be an amount, a person or a flag, which "
		    "other pages show.", f->code, word);
	if (f->listed || f->due || f->computed != NULL)
		typeword_fault(r, n->line, "The field “%s” is of the class "
		    "“%s” and cannot be listed, due or computed: that would "
		    "tell it.", f->code, word);
	if (f->required)
		typeword_fault(r, n->line, "The field “%s” is of the class "
		    "“%s” and cannot be required: who does not read it "
		    "leaves it empty, and it stays.", f->code, word);
}

void
typefield_read(struct typeword *r, const struct reader_node *n,
    const char *word, struct type_field *f)
{
	const struct reader_node *help;
	int kind;

	if ((kind = reader_place(kinds, word)) < 0)
		typeword_fault(r, n->line, "“%s” is no kind of field.",
		    word);
	f->kind = kind < 0 ? VALUE_TEXT : (enum value_kind)kind;
	typeword_label(r, n, &f->label);
	if ((help = reader_child(n, "", "help")) != NULL)
		typeword_label(r, help, &f->help);
	f->required = typeword_yes(n, "required");
	f->listed = typeword_yes(n, "listed");
	f->later = typeword_yes(n, "later");
	f->due = typeword_yes(n, "due");
	f->decimals = (int)strtol(reader_given(n, "decimals"), NULL, 10);
	if (f->kind == VALUE_NUMBER)
		read_bounds(r, n, f);
	f->max = (size_t)strtoul(reader_given(n, "max"), NULL, 10);
	if (f->max == 0)
		f->max = f->kind == VALUE_LINES ? 4000 : 200;
	if (f->listed && f->kind == VALUE_LINES)
		typeword_fault(r, n->line, "The field “%s” has lines and "
		    "cannot be listed.", f->code);
	if (f->required && f->kind == VALUE_FLAG)
		typeword_fault(r, n->line, "The field “%s” is a flag and "
		    "cannot be required: it could only be set.", f->code);
	if (f->required && f->later)
		typeword_fault(r, n->line, "The field “%s” is required at "
		    "registration and cannot be for later.", f->code);
	f->currency = reader_given(n, "currency");
	if (f->kind == VALUE_MONEY &&
	    (f->decimals = number_minor(f->currency)) < 0)
		typeword_fault(r, n->line, "“%s” is no currency of ISO 4217.",
		    f->currency);
	f->choices = typeword_terms(r, n, "choice", NULL);
}

/* What the conflict check says of a case: a choice of what it can say. */
static void
read_checked(struct typeword *r, const struct reader_node *n,
    struct type_field *f)
{
	static const char *const said[] = { TYPE_CHECKED, NULL };
	const struct type_field *other;
	const struct term *t;
	size_t i;

	f->checked = reader_given(n, "filled-by")[0] != '\0';
	if (!f->checked)
		return;
	for (other = r->type->fields; other != NULL; other = other->next)
		if (other != f && other->checked)
			typeword_fault(r, n->line, "The conflict check fills "
			    "“%s” already.", other->code);
	for (i = 0, t = f->choices; t != NULL; t = t->next, i++)
		if (reader_place(said, t->code) < 0)
			break;
	if (t != NULL || i != 3)
		typeword_fault(r, n->line, "The conflict check fills “%s”: "
		    "its choices are clear, waived and conflict.", f->code);
	if (f->required)
		typeword_fault(r, n->line, "The conflict check fills “%s”, "
		    "so nobody can be required to.", f->code);
}

static struct type_field *
read_field(struct typeword *r, const struct reader_node *n)
{
	struct type_field *f = arena_alloc(r->arena, sizeof(*f));

	f->code = typeword_code(r, n, own_columns);
	typefield_read(r, n, reader_given(n, "kind"), f);
	read_computed(r, n, f);
	read_checked(r, n, f);
	f->follows = f->checked || f->computed != NULL;
	read_class(r, n, f);
	return f;
}

static const struct type_group *
group_find(const struct type_group *g, const char *code)
{
	while (g != NULL && strcmp(g->code, code) != 0)
		g = g->next;
	return g;
}

/* What a group is like; its fields come after. */
static struct type_group *
read_group(struct typeword *r, const struct reader_node *n)
{
	struct type_group *g = arena_alloc(r->arena, sizeof(*g));
	const struct reader_node *c;

	g->code = typeword_code(r, n, own_columns);
	if ((c = reader_child(n, "", "name")) != NULL)
		typeword_label(r, c, &g->label);
	if ((c = reader_child(n, "", "plural")) != NULL)
		typeword_label(r, c, &g->plural);
	if ((c = reader_child(n, "", "help")) != NULL)
		typeword_label(r, c, &g->help);
	g->later = typeword_yes(n, "later");
	g->least = (int)strtol(reader_given(n, "least"), NULL, 10);
	g->most = (int)strtol(reader_given(n, "most"), NULL, 10);
	if (g->most == 0)
		g->most = ROWS_USUAL;
	if (g->least > g->most)
		typeword_fault(r, n->line, "“%d” to “%d” are no bounds of the "
		    "rows.", g->least, g->most);
	return g;
}

/* Fields and groups share their codes: both name things of one form. */
static bool
code_is_new(struct typeword *r, const struct reader_node *n, const char *code)
{
	if (typefield_find(r->type->fields, code) == NULL &&
	    group_find(r->type->groups, code) == NULL)
		return true;
	typeword_fault(r, n->line, "There are two <field> or <group> with the "
	    "code “%s”.", code);
	return false;
}

/* What only a field that stands alone can be. */
static void
check_grouped(struct typeword *r, const struct reader_node *n,
    struct type_field *f, const struct type_group *g)
{
	if (f->due)
		typeword_fault(r, n->line, "The field “%s” stands in a group "
		    "and cannot be due: a dossier has one day.", f->code);
	if (f->later)
		typeword_fault(r, n->line, "The field “%s” stands in a group; "
		    "say later of the whole group.", f->code);
	if (f->class >= CLASS_GUARDED)
		typeword_fault(r, n->line, "The field “%s” stands in a group "
		    "and cannot be of a guarded class: rows are read whole.",
		    f->code);
	if (f->checked)
		typeword_fault(r, n->line, "The field “%s” stands in a group; "
		    "the conflict check says one thing.", f->code);
	f->group = g;
	f->later = g->later;
}

struct adding {			/* fields being appended to the type */
	const struct type_field **fields;
	const struct type_group **groups;
	bool due;		/* one is due already */
};

static void
add_field(struct typeword *r, const struct reader_node *n,
    const struct type_group *group, struct adding *to)
{
	struct type_field *f = read_field(r, n);

	if (group != NULL)
		check_grouped(r, n, f, group);
	if (f->due && to->due)
		typeword_fault(r, n->line, "A second field is due: a dossier "
		    "has one.");
	to->due |= f->due;
	if (!code_is_new(r, n, f->code))
		return;
	*to->fields = f;
	to->fields = (const struct type_field **)&f->next;
}

static void
add_group(struct typeword *r, const struct reader_node *n, struct adding *to)
{
	struct type_group *g = read_group(r, n);
	const struct reader_node *c;

	if (code_is_new(r, n, g->code)) {
		*to->groups = g;
		to->groups = (const struct type_group **)&g->next;
	}
	for (c = reader_child(n, "", "field"); c != NULL;
	    c = reader_after(c, "", "field"))
		add_field(r, c, g, to);
}

void
typefield_all(struct typeword *r, const struct reader_node *n)
{
	struct adding to = { &r->type->fields, &r->type->groups, false };
	const struct reader_node *c;

	for (c = n == NULL ? NULL : reader_child(n, NULL, NULL); c != NULL;
	    c = reader_after(c, NULL, NULL))
		if (reader_is(c, "", "field"))
			add_field(r, c, NULL, &to);
		else if (reader_is(c, "", "group"))
			add_group(r, c, &to);
}
