/* SPDX-License-Identifier: MIT */
/* Masked fields of a case, to be read for a while. */
#include "casework/case/pages_case.h"
#include "casework/shared/show.h"
#include "domain/dossier/dossier.h"
#include "domain/spine/sight.h"
#include "text/message.h"

enum err
get_unmasking(struct request *rq)
{
	const struct type_field *f;
	struct dossier *d;
	enum err e;

	if ((e = show_open(rq, &d)) != OK)
		return e;
	if (!sight_any(&rq->cx, d->type, SIGHT_MASKED))
		return refuse(&rq->cx, ERR_CONFLICT, "%s",
		    _("Nothing of this case is masked for you."));
	for (f = d->type->fields; f != NULL; f = f->next)
		if (sight_of(&rq->cx, f) == SIGHT_MASKED)
			view_text(view_item(rq->view, "fields"), "label",
			    message_label(&f->label, rq->cx.lang));
	view_int(rq->view, "minutes", SIGHT_SECONDS / 60);
	return reply_page(rq, "casework/unmask.html");
}

enum err
post_unmasking_open(struct request *rq)
{
	struct dossier *d;
	enum err e;

	if ((e = dossier_open(&rq->cx, rq->number, rq->level, &d)) != OK ||
	    (e = sight_unmask(&rq->cx, d, form_text(rq, "why"))) != OK)
		return e;
	reply_notice(rq, _("You can read the masked facts for %d minutes."),
	    SIGHT_SECONDS / 60);
	return reply_redirect(rq, "/dossiers/%s", d->number);
}
