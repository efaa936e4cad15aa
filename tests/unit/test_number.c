/* SPDX-License-Identifier: MIT */
#include "check.h"
#include "text/number.h"

static struct arena *a;
static int64_t n;

static void
each_language_groups_and_points(void)
{
	CHECK_TEXT(number_text(a, "en", 825000, 2), "8,250.00");
	CHECK_TEXT(number_text(a, "de", 825000, 2), "8.250,00");
	CHECK_TEXT(number_text(a, "fr", 825000, 2), "8\xe2\x80\xaf" "250,00");
	CHECK_TEXT(number_text(a, "it", 123456789, 0), "123.456.789");
	CHECK_TEXT(number_text(a, "pt", -5, 2), "-0,05");
	CHECK_TEXT(number_text(a, "ja", 1000, 0), "1,000");
	CHECK_TEXT(number_text(a, "en", 0, 0), "0");
	CHECK_TEXT(number_text(a, "en", 999, 0), "999");
	CHECK_TEXT(number_text(a, "en", INT64_MIN, 6),
	    "-9,223,372,036,854.775808");
	CHECK_TEXT(number_plain(a, 825000, 2), "8250.00");
	CHECK_TEXT(number_plain(a, INT64_MAX, 0), "9223372036854775807");
}

static void
money_has_the_decimals_of_its_currency(void)
{
	CHECK_TEXT(number_money(a, "en", 825000, "EUR"), "8,250.00\xc2\xa0"
	    "EUR");
	CHECK_TEXT(number_money(a, "ja", 825000, "JPY"), "825,000\xc2\xa0"
	    "JPY");
	CHECK_TEXT(number_money(a, "en", 1234, "KWD"), "1.234\xc2\xa0" "KWD");
	CHECK(number_minor("EUR") == 2);
	CHECK(number_minor("JPY") == 0);
	CHECK(number_minor("XQZ") == -1);
	CHECK(number_minor("eur") == -1);
	CHECK(number_minor("EURO") == -1);
	CHECK(number_minor("") == -1);
}

static void
bytes_are_rounded_for_people(void)
{
	CHECK_TEXT(number_bytes(a, "en", 0), "0\xc2\xa0" "B");
	CHECK_TEXT(number_bytes(a, "en", 999), "999\xc2\xa0" "B");
	CHECK_TEXT(number_bytes(a, "fr", 1234567), "1,2\xc2\xa0Mo");
	CHECK_TEXT(number_bytes(a, "en", 52428800), "52\xc2\xa0MB");
	CHECK_TEXT(number_bytes(a, "en", 999999), "1.0\xc2\xa0MB");
	CHECK(strlen(number_bytes(a, "en", INT64_MAX)) > 0);
}

static void
a_number_is_read_as_its_language_writes_it(void)
{
	CHECK(number_parse("en", "8,250.00", 2, &n) && n == 825000);
	CHECK(number_parse("de", "8.250,00", 2, &n) && n == 825000);
	CHECK(number_parse("de", "8250", 2, &n) && n == 825000);
	CHECK(number_parse("fr", "8 250,5", 2, &n) && n == 825050);
	CHECK(number_parse("fr", "8\xe2\x80\xaf" "250,5", 2, &n) &&
	    n == 825050);
	CHECK(number_parse("it", "-1.234.567", 0, &n) && n == -1234567);
	CHECK(number_parse("pt", " 0,05 ", 2, &n) && n == 5);
	CHECK(number_parse("ja", "１，２３４．５", 1, &n) && n == 12345);
	CHECK(number_parse("de", "8'250,00", 2, &n) && n == 825000);
	CHECK(number_parse("en", "\xe2\x88\x92" "3", 0, &n) && n == -3);
	CHECK(number_parse("en", "1.500", 2, &n) && n == 150);
}

static void
what_could_mean_two_things_is_refused(void)
{
	CHECK(!number_parse("en", "8.250,00", 2, &n));
	CHECK(!number_parse("de", "8,250.00", 2, &n));
	CHECK(!number_parse("en", "1,5", 2, &n));	/* not 15 */
	CHECK(!number_parse("de", "1.5", 2, &n));
	CHECK(!number_parse("en", "12,34,567", 0, &n));
	CHECK(!number_parse("en", "1234,567", 0, &n));
	CHECK(!number_parse("en", "1.005", 2, &n));
	CHECK(!number_parse("en", "", 2, &n));
	CHECK(!number_parse("en", "-", 2, &n));
	CHECK(!number_parse("en", ".5", 2, &n));
	CHECK(!number_parse("en", "5.", 2, &n));
	CHECK(!number_parse("en", "1e3", 2, &n));
	CHECK(!number_parse("en", "0x10", 0, &n));
	CHECK(!number_parse("en", "1 2", 0, &n));
}

static void
the_largest_numbers_fit_and_no_larger(void)
{
	CHECK(number_plain_parse("9223372036854775807", 0, &n) &&
	    n == INT64_MAX);
	CHECK(number_plain_parse("-9223372036854775808", 0, &n) &&
	    n == INT64_MIN);
	CHECK(!number_plain_parse("9223372036854775808", 0, &n));
	CHECK(!number_plain_parse("92233720368547758.08", 2, &n));
	CHECK(!number_plain_parse("1,000", 0, &n));
	CHECK(!number_plain_parse(" 1", 0, &n));
	CHECK(number_plain_parse("8250.00", 2, &n) && n == 825000);
}

int
main(void)
{
	a = arena_new();
	RUN(each_language_groups_and_points);
	RUN(money_has_the_decimals_of_its_currency);
	RUN(bytes_are_rounded_for_people);
	RUN(a_number_is_read_as_its_language_writes_it);
	RUN(what_could_mean_two_things_is_refused);
	RUN(the_largest_numbers_fit_and_no_larger);
	arena_free(a);
	return DONE;
}
