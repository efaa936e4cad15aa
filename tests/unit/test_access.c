/* SPDX-License-Identifier: MIT */
#include "base/config.h"
#include "base/count.h"
#include "check.h"
#include "domain/course/casetype_install.h"
#include "domain/people/access.h"
#include "model/right.h"
#include "source.h"
#include "store/db.h"
#include "world.h"

static struct config_group groups[] = {
	{ .label = "clerks-north", .group = "front-desk", .role = "clerk",
	    .types = "complaint", .team = "North", .level = LEVEL_WORK },
	{ .label = "heads", .group = "cn=heads,ou=groups,dc=x",
	    .role = "manager", .types = "complaint, permit",
	    .team = "Neues Büro 東京", .level = LEVEL_MANAGE },
	{ .label = "auditors", .group = "auditors", .role = "auditor",
	    .types = "*", .team = "*", .level = LEVEL_READ },
	{ .label = "admins", .group = "admins", .role = "admin",
	    .types = "", .team = "" },
};
static struct config conf = { .groups = groups };

static void
a_world(void)
{
	size_t i;

	for (i = 0; i + 1 < COUNT(groups); i++)
		groups[i].next = &groups[i + 1];
	given();
	cx.conf = &conf;
}

static int64_t
events(void)
{
	return world_int("SELECT count(*) FROM event WHERE topic = 'rights'");
}

static unsigned int
enter(const char *login)
{
	cx.rights = 0;
	if (access_enter(&cx, world_person(login)) != OK)
		return 0;
	return cx.rights;
}

static void
groups_give_roles_rights_and_scopes(void)
{
	const char *const in[] = { "CN=Front-Desk,ou=groups,dc=x", "other",
	    NULL };
	struct scope_choice *c;
	struct access_role *r;
	int64_t eve;

	a_world();
	eve = world_person("eve");
	CHECK(access_apply(&cx, eve, in) == OK);
	CHECK(enter("eve") == (RIGHT_SELF | RIGHT_STAFF | RIGHT_INTAKE));
	CHECK_TEXT(cx.login, "eve");
	CHECK(access_scopes(&cx, LEVEL_WORK, &c) == OK);
	CHECK(c != NULL && c->next == NULL);
	CHECK_TEXT(c->type, "complaint");
	CHECK_TEXT(c->team_code, "north");
	CHECK(c->level == LEVEL_WORK);
	CHECK(access_scopes(&cx, LEVEL_DECIDE, &c) == OK && c == NULL);
	CHECK(access_roles(&cx, eve, &r) == OK && r->next == NULL);
	CHECK_TEXT(r->label, "clerks-north");
	CHECK_TEXT(r->team, "North");
	CHECK(events() == 1);
}

static void
the_same_groups_again_leave_no_trace(void)
{
	const char *const in[] = { "front-desk", "auditors", NULL };
	int64_t eve;

	a_world();
	eve = world_person("eve");
	CHECK(access_apply(&cx, eve, in) == OK);
	CHECK(access_apply(&cx, eve, in) == OK);
	CHECK(events() == 1);
	CHECK(enter("eve") == (RIGHT_SELF | RIGHT_STAFF | RIGHT_INTAKE |
	    RIGHT_AUDIT));
	CHECK(world_int("SELECT level FROM viewer_scope WHERE viewer = 7"
	    " AND scope = 1") == LEVEL_WORK);
	CHECK(world_int("SELECT count(*) FROM viewer_scope WHERE viewer = 7")
	    == 4);
}

static void
a_group_that_is_left_takes_all_away(void)
{
	const char *const in[] = { "heads", "CN=heads,OU=groups,DC=x", NULL };
	const char *const none[] = { NULL };
	int64_t eve;

	a_world();
	eve = world_person("eve");
	CHECK(access_apply(&cx, eve, none) == OK);
	CHECK(events() == 0);
	CHECK(access_apply(&cx, eve, in) == OK);
	CHECK(world_team("neues-buro-東京") != 0);
	CHECK(world_int("SELECT count(*) FROM viewer_scope WHERE viewer = 7")
	    == 2);
	CHECK(access_apply(&cx, eve, none) == OK);
	CHECK(enter("eve") == RIGHT_SELF);
	CHECK(world_int("SELECT count(*) FROM viewer_scope WHERE viewer = 7")
	    == 0);
	CHECK(events() == 2);
}

