/* SPDX-License-Identifier: MIT */
/* How a person types another result than the table's. */
#include "domain/type/decision_kind.h"

#include <string.h>

#include "domain/type/casetype.h"
#include "domain/type/casetype_feel.h"
#include "domain/type/casetype_name.h"
#include "domain/type/decision_model.h"
#include "rules/feel/feel_json.h"
#include "text/message.h"

#define TEXT_MAX 500

static struct label
same_everywhere(const char *word)
{
	struct label l;
	int i;

	for (i = 0; i < LANGUAGES; i++)
		l.text[i] = word;
	return l;
}

static void
add_choice(struct ctx *cx, struct type_field *f, const char *code,
    const char *word)
{
	const struct term **tail = &f->choices;
	struct term *t = arena_alloc(cx->arena, sizeof(*t));

	t->code = code;
	t->label = same_everywhere(word);
	while (*tail != NULL)
		tail = (const struct term **)&((struct term *)*tail)->next;
	*tail = t;
	f->kind = VALUE_CHOICE;
}

/* Texts alone, as outputValues have them: "low", "high". False: other tests
 * stand there, too. */
static bool
choices_of(struct ctx *cx, struct type_field *f, const char *s)
{
	static const char blank[] = " \t\r\n";
	const char *word;
	size_t len;

	for (s += strspn(s, blank); *s != '\0'; s += strspn(s, blank)) {
		if (*s != '"' || (len = strcspn(s + 1, "\"\\")) == 0 ||
		    s[len + 1] != '"')
			return false;
		word = arena_textn(cx->arena, s + 1, len);
		add_choice(cx, f, word, word);
		s += len + 2;
		s += strspn(s, blank);
		if (*s != '\0' && *s++ != ',')
			return false;
	}
	return f->choices != NULL;
}

/* What the table says that it may give. */
static const char *
allowed(const struct decision_model *m)
{
	const struct feel_type *t = dmn_type(m->dmn, m->element);
	const struct dmn_expression *x = m->element->logic;

	if (t != NULL && t->allowed_text != NULL)
		return t->allowed_text;
	if (x == NULL || x->kind != DMN_TABLE || x->table->n_outputs != 1 ||
	    x->table->outputs->values.text == NULL)
		return "";
	return x->table->outputs->values.text;
}

static int
decimals_of(const char *result)
{
	const char *point = strchr(result, '.');
	size_t n = point == NULL ? 0 : strspn(point + 1, "0123456789");

	return n < 2 ? 2 : n > 6 ? 6 : (int)n;
}

/* By the type of the decision, or of what it proposed. */
static void
of_model(struct ctx *cx, const struct decision_model *m,
    const char *proposed, struct type_field *f)
{
	const struct feel_type *t = dmn_type(m->dmn, m->element);
	enum feel_type_kind kind = t == NULL ? FEEL_TYPE_ANY : t->kind;

	if (choices_of(cx, f, allowed(m)))
		return;
	f->choices = NULL;
	f->kind = VALUE_TEXT;
	if (kind == FEEL_TYPE_BOOLEAN || strcmp(proposed, "true") == 0 ||
	    strcmp(proposed, "false") == 0) {
		add_choice(cx, f, "true", _("Yes"));
		add_choice(cx, f, "false", _("No"));
	} else if (kind == FEEL_TYPE_NUMBER || (proposed[0] != '\0' &&
	    strchr("-0123456789", proposed[0]) != NULL)) {
		f->kind = VALUE_NUMBER;
		f->decimals = decimals_of(proposed);
	} else if (kind == FEEL_TYPE_DATE)
		f->kind = VALUE_DATE;
}

enum err
decision_kind(struct ctx *cx, const struct casetype *type,
    const struct type_decision *of, const char *proposed,
    const struct type_field **out)
{
	struct type_field *f = of->field == NULL ?
	    arena_alloc(cx->arena, sizeof(*f)) :
	    arena_copy(cx->arena, of->field, sizeof(*f));
	const struct decision_model *m;
	enum err e;

	f->next = NULL;
	f->group = NULL;
	f->code = DECISION_KIND_CODE;
	f->label = same_everywhere(_("Result"));
	f->help = (struct label){ { NULL } };
	f->required = f->kind != VALUE_FLAG || of->field == NULL;
	f->later = f->due = false;
	*out = f;
	if (of->field != NULL)
		return OK;
	f->max = TEXT_MAX;
	if (strcmp(of->code, TYPE_DECISION_RISK) == 0) {
		f->kind = VALUE_CHOICE;
		f->choices = type->risks;
		return OK;
	}
	if ((e = decision_model(cx, type, of, &m)) == OK)
		of_model(cx, m, proposed, f);
	return e;
}

/* Yes and no of a table without a field are no texts. */
static bool
is_boolean(const struct type_field *f, const struct type_decision *of)
{
	return of->field == NULL && f->kind == VALUE_CHOICE &&
	    strcmp(f->choices->code, "true") == 0;
}

enum err
decision_kind_result(struct ctx *cx, const struct type_field *f,
    const struct type_decision *of, const char *typed, const char **out)
{
	struct buf b = { 0 };
	struct json_out o = { .to = &b };
	struct feel_value v;
	const char *canonical;
	enum err e;

	*out = "";
	if ((e = casetype_value(cx, f, typed, &canonical)) != OK)
		return e;
	if (canonical[0] == '\0' && f->required)
		return refuse_field(cx, casetype_name(cx, f->code, 0), "%s",
		    _("Fill this in."));
	if (is_boolean(f, of)) {
		*out = canonical;
		return OK;
	}
	if (casetype_feel_foreign(f, canonical))
		return refuse_field(cx, casetype_name(cx, f->code, 0),
		    _("The table decides in %s; give the amount in it."),
		    f->currency);
	v = casetype_feel_value(cx->arena, f, canonical);
	feel_json_write(cx->arena, &o, v);
	*out = arena_textn(cx->arena, b.data, b.len);
	buf_free(&b);
	return OK;
}

const char *
decision_kind_text(struct ctx *cx, const struct type_field *f,
    const char *result)
{
	const struct json_tree *t;
	const char *why, *canonical;
	struct feel_value v;

	if (result[0] == '\0' || (t = json_tree_read(cx->arena, result,
	    strlen(result), &why)) == NULL)
		return "";
	if (t->kind == JSON_TREE_OBJECT)	/* of the risk */
		t = json_tree_member(t, TYPE_DECISION_RISK);
	if (t == NULL)
		return "";
	if (t->kind == JSON_TREE_TRUE || t->kind == JSON_TREE_FALSE)
		if (f->kind == VALUE_CHOICE)
			return t->kind == JSON_TREE_TRUE ? "true" : "false";
	return feel_json_read(cx->arena, f->code, t, casetype_feel_type(f),
	    &v, &why) && casetype_feel_text(cx->arena, f, v, &canonical) ?
	    canonical : "";
}
