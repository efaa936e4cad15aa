/* SPDX-License-Identifier: MIT */
#ifndef MEDICAL_BANNER_H
#define MEDICAL_BANNER_H

#include "model/dossier.h"
#include "web/request.h"

/*
 * The banner on top of each page of a patient (templates/medical/banner.html):
 * who it is, and what must be seen at once. patient_page_open() fills it as
 * "patient".
 */
enum err banner_show(struct request *, const struct dossier *);

#endif
