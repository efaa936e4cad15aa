/* SPDX-License-Identifier: MIT */
/* Skills: who may keep the words, and who has which. */
#include "domain/people/skill.h"

#include <string.h>

#include "base/digest.h"
#include "base/words.h"
#include "domain/spine/event.h"
#include "domain/spine/keep.h"
#include "model/right.h"
#include "store/store_skill.h"
#include "text/fold.h"
#include "text/message.h"

#define NAME_MOST 60

enum err
skill_list(struct ctx *cx, int64_t person, struct skill **out)
{
	return store_skill_list(cx, person, out);
}

enum err
skill_open(struct ctx *cx, const char *code, struct skill **out)
{
	enum err e;

	if ((e = store_skill_find(cx, code, NULL, out)) != OK)
		return e;
	return *out != NULL ? OK : refuse(cx, ERR_MISSING, "%s",
	    _("There is no such skill any more."));
}

enum err
skill_find(struct ctx *cx, const char *code, const struct skill **out)
{
	struct skill *s = NULL;
	enum err e = code == NULL || code[0] == '\0' ? OK :
	    store_skill_find(cx, code, NULL, &s);

	*out = s;
	return e;
}

static enum err
may(struct ctx *cx)
{
	return (cx->rights & RIGHT_ADMIN) != 0 ? OK : refuse(cx,
	    ERR_FORBIDDEN, "%s", _("Skills are kept by administrators."));
}

enum err
skill_make(struct ctx *cx, const char *name)
{
	struct event_body *b = event_body(cx);
	struct skill *taken;
	const char *code;
	enum err e;

	if ((e = may(cx)) != OK || (e = keep_text(cx, "name", name,
	    1, NAME_MOST, false, &name)) != OK ||
	    (e = store_skill_find(cx, NULL, fold(cx->arena, name),
	    &taken)) != OK)
		return e;
	if (taken != NULL)
		return refuse_field(cx, "name",
		    _("There is a skill “%s” already."), taken->name);
	code = fold_code(cx->arena, name, '_');
	if ((e = store_skill_find(cx, code, NULL, &taken)) != OK)
		return e;
	if (taken != NULL)
		code = arena_printf(cx->arena, "%s_%u", code,
		    (unsigned int)digest_below(1000000));
	if ((e = store_skill_add(cx, code, name,
	    fold(cx->arena, name))) != OK)
		return e;
	event_fact(b, "skill", name);
	event_fact(b, "code", code);
	return event_add_topic(cx, "settings", "skill.made", b);
}

enum err
skill_remove(struct ctx *cx, struct skill *s)
{
	struct event_body *b = event_body(cx);
	enum err e;

	if ((e = may(cx)) != OK || (e = store_skill_drop(cx, s->id)) != OK)
		return e;
	event_fact(b, "skill", s->name);
	event_fact(b, "code", s->code);
	event_count(b, "people", s->people);
	return event_add_topic(cx, "settings", "skill.removed", b);
}

enum err
skill_set(struct ctx *cx, const struct roster_member *m,
    const char *const *codes, size_t n)
{
	struct event_body *b = event_body(cx);
	const char *before = "", *after = "";
	struct skill *s;
	bool wanted;
	enum err e;

	if ((e = may(cx)) != OK ||
	    (e = store_skill_list(cx, m->person, &s)) != OK)
		return e;
	for (; s != NULL; s = s->next) {
		wanted = words_among(codes, n, s->code);
		if (s->held)
			before = words_comma(cx->arena, before, s->name);
		if (wanted)
			after = words_comma(cx->arena, after, s->name);
		if (wanted == s->held)
			continue;
		if ((e = wanted ? store_skill_give(cx, m->person, s->id) :
		    store_skill_take(cx, m->person, s->id)) != OK)
			return e;
	}
	if (strcmp(before, after) == 0)
		return OK;
	event_fact(b, "person", m->name);
	event_fact(b, "number", m->number);
	event_change(b, "skills", before, after);
	return event_add_topic(cx, "settings", "skills.changed", b);
}
