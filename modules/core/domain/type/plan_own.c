/* SPDX-License-Identifier: MIT */
/* Our own words in a plan: labels, due dates, who, approvals. */
#include "domain/type/plan_own.h"

#include <string.h>

#include "domain/type/casetype.h"
#include "text/fold.h"
#include "text/message.h"
#include "xml/xml_cmmn.h"

struct reading {
	struct arena *arena;
	const char *file;
	const struct casetype *type;
	const struct feel_scope *scope;
	const struct cmmn_definition *definition;
	struct cmmn_fault **faults;
	struct plan_own *own;
};

static void
fault(struct reading *r, int line, const char *text)
{
	struct cmmn_fault **tail = r->faults, *f;

	while (*tail != NULL)
		tail = &(*tail)->next;
	*tail = f = arena_alloc(r->arena, sizeof(*f));
	f->file = r->file;
	f->line = line;
	f->element = r->own->label.text[0];
	f->text = text;
}

static const char *
attribute(const struct cmmn_extension *x, const char *name)
{
	const struct cmmn_attribute *a;

	for (a = x->attributes; a != NULL; a = a->next)
		if (strcmp(a->name, name) == 0 && (a->ns == NULL ||
		    a->ns[0] == '\0'))
			return a->value;
	return "";
}

/* A name that is not ours is most likely a slip. */
static void
only(struct reading *r, const struct cmmn_extension *x,
    const char *const *names)
{
	const struct cmmn_attribute *a;
	const char *const *n;

	for (a = x->attributes; a != NULL; a = a->next) {
		for (n = names; *n != NULL && strcmp(*n, a->name) != 0; n++)
			;
		if (*n == NULL)
			fault(r, x->line, arena_printf(r->arena,
			    "<%s> has no attribute “%s”.", x->name, a->name));
	}
}

static struct plan_formula
formula(struct reading *r, const struct cmmn_extension *x, const char *name)
{
	struct plan_formula f = { attribute(x, name), NULL, x->line };
	struct feel_fault *wrong = NULL;

	if (f.text[0] == '\0')
		return f;
	f.feel = feel_compile(r->arena, f.text, strlen(f.text), r->scope,
	    &wrong);
	for (; wrong != NULL; wrong = wrong->next) {
		fault(r, x->line, arena_printf(r->arena, "“%s” of <%s> "
		    "cannot be read: %s", name, x->name, wrong->text));
		f.feel = NULL;
	}
	return f;
}

/* The language of a label, or -1. */
static int
language(const struct cmmn_extension *x)
{
	const struct cmmn_attribute *a;
	int i;

	for (a = x->attributes; a != NULL; a = a->next)
		for (i = 0; i < LANGUAGES && strcmp(a->name, "lang") == 0;
		    i++)
			if (strcmp(message_languages[i], a->value) == 0)
				return i;
	return -1;
}

static void
words(struct reading *r, const struct cmmn_extension *x, struct label *out,
    bool name)
{
	int i = language(x);

	if (i == -1)
		fault(r, x->line, arena_printf(r->arena, "<%s> needs an "
		    "xml:lang: en, fr, de, it, pt or ja.", x->name));
	else if (x->text == NULL || x->text[0] == '\0')
		fault(r, x->line, arena_printf(r->arena, "This <%s> has no "
		    "words in it.", x->name));
	else if (name && i == 0)
		fault(r, x->line, "The English name is the attribute “name”; "
		    "leave this label out.");
	else
		out->text[i] = fold_tidy(r->arena, x->text, false);
}

static const char *
decision(struct reading *r, const struct cmmn_extension *x, const char *name)
{
	const char *code = attribute(x, name);

	if (code[0] != '\0' && casetype_decision(r->type, code) == NULL)
		fault(r, x->line, arena_printf(r->arena, "“%s” names the "
		    "decision “%s”, which type.xml does not have.", name,
		    code));
	return code;
}

static bool
is_task(const struct cmmn_definition *d)
{
	return d != NULL && d->kind == CMMN_HUMAN_TASK;
}

static void
read_task(struct reading *r, const struct cmmn_extension *x)
{
	static const char *const names[] = { "due", "priority", "team",
	    "assign", "skill", "form", NULL };
	const char *priority = attribute(x, "priority");
	struct plan_own *own = r->own;

	only(r, x, names);
	if (!is_task(r->definition))
		fault(r, x->line, "<task> may stand in a human task alone.");
	own->task.line = x->line;
	own->task.due = formula(r, x, "due");
	own->task.team = attribute(x, "team");
	own->task.assign = decision(r, x, "assign");
	own->task.skill = attribute(x, "skill");
	own->task.form = attribute(x, "form");
	if (strcmp(priority, "low") == 0)
		own->task.priority = PRIORITY_LOW;
	else if (strcmp(priority, "high") == 0)
		own->task.priority = PRIORITY_HIGH;
	else if (priority[0] != '\0' && strcmp(priority, "normal") != 0)
		fault(r, x->line, arena_printf(r->arena, "The priority “%s” "
		    "is none; write low, normal or high.", priority));
}

