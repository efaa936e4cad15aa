/* SPDX-License-Identifier: MIT */
#ifndef DOMAIN_FACT_CHECK_H
#define DOMAIN_FACT_CHECK_H

#include "base/ctx.h"
#include "domain/dossier/fact.h"

/* Fills the values of f, of its kind, from what was typed; old: as it was,
 * or NULL. What FHIR says of statuses and days holds afterwards. Fields are
 * refused by their names. */
enum err fact_check(struct ctx *, struct dossier *, struct fact *f,
	    const char *const typed[FACT_PLACES], const struct fact *old);
/* A day, a month or a year. */
bool	 fact_check_day(const char *);
/* The first is later than the second, as far as both say. */
bool	 fact_check_later(const char *, const char *);

#endif
