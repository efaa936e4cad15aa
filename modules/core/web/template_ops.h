/* SPDX-License-Identifier: MIT */
#ifndef WEB_TEMPLATE_OPS_H
#define WEB_TEMPLATE_OPS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/*
 * What a template becomes: a list of operations that one walk runs. Only
 * the files template*.c include this.
 */
#define TEMPLATE_SLOTS 16	/* 0 the view, 1 "form", then loop variables */

/* Where a value is: a slot, then names of parts. The same steps have the same
 * place (template_keep.h). */
struct step {
	const char *name;
	size_t len;
	uint32_t hash;
};
struct ref {
	unsigned int slot, n;
	const struct step *steps;
};

enum format {
	FORMAT_KIND,		/* as its kind is usually written */
	FORMAT_DATE, FORMAT_SHORT, FORMAT_MOMENT, FORMAT_STAMP, FORMAT_TIME,
	FORMAT_DAY, FORMAT_AGO, FORMAT_SPAN, FORMAT_NUMBER, FORMAT_BYTES,
	FORMAT_PERCENT, FORMAT_PLAIN
};

/* A text with values in it. */
struct piece {
	const char *text;	/* NULL: the value of ref */
	struct ref ref;
	enum format format;
};
struct pieces {
	size_t n;
	const struct piece *p;
};

struct cond {
	struct ref ref;
	const char *word;	/* NULL: set or not */
	bool negated;
};

/* One part of d:class: word if cond, or the value of ref. */
struct class_item {
	const char *word;
	struct cond cond;
};

enum op_code {
	OP_RAW,		/* text, len */
	OP_TEXT,	/* ref, format; flag: a dash when empty */
	OP_ATTR,	/* ref, format */
	OP_WORD,	/* ref, in an attribute's sentence: localized */
	OP_ADDRESS,	/* ref: a whole address */
	OP_PART,	/* ref: percent-encoded */
	OP_CLASS,	/* text: fixed words or NULL; list: class_item[n] */
	OP_DATETIME,	/* ref: the attribute of <time> */
	OP_UNLESS,	/* cond: goes to jump when it does not hold */
	OP_ABSENT,	/* ref: goes to jump when there is nothing to write */
	OP_PLURAL,	/* ref: goes to jump unless one; flag: 0 is one */
	OP_JUMP,
	OP_EACH,	/* ref, slot: goes to jump when empty */
	OP_NEXT,	/* slot: goes to jump while there is one more */
	OP_TOKENS,	/* hidden inputs of a POST form */
	OP_FIELD,	/* pieces, text: described by, second: radio's value */
	OP_FIELDSET,	/* pieces, text: described by */
	OP_VALUE,	/* value="..."; goes to jump when it was written */
	OP_CONTENT,	/* of a textarea; goes to jump when it was written */
	OP_TICKED,	/* pieces, word, cond, flag: the default */
	OP_ERROR,	/* pieces: goes to jump when the field is right */
	OP_ERROR_TEXT
};

struct op {
	enum op_code code : 8;	/* small: a house has 400,000 of them */
	enum format format : 8;
	unsigned int slot : 8;
	bool flag : 1;
	union {
		uint32_t jump;
		uint32_t len;		/* of a raw text, of classes */
	};
	const char *text;
	union {
		struct ref ref;		/* of template_ops_has_ref() */
		struct {
			union {
				const struct cond *cond;
				const struct pieces *second;	/* fields */
				const struct class_item *list;	/* classes */
			};
			const struct pieces *pieces;
		};
	};
};

static inline bool
template_ops_has_ref(enum op_code code)
{
	return (code >= OP_TEXT && code <= OP_PART) || code == OP_DATETIME ||
	    code == OP_ABSENT || code == OP_PLURAL || code == OP_EACH;
}

/* What a page calls one of its fields, for the list of mistakes. */
struct op_label {
	const struct op_label *next;
	const char *field;
	const char *text;
};

struct ops {
	const struct op *op;
	size_t n;
	const struct op_label *labels;
	const char *path;	/* before addresses that are one value */
};

#endif
