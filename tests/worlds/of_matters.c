/* SPDX-License-Identifier: MIT */
/* What lawyers look at. */
#include <stdio.h>
#include <string.h>

#include "base/count.h"
#include "unit/world.h"
#include "worlds.h"

/* The correspondence of a matter: a note and a file, each where it is seen,
 * and in the table where it may leave the house. */
static void
letters(int v, int i)
{
	bool matter = strcmp(dossiers[i].type, "complaint") == 0;

	get(v, "/legal/%s/correspondence", dossiers[i].number);
	shows_word(v, IN_NOTE, i, matter && model_knows(v, IN_NOTE, i));
	shows_word(v, IN_FILE, i, matter && model_knows(v, IN_FILE, i));
	no_leak(v);
	get(v, "/legal/%s/correspondence.csv", dossiers[i].number);
	shows_word(v, IN_NOTE, i, matter && model_knows(v, IN_NOTE, i) &&
	    !model_held(i, 2));
	shows_word(v, IN_FILE, i, matter && model_knows(v, IN_FILE, i) &&
	    !model_held(i, 4));
	no_leak(v);
}

/* The file of a case on each page that names it; who may not see it finds no
 * word of it there. */
static void
papers(int v, int i)
{
	static const struct {
		const char *address;
		enum kind kind;
	} pages[] = { { "/legal/%s", IN_FILE },
	    { "/legal/%s/offers", IN_FILE },
	    { "/legal/%s/proceedings/17/docket", IN_FILE },
	    { "/legal/%s/proceedings/17/docket/1", IN_FILE },
	    { "/legal/%s/bundles/21", IN_FILE },
	    { "/legal/%s", IN_VERSION } };
	int k = dice((int)COUNT(pages));
	bool matter = model_sees(v, i, 2) &&
	    strcmp(dossiers[i].type, "complaint") == 0;

	get(v, pages[k].address, dossiers[i].number);
	shows_word(v, pages[k].kind, i, matter && model_knows(v,
	    pages[k].kind, i) && !(k == 5 && dossiers[i].withdrawn));
	if (k < 5)
		shows_word(v, IN_PROMISE, i, matter);
	no_leak(v);
}

bool
told_as_officer(int v, enum kind kind, int i)
{
	int c, k;

	if (strncmp(asked, "/legal/conflicts/asked", 22) != 0)
		return false;
	for (c = 0; c < CHECKS; c++) {
		if (!model_officer(v, c))
			continue;
		if (kind == IN_DRAFT && c == i && i < DRAFTS)
			return true;
		for (k = 0; kind == IN_NAME && k < 2; k++)
			if (dossiers[checks[c].hits[k]].whose == i &&
			    !viewers[v].wall[checks[c].hits[k]])
				return true;
	}
	return false;
}

bool
numbered_as_officer(int v, int i)
{
	int c;

	if (strncmp(asked, "/legal/conflicts/asked", 22) != 0 ||
	    viewers[v].wall[i])
		return false;
	for (c = 0; c < CHECKS; c++)
		if (model_officer(v, c) && (checks[c].dossier == i ||
		    checks[c].hits[0] == i || checks[c].hits[1] == i))
			return true;
	return false;
}

/* A query that lets go does not know that row security hides it. */
static void
asks_the_officer(int v, bool wanted)
{
	if (wanted && model_all_or_none)
		return;
	if ((strstr(body, "Ask the officer") != NULL) != wanted)
		wrong(v, wanted ? "nothing is said of what is hidden%s" :
		    "something is hidden%s", "");
}

/* What was found is shown where it may be seen; else the check says that there
 * is something, and not a word more. */
