/* SPDX-License-Identifier: MIT */
/* Whom a web server's word means. */
#include "check.h"
#include "web/session.h"
#include "wired.h"

static const struct route routes[] = { { 0 } };
static char first[400], second[400];

/* What two parameters of a request say. */
static const char *
named(const char *one, const char *two)
{
	static char *params[] = { first, second, NULL };

	snprintf(first, sizeof(first), "%s", one);
	snprintf(second, sizeof(second), "%s", two);
	wired(routes, "", 0, params);
	return session_remote(&rq);
}

static void
a_name_loses_its_realm_once(void)
{
	static const char realms[] = " @A.ORG  @B.ORG TOWN\\ ";
	struct arena *a = arena_new();

	CHECK_TEXT(session_remote_strip(a, "mia@A.ORG", realms), "mia");
	CHECK_TEXT(session_remote_strip(a, "mia@b.org", realms), "mia");
	CHECK_TEXT(session_remote_strip(a, "town\\mia", realms), "mia");
	CHECK_TEXT(session_remote_strip(a, "mia@C.ORG", realms), "mia@C.ORG");
	CHECK_TEXT(session_remote_strip(a, "TOWN\\mia@C.ORG", realms),
	    "mia@C.ORG");
	CHECK_TEXT(session_remote_strip(a, "mia@A.ORG@B.ORG", realms),
	    "mia@A.ORG");
	CHECK_TEXT(session_remote_strip(a, "@A.ORG", realms), "@A.ORG");
	CHECK_TEXT(session_remote_strip(a, "mia", realms), "mia");
	CHECK_TEXT(session_remote_strip(a, "mia@A.ORG", ""), "mia@A.ORG");
	arena_free(a);
}

static void
only_the_variable_counts_and_only_where_it_is_switched_on(void)
{
	wired_conf.remote_user = false;
	CHECK_TEXT(named("REMOTE_USER=mia", "X=y"), "");
	wired_conf.remote_user = true;
	CHECK_TEXT(named("REMOTE_USER=mia", "X=y"), "mia");
	CHECK_TEXT(named("HTTP_REMOTE_USER=mia", "REMOTE_USERS=mia"), "");
	CHECK_TEXT(named("REMOTE_USER=", "X=y"), "");
	CHECK_TEXT(named("REMOTE_USER=", "REMOTE_USER=mia"), "mia");
	CHECK_TEXT(named("REMOTE_USER=mia", "REMOTE_USER=mia"), "mia");
	CHECK_TEXT(named("REMOTE_USER=mia", "REMOTE_USER=ben"), "");
	CHECK_TEXT(named("REMOTE_USER=mia keller", "X=y"), "");
	CHECK_TEXT(named("REMOTE_USER=mia\r\nx", "X=y"), "");
	CHECK_TEXT(named("REMOTE_USER=\xff", "X=y"), "");
	CHECK_TEXT(named("REMOTE_USER=jos\xc3\xa9", "X=y"), "jos\xc3\xa9");
}

static void
a_seal_fits_one_name(void)
{
	const char *seal;

	named("X=y", "Y=z");
	seal = session_remote_seal(&rq, "mia");
	CHECK(session_remote_sealed(&rq, seal, "mia"));
	CHECK(!session_remote_sealed(&rq, seal, "mi"));
	CHECK(!session_remote_sealed(&rq, seal, "ben"));
	CHECK(!session_remote_sealed(&rq, "", "mia"));
	CHECK(strchr(seal, '.') == NULL);
}

int
main(void)
{
	digest_start();
	wired_conf.remote_user_strip = "";
	RUN(a_name_loses_its_realm_once);
	RUN(only_the_variable_counts_and_only_where_it_is_switched_on);
	RUN(a_seal_fits_one_name);
	arena_free(wired_arena);
	return DONE;
}
