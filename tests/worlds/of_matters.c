/* SPDX-License-Identifier: MIT */
/* What lawyers look at. */
#include <stdio.h>
#include <string.h>

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
			    strcmp(dossiers[i].status, "closed") != 0);
		no_leak(v);
	}
	for (k = 0; k < 4; k++) {
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
