/* SPDX-License-Identifier: MIT */
/* What tables and plans know of forms. */
#include "domain/course/filled_feel.h"

#include <string.h>

#include "base/config.h"
#include "base/json_tree.h"
#include "domain/course/filled_answers.h"
#include "domain/type/casetype.h"
#include "domain/type/decision_model.h"
#include "rules/feel/feel_number.h"
#include "rules/feel/feel_temporal.h"
#include "store/store_filled.h"

static void
put(struct arena *a, struct feel_value_entries *to, const char *name,
    struct feel_value v)
{
	feel_value_put(a, to, feel_value_text(name).string, v);
}

/* The answers that counted, by the form that asked them. Its conditions do
 * not see other forms here: nothing goes in circles. */
static struct feel_value
answers(struct ctx *cx, struct arena *a, const struct dossier *d,
    const struct filled *f)
{
	const struct casetype *type;
	const struct form_model *m;
	struct questions_result r;
	struct form_model alone;

	if (casetype_by_id(cx, f->type_id, &type) != OK ||
	    form_model(cx, type, f->code, &m) != OK || m == NULL)
		return feel_value_null;
	alone = *m;
	alone.forms = false;
	filled_answers_ask(cx, a, d, type, &alone, f->answers,
	    f->compartment, &r);
	return r.answers;
}

static struct feel_value
one(struct ctx *cx, struct arena *a, const struct dossier *d,
    const struct filled *f)
{
	struct feel_value_entries all = { 0 };

	put(a, &all, "score", f->scored ? feel_number_scaled(f->score,
	    FILLED_DECIMALS) : feel_value_null);
	put(a, &all, "band", f->band[0] == '\0' ? feel_value_null :
	    feel_value_text(f->band));
	put(a, &all, "completed", feel_temporal_moment(a, f->since,
	    cx->conf != NULL ? cx->conf->timezone : cx->zone));
	put(a, &all, "answers", answers(cx, a, d, f));
	return feel_value_made(a, &all);
}

struct feel_value
filled_feel(struct ctx *cx, struct arena *a, const struct dossier *d,
    int64_t within)
{
	struct feel_value_entries all = { 0 };
	struct filled *f, *list;

	if (store_filled_rules(cx, d, &list) != OK ||
	    store_filled_answers(cx, d, list, 0) != OK)
		return feel_value_null;
	for (f = list; f != NULL; f = f->next)
		if (f->state == FILLED_COMPLETE && (f->compartment == 0 ||
		    within == FILLED_FEEL_ALL || f->compartment == within))
			put(a, &all, f->code, one(cx, a, d, f));
	return feel_value_made(a, &all);
}

enum err
filled_feel_hidden(struct ctx *cx, const struct dossier *d,
    const char *inputs, bool *out)
{
	const struct json_tree *t;
	struct filled *f;
	const char *why;
	enum err e;

	*out = false;
	if (strstr(inputs, "\"" DECISION_MODEL_FORMS "\"") == NULL)
		return OK;
	if ((e = store_filled_hidden(cx, d, &f)) != OK || f == NULL)
		return e;
	t = json_tree_read(cx->arena, inputs, strlen(inputs), &why);
	if (t != NULL)
		t = json_tree_member(t, DECISION_MODEL_FORMS);
	for (; t != NULL && f != NULL; f = f->next)
		*out |= json_tree_member(t, f->code) != NULL;
	return OK;
}
