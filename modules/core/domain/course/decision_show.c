/* SPDX-License-Identifier: MIT */
/* Results and values of models as the viewer reads them. */
#include "domain/course/decision_show.h"

#include <string.h>

#include "domain/course/approval_levels.h"
#include "domain/spine/sight.h"
#include "domain/type/casetype.h"
#include "domain/type/casetype_feel.h"
#include "rules/feel/feel_json.h"
#include "text/date.h"
#include "text/message.h"
#include "text/number.h"

#define CLIP 2000	/* bytes of a text that is shown */

static bool
is_risk(const struct type_decision *of)
{
	return of != NULL && strcmp(of->code, TYPE_DECISION_RISK) == 0;
}

const char *
decision_show_name(struct ctx *cx, const struct type_decision *of)
{
	return is_risk(of) ? _("Risk") : message_label(&of->label, cx->lang);
}

/* As the language writes it, with the decimals that it has. */
static const char *
number(struct ctx *cx, const char *digits)
{
	const char *point = strchr(digits, '.');
	int decimals = point == NULL ? 0 : (int)strlen(point + 1);
	int64_t n;

	if (decimals > 6 || strpbrk(digits, "eE") != NULL ||
	    !number_plain_parse(digits, decimals, &n))
		return digits;
	return number_text(cx->arena, cx->lang, n, decimals);
}

static const char *
text(struct ctx *cx, const struct json_tree *t)
{
	size_t n = t->len;

	if (date_civil_ok(t->text))
		return date_civil(cx->arena, cx->lang, t->text);
	if (n <= CLIP)
		return t->text;
	for (n = CLIP; n > 0 && (t->text[n] & 0xc0) == 0x80; n--)
		;
	return arena_printf(cx->arena, "%.*s…", (int)n, t->text);
}

static const char *
members(struct ctx *cx, const struct json_tree *t)
{
	const char *all = "", *one;
	const struct json_tree *m;

	for (m = t->first; m != NULL && strlen(all) < CLIP; m = m->next) {
		one = decision_show_value(cx, NULL, m);
		if (t->kind == JSON_TREE_OBJECT)
			one = arena_printf(cx->arena, _("%s: %s"), m->name,
			    one);
		all = all[0] == '\0' ? one : arena_printf(cx->arena,
		    t->kind == JSON_TREE_OBJECT ? "%s; %s" : "%s, %s", all,
		    one);
	}
	return m == NULL ? all : arena_printf(cx->arena, "%s …", all);
}

/* A value that the field knows how to show. */
static bool
as_field(struct ctx *cx, const struct type_field *f,
    const struct json_tree *t, const char **out)
{
	struct feel_value v;
	const char *canonical, *why;

	if (t->kind == JSON_TREE_TEXT && f->kind == VALUE_CHOICE) {
		*out = casetype_word(cx, f->choices, t->text);
		return true;
	}
	if (!feel_json_read(cx->arena, f->code, t, casetype_feel_type(f), &v,
	    &why) || !casetype_feel_text(cx->arena, f, v, &canonical))
		return false;
	*out = f->kind == VALUE_FLAG && canonical[0] == '\0' ? _("No") :
	    casetype_show(cx, f, canonical);
	return true;
}

const char *
decision_show_value(struct ctx *cx, const struct type_field *f,
    const struct json_tree *t)
{
	const char *shown;

	if (t == NULL || t->kind == JSON_TREE_NULL)
		return "";
	if (f != NULL && sight_of(cx, f) != SIGHT_FULL)
		return sight_dots;
	if (f != NULL && as_field(cx, f, t, &shown))
		return shown;
	switch (t->kind) {
	case JSON_TREE_NULL:
		break;
	case JSON_TREE_FALSE:
		return _("No");
	case JSON_TREE_TRUE:
		return _("Yes");
	case JSON_TREE_NUMBER:
		return number(cx, t->text);
	case JSON_TREE_TEXT:
		return text(cx, t);
	case JSON_TREE_LIST:
	case JSON_TREE_OBJECT:
		return members(cx, t);
	}
	return "";
}

/* Who has to approve, step by step: lead, manage ... in our words. */
static const char *
steps(struct ctx *cx, const struct json_tree *t)
{
	const struct json_tree *m;
	const char *all = "";

	if (t->kind == JSON_TREE_TEXT)
		return approval_levels_word(cx, t->text);
	for (m = t->first; m != NULL; m = m->next)
		all = arena_printf(cx->arena, "%s%s%s", all,
		    all[0] == '\0' ? "" : "\n",
		    m->kind == JSON_TREE_TEXT ? m->text : "…");
	return all[0] == '\0' ? _("nobody") : approval_levels_words(cx, all);
}

static const struct json_tree *
tree(struct ctx *cx, const char *result)
{
	const char *why;

	return result[0] == '\0' ? NULL : json_tree_read(cx->arena, result,
	    strlen(result), &why);
}

const char *
decision_show(struct ctx *cx, const struct casetype *type,
    const struct type_decision *of, const char *result)
{
	const struct json_tree *t = tree(cx, result), *step = t;

	if (t == NULL)
		return "";
	if (is_risk(of)) {
		if (t->kind == JSON_TREE_OBJECT)
			step = json_tree_member(t, TYPE_DECISION_RISK);
		if (step != NULL && step->kind == JSON_TREE_TEXT)
			return casetype_word(cx, type->risks, step->text);
	}
	if (of != NULL && of->field == NULL && (t->kind == JSON_TREE_TEXT ||
	    t->kind == JSON_TREE_LIST) && approval_levels_is(cx, type,
	    of->code))
		return steps(cx, t);
	return decision_show_value(cx, of == NULL ? NULL : of->field, t);
}

const char *
decision_show_score(struct ctx *cx, const char *result)
{
	const struct json_tree *t = tree(cx, result);

	t = t == NULL ? NULL : json_tree_member(t, "score");
	return t == NULL || t->kind != JSON_TREE_NUMBER ? "" :
	    number(cx, t->text);
}
