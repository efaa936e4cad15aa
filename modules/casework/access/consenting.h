/* SPDX-License-Identifier: MIT */
#ifndef CASEWORK_CONSENTING_H
#define CASEWORK_CONSENTING_H

#include "casework/casework.h"
#include "web/consents.h"

/* Consents to what leaves the house, of cases whose type asks for them. */
enum err get_consents(struct request *);
enum err get_consent_new(struct request *);
enum err post_consent_add(struct request *);
enum err get_consent(struct request *);
enum err get_consent_sheet(struct request *);
enum err post_consent_sign(struct request *);
enum err post_consent_end(struct request *);

/* Where the case lies, for web/consents.h. */
const char *consenting_base(struct request *, const struct dossier *);

#endif
