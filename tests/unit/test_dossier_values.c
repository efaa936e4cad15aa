/* SPDX-License-Identifier: MIT */
/* Fields that come in rows: each row by itself, and for good. */
#include "check.h"
#include "domain/course/dossier_change.h"
#include "domain/course/dossier_load.h"
#include "domain/dossier/dossier.h"
#include "domain/dossier/dossier_values.h"
#include "domain/type/casetype.h"
#include "store/db.h"
#include "world.h"

static struct dossier *d;

static void
start(void)
{
	given();
	as("mia");
	CHECK(dossier_open(&cx, "C-2026-10000061", LEVEL_READ, &d) == OK);
	CHECK(dossier_load(&cx, d) == OK);
}

/* One field of a row, put before others. */
static struct value *
with(struct value *others, const char *field, int64_t no, const char *text)
{
	struct value *v = arena_alloc(cx.arena, sizeof(*v));

	*v = (struct value){ others, field, text, no };
	return v;
}

static enum err
save(struct value *v)
{
	struct dossier_change c = { .title = d->title, .values = v,
	    .version = d->version, .why = "" };

	cx.mistakes = NULL;
	return dossier_change(&cx, d, &c);
}

static const char *
text(const char *field, int64_t no)
{
	return casetype_value_text(d->values, field, no);
}

static void
rows_follow_the_last_one_without_a_gap(void)
{
	start();
	CHECK(save(with(with(with(with(NULL, "item", 5, "Cup"), "item", 3,
	    "Kettle"), "price", 3, "30"), "item", 1, "")) == OK);
	CHECK_TEXT(text("item", 1), "Kettle");
	CHECK_TEXT(text("price", 1), "3000 EUR");
	CHECK_TEXT(text("item", 2), "Cup");
	CHECK(world_int("SELECT count(*) FROM field_value"
	    " WHERE field IN ('item', 'price')") == 3);
	CHECK_TEXT(dossier_value(d, "item"), "");
}

static void
a_row_keeps_its_number(void)
{
	start();
	CHECK(save(with(with(NULL, "item", 2, "Cup"), "item", 1,
	    "Kettle")) == OK);
	CHECK(save(with(NULL, "item", 1, "")) == OK);
	CHECK_TEXT(text("item", 2), "Cup");
	CHECK(save(with(NULL, "item", 3, "Spoon")) == OK);
	CHECK_TEXT(text("item", 3), "Spoon");
	CHECK(casetype_value_row(d->type, d->values, d->type->groups, 0) ==
	    2);
}

static void
what_a_row_needs_it_needs_by_itself(void)
{
	start();
	CHECK(save(with(with(NULL, "item", 1, "Kettle"), "price", 2,
	    "12")) == ERR_INVALID);
	CHECK_TEXT(cx.mistakes->field, "f.item.2");
	CHECK(cx.mistakes->next == NULL);
	CHECK(save(with(with(NULL, "item", 1, "Kettle"), "price", 1,
	    "a lot")) == ERR_INVALID);
	CHECK_TEXT(cx.mistakes->field, "f.price.1");
	CHECK(save(with(NULL, "item", 1, "Kettle")) == OK);
	CHECK(save(with(with(NULL, "item", 1, ""), "price", 1, "5")) ==
	    ERR_INVALID);
	CHECK_TEXT(cx.mistakes->field, "f.item.1");
}

static void
there_are_not_more_rows_than_the_type_says(void)
{
	struct value *v = NULL;
	int64_t i;

	start();
	for (i = 1; i <= 21; i++)
		v = with(v, "item", i, "Cup");
	CHECK(save(v) == ERR_INVALID);
	CHECK_TEXT(cx.mistakes->field, "f.bought");
	CHECK_TEXT(cx.mistakes->text,
	    "There may be only 20 rows here. Remove some.");
	CHECK(save(v->next) == OK);
}

/* A type of one group, made here: none that ships wants two rows. */
static enum err
fit(bool later, const struct value *stored, const struct value *typed,
    bool whole)
{
	const struct type_group g = { .code = "bought", .later = later,
	    .least = 2, .most = 3 };
	const struct type_field item = { .code = "item", .group = &g,
	    .kind = VALUE_TEXT, .max = 10, .later = later };
	const struct casetype type = { .fields = &item, .groups = &g };
	struct dossier_values *out;

	cx.mistakes = NULL;
	return dossier_values_fit(&cx, &type, stored, typed, whole, &out);
}

static void
a_group_may_want_rows(void)
{
	struct value *one, *two;

	start();
	one = with(NULL, "item", 1, "Cup");
	two = with(one, "item", 2, "Kettle");
	CHECK(fit(false, NULL, NULL, true) == ERR_INVALID);
	CHECK_TEXT(cx.mistakes->field, "f.bought");
	CHECK_TEXT(cx.mistakes->text, "Fill in at least 2 rows.");
	CHECK(fit(false, NULL, one, true) == ERR_INVALID);
	CHECK(fit(false, NULL, two, true) == OK);
	/* what is found out later is not asked at first */
	CHECK(fit(true, NULL, NULL, true) == OK);
	CHECK(fit(true, NULL, one, true) == ERR_INVALID);
	/* what was too few before stands in nobody's way, but gets no less */
	CHECK(fit(false, one, NULL, false) == OK);
	CHECK(fit(false, two, with(NULL, "item", 2, ""), false) ==
	    ERR_INVALID);
}

static void
a_value_without_a_row_is_in_the_first(void)
{
	start();
	CHECK(save(with(NULL, "item", 0, "Kettle")) == OK);
	CHECK_TEXT(text("item", 1), "Kettle");
	CHECK(save(with(NULL, "subject", 1, "other")) == ERR_REQUEST);
}

static void
another_type_takes_no_rows_of_a_group_it_lacks(void)
{
	start();
	CHECK(dossier_open(&cx, "C-2026-10000079", LEVEL_READ, &d) == OK);
	CHECK(save(with(with(NULL, "item", 2, "Cup"), "item", 1,
	    "Kettle")) == OK);
	as("tom");
	CHECK(world_int("SELECT count(*) FROM field_value"
	    " WHERE field = 'item'") == 2);
	as("sue");
	CHECK(dossier_open(&cx, "C-2026-10000079", LEVEL_READ, &d) == OK);
	CHECK(dossier_accept(&cx, d, "permit", "",
	    world_scope("permit", "south"), 0) == OK);
	CHECK(world_int("SELECT count(*) FROM field_value"
	    " WHERE field = 'item'") == 0);
}

int
main(void)
{
	RUN(rows_follow_the_last_one_without_a_gap);
	RUN(a_row_keeps_its_number);
	RUN(what_a_row_needs_it_needs_by_itself);
	RUN(there_are_not_more_rows_than_the_type_says);
	RUN(a_group_may_want_rows);
	RUN(a_value_without_a_row_is_in_the_first);
	RUN(another_type_takes_no_rows_of_a_group_it_lacks);
	return DONE;
}
