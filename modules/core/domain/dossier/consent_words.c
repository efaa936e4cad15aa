/* SPDX-License-Identifier: MIT */
/* The words of consents. */
#include "domain/dossier/consent_words.h"

#include <string.h>

#include "base/config.h"
#include "domain/type/casetype.h"
#include "domain/type/document_kind.h"
#include "text/date.h"
#include "text/message.h"

struct bit {
	unsigned int bit;
	const char *word;
};
static const struct bit whats[] = {
	{ CONSENT_ALL, N_("Everything but counselling notes and records of "
	    "treatment for substance use") },
	{ CONSENT_CASE, N_("State, people and dates of the case") },
	{ CONSENT_PROBLEMS, N_("Problems") },
	{ CONSENT_ALLERGIES, N_("Allergies") },
	{ CONSENT_MEDICATIONS, N_("Medications") },
	{ CONSENT_ENCOUNTERS, N_("Encounters") },
	{ CONSENT_PLAN, N_("Care plan and goals") },
	{ CONSENT_NOTES, N_("Notes") },
	{ CONSENT_FORMS, N_("Questionnaires") },
	{ CONSENT_DOCUMENTS, N_("Documents") },
	{ CONSENT_COUNSELLING, N_("Counselling notes") },
	{ CONSENT_PART2, N_("Records of treatment for substance use "
	    "(42 CFR part 2)") },
	{ 0, NULL }
};
static const struct bit purposes[] = {
	{ CONSENT_TREATMENT, N_("Treatment") },
	{ CONSENT_PAYMENT, N_("Payment") },
	{ CONSENT_OPERATIONS, N_("Running the service") },
	{ CONSENT_QUALITY, N_("Quality") },
	{ CONSENT_LEGAL, N_("Legal proceedings") },
	{ CONSENT_WISH, N_("The person’s own wish") },
	{ 0, NULL }
};
static const struct bit classes[] = {
	{ CONSENT_TREATING, N_("All who treat") },
	{ CONSENT_PAYERS, N_("Those who pay") },
	{ CONSENT_FAMILY, N_("The family") },
	{ CONSENT_ANYBODY, N_("Anybody") },
	{ 0, NULL }
};
struct code {
	const char *code, *word;
};
static const struct code rights[] = {
	{ "parent", N_("Parent") },
	{ "guardian", N_("Guardian") },
	{ "proxy", N_("Proxy by a power of attorney") },
	{ "court", N_("By order of a court") },
	{ NULL, NULL }
};
static const struct code hows[] = {
	{ "paper", N_("On paper, signed") },
	{ "electronic", N_("Electronically") },
	{ "oral", N_("Orally, with a witness") },
	{ NULL, NULL }
};

static const char *
of_bit(const struct bit *b, unsigned int bit)
{
	while (b->word != NULL && b->bit != bit)
		b++;
	return b->word;
}

const char *
consent_words_what(unsigned int bit)
{
	return of_bit(whats, bit);
}

const char *
consent_words_purpose(unsigned int bit)
{
	return of_bit(purposes, bit);
}

const char *
consent_words_class(unsigned int bit)
{
	return of_bit(classes, bit);
}

static const char *
of_code(const struct code *c, const char *code)
{
	while (c->code != NULL && strcmp(c->code, code) != 0)
		c++;
	return c->code == NULL ? "" : c->word;
}

const char *
consent_words_right(const char *code)
{
	return of_code(rights, code);
}

const char *
consent_words_how(const char *code)
{
	return of_code(hows, code);
}

const char *const *
consent_words_rights(void)
{
	static const char *const codes[] = { "parent", "guardian", "proxy",
	    "court", NULL };

	return codes;
}

const char *const *
consent_words_hows(void)
{
	static const char *const codes[] = { "paper", "electronic", "oral",
	    NULL };

	return codes;
}

static const char *
join(struct ctx *cx, const char *list, const char *word)
{
	return list[0] == '\0' ? word :
	    arena_printf(cx->arena, "%s, %s", list, word);
}

/* "discharge", in a language; those that the type does not name are their own
 * words. */
static const char *
kind_word(struct ctx *cx, const char *lang, const struct casetype *type,
    const char *kind)
{
	const struct term *t = type == NULL ? NULL :
	    casetype_term(type->papers, kind);

	if (t != NULL)
		return message_label(&t->label, lang);
	return strcmp(kind, CONSENT_NO_KIND) == 0 ?
	    message_in(lang, N_("Without a kind")) :
	    document_kind_word(cx, type, kind);
}

