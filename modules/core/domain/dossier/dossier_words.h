/* SPDX-License-Identifier: MIT */
#ifndef DOMAIN_DOSSIER_WORDS_H
#define DOMAIN_DOSSIER_WORDS_H

#include <stdbool.h>

#include "base/ctx.h"
#include "model/casetype.h"

/* Names and codes in the bodies of events, as the viewer reads them. */
const char *dossier_words_label(struct ctx *, const struct casetype *,
	    const char *name);		/* "f.amount": the field's label */
/* Is it a field that the viewer is not told of? */
bool	 dossier_words_hidden(struct ctx *, const struct casetype *,
	    const char *name);
/* As the label, but of a row what the whole group is called. */
const char *dossier_words_thing(struct ctx *, const struct casetype *,
	    const char *name);
const char *dossier_words_show(struct ctx *, const struct casetype *,
	    const char *name, const char *text);
/* "12.5 hours" as the viewer writes numbers. */
const char *dossier_words_amount(struct ctx *, const char *text);

#endif
