/* SPDX-License-Identifier: MIT */
#include "talk.h"

#include <string.h>

#include "domain/dossier/dossier.h"
#include "source.h"
#include "store/db.h"
#include "type_folder.h"
#include "world.h"

/* In all languages the same. */
static const char *
spoken(const char *s)
{
	static const char *const langs[] = { "en", "fr", "de", "it", "pt",
	    "ja" };
	const char *out = "", *at, *end;
	int i;

	while ((at = strstr(s, "<L>")) != NULL) {
		end = strstr(at, "</L>");
		out = arena_printf(cx.arena, "%s%.*s", out, (int)(at - s), s);
		for (i = 0; i < 6; i++)
			out = arena_printf(cx.arena, "%s<label xml:lang=\"%s\""
			    ">%.*s</label>", out, langs[i], (int)(end - at) -
			    3, at + 3);
		s = end + 4;
	}
	return arena_printf(cx.arena, "%s%s", out, s);
}

#define TALK								\
	"<form code=\"talk\"WITHIN><name><L>Talk</L></name>"		\
	"<section code=\"harm\"><name><L>Harm</L></name>"		\
	"<question code=\"hurt\" kind=\"choice\" required=\"yes\">"	\
	"<L>Was anybody hurt?</L>"					\
	"<choice code=\"no\" points=\"0\"><L>No</L></choice>"		\
	"<choice code=\"badly\" points=\"600\"><L>Badly</L></choice>"	\
	"</question>"							\
	"<question code=\"who\" kind=\"text\" required=\"yes\">"	\
	"<L>Who?</L><when>hurt != \"no\" and cause = \"damage\"</when>"	\
	"</question>"							\
	"<question code=\"signs\" kind=\"choices\"><L>Signs</L>"	\
	"<choice code=\"late\" points=\"3\"><L>Late</L></choice>"	\
	"<choice code=\"cash\" points=\"4\"><L>Cash</L></choice>"	\
	"</question></section>"						\
	"<band code=\"low\" from=\"0\"><L>Low</L></band>"		\
	"<band code=\"high\" from=\"100\"><L>High</L></band></form>"

struct dossier *
talk_start(bool rests, const char *within)
{
	struct dossier_new n = { .type = "complaint", .title = "Broken vase",
	    .text = "", .medium = "phone" };
	struct value cause = { .field = "cause", .text = "damage" };
	const struct casetype *t;
	struct dossier *d = NULL;
	const char *dmn;

	given();
	as("mia");
	cx.lang = "en";
	dmn = source_with(source_sample("refund", "refund.dmn"),
	    "name=\"regular\"><variable name=\"regular\""
	    " typeRef=\"boolean\"/>",
	    "name=\"forms\"><variable name=\"forms\" typeRef=\"Any\"/>");
	dmn = source_with(dmn, "<inputExpression typeRef=\"number\"><text>"
	    "paid</text>", "<inputExpression typeRef=\"number\"><text>"
	    "forms.talk.score</text>");
	dmn = source_with(dmn, "<inputExpression typeRef=\"boolean\"><text>"
	    "regular</text>", "<inputExpression typeRef=\"boolean\"><text>"
	    "forms.talk.band = \"high\"</text>");
	type_folder_put("type.xml", source_sample("refund", "type.xml"));
	type_folder_put("refund.dmn", rests ? dmn : source_sample("refund",
	    "refund.dmn"));
	type_folder_put("forms/talk.xml", source_with(spoken(TALK),
	    "WITHIN", within[0] == '\0' ? "" : arena_printf(cx.arena,
	    " compartment=\"%s\"", within)));
	must(type_folder_install(&t));
	n.scope = world_scope("complaint", "north");
	n.values = &cause;
	must(dossier_register(&cx, &n, &d));
	must(db_run(&cx, "UPDATE dossier SET verdict = 'accepted'"));
	return opened_as("mia", d->number);
}
