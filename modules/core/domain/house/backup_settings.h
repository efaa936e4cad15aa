/* SPDX-License-Identifier: MIT */
#ifndef DOMAIN_BACKUP_SETTINGS_H
#define DOMAIN_BACKUP_SETTINGS_H

#include "domain/house/backup_manifest.h"

/*
 * The settings in a backup: dossier.conf, the secret that tokens are made
 * from, the password of the directory's account, the directory's CA and the
 * site's own templates. Without them a restored store could not be used.
 */
struct backup_setting {
	const char *name;	/* below the backup */
	const char *section, *key;	/* that says where it lies */
	size_t at;		/* of that path in struct config */
	mode_t mode;		/* when restored */
};
#define BACKUP_PASSWORD "ldap-password"
extern const struct backup_setting backup_settings[];	/* name NULL ends */

/* Copies what there is below the folder, and adds it to the manifest. */
enum err backup_settings_copy(struct ctx *, struct backup_manifest *,
	    const char *folder);
/* The mode that a restored file of a backup gets. */
mode_t	 backup_settings_mode(const char *name);
/* Is this one in the backup? A folder counts when a file of it is. */
bool	 backup_settings_in(const struct backup_manifest *,
	    const struct backup_setting *);

#endif