static const char *
documents(struct ctx *cx, const char *lang, const struct casetype *type,
    const char *kinds)
{
	const char *list = "";
	size_t n;

	for (; *kinds != '\0'; kinds += n + strspn(kinds + n, "\n")) {
		n = strcspn(kinds, "\n");
		list = join(cx, list, kind_word(cx, lang, type,
		    arena_textn(cx->arena, kinds, n)));
	}
	return list[0] == '\0' ? message_in(lang, N_("Documents")) :
	    arena_printf(cx->arena, message_in(lang, N_("Documents (%s)")),
	    list);
}

const char *
consent_words_whats(struct ctx *cx, const char *lang,
    const struct casetype *type, unsigned int what, const char *kinds)
{
	const char *list = "";
	const struct bit *b;

	for (b = whats; b->word != NULL; b++)
		if ((what & b->bit) != 0)
			list = join(cx, list, b->bit == CONSENT_DOCUMENTS ?
			    documents(cx, lang, type, kinds) :
			    message_in(lang, b->word));
	return list;
}

const char *
consent_words_purposes(struct ctx *cx, const char *lang,
    unsigned int purpose, const char *words)
{
	const char *list = "";
	const struct bit *b;

	for (b = purposes; b->word != NULL; b++)
		if ((purpose & b->bit) != 0)
			list = join(cx, list, message_in(lang, b->word));
	if (list[0] == '\0' && words[0] == '\0')
		return message_in(lang, N_("Any purpose"));
	return words[0] == '\0' ? list : list[0] == '\0' ? words :
	    arena_printf(cx->arena, "%s: %s", list, words);
}

const char *
consent_words_receiver(struct ctx *cx, const char *lang,
    const struct consent *c)
{
	const char *list = "";
	const struct bit *b;

	if (c->receiver != 0)
		return c->receiver_name;
	for (b = classes; b->word != NULL; b++)
		if ((c->classes & b->bit) != 0)
			list = join(cx, list, message_in(lang, b->word));
	return list;
}

static const char *
line(struct ctx *cx, const char *text, const char *lang, const char *label,
    const char *value)
{
	return value[0] == '\0' ? text : arena_printf(cx->arena, "%s%s: %s\n",
	    text, message_in(lang, label), value);
}

static const char *
lasts(struct ctx *cx, const struct consent *c)
{
	const char *from = date_civil(cx->arena, c->lang, c->begins);

	if (c->until[0] == '\0')
		return arena_printf(cx->arena, message_in(c->lang,
		    N_("from %s until this: %s")), from, c->event);
	return arena_printf(cx->arena, message_in(c->lang,
	    N_("from %s to %s")), from,
	    date_civil(cx->arena, c->lang, c->until));
}

/* What the law wants everybody to read who signs. */
static const char *
clauses(struct ctx *cx, const char *text, const struct consent *c)
{
	text = arena_printf(cx->arena, "%s\n%s\n\n%s\n\n", text,
	    message_in(c->lang, N_("I can take this back at any time, by "
	    "telling any member of the staff. What left the house before then "
	    "cannot be brought back.")), message_in(c->lang, N_("Nobody may "
	    "make my treatment depend on it, and I get a copy of it.")));
	if ((c->what & CONSENT_PART2) != 0)
		return arena_printf(cx->arena, "%s%s\n", text, message_in(
		    c->lang, N_("Records of treatment for substance use are "
		    "protected by federal rules (42 CFR part 2). Whoever gets "
		    "them is told so and gets a copy of this consent.")));
	return arena_printf(cx->arena, "%s%s\n", text, message_in(c->lang,
	    N_("Who gets it may be free to pass it on.")));
}

const char *
consent_words_text(struct ctx *cx, const struct casetype *type,
    const struct consent *c)
{
	bool refusal = c->state == CONSENT_REFUSED ||
	    c->state == CONSENT_RESTRICTED;
	const char *text = arena_printf(cx->arena, "%s\n\n", message_in(
	    c->lang, refusal ? N_("This must not be passed on:") :
	    N_("I agree that this may be passed on:")));

	text = line(cx, text, c->lang, N_("Of whom"), c->name);
	text = line(cx, text, c->lang, N_("By whom"), cx->conf == NULL ? "" :
	    cx->conf->site_name);
	text = line(cx, text, c->lang, N_("What"), consent_words_whats(cx,
	    c->lang, type, c->what, c->kinds));
	text = line(cx, text, c->lang, N_("To whom"),
	    consent_words_receiver(cx, c->lang, c));
	text = line(cx, text, c->lang, N_("What for"),
	    consent_words_purposes(cx, c->lang, c->purpose,
	    c->purpose_words));
	text = line(cx, text, c->lang, N_("How long"), lasts(cx, c));
	text = line(cx, text, c->lang, N_("Signs for them"), c->signer_name);
	return refusal ? text : clauses(cx, text, c);
}
