/* SPDX-License-Identifier: MIT */
#include <string.h>

#include "base/config.h"
#include "base/count.h"
#include "base/json_tree.h"
#include "check.h"
#include "domain/course/decision_show.h"
#include "domain/dossier/dossier.h"
#include "domain/dossier/dossier_look.h"
#include "domain/spine/sight.h"
#include "domain/type/casetype.h"
#include "model/right.h"
#include "store/store_unmask.h"
#include "world.h"

static struct config conf;

static struct type_field
field(enum field_class class, enum value_kind kind)
{
	return (struct type_field){ .code = "x", .kind = kind,
	    .class = class };
}

static enum sight
sees(unsigned int rights, enum field_class class)
{
	struct type_field f = field(class, VALUE_TEXT);

	cx.rights = rights;
	return sight_of(&cx, &f);
}

#define CLERK (RIGHT_SELF | RIGHT_STAFF | RIGHT_INTAKE)
#define MANAGER (CLERK | RIGHT_LEAD)
#define AUDITOR (RIGHT_SELF | RIGHT_STAFF | RIGHT_AUDIT)

static void
a_house(void)
{
	given();
	conf = (struct config){ .log_reads = "protected",
	    .timezone = "Europe/Berlin" };
	cx.conf = &conf;
}

static void
every_class_has_its_readers(void)
{
	static const struct {
		enum field_class class;
		enum sight clerk, manager, auditor, nobody;
	} rows[] = {
		{ CLASS_PUBLIC, SIGHT_FULL, SIGHT_FULL, SIGHT_FULL,
		    SIGHT_FULL },
		{ CLASS_PERSONAL, SIGHT_FULL, SIGHT_FULL, SIGHT_FULL,
		    SIGHT_FULL },
		{ CLASS_IDENTIFIER, SIGHT_FULL, SIGHT_FULL, SIGHT_MASKED,
		    SIGHT_NONE },
		{ CLASS_MEDICAL, SIGHT_NONE, SIGHT_FULL, SIGHT_NONE,
		    SIGHT_NONE },
		{ CLASS_PRIVILEGED, SIGHT_NONE, SIGHT_FULL, SIGHT_NONE,
		    SIGHT_NONE },
		{ CLASS_BANK, SIGHT_MASKED, SIGHT_FULL, SIGHT_MASKED,
		    SIGHT_NONE }
	};
	size_t i;

	a_house();
	for (i = 0; i < COUNT(rows); i++) {
		CHECK(sees(CLERK, rows[i].class) == rows[i].clerk);
		CHECK(sees(MANAGER, rows[i].class) == rows[i].manager);
		CHECK(sees(AUDITOR, rows[i].class) == rows[i].auditor);
		CHECK(sees(RIGHT_SELF | RIGHT_ADMIN, rows[i].class) ==
		    rows[i].nobody);
		CHECK(sees(0, rows[i].class) == rows[i].nobody);
	}
}

static void
the_house_says_otherwise(void)
{
	a_house();
	conf.classes[CLASS_BANK] = (struct config_class){
	    .full = "clerk auditor", .masked = "" };
	CHECK(sees(CLERK, CLASS_BANK) == SIGHT_FULL);
	CHECK(sees(AUDITOR, CLASS_BANK) == SIGHT_FULL);
	conf.classes[CLASS_BANK] = (struct config_class){ .full = "",
	    .masked = "auditor" };
	CHECK(sees(MANAGER, CLASS_BANK) == SIGHT_NONE);
	CHECK(sees(AUDITOR, CLASS_BANK) == SIGHT_MASKED);
	/* a role is its whole word */
	conf.classes[CLASS_BANK] = (struct config_class){ .full = "man",
	    .masked = "managers" };
	CHECK(sees(MANAGER, CLASS_BANK) == SIGHT_NONE);
	conf.classes[CLASS_MEDICAL].masked = "*";
	CHECK(sees(CLERK, CLASS_MEDICAL) == SIGHT_MASKED);
	CHECK(sees(RIGHT_SELF | RIGHT_ADMIN, CLASS_MEDICAL) == SIGHT_NONE);
}

/* Whatever the value, a mask has at most its last four characters, and
 * those only where more than as many again stay hidden. */
static void
a_mask_tells_four_characters_at_most(void)
{
	static const char *const values[] = { "", "1", "4711", "12345678",
	    "123456789", "DE89370400440532013000", "Übergröße 東京都港区",
	    "ありがとうございます" };
	struct type_field f = field(CLASS_BANK, VALUE_TEXT);
	struct type_field l = field(CLASS_BANK, VALUE_LINES);
	struct type_field m = field(CLASS_MEDICAL, VALUE_TEXT);
	size_t i;

	a_house();
	cx.rights = CLERK;
	for (i = 0; i < COUNT(values); i++) {
		CHECK_TEXT(casetype_show(&cx, &l, values[i]),
		    i == 0 ? "" : "•••");
		CHECK_TEXT(casetype_show(&cx, &m, values[i]),
		    i == 0 ? "" : "•••");
		if (i > 0 && i < 4)
			CHECK_TEXT(casetype_show(&cx, &f, values[i]), "•••");
		CHECK_TEXT(casetype_write(&cx, &f, values[i]), values[i]);
	}
	CHECK_TEXT(casetype_show(&cx, &f, "123456789"), "•••6789");
	CHECK_TEXT(casetype_show(&cx, &f, values[5]), "•••3000");
	CHECK_TEXT(casetype_show(&cx, &f, values[6]), "•••京都港区");
	CHECK_TEXT(casetype_show(&cx, &f, values[7]), "•••ざいます");
}