static void
read_milestone(struct reading *r, const struct cmmn_extension *x)
{
	static const char *const names[] = { "planned", NULL };

	only(r, x, names);
	if (r->definition == NULL || r->definition->kind != CMMN_MILESTONE)
		fault(r, x->line, "<milestone> may stand in a milestone "
		    "alone.");
	r->own->planned = formula(r, x, "planned");
}

static void
read_approval(struct reading *r, const struct cmmn_extension *x)
{
	static const char *const names[] = { "amount", "levels", "kind",
	    NULL };
	const char *amount = attribute(x, "amount");
	const struct type_field *f = casetype_field(r->type, amount);

	only(r, x, names);
	if (!is_task(r->definition))
		fault(r, x->line, "<approval> may stand in a human task "
		    "alone.");
	if (amount[0] != '\0' && (f == NULL || f->group != NULL ||
	    f->kind != VALUE_MONEY))
		fault(r, x->line, arena_printf(r->arena, "“amount” names "
		    "“%s”, which is no money field of type.xml.", amount));
	r->own->approval.amount = amount;
	r->own->approval.levels = decision(r, x, "levels");
	r->own->approval.kind = attribute(x, "kind");
	r->own->approval.line = x->line;
}

static void
read_one(struct reading *r, const struct cmmn_extension *x)
{
	if (strcmp(x->name, "label") == 0)
		words(r, x, &r->own->label, true);
	else if (strcmp(x->name, "help") == 0)
		words(r, x, &r->own->help, false);
	else if (strcmp(x->name, "task") == 0)
		read_task(r, x);
	else if (strcmp(x->name, "milestone") == 0)
		read_milestone(r, x);
	else if (strcmp(x->name, "approval") == 0)
		read_approval(r, x);
	else
		fault(r, x->line, arena_printf(r->arena, "“%s” is no word of "
		    "ours; there are label, help, task, milestone and "
		    "approval.", x->name));
}

static void
read_all(struct reading *r, const struct cmmn_extension *x)
{
	for (; x != NULL; x = x->next)
		if (x->ns != NULL && strcmp(x->ns, XML_CMMN_OURS) == 0)
			read_one(r, x);
}

/* Each of our languages, as for all that people read. */
static void
complete(struct reading *r, const struct label *l, const char *what,
    bool wanted)
{
	/* a name is there in English without anybody saying so */
	bool named = l == &r->own->label;
	const char *lacks = "";
	int i, n = 0;

	for (i = 0; i < LANGUAGES; i++) {
		n += l->text[i] != NULL;
		if (l->text[i] == NULL)
			lacks = arena_printf(r->arena, "%s%s%s", lacks,
			    lacks[0] == '\0' ? "" : ", ",
			    message_languages[i]);
	}
	if ((wanted || n > named) && n < LANGUAGES)
		fault(r, r->own->line, arena_printf(r->arena, "There is no "
		    "<%s> in %s.", what, lacks));
}

/* What the standard has for it, in one language. */
static const char *
documented(const struct cmmn_definition *d, const struct cmmn_item_use *use)
{
	if (use != NULL && use->documentation[0] != '\0')
		return use->documentation;
	return d == NULL || d->documentation[0] == '\0' ? NULL :
	    d->documentation;
}

void
plan_own_read(struct arena *a, const char *file, const struct casetype *type,
    const struct cmmn_definition *d, const struct cmmn_item_use *use,
    const struct feel_scope *scope, struct cmmn_fault **faults,
    struct plan_own *out)
{
	struct reading r = { a, file, type, scope, d, faults, out };

	*out = (struct plan_own){ .use = use };
	out->label.text[0] = use != NULL ? use->name : d->name;
	if (out->label.text[0] == NULL || out->label.text[0][0] == '\0')
		out->label.text[0] = use != NULL ? use->id : d->id;
	out->line = use != NULL ? use->line : d->line;
	out->task.due.text = out->planned.text = "";
	out->task.team = out->task.assign = out->task.skill = "";
	out->task.form = "";
	out->task.priority = PRIORITY_NORMAL;
	out->approval.amount = out->approval.levels = "";
	out->approval.kind = "";
	if (d != NULL)
		read_all(&r, d->extensions);
	if (use != NULL)
		read_all(&r, use->extensions);
	complete(&r, &out->label, "label", use != NULL);
	complete(&r, &out->help, "help", false);
	if (out->help.text[0] == NULL)
		out->help.text[0] = documented(d, use);
}

const char *
plan_own_title(struct ctx *cx, const struct plan_own *own)
{
	return message_label(&own->label, cx->lang);
}

const char *
plan_own_help(struct ctx *cx, const struct plan_own *own)
{
	const char *text = own->help.text[message_index(cx->lang)];

	if (text == NULL)
		text = own->help.text[0];
	return text == NULL ? "" : text;
}