static void
groups_are_told_apart_by_their_whole_name(void)
{
	static const char *const others[][2] = { { "front-desk2", NULL },
	    { "front", NULL }, { "cn=front-desk2,ou=x", NULL },
	    { "ou=x,cn=front-desk", NULL }, { "cn=front\\-desk\\,", NULL },
	    { "cn=heads,ou=groups,dc=xy", NULL },
	    { "cn=heads,ou=groups", NULL }, { "heads", NULL } };
	const char *const blanks[] = { "CN=Heads, OU=groups,  dc=x", NULL };
	size_t i;

	a_world();
	for (i = 0; i < COUNT(others); i++) {
		CHECK(access_apply(&cx, world_person("eve"), others[i]) ==
		    OK);
		CHECK(enter("eve") == RIGHT_SELF);
	}
	CHECK(access_apply(&cx, world_person("eve"), blanks) == OK);
	CHECK((enter("eve") & RIGHT_LEAD) != 0);
}

static void
an_administrator_sees_no_content(void)
{
	const char *const in[] = { "admins", NULL };

	a_world();
	CHECK(access_apply(&cx, world_person("eve"), in) == OK);
	CHECK(enter("eve") == (RIGHT_SELF | RIGHT_ADMIN));
	CHECK(world_int("SELECT count(*) FROM viewer_scope WHERE viewer = 7")
	    == 0);
}

static void
a_new_team_reaches_who_sees_every_team(void)
{
	const char *const in[] = { "auditors", NULL };
	int64_t scopes;

	a_world();
	CHECK(access_apply(&cx, world_person("eve"), in) == OK);
	scopes = world_int("SELECT count(*) FROM viewer_scope"
	    " WHERE viewer = 7");
	CHECK(db_run(&cx, "INSERT INTO team (code, name, name_key)"
	    " VALUES ('w', 'W', 'w')") == OK);
	CHECK(access_spread(&cx) == OK);
	CHECK(world_int("SELECT count(*) FROM viewer_scope WHERE viewer = 7")
	    == scopes + 2);
	CHECK(access_spread(&cx) == OK);
}

static void
who_reads_matters_is_a_lawyer(void)
{
	const char *const audit[] = { "auditors", NULL };
	const char *const desk[] = { "front-desk", NULL };
	const struct casetype *type;

	a_world();
	CHECK(access_apply(&cx, world_person("eve"), audit) == OK);
	CHECK((enter("eve") & RIGHT_LEGAL) == 0);
	CHECK(casetype_install(&cx, source_path("etc/casetypes/legal-matter"),
	    &type) == OK);
	CHECK((enter("eve") & RIGHT_LEGAL) != 0);
	CHECK(access_apply(&cx, world_person("eve"), desk) == OK);
	CHECK((enter("eve") & RIGHT_LEGAL) == 0);
}

static void
who_was_disabled_does_not_enter(void)
{
	a_world();
	CHECK(db_run(&cx, "UPDATE staff SET enabled = 0"
	    " WHERE login = 'mia'") == OK);
	CHECK(access_enter(&cx, world_person("mia")) == ERR_SIGNON);
	CHECK(access_enter(&cx, 12345) == ERR_SIGNON);
}

static struct dossier *
held(const char *number, enum level level)
{
	struct dossier *d = arena_alloc(cx.arena, sizeof(*d));

	d->id = world_dossier(number);
	d->number = number;
	d->level = level;
	d->restricted = strcmp(number, "C-2026-10000087") == 0;
	return d;
}

