/* SPDX-License-Identifier: MIT */
/* Why somebody was chosen, in words. */
#include <stdlib.h>
#include <string.h>

#include "domain/course/assign.h"
#include "domain/course/decision_show.h"
#include "domain/spine/event_get.h"
#include "domain/type/casetype.h"
#include "text/message.h"

/* What a sentence is made of, from a page or from the log. */
struct facts {
	struct ctx *cx;
	const struct casetype *type;	/* may be NULL */
	const char *how, *skill, *decision, *score, *rules;
	long among;
};

/* table “Assignment”, rule 2: 80 */
static const char *
table_of(const struct facts *f)
{
	const struct type_decision *of = f->type == NULL ? NULL :
	    casetype_decision(f->type, f->decision);
	const char *name = of != NULL ? decision_show_name(f->cx, of) :
	    f->decision;

	if (f->rules[0] == '\0')
		return arena_printf(f->cx->arena, _("table “%s”: %s"), name,
		    f->score);
	return arena_printf(f->cx->arena, _("table “%s”, rule %s: %s"), name,
	    f->rules, f->score);
}

static const char *
joined(const struct facts *f, const char *a, const char *b)
{
	return a[0] == '\0' ? b : arena_printf(f->cx->arena, _("%s, %s"), a,
	    b);
}

static const char *
sentence(const struct facts *f)
{
	struct arena *a = f->cx->arena;
	const char *s = "";

	if (f->skill[0] != '\0')
		s = arena_printf(a, _("has the skill “%s”"), f->skill);
	if (f->score[0] != '\0')
		s = joined(f, s, strcmp(f->how, "score") == 0 ?
		    arena_printf(a, _("%s, the highest of %ld"), table_of(f),
		    f->among) : table_of(f));
	if (strcmp(f->how, "only") == 0)
		return joined(f, s, _("the only one who can"));
	if (strcmp(f->how, "load") == 0)
		return joined(f, s, arena_printf(a,
		    _("the least work of %ld"), f->among));
	if (strcmp(f->how, "turn") == 0)
		return joined(f, s, _("as little work as others, and next in "
		    "turn"));
	return s;
}

const char *
assign_words_why(struct ctx *cx, const struct casetype *type,
    const struct assign *a)
{
	static const char *const hows[] = { "none", "only", "score", "load",
	    "turn" };
	const struct assign_candidate *c = a->chosen;
	struct facts f = { cx, type, hows[a->how], a->skill, a->decision,
	    "", "", (long)a->among };

	if (c == NULL)
		return "";
	f.score = c->score;
	f.rules = c->rules;
	return sentence(&f);
}

static const char *
fact(const struct facts *f, const struct event *ev, const char *name)
{
	return event_get(f->cx, ev, "fact", name);
}

const char *
assign_words_told(struct ctx *cx, const struct casetype *type,
    const struct event *ev)
{
	struct facts f = { .cx = cx, .type = type };

	f.how = fact(&f, ev, "how");
	f.skill = fact(&f, ev, "skill");
	f.decision = fact(&f, ev, "decision");
	f.score = fact(&f, ev, "score");
	f.rules = fact(&f, ev, "rules");
	f.among = strtol(fact(&f, ev, "among"), NULL, 10);
	return sentence(&f);
}

const char *
assign_words_not(struct ctx *cx, const struct assign *a,
    const struct assign_candidate *c)
{
	if (strcmp(c->why_not, "skill") == 0)
		return arena_printf(cx->arena,
		    _("does not have the skill “%s”"), a->skill);
	if (strcmp(c->why_not, "authority") == 0)
		return _("may not approve the amount");
	if (strcmp(c->why_not, "away") == 0)
		return _("is away");
	if (strcmp(c->why_not, "table") != 0)
		return "";
	if (c->rules[0] == '\0')
		return _("the table leaves them out");
	return arena_printf(cx->arena, _("the table leaves them out, rule "
	    "%s"), c->rules);
}
