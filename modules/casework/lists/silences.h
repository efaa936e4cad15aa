/* SPDX-License-Identifier: MIT */
#ifndef CASEWORK_SILENCES_H
#define CASEWORK_SILENCES_H

#include "casework/casework.h"
#include "model/dossier.h"

/* What is agreed for a case, how far it is, and why, into its page. */
enum err silences_show(struct request *, const struct dossier *);

#endif
