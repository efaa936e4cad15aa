/* SPDX-License-Identifier: MIT */
#ifndef BASE_CONFIG_H
#define BASE_CONFIG_H

#include <stdbool.h>
#include <stddef.h>

#include "base/arena.h"

/*
 * dossier.conf: `name = value` in sections. Every name that may stand there
 * is in the table of config.c with its kind, default and bounds; any other
 * is an error with its line. Seconds unless the name says otherwise.
 */

/* One [group LABEL] section: what membership of a directory group gives. */
struct config_group {
	struct config_group *next;
	const char *label;	/* the section's word, shown to auditors */
	const char *group;	/* cn or whole DN of the directory's group */
	const char *role;	/* clerk screener manager auditor admin */
	const char *types;	/* "complaint permit", "*"; "" no scope */
	const char *team;	/* the team's name, "" gives no scope */
	int level;		/* LEVEL_* there; else the usual */
	int line;
};

/* One [webhook NAME] section: another system that plans may ask. */
struct config_webhook {
	struct config_webhook *next;
	const char *name;
	const char *url;
	const char *secret_file;	/* what its key is; "" not signed */
	int timeout;			/* seconds for all of an answer */
	int line;
};

/* One [class NAME] section: roles that read its fields. */
struct config_class {
	const char *full, *masked;	/* roles, or *; NULL: as it comes */
};
#define CONFIG_CLASSES 6	/* as model/casetype.h has them */

struct config {
	const char *path;		/* the file that was read */
	/* [dossier] */
	const char *store;		/* a path, or postgresql://... */
	const char *documents;		/* folder of the document bytes */
	const char *templates;		/* installed templates */
	const char *templates_site;	/* searched first; "" none */
	const char *locale;		/* folder of the .mo files */
	const char *base_url;		/* https://example.org/dossier */
	/* what follows from it: */
	const char *base_origin;	/* https://example.org */
	const char *base_path;		/* /dossier; "" at the root */
	const char *base_slug;		/* -dossier: ends the cookies' names */
	bool base_tls;			/* https */
	const char *timezone;		/* IANA name, required */
	const char *language;		/* when nothing better is known */
	const char *site_name;		/* in the top bar */
	const char *secret_file;	/* 32 random bytes */
	const char *backup;		/* folder of the backups */
	const char *log_reads;		/* protected all none */
	const char *account_names;	/* of staff, for those concerned */
	const char *administrators;	/* sign-in names, blanks between */
	int undo_seconds;		/* acts can be undone so long */
	const char *seal_file;		/* seals are added there, "" none */
	const char *seal_syslog;	/* facility, or none */
	bool demo;			/* a banner and the sample names */
	/* [serve] */
	const char *sockets;		/* folder of the programs' sockets */
	const char *sendfile;		/* accel x-sendfile none */
	int workers;
	int requests;			/* a worker ends after so many */
	int handler_seconds;
	int session_idle;
	int session_whole;
	size_t form_bytes;		/* a form without its files */
	size_t file_bytes;		/* one uploaded file */
	int files;			/* files in one form */
	bool remote_user;		/* the web server signs people in */
	const char *remote_user_strip;	/* "@REALM DOMAIN\" of their names */
	/* [directory]: kind decides what holds where a line is missing */
	const char *ldap_kind;		/* openldap ad */
	const char *ldap_urls;		/* blanks between, in order */
	const char *ldap_tls;	/* starttls ldaps none (loopback only) */
	const char *ldap_ca;		/* file of the CA, "" the system's */
	const char *ldap_bind;		/* DN of the service account */
	const char *ldap_password_file;
	const char *ldap_people;	/* base of people */
	const char *ldap_person;	/* filter, %s is the escaped name */
	const char *ldap_groups;	/* base of groups, "" no groups */
	const char *ldap_group;		/* filter, %s the escaped DN */
	const char *ldap_nested;	/* groups in groups: walk ad none */
	const char *ldap_id;		/* entryUUID or objectGUID */
	const char *password_url;	/* to change one there, "" none */
	int ldap_timeout;		/* of one answer */
	int ldap_freshness;		/* how long a last answer holds */
	/* [mail] */
	const char *mail_from;		/* address of the sender, "" no mail */
	const char *mail_sendmail;	/* the program that takes mail */
	int mail_timeout;		/* seconds that it may take */
	/* [webhooks] */
	const char *webhooks_curl;	/* the program that asks */
	struct config_class classes[CONFIG_CLASSES];
	struct config_group *groups;
	struct config_webhook *webhooks;
};

/*
 * Reads and checks the whole file into the arena. NULL when it cannot be
 * used; *why is then one sentence for each mistake, with file and line.
 */
const struct config *config_read(struct arena *, const char *path,
	    const char **why);

const struct config_webhook *config_webhook(const struct config *,
	    const char *name);		/* NULL: none */

/* The n-th key as "section.name", NULL after the last; in a static place. */
const char *config_key(size_t n);

/* --conf, else $DOSSIER_CONF, else the installed one. */
const char *config_path(const char *given);

#endif
