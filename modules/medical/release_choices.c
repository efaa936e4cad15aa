/* SPDX-License-Identifier: MIT */
/* What the forms about records that leave choose from. */
#include <stdlib.h>
#include <string.h>

#include "domain/dossier/consent_words.h"
#include "domain/dossier/party.h"
#include "medical/releases.h"
#include "text/message.h"
#include "text/number.h"

/* Bits of consent_purpose, as a form has them. */
const char *const release_choices_purposes[] = { "", "1", "2", "4", "8",
    "16", "32", NULL };

static const char *
plain(struct request *rq, int64_t n)
{
	return number_plain(rq->cx.arena, n, 0);
}

void
release_choices(struct request *rq, const struct dossier *d)
{
	const struct party *p;
	unsigned int bit;
	const char *word;

	for (p = d->parties; p != NULL; p = p->next)
		if (p->ended == 0 && strcmp(p->role, "lead") != 0)
			view_option(rq->view, "people", plain(rq, p->no),
			    arena_printf(rq->cx.arena, "%s (%s)", p->name,
			    party_role(&rq->cx, d->type, p->role)));
	for (bit = 1; bit <= CONSENT_PURPOSES; bit <<= 1)
		if ((word = consent_words_purpose(bit)) != NULL)
			view_option(rq->view, "purposes", plain(rq, bit),
			    _(word));
	for (bit = CONSENT_ALL; bit <= CONSENT_WHATS; bit <<= 1)
		if ((word = consent_words_what(bit)) != NULL)
			view_option(rq->view, "whats", plain(rq, bit),
			    _(word));
}

unsigned int
release_choices_what(struct request *rq)
{
	const char *name, *text;
	unsigned int what = 0;
	size_t i;

	for (i = 0; form_each(rq, "what.", i, &name, &text); i++)
		what |= (unsigned int)strtoul(name + strlen("what."), NULL,
		    10);
	return what & CONSENT_WHATS;
}

unsigned int
release_choices_purpose(struct request *rq)
{
	return (unsigned int)strtoul(form_text(rq, "purpose"), NULL, 10);
}
