#!/bin/sh
# SPDX-License-Identifier: MIT
# Groups in groups, on a server that does not follow them by itself.
. "$top_srcdir/tests/ldap/server.sh"
people=ou=people,dc=dossier,dc=example
groups=ou=groups,dc=dossier,dc=example
group() {	# NAME MEMBER...: DNs, or names of groups
	printf '\ndn: cn=%s,%s\nobjectClass: groupOfNames\ncn: %s\n' \
	    "$1" "$groups" "$1"
	shift
	for m in "$@"; do
		case $m in *=*) ;; *) m=cn=$m,$groups ;; esac
		printf 'member: %s\n' "$m"
	done
}
chain() {	# PREFIX FIRST LAST: each lies in the next
	for n in $(seq "$2" "$3"); do
		group "$1$n" "$1$((n - 1))"
	done
}
{
	cat "$demo/people.ldif"
	group town front-desk screeners
	group county town
	# round in a circle
	group ring1 "uid=ana,$people" ring3
	group ring2 ring1
	group ring3 ring2
	group self self "uid=ana,$people"
	# names that are no filter
	group 'star*(x)' "uid=noah,$people"
	printf '\ndn: cn=in\\2cside,%s\nobjectClass: groupOfNames\n' "$groups"
	printf 'cn: in,side\nmember: cn=star*(x),%s\n' "$groups"
	group outside "cn=in\\2Cside,$groups"
	# 20 levels, and one too many
	group deep0 "uid=lucas,$people"
	chain deep 1 19
	group well0 "uid=emma,$people"
	chain well 1 21
	# many at one level
	for n in $(seq 1 260); do
		group many$n "uid=yumiko,$people"
	done
	group over many7 many199 many260
	# a group that is called as a person
	group mia permits
} >"$dir/people.ldif"
server one --ldif "$dir/people.ldif"
start_probe
walk='s|^group = (|nested = walk\n&|'
is "no groups in groups" "$(ask conf $(conf none one none \
    $(ldapi one))):$(ask signin mia demo-mia)" "ok:ok mia front-desk"
is "groups in groups" "$(ask conf $(conf walk one none $(ldapi one) \
    "$walk")):$(ask signin mia demo-mia)" "ok:ok mia front-desk town county"
is "by two ways, once" "$(ask signin elodie demo-elodie)" \
    "ok elodie front-desk screeners town county"
is "no group at all" "$(ask signin sofia demo-sofia)" "ok sofia"
is "round in a circle" "$(ask signin ana demo-ana | tr ' ' '\n' | sort |
    tr '\n' ' ')" "ana mia ok permits ring1 ring2 ring3 self "
is "names that are no filter" "$(ask signin noah demo-noah)" \
    'ok noah auditors star*(x) in,side outside'
is "down to the bottom" "$(ask signin lucas demo-lucas | wc -w)" 25
is "too deep is no answer" "$(ask signin emma demo-emma)" busy
is "more than a page of them" "$(ask signin yumiko demo-yumiko | wc -w)" 265
is "without a password" "$(ask lookup mia)" \
    "ok mia front-desk town county"
is "an unknown name without a password" "$(ask lookup nemo)" wrong
is "a star without a password" "$(ask lookup '*')" wrong
is "a group is no person of the same name" "$(ask conf $(conf both one none \
    $(ldapi one) "$walk;s|(member=%s)|(\|(member=%s)(cn=%u))|"))" \
    "nested = walk of [directory] needs a group filter without %u: a group\
 has no sign-in name"
ask conf "$dir/walk" >/dev/null
stop_server one
DIRECTORY_LIMIT=200 server one --ldif "$dir/people.ldif"
ask conf "$(conf walk one none $(ldapi one) "$walk")" >/dev/null
is "a size limit takes no group away" "$(ask signin yumiko demo-yumiko)" busy
is "nor does it trouble others" "$(ask signin mia demo-mia)" \
    "ok mia front-desk town county"

# The rights follow a group that is only reached through another.
house one "$walk;s|^group = front-desk|group = county|"
enter mia
is "a role by a group in groups" "$status" 303
modify one <<END
dn: cn=county,$groups
changetype: delete
END
is "the way there lost" "$(dossier directory sync --live)" \
    "known 1: refreshed 1, new 0, shut out 0"
page /signon/me
is "is the role lost" "$status" 401
done_testing
