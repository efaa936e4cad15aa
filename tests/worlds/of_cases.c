/* SPDX-License-Identifier: MIT */
/* One case after the other: its pages, and where it can be found. */
#include <stdio.h>
#include <string.h>

#include "base/count.h"
#include "domain/spine/dossier_number.h"
#include "unit/world.h"
#include "worlds.h"

/* A note, a task, a file and a form, each in a compartment or none; how many
 * others see is told by one of the types. */
static void
parts(int v, int i)
{
	const char *number = dossiers[i].number;
	bool told = dossiers[i].scope <= 2 && model_hidden(v, i) > 0;

	get(v, "/dossiers/%s", number);
	if (status != 200)
		return;
	shows_word(v, IN_NOTE, i, model_knows(v, IN_NOTE, i));
	shows_word(v, IN_GUARDED, i, dossiers[i].scope <= 2 &&
	    model_knows(v, IN_GUARDED, i));
	if ((strstr(body, arena_printf(cx.arena, ">%d protected item",
	    model_hidden(v, i))) != NULL) != told)
		wrong(v, "the protected things of %s", number);
	get(v, "/dossiers/%s/documents", number);
	shows_word(v, IN_FILE, i, model_knows(v, IN_FILE, i));
	if ((strstr(body, ">1 protected item<") != NULL) !=
	    (dossiers[i].scope <= 2 && !model_knows(v, IN_FILE, i)))
		wrong(v, "the protected documents of %s", number);
	no_leak(v);
	get(v, "/dossiers/%s/documents/4/about", number);
	if (status != (model_knows(v, IN_FILE, i) ? 200 : 404))
		wrong(v, "the file of %s", number);
	get(v, "/dossiers/%s/tasks", number);
	shows_word(v, IN_TASK, i, model_knows(v, IN_TASK, i));
	if ((strstr(body, ">1 protected item<") != NULL) !=
	    (dossiers[i].scope <= 2 && !model_knows(v, IN_TASK, i)))
		wrong(v, "the protected tasks of %s", number);
	get(v, "/dossiers/%s/tasks/3", number);
	if (status != (model_knows(v, IN_TASK, i) ? 200 : 404))
		wrong(v, "the task of %s", number);
	get(v, "/dossiers/%s/forms", number);
	shows_word(v, IN_FORM, i, model_knows(v, IN_FORM, i));
	if ((strstr(body, ">1 protected item<") != NULL) !=
	    (dossiers[i].scope <= 2 && !model_knows(v, IN_FORM, i)))
		wrong(v, "the protected forms of %s", number);
	get(v, "/dossiers/%s/forms/12/sheet", number);
	if (status != (model_knows(v, IN_FORM, i) ? 200 : 404))
		wrong(v, "the sheet of a form of %s", number);
	no_leak(v);
	get(v, "/dossiers/%s/history", number);
	shows_word(v, IN_FORM, i, model_knows(v, IN_FORM, i));
	shows_word(v, IN_FILE, i, model_knows(v, IN_FILE, i));
	shows_word(v, IN_TASK, i, model_knows(v, IN_TASK, i));
	no_leak(v);
	shows_word(v, IN_GUARDED, i, dossiers[i].scope <= 2 &&
	    model_knows(v, IN_GUARDED, i));
	get(v, "/dossiers?type=complaint&field=account&value=%s",
	    model_word(IN_GUARDED, i));
	get(v, "/find?text=%s", model_word(IN_GUARDED, i));
	if (strstr(body, dossiers[i].number) != NULL)
		wrong(v, "found by %s", model_word(IN_GUARDED, i));
	get(v, "/find?text=%s", model_word(IN_NOTE, i));
	shows(v, i, model_knows(v, IN_NOTE, i));
	no_leak(v);
}

/* What is privileged leaves the house neither printed nor as a file, not even
 * of who sees it; how much is held back is told to them alone. */
static void
leaving(int v, int i)
{
	static const enum kind kinds[] = { IN_NOTE, IN_TASK, IN_FILE };
	const char *number = dossiers[i].number;
	int k;

	get(v, "/dossiers/%s/report", number);
	if (status != 200)
		return;
	for (k = 0; k < 3; k++)
		shows_word(v, kinds[k], i, model_knows(v, kinds[k], i) &&
		    !model_held(i, 2 + k));
	no_leak(v);
	get(v, "/dossiers/%s/history.csv", number);
	for (k = 1; k < 3; k++)
		shows_word(v, kinds[k], i, model_knows(v, kinds[k], i) &&
		    !model_held(i, 2 + k) && !model_held(i, 0));
	no_leak(v);
}