/* Unmasked is what was masked, and nothing that is not shown at all. */
static void
a_clear_case_shows_what_was_masked(void)
{
	a_house();
	cx.clear = true;
	CHECK(sees(CLERK, CLASS_BANK) == SIGHT_FULL);
	CHECK(sees(CLERK, CLASS_MEDICAL) == SIGHT_NONE);
	cx.clear = false;
	CHECK(sees(CLERK, CLASS_BANK) == SIGHT_MASKED);
}

/* A dossier whose type has a field of this class, and a plain one. */
static struct dossier *
guarded(const char *number, enum field_class class)
{
	struct casetype *t = arena_alloc(cx.arena, sizeof(*t));
	struct type_field *f = arena_alloc(cx.arena, 2 * sizeof(*f));
	struct dossier *d = opened_as("mia", number);

	f[0] = field(class, VALUE_TEXT);
	f[0].next = &f[1];
	f[1] = field(CLASS_PERSONAL, VALUE_TEXT);
	*t = *d->type;
	t->fields = f;
	t->guarded = true;
	d->type = t;
	return d;
}

static bool
clear_after(const struct dossier *first, const struct dossier *second)
{
	cx.clear = cx.entered = false;
	CHECK(sight_enter(&cx, first) == OK);
	CHECK(second == NULL || sight_enter(&cx, second) == OK);
	return cx.clear;
}

/* A page of two cases is clear where both are; none is without a session. */
static void
only_what_was_unmasked_is_clear(void)
{
	static const unsigned char session[32] = { 1 };
	struct dossier *d, *other;

	a_house();
	d = guarded("C-2026-10000061", CLASS_BANK);
	other = guarded("C-2026-10000079", CLASS_BANK);
	cx.session = session;
	CHECK(!clear_after(d, NULL));
	CHECK(store_unmask_add(&cx, d, cx.now + 10) == OK);
	CHECK(clear_after(d, NULL) && clear_after(d, d));
	CHECK(!clear_after(other, NULL));
	CHECK(!clear_after(d, other) && !clear_after(other, d));
	CHECK(store_unmask_add(&cx, other, cx.now + 5) == OK);
	CHECK(clear_after(d, other));
	later(5);
	CHECK(!clear_after(d, other) && clear_after(d, NULL));
	cx.session = NULL;
	CHECK(!clear_after(d, NULL));
	cx.clear = cx.entered = false;
}

static void
nothing_is_unmasked_where_nothing_is_masked(void)
{
	static const unsigned char session[32] = { 1 };
	struct dossier *d;

	a_house();
	d = guarded("C-2026-10000061", CLASS_BANK);
	cx.session = session;
	cx.rights = MANAGER;		/* who reads it in full */
	CHECK(sight_unmask(&cx, d, "So.") == ERR_CONFLICT);
	cx.rights = CLERK;
	CHECK(sight_unmask(&cx, d, "So.") == OK);
	cx.session = NULL;
	CHECK(sight_unmask(&cx, d, "So.") == ERR_CONFLICT);
}

/* Who reads a guarded field in full is on record, each dossier once. */
static void
a_reading_in_full_is_on_record(void)
{
	struct dossier *d;

	a_house();
	d = guarded("C-2026-10000061", CLASS_MEDICAL);
	cx.reading = "/dossiers/{number}";
	cx.rights = CLERK;
	CHECK(!sight_any(&cx, d->type, SIGHT_FULL));
	dossier_look(&cx, d);
	CHECK(cx.looks == NULL);
	cx.rights = MANAGER;
	dossier_look(&cx, d);
	dossier_look(&cx, d);
	CHECK(cx.looks != NULL && cx.looks->next == NULL);
	cx.reading = NULL;
	cx.looks = NULL;
}

/* What a table looked at is told by its why-page. */
static void
a_decision_tells_no_guarded_input(void)
{
	static const struct json_tree chosen = { .kind = JSON_TREE_TEXT,
	    .text = "cancer", .len = 6 };
	static const struct json_tree unfit = { .kind = JSON_TREE_NUMBER,
	    .text = "17" };
	struct type_field f = field(CLASS_MEDICAL, VALUE_CHOICE);

	a_house();
	cx.rights = CLERK;
	CHECK_TEXT(decision_show_value(&cx, &f, &chosen), sight_dots);
	f.kind = VALUE_DATE;
	CHECK_TEXT(decision_show_value(&cx, &f, &unfit), sight_dots);
	cx.rights = MANAGER;
	CHECK_TEXT(decision_show_value(&cx, &f, &unfit), "17");
}

static void
nobody_finds_a_case_by_a_guarded_value(void)
{
	struct type_field f = field(CLASS_BANK, VALUE_TEXT);
	struct casetype_columns c;

	a_house();
	CHECK(casetype_columns(&cx, &f, "DE89370400440532013000", &c) == OK);
	CHECK_TEXT(c.words, "");
	f.class = CLASS_PERSONAL;
	CHECK(casetype_columns(&cx, &f, "DE89370400440532013000", &c) == OK);
	CHECK_TEXT(c.words, "DE89370400440532013000");
}

int
main(void)
{
	RUN(every_class_has_its_readers);
	RUN(the_house_says_otherwise);
	RUN(a_mask_tells_four_characters_at_most);
	RUN(a_clear_case_shows_what_was_masked);
	RUN(only_what_was_unmasked_is_clear);
	RUN(nothing_is_unmasked_where_nothing_is_masked);
	RUN(a_reading_in_full_is_on_record);
	RUN(a_decision_tells_no_guarded_input);
	RUN(nobody_finds_a_case_by_a_guarded_value);
	return DONE;
}
