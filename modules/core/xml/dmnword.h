/* SPDX-License-Identifier: MIT */
#ifndef XML_DMNWORD_H
#define XML_DMNWORD_H

#include <stdarg.h>
#include <stdbool.h>

#include "base/arena.h"
#include "model/dmn.h"
#include "xml/reader.h"

/* What every part of a DMN file is made of. */
#define DMNWORD_FAULTS 1000	/* kept of one file, and as many remarks */

struct dmnword {		/* a model being read */
	struct arena *arena;
	struct dmn_model *model;
	const char *ns;		/* of this version of DMN */
	struct dmn_fault **tail;
	size_t faults, remarks;	/* told, or left out */
	const char *element;	/* what is being read, for faults */
	size_t rule, column;	/* of its table */
};

void	 dmnword_fault(struct dmnword *, int line, const char *fmt, ...)
	    __attribute__((format(printf, 3, 4)));
/* Worth a look, but the model runs all the same. */
void	 dmnword_mild(struct dmnword *, int line, const char *fmt, ...)
	    __attribute__((format(printf, 3, 4)));

/* Words that may be there once each, and where they stand. */
struct dmnword_seen {
	struct dmnword_place {
		const char *word;
		int line;
		size_t column;
	} *list;
	size_t n, room;
};
void	 dmnword_saw(struct dmnword *, struct dmnword_seen *, const char *word,
	    int line);		/* "" is none */
/* A fault for each that was seen before; what: “The name”. */
void	 dmnword_once(struct dmnword *, struct dmnword_seen *,
	    const char *what);

/* The same of one that must be there; what: “a decision”, for the fault. */
const char *dmnword_name(struct dmnword *, const struct reader_node *,
	    const char *what);
/* typeRef, and any name of a type, as DMN 1.3 has them: without the prefix of
 * DMN 1.1, and by the names that FEEL itself has. */
const char *dmnword_type(const struct dmnword *, const struct reader_node *);
const char *dmnword_type_name(const struct dmnword *, const char *);
/* Children in DMN's own namespace; NULL name: any but descriptions and
 * extensions. */
const struct reader_node *dmnword_child(const struct dmnword *,
	    const struct reader_node *, const char *name);
const struct reader_node *dmnword_after(const struct dmnword *,
	    const struct reader_node *, const char *name);

/* The text of a child, for people: without white space around it. */
const char *dmnword_prose(const struct dmnword *, const struct reader_node *,
	    const char *child);
/* What an expression or a test says in its <text>. */
struct dmn_text dmnword_text(struct dmnword *, const struct reader_node *);
/* The same of the child named so; no text where there is none. */
struct dmn_text dmnword_text_of(struct dmnword *, const struct reader_node *,
	    const char *child);

/* An information item: a name that must be there, and its type. */
struct dmn_variable *dmnword_variable(struct dmnword *,
	    const struct reader_node *, const char *what);
/* All children named so, each name once. */
struct dmn_variable *dmnword_variables(struct dmnword *,
	    const struct reader_node *, const char *child, const char *what);

#endif
