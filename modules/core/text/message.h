/* SPDX-License-Identifier: MIT */
#ifndef TEXT_MESSAGE_H
#define TEXT_MESSAGE_H

#include "model/casetype.h"

/* Sentences of programs in six languages, through gettext. */
#define _(s)	message(s)
#define N_(s)	(s)		/* marks a constant, translated where used */

extern const char *const message_languages[];	/* en ... ja, NULL */
extern const char *const message_names[];	/* in themselves: Deutsch ... */

void	 message_open(const char *locale);	/* folder of the .mo files */
void	 message_use(const char *lang);		/* for the request under way */
const char *message(const char *english)
	    __attribute__((format_arg(1)));
const char *message_plural(const char *one, const char *many, long n)
	    __attribute__((format_arg(1))) __attribute__((format_arg(2)));
/* In a language other than the one in use. */
const char *message_in(const char *lang, const char *english)
	    __attribute__((format_arg(2)));
const char *message_plural_in(const char *lang, const char *one,
	    const char *many, long n)
	    __attribute__((format_arg(2))) __attribute__((format_arg(3)));
int	 message_index(const char *lang);	/* 0..5; en if unknown */
/* The best of ours for an Accept-Language header, or fallback. */
const char *message_accept(const char *header, const char *fallback);
/* A label in a language, else in English. */
const char *message_label(const struct label *, const char *lang);

#endif
