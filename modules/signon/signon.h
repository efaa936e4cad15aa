/* SPDX-License-Identifier: MIT */
#ifndef SIGNON_SIGNON_H
#define SIGNON_SIGNON_H

#include "web/serve.h"

/* enter.c: in, and out again */
extern const struct field start_form[], signin_form[], remote_form[];
enum err get_signin(struct request *);
enum err before_signin(struct request *);
enum err post_signin_enter(struct request *);
enum err before_remote(struct request *);
enum err post_signin_out(struct request *);
enum err post_signin_everywhere(struct request *);

/* breaking.c: emergency access to one case */
extern const struct field breaking_form[];
enum err get_breaking(struct request *);
enum err before_breaking(struct request *);
enum err post_breaking_open(struct request *);

/* me.c: one's own account */
extern const struct field choice_form[], language_form[];
enum err get_me(struct request *);
enum err post_me_choose(struct request *);
enum err post_language_switch(struct request *);

#endif
