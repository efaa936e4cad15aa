/* SPDX-License-Identifier: MIT */
/* Any page with any question. */
#include <stdio.h>
#include <string.h>

#include "unit/world.h"
#include "worlds.h"

/* Numbers of rows that have addresses of their own. */
static const char *
some_row(const char *name, int i)
{
	static const char *const known[] = { "problems", "allergies",
	    "medications", "encounters", "alerts" };

	if (strcmp(name, "number") == 0)
		return dossiers[i].number;
	if (strcmp(name, "person") == 0)
		return dossiers[dice(DOSSIERS)].customer;
	if (strcmp(name, "view") == 0)
		return views[dice(VIEWS)].number;
	if (strcmp(name, "act") == 0)
		return dossiers[dice(DOSSIERS)].act;
	if (strcmp(name, "label") == 0)
		return "label1";
	if (strcmp(name, "wall") == 0)
		return arena_printf(cx.arena, "W-%08d", 5000 + dice(WALLS));
	if (strcmp(name, "glass") == 0)
		return arena_printf(cx.arena, "E-%08d",
		    6000 + dice(DOSSIERS));
	if (strcmp(name, "appointment") == 0)
		return arena_printf(cx.arena, "T-%08d",
		    5000 + dice(DOSSIERS));
	if (strcmp(name, "arrival") == 0)
		return arrivals[dice(ARRIVALS)].number;
	if (strcmp(name, "check") == 0)
		return checks[dice(CHECKS)].number;
	if (strcmp(name, "draft") == 0)
		return drafts[dice(DRAFTS)].number;
	if (strcmp(name, "facts") == 0)
		return known[dice(5)];
	return arena_printf(cx.arena, "%d", 1 + dice(8));
}

/* Any page, of any dossier, with any of the questions that lists take. */
void
any_page(int v)
{
	static const char *const questions[] = { "", "?text=zq", "?status=open",
	    "?overdue=1", "?silent=1", "?type=complaint", "?sort=title",
	    "?find=zq",
	    "?beside=", "?kind=note", "?list=teams", "?person=", "?after=",
	    "?other=", "?list=away", "?version=1",
	    "?columns=title,lead,team,labels", "?field=item&value=zqhax" };
	const char *question = questions[dice(18)], *at, *end;
	const struct route *r;
	char address[500] = "";
	int n = 0, i = dice(DOSSIERS), k = dice(DOSSIERS);

	for (r = routes; r->path != NULL; r++)
		n += r->method == GET;
	n = dice(n);
	for (r = routes; r->method != GET || n-- > 0; r++)
		;
	for (at = r->path; *at != '\0'; at = end) {
		end = at + (*at == '{' ? strcspn(at, "}") + 1 :
		    strcspn(at, "{"));
		if (*at == '{')
			strcat(address, some_row(arena_textn(cx.arena, at + 1,
			    (size_t)(end - at - 2)), i));
		else
			strncat(address, at, (size_t)(end - at));
	}
	get(v, "%s%s%s", address, question, question[0] == '\0' ||
	    question[strlen(question) - 1] != '=' ? "" :
	    question[1] == 'p' ? dossiers[k].customer : dossiers[k].number);
	no_leak(v);
}
