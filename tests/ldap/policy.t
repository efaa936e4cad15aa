#!/bin/sh
# SPDX-License-Identifier: MIT
# What a password policy says of a sign-in, told to those who know the
# password and to nobody else.
. "$top_srcdir/tests/ldap/server.sh"
[ -e /usr/lib/ldap/ppolicy.so ] || {
	echo '1..0 # SKIP slapd has no ppolicy overlay'
	exit 0
}
people=ou=people,dc=dossier,dc=example
policies=ou=policies,dc=dossier,dc=example
cat >"$dir/policy.conf" <<END
moduleload ppolicy
overlay ppolicy
ppolicy_default "cn=usual,$policies"
ppolicy_use_lockout
END
policy() {	# NAME LINES...
	printf '\ndn: cn=%s,%s\nobjectClass: device\n' "$1" "$policies"
	printf 'objectClass: pwdPolicy\npwdAttribute: userPassword\n'
	printf 'pwdMustChange: TRUE\npwdLockout: TRUE\n'
	printf 'pwdMaxFailure: 3\npwdLockoutDuration: 900\n'
	shift
	printf '%s\n' "$@"
}
{
	cat "$demo/people.ldif"
	printf '\ndn: %s\nobjectClass: organizationalUnit\n' "$policies"
	policy usual 'pwdMaxAge: 0'
	policy weeks 'pwdMaxAge: 1209600' 'pwdExpireWarning: 1209600'
	policy over 'pwdMaxAge: 10'
	policy grace 'pwdMaxAge: 10' 'pwdGraceAuthNLimit: 2'
} >"$dir/people.ldif"
server one --ldif "$dir/people.ldif" --overlay "$dir/policy.conf"
stop_server one
# A server keeps the moments of passwords itself; only its tools set them.
old=$(date -u -d '1 day ago' +%Y%m%d%H%M%SZ)
half=$(date -u -d '263 hours ago' +%Y%m%d%H%M%SZ)
stamp() {	# NAME POLICY CHANGED [LINES...]
	printf 'dn: uid=%s,%s\nchangetype: modify\n' "$1" "$people"
	printf 'replace: pwdPolicySubentry\npwdPolicySubentry: cn=%s,%s\n' \
	    "$2" "$policies"
	printf -- '-\nreplace: pwdChangedTime\npwdChangedTime: %s\n' "$3"
	shift 3
	[ $# = 0 ] || printf '%s\n' '-' "$@"
	printf '\n'
}
{
	stamp david weeks "$half"
	stamp jonas over "$old"
	stamp emma grace "$old"
	stamp marco usual "$old" 'replace: pwdReset' 'pwdReset: TRUE'
	stamp aylin usual "$old" 'replace: pwdAccountLockedTime' \
	    'pwdAccountLockedTime: 000001010000Z'
} >"$dir/stamps"
slapmodify -f "$dir/one/slapd.conf" -l "$dir/stamps" >"$dir/said" 2>&1 || {
	sed 's/^/# /' "$dir/said"
	echo 'Bail out! no stamps'
	exit 1
}
"$demo/directory" start "$dir/one" --bare
house one "/^groups = /a\\
password_url = https://id.example.org/password"
start_probe
ask conf "$conf" >/dev/null
wrong='This name and password do not belong together.'
wrong="$wrong Please check both and try again."
at='Change it at https://id.example.org/password.'
notice() { sed -n 's/^Set-Cookie: dossier_notice=[^.]*\.\([^;]*\);.*/\1/p' \
    "$dir/reply" | sed 's/^%0A//; s/%20/ /g; s/%2C/,/g; s/%3A/:/g; s|%2F|/|g'; }

is "nothing to be said" "$(ask signin mia demo-mia)" "ok mia front-desk"
enter mia
is "nothing is said" "$status $(notice)" "303 "
is "a password of eleven days, for fourteen" "$(ask signin david \
    demo-david)" "ok david front-desk days 3"
enter david
is "is told after signing in" "$status $(notice)" \
    "303 Your password can be used for 3 days more. $at"
enter david wrong
is "not to a guesser" "$status $(notice)$(alert)" "422 $wrong"

is "too old" "$(ask signin jonas demo-jonas)" "wrong expired"
enter jonas
is "is told, and what to do" "$status $(alert)" "403 Your password is right,\
 but too old. Change it first, then sign in with the new one. $at"
is "with a link" "$(shows 'href="https://id.example.org/password"')" yes
enter jonas wrong
is "a wrong one beside it is only wrong" "$status $(alert)" "422 $wrong"

is "too old, but used once more" "$(ask signin emma demo-emma)" \
    "ok emma complaints grace 1"
enter emma
is "for the last time" "$status $(notice)" "303 Your password is too old. You\
 cannot sign in with it again. $at"
is "and then no more" "$(ask signin emma demo-emma)" "wrong expired"

is "set by somebody else" "$(ask signin marco demo-marco)" "wrong reset"
enter marco
is "lets nobody in" "$status $(alert)" "403 Your password is right, but\
 somebody else set it. Change it first, then sign in with the new one. $at"
is "and makes no session" "$(sql 'SELECT count(*) FROM session
    JOIN staff USING (person) WHERE login = '"'marco'")" 0

is "shut for good" "$(ask signin aylin demo-aylin)" wrong
enter aylin
is "looks like a wrong password" "$status $(alert)" "422 $wrong"

for try in 1 2 3; do
	last=$(ask signin ana guess$try)
done
is "three wrong passwords" "$last" wrong
is "lock even the right one, in the same word" "$(ask signin ana demo-ana)" \
    wrong
enter ana
is "and in the same sentence" "$status $(alert)" "422 $wrong"
enter nemo
is "as for a name that is none" "$status $(alert)" "422 $wrong"
is "who is locked for a while stays on the list" "$(dossier directory sync \
    --all >/dev/null; sql "SELECT enabled FROM staff
    WHERE login = 'ana'")" 1
is "who is shut is not" "$(sql "SELECT count(*) FROM staff
    WHERE login = 'aylin'")" 0
done_testing