static void
a_grant_is_given_and_taken_with_its_reason(void)
{
	struct access_holder *g;
	struct dossier *d;
	int64_t tom;

	a_world();
	as("mia");
	tom = world_person("tom");
	d = held("C-2026-10000061", LEVEL_WORK);
	CHECK(access_grant(&cx, d, tom, LEVEL_READ, 0, "x") ==
	    ERR_FORBIDDEN);
	CHECK(access_grants(&cx, d, &g) == ERR_FORBIDDEN);
	d->level = LEVEL_MANAGE;
	CHECK(access_grant(&cx, d, world_customer("P-20000001"), LEVEL_READ,
	    0, "x") == ERR_INVALID);
	CHECK(access_grant(&cx, d, tom, LEVEL_NONE, 0, "x") == ERR_INVALID);
	CHECK(access_grant(&cx, d, tom, LEVEL_READ, cx.now, "x") ==
	    ERR_INVALID);
	CHECK(access_grant(&cx, d, tom, LEVEL_READ, cx.now + 60, "x") == OK);
	CHECK(access_grant(&cx, d, tom, LEVEL_WORK, 0, "x") == OK);
	CHECK(access_grants(&cx, d, &g) == OK && g != NULL &&
	    g->next == NULL);
	CHECK_TEXT(g->name, "Tom Rossi");
	CHECK(g->level == LEVEL_WORK && g->until == 0);
	CHECK(access_revoke(&cx, d, tom, "done") == OK);
	CHECK(access_revoke(&cx, d, tom, "done") == ERR_CONFLICT);
	CHECK(access_grants(&cx, d, &g) == OK && g == NULL);
	CHECK(world_int("SELECT count(*) FROM event WHERE dossier = 1") == 3);
}

static void
a_wall_beats_a_grant(void)
{
	struct dossier *d;

	a_world();
	as("mia");
	d = held("C-2026-10000061", LEVEL_MANAGE);
	CHECK(db_run(&cx, "INSERT INTO viewer_wall (viewer, dossier)"
	    " VALUES ($1, 1)", db_i(world_person("tom"))) == OK);
	CHECK(access_grant(&cx, d, world_person("tom"), LEVEL_READ, 0, "x")
	    == ERR_INVALID);
}

static void
a_restricted_case_keeps_somebody_who_manages_it(void)
{
	struct access_holder *g;
	struct dossier *d;
	int64_t mia, sue;

	a_world();
	as("mia");
	mia = world_person("mia");
	sue = world_person("sue");
	d = held("C-2026-10000061", LEVEL_MANAGE);
	CHECK(access_restrict(&cx, d, false, "x") == ERR_CONFLICT);
	CHECK(access_restrict(&cx, d, true, "delicate") == OK);
	CHECK(d->restricted);
	CHECK(access_restrict(&cx, d, true, "x") == ERR_CONFLICT);
	CHECK(access_grants(&cx, d, &g) == OK && g != NULL);
	CHECK(g->person == mia && g->level == LEVEL_MANAGE);
	CHECK(access_revoke(&cx, d, mia, "x") == ERR_CONFLICT);
	CHECK(access_grant(&cx, d, mia, LEVEL_READ, 0, "x") == ERR_CONFLICT);
	CHECK(access_grant(&cx, d, sue, LEVEL_MANAGE, cx.now + 9, "x") == OK);
	CHECK(access_revoke(&cx, d, mia, "x") == ERR_CONFLICT);
	CHECK(access_grant(&cx, d, sue, LEVEL_MANAGE, 0, "x") == OK);
	CHECK(access_revoke(&cx, d, mia, "x") == OK);
	d->lead = sue;
	CHECK(access_revoke(&cx, d, sue, "x") == ERR_CONFLICT);
	CHECK(access_restrict(&cx, d, false, "over") == OK);
}

int
main(void)
{
	RUN(groups_give_roles_rights_and_scopes);
	RUN(the_same_groups_again_leave_no_trace);
	RUN(a_group_that_is_left_takes_all_away);
	RUN(groups_are_told_apart_by_their_whole_name);
	RUN(an_administrator_sees_no_content);
	RUN(a_new_team_reaches_who_sees_every_team);
	RUN(who_reads_matters_is_a_lawyer);
	RUN(who_was_disabled_does_not_enter);
	RUN(a_grant_is_given_and_taken_with_its_reason);
	RUN(a_wall_beats_a_grant);
	RUN(a_restricted_case_keeps_somebody_who_manages_it);
	return DONE;
}
