/* SPDX-License-Identifier: MIT */
/* A world in which people ask for approvals. */
#include "approvals.h"

#include <string.h>

#include "domain/course/dossier_change.h"
#include "domain/dossier/dossier.h"
#include "domain/people/authority.h"
#include "domain/story/undo_act.h"
#include "source.h"
#include "store/db.h"
#include "type_folder.h"
#include "world.h"

const char *approvals_number;

#define LABEL(l) "<label xml:lang=\"" l "\">Approval</label>"

/* Ben may decide, though he has no role of the managers; Zoe reads. */
static void
levels(void)
{
	must(db_run(&cx, "UPDATE viewer_scope SET level = 4"
	    " WHERE viewer = 2"));
	must(db_run(&cx, "INSERT INTO viewer_scope (viewer, scope, level)"
	    " SELECT 5, 1, 2 WHERE NOT EXISTS (SELECT 1 FROM viewer_scope"
	    " WHERE viewer = 5 AND scope = 1)"));
}

void
approvals_table(const char *expression)
{
	const struct casetype *t;

	type_folder_put("complaint.dmn", source_text(
	    "etc/casetypes/complaint/complaint.dmn"));
	type_folder_put("type.xml", source_with(source_text(
	    "etc/casetypes/complaint/type.xml"), "</decisions>",
	    "<decision code=\"approval\" model=\"approval.dmn\""
	    " decision=\"Approval\" mode=\"automatic\"><name>" LABEL("en")
	    LABEL("fr") LABEL("de") LABEL("it") LABEL("pt") LABEL("ja")
	    "</name></decision></decisions>"));
	type_folder_put("approval.dmn", arena_printf(cx.arena,
	    "<definitions xmlns=\""
	    "https://www.omg.org/spec/DMN/20230324/MODEL/\" id=\"a\""
	    " name=\"A\" namespace=\"urn:a\"><inputData id=\"approval\""
	    " name=\"approval\"><variable name=\"approval\"/></inputData>"
	    "<inputData id=\"case\" name=\"case\"><variable name=\"case\"/>"
	    "</inputData>"
	    "<decision id=\"d\" name=\"Approval\"><variable"
	    " name=\"Approval\"/><informationRequirement id=\"i\">"
	    "<requiredInput href=\"#approval\"/></informationRequirement>"
	    "<informationRequirement id=\"j\">"
	    "<requiredInput href=\"#case\"/></informationRequirement>"
	    "<literalExpression><text>%s</text></literalExpression>"
	    "</decision></definitions>", expression));
	must(type_folder_install(&t));
	must(db_run(&cx, "UPDATE dossier SET type = (SELECT max(id) FROM type"
	    " WHERE code = 'complaint') WHERE type_code = 'complaint'"));
	levels();	/* roles were given their scopes anew */
}

void
approvals_given(void)
{
	approvals_number = "C-2026-10000061";
	type_folder_drop("plan.cmmn");
	given();
	levels();
}

struct dossier *
the_case(void)
{
	struct dossier *d = NULL;

	must(dossier_open(&cx, approvals_number, LEVEL_READ, &d));
	return d;
}

struct approval_new
wanted(const char *subject, const char *amount)
{
	return (struct approval_new){ .subject = subject,
	    .reason = "It is due.", .kind = "", .field = "",
	    .amount = amount, .levels = "" };
}

enum err
ask_as(const char *login, const struct approval_new *n,
    struct approval **out)
{
	as(login);
	*out = NULL;
	return approval_ask(&cx, the_case(), n, out);
}

enum err
answer_as(const char *login, int64_t no, enum approval_what what,
    const char *comment)
{
	struct approval *a = NULL;
	struct dossier *d;

	as(login);
	d = the_case();
	must(approval_open(&cx, d, no, &a));
	return approval_answer(&cx, d, a, what, comment);
}

struct approval *
approval_at(int64_t no)
{
	struct approval *a = NULL;

	must(approval_open(&cx, the_case(), no, &a));
	return a;
}

struct authority_new
limit_of(const char *kind, const char *amount)
{
	return (struct authority_new){ .person = "", .label = "",
	    .kind = kind, .amount = amount, .begins = "", .ends = "",
	    .reason = "By the board." };
}

struct authority *
gave(const char *login, const char *kind, const char *amount)
{
	struct authority_new n = limit_of(kind, amount);
	struct authority *a = NULL;

	n.person = login;
	n.any = amount[0] == '\0';
	as("ada");
	must(authority_give(&cx, &n, &a));
	return a;
}

bool
waits_for(const char *login, int64_t no)
{
	struct approval_page page;
	const struct approval *a;

	as(login);
	must(approval_waiting(&cx, APPROVAL_FOR_ME, "", 3000, &page));
	for (a = page.all; a != NULL; a = a->next)
		if (a->no == no && strcmp(a->dossier_number,
		    approvals_number) == 0)
			return true;
	return false;
}

enum err
says(const char *field, const char *text)
{
	struct value v = { .field = field, .text = text };
	struct dossier *d = the_case();
	struct dossier_change c = { .title = d->title, .risk = d->risk,
	    .values = &v, .version = d->version, .why = "" };

	return dossier_change(&cx, d, &c);
}

enum err
undo_last(const char *login)
{
	struct undo_act *a = NULL;
	enum err e;

	as(login);
	must(undo_act_list(&cx, 1, &a));
	if (a == NULL || (e = undo_act_open(&cx, a->number, &a)) != OK)
		return ERR_MISSING;
	e = undo_back(&cx, a, false, "A slip.");
	cx.act = NULL;
	return e;
}
