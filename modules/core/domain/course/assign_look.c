/* SPDX-License-Identifier: MIT */
/* Who it would be, and why: nothing is written here. */
#include <string.h>

#include "domain/course/assign_keep.h"
#include "domain/dossier/dossier.h"
#include "domain/people/authority.h"
#include "domain/people/skill.h"
#include "domain/type/casetype.h"
#include "model/right.h"
#include "rules/feel/feel_number.h"
#include "store/store_assign.h"
#include "store/store_dossier.h"
#include "text/number.h"

#define CASE_WEIGHS 2	/* as many tasks */

/* What is asked, looked up. */
struct looking {
	const struct skill *skill;	/* NULL: none is needed */
	bool unknown;			/* one is that nobody keeps */
	const struct type_decision *of;	/* NULL: no table */
	const char *currency;
	bool has_amount;
	int64_t amount;			/* minor units */
};

/* The currency in which limits are looked at: of the amount that is to be
 * approved, or of the first money of the type. */
static enum err
money(struct ctx *cx, struct dossier *d, const char *code,
    struct looking *l)
{
	const struct type_field *f = d->type->fields;
	const char *text, *space;
	enum err e;

	l->currency = "";
	while (f != NULL && (f->kind != VALUE_MONEY ||
	    (code[0] != '\0' && strcmp(f->code, code) != 0)))
		f = f->next;
	if (f == NULL)
		return OK;
	l->currency = f->currency;
	if (code[0] == '\0')
		return OK;
	if ((e = store_dossier_value(cx, d, f->code, &text)) != OK)
		return e;
	if ((space = strchr(text, ' ')) == NULL)
		return OK;
	l->currency = arena_text(cx->arena, space + 1);
	l->has_amount = number_plain_parse(arena_textn(cx->arena, text,
	    (size_t)(space - text)), 0, &l->amount);
	return OK;
}

static enum err
prepare(struct ctx *cx, struct dossier *d, const struct assign_question *q,
    struct looking *l)
{
	enum err e;

	*l = (struct looking){ .skill = NULL };
	if ((e = skill_find(cx, q->skill, &l->skill)) != OK)
		return e;
	l->unknown = q->skill[0] != '\0' && l->skill == NULL;
	l->of = casetype_decision(d->type, q->decision[0] == '\0' ?
	    ASSIGN_DECISION : q->decision);
	return money(cx, d, q->field, l);
}

/* What rules somebody out before a table is asked. */
static void
sift(const struct looking *l, struct assign_candidate *c)
{
	for (; c != NULL; c = c->next) {
		c->load = c->tasks + CASE_WEIGHS * c->cases;
		if (c->away)
			c->why_not = "away";
		else if (l->unknown || (l->skill != NULL && !c->skilled))
			c->why_not = "skill";
		else if (l->has_amount && c->limit < l->amount)
			c->why_not = "authority";
		c->covered = l->has_amount && c->limit >= l->amount;
	}
}

/* Compared with those who can; who cannot has no less than they. */
static void
compare(struct assign_candidate *list)
{
	int64_t least = INT64_MAX;
	struct assign_candidate *c;

	for (c = list; c != NULL; c = c->next)
		if (c->why_not[0] == '\0' && c->load < least)
			least = c->load;
	for (c = list; c != NULL; c = c->next)
		c->least = c->load <= least;
}

/* Before 0: a is the better one; *how: by what. */
static int
order(const struct assign_candidate *a, const struct assign_candidate *b,
    enum assign_how *how)
{
	struct feel_value x, y;
	int by;

	*how = ASSIGN_SCORE;
	if (a->score[0] != '\0' && b->score[0] != '\0' &&
	    feel_number_parse(a->score, strlen(a->score), &x) &&
	    feel_number_parse(b->score, strlen(b->score), &y) &&
	    (by = feel_number_order(y.number, x.number)) != 0)
		return by;
	*how = ASSIGN_LOAD;
	if (a->load != b->load)
		return a->load < b->load ? -1 : 1;
	*how = ASSIGN_TURN;
	return a->turn < b->turn ? -1 : a->turn > b->turn;
}

/* The list in order, the best first, those ruled out last; names break what
 * ties are left. */
static struct assign_candidate *
sorted(struct assign_candidate *list)
{
	struct assign_candidate *out = NULL, **at, *next;
	enum assign_how how;

	for (; list != NULL; list = next) {
		next = list->next;
		for (at = &out; *at != NULL; at = &(*at)->next) {
			if (((*at)->why_not[0] != '\0') !=
			    (list->why_not[0] != '\0')) {
				if (list->why_not[0] == '\0')
					break;
				continue;
			}
			if (list->why_not[0] == '\0' &&
			    order(list, *at, &how) < 0)
				break;
		}
		list->next = *at;
		*at = list;
	}
	return out;
}

static void
choose(struct assign *out, struct assign_candidate *list)
{
	const struct assign_candidate *c;
	struct assign_candidate *first;

	compare(list);
	out->candidates = sorted(list);
	for (c = out->candidates; c != NULL; c = c->next)
		out->among += c->why_not[0] == '\0';
	first = out->candidates;
	if (first == NULL || first->why_not[0] != '\0')
		return;
	first->chosen = true;
	out->chosen = first;
	if (first->next == NULL || first->next->why_not[0] != '\0')
		out->how = ASSIGN_ONLY;
	else
		order(first, first->next, &out->how);
}

/* Each keeps its place while it is scored, and takes its reasons along. */
static enum err
score(struct ctx *cx, struct dossier *d, const struct looking *l,
    struct assign *out, struct assign_candidate *list)
{
	struct assign_candidate *c, *was, **tail = &was;
	struct assign_kept *kept;
	size_t n = 0;
	enum err e;

	for (c = list; c != NULL; c = c->next)
		n++;
	kept = arena_array(cx->arena, n + 1, sizeof(*kept));
	if ((e = assign_table(cx, d, l->of, list, kept)) != OK)
		return e;
	for (c = list; c != NULL; c = c->next) {	/* in this order */
		*tail = arena_copy(cx->arena, c, sizeof(*c));
		tail = &(*tail)->next;
	}
	*tail = NULL;
	choose(out, list);
	if (out->chosen == NULL)
		return OK;
	for (n = 0, c = was; c != NULL && c->person != out->chosen->person;
	    c = c->next)
		n++;
	out->inputs = kept[n].inputs;
	out->derivation = kept[n].derivation;
	return OK;
}

enum err
assign_look(struct ctx *cx, struct dossier *d, int64_t task,
    const struct assign_question *q, struct assign *out)
{
	struct assign_candidate *list;
	struct looking l;
	enum err e;

	*out = (struct assign){ .task = task, .skill = "", .decision = "",
	    .inputs = "", .derivation = "", .asked_by = "",
	    .type_id = d->type_id, .asked = cx->now,
	    .by_itself = q->by_itself };
	if ((e = prepare(cx, d, q, &l)) != OK ||
	    (e = store_assign_people(cx, d, task == 0 ? RIGHT_STAFF |
	    RIGHT_LEAD : RIGHT_STAFF, l.skill == NULL ? 0 : l.skill->id,
	    l.currency, q->kind, authority_today(cx), &list)) != OK ||
	    (e = store_assign_known(cx, d, list)) != OK)
		return e;
	out->amount = l.has_amount;
	out->skill = l.skill != NULL ? l.skill->name : q->skill;
	sift(&l, list);
	if (l.of == NULL) {
		choose(out, list);
		return OK;
	}
	out->decision = l.of->code;
	return score(cx, d, &l, out, list);
}