/* Is dossier i where it can be found, and only for who may? */
void
found(int v, int i)
{
	bool seen = model_sees(v, i, 2);

	get(v, "/find?text=%s", model_word(IN_TITLE, i));
	shows(v, i, seen);
	no_leak(v);
	get(v, "/find?text=%s", dossiers[i].number);
	if ((strstr(body, model_word(IN_TITLE, i)) != NULL) != seen &&
	    status != 303)
		wrong(v, "%s by number", dossiers[i].number);
	get(v, "/dossiers?type=%s&field=%s&value=%s", dossiers[i].type,
	    dossiers[i].scope <= 2 ? "reference" : "site",
	    model_word(IN_FIELD, i));
	shows(v, i, seen);
	get(v, "/people/%s", dossiers[dossiers[i].whose].customer);
	if (status == 200)
		shows(v, i, seen);
	if ((status == 200) != model_knows(v, IN_NAME, dossiers[i].whose))
		wrong(v, "%s is known or not", dossiers[i].customer);
	no_leak(v);
	get(v, "/dossiers/%s", dossiers[i].number);
	if (status != (seen ? 200 : 404))
		wrong(v, "the door of %s", dossiers[i].number);
	no_leak(v);
	get(v, "/dossiers/%s/decisions/8", dossiers[i].number);
	if ((strstr(body, model_word(IN_DECISION, i)) != NULL) !=
	    model_knows(v, IN_DECISION, i))
		wrong(v, "%s of a decision", model_word(IN_DECISION, i));
	no_leak(v);
	get(v, "/dossiers/%s/approvals/9", dossiers[i].number);
	if ((strstr(body, model_word(IN_APPROVAL, i)) != NULL) != seen)
		wrong(v, "%s of an approval", model_word(IN_APPROVAL, i));
	no_leak(v);
	get(v, "/dossiers/%s/goals/10", dossiers[i].number);
	if ((strstr(body, model_word(IN_GOAL, i)) != NULL) != seen)
		wrong(v, "%s of a goal", model_word(IN_GOAL, i));
	no_leak(v);
	get(v, "/dossiers/%s/forms/12", dossiers[i].number);
	if ((strstr(body, model_word(IN_FORM, i)) != NULL) !=
	    model_knows(v, IN_FORM, i))
		wrong(v, "%s of a form", model_word(IN_FORM, i));
	no_leak(v);
	get(v, "/dossiers/%s/deadlines/15", dossiers[i].number);
	if ((strstr(body, model_word(IN_DEADLINE, i)) != NULL) != seen)
		wrong(v, "%s of a deadline", model_word(IN_DEADLINE, i));
	no_leak(v);
	get(v, "/dossiers/%s/promises", dossiers[i].number);
	if ((strstr(body, model_word(IN_PROMISE, i)) != NULL) != seen)
		wrong(v, "%s of a promise", model_word(IN_PROMISE, i));
	no_leak(v);
	seen = seen && strcmp(dossiers[i].type, "complaint") == 0;
	get(v, dice(2) == 0 ? "/dossiers/%s/costs" : "/dossiers/%s/costs.csv",
	    dossiers[i].number);
	if ((strstr(body, model_word(IN_PROMISE, i)) != NULL) != seen)
		wrong(v, "%s of a booking", model_word(IN_PROMISE, i));
	if ((strstr(body, model_word(IN_FORM, i)) != NULL) !=
	    (seen && model_knows(v, IN_FORM, i)))
		wrong(v, "%s of a booking", model_word(IN_FORM, i));
	no_leak(v);
	get(v, "/handovers/H-%d", i);
	if ((viewers[v].rights & RIGHT_STAFF) != 0 && (status == 200) !=
	    (dossiers[i].giver == v || dossiers[i].receiver == v ||
	    model_sees(v, i, 5)))
		wrong(v, "the door of handover %s", dossiers[i].number);
	no_leak(v);
	get(v, "/handovers/H-%d/sheets/1", i);
	if ((strstr(body, model_word(IN_SHEET, i)) != NULL) !=
	    model_knows(v, IN_SHEET, i))
		wrong(v, "%s of a sheet", model_word(IN_SHEET, i));
	no_leak(v);
	get(v, "/promises?list=all");
	no_leak(v);
	get(v, dice(2) == 0 ? "/handovers" : "/handovers/new");
	no_leak(v);
	get(v, "/dossiers/%s/assignments/11", dossiers[i].number);
	if ((strstr(body, model_word(IN_RULE, i)) != NULL) !=
	    model_knows(v, IN_RULE, i))
		wrong(v, "%s of a rule", model_word(IN_RULE, i));
	no_leak(v);
	parts(v, i);
	leaving(v, i);
	get(v, dice(2) == 0 ? "/approvals?list=asked" : "/approvals");
	no_leak(v);
	get(v, "/tasks?list=mine");
	if (dossiers[i].owner == v && (strstr(body, model_word(IN_TASK, i)) !=
	    NULL) != model_knows(v, IN_TASK, i))
		wrong(v, "%s among tasks", model_word(IN_TASK, i));
	no_leak(v);
}

