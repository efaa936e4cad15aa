/* SPDX-License-Identifier: MIT */
/* Consents of a case: taken, signed, taken back. */
#include "casework/access/consenting.h"

#include "casework/shared/show.h"
#include "domain/dossier/dossier.h"
#include "text/message.h"

const char *
consenting_base(struct request *rq, const struct dossier *d)
{
	return arena_printf(rq->cx.arena, "/dossiers/%s", d->number);
}

/* Where nobody is asked there are no such pages. */
static enum err
asks(struct request *rq, const struct dossier *d)
{
	return d->type->consent != NULL ? OK : refuse(&rq->cx, ERR_MISSING,
	    "%s", _("Cases of this type ask for no consents."));
}

static enum err
opened(struct request *rq, struct dossier **d)
{
	enum err e;

	if ((e = show_open(rq, d)) != OK)
		return e;
	return asks(rq, *d);
}

static enum err
shown(struct request *rq, enum err (*show)(struct request *,
    struct dossier *, const char *base), const char *template)
{
	struct dossier *d;
	enum err e;

	if ((e = opened(rq, &d)) != OK ||
	    (e = show(rq, d, consenting_base(rq, d))) != OK)
		return e;
	return reply_page(rq, template);
}

enum err
get_consents(struct request *rq)
{
	return shown(rq, consents_list, "casework/consents.html");
}

enum err
get_consent_new(struct request *rq)
{
	return shown(rq, consents_new, "casework/consent-new.html");
}

enum err
get_consent(struct request *rq)
{
	return shown(rq, consents_one, "casework/consent.html");
}

enum err
get_consent_sheet(struct request *rq)
{
	return shown(rq, consents_sheet, "casework/consent-sheet.html");
}

static enum err
worked(struct request *rq, struct dossier **d)
{
	enum err e;

	if ((e = dossier_open(&rq->cx, rq->number, rq->level, d)) != OK)
		return e;
	return asks(rq, *d);
}

static enum err
to_one(struct request *rq, const struct dossier *d, int64_t no)
{
	return reply_redirect(rq, "/dossiers/%s/consents/%lld", d->number,
	    (long long)no);
}

enum err
post_consent_add(struct request *rq)
{
	struct consent *c;
	struct dossier *d;
	enum err e;

	if ((e = worked(rq, &d)) != OK || (e = consents_add(rq, d, &c)) != OK)
		return e;
	reply_notice(rq, "%s", c->state == CONSENT_PREPARED ?
	    _("Prepared. Print it for the signature.") :
	    _("It was written down."));
	return to_one(rq, d, c->no);
}

enum err
post_consent_sign(struct request *rq)
{
	struct dossier *d;
	enum err e;

	if ((e = worked(rq, &d)) != OK || (e = consents_sign(rq, d)) != OK)
		return e;
	reply_notice(rq, "%s", _("It was written down."));
	return to_one(rq, d, rq->no);
}

enum err
post_consent_end(struct request *rq)
{
	struct dossier *d;
	enum err e;

	if ((e = worked(rq, &d)) != OK || (e = consents_end(rq, d)) != OK)
		return e;
	reply_notice(rq, "%s", _("Nothing leaves by it from now on."));
	return to_one(rq, d, rq->no);
}
