#!/bin/sh
# SPDX-License-Identifier: MIT
# A directory that was made by others: names of two values, several mail
# addresses, photos, salted SHA-512, groups in the style of Active Directory.
. "$top_srcdir/tests/ldap/server.sh"

planet=${DOSSIER_DATA:-/nowhere}/ldap/planetexpress
[ -f "$planet/00_people.ldif" ] || {
	echo '1..0 # SKIP DOSSIER_DATA has no ldap/planetexpress'
	exit 0
}
base=dc=planetexpress,dc=com
cat >"$dir/planet.schema" <<END
attributetype ( 1.2.840.113556.1.4.750 NAME 'groupType'
	SYNTAX 1.3.6.1.4.1.1466.115.121.1.27 SINGLE-VALUE )
objectclass ( 1.2.840.113556.1.5.8 NAME 'Group' SUP top STRUCTURAL
	MUST ( groupType \$ cn ) MAY member )
END
{
	printf 'dn: %s\nobjectClass: dcObject\nobjectClass: organization\n' \
	    "$base"
	printf 'dc: planetexpress\no: Planet Express\n\n'
	printf 'dn: cn=dossier,%s\nobjectClass: applicationProcess\n' "$base"
	printf 'objectClass: simpleSecurityObject\ncn: dossier\n'
	printf 'userPassword: demo-service\n\n'
	for f in "$planet"/[013]0_*.ldif; do
		cat "$f"
		echo
	done
} >"$dir/planet.ldif"
server one --ldif "$dir/planet.ldif" --schema "$dir/planet.schema"
start_probe
is "the directory is ready" "$(ask conf $(conf planet one starttls \
    ldap://127.0.0.1:$port \
    "s|dc=dossier,dc=example|$base|;s|ou=groups|ou=people|
	s|groupOfNames|Group|"))" ok

is "a salted SHA-512 or plain SSHA" \
    "$(ask signin professor professor)" "ok professor admin_staff"
is "the ship's crew" "$(ask signin fry fry)" "ok fry ship_crew"
is "a captain" "$(ask signin leela leela)" "ok leela ship_crew"
is "a robot" "$(ask signin bender bender)" "ok bender ship_crew"
is "a bureaucrat" "$(ask signin hermes hermes)" "ok hermes admin_staff"
is "a doctor of no group" "$(ask signin zoidberg zoidberg)" "ok zoidberg"
is "a name of two values" "$(ask signin amy amy)" "ok amy"
ldapmodify -x -H "$(ldapi one)" -D "cn=root,$base" -w root >/dev/null <<END
dn: cn=ship_crew,ou=people,$base
changetype: modify
add: member
member: sn=Kroker+cn=Amy Wong,ou=people,$base
END
is "is found in a group by the other order of its values" \
    "$(ask signin amy amy)" "ok amy ship_crew"
is "a wrong password" "$(ask signin amy fry)" wrong
is "groups beside the people are no people" "$(ask everybody)" "ok 7"

# A group of this style in another, by walking, and what the rows take.
ldapmodify -x -H "$(ldapi one)" -D "cn=root,$base" -w root >/dev/null <<END
dn: cn=everybody,ou=people,$base
changetype: add
objectClass: Group
groupType: 2147483650
cn: everybody
member: cn=admin_staff,ou=people,$base
member: cn=ship_crew,ou=people,$base
END
house one "s|dc=dossier,dc=example|$base|;s|ou=groups|ou=people|
	s|groupOfNames|Group|;s|^group = (|nested = walk\\n&|
	s|^group = front-desk|group = everybody|"
is "who is in a group of the group" "$(dossier directory sync --all)" \
    "known 0: refreshed 0, new 6, shut out 0"
is "the first of several addresses" "$(sql "SELECT email FROM person
    JOIN staff ON person = id WHERE login = 'professor'")" \
    professor@planetexpress.com
events=$(sql "SELECT count(*) FROM event")
is "and it stays the first" "$(dossier directory sync --all >/dev/null
    sql "SELECT count(*) - $events FROM event")" 0
enter amy amy
page /signon/me
is "a name of two values signs in" "$status $(shows 'Amy Wong')" "200 yes"
enter zoidberg zoidberg
is "no group, no role" "$status" 403
done_testing
