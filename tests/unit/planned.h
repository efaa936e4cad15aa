/* SPDX-License-Identifier: MIT */
#ifndef TESTS_PLANNED_H
#define TESTS_PLANNED_H

#include "base/refuse.h"

/*
 * The world of world.h, where new complaints have the plan of
 * tests/data/casetypes/repair: every kind of item, in stages that are phases.
 * They are installed from the folder of type_folder.h.
 */
struct dossier;
struct value;

void	 planned_start(void);		/* the world anew; mia acts */
enum err planned_install(const char *plan);

struct value *planned_value(struct value *next, const char *field,
	    const char *text);
struct dossier *planned_registered(const char *paid);
struct dossier *planned_accepted(const char *paid);	/* led by mia */
enum err planned_changed(struct dossier **, const char *field,
	    const char *text);

#endif
