/* SPDX-License-Identifier: MIT */
/* How texts of people get into filters. */
#include "directory/ldapentry.h"

#include "check.h"

static struct arena *a;

static void
a_name_is_escaped(void)
{
	CHECK_TEXT(ldapentry_filter(a, "(uid=%s)", "mia", NULL),
	    "(uid=mia)");
	CHECK_TEXT(ldapentry_filter(a, "(uid=%s)", "*", NULL),
	    "(uid=\\2A)");
	CHECK_TEXT(ldapentry_filter(a, "(uid=%s)", "x)(|(uid=*", NULL),
	    "(uid=x\\29\\28|\\28uid=\\2A)");
	CHECK_TEXT(ldapentry_filter(a, "(uid=%s)", "a\\b", NULL),
	    "(uid=a\\5Cb)");
	CHECK_TEXT(ldapentry_filter(a, "(uid=%s)", "", NULL), "(uid=)");
}

static void
both_texts_have_their_places(void)
{
	CHECK_TEXT(ldapentry_filter(a, "(|(uid=%s)(mail=%s))", "x", NULL),
	    "(|(uid=x)(mail=x))");
	CHECK_TEXT(ldapentry_filter(a, "(|(member=%s)(memberUid=%u))",
	    "uid=x,dc=y", "x"), "(|(member=uid=x,dc=y)(memberUid=x))");
	CHECK_TEXT(ldapentry_filter(a, "(uid=%s)(x=%u)", "%u", "%s"),
	    "(uid=%u)(x=%s)");
	CHECK_TEXT(ldapentry_filter(a, "(a=%d)(b=%s", "x", NULL),
	    "(a=%d)(b=x");
}

static void
everybody_is_a_star(void)
{
	CHECK_TEXT(ldapentry_every(a, "(&(objectClass=person)(uid=%s))"),
	    "(&(objectClass=person)(uid=*))");
	CHECK_TEXT(ldapentry_every(a, "(|(uid=%s)(mail=%s))"),
	    "(|(uid=*)(mail=*))");
}

static void
an_id_is_a_text_or_sixteen_bytes(void)
{
	CHECK_TEXT(ldapentry_id_filter(a, "entryUUID", "e6aa5086-18ef"),
	    "(entryUUID=e6aa5086-18ef)");
	CHECK_TEXT(ldapentry_id_filter(a, "entryUUID", "*"),
	    "(entryUUID=\\2A)");
	CHECK_TEXT(ldapentry_id_filter(a, "objectGUID", "00ff10"),
	    "(objectGUID=\\00\\ff\\10)");
}

int
main(void)
{
	a = arena_new();
	RUN(a_name_is_escaped);
	RUN(both_texts_have_their_places);
	RUN(everybody_is_a_star);
	RUN(an_id_is_a_text_or_sixteen_bytes);
	arena_free(a);
	return DONE;
}
