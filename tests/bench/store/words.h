/* SPDX-License-Identifier: MIT */
#ifndef BENCH_STORE_WORDS_H
#define BENCH_STORE_WORDS_H

#include "make.h"

/* Six languages: names, and words that come by Zipf's law. */
#define WORDS_TONGUES 6
#define WORDS_EACH 4000

void	 words_start(struct make *);
int	 words_tongue(struct make *);		/* en most, ja least */
const char *words_code(int tongue);		/* en fr de it pt ja */
const char *words_one(struct make *, int tongue);
/* So many of them as a phrase, in m->cx.arena. */
const char *words_phrase(struct make *, int tongue, int64_t n);
void	 words_name(struct make *, int tongue, const char **given,
	    const char **family);

#endif
