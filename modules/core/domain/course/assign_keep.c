/* SPDX-License-Identifier: MIT */
/* How an assignment came about, as it is kept and read again. */
#include "domain/course/assign_keep.h"

#include <string.h>

#include "base/buf.h"
#include "base/json_out.h"
#include "base/json_tree.h"

static void
put_text(struct json_out *o, const char *name, const char *text)
{
	if (text[0] == '\0')
		return;
	json_out_name(o, name);
	json_out_text(o, text);
}

static void
put_flag(struct json_out *o, const char *name, bool flag)
{
	if (!flag)
		return;
	json_out_name(o, name);
	json_out_flag(o, true);
}

const char *
assign_keep_json(struct ctx *cx, const struct assign_candidate *c)
{
	struct buf b = { 0 };
	struct json_out o = { .to = &b };
	const char *text;

	json_out_open(&o, '[');
	for (; c != NULL; c = c->next) {
		json_out_open(&o, '{');
		put_text(&o, "number", c->number);
		put_text(&o, "name", c->name);
		put_flag(&o, "least", c->least);
		put_flag(&o, "covered", c->covered);
		put_flag(&o, "skilled", c->skilled);
		put_flag(&o, "knows", c->knows);
		put_text(&o, "score", c->score);
		put_text(&o, "rules", c->rules);
		put_text(&o, "not", c->why_not);
		put_flag(&o, "chosen", c->chosen);
		json_out_close(&o, '}');
	}
	json_out_close(&o, ']');
	text = arena_textn(cx->arena, b.data, b.len);
	buf_free(&b);
	return text;
}

static const char *
text(const struct json_tree *t, const char *name)
{
	const struct json_tree *m = json_tree_member(t, name);

	return m == NULL || m->text == NULL ? "" : m->text;
}

struct assign_candidate *
assign_keep_read(struct ctx *cx, const char *json)
{
	struct assign_candidate *list = NULL, **tail = &list, *c;
	const struct json_tree *t;
	const char *why;

	t = json_tree_read(cx->arena, json, strlen(json), &why);
	for (t = t == NULL ? NULL : t->first; t != NULL; t = t->next) {
		c = arena_alloc(cx->arena, sizeof(*c));
		c->number = text(t, "number");
		c->name = text(t, "name");
		c->least = json_tree_true(t, "least");
		c->covered = json_tree_true(t, "covered");
		c->currency = "";
		c->skilled = json_tree_true(t, "skilled");
		c->knows = json_tree_true(t, "knows");
		c->score = text(t, "score");
		c->rules = text(t, "rules");
		c->why_not = text(t, "not");
		c->chosen = json_tree_true(t, "chosen");
		*tail = c;
		tail = &c->next;
	}
	return list;
}

void
assign_keep_facts(struct event_body *b, const struct assign *a)
{
	static const char *const hows[] = { "none", "only", "score", "load",
	    "turn" };

	event_number(b, "assignment", a->no);
	event_fact(b, "how", hows[a->how]);
	event_number(b, "among", a->among);
	if (a->skill[0] != '\0')
		event_fact(b, "skill", a->skill);
	if (a->chosen == NULL)
		return;
	if (a->decision[0] == '\0' || a->chosen->score[0] == '\0')
		return;
	event_fact(b, "decision", a->decision);
	event_fact(b, "score", a->chosen->score);
	event_fact(b, "rules", a->chosen->rules);
}
