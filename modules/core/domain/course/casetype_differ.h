/* SPDX-License-Identifier: MIT */
#ifndef DOMAIN_CASETYPE_DIFFER_H
#define DOMAIN_CASETYPE_DIFFER_H

#include "base/ctx.h"
#include "model/casetype.h"

/*
 * What one version of a type has and another has not, in the words of people:
 * for those who decide whether running cases are moved to it.
 */
enum casetype_part {
	CASETYPE_WORDS,		/* name, description, letters of numbers */
	CASETYPE_FIELDS, CASETYPE_PHASES, CASETYPE_PLAN, CASETYPE_DECISIONS,
	CASETYPE_TABLES, CASETYPE_FORMS, CASETYPE_STANDARDS, CASETYPE_ROLES,
	CASETYPE_OUTCOMES,
	CASETYPE_RISKS, CASETYPE_PAPERS
};
enum casetype_how { CASETYPE_ADDED, CASETYPE_REMOVED, CASETYPE_CHANGED };

struct casetype_detail {	/* a sentence on what changed */
	struct casetype_detail *next;
	const char *text;
};
struct casetype_difference {
	struct casetype_difference *next;
	enum casetype_part part;
	enum casetype_how how;
	const char *code;	/* "" of a whole */
	const char *label;	/* as the newer one calls it, if it has it */
	struct casetype_detail *details;
};

/* In the order of the parts; NULL: they are the same. */
enum err casetype_differ(struct ctx *, const struct casetype *from,
	    const struct casetype *to, struct casetype_difference **out);
/* The same of one form alone; from NULL: it is new, to NULL: it is gone. */
struct type_form;
enum err casetype_differ_form(struct ctx *, const struct casetype *,
	    const struct type_form *from, const struct type_form *to,
	    struct casetype_difference **out);
/* “Fields”: a heading. */
const char *casetype_differ_part(enum casetype_part);
/* “Lines of text”: of fields. */
const char *casetype_differ_kind(enum value_kind);

/* For casetype_differ_*.c: adds one at the end, and a sentence to it. */
struct casetype_differ {
	struct ctx *cx;
	const struct casetype *from, *to;
	struct casetype_difference *list, **tail;
	enum casetype_part part;
};
struct casetype_difference *casetype_differ_add(struct casetype_differ *,
	    enum casetype_how, const char *code, const char *label);
void	 casetype_differ_say(struct casetype_differ *,
	    struct casetype_difference **, const char *code, const char *label,
	    const char *fmt, ...) __attribute__((format(printf, 5, 6)));
/* Two texts, of which each may be NULL. */
bool	 casetype_differ_same(const char *, const char *);
void	 casetype_differ_fields(struct casetype_differ *);
/* NULL: the field is the same. */
struct casetype_difference *casetype_differ_fields_one(
	    struct casetype_differ *, const struct type_field *from,
	    const struct type_field *to);
/* Says that what is called so was called otherwise. */
void	 casetype_differ_label(struct casetype_differ *,
	    struct casetype_difference **, const char *code,
	    const struct label *from, const struct label *to);
enum err casetype_differ_forms(struct casetype_differ *);
void	 casetype_differ_forms_one(struct casetype_differ *,
	    const struct type_form *from, const struct type_form *to);
enum err casetype_differ_standards(struct casetype_differ *);
enum err casetype_differ_plan(struct casetype_differ *);
enum err casetype_differ_tables(struct casetype_differ *);

#endif
