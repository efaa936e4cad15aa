#!/bin/sh
# SPDX-License-Identifier: MIT
# Search and bind against a real server, in one process that keeps its
# connections.
. "$top_srcdir/tests/ldap/server.sh"

server one
first=$port
uri=ldap://127.0.0.1:$first
start_probe

is "StartTLS is ready" "$(ask conf $(conf tls one starttls $uri))" ok
is "the right password" "$(ask signin mia demo-mia)" "ok mia front-desk"
is "a person of two groups" "$(ask signin aylin demo-aylin)" \
    "ok aylin complaints complaints-heads"
is "a person of no group" "$(ask signin sofia demo-sofia)" "ok sofia"
is "a wrong password" "$(ask signin mia demo-jonas)" wrong
is "an empty password" "$(ask signin mia '')" wrong
is "an unknown name" "$(ask signin nemo demo-nemo)" wrong
is "a star is no name" "$(ask signin '*' demo-mia)" wrong
is "a filter is no name" "$(ask signin 'x)(|(uid=*' demo-mia)" wrong
is "a filter that names one person is no name" \
    "$(ask signin 'mia)(uid=mia' demo-mia)" wrong
is "a backslash is no name" "$(ask signin 'mia\' demo-mia)" wrong
is "names have no case in a directory" "$(ask signin MIA demo-mia)" \
    "ok mia front-desk"

ask conf "$(conf two one starttls $uri \
    's#(uid=%s)#(|(uid=%s)(mail=*))#')" >/dev/null
is "a filter that finds many finds nobody" "$(ask signin mia demo-mia)" wrong

ask conf "$(conf member one starttls $uri \
    's|^group = (&(obj.*|group = (\&(objectClass=groupOfNames)(cn=%u*))|')" \
    >/dev/null
is "groups may be found by the login" "$(ask signin petra demo-petra)" \
    "ok petra"

# Trust
server other
is "another authority's server" "$(ask conf $(conf wrong one starttls \
    ldap://127.0.0.1:$port)):$(ask signin mia demo-mia)" "ok:busy"
trap='"localhost"; write 127.0.0.1 or the server'"'s name"
is "the localhost trap is told" "$(ask conf $(conf local one starttls \
    ldap://localhost:$first))" \
    "ldap://localhost:$first: with TLS no certificate fits $trap"
is "and is refused" "$(ask signin mia demo-mia)" busy
clear='passwords in the clear; set tls to starttls or ldaps'
is "no password in the clear beyond this machine" "$(ask conf $(conf plain \
    one none ldap://192.0.2.1))" \
    "ldap://192.0.2.1 would carry $clear"
is "and none is sent" "$(ask signin mia demo-mia)" busy
is "plain on this machine" "$(ask conf $(conf loop one none \
    $uri)):$(ask signin mia demo-mia)" "ok:ok mia front-desk"
is "a unix socket" "$(ask conf $(conf unix one none \
    $(ldapi one))):$(ask signin mia demo-mia)" "ok:ok mia front-desk"
chmod 0444 "$dir/one/password"
is "a password file that others can read" "$(ask conf $(conf open one none \
    $uri)):$(ask signin mia demo-mia)" "ok:busy"
chmod 0400 "$dir/one/password"
stop_server other
server other --ldaps-port "$(echo port | "$top_builddir/ldap_probe")"
secure=$(sed -n 's/.*\(ldaps:[^ ]*\).*/\1/p' "$dir/other/slapd.args")
is "ldaps" "$(ask conf $(conf ldaps other ldaps $secure)):$(ask signin mia \
    demo-mia)" "ok:ok mia front-desk"
is "ldaps with another authority" "$(ask conf $(conf ldapsbad one ldaps \
    $secure)):$(ask signin mia demo-mia)" "ok:busy"
stop_server other

# Order and silence
is "the first server is dead" "$(ask conf $(conf dead one starttls \
    "ldap://127.0.0.1:$port $uri")):$(ask signin mia demo-mia)" \
    "ok:ok mia front-desk"
stop_server one
is "all are dead" "$(ask signin mia demo-mia)" busy
is "and stay dead for the next one" "$(ask signin mia demo-mia)" busy
"$demo/directory" start "$dir/one" --bare --port $first
is "it is back" "$(ask signin mia demo-mia)" "ok mia front-desk"
stop_server one
"$demo/directory" start "$dir/one" --bare --port $first
is "a restart under a kept connection" "$(ask signin mia demo-mia)" \
    "ok mia front-desk"
# Each of these takes the five seconds that a sign-in may take.
if [ -n "${TESTS_QUICK-}" ]; then
	count=$((count + 1))
	echo "ok $count - silent servers # SKIP TESTS_QUICK is set"
else
freeze one
is "a server that never answers, on a kept connection" \
    "$(ask signin mia demo-mia)" busy
ask conf "$dir/tls" >/dev/null
is "a server that accepts and never answers" "$(ask signin mia demo-mia)" busy
is "the next one is told at once" "$(ask haste ana demo-ana)" "busy at once"
server other
cp "$dir/one/ca.pem" "$dir/two.pem"; cat "$dir/other/ca.pem" >>"$dir/two.pem"
is "the first one is deaf, the second answers" "$(ask conf $(conf deaf one \
    starttls "$uri ldap://127.0.0.1:$port" \
    "s|^ca = .*|ca = $dir/two.pem|")):$(ask signin mia demo-mia)" \
    "ok:ok mia front-desk"
is "the deaf one is not asked again at once" "$(ask signin ana demo-ana)" \
    "ok ana permits"
freeze other
is "both are deaf" "$(ask signin mia demo-mia)" busy
is "ldaps that never answers" "$(ask conf $(conf ldapsdeaf other ldaps \
    "ldaps://127.0.0.1:$first ldaps://127.0.0.1:$port")):$(ask signin mia \
    demo-mia)" "ok:busy"
thaw one
thaw other
is "all is well again" "$(ask conf $dir/tls):$(ask signin mia demo-mia)" \
    "ok:ok mia front-desk"
fi

# Lists
mia=e6aa5086-18ef-51c4-b12d-4adc0f8430c6
is "a person by id" "$(ask find $mia)" "ok 1"
gone=00000000-0000-0000-0000-000000000000
is "an id that is gone" "$(ask find $mia $gone)" \
    "ok 1"
is "an id is no filter" "$(ask find '*')" "ok 0"
is "everybody" "$(ask everybody)" "ok 27"
stop_server one
DIRECTORY_LIMIT=5 server one
is "a size limit is no answer" "$(ask conf $(conf limit one starttls \
    ldap://127.0.0.1:$port)):$(ask everybody)" "ok:busy 0"
ask conf "$(conf nobody one starttls ldap://127.0.0.1:$port \
    's|objectClass=inetOrgPerson|objectClass=device|')" >/dev/null
is "nobody at all is no answer" "$(ask everybody)" "busy 0"
is "nor for one person" "$(ask find $mia)" "busy 0"
done_testing
