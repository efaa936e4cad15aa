/* SPDX-License-Identifier: MIT */
/*
 * Any bytes as JSON: refused with a reason, or read; what was read is written
 * again, and that reads as the same.
 */
#include "base/json_out.h"
#include "base/json_tree.h"
#include "fuzz/replay.h"

int	LLVMFuzzerTestOneInput(const uint8_t *, size_t);

static void
write_tree(struct json_out *o, const struct json_tree *t)
{
	const struct json_tree *m;
	bool list = t->kind == JSON_TREE_LIST;

	if (t->name != NULL)
		json_out_name(o, t->name);
	switch (t->kind) {
	case JSON_TREE_NULL:
		json_out_null(o);
		break;
	case JSON_TREE_FALSE:
	case JSON_TREE_TRUE:
		json_out_flag(o, t->kind == JSON_TREE_TRUE);
		break;
	case JSON_TREE_NUMBER:
		json_out_number(o, t->text);
		break;
	case JSON_TREE_TEXT:
		json_out_textn(o, t->text, t->len);
		break;
	case JSON_TREE_LIST:
	case JSON_TREE_OBJECT:
		json_out_open(o, list ? '[' : '{');
		for (m = t->first; m != NULL; m = m->next)
			write_tree(o, m);
		json_out_close(o, list ? ']' : '}');
	}
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct arena *a = arena_new();
	struct buf once = { 0 }, twice = { 0 };
	struct json_out to_once = { .to = &once }, to_twice = { .to = &twice };
	const char *why = NULL;
	struct json_tree *t;

	t = json_tree_read(a, (const char *)data, size, &why);
	if (t == NULL && why == NULL)
		abort();
	if (t != NULL) {
		write_tree(&to_once, t);
		t = json_tree_read(a, once.data, once.len, &why);
		if (t == NULL)
			abort();
		write_tree(&to_twice, t);
		if (strcmp(once.data, twice.data) != 0)
			abort();
	}
	buf_free(&once);
	buf_free(&twice);
	arena_free(a);
	return 0;
}

#ifndef LIBFUZZER
static void
any_bytes_are_refused_or_read_as_they_are_written(void)
{
	CHECK(replay("json", 500, LLVMFuzzerTestOneInput) > 8);
}

int
main(void)
{
	RUN(any_bytes_are_refused_or_read_as_they_are_written);
	return DONE;
}
#endif
