/* SPDX-License-Identifier: MIT */
/* How texts of people get into filters. */
#include "directory/ldapentry.h"

#include "check.h"
#include "directory/ldapgroup.h"
#include "directory/ldapverdict.h"

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

static void
the_primary_group_has_the_persons_sid_but_for_its_end(void)
{
	/* S-1-5-21-545272109-3040256195-3300512625-1104 */
	static const unsigned char sid[] = {
		1, 5, 0, 0, 0, 0, 0, 5, 21, 0, 0, 0, 0x2d, 0x2d, 0x80, 0x20,
		0xc3, 0xa0, 0x36, 0xb5, 0x71, 0xdb, 0xb9, 0xc4,
		0x50, 0x04, 0, 0
	};

	CHECK_TEXT(ldapentry_sid(a, sid, sizeof(sid), "513"),
	    "S-1-5-21-545271085-3040256195-3300514673-513");
	CHECK_TEXT(ldapentry_sid(a, sid, sizeof(sid) - 1, "513"), "");
	CHECK_TEXT(ldapentry_sid(a, sid, 8, "513"), "");
	CHECK_TEXT(ldapentry_sid(a, sid, 0, "513"), "");
	CHECK_TEXT(ldapentry_sid(a, sid, sizeof(sid), ""), "");
	CHECK_TEXT(ldapentry_sid(a, sid, sizeof(sid), "5)(cn=*"), "");
}

static void
a_chain_is_asked_of_the_dn_alone(void)
{
	CHECK_TEXT(ldapgroup_chain(a, "(&(objectClass=group)(member=%s))"),
	    "(&(objectClass=group)(member:1.2.840.113556.1.4.1941:=%s))");
	CHECK_TEXT(ldapgroup_chain(a, "(|(member=%s)(memberUid=%u))"),
	    "(|(member:1.2.840.113556.1.4.1941:=%s)(memberUid=%u))");
	CHECK_TEXT(ldapgroup_chain(a, "(member:1.2.840.113556.1.4.1941:=%s)"),
	    "(member:1.2.840.113556.1.4.1941:=%s)");
	CHECK_TEXT(ldapgroup_chain(a, ""), "");
}

static enum directory_word
said(const char *data)
{
	return ldapverdict_word(arena_printf(a, "80090308: LdapErr: "
	    "DSID-0C0903A9, comment: AcceptSecurityContext error, data %s, "
	    "v1db1", data));
}

static void
only_a_right_password_has_a_word(void)
{
	CHECK(said("532") == DIRECTORY_EXPIRED);
	CHECK(said("773") == DIRECTORY_RESET);
	CHECK(said("533") == DIRECTORY_SHUT);
	CHECK(said("701") == DIRECTORY_SHUT);
	CHECK(said("530") == DIRECTORY_HOURS);
	CHECK(said("531") == DIRECTORY_HOURS);
	CHECK(said("52e") == DIRECTORY_NOTHING);
	CHECK(said("525") == DIRECTORY_NOTHING);
	CHECK(said("775") == DIRECTORY_NOTHING);
	CHECK(said("5320") == DIRECTORY_NOTHING);
	CHECK(ldapverdict_word("") == DIRECTORY_NOTHING);
	CHECK(ldapverdict_word("data 532") == DIRECTORY_NOTHING);
}

int
main(void)
{
	a = arena_new();
	RUN(a_name_is_escaped);
	RUN(both_texts_have_their_places);
	RUN(everybody_is_a_star);
	RUN(an_id_is_a_text_or_sixteen_bytes);
	RUN(the_primary_group_has_the_persons_sid_but_for_its_end);
	RUN(a_chain_is_asked_of_the_dn_alone);
	RUN(only_a_right_password_has_a_word);
	arena_free(a);
	return DONE;
}