static void
kept_check(int v, int c)
{
	const int *hit = checks[c].hits;
	bool may = model_checked(v, c);
	int k;

	get(v, "/legal/conflicts/%s", checks[c].number);
	if (status != (may ? 200 : 404))
		wrong(v, "the door of %s", checks[c].number);
	no_leak(v);
	for (k = 0; k < 2; k++)
		if (checks[c].dossier != hit[k])
			shows(v, hit[k], may && model_sees(v, hit[k], 2));
	asks_the_officer(v, may && (!model_sees(v, hit[0], 2) ||
	    !model_sees(v, hit[1], 2)));
	if (model_all_or_none)	/* officers reach past row security */
		return;
	get(v, "/legal/conflicts/asked/%s", checks[c].number);
	may = model_officer(v, c);
	if (status != (may ? 200 : (viewers[v].rights & RIGHT_AUDIT) != 0 ?
	    404 : 403))
		wrong(v, "the officer's door of %s", checks[c].number);
	for (k = 0; k < 2; k++)
		if (checks[c].dossier != hit[k])
			shows(v, hit[k], may && !viewers[v].wall[hit[k]]);
	no_leak(v);
	get(v, "/legal/conflicts/asked");
	if (status != ((viewers[v].rights & RIGHT_AUDIT) != 0 ? 200 : 403))
		wrong(v, "the officer's %s", "list");
	no_leak(v);
}

/* A name that all customers are like: whoever has it is found, seen or not. */
static void
new_check(int v, int i)
{
	bool may = (viewers[v].rights & RIGHT_LEGAL) != 0, all = true;
	size_t n;
	int k;

	get(v, "/legal/conflicts");
	for (k = 0; k < DRAFTS; k++)
		shows_word(v, IN_DRAFT, k, may && checks[k].maker == v);
	no_leak(v);
	post(v, "/legal/conflicts", "names=%s&purpose=", model_word(IN_NAME,
	    i));
	if (status != (may ? 303 : 403))
		wrong(v, "a check of %s", model_word(IN_NAME, i));
	if (!may)
		return;
	get(v, "%s", body + (strncmp(body, "http", 4) == 0 ?
	    strlen("http://localhost") : 0));
	n = strlen(asked);
	snprintf(asked + n, sizeof(asked) - n, " of %s",
	    model_word(IN_NAME, i));
	no_leak(v);
	for (k = 0; k < DOSSIERS; k++) {
		if (dossiers[k].whose == i)
			shows(v, k, model_sees(v, k, 2));
		all = all && model_sees(v, k, 2);
		if (dossiers[k].whose == i && !model_sees(v, k, 2))
			asks_the_officer(v, true);
	}
	if (all)
		asks_the_officer(v, false);
}

/* Matters and contracts: the lists of those under way, and the page of one,
 * which is none where the type is not of lawyers. */
void
whole_matters(int v)
{
	static const char *const lists[] = { "/legal?list=all",
	    "/legal/contracts?list=all", "/legal/contracts.csv?list=all" };
	int i, k;

	for (k = 0; k < 3; k++) {
		get(v, "%s", lists[k]);
		for (i = 0; i < DOSSIERS; i++)
			shows(v, i, model_sees(v, i, 2) &&
			    strcmp(dossiers[i].type, "complaint") == 0 &&
			    strcmp(dossiers[i].status, "closed") != 0 &&
			    (k != 2 || !model_held(i, 0)));
		no_leak(v);
	}
	papers(v, dice(DOSSIERS));
	papers(v, dice(DOSSIERS));
	kept_check(v, dice(CHECKS));
	if (dice(2) == 0)
		new_check(v, dice(DOSSIERS));
	for (k = 0; k < 2; k++) {
		i = dice(DOSSIERS);
		get(v, dice(3) == 0 ? "/legal/%s" : dice(2) == 0 ?
		    "/legal/%s/offers" :
		    "/legal/%s/proceedings/17/docket", dossiers[i].number);
		if ((strstr(body, model_word(IN_PROMISE, i)) != NULL) !=
		    (model_sees(v, i, 2) && strcmp(dossiers[i].type,
		    "complaint") == 0))
			wrong(v, "%s of a court", model_word(IN_PROMISE, i));
		no_leak(v);
		letters(v, i);
	}
}
