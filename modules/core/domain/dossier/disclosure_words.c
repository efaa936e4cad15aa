/* SPDX-License-Identifier: MIT */
/* The words of requests for records, and of what left the house. */
#include "domain/dossier/disclosure_words.h"

#include <string.h>

#include "text/message.h"

const char *const disclosure_words_askers[] = { DISCLOSURE_ASKERS, NULL };
const char *const disclosure_words_cames[] = { DISCLOSURE_CAME, NULL };
const char *const disclosure_words_grounds[] = { DISCLOSURE_GROUNDS, NULL };
const char *const disclosure_words_ways[] = { DISCLOSURE_WAYS, NULL };

static const char *
word_of(const char *const *codes, const char *const *words, const char *code)
{
	size_t i = 0;

	while (codes[i] != NULL && strcmp(codes[i], code) != 0)
		i++;
	return codes[i] == NULL ? code : _(words[i]);
}

const char *
disclosure_words_asker(const char *code)
{
	static const char *const words[] = { N_("The patient"),
	    N_("A person"), N_("An organisation"), N_("An authority"),
	    N_("A court") };

	return word_of(disclosure_words_askers, words, code);
}

const char *
disclosure_words_came(const char *code)
{
	static const char *const words[] = { N_("Letter"), N_("Mail"),
	    N_("Phone"), N_("At the counter"), N_("Fax") };

	return word_of(disclosure_words_cames, words, code);
}

const char *
disclosure_words_ground(const char *code)
{
	static const char *const words[] = { N_("The patient's own right"),
	    N_("Consent of the patient"), N_("Order of a court"),
	    N_("Required by law"), N_("Public health"),
	    N_("Oversight of health care") };

	return strcmp(code, DISCLOSURE_NONE) == 0 ?
	    _("None: it left by mistake") :
	    word_of(disclosure_words_grounds, words, code);
}

const char *
disclosure_words_way(const char *code)
{
	static const char *const words[] = { N_("Sharing room"),
	    N_("By post"), N_("Handed over"), N_("Mail"), N_("Fax"),
	    N_("Phone") };

	return word_of(disclosure_words_ways, words, code);
}

const char *
disclosure_words_state(enum disclosure_state state)
{
	static const char *const words[] = { N_("Received"),
	    N_("Authorisation checked"), N_("Collected"), N_("Reviewed"),
	    N_("Delivered"), N_("Refused"), N_("Withdrawn") };

	return _(words[state]);
}
