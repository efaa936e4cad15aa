/* SPDX-License-Identifier: MIT */
#ifndef CASEWORK_SENDING_H
#define CASEWORK_SENDING_H

#include "casework/casework.h"
#include "domain/desk/share.h"

/* How link and code of a share reach who gets it: these fields, the part
 * casework/share-way.html, and the answer to what was sent. */
#define SENDING_FIELDS							\
	{ "email", FIELD_TEXT, .max = 200 },				\
	{ "way", FIELD_CHOICE, .choices = sending_ways },		\
	{ "apart", FIELD_TEXT, .max = 200 },				\
	{ "language", FIELD_CHOICE, .choices = message_languages }
extern const char *const sending_ways[];

void	 sending_show(struct request *);
struct share_send sending_typed(struct request *);
/* What must be told now stands in this answer and nowhere else. */
enum err sending_reply(struct request *, const struct share *,
	    const struct share_send *, const struct share_secret *);
/* What left by mail, and what waits. */
enum err sending_mails(struct request *, const struct share *);

#endif