/* An answer without what is new each time. */
static void
as_nothing(void)
{
	without("C-2026-", 8);
}

/* A hidden one answers as one that never was: both by address and where its
 * number is typed into a form. */
static void
same_answer(int v, const char *address, const char *form, const char *number)
{
	static char other[BODY];
	int was;

	if (form == NULL)
		get(v, address, number);
	else
		post(v, address, form, number);
	no_leak(v);
	as_nothing();
	memcpy(other, body, sizeof(other));
	was = status;
	number = dossier_number_new(&cx, "C");
	if (form == NULL)
		get(v, address, number);
	else
		post(v, address, form, number);
	as_nothing();
	if (status != was || strcmp(other, body) != 0)
		wrong(v, "%s does not look like nothing", number);
}

void
hidden_is_nothing(int v, int i)
{
	static const char *const addresses[] = { "/dossiers/%s",
	    "/dossiers/%s/report", "/dossiers/%s/documents/4?version=1",
	    "/dossiers/%s/decisions/8", "/dossiers/%s/approvals/9",
	    "/dossiers?beside=%s", "/dossiers?after=%s&sort=title",
	    "/dossiers.csv?text=%s", "/find?text=%s",
	    "/dossiers/bulk?act=label&pick=%s" };
	static const char *const beside[] = { "/links?find=%%s",
	    "/merge?find=%%s", "/merge?other=%%s" };
	size_t n = COUNT(addresses);
	int k = dice(DOSSIERS);

	if (model_sees(v, i, 2))
		return;
	same_answer(v, addresses[0], NULL, dossiers[i].number);
	same_answer(v, addresses[1 + dice((int)n - 1)], NULL,
	    dossiers[i].number);
	if (!model_sees(v, k, 3))
		return;
	same_answer(v, arena_printf(cx.arena, "/dossiers/%s%s",
	    dossiers[k].number, beside[dice(3)]), NULL, dossiers[i].number);
	same_answer(v, arena_printf(cx.arena, "/dossiers/%s/links",
	    dossiers[k].number), "other=%s&kind=nonsense",
	    dossiers[i].number);
	same_answer(v, arena_printf(cx.arena, "/dossiers/%s/merge",
	    dossiers[k].number), "other=%s&reason=Twice",
	    dossiers[i].number);
}

/* The same of what does not let join or file: never written. */
void
no_way_in(int v, int i)
{
	const struct model_thing *a = &arrivals[dice(ARRIVALS)];

	if (model_sees(v, i, 3) || (viewers[v].rights & RIGHT_INTAKE) == 0)
		return;
	same_answer(v, "/intake/new", "type=complaint&who=unknown&team=north"
	    "&medium=phone&title=Once&matter=%s", dossiers[i].number);
	if (model_sees(v, i, 2))
		return;
	same_answer(v, arena_printf(cx.arena, "/intake/unfiled/%s/file",
	    a->number), "dossier=%s", dossiers[i].number);
}

/* Is it warned of, by its requester and its title, who may see it alone? */
void
warned(int v, int i)
{
	if ((viewers[v].rights & RIGHT_INTAKE) == 0)
		return;
	post(v, "/intake/new", "type=complaint&person=%s&team=north&title=%s",
	    dossiers[dossiers[i].whose].customer, model_word(IN_TITLE, i));
	shows(v, i, model_sees(v, i, 2) &&
	    strcmp(dossiers[i].status, "closed") != 0);
	no_leak(v);
	post(v, "/intake/new", "type=%s&who=unknown&team=north"
	    "&title=%s+again", dossiers[i].type, model_word(IN_TITLE, i));
	no_leak(v);
	post(v, "/intake/new", "type=complaint&who=person&given=%s&family=%s"
	    "&email=%s%%40example.org&title=Any", model_word(IN_NAME, i),
	    model_word(IN_NAME, i), model_word(IN_NAME, i));
	no_leak(v);
}
