/* SPDX-License-Identifier: MIT */
#ifndef DOMAIN_FORM_MODEL_H
#define DOMAIN_FORM_MODEL_H

#include "base/ctx.h"
#include "domain/type/plan_model.h"
#include "model/typeform.h"
#include "rules/type/questions.h"
#include "xml/reader.h"

/*
 * The forms of a type's version, read and compiled once a process. Their
 * conditions know the answers before them and what a plan knows: fields and
 * groups by code, "forms" and "case".
 */
struct form_model {
	struct form_model *next;
	const struct type_form *form;
	const struct questions *questions;
	const struct feel_scope *scope;	/* outside of the questions */
	bool forms, tells;	/* it uses "forms", "case" */
};

enum err form_model_all(struct ctx *, const struct casetype *,
	    const struct form_model **out);	/* by their codes */
/* NULL: this version has no form of the code. */
enum err form_model(struct ctx *, const struct casetype *, const char *code,
	    const struct form_model **out);

/* One that is being changed, beside that version. */
struct form_model *form_model_draft(struct ctx *, const struct casetype *,
	    const struct type_form *, struct reader_fault **);

/* Question and section by code; NULL: none. */
const struct type_form_question *form_model_question(
	    const struct type_form *, const char *code);

/* Checks the forms of a folder, and that nothing beside them speaks of one
 * that is not there; schema: of forms, or NULL. */
struct store_type_model;
void	 form_model_check(struct arena *, const char *dir,
	    const struct casetype *, const struct store_type_model *,
	    const char *schema, struct reader_fault **);

#endif
