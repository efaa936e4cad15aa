/* SPDX-License-Identifier: MIT */
/* The ways on which requests come, in their words. */
#include "domain/spine/medium.h"

#include <string.h>

#include "base/count.h"
#include "text/message.h"

static const struct medium {
	const char *code, *word, *arrived, *further;
} mediums[] = {
	{ "web", N_("Web"), N_("Request arrived by web form"),
	    N_("A further request arrived by web form") },
	{ "phone", N_("Phone"), N_("Request arrived by phone"),
	    N_("A further request arrived by phone") },
	{ "counter", N_("Counter"), N_("Request arrived at the counter"),
	    N_("A further request arrived at the counter") },
	{ "letter", N_("Letter"), N_("Request arrived by letter"),
	    N_("A further request arrived by letter") },
	{ "mail", N_("E-mail"), N_("Request arrived by e-mail"),
	    N_("A further request arrived by e-mail") },
	{ "plan", N_("Plan"), N_("Opened by the plan of another case"),
	    N_("A further request arrived") },
	{ "import", N_("Import"), N_("Taken over from another system"),
	    N_("A further request arrived") }
};

const char *const medium_codes[] = {
	"web", "phone", "counter", "letter", "mail", NULL
};

static const struct medium *
medium_of(const char *code)
{
	size_t i;

	for (i = 0; i < COUNT(mediums); i++)
		if (strcmp(mediums[i].code, code) == 0)
			return &mediums[i];
	return NULL;
}

bool
medium_known(const char *code)
{
	return medium_of(code) != NULL;
}

const char *
medium_word(const char *code)
{
	const struct medium *m = medium_of(code);

	return m == NULL ? code : _(m->word);
}

const char *
medium_arrived(const char *code)
{
	const struct medium *m = medium_of(code);

	return m == NULL ? _("Registered") : _(m->arrived);
}

const char *
medium_further(const char *code)
{
	const struct medium *m = medium_of(code);

	return m == NULL ? _("A further request arrived") : _(m->further);
}
