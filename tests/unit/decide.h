/* SPDX-License-Identifier: MIT */
#ifndef TESTS_DECIDE_H
#define TESTS_DECIDE_H

#include "base/arena.h"
#include "rules/dmn/dmn.h"
#include "xml/xml_dmn.h"

/*
 * Small models, and what they decide. Inputs are written as a context of
 * FEEL, and results are as string() writes them.
 */
extern struct arena *decide_arena;
extern const struct dmn_fault *decide_faults;	/* of the last model */
extern const struct feel_note *decide_notes;	/* of the last decision */
extern bool decide_error;
extern struct dmn_step *decide_why;

void	 decide_start(void);
/* XML of a model "urn:NAMESPACE" around its elements. */
const char *decide_model(const char *namespace, const char *elements);
/* Compiled: models as made above, NULL at the end; the first is asked. */
struct dmn *decide_compile(const char *main, ...);
/* Compiled: one model around these elements. */
struct dmn *decide_of(const char *elements);
/* What it gives, plain and with its derivation: one text where these agree, as
 * their notes have to. */
const char *decide(const struct dmn *, const char *name, const char *inputs);
struct feel_value decide_value(const struct dmn *, const char *name,
	    struct feel_value inputs, struct dmn_step **why);
struct feel_value decide_read(const char *feel);	/* a FEEL expression */
const char *decide_write(struct feel_value);

/* A decision "d" by a table over the input data of these names: inputs "a b",
 * outputs "x y", "" for one without a name, or XML; rules a line each, their
 * cells split by "|": <18 | - | "no". attrs: hitPolicy='ANY'. */
const char *decide_table(const char *attrs, const char *inputs,
	    const char *outputs, const char *rules);
/* A random cell on a number from 0 to 9; mixed: it may use "x" as well. */
const char *decide_cell(bool mixed);
/* A literal decision, by names of what it needs: "a d1 f". */
const char *decide_literal(const char *name, const char *needs,
	    const char *text);
const char *decide_input(const char *name, const char *type);
/* What a name begins with tells its kind: d a decision, f a function. */
const char *decide_needs(const char *names);
const char *decide_escape(const char *);
/* The first fault as line:element:sentence; "" none. */
const char *decide_fault(void);

#endif
