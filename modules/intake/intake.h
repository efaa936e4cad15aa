/* SPDX-License-Identifier: MIT */
#ifndef INTAKE_INTAKE_H
#define INTAKE_INTAKE_H

#include "web/serve.h"

extern const struct field tray_form[], new_form[], register_form[];
extern const struct field accept_form[], solve_form[], decline_form[];
extern const char *const mediums[];

enum err get_tray(struct request *);
enum err get_new(struct request *);
enum err post_new_register(struct request *);
enum err get_request(struct request *);
enum err get_request_document(struct request *);
enum err post_request_accept(struct request *);
enum err post_request_solve(struct request *);
enum err post_request_decline(struct request *);

/* "web" as the viewer's language says it. */
const char *medium_word(const char *code);

#endif
