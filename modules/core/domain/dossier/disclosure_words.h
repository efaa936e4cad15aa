/* SPDX-License-Identifier: MIT */
#ifndef DOMAIN_DISCLOSURE_WORDS_H
#define DOMAIN_DISCLOSURE_WORDS_H

#include "model/disclosure.h"

/* The words of requests for records, and of what left the house. */
const char *disclosure_words_asker(const char *code);
const char *disclosure_words_came(const char *code);
const char *disclosure_words_ground(const char *code);
const char *disclosure_words_way(const char *code);
const char *disclosure_words_state(enum disclosure_state);
/* Their codes, NULL behind the last. */
extern const char *const disclosure_words_askers[], *const
    disclosure_words_cames[], *const disclosure_words_grounds[], *const
    disclosure_words_ways[];

#endif
