/* SPDX-License-Identifier: MIT */
#include "base/count.h"
#include "check.h"
#include "domain/spine/dossier_number.h"
#include "world.h"

static void
check_digits_are_those_of_the_standard(void)
{
	CHECK(dossier_number_check("4839207") == '0');
	CHECK(dossier_number_check("1000006") == '1');
	CHECK(dossier_number_check("0794") == '5');	/* ISO 7064, annex */
}

static void
a_new_number_is_right_and_of_its_year(void)
{
	const char *n;
	int i;

	given();
	for (i = 0; i < 200; i++) {
		n = dossier_number_new(&cx, "C");
		CHECK(strncmp(n, "C-2026-", 7) == 0);
		CHECK(strlen(n) == 15);
		CHECK(dossier_number_ok(n));
	}
	CHECK(dossier_number_ok(dossier_number_person(&cx)));
}

static void
the_year_is_that_of_the_house(void)
{
	given();
	cx.now = INT64_C(1798758000);	/* 31 Dec 2026 23:00 UTC */
	cx.zone = "Asia/Tokyo";
	CHECK(strncmp(dossier_number_new(&cx, "C"), "C-2027-", 7) == 0);
	cx.zone = "UTC";
	CHECK(strncmp(dossier_number_new(&cx, "C"), "C-2026-", 7) == 0);
}

static void
every_wrong_digit_is_found(void)
{
	char n[] = "C-2026-48392070";
	size_t i;
	char right, c;

	CHECK(dossier_number_ok(n));
	for (i = 7; i < 15; i++) {
		right = n[i];
		for (c = '0'; c <= '9'; c++) {
			n[i] = c;
			CHECK(dossier_number_ok(n) == (c == right));
		}
		n[i] = right;
	}
}

static void
what_is_no_number_is_refused(void)
{
	static const char *const wrong[] = { "", "-", "C-2026-", "48392070",
	    "C-2026-4839207", "C-2026-483920700", "C-2026-4839207x",
	    "C-2026-48392070 ", "-48392070" };
	size_t i;

	for (i = 0; i < COUNT(wrong); i++)
		CHECK(!dossier_number_ok(wrong[i]));
}

static void
keys_of_pages_are_taken_apart(void)
{
	const char *number;
	int64_t no;

	given();
	CHECK(dossier_number_split(&cx, "C-2026-48392070.3", &number, &no));
	CHECK_TEXT(number, "C-2026-48392070");
	CHECK(no == 3);
	CHECK(!dossier_number_split(&cx, "", &number, &no));
	CHECK(!dossier_number_split(&cx, "C-2026-48392070", &number, &no));
	CHECK(!dossier_number_split(&cx, "C-2026-48392070.", &number, &no));
	CHECK(!dossier_number_split(&cx, "C-2026-48392070.3x", &number,
	    &no));
	CHECK(!dossier_number_split(&cx, "C-2026-48392070.-3", &number,
	    &no));
}

int
main(void)
{
	RUN(check_digits_are_those_of_the_standard);
	RUN(a_new_number_is_right_and_of_its_year);
	RUN(the_year_is_that_of_the_house);
	RUN(every_wrong_digit_is_found);
	RUN(what_is_no_number_is_refused);
	RUN(keys_of_pages_are_taken_apart);
	return DONE;
}
