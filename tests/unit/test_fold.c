/* SPDX-License-Identifier: MIT */
#include <stdio.h>
#include <string.h>

#include "check.h"
#include "text/fold.h"

static struct arena *a;

static void
case_and_accents_do_not_count(void)
{
	CHECK_TEXT(fold(a, "  Évian \t les\nBains "), "evian les bains");
	CHECK_TEXT(fold(a, "MÜNCHEN"), "munchen");
	CHECK_TEXT(fold(a, "Mu\xcc\x88nchen"), "munchen");
	CHECK_TEXT(fold(a, "São Tomé"), "sao tome");
	CHECK_TEXT(fold(a, "Plain ASCII"), "plain ascii");
	CHECK_TEXT(fold(a, ""), "");
	CHECK_TEXT(fold(a, " \n "), "");
}

static void
sharp_s_is_ss(void)
{
	CHECK_TEXT(fold(a, "Straße"), "strasse");
	CHECK_TEXT(fold(a, "STRASSE"), "strasse");
	CHECK_TEXT(fold(a, "STRAẞE"), "strasse");
}

static void
width_does_not_count_but_voicing_does(void)
{
	CHECK_TEXT(fold(a, "ＡＢＣ１２"), "abc12");
	CHECK_TEXT(fold(a, "ｶﾞｲﾄﾞ"), "ガイド");
	CHECK(strcmp(fold(a, "か"), fold(a, "が")) != 0);
}

static void
one_letter_may_become_many(void)
{
	CHECK(strlen(fold(a, "\xef\xb7\xba\xef\xb7\xba\xef\xb7\xba")) > 60);
}

static void
broken_bytes_are_seen_and_survived(void)
{
	CHECK(fold_utf8_ok("日本", 6));
	CHECK(!fold_utf8_ok("日本", 5));
	CHECK(!fold_utf8_ok("a\0b", 3));
	CHECK(!fold_utf8_ok("\xc0\x80", 2));
	CHECK(!fold_utf8_ok("\xed\xa0\x80", 3));
	CHECK(!fold_utf8_ok("\xf4\x90\x80\x80", 4));
	CHECK(fold_utf8_ok("", 0));
	CHECK_TEXT(fold(a, "a\xff" "b"), "a\xef\xbf\xbd" "b");
}

static void
a_name_becomes_a_code(void)
{
	CHECK_TEXT(fold_code(a, " Wasser & Dämpfe! ", '_'), "wasser_dampfe");
	CHECK_TEXT(fold_code(a, "Wasser & Dämpfe", '-'), "wasser-dampfe");
	CHECK(strlen(fold_code(a, "屋根", '-')) == 9);
}

static void
characters_are_counted_not_bytes(void)
{
	CHECK(fold_length("日本語") == 3);
	CHECK(fold_length("été") == 3);
	CHECK(fold_length("") == 0);
}

static void
typed_text_is_tidied(void)
{
	CHECK_TEXT(fold_tidy(a, "  e\xcc\x81t\x01\xc3\xa9 ", false), "été");
	CHECK_TEXT(fold_tidy(a, "a\r\nb\rc\td", true), "a\nb\nc\td");
	CHECK_TEXT(fold_tidy(a, "a\r\nb\tc", false), "a  b c");
	CHECK_TEXT(fold_tidy(a, "a\xe2\x80\xae" "b\xef\xbb\xbf", true), "ab");
	CHECK_TEXT(fold_tidy(a, "\n\n", true), "");
	/* a title that nobody sees is none; an emoji keeps its joiners */
	CHECK_TEXT(fold_tidy(a, "\xe2\x80\x8b \xe2\x81\xa0", false), "");
	CHECK_TEXT(fold_tidy(a, "\xf0\x9f\x91\xa9\xe2\x80\x8d"
	    "\xf0\x9f\x91\xa7", false), "\xf0\x9f\x91\xa9\xe2\x80\x8d"
	    "\xf0\x9f\x91\xa7");
}

static void
words_are_split_and_japanese_goes_in_pairs(void)
{
	CHECK_TEXT(fold_words(a, "Water damage, Lindenweg 8!"),
	    "water damage lindenweg 8");
	CHECK_TEXT(fold_words(a, "東京都"), "東京 京都");
	CHECK_TEXT(fold_words(a, "水"), "水");
	CHECK_TEXT(fold_words(a, "苦情 A社"), "苦情 a 社");
	CHECK_TEXT(fold_words(a, "顧客ABC苦情"), "顧客 abc 苦情");
	CHECK_TEXT(fold_words(a, "𠮷野家"), "𠮷野 野家");
	CHECK_TEXT(fold_words(a, "サーバー"), "サー ーバ バー");
	CHECK_TEXT(fold_words(a, "..."), "");
	CHECK_TEXT(fold_words(a, "C-2026-48392070"), "c 2026 48392070");
}

static void
only_new_words_are_new(void)
{
	char known[8192], *p = known;
	int i;

	CHECK_TEXT(fold_words_new(a, "", "a b a c b"), "a b c");
	CHECK_TEXT(fold_words_new(a, "b", "a b a c b"), "a c");
	CHECK_TEXT(fold_words_new(a, "a b", "b a"), "");
	CHECK_TEXT(fold_words_new(a, " a  b ", " ab  b "), "ab");
	CHECK_TEXT(fold_words_new(a, "", ""), "");
	for (i = 0; i < 1000; i++)
		p += snprintf(p, 16, "w%d ", i);
	CHECK_TEXT(fold_words_new(a, known, "w999 w1000 w0 w500"), "w1000");
	CHECK(strlen(fold_words_new(a, "w1000", known)) ==
	    (size_t)(p - known) - 1);
}

static void
what_an_index_keeps_is_cut(void)
{
	char text[4000] = "";
	int i;

	for (i = 0; i < 600; i++)
		strcat(text, "ß水");
	CHECK(fold_length(fold_key(a, text)) == 250);
	CHECK_TEXT(fold_key(a, "Élan"), "elan");
	memset(text, 'x', 3000);
	text[3000] = '\0';
	CHECK(strlen(fold_words(a, text)) == 200);
	strcpy(text + 2998, " y");
	CHECK_TEXT(fold_words(a, text) + 200, " y");
}

int
main(void)
{
	a = arena_new();
	RUN(case_and_accents_do_not_count);
	RUN(sharp_s_is_ss);
	RUN(width_does_not_count_but_voicing_does);
	RUN(one_letter_may_become_many);
	RUN(broken_bytes_are_seen_and_survived);
	RUN(a_name_becomes_a_code);
	RUN(characters_are_counted_not_bytes);
	RUN(typed_text_is_tidied);
	RUN(words_are_split_and_japanese_goes_in_pairs);
	RUN(only_new_words_are_new);
	RUN(what_an_index_keeps_is_cut);
	arena_free(a);
	return DONE;
}
