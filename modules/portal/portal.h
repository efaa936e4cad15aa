/* SPDX-License-Identifier: MIT */
#ifndef PORTAL_PORTAL_H
#define PORTAL_PORTAL_H

#include "web/serve.h"
#include "web/view.h"

extern const struct field language_form[], code_form[];

/* rooms.c */
enum err before_link(struct request *);
enum err get_link(struct request *);
enum err post_link_open(struct request *);
enum err get_room(struct request *);
enum err get_room_document(struct request *);
enum err post_room_leave(struct request *);

#endif
