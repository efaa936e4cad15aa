/* SPDX-License-Identifier: MIT */
/* Who is at a dossier. */
#include "domain/desk/presence.h"

#include "store/store_presence.h"

#define SEEN 180	/* seconds that a glance lasts */
#define AGAIN 60	/* between two remarks at one dossier */
#define ELSEWHERE 5	/* who leafs through many is at none of them */

enum err
presence_others(struct ctx *cx, const struct dossier *d, struct person **out)
{
	int64_t there, anywhere;
	enum err e;

	if ((e = store_presence_others(cx, d, cx->now - SEEN, out)) != OK ||
	    (e = store_presence_own(cx, d, &there, &anywhere)) != OK)
		return e;
	/* what lies in the future was noted while the clock was wrong */
	if ((there > cx->now || cx->now - there >= AGAIN) &&
	    (anywhere > cx->now || cx->now - anywhere >= ELSEWHERE))
		cx->here = d->id;
	return OK;
}

enum err
presence_write(struct ctx *cx)
{
	int64_t here = cx->here;

	cx->here = 0;
	return here == 0 ? OK :
	    store_presence_note(cx, here, cx->now - SEEN);
}

enum err
presence_sweep(struct ctx *cx)
{
	return store_presence_sweep(cx, cx->now - SEEN);
}
