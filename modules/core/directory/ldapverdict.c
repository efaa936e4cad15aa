/* SPDX-License-Identifier: MIT */
/* The words of directories on passwords that were right. */
#include "directory/ldapverdict.h"

#include <stdlib.h>
#include <string.h>

#include "base/config.h"
#include "base/count.h"
#include "base/log.h"

/*
 * "80090308: LdapErr: DSID-0C0903A9, comment: AcceptSecurityContext error,
 * data 532, v1db1". Codes that a wrong password can bring too (52e, 525,
 * 775 for a locked account) have no word.
 */
enum directory_word
ldapverdict_word(const char *diagnostic)
{
	static const struct {
		long code;
		enum directory_word word;
	} words[] = {
		{ 0x530, DIRECTORY_HOURS }, { 0x531, DIRECTORY_HOURS },
		{ 0x532, DIRECTORY_EXPIRED }, { 0x533, DIRECTORY_SHUT },
		{ 0x701, DIRECTORY_SHUT }, { 0x773, DIRECTORY_RESET }
	};
	const char *at = strstr(diagnostic, ", data ");
	long code;
	size_t i;

	if (at == NULL)
		return DIRECTORY_NOTHING;
	code = strtol(at + strlen(", data "), NULL, 16);
	for (i = 0; i < COUNT(words); i++)
		if (words[i].code == code)
			return words[i].word;
	return DIRECTORY_NOTHING;
}

static void
read_policy(LDAP *ld, LDAPControl **all, struct directory_verdict *v)
{
	LDAPPasswordPolicyError error = PP_noError;
	LDAPControl *policy;
	ber_int_t expires = -1, grace = -1;

	policy = all == NULL ? NULL :
	    ldap_control_find(LDAP_CONTROL_PASSWORDPOLICYRESPONSE, all, NULL);
	if (policy == NULL || ldap_parse_passwordpolicy_control(ld, policy,
	    &expires, &grace, &error) != LDAP_SUCCESS)
		return;
	v->expires = expires;
	v->grace = grace;
	if (error == PP_passwordExpired)
		v->word = DIRECTORY_EXPIRED;
	else if (error == PP_changeAfterReset)
		v->word = DIRECTORY_RESET;
	else if (error == PP_accountLocked)
		log_info("directory: an account is locked");
}

int
ldapverdict_read(struct ctx *cx, LDAP *ld, LDAPMessage *answer,
    struct directory_verdict *v)
{
	LDAPControl **all = NULL;
	char *said = NULL;
	int rc, code;

	*v = (struct directory_verdict){ .expires = -1, .grace = -1 };
	if ((rc = ldap_parse_result(ld, answer, &code, NULL, &said, NULL,
	    &all, 0)) != LDAP_SUCCESS)
		return rc;
	read_policy(ld, all, v);
	if (strcmp(cx->conf->ldap_kind, "ad") == 0 && said != NULL &&
	    code == LDAP_INVALID_CREDENTIALS)
		v->word = ldapverdict_word(said);
	/* A password that must be changed first lets nobody in. */
	if (code == LDAP_SUCCESS && v->word != DIRECTORY_NOTHING)
		code = LDAP_INVALID_CREDENTIALS;
	ldap_controls_free(all);
	ldap_memfree(said);
	return code;
}
