/* SPDX-License-Identifier: MIT */
/* What rows an entry of the directory makes, however odd it is. */
#include "base/config.h"
#include "check.h"
#include "directory/directory.h"
#include "domain/people/staff.h"
#include "model/right.h"
#include "store/store_person.h"
#include "store/store_staff.h"
#include "text/fold.h"
#include "world.h"

static struct config_group groups[] = {
	{ .label = "clerks", .group = "front-desk", .role = "clerk",
	    .types = "complaint", .team = "North", .level = LEVEL_WORK },
};
static struct config conf = {
	.groups = groups, .session_idle = 1800, .session_whole = 36000,
	.ldap_freshness = 1800
};
static const char *const clerk[] = {
	"cn=front-desk,ou=groups,dc=x", "front-desk", NULL
};
static const char *const none[] = { NULL };

static struct directory_person
an_entry(const char *id, const char *login, const char *name)
{
	return (struct directory_person){ .id = id, .login = login,
	    .dn = "uid=x,dc=y", .name = name, .given = "", .family = "",
	    .email = "", .language = "", .groups = clerk };
}

static struct staff *
taken(const struct directory_person *dp)
{
	struct staff *s = NULL;
	int64_t person = 0;

	cx.why = NULL;
	CHECK(staff_take(&cx, dp, cx.now, &person) == OK);
	CHECK(store_staff_get(&cx, person, &s) == OK);
	CHECK(s != NULL);
	return s;
}

static void
a_world(void)
{
	given();
	cx.conf = &conf;
	cx.viewer = 0;
}

static void
an_entry_becomes_a_person_once(void)
{
	struct directory_person dp;
	struct person *p;
	struct staff *s, *again;

	a_world();
	dp = an_entry("id-1", "nina", "Nina Vogel");
	dp.given = "Nina";
	dp.family = "Vogel";
	dp.email = "nina@example.org";
	dp.language = "pt-BR, en;q=0.5";
	s = taken(&dp);
	CHECK_TEXT(s->name, "Nina Vogel");
	CHECK_TEXT(s->login, "nina");
	CHECK(s->enabled && staff_has_role(s));
	CHECK(store_person_get(&cx, s->id, &p) == OK && p != NULL);
	CHECK_TEXT(p->language, "pt");
	again = taken(&dp);
	CHECK(again->id == s->id && again->version == s->version);
}

static void
a_changed_name_follows(void)
{
	struct directory_person dp;
	struct staff *s;

	a_world();
	dp = an_entry("id-1", "nina", "Nina Vogel");
	s = taken(&dp);
	dp.name = "Nina Amsel";
	dp.login = "amsel";
	CHECK(taken(&dp)->id == s->id);
	s = taken(&dp);
	CHECK_TEXT(s->name, "Nina Amsel");
	CHECK_TEXT(s->login, "amsel");
	CHECK(world_int("SELECT count(*) FROM event"
	    " WHERE kind = 'person.changed'") == 1);
}

static void
an_odd_entry_keeps_nobody_out(void)
{
	struct directory_person dp;
	struct staff *s;
	char longer[999];

	a_world();
	dp = an_entry("id-1", "odd", "\xff\xfe odd\n\x01name ");
	dp.email = "not an address";
	dp.language = "tlh";
	s = taken(&dp);
	CHECK(fold_utf8_ok(s->name, strlen(s->name)));
	CHECK(strchr(s->name, '\n') == NULL);
	memset(longer, 'a', sizeof(longer) - 1);
	longer[sizeof(longer) - 1] = '\0';
	dp = an_entry("id-2", "long", longer);
	CHECK(taken(&dp) != NULL);
	dp = an_entry("id-3", "blank", " ");
	CHECK(taken(&dp) != NULL);
	dp.email = "still not one";
	CHECK(taken(&dp)->version == 1);
	CHECK(world_int("SELECT count(*) FROM event"
	    " WHERE kind = 'person.changed'") == 0);
}

static void
a_login_takes_no_right_along(void)
{
	struct directory_person dp;
	struct staff *old, *new;

	a_world();
	dp = an_entry("id-1", "nina", "Nina Vogel");
	old = taken(&dp);
	dp = an_entry("id-2", "nina", "Nina Other");
	dp.groups = none;
	new = taken(&dp);
	CHECK(new->id != old->id);
	CHECK(!staff_has_role(new));
	CHECK(store_staff_get(&cx, old->id, &old) == OK);
	CHECK(!old->enabled && !staff_has_role(old));
	CHECK(strcmp(old->login, "nina") != 0);
	/* not even that of a member of staff whom no directory made */
	dp = an_entry("id-3", "mia", "Mia Berger");
	dp.groups = none;
	new = taken(&dp);
	CHECK(!staff_has_role(new));
}

static void
who_leaves_loses_rights_and_comes_back_with_new_ones(void)
{
	struct directory_person dp;
	struct staff *s;

	a_world();
	dp = an_entry("id-1", "nina", "Nina Vogel");
	s = taken(&dp);
	CHECK(staff_leave(&cx, s) == OK);
	CHECK(store_staff_get(&cx, s->id, &s) == OK);
	CHECK(!s->enabled && !staff_has_role(s));
	CHECK(world_int("SELECT count(*) FROM viewer_scope WHERE viewer ="
	    " (SELECT person FROM staff WHERE login = 'nina')") == 0);
	s = taken(&dp);
	CHECK(s->enabled && staff_has_role(s));
}

static void
the_file_makes_administrators_whatever_groups_say(void)
{
	struct directory_person dp;
	struct staff *s;

	a_world();
	conf.administrators = "petra, Nina";
	dp = an_entry("id-1", "nina", "Nina Vogel");
	dp.groups = none;
	s = taken(&dp);
	CHECK(s->rights == (RIGHT_SELF | RIGHT_ADMIN));
	CHECK(world_int("SELECT count(*) FROM viewer_scope WHERE viewer ="
	    " (SELECT person FROM staff WHERE login = 'nina')") == 0);
	dp.groups = clerk;
	CHECK((taken(&dp)->rights & (RIGHT_INTAKE | RIGHT_ADMIN)) ==
	    (RIGHT_INTAKE | RIGHT_ADMIN));
	CHECK(staff_leave(&cx, s) == OK);
	CHECK(store_staff_get(&cx, s->id, &s) == OK);
	CHECK(!staff_has_role(s));
	dp = an_entry("id-2", "ninan", "Nina Other");
	dp.groups = none;
	CHECK(!staff_has_role(taken(&dp)));
	conf.administrators = "";
	dp = an_entry("id-1", "nina", "Nina Vogel");
	CHECK((taken(&dp)->rights & RIGHT_ADMIN) == 0);
}

static void
an_answer_holds_for_a_while(void)
{
	a_world();
	CHECK(staff_fresh(&cx, cx.now) == OK);
	CHECK(staff_fresh(&cx, cx.now - 1800) == OK);
	CHECK(staff_fresh(&cx, cx.now - 1801) == ERR_BUSY);
	CHECK(cx.why != NULL);
}

int
main(void)
{
	RUN(an_entry_becomes_a_person_once);
	RUN(a_changed_name_follows);
	RUN(an_odd_entry_keeps_nobody_out);
	RUN(a_login_takes_no_right_along);
	RUN(who_leaves_loses_rights_and_comes_back_with_new_ones);
	RUN(the_file_makes_administrators_whatever_groups_say);
	RUN(an_answer_holds_for_a_while);
	return DONE;
}
