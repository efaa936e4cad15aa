/* SPDX-License-Identifier: MIT */
/* Values of the fields of a type: typed, kept, shown, in six languages. */
#include "check.h"
#include "domain/type/casetype.h"
#include "store/db.h"
#include "unit/world.h"

static const struct casetype *type;

static void
start(const char *lang)
{
	given();
	as("mia");
	cx.lang = lang;
	cx.mistakes = NULL;
	CHECK(casetype_current(&cx, "complaint", &type) == OK);
}

/* What is kept of what was typed; the sentence when it was refused. */
static const char *
kept(const char *field, const char *typed)
{
	const char *out;

	cx.mistakes = NULL;
	if (casetype_value(&cx, casetype_field(type, field), typed, &out) !=
	    OK)
		return cx.mistakes == NULL ? "refused" : cx.mistakes->text;
	return out;
}

static const char *
shown(const char *field, const char *canonical)
{
	return casetype_show(&cx, casetype_field(type, field), canonical);
}

static void
money_is_typed_as_the_language_writes_it(void)
{
	start("en");
	CHECK_TEXT(kept("amount", "8,250.00"), "825000 EUR");
	CHECK_TEXT(kept("amount", " 12 "), "1200 EUR");
	CHECK_TEXT(kept("amount", "1,000 JPY"), "1000 JPY");
	CHECK_TEXT(kept("amount", "CHF 12.5"), "1250 CHF");
	CHECK_TEXT(kept("amount", ""), "");
	start("de");
	CHECK_TEXT(kept("amount", "8.250,00"), "825000 EUR");
	CHECK_TEXT(casetype_input(&cx, casetype_field(type, "amount"),
	    "825000 EUR"), "8.250,00");
	CHECK_TEXT(casetype_input(&cx, casetype_field(type, "amount"),
	    "1000 JPY"), "1.000 JPY");
}

static void
what_is_no_amount_is_refused_beside_its_field(void)
{
	start("en");
	CHECK_TEXT(kept("amount", "a lot"), "“a lot” is no amount; write it "
	    "like 1,250.50.");
	CHECK_TEXT(cx.mistakes->field, "f.amount");
	CHECK_TEXT(kept("amount", "12 XQQ"), "“XQQ” is no currency; write "
	    "its three letters, for example EUR.");
	CHECK(strstr(kept("amount", "1.005"), "no amount") != NULL);
	CHECK(strstr(kept("amount", "99999999999999999999"),
	    "no amount") != NULL);
}

static void
every_kind_refuses_what_it_is_not(void)
{
	char huge[300];

	start("en");
	CHECK_TEXT(kept("incident", "2026-02-30"), "“2026-02-30” is no "
	    "date.");
	CHECK_TEXT(kept("subject", "weather"), "“weather” is not among the "
	    "choices.");
	CHECK_TEXT(kept("satisfaction", "10"), "10");
	CHECK_TEXT(kept("satisfaction", "11"), "Write a number from 1 to 10.");
	CHECK_TEXT(kept("satisfaction", "7.5"), "“7.5” is no whole number.");
	CHECK_TEXT(kept("vulnerable", "perhaps"), "A box is ticked or not.");
	memset(huge, 'x', sizeof(huge));
	huge[sizeof(huge) - 1] = '\0';
	CHECK_TEXT(kept("reference", huge), "This is too long: at most 80 "
	    "characters fit.");
	CHECK_TEXT(kept("reference", "a\xff"), "This is not readable text.");
	CHECK(casetype_current(&cx, "permit", &type) == OK);
	CHECK_TEXT(kept("responsible", "P-00000000"), "There is no person "
	    "with the number “P-00000000”.");
}

static void
what_is_right_is_kept_and_shown(void)
{
	start("en");
	CHECK_TEXT(kept("incident", "2026-11-24"), "2026-11-24");
	CHECK_TEXT(kept("subject", "billing"), "billing");
	CHECK_TEXT(kept("vulnerable", "1"), "1");
	CHECK_TEXT(kept("vulnerable", "0"), "");
	CHECK_TEXT(kept("satisfaction", "8"), "8");
	CHECK_TEXT(kept("findings", "one\r\ntwo"), "one\ntwo");
	CHECK_TEXT(kept("reference", "\tA  1 "), "A  1");
	CHECK_TEXT(shown("subject", "billing"), "Billing");
	CHECK_TEXT(shown("subject", "gone"), "gone");
	CHECK_TEXT(shown("vulnerable", "1"), "Yes");
	CHECK_TEXT(shown("vulnerable", ""), "");
	CHECK_TEXT(shown("satisfaction", "8"), "8");
	cx.lang = "ja";
	CHECK_TEXT(shown("subject", "billing"), "請求");
	CHECK_TEXT(casetype_word(&cx, type->phases, "risk"), "リスク");
	CHECK(casetype_current(&cx, "permit", &type) == OK);
	CHECK_TEXT(kept("responsible", "P-20000001"), "P-20000001");
	CHECK_TEXT(shown("responsible", "P-20000001"), "Élodie Weiß");
}

static struct casetype_columns
columns(const char *field, const char *canonical)
{
	struct casetype_columns c;

	CHECK(casetype_columns(&cx, casetype_field(type, field), canonical,
	    &c) == OK);
	return c;
}

static void
columns_hold_what_lists_and_search_need(void)
{
	struct casetype_columns c;

	start("en");
	c = columns("amount", "825000 EUR");
	CHECK(c.has_number && c.number == 825000);
	c = columns("place", "Zürich, Straße 3");
	CHECK_TEXT(c.key, "zurich, strasse 3");
	CHECK_TEXT(c.words, "Zürich, Straße 3");
	c = columns("subject", "billing");
	CHECK_TEXT(c.key, "billing");
	CHECK(!c.has_number && c.words[0] == '\0');
	c = columns("incident", "2026-11-24");
	CHECK_TEXT(c.date, "2026-11-24");
	CHECK(c.due == 0);
	cx.zone = "Europe/Zurich";
	c = columns("answer_by", "2026-11-24");
	CHECK(c.due == INT64_C(1795561199));
	CHECK(casetype_current(&cx, "permit", &type) == OK);
	c = columns("responsible", "P-20000001");
	CHECK(c.has_number && c.number == world_customer("P-20000001"));
}

static void
a_type_is_kept_by_version(void)
{
	const struct casetype *again, *all;

	start("en");
	CHECK(type->version == 1);
	CHECK(casetype_by_id(&cx, type->id, &again) == OK);
	CHECK_TEXT(again->code, "complaint");
	CHECK(casetype_current(&cx, "none", &again) == ERR_MISSING);
	CHECK(casetype_by_id(&cx, 12345, &again) == ERR_MISSING);
	CHECK(casetype_all(&cx, &all) == OK);
	CHECK_TEXT(all->code, "complaint");
	CHECK_TEXT(all->next->code, "permit");
	CHECK(all->next->next == NULL);
	CHECK(casetype_field(type, "nothing") == NULL);
}

int
main(void)
{
	RUN(money_is_typed_as_the_language_writes_it);
	RUN(what_is_no_amount_is_refused_beside_its_field);
	RUN(every_kind_refuses_what_it_is_not);
	RUN(what_is_right_is_kept_and_shown);
	RUN(columns_hold_what_lists_and_search_need);
	RUN(a_type_is_kept_by_version);
	return DONE;
}
