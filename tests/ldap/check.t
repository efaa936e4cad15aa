#!/bin/sh
# SPDX-License-Identifier: MIT
# What `dossier config check` says of a directory that is right, and of each
# thing that may be wrong with one.
. "$top_srcdir/tests/ldap/server.sh"

server one
uri=ldap://127.0.0.1:$port

# check CONF: its sentences about the directory in one line, folded lines
# joined
check() {
	"$top_builddir/dossier" config check --conf "$1" 2>"$dir/said" |
	    sed -n '/^Directory/,/^Programs/p' | tr -s ' \n' ' '
}
# says WHAT ANSWER PART
says() {
	case $2 in
	*"$3"*) is "$1" yes yes;;
	*) is "$1" "$2" "$3";;
	esac
}

good=$(check "$(conf good one starttls "$uri" '/^\[directory\]/i\
administrators = petra')")
says "a good server answers, with trust" "$good" \
    "ok $uri answers with STARTTLS and knows cn=dossier,dc=dossier,dc=example."
says "people are found" "$good" \
    "ok people = ou=people,dc=dossier,dc=example: people are found."
says "and the administrator" "$good" "ok The administrator petra is there."
says "and every group" "$good" "ok Every group that a [group] names is there."
is "nothing is wrong with it" "${good##*wrong*}" "$good"

says "a unix socket needs no TLS" \
    "$(check "$(conf unix one none "$(ldapi one)")")" "answers and knows"
says "a server that is not there" \
    "$(check "$(conf dead one starttls ldap://127.0.0.1:1)")" \
    "wrong ldap://127.0.0.1:1 does not answer"
says "the second of two servers" \
    "$(check "$(conf second one starttls "$uri ldap://127.0.0.1:1")")" \
    "wrong ldap://127.0.0.1:1 does not answer"
server other
says "a certificate of another authority" \
    "$(check "$(conf trust one starttls "ldap://127.0.0.1:$port")")" \
    "answers, but without trust"
printf wrong >"$dir/wrong"
chmod 0400 "$dir/wrong"
says "a wrong password of the account" \
    "$(check "$(conf password one starttls "$uri" \
    "s|^password_file.*|password_file = $dir/wrong|")")" \
    "refuses the account cn=dossier,dc=dossier,dc=example"
says "a place that is none" "$(check "$(conf place one starttls "$uri" \
    's|^people.*|people = ou=nowhere,dc=dossier,dc=example|')")" \
    "wrong people = ou=nowhere,dc=dossier,dc=example: the directory has no"
says "a filter that finds nobody" "$(check "$(conf filter one starttls \
    "$uri" 's|(uid=%s)|(mail=%s.invalid)|')")" "no people are found there"
says "a group that is none, with its line" "$(check "$(conf group one \
    starttls "$uri" 's|^group = permits$|group = permissions|')")" \
    "the directory has no group permissions."
says "an administrator whom nobody knows" "$(check "$(conf nobody one \
    starttls "$uri" '/^\[directory\]/i\
administrators = nemo')")" "the sign-in name nemo belongs to nobody."
freeze one
says "a silent server is given up" \
    "$(check "$(conf silent one starttls "$uri" '/^tls/a\
timeout = 1')")" "wrong $uri does not answer"
thaw one
done_testing
