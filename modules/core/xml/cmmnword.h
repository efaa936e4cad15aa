/* SPDX-License-Identifier: MIT */
#ifndef XML_CMMNWORD_H
#define XML_CMMNWORD_H

#include <stdarg.h>
#include <stdbool.h>

#include "base/arena.h"
#include "model/cmmn.h"
#include "xml/reader.h"

/* What every part of a CMMN file is made of. */
#define CMMNWORD_FAULTS 1000	/* kept of one file, and as many remarks */
#define CMMNWORD_NS "http://www.omg.org/spec/CMMN/20151109/MODEL"

struct cmmnword_place {		/* an element and the struct made for it */
	const struct reader_node *node;
	const char *id;		/* "" none */
	void *made;		/* NULL: of a kind that has none */
};

struct cmmnword {		/* a model being read */
	struct arena *arena;
	struct cmmn_model *model;
	struct cmmn_fault **tail;
	size_t faults, remarks;	/* told, or left out */
	struct cmmnword_place *places;	/* in the order of the nodes */
	const struct cmmnword_place **by_id;	/* in that of the ids */
	size_t n_places, n_ids, room;
	size_t nameless;	/* ids that were given */
	struct cmmn_word **vendors, **variables;	/* ends of lists */
};

/* Faults are told of the element, or of the nearest around it that has a name
 * or an id. */
void	 cmmnword_fault(struct cmmnword *, const struct reader_node *,
	    const char *fmt, ...) __attribute__((format(printf, 3, 4)));
/* Worth a look, but the model runs all the same. */
void	 cmmnword_mild(struct cmmnword *, const struct reader_node *,
	    const char *fmt, ...) __attribute__((format(printf, 3, 4)));

bool	 cmmnword_flag(const struct reader_node *, const char *,
	    bool otherwise);
/* Children of CMMN's own, by name; NULL: any. */
const struct reader_node *cmmnword_child(const struct reader_node *,
	    const char *name);
const struct reader_node *cmmnword_after(const struct reader_node *,
	    const char *name);
/* What its <documentation> says, "" nothing. */
const char *cmmnword_documentation(struct cmmnword *,
	    const struct reader_node *);

/* Takes note of an element that stands where it may; then of the ids of all
 * that were taken, each of which may be there once. */
void	 cmmnword_take(struct cmmnword *, const struct reader_node *);
void	 cmmnword_taken(struct cmmnword *);
/* The struct for an element that was taken; NULL: it was not. */
void	*cmmnword_made(const struct cmmnword *, const struct reader_node *);
/*
 * What an attribute refers to: an element of one of these names (separated by
 * blanks, as they are written in the file). NULL, with a fault where the
 * attribute is there and leads nowhere.
 */
void	*cmmnword_ref(struct cmmnword *, const struct reader_node *,
	    const char *attr, const char *names);
/* The node instead; id: as it stands in the attribute. */
const struct reader_node *cmmnword_find(const struct cmmnword *,
	    const char *id);
/* The next id of a list of them, NULL at the end; *at begins as the list. */
const char *cmmnword_next_id(struct cmmnword *, const char **at);
/* The same as cmmnword_ref() of one id of a list. */
void	*cmmnword_ref_of(struct cmmnword *, const struct reader_node *,
	    const char *attr, const char *id, const char *names);
/* The id of an element; where it has none one that no other has, which lasts
 * as long as the order of the file. */
const char *cmmnword_id(struct cmmnword *, const struct reader_node *);
/* The last part of prefix:name. */
const char *cmmnword_local(const char *qname);

/* Additions of other namespaces at and in an element. */
const struct cmmn_extension *cmmnword_extensions(struct cmmnword *,
	    const struct reader_node *);

#endif
