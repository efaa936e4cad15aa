/* SPDX-License-Identifier: MIT */
/*
 * Any bytes as a model of decisions: it is read and compiled with faults, or
 * without, its tables are examined, and every decision of it comes to an end,
 * with a derivation that can be read again.
 */
#include "base/json_tree.h"
#include "fuzz/replay.h"
#include "rules/dmn/dmn_check.h"
#include "rules/dmn/dmn_why.h"
#include "rules/feel/feel_number.h"
#include "xml/xml_dmn.h"

int	LLVMFuzzerTestOneInput(const uint8_t *, size_t);

/* What an element needs: numbers, whatever is wanted. */
static struct feel_value
inputs(struct arena *a, const struct dmn *dmn, const struct dmn_element *e)
{
	struct feel_value_entries all = { 0 };
	const struct feel_member *needs;
	size_t i, n = dmn_needs(a, dmn, e, &needs);

	for (i = 0; i < n; i++)
		feel_value_put(a, &all, needs[i].name, feel_number_of(
		    (int64_t)i + 2));
	return feel_value_made(a, &all);
}

/* A derivation is kept as JSON, and read again by pages. */
static void
tell(struct arena *a, const struct dmn_step *why)
{
	struct buf b = { 0 };
	struct json_out o = { .to = &b };
	const char *reason;

	dmn_why_json(a, &o, why, NULL);
	if (json_tree_read(a, b.data, b.len, &reason) == NULL)
		abort();
	buf_reset(&b);
	dmn_why_text(a, &b, why);
	buf_free(&b);
}

static void
decide(struct arena *a, const struct dmn *dmn, const struct dmn_element *e)
{
	struct dmn_step *why = NULL;
	struct feel_eval ev;
	struct feel_value v;
	bool errors;

	feel_eval_start(&ev, a, 1795521600, "Europe/Zurich");
	ev.steps = 20000;
	ev.bytes = arena_size(a) + (8U << 20);
	v = dmn_decide(dmn, &ev, e, inputs(a, dmn, e), &errors, &why);
	if (!ev.stopped)
		(void)feel_value_write(a, v);
	if (why != NULL)
		tell(a, why);
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct arena *a = arena_new();
	struct dmn_fault *faults = NULL;
	const struct dmn_element *e;
	struct dmn_model *model;
	struct dmn *dmn;

	model = xml_dmn_read(a, "any.dmn", (const char *)data, size, &faults);
	if (model == NULL && faults == NULL)
		abort();
	if (model != NULL) {
		dmn = dmn_compile(a, model, NULL, &faults);
		dmn_check(a, dmn, &faults);
		for (e = model->elements; e != NULL; e = e->next)
			if (e->kind == DMN_DECISION ||
			    e->kind == DMN_KNOWLEDGE || e->kind == DMN_SERVICE)
				decide(a, dmn, e);
	}
	arena_free(a);
	return 0;
}

#ifndef LIBFUZZER
static void
any_model_is_refused_or_decides(void)
{
	CHECK(replay("dmn", 200, LLVMFuzzerTestOneInput) > 20);
}

int
main(void)
{
	RUN(any_model_is_refused_or_decides);
	return DONE;
}
#endif
