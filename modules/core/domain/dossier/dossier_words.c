/* SPDX-License-Identifier: MIT */
/* Names and codes in the bodies of events, as the viewer reads them. */
#include "domain/dossier/dossier_words.h"

#include <stdlib.h>
#include <string.h>

#include "domain/dossier/dossier.h"
#include "domain/dossier/exchange.h"
#include "domain/dossier/fact.h"
#include "domain/people/compartment.h"
#include "domain/spine/sight.h"
#include "domain/type/casetype.h"
#include "domain/type/casetype_former.h"
#include "domain/type/casetype_name.h"
#include "domain/type/document_kind.h"
#include "text/date.h"
#include "text/message.h"
#include "text/number.h"

struct word {
	const char *code, *word;
};

static const struct word labels[] = {
	{ "title", N_("Title") },
	{ "type", N_("Type") },
	{ "team", N_("Team") },
	{ "risk", N_("Risk") },
	{ "status", N_("Status") },
	{ "phase", N_("Phase") },
	{ "outcome", N_("Outcome") },
	{ "lead", N_("Lead") },
	{ "owner", N_("Owner") },
	{ "priority", N_("Priority") },
	{ "due", N_("Due") },
	{ "begins", N_("Begins") },
	{ "place", N_("Place") },
	{ "court", N_("Court") },
	{ "reference", N_("File number") },
	{ "judge", N_("Judge") },
	{ "filed", N_("Filed on") },
	{ "ended", N_("Ended on") },
	{ "entry", N_("Number") },
	{ "entered", N_("Entered on") },
	{ "filed_by", N_("Filed by") },
	{ "text", N_("Text") },
	{ "result", N_("Result") },
	{ "rule", N_("Rule") },
	{ "instructions", N_("Instructions") },
	{ "purpose", N_("What it is for") },
	{ "measure", N_("Measured by") },
	{ "start", N_("At the start") },
	{ "target", N_("Target") },
	{ "steps", N_("Steps") },
	{ "goal_due", N_("To be reached by") },
	{ "goal", N_("Goal") },
	{ "served_from", N_("From") },
	{ "served_until", N_("Until") },
	{ "server", N_("Who does it") },
	{ "condition", N_("Condition at the end") },
	{ "worked", N_("What worked") },
	{ "score", N_("Score") },
	{ "band", N_("Band") },
	{ "name", N_("Name") },
	{ "kind", N_("Kind") },
	{ "dated", N_("Date of the document") },
	{ "with_whom", N_("With whom") },
	{ "sent_way", N_("Sent or received") },
	{ "sent_by", N_("By what") },
	{ "sent_on", N_("Day") },
	{ "compartment", N_("Compartment") },
	{ "given", N_("Given name") },
	{ "family", N_("Family name") },
	{ "email", N_("E-mail") },
	{ "phone", N_("Phone") },
	{ "address", N_("Address") },
	{ "language", N_("Language") },
	{ "level", N_("Access") },
	{ "skills", N_("Skills") },
	{ "roles", N_("Roles") },
	{ "scopes", N_("Types and teams") },
	{ NULL, NULL }
};

static const struct word statuses[] = {
	{ "open", N_("Open") },
	{ "waiting", N_("Waiting") },
	{ "closed", N_("Closed") },
	{ NULL, NULL }
};

static const struct word priorities[] = {
	{ "1", N_("Low") },
	{ "2", N_("Normal") },
	{ "3", N_("High") },
	{ NULL, NULL }
};

static const struct word measures[] = {
	{ "number", N_("a number") },
	{ "yesno", N_("yes or no") },
	{ "steps", N_("its steps") },
	{ NULL, NULL }
};

static const struct word levels[] = {
	{ "exists", N_("knows that it exists") },
	{ "read", N_("reads") },
	{ "work", N_("works on it") },
	{ "decide", N_("decides") },
	{ "manage", N_("manages it") },
	{ NULL, NULL }
};

static const char *
word_of(const struct word *list, const char *code)
{
	for (; list->code != NULL; list++)
		if (strcmp(list->code, code) == 0)
			return _(list->word);
	return code;
}

/* A field of the type, or a row of one of its groups. */
static bool
field_of(const struct casetype *type, const char *name,
    struct casetype_named *out)
{
	return type != NULL && casetype_name_read(type, name, out) &&
	    out->field != NULL;
}

const char *
dossier_words_label(struct ctx *cx, const struct casetype *type,
    const char *name)
{
	struct casetype_named at;
	enum fact_kind kind;
	enum fact_place place;
	const char *label;

	if (fact_field_named(name, &kind, &place))
		return _(fact_field(kind, place)->label);
	if (!field_of(type, name, &at))
		return word_of(labels,
		    strncmp(name, "f.", 2) == 0 ? name + 2 : name);
	label = message_label(&at.field->label, cx->lang);
	return at.group == NULL ? label : arena_printf(cx->arena,
	    _("%s, row %lld, %s"), message_label(&at.group->plural, cx->lang),
	    (long long)at.no, label);
}

