/* SPDX-License-Identifier: MIT */
/* dossier: the operator's command. */
#include "base/digest.h"
#include "base/log.h"

int
main(void)
{
	log_open("dossier");
	digest_start();
	return 2;
}
