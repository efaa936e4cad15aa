/* SPDX-License-Identifier: MIT */
#ifndef TESTS_CMMN_PLAY_H
#define TESTS_CMMN_PLAY_H

#include "rules/cmmn/cmmn.h"

/* A plan item with its definition, and what stands in each. */
#define ITEM(id, kind, attributes, in_item, in_definition) \
	"<planItem id='" id "' definitionRef='" id "D'>" in_item \
	"</planItem><" kind " id='" id "D' " attributes ">" in_definition \
	"</" kind ">"
#define TASK(id, in_item) ITEM(id, "humanTask", "", in_item, "")
#define STAGE(id, in_item, inside) ITEM(id, "stage", "", in_item, inside)
#define AUTO(id, in_item, inside) \
	ITEM(id, "stage", "autoComplete='true'", in_item, inside)
#define MILESTONE(id, in_item) ITEM(id, "milestone", "", in_item, "")
#define LISTENER(id) ITEM(id, "userEventListener", "", "", "")
#define TIMER(id, time) \
	ITEM(id, "timerEventListener", "", "", \
	    "<timerExpression>" time "</timerExpression>")
#define ENTRY(sentry) "<entryCriterion id='in" sentry "' sentryRef='" \
	sentry "'/>"
#define EXIT(sentry) "<exitCriterion id='out" sentry "' sentryRef='" \
	sentry "'/>"
#define SENTRY(id, parts) "<sentry id='" id "'>" parts "</sentry>"
#define ON(item, event) "<planItemOnPart sourceRef='" item "'>" \
	"<standardEvent>" event "</standardEvent></planItemOnPart>"
#define IF(feel) "<ifPart><condition>" feel "</condition></ifPart>"
#define CONTROL(rules) "<itemControl>" rules "</itemControl>"
#define RULE(rule, feel) "<" rule "Rule><condition>" feel \
	"</condition></" rule "Rule>"
#define MANUAL CONTROL(RULE("manualActivation", "true"))
#define REQUIRED CONTROL(RULE("required", "true"))
#define REPEAT(feel) CONTROL(RULE("repetition", feel))

/*
 * A case plan that is played: its inside is written as CMMN, its data are
 * variables a to z that expressions may use, and items are named by their
 * id in the model, the lowest open one, or "id/2" for a round.
 */
struct play {
	struct arena *arena;
	struct cmmn_model *model;
	struct cmmn_fault *read, *faults;	/* of reading, compiling */
	const struct cmmn *plan;
	struct cmmn_instance instance;
	struct feel_eval eval;
	struct feel_scope scope;
	struct feel_member names[26];
	struct feel_value values[26];
	struct feel_frame frame;
	struct cmmn_run run;
	int64_t now;
};

/* inside: of the casePlanModel; before it: of the case, such as its file. */
struct play *play_new(const char *attributes, const char *inside,
	    const char *before);
/* The same and its beginning, which must be allowed. */
struct play *play_begin(const char *inside);
void	 play_end(struct play *);
void	 play_set(struct play *, char name, struct feel_value);
void	 play_number(struct play *, char name, int);
void	 play_flag(struct play *, char name, bool);
/* The run, ready for the next event or question. */
struct cmmn_run *play_run(struct play *);
const struct cmmn_item *play_item(const struct play *, const char *id);
int64_t	 play_no(const struct play *, const char *id);
enum cmmn_refusal play_do(struct play *, const char *id,
	    enum cmmn_transition);
/* "active", of the case with ""; "none": there is no such item. */
const char *play_state(const struct play *, const char *id);
/* How many of the id there are in a state; NONE: in any. */
int	 play_count(const struct play *, const char *id, enum cmmn_state);
/* The last event's changes: "a complete, b start" */
const char *play_changes(struct play *);
/* All of them, id=state, of one instance after the other. */
const char *play_states(const struct play *);

#endif
