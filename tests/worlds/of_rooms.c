/* SPDX-License-Identifier: MIT */
/* What people outside see by a link and its code. */
#include <stdio.h>
#include <string.h>

#include "base/count.h"
#include "unit/world.h"
#include "worlds.h"

/* No word but what was chosen, and all of that. */
static void
only_shared(int i)
{
	static const enum kind shown[] = { IN_TITLE, IN_DEADLINE, IN_FILE,
	    IN_MEETING, IN_NAME };
	const char *s;
	size_t n;
	int kind, k;

	for (s = body; (s = strstr(s, "zq")) != NULL; s += 2) {
		kind = s[2] - 'a';
		k = (s[3] - 'a') * 26 + s[4] - 'a';
		if (kind >= 0 && kind < KINDS && k >= 0 && k < DOSSIERS &&
		    s[5] == 'x' && !model_shared(i, (enum kind)kind, k))
			wrong(0, "%s is shown", model_word((enum kind)kind,
			    k));
	}
	for (k = 0; k < DOSSIERS; k++)
		if (strstr(body, dossiers[k].number) != NULL)
			wrong(0, "the number %s is shown",
			    dossiers[k].number);
	for (n = 0; n < COUNT(shown) &&
	    strcmp(asked, "/portal") == 0; n++)
		if (model_shared(i, shown[n], k = shown[n] == IN_NAME ?
		    dossiers[i].whose : i) && strstr(body,
		    model_word(shown[n], k)) == NULL)
			wrong(0, "%s is missing", model_word(shown[n], k));
}

/* Does its link ask for the code? Where consents are asked for, it is as open
 * as the room. */
static int
link_status(int i)
{
	const struct model_dossier *d = &dossiers[i];

	return (d->asks ? model_room(i) : d->sharer >= 0 && !d->shut) ? 200 :
	    404;
}

/* What people outside see, whoever's cookie of staff comes along. */
void
whole_rooms(void)
{
	int i;

	for (i = 0; i < DOSSIERS; i++) {
		room = i;
		get(dice(VIEWERS), "/portal");
		if (status != (model_room(i) ? 200 : 404))
			wrong(0, "the room of %s", dossiers[i].number);
		only_shared(i);
		get(dice(VIEWERS), "/portal/documents/%d", 1 + dice(2));
		if (status != (model_shared(i, IN_FILE, i) &&
		    strchr(asked, '1') != NULL ? 200 : 404))
			wrong(0, "the file of %s", dossiers[i].number);
		room = -1;
		get(dice(VIEWERS), "/portal/share/room-of-%d", i);
		if (status != link_status(i))
			wrong(0, "the link of %s", dossiers[i].number);
		if (strstr(body, "zq") != NULL)
			wrong(0, "a link tells of %s", dossiers[i].number);
		get(dice(VIEWERS), "/portal");
		if (status != 404)
			wrong(0, "no room, beside %s", dossiers[i].number);
	}
}
