/* SPDX-License-Identifier: MIT */
/* Joins fragments and numbers their values. */
#include "store/query.h"

#include <string.h>

#include "base/log.h"

int
query_value(struct query *y, struct db_arg value)
{
	if (y->n + 1 >= QUERY_ARGS)
		log_fatal("a list has more than %d values", QUERY_ARGS);
	y->args[++y->n] = value;
	return (int)y->n;
}

/* "$12" */
static void
add_value(struct query *y, struct db_arg value)
{
	char text[8], *s = text + sizeof(text);
	int n = query_value(y, value);

	do
		*--s = (char)('0' + n % 10);
	while ((n /= 10) > 0);
	*--s = '$';
	buf_add(&y->text, s, (size_t)(text + sizeof(text) - s));
}

void
query_add_args(struct query *y, const char *fragment,
    const struct db_arg *args, size_t n)
{
	const char *s = fragment, *mark;
	size_t used = 0;

	for (; (mark = strpbrk(s, "?#")) != NULL; s = mark + 1) {
		buf_add(&y->text, s, (size_t)(mark - s));
		if (*mark == '#') {
			buf_printf(&y->text, "%d", y->limit);
			continue;
		}
		if (used == n)
			log_fatal("a fragment wants more values: %s",
			    fragment);
		add_value(y, args[++used]);
	}
	buf_text(&y->text, s);
	if (used != n)
		log_fatal("a fragment got too many values: %s", fragment);
}

void
query_add_ids(struct query *y, const int64_t *ids, size_t n)
{
	size_t i, room = n <= 1 ? 1 : n <= 10 ? 10 : n <= 60 ? 60 : QUERY_IDS;

	if (n > QUERY_IDS)
		log_fatal("a list asks for %zu rows at once", n);
	for (i = 0; i < room; i++) {
		query_put(y, i == 0 ? "IN (" : ", ");
		add_value(y, db_i(i < n ? ids[i] : -1));
	}
	query_put(y, ")");
}

void
query_put(struct query *y, const char *constant)
{
	buf_text(&y->text, constant);
}

const char *
query_cut(struct ctx *cx, struct query *y)
{
	const char *text = y->text.len == 0 ? "" :
	    arena_textn(cx->arena, y->text.data, y->text.len);

	buf_reset(&y->text);
	return text;
}

void
query_run(struct ctx *cx, struct query *y, struct db_rows *q)
{
	const char *text = arena_textn(cx->arena, y->text.data, y->text.len);

	buf_free(&y->text);
	db_query_args(cx, q, text, arena_copy(cx->arena, y->args,
	    sizeof(y->args[0]) * (y->n + 1)), y->n);
}
