/* SPDX-License-Identifier: MIT */
/* What nurses and doctors look at, and what they are asked before. */
#include <stdio.h>
#include <string.h>

#include "model_put.h"
#include "unit/world.h"
#include "worlds.h"

#define MEDICAL 1	/* the compartment of that code */

/* A case of a patient exists for members alone, wherever it lies. */
static bool
is_patient(int v, int i)
{
	return viewers[v].member[MEDICAL] && model_sees(v, i, 2) &&
	    strcmp(dossiers[i].type, "complaint") == 0;
}

static bool
is_active(int i)
{
	return strcmp(dossiers[i].status, "closed") != 0;
}

static void
list(int v, bool active)
{
	int i;

	get(v, active ? "/medical?list=all" : "/medical?list=closed");
	if (status != (viewers[v].member[MEDICAL] ? 200 : 403))
		wrong(v, "the door of %s", asked);
	for (i = 0; i < DOSSIERS; i++) {
		shows(v, i, is_patient(v, i) && is_active(i) == active);
		shows_word(v, IN_TITLE, i, is_patient(v, i) &&
		    is_active(i) == active);
	}
	no_leak(v);
}

void
whole_patients(int v)
{
	int i, k;

	list(v, true);
	list(v, false);
	for (k = 0; k < 8; k++) {
		i = dice(DOSSIERS);
		get(v, "/medical/%s", dossiers[i].number);
		if ((status == 200) != is_patient(v, i))
			wrong(v, "the door of %s", dossiers[i].number);
		shows_word(v, IN_TITLE, i, is_patient(v, i));
		no_leak(v);
		unsaid(v, i);
	}
}

/* Nobody leads one of these, and customers alone have roles on them. */
static bool
works_on(int v, int i)
{
	const struct model_viewer *w = &viewers[v];

	return dossiers[i].owner == v || (w->stands_for >= 0 &&
	    dossiers[i].owner == w->stands_for);
}

static void
forget(bool again)
{
	must(db_begin(&cx, DB_WRITE));
	must(db_run(&cx, "DELETE FROM purpose"));
	if (again)
		model_rights_purpose();
	must(db_commit(&cx));
}

void
unsaid(int v, int i)
{
	static const char *const pages[] = { "/dossiers/%s",
	    "/dossiers/%s/history", "/dossiers/%s/plan",
	    "/dossiers/%s/documents", "/dossiers/%s/history.csv" };
	bool medical = has_route("/medical");
	bool sees = model_sees(v, i, 2) && (!medical || is_patient(v, i));

	if (dossiers[i].within != MEDICAL || works_on(v, i) || !sees ||
	    viewers[v].glass[i])	/* an emergency is a purpose */
		return;
	forget(false);
	get(v, medical ? "/medical/%s" : pages[dice(5)],
	    dossiers[i].number);
	if (status != 303 || strstr(body, "/purpose?next=") == NULL)
		wrong(v, "%s is not asked for", dossiers[i].number);
	get(v, medical ? "/medical/%s/purpose" : "/dossiers/%s/purpose",
	    dossiers[i].number);
	if (status != 200)
		wrong(v, "what for, of %s", dossiers[i].number);
	if (strstr(body, "zq") != NULL)
		wrong(v, "the question tells of %s", dossiers[i].number);
	forget(true);
}
