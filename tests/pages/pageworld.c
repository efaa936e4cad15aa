/* SPDX-License-Identifier: MIT */
/* Writes the world of the unit tests into the file $DOSSIER_WORLD, for
 * tests that run whole programs. */
#include "store/db.h"
#include "unit/world.h"

int
main(void)
{
	enum err e;

	given();
	e = db_commit(&cx);
	db_close(cx.db);
	return e == OK ? 0 : 1;
}
