/* SPDX-License-Identifier: MIT */
/* Consents of a patient: taken, signed, taken back. */
#include "medical/patient_consents.h"

#include "text/message.h"
#include "web/reply.h"

static const char *
base(struct request *rq, const struct dossier *d)
{
	return arena_printf(rq->cx.arena, MEDICAL "/%s", d->number);
}

static enum err
asks(struct request *rq, const struct dossier *d)
{
	return d->type->consent != NULL ? OK : refuse(&rq->cx, ERR_MISSING,
	    "%s", _("Cases of this type ask for no consents."));
}

static enum err
shown(struct request *rq, enum err (*show)(struct request *,
    struct dossier *, const char *base), const char *template)
{
	struct dossier *d;
	enum err e;

	if ((e = patient_page_open(rq, &d)) != OK ||
	    (e = asks(rq, d)) != OK || (e = show(rq, d, base(rq, d))) != OK)
		return e;
	return reply_page(rq, template);
}

enum err
get_patient_consents(struct request *rq)
{
	return shown(rq, consents_list, "medical/consents.html");
}

enum err
get_patient_consent_new(struct request *rq)
{
	return shown(rq, consents_new, "medical/consent-new.html");
}

enum err
get_patient_consent(struct request *rq)
{
	return shown(rq, consents_one, "medical/consent.html");
}

enum err
get_patient_consent_sheet(struct request *rq)
{
	return shown(rq, consents_sheet, "medical/consent-sheet.html");
}

static enum err
worked(struct request *rq, struct dossier **d)
{
	enum err e;

	if ((e = medical_open(&rq->cx, rq->number, rq->level, d)) != OK)
		return e;
	return asks(rq, *d);
}

static enum err
to_one(struct request *rq, const struct dossier *d, int64_t no)
{
	return reply_redirect(rq, MEDICAL "/%s/consents/%lld", d->number,
	    (long long)no);
}

enum err
post_patient_consent_add(struct request *rq)
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
post_patient_consent_sign(struct request *rq)
{
	struct dossier *d;
	enum err e;

	if ((e = worked(rq, &d)) != OK || (e = consents_sign(rq, d)) != OK)
		return e;
	reply_notice(rq, "%s", _("It was written down."));
	return to_one(rq, d, rq->no);
}

enum err
post_patient_consent_end(struct request *rq)
{
	struct dossier *d;
	enum err e;

	if ((e = worked(rq, &d)) != OK || (e = consents_end(rq, d)) != OK)
		return e;
	reply_notice(rq, "%s", _("Nothing leaves by it from now on."));
	return to_one(rq, d, rq->no);
}

enum err
patient_consents_show(struct request *rq, struct dossier *d)
{
	return consents_offer(rq, d, base(rq, d));
}

enum err
get_ending(struct request *rq)
{
	enum err e;

	if ((e = medical_member(&rq->cx)) != OK ||
	    (e = consents_ending(rq, MEDICAL "/")) != OK)
		return e;
	return reply_page(rq, "medical/consents-ending.html");
}
