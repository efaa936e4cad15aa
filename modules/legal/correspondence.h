/* SPDX-License-Identifier: MIT */
#ifndef LEGAL_CORRESPONDENCE_H
#define LEGAL_CORRESPONDENCE_H

#include "legal/legal.h"

extern const struct field correspondence_form[];
extern const struct field correspondence_csv_form[];
enum err get_correspondence(struct request *);
enum err get_correspondence_csv(struct request *);
/* The newest of it, as the list "letters". */
enum err correspondence_show(struct request *, struct dossier *);

#endif
