/* SPDX-License-Identifier: MIT */
#ifndef WEB_TEMPLATE_COMPILE_H
#define WEB_TEMPLATE_COMPILE_H

#include "base/buf.h"
#include "text/message.h"
#include "web/template_ops.h"
#include "xml/xml_template.h"

/*
 * From the tree of a template to its operations, for one language. The
 * work is split by subject: elements (compile), attributes (attr), fields
 * (field), sentences (sentence), names and what stands in braces (name).
 */

/* What a name means here: a loop variable or a parameter of a part. */
struct scope {
	const struct scope *next;
	const char *name;
	size_t len;
	struct ref ref;
};

/* What the user of a layout or part put in its places. */
struct fills {
	const struct fills *outer;
	const struct xml_template_node *user;
	const struct scope *scope;	/* of the user */
};

struct compiler {
	struct arena *arena;
	const char *lang;
	const char *path;		/* before every address, "" none */
	struct reader_fault **faults;
	struct reader_fault **misfits;	/* bad translations; may be NULL */
	/* the tree of another template, or NULL with faults added */
	const struct xml_template_node *(*load)(void *data, const char *name,
	    struct reader_fault **faults);
	void *data;
	/* told of each sentence; many is NULL but for plurals */
	void (*sentence)(void *data, const char *file, int line,
	    const char *one, const char *many);
	struct op *op;			/* in grown, until it is whole */
	size_t n;
	struct buf grown;
	struct buf raw;			/* not yet an operation */
	const struct scope *scope;
	const struct fills *fills;
	unsigned int slots;		/* in use */
	int depth;			/* of parts in parts */
	bool silent;			/* inside translate="no" */
	bool in_select;			/* options follow a d:field */
	const char *label_of;		/* inside the <label> of this field */
	struct op_label *labels;
};

/* What stands around an element, from its start to its end. */
#define COMPILE_GUARDS 6
struct guards {
	size_t jump[COMPILE_GUARDS];	/* to be patched to the end */
	size_t n;
	size_t each, body;		/* of d:each, n of op when absent */
	bool looped;
	const struct scope *scope;
	bool silent, in_select;
};

/* template_compile.c */
struct ops template_compile(struct compiler *,
	    const struct xml_template_node *root);
void	 template_compile_fault(struct compiler *,
	    const struct xml_template_node *, const char *fmt, ...)
	    __attribute__((format(printf, 3, 4)));
struct op *template_compile_op(struct compiler *, enum op_code);
size_t	 template_compile_here(struct compiler *);	/* the next op */
/* The operation at jumps here. */
void	 template_compile_land(struct compiler *, size_t at);
void	 template_compile_raw(struct compiler *, const char *);
void	 template_compile_escaped(struct compiler *, const char *, size_t);
void	 template_compile_element(struct compiler *,
	    const struct xml_template_node *);
void	 template_compile_open(struct compiler *,
	    const struct xml_template_node *, struct guards *);
void	 template_compile_close(struct compiler *,
	    const struct xml_template_node *, struct guards *);

/* template_attr.c: the whole start tag */
void	 template_attr_tag(struct compiler *,
	    const struct xml_template_node *);
bool	 template_attr_void(const char *tag);	/* has no end tag */
/* One attribute, and what stands between its quotes. */
void	 template_attr_fixed(struct compiler *,
	    const struct xml_template_node *, const struct xml_template_attr *);
void	 template_attr_dynamic(struct compiler *,
	    const struct xml_template_node *, const struct xml_template_attr *);
void	 template_attr_quote(struct compiler *, const char *name); /* opens */
void	 template_attr_pieces(struct compiler *, const struct pieces *,
	    bool address);

/* template_field.c: attributes that a field writes, so that nobody else does */
enum template_owned {
	OWN_NONE, OWN_NAME, OWN_VALUE, OWN_ID, OWN_TICK, OWN_OPTION
};
enum template_owned template_field(struct compiler *,
	    const struct xml_template_node *);
void	 template_field_option(struct compiler *,
	    const struct xml_template_node *);
bool	 template_field_owns(enum template_owned, const char *name);

/* template_sentence.c: what stands inside an element */
void	 template_sentence_content(struct compiler *,
	    const struct xml_template_node *);
void	 template_sentence_plural(struct compiler *,
	    const struct xml_template_node *);
/* An attribute's sentence, translated, inside its quotes. */
void	 template_sentence_attr(struct compiler *,
	    const struct xml_template_node *, const char *text);

/* template_name.c */
bool	 template_name_ref(struct compiler *,
	    const struct xml_template_node *, const char *, size_t,
	    struct ref *out);
bool	 template_name_value(struct compiler *,
	    const struct xml_template_node *, const char *,
	    struct ref *, enum format *);
/* "{name | format}" at s: its length, 0 if that is no such thing. */
size_t	 template_name_braces(const char *s);
bool	 template_name_pieces(struct compiler *,
	    const struct xml_template_node *, const char *,
	    struct pieces *out);
bool	 template_name_cond(struct compiler *,
	    const struct xml_template_node *, const char *, size_t,
	    struct cond *out);
const char *template_name_word(const char **s, size_t *len);

#endif
