/* SPDX-License-Identifier: MIT */
#ifndef MEDICAL_ABOUT_H
#define MEDICAL_ABOUT_H

#include "web/form.h"
#include "web/request.h"

extern const struct field about_form[];
enum err get_about(struct request *);
enum err post_about_save(struct request *);

#endif
