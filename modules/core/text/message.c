/* SPDX-License-Identifier: MIT */
/* The only file that knows gettext. LANGUAGE is switched for each request,
 * which works in any UTF-8 locale but not in "C". */
#include "text/message.h"

#include <libintl.h>
#include <locale.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "base/log.h"

#define DOMAIN "dossier"

const char *const message_languages[] = {
	"en", "fr", "de", "it", "pt", "ja", NULL
};

const char *const message_names[] = {
	"English", "Français", "Deutsch", "Italiano", "Português", "日本語", NULL
};

static int current;		/* index of the language in use */

/* gettext keeps what it found until this number changes. */
extern int _nl_msg_cat_cntr;

static void
use(int language)
{
	if (language == current)
		return;
	current = language;
	setenv("LANGUAGE", message_languages[language], 1);
	++_nl_msg_cat_cntr;
}

void
message_open(const char *locale)
{
	/* Everything but the messages stays as a program expects it. */
	if (setlocale(LC_CTYPE, "C.UTF-8") == NULL ||
	    setlocale(LC_MESSAGES, "C.UTF-8") == NULL)
		log_fatal("this system has no locale C.UTF-8");
	if (bindtextdomain(DOMAIN, locale) == NULL ||
	    bind_textdomain_codeset(DOMAIN, "UTF-8") == NULL ||
	    textdomain(DOMAIN) == NULL)
		log_fatal("the catalogues in %s cannot be opened", locale);
	current = -1;
	use(0);
}

void
message_use(const char *lang)
{
	use(message_index(lang));
}

const char *
message(const char *english)
{
	if (current == 0 || *english == '\0')
		return english;
	return gettext(english);
}

const char *
message_plural(const char *one, const char *many, long n)
{
	unsigned long count = n < 0 ? 0ul - (unsigned long)n :
	    (unsigned long)n;

	if (current == 0)
		return count == 1 ? one : many;
	return ngettext(one, many, count);
}

const char *
message_in(const char *lang, const char *english)
{
	int before = current;
	const char *found;

	message_use(lang);
	found = message(english);
	use(before);
	return found;
}

const char *
message_plural_in(const char *lang, const char *one, const char *many, long n)
{
	int before = current;
	const char *found;

	message_use(lang);
	found = message_plural(one, many, n);
	use(before);
	return found;
}

int
message_index(const char *lang)
{
	int i;

	for (i = 0; lang != NULL && message_languages[i] != NULL; i++)
		if (strcmp(message_languages[i], lang) == 0)
			return i;
	return 0;
}

/* The language that a range such as "pt-BR" names; -1: none of ours. */
static int
named(const char *range, size_t len)
{
	int i;

	for (i = 0; message_languages[i] != NULL; i++)
		if (len >= 2 && strncasecmp(range, message_languages[i], 2) == 0
		    && (len == 2 || range[2] == '-'))
			return i;
	return -1;
}

/* "q=0.8" of a range's parameters in thousandths; 1000 when it has none. */
static int
quality(const char *s, size_t len)
{
	const char *end = s + len;
	int value, digits;

	for (; end - s >= 3; s++) {
		if ((*s != 'q' && *s != 'Q') || s[1] != '=')
			continue;
		s += 2;
		value = *s == '1' ? 1000 : 0;
		if (end - s < 2 || s[1] != '.')
			return value;
		for (s += 2, digits = 100; s < end && digits > 0 &&
		    *s >= '0' && *s <= '9'; s++, digits /= 10)
			value += (*s - '0') * digits;
		return value > 1000 ? 1000 : value;
	}
	return 1000;
}

const char *
message_accept(const char *header, const char *fallback)
{
	const char *s = header;
	int best = -1, best_quality = 0, found, q;
	size_t all, range;

	for (; s != NULL && *s != '\0'; s += all + (s[all] == ',')) {
		s += strspn(s, " \t");
		all = strcspn(s, ",");
		range = strcspn(s, ";, \t");
		if ((found = named(s, range)) < 0)
			continue;
		q = quality(s + range, all - range);
		if (q > best_quality) {
			best = found;
			best_quality = q;
		}
	}
	return best < 0 ? message_languages[message_index(fallback)] :
	    message_languages[best];
}

const char *
message_label(const struct label *label, const char *lang)
{
	const char *text = label->text[message_index(lang)];

	if (text == NULL || *text == '\0')
		text = label->text[0];
	return text == NULL ? "" : text;
}
