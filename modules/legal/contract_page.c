/* SPDX-License-Identifier: MIT */
/* What was agreed, on the page of a contract. */
#include <string.h>

#include "base/count.h"
#include "domain/dossier/dossier.h"
#include "domain/type/casetype.h"
#include "legal/contracts.h"
#include "text/message.h"

/* Number and unit are fields of their own, and one thing. */
static const char *
notice(struct request *rq, const struct dossier *d, const char *number)
{
	return arena_printf(rq->cx.arena, "%s %s", number, contract_show(
	    &rq->cx, d, "notice_unit"));
}

void
contract_page_show(struct request *rq, const struct dossier *d)
{
	static const char *const fields[] = { CONTRACT_FIELDS };
	const struct type_field *f;
	const char *text;
	struct view *v;
	size_t i;

	if (!contract_is(d->type))
		return;
	view_flag(rq->view, "contract", true);
	for (i = 0; i < COUNT(fields); i++) {
		text = contract_show(&rq->cx, d, fields[i]);
		if ((f = casetype_field(d->type, fields[i])) == NULL ||
		    text[0] == '\0')
			continue;
		if (strcmp(fields[i], "notice") == 0)
			text = notice(rq, d, text);
		else if (strcmp(fields[i], "notice_unit") == 0 &&
		    dossier_value(d, "notice")[0] != '\0')
			continue;
		v = view_item(rq->view, "terms");
		view_text(v, "label", message_label(&f->label,
		    rq->cx.lang));
		view_text(v, "text", text);
	}
}
