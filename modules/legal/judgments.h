/* SPDX-License-Identifier: MIT */
#ifndef LEGAL_JUDGMENTS_H
#define LEGAL_JUDGMENTS_H

#include "legal/legal.h"

extern const struct field judgment_form[];
enum err get_judgment(struct request *);
/* The newest of a matter, as the list "judgments". */
enum err judgments_show(struct request *, const struct dossier *);

#endif
