/* SPDX-License-Identifier: MIT */
#ifndef XML_TYPEWORD_H
#define XML_TYPEWORD_H

#include <stdbool.h>

#include "base/arena.h"
#include "model/casetype.h"
#include "xml/reader.h"

/* What every part of a type.xml is made of. */

struct typeword {		/* a type being read */
	struct arena *arena;
	const char *file;
	struct reader_fault **faults;
	struct casetype *type;
	bool draft;		/* languages but English may be missing */
};

#define typeword_fault(r, line, ...)				\
	reader_add_fault((r)->arena, (r)->faults, (r)->file, (line),	\
	    __VA_ARGS__)

bool	 typeword_yes(const struct reader_node *, const char *);
/* The labels right inside a node: each of our languages exactly once. */
void	 typeword_label(struct typeword *,
	    const struct reader_node *, struct label *out);
/* Its code; reserved ones, up to NULL, are Dossier's own. */
const char *typeword_code(struct typeword *,
	    const struct reader_node *, const char *const *reserved);
/* Every <one> right inside a node, in its order; of NULL none. */
const struct term *typeword_terms(struct typeword *,
	    const struct reader_node *, const char *one,
	    const char *const *reserved);
const struct term *typeword_find(const struct term *, const char *code);

#endif
