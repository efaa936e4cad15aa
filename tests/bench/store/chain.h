/* SPDX-License-Identifier: MIT */
#ifndef BENCH_STORE_CHAIN_H
#define BENCH_STORE_CHAIN_H

#include "make.h"
#include "store/store_event.h"

/* The log of one dossier, hashed as the programs do. */
struct chain {
	struct make *m;
	struct load events, bodies, guards;
	struct store_event e;		/* the last one */
};

void	 chain_start(struct chain *, struct make *);
void	 chain_begin(struct chain *, int64_t dossier);
/* One more: kind, who, when, and its body in JSON. */
void	 chain_add(struct chain *, const char *kind, int64_t actor,
	    int64_t happened, const char *body);
/* The last one speaks of this thing in a compartment. */
void	 chain_guard(struct chain *, int64_t no, int64_t compartment);
void	 chain_flush(struct chain *);

#endif
