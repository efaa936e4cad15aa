/* SPDX-License-Identifier: MIT */
#ifndef WEB_PURPOSE_ASK_H
#define WEB_PURPOSE_ASK_H

#include "web/form.h"
#include "web/request.h"

/*
 * The page that asks what somebody opens a case for (domain/dossier/purpose.h).
 * A program that shows cases has it in its table, for both methods:
 * ".../{number}/purpose"; of one that has not, casework asks. Whoever has not
 * said it is led there from any page, and back.
 */
extern const struct field purpose_ask_page_form[], purpose_ask_form[];
enum err purpose_ask_get(struct request *);
enum err purpose_ask_post(struct request *);

/* In place of the refusal of dossier_open(). */
enum err purpose_ask_redirect(struct request *);

#endif