bool
dossier_words_hidden(struct ctx *cx, const struct casetype *type,
    const char *name)
{
	struct casetype_named at;

	return field_of(type, name, &at) &&
	    sight_of(cx, at.field) == SIGHT_NONE;
}

const char *
dossier_words_thing(struct ctx *cx, const struct casetype *type,
    const char *name)
{
	struct casetype_named at;

	return field_of(type, name, &at) && at.group != NULL ?
	    message_label(&at.group->plural, cx->lang) :
	    dossier_words_label(cx, type, name);
}

static const char *
moment(struct ctx *cx, const char *text)
{
	char *end;
	int64_t when = strtoll(text, &end, 10);

	if (*end != '\0')
		return text;
	return date_text(cx->arena, cx->lang, cx->zone, when, cx->now,
	    DATE_MOMENT);
}

/* What a field held that the type has no more: an earlier version of it
 * tells, else any type that has such a field and guards it. */
static const char *
of_another(struct ctx *cx, const struct casetype *type, const char *name,
    const char *text)
{
	const struct value v = { .field = name + 2, .text = text };
	const struct type_field *f;
	const struct casetype *t;
	struct casetype_former *former;

	if (casetype_former(cx, type, &v, &former) == OK && former != NULL)
		return casetype_show(cx, former->field, text);
	if (casetype_all(cx, &t) != OK)
		return sight_dots;
	for (; t != NULL; t = t->next)
		if ((f = casetype_field(t, v.field)) != NULL &&
		    sight_of(cx, f) != SIGHT_FULL)
			return sight_dots;
	return text;
}

/* What only the type can name. */
static const char *
of_type(struct ctx *cx, const struct casetype *type, const char *name,
    const char *text)
{
	struct casetype_named at;

	if (field_of(type, name, &at))
		return casetype_show(cx, at.field, text);
	if (strncmp(name, "f.", 2) == 0)
		return of_another(cx, type, name, text);
	if (strcmp(name, "phase") == 0)
		return casetype_word(cx, type->phases, text);
	if (strcmp(name, "risk") == 0)
		return casetype_word(cx, type->risks, text);
	if (strcmp(name, "outcome") == 0)
		return dossier_outcome(cx, type, text);
	if (strcmp(name, "type") == 0 && strcmp(type->code, text) == 0)
		return message_label(&type->label, cx->lang);
	return text;
}

static bool
is_day(const char *name)
{
	return strcmp(name, "dated") == 0 || strcmp(name, "goal_due") == 0 ||
	    strncmp(name, "served_", 7) == 0 ||
	    strcmp(name, "filed") == 0 || strcmp(name, "entered") == 0 ||
	    strcmp(name, "ended") == 0 || strcmp(name, "sent_on") == 0;
}

const char *
dossier_words_amount(struct ctx *cx, const char *text)
{
	size_t len = strcspn(text, " ");
	const char *plain = arena_textn(cx->arena, text, len);
	const char *dot = strchr(plain, '.');
	int decimals = dot == NULL ? 0 : (int)strlen(dot + 1);
	int64_t n;

	if (decimals > 6 || !number_plain_parse(plain, decimals, &n))
		return text;
	return arena_printf(cx->arena, "%s%s", number_text(cx->arena,
	    cx->lang, n, decimals), text + len);
}

const char *
dossier_words_show(struct ctx *cx, const struct casetype *type,
    const char *name, const char *text)
{
	enum fact_kind kind;
	enum fact_place place;

	if (text[0] == '\0')
		return "";
	if (fact_field_named(name, &kind, &place))
		return fact_show_as(cx, kind, place, text);
	if (strcmp(name, "status") == 0)
		return word_of(statuses, text);
	if (strcmp(name, "sent_way") == 0)
		return exchange_way(text);
	if (strcmp(name, "sent_by") == 0)
		return exchange_medium(text);
	if (strcmp(name, "priority") == 0)
		return word_of(priorities, text);
	if (strcmp(name, "level") == 0)
		return word_of(levels, text);
	if (strcmp(name, "due") == 0 || strcmp(name, "begins") == 0)
		return moment(cx, text);
	if (strcmp(name, "measure") == 0)
		return word_of(measures, text);
	if (strcmp(name, "start") == 0 || strcmp(name, "target") == 0)
		return dossier_words_amount(cx, text);
	if (is_day(name) && date_civil_ok(text))
		return date_civil(cx->arena, cx->lang, text);
	if (strcmp(name, "compartment") == 0)
		return compartment_word(text);
	if (strcmp(name, "kind") == 0)
		return document_kind_word(cx, type, text);
	return type == NULL ? text : of_type(cx, type, name, text);
}
