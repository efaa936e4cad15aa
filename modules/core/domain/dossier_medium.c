/* SPDX-License-Identifier: MIT */
#include <string.h>

#include "domain/dossier.h"
#include "text/message.h"

const char *
dossier_medium_word(const char *code)
{
	static const struct { const char *code, *word; } words[] = {
		{ "web", N_("Web") },
		{ "phone", N_("Phone") },
		{ "counter", N_("Counter") },
		{ "letter", N_("Letter") },
		{ "mail", N_("E-mail") },
		{ "import", N_("Import") },
	};
	size_t i;

	for (i = 0; i < sizeof(words) / sizeof(*words); i++)
		if (strcmp(code, words[i].code) == 0)
			return _(words[i].word);
	return code;
}
