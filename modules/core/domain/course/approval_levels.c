/* SPDX-License-Identifier: MIT */
/* The steps of an approval, by a table of the type. */
#include "domain/course/approval_levels.h"

#include <string.h>

#include "base/config.h"
#include "base/count.h"
#include "base/json_tree.h"
#include "domain/course/decision.h"
#include "domain/course/decision_keep.h"
#include "domain/course/decision_show.h"
#include "domain/people/authority.h"
#include "domain/type/casetype.h"
#include "domain/type/plan_model.h"
#include "store/store_authority.h"
#include "text/fold.h"
#include "text/message.h"

#define NAME_MOST 100	/* characters of a step's name */

static const struct { const char *name, *word; } words[] = {
	{ "lead", N_("Lead of the case") },
	{ "manage", N_("Who manages the case") },
	{ "decide", N_("Who may decide on the case") }
};
#define WORDS COUNT(words)

static bool
is_word(const char *name)
{
	size_t i;

	for (i = 0; i < WORDS; i++)
		if (strcmp(words[i].name, name) == 0)
			return true;
	return false;
}

bool
approval_levels_is(struct ctx *cx, const struct casetype *type,
    const char *code)
{
	const struct plan_model *m;
	size_t i;

	if (strcmp(code, TYPE_DECISION_APPROVAL) == 0)
		return true;
	if (plan_model(cx, type, &m) != OK || m == NULL)
		return false;
	for (i = 0; i < m->n_own; i++)
		if (m->own[i].approval.line != 0 &&
		    strcmp(m->own[i].approval.levels, code) == 0)
			return true;
	return false;
}

const char *
approval_levels_word(struct ctx *cx, const char *name)
{
	size_t i;

	(void)cx;
	for (i = 0; i < WORDS; i++)
		if (strcmp(words[i].name, name) == 0)
			return _(words[i].word);
	return name;
}

const char *
approval_levels_words(struct ctx *cx, const char *text)
{
	const char *all = "", *one;
	size_t n;

	for (; *text != '\0'; text += n, text += *text == '\n') {
		n = strcspn(text, "\n");
		one = approval_levels_word(cx, arena_textn(cx->arena, text,
		    n));
		all = all[0] == '\0' ? one : arena_printf(cx->arena,
		    _("%s, then %s"), all, one);
	}
	return all;
}

/* Somebody may be of a step of this name. */
static enum err
known(struct ctx *cx, const char *name, bool *out)
{
	const struct config_group *g = cx->conf == NULL ? NULL :
	    cx->conf->groups;

	while (g != NULL && strcmp(g->label, name) != 0)
		g = g->next;
	*out = g != NULL || is_word(name);
	return *out ? OK : store_authority_known(cx, name,
	    authority_today(cx), out);
}

static enum err
add(struct ctx *cx, struct approval_levels *l, const struct json_tree *t,
    const char *of)
{
	const char *name;
	bool is = false;
	enum err e;

	if (t->kind != JSON_TREE_TEXT || t->text[0] == '\0' ||
	    strchr(t->text, '\n') != NULL || l->n == APPROVAL_LEVELS_MOST ||
	    fold_length(t->text) > NAME_MOST) {
		l->why_not = arena_printf(cx->arena, _("The table for “%s” "
		    "does not give the steps of an approval: a list of up to "
		    "%d names. Tell whoever keeps the case type."), of,
		    APPROVAL_LEVELS_MOST);
		return OK;
	}
	name = t->text;
	if ((e = known(cx, name, &is)) != OK)
		return e;
	if (!is)
		l->why_not = arena_printf(cx->arena, _("The table for “%s” "
		    "wants the approval of “%s”, but no role and no limit is "
		    "called so. Tell whoever keeps the case type."), of,
		    name);
	l->text = l->n == 0 ? name : arena_printf(cx->arena, "%s\n%s",
	    l->text, name);
	l->n++;
	return OK;
}

/* A list of names, or one name. */
static enum err
read(struct ctx *cx, struct approval_levels *l, const char *result,
    const char *of)
{
	const struct json_tree *t;
	const char *why;
	enum err e = OK;

	t = json_tree_read(cx->arena, result, strlen(result), &why);
	l->text = "";
	l->n = 0;
	if (t == NULL || t->kind != JSON_TREE_LIST)
		return add(cx, l, t != NULL ? t : &(struct json_tree){
		    .kind = JSON_TREE_NULL }, of);
	for (t = t->first; t != NULL && e == OK && l->why_not[0] == '\0';
	    t = t->next)
		e = add(cx, l, t, of);
	return e;
}

/* One that a person has to confirm counts when it was; not what somebody
 * chose instead, for whoever asks does not choose who approves. */
static enum err
confirmed(struct ctx *cx, struct dossier *d, const struct type_decision *of,
    struct approval_levels *l)
{
	const struct decision *made;
	enum err e;

	if ((e = decision_made(cx, d, of->code, &made)) != OK)
		return e;
	if (made == NULL || made->overridden) {
		l->why_not = arena_printf(cx->arena, _("“%s” says who has to "
		    "approve this, and is not decided yet. Decide it first."),
		    decision_show_name(cx, of));
		return OK;
	}
	l->no = made->no;
	return read(cx, l, made->result, decision_show_name(cx, of));
}

static enum err
asked(struct ctx *cx, struct dossier *d, const struct type_decision *of,
    const struct decision_request *request, bool keep,
    struct approval_levels *l)
{
	struct decision_keep m = { .cx = cx, .d = d, .of = of };
	enum err e;

	if ((e = decision_ask_request(cx, d, of, request, &m.answer)) != OK)
		return e;
	l->why_not = m.answer.why_not;
	if (l->why_not[0] != '\0')
		return OK;
	if ((e = read(cx, l, m.answer.result, decision_show_name(cx,
	    of))) != OK || l->why_not[0] != '\0' || !keep)
		return e;
	if ((e = decision_keep_made(&m)) == OK)
		l->no = m.x->no;
	return e;
}

enum err
approval_levels(struct ctx *cx, struct dossier *d, const char *code,
    const struct decision_request *request, bool keep,
    struct approval_levels *out)
{
	const struct type_decision *of = casetype_decision(d->type,
	    code[0] != '\0' ? code : TYPE_DECISION_APPROVAL);

	*out = (struct approval_levels){ "", 0, "decide", 1, "" };
	if (of == NULL && code[0] != '\0')
		out->why_not = arena_printf(cx->arena, _("This version of "
		    "the case type has no decision “%s”, which says who has "
		    "to approve this."), code);
	if (of == NULL)
		return OK;
	out->code = of->code;
	return of->automatic ? asked(cx, d, of, request, keep, out) :
	    confirmed(cx, d, of, out);
}
