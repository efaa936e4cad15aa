/* SPDX-License-Identifier: MIT */
/* What lawyers look at. */
#include <stdio.h>
#include <string.h>

#include "unit/world.h"
#include "worlds.h"

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
	}
}
