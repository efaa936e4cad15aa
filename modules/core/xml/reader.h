/* SPDX-License-Identifier: MIT */
#ifndef XML_READER_H
#define XML_READER_H

#include <stdbool.h>
#include <stddef.h>

#include "base/arena.h"
#include "base/refuse.h"

/*
 * The one way in for XML, and the only user of libxml2's parser. Never
 * resolves an entity, never fetches anything, refuses any DOCTYPE and more
 * than READER_DEPTH levels. Two forms: a whole document as a tree of plain
 * structs, or a stream of elements for files of any size.
 */
#define READER_DEPTH 128

struct reader_attr {
	struct reader_attr *next;
	const char *ns;		/* namespace name, "" for none */
	const char *name;
	const char *value;
};

struct reader_node {
	struct reader_node *next, *first, *parent;
	const char *ns;		/* "" for none */
	const char *name;	/* NULL: this is text */
	const char *text;	/* of a text node, else NULL */
	struct reader_attr *attrs;
	int line;
};

/* Something wrong in a file, for the person who wrote it. */
struct reader_fault {
	struct reader_fault *next;
	const char *file;	/* as the caller called it */
	int line;		/* 0: the file as a whole */
	const char *text;	/* an English sentence */
};

/*
 * The root of a document, all in the arena; NULL with at least one fault
 * appended otherwise. schema: path of a RelaxNG file (without includes) that
 * the document must fulfil, or NULL. Comments and instructions are dropped.
 */
struct reader_node *reader_tree(struct arena *, const char *file,
	    const char *bytes, size_t len, const char *schema,
	    struct reader_fault **faults);
/* The same from a file of at most max bytes, which is also its name. */
struct reader_node *reader_file(struct arena *, const char *path, size_t max,
	    const char *schema, struct reader_fault **faults);

/* Of a tree. */
bool	 reader_is(const struct reader_node *, const char *ns,
	    const char *name);
/* An attribute without namespace; NULL when it is not there. */
const char *reader_attr(const struct reader_node *, const char *name);
/* The same; "" when it is not there. */
const char *reader_given(const struct reader_node *, const char *name);
/* Where a word stands in a list that ends with NULL; -1: nowhere. */
int	 reader_place(const char *const *list, const char *word);
/* What libxml2 takes for an address (xs:anyURI) in its schemas. */
bool	 reader_address_ok(const char *);
/* The first, or next, element child (ns and name NULL: any). */
struct reader_node *reader_child(const struct reader_node *, const char *ns,
	    const char *name);
struct reader_node *reader_after(const struct reader_node *, const char *ns,
	    const char *name);
/* All text inside, white space trimmed and runs of it made one blank. */
const char *reader_words(struct arena *, const struct reader_node *);
/* The text right inside, as it is written; and without white space around
 * it. */
const char *reader_written(struct arena *, const struct reader_node *);
const char *reader_prose(struct arena *, const struct reader_node *);
void	 reader_add_fault(struct arena *, struct reader_fault **,
	    const char *file, int line, const char *fmt, ...)
	    __attribute__((format(printf, 5, 6)));

/* ERR_INVALID; each fault is a line of cx->why: file:line: sentence. */
enum err reader_refuse(struct ctx *, const struct reader_fault *);

/*
 * The stream. Plain or gzipped; memory does not grow with the file.
 *   s = reader_open(a, path, schema, &faults);
 *   while (reader_next(s)) ...
 *   if (!reader_close(s)) ... faults says why
 * reader_open() never returns NULL: what is wrong shows at the first step.
 */
struct reader_stream;

struct reader_stream *reader_open(struct arena *, const char *path,
	    const char *schema, struct reader_fault **faults);
/* On to the next start or end tag; false at the end or fault. An empty
 * element gives a start and an end all the same. */
bool	 reader_next(struct reader_stream *);
enum reader_event { READER_START = 1, READER_END };
enum reader_event reader_event(const struct reader_stream *);
/* Of a start tag: the element whole, with all that is in it, in the arena; the
 * next step is on to what stands behind it. NULL at a fault, or when it takes
 * more than max bytes of the file. */
struct reader_node *reader_copy(struct reader_stream *, struct arena *,
	    size_t max);
/* From now on text outside of such elements is a fault. */
void	 reader_refuse_text(struct reader_stream *);
/* Valid until the next step; depth of the root is 0. */
const char *reader_name(const struct reader_stream *);	/* local name */
const char *reader_space(const struct reader_stream *);	/* "" none */
const char *reader_value(struct reader_stream *, const char *attr); /* NULL */
/* All of a start tag, in the arena. */
struct reader_attr *reader_attrs(const struct reader_stream *,
	    struct arena *);
int	 reader_depth(const struct reader_stream *);
int	 reader_line(const struct reader_stream *);
/* True when the whole file was read and is right. Releases the handle. */
bool	 reader_close(struct reader_stream *);

#endif
